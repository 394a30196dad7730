/**
 * Where the workspace keeps everything: sorted keys, plain values, one atomic commit at a time.
 *
 * A key is a list of strings and numbers whose first part names what is kept (`mail`, `trigger`, `cells` …). A value is
 * plain data (null, booleans, numbers, strings, arrays, plain objects, Uint8Array; no undefined, Date or class instances) and belongs to the store once given:
 * neither the giver nor a reader may change it afterwards. That is what makes snapshots cheap.
 */
export type StoreKey = readonly [string, ...(string | number)[]];

export type StoreChange =
  | { readonly kind: 'put'; readonly key: StoreKey; readonly value: unknown }
  | { readonly kind: 'remove'; readonly key: StoreKey };

export const put = (key: StoreKey, value: unknown): StoreChange => ({ kind: 'put', key, value });
export const remove = (key: StoreKey): StoreChange => ({ kind: 'remove', key });

/** The whole state of an in-memory store at one moment. Opaque; stays valid for ever. */
export interface StoreSnapshot {
  readonly shelves: ReadonlyMap<string, readonly { readonly key: StoreKey; readonly value: unknown }[]>;
}

export interface Store {
  get(key: StoreKey): unknown;
  /** Every entry whose key starts with the prefix, in key order: part by part, numbers before strings, numbers by size, strings by code unit (UTF-8 on disk). */
  range(prefix: StoreKey): Iterable<{ readonly key: StoreKey; readonly value: unknown }>;
  /** Applies all changes or none, durably, before it returns. */
  commit(changes: readonly StoreChange[]): void;
  /** @throws Error on a store that is kept on disk */
  snapshot(): StoreSnapshot;
  /** Puts the state back and tells every listener. @throws Error on a store that is kept on disk */
  restore(snapshot: StoreSnapshot): void;
  /** Whoever keeps something derived from the store must drop it when the state was put back. */
  onRestore(listener: () => void): void;
  close(): Promise<void>;
}

/** Entries of one kind by one id: a typed view on a store. The kind's writer vouches for the type of what it wrote. */
export class Collection<T> {
  constructor(
    private readonly store: Store,
    private readonly kind: string,
  ) {}

  get(id: string | number): T | undefined {
    return this.trust(this.store.get([this.kind, id]));
  }

  /** All values in the order of their ids. */
  *values(): Generator<T> {
    for (const { value } of this.store.range([this.kind])) {
      const trusted = this.trust(value);
      if (trusted !== undefined) yield trusted;
    }
  }

  /** Values that belong to something, in the order of their own ids. */
  *under(owner: string): Generator<T> {
    for (const { value } of this.store.range([this.kind, owner])) {
      const trusted = this.trust(value);
      if (trusted !== undefined) yield trusted;
    }
  }

  getUnder(owner: string, id: string | number): T | undefined {
    return this.trust(this.store.get([this.kind, owner, id]));
  }

  /** The same with their ids. */
  *entriesUnder(owner: string): Generator<{ readonly key: string | number; readonly value: T }> {
    for (const { key, value } of this.store.range([this.kind, owner])) {
      const trusted = this.trust(value);
      const id = key[2];
      if (trusted !== undefined && id !== undefined) yield { key: id, value: trusted };
    }
  }

  putUnder(owner: string, id: string | number, value: T): StoreChange {
    return put([this.kind, owner, id], value);
  }

  put(id: string | number, value: T): StoreChange {
    return put([this.kind, id], value);
  }

  removeUnder(owner: string, id: string | number): StoreChange {
    return remove([this.kind, owner, id]);
  }

  remove(id: string | number): StoreChange {
    return remove([this.kind, id]);
  }

  /** The one place where stored data gets its type back; nobody else writes under this kind. */
  private trust(value: unknown): T | undefined {
    return value as T | undefined;
  }
}
