import { disposition, partsLines, partsRequests, partsStatus, repairOrders, repairStatus, returnKind, slaClocks, testResult, tickets, type PartsLine, type PartsRequest, type RepairOrder } from '../../../sheets-templates';
import { partsTransitions, repairTransitions } from '../../parts';
import type { Draft } from '../../ledger/draft';
import { showInstant, words } from '../../terms';
import { hasRole, staffIdOf, type Actor } from '../actor';
import type { DeskSource, WorkItem } from '../command';
import { nameOf } from '../commands/dispatch/order';
import { partsCommands } from '../commands/parts';
import { linesOf, partsMovable } from '../commands/parts/request-at-hand';
import { repairsCommands } from '../commands/repairs';
import { repairMovable } from '../commands/repairs/repair-at-hand';
import { nearestDue, offersFrom, withChoices, withLineChoices, type Choices, type OfferShape } from './offers';

const choicesOf = (lines: readonly PartsLine[], shown: (line: PartsLine) => boolean): Choices =>
  Object.fromEntries(lines.filter(shown).map((line) => [line.lineId, words(`${line.itemName} ${line.spec}(${line.qty} ${line.unit})`, `${line.itemName} ${line.spec} (${line.qty} ${line.unit})`)]));

const shapeFor = (lines: readonly PartsLine[]): OfferShape => ({
  fields: {
    'parts.ship': (fields) => withLineChoices(fields, 'lines', { lineId: choicesOf(lines, (line) => line.qtyShipped < line.qty) }),
    'parts.receive': (fields) => withLineChoices(fields, 'lines', { lineId: choicesOf(lines, (line) => line.qtyReceived < line.qtyShipped) }),
    'parts.use': (fields) => withLineChoices(fields, 'lines', { lineId: choicesOf(lines, (line) => line.qtyUsed === null) }),
    'parts.clearReturn': (fields) => withChoices(fields, { line: choicesOf(lines, (line) => line.itemKind === 'COMPONENT' && line.oldPartReturn) }),
  },
  primary: ['parts.forward', 'parts.leadTime', 'parts.start', 'parts.done', 'parts.ship', 'parts.receive', 'parts.use'],
  danger: ['parts.cancel'],
  hidden: lines.some((line) => line.itemKind === 'COMPONENT' && line.oldPartReturn && line.qtyUsed === null) ? [] : ['parts.clearReturn'],
});

/** Consignee and address are shown to those who ship or ask, nobody else (9.4 no. 2). */
const addressFacts = (actor: Actor, parts: PartsRequest): WorkItem['facts'] =>
  hasRole(actor, 'OPS', 'CLK') || parts.requestedBy === staffIdOf(actor)
    ? [{ label: words('收货', 'Ship to'), value: `${parts.consignee} ${parts.consigneePhone} ${parts.shipTo}` }]
    : [];

const partsItem = (draft: Draft, actor: Actor, parts: PartsRequest): WorkItem => {
  const lines = linesOf(draft, parts.requestId);
  const ticket = draft.get(tickets, parts.ticketId);
  return {
    objectId: parts.requestId, kind: words('售后维护申请单', 'Parts request'), title: ticket.projectName, status: partsStatus[parts.status], severity: ticket.severity,
    dueAt: nearestDue(draft, parts.requestId),
    facts: [
      { label: words('申请人', 'Requester'), value: nameOf(draft, parts.requestedBy) },
      { label: words('原因', 'Reason'), value: parts.reason },
      { label: words('需求时间', 'Needed by'), value: showInstant(parts.neededBy) },
      ...(parts.promisedShipDate === null ? [] : [{ label: words('承诺发货日', 'Promised'), value: parts.promisedShipDate }]),
      ...addressFacts(actor, parts),
      ...lines.map((line) => ({ label: words('物品', 'Item'), value: `${line.itemName} ${line.spec} × ${line.qty} ${line.unit}` })),
    ],
    offers: offersFrom(actor, partsTransitions, partsMovable(parts), partsCommands, shapeFor(lines)),
    forms: [],
  };
};

const repairItem = (draft: Draft, actor: Actor, repair: RepairOrder): WorkItem => {
  const ticket = draft.get(tickets, repair.ticketId);
  return {
    objectId: repair.repairId, kind: words('售后维修单', 'Repair order'), title: `${repair.itemName} ${repair.productModel}`, status: repairStatus[repair.status], severity: ticket.severity,
    dueAt: nearestDue(draft, repair.repairId),
    facts: [
      { label: words('项目', 'Project'), value: ticket.projectName },
      { label: words('类别', 'Kind'), value: returnKind[repair.returnKind] },
      { label: words('编号', 'Serial'), value: repair.serialNo },
      { label: words('数量', 'Quantity'), value: String(repair.qty) },
      { label: words('退回原因', 'Reason'), value: repair.returnReason },
      { label: words('应返日期', 'Due back'), value: repair.dueBack },
      ...(repair.qaResult === null ? [] : [{ label: words('检测结果', 'Test result'), value: testResult[repair.retestResult ?? repair.qaResult] }]),
      ...(repair.dispositionAsked === null ? [] : [{ label: words('售后要求', 'After-sales request'), value: disposition[repair.dispositionAsked] }]),
    ],
    offers: offersFrom(actor, repairTransitions, repairMovable(repair, ticket), repairsCommands, {
      primary: ['repair.sendBack', 'repair.receive', 'repair.test', 'repair.retest', 'repair.dispose', 'repair.file'],
      hidden: [...(repair.qaResult === 'PASS' ? ['repair.repair'] : []), ...(repair.dispositionAsked === null ? [] : ['repair.ask'])],
    }),
    forms: [],
  };
};

/** An engineer is shown the returns of their own tickets; others see them as the table lets them act. */
const concerns = (draft: Draft, actor: Actor, repair: RepairOrder): boolean =>
  hasRole(actor, 'QA', 'CLK', 'SUP') || draft.get(tickets, repair.ticketId).engineerLead === staffIdOf(actor);

/** Parts on their way out and back: whoever can do the next step sees the paper. */
export const partsDesk: DeskSource = {
  reads: [partsRequests, partsLines, repairOrders, tickets, slaClocks],
  items: ({ draft, actor }) => {
    if (actor.kind !== 'staff') return [];
    const requests = draft.where(partsRequests, ({ status }) => status !== 'CLOSED' && status !== 'CANCELLED' && status !== 'REJECTED').map((parts) => partsItem(draft, actor, parts));
    const returns = draft.where(repairOrders, (repair) => repair.status !== 'CLOSED' && repair.status !== 'CANCELLED' && concerns(draft, actor, repair)).map((repair) => repairItem(draft, actor, repair));
    return [...requests, ...returns].filter((item) => item.offers.length > 0);
  },
};
