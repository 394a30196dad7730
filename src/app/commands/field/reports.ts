import { customers, dispatchOrders, siteReports, slaClocks } from '../../../../sheets-templates';
import { refusePlannedReturn, refuseReportDate, refuseUntold } from '../../../field';
import { helpAnswered, helpAsked, leavingAnnounced } from '../../../text/notices/field';
import { dateOf, firstRefusal, isRefusal, refuse, words } from '../../../terms';
import { hasRole } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import { itineraryReads, refreshItinerary } from '../dispatch/itinerary';
import { orderFacts, orderFor, orderReads, salesOf } from '../dispatch/order';
import { emptyReport } from './arrival';
import { countReportOfDay, openReportDays, stopReportDay } from './daily-clocks';

export const dailyReport: CommandDefinition = command({
  name: 'field.daily',
  label: words('每日报告', 'Daily report'),
  rules: ['R-274', 'R-275', 'R-239'],
  reads: [...itineraryReads, slaClocks],
  fields: [
    { name: 'reportDate', kind: 'date', label: words('报告日期', 'For date'), help: words('不填即今天', 'Today if left empty') },
    { name: 'siteStatus', kind: 'long', label: words('现场情况', 'Site situation'), required: true },
    { name: 'progressPct', kind: 'integer', label: words('进度 %', 'Progress %'), required: true, minimum: 0, maximum: 100 },
    { name: 'effect', kind: 'text', label: words('效果', 'Effect'), required: true },
    { name: 'problems', kind: 'long', label: words('疑难问题', 'Problems') },
    { name: 'needHelp', kind: 'flag', label: words('需要主管指示', 'Instructions wanted') },
    { name: 'safetyOk', kind: 'flag', label: words('已做安全检查', 'Safety checked') },
  ],
  decide: (request) => {
    const found = orderFor(request, 'field.daily');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { order, ticket } = found;
    const reportDate = input.optionalDate('reportDate') ?? dateOf(now);
    const problems = input.optionalText('problems');
    const refused = firstRefusal([
      refuseReportDate(reportDate, order, now),
      input.flag('needHelp') && problems === null ? refuse('R-275', '需要指示时请写明疑难问题。', 'Say what the problem is when you want instructions.') : null,
    ]);
    if (refused !== null) return refused;
    const report = draft.insert(siteReports, {
      ...emptyReport(order.orderId, 'DAILY', now), reportId: draft.nextNumber('SR', '', 5), reportDate, siteStatus: input.text('siteStatus'),
      progressPct: input.number('progressPct'), effect: input.text('effect'), problems, safetyOk: input.flag('safetyOk'),
    });
    openReportDays(request, order, ticket.severity, now);
    const wanted = countReportOfDay(request, order.orderId, reportDate, now);
    refreshItinerary(request, order.orderId);
    if (input.flag('needHelp') && problems !== null) {
      recordMoment(request, { event: 'helpRaised', objectType: 'SITE_REPORT', objectId: report.reportId, ticketId: null, at: now, severity: ticket.severity });
      request.notify({ code: 'N-20', to: [{ staffId: order.createdBySup }, { role: 'SUP' }], objectId: report.reportId, message: helpAsked(orderFacts(draft, order), problems) });
    }
    return { objectId: order.orderId, message: wanted === 0 ? words('日报已提交。', 'Daily report sent.') : words(`日报已提交，当日还需 ${wanted} 份。`, `Daily report sent; ${wanted} more wanted for the day.`) };
  },
});

/** the supervisor's instruction, written beside the report that asked for it. */
export const answerHelp: CommandDefinition = command({
  name: 'field.answerHelp',
  label: words('答复求助', 'Answer the request for help'),
  rules: ['R-275'],
  reads: [...orderReads, siteReports, slaClocks],
  fields: [{ name: 'answer', kind: 'text', label: words('指示', 'Instruction'), required: true, minimum: 2 }],
  decide: (request) => {
    const { draft, actor, input, now } = request;
    if (!hasRole(actor, 'SUP', 'TSM', 'RD')) return refuse('ROLE', '求助由主管、经理或研发答复。', 'The supervisor, the manager or R&D answers requests for help.');
    const report = draft.find(siteReports, request.objectId);
    if (report === undefined || report.problems === null) return refuse('UNKNOWN', `没有求助 ${request.objectId}。`, `There is no request for help ${request.objectId}.`);
    if (report.supReply !== null) return refuse('STATE', '此求助已答复。', 'This request has been answered.');
    const order = draft.get(dispatchOrders, report.orderId);
    const answer = input.text('answer');
    draft.update(siteReports, report.reportId, { supReply: answer });
    recordMoment(request, { event: 'helpAnswered', objectType: 'SITE_REPORT', objectId: report.reportId, ticketId: null, at: now, severity: null });
    request.notify({ code: 'N-21', to: [{ staffId: order.leadEngineer }], objectId: report.reportId, message: helpAnswered(orderFacts(draft, order), answer) });
    return { objectId: report.reportId, message: words('已答复，工程师已收到。', 'Answered; the engineer is told.') };
  },
});

export const preLeaveReport: CommandDefinition = command({
  name: 'field.preLeave',
  label: words('离场前报告', 'Pre-leave report'),
  rules: ['R-280'],
  reads: [...itineraryReads, customers, slaClocks],
  fields: [
    { name: 'workResult', kind: 'long', label: words('工作结果', 'Result of the work'), required: true },
    { name: 'planReturn', kind: 'date', label: words('计划返回日期', 'Planned return'), required: true },
    { name: 'toldMarketing', kind: 'flag', label: words('已报当地营销人员', 'Local marketing told') },
    { name: 'untoldReason', kind: 'text', label: words('未报的原因', 'Why not told'), help: words('当地无营销人员时写“无”', '"None" where there is nobody') },
    { name: 'safetyOk', kind: 'flag', label: words('已做安全检查', 'Safety checked') },
  ],
  decide: (request) => {
    const found = orderFor(request, 'field.preLeave');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { order, ticket } = found;
    const planReturn = input.date('planReturn');
    const untold = input.optionalText('untoldReason');
    const refused = firstRefusal([refusePlannedReturn(planReturn, now), refuseUntold(input.flag('toldMarketing'), untold, { zh: '当地营销人员', en: 'Local marketing is' })]);
    if (refused !== null) return refused;
    draft.insert(siteReports, {
      ...emptyReport(order.orderId, 'PRE_LEAVE', now), reportId: draft.nextNumber('SR', '', 5), siteStatus: input.text('workResult'), effect: untold,
      toldMarketing: input.flag('toldMarketing'), planReturn, safetyOk: input.flag('safetyOk'),
    });
    draft.update(dispatchOrders, order.orderId, { status: 'PRE_LEAVE' });
    openReportDays(request, order, ticket.severity, now);
    stopReportDay(request, order.orderId, dateOf(now), now);
    refreshItinerary(request, order.orderId);
    const { marketing } = salesOf(draft, ticket);
    const to = [{ staffId: order.createdBySup }, { role: 'SUP' } as const, { role: 'CLK' } as const, ...(marketing === null ? [] : [{ staffId: marketing }])];
    request.notify({ code: 'N-19', to, objectId: order.orderId, message: leavingAnnounced(orderFacts(draft, order), input.text('workResult'), planReturn) });
    return { objectId: order.orderId, message: words('离场前报告已提交。60 分钟（工作时间）内主管可转派，否则可离场。', 'Sent. The supervisor may redirect within 60 minutes of business hours; else you may leave.') };
  },
});
