import type { Severity, SlaClock } from '../../sheets-templates';
import type { Instant } from '../terms';
import type { Settings } from '../settings';
import type { Calendar } from './calendar';
import { isOpen, startClocks, stopClock, type ClockFacts } from './clocks';
import type { ClockEvent } from './events';
import { deadlineRule } from './rules';

/** The rules whose limits hang on the class of the ticket and that a change of class replaces. S-01 keeps its first due (AMB-44). */
const classRules = ['S-02', 'S-03', 'S-04', 'S-05', 'S-06', 'S-07', 'S-08', 'S-09', 'S-42'];

const ranks: Readonly<Record<Severity, number>> = { A: 3, B: 2, C: 1 };

/** Whether a class is more urgent than another. */
export const isRaised = (from: Severity | null, to: Severity): boolean => from === null || ranks[to] > ranks[from];

/**
 * A clock that something else takes the place of: superseded at that moment. A breach already recorded stays one (TK-25), and
 * lasted until this is recorded, though its facts be older than the breach.
 */
export const supersede = (clock: SlaClock, at: Instant, recordedAt: Instant): SlaClock =>
  clock.result === 'BREACHED_OPEN' ? { ...clock, stopAt: recordedAt, result: 'BREACHED_DONE' } : { ...clock, stopAt: at, result: 'SUPERSEDED' };

/** The next round of a rule for an object: its clocks so far plus one. */
const nextCycle = (clocks: readonly SlaClock[], rule: string): string => String(clocks.filter((clock) => clock.ruleId === rule).length + 1);

export interface Reclassification {
  readonly from: Severity | null;
  readonly to: Severity;
  /** Raised: the moment the facts became known (TK-24, AMB-44), which may lie before `recordedAt`. Lowered: the clocks count from `receivedAt` (TK-25). */
  readonly effectiveAt: Instant;
  /** When the change is written down; a breach on record lasted until then. */
  readonly recordedAt: Instant;
  readonly receivedAt: Instant;
  readonly objectType: ClockFacts['objectType'];
  readonly objectId: string;
  readonly paid: boolean;
  /** Moments that clocks may need, such as the agreed date. */
  readonly moments?: ClockFacts['moments'];
  /** What has happened already, so that a new clock whose work is done does not start running. */
  readonly happened?: Happened;
  readonly standing?: Standing;
}

export type Happened = Readonly<Partial<Record<ClockEvent, Instant>>>;

/** A new clock as its ticket's approved pauses move it; without one, as it began. */
export type Standing = (clock: SlaClock) => SlaClock;

/** A new clock moved by what stood still meanwhile, and then ended by what has been done already: whoever was in time stays in time. */
export const caughtUp = (clock: SlaClock, happened: Happened, standing: Standing = (one) => one): SlaClock => {
  const [first] = deadlineRule(clock.ruleId).stop.map((event) => happened[event]).filter((at): at is Instant => at !== undefined).sort();
  const moved = standing(clock);
  return first === undefined || clock.ruleId === 'S-42' ? moved : stopClock(moved, first);
};

/**
 * The rows that a change of class changes and adds: class clocks of the old class end, those of the new class begin.
 * @param clocks all clocks of the ticket
 */
export const reclassify = (clocks: readonly SlaClock[], change: Reclassification, calendar: Calendar, settings: Settings): readonly SlaClock[] => {
  const raised = isRaised(change.from, change.to);
  const start = raised ? change.effectiveAt : change.receivedAt;
  const ended = clocks
    .filter((clock) => isOpen(clock) && classRules.includes(clock.ruleId) && !clock.isTargetOnly)
    .map((clock) => supersede(clock, change.effectiveAt, change.recordedAt));
  const fresh = classRules
    .filter((rule) => rule !== 'S-09' || (change.to === 'C' && change.moments?.agreedDate !== undefined && change.moments.agreedDate !== null))
    .flatMap((rule) => {
      const facts: ClockFacts = {
        objectType: change.objectType,
        objectId: change.objectId,
        severity: change.to,
        paid: change.paid,
        at: rule === 'S-42' ? change.effectiveAt : start,
        cycle: nextCycle(clocks, rule),
        only: [rule],
        moments: { ...change.moments, receivedAt: start, severityEffectiveAt: start },
      };
      return startClocks(rule === 'S-09' ? 'dateAgreed' : 'classified', facts, calendar, settings);
    });
  return [...ended, ...fresh.map((clock) => caughtUp(clock, change.happened ?? {}, change.standing))];
};

/** A breach of a class that the ticket no longer has: it stays in history, flagged "after downgrade" where it is shown (TK-25). */
export const isAfterDowngrade = (clock: SlaClock, severityNow: Severity): boolean =>
  classRules.includes(clock.ruleId) && deadlineRule(clock.ruleId).limits[severityNow] === undefined;
