import type { complaints, ItineraryDay, PartsLine, PartsRequest, PeriodicKind, RepairOrder, Row, Severity, Shipment, SlaClock, StaffMember, Survey, Ticket } from '../../sheets-templates';
import { daysBetween, fen, localDate, monthOf, plusDays, type Fen, type LocalDate } from '../terms';

/** The ledgers behind the monthly records of 8.1. */
export interface PeriodicRows {
  readonly tickets: readonly Ticket[];
  readonly staff: readonly StaffMember[];
  readonly itinerary: readonly ItineraryDay[];
  readonly shipments: readonly Shipment[];
  readonly partsRequests: readonly PartsRequest[];
  readonly partsLines: readonly PartsLine[];
  readonly repairs: readonly RepairOrder[];
  readonly clocks: readonly SlaClock[];
  readonly surveys: readonly Survey[];
  readonly complaints: readonly Row<typeof complaints>[];
}

/** One shipment of the month, promised against actual. */
export interface ShipmentLine {
  readonly shipment: Shipment;
  readonly request: PartsRequest | undefined;
  readonly goods: string;
  readonly onTime: boolean | null;
}

/** A person's month: one status a day, null where nothing is on record. */
export interface PersonMonth {
  readonly member: StaffMember;
  readonly days: readonly (ItineraryDay | null)[];
  readonly out: number;
  readonly onSite: number;
  readonly travel: number;
  readonly rest: number;
  readonly unexplained: number;
}

/** Goods that left or came back. */
export interface Movement {
  readonly direction: 'OUT' | 'BACK';
  readonly documentId: string;
  readonly ticketId: string;
  readonly project: string;
  readonly item: string;
  readonly spec: string;
  readonly quantity: number;
  readonly amount: Fen | null;
  readonly paid: boolean;
}

export interface ProjectTotal {
  readonly project: string;
  readonly out: number;
  readonly back: number;
}

interface LineQuantity {
  readonly lineId: string;
  readonly quantity: number;
}

/** Shipments keep which lines they carry as plain data. */
const quantities = (lines: unknown): readonly LineQuantity[] =>
  Array.isArray(lines) ? lines.flatMap((line: unknown): readonly LineQuantity[] => (typeof line === 'object' && line !== null && 'lineId' in line && 'quantity' in line ? [{ lineId: String(line.lineId), quantity: Number(line.quantity) }] : [])) : [];

export const shipmentLines = (rows: PeriodicRows, month: string): readonly ShipmentLine[] =>
  rows.shipments.filter((shipment) => monthOf(shipment.shippedAt) === month && shipment.direction === 'OUT').map((shipment) => {
    const request = rows.partsRequests.find(({ requestId }) => requestId === shipment.requestId);
    const goods = quantities(shipment.lines).map(({ lineId, quantity }) => {
      const line = rows.partsLines.find((row) => row.lineId === lineId);
      return `${quantity} ${line?.unit ?? ''} ${line?.itemName ?? lineId} ${line?.spec ?? ''}`.trim();
    }).join('; ');
    const promised = request?.promisedShipDate ?? null;
    return { shipment, request, goods, onTime: promised === null ? null : shipment.shippedAt.slice(0, 10) <= promised };
  });

const datesOf = (month: string): readonly LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = localDate(`${month}-01`); monthOf(date) === month; date = plusDays(date, 1)) dates.push(date);
  return dates;
};

export const personMonths = (rows: PeriodicRows, month: string): readonly PersonMonth[] =>
  rows.staff.filter((member) => member.roles.includes('ENG') && (member.active || rows.itinerary.some((day) => day.staffId === member.staffId && monthOf(day.date) === month))).map((member) => {
    const days = datesOf(month).map((date) => rows.itinerary.find((day) => day.staffId === member.staffId && day.date === date) ?? null);
    const of = (...states: readonly string[]): number => days.filter((day) => day !== null && states.includes(day.status)).length;
    return { member, days, out: of('TRAVEL', 'ON_SITE'), onSite: of('ON_SITE'), travel: of('TRAVEL'), rest: of('REST', 'LEAVE', 'COMP_LEAVE'), unexplained: days.filter((day) => day === null).length };
  });

export const movements = (rows: PeriodicRows, month: string): readonly Movement[] => {
  const ticketOf = (ticketId: string | undefined): Ticket | undefined => rows.tickets.find((ticket) => ticket.ticketId === ticketId);
  const out = rows.shipments.filter((shipment) => monthOf(shipment.shippedAt) === month && shipment.direction === 'OUT').flatMap((shipment) => {
    const request = rows.partsRequests.find(({ requestId }) => requestId === shipment.requestId);
    return quantities(shipment.lines).map(({ lineId, quantity }): Movement => {
      const line = rows.partsLines.find((row) => row.lineId === lineId);
      return {
        direction: 'OUT', documentId: shipment.shipmentId, ticketId: request?.ticketId ?? '', project: ticketOf(request?.ticketId)?.projectName ?? '', item: line?.itemName ?? lineId, spec: line?.spec ?? '', quantity,
        amount: line === undefined || line.unitCost === null ? null : fen(Math.round(line.unitCost * quantity)), paid: request?.chargeable === true,
      };
    });
  });
  const back = rows.repairs.filter(({ qaReceivedAt }) => qaReceivedAt !== null && monthOf(qaReceivedAt) === month).map((repair): Movement => ({
    direction: 'BACK', documentId: repair.repairId, ticketId: repair.ticketId, project: ticketOf(repair.ticketId)?.projectName ?? '', item: repair.itemName, spec: repair.productModel, quantity: repair.qty, amount: null, paid: false,
  }));
  return [...out, ...back];
};

export const projectTotals = (found: readonly Movement[]): readonly ProjectTotal[] =>
  [...new Set(found.map(({ project }) => project))].map((project) => {
    const of = (direction: Movement['direction']): number => found.filter((one) => one.project === project && one.direction === direction).reduce((total, { quantity }) => total + quantity, 0);
    return { project, out: of('OUT'), back: of('BACK') };
  });

/** Replaced items that are not on their way back, with the days since they were due; the oldest first. */
export const notReturned = (rows: PeriodicRows, today: LocalDate): readonly { readonly repair: RepairOrder; readonly days: number }[] =>
  rows.repairs.filter(({ status, sentAt }) => (status === 'EXPECTED' || status === 'MISSING') && sentAt === null)
    .map((repair) => ({ repair, days: Math.max(0, daysBetween(repair.dueBack, today)) })).sort((one, other) => other.days - one.days);

const ended: readonly Ticket['status'][] = ['CLOSED', 'ARCHIVED', 'CANCELLED', 'REFUSED', 'MERGED'];

/** What weekly reports tell, of the seven days from a Monday. */
export const weekOf = (rows: PeriodicRows, monday: string) => {
  const next = plusDays(localDate(monday), 7);
  const inWeek = (at: string | null): boolean => at !== null && at >= monday && at < next;
  const marks = rows.surveys.filter(({ answeredAt }) => inWeek(answeredAt)).flatMap(({ qOverall }) => qOverall ?? []);
  return {
    byClass: (['A', 'B', 'C', null] as readonly (Severity | null)[]).map((severity) => {
      const found = rows.tickets.filter((ticket) => ticket.severity === severity);
      return { severity, received: found.filter(({ receivedAt }) => inWeek(receivedAt)).length, ended: found.filter(({ closedAt }) => inWeek(closedAt)).length, open: found.filter(({ status }) => !ended.includes(status)).length };
    }),
    late: rows.clocks.filter(({ result }) => result === 'BREACHED_OPEN'),
    asked: { answered: marks.length, mean: marks.length === 0 ? null : (marks.reduce((total, mark) => total + mark, 0) / marks.length).toFixed(1), waiting: rows.surveys.filter(({ status }) => status === 'SENT' || status === 'REMINDED' || status === 'CALL_DUE').length },
    complained: rows.complaints.filter((row) => inWeek(row.receivedAt) || (row.status !== 'CLOSED' && row.status !== 'WITHDRAWN')),
  };
};

/** How many rows a record has: what its register entry says. */
export const rowCount = (kind: PeriodicKind, rows: PeriodicRows, month: string): number =>
  ({ SHIPMENTS: () => shipmentLines(rows, month).length, ITINERARY: () => personMonths(rows, month).length, PARTS_LEDGER: () => movements(rows, month).length, GROUP_WEEKLY: () => weekOf(rows, month).byClass.length, CS_WEEKLY: () => weekOf(rows, month).complained.length })[kind]();
