import type { Ticket } from '../../../sheets-templates';
import { byMail, customerRecipient, customerTables } from '../commands/tickets/subject';
import type { Message, Request } from '../request';
import { recordMoment } from './record-moment';

/** Tables that telling the customer needs, beside `slaClocks`. */
export const customerNewsReads = customerTables;

/**
 * Sends news to the customer and starts S-42 anew (10.3 no. 2). Without an address it stands on the status page alone and the clock goes
 * on, so that customer service tells them in another way.
 */
export const tellCustomer = (request: Request, ticket: Ticket, code: string, cycle: string, message: Message): void => {
  const to = customerRecipient(request.draft, ticket);
  request.notify({ code, to, objectId: ticket.ticketId, cycle, message });
  if (byMail(to)) recordMoment(request, { event: 'customerUpdated', objectType: 'TICKET', objectId: ticket.ticketId, ticketId: ticket.ticketId, at: request.now, severity: ticket.severity });
};
