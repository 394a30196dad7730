import { dispatchOrders, partsLines, partsRequests, repairOrders, tickets, type PartsLine, type PartsRequest, type RepairOrder } from '../../../../sheets-templates';
import { isFinished, quantitiesFor } from '../../../parts';
import { returnExpected, type ReturnFacts } from '../../../text/notices/parts';
import { atMinute, dateOf, isRefusal, words, type Instant } from '../../../terms';
import { command, type CommandDefinition } from '../../command';
import type { Request } from '../../request';
import { dueBackDate, oldPartsReads, startReturnClock } from './old-parts';
import { engineersOf, linesOf, partsFor, partsReads } from './request-at-hand';
import { quantityColumns, typedQuantities } from './shipping';

export const returnFacts = (repair: RepairOrder): ReturnFacts =>
  ({ repairId: repair.repairId, ticketId: repair.ticketId, itemName: repair.itemName, serialNo: repair.serialNo, quantity: repair.qty, dueBack: repair.dueBack });

/** When the days for sending back begin: on return from the trip, or today in the workshop. Null while the trip lasts. */
const returnStart = ({ draft, now }: Request, parts: PartsRequest): Instant | null => {
  const order = draft.find(dispatchOrders, parts.orderId);
  return order === undefined ? now : order.returnedAt;
};

/** Until the trip ends the date shown follows from its planned return. */
const provisionalStart = ({ draft, now }: Request, parts: PartsRequest): Instant => {
  const planned = draft.find(dispatchOrders, parts.orderId)?.planReturn ?? null;
  return planned === null || planned < dateOf(now) ? now : atMinute(planned, 0);
};

/** What a return order is filled in with, from the line it belongs to. */
const expectReturn = (request: Request, parts: PartsRequest, line: PartsLine, returnKind: RepairOrder['returnKind'], quantity: number): void => {
  const { draft, calendar, settings, now } = request;
  const start = returnStart(request, parts);
  const repair = draft.insert(repairOrders, {
    repairId: draft.nextNumber('WX', dateOf(now).replace(/-/g, ''), 2), ticketId: parts.ticketId, requestLine: line.lineId, returnKind, itemName: line.itemName,
    productModel: line.spec, serialNo: line.forSerial ?? '无', qty: quantity, returnReason: returnKind === 'UNUSED' ? '未使用 / unused' : line.whyReplace,
    siteCauseCode: draft.get(tickets, parts.ticketId).causeCode, dueBack: dueBackDate(calendar, settings, start ?? provisionalStart(request, parts)),
    sentAt: null, returnCarrier: null, clerkTracking: null, qaReceivedAt: null, qaResult: null, qaFindings: null, qaCauseCode: null, repaired: null, repairContent: null,
    repairCost: null, retestResult: null, dispositionAsked: null, disposition: null, defectId: null, disposedAt: null, copyToClerkAt: null, status: 'EXPECTED',
  });
  if (start !== null) startReturnClock(request, repair, start);
  request.notify({ code: 'N-29', to: [{ role: 'CLK' }, ...engineersOf(draft, parts)], objectId: repair.repairId, message: returnExpected(returnFacts(repair)) });
};

const useLine = (request: Request, parts: PartsRequest, line: PartsLine, used: number): void => {
  request.draft.update(partsLines, line.lineId, { qtyUsed: used, status: used > 0 ? 'USED' : 'RETURNED_UNUSED' });
  if (used > 0 && line.oldPartReturn) expectReturn(request, parts, line, 'FAULTY_PART', used);
  const left = line.qtyReceived - used;
  if (left > 0 && line.itemKind !== 'CONSUMABLE') expectReturn(request, parts, line, 'UNUSED', left);
};

/** RT-1 and RT-2 for each line that is due back; the request closes by itself when nothing of it is open (PQ-11). */
export const useParts: CommandDefinition = command({
  name: 'parts.use',
  label: words('登记用量', 'Log what was used'),
  rules: ['R-229', 'R-231', 'R-232', 'R-190'],
  reads: [...partsReads, ...oldPartsReads],
  fields: [{
    name: 'lines', kind: 'lines', label: words('用量', 'Quantities used'), columns: quantityColumns(words('已用', 'Used')),
    help: words('不填即全部用完；未用的填 0', 'All that was received if left empty; 0 for what was not used'),
  }],
  decide: (request) => {
    const found = partsFor(request, 'parts.use');
    if (isRefusal(found)) return found;
    const { draft, input } = request;
    const { parts, lines } = found;
    const open = lines.filter((line) => line.qtyUsed === null);
    const quantities = quantitiesFor('R-229', open, (line) => line.qtyReceived, typedQuantities(input.lines('lines')));
    if (isRefusal(quantities)) return quantities;
    const named = input.lines('lines').length > 0;
    for (const line of open) {
      const typed = quantities.find(({ lineId }) => lineId === line.lineId);
      if (typed !== undefined || !named) useLine(request, parts, line, typed?.quantity ?? 0);
    }
    const finished = isFinished(linesOf(draft, parts.requestId), draft.by(repairOrders, 'ticketId', parts.ticketId));
    if (finished) draft.update(partsRequests, parts.requestId, { status: 'CLOSED' });
    return { objectId: parts.requestId, message: finished ? words('用量已登记，申请已关闭。', 'Logged; the request is closed.') : words('用量已登记。', 'Logged.') };
  },
});
