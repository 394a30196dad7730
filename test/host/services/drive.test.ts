import { call, cleanUp, engineer, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const code = `
  function names(iterator) { var found = []; while (iterator.hasNext()) found.push(iterator.next().getName()); return found; }
  function make() {
    var folder = DriveApp.createFolder('资料');
    folder.createFile('甲.txt', '内容');
    folder.createFile(Utilities.newBlob([1, 2, 3], MimeType.PNG, 'b.png'));
    DriveApp.createFile('c.csv', 'a,b', MimeType.CSV);
    folder.createFolder('里面');
    return folder.getId();
  }
  function look(id) {
    var folder = DriveApp.getFolderById(id);
    return [names(folder.getFiles()), names(folder.getFolders()), names(DriveApp.getFilesByType(MimeType.CSV)), names(DriveApp.getFoldersByName('资料')), names(folder.searchFiles("title contains 'B.' and mimeType = 'image/png'")), names(DriveApp.getRootFolder().getFiles())];
  }
  function change(id) {
    var file = DriveApp.getFolderById(id).getFilesByName('甲.txt').next();
    file.setContent('新内容');
    var copy = file.makeCopy('丁.txt', DriveApp.getRootFolder());
    file.setTrashed(true);
    return [copy.getBlob().getDataAsString(), copy.getSize(), copy.getOwner().getEmail(), copy.getDateCreated() instanceof Date, names(DriveApp.getFolderById(id).getFiles()), names(DriveApp.getRootFolder().getFiles()).sort()];
  }
  function share(email) { DriveApp.getFilesByName('c.csv').next().addViewer(email); }
  function edit() { DriveApp.getFilesByName('c.csv').next().setContent('x'); }
  function unnamed() { DriveApp.createFile(Utilities.newBlob('x')); }
  function unnamedBeside() { DriveApp.createFolder('f').createFile(Utilities.newBlob('x')); }
  function beyond() { var all = DriveApp.getFiles(); for (;;) all.next(); }
  function sheetBlob() { return DriveApp.getFileById(SpreadsheetApp.create('s').getId()).getBlob(); }
  function halved() { DriveApp.searchFiles('title ='); }
  function unknownDate() { SpreadsheetApp.create('s'); DriveApp.searchFiles("modifiedDate > '2020-01-01'"); }
  function strange() { DriveApp.searchFiles('fullText contains "x"'); }`;

it('keeps files in folders and finds them by name, type and query', async () => {
  const workspace = await workspaceWith(code);
  const id = await call(workspace, 'make');
  expect((await call(workspace, 'look', id)) as unknown[][]).toEqual([expect.arrayContaining(['甲.txt', 'b.png']), ['里面'], ['c.csv'], ['资料'], ['b.png'], ['c.csv']]);
  expect(await call(workspace, 'change', id)).toEqual(['新内容', 9, 'owner@example.com', true, ['b.png'], ['c.csv', '丁.txt']]);
});

it('bins what lies in a folder with it, and nothing moves into itself', async () => {
  const workspace = await workspaceWith(`${code} function bin() {
    var folder = DriveApp.getFolderById(make()), inner = folder.getFolders().next(), deep = inner.createFile('深.txt', ''), seen = [];
    function state() { seen.push([deep.isTrashed(), inner.isTrashed(), names(DriveApp.getFiles()).sort(), names(DriveApp.getTrashedFiles()).sort(), names(DriveApp.getTrashedFolders()).sort()]); }
    folder.setTrashed(true); state();
    folder.setTrashed(false); inner.setTrashed(true); state();
    try { folder.moveTo(inner); } catch (error) { seen.push(error.message); }
    try { folder.moveTo(folder); } catch (error) { seen.push(error.message); }
    return seen;
  }`);
  expect(await call(workspace, 'bin')).toEqual([
    [true, true, ['c.csv'], ['b.png', '深.txt', '甲.txt'], ['资料', '里面']],
    [true, true, ['b.png', 'c.csv', '甲.txt'], ['深.txt'], ['里面']],
    'NotEmulated: Folder.moveTo, of a folder into itself', 'NotEmulated: Folder.moveTo, of a folder into itself',
  ]);
});

it('searches by names, kinds, people, stars and dates, joined as one likes', async () => {
  const workspace = await workspaceWith(`${code} function find() {
    make(); var c = DriveApp.getFilesByName('c.csv').next().setStarred(true).addViewer('x@example.com'); DriveApp.createFile("it's.txt", '');
    return ["starred = true", "not starred = true and not mimeType contains 'image'", "title = 'b.png' or (name contains 'csv' and 'x@example.com' in readers)", "'me' in owners and title = 'it\\\\'s.txt'", "sharedWithMe", "modifiedDate > '2020-01-01T00:00:00' and mimeType = 'image/png'", "createdTime < '2020-01-01'", ''].map(function (query) { return names(DriveApp.searchFiles(query)).sort(); });
  }`);
  expect(await call(workspace, 'find')).toEqual([['c.csv'], ["it's.txt", '甲.txt'], ['b.png', 'c.csv'], ["it's.txt"], [], ['b.png'], [], ['b.png', 'c.csv', "it's.txt", '甲.txt']]);
});

it('shows files to those they are shared with, and lets only editors change them', async () => {
  const workspace = await workspaceWith(code);
  await call(workspace, 'make');
  const { record: stranger } = await workspace.run('app', 'edit', [], engineer);
  expect(stranger.error).toContain('iterator has reached the end');
  await call(workspace, 'share', engineer);
  const { record } = await workspace.run('app', 'edit', [], engineer);
  expect(record.error).toBe('Exception: Access denied: DriveApp.');
});

it.each([
  ['unnamed', 'Exception: Blob object must have non-null name for this operation.'],
  ['unnamedBeside', 'Exception: Blob object must have non-null name for this operation.'],
  ['beyond', 'Cannot retrieve the next object: iterator has reached the end.'],
  ['sheetBlob', 'NotEmulated: File.getBlob of application/vnd.google-apps.spreadsheet'],
  ['strange', 'NotEmulated: Drive search term fullText contains "x"'],
  ['halved', 'NotEmulated: Drive search term title ='],
  ['unknownDate', 'NotEmulated: Drive search term modifiedDate for application/vnd.google-apps.spreadsheet'],
])('%s says %s', async (name, message) => {
  const workspace = await workspaceWith(code);
  await expect(call(workspace, name)).rejects.toThrow(message);
});
