import type { DispatchOrder, ItineraryDay, MonthlyReport, StaffMember, Ticket } from '../../sheets-templates';
import { daysBetween, earlier, later, localDate, plusDays, type LocalDate } from '../terms';

/** An order of the month as the report shows it. */
export interface ReportedOrder {
  readonly orderId: string;
  readonly ticketId: string;
  readonly projectName: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface OpenItem {
  readonly ticketId: string;
  readonly projectName: string;
  readonly status: Ticket['status'];
}

export interface MonthPrefill {
  readonly orders: readonly ReportedOrder[];
  /** Dates away, travelling or on site, each once. */
  readonly daysOut: number;
  readonly daysOnSite: number;
  readonly openItems: readonly OpenItem[];
}

export interface MonthWork {
  readonly orders: readonly DispatchOrder[];
  readonly itinerary: readonly ItineraryDay[];
  readonly tickets: readonly Ticket[];
}

const dateOrNull = (text: string | null): LocalDate | null => (text === null ? null : localDate(text.slice(0, 10)));

export const firstOf = (month: string): LocalDate => localDate(`${month}-01`);

/** The first date after a month. */
export const endOf = (month: string): LocalDate => localDate(`${plusDays(firstOf(month), 31).slice(0, 7)}-01`);

export const previousMonth = (month: string): string => plusDays(firstOf(month), -1).slice(0, 7);

const worksOn = (order: DispatchOrder, staffId: string): boolean => order.leadEngineer === staffId || (order.team ?? []).includes(staffId);

/** Departed before the month's end, and not back before its start. */
const fallsInto = (order: DispatchOrder, month: string): boolean => {
  const from = dateOrNull(order.departedAt);
  const to = dateOrNull(order.returnedAt);
  return from !== null && from < endOf(month) && (to === null || to >= firstOf(month)) && order.status !== 'CANCELLED';
};

const endedStates: readonly Ticket['status'][] = ['CLOSED', 'ARCHIVED', 'CANCELLED', 'REFUSED', 'MERGED'];

const orderDates = (order: DispatchOrder, month: string): readonly LocalDate[] => {
  const from = later(dateOrNull(order.departedAt) ?? firstOf(month), firstOf(month));
  const to = earlier(dateOrNull(order.returnedAt) ?? plusDays(endOf(month), -1), plusDays(endOf(month), -1));
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_unused, index) => plusDays(from, index));
};

/** What the ledgers already know of an engineer's month (3.13 "open": orders, days, open items). */
export const prefillMonth = (staffId: string, month: string, work: MonthWork): MonthPrefill => {
  const orders = work.orders.filter((order) => worksOn(order, staffId) && fallsInto(order, month));
  const days = work.itinerary.filter((day) => day.staffId === staffId && day.date.startsWith(month));
  const away = new Set<string>([
    ...orders.flatMap((order) => orderDates(order, month)),
    ...days.filter((day) => day.status === 'TRAVEL' || day.status === 'ON_SITE').map((day) => day.date),
  ]);
  return {
    orders: orders.map((order) => ({
      orderId: order.orderId, ticketId: order.ticketId, projectName: order.projectName,
      from: dateOrNull(order.departedAt) ?? firstOf(month), to: dateOrNull(order.returnedAt),
    })),
    daysOut: away.size,
    daysOnSite: days.filter((day) => day.status === 'ON_SITE').length,
    openItems: work.tickets
      .filter((ticket) => ticket.engineerLead === staffId && !endedStates.includes(ticket.status))
      .map(({ ticketId, projectName, status }) => ({ ticketId, projectName, status })),
  };
};

export const reportIdOf = (month: string, staffId: string): string => `YB-${month.replace('-', '')}-${staffId}`;

/** Who owes a report for a month: engineers in service, joined before its end (3.13). */
export const owesReport = (member: StaffMember, month: string): boolean =>
  member.active && member.roles.includes('ENG') && (member.joined === null || member.joined < endOf(month));

/** The report as the system opens it on the 1st. */
export const openedReport = (staffId: string, month: string, prefill: MonthPrefill): MonthlyReport => ({
  reportId: reportIdOf(month, staffId), staffId, month,
  orders: prefill.orders, daysOut: prefill.daysOut, daysOnSite: prefill.daysOnSite,
  workSummary: '', problems: null, suggestions: null, nextPlan: '', openItems: prefill.openItems, expenseExpected: null,
  submittedAt: null, reviewedBy: null, reviewedAt: null, returnReason: null, late: false, status: 'DRAFT',
});
