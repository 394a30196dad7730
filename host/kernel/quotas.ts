/** What an account has used of the day's quotas. Days are those of the platform's own clock. */
import type { VirtualTime } from '../contract';
import { put, type Store } from './store';
import { wallTime } from './zone';

/** Quotas start anew at midnight there. (Believed: the documentation only speaks of 24 hours.) */
const quotaZone = 'America/Los_Angeles';

export class Quotas {
  constructor(
    private readonly store: Store,
    private readonly now: () => VirtualTime,
  ) {}

  used(name: string, user: string): number {
    const stored = this.store.get(this.#key(name, user));
    return typeof stored === 'number' ? stored : 0;
  }

  /** @returns how much was used before */
  use(name: string, user: string, amount: number): number {
    const used = this.used(name, user);
    this.store.commit([put(this.#key(name, user), used + amount)]);
    return used;
  }

  #key(name: string, user: string): readonly [string, string, string, string] {
    const { year, month, day } = wallTime(this.now(), quotaZone);
    return ['quota', name, user, `${year}-${month}-${day}`];
  }
}
