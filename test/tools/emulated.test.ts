import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { call, cleanUp, workspaceWith } from '../host/kernel/fixture';

const root = resolve(__dirname, '../..');
const page = readFileSync(resolve(root, 'docs/workspace.md'), 'utf8');

afterAll(cleanUp);

/** What the page lists as not there for a class of SpreadsheetApp. */
function missing(name: string): readonly string[] {
  const section = page.split('### SpreadsheetApp')[1]?.split('\n### ')[0] ?? '';
  const row = section.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
  return [...(row.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, member]) => member ?? '');
}

describe('docs/workspace.md', () => {
  test('lists what the host has not, as the types and the host’s classes have it now', () => {
    const { status, stderr } = spawnSync(process.execPath, ['tools/emulated.mjs', '--check'], { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('is right: everything listed throws NotEmulated in a running script, and nothing else does', async () => {
    const names = ['SpreadsheetApp', 'Spreadsheet', 'Sheet', 'Range'];
    const workspace = await workspaceWith(`function main(lists) {
      var s = SpreadsheetApp.create('x'); var sheet = s.getSheets()[0];
      var objects = { SpreadsheetApp: SpreadsheetApp, Spreadsheet: s, Sheet: sheet, Range: sheet.getRange('A1') };
      var wrong = [];
      Object.keys(lists).forEach(function (name) {
        lists[name].forEach(function (member) {
          try { objects[name][member]; wrong.push(name + '.' + member); } catch (error) { if (error.message !== 'NotEmulated: ' + name + '.' + member) wrong.push(error.message); }
        });
      });
      return wrong.concat([typeof sheet.getRange, typeof s.getSheets, typeof sheet.getRange('A1').setValues]);
    }`);
    const lists = Object.fromEntries(names.map((name) => [name, missing(name)]));
    expect(await call(workspace, 'main', lists)).toEqual(['function', 'function', 'function']);
  });
});
