import type { DispatchStatus } from '../../sheets-templates';
import { dateOf, plusDays, type LocalDate } from '../terms';
import type { ClaimedLine, ExpenseOrder } from './facts';

/** Orders that count: accepted or later, not cancelled (5.2 no. 3). */
const counting: readonly DispatchStatus[] = ['ACCEPTED', 'DEPARTED', 'ARRIVED', 'WORKING', 'PRE_LEAVE', 'LEFT', 'RETURNED', 'CLOSED'];

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Departure to return, both included; while out, up to `asOf`. null before departure. */
export const travelPeriod = (order: ExpenseOrder, asOf: LocalDate): Period | null => {
  if (!counting.includes(order.status) || order.departedAt === null) return null;
  const to = order.endedAt === null ? asOf : dateOf(order.endedAt);
  const from = dateOf(order.departedAt);
  return to < from ? null : { from, to };
};

/** As `travelPeriod`, but not past the planned return unless the delay is explained: private days do not count (5.2 no. 2). */
export const servicePeriod = (order: ExpenseOrder, asOf: LocalDate): Period | null => {
  const period = travelPeriod(order, asOf);
  if (period === null || order.planReturn === null || order.delayExplained || order.planReturn >= period.to) return period;
  return order.planReturn < period.from ? { from: period.from, to: period.from } : { from: period.from, to: order.planReturn };
};

export const isWithin = (period: Period | null, date: LocalDate): boolean => period !== null && period.from <= date && date <= period.to;

export const datesOf = ({ from, to }: Period): readonly LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = from; date <= to; date = plusDays(date, 1)) dates.push(date);
  return dates;
};

/** The nights of a lodging line, each by the date it begins on; from check-in and check-out, else from date and count. */
export const nightsOf = (line: ClaimedLine): readonly LocalDate[] => {
  if (line.checkin !== null && line.checkout !== null) return line.checkout <= line.checkin ? [] : datesOf({ from: line.checkin, to: plusDays(line.checkout, -1) });
  const first = line.checkin ?? line.date;
  return Array.from({ length: Math.max(0, line.nights ?? 0) }, (_, index) => plusDays(first, index));
};

/** The month a line belongs to: lodging by check-out, tickets by travel date, the rest by its date (AMB-31). */
export const monthOfLine = (line: ClaimedLine): string => {
  if (line.kind === 'LODGING') {
    const nights = nightsOf(line);
    const last = nights[nights.length - 1];
    return (line.checkout ?? (last === undefined ? line.date : plusDays(last, 1))).slice(0, 7);
  }
  return (line.leg === null ? line.date : dateOf(line.leg.departAt)).slice(0, 7);
};
