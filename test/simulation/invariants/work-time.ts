import type { JournalEntry } from '../../../src/ledger/journal';
import { day, hour, minute, momentOf, startOfDay, weekday, writtenDate } from '../moments';
import type { Books } from './books';
import { Numbers } from './numbers';

/**
 * The clocks of 4.1 once more, read literally and counted minute by minute, without a line of the product's: CAL always runs, WDC on
 * working days, BUS in the office hours of working days. What the days are is read off the journal, entry by entry, so that it can be
 * asked as it was when something was counted.
 */
export type Mode = 'CAL' | 'WDC' | 'BUS';

export type Stretch = readonly [from: number, to: number];

/** A listed day: whether it is worked, and its own hours where it has some. */
interface Day {
  readonly works: boolean;
  readonly hours: readonly Stretch[] | null;
}

const timeOf = (text: string): number => {
  const [hours = '0', minutes = '0'] = text.trim().split(':');
  return Number(hours) * hour + Number(minutes) * minute;
};

/** `08:30-12:00, 13:00-16:00` */
const stretchesOf = (text: string): readonly Stretch[] => text.split(/[,，;；]/).filter((part) => /\d/.test(part)).map((part): Stretch => {
  const [from = '', to = ''] = part.split('-');
  return [timeOf(from), timeOf(to)];
});

const within = (stretches: readonly Stretch[], time: number): boolean => stretches.some(([from, to]) => time >= from && time < to);

export class WorkTime {
  private readonly days = new Map<string, Day>();
  /** Days that the owner changed past the system: nobody can say since when they count. */
  private readonly byHand = new Set<string>();
  private now = 0;

  constructor(readonly numbers = new Numbers()) {}

  /** As it is when all entries have been. */
  static after({ entries }: Pick<Books, 'entries'>): WorkTime {
    const time = new WorkTime();
    for (const entry of entries) time.take(entry);
    return time;
  }

  /** Goes on by an entry; gives whether somebody changed a day by a command, for which deadlines are counted anew. */
  take(entry: JournalEntry): boolean {
    this.numbers.take(entry);
    this.now = momentOf(entry.at);
    let changed = false;
    for (const change of entry.changes) {
      if (change.table !== 'holidays' || change.workbook !== undefined) continue;
      const before = this.days.get(change.key);
      if (change.kind === 'delete') this.days.delete(change.key);
      else {
        const { kind, hours } = change.kind === 'insert' ? change.row : change.fields;
        const works = kind === undefined ? before?.works ?? true : kind !== 'HOLIDAY' && kind !== 'WEEKEND';
        this.days.set(change.key, { works, hours: hours === undefined ? before?.hours ?? null : typeof hours === 'string' ? stretchesOf(hours) : null });
      }
      const matters = change.kind !== 'update' || 'kind' in change.fields || 'hours' in change.fields;
      if (entry.command === 'ledger.check' && matters) this.byHand.add(change.key);
      changed ||= entry.command !== 'ledger.check' && entry.command !== 'setUp';
    }
    return changed;
  }

  /** Whether the days between are what commands made them. */
  knows(from: number, to: number): boolean {
    return ![...this.byHand].some((date) => date >= writtenDate(from) && date <= writtenDate(to));
  }

  works(at: number): boolean {
    return this.days.get(writtenDate(at))?.works ?? ![0, 6].includes(weekday(at));
  }

  /** Whether the office is open at a time of day of a date. */
  private officeOf(date: number): (time: number) => boolean {
    const own = this.days.get(writtenDate(date))?.hours ?? null;
    if (own !== null) return (time) => within(own, time);
    const usual: Stretch = [timeOf(this.numbers.text('cal.open', this.now, '08:30')), timeOf(this.numbers.text('cal.close', this.now, '17:30'))];
    const breaks = stretchesOf(this.numbers.text('cal.breaks', this.now, '-'));
    return (time) => within([usual], time) && !within(breaks, time);
  }

  /** When the office closes on a date: after the last minute in which it is open. */
  closeOf(date: number): number {
    const isOpen = this.officeOf(date);
    let last = day - minute;
    while (last > 0 && !isOpen(last)) last -= minute;
    return startOfDay(date) + last + minute;
  }

  /** Milliseconds of the mode inside [from, to). */
  between(mode: Mode, from: number, to: number): number {
    let open = 0;
    this.walk(mode, from, (start, end) => {
      open += Math.max(0, Math.min(end, to) - start);
      return end < to;
    }, [], to);
    return open;
  }

  /** The earliest moment by which the mode was open for so long since the start, without the stretches that stand still. */
  after(mode: Mode, from: number, milliseconds: number, stills: readonly Stretch[] = []): number {
    let left = milliseconds;
    let reached = from;
    if (left > 0) this.walk(mode, from, (start, end) => {
      reached = Math.min(start + left, end);
      left -= reached - start;
      return left > 0;
    }, stills);
    return reached;
  }

  /** The moment itself while the office is open, else the next opening. */
  opening(at: number): number {
    return this.after('BUS', at, 1) - 1;
  }

  /** The n-th working day after a date, or before it. */
  workingDay(date: number, count: number): number {
    let found = startOfDay(date);
    for (let left = Math.abs(count); left > 0;) {
      found += count < 0 ? -day : day;
      if (this.works(found)) left -= 1;
    }
    return found;
  }

  /** "n wd": closing time of the n-th working day after the date of a moment. */
  endOfWorkingDay(at: number, count: number): number {
    return this.closeOf(this.workingDay(at, count));
  }

  /** The same time of day so many working days later; closing time where the moment is a day's end. */
  workingDaysLater(at: number, count: number): number {
    const date = this.workingDay(at - 1, count);
    return at === startOfDay(at) ? this.closeOf(date) : date + (at - startOfDay(at));
  }

  /** Every open minute from a moment on, in part where it begins or something stands still within it, while it is wanted. */
  private walk(mode: Mode, from: number, take: (start: number, end: number) => boolean, stills: readonly Stretch[], until = from + 400 * day): void {
    let date = Number.NaN;
    let works = false;
    let isOffice = (_time: number): boolean => true;
    const turns = stills.flat();
    for (let at = from; at < until;) {
      const today = startOfDay(at);
      if (today !== date) {
        date = today;
        works = mode === 'CAL' || this.works(at);
        if (mode === 'BUS') isOffice = this.officeOf(today);
      }
      const end = Math.min(at - ((at - today) % minute) + minute, ...turns.filter((turn) => turn > at));
      if (works && isOffice(at - today) && !within(stills, at) && !take(at, end)) return;
      at = end;
    }
  }
}
