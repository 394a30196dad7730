import type { Severity } from '../../sheets-templates';
import { addMinutes, atMinute, dateOf, monthOf, parseDate, plusDays, type Instant, type LocalDate } from '../terms';
import { runningModes, type RunningMode, type Settings } from '../settings';
import { closedDate, closeOf, endOfWorkingDay, lastWorkingDayOfMonth, lastWorkingDayOfWeek, nextMonth, workingDayOfMonth, type Calendar } from './calendar';
import type { Grade, Limit, Limits, MomentName } from './limits';
import { addTime, nextOpening } from './open-time';

export type Moments = Readonly<Partial<Record<MomentName, Instant | LocalDate | null>>>;

export interface DueMoment {
  readonly mode: RunningMode | 'FIX';
  /** Minutes of the running clock; null for fixed moments. */
  readonly minutes: number | null;
  readonly at: Instant;
}

/** The limit that binds an object of a class; undefined when the rule has none for it. */
export const limitFor = (limits: Limits, severity: Severity | null, urgent: boolean): Limit | undefined => {
  const grade: Grade = urgent && limits.urgent !== undefined ? 'urgent' : (severity ?? 'none');
  return limits[grade];
};

export const isDate = (value: Instant | LocalDate): value is LocalDate => parseDate(value) !== null;

const fixed = (at: Instant): DueMoment => ({ mode: 'FIX', minutes: null, at });

const isRunningMode = (mode: string): mode is RunningMode => runningModes.some((one) => one === mode);

const modeOf = (limit: Extract<Limit, { form: 'time' }>, settings: Settings, at: Instant): RunningMode =>
  isRunningMode(limit.mode) ? limit.mode : settings.mode(limit.mode, at);

const known = (moments: Moments, name: MomentName): Instant | LocalDate => {
  const value = moments[name];
  if (value === undefined || value === null) throw new Error(`The clock needs ${name}`);
  return value;
};

const momentOf = (calendar: Calendar, value: Instant | LocalDate, ofDate: '24:00' | 'close'): Instant => {
  if (!isDate(value)) return value;
  return ofDate === 'close' ? closeOf(calendar, value) : atMinute(value, 1440);
};

/** The due moment of a limit counted from `start`; null when the limit is no clock or the week has no working day. */
export const dueOf = (limit: Limit, start: Instant, moments: Moments, calendar: Calendar, settings: Settings): DueMoment | null => {
  const date = dateOf(start);
  switch (limit.form) {
    case 'time': {
      const mode = modeOf(limit, settings, start);
      const minutes = settings.minutes(limit.setting, start);
      return { mode, minutes, at: addTime(calendar, mode, start, minutes) };
    }
    case 'workingDays':
      return fixed(endOfWorkingDay(calendar, date, settings.count(limit.setting, start)));
    case 'calendarDays':
      return fixed(atMinute(plusDays(date, settings.count(limit.setting, start)), 1440));
    case 'nextMonth':
      return fixed(closeOf(calendar, workingDayOfMonth(calendar, nextMonth(monthOf(closedDate(start))), settings.count(limit.setting, start))));
    case 'endOfMonth':
      return fixed(closeOf(calendar, lastWorkingDayOfMonth(calendar, monthOf(date))));
    case 'endOfWeek': {
      const last = lastWorkingDayOfWeek(calendar, date);
      return last === null ? null : fixed(closeOf(calendar, last));
    }
    case 'endOfDay':
      return fixed(atMinute(date, 1440));
    case 'opening':
      return fixed(nextOpening(calendar, 'BUS', start));
    case 'moment':
      return fixed(momentOf(calendar, known(moments, limit.moment), limit.ofDate));
    case 'momentPlus':
      return fixed(addMinutes(momentOf(calendar, known(moments, limit.moment), '24:00'), settings.minutes(limit.setting, start)));
    case 'guard':
      return null;
  }
};
