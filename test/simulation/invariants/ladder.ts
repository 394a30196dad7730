import type { JournalEntry } from '../../../src/ledger/journal';
import { epochOf, type Instant } from '../../../src/terms';
import { minute } from '../moments';
import type { Invariant } from './books';
import { WorkTime, type Mode } from './work-time';

/** 4.5 once more, as its table reads: shares of the way to the due moment, what comes after it, and what repeats. */
interface Row {
  readonly shares: readonly number[];
  /** Minutes after due; with `again` every so many of the last. */
  readonly after?: readonly number[];
  readonly again?: true;
  /** Working days after due. */
  readonly days?: readonly number[];
}

const others: Row = { shares: [75, 100], days: [1] };
const rows: Readonly<Record<string, Row>> = {
  'S-02': { shares: [0, 100], after: [15] }, 'S-03': { shares: [50, 75, 100], after: [60], again: true }, 'S-04': { shares: [50, 75, 100], after: [120], again: true }, 'S-05': { shares: [75, 100] },
  'S-06': { shares: [50, 75, 100], after: [120] }, 'S-07': { shares: [50, 75, 100], after: [240] }, 'S-08': { shares: [50, 75, 100], days: [1] }, 'S-10': { shares: [75, 100], after: [60] }, 'S-18': { shares: [50, 100] },
  'S-33a': { ...others, days: [1, 3] }, 'S-33b': { ...others, days: [1, 3] }, 'S-33c': { ...others, days: [1, 3] },
};
/** Their ladders hang on days and dates of their own. */
const elsewhere = /^S-(09|11|14|2[6-9]|3[0-2]|34|35|36|39|4[0-9])/;

/** A clock as the journal has it at some moment. */
interface Clock {
  readonly ruleId: string;
  readonly startAt: Instant;
  readonly dueAt: Instant;
  readonly clockMode: string;
  readonly result: string;
  readonly lastLevelFired: number;
}

const isMode = (text: string): text is Mode => text === 'CAL' || text === 'WDC' || text === 'BUS';

/** A fixed moment has no running clock: its shares are not counted here. */
const isKnown = ({ ruleId, clockMode }: Clock): boolean => isMode(clockMode) && !elsewhere.test(ruleId);

/** Levels after the due moment hang on working days whatever the clock. */
const isCounted = (clock: Clock, time: WorkTime, at: number): boolean => time.knows('BUS', epochOf(clock.startAt), Math.max(at, epochOf(clock.dueAt)));

/** Of S-01 the class decides: C waits in office hours, A has a level more. */
const rowsFor = (rule: string): readonly (Row & { readonly mode?: Mode })[] =>
  rule === 'S-01' ? [{ shares: [50, 100], after: [30, 60] }, { shares: [50, 100], after: [30] }, { shares: [50, 100], after: [60], mode: 'BUS' }] : [rows[rule] ?? others];

const momentsOf = (clock: Clock, row: Row & { readonly mode?: Mode }, time: WorkTime, until: number): readonly number[] => {
  const [start, due] = [epochOf(clock.startAt), epochOf(clock.dueAt)];
  const mode = isMode(clock.clockMode) ? clock.clockMode : 'CAL';
  const whole = time.between(mode, start, due);
  const shares = row.shares.map((percent) => (percent >= 100 ? due : percent === 0 ? start : time.after(mode, start, (whole * percent) / 100)));
  const after = (row.after ?? []).map((minutes) => time.after(row.mode ?? 'CAL', due, minutes * minute));
  const step = (row.after?.[row.after.length - 1] ?? 0) * minute;
  const again = row.again === true ? Array.from({ length: Math.max(0, Math.floor((until - due) / step) - 1) }, (_, at) => due + (at + 2) * step) : [];
  return [...shares, ...after, ...again, ...(row.days ?? []).map((days) => time.workingDaysLater(due, days))];
};

/** How many levels had come by a moment, at least and at most. */
const levelsBy = (clock: Clock, time: WorkTime, at: number, slack: number): readonly [number, number] => {
  const counts = (moment: number): readonly number[] => rowsFor(clock.ruleId).map((row) => momentsOf(clock, row, time, moment).filter((level) => level <= moment).length);
  return [Math.min(...counts(at - slack)), Math.max(...counts(at))];
};

/** Clocks as they become, entry by entry. */
const follow = (entries: readonly JournalEntry[], see: (entry: JournalEntry, key: string, clock: Clock, fields: Readonly<Record<string, unknown>>, hasMoved: boolean) => void): ReadonlyMap<string, Clock> => {
  const clocks = new Map<string, Clock>();
  const moved = new Set<string>();
  for (const entry of entries) {
    for (const change of entry.changes) {
      if (change.table !== 'slaClocks' || change.workbook !== undefined) continue;
      if (change.kind === 'delete') {
        clocks.delete(change.key);
        continue;
      }
      const fields = change.kind === 'insert' ? change.row : change.fields;
      if (clocks.has(change.key) && ['startAt', 'dueAt', 'clockMode'].some((name) => name in fields)) moved.add(change.key);
      // Journalled by the product after this table's own columns.
      const clock = { ...clocks.get(change.key), ...fields } as unknown as Clock;
      clocks.set(change.key, clock);
      see(entry, change.key, clock, fields, moved.has(change.key));
    }
  }
  return clocks;
};

/** Sweeps come every five minutes while nothing disturbs them; what is asked was undisturbed for longer. */
const sinceLastSweep = 6 * minute;

/** No level of the ladder comes before its moment, and none is lost: for each clock, levels by its start, its due moment and 4.5. */
export const levelsInTime: Invariant = (books) => {
  const time = new WorkTime(books);
  const wrong: string[] = [];
  const clocks = follow(books.entries, (entry, key, clock, fields, hasMoved) => {
    const level = fields['lastLevelFired'];
    if (typeof level !== 'number' || level === 0 || hasMoved || !isKnown(clock) || !isCounted(clock, time, epochOf(entry.at))) return;
    const [, most] = levelsBy(clock, time, epochOf(entry.at) + 1000, 0);
    if (level > most) wrong.push(`${key}: level ${level} at ${entry.at}, when ${most} had come (start ${clock.startAt}, due ${clock.dueAt})`);
  });
  for (const [key, clock] of clocks) {
    if (!isKnown(clock) || !isCounted(clock, time, books.now) || (clock.result !== 'RUNNING' && clock.result !== 'BREACHED_OPEN')) continue;
    const [least] = levelsBy(clock, time, books.now, sinceLastSweep);
    if (clock.lastLevelFired < least) wrong.push(`${key}: ${least} levels had come and ${clock.lastLevelFired} fired (start ${clock.startAt}, due ${clock.dueAt})`);
  }
  return wrong;
};
