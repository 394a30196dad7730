import { request } from 'node:http';
import { startServer } from '../../../host/server/server';
import { call, cleanUp, emptyWorkspace, engineer, load, outsider, owner, temporaryFolder, workspaceWith } from '../kernel/fixture';
import { openWorkspace } from '../../../host/kernel/workspace';

afterAll(cleanUp);

const code = `
  function names(iterator) { var found = []; while (iterator.hasNext()) found.push(iterator.next().getName()); return found.sort(); }
  function emails(users) { return users.map(function (user) { return user.getEmail(); }); }
  function attempt(act) { try { return act(); } catch (error) { return error.message; } }
  function file() { return DriveApp.getFilesByName('a.txt').next(); }
  function make() { return DriveApp.createFile('a.txt', 'Inhalt').getId(); }
  function sheet() { return SpreadsheetApp.create('台账').getId(); }
  function open(id) { return DriveApp.getFileById(id).getName(); }
  function write(id) { SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').setValue(1); SpreadsheetApp.flush(); return SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').getValue(); }
  function share(id, access, permission) { var file = DriveApp.getFileById(id).setSharing(DriveApp.Access[access], DriveApp.Permission[permission]); return [String(file.getSharingAccess()), String(file.getSharingPermission())]; }
  function invite(id, email) { return emails(DriveApp.getFileById(id).addEditor(email).getEditors()); }
  function inviteToSheet(id, email) { SpreadsheetApp.openById(id).addEditor(email); }
  function closed(id) { return DriveApp.getFileById(id).setShareableByEditors(false).isShareableByEditors(); }`;

const failing = async (run: Promise<unknown>): Promise<string> => run.then(() => '', (error: unknown) => String(error));

describe('people of a file', () => {
  it('are on one list each, and rise but do not sink', async () => {
    const workspace = await workspaceWith(`${code} function main() {
      make(); var f = file(); var told = [];
      f.addViewers(['a@example.com', 'B@example.com']).addCommenter('a@example.com');
      told.push(emails(f.getViewers()), String(f.getAccess('a@example.com')), String(f.getAccess('b@example.com')));
      f.addEditor(f.getViewers()[1]).addViewer('a@example.com').addEditor(Session.getEffectiveUser());
      told.push(emails(f.getEditors()), emails(f.getViewers()), String(f.getAccess('a@example.com')), String(f.getAccess(Session.getEffectiveUser())), String(f.getAccess('c@example.com')));
      f.revokePermissions('a@example.com').removeViewer('b@example.com');
      told.push(emails(f.getEditors()), emails(f.getViewers()), f.getOwner().getDomain(), attempt(function () { f.addEditor(5); }));
      return told;
    }`);
    expect(await call(workspace, 'main')).toEqual([
      ['b@example.com', 'a@example.com'], 'COMMENT', 'VIEW',
      ['a@example.com'], ['b@example.com'], 'EDIT', 'OWNER', 'NONE',
      [], [], 'example.com', "The parameters (number) don't match the method signature for DriveApp.File.addEditor.",
    ]);
  });
  it('may be a new owner of the same domain, with the old one left as an editor', async () => {
    const workspace = await workspaceWith(`${code} function give(email) { var f = file().setOwner(email); return [f.getOwner().getEmail(), emails(f.getEditors())]; }`);
    await call(workspace, 'make');
    expect(await failing(call(workspace, 'give', outsider))).toContain('Action not allowed');
    expect(await call(workspace, 'give', engineer)).toEqual([engineer, [owner]]);
    expect(await failing(call(workspace, 'give', owner))).toContain('Action not allowed');
  });
  it('may invite others unless the owner has kept that for himself, whichever service they ask', async () => {
    const workspace = await workspaceWith(code);
    const id = await call(workspace, 'sheet');
    await call(workspace, 'invite', id, engineer);
    expect((await workspace.run('app', 'invite', [id, 'c@example.com'], engineer)).value).toEqual([engineer, 'c@example.com']);
    expect(await call(workspace, 'closed', id)).toBe(false);
    expect((await workspace.run('app', 'invite', [id, 'd@example.com'], engineer)).record.error).toBe('Exception: Access denied: DriveApp.');
    expect((await workspace.run('app', 'inviteToSheet', [id, 'd@example.com'], engineer)).record.error).toBe('Exception: You do not have permission to perform that action.');
    expect((await workspace.run('app', 'write', [id], engineer)).value).toBe(1);
  });
});

describe('a file for everybody with its link', () => {
  it('is opened by its id, by scripts and over REST, and stands in nobody\'s list', async () => {
    const workspace = await workspaceWith(code);
    const id = await call(workspace, 'sheet');
    const asOutsider = async (name: string): Promise<unknown> => {
      const { record, value } = await workspace.run('app', name, [id], outsider);
      return value ?? record.error;
    };
    const rest = async (): Promise<number> => (await workspace.rest('GET', `/v4/spreadsheets/${String(id)}`, new URLSearchParams(), undefined, outsider)).status;
    expect([await asOutsider('open'), await rest()]).toEqual([expect.stringContaining('No item with the given ID'), 403]);
    expect(await call(workspace, 'share', id, 'ANYONE_WITH_LINK', 'VIEW')).toEqual(['ANYONE_WITH_LINK', 'VIEW']);
    expect([await asOutsider('open'), await rest(), await asOutsider('write')]).toEqual(['台账', 200, 'Exception: You do not have permission to perform that action.']);
    await call(workspace, 'share', id, 'ANYONE', 'EDIT');
    expect([await asOutsider('write'), workspace.spreadsheets(outsider)]).toEqual([1, []]);
    expect(await call(workspace, 'share', id, 'DOMAIN', 'EDIT')).toEqual(['DOMAIN', 'EDIT']);
    expect([await rest(), (await workspace.run('app', 'write', [id], engineer)).value]).toEqual([403, 1]);
    expect(await call(workspace, 'share', id, 'PRIVATE', 'NONE')).toEqual(['PRIVATE', 'NONE']);
    expect((await workspace.run('app', 'open', [id], engineer)).record.error).toContain('No item with the given ID');
    expect(await failing(call(workspace, 'share', id, 'ANYONE', 'OWNER'))).toContain('Invalid argument');
  });
  it('leaves as a download to those who may read it, whatever it holds', async () => {
    const workspace = await emptyWorkspace();
    await load(workspace, { code: `${code} function page() { var f = DriveApp.createFile('<甲>.html', '<script>1</script>', MimeType.HTML); return [f.getId(), f.getDownloadUrl()]; }` });
    const server = await startServer({ workspace, port: 0, pageFolder: __dirname, information: { owner, timeZone: 'Asia/Shanghai', people: [], links: [] } });
    workspace.baseUrl = server.address;
    const [id, url] = (await call(workspace, 'page')) as [string, string];
    const get = (as: string): Promise<{ readonly status: number | undefined; readonly disposition: unknown; readonly type: unknown; readonly text: string }> =>
      new Promise((done, failed) => {
        request(`${url}&as=${as}`, (response) => {
          let text = '';
          response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
          response.on('end', () => done({ status: response.statusCode, disposition: response.headers['content-disposition'], type: response.headers['content-type'], text }));
        }).on('error', failed).end();
      });
    expect(await get(owner)).toEqual({ status: 200, disposition: "attachment; filename*=UTF-8''%3C%E7%94%B2%3E.html", type: 'application/octet-stream', text: '<script>1</script>' });
    expect([(await get(engineer)).status, (await get('anonymous')).status]).toEqual([404, 404]);
    await call(workspace, 'share', id, 'ANYONE_WITH_LINK', 'VIEW');
    expect((await get('anonymous')).status).toBe(200);
    await server.close();
  });
});

describe('what is known of a file', () => {
  it('is its description, its folder, its dates, its size, and a star of one\'s own', async () => {
    const workspace = await workspaceWith(`${code}
      function main() {
        var folder = DriveApp.createFolder('资料'); var inner = folder.createFolder('里面'); var f = inner.createFile('a.txt', 'Inhalt');
        var told = [f.getDescription(), f.setDescription('说明').getDescription(), folder.setDescription('x').getDescription(), FormApp.create('表') && DriveApp.getFilesByName('表').next().setDescription('文件').getDescription()];
        told.push(names(f.getParents()), names(folder.getParents()), names(DriveApp.getRootFolder().getParents()), f.isStarred(), f.setStarred(true).isStarred());
        told.push(inner.getDateCreated().getTime() === f.getDateCreated().getTime(), folder.getLastUpdated() instanceof Date, f.getSize(), folder.getSize(), DriveApp.getStorageUsed(), DriveApp.getStorageLimit() > 1e9);
        told.push(DriveApp.getFileById(sheet()).getDateCreated() instanceof Date, attempt(function () { DriveApp.getFileById(sheet()).getLastUpdated(); }), f.getResourceKey());
        f.addViewer('${engineer}');
        return told;
      }
      function star() { return [file().isStarred(), names(file().getParents())]; }`);
    expect(await call(workspace, 'main')).toEqual([
      null, '说明', 'x', '文件', ['里面'], ['My Drive'], [], false, true, true, true, 6, 0, 6, true, true, 'NotEmulated: File.getLastUpdated of application/vnd.google-apps.spreadsheet', null,
    ]);
    expect((await workspace.run('app', 'star', [], engineer)).value).toEqual([false, []]);
  });
  it('moves between folders in the old manner, and lies in the bin apart', async () => {
    const workspace = await workspaceWith(`${code} function main() {
      make(); var f = file(); var folder = DriveApp.createFolder('资料'); var other = DriveApp.createFolder('别处');
      folder.addFile(f); folder.addFolder(other);
      var told = [names(folder.getFiles()), names(folder.getFolders()), names(DriveApp.getRootFolder().getFiles())];
      other.removeFile(f); folder.removeFile(f); folder.removeFolder(other);
      told.push(names(folder.getFiles()), names(DriveApp.getRootFolder().getFiles()), names(DriveApp.getRootFolder().getFolders()), DriveApp.addFile(f).getName());
      f.setTrashed(true); other.setTrashed(true);
      told.push(names(DriveApp.getTrashedFiles()), names(DriveApp.getTrashedFolders()), names(DriveApp.getFiles()));
      return told;
    }`);
    expect(await call(workspace, 'main')).toEqual([['a.txt'], ['别处'], [], [], ['a.txt'], ['别处', '资料'], 'My Drive', ['a.txt'], ['别处'], []]);
  });
  it('may be that it leads to another', async () => {
    const workspace = await workspaceWith(`${code} function main() {
      var id = make(); var folder = DriveApp.createFolder('资料'); var short = folder.createShortcut(id);
      return [short.getName(), short.getMimeType() === MimeType.SHORTCUT, short.getTargetId() === id, short.getTargetMimeType(), DriveApp.getFileById(id).getTargetId(), names(folder.getFiles()),
        attempt(function () { short.getBlob(); }), attempt(function () { folder.createShortcut('none'); }).slice(0, 7)];
    }`);
    expect(await call(workspace, 'main')).toEqual(['a.txt', true, true, 'text/plain', null, ['a.txt'], 'NotEmulated: File.getBlob of application/vnd.google-apps.shortcut', 'No item']);
  });
});

describe('an iterator', () => {
  const paging = `${code}
    function begin() { for (var i = 0; i < 5; i += 1) DriveApp.createFile('f' + i, 'x'); DriveApp.createFolder('d'); var all = DriveApp.getFiles(); var first = [all.next().getName(), all.next().getName()]; return [first, all.getContinuationToken(), DriveApp.getFolders().getContinuationToken()]; }
    function goOn(token) { return names(DriveApp.continueFileIterator(token)); }
    function folders(token) { return names(DriveApp.continueFolderIterator(token)); }`;

  it('goes on in a later execution, for a week', async () => {
    const workspace = await workspaceWith(paging);
    const [first, token, folders] = (await call(workspace, 'begin')) as [string[], string, string];
    const rest = (await call(workspace, 'goOn', token)) as string[];
    expect([...first, ...rest].sort()).toEqual(['f0', 'f1', 'f2', 'f3', 'f4']);
    expect(await call(workspace, 'folders', folders)).toEqual(['d']);
    expect(await failing(call(workspace, 'goOn', folders))).toContain('Invalid argument: continuationToken');
    expect((await workspace.run('app', 'goOn', [token], engineer)).value).toEqual([]);
    await workspace.advanceTo(workspace.now() + 8 * 86_400_000);
    expect(await failing(call(workspace, 'goOn', token))).toContain('Invalid argument: continuationToken');
  });
});

it('all of it is there when the workspace is opened again', async () => {
  const directory = temporaryFolder();
  const workspace = await openWorkspace({ directory, startAt: 0 });
  workspace.addUser({ email: owner, name: 'Owner' });
  await load(workspace, { code: `${code} function keep(id) { DriveApp.getFileById(id).setSharing(DriveApp.Access.ANYONE, DriveApp.Permission.COMMENT).setStarred(true).setDescription('d').addCommenter('c@example.com'); }
    function told(id) { var f = DriveApp.getFileById(id); return [String(f.getSharingAccess()), String(f.getSharingPermission()), f.isStarred(), f.getDescription(), emails(f.getViewers())]; }` });
  const ids = [await call(workspace, 'make'), await call(workspace, 'sheet')];
  for (const id of ids) await call(workspace, 'keep', id);
  await workspace.close();
  const again = await openWorkspace({ directory, startAt: 0 });
  for (const id of ids) expect(await call(again, 'told', id)).toEqual(['ANYONE', 'COMMENT', true, 'd', ['c@example.com']]);
  await again.close();
});
