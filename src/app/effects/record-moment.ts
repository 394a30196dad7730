import { slaClocks, type DocType, type Severity, type SlaClock } from '../../../sheets-templates';
import { cancelClocks, clockId, isOpen, startClocks, stopClocks, type ClockEvent, type ClockFacts } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import type { Instant } from '../../terms';
import type { Request } from '../request';
import { underPauses } from './standing-pauses';

/** Something that happened and that deadlines depend on (section 4.3, columns "start" and "stop"). */
export interface Moment {
  readonly event: ClockEvent;
  /** The object whose clocks start: a ticket, an order, a parts request … */
  readonly objectType: DocType;
  readonly objectId: string;
  /** The ticket behind the object; its clocks stop too. The same as `objectId` for tickets, null for objects without one. */
  readonly ticketId: string | null;
  readonly at: Instant;
  readonly severity: Severity | null;
  /** Names the round of a rule that can come again. Dated or numbered by itself when left out. */
  readonly cycle?: string;
  /** What some rules need beside the moment: `moments` such as agreedDate, whether the work is `paid`, `only` some rules … */
  readonly facts?: Partial<Pick<ClockFacts, 'paid' | 'urgent' | 'month' | 'moments' | 'only'>>;
}

export type ClockEnvironment = Pick<Request, 'draft' | 'settings' | 'calendar' | 'now'>;

/** S-34 begins with an acceptance as well, but hangs on the survey: it goes on when the ticket closes, and does not begin where nobody is asked. */
const ofSurveys = ['S-34a', 'S-34b', 'S-34c', 'S-34d'];

/** Every clock of some objects, running or ended. */
export const clocksOf = (draft: Draft, ...objectIds: readonly (string | null)[]): readonly SlaClock[] =>
  [...new Set(objectIds)].flatMap((objectId) => draft.by(slaClocks, 'objectId', objectId));

/** Writes clocks that a function of the deadlines trade changed, and adds those it made anew. */
export const writeClocks = (draft: Draft, clocks: readonly SlaClock[]): void => {
  for (const clock of clocks) {
    if (draft.find(slaClocks, clock.clockId) === undefined) draft.insert(slaClocks, clock);
    else draft.update(slaClocks, clock.clockId, clock);
  }
};

/** A clock that starts again gets the next number; one that still runs, or a dated one that exists, is not started twice. */
const inFreeRound = (draft: Draft, clock: SlaClock, cycle: string | undefined): SlaClock | null => {
  if (draft.find(slaClocks, clock.clockId) === undefined) return clock;
  if (cycle !== undefined || clock.cycle !== '1') return null;
  const rounds = draft.by(slaClocks, 'objectId', clock.objectId).filter((row) => row.ruleId === clock.ruleId);
  if (rounds.some(isOpen)) return null;
  const next = String(rounds.length + 1);
  return { ...clock, cycle: next, clockId: clockId(clock.objectId, clock.ruleId, next) };
};

/**
 * Stops the clocks that wait for this moment, on the object and on its ticket, then starts those that it begins.
 * The command that calls this lists `slaClocks` in its `reads`.
 */
export const recordMoment = (environment: ClockEnvironment, moment: Moment): void => {
  const { draft, settings, calendar } = environment;
  const { event, objectType, objectId, severity, at, cycle } = moment;
  writeClocks(draft, stopClocks(event, clocksOf(draft, objectId, moment.ticketId), at, settings));
  const facts: ClockFacts = { paid: false, ...moment.facts, objectType, objectId, severity, at, ...(cycle === undefined ? {} : { cycle }) };
  const started = startClocks(event, facts, calendar, settings)
    .filter(({ ruleId }) => ofSurveys.includes(ruleId) === (objectType === 'SURVEY'))
    .map((clock) => inFreeRound(draft, clock, cycle))
    .filter((clock): clock is SlaClock => clock !== null);
  writeClocks(draft, started.map(underPauses(environment)));
};

/** Ends every running clock of objects that will not be worked on any more (TK-21, DP-17). */
export const cancelClocksOf = (draft: Draft, at: Instant, ...objectIds: readonly string[]): void => {
  writeClocks(draft, cancelClocks(clocksOf(draft, ...objectIds), at));
};
