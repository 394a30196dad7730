import type { Severity, SlaClock } from '../../sheets-templates';
import { addMinutes, atMinute, atTime, dateOf, later, minuteOfDay, plusDays, type Instant } from '../terms';
import type { RunningMode, Settings } from '../settings';
import { closedDate, closeOf, workingDayAfter, workingDayBefore, type Calendar } from './calendar';
import { isOpen } from './clocks';
import { ladders, type Ladder, type LadderRecipient, type LadderStep, type LevelMoment } from './ladder-table';
import { addTime, measureTime } from './open-time';

export interface DueLevel {
  /** Counted from 1; repeated levels go on numbering. */
  readonly level: number;
  readonly at: Instant;
  readonly roles: readonly LadderRecipient[];
  /** N-43 (or the rule's own reminder) before due, N-44 from due on. */
  readonly code: `N-${number}`;
}

export interface LadderCircumstances {
  readonly severity: Severity | null;
  readonly calendar: Calendar;
  readonly settings: Settings;
  readonly now: Instant;
  /** S-11: yesterday's daily report is missing as well. */
  readonly previousDayMissed?: boolean;
}

const grade = (severity: Severity | null): Severity | 'none' => severity ?? 'none';

/** The ladder of a rule for a class; working-day rules without an entry of their own warn one working day before. */
export const ladderOf = (rule: string, severity: Severity | null): Ladder => {
  const found = ladders.find((ladder) => (ladder.rules.length === 0 || ladder.rules.includes(rule)) && (ladder.for?.includes(grade(severity)) ?? true));
  if (found === undefined) throw new Error(`No ladder for ${rule}`);
  return found;
};

/** A target that an agreement names has a way to it: from signing, around the clock (4.6). */
const modeOf = (clock: SlaClock): RunningMode | null => (clock.clockMode !== 'FIX' ? clock.clockMode : clock.isTargetOnly ? 'CAL' : null);

const shareAt = (clock: SlaClock, percent: number, calendar: Calendar): Instant => {
  if (percent >= 100) return clock.dueAt;
  const mode = modeOf(clock);
  // "75 % or 1 wd before": other fixed moments warn the working day before.
  if (mode === null) return later(clock.startAt, atTime(workingDayBefore(calendar, closedDate(clock.dueAt), 1), '09:00'));
  return addTime(calendar, mode, clock.startAt, (measureTime(calendar, mode, clock.startAt, clock.dueAt) * percent) / 100);
};

const sameTimeAfter = (clock: SlaClock, days: number, calendar: Calendar): Instant => {
  const date = workingDayAfter(calendar, closedDate(clock.dueAt), days);
  return dateOf(clock.dueAt) === closedDate(clock.dueAt) ? atMinute(date, minuteOfDay(clock.dueAt)) : closeOf(calendar, date);
};

/** The moment of a step that happens once; listed and repeated steps are unrolled by the caller. */
const momentOf = (clock: SlaClock, when: Exclude<LevelMoment, { at: 'listed' }>, circumstances: LadderCircumstances): Instant => {
  const { calendar, settings } = circumstances;
  const dueDate = closedDate(clock.dueAt);
  switch (when.at) {
    case 'start':
      return clock.startAt;
    case 'share':
      return shareAt(clock, when.percent, calendar);
    case 'after':
      return when.mode === 'CAL' ? addMinutes(clock.dueAt, when.minutes) : addTime(calendar, when.mode, clock.dueAt, when.minutes);
    case 'workingDaysAfter':
      return sameTimeAfter(clock, when.days, calendar);
    case 'dayBefore':
      return later(clock.startAt, atTime(workingDayBefore(calendar, dueDate, 1), '09:00'));
    case 'onDay':
      return later(clock.startAt, atTime(plusDays(dueDate, when.days), when.time));
    case 'workingDaysFromStart':
      return closeOf(calendar, workingDayAfter(calendar, dateOf(clock.startAt), settings.count(when.setting, clock.startAt)));
  }
};

interface Rung {
  readonly at: Instant;
  readonly to: readonly LadderRecipient[];
  /** Listed days are reminders, before due and after it (N-48). */
  readonly reminds?: true;
}

const rungsOf = (clock: SlaClock, step: LadderStep, circumstances: LadderCircumstances): readonly Rung[] => {
  const { settings, now } = circumstances;
  const { when } = step;
  if (when.at === 'listed') {
    return settings.counts(when.setting, clock.startAt).map((days) => ({
      at: atTime(plusDays(closedDate(clock.dueAt), when.sign * days), '09:00'),
      reminds: true,
      to: [...step.to, ...(step.alsoFrom ?? []).filter((more) => days >= more.days).flatMap((more) => more.to)],
    }));
  }
  if (when.at !== 'after' || when.every === undefined) return [{ at: momentOf(clock, when, circumstances), to: step.to }];
  const rungs: Rung[] = [];
  for (let at = addMinutes(clock.dueAt, when.minutes); at <= now; at = addMinutes(at, when.minutes)) rungs.push({ at, to: step.to });
  return rungs;
};

const applies = (step: LadderStep, circumstances: LadderCircumstances): boolean =>
  (step.only?.includes(grade(circumstances.severity)) ?? true) && (step.ifPreviousMissed === undefined || circumstances.previousDayMissed === true);

/** Every level of a clock that is known up to now, reached or not; repeated levels only as far as now. */
export const levelsOf = (clock: SlaClock, circumstances: LadderCircumstances): readonly DueLevel[] => {
  const ladder = ladderOf(clock.ruleId, circumstances.severity);
  return ladder.steps
    .filter((step) => applies(step, circumstances))
    .flatMap((step) => rungsOf(clock, step, circumstances))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
    .map((rung, index) => ({ level: index + 1, at: rung.at, roles: rung.to, code: rung.reminds === true || rung.at < clock.dueAt ? (ladder.notice ?? 'N-43') : 'N-44' }));
};

/** A paused or finished clock fires nothing. */
export const firesLevels = (clock: SlaClock): boolean => isOpen(clock) && clock.result !== 'PAUSED';

/**
 * The levels that are due and were not fired yet, in order (4.5). The caller sends one message per person and notes the
 * last level in `lastLevelFired`.
 * @param levels of the clock, where they are known up to now already
 */
export const dueLevels = (clock: SlaClock, circumstances: LadderCircumstances, levels?: readonly DueLevel[]): readonly DueLevel[] =>
  firesLevels(clock) ? (levels ?? levelsOf(clock, circumstances)).filter((level) => level.level > clock.lastLevelFired && level.at <= circumstances.now) : [];
