/** Groups of rows and columns, and filling on: as scripts, the API and people meet them. */
import { call, cleanUp, workspaceWith } from '../kernel/fixture';
import { fixture, inside, owner, type Fixture } from './fixture';

afterAll(cleanUp);

const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });

async function groupsOf(f: Fixture, id: string): Promise<string> {
  const body = await f.rest('GET', `/v4/spreadsheets/${id}`);
  const groups = (inside(body, 'sheets', 0, 'rowGroups') ?? []) as readonly unknown[];
  return groups.map((group) => `${String(inside(group, 'range', 'startIndex'))}-${String(inside(group, 'range', 'endIndex'))}/${String(inside(group, 'depth'))}${inside(group, 'collapsed') === true ? '!' : ''}`).join(' ');
}

describe('groups', () => {
  it.each([
    [[[1, 4], [1, 4]], '1-4/1 1-4/2'],
    [[[2, 4], [1, 5]], '1-5/1 2-4/2'],
    [[[1, 5], [2, 4]], '1-5/1 2-4/2'],
    [[[1, 4], [2, 5]], '1-5/1 2-4/2'],
    [[[1, 3], [3, 5]], '1-5/1'],
    [[[1, 3], [4, 6]], '1-3/1 4-6/1'],
  ] as const)('%j make %s', async (added, expected) => {
    const f = fixture();
    const id = await f.create();
    await f.batch(id, added.map(([start, end]) => ({ addDimensionGroup: { range: rows(start, end) } })));
    expect(await groupsOf(f, id)).toBe(expected);
  });

  it('shrink, hide and show their rows, follow inserted and deleted ones, and come back when that is taken back', async () => {
    const f = fixture();
    const id = await f.create();
    const hidden = (): readonly number[] => f.part.grid(id, 0, { row: 0, column: 0, rows: 1, columns: 1 }, owner).hiddenRows;
    await f.batch(id, [{ addDimensionGroup: { range: rows(1, 5) } }, { addDimensionGroup: { range: rows(2, 4) } }, { deleteDimensionGroup: { range: rows(3, 5) } }]);
    expect(await groupsOf(f, id)).toBe('1-4/1 2-3/2');
    await f.batch(id, [{ updateDimensionGroup: { dimensionGroup: { range: rows(1, 4), depth: 1, collapsed: true }, fields: 'collapsed' } }]);
    expect([await groupsOf(f, id), hidden()]).toEqual(['1-4/1! 2-3/2', [1, 2, 3]]);
    const { outcome } = f.part.changeStructure(id, 0, { kind: 'insert', dimension: 'ROWS', start: 2, count: 2, inheritFromBefore: false }, owner);
    expect(await groupsOf(f, id)).toBe('1-6/1! 4-5/2');
    f.part.repeatStructure(id, outcome.accepted ? outcome.step : '', 'undo', owner);
    expect(await groupsOf(f, id)).toBe('1-4/1! 2-3/2');
    await f.batch(id, [{ deleteDimensionGroup: { range: rows(1, 4) } }]);
    expect([await groupsOf(f, id), hidden()]).toEqual(['2-3/1!', [2]]);
    await f.batch(id, [{ updateDimensionGroup: { dimensionGroup: { range: rows(1, 4), depth: 1, collapsed: false }, fields: 'collapsed' } }], owner, 400);
    await f.batch(id, [{ deleteDimensionGroup: { range: rows(7, 9) } }], owner, 400);
  });

  it('of scripts', async () => {
    const workspace = await workspaceWith(`function main() {
      var t = SpreadsheetApp.create('x').getSheets()[0];
      t.getRange('A2:A6').shiftRowGroupDepth(1);
      t.getRange('A3:A4').shiftRowGroupDepth(2).shiftRowGroupDepth(-1);
      t.getRange('B1:C1').shiftColumnGroupDepth(20);
      var depths = [1, 2, 3, 4, 6, 7].map(function (row) { return t.getRowGroupDepth(row); });
      var outer = t.getRowGroup(2, 1), inner = t.getRowGroup(4, 2);
      var told = [outer.getRange().getA1Notation(), inner.getRange().getA1Notation(), inner.getDepth(), outer.getControlIndex(), t.getRowGroup(9, 1), t.getColumnGroupDepth(3), String(t.getRowGroupControlPosition())];
      t.setRowGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.AFTER);
      var after = [t.getRowGroup(2, 1).getControlIndex(), t.getRowGroup(7, 1).getRange().getA1Notation()];
      outer.collapse();
      var hidden = [outer.isCollapsed(), t.getRowGroup(2, 1).isCollapsed(), t.isRowHiddenByUser(3), t.isRowHiddenByUser(7)];
      t.expandAllRowGroups();
      hidden.push(t.isRowHiddenByUser(3));
      t.getRange('A3:A4').collapseGroups();
      hidden.push(t.isRowHiddenByUser(2), t.isRowHiddenByUser(3));
      t.getRange('A4').expandGroups();
      t.expandRowGroupsUpToDepth(1);
      hidden.push(t.isRowHiddenByUser(2), t.isRowHiddenByUser(3));
      t.getRowGroup(4, 2).remove();
      t.getRange('A1:A9').shiftRowGroupDepth(-5);
      return [depths, told, after, hidden, t.getRowGroupDepth(3)];
    }`);
    expect(await call(workspace, 'main')).toEqual([
      [0, 1, 2, 2, 1, 0], ['A2:Z6', 'A3:Z4', 2, 1, null, 8, 'BEFORE'], [7, 'A2:Z6'], [true, true, true, false, false, false, true, false, true], 0,
    ]);
  });
});

describe('filling on', () => {
  const filled = async (values: readonly (readonly string[])[], script: string): Promise<unknown> => {
    const workspace = await workspaceWith(`function main() {
      var t = SpreadsheetApp.create('x').getSheets()[0];
      t.getRange(1, 1, ${values.length}, ${values[0]?.length ?? 0}).setValues(${JSON.stringify(values)});
      var S = SpreadsheetApp.AutoFillSeries;
      ${script}
    }`);
    return call(workspace, 'main');
  };

  it('continues numbers, dates, counted texts and formulas, with their formats, on either side', async () => {
    expect(await filled([['1', '2026-02-27', 'T-008', '=A1*2', 'x'], ['3', '2026-02-28', 'T-009', '=A2*2', 'y']], `
      t.getRange('A1:E2').autoFill(t.getRange('A1:E4'), S.DEFAULT_SERIES);
      t.getRange('F3').setValue(10); t.getRange('F4').setValue(8);
      t.getRange('F3:F4').autoFill(t.getRange('F1:F4'), S.DEFAULT_SERIES);
      t.getRange('A1:A2').autoFill(t.getRange('A1:A2').offset(0, 0, 2, 1).offset(0, 0), S.DEFAULT_SERIES);
      return t.getRange('A1:F4').getDisplayValues();`).catch((error: Error) => error.message)).toEqual(expect.stringContaining('only one direction'));
    expect(await filled([['1', '2026-02-27', 'T-008', '=A1*2', 'x'], ['3', '2026-02-28', 'T-009', '=A2*2', 'y']], `
      t.getRange('A1:E2').autoFill(t.getRange('A1:E4'), S.DEFAULT_SERIES);
      t.getRange('F3').setValue(10); t.getRange('F4').setValue(8);
      t.getRange('F3:F4').autoFill(t.getRange('F1:F4'), S.DEFAULT_SERIES);
      return t.getRange('A3:E4').getDisplayValues().concat([t.getRange('F1:F2').getValues().join()], [t.getRange('D4').getFormula()]);`)).toEqual([
      ['5', '2026-03-01', 'T-010', '10', 'x'], ['7', '2026-03-02', 'T-011', '14', 'y'], '14,12', '=A4*2',
    ]);
  });

  it('says the cells again when asked to, and reaches as far as the neighbour', async () => {
    expect(await filled([['a', '1', ''], ['b', '2', ''], ['c', '', ''], ['d', '', '']], `
      t.getRange('B1:B2').autoFillToNeighbor(S.DEFAULT_SERIES);
      t.getRange('C1').setValue(7);
      t.getRange('C1').autoFillToNeighbor(S.ALTERNATE_SERIES);
      t.getRange('B1:B2').autoFill(t.getRange('B1:D2'), S.ALTERNATE_SERIES);
      return t.getRange('A1:D5').getValues();`)).toEqual([['a', 1, 1, 1], ['b', 2, 2, 2], ['c', 3, 7, ''], ['d', 4, 7, ''], ['', '', '', '']]);
  });

  it('over the API, by a range that is filled in part', async () => {
    const f = fixture();
    const id = await f.create();
    f.part.editCells(id, 0, 0, 0, [['1', 'K1'], ['2', 'K2']], owner);
    await f.batch(id, [{ autoFill: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 } } }]);
    expect(inside(await f.rest('GET', `/v4/spreadsheets/${id}/values/A1:B4`), 'values')).toEqual([['1', 'K1'], ['2', 'K2'], ['3', 'K3'], ['4', 'K4']]);
    await f.batch(id, [{ autoFill: { range: { sheetId: 0, startRowIndex: 6, endRowIndex: 8 } } }], owner, 400);
    await f.batch(id, [{ autoFill: { sourceAndDestination: { source: { sheetId: 0, startRowIndex: 0, endRowIndex: 1 }, dimension: 'ROWS', fillLength: -1 } } }], owner, 400);
  });
});
