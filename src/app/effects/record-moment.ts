import { slaClocks, type DocType, type Severity, type SlaClock } from '../../../sheets-templates';
import { cancelClocks, startClocks, stopClocks, type ClockFacts, type MomentEvent } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import type { Instant } from '../../terms';
import type { Request } from '../request';

/** Something that happened and that deadlines depend on (section 4.3, columns "start" and "stop"). */
export interface Moment {
  readonly event: MomentEvent;
  /** The object whose clocks start: a ticket, an order, a parts request … */
  readonly objectType: DocType;
  readonly objectId: string;
  /** The ticket behind the object; its clocks stop too. The same as `objectId` for tickets, null for objects without one. */
  readonly ticketId: string | null;
  readonly at: Instant;
  readonly severity: Severity | null;
  /** Names the round of a rule that can come again, such as the date of a daily report. Numbered when left out. */
  readonly cycle?: string;
  /** What some rules need beside the moment: promised dates, whether the work is paid … */
  readonly facts?: Partial<Omit<ClockFacts, 'objectType' | 'objectId' | 'severity' | 'at' | 'cycle'>>;
}

type Environment = Pick<Request, 'draft' | 'settings' | 'calendar'>;

const ended: readonly SlaClock['result'][] = ['MET', 'BREACHED_DONE', 'CANCELLED', 'SUPERSEDED'];

/** Whether a clock still runs, on time or not. */
export const isOpenClock = (clock: SlaClock): boolean => !ended.includes(clock.result);

export const clocksOf = (draft: Draft, ...objectIds: readonly (string | null)[]): readonly SlaClock[] =>
  draft.where(slaClocks, (clock) => objectIds.includes(clock.objectId));

const write = (draft: Draft, changed: readonly SlaClock[]): void => {
  for (const { clockId, ...fields } of changed) draft.update(slaClocks, clockId, fields);
};

/** The next free round of a rule on an object: `1`, then `2` when the first has ended; null while one runs. */
const freeCycle = (draft: Draft, clock: SlaClock): string | null => {
  const rounds = draft.where(slaClocks, (row) => row.objectId === clock.objectId && row.ruleId === clock.ruleId);
  return rounds.some(isOpenClock) ? null : String(rounds.length + 1);
};

/** Puts started clocks into the table; a round that exists already is never started twice. */
export const addClocks = (draft: Draft, started: readonly SlaClock[], cycle: string | undefined): void => {
  for (const clock of started) {
    if (cycle !== undefined) {
      if (draft.find(slaClocks, clock.clockId) === undefined) draft.insert(slaClocks, clock);
      continue;
    }
    const round = freeCycle(draft, clock);
    if (round !== null) draft.insert(slaClocks, { ...clock, cycle: round, clockId: `${clock.objectId}/${clock.ruleId}/${round}` });
  }
};

/**
 * Stops the clocks that wait for this moment, on the object and on its ticket, then starts those that it begins.
 * The command that calls this lists `slaClocks` in its `reads`.
 */
export const recordMoment = ({ draft, settings, calendar }: Environment, moment: Moment): void => {
  const { event, objectType, objectId, severity, at, cycle } = moment;
  write(draft, stopClocks(event, clocksOf(draft, objectId, moment.ticketId).filter(isOpenClock), at));
  const facts: ClockFacts = { paid: false, ...moment.facts, objectType, objectId, severity, at, cycle: cycle ?? '1' };
  addClocks(draft, startClocks(event, facts, calendar, settings), cycle);
};

/** Ends every running clock of an object that will not be worked on any more (TK-21, TK-23, DP-17). */
export const cancelClocksOf = (draft: Draft, ...objectIds: readonly string[]): void => {
  write(draft, cancelClocks(clocksOf(draft, ...objectIds).filter(isOpenClock)));
};

/** Writes clocks that a pure function of the deadlines trade changed, and adds those it made anew. */
export const replaceClocks = (draft: Draft, clocks: readonly SlaClock[]): void => {
  for (const clock of clocks) {
    if (draft.find(slaClocks, clock.clockId) === undefined) draft.insert(slaClocks, clock);
    else write(draft, [clock]);
  }
};
