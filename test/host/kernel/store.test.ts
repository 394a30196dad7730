import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskStore } from '../../../host/kernel/disk-store';
import { MemoryStore } from '../../../host/kernel/memory-store';
import { put, remove, type Store, type StoreKey } from '../../../host/kernel/store';

const folders: string[] = [];
const stores: Store[] = [];
function folder(): string {
  const created = mkdtempSync(join(tmpdir(), 'ledger-store-'));
  folders.push(created);
  return created;
}
function keep<T extends Store>(store: T): T {
  stores.push(store);
  return store;
}
afterAll(async () => {
  for (const store of stores) await store.close();
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

const everything = (store: Store, kind: string): unknown[] => [...store.range([kind])].map(({ key, value }) => [key, value]);

describe.each([
  ['in memory', (): Store => keep(new MemoryStore())],
  ['on disk', (): Store => keep(new DiskStore(folder()))],
])('a store %s', (_name, create) => {
  it('gives back what was put and forgets what was removed', () => {
    const store = create();
    store.commit([put(['mail', 'a'], { subject: '您好', bytes: [1, -2] }), put(['mail', 'b'], null)]);
    expect(store.get(['mail', 'a'])).toEqual({ subject: '您好', bytes: [1, -2] });
    expect(store.get(['mail', 'b'])).toBeNull();
    store.commit([remove(['mail', 'a'])]);
    expect(store.get(['mail', 'a'])).toBeUndefined();
    expect(store.get(['other', 'a'])).toBeUndefined();
  });

  it('walks a prefix in key order, numbers by size and before strings', () => {
    const store = create();
    const keys: StoreKey[] = [['cells', 's', 10], ['cells', 's', 2], ['cells', 's', 'x'], ['cells', 'sheet', 1], ['cells', 'r', 5], ['cellsAndMore', 's', 1]];
    store.commit(keys.map((key) => put(key, key.join('/'))));
    expect([...store.range(['cells', 's'])].map(({ value }) => value)).toEqual(['cells/s/2', 'cells/s/10', 'cells/s/x']);
    expect([...store.range(['cells'])].map(({ value }) => value)).toEqual(['cells/r/5', 'cells/s/2', 'cells/s/10', 'cells/s/x', 'cells/sheet/1']);
  });

  it('lets a walker see one moment although it commits on the way', () => {
    const store = create();
    store.commit([put(['job', 1], 'a'), put(['job', 2], 'b'), put(['job', 3], 'c')]);
    const seen: unknown[] = [];
    for (const { key, value } of store.range(['job'])) {
      seen.push(value);
      store.commit([remove(key), put(['job', 10], 'late')]);
    }
    expect(seen).toEqual(['a', 'b', 'c']);
    expect(everything(store, 'job')).toEqual([[['job', 10], 'late']]);
  });
});

it('both stores hold the same after any series of commits', () => {
  const part = fc.oneof(fc.integer({ min: -5, max: 300 }), fc.constantFrom('a', 'b', 'ab', '中', ''));
  const key = fc.tuple(fc.constantFrom('k', 'l'), part, part);
  const change = fc.oneof(
    fc.tuple(key, fc.jsonValue({ maxDepth: 2 })).map(([at, value]) => put(at, value)),
    key.map((at) => remove(at)),
  );
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 8 }), (commits) => {
      const memory = new MemoryStore();
      const disk = keep(new DiskStore(folder()));
      for (const changes of commits) {
        memory.commit(changes);
        disk.commit(changes);
      }
      for (const kind of ['k', 'l']) expect(JSON.stringify(everything(disk, kind))).toEqual(JSON.stringify(everything(memory, kind)));
    }),
    { numRuns: 25 },
  );
});

it('a snapshot stays what it was and can be restored often', () => {
  const store = new MemoryStore();
  let told = 0;
  store.onRestore(() => (told += 1));
  store.commit([put(['a', 1], 'one'), put(['b', 1], 'uno')]);
  const snapshot = store.snapshot();
  for (let round = 0; round < 3; round += 1) {
    store.commit([put(['a', 1], `changed ${round}`), put(['a', 2], 'more'), remove(['b', 1])]);
    store.restore(snapshot);
    expect(everything(store, 'a')).toEqual([[['a', 1], 'one']]);
    expect(store.get(['b', 1])).toBe('uno');
  }
  expect(told).toBe(3);
});
