import { approvals, dispatchOrders, itemKind, partsLines, partsRequests, partsStatus, slaClocks, tickets, type DispatchOrder, type Ticket } from '../../../../sheets-templates';
import { isChargeable, oldPartDueBack, partsTransitions, refuseUnsigned } from '../../../parts';
import { acceptedStates, peopleOf } from '../../../dispatch';
import { partsApprovalAsked, partsApproved, partsRejected, partsSubmitted } from '../../../text/notices/parts';
import { dateOf, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { actorName, hasRole, staffIdOf } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { pendingApproval, requestApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import { recordMoment } from '../../effects/record-moment';
import type { Draft } from '../../../ledger/draft';
import type { Field, Input } from '../../field';
import { checkMove } from '../../moves';
import { staffWithRole, type Request } from '../../request';
import { choiceOf } from '../tickets/chosen';
import { engineersOf, linesOf, partsFacts, partsFor, partsReads, releasePartsHold } from './request-at-hand';

const lineColumns: readonly Field[] = [
  { name: 'itemKind', kind: 'choice', label: words('物品类别', 'Item kind'), choices: itemKind, required: true },
  { name: 'itemName', kind: 'text', label: words('名称', 'Name'), required: true },
  { name: 'spec', kind: 'text', label: words('规格型号', 'Specification'), required: true },
  { name: 'qty', kind: 'integer', label: words('数量', 'Quantity'), required: true, minimum: 1, maximum: 10000 },
  { name: 'unit', kind: 'text', label: words('单位', 'Unit'), required: true, maximum: 20 },
  { name: 'whyReplace', kind: 'text', label: words('更换必要性', 'Why replacement'), required: true },
  { name: 'forSerial', kind: 'text', label: words('对应产品编号', 'For serial') },
];

interface Place {
  readonly ticket: Ticket;
  readonly order: DispatchOrder | null;
}

const workable: readonly Ticket['status'][] = ['TRIAGED', 'SCHEDULED', 'DISPATCHED', 'ON_SITE', 'IN_SHOP', 'REMOTE'];

/** The order or, in the workshop, the ticket that parts are wanted for. */
const placeOf = ({ draft, objectId, actor }: Request): Place | Refusal => {
  const order = draft.find(dispatchOrders, objectId) ?? null;
  const ticket = draft.find(tickets, order?.ticketId ?? objectId);
  if (ticket === undefined) return refuse('UNKNOWN', `没有派工单或工单 ${objectId}。`, `There is no order or ticket ${objectId}.`);
  const mine = order !== null && acceptedStates.includes(order.status) && peopleOf(order).includes(staffIdOf(actor) ?? '');
  const leads = order === null && ticket.engineerLead === staffIdOf(actor);
  if (!mine && !leads && !hasRole(actor, 'SUP')) return refuse('ROLE', '配件由该派工单或工单的工程师或主管申请。', 'Parts are asked for by the engineers of the order or ticket, or the supervisor.');
  return workable.includes(ticket.status) ? { ticket, order } : refuse('STATE', `工单 ${ticket.ticketId} 此时不能申请配件。`, `Ticket ${ticket.ticketId} cannot ask for parts now.`);
};

const writeLines = ({ draft, settings, now }: Request, requestId: string, lines: readonly Input[]): void => {
  lines.forEach((line, index) => {
    const kind = choiceOf(line, 'itemKind', itemKind);
    draft.insert(partsLines, {
      lineId: `${requestId}/${index + 1}`, requestId, itemKind: kind, itemCode: null, itemName: line.text('itemName'), spec: line.text('spec'), qty: line.number('qty'),
      unit: line.text('unit'), forSerial: line.optionalText('forSerial'), whyReplace: line.text('whyReplace'), partOrigin: 'OWN', lot: null, incomingCheck: null,
      oldPartReturn: oldPartDueBack(kind, settings.flag('ret.component_default', now)), qtyShipped: 0, qtyReceived: 0, qtyUsed: null, unitCost: null, status: 'OPEN',
    });
  });
};

export const submitParts: CommandDefinition = command({
  name: 'parts.submit',
  label: words('申请配件', 'Request parts'),
  rules: ['R-188', 'R-218', 'R-085', 'R-229'],
  reads: partsReads,
  fields: [
    { name: 'reason', kind: 'long', label: words('申请原因', 'Reason'), required: true },
    { name: 'shipTo', kind: 'text', label: words('收货地址', 'Ship to'), required: true },
    { name: 'consignee', kind: 'text', label: words('收货人', 'Consignee'), required: true },
    { name: 'consigneePhone', kind: 'text', label: words('收货电话', 'Phone of the consignee'), required: true, minimum: 5, maximum: 30 },
    { name: 'neededBy', kind: 'instant', label: words('需求时间', 'Needed by'), required: true },
    { name: 'lines', kind: 'lines', label: words('物品', 'Items'), required: true, maximum: 3, columns: lineColumns },
    { name: 'waitForParts', kind: 'flag', label: words('工单挂起待配件', 'Hold the ticket until the parts come') },
  ],
  decide: (request) => {
    const { draft, actor, input, now } = request;
    const move = checkMove(actor, partsTransitions, 'parts.submit', { objectId: request.objectId, status: null, labels: partsStatus });
    if (isRefusal(move)) return move;
    const place = placeOf(request);
    if (isRefusal(place)) return place;
    const { ticket, order } = place;
    const requestId = draft.nextNumber('WH', dateOf(now).replace(/-/g, ''), 2);
    const parts = draft.insert(partsRequests, {
      requestId, ticketId: ticket.ticketId, orderId: order?.orderId ?? null, requestedBy: actorName(actor), reason: input.text('reason'), shipTo: input.text('shipTo'),
      consignee: input.text('consignee'), consigneePhone: input.text('consigneePhone'), neededBy: input.instant('neededBy'), chargeable: isChargeable(ticket),
      clerkReceivedAt: null, approvalId: null, prodHandler: null, promisedShipDate: null, leadTimeAt: null, prodDoneAt: null, handedOpsAt: null, status: 'SUBMITTED',
    });
    writeLines(request, requestId, input.lines('lines'));
    if (input.flag('waitForParts') && ticket.holdStatus === 'NONE') draft.update(tickets, ticket.ticketId, { holdStatus: 'WAIT_PARTS' });
    request.notify({ code: 'N-23', to: [{ role: 'CLK' }], objectId: requestId, severity: ticket.severity, message: partsSubmitted(partsFacts(draft, parts)) });
    return { objectId: requestId, message: words(`配件申请 ${requestId} 已提交内勤。`, `Parts request ${requestId} went to the clerk.`) };
  },
});

/** What A-06 binds to. */
const partsContent = (draft: Draft, requestId: string): unknown => {
  const parts = draft.get(partsRequests, requestId);
  return [parts.ticketId, parts.reason, parts.shipTo, parts.neededBy, linesOf(draft, requestId).map((line) => [line.itemKind, line.itemName, line.spec, line.qty, line.unit])];
};

export const forwardParts: CommandDefinition = command({
  name: 'parts.forward',
  label: words('核对并送批', 'Check and send for approval'),
  rules: ['R-219', 'R-218'],
  reads: [...partsReads, approvals, slaClocks],
  fields: [],
  decide: (request) => {
    const found = partsFor(request, 'parts.forward');
    if (isRefusal(found)) return found;
    const { draft, now, actor } = request;
    const { parts, ticket } = found;
    const refused = refuseUnsigned(ticket) ?? requestApproval(request, {
      matrix: 'A-06', docType: 'PARTS_REQUEST', docId: parts.requestId, content: partsContent(draft, parts.requestId), requestedBy: parts.requestedBy,
      beneficiaries: [actorName(actor)], severity: ticket.severity, noticeCode: 'N-24', message: partsApprovalAsked(partsFacts(draft, parts)),
    });
    if (refused !== null) return refused;
    draft.update(partsRequests, parts.requestId, { status: 'IN_APPROVAL', clerkReceivedAt: now, approvalId: pendingApproval(draft, 'PARTS_REQUEST', parts.requestId)?.approvalId ?? null });
    recordMoment(request, { event: 'partsSubmittedForApproval', objectType: 'PARTS_REQUEST', objectId: parts.requestId, ticketId: null, at: now, severity: ticket.severity });
    return { objectId: parts.requestId, message: words('已送经理批准。', 'Sent to the manager.') };
  },
});

/** PQ-3 and PQ-4. */
export const partsOutcome: ApprovalOutcome = {
  docType: 'PARTS_REQUEST',
  reads: [...partsReads, slaClocks],
  content: partsContent,
  message: (draft, docId) => partsApprovalAsked(partsFacts(draft, draft.get(partsRequests, docId))),
  approved: (request, docId) => {
    const { draft, now } = request;
    const parts = draft.get(partsRequests, docId);
    if (parts.status !== 'IN_APPROVAL') return refuse('STATE', `申请单 ${docId} 已不在待批准状态。`, `Request ${docId} no longer waits for approval.`);
    const { severity } = draft.get(tickets, parts.ticketId);
    const handler = staffWithRole(draft, 'PRD')[0]?.staffId ?? null;
    const approved = draft.update(partsRequests, docId, { status: 'APPROVED', prodHandler: handler });
    recordMoment(request, { event: 'partsApproved', objectType: 'PARTS_REQUEST', objectId: docId, ticketId: null, at: now, severity });
    request.notify({ code: 'N-25', to: [{ role: 'PRD' }, { role: 'PDM' }, { role: 'CLK' }], objectId: docId, message: partsApproved(partsFacts(draft, approved)) });
    return { objectId: docId, message: words('已批准，已通知生产。', 'Approved; production is told.') };
  },
  rejected: (request, docId, comment) => {
    const { draft, now } = request;
    const parts = draft.get(partsRequests, docId);
    if (parts.status !== 'IN_APPROVAL') return refuse('STATE', `申请单 ${docId} 已不在待批准状态。`, `Request ${docId} no longer waits for approval.`);
    const rejected = draft.update(partsRequests, docId, { status: 'REJECTED' });
    recordMoment(request, { event: 'partsDecided', objectType: 'PARTS_REQUEST', objectId: docId, ticketId: null, at: now, severity: draft.get(tickets, parts.ticketId).severity });
    releasePartsHold(draft, parts.ticketId);
    request.notify({ code: 'N-15', to: [...engineersOf(draft, parts), { role: 'CLK' }], objectId: docId, message: partsRejected(partsFacts(draft, rejected), comment) });
    return { objectId: docId, message: words('不批准，已通知申请人。', 'Rejected; the requester is told.') };
  },
};
