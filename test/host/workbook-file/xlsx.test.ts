/** A spreadsheet goes out to a workbook file and comes back as it was; what looks dangerous stays text. */
import { readZip } from '../../../host/services/zip';
import { exportXlsx, type ReadApi } from '../../../host/workbook-file/export-xlsx';
import { importXlsx, UnreadableFile } from '../../../host/workbook-file/import-xlsx';
import { editor, fixture, inside, owner, type Fixture } from '../spreadsheet/fixture';

const reader = (place: Fixture, id: string, as = owner): ReadApi => (path, query) =>
  place.rest('GET', `/v4/spreadsheets/${id}${path}`, { as, query: Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])) });

const LONG = Array.from({ length: 40 }, (_, index) => `第 ${index} 种, 含逗号`);
const rule = (values: readonly string[], strict = true) => ({ condition: { type: 'ONE_OF_LIST', values: values.map((userEnteredValue) => ({ userEnteredValue })) }, strict, showCustomUi: true });
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });

async function ledger(): Promise<{ readonly place: Fixture; readonly id: string }> {
  const place = fixture();
  const id = await place.create([
    {
      properties: { sheetId: 0, title: '工单', gridProperties: { rowCount: 50, columnCount: 8, frozenRowCount: 2, frozenColumnCount: 1 } },
      data: [
        {
          columnMetadata: [{ pixelSize: 150 }, {}, { hiddenByUser: true }],
          rowMetadata: [{ hiddenByUser: true }],
          rowData: [
            { values: [text('ticket'), text('severity')] },
            { values: [{ ...text('工单号'), userEnteredFormat: { textFormat: { bold: true, foregroundColor: { red: 1, green: 0, blue: 0 } }, backgroundColor: { red: 0.2, green: 0.4, blue: 0.6 }, horizontalAlignment: 'CENTER', wrapStrategy: 'WRAP' } }] },
            { values: [{ ...text("=cmd|'/c calc'!A0"), note: '来自表单\n<b>不是</b>' }, text('A 停机'), text('+1'), text('@SUM(1)'), text('00123')] },
            { values: [{ userEnteredValue: { numberValue: 46_000.5 }, userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' } } }, { userEnteredValue: { numberValue: 1234.5 }, userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '#,##0.00' } } }, { userEnteredValue: { boolValue: true } }, { userEnteredValue: { formulaValue: '=B4*2' } }] },
          ],
        },
      ],
    },
    { properties: { sheetId: 7, title: '系统/隐藏', hidden: true }, data: [{ rowData: [{ values: [text('x')] }] }] },
  ]);
  await place.batch(id, [
    { setDataValidation: { range: { sheetId: 0, startRowIndex: 2, endRowIndex: 50, startColumnIndex: 1, endColumnIndex: 2 }, rule: rule(['A 停机', 'B 降级']) } },
    { setDataValidation: { range: { sheetId: 0, startRowIndex: 2, endRowIndex: 50, startColumnIndex: 5, endColumnIndex: 6 }, rule: rule(LONG, false) } },
    { mergeCells: { range: { sheetId: 0, startRowIndex: 9, endRowIndex: 10, startColumnIndex: 3, endColumnIndex: 6 }, mergeType: 'MERGE_ALL' } },
  ]);
  return { place, id };
}

const FIELDS = 'sheets(properties(title,hidden,gridProperties),merges,data(rowData(values(userEnteredValue,userEnteredFormat(numberFormat,backgroundColor,horizontalAlignment,wrapStrategy,textFormat(bold,foregroundColor)),note,dataValidation)),columnMetadata(pixelSize,hiddenByUser)))';
const cellAt = (body: unknown, row: number, column: number): unknown => inside(body, 'sheets', 0, 'data', 0, 'rowData', row, 'values', column);

test('values, formulas, formats, widths, frozen and hidden rows, notes and lists come back', async () => {
  const { place, id } = await ledger();
  const { file, title } = await exportXlsx(reader(place, id));
  expect(title).toBe('Ledger');
  const made = await place.rest('POST', '/v4/spreadsheets', { body: await importXlsx(file, 'Copy') });
  const copy = await place.rest('GET', `/v4/spreadsheets/${String(inside(made, 'spreadsheetId'))}`, { query: { fields: FIELDS, ranges: '工单' } });
  const first = await place.rest('GET', `/v4/spreadsheets/${id}`, { query: { fields: FIELDS, ranges: '工单' } });
  for (let row = 0; row < 4; row += 1) for (let column = 0; column < 6; column += 1) expect({ row, column, cell: cellAt(copy, row, column) }).toEqual({ row, column, cell: cellAt(first, row, column) });
  expect(cellAt(copy, 40, 1)).toEqual({ dataValidation: rule(['A 停机', 'B 降级']) });
  expect(inside(cellAt(copy, 40, 5), 'dataValidation', 'condition', 'values', 39, 'userEnteredValue')).toBe(LONG[39]);
  expect(inside(copy, 'sheets', 0, 'properties', 'gridProperties')).toMatchObject({ frozenRowCount: 2, frozenColumnCount: 1 });
  expect(inside(copy, 'sheets', 0, 'data', 0, 'columnMetadata', 0)).toEqual({ pixelSize: 150 });
  expect(inside(copy, 'sheets', 0, 'data', 0, 'columnMetadata', 2, 'hiddenByUser')).toBe(true);
  expect(inside(copy, 'sheets', 0, 'merges')).toEqual([{ sheetId: 0, startRowIndex: 9, endRowIndex: 10, startColumnIndex: 3, endColumnIndex: 6 }]);
  const all = await place.rest('GET', `/v4/spreadsheets/${String(inside(made, 'spreadsheetId'))}`, { query: { fields: 'sheets.properties' } });
  expect([inside(all, 'sheets', 1, 'properties', 'title'), inside(all, 'sheets', 1, 'properties', 'hidden'), inside(all, 'sheets', 2)]).toEqual(['系统 隐藏', true, undefined]);
});

test('in the file, hostile texts are strings and only the formula is one', async () => {
  const { place, id } = await ledger();
  const { file } = await exportXlsx(reader(place, id));
  const parts = new Map(readZip(Buffer.from(file)).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]));
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet.match(/<f>[^<]*<\/f>/g)).toEqual(['<f>B4*2</f>']);
  expect(sheet).toMatch(/<c r="A3"[^>]* t="s"/);
  expect(sheet).toContain('state="frozen"');
  expect(parts.get('xl/sharedStrings.xml')).toContain("=cmd|'/c calc'!A0");
  expect(parts.get('xl/comments1.xml')).toContain('&lt;b&gt;不是&lt;/b&gt;');
});

test('who may not open a spreadsheet gets no file of it, and what is no workbook makes no spreadsheet', async () => {
  const { place, id } = await ledger();
  await expect(exportXlsx((path, query) => place.rest('GET', `/v4/spreadsheets/${id}${path}`, { as: 'stranger@example.com', query: Object.fromEntries(query), status: 200 }))).rejects.toThrow();
  await expect(exportXlsx(reader(place, id, editor))).resolves.toMatchObject({ title: 'Ledger' });
  await expect(importXlsx(Buffer.from('PK not a workbook'), 'x')).rejects.toThrow(UnreadableFile);
  await expect(importXlsx(Buffer.from(''), 'x')).rejects.toThrow(UnreadableFile);
});
