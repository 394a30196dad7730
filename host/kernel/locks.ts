/**
 * Locks of script projects. Waiting is virtual: a waiter wakes when the holder lets go, however long that takes in real time, and
 * gives up exactly when nobody is left who could let go.
 */

interface Waiter {
  readonly executionId: string;
  readonly timeout: number;
  settle(acquired: boolean): void;
}

interface Lock {
  holder: string | null;
  readonly waiters: Waiter[];
}

export class Locks {
  readonly #locks = new Map<string, Lock>();
  /** Executions that wait for others they have started, by the waiting one. */
  readonly #children = new Map<string, Set<string>>();

  /** @param timeout virtual milliseconds; 0 or less does not wait */
  acquire(name: string, executionId: string, timeout: number): Promise<boolean> | boolean {
    const lock = this.#lock(name);
    if (lock.holder === executionId) return true;
    if (lock.holder === null) {
      lock.holder = executionId;
      return true;
    }
    if (timeout <= 0) return false;
    return new Promise((resolve) => {
      const waiter: Waiter = {
        executionId,
        timeout,
        settle(acquired) {
          const at = lock.waiters.indexOf(waiter);
          if (at >= 0) lock.waiters.splice(at, 1);
          resolve(acquired);
        },
      };
      lock.waiters.push(waiter);
      this.#breakDeadlocks();
    });
  }

  holds(name: string, executionId: string): boolean {
    return this.#locks.get(name)?.holder === executionId;
  }

  release(name: string, executionId: string): void {
    const lock = this.#locks.get(name);
    if (!lock || lock.holder !== executionId) return;
    const [next] = lock.waiters;
    lock.holder = next?.executionId ?? null;
    next?.settle(true);
  }

  /** Frees everything an ended execution held or waited for. */
  releaseAll(executionId: string): void {
    for (const [name, lock] of this.#locks) {
      for (const waiter of [...lock.waiters]) if (waiter.executionId === executionId) waiter.settle(false);
      this.release(name, executionId);
      if (lock.holder === null && lock.waiters.length === 0) this.#locks.delete(name);
    }
    this.#children.delete(executionId);
  }

  /** Says that `parent` waits for `child` until the returned function is called. */
  waitFor(parent: string, child: string): () => void {
    const children = this.#children.get(parent) ?? new Set();
    this.#children.set(parent, children.add(child));
    this.#breakDeadlocks();
    return () => children.delete(child);
  }

  #lock(name: string): Lock {
    const lock = this.#locks.get(name) ?? { holder: null, waiters: [] };
    this.#locks.set(name, lock);
    return lock;
  }

  /** Whether the execution can go on without any waiter giving up. */
  #canProceed(executionId: string, asked: Set<string> = new Set()): boolean {
    if (asked.has(executionId)) return false;
    asked.add(executionId);
    for (const lock of this.#locks.values()) {
      if (!lock.waiters.some((waiter) => waiter.executionId === executionId)) continue;
      return lock.holder !== null && this.#canProceed(lock.holder, asked);
    }
    const children = this.#children.get(executionId);
    return !children || children.size === 0 || [...children].some((child) => this.#canProceed(child, new Set(asked)));
  }

  /** Of the waiters that wait for each other, the one with the shortest patience gives up first. */
  #breakDeadlocks(): void {
    for (;;) {
      const stuck = [...this.#locks.values()].flatMap((lock) => lock.waiters).filter((waiter) => !this.#canProceed(waiter.executionId));
      const [first] = stuck.sort((left, right) => left.timeout - right.timeout);
      if (!first) return;
      first.settle(false);
    }
  }
}
