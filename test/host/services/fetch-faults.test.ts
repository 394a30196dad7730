import type { FaultHook } from '../../../host/contract';
import { call, cleanUp, owner, workspaceWith } from '../kernel/fixture';

afterAll(cleanUp);

const code = `
  function create() { return [1, 2, 3].map(function (n) { return SpreadsheetApp.create('w' + n).getId(); }); }
  function writeAll(ids) {
    var token = ScriptApp.getOAuthToken();
    return UrlFetchApp.fetchAll(ids.map(function (id) {
      return { url: 'https://sheets.googleapis.com/v4/spreadsheets/' + id + '/values/A1?valueInputOption=RAW', method: 'put', contentType: 'application/json', payload: JSON.stringify({ values: [['x']] }), headers: { Authorization: 'Bearer ' + token }, muteHttpExceptions: true };
    })).map(function (response) { return response.getResponseCode(); });
  }
  function read(ids) { return ids.map(function (id) { return SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').getValue(); }); }`;

const at = (part: number, moment: 'before' | 'after', verdict: ReturnType<FaultHook>): FaultHook => (asked) => (asked.part === part && asked.moment === moment ? verdict : { kind: 'pass' });

async function workbooks() {
  const workspace = await workspaceWith(code);
  return { workspace, ids: await call(workspace, 'create') };
}

describe('faults within one fetchAll', () => {
  it.each([
    [0, 'before', ['', '', '']],
    [1, 'before', ['x', '', '']],
    [1, 'after', ['x', 'x', '']],
    [2, 'after', ['x', 'x', 'x']],
  ] as const)('a kill at request %i, %s it, leaves the earlier ones done', async (part, moment, left) => {
    const { workspace, ids } = await workbooks();
    workspace.setFaultHook(at(part, moment, { kind: 'kill' }), { parts: true });
    expect((await workspace.run('app', 'writeAll', [ids], owner)).record.status).toBe('killed');
    workspace.setFaultHook(null);
    expect(await call(workspace, 'read', ids)).toEqual(left);
  });
  it('a failure is the answer of that request alone, done or not', async () => {
    const { workspace, ids } = await workbooks();
    workspace.setFaultHook(at(1, 'before', { kind: 'fail', message: 'unavailable' }), { parts: true });
    expect(await call(workspace, 'writeAll', ids)).toEqual([200, 503, 200]);
    workspace.setFaultHook(null);
    expect(await call(workspace, 'read', ids)).toEqual(['x', '', 'x']);
    workspace.setFaultHook(at(1, 'after', { kind: 'fail', message: 'unavailable' }), { parts: true });
    expect(await call(workspace, 'writeAll', ids)).toEqual([200, 503, 200]);
    workspace.setFaultHook(null);
    expect(await call(workspace, 'read', ids)).toEqual(['x', 'x', 'x']);
  });
  it('are asked about only where the hook wants to know', async () => {
    const { workspace, ids } = await workbooks();
    const parts: (number | undefined)[] = [];
    workspace.setFaultHook(({ name, part }) => {
      if (name === 'UrlFetchApp.fetchAll') parts.push(part);
      return { kind: 'pass' };
    });
    await call(workspace, 'writeAll', ids);
    expect(parts).toEqual([undefined, undefined]);
  });
});
