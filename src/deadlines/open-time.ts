import { addMinutes, atMinute, dateOf, epochOf, later, minutesBetween, plusDays, type Instant, type LocalDate } from '../terms';
import type { RunningMode, Window } from '../settings';
import { isWorkingDay, officeHours, type Calendar } from './calendar';

const wholeDay: readonly Window[] = [{ from: 0, to: 1440 }];

/** The open stretches of a date in a mode, in order; none when the clock stands still all day. */
const openWindows = (calendar: Calendar, mode: RunningMode, date: LocalDate): readonly Window[] => {
  if (mode === 'BUS') return officeHours(calendar, date);
  return mode === 'CAL' || isWorkingDay(calendar, date) ? wholeDay : [];
};

/**
 * The earliest moment t ≥ start such that the open time of the mode inside [start, t) equals the duration (4.1).
 * A duration that uses up the day ends at 17:30 of that day; 17:30:00 is closed; duration 0 is the start itself.
 * Every calendar comes to an end of this: its list is finite, and beyond it Monday to Friday are worked.
 * @param minutes 0 or more, and a number that ends
 */
export const addTime = (calendar: Calendar, mode: RunningMode, start: Instant, minutes: number): Instant => {
  if (!Number.isFinite(minutes)) throw new Error(`Not a duration: ${minutes}`);
  if (minutes <= 0) return start;
  if (mode === 'CAL') return addMinutes(start, minutes);
  let left = minutes;
  for (let date = dateOf(start); ; date = plusDays(date, 1)) {
    for (const window of openWindows(calendar, mode, date)) {
      const to = atMinute(date, window.to);
      if (to <= start) continue;
      const from = later(atMinute(date, window.from), start);
      const available = minutesBetween(from, to);
      if (left <= available) return addMinutes(from, left);
      left -= available;
    }
  }
};

/** Open minutes of the mode inside [from, to), seconds as a fraction; 0 when `to` is not after `from`. */
export const measureTime = (calendar: Calendar, mode: RunningMode, from: Instant, to: Instant): number => {
  if (to <= from) return 0;
  if (mode === 'CAL') return minutesBetween(from, to);
  let seconds = 0;
  const last = dateOf(to);
  for (let date = dateOf(from); date <= last; date = plusDays(date, 1)) {
    for (const window of openWindows(calendar, mode, date)) {
      const begin = Math.max(epochOf(atMinute(date, window.from)), epochOf(from));
      const end = Math.min(epochOf(atMinute(date, window.to)), epochOf(to));
      if (end > begin) seconds += (end - begin) / 1000;
    }
  }
  return seconds / 60;
};

/** The moment itself when the mode is open then, else the next opening. */
export const nextOpening = (calendar: Calendar, mode: RunningMode, at: Instant): Instant => {
  for (let date = dateOf(at); ; date = plusDays(date, 1)) {
    const window = openWindows(calendar, mode, date).find(({ to }) => at < atMinute(date, to));
    if (window !== undefined) return later(atMinute(date, window.from), at);
  }
};
