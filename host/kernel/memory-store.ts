/** A store that lives and dies with the process; its snapshots share everything that did not change since. */
import type { Store, StoreChange, StoreKey, StoreSnapshot } from './store';
import { compareKeys, startsWith } from './store-key';

interface Entry {
  readonly key: StoreKey;
  readonly value: unknown;
}

/** Entries of one kind, sorted by key. `shared` lists belong to a snapshot too and are copied before the first change. */
interface Shelf {
  entries: Entry[];
  shared: boolean;
}

/** Where the key is, or where it would have to go. */
function position(entries: readonly Entry[], key: StoreKey): { readonly at: number; readonly found: boolean } {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    const order = entry ? compareKeys(entry.key, key) : 0;
    if (order === 0) return { at: middle, found: true };
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return { at: low, found: false };
}

export class MemoryStore implements Store {
  readonly #shelves = new Map<string, Shelf>();
  readonly #listeners: (() => void)[] = [];

  get(key: StoreKey): unknown {
    const entries = this.#shelves.get(key[0])?.entries ?? [];
    const { at, found } = position(entries, key);
    return found ? entries[at]?.value : undefined;
  }

  range(prefix: StoreKey): readonly Entry[] {
    const entries = this.#shelves.get(prefix[0])?.entries ?? [];
    const first = position(entries, prefix).at;
    let end = first;
    for (let entry = entries[end]; entry && startsWith(entry.key, prefix); entry = entries[end]) end += 1;
    // A copy: whoever walks a range sees one moment of it, even if it commits on the way.
    return entries.slice(first, end);
  }

  commit(changes: readonly StoreChange[]): void {
    for (const change of changes) {
      const entries = this.#ownEntries(change.key[0]);
      const { at, found } = position(entries, change.key);
      if (change.kind === 'put') entries.splice(at, found ? 1 : 0, { key: change.key, value: change.value });
      else if (found) entries.splice(at, 1);
    }
  }

  snapshot(): StoreSnapshot {
    const shelves = new Map<string, readonly Entry[]>();
    for (const [kind, shelf] of this.#shelves) {
      shelf.shared = true;
      shelves.set(kind, shelf.entries);
    }
    return { shelves };
  }

  restore(snapshot: StoreSnapshot): void {
    this.#shelves.clear();
    for (const [kind, entries] of snapshot.shelves) this.#shelves.set(kind, { entries: [...entries], shared: false });
    for (const listener of this.#listeners) listener();
  }

  onRestore(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {}

  #ownEntries(kind: string): Entry[] {
    const shelf = this.#shelves.get(kind);
    if (!shelf) {
      const entries: Entry[] = [];
      this.#shelves.set(kind, { entries, shared: false });
      return entries;
    }
    if (shelf.shared) {
      shelf.entries = [...shelf.entries];
      shelf.shared = false;
    }
    return shelf.entries;
  }
}
