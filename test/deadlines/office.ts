import { defaultHolidays, type SlaClock } from '../../sheets-templates';
import { addMinutes, dateOf, instant, isRefusal, minutesBetween, plusDays, type Instant } from '../../src/terms';
import { buildCalendar, isWorkingDay, startClocks, type Calendar, type ClockEvent, type ClockFacts } from '../../src/deadlines';
import { readSettings, type RunningMode } from '../../src/settings';

/** The office that the regulation's vectors assume: its holidays of 2025 and 2026, default settings. */
export const settings = readSettings([]);

const built = buildCalendar(defaultHolidays, settings, instant('2026-01-01 00:00'));
if (isRefusal(built)) throw new Error(built.words.en);
export const calendar: Calendar = built;

export const facts = (changes: Partial<ClockFacts> & { readonly at: Instant }): ClockFacts =>
  ({ objectType: 'TICKET', objectId: 'FW-1', severity: null, paid: false, ...changes });

export const start = (event: ClockEvent, changes: Partial<ClockFacts> & { readonly at: Instant }): readonly SlaClock[] =>
  startClocks(event, facts(changes), calendar, settings);

/** The one clock of a rule among started ones. */
export const only = (clocks: readonly SlaClock[], rule: string): SlaClock => {
  const [found, ...more] = clocks.filter((clock) => clock.ruleId === rule);
  if (found === undefined || more.length > 0) throw new Error(`${rule}: ${more.length + (found === undefined ? 0 : 1)} clocks`);
  return found;
};

/** A ticket received and classified at once, as most vectors have it. */
export const ticketClocks = (severity: 'A' | 'B' | 'C', received: string): readonly SlaClock[] => {
  const at = instant(received);
  const moments = { receivedAt: at, severityEffectiveAt: at };
  return [...start('received', { severity, at, moments }), ...start('classified', { severity, at, moments })];
};

const origin = instant('2025-01-01 00:00');
const minuteOf = (at: Instant): number => minutesBetween(origin, at);

/** Minute for minute over two years: open or not, as 4.1 describes the mode. */
const openMinutes = (mode: RunningMode): Uint8Array => {
  const minutes = new Uint8Array(730 * 1440);
  for (let day = 0; day < 730; day += 1) {
    const working = isWorkingDay(calendar, plusDays(dateOf(origin), day));
    for (let minute = 0; minute < 1440; minute += 1) {
      const inHours = minute >= calendar.open && minute < calendar.close;
      minutes[day * 1440 + minute] = mode === 'CAL' || (working && (mode === 'WDC' || inHours)) ? 1 : 0;
    }
  }
  return minutes;
};

const open: Readonly<Record<RunningMode, Uint8Array>> = { CAL: openMinutes('CAL'), BUS: openMinutes('BUS'), WDC: openMinutes('WDC') };

/** The definition of 4.1 read literally, minute by minute: the slow truth that the quick functions are held against. */
export const countMinutes = (mode: RunningMode, from: Instant, to: Instant): number => {
  let minutes = 0;
  const end = minuteOf(to);
  for (let at = minuteOf(from); at < end; at += 1) minutes += open[mode][at] ?? 0;
  return minutes;
};

export const firstMomentWith = (mode: RunningMode, from: Instant, minutes: number): Instant => {
  let at = minuteOf(from);
  for (let left = minutes; left > 0; at += 1) left -= open[mode][at] ?? 1;
  return addMinutes(origin, at);
};

export const someMoment = (minute: number): Instant => addMinutes(origin, minute);
/** Leaves room for the longest duration before the two years end. */
export const lastMinute = (): number => 700 * 1440;
