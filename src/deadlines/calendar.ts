import type { DayKind, Holiday } from '../../sheets-templates';
import { minutesOfTime } from './time-of-day';
import { atMinute, dateOf, parseDate, plusDays, refuse, weekdayOf, type Instant, type LocalDate, type Refusal } from '../terms';
import { readWindows, withoutBreaks, type Settings, type Window } from '../settings';

const worked = (kind: DayKind): boolean => kind === 'WORKDAY' || kind === 'ADJUSTED_WORKDAY';

/** Which dates are worked and when the office is open (regulation 4.1). */
export interface Calendar {
  /** The stretches of a usual working day: one, or several around a break. */
  readonly windows: readonly Window[];
  /** Days with hours of their own. */
  readonly hours: ReadonlyMap<LocalDate, readonly Window[]>;
  readonly kinds: ReadonlyMap<LocalDate, DayKind>;
  readonly statutory: ReadonlySet<LocalDate>;
  /** Years whose list is loaded; in any other, Monday to Friday are worked and results are provisional (AMB-39). */
  readonly years: ReadonlySet<string>;
  /** Rows that cannot be used and were left out. */
  readonly problems: readonly Refusal[];
}

/** The law has had 11 statutory days since 2008 and 13 since 2025: a year that names fewer has not got its list yet. */
export const fewestStatutoryDays = 11;

const loadedYears = (statutory: ReadonlySet<LocalDate>): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const date of statutory) counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= fewestStatutoryDays).map(([year]) => year));
};

/** Hours of one day as a row has them; null for the usual ones. A day must keep some open time: one that has none is no working day. */
export const readHours = (row: Pick<Holiday, 'date' | 'kind' | 'hours'>): readonly Window[] | null | Refusal => {
  if (row.hours === null || row.hours.trim() === '') return null;
  const windows = readWindows(row.hours);
  if (windows === null || windows.length === 0) return refuse('CAL-3', `${row.date} 的时间“${row.hours}”无法识别，请按“08:30-12:00, 13:00-17:30”填写；不上班请改为节假日。`, `The hours "${row.hours}" of ${row.date} cannot be read; write 08:30-12:00, 13:00-17:30, or make it a holiday when nobody works.`);
  return worked(row.kind) ? windows : refuse('CAL-4', `${row.date} 不上班，不能填写当日时间；请先改为调休上班。`, `${row.date} is not worked and has no hours; make it a working day first.`);
};

/**
 * The calendar of a list of holidays with the opening hours valid at a moment.
 * Refused when the day has no open time: no deadline could ever be computed from it.
 */
export const buildCalendar = (holidays: readonly Holiday[], settings: Settings, at: Instant): Calendar | Refusal => {
  const day: Window = { from: minutesOfTime(settings.time('cal.open', at)), to: minutesOfTime(settings.time('cal.close', at)) };
  const windows = withoutBreaks(day, settings.windows('cal.breaks', at));
  if (windows.length === 0) {
    return refuse('CAL-1', '工作时间没有长度：cal.open 必须早于 cal.close，cal.breaks 不能占满全天。', 'The working day has no length: cal.open must be before cal.close, and cal.breaks must leave some of it.');
  }
  const kinds = new Map<LocalDate, DayKind>();
  const hours = new Map<LocalDate, readonly Window[]>();
  const statutory = new Set<LocalDate>();
  const problems: Refusal[] = [];
  for (const row of holidays) {
    const date = parseDate(row.date);
    if (date === null) {
      problems.push(refuse('CAL-2', `节假日表中的“${row.date}”不是日期。`, `"${row.date}" in the holiday list is not a date.`));
      continue;
    }
    kinds.set(date, row.kind);
    if (row.isStatutory) statutory.add(date);
    const own = readHours(row);
    if (own === null) continue;
    if ('refused' in own) problems.push(own);
    else hours.set(date, own);
  }
  return { windows, hours, kinds, statutory, years: loadedYears(statutory), problems };
};

export const dayKind = (calendar: Calendar, date: LocalDate): DayKind => {
  const listed = calendar.kinds.get(date);
  if (listed !== undefined) return listed;
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6 ? 'WEEKEND' : 'WORKDAY';
};

/** AMB-49: adjusted Saturdays and Sundays are working days. */
export const isWorkingDay = (calendar: Calendar, date: LocalDate): boolean => worked(dayKind(calendar, date));

/** When the office is open on a date; nothing on a day off. */
export const officeHours = (calendar: Calendar, date: LocalDate): readonly Window[] =>
  (isWorkingDay(calendar, date) ? (calendar.hours.get(date) ?? calendar.windows) : []);

/** A statutory day proper, on which work cannot be replaced by leave (AMB-36). */
export const isStatutoryDay = (calendar: Calendar, date: LocalDate): boolean => calendar.statutory.has(date);

export const isLoaded = (calendar: Calendar, date: LocalDate): boolean => calendar.years.has(date.slice(0, 4));

export const provisional = 'provisional';

/** What a clock notes about the list it was computed from: the loaded years it touches, or `provisional`. */
export const calendarVersion = (calendar: Calendar, from: Instant, to: Instant): string => {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => String(first + index));
  return years.every((year) => calendar.years.has(year)) ? years.join('+') : provisional;
};

/** 17:30 of a date, or when the office closes on it; whether or not it is worked. */
export const closeOf = (calendar: Calendar, date: LocalDate): Instant => {
  const windows = calendar.hours.get(date) ?? calendar.windows;
  return atMinute(date, windows[windows.length - 1]?.to ?? 1440);
};

/** The n-th working day after a date; with 0, the first working day on or after it. */
export const workingDayAfter = (calendar: Calendar, date: LocalDate, n: number): LocalDate => {
  let day = date;
  let left = n;
  if (n <= 0) {
    while (!isWorkingDay(calendar, day)) day = plusDays(day, 1);
    return day;
  }
  while (left > 0) {
    day = plusDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
};

/** The n-th working day before a date; with 0, the last working day on or before it. */
export const workingDayBefore = (calendar: Calendar, date: LocalDate, n: number): LocalDate => {
  let day = n <= 0 ? date : plusDays(date, -1);
  let left = Math.max(1, n);
  for (;;) {
    if (isWorkingDay(calendar, day)) left -= 1;
    if (left === 0) return day;
    day = plusDays(day, -1);
  }
};

/** "n wd" (4.1): 17:30 of the n-th working day after the date. */
export const endOfWorkingDay = (calendar: Calendar, date: LocalDate, n: number): Instant => closeOf(calendar, workingDayAfter(calendar, date, n));

/** The k-th working day of a month (`2026-10`), counted from 1. */
export const workingDayOfMonth = (calendar: Calendar, month: string, k: number): LocalDate => {
  const first = parseDate(`${month}-01`);
  if (first === null) throw new Error(`Not a month: ${month}`);
  return workingDayAfter(calendar, plusDays(first, -1), Math.max(1, k));
};

/** `2026-12` → `2027-01` */
export const nextMonth = (month: string): string => {
  const first = parseDate(`${month}-01`);
  if (first === null) throw new Error(`Not a month: ${month}`);
  return plusDays(first, 31).slice(0, 7);
};

export const lastWorkingDayOfMonth = (calendar: Calendar, month: string): LocalDate => {
  const first = parseDate(`${nextMonth(month)}-01`);
  if (first === null) throw new Error(`Not a month: ${month}`);
  return workingDayBefore(calendar, first, 1);
};

/** The last working day of the Monday-to-Sunday week that a date lies in; null in a week that is off as a whole. */
export const lastWorkingDayOfWeek = (calendar: Calendar, date: LocalDate): LocalDate | null => {
  const monday = plusDays(date, -((weekdayOf(date) + 6) % 7));
  const last = workingDayBefore(calendar, plusDays(monday, 7), 1);
  return last >= monday ? last : null;
};

/** The date whose last second a moment closes: 24:00 of the 4th is written as 00:00 of the 5th. */
export const closedDate = (due: Instant): LocalDate => (due.slice(11, 19) === '00:00:00' ? plusDays(dateOf(due), -1) : dateOf(due));
