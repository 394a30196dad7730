import { editor, fixture, inside, messageOf, owner, stranger, viewer, type Fixture } from './fixture';

const values = (id: string, range: string): string => `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}`;
const text = (stringValue: string): object => ({ userEnteredValue: { stringValue } });
const number = (numberValue: number): object => ({ userEnteredValue: { numberValue } });

async function filled(f: Fixture): Promise<string> {
  const id = await f.create();
  await f.rest('PUT', values(id, 'Data!A1'), { query: { valueInputOption: 'RAW' }, body: { values: [['a', 1, true], ['b', 2], ['', '', 'c']] } });
  return id;
}

describe('values', () => {
  it('gives back what was written and leaves out empty ends', async () => {
    const f = fixture();
    const id = await filled(f);
    expect(await f.rest('GET', values(id, 'Data'))).toEqual({ range: 'Data!A1:Z1000', majorDimension: 'ROWS', values: [['a', '1', 'TRUE'], ['b', '2'], ['', '', 'c']] });
    expect(await f.rest('GET', values(id, 'Data!B1:B'), { query: { valueRenderOption: 'UNFORMATTED_VALUE' } })).toEqual({ range: 'Data!B1:B1000', majorDimension: 'ROWS', values: [[1], [2]] });
    expect(await f.rest('GET', values(id, 'Data!A1:B2'), { query: { majorDimension: 'COLUMNS' } })).toMatchObject({ values: [['a', 'b'], ['1', '2']] });
    expect(await f.rest('GET', values(id, 'Data!F9'))).toEqual({ range: 'Data!F9', majorDimension: 'ROWS' });
  });

  it('reads several ranges in one call', async () => {
    const f = fixture();
    const id = await filled(f);
    const body = await f.rest('GET', `/v4/spreadsheets/${id}/values:batchGet`, { query: { ranges: ['Data!A1:A', 'Data!C:C'], valueRenderOption: 'UNFORMATTED_VALUE' } });
    expect(body).toEqual({
      spreadsheetId: id,
      valueRanges: [
        { range: 'Data!A1:A1000', majorDimension: 'ROWS', values: [['a'], ['b']] },
        { range: 'Data!C1:C1000', majorDimension: 'ROWS', values: [[true], [], ['c']] },
      ],
    });
  });

  it('takes USER_ENTERED like typing and RAW as it is', async () => {
    const f = fixture();
    const id = await f.create();
    const row = ['007', '2026-01-02', '5%', 'TRUE', "'5", '=A1'];
    await f.rest('PUT', values(id, 'Data!A1'), { query: { valueInputOption: 'USER_ENTERED' }, body: { values: [row] } });
    await f.rest('PUT', values(id, 'Data!A2'), { query: { valueInputOption: 'RAW' }, body: { values: [row] } });
    const read = async (option: string): Promise<unknown> => inside(await f.rest('GET', values(id, 'Data!A1:F2'), { query: { valueRenderOption: option } }), 'values');
    expect(await read('UNFORMATTED_VALUE')).toEqual([[7, 46024, 0.05, true, '5', 7], row]);
    expect(await read('FORMATTED_VALUE')).toEqual([['7', '2026-01-02', '5%', 'TRUE', '5', '7'], row]);
    expect(await read('FORMULA')).toEqual([[7, 46024, 0.05, true, '5', '=A1'], row]);
  });

  it('appends after the table, clears and skips null', async () => {
    const f = fixture();
    const id = await filled(f);
    const appended = await f.rest('POST', `${values(id, 'Data!A1')}:append`, { query: { valueInputOption: 'RAW' }, body: { values: [['x']] } });
    expect(appended).toMatchObject({ tableRange: 'Data!A1:C3', updates: { updatedRange: 'Data!A4', updatedCells: 1 } });
    await f.rest('PUT', values(id, 'Data!A1:B1'), { query: { valueInputOption: 'RAW' }, body: { values: [[null, 9]] } });
    expect(inside(await f.rest('GET', values(id, 'Data!A1:B1')), 'values')).toEqual([['a', '9']]);
    expect(await f.rest('POST', `${values(id, 'Data!A2:C4')}:clear`, { body: {} })).toEqual({ spreadsheetId: id, clearedRange: 'Data!A2:C4' });
    expect(inside(await f.rest('GET', values(id, 'Data')), 'values')).toEqual([['a', '9', 'TRUE']]);
  });

  it.each([
    ['GET', 'Nowhere!A1', {}, 'Unable to parse range: Nowhere!A1'],
    ['GET', 'Data!A2000', {}, 'Range (Data!A2000) exceeds grid limits. Max rows: 1000, max columns: 26'],
    ['PUT', 'Data!A1', { body: { values: [['x']] } }, "'valueInputOption' is required but not specified"],
    ['PUT', 'Data!A1', { body: { values: [['x'.repeat(50_001)]] }, query: { valueInputOption: 'RAW' } }, 'Your input contains more than the maximum of 50000 characters in a single cell.'],
    ['PUT', 'Data!A1:B1', { body: { values: [['x'], ['y']] }, query: { valueInputOption: 'RAW' } }, 'Requested writing within range [Data!A1:B1], but tried writing to row [2]'],
    ['PUT', 'Data!A1', { body: { valuez: [] }, query: { valueInputOption: 'RAW' } }, 'Invalid JSON payload received. Unknown name "valuez": Cannot find field.'],
  ])('refuses %s %s', async (method, range, options, message) => {
    const f = fixture();
    const id = await f.create();
    expect(await f.rest(method, values(id, range), { ...options, status: 400 })).toEqual({ error: { code: 400, message, status: 'INVALID_ARGUMENT' } });
  });
});

describe('access', () => {
  it('lets viewers read, strangers nothing, and nobody what is not there', async () => {
    const f = fixture();
    const id = await filled(f);
    const denied = { error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' } };
    await f.rest('GET', values(id, 'Data'), { as: viewer });
    expect(await f.rest('GET', values(id, 'Data'), { as: stranger, status: 403 })).toEqual(denied);
    expect(await f.rest('PUT', values(id, 'Data!A1'), { as: viewer, status: 403, query: { valueInputOption: 'RAW' }, body: { values: [['x']] } })).toEqual(denied);
    expect(await f.rest('GET', '/v4/spreadsheets/none', { status: 404 })).toEqual({ error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } });
  });

  it('keeps editors out of protected cells, and lets the owner and listed editors in', async () => {
    const f = fixture();
    const id = await filled(f);
    const range = { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 };
    const made = await f.batch(id, [{ addProtectedRange: { protectedRange: { range } } }]);
    const write = { updateCells: { rows: [{ values: [text('new')] }], fields: 'userEnteredValue', start: { sheetId: 0, rowIndex: 0, columnIndex: 0 } } };
    const body = await f.batch(id, [write], editor, 400);
    expect(messageOf(body)).toBe('Invalid requests[0].updateCells: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.');
    await f.batch(id, [write], owner);
    const protectedRangeId = inside(made, 'replies', 0, 'addProtectedRange', 'protectedRange', 'protectedRangeId');
    await f.batch(id, [{ updateProtectedRange: { protectedRange: { protectedRangeId, editors: { users: [editor] } }, fields: 'editors' } }]);
    await f.batch(id, [write], editor);
  });
});

describe('batchUpdate', () => {
  it('applies all requests or none', async () => {
    const f = fixture();
    const id = await filled(f);
    const before = await f.rest('GET', `/v4/spreadsheets/${id}`, { query: { includeGridData: 'true' } });
    const body = await f.batch(
      id,
      [
        { updateCells: { rows: [{ values: [text('changed')] }], fields: 'userEnteredValue', start: { sheetId: 0, rowIndex: 0, columnIndex: 0 } } },
        { addSheet: { properties: { title: 'More' } } },
        { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
        { addSheet: { properties: { title: 'More' } } },
      ],
      owner,
      400,
    );
    expect(messageOf(body)).toBe('Invalid requests[3].addSheet: A sheet with the name "More" already exists. Please enter another name.');
    expect(await f.rest('GET', `/v4/spreadsheets/${id}`, { query: { includeGridData: 'true' } })).toEqual(before);
  });

  it('answers each request in its place', async () => {
    const f = fixture();
    const id = await f.create();
    const body = await f.rest('POST', `/v4/spreadsheets/${id}:batchUpdate`, {
      body: {
        requests: [
          { repeatCell: { range: { sheetId: 0, endRowIndex: 1 }, cell: { userEnteredFormat: { textFormat: { bold: true } } }, fields: 'userEnteredFormat.textFormat.bold' } },
          { addSheet: { properties: { title: 'Two', sheetId: 7, gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 } } } },
        ],
        includeSpreadsheetInResponse: true,
      },
    });
    expect(inside(body, 'replies', 0)).toEqual({});
    expect(inside(body, 'replies', 1, 'addSheet', 'properties')).toMatchObject({ sheetId: 7, index: 1, gridProperties: { rowCount: 5, columnCount: 3, frozenRowCount: 1 } });
    expect(inside(body, 'updatedSpreadsheet', 'sheets')).toHaveLength(2);
  });

  it.each([
    [[{ addShet: {} }], 'Invalid JSON payload received. Unknown name "addShet" at \'requests[0]\': Cannot find field.'],
    [[{ addSheet: { properties: { titel: 'x' } } }], 'Invalid JSON payload received. Unknown name "titel" at \'requests[0].add_sheet.properties\': Cannot find field.'],
    [[{ deleteSheet: { sheetId: 'x' } }], "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), \"x\""],
    [[{}], 'Invalid requests[0]: No request set.'],
    [[], 'Must specify at least one request.'],
    [[{ deleteSheet: { sheetId: 0 } }], "Invalid requests[0].deleteSheet: You can't remove all the visible sheets in a document."],
    [[{ deleteSheet: { sheetId: 99 } }], 'Invalid requests[0].deleteSheet: No grid with id: 99'],
    [[{ repeatCell: { range: { sheetId: 0 }, cell: {}, fields: 'userEnteredFormat.textFormat.blod' } }], 'Invalid requests[0].repeatCell: Invalid field: userEnteredFormat.textFormat.blod'],
    [[{ updateCells: { start: { sheetId: 0 }, rows: [] } }], "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"],
  ])('refuses %j', async (requests, message) => {
    const f = fixture();
    const id = await f.create();
    expect(messageOf(await f.batch(id, requests, owner, 400))).toBe(message);
  });

  it('keeps strings literal and grows the sheet when cells are appended', async () => {
    const f = fixture();
    const id = await f.create([{ properties: { sheetId: 0, title: 'Data', gridProperties: { rowCount: 2, columnCount: 2 } } }]);
    await f.batch(id, [{ appendCells: { sheetId: 0, fields: 'userEnteredValue', rows: [{ values: [text('=1+1'), number(1)] }, { values: [text('007')] }, { values: [number(3), number(4), number(5)] }] } }]);
    const body = await f.rest('GET', values(id, 'Data'), { query: { valueRenderOption: 'FORMULA' } });
    expect(body).toEqual({ range: 'Data!A1:C3', majorDimension: 'ROWS', values: [['=1+1', 1], ['007'], [3, 4, 5]] });
  });

  it('moves, sorts, copies and deletes rows with what is attached to them', async () => {
    const f = fixture();
    const id = await filled(f);
    const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] }, strict: true, showCustomUi: true };
    await f.batch(id, [
      { setDataValidation: { range: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 }, rule } },
      { addNamedRange: { namedRange: { name: 'rest', range: { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 } } } },
      { createDeveloperMetadata: { developerMetadata: { metadataKey: 'mark', metadataValue: '1', visibility: 'DOCUMENT', location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } } } },
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    ]);
    const body = await f.rest('GET', `/v4/spreadsheets/${id}`, { query: { ranges: 'Data!A3:A5', fields: 'namedRanges.range,sheets(data(rowData.values.dataValidation))' } });
    expect(inside(body, 'namedRanges', 0, 'range')).toMatchObject({ startRowIndex: 3, endRowIndex: 5 });
    expect(inside(body, 'sheets', 0, 'data', 0, 'rowData')).toEqual([{ values: [{}] }, { values: [{ dataValidation: rule }] }, { values: [{ dataValidation: rule }] }]);
    const found = await f.rest('POST', `/v4/spreadsheets/${id}/developerMetadata:search`, { body: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'mark' } }] } });
    expect(inside(found, 'matchedDeveloperMetadata', 0, 'developerMetadata', 'location')).toMatchObject({ locationType: 'ROW', dimensionRange: { startIndex: 4, endIndex: 5 } });
    await f.batch(id, [
      { moveDimension: { source: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 }, destinationIndex: 5 } },
      { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
      { copyPaste: { source: { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 }, destination: { sheetId: 0, startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 } } },
      { sortRange: { range: { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }] } },
    ]);
    expect(inside(await f.rest('GET', values(id, 'Data')), 'values')).toEqual([['b', '2'], ['b', '2'], ['b', '2'], ['a', '1', 'TRUE'], ['', '', 'c']]);
  });
});
