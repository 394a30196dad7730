import { approvals, dispatchOrders, products, siteReports, skills, slaClocks, tickets, acceptances } from '../../../../sheets-templates';
import { peopleOf } from '../../../dispatch';
import { orderCancelled } from '../../../text/notices/dispatch';
import { isRefusal, refuse, words } from '../../../terms';
import { refuseLeaving } from '../../../field';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { voidApprovals } from '../../approvals/request-approval';
import { cancelClocksOf } from '../../effects/record-moment';
import { dropOpenDays } from '../field/daily-clocks';
import { backToArrangement } from './consent';
import { draftFields, insertDraft, readPlan, refuseTicketState } from './draft-order';
import { itineraryReads, refreshItinerary } from './itinerary';
import { orderFacts, orderFor } from './order';

export const cancelOrder: CommandDefinition = command({
  name: 'dispatch.cancel',
  label: words('取消派工', 'Cancel the order'),
  rules: ['R-265'],
  reads: [...itineraryReads, approvals, slaClocks],
  fields: [{ name: 'reason', kind: 'text', label: words('原因', 'Reason'), required: true, minimum: 2 }],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.cancel');
    if (isRefusal(found)) return found;
    const { draft, now, input } = request;
    const { order, ticket } = found;
    const reason = input.text('reason');
    voidApprovals(draft, 'DISPATCH', order.orderId);
    voidApprovals(draft, 'CONSENT', order.orderId);
    cancelClocksOf(draft, now, order.orderId);
    if (order.acceptedAt !== null) backToArrangement(draft, order);
    const cancelled = draft.update(dispatchOrders, order.orderId, { status: 'CANCELLED', cancelReason: reason });
    refreshItinerary(request, order.orderId);
    const told = order.issuedAt === null ? [] : peopleOf(order).map((staffId) => ({ staffId }));
    request.notify({ code: 'N-17', to: [{ role: 'SUP' }, { role: 'CLK' }, ...told], objectId: order.orderId, severity: ticket.severity, message: orderCancelled(orderFacts(draft, cancelled), reason) });
    return { objectId: order.orderId, message: words('派工单已取消。', 'The order is cancelled.') };
  },
});

/** DP-13: the trip goes on to another job nearby; the new order needs consent as any other. */
export const redirectOrder: CommandDefinition = command({
  name: 'dispatch.redirect',
  label: words('转派下一任务', 'Redirect to another job'),
  rules: ['R-280'],
  reads: [...itineraryReads, acceptances, products, skills, slaClocks],
  fields: [{ name: 'nextTicket', kind: 'text', label: words('下一工单', 'Next ticket'), required: true }, ...draftFields],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.redirect');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { order } = found;
    const next = draft.find(tickets, input.text('nextTicket'));
    if (next === undefined) return refuse('UNKNOWN', `没有工单 ${input.text('nextTicket')}。`, `There is no ticket ${input.text('nextTicket')}.`);
    const plan = readPlan(draft, input);
    if (isRefusal(plan)) return plan;
    const refused = refuseTicketState(next) ?? refuseLeaving(order, draft.all(siteReports), draft.all(acceptances), now, words('转派', 'redirected').zh);
    if (refused !== null) return refused;
    const following = insertDraft(request, next, plan, actorName(request.actor));
    draft.update(dispatchOrders, order.orderId, { status: 'LEFT', leftAt: now, redirectTo: following.orderId });
    dropOpenDays(request, order.orderId, now);
    refreshItinerary(request, order.orderId);
    return { objectId: following.orderId, message: words(`已转派，新派工单 ${following.orderId} 请提交征询。`, `Redirected; submit the new order ${following.orderId} for consent.`) };
  },
});
