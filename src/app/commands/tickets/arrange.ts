import { contactAttempts, serviceMode, slaClocks, staff, tickets, type Ticket } from '../../../../sheets-templates';
import { isOpen, supersede } from '../../../deadlines';
import { dateAgreed } from '../../../text/notices/tickets-customer';
import { dateAgreedForStaff, yoursNow } from '../../../text/notices/tickets-staff';
import { allRefusals, dateOf, firstRefusal, isRefusal, refuse, showInstant, words, type Instant, type Refusal } from '../../../terms';
import { command, type CommandDefinition } from '../../command';
import { clocksOf, recordMoment, writeClocks } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { beginService, refuseUnpaidStart, serviceTables } from '../charges/service-course';
import { refuseDeparture } from './charge-guard';
import { choiceOf } from './chosen';
import { ticketMoment } from './class-effects';
import { customerRecipient, customerTables, leadRecipient, ticketFor } from './subject';

const planFields: readonly Field[] = [
  { name: 'servicePlan', kind: 'long', label: words('服务方案', 'Service plan'), required: true, minimum: 2, maximum: 2000, help: words('服务内容、方法、所需人员和配件。', 'Content and method of the service, people and parts needed.') },
  { name: 'serviceMode', kind: 'choice', label: words('服务方式', 'Service mode'), choices: serviceMode, required: true },
];

/** content and method of the service, agreed with the customer. */
export const planService: CommandDefinition = command({
  name: 'ticket.plan',
  label: words('制定服务方案', 'Plan the service'),
  rules: ['R-217'],
  reads: [tickets],
  fields: planFields,
  decide: (request) => {
    const found = ticketFor(request, 'ticket.plan');
    if (isRefusal(found)) return found;
    const { draft, input } = request;
    draft.update(tickets, found.ticket.ticketId, { servicePlan: input.text('servicePlan'), serviceMode: choiceOf(input, 'serviceMode', serviceMode) });
    return { objectId: found.ticket.ticketId, message: words('服务方案已保存。', 'The plan is saved.') };
  },
});

/** Midnight means that only the date was agreed. */
const hasTime = (moment: Instant): boolean => moment.slice(11, 16) !== '00:00';
const spoken = (moment: Instant): string => (hasTime(moment) ? showInstant(moment) : dateOf(moment));

const planComplete = (ticket: Ticket): Refusal | null =>
  allRefusals('TK-6', [
    ticket.servicePlan === null || ticket.servicePlan === '' ? refuse('TK-6', '须先填写服务方案（由主管填写）。', 'The service plan is missing (the supervisor writes it).') : null,
    ticket.serviceMode === null ? refuse('TK-6', '须先选择服务方式（由主管选择）。', 'The service mode is missing (the supervisor chooses it).') : null,
  ]);

const notPast = (agreed: Instant, now: Instant): Refusal | null =>
  dateOf(agreed) >= dateOf(now) ? null : refuse('TK-6', '约定日期不能早于今天。', 'The agreed date cannot lie before today.');

/** TK-7: another date needs the reason and a logged talk with the customer after the date before was agreed. */
const reasonToChange = (request: Request, ticket: Ticket): Refusal | null => {
  if (ticket.status !== 'SCHEDULED') return null;
  const since = clocksOf(request.draft, ticket.ticketId).filter((clock) => clock.ruleId === 'S-09').map((clock) => clock.startAt).sort().pop();
  const talked = request.draft.by(contactAttempts, 'ticketId', ticket.ticketId).some((row) => row.outcome === 'REACHED' && (since === undefined || row.at >= since));
  return allRefusals('TK-7', [
    request.input.text('reason') === '' ? refuse('TK-7', '改约须写明原因；请在侧边栏用“改约日期”办理，表格单元格里无法填写原因。', 'Another date needs a reason; please use "Agree another date" in the sidebar, a cell has no room for one.') : null,
    talked ? null : refuse('TK-7', '改约前须与客户沟通并登记联系（由主管或客服登记）。', 'Before another date is agreed, the talk with the customer must be logged (by the supervisor or customer service).'),
  ]);
};

/** The old S-09 ends: replaced where the customer asked before it was due, else as it stands (TK-7). */
const endOldAgreement = (request: Request, ticket: Ticket): void => {
  const { draft, input, now } = request;
  const open = clocksOf(draft, ticket.ticketId).filter((clock) => clock.ruleId === 'S-09' && isOpen(clock));
  const talks = draft.by(contactAttempts, 'ticketId', ticket.ticketId).filter((row) => row.outcome === 'REACHED').map((row) => row.at).sort();
  const asked = input.text('askedBy') === 'COMPANY' ? now : talks[talks.length - 1] ?? now;
  writeClocks(draft, open.map((clock) => (asked > clock.dueAt ? { ...clock, stopAt: now, result: 'BREACHED_DONE' as const } : supersede(clock, now, now))));
};

const askers = { CUSTOMER: words('客户', 'The customer'), COMPANY: words('公司', 'The company') };

/** TK-6, TK-7. Also what typing into the agreed-date cell becomes. */
export const agreeDate: CommandDefinition = command({
  name: 'ticket.agree',
  label: words('约定日期', 'Agree a date'),
  rules: ['R-217', 'R-262', 'TK-6', 'TK-7'],
  reads: [tickets, slaClocks, contactAttempts, ...customerTables],
  fields: [
    { name: 'agreedDate', kind: 'instant', label: words('约定时间', 'Agreed time'), required: true, help: words('只约定日期时，时间填 00:00。', 'For a date alone, give 00:00 as the time.') },
    { name: 'askedBy', kind: 'choice', label: words('由谁提出改约', 'Who asked for the change'), choices: askers, help: words('首次约定不用填写。', 'Not needed the first time.') },
    { name: 'reason', kind: 'text', label: words('改约原因', 'Reason for the change'), help: words('首次约定不用填写。', 'Not needed the first time.'), maximum: 300 },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.agree');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const agreed = input.instant('agreedDate');
    const refused = firstRefusal([planComplete(ticket), notPast(agreed, now), reasonToChange(request, ticket)]);
    if (refused !== null) return refused;
    endOldAgreement(request, ticket);
    const after = draft.update(tickets, ticket.ticketId, { agreedDate: agreed, agreedHasTime: hasTime(agreed), status: 'SCHEDULED' });
    recordMoment(request, ticketMoment(after, 'dateAgreed', now));
    recordMoment(request, ticketMoment(after, 'customerUpdated', now));
    const notice = { code: 'N-05', objectId: ticket.ticketId, cycle: now, severity: ticket.severity };
    request.notify({ ...notice, to: customerRecipient(draft, after), message: dateAgreed(after, spoken(agreed)) });
    request.notify({ ...notice, to: [{ role: 'CLK' }, ...leadRecipient(after)], message: dateAgreedForStaff(after, spoken(agreed)) });
    return { objectId: ticket.ticketId, message: words(`已约定 ${spoken(agreed)}。`, `Agreed for ${spoken(agreed)}.`) };
  },
});

/** TK-9 */
export const startRemote: CommandDefinition = command({
  name: 'ticket.startRemote',
  label: words('开始远程处理', 'Start remote work'),
  rules: ['R-213', 'TK-9'],
  reads: [tickets, slaClocks, ...serviceTables],
  fields: [],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.startRemote');
    if (isRefusal(found)) return found;
    const { draft, now, actor } = request;
    const refused = refuseDeparture(request, found.ticket) ?? refuseUnpaidStart(request, found.ticket);
    if (refused !== null) return refused;
    beginService(request, found.ticket);
    const engineer = actor.kind === 'staff' && actor.staff.roles.includes('ENG') ? actor.staff.staffId : found.ticket.engineerLead;
    const after = draft.update(tickets, found.ticket.ticketId, { status: 'REMOTE', serviceMode: 'REMOTE', engineerLead: engineer });
    recordMoment(request, ticketMoment(after, 'remoteStarted', now));
    return { objectId: after.ticketId, message: words('已开始远程处理。', 'Remote work has started.') };
  },
});

/** somebody is answerable for every ticket until it is closed. */
export const assignOwner: CommandDefinition = command({
  name: 'ticket.assign',
  label: words('指定责任人', 'Name the owner'),
  rules: ['R-215'],
  reads: [tickets, slaClocks],
  fields: [{ name: 'ownerStaff', kind: 'text', label: words('责任人', 'Owner'), required: true, help: words('姓名或人员编号。', 'Name or staff number.') }],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.assign');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const wanted = input.text('ownerStaff');
    const [member, ...others] = draft.where(staff, (row) => row.active && (row.staffId === wanted || row.name === wanted));
    if (member === undefined) return refuse('R-215', `没有在职人员“${wanted}”。请填写姓名或人员编号。`, `Nobody active is called "${wanted}". Please give a name or staff number.`);
    if (others.length > 0) return refuse('R-215', `有多位“${wanted}”，请填写人员编号。`, `Several people are called "${wanted}"; please give the staff number.`);
    // Pressed twice, or nothing new: nobody is told again.
    if (found.ticket.ownerStaff === member.staffId) return { objectId: found.ticket.ticketId, message: words(`责任人已是${member.name}。`, `${member.name} is the owner already.`) };
    const after = draft.update(tickets, found.ticket.ticketId, { ownerStaff: member.staffId });
    if (member.roles.includes('SUP')) recordMoment(request, ticketMoment(after, 'handedToSupervisor', now));
    request.notify({ code: 'N-02', to: [{ staffId: member.staffId }], objectId: after.ticketId, cycle: now, severity: after.severity, message: yoursNow(after, words('此工单已交由您负责跟踪，直至关闭。', 'This ticket is yours to follow until it is closed.')) });
    return { objectId: after.ticketId, message: words(`责任人：${member.name}。`, `Owner: ${member.name}.`) };
  },
});
