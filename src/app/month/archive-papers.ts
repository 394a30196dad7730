import {
  approvals, expenseClaims, expenseLines, itinerary, monthlyReports, monthlySummary, slaClocks, travelApprovals, travelLegs, type AnyTable, type Columns, type Table,
} from '../../../sheets-templates';
import { archiveOf } from '../../ledger/deployment';
import { monthsBack, oldestMonthAtHand } from '../../people';
import { monthOf, refuse, words, type Refusal } from '../../terms';
import { command, type Reply } from '../command';
import { endedBy } from '../archived-tables';
import type { Request } from '../request';

/** The mean of twelve months and the year before. */
const summariesKept = 25;
/** One night moves so many rows; the next goes on. */
const mostRows = 400;

/** A row that may leave, with the year whose archive it goes to. */
interface Leaving {
  readonly move: (request: Request) => void;
}

const leaving = <C extends Columns>(table: Table<C>, key: string, month: string): Leaving => ({ move: ({ draft }) => draft.archive(table, key, archiveOf(month.slice(0, 4))) });

/** A document's approvals and clocks go with it. */
const traces = ({ draft }: Request, docId: string, month: string): readonly Leaving[] => [
  ...draft.by(approvals, 'docId', docId).map((row) => leaving(approvals, row.approvalId, month)),
  ...draft.by(slaClocks, 'objectId', docId).map((row) => leaving(slaClocks, row.clockId, month)),
];

const claimsToGo = (request: Request, before: string): readonly Leaving[] =>
  request.draft.where(expenseClaims, (claim) => (claim.status === 'PAID' || claim.status === 'REJECTED') && claim.month < before).flatMap((claim) => [
    ...request.draft.by(expenseLines, 'claimId', claim.claimId).flatMap((line) => [
      ...traces(request, line.lineId, claim.month),
      ...request.draft.by(travelLegs, 'legId', line.legId).map((leg) => leaving(travelLegs, leg.legId, claim.month)),
      leaving(expenseLines, line.lineId, claim.month),
    ]),
    ...traces(request, claim.claimId, claim.month),
    leaving(expenseClaims, claim.claimId, claim.month),
  ]);

const othersToGo = (request: Request, before: string): readonly Leaving[] => {
  const { draft } = request;
  return [
    ...draft.where(monthlyReports, (report) => report.status === 'APPROVED' && report.month < before).flatMap((report) => [...traces(request, report.reportId, report.month), leaving(monthlyReports, report.reportId, report.month)]),
    ...draft.where(travelApprovals, (row) => row.status !== 'PENDING' && row.plannedDepart < before).flatMap((row) => [...traces(request, row.travelId, row.plannedDepart), leaving(travelApprovals, row.travelId, row.plannedDepart)]),
    ...draft.where(itinerary, (day) => day.date < before).map((day) => leaving(itinerary, day.rowId, day.date)),
  ];
};

/** Rows of registers and records that were over before. */
const endedToGo = (request: Request, before: string): readonly Leaving[] =>
  endedBy.flatMap(([table, since]) => request.draft.where<Columns>(table, () => true).flatMap((row) => {
    const [id, at] = [String(row[table.key]), row[since]];
    return typeof at === 'string' && at < before ? [...traces(request, id, at), leaving<Columns>(table, id, at)] : [];
  }));

const archive = (request: Request): Reply | Refusal => {
  const { actor, draft, now } = request;
  if (actor.kind !== 'system') return refuse('ROLE', '归档由系统办理。', 'The system archives.');
  const month = monthOf(now);
  const before = oldestMonthAtHand(now);
  const going = [
    ...claimsToGo(request, before),
    ...othersToGo(request, before),
    ...endedToGo(request, before),
    ...draft.where(monthlySummary, (row) => row.month < monthsBack(month, summariesKept)).map((row) => leaving(monthlySummary, row.rowId, row.month)),
  ].slice(0, mostRows);
  for (const { move } of going) move(request);
  return { objectId: month, message: words(`已归档 ${going.length} 行。`, `${going.length} rows archived.`) };
};

const reads: readonly AnyTable[] = [approvals, expenseClaims, expenseLines, itinerary, monthlyReports, monthlySummary, slaClocks, travelApprovals, travelLegs, ...endedBy.map(([table]) => table)];

/**
 * Every night: paid and rejected claims, approved reports, rows of registers that are over, old itinerary days and travel approvals leave the working
 * tables for the archive of their year. The invoice register stays whole, since duplicates are looked for anywhere (5.7).
 */
export const archivePapers = command({ name: 'month.archive', label: words('月度单据归档', 'Archive monthly papers'), rules: ['5.7'], reads, fields: [], decide: archive });
