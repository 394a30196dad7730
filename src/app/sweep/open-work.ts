import { acceptances, appraisals, complaints, contactAttempts, contacts, customers, defects, dispatchOrders, expenseClaims, inbox, monthlyReports, overtime, partsRequests, periodicReports, policyAcks, repairOrders, seen, siteReports, slaClocks, spotChecks, surveys, tasks, tickets, tools, trainingAssignments, tripReports, type AnyTable, type Columns, type Row, type Table, type TableName, type TicketStatus } from '../../../sheets-templates';
import { isOpen, readClockId } from '../../deadlines';
import { tableName } from '../../ledger/change';
import { Draft, type Snapshot } from '../../ledger/draft';
import type { Indexed } from '../../ledger/open-rows';
import { away } from './capacity';

/** Of these the rows that an open clock is about, told by their key alone. */
const byClock: readonly AnyTable[] = [monthlyReports, expenseClaims, overtime, tools, trainingAssignments, policyAcks, periodicReports, spotChecks, appraisals];

/**
 * Which rows a sweep has to see: open clocks and what they are about, tickets that are not over, their customers. Of all others
 * it reads the columns named here, by which it tells. One that looks for a row it left out by its key is told so (`NotRead`) and
 * reads everything; one that would look through rows that are over has to name them here first.
 */
export const openWork: readonly Indexed[] = [
  // Most numerous by far: what they are about and by which rule, their keys say.
  { table: slaClocks, by: ['result'], spans: 120 },
  { table: tickets, by: ['status', 'customerId', 'reporterContact'] },
  { table: dispatchOrders, by: ['status', 'ticketId'] },
  { table: partsRequests, by: ['ticketId'] },
  { table: repairOrders, by: ['ticketId'] },
  { table: tripReports, by: ['orderId'] },
  { table: siteReports, by: ['orderId'] },
  { table: contactAttempts, by: ['ticketId'] },
  { table: acceptances, by: ['ticketId'] },
  { table: surveys, by: ['ticketId'] },
  { table: complaints, by: ['ticketId'] },
  { table: defects, by: ['ticketIds'] },
  ...byClock.map((table): Indexed => ({ table, by: [] })),
  { table: contacts, by: [] },
  { table: customers, by: [] },
  { table: tasks, by: ['status'] },
  { table: inbox, by: ['handledAt'] },
  { table: seen, by: [] },
];

const over: readonly TicketStatus[] = ['CLOSED', 'CANCELLED', 'REFUSED', 'MERGED', 'ARCHIVED'];
const beforeContact: readonly TicketStatus[] = ['NEW', 'TRIAGED'];

const keysOf = <C extends Columns>(index: Draft, table: Table<C>, holds: (row: Row<Table<C>>) => boolean): ReadonlySet<string> =>
  new Set(index.where(table, holds).map((row) => String(new Map(Object.entries(row)).get(table.key))));

/** S-11: a date on site that has its clock must not get a second one, and the day before is asked for. */
const isDayOf = (orderIds: ReadonlySet<string>, clock: string): boolean => {
  const { objectId, ruleId } = readClockId(clock);
  return ruleId === 'S-11' && orderIds.has(objectId);
};

/** The rows that a sweep wants, from the columns named above: no other column may be looked at here. */
export const chooseOpen = (snapshot: Snapshot): ReadonlyMap<TableName, ReadonlySet<string>> => {
  const index = new Draft(snapshot);
  const about = new Set(index.where(slaClocks, isOpen).map((clock) => readClockId(clock.clockId).objectId));
  const trips = index.where(tripReports, ({ tripId }) => about.has(tripId));
  const reports = index.where(siteReports, ({ reportId }) => about.has(reportId));
  const ofReports = new Set([...trips, ...reports].map(({ orderId }) => orderId));
  const orders = index.where(dispatchOrders, ({ orderId, status }) => away.includes(status) || about.has(orderId) || ofReports.has(orderId));
  const orderIds = new Set(orders.map(({ orderId }) => orderId));
  const requests = index.where(partsRequests, ({ requestId }) => about.has(requestId));
  const repairs = index.where(repairOrders, ({ repairId }) => about.has(repairId));
  const asked = index.where(surveys, ({ surveyId }) => about.has(surveyId));
  const complained = index.where(complaints, ({ complaintId }) => about.has(complaintId));
  const reported = index.where(defects, ({ defectId }) => about.has(defectId));
  const ofWork = new Set([...[...orders, ...requests, ...repairs, ...asked, ...complained].map(({ ticketId }) => ticketId), ...reported.flatMap(({ ticketIds }) => ticketIds.slice(0, 1))]);
  const open = index.where(tickets, ({ ticketId, status }) => !over.includes(status) || about.has(ticketId) || ofWork.has(ticketId));
  const ticketIds = new Set(open.map(({ ticketId }) => ticketId));
  const waiting = new Set(open.filter(({ status }) => beforeContact.includes(status)).map(({ ticketId }) => ticketId));
  return new Map<TableName, ReadonlySet<string>>([
    [tableName(slaClocks), keysOf(index, slaClocks, (clock) => isOpen(clock) || isDayOf(orderIds, clock.clockId))],
    [tableName(tickets), ticketIds],
    [tableName(dispatchOrders), orderIds],
    [tableName(partsRequests), new Set(requests.map(({ requestId }) => requestId))],
    [tableName(repairOrders), new Set(repairs.map(({ repairId }) => repairId))],
    [tableName(tripReports), new Set(trips.map(({ tripId }) => tripId))],
    [tableName(siteReports), new Set(reports.map(({ reportId }) => reportId))],
    ...byClock.map((table): [TableName, ReadonlySet<string>] => [tableName(table), keysOf<Columns>(index, table, (row) => about.has(String(row[table.key])))]),
    [tableName(contactAttempts), keysOf(index, contactAttempts, ({ ticketId }) => waiting.has(ticketId ?? ''))],
    [tableName(acceptances), keysOf(index, acceptances, ({ ticketId }) => ticketIds.has(ticketId))],
    [tableName(surveys), new Set(asked.map(({ surveyId }) => surveyId))],
    [tableName(complaints), new Set(complained.map(({ complaintId }) => complaintId))],
    [tableName(defects), new Set(reported.map(({ defectId }) => defectId))],
    [tableName(contacts), new Set(open.flatMap(({ reporterContact }) => reporterContact ?? []))],
    [tableName(customers), new Set(open.flatMap(({ customerId }) => customerId ?? []))],
    [tableName(tasks), keysOf(index, tasks, ({ status }) => status === 'OPEN' || status === 'IN_PROGRESS')],
    [tableName(inbox), keysOf(index, inbox, ({ handledAt }) => handledAt === null)],
    // Receipts of forms have no stroke, the sweep's own marks have.
    [tableName(seen), keysOf(index, seen, ({ token }) => token.includes('/'))],
  ]);
};
