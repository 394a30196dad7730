import { approvals, partsLines, repairOrders, repairStatus, returnKind, shipments, slaClocks, tickets, type RepairOrder, type Ticket } from '../../../../sheets-templates';
import { missingReturns, repairTransitions } from '../../../parts';
import { returnExpected, returnMissing, waiverAsked } from '../../../text/notices/parts';
import { dateOf, isRefusal, refuse, words } from '../../../terms';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { pendingApproval, requestApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import { cancelClocksOf, recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { checkMove } from '../../moves';
import { dueBackDate, startReturnClock } from '../parts/old-parts';
import { returnFacts } from '../parts/use';
import { choiceOf } from '../tickets/chosen';
import { repairFor, repairReads, toldOf } from './repair-at-hand';

type Item = Pick<RepairOrder, 'returnKind' | 'itemName' | 'productModel' | 'serialNo' | 'qty' | 'returnReason' | 'dueBack'>;

/** RT-1, RT-2 in one step: an item of a ticket that quality gets to see. */
export const expectItem = ({ draft, now }: Pick<Request, 'draft' | 'now'>, ticket: Ticket, item: Item): RepairOrder =>
  draft.insert(repairOrders, {
    repairId: draft.nextNumber('WX', dateOf(now).replace(/-/g, ''), 2), ticketId: ticket.ticketId, requestLine: null, ...item, serialNo: item.serialNo.toUpperCase(),
    siteCauseCode: ticket.causeCode, sentAt: null, returnCarrier: null, clerkTracking: null, qaReceivedAt: null, qaResult: null,
    qaFindings: null, qaCauseCode: null, repaired: null, repairContent: null, repairCost: null, retestResult: null, dispositionAsked: null, disposition: null, defectId: null,
    disposedAt: null, copyToClerkAt: null, status: 'EXPECTED',
  });

/** RT-1 by hand: items that no parts line asks for, such as a unit that a customer sends in. */
export const registerReturn: CommandDefinition = command({
  name: 'repair.register',
  label: words('登记退回物品', 'Register a returned item'),
  rules: ['R-231', 'R-190', 'R-016'],
  reads: [...repairReads, slaClocks],
  fields: [
    { name: 'returnKind', kind: 'choice', label: words('退回类别', 'Return kind'), choices: returnKind, required: true },
    { name: 'itemName', kind: 'text', label: words('物品名称', 'Item'), required: true },
    { name: 'productModel', kind: 'text', label: words('型号', 'Model'), required: true },
    { name: 'serialNo', kind: 'text', label: words('编号', 'Serial'), required: true, help: words('没有编号填“无”', '“无” if it has none') },
    { name: 'qty', kind: 'integer', label: words('数量', 'Quantity'), required: true, minimum: 1, maximum: 10000 },
    { name: 'returnReason', kind: 'long', label: words('退回原因', 'Reason'), required: true },
  ],
  decide: (request) => {
    const { draft, actor, input, now, calendar, settings } = request;
    const move = checkMove(actor, repairTransitions, 'repair.register', { objectId: request.objectId, status: null, labels: repairStatus });
    if (isRefusal(move)) return move;
    const ticket = draft.find(tickets, request.objectId);
    if (ticket === undefined) return refuse('UNKNOWN', `没有工单 ${request.objectId}。`, `There is no ticket ${request.objectId}.`);
    const repair = expectItem(request, ticket, {
      returnKind: choiceOf(input, 'returnKind', returnKind), itemName: input.text('itemName'), productModel: input.text('productModel'), serialNo: input.text('serialNo'), qty: input.number('qty'),
      returnReason: input.text('returnReason'), dueBack: dueBackDate(calendar, settings, now),
    });
    startReturnClock(request, repair, now);
    request.notify({ code: 'N-29', to: [{ role: 'CLK' }, { role: 'QA' }], objectId: repair.repairId, message: returnExpected(returnFacts(repair)) });
    return { objectId: repair.repairId, message: words(`维修单 ${repair.repairId} 已登记。`, `Repair order ${repair.repairId} is registered.`) };
  },
});

/** RT-3, and RT-11 for an item that was missing: S-23 stops, a shipment back is on its way. */
export const sendBack: CommandDefinition = command({
  name: 'repair.sendBack',
  label: words('寄回', 'Send back'),
  rules: ['R-229', 'R-232'],
  reads: [...repairReads, partsLines, shipments, slaClocks],
  fields: [
    { name: 'carrier', kind: 'text', label: words('承运', 'Carrier'), required: true, help: words('自带回公司填“自带”', '“自带” if you carry it yourself') },
    { name: 'trackingNo', kind: 'text', label: words('运单号', 'Tracking no.'), required: true },
  ],
  decide: (request) => {
    const found = repairFor(request, 'repair.sendBack');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { repair, ticket } = found;
    const carrier = input.text('carrier');
    const trackingNo = input.text('trackingNo');
    draft.update(repairOrders, repair.repairId, { status: 'IN_TRANSIT', sentAt: now, returnCarrier: `${carrier} ${trackingNo}` });
    draft.insert(shipments, {
      shipmentId: draft.nextNumber('FH', dateOf(now).replace(/-/g, ''), 2), requestId: draft.find(partsLines, repair.requestLine)?.requestId ?? repair.repairId,
      lines: [{ repairId: repair.repairId, quantity: repair.qty }], packed: true, packedBy: actorName(request.actor), carrier, trackingNo, shippedAt: now, destination: 'QA',
      eta: dateOf(now), receivedAt: null, receivedBy: null, receiptCondition: null, freight: null, direction: 'BACK', status: 'SHIPPED',
    });
    recordMoment(request, { event: 'oldPartSent', objectType: 'REPAIR_ORDER', objectId: repair.repairId, ticketId: null, at: now, severity: ticket.severity });
    request.notify({ code: 'N-29', to: [{ role: 'CLK' }, { role: 'QA' }], objectId: repair.repairId, cycle: 'sent', message: returnExpected(returnFacts(repair)) });
    return { objectId: repair.repairId, message: words('已登记寄回。', 'Logged as sent back.') };
  },
});

/** RT-10, by the sweep. Leaves everything untouched when nothing is missing. */
export const markMissing: CommandDefinition = command({
  name: 'repair.markMissing',
  label: words('标记未退回', 'Mark as missing'),
  rules: ['R-232'],
  reads: repairReads,
  fields: [],
  decide: (request) => {
    const { draft, actor, calendar, now } = request;
    if (actor.kind !== 'system') return refuse('ROLE', '此动作由系统执行。', 'The system does this by itself.');
    const missing = missingReturns(draft.all(repairOrders), calendar, dateOf(now));
    for (const repair of missing) {
      draft.update(repairOrders, repair.repairId, { status: 'MISSING' });
      const lead = draft.find(tickets, repair.ticketId)?.engineerLead ?? null;
      request.notify({ code: 'N-29', to: [{ role: 'SUP' }, { role: 'CLK' }, ...(lead === null ? [] : [{ staffId: lead }])], objectId: repair.repairId, cycle: 'missing', message: returnMissing(returnFacts(repair)) });
    }
    return { objectId: '', message: words(`未退回 ${missing.length} 件。`, `${missing.length} missing.`) };
  },
});

const waiverContent = (repair: RepairOrder): unknown => [repair.repairId, repair.itemName, repair.qty];

/** a waiver needs supervisor and manager. */
export const askWaiver: CommandDefinition = command({
  name: 'repair.askWaiver',
  label: words('申请免返', 'Ask to waive the return'),
  rules: ['R-230'],
  reads: [...repairReads, approvals],
  fields: [{ name: 'reason', kind: 'text', label: words('理由', 'Reason'), required: true, minimum: 4 }],
  decide: (request) => {
    const found = repairFor(request, 'repair.askWaiver');
    if (isRefusal(found)) return found;
    const { draft, actor, input } = request;
    const { repair, ticket } = found;
    if (pendingApproval(draft, 'REPAIR_ORDER', repair.repairId) !== undefined) return refuse('STATE', '免返申请已在审批中。', 'A waiver is already being decided.');
    const refused = requestApproval(request, {
      matrix: 'A-08', docType: 'REPAIR_ORDER', docId: repair.repairId, content: waiverContent(repair), requestedBy: actorName(actor),
      beneficiaries: ticket.engineerLead === null ? [] : [ticket.engineerLead], severity: ticket.severity, noticeCode: 'N-24', message: waiverAsked(returnFacts(repair), input.text('reason')),
    });
    if (refused !== null) return refused;
    draft.update(repairOrders, repair.repairId, { clerkTracking: input.text('reason') });
    return { objectId: repair.repairId, message: words('已送审批。', 'Sent for approval.') };
  },
});

/** RT-12. */
export const waiverOutcome: ApprovalOutcome = {
  docType: 'REPAIR_ORDER',
  reads: [...repairReads, slaClocks],
  content: (draft, docId) => waiverContent(draft.get(repairOrders, docId)),
  message: (draft, docId) => {
    const repair = draft.get(repairOrders, docId);
    return waiverAsked(returnFacts(repair), repair.clerkTracking ?? '-');
  },
  approved: (request, docId) => {
    const { draft, now } = request;
    const repair = draft.get(repairOrders, docId);
    if (repair.status !== 'EXPECTED') return refuse('STATE', `维修单 ${docId} 已不在待退回状态。`, `Repair order ${docId} is no longer expected back.`);
    draft.update(repairOrders, docId, { status: 'CANCELLED' });
    cancelClocksOf(draft, now, docId);
    return { objectId: docId, message: words('已同意免返。', 'The return is waived.') };
  },
  rejected: (request, docId) => {
    const repair = request.draft.get(repairOrders, docId);
    request.notify({ code: 'N-29', to: toldOf({ repair, ticket: request.draft.get(tickets, repair.ticketId) }), objectId: docId, cycle: request.now, message: returnExpected(returnFacts(repair)) });
    return { objectId: docId, message: words('不同意免返，仍须寄回。', 'Not waived; it has to come back.') };
  },
};
