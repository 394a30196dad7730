import {
  approvals, cities, dispatchOrders, expenseClaims, expenseLines, invoiceRegister, itinerary, monthlyReports, role, siteReports, staff, tickets, travelApprovals, travelLegs,
  type AnyTable, type Approval, type DispatchOrder, type ExpenseClaim, type ExpenseLine, type Role,
} from '../../../../sheets-templates';
import { buildCityBook, nightsOf, type ClaimedLine, type ClaimFacts, type ConsentRow, type EarlierUse, type ExpenseConsent, type ExpenseOffice, type ExpenseOrder } from '../../../expenses';
import type { Draft } from '../../../ledger/draft';
import { reportIdOf } from '../../../people';
import { dateOf, type LocalDate } from '../../../terms';
import { contentHash } from '../../approvals/request-approval';
import type { Request } from '../../request';

/** Tables that a claim is decided from. */
export const claimReads: readonly AnyTable[] = [
  expenseClaims, expenseLines, invoiceRegister, travelLegs, travelApprovals, approvals, dispatchOrders, tickets, siteReports, itinerary, monthlyReports, cities,
];

export const isAllowance = ({ kind }: Pick<ExpenseLine, 'kind'>): boolean => kind.startsWith('ALLOW_');

export const linesOf = (draft: Draft, claimId: string): readonly ExpenseLine[] => draft.by(expenseLines, 'claimId', claimId);

export const ordersOf = (draft: Draft, staffId: string): readonly DispatchOrder[] =>
  draft.where(dispatchOrders, (order) => order.leadEngineer === staffId || (order.team ?? []).includes(staffId));

const asOrder = (draft: Draft, order: DispatchOrder, staffId: string): ExpenseOrder => {
  const ticket = draft.find(tickets, order.ticketId);
  const reports = draft.by(siteReports, 'orderId', order.orderId);
  const days = draft.where(itinerary, (day) => day.staffId === staffId && (day.orderIds ?? []).includes(order.orderId) && (day.cities ?? []).length > 0);
  return {
    orderId: order.orderId, ticketId: order.ticketId, severity: ticket?.severity ?? null, status: order.status, wasIssued: order.issuedAt !== null,
    departedAt: order.departedAt, endedAt: order.returnedAt ?? (order.redirectTo === null ? null : order.leftAt),
    planReturn: reports.filter((report) => report.kind === 'PRE_LEAVE').slice(-1)[0]?.planReturn ?? null,
    delayExplained: reports.some((report) => report.kind === 'RETURN' && report.problems !== null),
    cities: ticket === undefined ? [] : [ticket.siteCity],
    citiesOfDate: Object.fromEntries(days.map((day) => [day.date, day.cities ?? []])),
  };
};

/** A line as entered, with its leg and its document. */
export const asClaimedLine = (draft: Draft, line: ExpenseLine): ClaimedLine => {
  const leg = draft.find(travelLegs, line.legId);
  const invoice = draft.find(invoiceRegister, line.invoiceId);
  return {
    lineId: line.lineId, kind: line.kind, date: line.date, orderId: line.orderId === '' ? null : line.orderId, city: line.city, nights: line.nights,
    checkin: line.checkin, checkout: line.checkout, sharers: line.sharers ?? [],
    leg: leg === undefined ? null : { departAt: leg.departAt, arriveAt: leg.arriveAt, origin: leg.origin, destination: leg.destination, mode: leg.mode },
    mode: line.mode, amount: line.amountClaimed,
    invoice: invoice === undefined ? null : { kind: invoice.kind, code: invoice.code, number: invoice.number === '' ? null : invoice.number, total: invoice.total },
  };
};

/** What an approval of one line binds to (6.1 no. 4): a line of the same number with other content needs a new one. */
export const lineContent = (line: ExpenseLine): unknown => [line.lineId, line.kind, line.date, line.mode, line.amountClaimed, line.purpose];

const rows: Readonly<Record<string, ConsentRow>> = { 'A-18': 'A-18', 'A-19': 'A-19', 'A-21': 'A-21', 'A-24': 'A-24', 'A-24-TSM': 'A-24' };
const outOfSystem: readonly (string | null)[] = ['WECHAT', 'QQ', 'SMS', 'PHONE', 'PAPER'];

type Subject = Pick<ExpenseConsent, 'lineId' | 'mode' | 'origin' | 'destination' | 'date'>;

const subjectOf = ({ draft, digest }: Request, approval: Approval, staffId: string): Subject | null => {
  if (approval.docType === 'TRAVEL') {
    const travel = draft.find(travelApprovals, approval.docId);
    return travel === undefined || travel.staffId !== staffId ? null : { lineId: null, mode: travel.mode, origin: travel.origin, destination: travel.destination, date: dateOf(travel.plannedDepart) };
  }
  const line = approval.docType === 'CLAIM' ? draft.find(expenseLines, approval.docId) : undefined;
  if (line === undefined || contentHash(digest, lineContent(line)) !== approval.docHash) return null;
  return { lineId: line.lineId, mode: line.mode, origin: null, destination: null, date: null };
};

const consentsOf = (request: Request, staffId: string): readonly ExpenseConsent[] =>
  request.draft.where(approvals, (row) => row.status === 'APPROVED' && rows[row.matrixId] !== undefined).flatMap((approval): readonly ExpenseConsent[] => {
    const row = rows[approval.matrixId];
    const subject = subjectOf(request, approval, staffId);
    if (row === undefined || subject === null || approval.decidedAt === null) return [];
    const chat = outOfSystem.includes(approval.via);
    return [{
      row, personId: staffId, approverId: approval.approver, role: approval.role, decidedAt: chat ? approval.recordedAt ?? approval.decidedAt : approval.decidedAt,
      assertedAt: chat ? approval.decidedAt : null, confirmed: !chat || approval.confirmedAt !== null, ...subject,
    }];
  });

/** Lines of other claims that still stand: what was rejected or withdrawn uses nothing up (5.7). */
const standingLines = (draft: Draft, claimId: string): readonly { readonly line: ExpenseLine; readonly claim: ExpenseClaim }[] =>
  draft.where(expenseLines, (line) => line.claimId !== claimId && line.amountPayable > 0).flatMap((line) => {
    const claim = draft.find(expenseClaims, line.claimId);
    return claim === undefined || claim.status === 'REJECTED' ? [] : [{ line, claim }];
  });

const earlierUse = (draft: Draft, claimId: string): EarlierUse => {
  const standing = standingLines(draft, claimId);
  const atHand = new Set(draft.all(expenseLines).map((line) => line.invoiceId));
  const used = new Set(standing.map(({ line }) => line.invoiceId));
  return {
    // Documents whose lines went to an archive stay in the register; what they did not use up is set to nothing there.
    invoices: draft.where(invoiceRegister, (row) => used.has(row.invoiceId) || (row.used > 0 && !atHand.has(row.invoiceId))).map(({ fingerprint, total }) => ({ fingerprint, total })),
    nights: standing.filter(({ line }) => line.kind === 'LODGING').flatMap(({ line, claim }) =>
      nightsOf(asClaimedLine(draft, line)).flatMap((date) => [claim.staffId, ...(line.sharers ?? [])].map((personId) => ({ personId, date })))),
    days: standing.filter(({ line }) => line.kind === 'ALLOW_MEAL').map(({ line, claim }) => ({ personId: claim.staffId, date: line.date })),
  };
};

/** The claim and all around it, as the rules of section 5 look at it. */
export const claimFactsFor = (request: Request, claim: ExpenseClaim, asOf: LocalDate): ClaimFacts => {
  const { draft } = request;
  const claimant = draft.get(staff, claim.staffId);
  const lines = linesOf(draft, claim.claimId).filter((line) => !isAllowance(line));
  const own = new Set(lines.map(({ legId }) => legId));
  return {
    claimant: { staffId: claimant.staffId, roles: claimant.roles.filter((entry): entry is Role => entry in role), baseCity: claimant.baseCity },
    month: claim.month,
    orders: ordersOf(draft, claim.staffId).map((order) => asOrder(draft, order, claim.staffId)),
    legs: draft.where(travelLegs, (leg) => leg.staffId === claim.staffId && !own.has(leg.legId)),
    lines: lines.map((line) => asClaimedLine(draft, line)),
    consents: consentsOf(request, claim.staffId),
    earlier: earlierUse(draft, claim.claimId),
    monthlyReport: draft.find(monthlyReports, reportIdOf(claim.month, claim.staffId))?.status ?? null,
    asOf,
  };
};

export const officeOf = ({ draft, settings, calendar }: Request): ExpenseOffice => ({ settings, calendar, cities: buildCityBook(draft.all(cities)) });
