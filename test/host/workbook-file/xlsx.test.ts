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

test('rules, protections, bands, sizes and names go along, in words that other programs have too', async () => {
  const place = fixture();
  const id = await place.create([{ properties: { sheetId: 0, title: '台账', gridProperties: { rowCount: 20, columnCount: 6, frozenRowCount: 1 } } }, { properties: { sheetId: 3, title: '一个名字很长很长很长很长很长很长很长很长很长很长很长的工作表/二' } }]);
  const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({ sheetId: 0, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex });
  const when = (type: string, ...values: readonly string[]) => ({ type, ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }) });
  let rules = 0;
  const looks = (condition: unknown, ...ranges: readonly unknown[]) => ({ addConditionalFormatRule: { index: rules++, rule: { ranges, booleanRule: { condition, format: { backgroundColor: { red: 1, green: 0, blue: 0 }, textFormat: { bold: true } } } } } });
  place.part.editCells(id, 0, 0, 0, [['编号', '数', '日期', '=SUM(B2:B)', "='一个名字很长很长很长很长很长很长很长很长很长很长很长的工作表/二'!A1+份数"], ['a', '1', '2026-03-01'], ['b', '2', '']], owner);
  await place.batch(id, [
    { addNamedRange: { namedRange: { name: '份数', range: range(1, 2, 1, 2) } } },
    { addProtectedRange: { protectedRange: { range: { sheetId: 0 }, unprotectedRanges: [range(1, 20, 1, 2)] } } },
    { addProtectedRange: { protectedRange: { range: { sheetId: 3 }, warningOnly: true } } },
    { addBanding: { bandedRange: { range: range(0, 3, 0, 2), rowProperties: { headerColor: { green: 1 }, firstBandColor: { blue: 1 }, secondBandColor: { red: 1 } } } } },
    { repeatCell: { range: range(1, 2, 1, 2), cell: { userEnteredFormat: { backgroundColor: { red: 1, green: 1, blue: 0 } } }, fields: 'userEnteredFormat' } },
    { updateDimensionProperties: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 }, properties: { pixelSize: 60 }, fields: 'pixelSize' } },
    { setBasicFilter: { filter: { range: range(0, 20, 0, 3) } } },
    looks(when('CUSTOM_FORMULA', '=COUNTIF($A$2:$A,A2)>1'), range(1, 20, 0, 1), range(1, 20, 3, 4)),
    looks(when('CUSTOM_FORMULA', '=REGEXMATCH(A2,"x")'), range(1, 20, 0, 1)),
    looks(when('TEXT_CONTAINS', 'a*"b'), range(1, 20, 0, 1)),
    looks(when('NUMBER_BETWEEN', '1', '=$B$2'), range(1, 20, 1, 2)),
    looks(when('DATE_BEFORE', '2026-03-05'), range(1, 20, 2, 3)),
    looks({ type: 'DATE_EQ', values: [{ relativeDate: 'TOMORROW' }] }, range(1, 20, 2, 3)),
    { addConditionalFormatRule: { index: 6, rule: { ranges: [range(1, 20, 1, 2)], gradientRule: { minpoint: { type: 'MIN', color: { red: 1 } }, maxpoint: { type: 'PERCENTILE', value: '90', color: { green: 1 } } } } } },
    { setDataValidation: { range: range(1, 20, 1, 2), rule: { condition: when('NUMBER_BETWEEN', '0', '99'), strict: true } } },
    { setDataValidation: { range: range(1, 20, 2, 3), rule: { condition: when('DATE_AFTER', '2026-01-01'), strict: false } } },
    { setDataValidation: { range: range(1, 20, 3, 4), rule: { condition: when('CUSTOM_FORMULA', '=AND(D2<>"",D2<>$A2)'), strict: true } } },
    { setDataValidation: { range: range(1, 20, 4, 5), rule: { condition: when('BOOLEAN'), strict: true } } },
  ]);
  const { file } = await exportXlsx(reader(place, id));
  const { readXlsx } = await import('hucre/xlsx');
  const { sheets, namedRanges } = await readXlsx(file, { readStyles: true });
  const [first, second] = sheets;
  expect(first?.conditionalRules?.map(({ type, formula, range: at, colorScale }) => [type, formula ?? colorScale, at])).toEqual([
    ['expression', 'COUNTIF($A$2:$A$20,A2)>1', 'A2:A20 D2:D20'],
    ['expression', 'ISNUMBER(SEARCH("a~*""b",A2))', 'A2:A20'],
    ['expression', 'IF(ISNUMBER(B2),AND(B2>=1,B2<=($B$2)))', 'B2:B20'],
    ['colorScale', { cfvo: [{ type: 'min' }, { type: 'percentile', value: '90' }], colors: ['FFFF0000', 'FF00FF00'] }, 'B2:B20'],
    ['expression', 'IF(ISNUMBER(C2),AND(INT(C2)<46086))', 'C2:C20'],
    ['expression', 'IF(ISNUMBER(C2),AND(INT(C2)=TODAY()+1))', 'C2:C20'],
  ]);
  expect(first?.dataValidations?.map(({ type, operator, formula1, formula2, values, range: at, errorStyle }) => [at, type, operator ?? '', formula1 ?? values, formula2 ?? '', errorStyle ?? 'stop'])).toEqual([
    ['B2:B20', 'decimal', 'between', '0', '99', 'stop'],
    ['C2:C20', 'date', 'greaterThan', '46023', '', 'warning'],
    ['D2:D20', 'custom', '', 'AND(D2<>"",D2<>$A2)', '', 'stop'],
    ['E2:E20', 'list', '', ['TRUE', 'FALSE'], '', 'stop'],
  ]);
  const styleAt = (row: number, column: number) => first?.cells?.get(`${row},${column}`)?.style;
  expect([first?.protection?.sheet, second?.protection?.sheet, styleAt(1, 0)?.protection?.locked ?? true, styleAt(1, 1)?.protection?.locked, styleAt(9, 1)?.protection?.locked]).toEqual([true, undefined, true, false, false]);
  expect([styleAt(0, 0), styleAt(1, 0), styleAt(1, 1), styleAt(2, 1)].map((style) => (style?.fill?.type === 'pattern' ? style.fill.fgColor?.rgb : null))).toEqual(['00FF00', '0000FF', 'FFFF00', 'FF0000']);
  expect([first?.rowDefs?.get(1)?.height, first?.autoFilter?.range, namedRanges?.map(({ name, range: at }) => `${name} ${at.replaceAll("'", '')}`)]).toEqual([45, 'A1:C20', ['份数 台账!$B$2:$B$2']]);
  const xml = new Map(readZip(Buffer.from(file)).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]));
  expect(xml.get('xl/worksheets/sheet1.xml')?.match(/<f>[^<]*<\/f>/g)).toEqual(['<f>SUM(B2:B$20)</f>', `<f>'${second?.name ?? ''}'!A1+份数</f>`]);
  // The order that the format's schema asks of a sheet's parts; other programs refuse a file that has another one.
  const order = [...(xml.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<(sheetViews|sheetFormatPr|cols|sheetData|sheetProtection|autoFilter|mergeCells|conditionalFormatting|dataValidations|hyperlinks|pageMargins|legacyDrawing)[ >]/g)].map(([, name]) => name);
  expect([...new Set(order)]).toEqual(['sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection', 'autoFilter', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'pageMargins', 'legacyDrawing'].filter((name) => order.includes(name)));
  expect(xml.get('xl/styles.xml')).toMatch(/<dxf><font><b\/>.*?<bgColor rgb="(?:FF)?FF0000"\/>/);
});

test('who may not open a spreadsheet gets no file of it, and what is no workbook makes no spreadsheet', async () => {
  const { place, id } = await ledger();
  await expect(exportXlsx((path, query) => place.rest('GET', `/v4/spreadsheets/${id}${path}`, { as: 'stranger@example.com', query: Object.fromEntries(query), status: 200 }))).rejects.toThrow();
  await expect(exportXlsx(reader(place, id, editor))).resolves.toMatchObject({ title: 'Ledger' });
  await expect(importXlsx(Buffer.from('PK not a workbook'), 'x')).rejects.toThrow(UnreadableFile);
  await expect(importXlsx(Buffer.from(''), 'x')).rejects.toThrow(UnreadableFile);
});

test('conditional formats of a file come in: comparisons, formulas and scales, in their order; what has no word is left out', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const red = { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'FF0000' }, bgColor: { rgb: 'FF0000' } }, font: { bold: true } };
  const scale = (type: 'min' | 'max' | 'num', value?: string) => ({ type, ...(value !== undefined && { value }) });
  const file = await writeXlsx({
    sheets: [{
      name: '评分', rows: [['分', '差'], [2, 1], [5, 7], [9, 3]],
      conditionalRules: [
        { type: 'expression', priority: 3, range: 'A2:A1048576', formula: '$B2>5', style: red },
        { type: 'cellIs', priority: 1, operator: 'between', range: 'A2:A4 B2:B4', formula: ['4', '6'], style: red },
        { type: 'colorScale', priority: 2, range: 'B2:B4', colorScale: { cfvo: [scale('min'), scale('num', '3'), scale('max')], colors: ['FFFF0000', 'FFFFFFFF', 'FF00FF00'] } },
        { type: 'dataBar', priority: 4, range: 'B2:B4', dataBar: { cfvo: [scale('min'), scale('max')], color: 'FF0000FF' } },
      ],
    }],
  });
  const place = fixture();
  const made = await place.rest('POST', '/v4/spreadsheets', { body: await importXlsx(file, '评分') });
  const copy = await place.rest('GET', `/v4/spreadsheets/${String(inside(made, 'spreadsheetId'))}`, { query: { fields: 'sheets(properties.gridProperties,conditionalFormats)' } });
  const rules = inside(copy, 'sheets', 0, 'conditionalFormats');
  const area = (startRowIndex: number, endRowIndex: number, startColumnIndex: number) => ({ startRowIndex, endRowIndex, startColumnIndex, endColumnIndex: startColumnIndex + 1 });
  expect(rules).toMatchObject([
    { ranges: [area(1, 4, 0), area(1, 4, 1)], booleanRule: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=AND(A2>=(4),A2<=(6))' }] }, format: { backgroundColor: { red: 1 }, textFormat: { bold: true } } } },
    { gradientRule: { minpoint: { type: 'MIN', color: { red: 1 } }, midpoint: { type: 'NUMBER', value: '3' }, maxpoint: { type: 'MAX', color: { green: 1 } } } },
    { ranges: [area(1, 1000, 0)], booleanRule: { condition: { values: [{ userEnteredValue: '=$B2>5' }] } } },
  ]);
  expect(rules).toHaveLength(3);
  expect(inside(copy, 'sheets', 0, 'properties', 'gridProperties', 'rowCount')).toBe(1000);
});

test('a file that freezes through merged cells comes in with fewer frozen lines, every sheet with its own merges', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const merge = { startRow: 0, endRow: 2, startCol: 0, endCol: 0 };
  const file = await writeXlsx({
    sheets: [
      { name: 'one', rows: [['a', 'b'], ['', 'c']], freezePane: { rows: 2, columns: 1 }, merges: [merge] },
      { name: 'two', rows: [['a']], merges: [merge] },
    ],
  });
  const place = fixture();
  const made = await place.rest('POST', '/v4/spreadsheets', { body: await importXlsx(file, 'Frozen') });
  const copy = await place.rest('GET', `/v4/spreadsheets/${String(inside(made, 'spreadsheetId'))}`, { query: { fields: 'sheets(merges,properties.gridProperties)' } });
  const grid = inside(copy, 'sheets', 0, 'properties', 'gridProperties');
  expect([inside(grid, 'frozenRowCount') ?? 0, inside(grid, 'frozenColumnCount')]).toEqual([0, 1]);
  expect([0, 1].map((sheet) => inside(copy, 'sheets', sheet, 'merges', 0, 'endRowIndex'))).toEqual([3, 3]);
});
