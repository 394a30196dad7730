/** Conditional formats, validations and filters as people meet them: conditions, formulas and colour scales. */
import { editor, fixture, inside, owner, type Fixture } from './fixture';

const yellow = { red: 1, green: 1, blue: 0 };
const everyCell = { sheetId: 0 };
const column = (index: number, fromRow = 0): Record<string, number> => ({ sheetId: 0, startRowIndex: fromRow, startColumnIndex: index, endColumnIndex: index + 1 });
const condition = (type: string, ...values: readonly string[]): unknown => ({ type, ...(values.length > 0 ? { values: values.map((userEnteredValue) => ({ userEnteredValue })) } : {}) });
const formatWhen = (ranges: readonly unknown[], type: string, ...values: readonly string[]): unknown => ({ addConditionalFormatRule: { rule: { ranges, booleanRule: { condition: condition(type, ...values), format: { backgroundColor: yellow } } } } });

async function sheetWith(values: readonly (readonly string[])[]): Promise<{ readonly f: Fixture; readonly id: string; marked(columns?: number): string[] }> {
  const f = fixture();
  const id = await f.create();
  f.part.editCells(id, 0, 0, 0, values, owner);
  const marked = (columns = 3): string[] => f.part.grid(id, 0, { row: 0, column: 0, rows: 7, columns }, owner).cells.flatMap((row, down) => row.flatMap(({ background }, across) => (background === undefined ? [] : [`${'ABCDEF'[across]}${down + 1}${background === '#ffff00' ? '' : background}`])));
  return { f, id, marked };
}

describe('conditional formats', () => {
  it.each([
    ['BLANK', [], 'A4'], ['NOT_BLANK', [], 'A1 A2 A3 A5'], ['NUMBER_GREATER', ['=$C$1'], 'A2 A5'], ['NUMBER_BETWEEN', ['1', '7'], 'A1'],
    ['TEXT_CONTAINS', ['逾'], 'A3'], ['DATE_AFTER', ['2026-03-04'], 'A5'], ['DATE_BEFORE', ['=TODAY()+1'], 'A1 A2 A5'], ['TEXT_EQ', ['=C1'], 'A3'],
    ['CUSTOM_FORMULA', ['=AND(ISNUMBER(A1),A1>=$C$1*2)'], 'A2 A5'], ['CUSTOM_FORMULA', ['=COUNTIF($A$1:$A,A1)=1'], 'A1 A2 A3 A5'], ['CUSTOM_FORMULA', ['=MOD(ROW(),2)=0'], 'A2 A4'],
    ['CUSTOM_FORMULA', ['=B1="是"'], 'A2'], ['CUSTOM_FORMULA', ['=Data!$B2'], 'A4'], ['CUSTOM_FORMULA', ['=IMPORTRANGE("x","y")'], ''], ['CUSTOM_FORMULA', ['=1/0'], ''], ['CUSTOM_FORMULA', ['=COLUMN()'], 'A1 A2 A3 A4 A5'],
  ] as const)('%s %j', async (type, values, expected) => {
    const { f, id, marked } = await sheetWith([['5', '', '6'], ['12', '是', ''], ['逾期', '', '逾期'], ['', '', ''], ['2026-03-05', 'TRUE', '']]);
    await f.batch(id, [formatWhen([{ ...column(0), endRowIndex: 5 }], type, ...values)]);
    expect(marked().join(' ')).toBe(expected);
  });

  it('count from the first cell of their first range, also when that row goes', async () => {
    const { f, id, marked } = await sheetWith([['标题', '', ''], ['逾期', '逾期', ''], ['正常', '逾期', '=A2'], ['逾期', '正常', '=QUERY(A1:A2)']]);
    await f.batch(id, [formatWhen([column(0, 1), column(2, 1)], 'CUSTOM_FORMULA', '=B2="逾期"')]);
    expect(marked().join(' ')).toBe('A2 A3');
    await f.batch(id, [{ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } }]);
    expect(marked().join(' ')).toBe('A2');
    f.part.editCells(id, 0, 2, 1, [['逾期', '']], owner);
    expect(marked().join(' ')).toBe('A2 A3');
    const { sheets } = (await f.rest('GET', `/v4/spreadsheets/${id}`)) as { readonly sheets: readonly unknown[] };
    expect(inside(sheets, 0, 'conditionalFormats', 0, 'booleanRule', 'condition', 'values', 0, 'userEnteredValue')).toBe('=B2="逾期"');
  });

  it('rest on computed formulas, and hold nowhere on those that are not', async () => {
    const { f, id, marked } = await sheetWith([['=1+1', '=QUERY(A1)'], ['=A1/0', '3']]);
    await f.batch(id, [formatWhen([everyCell], 'CUSTOM_FORMULA', '=OR(ISERROR(A1),A1>2)')]);
    expect(marked(2).join(' ')).toBe('A2 B2');
  });

  it('are colour scales over the numbers of their range', async () => {
    const { f, id, marked } = await sheetWith([['0'], ['5'], ['10'], ['x'], ['20']]);
    const scale = (type: string, value: string | undefined, green: number): unknown => ({ type, ...(value === undefined ? {} : { value }), color: { red: 1 - green, green, blue: 0 } });
    await f.batch(id, [{ addConditionalFormatRule: { rule: { ranges: [column(0)], gradientRule: { minpoint: scale('MIN', undefined, 0), midpoint: scale('NUMBER', '10', 0.4), maxpoint: scale('MAX', undefined, 1) } } } }]);
    expect(marked(1)).toEqual(['A1#ff0000', 'A2#cc3300', 'A3#996600', 'A5#00ff00']);
    await f.batch(id, [{ updateConditionalFormatRule: { index: 0, sheetId: 0, rule: { ranges: [column(0)], gradientRule: { minpoint: scale('PERCENTILE', '50', 0), maxpoint: scale('PERCENT', '100', 1) } } } }]);
    expect(marked(1)).toEqual(['A1#ff0000', 'A2#ff0000', 'A3#cc3300', 'A5#00ff00']);
  });
});

describe('validations told by a formula or by a range', () => {
  const rule = (...told: Parameters<typeof condition>): unknown => ({ condition: condition(...told), strict: true });
  const attempt = ({ f, id }: { readonly f: Fixture; readonly id: string }, row: number, across: number, values: readonly (readonly string[])[]): string => {
    const { outcome } = f.part.editCells(id, 0, row, across, values, editor);
    return outcome.accepted ? 'accepted' : (/\b[A-Z]+\d+\b/.exec(outcome.message)?.[0] ?? outcome.message);
  };

  it('refuse what the formula does not hold for, counting from the first cell, whatever was cut out of the range', async () => {
    const place = await sheetWith([['5', '10'], ['7', '20'], ['9', '30'], ['11', '40']]);
    const { f, id } = place;
    await f.batch(id, [
      { setDataValidation: { range: { ...column(2), endRowIndex: 6 }, rule: rule('CUSTOM_FORMULA', '=AND(C1>=$A1,C1<=B1,COUNTIF(C$1:C$6,C1)=1)') } },
      { setDataValidation: { range: { ...column(2, 1), endRowIndex: 2 } } },
    ]);
    expect(attempt(place, 0, 2, [['6']])).toBe('accepted');
    expect(attempt(place, 0, 2, [['4']])).toBe('C1');
    expect(attempt(place, 1, 2, [['400']])).toBe('accepted');
    expect(attempt(place, 2, 2, [['30'], ['41']])).toBe('C4');
    expect(attempt(place, 2, 2, [['30'], ['30']])).toBe('C3');
    expect(attempt(place, 2, 2, [['30'], ['=1+1']])).toBe('accepted');
    expect(inside(await f.rest('GET', `/v4/spreadsheets/${id}`, { query: { includeGridData: 'true', ranges: 'Data!C4' } }), 'sheets', 0, 'data', 0, 'rowData', 0, 'values', 0, 'dataValidation', 'condition', 'values', 0, 'userEnteredValue')).toBe('=AND(C4>=$A4,C4<=B4,COUNTIF(C$1:C$6,C4)=1)');
    await f.batch(id, [{ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } }]);
    expect(attempt(place, 1, 2, [['31']])).toBe('C2');
    expect(attempt(place, 1, 2, [['29']])).toBe('accepted');
  });

  it('take a list that names no sheet from their own', async () => {
    const { f, id } = await sheetWith([['错']]);
    await f.batch(id, [{ addSheet: { properties: { sheetId: 7, title: 'Second' } } }]);
    f.part.editCells(id, 7, 0, 0, [['红'], ['绿']], owner);
    await f.batch(id, [{ setDataValidation: { range: { ...column(2), sheetId: 7 }, rule: rule('ONE_OF_RANGE', '=$A$1:$A$2') } }]);
    expect(f.part.grid(id, 7, { row: 0, column: 2, rows: 1, columns: 1 }, owner).cells[0]?.[0]?.choices).toEqual(['红', '绿']);
    expect(['错', '绿'].map((typed) => f.part.editCells(id, 7, 0, 2, [[typed]], owner).outcome.accepted)).toEqual([false, true]);
  });

  it('let pass what cannot be computed, and take operands told by formulas', async () => {
    const place = await sheetWith([['5', '', '红'], ['', '', '绿']]);
    await place.f.batch(place.id, [
      { setDataValidation: { range: { ...column(0) }, rule: rule('CUSTOM_FORMULA', '=REGEXMATCH(A1,"x")') } },
      { setDataValidation: { range: { ...column(1) }, rule: rule('NUMBER_GREATER', '=$A$1*2') } },
      { setDataValidation: { range: { ...column(3) }, rule: rule('ONE_OF_RANGE', '=Data!C1:C') } },
    ]);
    expect([attempt(place, 1, 0, [['y']]), attempt(place, 0, 1, [['10']]), attempt(place, 0, 1, [['11']]), attempt(place, 0, 3, [['红']]), attempt(place, 0, 3, [['蓝']])]).toEqual(['accepted', 'B1', 'accepted', 'accepted', 'D1']);
  });
});

it('a filter hides rows by formula, unless it cannot be computed', async () => {
  const { f, id } = await sheetWith([['名', '数'], ['a', '1'], ['b', '2'], ['c', '3']]);
  const hidden = async (formula: string): Promise<readonly number[]> => {
    await f.batch(id, [{ setBasicFilter: { filter: { range: { ...everyCell, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 }, criteria: { 1: { condition: condition('CUSTOM_FORMULA', formula) } } } } }]);
    return f.part.grid(id, 0, { row: 0, column: 0, rows: 1, columns: 1 }, owner).hiddenRows;
  };
  expect([await hidden('=B2>=2'), await hidden('=REGEXMATCH(A2,"a")')]).toEqual([[1], []]);
});
