import {
  acceptances, appraisals, approvals, complaints, contactAttempts, correctiveActions, corrections, defects, dispatchOrders, expenseClaims, expenseLines, itinerary, liabilityDecisions, managerReports, monthlyReports, monthlySummary, partsLines, partsRequests, payments, quoteLines, quotes, receivables, receptions, repairOrders,
  serviceAgreements, settlements, overtime, periodicReports, policyAcks, shipments,
  siteReports, slaClocks, slaPauses, spotChecks, surveys, tasks, ticketNews, tickets, trainingAssignments, travelApprovals, travelLegs, tripReports, tripReportUnits, wasteRecords, type AnyTable,
} from '../../sheets-templates';

/** Registers and records whose rows are over for good, with the column that says since when. */
export const endedBy: readonly (readonly [AnyTable, string])[] = [
  [complaints, 'closedAt'], [defects, 'closedAt'], [correctiveActions, 'closedAt'], [overtime, 'endedAt'], [wasteRecords, 'endedAt'], [policyAcks, 'ackAt'], [trainingAssignments, 'completedAt'], [spotChecks, 'doneAt'], [appraisals, 'lockedAt'],
  [periodicReports, 'sentAt'],
];

/** Tables whose rows move to the yearly archives: tickets with all that hangs on them (`sweep.archive`), and the papers of past months (`month.archive`). */
export const archivedTables: readonly AnyTable[] = [
  tickets, slaClocks, slaPauses, corrections, contactAttempts, managerReports, tasks, ticketNews, receptions, acceptances, surveys, approvals, dispatchOrders, siteReports, tripReports, tripReportUnits, partsRequests, partsLines, shipments, repairOrders,
  liabilityDecisions, quotes, quoteLines, serviceAgreements, receivables, payments, settlements, travelApprovals, travelLegs, itinerary, expenseClaims, expenseLines, monthlyReports, monthlySummary, ...endedBy.map(([table]) => table),
];
