import { displayValue, numberFormatOf } from '../../../host/spreadsheet/model/number-format';
import { parseTyped } from '../../../host/spreadsheet/model/typing';
import { fixture, inside, owner } from './fixture';

const januarySecond = 46024;

describe('typed text in other locales', () => {
  it.each([
    ['de_DE', '1,5', 1.5],
    ['de_DE', '-1.234,5', -1234.5],
    ['de_DE', '1.234.567', 1234567],
    ['de_DE', '12,5%', 0.125],
    ['de_DE', '2.1.2026', januarySecond],
    ['de_DE', '2.1.2026 10:30', januarySecond + 0.4375],
    ['de_DE', '02/01/2026', januarySecond],
    ['de_DE', '2026-01-02', januarySecond],
    ['de_DE', '30.2.2026', '30.2.2026'],
    ['de_DE', '1.5', '1.5'],
    ['fr_FR', '1,5', 1.5],
    ['fr_FR', '2/1/2026', januarySecond],
    ['en_GB', '1.5', 1.5],
    ['en_GB', '2/1/2026', januarySecond],
    ['es_MX', '1,234.5', 1234.5],
    ['en_US', '1/2/2026', januarySecond],
    ['en_US', 'Jan 5, 2026', januarySecond + 3],
    ['en_US', 'January 5, 2026', januarySecond + 3],
    ['en_US', 'Jan 5th, 2026', 'Jan 5th, 2026'],
    ['en_US', 'Line 5, 2026', 'Line 5, 2026'],
    ['zh_CN', 'Jan 5, 2026', 'Jan 5, 2026'],
  ])('in %s %j becomes %j', (locale, text, value) => {
    expect(parseTyped(text, undefined, { locale, year: 2026 }).value).toBe(value);
  });

  it.each([
    ['25:00:00', { value: 25 / 24, pattern: '[h]:mm:ss' }],
    ['125:30:15', { value: 451815 / 86400, pattern: '[h]:mm:ss' }],
    ['25:60:00', { value: '25:60:00' }],
  ])('%s is more than a day, where it is a length of time at all', (text, typed) => {
    expect(parseTyped(text, undefined, { locale: 'zh_CN', year: 2026 })).toEqual(typed);
  });
});

it.each([
  ['de_DE', 1.5, '', '1,5'], ['de_DE', 1234.5, '#,##0.00', '1.234,50'], ['de_DE', januarySecond, null, '02.01.2026'],
  ['en_GB', 1.5, '', '1.5'], ['en_GB', januarySecond, null, '02/01/2026'], ['fr_FR', 0.25, '0.0%', '25,0%'],
] as const)('in %s %d shows as its people write it', (locale, value, pattern, shown) => {
  expect(displayValue(value, pattern === null ? { type: 'DATE' } : pattern === '' ? undefined : numberFormatOf(pattern), locale)).toBe(shown);
});

describe('a sheet in German', () => {
  const opened = async () => {
    const f = fixture();
    const id = await f.create();
    await f.batch(id, [{ updateSpreadsheetProperties: { properties: { locale: 'de_DE' }, fields: 'locale' } }]);
    const put = (values: readonly (readonly unknown[])[]) => f.rest('PUT', `/v4/spreadsheets/${id}/values/Data!A1`, { query: { valueInputOption: 'USER_ENTERED' }, body: { values } });
    const read = async () => inside(await f.rest('GET', `/v4/spreadsheets/${id}/values/Data!A1:F1`, { query: { valueRenderOption: 'UNFORMATTED_VALUE' } }), 'values', 0);
    return { f, id, put, read };
  };

  it('offers what typing again gives the same cell', async () => {
    const { f, id, put, read } = await opened();
    await put([['1,5', '2.1.2026', '2.1.2026 10:30', '25:00:00', 0.25]]);
    await f.batch(id, [{ repeatCell: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 }, cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'm/d/yyyy' } } }, fields: 'userEnteredFormat.numberFormat' } }]);
    const before = await read();
    const { cells } = f.part.grid(id, 0, { row: 0, column: 0, rows: 1, columns: 5 }, owner);
    await put([(cells[0] ?? []).map((cell) => inside(cell, 'input'))]);
    expect(before).toEqual([1.5, januarySecond, januarySecond + 0.4375, 25 / 24, 0.25]);
    expect(await read()).toEqual(before);
  });

  it('reads the numbers of rules as rules are written', async () => {
    const { f, id, read } = await opened();
    const rule = { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '1.5' }] }, strict: true };
    await f.batch(id, [{ setDataValidation: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 }, rule } }]);
    expect(f.part.editCells(id, 0, 0, 0, [['1,4']], owner).outcome).toMatchObject({ accepted: false });
    expect(f.part.editCells(id, 0, 0, 0, [['1,6']], owner).outcome).toMatchObject({ accepted: true });
    expect(await read()).toEqual([1.6]);
  });
});
