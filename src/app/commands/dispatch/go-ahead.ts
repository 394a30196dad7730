import { approvals, dispatchOrders, slaClocks, staff, tickets } from '../../../../sheets-templates';
import { isOpen } from '../../../deadlines';
import { peopleOf, refuseGoAhead, type UnansweredAttempt } from '../../../dispatch';
import { goAheadRefused, goAheadUsed } from '../../../text/notices/dispatch';
import { isRefusal, showInstant, words } from '../../../terms';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { pendingApproval, requestApproval, voidApprovals, type ApprovalOutcome } from '../../approvals/request-approval';
import { clocksOf, recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { issueOrder } from './consent';
import { itineraryReads } from './itinerary';
import { findMember, nameOf, orderFacts, orderFor } from './order';

/** What ratification binds to: that this trip was sent out under this emergency. */
const ratified = (orderId: string): unknown => [orderId, 'emergency'];

interface Attempt extends UnansweredAttempt {
  readonly name: string;
}

const attemptsIn = (request: Request): readonly Attempt[] =>
  request.input.lines('attempts').map((line) => {
    const member = findMember(request.draft, line.text('person'));
    return { name: member?.name ?? line.text('person'), roles: member?.roles ?? [], at: line.instant('at') };
  });

export const goAhead: CommandDefinition = command({
  name: 'dispatch.goAhead',
  label: words('紧急先行派出', 'Emergency go-ahead'),
  rules: ['R-266'],
  reads: [...itineraryReads, slaClocks, approvals],
  fields: [
    {
      name: 'attempts', kind: 'lines', label: words('已尝试联系的人', 'Whom you tried to reach'), maximum: 6,
      help: words('征询时限未到时必填：经理和分管副总都要', 'Needed while the time for consent runs: manager and deputy GM both'),
      columns: [
        { name: 'person', kind: 'text', label: words('姓名或编号', 'Name or number'), required: true },
        { name: 'at', kind: 'instant', label: words('时间', 'At'), required: true },
      ],
    },
  ],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.goAhead');
    if (isRefusal(found)) return found;
    const { draft, now, settings } = request;
    const { order, ticket } = found;
    const clock = clocksOf(draft, order.orderId).find((row) => row.ruleId === 'S-18' && isOpen(row));
    const attempts = attemptsIn(request);
    const refused = refuseGoAhead(ticket.severity, settings.flag('dispatch.emergency', now), clock, attempts, now);
    if (refused !== null) return refused;
    voidApprovals(draft, 'DISPATCH', order.orderId);
    const sent = issueOrder(request, draft.update(dispatchOrders, order.orderId, { emergencyRatify: true }), ticket.severity);
    const tried = attempts.map(({ name, at }) => `${name} ${showInstant(at)}`).join(';');
    const message = goAheadUsed(orderFacts(draft, sent), tried === '' ? `S-18 ${showInstant(clock?.dueAt ?? now)}` : tried);
    const unasked = requestApproval(request, {
      matrix: 'A-02', docType: 'CONSENT', docId: order.orderId, content: ratified(order.orderId), requestedBy: actorName(request.actor),
      beneficiaries: peopleOf(order), severity: ticket.severity, noticeCode: 'N-16', message,
    });
    if (unasked !== null) return unasked;
    const asked = pendingApproval(draft, 'CONSENT', order.orderId);
    if (asked !== undefined) draft.update(approvals, asked.approvalId, { evidence: tried });
    request.notify({ code: 'N-16', to: [{ role: 'DGM' }], objectId: order.orderId, cycle: now, message });
    return { objectId: order.orderId, message: words('已按紧急先行下达，等待追认。', 'Issued by emergency go-ahead; ratification is asked for.') };
  },
});

const closeConsentClock = (request: Request, orderId: string): void => {
  const order = request.draft.get(dispatchOrders, orderId);
  const { severity } = request.draft.get(tickets, order.ticketId);
  recordMoment(request, { event: 'consentDecided', objectType: 'DISPATCH', objectId: orderId, ticketId: null, at: request.now, severity });
};

/** a refusal does not undo the trip, it opens a review by the deputy GM. */
export const ratifyOutcome: ApprovalOutcome = {
  docType: 'CONSENT',
  reads: [dispatchOrders, tickets, slaClocks, staff],
  content: (_draft, docId) => ratified(docId),
  message: (draft, docId) => {
    const order = draft.get(dispatchOrders, docId);
    return goAheadUsed(orderFacts(draft, order), nameOf(draft, order.createdBySup));
  },
  approved: (request, docId) => {
    closeConsentClock(request, docId);
    return { objectId: docId, message: words('已追认。', 'Ratified.') };
  },
  rejected: (request, docId, comment) => {
    closeConsentClock(request, docId);
    const facts = orderFacts(request.draft, request.draft.get(dispatchOrders, docId));
    request.notify({ code: 'N-16', to: [{ role: 'DGM' }], objectId: docId, cycle: request.now, message: goAheadRefused(facts, comment) });
    return { objectId: docId, message: words('未追认，已转分管副总复核；出差不撤回。', 'Not ratified; the deputy GM reviews it. The trip goes on.') };
  },
};
