/** Beginning again: only when agreed to, only from the page, and only with what the workspace itself keeps. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callCost, estimatedCost } from '../../../host/server/call-cost';
import { eraseWorkspace } from '../../../host/server/first-start';
import { serve } from './served';

const json = { 'Content-Type': 'application/json' };

test('a reset needs a yes, comes from the page itself, and happens after the answer', async () => {
  let resets = 0;
  const { ask, server } = await serve(() => (resets += 1));
  expect(JSON.parse((await ask('/api/state')).text)).toMatchObject({ canReset: true });
  expect((await ask('/api/reset', { method: 'POST', headers: json, body: '{}' })).status).toBe(400);
  expect((await ask('/api/reset', { method: 'POST', headers: { ...json, Origin: 'http://elsewhere.example' }, body: '{"agreed":true}' })).status).toBe(403);
  expect((await ask('/api/reset', { method: 'GET' })).status).toBe(405);
  expect(resets).toBe(0);
  expect((await ask('/api/reset', { method: 'POST', headers: json, body: '{"agreed":true}' })).status).toBe(202);
  expect(resets).toBe(1);
  await server.close();
});

test('where nobody can set up anew, a reset is refused and not offered', async () => {
  const { ask, server } = await serve();
  expect(JSON.parse((await ask('/api/state')).text)).toMatchObject({ canReset: false });
  expect((await ask('/api/reset', { method: 'POST', headers: json, body: '{"agreed":true}' })).status).toBe(409);
  await server.close();
});

test('erasing leaves what somebody else put into the folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aftersales-erase-'));
  mkdirSync(join(folder, 'store'));
  for (const file of ['set-up.json', 'store/data.mdb', 'mine.txt']) writeFileSync(join(folder, file), '');
  eraseWorkspace(folder);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
  expect(existsSync(folder)).toBe(true);
  rmSync(folder, { recursive: true });
});

const call = (name: string, counts: { readonly cellsRead?: number; readonly cellsWritten?: number; readonly requests?: number } = {}) => ({ index: 1, name, at: 0, cellsRead: 0, cellsWritten: 0, requests: 1, bytes: 0, ...counts });

test.each([
  [call('UrlFetchApp.fetchAll', { cellsRead: 10_000, requests: 5 }), 250],
  [call('Sheets.Spreadsheets.batchUpdate', { cellsWritten: 80 }), 261],
  [call('Range.getValues', { cellsRead: 1000 }), 52],
  [call('Range.setValues', { cellsWritten: 1000 }), 10.2],
  [call('Cache.put'), 56],
  [call('Utilities.formatDate', { requests: 0 }), 0],
  [call('MailApp.sendEmail'), null],
] as const)('a call is priced by its name and cells: %j', (given, expected) => {
  expect(callCost(given)).toBe(expected);
});

test('what has no published figure is counted, not guessed', () => {
  expect(estimatedCost([call('Cache.get'), call('MailApp.sendEmail'), call('Lock.waitLock')])).toEqual({ milliseconds: 80, unpriced: 1 });
});
