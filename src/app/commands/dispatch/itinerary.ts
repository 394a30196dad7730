import { dispatchOrders, itinerary, siteReports, tickets, type DispatchOrder } from '../../../../sheets-templates';
import { acceptedStates, datesBetween, itineraryRow, itineraryRowId, peopleOf, tripCovers, tripDates, type Trip } from '../../../dispatch';
import { dayKind } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { dateOf, later, type LocalDate } from '../../../terms';
import type { Request } from '../../request';

export const itineraryReads = [dispatchOrders, tickets, itinerary, siteReports] as const;

const asTrip = (draft: Draft, order: DispatchOrder): Trip => {
  const ticket = draft.get(tickets, order.ticketId);
  const reports = draft.by(siteReports, 'orderId', order.orderId);
  return {
    order, siteCity: ticket.siteCity, projectName: order.projectName, customerId: ticket.customerId,
    announcedReturn: reports.filter((report) => report.kind === 'PRE_LEAVE').at(-1)?.planReturn ?? null,
    delayReason: reports.find((report) => report.kind === 'RETURN')?.problems ?? null,
    reportedDates: reports.filter((report) => report.kind === 'DAILY' || report.kind === 'PRE_LEAVE').map((report) => report.reportDate),
  };
};

/** Rows of months that were submitted are locked and stay as they are. */
const refreshDay = (request: Request, staffId: string, date: LocalDate, trips: readonly Trip[], today: LocalDate): void => {
  const { draft, calendar, settings, now } = request;
  const rowId = itineraryRowId(staffId, date);
  const earlier = draft.find(itinerary, rowId);
  if (earlier?.locked === true) return;
  const covering = trips.filter((trip) => peopleOf(trip.order).includes(staffId) && tripCovers(trip, date, today));
  if (covering.length === 0) {
    if (earlier?.orderIds !== undefined && earlier.orderIds !== null) draft.remove(itinerary, rowId);
    return;
  }
  const environment = { companyCities: settings.list('exp.company_cities', now), dayKind: dayKind(calendar, date) };
  const { rowId: _key, ...fields } = itineraryRow(staffId, date, covering, today, earlier, environment);
  if (earlier === undefined) draft.insert(itinerary, { rowId, ...fields });
  else draft.update(itinerary, rowId, fields);
};

/**
 * Brings the itinerary of everyone on an order up to what the order now says: planned days once it is accepted,
 * real ones as it goes on, none when it is cancelled. Call it after the order was changed.
 */
export const refreshItinerary = (request: Request, orderId: string): void => {
  const { draft, now } = request;
  const today = dateOf(now);
  const order = draft.get(dispatchOrders, orderId);
  const trips = draft.where(dispatchOrders, (row) => acceptedStates.includes(row.status)).map((row) => asTrip(draft, row));
  const before = draft.where(itinerary, (day) => day.orderIds?.includes(orderId) === true);
  const people = new Set([...peopleOf(order), ...before.map((day) => day.staffId)]);
  const [first, last] = tripDates(order, today);
  const dates = new Set([...before.map((day) => day.date), ...(acceptedStates.includes(order.status) ? datesBetween(first, later(first, last)) : [])]);
  for (const staffId of people) for (const date of [...dates].sort()) refreshDay(request, staffId, date, trips, today);
};

/** Writes something worth knowing about a day into the remarks of everyone on the order. */
export const remarkOnDay = (request: Request, order: DispatchOrder, date: LocalDate, remark: string): void => {
  for (const staffId of peopleOf(order)) {
    const row = request.draft.find(itinerary, itineraryRowId(staffId, date));
    if (row === undefined || row.locked) continue;
    request.draft.update(itinerary, row.rowId, { remarks: row.remarks === null ? remark : `${row.remarks};${remark}` });
  }
};
