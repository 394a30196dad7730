/** The workspace's virtual clock: it stands still, follows the real clock, or is moved forward. It never goes back. */
import type { VirtualTime } from '../contract';
import { put, type Store } from './store';

export class VirtualClock {
  #base: VirtualTime;
  /** Real time at which the clock started to run; null while it stands still. */
  #startedAt: number | null = null;

  constructor(
    private readonly store: Store,
    startAt: VirtualTime,
  ) {
    this.#base = this.#stored() ?? startAt;
    store.onRestore(() => {
      this.#base = this.#stored() ?? startAt;
      if (this.#startedAt !== null) this.#startedAt = Date.now();
    });
    this.save();
  }

  now(): VirtualTime {
    return this.#startedAt === null ? this.#base : this.#base + (Date.now() - this.#startedAt);
  }

  /** Moves to a later time; an earlier one changes nothing. */
  moveTo(time: VirtualTime): void {
    if (time <= this.now()) return;
    this.#base = time;
    if (this.#startedAt !== null) this.#startedAt = Date.now();
    this.save();
  }

  get running(): boolean {
    return this.#startedAt !== null;
  }

  set running(running: boolean) {
    if (running === this.running) return;
    this.#base = this.now();
    this.#startedAt = running ? Date.now() : null;
    this.save();
  }

  save(): void {
    this.store.commit([put(['clock', 'now'], this.now())]);
  }

  #stored(): VirtualTime | null {
    const stored = this.store.get(['clock', 'now']);
    return typeof stored === 'number' ? stored : null;
  }
}
