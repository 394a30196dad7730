import { approvals, dispatchOrders, slaClocks, staff, tickets, type DispatchOrder, type Ticket } from '../../../../sheets-templates';
import { orderDeclined } from '../../../text/notices/dispatch';
import { engineerNamed } from '../../../text/notices/field';
import { isRefusal, refuse, words, type Refusal } from '../../../terms';
import { command, type CommandDefinition } from '../../command';
import { customerNewsReads, tellCustomer } from '../../effects/customer-news';
import { recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { refuseDeparture as refuseCharge } from '../tickets/charge-guard';
import { itineraryReads, refreshItinerary } from './itinerary';
import { orderFacts, orderFor } from './order';

/** Where a ticket goes when one of its orders is accepted (TK-8); help for a colleague on site leaves it there. */
const afterAcceptance: Readonly<Partial<Record<Ticket['status'], Ticket['status']>>> = { TRIAGED: 'DISPATCHED', SCHEDULED: 'DISPATCHED', DISPATCHED: 'DISPATCHED', ON_SITE: 'ON_SITE' };

/** Whether an order of a ticket may still be accepted, as the ticket stands. */
export const refuseTicket = (ticket: Ticket): Refusal | null =>
  afterAcceptance[ticket.status] === undefined ? refuse('TK-8', `工单 ${ticket.ticketId} 已不需要派工，请联系主管。`, `Ticket ${ticket.ticketId} no longer needs anybody sent; please ask the supervisor.`) : null;

/** The "dispatched" moment (AMB-09): S-03, S-06, S-08 and S-19 stop, the customer learns who comes. */
const dispatched = (request: Request, order: DispatchOrder, ticket: Ticket): void => {
  const { draft, now } = request;
  const status = afterAcceptance[ticket.status] ?? ticket.status;
  const lead = draft.get(staff, order.leadEngineer);
  recordMoment(request, { event: 'orderAccepted', objectType: 'DISPATCH', objectId: order.orderId, ticketId: ticket.ticketId, at: now, severity: ticket.severity });
  const moved = draft.update(tickets, ticket.ticketId, status === 'DISPATCHED' ? { status, engineerLead: order.leadEngineer } : { status });
  tellCustomer(request, moved, 'N-60', now, engineerNamed(orderFacts(draft, order), lead.phone));
};

export const acceptOrder: CommandDefinition = command({
  name: 'dispatch.accept',
  label: words('接收派工', 'Accept the order'),
  rules: ['R-185', 'R-257', 'R-260', 'R-098'],
  reads: [...itineraryReads, ...customerNewsReads, slaClocks, approvals],
  fields: [],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.accept');
    if (isRefusal(found)) return found;
    const { order, ticket } = found;
    const refused = refuseTicket(ticket) ?? refuseCharge(request, ticket);
    if (refused !== null) return refused;
    const accepted = request.draft.update(dispatchOrders, order.orderId, { status: 'ACCEPTED', acceptedAt: request.now });
    dispatched(request, accepted, ticket);
    refreshItinerary(request, order.orderId);
    return { objectId: order.orderId, message: words('已接收。请完成出发前准备和行前沟通。', 'Accepted. Please prepare and call the customer before leaving.') };
  },
});

export const declineOrder: CommandDefinition = command({
  name: 'dispatch.decline',
  label: words('拒接派工', 'Decline the order'),
  rules: ['R-185'],
  reads: [...itineraryReads, slaClocks],
  fields: [{ name: 'reason', kind: 'text', label: words('原因', 'Reason'), required: true, minimum: 2 }],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.decline');
    if (isRefusal(found)) return found;
    const { order, ticket } = found;
    const reason = request.input.text('reason');
    const declined = request.draft.update(dispatchOrders, order.orderId, { status: 'DECLINED', declinedReason: reason });
    recordMoment(request, { event: 'orderAnswered', objectType: 'DISPATCH', objectId: order.orderId, ticketId: ticket.ticketId, at: request.now, severity: ticket.severity });
    request.notify({ code: 'N-17', to: [{ staffId: order.createdBySup }, { role: 'SUP' }, { role: 'CLK' }], objectId: order.orderId, severity: ticket.severity, message: orderDeclined(orderFacts(request.draft, declined), reason) });
    return { objectId: order.orderId, message: words('已拒接，已通知主管改派。', 'Declined; the supervisor is told to assign somebody else.') };
  },
});
