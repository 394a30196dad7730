import { slaPauses, type SlaClock } from '../../../sheets-templates';
import { applyPauses, mayEverPause, type Standstill } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import type { Request } from '../request';
import { subjectOf } from '../sweep/subjects';

/** Approved pauses and overrides of a ticket that name a rule. */
export const standstillsOf = (draft: Draft, ticketId: string | null | undefined, rule: string): readonly Standstill[] =>
  draft.by(slaPauses, 'ticketId', ticketId).filter((row) => row.status === 'APPROVED' && row.rules.includes(rule));

/** The ticket that a clock is of, or that what it is of hangs on. */
export const ticketOf = (draft: Draft, clock: SlaClock): string | undefined => (clock.objectType === 'TICKET' ? clock.objectId : subjectOf(draft, clock).ticket?.ticketId);

/** 4.4: what begins while its ticket stands still, for a deadline of its kind, stands still with it; counted as those are that ran before. */
export const underPauses = ({ draft, calendar, now }: Pick<Request, 'draft' | 'calendar' | 'now'>) => (clock: SlaClock): SlaClock => {
  if (!mayEverPause(clock.ruleId)) return clock;
  const standstills = standstillsOf(draft, ticketOf(draft, clock), clock.ruleId);
  return standstills.length === 0 ? clock : applyPauses(clock, standstills, calendar, now);
};
