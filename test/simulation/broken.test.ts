import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FaultKind } from './faults';
import { simulate } from './simulation';

/**
 * The simulation is worth something only if it finds what is broken: builds with one safeguard taken out must not get
 * through a few days.
 */
const root = resolve(__dirname, '../..');
const folders: string[] = [];

const buildWithout = (safeguard: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'broken-'));
  folders.push(folder);
  execFileSync(process.execPath, [resolve(root, 'tools/build-broken.mjs'), safeguard, folder], { cwd: root, stdio: 'pipe' });
  return join(folder, 'dist');
};

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const found = async (safeguard: string, faults: readonly FaultKind[]): Promise<string> => {
  const { failure } = await simulate({ seed: 'broken', days: 4, people: 15, pace: 0.5, rate: 4, checkEvery: 1, faults, bundle: buildWithout(safeguard) });
  return failure?.violations.join('\n') ?? 'nothing';
};

test.each<[string, readonly FaultKind[], RegExp]>([
  ['no journal', [], /journal/],
  ['no lock', ['races', 'triggers'], /./],
  ['sends before the commit', ['crash', 'triggers'], /mails are the sent notices|notices are unique/],
  ['no mark of what is applied', [], /stays behind the journal/],
  ['takes answers twice', ['races', 'triggers'], /every answer is taken in once/],
])('a build with “%s” is found', async (safeguard, faults, told) => {
  const what = await found(safeguard, faults);
  expect(what).not.toBe('nothing');
  expect(what).toMatch(told);
});

test('a safeguard that is not where it stood is an error', () => {
  expect(() => buildWithout('no such thing')).toThrow('Nothing is called no such thing');
});
