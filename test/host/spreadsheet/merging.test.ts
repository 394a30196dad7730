import { fixture, messageOf, owner } from './fixture';
import { tellStories } from './stories';

const partOnly = 'You must select all cells in a merged range to merge or unmerge them.';
const merges = "function () { return t.getRange('A1:J20').getMergedRanges().map(function (range) { return range.getA1Notation(); }).join(); }";

tellStories('merged cells', [
  ['are neither merged nor unmerged in part', `
    var merges = ${merges};
    t.getRange('A1:B2').merge();
    t.getRange('C3').setValue('kept');
    return [refusal(function () { t.getRange('B2:C3').merge(); }), refusal(function () { t.getRange('A1:A2').breakApart(); }), refusal(function () { t.getRange('A1:D1').mergeAcross(); }), merges(), t.getRange('C3').getValue()];`,
    [partOnly, partOnly, partOnly, 'A1:B2', 'kept']],
  ['are replaced by a merge that covers them whole', `
    var merges = ${merges};
    t.getRange('A1:B2').merge(); t.getRange('D1:D2').merge();
    t.getRange('A1:D3').merge();
    var one = merges();
    t.getRange('A1:E5').breakApart();
    return [one, merges()];`, ['A1:D3', '']],
  ['keep rows and columns from being frozen through them', `
    t.getRange('A1:A3').merge(); t.getRange('C1:D1').merge();
    return [refusal(function () { t.setFrozenRows(2); }), refusal(function () { t.setFrozenColumns(3); }), t.getFrozenRows(), t.getFrozenColumns(),
      refusal(function () { t.setFrozenRows(3); }), refusal(function () { t.setFrozenColumns(4); }), t.getFrozenRows(), t.getFrozenColumns()];`,
    ["You can't freeze rows which contain only part of a merged cell.", "You can't freeze columns which contain only part of a merged cell.", 0, 0, 'done', 'done', 3, 4]],
  ['do not reach from frozen rows and columns into others', `
    t.setFrozenColumns(1); t.setFrozenRows(1);
    return [refusal(function () { t.getRange('A1:C1').merge(); }), refusal(function () { t.getRange('A1:A3').merge(); }), refusal(function () { t.getRange('B1:C3').mergeAcross(); }), refusal(function () { t.getRange('B5:C6').merge(); })];`,
    ["You can't merge frozen and non-frozen columns.", "You can't merge frozen and non-frozen rows.", 'done', 'done']],
  ['fewer than no rows or columns are not frozen', `
    return [refusal(function () { t.setFrozenRows(-1); }), refusal(function () { t.setFrozenColumns(-1); }), t.getFrozenRows(), t.getFrozenColumns()].map(function (told) { return typeof told === 'number' ? told : told !== 'done'; });`,
    [true, true, 0, 0]],
]);

describe('merged cells over the API', () => {
  const range = (top: number, bottom: number, left: number, right: number) => ({ sheetId: 0, startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right });

  it('refuse the whole batch that would merge or unmerge a part of them', async () => {
    const f = fixture();
    const id = await f.create();
    await f.batch(id, [{ mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ALL' } }]);
    const other = { updateCells: { start: { sheetId: 0, rowIndex: 5, columnIndex: 0 }, rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }], fields: 'userEnteredValue' } };
    const merging = await f.batch(id, [other, { mergeCells: { range: range(1, 3, 1, 3), mergeType: 'MERGE_ALL' } }], owner, 400);
    expect(messageOf(merging)).toBe(`Invalid requests[1].mergeCells: ${partOnly}`);
    expect(messageOf(await f.batch(id, [{ unmergeCells: { range: range(0, 2, 0, 1) } }], owner, 400))).toBe(`Invalid requests[0].unmergeCells: ${partOnly}`);
    expect(await f.rest('GET', `/v4/spreadsheets/${id}/values/Data!A6`)).not.toHaveProperty('values');
  });

  it('belong to the sheet that they are told with when a spreadsheet is made', async () => {
    const f = fixture();
    const id = await f.create([
      { properties: { sheetId: 0, title: 'Data' }, merges: [{ startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 }] },
      { properties: { sheetId: 7, title: 'Other' }, merges: [{ startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 3 }] },
    ]);
    expect(await f.rest('GET', `/v4/spreadsheets/${id}`, { query: { fields: 'sheets.merges' } })).toMatchObject({ sheets: [{ merges: [range(0, 2, 0, 2)] }, { merges: [{ ...range(1, 3, 1, 3), sheetId: 7 }] }] });
  });
});
