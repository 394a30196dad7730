import { approvals, dispatchOrders, itinerary, siteReports, skills, slaClocks, products, staff, tickets, type DispatchOrder, type Ticket } from '../../../../sheets-templates';
import { consentDay, peopleOf, refusePlan, refuseSkills, refuseUnavailable } from '../../../dispatch';
import type { Draft } from '../../../ledger/draft';
import { consentAsked, consentRejected, orderCopy, orderIssued } from '../../../text/notices/dispatch';
import { allRefusals, dateOf, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { requestApproval, voidApprovals, type ApprovalOutcome } from '../../approvals/request-approval';
import { cancelClocksOf, recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { refuseDeparture as refuseCharge } from '../tickets/charge-guard';
import { draftFields, skillsFor } from './draft-order';
import { itineraryReads, refreshItinerary } from './itinerary';
import { orderFacts, orderFor } from './order';

const consentReads = [...itineraryReads, products, skills, slaClocks, approvals];

/** What consent binds to (6.1 no. 4): who goes where, when, how and for what. */
const consentContent = (order: DispatchOrder): unknown => [
  order.ticketId, order.leadEngineer, order.team, order.planDepart, order.planArrive, order.planReturn, order.travelMode, order.workContent, order.skillOverrideReason,
];

/** Every guard of DP-2, told at once. */
const refuseSubmission = (request: Request, order: DispatchOrder, ticket: Ticket): Refusal | null => {
  const { draft, now } = request;
  const { match, missing } = skillsFor(draft, ticket, order, dateOf(order.planDepart));
  return allRefusals('DP-2', [
    refusePlan(order, now),
    refuseUnavailable(order, { staff: draft.all(staff), orders: draft.all(dispatchOrders), itinerary: draft.all(itinerary) }),
    refuseSkills(match, missing, order.skillOverrideReason),
    refuseCharge(request, ticket),
  ]);
};

/** Asks the manager, with the people who travel kept from deciding. */
const askConsent = (request: Request, order: DispatchOrder, ticket: Ticket): Refusal | null => {
  const { draft } = request;
  const refused = requestApproval(request, {
    matrix: 'A-01', docType: 'DISPATCH', docId: order.orderId, content: consentContent(order), requestedBy: actorName(request.actor),
    beneficiaries: peopleOf(order), severity: ticket.severity, noticeCode: 'N-12', message: consentAsked(orderFacts(draft, order)),
  });
  if (refused !== null) return refused;
  recordMoment(request, { event: 'consentSent', objectType: 'DISPATCH', objectId: order.orderId, ticketId: ticket.ticketId, at: request.now, severity: ticket.severity });
  return null;
};

export const submitOrder: CommandDefinition = command({
  name: 'dispatch.submit',
  label: words('提交征询', 'Submit for consent'),
  rules: ['R-185', 'R-266', 'R-238', 'R-267'],
  reads: consentReads,
  fields: [],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.submit');
    if (isRefusal(found)) return found;
    const { order, ticket } = found;
    const refused = refuseSubmission(request, order, ticket);
    if (refused !== null) return refused;
    const submitted = request.draft.update(dispatchOrders, order.orderId, { status: 'CONSENT_PENDING' });
    return askConsent(request, submitted, ticket) ?? { objectId: order.orderId, message: words('已提交征询，等待经理批复。', 'Submitted; waiting for the manager.') };
  },
});

/** G-DP-8: another date of departure is on another daily list and needs consent again. */
export const replanOrder: CommandDefinition = command({
  name: 'dispatch.replan',
  label: words('改出发时间并重新征询', 'Change the departure, ask again'),
  rules: ['R-266'],
  reads: consentReads,
  fields: draftFields.filter(({ name }) => ['planDepart', 'planArrive', 'planReturn'].includes(name)),
  decide: (request) => {
    const found = orderFor(request, 'dispatch.replan');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const planned = draft.update(dispatchOrders, found.order.orderId, {
      planDepart: input.instant('planDepart'), planArrive: input.instant('planArrive'), planReturn: input.optionalDate('planReturn'), consentId: null, status: 'CONSENT_PENDING',
    });
    const refused = refuseSubmission(request, planned, found.ticket);
    if (refused !== null) return refused;
    voidApprovals(draft, 'DISPATCH', planned.orderId);
    cancelClocksOf(draft, now, planned.orderId);
    refreshItinerary(request, planned.orderId);
    return askConsent(request, planned, found.ticket) ?? { objectId: planned.orderId, message: words('已改期并重新征询。', 'Changed; consent is asked again.') };
  },
});

/** DP-3 and DP-5: the order reaches the engineers, its copy the clerk. An order accepted before a new date stays accepted. */
export const issueOrder = (request: Request, order: DispatchOrder, severity: Ticket['severity']): DispatchOrder => {
  const { draft, now } = request;
  const status = order.acceptedAt === null ? 'ISSUED' : 'ACCEPTED';
  const issued = draft.update(dispatchOrders, order.orderId, { status, issuedAt: now, consentId: consentDay(order.planDepart), copyToClerkAt: now });
  const facts = orderFacts(draft, issued);
  request.notify({ code: 'N-13', to: peopleOf(issued).map((staffId) => ({ staffId })), objectId: issued.orderId, cycle: now, severity, message: orderIssued(facts) });
  request.notify({ code: 'N-14', to: [{ role: 'CLK' }], objectId: issued.orderId, cycle: now, message: orderCopy(facts) });
  if (status === 'ISSUED') recordMoment(request, { event: 'orderIssued', objectType: 'DISPATCH', objectId: issued.orderId, ticketId: issued.ticketId, at: now, severity });
  else refreshItinerary(request, issued.orderId);
  return issued;
};

/** A ticket whose only accepted order ended before departure is to be arranged anew. */
export const backToArrangement = (draft: Draft, order: DispatchOrder): void => {
  const ticket = draft.get(tickets, order.ticketId);
  const others = draft.by(dispatchOrders, 'ticketId', order.ticketId).filter((row) => row.orderId !== order.orderId && row.acceptedAt !== null && !['CANCELLED', 'REJECTED', 'CLOSED'].includes(row.status));
  if (ticket.status !== 'DISPATCHED' || others.length > 0) return;
  draft.update(tickets, ticket.ticketId, { status: ticket.agreedDate === null ? 'TRIAGED' : 'SCHEDULED', engineerLead: null });
};

const pendingOrder = (draft: Draft, orderId: string): DispatchOrder | Refusal => {
  const order = draft.get(dispatchOrders, orderId);
  return order.status === 'CONSENT_PENDING' ? order : refuse('STATE', `派工单 ${orderId} 已不在待征询状态。`, `Order ${orderId} no longer waits for consent.`);
};

const decided = (request: Request, order: DispatchOrder): void => {
  const { severity } = request.draft.get(tickets, order.ticketId);
  recordMoment(request, { event: 'consentDecided', objectType: 'DISPATCH', objectId: order.orderId, ticketId: order.ticketId, at: request.now, severity });
};

/** DP-3 and DP-4, when the manager decides. */
export const consentOutcome: ApprovalOutcome = {
  docType: 'DISPATCH',
  reads: [...itineraryReads, siteReports, slaClocks],
  content: (draft, docId) => consentContent(draft.get(dispatchOrders, docId)),
  message: (draft, docId) => consentAsked(orderFacts(draft, draft.get(dispatchOrders, docId))),
  approved: (request, docId) => {
    const order = pendingOrder(request.draft, docId);
    if (isRefusal(order)) return order;
    decided(request, order);
    issueOrder(request, order, request.draft.get(tickets, order.ticketId).severity);
    return { objectId: docId, message: words('已同意，派工单已下达。', 'Agreed; the order is issued.') };
  },
  rejected: (request, docId, comment) => {
    const { draft } = request;
    const order = pendingOrder(draft, docId);
    if (isRefusal(order)) return order;
    decided(request, order);
    backToArrangement(draft, order);
    const rejected = draft.update(dispatchOrders, docId, { status: 'REJECTED', acceptedAt: null, prepDoneAt: null });
    refreshItinerary(request, docId);
    request.notify({ code: 'N-15', to: [{ staffId: order.createdBySup }], objectId: docId, cycle: request.now, message: consentRejected(orderFacts(draft, rejected), comment) });
    return { objectId: docId, message: words('不同意，已退回主管。', 'Not agreed; returned to the supervisor.') };
  },
};
