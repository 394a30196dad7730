import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readProjectFolder } from '../../../host/kernel/project-folder';
import { loadFolder } from '../../../host/server/load-project';
import { cleanUp, emptyWorkspace, owner, projectFolder, temporaryFolder } from '../kernel/fixture';

afterAll(cleanUp);

const sample = (name: string): string => resolve(__dirname, 'projects', name);

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({ 'appsscript.json': '{}', ...files })) {
    mkdirSync(resolve(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}
const scriptsOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => (await readProjectFolder(folderOf(files))).scripts.map(({ name }) => name);

describe('a folder that clasp could push', () => {
  it('takes rootDir, push order and .claspignore from it, and says what TypeScript it left out', async () => {
    const { scripts, pages, skipped } = await readProjectFolder(sample('guestbook'));
    expect(scripts.map(({ name }) => name)).toEqual(['server/constants.gs', 'server/Code.gs']);
    expect(Object.keys(pages)).toEqual(['pages/index', 'pages/style']);
    expect(skipped).toEqual([{ file: 'server/types.ts', reason: 'typescript' }]);
  });
  it.each([
    ['without .claspignore leaves node_modules, Git and other files', { 'b.js': '', 'a.gs': '', 'lib/c.js': '', 'node_modules/x/i.js': '', '.git/hook.js': '', 'README.md': '' }, ['a.gs', 'b.js', 'lib/c.js']],
    ['with .claspignore goes by it alone', { 'a.js': '', 'b.js': '', '.claspignore': 'b.js\n' }, ['a.js']],
    ['skips subfolders when told so', { 'a.js': '', 'lib/b.js': '', '.clasp.json': '{"skipSubdirectories":true}' }, ['a.js']],
    ['knows other extensions', { 'a.mjs': '', 'b.js': '', '.clasp.json': '{"scriptExtensions":[".mjs"]}', '.claspignore': '' }, ['a.mjs']],
  ])('%s', async (_title, files, scripts) => {
    expect(await scriptsOf(files)).toEqual(scripts);
  });
  it('does not follow symbolic links', async () => {
    const folder = folderOf({ 'a.js': '' });
    symlinkSync('/etc/hostname', join(folder, 'b.js'));
    const { scripts, skipped } = await readProjectFolder(folder);
    expect([scripts.map(({ name }) => name), skipped]).toEqual([['a.js'], [{ file: 'b.js', reason: 'symbolic-link' }]]);
  });
  it.each([
    ['a folder that is not there', async () => '/nowhere/at/all', 'There is no folder'],
    ['no manifest', async () => folderOf({ '.claspignore': '**/**' }), 'holds no appsscript.json'],
    ['two scripts of one name', async () => folderOf({ 'Code.js': '', 'Code.gs': '' }), 'Two script files have the name "Code"'],
    ['a rootDir outside', async () => folderOf({ '.clasp.json': '{"rootDir":"../.."}' }), 'outside the project'],
    ['a broken .clasp.json', async () => folderOf({ '.clasp.json': '{' }), 'is not JSON'],
  ])('refuses %s', async (_title, folder, message) => {
    await expect(readProjectFolder(await folder())).rejects.toThrow(message);
  });
});

describe('class fields that a push does not take', () => {
  it.each([
    ['private fields', 'class A {\n  #x = 1;\n}', 'lib/a.gs, line 2: the platform takes no private class members, so a push fails at #x. Name it _x instead.'],
    ['private methods', 'class A {\n  get() { return 1; }\n  #own() {}\n}', 'line 3: the platform takes no private class members'],
    ['static fields', '// class\n\nclass A {\n  static y = 2;\n}', 'line 4: the platform takes no static class fields, so a push fails at y. Set it after the class instead, such as A.y = ….'],
    ['static fields without a value', 'class A { static y }', 'no static class fields'],
    ['static fields of class expressions', 'var A = class {\n  one() {}\n  static [`y`] = 2;\n}', 'line 3: the platform takes no static class fields'],
    ['the first of several', 'class A { a = 1 }\nclass B { static y = 2 }\nclass C { #x }', 'line 2'],
  ])('are refused with file and line: %s', async (_title, code, message) => {
    const refusal = readProjectFolder(folderOf({ 'lib/a.gs': code }));
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.toThrow(/^lib\/a\.gs 第 \d 行：平台不接受/);
  });
  it.each([
    ['public fields of instances', 'class A { x = 1; static make() { return new A(); } static get one() { return 1; } }'],
    ['fields named static', 'class A { static = 1 }'],
    ['texts, comments and colours that look like them', "class A { x = '#fff' } // static y = 2; #x\nvar static_ = 'static y = 2';"],
    ['files that are no script at all', 'class A { x = 1; static'],
  ])('leave alone %s', async (_title, code) => {
    expect(await scriptsOf({ 'a.js': code })).toEqual(['a.js']);
  });
});

describe('loading into a workspace', () => {
  it('makes a spreadsheet once, and reloads what changed under the same name', async () => {
    const workspace = await emptyWorkspace();
    const folder = projectFolder({ 'Code.js': 'function one() { return 1; }' });
    const first = await loadFolder(workspace, { folder, owner, container: 'new' });
    writeFileSync(join(folder, 'Code.js'), 'function two() { return SpreadsheetApp.getActive().getId(); }');
    const second = await loadFolder(workspace, { folder, owner, container: null });
    expect(second).toEqual(first);
    expect(await workspace.functions(second.name)).toEqual(['two']);
    expect((await workspace.run(second.name, 'two', [], owner)).value).toBe(first.container);
    expect(workspace.spreadsheets(owner).map(({ name }) => name)).toEqual([first.name]);
  });
  it('refuses a spreadsheet that the owner cannot edit, and leaves nothing behind', async () => {
    const workspace = await emptyWorkspace();
    await expect(loadFolder(workspace, { folder: sample('stock-helper'), owner, container: 'unknown' })).rejects.toThrow('cannot edit the spreadsheet');
    await expect(loadFolder(workspace, { folder: temporaryFolder(), owner, container: 'new' })).rejects.toThrow('holds no appsscript.json');
    expect([workspace.projects(), workspace.spreadsheets(owner)]).toEqual([[], []]);
  });
  it('takes a project away with its triggers', async () => {
    const workspace = await emptyWorkspace();
    const { name } = await loadFolder(workspace, { folder: projectFolder({ 'Code.js': "function install() { ScriptApp.newTrigger('install').timeBased().everyHours(1).create(); }" }), owner, container: null });
    await workspace.run(name, 'install', [], owner);
    expect(workspace.triggers()).toHaveLength(1);
    workspace.removeProject(name);
    expect([workspace.projects(), workspace.triggers()]).toEqual([[], []]);
    await expect(workspace.run(name, 'install', [], owner)).rejects.toThrow('There is no script project');
  });
});
