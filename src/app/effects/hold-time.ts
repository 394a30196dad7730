import { tickets, type HoldStatus, type Ticket, type TicketStatus } from '../../../sheets-templates';
import type { Draft } from '../../ledger/draft';
import { minutesBetween, type Instant } from '../../terms';

/** Waiting that net times leave out (4.4 no. 7). */
const leftOut: readonly HoldStatus[] = ['WAIT_CUSTOMER', 'WAIT_PARTS', 'WAIT_TECH_CHANGE', 'FORCE_MAJEURE'];
/** The work is done: waiting for a signature or for money makes no repair longer. */
const afterWork: readonly TicketStatus[] = ['REPAIRED', 'ACCEPTED', 'CLOSED'];

const waited = ({ status, holdStatus, heldFrom }: Ticket, now: Instant): number =>
  heldFrom === null || !leftOut.includes(holdStatus) || afterWork.includes(status) ? 0 : Math.round(minutesBetween(heldFrom, now));

/**
 * Writes down since when each ticket waits, and how long it waited for what net times leave out. Many commands begin or end a
 * hold; so this looks at what came of a command, whichever it was.
 */
export const recordHolds = (draft: Draft, before: Draft, now: Instant): void => {
  for (const change of draft.changes()) {
    if (change.kind !== 'update' || change.table !== 'tickets' || !('holdStatus' in change.fields)) continue;
    const [was, is] = [before.get(tickets, change.key), draft.get(tickets, change.key)];
    if (was.holdStatus === is.holdStatus) continue;
    const minutes = (was.heldMin ?? 0) + waited(was, now);
    draft.update(tickets, change.key, { heldFrom: is.holdStatus === 'NONE' ? null : now, heldMin: minutes === 0 ? was.heldMin : minutes });
  }
};
