import { Locks } from '../../../host/kernel/locks';
import { call, cleanUp, owner, workspaceWith } from './fixture';

afterAll(cleanUp);

const counter = `
  function add(lockName) {
    var lock = LockService[lockName]();
    lock.waitLock(30000);
    var properties = PropertiesService.getScriptProperties();
    var before = Number(properties.getProperty('count') || 0);
    Utilities.getUuid(); Utilities.getUuid();
    properties.setProperty('count', String(before + 1));
    lock.releaseLock();
  }
  function addWithout() {
    var properties = PropertiesService.getScriptProperties();
    var before = Number(properties.getProperty('count') || 0);
    Utilities.getUuid(); Utilities.getUuid();
    properties.setProperty('count', String(before + 1));
  }
  function count() { return Number(PropertiesService.getScriptProperties().getProperty('count')); }
  function nested() { var lock = LockService.getScriptLock(); lock.waitLock(1000); return [lock.hasLock(), LockService.getScriptLock().hasLock(), LockService.getUserLock().hasLock(), LockService.getDocumentLock()]; }
  function tryOnly() { return LockService.getScriptLock().tryLock(0); }`;

describe('LockService', () => {
  it('lets executions that race through one by one', async () => {
    const workspace = await workspaceWith(counter);
    await Promise.all(Array.from({ length: 12 }, () => call(workspace, 'add', 'getScriptLock')));
    expect(await call(workspace, 'count')).toBe(12);
  });

  it('really lets executions race that take no lock', async () => {
    const workspace = await workspaceWith(counter);
    await Promise.all(Array.from({ length: 12 }, () => call(workspace, 'addWithout')));
    expect(await call(workspace, 'count')).toBeLessThan(12);
  });

  it('knows who holds what, and frees everything at the end', async () => {
    const workspace = await workspaceWith(counter);
    expect(await call(workspace, 'nested')).toEqual([true, true, false, null]);
    expect(await call(workspace, 'tryOnly')).toBe(true);
  });

  it('times out without waiting when the holder itself waits for the one who asks', async () => {
    const workspace = await workspaceWith(
      `function outer() { LockService.getScriptLock().waitLock(1000); return UrlFetchApp.fetch(ScriptApp.getService().getUrl()).getContentText(); }
       function doGet() { try { LockService.getScriptLock().waitLock(600000); return ContentService.createTextOutput('in'); } catch (error) { return ContentService.createTextOutput(error.message); } }`,
      { manifest: { webapp: { executeAs: 'USER_DEPLOYING', access: 'ANYONE_ANONYMOUS' } } },
    );
    expect(await call(workspace, 'outer')).toBe('Lock timeout: another process was holding the lock for too long.');
  });

  it('frees the locks of a killed execution', async () => {
    const workspace = await workspaceWith(counter);
    workspace.setFaultHook(({ name, moment }) => (name === 'Properties.setProperty' && moment === 'before' ? { kind: 'kill' } : { kind: 'pass' }));
    const { record } = await workspace.run('app', 'add', ['getScriptLock'], owner);
    expect(record.status).toBe('killed');
    workspace.setFaultHook(null);
    expect(await call(workspace, 'tryOnly')).toBe(true);
  });
});

describe('waiting in a ring', () => {
  it('lets the least patient give up, and the other go on', async () => {
    const locks = new Locks();
    expect([locks.acquire('a', 'one', 100), locks.acquire('b', 'two', 100)]).toEqual([true, true]);
    const one = locks.acquire('b', 'one', 5000);
    const two = locks.acquire('a', 'two', 1000);
    expect(await two).toBe(false);
    locks.release('b', 'two');
    expect(await one).toBe(true);
  });

  it('wakes waiters in the order they came', async () => {
    const locks = new Locks();
    void locks.acquire('a', 'one', 10);
    const order: string[] = [];
    const waits = ['two', 'three'].map(async (name) => {
      await locks.acquire('a', name, 10);
      order.push(name);
      locks.releaseAll(name);
    });
    locks.releaseAll('one');
    await Promise.all(waits);
    expect(order).toEqual(['two', 'three']);
    expect(locks.acquire('a', 'four', 0)).toBe(true);
  });
});
