import type { DispatchOrder, ItineraryDay, ItineraryStatus } from '../../sheets-templates';
import { dateOf, later, plusDays, type LocalDate } from '../terms';
import { acceptedStates, awayStates } from './transitions';

/** An order with what its ticket and its pre-leave report add for the itinerary. */
export interface Trip {
  readonly order: DispatchOrder;
  readonly siteCity: string;
  readonly projectName: string;
  readonly customerId: string;
  /** Planned return of the pre-leave report; later days count only when explained (5.2 no. 2). */
  readonly announcedReturn: LocalDate | null;
  readonly delayReason: string | null;
  /** Dates with a daily or pre-leave report. */
  readonly reportedDates: readonly LocalDate[];
}

export interface DaySettings {
  readonly companyCities: readonly string[];
  readonly dayKind: ItineraryDay['dayKind'];
}

/** First and last date of a trip: as planned until it happens, then as it happened; a running trip reaches today at least. */
export const tripDates = (order: DispatchOrder, today: LocalDate): readonly [LocalDate, LocalDate] => {
  const first = dateOf(order.departedAt ?? order.planDepart);
  if (order.returnedAt !== null) return [first, dateOf(order.returnedAt)];
  const planned = later(order.planReturn ?? dateOf(order.planArrive), dateOf(order.arrivedAt ?? order.planArrive));
  const last = awayStates.includes(order.status) ? later(planned, today) : planned;
  return [first, later(first, last)];
};

export const datesBetween = (first: LocalDate, last: LocalDate): readonly LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = first; date <= last; date = plusDays(date, 1)) dates.push(date);
  return dates;
};

/** Whether a trip stands behind a date (5.2 no. 3). */
export const tripCovers = (trip: Trip, date: LocalDate, today: LocalDate): boolean => {
  const [first, last] = tripDates(trip.order, today);
  return acceptedStates.includes(trip.order.status) && date >= first && date <= last;
};

const statusOf = ({ order }: Trip, date: LocalDate): ItineraryStatus => {
  if (date < dateOf(order.arrivedAt ?? order.planArrive)) return 'TRAVEL';
  return order.leftAt !== null && date > dateOf(order.leftAt) ? 'TRAVEL' : 'ON_SITE';
};

const countsForAllowance = (trip: Trip, date: LocalDate): boolean =>
  trip.announcedReturn === null || date <= trip.announcedReturn || trip.delayReason !== null;

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

export const itineraryRowId = (staffId: string, date: LocalDate): string => `${staffId}/${date}`;

/**
 * The itinerary row of a person and date from all trips that cover it, at least one. What people wrote into the row
 * (remarks, lock) stays. A date counts once, whatever the number of orders (5.2 no. 4).
 */
export const itineraryRow = (staffId: string, date: LocalDate, trips: readonly Trip[], today: LocalDate, earlier: ItineraryDay | undefined, { companyCities, dayKind }: DaySettings): ItineraryDay => {
  const cities = distinct(trips.map((trip) => trip.siteCity));
  const staying = trips.filter((trip) => tripDates(trip.order, today)[1] > date);
  const reasons = trips.map((trip) => trip.delayReason).filter((reason): reason is string => reason !== null);
  return {
    rowId: itineraryRowId(staffId, date),
    staffId,
    date,
    dayKind,
    status: trips.some((trip) => statusOf(trip, date) === 'ON_SITE') ? 'ON_SITE' : 'TRAVEL',
    orderIds: trips.map((trip) => trip.order.orderId),
    projectName: distinct(trips.map((trip) => trip.projectName)).join('、'),
    customerId: trips[0]?.customerId ?? null,
    cities,
    overnightCity: staying[0]?.siteCity ?? null,
    inCompanyCityOnly: cities.every((city) => companyCities.includes(city)),
    allowanceDay: trips.some((trip) => countsForAllowance(trip, date)),
    siteReportOk: trips.some((trip) => trip.reportedDates.includes(date)),
    remarks: earlier?.remarks ?? reasons[0] ?? null,
    locked: earlier?.locked ?? false,
  };
};
