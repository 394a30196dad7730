import { call, cleanUp, engineer, load, owner, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const opened = `
  function make() { var s = SpreadsheetApp.create('Ledger'); s.addEditor('${engineer}'); return s.getId(); }
  function sheet(id) { return SpreadsheetApp.openById(id).getSheets()[0]; }`;

async function run(body: string): Promise<unknown> {
  const workspace = await workspaceWith(`${opened} function main() { var id = make(); var s = SpreadsheetApp.openById(id); var t = s.getSheets()[0]; ${body} }`, {
    manifest: { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] } },
  });
  return call(workspace, 'main');
}

describe('values', () => {
  it('parses strings like typing unless the cell is text', async () => {
    expect(
      await run(`
        t.getRange('A2:F2').setNumberFormat('@');
        var row = ['007', '2026-01-02', '5%', 'TRUE', "'x", ''];
        t.getRange('A1:F2').setValues([row, row]);
        var values = t.getRange('A1:F2').getValues();
        return [values[0].map(function (v) { return v instanceof Date ? v.toISOString() : v; }), values[1], t.getRange('A1:F1').getDisplayValues()[0]];`),
    ).toEqual([
      [7, '2026-01-01T16:00:00.000Z', 0.05, true, 'x', ''],
      ['007', '2026-01-02', '5%', 'TRUE', 'x', ''],
      ['7', '2026-01-02', '5%', 'TRUE', 'x', ''],
    ]);
  });

  it('carries dates in the time zone of the spreadsheet', async () => {
    expect(
      await run(`
        s.setSpreadsheetTimeZone('America/New_York');
        t.getRange('A1').setValue(new Date('2026-07-01T12:30:00Z')).setNumberFormat('yyyy-mm-dd hh:mm');
        return [t.getRange('A1').getDisplayValue(), t.getRange('A1').getValue().toISOString(), Sheets.Spreadsheets.Values.get(id, 'A1', { valueRenderOption: 'UNFORMATTED_VALUE' }).values];`),
    ).toEqual(['2026-07-01 08:30', '2026-07-01T12:30:00.000Z', [[46204.35416666667]]]);
  });

  it('reads and writes the same cells as the API', async () => {
    expect(
      await run(`
        t.getRange(1, 1, 2, 2).setValues([['a', 1], ['b', true]]);
        SpreadsheetApp.flush();
        Sheets.Spreadsheets.Values.append({ values: [['c', 3]] }, id, 'A1', { valueInputOption: 'RAW' });
        t.appendRow(['d', new Date('2026-03-04T00:00:00+08:00')]);
        return [t.getLastRow(), t.getLastColumn(), t.getDataRange().getA1Notation(), Sheets.Spreadsheets.Values.get(id, 'A1:B').values];`),
    ).toEqual([4, 2, 'A1:B4', [['a', '1'], ['b', 'TRUE'], ['c', '3'], ['d', '2026-03-04']]]);
  });

  it('computes formulas, and says so of those that it does not compute', async () => {
    expect(await run(`t.getRange('A1').setFormula('=1+1'); t.getRange('A2').setFormula('=QUERY(A1)'); var r = t.getRange('A1:A2'); return [r.getValues(), r.getFormulas(), r.getDisplayValues()];`)).toEqual([
      [[2], ['#未计算']], [['=1+1'], ['=QUERY(A1)']], [['2'], ['#未计算']],
    ]);
  });

  it('keeps notes and validations when a sheet is cleared', async () => {
    expect(
      await run(`
        var r = t.getRange('A1').setValue('x').setNote('n').setBackground('#ff0000');
        r.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['x', 'y']).setAllowInvalid(false).build());
        t.clear();
        return [r.getValue(), r.getNote(), r.getBackground(), r.getDataValidation().getCriteriaValues()];`),
    ).toEqual(['', 'n', '#ffffff', [['x', 'y'], true]]);
  });
});

describe('refusals in the words of the platform', () => {
  it.each([
    [`t.getRange(1, 1, 2, 1).setValues([['a']]);`, 'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.'],
    [`t.getRange(1, 1, 1, 2).setValues([['a']]);`, 'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.'],
    [`t.getRange(1, 1, 0, 1);`, 'The number of rows in the range must be at least 1.'],
    [`t.getRange(1001, 1);`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`t.getRange('A1').setValue(new Array(50002).join('x'));`, 'Your input contains more than the maximum of 50000 characters in a single cell.'],
    [
      `t.getRange('F1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).setAllowInvalid(false).build()).setValue(9); SpreadsheetApp.flush();`,
      'The data you entered in cell F1 violates the data validation rules set on this cell.',
    ],
    [`SpreadsheetApp.openById('nothing');`, 'Unexpected error while getting the method or property openById on object SpreadsheetApp.'],
    [`s.insertSheet(t.getName());`, /^A sheet with the name ".*" already exists\. Please enter another name\.$/],
    [`t.getRange({});`, "The parameters (object) don't match the method signature for SpreadsheetApp.Sheet.getRange."],
    [`SpreadsheetApp.getUi();`, 'Cannot call SpreadsheetApp.getUi() from this context.'],
    [`Sheets.Spreadsheets.batchUpdate({ requests: [{ addShet: {} }] }, id);`, /^API call to sheets\.spreadsheets\.batchUpdate failed with error: Invalid JSON payload received\. Unknown name "addShet" at 'requests\[0\]': Cannot find field\.$/],
    [`t.getRange('A1').createPivotTable(t.getRange('A1:A3'));`, /^NotEmulated: .*createPivotTable/],
  ])('%s', async (body, message) => {
    const text = await run(`try { ${body} } catch (error) { return error.message; }`);
    expect(text).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('names the error of the advanced service', async () => {
    expect(await run(`try { Sheets.Spreadsheets.get('nothing'); } catch (error) { return [error.name, error.details.code, error.message]; }`)).toEqual([
      'GoogleJsonResponseException', 404, 'API call to sheets.spreadsheets.get failed with error: Requested entity was not found.',
    ]);
  });
});

describe('writes wait', () => {
  const code = `${opened}
    function write(id) { sheet(id).getRange('A1').setValue('early'); sheet(id).getRange('B1').setValue('late'); return Sheets.Spreadsheets.Values.get(id, 'A1:B1').values || null; }
    function fails(id) { sheet(id).getRange('C1').setValue('kept'); throw new Error('after'); }
    function refused(id) {
      sheet(id).getRange('A2').setValue('first');
      sheet(id).getRange('B2').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().setAllowInvalid(false).build()).setValue('no');
      sheet(id).getRange('C2').setValue('third');
      SpreadsheetApp.flush();
    }
    function read(id) { return sheet(id).getRange('A1:C2').getValues(); }`;
  const manifest = { dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] } };

  it('until the end of the run, a read or a flush; a kill before that leaves nothing', async () => {
    const workspace = await workspaceWith(code, { manifest });
    const id = await call(workspace, 'make');
    expect(await call(workspace, 'write', id)).toBeNull();
    expect(await call(workspace, 'read', id)).toEqual([['early', 'late', ''], ['', '', '']]);
    expect((await workspace.run('app', 'fails', [id], owner)).record.status).toBe('failed');
    expect(await call(workspace, 'read', id)).toEqual([['early', 'late', 'kept'], ['', '', '']]);
    await load(workspace, { code: `${opened} function gone(id) { sheet(id).getRange('A1').setValue('gone'); Session.getActiveUser(); Session.getActiveUser(); } function read(id) { return sheet(id).getRange('A1').getValue(); }` });
    workspace.setFaultHook(({ functionName, name }) => ({ kind: functionName === 'gone' && name === 'Session.getActiveUser' ? 'kill' : 'pass' }));
    expect((await workspace.run('app', 'gone', [id], owner)).record.status).toBe('killed');
    expect(await call(workspace, 'read', id)).toBe('early');
  });

  it('and the first that is refused ends the row: those before it have happened, those after it have not', async () => {
    const workspace = await workspaceWith(code, { manifest });
    const id = await call(workspace, 'make');
    const { record } = await workspace.run('app', 'refused', [id], owner);
    expect(record.error).toContain('The data you entered in cell B2 violates the data validation rules set on this cell.');
    expect(await call(workspace, 'read', id)).toEqual([['', '', ''], ['first', '', '']]);
  });

  it('and are counted where they leave', async () => {
    const workspace = await workspaceWith(code, { manifest });
    const id = await call(workspace, 'make');
    const { record } = await workspace.run('app', 'read', [id], owner);
    const reading = record.calls.find(({ name }) => name === 'Range.getValues');
    expect(reading).toMatchObject({ cellsRead: 6, cellsWritten: 0, requests: 1 });
  });
});

describe('the Sheets service over UrlFetchApp', () => {
  it('answers with the rights of the running account and counts its cells', async () => {
    const workspace = await workspaceWith(`${opened}
      function fetched(id) {
        var options = { headers: { Authorization: 'Bearer ' + ScriptApp.getOAuthToken() } };
        sheet(id).getRange('A1:C2').setValues([[1, 2, 3], ['50% & +', 5, 6]]);
        SpreadsheetApp.flush();
        return JSON.parse(UrlFetchApp.fetch('https://sheets.googleapis.com/v4/spreadsheets/' + id + '/values/' + encodeURIComponent('A1:C2'), options).getContentText()).values;
      }`, { manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets', 'https://www.googleapis.com/auth/script.external_request'] } });
    const id = await call(workspace, 'make');
    const { record, value } = await workspace.run('app', 'fetched', [id], owner);
    expect(value).toEqual([['1', '2', '3'], ['50% & +', '5', '6']]);
    expect(record.calls.find(({ name }) => name === 'UrlFetchApp.fetch')).toMatchObject({ cellsRead: 6, requests: 1 });
  });
});

describe('structure', () => {
  it('keeps filters and links over whole texts', async () => {
    expect(
      await run(`
        t.getRange('A1:B3').setValues([['k', 'v'], ['b', 2], ['a', 1]]);
        var filter = t.getRange('A1:B3').createFilter().sort(1, true);
        t.getRange('C1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('=1').setLinkUrl('https://example.com/').build());
        var link = t.getRange('C1').getRichTextValue();
        var at = t.getFilter().getRange().getA1Notation();
        filter.remove();
        return [t.getRange('A1:A3').getValues().join(), at, t.getFilter(), link.getText(), link.getLinkUrl()];`),
    ).toEqual(['k,a,b', 'A1:B3', null, '=1', 'https://example.com/']);
  });

  it('inserts, deletes, moves, sorts and finds', async () => {
    expect(
      await run(`
        t.getRange('A1:B3').setValues([['k', 'v'], ['b', 2], ['a', 1]]);
        t.setFrozenRows(1);
        t.insertRowsAfter(1, 2).deleteRow(2);
        t.sort(1);
        t.moveColumns(t.getRange('B1'), 1);
        s.setNamedRange('values', t.getRange('A2:A3'));
        t.insertRowBefore(2);
        var found = t.createTextFinder('A').matchEntireCell(true).findAll().map(function (r) { return r.getA1Notation(); });
        return [t.getDataRange().getValues(), s.getRangeByName('values').getA1Notation(), found, t.getMaxRows(), t.getFrozenRows()];`),
    ).toEqual([[['v', 'k'], ['', ''], [1, 'a'], [2, 'b']], 'A3:A4', ['B3'], 1002, 1]);
  });

  it('protects, with the owner let in and others only when listed', async () => {
    const workspace = await workspaceWith(`${opened}
      function protect(id) { var p = sheet(id).getRange('A1:A5').protect().setDescription('keys'); return [p.getEditors().map(String).length, p.canEdit(), p.getRange().getA1Notation()]; }
      function write(id) { sheet(id).getRange('A1').setValue('x'); }
      function allow(id) { sheet(id).getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].addEditor('${engineer}'); }`);
    const id = await call(workspace, 'make');
    expect(await call(workspace, 'protect', id)).toEqual([1, true, 'A1:A5']);
    await call(workspace, 'write', id);
    const refused = await workspace.run('app', 'write', [id], engineer);
    expect(refused.record.error).toContain('You are trying to edit a protected cell or object.');
    await call(workspace, 'allow', id);
    expect((await workspace.run('app', 'write', [id], engineer)).record.status).toBe('completed');
  });

  it('keeps developer metadata on sheets, whole rows and the file only', async () => {
    expect(
      await run(`
        s.addDeveloperMetadata('applied', '7');
        t.addDeveloperMetadata('table', 'tickets', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
        t.getRange('3:3').addDeveloperMetadata('row', 'x');
        t.insertRowBefore(1);
        var all = s.createDeveloperMetadataFinder().find().map(function (m) { return m.getKey() + '=' + m.getValue(); });
        s.getDeveloperMetadata()[0].setValue('8');
        var refused; try { t.getRange('A1').addDeveloperMetadata('no', 'x'); } catch (error) { refused = error.message.slice(0, 60); }
        return [all, s.getDeveloperMetadata()[0].getValue(), t.getRange('4:4').getDeveloperMetadata()[0].getValue(), refused];`),
    ).toEqual([['applied=7', 'table=tickets', 'row=x'], '8', 'x', 'Adding developer metadata to arbitrary ranges is not current']);
  });
});
