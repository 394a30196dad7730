import type { TriggerFate } from '../../../host/contract';
import { call, cleanUp, owner, startAt, workspaceWith } from './fixture';

afterAll(cleanUp);

const minute = 60_000;

const code = `
  function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
  function tick() {
    var lock = LockService.getScriptLock();
    var properties = PropertiesService.getScriptProperties();
    if (!lock.tryLock(1000)) { properties.setProperty('refused', 'yes'); return; }
    properties.setProperty('ticks', String(Number(properties.getProperty('ticks') || 0) + 1));
    lock.releaseLock();
  }
  function patient() { LockService.getScriptLock().waitLock(1000); }
  function all() { return PropertiesService.getScriptProperties().getProperties(); }`;

const ticking = async () => {
  const workspace = await workspaceWith(code);
  await call(workspace, 'install');
  return workspace;
};

it.each<[string, TriggerFate, string | undefined]>([
  ['fires', { kind: 'fire' }, '2'],
  ['never comes', { kind: 'drop' }, undefined],
  ['comes twice', { kind: 'twice' }, '4'],
  ['comes late', { kind: 'late', milliseconds: 6 * minute }, '1'],
])('a trigger %s', async (_name, fate, ticks) => {
  const workspace = await ticking();
  workspace.setTriggerHook(({ functionName, eventType }) => (functionName === 'tick' && eventType === 'CLOCK' ? fate : { kind: 'fire' }));
  await workspace.advanceTo(startAt + 11 * minute);
  expect((await call(workspace, 'all') as Record<string, string>)['ticks']).toBe(ticks);
});

it('a trigger that comes late comes at its own moment, between others', async () => {
  const workspace = await ticking();
  const met: number[] = [];
  workspace.setTriggerHook(({ at }) => {
    met.push(at);
    return met.length === 1 ? { kind: 'late', milliseconds: 3 * minute } : { kind: 'fire' };
  });
  await workspace.advanceTo(startAt + 11 * minute);
  const [late, ...others] = workspace.executions(3).map(({ functionName, startedAt }) => (functionName === 'tick' ? startedAt : 0)).sort();
  expect([late, ...others].filter((at) => at !== 0).length).toBe(2);
  expect(workspace.executions(2).map(({ startedAt }) => startedAt).reverse()).toEqual([(met[0] ?? 0) + 3 * minute, met[1]]);
});

it('a lock that somebody keeps is refused as the platform refuses it', async () => {
  const workspace = await ticking();
  workspace.setFaultHook(({ name }) => (name.startsWith('Lock.') ? { kind: 'busy' } : { kind: 'pass' }));
  await expect(call(workspace, 'patient')).rejects.toThrow('Lock timeout: another process was holding the lock for too long.');
  await call(workspace, 'tick');
  workspace.setFaultHook(null);
  expect(await call(workspace, 'all')).toEqual({ refused: 'yes' });
});

it('a slow call takes its time on the clock, and ends an execution that has none left', async () => {
  const workspace = await ticking();
  workspace.setFaultHook(({ name, moment }) => (name === 'Properties.getProperty' && moment === 'after' ? { kind: 'slow', milliseconds: minute } : { kind: 'pass' }));
  await call(workspace, 'tick');
  expect(workspace.now()).toBe(startAt + minute);
  workspace.setFaultHook(({ name, moment }) => (name === 'Properties.setProperty' && moment === 'after' ? { kind: 'slow', milliseconds: 7 * minute } : { kind: 'pass' }));
  const { record } = await workspace.run('app', 'tick', [], owner);
  expect([record.status, record.error]).toEqual(['timed-out', 'Exceeded maximum execution time']);
  workspace.setFaultHook(null);
  expect(await call(workspace, 'all')).toEqual({ ticks: '2' });
});
