import type { KeyOf } from '../../sheets-templates';
import type { RunningMode } from '../settings';

/** Moments and dates that the object of a clock knows, beside the moment of the event itself. */
export type MomentName =
  | 'receivedAt'
  | 'severityEffectiveAt'
  | 'supNotifiedAt'
  | 'signedAt'
  | 'startTarget'
  | 'arriveTarget'
  | 'agreedDate'
  | 'promisedShipDate'
  | 'dueDate'
  | 'nextCheckDate'
  | 'effectiveDate'
  | 'overtimeStart';

/** How a due moment comes about. The forms of 4.1 and 4.3, as data. */
export type Limit =
  /** So many minutes of a running clock; the mode is fixed or itself a setting. */
  | { readonly form: 'time'; readonly setting: KeyOf<'min'>; readonly mode: RunningMode | KeyOf<'mode'> }
  /** 17:30 of the n-th working day after the date of the start. */
  | { readonly form: 'workingDays'; readonly setting: KeyOf<'wd'> }
  /** 24:00 of the n-th calendar day after the date of the start. */
  | { readonly form: 'calendarDays'; readonly setting: KeyOf<'days'> }
  /** 17:30 of the k-th working day of the month after the month of the start. */
  | { readonly form: 'nextMonth'; readonly setting: KeyOf<'wd'> }
  /** 17:30 of the last working day of the month or week of the start. */
  | { readonly form: 'endOfMonth' }
  | { readonly form: 'endOfWeek' }
  /** 24:00 of the date of the start. */
  | { readonly form: 'endOfDay' }
  /** The next moment inside opening hours. */
  | { readonly form: 'opening' }
  /** A moment that the object knows; where it knows only a date, 24:00 or 17:30 of it. */
  | { readonly form: 'moment'; readonly moment: MomentName; readonly ofDate: '24:00' | 'close' }
  /** As `moment`, and so many minutes later. */
  | { readonly form: 'momentPlus'; readonly moment: MomentName; readonly setting: KeyOf<'min'> }
  /** Not a clock but a condition that the state machine checks. */
  | { readonly form: 'guard' };

/** For whom a limit holds: the class, `none` before classification, `urgent` for urgent complaints. */
export type Grade = 'A' | 'B' | 'C' | 'none' | 'urgent';

export type Limits = Readonly<Partial<Record<Grade, Limit>>>;

export const time = (setting: KeyOf<'min'>, mode: RunningMode | KeyOf<'mode'>): Limit => ({ form: 'time', setting, mode });
export const workingDays = (setting: KeyOf<'wd'>): Limit => ({ form: 'workingDays', setting });
export const calendarDays = (setting: KeyOf<'days'>): Limit => ({ form: 'calendarDays', setting });
export const nextMonthDay = (setting: KeyOf<'wd'>): Limit => ({ form: 'nextMonth', setting });
export const moment = (name: MomentName, ofDate: '24:00' | 'close'): Limit => ({ form: 'moment', moment: name, ofDate });
export const momentPlus = (name: MomentName, setting: KeyOf<'min'>): Limit => ({ form: 'momentPlus', moment: name, setting });
export const endOfMonth: Limit = { form: 'endOfMonth' };
export const endOfWeek: Limit = { form: 'endOfWeek' };
export const endOfDay: Limit = { form: 'endOfDay' };
export const opening: Limit = { form: 'opening' };
export const guard: Limit = { form: 'guard' };

/** The same limit whatever the class. */
export const forAll = (limit: Limit): Limits => ({ A: limit, B: limit, C: limit, none: limit, urgent: limit });
/** Urgent work, unclassified included, against the rest. */
export const urgentOr = (urgent: Limit, normal: Limit): Limits => ({ A: urgent, B: urgent, none: urgent, urgent, C: normal });
