import { acceptances, type SlaClock, type Ticket } from '../../../sheets-templates';
import { dateAgreed, pleaseAccept } from '../../text/notices/tickets-customer';
import { dateOf, showInstant } from '../../terms';
import { waitingAcceptance } from '../commands/tickets/acceptance-row';
import { customerRecipient } from '../commands/tickets/subject';
import type { Request } from '../request';

type Reminder = Pick<Request, 'draft' | 'notify'>;

/** S-46: the sign-off still waits. */
const remindToSign = ({ draft, notify }: Reminder, clock: SlaClock, ticket: Ticket): void => {
  const waiting = waitingAcceptance(draft, ticket.ticketId);
  const to = customerRecipient(draft, ticket);
  if (waiting === undefined) return;
  const reminded = draft.update(acceptances, waiting.acceptanceId, { remindCount: waiting.remindCount + 1 });
  notify({ code: 'N-60', to, objectId: ticket.ticketId, cycle: `${clock.clockId}#${reminded.remindCount}`, message: pleaseAccept(ticket, reminded) });
};

/** S-09: the visit is tomorrow. */
const remindOfVisit = ({ draft, notify }: Reminder, clock: SlaClock, ticket: Ticket): void => {
  if (ticket.agreedDate === null) return;
  const when = ticket.agreedHasTime === true ? showInstant(ticket.agreedDate) : dateOf(ticket.agreedDate);
  notify({ code: 'N-05', to: customerRecipient(draft, ticket), objectId: ticket.ticketId, cycle: `${clock.clockId}#reminder`, message: dateAgreed(ticket, when) });
};

/** The ladder's levels that speak to the customer. Other clocks have none. */
export const remindCustomer = (request: Reminder, clock: SlaClock, ticket: Ticket): void => {
  if (clock.ruleId === 'S-46') remindToSign(request, clock, ticket);
  if (clock.ruleId === 'S-09') remindOfVisit(request, clock, ticket);
};
