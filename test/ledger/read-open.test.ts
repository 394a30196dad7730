import fc from 'fast-check';
import { slaClocks, tables, type TableName } from '../../sheets-templates';
import { Draft, NotRead } from '../../src/ledger/draft';
import { columnKey, type CellValue } from '../../src/ledger/codec';
import type { Deployment } from '../../src/ledger/deployment';
import { Ledger } from '../../src/ledger/ledger';
import { spansOf, type Choose, type Indexed, type Spans } from '../../src/ledger/open-rows';
import type { SheetsPort } from '../../src/ledger/sheets-port';

/** A workbook of arrays that answers the ranges which the ledger asks for, and counts the asking. */
class Sheets implements SheetsPort {
  trips = 0;
  cells = 0;
  constructor(readonly tabs: Map<string, CellValue[][]>) {}
  batchGet: SheetsPort['batchGet'] = (requests) => {
    this.trips += 1;
    return requests.map(({ ranges }) => ranges.map((range) => this.range(range)));
  };
  batchUpdate = (): void => { throw new Error('Nothing is written here'); };

  private range(range: string): readonly (readonly CellValue[])[] {
    const [, title = '', from = '', fromRow = '', to = '', toRow = ''] = /^'(.+)'(?:!([A-Z]*)(\d*):([A-Z]*)(\d*))?$/.exec(range) ?? [];
    const rows = this.tabs.get(title) ?? [];
    const at = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const found = rows.slice(fromRow === '' ? 0 : Number(fromRow) - 1, toRow === '' ? undefined : Number(toRow)).map((row) => row.slice(from === '' ? 0 : at(from), to === '' ? undefined : at(to) + 1));
    this.cells += found.reduce((sum, row) => sum + row.length, 0);
    return found;
  }
}

const words: Readonly<Record<string, string>> = { RUNNING: '进行中', MET: '按时' };
const clock = (key: string, result: string): CellValue[] => Object.keys(slaClocks.columns).map((name) => (name === 'clockId' ? key : name === 'objectId' ? key.split('/')[0] ?? '' : name === 'ruleId' ? 'S-05' : name === 'result' ? words[result] ?? '' : ''));
const header = (keys: readonly string[]): CellValue[][] => [[...keys], [...keys]];

const deployment: Deployment = {
  language: 'zh-CN',
  workbooks: Object.fromEntries([...new Set(Object.values(tables).map(({ book }) => book))].map((book) => [book, {
    spreadsheetId: 'file', meta: { sheetId: 1000, title: '_meta' },
    sheets: Object.fromEntries(Object.entries(tables).map(([name], at) => [name, { sheetId: at, title: name }])),
  }])),
};

const workbook = (clocks: readonly CellValue[][]): Sheets => new Sheets(new Map([
  ...Object.entries(tables).map(([name, table]): [string, CellValue[][]] => [name, header(Object.keys(table.columns).map(columnKey))]),
  ['slaClocks', [...header(Object.keys(slaClocks.columns).map(columnKey)), ...clocks]],
  ['_meta', []],
]));

const indexed: readonly Indexed[] = [{ table: slaClocks, by: ['objectId', 'result'] }];
const running: Choose = (index) => new Map<TableName, ReadonlySet<string>>([['slaClocks', new Set(new Draft(index).where(slaClocks, ({ result }) => result === 'RUNNING').map(({ clockId }) => clockId))]]);
const read = (sheets: Sheets, spans: Spans) => new Ledger(sheets, deployment, (text) => text).readOpen({ whole: [], indexed, choose: running, spans });
const wantedOf = (sheets: Sheets): readonly string[] => (sheets.tabs.get('slaClocks') ?? []).slice(2).filter((row) => row.includes('进行中')).map(([key]) => String(key));

const many = (ended: number, open: number): CellValue[][] => [...Array.from({ length: ended }, (_, at) => clock(`E${at}/S-05/1`, 'MET')), ...Array.from({ length: open }, (_, at) => clock(`O${at}/S-05/1`, 'RUNNING'))];

test('the first reading is of whole tables; the next finds the open rows in one round trip, with a few cells of each ended one', () => {
  const sheets = workbook(many(1000, 20));
  const first = read(sheets, {});
  expect(first.unread.size).toBe(0);
  Object.assign(sheets, { trips: 0, cells: 0 });
  const second = read(sheets, first.spans);
  expect(second.snapshot.get('slaClocks')?.map((row) => row['clockId'])).toEqual(wantedOf(sheets));
  expect(sheets.trips).toBe(1);
  expect(sheets.cells).toBeLessThan(3 * 1020 + 21 * 17 + 400);
  expect(second.spans).toEqual(first.spans);
});

test('a row that was left out is there for those who ask for it by its key: they are told to read everything', () => {
  const sheets = workbook(many(1000, 20));
  const { snapshot, unread } = read(sheets, read(sheets, {}).spans);
  const draft = new Draft(snapshot, unread);
  expect(draft.find(slaClocks, 'O3/S-05/1')?.objectId).toBe('O3');
  expect(draft.find(slaClocks, 'nowhere')).toBeUndefined();
  expect(() => draft.find(slaClocks, 'E3/S-05/1')).toThrow(NotRead);
  expect(() => draft.insert(slaClocks, { ...draft.get(slaClocks, 'O3/S-05/1'), clockId: 'E3/S-05/1' })).toThrow(NotRead);
});

test('rows that came, moved, ended or were sorted since: always the very rows that are open, in two round trips at most', () => {
  const state = fc.record({ ended: fc.integer({ min: 0, max: 150 }), open: fc.integer({ min: 0, max: 40 }) });
  fc.assert(fc.property(state, fc.array(fc.tuple(fc.constantFrom('end', 'open', 'add', 'delete', 'swap'), fc.nat(1000), fc.nat(1000)), { maxLength: 40 }), ({ ended, open }, changes) => {
    const sheets = workbook(many(ended, open));
    const rows = sheets.tabs.get('slaClocks') ?? [];
    const { spans } = read(sheets, {});
    for (const [index, [kind, one, other]] of changes.entries()) {
      const at = 2 + (one % Math.max(1, rows.length - 2));
      const second = 2 + (other % Math.max(1, rows.length - 2));
      const row = rows[at];
      if (kind === 'add') rows.push(clock(`N${index}/S-05/1`, one % 3 === 0 ? 'MET' : 'RUNNING'));
      else if (row === undefined) continue;
      else if (kind === 'end' || kind === 'open') row[Object.keys(slaClocks.columns).indexOf('result')] = kind === 'end' ? '按时' : '进行中';
      else if (kind === 'delete') rows.splice(at, 1);
      else [rows[at], rows[second]] = [rows[second] ?? row, row];
    }
    sheets.trips = 0;
    const opened = read(sheets, spans);
    expect(opened.snapshot.get('slaClocks')?.filter((row) => row['result'] === 'RUNNING').map((row) => row['clockId'])).toEqual(wantedOf(sheets));
    // Where each stands is known, so that a change finds its row.
    for (const [key, at] of opened.sheets.get('service/slaClocks')?.rowOf ?? []) expect(rows[at]?.[0]).toBe(key);
    expect(sheets.trips).toBeLessThanOrEqual(2);
  }), { numRuns: 300 });
});

test('people moved columns: the tables are read whole, in two round trips', () => {
  const sheets = workbook(many(1000, 20));
  const { spans } = read(sheets, {});
  for (const row of sheets.tabs.get('slaClocks') ?? []) row.unshift(...row.splice(5, 1));
  sheets.trips = 0;
  const opened = read(sheets, spans);
  expect(opened.snapshot.get('slaClocks')).toHaveLength(1020);
  expect(opened.unread.size).toBe(0);
  expect(sheets.trips).toBe(2);
});

test('a table with few rows is read whole', () => {
  const sheets = workbook(many(30, 5));
  expect(read(sheets, {}).spans).toEqual({ slaClocks: [[3, null]] });
});

test('where wanted rows stand evenly apart they are read in as many spans as are allowed, not in one', () => {
  const rows = Array.from({ length: 40 }, (_, at) => 3 + at * 20);
  expect(spansOf(rows)).toHaveLength(24);
  expect(spansOf(rows, 100)).toEqual(rows.map((row) => [row, row]));
  expect(spansOf(rows, 1)).toEqual([[3, 783]]);
  expect(spansOf([3, 6, 7, 40], 100)).toEqual([[3, 7], [40, 40]]);
});
