import { approvals, monthlySummary } from './approvals';
import { slaClocks, slaPauses } from './clocks';
import { corrections } from './corrections';
import { liabilityDecisions, payments, quoteLines, quotes, receivables, serviceAgreements, settlements } from './charges';
import { contacts, contracts, customers, installed, products } from './customers';
import { dispatchOrders, dutyRoster, itinerary, skills } from './dispatch';
import { expenseClaims, expenseLines, invoiceRegister, travelApprovals, travelLegs } from './expenses';
import { siteReports, tripReports, tripReportUnits } from './field';
import { partsLines, partsRequests, repairOrders, shipments } from './parts';
import { delegations, monthlyReports, staff } from './people';
import { cities, holidays } from './reference';
import { appraisals, complaints, correctiveActions, defects, overtime, policyAcks, policyDocs, spotChecks, tools, training, trainingAssignments, wasteRecords } from './registers';
import { periodicReports } from './periodic';
import { settingChanges } from './setting-changes';
import { counters, inbox, journal, outbox, seen, sentNotices, settings } from './system';
import { surveys } from './surveys';
import { textsSent } from './texts-sent';
import { acceptances, archives, contactAttempts, maintenancePlans, managerReports, receptions, tasks, ticketNews, tickets } from './tickets';

/** Every table of the deployment. Within a workbook, tabs stand in this order: what people look at daily comes first. */
export const tables = {
  tickets, slaClocks, dispatchOrders, siteReports, tripReports, tripReportUnits, partsRequests, partsLines, shipments, repairOrders,
  itinerary, travelLegs, approvals, managerReports, tasks, ticketNews, archives, maintenancePlans, slaPauses, corrections, textsSent, dutyRoster, monthlyReports, monthlySummary, periodicReports, defects, correctiveActions, spotChecks, tools, wasteRecords, policyDocs, training, products, skills, cities, holidays,
  customers, contacts, installed, contactAttempts, receptions, acceptances, surveys, complaints, inbox,
  receivables, payments, quotes, quoteLines, serviceAgreements, liabilityDecisions, settlements, contracts, travelApprovals,
  staff, delegations, expenseClaims, expenseLines, invoiceRegister, overtime, appraisals, policyAcks, trainingAssignments,
  settings, settingChanges, outbox, sentNotices, journal, counters, seen,
};

export type TableName = keyof typeof tables;
export type AnyTable = (typeof tables)[TableName];

export const allTables: readonly AnyTable[] = Object.values(tables);

export * from './approvals';
export * from './charge-choices';
export * from './charges';
export * from './choices';
export * from './clocks';
export * from './corrections';
export * from './customers';
export * from './default-cities';
export * from './default-holidays';
export * from './default-settings';
export * from './dispatch';
export * from './expenses';
export * from './field';
export * from './parts';
export * from './people';
export * from './periodic';
export * from './reference';
export * from './registers';
export * from './setting-changes';
export * from './surveys';
export * from './system';
export * from './table';
export * from './texts-sent';
export * from './tickets';
export * from './transition';
