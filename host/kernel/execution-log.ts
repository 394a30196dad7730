/** Records of past executions, the newest of them. */
import type { ExecutionRecord } from '../contract';
import { Collection, type Store } from './store';

export class ExecutionLog {
  /** Number of the last record; null until it is looked up. */
  #last: number | null = null;
  #started = 0;
  readonly #records: Collection<ExecutionRecord>;

  constructor(
    private readonly store: Store,
    private readonly kept: number,
  ) {
    this.#records = new Collection(store, 'execution');
    store.onRestore(() => {
      this.#last = null;
    });
  }

  /** An id for an execution that starts now. */
  newId(): string {
    this.#started += 1;
    return `run-${this.#lastNumber() + 1}-${this.#started}`;
  }

  add(record: ExecutionRecord): void {
    const number = this.#lastNumber() + 1;
    this.#last = number;
    const change = this.#records.put(number, record);
    this.store.commit(number > this.kept ? [change, this.#records.remove(number - this.kept)] : [change]);
  }

  /** Newest first. */
  *newest(): Generator<ExecutionRecord> {
    for (let number = this.#lastNumber(); number > 0; number -= 1) {
      const record = this.#records.get(number);
      if (!record) return;
      yield record;
    }
  }

  #lastNumber(): number {
    if (this.#last === null) {
      this.#last = 0;
      for (const { key } of this.store.range(['execution'])) this.#last = Number(key[1]);
    }
    return this.#last;
  }
}
