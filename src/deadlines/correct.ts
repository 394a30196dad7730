import type { SlaClock } from '../../sheets-templates';
import type { Instant } from '../terms';
import type { Calendar } from './calendar';
import { isOpen, stopClock } from './clocks';
import type { ClockEvent } from './events';
import { addTime } from './open-time';
import { deadlineRule } from './rules';

/** A recorded time that was wrong (4.4 no. 8, A-44). */
export interface Correction {
  readonly event: ClockEvent;
  readonly before: Instant;
  readonly after: Instant;
}

const stoppedBy = (clock: SlaClock, { event, before }: Correction): boolean => {
  const { stop, stopChoice } = deadlineRule(clock.ruleId);
  return (stop.includes(event) || Object.values(stopChoice?.events ?? {}).includes(event)) && clock.stopAt === before && (clock.result === 'MET' || clock.result === 'BREACHED_DONE');
};

const startedBy = (clock: SlaClock, { event, before }: Correction): boolean => deadlineRule(clock.ruleId).start.includes(event) && clock.startAt === before;

/** The clock counted from the right moment; one that has ended is judged anew. */
const startedAt = (clock: SlaClock, at: Instant, calendar: Calendar): SlaClock => {
  const dueAt = clock.durationMin === null || clock.clockMode === 'FIX' ? clock.dueAt : addTime(calendar, clock.clockMode, at, clock.durationMin);
  const moved = { ...clock, startAt: at, dueAt };
  // Whether it is overdue now is for the next look to say: it was shown so by the wrong time.
  if (isOpen(clock)) return { ...moved, result: clock.result === 'PAUSED' ? 'PAUSED' : 'RUNNING' };
  return clock.stopAt === null ? moved : stopClock(moved, clock.stopAt);
};

/**
 * The clocks that a correction changes: those the event stopped are met or missed by the right time, those it started count
 * from it. The time before stays on the clock, which is shown as corrected; the log keeps both.
 */
export const correctClocks = (clocks: readonly SlaClock[], correction: Correction, calendar: Calendar): readonly SlaClock[] =>
  clocks.flatMap((clock) => {
    const corrected = { ...clock, correctedFrom: clock.correctedFrom ?? correction.before };
    if (stoppedBy(clock, correction)) {
      const stopped = stopClock(corrected, correction.after);
      return [stopped.result === 'MET' ? { ...stopped, breachReason: null } : stopped];
    }
    return startedBy(clock, correction) ? [startedAt(corrected, correction.after, calendar)] : [];
  });
