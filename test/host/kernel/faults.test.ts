import type { FaultHook } from '../../../host/contract';
import { call, cleanUp, owner, workspaceWith } from './fixture';

afterAll(cleanUp);

const code = `
  function three() {
    var properties = PropertiesService.getScriptProperties();
    try {
      properties.setProperty('a', '1');
      properties.setProperty('b', '2');
    } catch (error) {
      properties.setProperty('caught', error.message);
      throw error;
    } finally {
      properties.setProperty('finally', 'yes');
    }
  }
  function all() { return PropertiesService.getScriptProperties().getProperties(); }
  function spin() { for (;;) { try { Utilities.getUuid(); } catch (error) { /* goes on */ } } }`;

const killAt = (index: number, moment: 'before' | 'after'): FaultHook => (call) => (call.index === index && call.moment === moment ? { kind: 'kill' } : { kind: 'pass' });

describe('a kill', () => {
  it.each([
    [2, 'before', {}],
    [2, 'after', { a: '1' }],
    [3, 'before', { a: '1' }],
    [3, 'after', { a: '1', b: '2' }],
    [4, 'after', { a: '1', b: '2', finally: 'yes' }],
  ] as const)('at call %i, %s it, leaves exactly what was done', async (index, moment, left) => {
    const workspace = await workspaceWith(code);
    workspace.setFaultHook(killAt(index, moment));
    const { record, value } = await workspace.run('app', 'three', [], owner);
    expect([record.status, value, record.calls.length]).toEqual(['killed', undefined, index]);
    workspace.setFaultHook(null);
    expect(await call(workspace, 'all')).toEqual(left);
  });

  it('ends a guest that would not stop', async () => {
    const workspace = await workspaceWith(code);
    workspace.setFaultHook(killAt(5, 'before'));
    expect((await workspace.run('app', 'spin', [], owner)).record.status).toBe('killed');
    workspace.setFaultHook(null);
    expect(await call(workspace, 'all')).toEqual({});
  });

  it('can hit every call in turn, starting from the same state', async () => {
    const workspace = await workspaceWith(code);
    const before = workspace.snapshot();
    const seen = new Set<string>();
    for (let index = 1; index <= 4; index += 1) {
      for (const moment of ['before', 'after'] as const) {
        workspace.restore(before);
        workspace.setFaultHook(killAt(index, moment));
        await workspace.run('app', 'three', [], owner);
        workspace.setFaultHook(null);
        seen.add(JSON.stringify(await call(workspace, 'all')));
      }
    }
    workspace.restore(before);
    expect(workspace.executions()).toEqual([]);
    expect(seen.size).toBe(4);
  });
});

describe('a failing call', () => {
  it('throws in the guest, which may handle it', async () => {
    const workspace = await workspaceWith(code);
    workspace.setFaultHook(({ index, moment }) => (index === 2 && moment === 'before' ? { kind: 'fail', message: 'Service unavailable: Properties' } : { kind: 'pass' }));
    await expect(call(workspace, 'three')).rejects.toThrow('Exception: Service unavailable: Properties');
    workspace.setFaultHook(null);
    expect(await call(workspace, 'all')).toEqual({ caught: 'Service unavailable: Properties', finally: 'yes' });
    expect(workspace.executions(2)[1]?.calls[1]).toMatchObject({ name: 'Properties.setProperty', error: 'Service unavailable: Properties' });
  });
  it('may fail after it was done', async () => {
    const workspace = await workspaceWith(code);
    workspace.setFaultHook(({ index, moment }) => (index === 3 && moment === 'after' ? { kind: 'fail', message: 'We\'re sorry, a server error occurred.' } : { kind: 'pass' }));
    await expect(call(workspace, 'three')).rejects.toThrow('server error');
    workspace.setFaultHook(null);
    expect(await call(workspace, 'all')).toMatchObject({ a: '1', b: '2' });
  });
});

it('a guest that eats all memory dies alone', async () => {
  const workspace = await workspaceWith(`${code} function eat() { var all = []; for (;;) all.push(new Array(1000000).fill(all.length)); }`);
  const { record } = await workspace.run('app', 'eat', [], owner);
  expect(record.status).toBe('failed');
  expect(record.error).toMatch(/memory/i);
  expect(await call(workspace, 'all')).toEqual({});
});
