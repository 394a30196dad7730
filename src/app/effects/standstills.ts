import { corrections, slaClocks, slaPauses, type SlaClock } from '../../../sheets-templates';
import { isOpen, recomputeClocks, type Calendar } from '../../deadlines';
import type { Draft } from '../../ledger/draft';
import { subjectTables } from '../sweep/subjects';
import type { Request } from '../request';
import { writeClocks } from './record-moment';
import { standstillsOf, ticketOf, underPauses } from './standing-pauses';

/** Tables behind every clock of a ticket, its orders and papers, and what moves them. */
export const standstillTables = [...subjectTables, slaClocks, slaPauses, corrections] as const;

/** Whether a clock is of a ticket or of something that hangs on it. */
export const isUnder = (draft: Draft, clock: SlaClock, ticketId: string): boolean => ticketOf(draft, clock) === ticketId;

const openByTicket = (draft: Draft): ReadonlyMap<string | undefined, readonly SlaClock[]> => {
  const found = new Map<string | undefined, SlaClock[]>();
  for (const clock of draft.where(slaClocks, isOpen)) {
    const ticketId = ticketOf(draft, clock);
    found.set(ticketId, [...(found.get(ticketId) ?? []), clock]);
  }
  return found;
};

/** Open clocks of a ticket and of everything that hangs on it. */
export const openClocksUnder = (draft: Draft, ticketId: string): readonly SlaClock[] =>
  draft.derive(openByTicket).get(ticketId) ?? [];

type Environment = Pick<Request, 'draft' | 'settings' | 'calendar' | 'now'>;

/** Counts the named clocks of a ticket anew from their start, with everything approved by now; the same again changes nothing. */
export const applyStandstills = (environment: Environment, ticketId: string, rules: readonly string[]): void =>
  writeClocks(environment.draft, openClocksUnder(environment.draft, ticketId).filter(({ ruleId }) => rules.includes(ruleId)).map(underPauses(environment)));

/** The list of holidays became another: open clocks follow (4.1, AMB-39). Returns how many changed. */
export const recomputeAll = ({ draft, settings, calendar, now }: Environment, after: Calendar): number => {
  const changed = recomputeClocks(draft.all(slaClocks), (clock) => standstillsOf(draft, ticketOf(draft, clock), clock.ruleId), calendar, after, settings, now);
  writeClocks(draft, changed);
  return changed.length;
};
