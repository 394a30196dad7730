/** Triggers as the platform keeps its word about them: mostly they fire, but they may come late, twice or not at all. */
import type { TriggerHook, TriggerRecord, VirtualTime } from '../contract';

interface Late {
  readonly at: VirtualTime;
  readonly run: () => Promise<void>;
}

export class TriggerFates {
  #hook: TriggerHook | null = null;
  #late: Late[] = [];

  setHook(hook: TriggerHook | null): void {
    this.#hook = hook;
  }

  /** Does to a trigger what the hook decides. One that comes twice comes again when the first is through. */
  async meet({ functionName, eventType }: Pick<TriggerRecord, 'functionName' | 'eventType'>, at: VirtualTime, run: () => Promise<void>): Promise<void> {
    const fate = this.#hook?.({ functionName, eventType, at }) ?? { kind: 'fire' };
    if (fate.kind === 'drop') return;
    if (fate.kind === 'late') {
      this.#late = [...this.#late, { at: at + fate.milliseconds, run }].sort((one, other) => one.at - other.at);
      return;
    }
    await run();
    if (fate.kind === 'twice') await run();
  }

  /** Takes the first of those put off whose time has come. */
  takeLate(until: VirtualTime): Late | null {
    const [first, ...others] = this.#late;
    if (first === undefined || first.at > until) return null;
    this.#late = others;
    return first;
  }
}
