import {
  acceptances, approvals, complaints, correctiveActions, defects, dispatchOrders, dutyRoster, expenseClaims, expenseLines, itinerary, monthlySummary, overtime, partsLines, partsRequests, payments, receivables, repairOrders, slaClocks, spotChecks, staff, surveys, tickets, trainingAssignments, travelApprovals, tripReports, tripReportUnits, wasteRecords,
} from '../../../../sheets-templates';
import { nextMonth } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { endOf, previousMonth } from '../../../people';
import { summarise, summaryRows, type ReportRows, type SummaryStage } from '../../../reports';
import { atTime, monthOf, refuse, words, type Refusal } from '../../../terms';
import { summaryMessage } from '../../../text/notices/reports';
import { command, type Reply } from '../../command';
import { finalReportDate, reportTime } from '../../month/schedule';
import type { Request } from '../../request';

const rowsOf = (draft: Draft): ReportRows => ({
  approvals: draft.all(approvals), tickets: draft.all(tickets), clocks: draft.all(slaClocks), acceptances: draft.all(acceptances), orders: draft.all(dispatchOrders), itinerary: draft.all(itinerary),
  trips: draft.all(tripReports), tripUnits: draft.all(tripReportUnits), partsRequests: draft.all(partsRequests), partsLines: draft.all(partsLines), repairs: draft.all(repairOrders),
  claims: draft.all(expenseClaims), expenseLines: draft.all(expenseLines), travel: draft.all(travelApprovals), staff: draft.all(staff),
  receivables: draft.all(receivables), payments: draft.all(payments), surveys: draft.all(surveys),
  complaints: draft.all(complaints), capa: draft.all(correctiveActions), defects: draft.all(defects), roster: draft.all(dutyRoster),
  spotChecks: draft.all(spotChecks), trainings: draft.all(trainingAssignments), overtime: draft.all(overtime), waste: draft.all(wasteRecords),
});

/** The final report once its working day has come, a first look before. */
const stageOf = ({ now, calendar, settings }: Request, month: string): SummaryStage =>
  now >= atTime(finalReportDate(nextMonth(month), calendar, settings), reportTime) ? 'FINAL' : 'FIRST';

const recipients = [{ role: 'GM' as const }, { role: 'EDGM' as const }, { role: 'DGM' as const }, { role: 'TSM' as const }];

const done = (month: string): Reply => ({ objectId: month, message: words(`${month} 的汇总已发送过。`, `The summary of ${month} was sent before.`) });

const send = (request: Request): Reply | Refusal => {
  const { actor, draft, now, settings, objectId } = request;
  if (actor.kind !== 'system') return refuse('ROLE', '月度汇总由系统生成。', 'The system makes the summary.');
  const month = objectId === '' ? previousMonth(monthOf(now)) : objectId;
  if (!/^\d{4}-\d{2}$/.test(month) || endOf(month) > now.slice(0, 10)) return refuse('RP-1', `${month} 尚未结束。`, `${month} has not ended yet.`);
  const stage = stageOf(request, month);
  const kept = draft.where(monthlySummary, (row) => row.month === month);
  if (kept.some((row) => row.frozenAt !== null) || (stage === 'FIRST' && kept.length > 0)) return done(month);
  const summary = summarise(rowsOf(draft), month, stage, now, draft.where(monthlySummary, (row) => row.month < month), settings);
  const rows = summaryRows(summary, settings);
  for (const row of kept.filter((old) => rows.every(({ rowId }) => rowId !== old.rowId))) draft.remove(monthlySummary, row.rowId);
  for (const { rowId, ...figures } of rows) {
    if (draft.find(monthlySummary, rowId) === undefined) draft.insert(monthlySummary, { rowId, ...figures });
    else draft.update(monthlySummary, rowId, figures);
  }
  // A report is a mail of its own at its own hour; a digest would delay it past the morning it is written for.
  request.notify({ code: 'N-47', to: recipients, objectId: month, cycle: stage, priority: 'P2', message: summaryMessage(summary) });
  return { objectId: month, message: words(`${month} 月度汇总已送出。`, `The summary of ${month} is on its way.`) };
};

/**
 * Counts the past month and sends the managers its summary (8.2): a first look on the 1st, the frozen final report on
 * the working day of `due.manager_summary`. A stage is sent once; `objectId` is the month, empty for the one before now.
 */
export const sendSummary = command({
  name: 'month.summary', label: words('月度管理汇总', 'Manager summary'), rules: ['R-104', 'R-152', 'R-199', 'R-201'],
  reads: [approvals, tickets, slaClocks, acceptances, dispatchOrders, itinerary, tripReports, tripReportUnits, partsRequests, partsLines, repairOrders, expenseClaims, expenseLines, travelApprovals, monthlySummary, receivables, payments, surveys, complaints, correctiveActions, defects, dutyRoster, spotChecks, trainingAssignments, overtime, wasteRecords],
  fields: [], decide: send,
});
