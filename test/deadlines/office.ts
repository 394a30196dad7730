import { defaultHolidays, type Holiday, type Setting, type SlaClock } from '../../sheets-templates';
import { addMinutes, dateOf, instant, isRefusal, minutesBetween, plusDays, type Instant, type LocalDate } from '../../src/terms';
import { buildCalendar, isWorkingDay, startClocks, type Calendar, type ClockEvent, type ClockFacts } from '../../src/deadlines';
import { readSettings, type RunningMode, type Settings } from '../../src/settings';

/** The office that the regulation's vectors assume: its holidays of 2025 and 2026, default settings. */
export const settings = readSettings([]);

const built = buildCalendar(defaultHolidays, settings, instant('2026-01-01 00:00'));
if (isRefusal(built)) throw new Error(built.words.en);
export const calendar: Calendar = built;

export const facts = (changes: Partial<ClockFacts> & { readonly at: Instant }): ClockFacts =>
  ({ objectType: 'TICKET', objectId: 'FW-1', severity: null, paid: false, ...changes });

export const start = (event: ClockEvent, changes: Partial<ClockFacts> & { readonly at: Instant }, by: Settings = settings): readonly SlaClock[] =>
  startClocks(event, facts(changes), calendar, by);

/** The one clock of a rule among started ones. */
export const only = (clocks: readonly SlaClock[], rule: string): SlaClock => {
  const [found, ...more] = clocks.filter((clock) => clock.ruleId === rule);
  if (found === undefined || more.length > 0) throw new Error(`${rule}: ${more.length + (found === undefined ? 0 : 1)} clocks`);
  return found;
};

/** A ticket received and classified at once, as most vectors have it. */
export const ticketClocks = (severity: 'A' | 'B' | 'C' | null, received: string): readonly SlaClock[] => {
  const at = instant(received);
  const moments = { receivedAt: at, severityEffectiveAt: at };
  return [...start('received', { severity, at, moments }), ...start('classified', { severity, at, moments })];
};

const origin = instant('2025-01-01 00:00');
const minuteOf = (at: Instant): number => minutesBetween(origin, at);

/** An office with a lunch break, a short Saturday, a late evening and a day in three pieces. */
export const lunchOffice = (): Calendar => {
  const one = (date: string, hours: string, kind: Holiday['kind'] = 'WORKDAY'): Holiday => ({ date, kind, name: '', isStatutory: false, source: '', hours });
  const changed = calendarWith(
    [...defaultHolidays, one('2025-03-05', '08:30-12:00'), one('2025-03-08', '9:00-11:30', 'ADJUSTED_WORKDAY'), one('2025-09-29', '08:30-12:00, 13:00-17:30, 18:00-24:00'), one('2026-03-03', '00:00-06:00；22:15-23:59')],
    [setting('cal.breaks', '12:00-13:00, 15:00-15:15')],
  );
  return changed;
};

export const setting = (key: string, value: string, from = '2020-01-01 00:00'): Setting =>
  ({ settingId: key, key, value, unit: '', origin: 'ADDED', effectiveFrom: instant(from) });

export const calendarWith = (holidays: readonly Holiday[], changes: readonly Setting[] = []): Calendar => {
  const calendar = buildCalendar(holidays, readSettings(changes), instant('2026-01-01 00:00'));
  if (isRefusal(calendar)) throw new Error(calendar.words.en);
  return calendar;
};

type OpenMinutes = Readonly<Record<RunningMode, Uint8Array>>;

/** Minute for minute over two years: open or not, as 4.1 describes the mode. `isOpen` says so for the office's own hours. */
export const minuteByMinute = (calendar: Calendar, isOpen: (date: LocalDate, minute: number) => boolean): OpenMinutes => {
  const count = (open: (date: LocalDate, minute: number) => boolean): Uint8Array => {
    const minutes = new Uint8Array(730 * 1440);
    for (let day = 0; day < 730; day += 1) {
      const date = plusDays(dateOf(origin), day);
      for (let minute = 0; minute < 1440; minute += 1) minutes[day * 1440 + minute] = open(date, minute) ? 1 : 0;
    }
    return minutes;
  };
  const days = new Map<LocalDate, boolean>();
  const works = (date: LocalDate): boolean => {
    const known = days.get(date) ?? isWorkingDay(calendar, date);
    days.set(date, known);
    return known;
  };
  return { CAL: count(() => true), WDC: count(works), BUS: count((date, minute) => works(date) && isOpen(date, minute)) };
};

/** The definition of 4.1 read literally, minute by minute: the slow truth that the quick functions are held against. */
export const countMinutes = (open: Uint8Array, from: Instant, to: Instant): number => {
  let minutes = 0;
  const end = minuteOf(to);
  for (let at = minuteOf(from); at < end; at += 1) minutes += open[at] ?? 0;
  return minutes;
};

export const firstMomentWith = (open: Uint8Array, from: Instant, minutes: number): Instant => {
  let at = minuteOf(from);
  for (let left = minutes; left > 0; at += 1) left -= open[at] ?? 1;
  return addMinutes(origin, at);
};

export const someMoment = (minute: number): Instant => addMinutes(origin, minute);
/** Leaves room for the longest duration before the two years end. */
export const lastMinute = (): number => 700 * 1440;
