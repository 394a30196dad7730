import type {
  Acceptance, Approval, Complaint, CorrectiveAction, Defect, DispatchOrder, DutyShiftRow, ExpenseClaim, ExpenseLine, ItineraryDay, Overtime, Payment, PartsLine, PartsRequest, Receivable, RepairOrder, SlaClock, SpotCheck, StaffMember, Survey, Ticket, TrainingAssignment, TravelApproval, TripReport, TripReportUnit, WasteRecord,
} from '../../sheets-templates';
import { closedDate } from '../deadlines';
import { atMinute, localDate, monthOf, plusDays, type Instant, type LocalDate } from '../terms';

/** The ledgers that figures are counted from. */
export interface ReportRows {
  readonly approvals: readonly Approval[];
  readonly tickets: readonly Ticket[];
  readonly clocks: readonly SlaClock[];
  readonly acceptances: readonly Acceptance[];
  readonly orders: readonly DispatchOrder[];
  readonly itinerary: readonly ItineraryDay[];
  readonly trips: readonly TripReport[];
  readonly tripUnits: readonly TripReportUnit[];
  readonly partsRequests: readonly PartsRequest[];
  readonly partsLines: readonly PartsLine[];
  readonly repairs: readonly RepairOrder[];
  readonly claims: readonly ExpenseClaim[];
  readonly expenseLines: readonly ExpenseLine[];
  readonly travel: readonly TravelApproval[];
  readonly staff: readonly StaffMember[];
  readonly receivables: readonly Receivable[];
  readonly payments: readonly Payment[];
  readonly surveys: readonly Survey[];
  readonly complaints: readonly Complaint[];
  readonly capa: readonly CorrectiveAction[];
  readonly defects: readonly Defect[];
  readonly roster: readonly DutyShiftRow[];
  readonly spotChecks: readonly SpotCheck[];
  readonly trainings: readonly TrainingAssignment[];
  readonly overtime: readonly Overtime[];
  readonly waste: readonly WasteRecord[];
}

/** A month as the figures look at it. */
export interface MonthView {
  /** `2026-03` */
  readonly month: string;
  readonly firstDate: LocalDate;
  readonly lastDate: LocalDate;
  /** The first moment after the month. */
  readonly end: Instant;
  /** When it is counted. */
  readonly asOf: Instant;
  readonly rows: ReportRows;
  /** Tickets received in the month (8.2: the month of a ticket). */
  readonly received: readonly Ticket[];
  readonly ticketOf: (ticketId: string) => Ticket | undefined;
  /** Clocks of rules that belong to the month: those of tickets by their ticket's month, others by their due moment. */
  readonly clocksOf: (...rules: readonly string[]) => readonly SlaClock[];
}

export const viewMonth = (month: string, asOf: Instant, rows: ReportRows): MonthView => {
  const firstDate = localDate(`${month}-01`);
  const nextFirst = localDate(`${plusDays(firstDate, 31).slice(0, 7)}-01`);
  const tickets = new Map(rows.tickets.map((ticket) => [ticket.ticketId, ticket]));
  const monthOfClock = (clock: SlaClock): string => {
    const ticket = tickets.get(clock.objectId);
    return ticket === undefined ? monthOf(closedDate(clock.dueAt)) : monthOf(ticket.receivedAt);
  };
  // Targets of paid work are reported apart (4.6); superseded and cancelled clocks judge nobody.
  const counted = rows.clocks.filter((clock) => !clock.isTargetOnly && clock.result !== 'SUPERSEDED' && clock.result !== 'CANCELLED' && monthOfClock(clock) === month);
  return {
    month, firstDate, lastDate: plusDays(nextFirst, -1), end: atMinute(nextFirst, 0), asOf, rows,
    received: rows.tickets.filter((ticket) => monthOf(ticket.receivedAt) === month && ticket.status !== 'MERGED'),
    ticketOf: (ticketId) => tickets.get(ticketId),
    clocksOf: (...rules) => counted.filter((clock) => rules.includes(clock.ruleId)),
  };
};

/** Overdue in the eyes of a report: ended late, or not ended when its due moment lay behind. */
export const isBreached = (clock: SlaClock, asOf: Instant): boolean =>
  clock.result === 'BREACHED_DONE' || clock.result === 'BREACHED_OPEN' || (clock.result === 'RUNNING' && clock.dueAt < asOf);
