import { changeDimension, sortCells } from '../../../host/spreadsheet';
import { editor, fixture, owner, stranger, viewer } from './fixture';

const list = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '高' }, { userEnteredValue: '低' }] }, strict: true, showCustomUi: true };

describe('a person who types', () => {
  it('is parsed like typing, and the event learns of single cells what they held, as text', async () => {
    const f = fixture();
    const id = await f.create();
    expect(f.part.editCells(id, 0, 0, 0, [['7']], editor)).toEqual({ outcome: { accepted: true }, edit: { sheetId: 0, row: 0, column: 0, rows: 1, columns: 1, value: '7' } });
    expect(f.part.editCells(id, 0, 0, 0, [['2026-01-02']], editor).edit).toMatchObject({ value: '46024', oldValue: '7' });
    expect(f.part.editCells(id, 0, 0, 0, [['TRUE']], editor).edit).toMatchObject({ value: 'TRUE', oldValue: '46024' });
    expect(f.part.editCells(id, 0, 0, 0, [['FALSE']], editor).edit).toMatchObject({ value: 'FALSE', oldValue: 'TRUE' });
    expect(f.part.editCells(id, 0, 0, 0, [['a', 'b'], ['c', 'd']], editor).edit).toEqual({ sheetId: 0, row: 0, column: 0, rows: 2, columns: 2 });
    expect(f.part.editCells(id, 0, 0, 0, [['']], editor).edit).toEqual({ sheetId: 0, row: 0, column: 0, rows: 1, columns: 1, oldValue: 'a' });
  });

  it('is refused as a viewer, on protected cells, against a strict rule and beyond the edge', async () => {
    const f = fixture();
    const id = await f.create();
    await f.batch(id, [
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 } } } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 3, endColumnIndex: 4 }, warningOnly: true } } },
      { setDataValidation: { range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 }, rule: { ...list, inputMessage: '选一个' } } },
    ]);
    const attempt = (row: number, column: number, values: readonly (readonly string[])[], as: string): string => {
      const { outcome, edit } = f.part.editCells(id, 0, row, column, values, as);
      expect(edit !== undefined).toBe(outcome.accepted);
      return outcome.accepted ? 'accepted' : outcome.message;
    };
    expect(attempt(0, 2, [['x']], viewer)).toMatch(/^您只有查看权限.*You only have permission to view/);
    expect(attempt(0, 0, [['x']], editor)).toMatch(/^您正在尝试修改受保护的单元格或对象。.*You are trying to edit a protected cell or object/);
    expect(attempt(0, 0, [['x']], owner)).toBe('accepted');
    expect(attempt(0, 3, [['x']], editor)).toBe('accepted');
    expect(attempt(4, 1, [['中']], editor)).toMatch(/^您在单元格 B5 中输入的内容违反了此单元格上设置的数据验证规则。.*cell B5 violates.*选一个$/);
    expect(attempt(4, 1, [['高', 'y'], ['中', 'z']], editor)).toMatch(/B6/);
    expect(f.part.grid(id, 0, { row: 4, column: 2, rows: 1, columns: 1 }, editor).cells[0]?.[0]?.text).toBe('');
    expect(attempt(4, 1, [['高']], editor)).toBe('accepted');
    expect(attempt(4, 1, [['']], editor)).toBe('accepted');
    expect(attempt(999, 25, [['x', 'y']], editor)).toMatch(/^该范围超出了工作表的边界/);
    expect(attempt(0, 5, [['x'.repeat(50_001)]], editor)).toMatch(/50000/);
    expect(() => f.part.editCells(id, 0, 0, 0, [['x']], stranger)).toThrow('has no access');
  });

  it('may write the unprotected ranges of a protected sheet', async () => {
    const f = fixture();
    const id = await f.create();
    await f.batch(id, [{ addProtectedRange: { protectedRange: { range: { sheetId: 0 }, unprotectedRanges: [{ sheetId: 0, startRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 }] } } }]);
    expect(f.part.editCells(id, 0, 2, 1, [['x'], ['y']], editor).outcome.accepted).toBe(true);
    expect(f.part.editCells(id, 0, 1, 1, [['x'], ['y']], editor).outcome.accepted).toBe(false);
    expect(f.part.editCells(id, 0, 2, 1, [['x', 'y']], editor).outcome.accepted).toBe(false);
  });
});

describe('a person who moves rows and columns', () => {
  it('inserts, deletes, moves and sorts where no protection lies in the way', async () => {
    const f = fixture();
    const id = await f.create();
    f.part.editCells(id, 0, 0, 0, [['c', '3'], ['a', '1'], ['b', '2']], editor);
    const texts = (): (string | undefined)[] => f.part.grid(id, 0, { row: 0, column: 0, rows: 4, columns: 1 }, editor).cells.map((row) => row[0]?.text);
    expect(sortCells(f.part.library, id, 0, { top: 0, left: 0, bottom: 3, right: 2 }, [{ column: 0, descending: false }], editor).outcome.accepted).toBe(true);
    expect(texts()).toEqual(['a', 'b', 'c', '']);
    changeDimension(f.part.library, id, 0, { kind: 'insert', dimension: 'ROWS', start: 1, count: 1, inheritFromBefore: true }, editor);
    changeDimension(f.part.library, id, 0, { kind: 'move', dimension: 'ROWS', start: 3, end: 4, destination: 0 }, editor);
    expect(texts()).toEqual(['c', 'a', '', 'b']);
    await f.batch(id, [{ addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 } } } }]);
    const { outcome } = changeDimension(f.part.library, id, 0, { kind: 'delete', dimension: 'ROWS', start: 0, end: 1 }, editor);
    expect(outcome).toMatchObject({ accepted: false, message: expect.stringContaining('受保护') as string });
    expect(changeDimension(f.part.library, id, 0, { kind: 'delete', dimension: 'ROWS', start: 0, end: 1 }, owner).outcome.accepted).toBe(true);
    expect(texts()).toEqual(['a', '', 'b', '']);
  });
});

describe('what a person sees', () => {
  it('is text, input, notes, choices, formats and locks of the own account', async () => {
    const f = fixture();
    const id = await f.create([{ properties: { sheetId: 0, title: 'Data', gridProperties: { rowCount: 4, columnCount: 4, frozenRowCount: 1 } } }]);
    const color = { red: 1, green: 0.8, blue: 0.8 };
    await f.batch(id, [
      { updateCells: { start: { sheetId: 0 }, fields: '*', rows: [{ values: [{ userEnteredValue: { numberValue: 0.5 }, userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' }, textFormat: { bold: true }, horizontalAlignment: 'CENTER' }, note: 'share' }, { userEnteredValue: { stringValue: '高' }, dataValidation: list }] }] } },
      { addConditionalFormatRule: { rule: { ranges: [{ sheetId: 0 }], booleanRule: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: '高' }] }, format: { backgroundColor: color } } } } },
      { addConditionalFormatRule: { index: 1, rule: { ranges: [{ sheetId: 0, startRowIndex: 1 }], booleanRule: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$A2="逾期"' }] }, format: { textFormat: { bold: true } } } } } },
      { updateCells: { start: { sheetId: 0, rowIndex: 2 }, fields: 'userEnteredValue', rows: [{ values: [{ userEnteredValue: { stringValue: '逾期' } }, { userEnteredValue: { formulaValue: '=A1' } }] }] } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 } } } },
      { updateDimensionProperties: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 }, properties: { pixelSize: 240, hiddenByUser: true }, fields: 'pixelSize,hiddenByUser' } },
    ]);
    const view = f.part.grid(id, 0, { row: 0, column: 0, rows: 9, columns: 9 }, editor);
    expect(view.cells.map((row) => row.length)).toEqual([4, 4, 4, 4]);
    expect(view.cells[0]?.slice(0, 3)).toEqual([
      { text: '50%', input: '0.5', note: 'share', bold: true, align: 'center', locked: true },
      { text: '高', input: '高', choices: ['高', '低'], background: '#ffcccc' },
      { text: '', input: '' },
    ]);
    expect(view.cells[2]?.slice(0, 2)).toEqual([{ text: '逾期', input: '逾期', bold: true, locked: true }, { text: '50%', input: '=A1', formula: '=A1', align: 'right', bold: true }]);
    expect(view).toMatchObject({ hiddenColumns: [1], columnWidths: { 1: 240 } });
    expect(f.part.grid(id, 0, { row: 0, column: 0, rows: 1, columns: 1 }, owner).cells[0]?.[0]?.locked).toBeUndefined();
    expect(f.part.grid(id, 0, { row: 0, column: 2, rows: 1, columns: 1 }, viewer).cells[0]?.[0]?.locked).toBe(true);
    expect(f.part.summaries(viewer)).toEqual([
      { id, name: 'Ledger', access: 'viewer', tabs: [{ sheetId: 0, title: 'Data', hidden: false, rows: 4, columns: 4, frozenRows: 1, frozenColumns: 0, tabColor: null }] },
    ]);
    expect(f.part.summaries(stranger)).toEqual([]);
  });
});
