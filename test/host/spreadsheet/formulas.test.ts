import { copiedFormula, fromR1C1, movedFormula, byDimension, renamedFormula, toR1C1 } from '../../../host/spreadsheet/formulas/rewriting';
import { fixture, inside, noon, owner } from './fixture';

const gridOf = (f: ReturnType<typeof fixture>, id: string) => f.part.grid(id, 0, { row: 0, column: 0, rows: 5, columns: 3 }, owner);

async function sheetWith(rows: readonly (readonly unknown[])[], now: () => number = () => noon) {
  const f = fixture(undefined, now);
  const id = await f.create([{ properties: { sheetId: 0, title: 'Data' } }, { properties: { sheetId: 7, title: '单 价' } }]);
  const put = (range: string, values: readonly (readonly unknown[])[]) => f.rest('PUT', `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}`, { query: { valueInputOption: 'USER_ENTERED' }, body: { values } });
  const read = async (range: string, valueRenderOption = 'UNFORMATTED_VALUE') =>
    inside(await f.rest('GET', `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}`, { query: { valueRenderOption } }), 'values');
  await put('Data!A1', rows);
  return { f, id, put, read };
}

describe('formulas', () => {
  it.each([
    ['=1/3', 1 / 3],
    ['=SUM(A1:A3)', 6],
    ['=sum(A1:A)*2', 12],
    ['=SUM(A:A)', 6],
    ['="合计 "&A3', '合计 3'],
    ['=A1=1', true],
    ['=IF(B1="x","yes","no")', 'yes'],
    ['=IF(B2="=1","text","no")', 'text'],
    ['=VLOOKUP(2,A1:B3,2,FALSE)', '=1'],
    ['=COUNTIF(A1:A3,">1")', 2],
    ['=SUMPRODUCT((A1:A3>1)*A1:A3)', 5],
    ['=TEXT(DATE(2026,3,5),"yyyy-mm-dd")', '2026-03-05'],
    ['=1/0', '#DIV/0!'],
    ['=IFERROR(1/0,"none")', 'none'],
    ["='单 价'!A1*2", 200],
    ['=INDEX(A1:A3,2)', 2],
    ['=0.1+0.2', 0.1 + 0.2],
  ])('computes %s', async (formula, expected) => {
    const { put, read } = await sheetWith([[1, 'x'], [2, "'=1"], [3, 'y']]);
    await put("'单 价'!A1", [[100]]);
    await put('Data!C1', [[formula]]);
    expect(await read('Data!C1')).toEqual([[expected]]);
    expect(await read('Data!C1', 'FORMULA')).toEqual([[formula]]);
  });

  it.each([
    ['=QUERY(A1:A3,"select A")'], ['=ARRAYFORMULA(A1:A3*2)'], ['=A1:A3'], ['=A1:A3*2'], ['=SUM(IF(A1:A3>1,1,0))'], ['=IMPORTRANGE("x","y")'], ['=UNIQUE(A1:A3)'], ['=INDIRECT("A1")'],
    ['=NOSUCH(1)'], ['={1,2}'], ['=SUM('], ['=INDEX(A1:B3,2)'], ['=Nowhere!A1'], ['=NoName+1'], ['=RAND()'], ['=86 138 0000'], ['=A1 2'], ['=5% 3'], ['=SUM(A1:A2) 3'],
  ])('says plainly that it does not compute %s, nor what depends on it', async (formula) => {
    const { put, read } = await sheetWith([[1, 'x'], [2, 'y'], [3, 'z']]);
    await put('Data!C1', [[formula], ['=IFERROR(C1,0)+1'], ['=COUNT(C1:C2)'], ['=A1+1']]);
    expect(await read('Data!C1:C4')).toEqual([['#未计算'], ['#未计算'], ['#未计算'], [2]]);
  });

  it('computes what begins with +, and says of words and telephone numbers after it that it does not', async () => {
    const { read } = await sheetWith([[1], ['+A1+1'], ['+abc'], ['+86 138 0000'], ["'+86 138 0000"]]);
    expect(await read('Data!A2:A5')).toEqual([[2], ['#未计算'], ['#未计算'], ['+86 138 0000']]);
    expect(await read('Data!A2:A4', 'FORMULA')).toEqual([['=+A1+1'], ['=+abc'], ['=+86 138 0000']]);
  });

  it('computes anew when a value changes, on any sheet, and after a restart', async () => {
    const { f, id, put, read } = await sheetWith([[1], [2], ["=SUM(A1:A2)*'单 价'!A1"], ['=A3+1']]);
    expect(await read('Data!A3:A4')).toEqual([[0], [1]]);
    await put("'单 价'!A1", [[10]]);
    expect(await read('Data!A3:A4')).toEqual([[30], [31]]);
    await put('Data!A1', [['']]);
    expect(await read('Data!A3:A4')).toEqual([[20], [21]]);
    const again = fixture(f.store);
    expect(inside(await again.rest('GET', `/v4/spreadsheets/${id}/values/Data!A3:A4`), 'values')).toEqual([['20'], ['21']]);
  });

  it('takes today and now from the workspace’s clock, and shows dates as dates', async () => {
    let now = noon;
    const { read } = await sheetWith([['=TODAY()'], ['=NOW()'], ['=A1+1'], ['=DATE(2026,3,5)-TODAY()']], () => now);
    expect(await read('Data!A1:A4', 'FORMATTED_VALUE')).toEqual([['2026-03-05'], ['2026-03-05 10:30:00'], ['2026-03-06'], ['0']]);
    now += 86_400_000;
    expect(await read('Data!A1:A4', 'FORMATTED_VALUE')).toEqual([['2026-03-06'], ['2026-03-06 10:30:00'], ['2026-03-07'], ['-1']]);
  });

  it('shows formula and result to the page', async () => {
    const { f, id } = await sheetWith([[1], ['=A1+1'], ['=QUERY(A1:A2)']]);
    const cells = gridOf(f, id).cells;
    expect(cells[1]?.[0]).toMatchObject({ text: '2', input: '=A1+1', formula: '=A1+1', align: 'right' });
    expect(cells[2]?.[0]).toMatchObject({ text: '#未计算', input: '=QUERY(A1:A2)', formula: '=QUERY(A1:A2)', uncomputed: true });
  });

  it('gives results, errors and what is not computed as the API types them', async () => {
    const { f, id } = await sheetWith([['=1+1', '=1/0', '=QUERY(A1)', '="a"', '=1=1']]);
    const got = await f.rest('GET', `/v4/spreadsheets/${id}`, { query: { ranges: 'Data!A1:E1', fields: 'sheets.data.rowData.values(userEnteredValue,effectiveValue)' } });
    const values = inside(got, 'sheets', 0, 'data', 0, 'rowData', 0, 'values');
    expect((values as { effectiveValue: unknown }[]).map(({ effectiveValue }) => effectiveValue)).toEqual([
      { numberValue: 2 }, { errorValue: { type: 'DIVIDE_BY_ZERO', message: '#DIV/0!' } }, { errorValue: { type: 'ERROR', message: '#未计算' } }, { stringValue: 'a' }, { boolValue: true },
    ]);
    expect(inside(values, 0, 'userEnteredValue')).toEqual({ formulaValue: '=1+1' });
  });

  it('follow rows that are inserted, deleted and moved, sheets that are renamed, and cells that are cut, copied and sorted', async () => {
    const { f, id, read, put } = await sheetWith([[5], [6], [7], ['=SUM(A1:A3)', '=$A$1+A2']]);
    await put("'单 价'!A1", [['=Data!A2*10']]);
    await f.batch(id, [{ insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } }]);
    expect([await read('Data!A5:B5', 'FORMULA'), await read("'单 价'!A1", 'FORMULA')]).toEqual([[['=SUM(A1:A4)', '=$A$1+A3']], [['=Data!A3*10']]]);
    await f.batch(id, [{ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } }, { updateSheetProperties: { properties: { sheetId: 0, title: 'My data' }, fields: 'title' } }]);
    expect([await read("'My data'!A4:B4", 'FORMULA'), await read("'单 价'!A1", 'FORMULA')]).toEqual([[['=SUM(A1:A3)', '=$A$1+#REF!']], [["=#REF!*10"]]]);
    await put("'My data'!C1", [['=A1*2']]);
    await f.batch(id, [{ copyPaste: { source: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 }, destination: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 2, endColumnIndex: 3 } } }]);
    expect(await read("'My data'!C1:C3", 'FORMULA')).toEqual([['=A1*2'], ['=A2*2'], ['=A3*2']]);
    await f.batch(id, [{ sortRange: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 3 }, sortSpecs: [{ dimensionIndex: 2, sortOrder: 'DESCENDING' }] } }]);
    expect(await read("'My data'!A1:C3")).toEqual([[7, '', 14], [5, '', 10], ['', '', 0]]);
    await f.batch(id, [{ cutPaste: { source: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 }, destination: { sheetId: 0, rowIndex: 8, columnIndex: 4 } } }]);
    expect([await read("'My data'!C1", 'FORMULA'), await read("'My data'!C1")]).toEqual([[['=E9*2']], [[14]]]);
    await f.batch(id, [{ copyPaste: { source: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 2, endColumnIndex: 3 }, destination: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 5, endColumnIndex: 6 }, pasteType: 'PASTE_VALUES' } }]);
    expect(await read("'My data'!F1", 'FORMULA')).toEqual([[14]]);
  });

  it('knows named ranges', async () => {
    const { f, id, put, read } = await sheetWith([[1], [2], [3]]);
    await f.batch(id, [{ addNamedRange: { namedRange: { name: '价格', range: { sheetId: 0, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 } } } }, { addNamedRange: { namedRange: { name: 'Rate', range: { sheetId: 0, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 } } } }]);
    await put('Data!B1', [['=SUM(价格)'], ['=Rate*2'], ['=价格*2']]);
    expect(await read('Data!B1:B3')).toEqual([[6], [6], ['#未计算']]);
  });

  it('do not stop a ledger of many rows', async () => {
    const { f, id, read, put } = await sheetWith([['=COUNTA(B2:B)']]);
    await f.batch(id, [{ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 20_000 } }]);
    await put('Data!B2', Array.from({ length: 20_000 }, (_, row) => [`T-${row}`]));
    expect(await read('Data!A1')).toEqual([[20_000]]);
    await put('Data!B20002', [['T']]);
    expect(await read('Data!A1')).toEqual([[20_001]]);
  });
});

describe('formulas written anew', () => {
  it.each([
    ['=A1+$B$2+C$3+$D4', 1, 1, '=B2+$B$2+D$3+$D5'],
    ['="A1"&\'My tab\'!A1:B2', 2, 0, '="A1"&\'My tab\'!A3:B4'],
    ['=LOG10(A1)+A:A+2:2', 1, 1, '=LOG10(B2)+B:B+3:3'],
    ['=A1', -1, 0, '=#REF!'],
  ])('%s copied by %d, %d', (formula, down, across, expected) => expect(copiedFormula(formula, down, across)).toBe(expected));

  it('after columns move and sheets go', () => {
    const move = byDimension({ kind: 'move', dimension: 'COLUMNS', start: 0, end: 1, destination: 3 });
    expect(movedFormula('=A1+B$1+Other!A1', 'Data', 'Data', move)).toBe('=C1+A$1+Other!A1');
    expect(renamedFormula('=Data!A1+Other!A1', 'Data', null)).toBe('=#REF!+Other!A1');
  });

  it('in R1C1 notation and back', () => {
    expect(toR1C1('=SUM(A1:$B$3)+C5', 4, 2)).toBe('=SUM(R[-4]C[-2]:R3C2)+R[0]C[0]');
    expect(fromR1C1('=SUM(R[-4]C[-2]:R3C2)&"R1C1"', 4, 2)).toBe('=SUM(A1:$B$3)&"R1C1"');
  });
});
