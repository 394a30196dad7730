/** Installed triggers: who set up what to run when. */
import { randomUUID } from 'node:crypto';
import type { TriggerRecord, VirtualTime } from '../contract';
import { GuestError } from './host-object';
import type { Limits } from './limits';
import { describeSchedule, nextFiring, type ClockSchedule } from './schedule';
import { Collection, type Store } from './store';

export type EventType = TriggerRecord['eventType'];

export interface StoredTrigger {
  readonly id: string;
  /** Order of creation; triggers due at the same moment fire in it. */
  readonly number: number;
  readonly project: string;
  readonly functionName: string;
  readonly eventType: EventType;
  /** What kind of thing sets it off; a form submitted into a spreadsheet is the spreadsheet's event. Absent in older stores. */
  readonly source?: 'clock' | 'form' | 'spreadsheet' | 'calendar';
  readonly sourceId: string | null;
  readonly owner: string;
  readonly schedule: ClockSchedule | null;
  readonly createdAt: VirtualTime;
  readonly nextAt: VirtualTime | null;
}

export type NewTrigger = Pick<StoredTrigger, 'project' | 'functionName' | 'eventType' | 'source' | 'sourceId' | 'owner' | 'schedule'>;

export class Triggers {
  readonly #triggers: Collection<StoredTrigger>;

  constructor(
    private readonly store: Store,
    private readonly limits: Limits,
    private readonly now: () => VirtualTime,
  ) {
    this.#triggers = new Collection<StoredTrigger>(store, 'trigger');
  }

  /** In order of creation. */
  all(): readonly StoredTrigger[] {
    return [...this.#triggers.values()].sort((left, right) => left.number - right.number);
  }

  ofProject(project: string, owner: string): readonly StoredTrigger[] {
    return this.all().filter((trigger) => trigger.project === project && trigger.owner === owner);
  }

  /** Triggers that an event of a form or a spreadsheet sets off. */
  forEvent(eventType: EventType, sourceId: string): readonly StoredTrigger[] {
    return this.all().filter((trigger) => trigger.eventType === eventType && trigger.sourceId === sourceId);
  }

  /** @throws GuestError when the user has as many as the platform allows */
  add(trigger: NewTrigger): StoredTrigger {
    const all = this.all();
    if (all.filter(({ project, owner }) => project === trigger.project && owner === trigger.owner).length >= this.limits.triggersPerUser) {
      throw new GuestError('This script has too many triggers. Triggers must be deleted from the script before more can be added.');
    }
    const createdAt = this.now();
    const nextAt = trigger.schedule ? nextFiring(trigger.schedule, createdAt, createdAt) : null;
    const stored: StoredTrigger = { ...trigger, id: randomUUID(), number: (all.at(-1)?.number ?? 0) + 1, createdAt, nextAt };
    this.store.commit([this.#triggers.put(stored.id, stored)]);
    return stored;
  }

  remove(id: string): void {
    this.store.commit([this.#triggers.remove(id)]);
  }

  /** Takes the clock trigger that is due first, not after `until`, and notes when it fires next. */
  takeDue(until: VirtualTime): { readonly trigger: StoredTrigger; readonly at: VirtualTime } | null {
    let first: { readonly trigger: StoredTrigger; readonly at: VirtualTime } | null = null;
    for (const trigger of this.all()) {
      const at = trigger.nextAt;
      if (at !== null && at <= until && (!first || at < first.at)) first = { trigger, at };
    }
    if (!first?.trigger.schedule) return null;
    const { trigger, at } = first;
    const nextAt = nextFiring(first.trigger.schedule, trigger.createdAt, at);
    this.store.commit([this.#triggers.put(trigger.id, { ...trigger, nextAt })]);
    return first;
  }

  records(): readonly TriggerRecord[] {
    return this.all().map(({ id, project, functionName, eventType, sourceId, owner, schedule, nextAt }) => ({
      id, project, functionName, eventType, sourceId, owner, nextAt, schedule: schedule ? describeSchedule(schedule) : null,
    }));
  }
}
