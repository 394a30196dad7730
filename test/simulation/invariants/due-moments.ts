import type { JournalEntry } from '../../../src/ledger/journal';
import { exactly, minute, momentOf } from '../moments';
import type { Invariant } from './books';
import { fixedMoments, target, type Fixed } from './fixed-moments';
import { Life, type Clock } from './life';
import { WorkTime, type Mode, type Stretch } from './work-time';

/** What a customer was told is never made shorter by a change of the days (4.1). */
const told = ['S-01', 'S-08', 'S-09', 'S-33a', 'S-33b', 'S-33c', 'S-36', 'S-37', 'S-42'];

/** 4.4 no. 1 to 4: which standstills move which clocks. */
const moved: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^S-0[3467]$/, ['CUSTOMER_DEFER', 'FORCE_MAJEURE', 'SITE_CLOSED']],
  [/^S-(08|09|2[0-6]|33|37)/, ['WAIT_CUSTOMER', 'FORCE_MAJEURE']],
];

const isMode = (text: string): text is Mode => text === 'CAL' || text === 'WDC' || text === 'BUS';
const fixedOf = ({ isTarget, rule }: Clock): Fixed | undefined => (isTarget ? target : fixedMoments[rule]);

/** A fixed moment that stands still is measured in office hours; an agreed one by the day. */
const modeOf = ({ mode, rule, isTarget }: Clock): Mode => (isMode(mode) ? mode : rule === 'S-09' || isTarget ? 'CAL' : 'BUS');

/** One that ended, or whose breach is on record, is moved by nothing any more. */
const isMovable = ({ result, stop }: Clock): boolean => (result === 'RUNNING' || result === 'PAUSED') && stop === null;

/** Every clock's due moment as 4.1, 4.3, 4.4 and 4.6 have it: when it starts, when the days change, when it stands still, when its start is corrected. */
class Recount {
  private readonly time = new WorkTime();
  private readonly life = new Life();
  /** Before anything stood still. */
  private readonly counted = new Map<string, number>();
  readonly wrong: string[] = [];

  private fromStart(clock: Clock): number | null {
    if (isMode(clock.mode)) return this.time.after(clock.mode, clock.start, (clock.minutes ?? 0) * minute);
    return fixedOf(clock)?.at(clock, this.time, this.life) ?? null;
  }

  private byNewDays(clock: Clock, before: number): number {
    if (clock.mode === 'CAL') return before;
    const follows = isMode(clock.mode) ? 'days' : fixedOf(clock)?.follows ?? 'nothing';
    const anew = follows === 'nothing' ? before : follows === 'closing' ? this.time.closeOf(before - 1) : this.fromStart(clock) ?? before;
    return told.includes(clock.rule) ? Math.max(before, anew) : anew;
  }

  /** New due = what remained, from where it goes on; or the customer's own later time. */
  private withStandstills(clock: Clock, due: number, at: number): number {
    const kinds = moved.find(([rule]) => rule.test(clock.rule))?.[1] ?? [];
    const ticket = this.life.ticketOf(clock.object);
    const valid = this.life.rows('slaPauses').filter((row) => row['ticketId'] === ticket && row['status'] === 'APPROVED' && kinds.includes(String(row['kind'])) && Array.isArray(row['rules']) && row['rules'].includes(clock.rule));
    const stretches = valid.filter((row) => row['kind'] !== 'CUSTOMER_DEFER').map((row) => [momentOf(row['fromAt']), row['toAt'] === null ? at : momentOf(row['toAt'])] as const);
    return Math.max(due, stretches.length === 0 ? due : this.shifted(clock, due, stretches), ...valid.filter((row) => row['kind'] === 'CUSTOMER_DEFER').map((row) => momentOf(row['newDue'])));
  }

  private shifted(clock: Clock, due: number, stretches: readonly Stretch[]): number {
    const mode = modeOf(clock);
    const length = isMode(clock.mode) ? (clock.minutes ?? 0) * minute : this.time.between(mode, clock.start, due);
    return this.time.after(mode, clock.start, length, stretches);
  }

  private check(clock: Clock, entry: JournalEntry): void {
    const counted = this.counted.get(clock.id);
    if (counted === undefined || clock.result === 'PAUSED' || !this.time.knows(clock.start, Math.max(clock.due, counted))) return;
    const due = this.withStandstills(clock, counted, momentOf(entry.at));
    if (due !== clock.due) this.wrong.push(`${clock.id} is due ${exactly(clock.due)}, not ${exactly(due)}, since entry ${entry.number} (${entry.command}): ${clock.minutes ?? ''} ${clock.mode} from ${exactly(clock.start)}`);
  }

  private begin(clock: Clock): void {
    if (!isMode(clock.mode) && fixedOf(clock) === undefined) this.wrong.push(`${clock.id} is a fixed moment that nobody counts`);
    const due = this.fromStart(clock);
    if (due !== null) this.counted.set(clock.id, due);
  }

  take(entry: JournalEntry): void {
    const before = new Map(entry.changes.some(({ table }) => ['holidays', 'slaPauses', 'slaClocks'].includes(table)) ? this.life.clocks().map((clock) => [clock.id, clock]) : []);
    const newDays = this.time.take(entry);
    this.life.take(entry);
    const concerned = new Set<string>();
    if (newDays) {
      for (const clock of [...before.values()].filter(isMovable)) {
        const counted = this.counted.get(clock.id);
        if (counted !== undefined) this.counted.set(clock.id, this.byNewDays(clock, counted));
        concerned.add(clock.id);
      }
    }
    for (const change of entry.changes) {
      if (change.workbook !== undefined || change.kind === 'delete') continue;
      if (change.table === 'slaPauses') for (const clock of [...before.values()].filter(isMovable)) concerned.add(clock.id);
      if (change.table !== 'slaClocks') continue;
      const clock = this.life.clock(change.key);
      const old = before.get(change.key);
      if (clock === undefined) continue;
      if (old === undefined) this.begin(clock);
      else if (old.start !== clock.start && isMode(clock.mode)) this.begin(clock);
      if (old === undefined || old.start !== clock.start || old.due !== clock.due) concerned.add(change.key);
    }
    for (const id of concerned) {
      const clock = this.life.clock(id);
      if (clock !== undefined) this.check(clock, entry);
    }
  }
}

/** Due moments, counted once more when something happens to them. */
export const dueMomentsHold: Invariant = ({ entries }) => {
  const recount = new Recount();
  for (const entry of entries) recount.take(entry);
  return recount.wrong;
};
