import {
  acceptances, approvals, contactAttempts, corrections, dispatchOrders, liabilityDecisions, managerReports, partsLines, partsRequests, payments, quoteLines, quotes, receivables, receptions, repairOrders, seen, serviceAgreements, settlements, shipments, siteReports, slaClocks, slaPauses, surveys, tasks, ticketNews, tickets, travelApprovals, tripReportUnits, tripReports,
} from '../../../sheets-templates';

/** What a ticket takes along to its yearly archive, and the receipts that the same night forgets. */
export const archiveTables = [
  tickets, contactAttempts, slaClocks, slaPauses, corrections, managerReports, tasks, ticketNews, receptions, acceptances, surveys, approvals, dispatchOrders, siteReports, tripReports, tripReportUnits,
  partsRequests, partsLines, shipments, repairOrders, travelApprovals, seen,
  liabilityDecisions, quotes, quoteLines, serviceAgreements, receivables, payments, settlements,
] as const;
