import { dispatchOrders, expenseClaims, itinerary, monthlyReports, staff, tickets, type StaffMember } from '../../../../sheets-templates';
import { endOf, openedReport, owesReport, prefillMonth, previousMonth, reportIdOf } from '../../../people';
import { monthOf, refuse, words, type Refusal, type Words } from '../../../terms';
import { monthEndDuties, reportOpened } from '../../../text/notices/people';
import { command, type Reply } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';
import { monthEndDue, type MonthDue } from './month-dues';
import { openPeriodic, periodicTables } from './periodic';

const duties: readonly { readonly paper: Words; readonly who: Words; readonly key: MonthDue }[] = [
  { paper: words('售后发货记录 S-27', 'Shipment record S-27'), who: words('运营内勤', 'operations clerk'), key: 'due.shipments' },
  { paper: words('人员行程动态表 S-28', 'Itinerary S-28'), who: words('售后内勤', 'after-sales clerk'), key: 'due.itinerary' },
  { paper: words('售后物品清单 S-29', 'Parts ledger S-29'), who: words('售后内勤', 'after-sales clerk'), key: 'due.ledger' },
  { paper: words('月度工作报告 S-30', 'Monthly work reports S-30'), who: words('售后人员', 'engineers'), key: 'due.monthly_report' },
  { paper: words('费用报销单 S-32', 'Expense claims S-32'), who: words('售后人员', 'engineers'), key: 'due.claim' },
];

const openReport = (request: Request, member: StaffMember, month: string): void => {
  const { draft, now } = request;
  const work = { orders: draft.all(dispatchOrders), itinerary: draft.all(itinerary), tickets: draft.all(tickets) };
  const report = draft.insert(monthlyReports, openedReport(member.staffId, month, prefillMonth(member.staffId, month, work)));
  recordMoment(request, { event: 'monthEnded', objectType: 'MONTHLY_REPORT', objectId: report.reportId, ticketId: null, at: now, severity: null, cycle: month, facts: { only: ['S-30'], month } });
  request.notify({
    code: 'N-46', to: [{ staffId: member.staffId }], objectId: report.reportId,
    message: reportOpened({ ...report, person: member.name }, monthEndDue(request, month, 'due.monthly_report'), monthEndDue(request, month, 'due.claim')),
  });
};

/** Claims that were begun during the month are due now (S-32). */
const startClaimClocks = (request: Request, month: string): void => {
  for (const claim of request.draft.where(expenseClaims, (row) => row.month === month && (row.status === 'DRAFT' || row.status === 'RETURNED'))) {
    recordMoment(request, { event: 'monthEnded', objectType: 'CLAIM', objectId: claim.claimId, ticketId: null, at: request.now, severity: null, cycle: month, facts: { only: ['S-32a'], month } });
  }
};

const open = (request: Request): Reply | Refusal => {
  const { actor, draft, now, objectId } = request;
  if (actor.kind !== 'system') return refuse('ROLE', '月度报告由系统开立。', 'The system opens monthly reports.');
  const month = objectId === '' ? previousMonth(monthOf(now)) : objectId;
  if (!/^\d{4}-\d{2}$/.test(month) || endOf(month) > now.slice(0, 10)) return refuse('MR-1', `${month} 尚未结束。`, `${month} has not ended yet.`);
  const owing = draft.where(staff, (member) => owesReport(member, month) && draft.find(monthlyReports, reportIdOf(month, member.staffId)) === undefined);
  const isFirst = draft.where(monthlyReports, (row) => row.month === month).length === 0;
  for (const member of owing) openReport(request, member, month);
  if (owing.length > 0) {
    startClaimClocks(request, month);
    if (isFirst) request.notify({ code: 'N-46', to: [{ role: 'CLK' }, { role: 'OPS' }, { role: 'SUP' }], objectId: month, message: monthEndDuties(month, duties.map(({ paper, who, key }) => ({ paper, who, due: monthEndDue(request, month, key) }))) });
  }
  openPeriodic(request, month);
  return { objectId: month, message: words(`已开立 ${owing.length} 份 ${month} 月度报告。`, `${owing.length} reports opened for ${month}.`) };
};

/**
 * On the 1st at 00:30: a report for every engineer in service, filled in from the ledgers (3.13). Running it again adds
 * only what is missing. `objectId` is the month, `2026-03`; empty for the one before now.
 */
export const openMonth = command({
  name: 'month.open', label: words('开立月度报告', 'Open monthly reports'), rules: ['R-281', 'R-283', 'S-30'],
  reads: [monthlyReports, expenseClaims, dispatchOrders, itinerary, tickets, ...periodicTables], fields: [], decide: open,
});
