import { partsLines, partsRequests, repairOrders, slaClocks, tickets, type DispatchOrder, type RepairOrder } from '../../../../sheets-templates';
import { workingDayAfter, type Calendar } from '../../../deadlines';
import type { Settings } from '../../../settings';
import { dateOf, type Instant, type LocalDate } from '../../../terms';
import { recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';

export const oldPartsReads = [repairOrders, partsLines, partsRequests, tickets, slaClocks] as const;

/** S-23: so many working days after a moment. */
export const dueBackDate = (calendar: Calendar, settings: Settings, from: Instant): LocalDate => workingDayAfter(calendar, dateOf(from), settings.count('sla.return.wd', from));

/** Starts S-23 for one item. */
export const startReturnClock = (request: Request, repair: RepairOrder, from: Instant): void => {
  const { severity } = request.draft.get(tickets, repair.ticketId);
  request.draft.update(repairOrders, repair.repairId, { dueBack: dueBackDate(request.calendar, request.settings, from) });
  recordMoment(request, { event: 'oldPartDue', objectType: 'REPAIR_ORDER', objectId: repair.repairId, ticketId: null, at: from, severity });
};

/** DP-15: what was replaced on a trip is due back so many days after the return (S-23, R-229). */
export const oldPartsDue = (request: Request, order: DispatchOrder, returnedAt: Instant): void => {
  const { draft } = request;
  const requests = draft.by(partsRequests, 'orderId', order.orderId).map((row) => row.requestId);
  const lines = draft.where(partsLines, (line) => requests.includes(line.requestId)).map((line) => line.lineId);
  for (const repair of draft.where(repairOrders, (row) => row.status === 'EXPECTED' && row.requestLine !== null && lines.includes(row.requestLine))) {
    startReturnClock(request, repair, returnedAt);
  }
};
