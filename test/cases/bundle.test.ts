import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Workspace } from '../../host/contract';
import { openWorkspace } from '../../host/kernel/workspace';
import claims from './claims.json';

/** Every case of every file of this folder, by part: what `npm run cases -- test/cases/*.json` runs. */
const written = readdirSync(__dirname)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => Object.entries(JSON.parse(readFileSync(resolve(__dirname, file), 'utf8')) as Readonly<Record<string, unknown>>))
  .flatMap(([part, cases]) => (Array.isArray(cases) ? (cases as readonly { readonly id: string }[]).map((one) => [part, one.id, part, one] as const) : []));

/** The same cases where they count: in the bundle that is deployed. */
describe('the bundle computes cases', () => {
  const owner = 'owner@example.com';
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await openWorkspace({ directory: null, startAt: Date.parse('2026-01-01T00:00:00+08:00') });
    for (const email of [owner, 'visitor@example.com']) workspace.addUser({ email, name: email });
    await workspace.loadProject({ name: 'core', folder: resolve(__dirname, '../../dist/core'), owner });
  });
  afterAll(() => workspace.close());

  test.each(written)('%s: %s', async (_part, id, part, one) => {
    const { value } = await workspace.run('core', 'runCase', [part, one, null], owner);
    expect(value).toEqual(expect.objectContaining({ id, passed: true, message: null }));
  });

  test('it calls no service but the one that tells who asks', async () => {
    const { record } = await workspace.run('core', 'runCase', ['claims', claims.claims[0], null], owner);
    expect(record.calls.filter((call) => call.requests > 0 || call.cellsRead > 0 || call.cellsWritten > 0)).toEqual([]);
  });
});
