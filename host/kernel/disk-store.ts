/** A store in a folder, by LMDB: a reader never waits, a commit is on disk when it returns, a killed process loses nothing it was told. */
import { mkdirSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import type { Store, StoreChange, StoreKey, StoreSnapshot } from './store';
import { startsWith } from './store-key';

type DiskKey = (string | number)[];

function asStoreKey(key: DiskKey | string | number): StoreKey {
  const [first, ...rest] = Array.isArray(key) ? key : [key];
  if (typeof first !== 'string') throw new Error(`The store holds a key without a kind: ${String(key)}`);
  return [first, ...rest];
}

export class DiskStore implements Store {
  readonly #database: RootDatabase<unknown, DiskKey>;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    // Without overlapping sync a commit returns only after its pages have reached the disk.
    this.#database = open<unknown, DiskKey>({ path: folder, overlappingSync: false, maxDbs: 1, keyEncoding: 'ordered-binary' });
  }

  get(key: StoreKey): unknown {
    return this.#database.get([...key]);
  }

  *range(prefix: StoreKey): Generator<{ readonly key: StoreKey; readonly value: unknown }> {
    for (const { key, value } of this.#database.getRange({ start: [...prefix], snapshot: true })) {
      const storeKey = asStoreKey(key);
      if (!startsWith(storeKey, prefix)) return;
      yield { key: storeKey, value };
    }
  }

  commit(changes: readonly StoreChange[]): void {
    if (changes.length === 0) return;
    this.#database.transactionSync(() => {
      for (const change of changes) {
        if (change.kind === 'put') this.#database.putSync([...change.key], change.value);
        else this.#database.removeSync([...change.key]);
      }
    });
  }

  snapshot(): StoreSnapshot {
    throw new Error('Only a workspace in memory can be snapshot');
  }

  restore(): void {
    throw new Error('Only a workspace in memory can be restored');
  }

  onRestore(): void {}

  async close(): Promise<void> {
    await this.#database.close();
  }
}
