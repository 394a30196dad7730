/** Lets virtual time pass and fires clock triggers on the way, one after the other. */
import type { VirtualTime } from '../contract';
import type { VirtualClock } from './clock';
import type { TriggerFates } from './trigger-fates';
import type { StoredTrigger, Triggers } from './triggers';

/** Real milliseconds between two looks at the triggers while the clock runs by itself. */
const tick = 1000;

export class Scheduler {
  #queue: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly clock: VirtualClock,
    private readonly triggers: Triggers,
    private readonly fates: TriggerFates,
    private readonly fire: (trigger: StoredTrigger, at: VirtualTime) => Promise<void>,
  ) {}

  advanceTo(time: VirtualTime): Promise<void> {
    const advanced = this.#queue.then(() => this.#fireUntil(time));
    // A failure belongs to whoever asked for it, not to those who wait in line.
    this.#queue = advanced.catch(() => undefined);
    return advanced;
  }

  setRunning(running: boolean): void {
    this.clock.running = running;
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    if (!running) return;
    this.#timer = setInterval(() => {
      this.clock.save();
      void this.advanceTo(this.clock.now());
    }, tick);
    this.#timer.unref();
  }

  /** Stops the clock's own running and waits for what is being fired. */
  async close(): Promise<void> {
    this.setRunning(false);
    await this.#queue;
  }

  async #fireUntil(time: VirtualTime): Promise<void> {
    for (let due = this.triggers.takeDue(time); due; due = this.triggers.takeDue(time)) {
      await this.#fireLate(due.at);
      this.clock.moveTo(due.at);
      await this.fire(due.trigger, due.at);
    }
    await this.#fireLate(time);
    this.clock.moveTo(time);
  }

  /** What was put off until then. */
  async #fireLate(time: VirtualTime): Promise<void> {
    for (let late = this.fates.takeLate(time); late; late = this.fates.takeLate(time)) {
      this.clock.moveTo(late.at);
      await late.run();
    }
  }
}
