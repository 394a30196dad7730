import {
  acceptances, approvals, contactAttempts, corrections, dispatchOrders, expenseClaims, expenseLines, itinerary, liabilityDecisions, managerReports, monthlyReports, monthlySummary, partsLines, partsRequests, payments, quoteLines, quotes, receivables, receptions, repairOrders,
  serviceAgreements, settlements, shipments,
  siteReports, slaClocks, slaPauses, surveys, tasks, ticketNews, tickets, travelApprovals, travelLegs, tripReports, tripReportUnits, type AnyTable,
} from '../../sheets-templates';

/** Tables whose rows move to the yearly archives: tickets with all that hangs on them (`sweep.archive`), and the papers of past months (`month.archive`). */
export const archivedTables: readonly AnyTable[] = [
  tickets, slaClocks, slaPauses, corrections, contactAttempts, managerReports, tasks, ticketNews, receptions, acceptances, surveys, approvals, dispatchOrders, siteReports, tripReports, tripReportUnits, partsRequests, partsLines, shipments, repairOrders,
  liabilityDecisions, quotes, quoteLines, serviceAgreements, receivables, payments, settlements, travelApprovals, travelLegs, itinerary, expenseClaims, expenseLines, monthlyReports, monthlySummary,
];
