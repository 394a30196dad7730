import { resolve } from 'node:path';
import type { Workspace } from '../../host/contract';
import { openWorkspace } from '../../host/kernel/workspace';
import claims from './claims.json';
import wb from './wb.json';

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

  test.each(claims.claims.slice(0, 6).map((one) => [one.id, one] as const))('%s', async (id, one) => {
    const { value } = await workspace.run('core', 'runCase', ['claims', one, null], owner);
    expect(value).toEqual(expect.objectContaining({ id, passed: true, message: null }));
  });

  test.each(wb.charges.map((one) => [one.id, one] as const))('%s', async (id, one) => {
    const { value } = await workspace.run('core', 'runCase', ['charges', one, null], owner);
    expect(value).toEqual(expect.objectContaining({ id, passed: true, message: null }));
  });

  test('it calls no service but the one that tells who asks', async () => {
    const { record } = await workspace.run('core', 'runCase', ['claims', claims.claims[0], null], owner);
    expect(record.calls.filter((call) => call.requests > 0 || call.cellsRead > 0 || call.cellsWritten > 0)).toEqual([]);
  });
});
