import type { LocalWorkspace } from '../../../host/kernel/workspace';
import { call, cleanUp, emptyWorkspace, engineer, load, outsider, owner } from './fixture';

afterAll(cleanUp);

const core = `
  function create() { var file = SpreadsheetApp.create('台账'); file.addEditor('engineer@example.com'); file.getSheets()[0].getRange(1, 1, 1, 2).setValues([['a', 'b']]); return file.getId(); }
  function share(id, email) { DriveApp.getFileById(id).addViewer(email); }
  function invite(id, email) { SpreadsheetApp.openById(id).addEditor(email); }
  function install(id) { ScriptApp.newTrigger('edited').forSpreadsheet(id).onEdit().create(); ScriptApp.newTrigger('opened').forSpreadsheet(id).onOpen().create(); }
  function edited(event) { console.log(JSON.stringify(['installed', event.range.getA1Notation(), event.value, event.oldValue, event.source.getId(), String(event.authMode), Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()])); }
  function opened(event) { console.log('opened ' + event.source.getName()); }
  function values(id) { return SpreadsheetApp.openById(id).getSheets()[0].getDataRange().getValues(); }
  function buffered(id) { var sheet = SpreadsheetApp.openById(id).getSheets()[0]; sheet.getRange('A1').setValue('first'); SpreadsheetApp.flush(); sheet.getRange('B1').setValue('second'); Utilities.getUuid(); }
  function throwing(id) { buffered(id); throw new Error('late'); }
  function ui() { SpreadsheetApp.getUi(); }`;

const shell = `
  function onOpen() { SpreadsheetApp.getUi().createMenu('售后台账').addItem('打开侧栏', 'showSidebar').addSeparator().addSubMenu(SpreadsheetApp.getUi().createMenu('更多').addItem('提示', 'hint')).addToUi(); }
  function onEdit(event) { console.log(JSON.stringify(['simple', event.value === undefined, event.range.getNumRows(), String(event.authMode)])); MailApp.sendEmail('a@example.com', 's', 'b'); }
  function showSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>' + Session.getActiveUser().getEmail() + '</p>').setTitle('工单')); }
  function hint() { SpreadsheetApp.getActiveSpreadsheet().toast('已保存', '提示'); SpreadsheetApp.getUi().alert('好'); }
  function broken() { throw new Error('坏了'); }
  function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), SpreadsheetApp.getActiveSpreadsheet().getName()]; }`;

async function workbook(): Promise<{ readonly workspace: LocalWorkspace; readonly id: string; readonly sheetId: number }> {
  const workspace = await emptyWorkspace();
  await load(workspace, { code: core });
  const id = String(await call(workspace, 'create'));
  await load(workspace, { name: 'shell', code: shell, container: id });
  const [file] = workspace.spreadsheets(owner);
  return { workspace, id, sheetId: file?.tabs[0]?.sheetId ?? 0 };
}

describe('opening a spreadsheet', () => {
  it('shows the menus its bound script builds, to whoever may open it', async () => {
    const { workspace, id } = await workbook();
    await call(workspace, 'install', id);
    expect(await workspace.openSpreadsheet(id, engineer)).toEqual([{ caption: '售后台账', items: [{ caption: '打开侧栏', functionName: 'showSidebar' }, { caption: '更多 › 提示', functionName: 'hint' }] }]);
    expect(workspace.executions(2).map(({ kind, runsAs, activeUser, status }) => [kind, runsAs, activeUser, status])).toEqual([['open', owner, engineer, 'completed'], ['simple-trigger', engineer, engineer, 'completed']]);
    await expect(workspace.openSpreadsheet(id, 'stranger@example.com')).rejects.toThrow('You do not have access to this file');
  });
});

describe('a menu', () => {
  it('opens a sidebar that runs as the one who clicked', async () => {
    const { workspace, id } = await workbook();
    const { sidebar } = await workspace.clickMenu(id, 'showSidebar', engineer);
    expect(sidebar).toMatchObject({ title: '工单', body: expect.stringContaining(`<p>${engineer}</p>`) as unknown });
    expect(await workspace.callFromPage(sidebar?.clientSession ?? '', 'who', [])).toEqual([engineer, engineer, '台账']);
  });
  it('shows toasts, alerts and what went wrong', async () => {
    const { workspace, id } = await workbook();
    expect(await workspace.clickMenu(id, 'hint', engineer)).toEqual({ toast: '提示\n已保存', alert: '好' });
    expect(await workspace.clickMenu(id, 'broken', engineer)).toEqual({ alert: 'Error: 坏了' });
    await expect(workspace.clickMenu(id, 'absent', engineer)).rejects.toThrow('has a function absent');
  });
});

describe('a person\'s edit', () => {
  it('sets off the simple trigger as the person, the installed one as its creator', async () => {
    const { workspace, id, sheetId } = await workbook();
    await call(workspace, 'install', id);
    expect(await workspace.editCells(id, sheetId, 0, 0, [['new']], engineer)).toEqual({ accepted: true });
    const [installed, simple] = workspace.executions(2);
    expect(installed).toMatchObject({ kind: 'edit', runsAs: owner, activeUser: engineer, status: 'completed', log: [JSON.stringify(['installed', 'A1', 'new', 'a', id, 'FULL', engineer, owner])] });
    expect(simple).toMatchObject({ kind: 'simple-trigger', runsAs: engineer, status: 'failed', log: [JSON.stringify(['simple', false, 1, 'LIMITED'])] });
    expect(simple?.error).toContain('You do not have permission to call MailApp.sendEmail.');
  });
  it('does not tell the creator\'s trigger who somebody of another domain is', async () => {
    const { workspace, id, sheetId } = await workbook();
    await call(workspace, 'install', id);
    await call(workspace, 'invite', id, outsider);
    await workspace.editCells(id, sheetId, 0, 0, [['new']], outsider);
    expect(workspace.executions(1)[0]).toMatchObject({ activeUser: outsider, log: [JSON.stringify(['installed', 'A1', 'new', 'a', id, 'FULL', '', owner])] });
  });
  it('tells no values for more than one cell', async () => {
    const { workspace, id, sheetId } = await workbook();
    await workspace.editCells(id, sheetId, 0, 0, [['x'], ['y']], engineer);
    expect(workspace.executions(1)[0]?.log).toEqual([JSON.stringify(['simple', true, 2, 'LIMITED'])]);
  });
  it('brings the bounds of its range as plain numbers, which no other range has', async () => {
    const { workspace, id, sheetId } = await workbook();
    await load(workspace, { name: 'shell', container: id, code: `
      function onEdit(e) { console.log(JSON.stringify(e.range)); console.log(e.range.getCell(1, 1).rowStart); }` });
    await workspace.editCells(id, sheetId, 1, 2, [['x', 'y'], ['z', 'w'], ['u', 'v']], engineer);
    const [record] = workspace.executions(1);
    expect(JSON.parse(record?.log[0] ?? '')).toEqual({ rowStart: 2, rowEnd: 4, columnStart: 3, columnEnd: 4 });
    expect(record?.error).toContain('NotEmulated: Range.rowStart');
  });
  it('is refused to viewers and strangers and sets off nothing', async () => {
    const { workspace, id, sheetId } = await workbook();
    await call(workspace, 'share', id, 'viewer@example.com');
    const before = workspace.executions().length;
    expect((await workspace.editCells(id, sheetId, 0, 0, [['x']], 'viewer@example.com')).accepted).toBe(false);
    await expect(workspace.editCells(id, sheetId, 0, 0, [['x']], 'stranger@example.com')).rejects.toThrow('has no access');
    expect(workspace.executions()).toHaveLength(before);
  });
  it('a script\'s own writes set off nothing', async () => {
    const { workspace, id } = await workbook();
    await call(workspace, 'install', id);
    await call(workspace, 'buffered', id);
    expect(workspace.executions(1)[0]?.functionName).toBe('buffered');
  });
});

describe('buffered writes', () => {
  it('reach the sheet at the end, even when the script throws', async () => {
    const { workspace, id } = await workbook();
    await expect(call(workspace, 'throwing', id)).rejects.toThrow('late');
    expect(await call(workspace, 'values', id)).toEqual([['first', 'second']]);
  });
  it('are lost when the execution is killed before they were flushed', async () => {
    const { workspace, id } = await workbook();
    workspace.setFaultHook(({ name }) => (name === 'Utilities.getUuid' ? { kind: 'kill' } : { kind: 'pass' }));
    await workspace.run('app', 'buffered', [id], owner);
    workspace.setFaultHook(null);
    expect(await call(workspace, 'values', id)).toEqual([['first', 'b']]);
  });
  it('can be lost at the very end', async () => {
    const { workspace, id } = await workbook();
    workspace.setFaultHook(({ name, moment }) => (name === 'SpreadsheetApp.endOfExecution' && moment === 'before' ? { kind: 'kill' } : { kind: 'pass' }));
    expect((await workspace.run('app', 'buffered', [id], owner)).record.status).toBe('killed');
    workspace.setFaultHook(null);
    expect(await call(workspace, 'values', id)).toEqual([['first', 'b']]);
  });
  it('come back to what they were with a snapshot', async () => {
    const { workspace, id } = await workbook();
    const before = workspace.snapshot();
    await call(workspace, 'buffered', id);
    workspace.restore(before);
    expect(await call(workspace, 'values', id)).toEqual([['a', 'b']]);
  });
});

describe('a web app of a bound script', () => {
  const webApp = `
    function active() { return String(SpreadsheetApp.getActiveSpreadsheet()); }
    function doGet(e) { return e.parameter.page ? HtmlService.createHtmlOutput('<p></p>') : ContentService.createTextOutput(active()); }
    function doPost() { return ContentService.createTextOutput(String(SpreadsheetApp.getActiveSheet())); }`;
  it('has no active spreadsheet, nor have calls of its pages; functions run by hand have', async () => {
    const { workspace, id } = await workbook();
    await load(workspace, { name: 'app', code: webApp, container: id, manifest: { webapp: { executeAs: 'USER_DEPLOYING', access: 'ANYONE' } } });
    expect((await workspace.get('app', {}, engineer)).body).toBe('null');
    expect((await workspace.post('app', {}, { type: 'text/plain', contents: '' }, engineer)).body).toBe('null');
    const { clientSession } = await workspace.get('app', { page: '1' }, engineer);
    expect(await workspace.callFromPage(clientSession ?? '', 'active', [])).toBe('null');
    expect(await call(workspace, 'active')).toBe('Spreadsheet');
  });
});

it('a standalone script has no user interface', async () => {
  const { workspace } = await workbook();
  await expect(call(workspace, 'ui')).rejects.toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
});
