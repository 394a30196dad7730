/** Where iterators of DriveApp were left, so that a later execution can go on. */
import type { VirtualTime } from '../contract';
import { Collection, type Store } from './store';

export type CursorKind = 'files' | 'folders';

interface Cursor {
  readonly kind: CursorKind;
  /** What is still to come. */
  readonly ids: readonly string[];
  readonly at: VirtualTime;
}

/** As long as the platform says that tokens are generally good for. */
const lifetime = 7 * 86_400_000;

export class DriveCursors {
  readonly #cursors: Collection<Cursor>;

  constructor(
    private readonly store: Store,
    private readonly newToken: () => string,
    private readonly now: () => VirtualTime,
  ) {
    this.#cursors = new Collection<Cursor>(store, 'drive-cursor');
  }

  keep(kind: CursorKind, ids: readonly string[]): string {
    const token = this.newToken();
    const old = [...this.store.range(['drive-cursor'])].map(({ key }) => String(key[1])).filter((known) => this.#isOver(this.#cursors.get(known)));
    this.store.commit([...old.map((known) => this.#cursors.remove(known)), this.#cursors.put(token, { kind, ids, at: this.now() })]);
    return token;
  }

  /** Null for a token of another kind, an old one, or none at all. */
  find(kind: CursorKind, token: string): readonly string[] | null {
    const cursor = this.#cursors.get(token);
    return cursor?.kind === kind && !this.#isOver(cursor) ? cursor.ids : null;
  }

  #isOver(cursor: Cursor | undefined): boolean {
    return cursor === undefined || this.now() - cursor.at > lifetime;
  }
}
