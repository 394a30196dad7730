import type { PauseKind, SlaClock } from '../../sheets-templates';
import { addMinutes, later, refuse, type Instant, type Refusal } from '../terms';
import type { RunningMode, Settings } from '../settings';
import type { Calendar } from './calendar';
import { addTime, measureTime } from './open-time';
import type { Pausing } from './rule';
import { deadlineRule } from './rules';

/** An approved pause or override of one clock's rule (4.4). `toAt` is null while it lasts. */
export interface Standstill {
  readonly kind: PauseKind;
  readonly fromAt: Instant;
  readonly toAt: Instant | null;
  /** For CUSTOMER_DEFER: the time that the customer asked for. */
  readonly newDue: Instant | null;
}

/** Which kinds move which clocks (4.4 no. 1–4). Waiting for parts, approvals or decisions is in no row: it pauses nothing. */
const allowed: Readonly<Record<Pausing, readonly PauseKind[]>> = {
  never: [],
  emergency: ['CUSTOMER_DEFER', 'FORCE_MAJEURE', 'SITE_CLOSED'],
  ordinary: ['WAIT_CUSTOMER', 'FORCE_MAJEURE'],
  no: [],
};

export const mayPause = (rule: string, kind: PauseKind): boolean => allowed[deadlineRule(rule).pausing].includes(kind);

/** Whether anything moves a rule's clocks. */
export const mayEverPause = (rule: string): boolean => allowed[deadlineRule(rule).pausing].length > 0;

/** Whether a pause may be recorded: the rule allows it, it has evidence and begins at most 60 minutes before (4.4 no. 5). */
export const refusePause = (rule: string, pause: Standstill, evidence: string, recordedAt: Instant, settings: Settings): Refusal | null => {
  if (!mayPause(rule, pause.kind)) {
    return refuse('4.4', `${rule} 不能因此暂停或改期。`, `${rule} cannot be paused or moved for this reason.`);
  }
  if (evidence.trim() === '') return refuse('4.4', '暂停或改期需要证据。', 'A pause or override needs evidence.');
  if (pause.kind === 'CUSTOMER_DEFER') {
    return pause.newDue === null ? refuse('4.4', '请填写客户要求的时间。', 'Give the time that the customer asked for.') : null;
  }
  const minutes = settings.minutes('sla.pause.backdate_min', recordedAt);
  if (pause.fromAt < addMinutes(recordedAt, -minutes)) {
    return refuse('4.4', `暂停最早只能从记录前 ${minutes} 分钟开始。`, `A pause begins at most ${minutes} minutes before it is recorded.`);
  }
  return pause.toAt !== null && pause.toAt <= pause.fromAt ? refuse('4.4', '暂停结束必须晚于开始。', 'A pause must end after it begins.') : null;
};

interface Stretch {
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Overlapping and touching pauses become one. */
export const mergeStretches = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const merged: Stretch[] = [];
  for (const next of [...stretches].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))) {
    const last = merged[merged.length - 1];
    if (last === undefined || (last.to !== null && last.to < next.from)) merged.push(next);
    else merged[merged.length - 1] = { from: last.from, to: last.to === null || next.to === null ? null : later(last.to, next.to) };
  }
  return merged;
};

/** The clock in which a fixed due moment is measured while it stands still: office hours for working-day rules. */
const pausedMode = (clock: SlaClock): RunningMode =>
  clock.clockMode !== 'FIX' ? clock.clockMode : clock.ruleId === 'S-09' || clock.isTargetOnly ? 'CAL' : 'BUS';

const basisOf = (clock: SlaClock): SlaClock['dueBasis'] => (clock.isTargetOnly ? 'AGREEMENT' : clock.durationMin === null ? 'FIXED' : 'COMPUTED');

/**
 * The clock with all its approved pauses and overrides, computed from its start: applying the same list twice changes
 * nothing. New due = add-time(resume, remaining, mode); the customer's own later time wins when it is later still.
 * A pause without end leaves the clock PAUSED with the due moment it would have if work resumed now. A clock that ended, or
 * whose breach stands on record already, is not touched.
 */
export const applyPauses = (clock: SlaClock, standstills: readonly Standstill[], calendar: Calendar, now: Instant): SlaClock => {
  if (clock.stopAt !== null || clock.result === 'BREACHED_OPEN') return clock;
  const usable = standstills.filter((one) => mayPause(clock.ruleId, one.kind));
  const mode = pausedMode(clock);
  const first = clock.firstDueAt ?? clock.dueAt;
  const stretches = mergeStretches(usable.filter((one) => one.kind !== 'CUSTOMER_DEFER').map((one) => ({ from: one.fromAt, to: one.toAt })));

  let cursor = clock.startAt;
  let remaining = clock.durationMin ?? measureTime(calendar, mode, clock.startAt, first);
  let pausedMinutes = 0;
  let standing = false;
  for (const stretch of stretches) {
    const from = later(stretch.from, cursor);
    const ran = measureTime(calendar, mode, cursor, from);
    if (ran >= remaining) break;
    const to = stretch.to ?? later(now, from);
    standing = stretch.to === null;
    if (to <= from) continue;
    remaining -= ran;
    pausedMinutes += measureTime(calendar, mode, from, to);
    cursor = to;
  }
  const shifted = pausedMinutes === 0 ? first : addTime(calendar, mode, cursor, remaining);
  const wished = usable.flatMap((one) => (one.kind === 'CUSTOMER_DEFER' && one.newDue !== null ? [one.newDue] : []));
  const dueAt = wished.reduce(later, shifted);
  const overridden = dueAt > shifted;
  return {
    ...clock,
    dueAt,
    firstDueAt: dueAt === first ? clock.firstDueAt : first,
    pausedMin: Math.round(pausedMinutes),
    dueBasis: overridden ? 'OVERRIDE' : pausedMinutes > 0 ? 'PAUSED' : basisOf(clock),
    result: standing && !overridden ? 'PAUSED' : now > dueAt ? 'BREACHED_OPEN' : 'RUNNING',
  };
};

/** Attempts that count for 4.4 no. 6. */
export interface Attempt {
  readonly at: Instant;
  readonly reached: boolean;
}

/**
 * Whether a late first contact is excused in the person's own appraisal: at least two failed attempts inside the limit,
 * the first within 30 minutes. It stays a breach in company figures (4.4 no. 6, AMB-06).
 */
export const isUnreachable = (clock: SlaClock, attempts: readonly Attempt[], settings: Settings): boolean => {
  const inside = attempts.filter((attempt) => !attempt.reached && attempt.at >= clock.startAt && attempt.at <= clock.dueAt).map((attempt) => attempt.at).sort();
  const [first] = inside;
  if (first === undefined || clock.ruleId !== 'S-01') return false;
  return inside.length >= settings.count('sla.unreachable.attempts', clock.startAt) && first <= addMinutes(clock.startAt, settings.minutes('sla.unreachable.first_min', clock.startAt));
};
