import type { ReportRows } from '../../src/reports';

/** A month in which nothing stands in any ledger. */
export const noRows: ReportRows = {
  approvals: [], tickets: [], clocks: [], acceptances: [], orders: [], itinerary: [], trips: [], tripUnits: [], partsRequests: [], partsLines: [], repairs: [], claims: [], expenseLines: [], travel: [], staff: [],
  receivables: [], payments: [], surveys: [], complaints: [], capa: [], defects: [], roster: [], spotChecks: [], trainings: [], overtime: [], waste: [],
};
