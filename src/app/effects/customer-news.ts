import { contacts, customers, type Ticket } from '../../../sheets-templates';
import type { Message, Recipient, Request } from '../request';
import { recordMoment } from './record-moment';

/** Tables that telling the customer needs, beside `slaClocks`. */
export const customerNewsReads = [customers, contacts] as const;

/** The reporter's mail address, else the customer's own; null when neither is known and news goes by phone or chat. */
export const customerRecipient = (draft: Request['draft'], ticket: Ticket): Recipient | null => {
  const customer = draft.find(customers, ticket.customerId);
  const address = draft.find(contacts, ticket.reporterContact)?.email ?? customer?.email ?? null;
  if (address === null || address === '') return null;
  return { customerAddress: address, ticketId: ticket.ticketId, language: customer?.language === 'en' ? 'en' : 'zh-CN' };
};

/**
 * Sends news to the customer and starts S-42 anew (10.3 no. 2). Without an address nothing is sent and the clock goes
 * on, so that customer service tells them in another way.
 */
export const tellCustomer = (request: Request, ticket: Ticket, code: string, cycle: string, message: Message): void => {
  const recipient = customerRecipient(request.draft, ticket);
  if (recipient === null) return;
  request.notify({ code, to: [recipient], objectId: ticket.ticketId, cycle, message });
  recordMoment(request, { event: 'customerUpdated', objectType: 'TICKET', objectId: ticket.ticketId, ticketId: ticket.ticketId, at: request.now, severity: ticket.severity });
};
