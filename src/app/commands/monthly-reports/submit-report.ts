import { approvals, monthlyReports, monthlyReportStatus, slaClocks, staff, type MonthlyReport } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { monthlyReportTransitions, reportMatrix } from '../../../people';
import { isRefusal, refuse, words, type Refusal } from '../../../terms';
import { reportReturned, reportToReview, type ReportFacts } from '../../../text/notices/people';
import { staffIdOf } from '../../actor';
import { requestApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import { command, type Reply } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import { checkMove } from '../../moves';
import type { Request } from '../../request';
import { releaseHeldClaims } from '../expenses/claim-approval';
import { claimReads } from '../expenses/claim-facts';
import { monthEndDue } from './month-dues';

export const reportFields: readonly Field[] = [
  { name: 'workSummary', kind: 'long', label: words('工作总结', 'Summary of the month'), required: true, minimum: 20, maximum: 3000, help: words('至少 20 个字。', 'At least 20 characters.') },
  { name: 'problems', kind: 'long', label: words('存在问题', 'Problems'), maximum: 2000 },
  { name: 'suggestions', kind: 'long', label: words('改进建议', 'Suggestions'), maximum: 2000 },
  { name: 'nextPlan', kind: 'long', label: words('下月计划', 'Plan for next month'), required: true, maximum: 2000 },
  { name: 'expenseExpected', kind: 'money', label: words('预计报销（元）', 'Expected expenses (yuan)') },
];

const factsOf = (draft: Draft, report: MonthlyReport): ReportFacts => ({ ...report, person: draft.find(staff, report.staffId)?.name ?? report.staffId });

/** The report meant: by number, or the person's oldest unsubmitted one when a form names none. */
const reportMeant = ({ draft, objectId, actor }: Request): MonthlyReport | undefined =>
  draft.find(monthlyReports, objectId)
  ?? [...draft.where(monthlyReports, (row) => row.staffId === staffIdOf(actor) && (row.status === 'DRAFT' || row.status === 'RETURNED'))].sort((one, other) => one.month.localeCompare(other.month))[0];

const submit = (request: Request): Reply | Refusal => {
  const { draft, actor, input, now } = request;
  const report = reportMeant(request);
  if (report === undefined) return refuse('MR-2', '您没有待提交的月度报告。每月 1 日系统会自动开立上月的报告。', 'You have no report to submit. On the 1st the system opens the one for the past month.');
  const move = checkMove(actor, monthlyReportTransitions, 'monthly.submit', { objectId: report.reportId, status: report.status, labels: monthlyReportStatus, owner: report.staffId });
  if (isRefusal(move)) return move;
  const late = now > monthEndDue(request, report.month, 'due.monthly_report');
  const submitted = draft.update(monthlyReports, report.reportId, {
    workSummary: input.text('workSummary'), problems: input.optionalText('problems'), suggestions: input.optionalText('suggestions'), nextPlan: input.text('nextPlan'),
    expenseExpected: input.has('expenseExpected') ? input.money('expenseExpected') : null,
    submittedAt: now, late: report.late || late, returnReason: null, reviewedBy: null, reviewedAt: null, status: 'SUBMITTED',
  });
  recordMoment(request, { event: 'monthlyReportSubmitted', objectType: 'MONTHLY_REPORT', objectId: report.reportId, ticketId: null, at: now, severity: null });
  const refused = requestApproval(request, {
    matrix: reportMatrix(draft.get(staff, report.staffId).roles), docType: 'MONTHLY_REPORT', docId: report.reportId, content: contentOf(submitted),
    requestedBy: report.staffId, beneficiaries: [], severity: undefined, noticeCode: 'N-24', message: reportToReview(factsOf(draft, submitted), submitted.workSummary, submitted.nextPlan),
  });
  return refused ?? {
    objectId: report.reportId,
    message: late ? words('月度报告已提交（迟交），等待审核。', 'Report submitted (late); it waits for review.') : words('月度报告已提交，等待审核。', 'Report submitted; it waits for review.'),
  };
};

const contentOf = (report: MonthlyReport): unknown => [report.reportId, report.workSummary, report.problems, report.suggestions, report.nextPlan, report.submittedAt];

export const monthlyReportOutcome: ApprovalOutcome = {
  docType: 'MONTHLY_REPORT',
  reads: [...claimReads, monthlyReports, approvals],
  content: (draft, docId) => contentOf(draft.get(monthlyReports, docId)),
  approved: (request, docId) => {
    const { draft, actor, now } = request;
    const report = draft.update(monthlyReports, docId, { status: 'APPROVED', reviewedBy: staffIdOf(actor), reviewedAt: now });
    const released = releaseHeldClaims(request, report.staffId, report.month);
    if (isRefusal(released)) return released;
    return {
      objectId: docId,
      message: released === 0 ? words('月度报告已审核。', 'Report approved.') : words('月度报告已审核，挂起的报销单已送审。', 'Report approved; the held claim went on to its checks.'),
    };
  },
  rejected: (request, docId, comment) => {
    const { draft, actor, now } = request;
    const report = draft.update(monthlyReports, docId, { status: 'RETURNED', returnReason: comment, reviewedBy: staffIdOf(actor), reviewedAt: now });
    const by = actor.kind === 'staff' ? actor.staff.name : '';
    request.notify({ code: 'N-15', to: [{ staffId: report.staffId }], objectId: docId, cycle: now, message: reportReturned(factsOf(draft, report), comment, by) });
    return { objectId: docId, message: words('月度报告已退回。', 'Report returned.') };
  },
  message: (draft, docId) => {
    const report = draft.get(monthlyReports, docId);
    return reportToReview(factsOf(draft, report), report.workSummary, report.nextPlan);
  },
};

/** `objectId` is the report; a form that names another object means the person's oldest open report. */
export const submitReport = command({
  name: 'monthly.submit', label: words('提交月度工作报告', 'Submit the monthly work report'), rules: ['R-283', 'R-284', 'S-30', 'A-28'],
  reads: [monthlyReports, approvals, slaClocks], fields: reportFields, decide: submit,
});
