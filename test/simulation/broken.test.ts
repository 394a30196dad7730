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

const found = async (safeguard: string, faults: readonly FaultKind[], pace: number, rate: number, days: number): Promise<string> => {
  const bundle = buildWithout(safeguard);
  try {
    const { failure } = await simulate({ seed: 'c', days, people: 15, pace, rate, clockRuns: 0.3, checkEvery: 1, faults, bundle });
    return failure?.violations.join('\n') ?? 'nothing';
  } catch (error) {
    // A company that cannot even be set up is found, too.
    return String(error);
  }
};

test.each<[string, readonly FaultKind[], pace: number, rate: number, days: number, RegExp]>([
  ['no journal', ['triggers'], 0.1, 1, 1, /journal/],
  ['no lock', ['races', 'triggers'], 0.3, 1, 5, /journal|ledgers|notices|no execution fails/],
  ['sends before the commit', ['crash', 'triggers'], 0.3, 20, 5, /mails are the sent notices|notices are unique/],
  ['no mark of what is applied', ['triggers'], 0.1, 1, 1, /stays behind the journal/],
  ['takes answers twice', ['races', 'triggers'], 0.3, 6, 4, /every answer is taken in once/],
])('a build with “%s” is found', async (safeguard, faults, pace, rate, days, told) => {
  expect(await found(safeguard, faults, pace, rate, days)).toMatch(told);
}, 900_000);

test('a safeguard that is not where it stood is an error', () => {
  expect(() => buildWithout('no such thing')).toThrow('Nothing is called no such thing');
});
