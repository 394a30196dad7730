import { contacts, customers, dutyRoster, tickets, ticketStatus, type Ticket, type TicketStatus } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { onDuty, ticketTransitions } from '../../../tickets';
import { isRefusal, refuse, type Instant, type Refusal } from '../../../terms';
import type { Transition } from '../../command';
import { checkMove, type Movable } from '../../moves';
import type { Recipient, Request } from '../../request';

export interface TicketMove {
  readonly ticket: Ticket;
  readonly row: Transition<TicketStatus>;
}

export const movableTicket = (ticket: Ticket, duty: string | null = null): Movable<TicketStatus> => ({
  duty,
  objectId: ticket.ticketId,
  status: ticket.status,
  labels: ticketStatus,
  lead: ticket.engineerLead,
  owner: ticket.ownerStaff,
});

export const noTicket = (ticketId: string): Refusal =>
  refuse('STATE', `没有工单 ${ticketId}，可能已归档。`, `There is no ticket ${ticketId}; it may have been archived.`);

/** The ticket that a command is about and the row of the transition table along which it may move, or why not. */
export const ticketFor = (request: Request, command: string, ticketId: string = request.objectId): TicketMove | Refusal => {
  const ticket = request.draft.find(tickets, ticketId);
  if (ticket === undefined) return noTicket(ticketId);
  const row = checkMove(request.actor, ticketTransitions, command, movableTicket(ticket));
  return isRefusal(row) ? row : { ticket, row };
};

/** The customer of a ticket: mail goes where an address is known; the status page tells it in any case. Reads `contacts` and `customers`. */
export const customerRecipient = (draft: Draft, ticket: Ticket): readonly Recipient[] => {
  const customer = draft.find(customers, ticket.customerId);
  if (customer?.piiStatus === 'ERASED') return [];
  return [{ customerAddress: draft.find(contacts, ticket.reporterContact)?.email ?? customer?.email ?? '', ticketId: ticket.ticketId, language: customer?.language === 'en' ? 'en' : 'zh-CN' }];
};

/** The customer's status page, without a mail. */
export const onPage = ({ ticketId }: Ticket): readonly Recipient[] => [{ customerAddress: '', ticketId, language: 'zh-CN' }];

/** Whether a mail reaches the customer; else customer service tells him (S-42). */
export const byMail = (to: readonly Recipient[]): boolean => to.some((one) => 'customerAddress' in one && one.customerAddress !== '');

/** The person on duty now, if the roster names one. Reads `dutyRoster`. */
export const dutyRecipients = (draft: Draft, now: Instant): readonly Recipient[] => {
  const duty = onDuty(draft.all(dutyRoster), now);
  return duty === null ? [] : [{ staffId: duty.primary }];
};

/** The lead engineer of a ticket, if one is named. */
export const leadRecipient = (ticket: Ticket): readonly Recipient[] => (ticket.engineerLead === null ? [] : [{ staffId: ticket.engineerLead }]);

/** Tables behind every notice to a customer. */
export const customerTables = [contacts, customers] as const;
