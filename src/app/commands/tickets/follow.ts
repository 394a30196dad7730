import { channel, dutyRoster, managerReports, slaClocks, staff, ticketNews, tickets, type ManagerReport, type Ticket } from '../../../../sheets-templates';
import { progress } from '../../../text/notices/tickets-customer';
import { handedOver } from '../../../text/notices/tickets-staff';
import { addMinutes, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { reportAddressees, reportKinds, stillToReport, workingClass, type ReportAddressee } from '../../../tickets';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { choiceOf } from './chosen';
import { ticketMoment } from './class-effects';
import { customerRecipient, customerTables, dutyRecipients, ticketFor } from './subject';

/** TK-5, R-214 */
export const handOver: CommandDefinition = command({
  name: 'ticket.handOver',
  label: words('移交主管', 'Hand to the supervisor'),
  rules: ['R-214', 'TK-5'],
  reads: [tickets, slaClocks, dutyRoster],
  fields: [{ name: 'note', kind: 'long', label: words('已做的解答和未解决的问题', 'What was tried and what is open'), required: true, minimum: 2, maximum: 1000 }],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.handOver');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const [supervisor] = draft.where(staff, (member) => member.active && member.roles.includes('SUP'));
    if (supervisor === undefined) return refuse('TK-5', '没有在职的售后主管，请管理员检查人员角色。', 'Nobody is supervisor; please ask the administrator to check the roles.');
    if (draft.find(staff, ticket.ownerStaff)?.roles.includes('SUP') === true) return refuse('TK-5', '此工单已由主管负责。', 'The supervisor has this ticket already.');
    const after = draft.update(tickets, ticket.ticketId, { ownerStaff: supervisor.staffId, supNotifiedAt: now });
    recordMoment(request, ticketMoment(after, 'handedToSupervisor', now));
    request.notify({ code: 'N-02', to: [{ role: 'SUP' }, ...dutyRecipients(draft, now)], objectId: ticket.ticketId, cycle: now, severity: workingClass(after), message: handedOver(after, input.text('note')) });
    return { objectId: ticket.ticketId, message: words('已移交主管。', 'Handed to the supervisor.') };
  },
});

const minutesOfPresses = 10;

/** news that the customer sees; the news clock starts again (S-42). */
export const tellProgress: CommandDefinition = command({
  name: 'ticket.tellProgress',
  label: words('告知客户进展', 'Tell the customer the progress'),
  rules: ['R-096'],
  reads: [tickets, slaClocks, ticketNews, ...customerTables],
  fields: [
    { name: 'news', kind: 'long', label: words('进展', 'News'), required: true, minimum: 4, maximum: 400, help: words('客户可见。有邮箱的客户会收到邮件。', 'The customer sees it, by mail where an address is known.') },
    { name: 'channel', kind: 'choice', label: words('告知方式', 'Told by'), choices: channel, required: true, initial: 'PHONE' },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.tellProgress');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const news = input.text('news');
    // Pressed twice, or once more because no answer was seen.
    const again = draft.where(ticketNews, (row) => row.ticketId === ticket.ticketId && row.zh === news && row.at >= addMinutes(now, -minutesOfPresses));
    if (again.length > 0) return refuse('R-096', '同样的进展刚刚已告知客户，不再重复。', 'The customer was told just this a moment ago; it is not told twice.');
    recordMoment(request, ticketMoment(ticket, 'customerUpdated', now));
    request.notify({ code: 'N-60', to: customerRecipient(draft, ticket), objectId: ticket.ticketId, cycle: now, message: progress(ticket, news) });
    return { objectId: ticket.ticketId, message: words('已记录并告知客户。', 'Recorded; the customer is told.') };
  },
});

const told = (draft: Request['draft'], ticketId: string): readonly ManagerReport[] => draft.by(managerReports, 'ticketId', ticketId);

/** Managers who must still hear of a class A or B ticket from the supervisor in person. */
export const managersToTell = ({ draft, settings, now }: Pick<Request, 'draft' | 'settings' | 'now'>, ticket: Ticket): readonly ReportAddressee[] => {
  const severity = workingClass(ticket);
  if (severity !== 'A' && severity !== 'B') return [];
  const required = reportAddressees(severity, draft.all(staff), settings.list('sla.B.report_roles', now));
  return stillToReport(required, told(draft, ticket.ticketId), reportKinds[severity]);
};

const reportFields: readonly Field[] = [
  { name: 'toStaff', kind: 'list', label: words('报告对象', 'Reported to'), help: words('留空表示已向所有应报告的领导报告。', 'Empty means all managers who have to be told.') },
  { name: 'channel', kind: 'choice', label: words('方式', 'By'), choices: channel, required: true, initial: 'PHONE' },
  { name: 'at', kind: 'instant', label: words('报告时间', 'Reported at'), help: words('留空为现在。', 'Empty means now.') },
  { name: 'summary', kind: 'long', label: words('报告内容', 'What was said'), required: true, minimum: 4, maximum: 1000 },
];

const chosenManagers = (request: Request, waiting: readonly ReportAddressee[]): readonly ReportAddressee[] | Refusal => {
  const wanted = request.input.list('toStaff');
  if (wanted.length === 0) return waiting;
  const unknown = wanted.filter((name) => !waiting.some(({ member }) => member.staffId === name || member.name === name));
  if (unknown.length > 0) return refuse('R-256', `“${unknown.join('、')}”不在待报告的领导之中（待报告：${waiting.map(({ member }) => member.name).join('、')}）。`, `"${unknown.join(', ')}" is not among the managers still to be told (${waiting.map(({ member }) => member.name).join(', ')}).`);
  return waiting.filter(({ member }) => wanted.includes(member.staffId) || wanted.includes(member.name));
};

/** S-02, S-05: the clock stops with the last of the required managers. */
export const reportToManagers: CommandDefinition = command({
  name: 'ticket.reportToManagers',
  label: words('登记上报', 'Record the report to managers'),
  rules: ['R-256', 'R-259', 'R-040'],
  reads: [tickets, slaClocks, managerReports],
  fields: reportFields,
  decide: (request) => {
    const found = ticketFor(request, 'ticket.reportToManagers');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const severity = workingClass(ticket);
    if (severity !== 'A' && severity !== 'B') return refuse('R-256', '只有特急和紧急工单须向领导报告。', 'Only classes A and B are reported to managers.');
    const at = input.optionalInstant('at') ?? now;
    if (at > now || at < ticket.receivedAt) return refuse('R-256', '报告时间须在接收时间之后、现在之前。', 'The time of the report must lie between the receipt and now.');
    const waiting = managersToTell(request, ticket);
    if (waiting.length === 0) return refuse('R-256', '应报告的领导均已报告。', 'All managers who have to be told have been told.');
    const reported = chosenManagers(request, waiting);
    if (isRefusal(reported)) return reported;
    for (const { member, role } of reported) {
      draft.insert(managerReports, {
        reportId: draft.nextNumber('MR', '', 4), ticketId: ticket.ticketId, kind: reportKinds[severity], toStaff: member.staffId, toRole: role,
        channel: choiceOf(input, 'channel', channel), at, summary: input.text('summary'), acknowledgedAt: null, recordedAt: now,
      });
    }
    const left = managersToTell(request, ticket);
    // A report recorded later than it was made counts when it was made; the last one decides.
    const last = told(draft, ticket.ticketId).filter(({ kind }) => kind === reportKinds[severity]).map((row) => row.at).sort().pop() ?? at;
    if (left.length === 0) recordMoment(request, ticketMoment(ticket, 'managersReported', last));
    const names = left.map(({ member }) => member.name);
    return { objectId: ticket.ticketId, message: left.length === 0 ? words('已登记，应报告的领导均已报告。', 'Recorded; everybody who has to be told has been told.') : words(`已登记，尚待报告：${names.join('、')}。`, `Recorded; still to be told: ${names.join(', ')}.`) };
  },
});
