import type { SlaClock } from '../../sheets-templates';
import { dateOf, type Instant } from '../terms';
import type { Settings } from '../settings';
import { calendarVersion, closeOf, type Calendar } from './calendar';
import { isOpen } from './clocks';
import { dueOf } from './due';
import type { Limit } from './limits';
import { addTime } from './open-time';
import { applyPauses, type Standstill } from './pauses';
import { deadlineRule } from './rules';

/** Limits of a rule, of any class, that look at which days are worked. */
const datedLimits = (clock: SlaClock): readonly Limit[] => {
  const { limits, again } = deadlineRule(clock.ruleId);
  return [...Object.values(limits), ...Object.values(again?.limits ?? {})].filter(({ form }) => form !== 'time' && form !== 'guard' && form !== 'momentPlus' && form !== 'calendarDays' && form !== 'endOfDay');
};

/** The due moment by the new list, before pauses: of the rule's limits it is the one that gave the present due moment by the old list. */
const dueBy = (clock: SlaClock, first: Instant, before: Calendar, after: Calendar, settings: Settings): Instant => {
  if (clock.durationMin !== null && clock.clockMode !== 'FIX') return addTime(after, clock.clockMode, clock.startAt, clock.durationMin);
  for (const limit of datedLimits(clock)) {
    if (limit.form === 'moment') {
      if (limit.ofDate === 'close' && first === closeOf(before, dateOf(first))) return closeOf(after, dateOf(first));
    } else if (dueOf(limit, clock.startAt, {}, before, settings)?.at === first) {
      return dueOf(limit, clock.startAt, {}, after, settings)?.at ?? first;
    }
  }
  return first;
};

/**
 * Open clocks whose due moment or calendar version changes with the list of holidays (4.1, AMB-39): a year was loaded, a day
 * added, removed or given other hours. What a customer was told is never made shorter; a breach on record stays one.
 * @param standstills approved pauses and overrides of a clock
 */
export const recomputeClocks = (
  clocks: readonly SlaClock[], standstills: (clock: SlaClock) => readonly Standstill[], before: Calendar, after: Calendar, settings: Settings, now: Instant,
): readonly SlaClock[] =>
  clocks.filter((clock) => isOpen(clock) && clock.result !== 'BREACHED_OPEN' && clock.clockMode !== 'CAL').flatMap((clock) => {
    const first = clock.firstDueAt ?? clock.dueAt;
    const found = dueBy(clock, first, before, after, settings);
    const due = deadlineRule(clock.ruleId).told === true && found < first ? first : found;
    const again = applyPauses({ ...clock, dueAt: due, firstDueAt: null }, standstills(clock), after, now);
    const version = calendarVersion(after, clock.startAt, again.dueAt);
    return again.dueAt === clock.dueAt && version === clock.calendarVersion ? [] : [{ ...again, calendarVersion: version }];
  });
