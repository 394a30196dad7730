import {
  acceptances, approvals, contactAttempts, corrections, dispatchOrders, liabilityDecisions, managerReports, partsLines, partsRequests, payments, quoteLines, quotes, receivables, receptions, repairOrders, seen, serviceAgreements, settlements, shipments, siteReports, slaClocks, slaPauses, surveys, tasks, ticketNews, tickets, travelApprovals, tripReportUnits, tripReports, type Columns, type Row, type Table, type Ticket, type TicketStatus,
} from '../../../sheets-templates';
import { isOwed } from '../../charges';
import { fileTicket, listFor } from '../commands/tickets/archive';
import { archiveOf } from '../../ledger/deployment';
import type { Draft } from '../../ledger/draft';
import { atMinute, dateOf, localDate, monthOf, plusDays, type Instant } from '../../terms';
import type { Settings } from '../../settings';

/** Tickets moved in one run: a run has minutes, and its change must fit one commit. */
const mostTickets = 50;

const over: readonly TicketStatus[] = ['CLOSED', 'ARCHIVED', 'CANCELLED', 'REFUSED', 'MERGED'];
const served: readonly TicketStatus[] = ['CLOSED', 'ARCHIVED'];

/** The first moment of the month before the present one. */
export const startOfPreviousMonth = (now: Instant): Instant => atMinute(localDate(`${monthOf(plusDays(localDate(`${monthOf(now)}-01`), -1))}-01`), 0);

const itemsBack = ['CLOSED', 'CANCELLED'];

/**
 * A ticket goes once it ended before the previous month and can no longer be reopened (TK-20) or looked up by its
 * customer (10.3); while a paper of it is missing, an item is still on its way through repair, or money is owed, it stays (G-TK-11, R-247).
 */
const mayGo = (draft: Draft, now: Instant, settings: Settings) => {
  const before = startOfPreviousMonth(now);
  const reopenUntil = plusDays(dateOf(now), -settings.count('tk.reopen_days', now));
  return (ticket: Ticket): boolean =>
    over.includes(ticket.status) && ticket.closedAt !== null && ticket.closedAt < before
    && (!served.includes(ticket.status) || dateOf(ticket.closedAt) < reopenUntil)
    && !draft.by(repairOrders, 'ticketId', ticket.ticketId).some((row) => !itemsBack.includes(row.status))
    && !draft.by(receivables, 'ticketId', ticket.ticketId).some(isOwed)
    && (ticket.status !== 'CLOSED' || listFor(draft, ticket).missing.length === 0);
};

/** Moves the matching rows; returns their keys, by which rows further down are found. */
const move = <C extends Columns>(draft: Draft, table: Table<C>, workbook: string, holds: (row: Row<Table<C>>) => boolean): ReadonlySet<string> => {
  const keys = draft.where(table, holds).map((row) => String(new Map(Object.entries(row)).get(table.key)));
  for (const key of keys) draft.archive(table, key, workbook);
  return new Set(keys);
};

/** A ticket with everything that hangs on it, into the yearbook of the year in which it ended. */
const archiveTicket = (draft: Draft, ticket: Ticket, now: Instant, settings: Settings): void => {
  // TK-19 for what the clerk left: the list is complete, so nothing is lost by filing it now.
  if (ticket.status === 'CLOSED') fileTicket(draft, ticket, 'SYS', now, settings);
  const workbook = archiveOf((ticket.closedAt ?? ticket.receivedAt).slice(0, 4));
  const { ticketId } = ticket;
  const own = (row: { readonly ticketId: string | null }): boolean => row.ticketId === ticketId;
  const orders = move(draft, dispatchOrders, workbook, own);
  const requests = move(draft, partsRequests, workbook, own);
  const repairs = move(draft, repairOrders, workbook, own);
  const trips = move(draft, tripReports, workbook, own);
  const reports = move(draft, siteReports, workbook, (row) => orders.has(row.orderId));
  const travel = move(draft, travelApprovals, workbook, (row) => orders.has(row.orderId));
  move(draft, tripReportUnits, workbook, (row) => trips.has(row.tripId));
  move(draft, partsLines, workbook, (row) => requests.has(row.requestId));
  move(draft, shipments, workbook, (row) => requests.has(row.requestId));
  move(draft, contactAttempts, workbook, own);
  const moved = new Set([...move(draft, slaPauses, workbook, own), ...move(draft, corrections, workbook, own)]);
  move(draft, managerReports, workbook, own);
  move(draft, acceptances, workbook, own);
  const asked = move(draft, surveys, workbook, own);
  move(draft, receptions, workbook, own);
  move(draft, ticketNews, workbook, own);
  move(draft, tasks, workbook, own);
  const quoted = move(draft, quotes, workbook, own);
  const agreed = move(draft, serviceAgreements, workbook, own);
  const owed = move(draft, receivables, workbook, own);
  const cases = move(draft, liabilityDecisions, workbook, own);
  move(draft, quoteLines, workbook, (row) => quoted.has(row.quoteId));
  move(draft, payments, workbook, (row) => owed.has(row.arId));
  move(draft, settlements, workbook, own);
  const objects = new Set([ticketId, ...orders, ...requests, ...repairs, ...trips, ...reports, ...travel, ...quoted, ...agreed, ...owed, ...cases, ...asked, ...moved]);
  move(draft, slaClocks, workbook, (row) => objects.has(row.objectId));
  // An application to lower a class is named after the ticket: TK-…/B.
  move(draft, approvals, workbook, (row) => objects.has(row.docId) || row.docId.startsWith(`${ticketId}/`));
  draft.archive(tickets, ticketId, workbook);
};

/**
 * Moves ended tickets to the yearly archives, oldest first, so that working tables hold what is open and recent.
 * Returns how many went.
 */
export const archiveEnded = (draft: Draft, now: Instant, settings: Settings): number => {
  const going = [...draft.where(tickets, mayGo(draft, now, settings))].sort((one, other) => ((one.closedAt ?? '') < (other.closedAt ?? '') ? -1 : 1)).slice(0, mostTickets);
  for (const ticket of going) archiveTicket(draft, ticket, now, settings);
  return going.length;
};

const receiptDays = 7;

/** Receipts of answers are kept for a week: nothing is delivered twice later than that. */
export const forgetReceipts = (draft: Draft, now: Instant): number => {
  const oldest = atMinute(plusDays(dateOf(now), -receiptDays), 0);
  const old = draft.where(seen, (row) => row.at < oldest);
  for (const row of old) draft.remove(seen, row.token);
  return old.length;
};
