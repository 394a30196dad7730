import { addMinutes, atMinute, dateOf, epochOf, later, minutesBetween, plusDays, type Instant, type LocalDate } from '../terms';
import type { RunningMode } from '../settings';
import { isWorkingDay, type Calendar } from './calendar';

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** The one open stretch of a date in a mode; null when the clock stands still all day. */
const openSpan = (calendar: Calendar, mode: RunningMode, date: LocalDate): Span | null => {
  if (mode === 'CAL') return { from: atMinute(date, 0), to: atMinute(date, 1440) };
  if (!isWorkingDay(calendar, date)) return null;
  if (mode === 'WDC') return { from: atMinute(date, 0), to: atMinute(date, 1440) };
  return { from: atMinute(date, calendar.open), to: atMinute(date, calendar.close) };
};

/**
 * The earliest moment t ≥ start such that the open time of the mode inside [start, t) equals the duration (4.1).
 * A duration that uses up the day ends at 17:30 of that day; 17:30:00 is closed; duration 0 is the start itself.
 * @param minutes 0 or more
 */
export const addTime = (calendar: Calendar, mode: RunningMode, start: Instant, minutes: number): Instant => {
  if (minutes <= 0) return start;
  if (mode === 'CAL') return addMinutes(start, minutes);
  let left = minutes;
  for (let date = dateOf(start); ; date = plusDays(date, 1)) {
    const span = openSpan(calendar, mode, date);
    if (span === null || span.to <= start) continue;
    const from = later(span.from, start);
    const available = minutesBetween(from, span.to);
    if (left <= available) return addMinutes(from, left);
    left -= available;
  }
};

/** Open minutes of the mode inside [from, to), seconds as a fraction; 0 when `to` is not after `from`. */
export const measureTime = (calendar: Calendar, mode: RunningMode, from: Instant, to: Instant): number => {
  if (to <= from) return 0;
  if (mode === 'CAL') return minutesBetween(from, to);
  let seconds = 0;
  const last = dateOf(to);
  for (let date = dateOf(from); date <= last; date = plusDays(date, 1)) {
    const span = openSpan(calendar, mode, date);
    if (span === null) continue;
    const begin = Math.max(epochOf(span.from), epochOf(from));
    const end = Math.min(epochOf(span.to), epochOf(to));
    if (end > begin) seconds += (end - begin) / 1000;
  }
  return seconds / 60;
};

/** The moment itself when the mode is open then, else the next opening. */
export const nextOpening = (calendar: Calendar, mode: RunningMode, at: Instant): Instant => {
  for (let date = dateOf(at); ; date = plusDays(date, 1)) {
    const span = openSpan(calendar, mode, date);
    if (span !== null && at < span.to) return later(span.from, at);
  }
};
