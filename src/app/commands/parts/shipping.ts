import { partsLines, partsRequests, receiptCondition, shipments, slaClocks, staff, tasks, type PartsLine, type ReceiptCondition } from '../../../../sheets-templates';
import { endOfWorkingDay } from '../../../deadlines';
import { quantitiesFor, type LineQuantity } from '../../../parts';
import { goodsReceived, goodsShipped } from '../../../text/notices/parts';
import { dateOf, firstRefusal, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { actorName } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field, Input } from '../../field';
import { staffWithRole, type Request } from '../../request';
import { choiceOf } from '../tickets/chosen';
import { engineersOf, linesOf, partsFacts, partsFor, partsReads, releasePartsHold, type PartsAtHand } from './request-at-hand';
import { onPage } from '../tickets/subject';

export const quantityColumns = (label: ReturnType<typeof words>): readonly Field[] => [
  { name: 'lineId', kind: 'text', label: words('行号', 'Line'), required: true },
  { name: 'quantity', kind: 'integer', label, required: true, minimum: 0, maximum: 10000 },
];

export const typedQuantities = (lines: readonly Input[]): readonly LineQuantity[] => lines.map((line) => ({ lineId: line.text('lineId'), quantity: line.number('quantity') }));

const today = ({ now }: Request): string => dateOf(now).replace(/-/g, '');

const shippedStatus = (line: PartsLine): PartsLine['status'] => (line.qtyShipped >= line.qty ? 'SHIPPED' : line.status);

export const shipParts: CommandDefinition = command({
  name: 'parts.ship',
  label: words('发货', 'Ship'),
  rules: ['R-221', 'R-225', 'R-226', 'R-206'],
  reads: [...partsReads, shipments, slaClocks],
  fields: [
    { name: 'carrier', kind: 'text', label: words('运输公司', 'Carrier'), required: true },
    { name: 'trackingNo', kind: 'text', label: words('运单号', 'Tracking no.'), required: true, help: words('自提填“自提”', '“自提” for self pick-up') },
    { name: 'eta', kind: 'date', label: words('预计到达', 'Expected arrival'), required: true },
    { name: 'freight', kind: 'money', label: words('运费', 'Freight') },
    { name: 'lines', kind: 'lines', label: words('本次发货数量', 'Quantities of this shipment'), help: words('不填即全部发出', 'All that is open if left empty'), columns: quantityColumns(words('数量', 'Quantity')) },
  ],
  decide: (request) => {
    const found = partsFor(request, 'parts.ship');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { parts, lines, ticket } = found;
    const eta = input.date('eta');
    if (eta < dateOf(now)) return refuse('PQ-9', '预计到达不能早于今天。', 'The expected arrival cannot be before today.');
    const quantities = quantitiesFor('PQ-9', lines, (line) => line.qty - line.qtyShipped, typedQuantities(input.lines('lines')));
    if (isRefusal(quantities)) return quantities;
    if (quantities.every(({ quantity }) => quantity === 0)) return refuse('PQ-9', '没有可发的数量。', 'There is nothing to ship.');
    for (const { lineId, quantity } of quantities) {
      const line = draft.get(partsLines, lineId);
      const shipped = { ...line, qtyShipped: line.qtyShipped + quantity };
      draft.update(partsLines, lineId, { qtyShipped: shipped.qtyShipped, status: shippedStatus(shipped) });
    }
    draft.insert(shipments, {
      shipmentId: draft.nextNumber('FH', today(request), 2), requestId: parts.requestId, lines: quantities, packed: true, packedBy: parts.prodHandler, carrier: input.text('carrier'),
      trackingNo: input.text('trackingNo'), shippedAt: now, destination: parts.shipTo, eta, receivedAt: null, receivedBy: null, receiptCondition: null,
      freight: input.has('freight') ? input.money('freight') : null, direction: 'OUT', status: 'SHIPPED',
    });
    const complete = linesOf(draft, parts.requestId).every((line) => line.qtyShipped >= line.qty);
    const shipped = draft.update(partsRequests, parts.requestId, { status: complete ? 'SHIPPED' : 'PART_SHIPPED' });
    if (complete) recordMoment(request, { event: 'partsShipped', objectType: 'PARTS_REQUEST', objectId: parts.requestId, ticketId: null, at: now, severity: ticket.severity });
    const message = goodsShipped(partsFacts(draft, shipped), input.text('carrier'), input.text('trackingNo'), eta);
    request.notify({ code: 'N-28', to: [{ role: 'SUP' }, { role: 'CLK' }, ...engineersOf(draft, parts)], objectId: parts.requestId, cycle: now, message });
    request.notify({ code: 'N-60', to: onPage(ticket), objectId: parts.requestId, cycle: now, message: { subject: words(`配件已发出，预计 ${eta} 到达。`, `Parts are on the way, expected ${eta}.`), body: [] } });
    return { objectId: parts.requestId, message: complete ? words('已全部发货。', 'All shipped.') : words('已部分发货。', 'Shipped in part.') };
  },
});

const answerDays = 1;

/** PQ-10: damaged, short or wrong goods become a task of the operations clerk. */
const openComplaint = ({ draft, calendar, now }: Request, { parts }: PartsAtHand, condition: ReceiptCondition, note: string | null): void => {
  const owner = staffWithRole(draft, 'OPS')[0] ?? staffWithRole(draft, 'SUP')[0];
  if (owner === undefined) return;
  draft.insert(tasks, {
    taskId: draft.nextNumber('TA', '', 4), ticketId: parts.ticketId, kind: 'CROSS_DEPT', unit: owner.orgUnit, owner: owner.staffId, doneAt: null, result: null, status: 'OPEN',
    title: `${parts.requestId}: ${receiptCondition[condition].zh} / ${receiptCondition[condition].en}${note === null ? '' : ` – ${note}`}`.slice(0, 500),
    dueAt: endOfWorkingDay(calendar, dateOf(now), answerDays),
  });
};

const receiveLines = (request: Request, { parts, lines }: PartsAtHand, quantities: readonly LineQuantity[]): void => {
  for (const { lineId, quantity } of quantities) {
    const line = request.draft.get(partsLines, lineId);
    request.draft.update(partsLines, lineId, { qtyReceived: line.qtyReceived + quantity });
  }
  if (parts.status !== 'SHIPPED') return;
  for (const { lineId } of lines) request.draft.update(partsLines, lineId, { status: 'RECEIVED' });
};

const refuseShortfall = (condition: ReceiptCondition, quantities: readonly LineQuantity[], lines: readonly PartsLine[]): Refusal | null => {
  const short = lines.filter((line) => {
    const taken = quantities.find(({ lineId }) => lineId === line.lineId)?.quantity ?? 0;
    return line.qtyReceived + taken < line.qtyShipped;
  });
  return condition !== 'GOOD' || short.length === 0 ? null
    : refuse('PQ-10', `数量少于发货：${short.map(({ itemName }) => itemName).join('、')}。请选择到货状况“短少”等。`, `Fewer than shipped: ${short.map(({ itemName }) => itemName).join(', ')}. Choose a condition such as "Short".`);
};

export const receiveParts: CommandDefinition = command({
  name: 'parts.receive',
  label: words('登记到货', 'Log receipt'),
  rules: ['R-189', 'R-226'],
  reads: [...partsReads, shipments, tasks, staff],
  fields: [
    { name: 'condition', kind: 'choice', label: words('到货状况', 'Condition'), choices: receiptCondition, required: true, initial: 'GOOD' },
    { name: 'note', kind: 'text', label: words('说明', 'Note') },
    { name: 'lines', kind: 'lines', label: words('实收数量', 'Quantities received'), help: words('不填即全部收到', 'All that was shipped if left empty'), columns: quantityColumns(words('实收', 'Received')) },
  ],
  decide: (request) => {
    const found = partsFor(request, 'parts.receive');
    if (isRefusal(found)) return found;
    const { draft, input, now, actor } = request;
    const { parts, lines } = found;
    const condition = choiceOf(input, 'condition', receiptCondition);
    const quantities = quantitiesFor('PQ-10', lines, (line) => line.qtyShipped - line.qtyReceived, typedQuantities(input.lines('lines')));
    if (isRefusal(quantities)) return quantities;
    const nothingCame = parts.status === 'PART_SHIPPED' && quantities.length === 0 ? refuse('PQ-10', '没有在途的货物。', 'Nothing is on its way.') : null;
    const refused = firstRefusal([nothingCame, refuseShortfall(condition, quantities, lines)]);
    if (refused !== null) return refused;
    receiveLines(request, found, quantities);
    for (const shipment of draft.by(shipments, 'requestId', parts.requestId).filter((row) => row.direction === 'OUT' && row.status === 'SHIPPED')) {
      draft.update(shipments, shipment.shipmentId, { status: condition === 'DAMAGED' ? 'DAMAGED' : 'RECEIVED', receivedAt: now, receivedBy: actorName(actor), receiptCondition: condition });
    }
    if (condition !== 'GOOD') openComplaint(request, found, condition, input.optionalText('note'));
    const received = draft.update(partsRequests, parts.requestId, { status: parts.status === 'SHIPPED' ? 'RECEIVED' : parts.status });
    releasePartsHold(draft, parts.ticketId);
    request.notify({ code: 'N-07', to: [...engineersOf(draft, parts), { role: 'SUP' }], objectId: parts.requestId, cycle: now, message: goodsReceived(partsFacts(draft, received), condition) });
    return { objectId: parts.requestId, message: words('已登记到货。使用后请登记用量。', 'Received. Please log what is used.') };
  },
});
