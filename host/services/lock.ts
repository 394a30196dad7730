/** `LockService`: executions really wait for each other, in virtual time. */
import { GuestError, HostObject, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import type { Locks } from '../kernel/locks';

class Lock extends HostObject {
  static override readonly guestName = 'Lock';
  readonly #name: string;
  readonly #context: ServiceContext;
  readonly #locks: Locks;

  constructor(name: string, context: ServiceContext, locks: Locks) {
    super();
    this.#name = name;
    this.#context = context;
    this.#locks = locks;
  }

  async waitLock(timeout: unknown): Promise<void> {
    if (!(await this.#acquire(timeout))) throw new GuestError('Lock timeout: another process was holding the lock for too long.');
  }
  async tryLock(timeout: unknown): Promise<boolean> {
    return this.#acquire(timeout);
  }
  hasLock(): boolean {
    return this.#locks.holds(this.#name, this.#context.executionId);
  }
  releaseLock(): void {
    this.#context.count({ requests: 1 });
    this.#locks.release(this.#name, this.#context.executionId);
  }

  async #acquire(timeout: unknown): Promise<boolean> {
    const milliseconds = Number(timeout);
    if (!(milliseconds >= 0)) throw new GuestError('Invalid argument: timeoutInMillis');
    this.#context.count({ requests: 1 });
    return this.#locks.acquire(this.#name, this.#context.executionId, milliseconds);
  }
}

class LockService extends HostObject {
  static override readonly guestName = 'LockService';
  readonly #context: ServiceContext;
  readonly #locks: Locks;
  constructor(context: ServiceContext, locks: Locks) {
    super();
    this.#context = context;
    this.#locks = locks;
  }
  getScriptLock(): Lock {
    return this.#lock(`script:${this.#context.project}`);
  }
  getUserLock(): Lock {
    return this.#lock(`user:${this.#context.project}:${this.#context.runsAs}`);
  }
  getDocumentLock(): Lock | null {
    const { containerId, project } = this.#context;
    return containerId === null ? null : this.#lock(`document:${project}:${containerId}`);
  }
  #lock(name: string): Lock {
    return new Lock(name, this.#context, this.#locks);
  }
}

export const lockService = (kernel: Kernel): ServiceDefinition => ({
  name: 'LockService',
  create: (context) => ({ root: new LockService(context, kernel.locks) }),
});
