import { tableRequests } from '../../src/ledger/apply';
import type { RowChange } from '../../src/ledger/change';
import { readSheet } from '../../src/ledger/sheet-rows';

const place = { sheetId: 7, title: '已收回执' };
const words = { language: 'zh-CN', names: new Map<string, string>() } as const;
const gone = (key: string): RowChange => ({ kind: 'delete', table: 'seen', key });

describe('the requests for one table', () => {
  const sheet = readSheet('seen', [['token', 'at', 'outcome'], ['标记', '时间', '结果'], ['one', 46000, ''], ['two', 46000, ''], ['three', 46000, '']]);

  test('as many empty rows come as full ones go, before they go: a sheet never loses its last row below the header', () => {
    const requests = tableRequests('seen', ['one', 'two', 'three'].map(gone), place, sheet, words);
    expect(requests.map((request) => Object.keys(request)[0])).toEqual(['appendDimension', 'deleteDimension', 'deleteDimension', 'deleteDimension']);
    expect(requests[0]).toEqual({ appendDimension: { sheetId: 7, dimension: 'ROWS', length: 3 } });
  });

  test('rows go from the bottom up, so that none moves before its turn', () => {
    const starts = JSON.stringify(tableRequests('seen', [gone('one'), gone('three')], place, sheet, words)).match(/"startIndex":\d+/g);
    expect(starts).toEqual(['"startIndex":4', '"startIndex":2']);
  });

  test('what is not there any more is skipped', () => {
    expect(tableRequests('seen', [gone('four')], place, sheet, words)).toEqual([]);
  });
});

describe('typed cells', () => {
  test('a cell that differs from what counts is known with both values', () => {
    const { pending } = readSheet('tickets', [['ticket_id', 'owner_staff', 'owner_staff_entry'], ['', '', ''], ['TK-1', '林晓梅 ST-005', 'ST-005'], ['TK-2', '林晓梅 ST-005', '林晓梅 ST-005']]);
    expect(pending).toEqual([{ key: 'TK-1', property: 'ownerStaff', typed: 'ST-005', counts: '林晓梅 ST-005' }]);
  });
});
