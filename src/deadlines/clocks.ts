import type { DocType, Severity, SlaClock } from '../../sheets-templates';
import { atMinute, dateOf, later, localDate, monthOf, plusDays, weekdayOf, type Instant } from '../terms';
import type { Settings } from '../settings';
import { calendarVersion, closedDate, nextMonth, type Calendar } from './calendar';
import { dueOf, isDate, limitFor, type DueMoment, type Moments } from './due';
import type { ClockEvent } from './events';
import type { Limit } from './limits';
import type { DeadlineRule } from './rule';
import { deadlineRule, deadlineRules } from './rules';

/** What is known about the object whose clocks start. */
export interface ClockFacts {
  readonly objectType: DocType;
  readonly objectId: string;
  /** null while unclassified. */
  readonly severity: Severity | null;
  /** Paid work: targets of the agreement replace S-03, S-04, S-06 and S-07 (4.6). */
  readonly paid: boolean;
  /** The moment of the event. */
  readonly at: Instant;
  /** Which round of the clock; by default the month, week or date for periodic rules and `1` otherwise. */
  readonly cycle?: string;
  /** For urgent complaints (S-33). */
  readonly urgent?: boolean;
  /** `2026-09`, the month that monthly duties are about; by default that of `at`. */
  readonly month?: string;
  readonly moments?: Moments;
  /** Start only these rules; by default every rule that waits for the event. */
  readonly only?: readonly string[];
}

/** Clocks that still run or are overdue and open. */
export const isOpen = (clock: SlaClock): boolean => clock.result === 'RUNNING' || clock.result === 'PAUSED' || clock.result === 'BREACHED_OPEN';

export const clockId = (objectId: string, rule: string, cycle: string): string => `${objectId}/${rule}/${cycle}`;

/** What a clock's key says of it by itself: the object that it is about, and its rule. */
export const readClockId = (id: string): Pick<SlaClock, 'objectId' | 'ruleId'> => {
  const [, objectId = '', ruleId = ''] = /^(.*)\/(S-\d\d[a-z]?)\/[^/]*$/.exec(id) ?? [];
  return { objectId, ruleId };
};

const cycleOf = (limit: Limit, start: Instant): string => {
  const date = closedDate(start);
  switch (limit.form) {
    case 'nextMonth':
    case 'endOfMonth':
      return monthOf(date);
    case 'endOfWeek':
      return plusDays(date, -((weekdayOf(date) + 6) % 7));
    case 'endOfDay':
      return dateOf(start);
    default:
      return '1';
  }
};

/** AMB-04: a company may count from when the supervisor learned of a request. What a colleague took to pass it on is measured all the same (S-16). */
const fromNotice = (at: Instant, event: ClockEvent, { moments, at: now }: ClockFacts, settings: Settings): Instant => {
  const noticed = moments?.supNotifiedAt;
  const waits = event !== 'forwardedReceived' && settings.text('sla.start_event', now) === 'SUP_NOTIFIED';
  return waits && noticed !== undefined && noticed !== null && !isDate(noticed) ? later(at, noticed) : at;
};

const startOf = (rule: DeadlineRule, event: ClockEvent, limit: Limit, facts: ClockFacts, settings: Settings): Instant => {
  if (facts.month !== undefined && limit.form === 'nextMonth') return atMinute(localDate(`${nextMonth(facts.month)}-01`), 0);
  if (facts.month !== undefined && limit.form === 'endOfMonth') return atMinute(localDate(`${facts.month}-01`), 0);
  const from = rule.from === undefined || !rule.start.includes(event) ? undefined : facts.moments?.[rule.from];
  return from === undefined || from === null || isDate(from) ? facts.at : fromNotice(from, event, facts, settings);
};

const rowOf = (rule: DeadlineRule, facts: ClockFacts, cycle: string, startAt: Instant, due: DueMoment, calendar: Calendar): SlaClock => ({
  clockId: clockId(facts.objectId, rule.rule, cycle),
  objectType: facts.objectType,
  objectId: facts.objectId,
  ruleId: rule.rule,
  cycle,
  clockMode: due.mode,
  startAt,
  durationMin: due.minutes,
  dueAt: due.at,
  dueBasis: due.minutes === null ? 'FIXED' : 'COMPUTED',
  stopAt: null,
  pausedMin: 0,
  result: 'RUNNING',
  breachReason: null,
  isTargetOnly: false,
  calendarVersion: due.mode === 'CAL' ? '-' : calendarVersion(calendar, startAt, due.at),
  lastLevelFired: 0,
  firstDueAt: null,
  correctedFrom: null,
});

/** The clock of one rule, or null when the rule has no limit for the class. */
export const startClock = (rule: DeadlineRule, event: ClockEvent, facts: ClockFacts, calendar: Calendar, settings: Settings): SlaClock | null => {
  const limits = rule.again?.event === event ? rule.again.limits : rule.limits;
  const limit = limitFor(limits, facts.severity, facts.urgent === true);
  if (limit === undefined) return null;
  const startAt = startOf(rule, event, limit, facts, settings);
  const due = dueOf(limit, startAt, facts.moments ?? {}, calendar, settings);
  return due === null ? null : rowOf(rule, facts, facts.cycle ?? cycleOf(limit, startAt), startAt, due, calendar);
};

/** Rules that an agreement's targets replace for paid work. */
export const hasTarget = (rule: DeadlineRule): boolean => rule.target !== undefined;

const paidByAgreement = (facts: ClockFacts, settings: Settings): boolean => facts.paid && settings.text('sla.paid.mode', facts.at) === 'AGREEMENT';

/** A target of the agreement, or the class limit counted from the signature when it names none (4.6). */
const targetClock = (rule: DeadlineRule, facts: ClockFacts, calendar: Calendar, settings: Settings): SlaClock | null => {
  const limit = limitFor(rule.limits, facts.severity, false);
  if (limit === undefined || rule.target === undefined) return null;
  const startAt = facts.at;
  const agreed = facts.moments?.[rule.target];
  const due = agreed === undefined || agreed === null
    ? dueOf(limit, startAt, {}, calendar, settings)
    : dueOf({ form: 'moment', moment: rule.target, ofDate: '24:00' }, startAt, { [rule.target]: agreed }, calendar, settings);
  if (due === null) return null;
  return { ...rowOf(rule, facts, facts.cycle ?? 'paid', startAt, due, calendar), isTargetOnly: true, dueBasis: 'AGREEMENT' };
};

/**
 * The clocks that an event starts for an object, as 4.3 says: one row a rule that has a limit for the class.
 * For paid work S-03, S-04, S-06 and S-07 start at `agreementSigned` only, as targets.
 */
export const startClocks = (event: ClockEvent, facts: ClockFacts, calendar: Calendar, settings: Settings): readonly SlaClock[] => {
  const wanted = deadlineRules.filter((rule) => facts.only === undefined || facts.only.includes(rule.rule));
  const targets = paidByAgreement(facts, settings);
  const started = wanted
    .filter((rule) => (rule.start.includes(event) || rule.again?.event === event) && !(targets && hasTarget(rule)))
    .map((rule) => startClock(rule, event, facts, calendar, settings));
  const targeted = event === 'agreementSigned' && targets
    ? wanted.filter(hasTarget).map((rule) => targetClock(rule, facts, calendar, settings))
    : [];
  return [...started, ...targeted].filter((clock): clock is SlaClock => clock !== null);
};

const stopsOn = (rule: DeadlineRule, event: ClockEvent, at: Instant, settings: Settings | undefined): boolean => {
  if (rule.stopChoice === undefined || settings === undefined) return rule.stop.includes(event);
  return rule.stopChoice.events[settings.text(rule.stopChoice.setting, at)] === event;
};

/** The comparison rule of 0.3: met when stop ≤ due, to the second. */
export const stopClock = (clock: SlaClock, at: Instant): SlaClock =>
  ({ ...clock, stopAt: later(at, clock.startAt), result: at <= clock.dueAt ? 'MET' : 'BREACHED_DONE' });

/**
 * The clocks that an event stops, as changed rows. `at` is when the thing happened, not when it was recorded: a clock
 * that the sweep already showed as overdue is met after all when the event itself lay before the due moment.
 */
export const stopClocks = (event: ClockEvent, clocks: readonly SlaClock[], at: Instant, settings?: Settings): readonly SlaClock[] =>
  clocks.filter((clock) => isOpen(clock) && stopsOn(deadlineRule(clock.ruleId), event, at, settings)).map((clock) => stopClock(clock, at));

/** Open clocks of an object that ended without its work; those overdue by then stay breaches. */
export const cancelClocks = (clocks: readonly SlaClock[], at: Instant): readonly SlaClock[] =>
  clocks.filter(isOpen).map((clock) => (at > clock.dueAt ? { ...clock, stopAt: at, result: 'BREACHED_DONE' } : { ...clock, stopAt: at, result: 'CANCELLED' }));

/** Running clocks whose due moment has passed, now shown as overdue. The breach is dated at `dueAt` (0.3). */
export const markBreached = (clocks: readonly SlaClock[], now: Instant): readonly SlaClock[] =>
  clocks.filter((clock) => clock.result === 'RUNNING' && now > clock.dueAt).map((clock) => ({ ...clock, result: 'BREACHED_OPEN' }));
