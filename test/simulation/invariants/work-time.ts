import { dayKind } from '../../../sheets-templates';
import { day, hour, minute, startOfDay, weekday, writtenDate } from '../moments';
import { rowsOf, textOf, type Books } from './books';

/**
 * The clocks of 4.1 once more, read literally and counted minute by minute, without a line of the product's: CAL always runs, WDC on
 * working days, BUS from 08:30 to 17:30 of working days.
 */
export type Mode = 'CAL' | 'WDC' | 'BUS';

const opening = 8.5 * hour;
const closing = 17.5 * hour;

/** Days that the list makes holidays or working days; the others go by the weekday. */
export class WorkTime {
  private readonly listed = new Map<string, boolean>();
  /** Days whose kind or hours somebody changed since set-up: what spans them was counted anew, some of it by other hours. */
  private readonly changed: readonly string[];

  constructor(books: Books) {
    for (const row of rowsOf(books, 'holidays')) this.listed.set(textOf(row, 'date'), textOf(row, 'kind') !== dayKind.HOLIDAY.zh);
    this.changed = books.entries.filter(({ command }) => command !== 'setUp').flatMap(({ changes }) => changes.filter(({ table }) => table === 'holidays').map(({ key }) => key));
  }

  /** Whether the time between was always counted as it is here. */
  knows(mode: Mode, from: number, to: number): boolean {
    return mode === 'CAL' || !this.changed.some((date) => date >= writtenDate(from) && date <= writtenDate(to));
  }

  works(at: number): boolean {
    return this.listed.get(writtenDate(at)) ?? ![0, 6].includes(weekday(at));
  }

  private isOpen(mode: Mode, from: number, works: boolean): boolean {
    if (mode === 'CAL') return true;
    const time = from - startOfDay(from);
    return works && (mode === 'WDC' || (time >= opening && time < closing));
  }

  /** Milliseconds of the mode inside [from, to). */
  between(mode: Mode, from: number, to: number): number {
    let open = 0;
    this.walk(mode, from, (start, end) => {
      open += Math.max(0, Math.min(end, to) - start);
      return end < to;
    }, to);
    return open;
  }

  /** The earliest moment by which the mode was open for so long since the start. */
  after(mode: Mode, from: number, milliseconds: number): number {
    let left = milliseconds;
    let reached = from;
    if (left > 0) this.walk(mode, from, (start, end) => {
      reached = Math.min(start + left, end);
      left -= reached - start;
      return left > 0;
    });
    return reached;
  }

  /** Closing time of the n-th working day after the date of a moment; midnight is the end of the day before. */
  endOfWorkingDay(at: number, count: number): number {
    let date = startOfDay(at - 1);
    for (let left = count; left > 0;) {
      date += day;
      if (this.works(date)) left -= 1;
    }
    return date + closing;
  }

  /** The same time of day so many working days later; closing time where the moment is a day's end. */
  workingDaysLater(at: number, count: number): number {
    return at === startOfDay(at) ? this.endOfWorkingDay(at, count) : this.endOfWorkingDay(at, count) - closing + (at - startOfDay(at));
  }

  /** Every open minute from a moment on, the first one perhaps in part, while it is wanted. */
  private walk(mode: Mode, from: number, take: (start: number, end: number) => boolean, until = from + 400 * day): void {
    let date = Number.NaN;
    let works = false;
    for (let at = from; at < until;) {
      const today = startOfDay(at);
      if (today !== date) {
        date = today;
        works = this.works(at);
      }
      const end = at - ((at - today) % minute) + minute;
      if (this.isOpen(mode, at, works) && !take(at, end)) return;
      at = end;
    }
  }
}
