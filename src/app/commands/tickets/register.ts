import { channel, contacts, customers, dutyRoster, sourceParty, tickets, type Ticket } from '../../../../sheets-templates';
import { isOpen } from '../../../deadlines';
import { receipt } from '../../../text/notices/tickets-customer';
import { newTicket } from '../../../text/notices/tickets-staff';
import { isUsualPhone, onDuty, plainPhone, possibleDuplicates, type ImpactAnswers } from '../../../tickets';
import { addMinutes, atMinute, dateOf, firstRefusal, plusDays, refuse, showInstant, words, type Refusal, type Words } from '../../../terms';
import { hasRole } from '../../actor';
import { command, type CommandDefinition, type Reply } from '../../command';
import { clocksOf } from '../../effects/record-moment';
import type { Request } from '../../request';
import { alarm } from './class-effects';
import { chargeTables } from './charge-guard';
import { choiceOf } from './chosen';
import { impactAnswers, registerFields, takeFields } from './intake-fields';
import { contactDue, createTicket, intakeTables, type Arrival } from './intake';
import { contactOf, customerOf, papersOf, partyTables } from './intake-parties';
import { customerRecipient, dutyRecipients } from './subject';

/** Abuse limit of 10.1: requests from one phone number within an hour. */
const mostPerHour = 5;
const duplicateDays = 7;

/** G-TK-3: refused requests are kept for customer service to check; what may be class A always comes through. */
const notFlooded = (request: Request, answers: ImpactAnswers): Refusal | null => {
  const { draft, input, now, actor } = request;
  if (actor.kind !== 'visitor' || answers.danger === true || answers.wideOutage === true) return null;
  const phone = plainPhone(input.text('phone'));
  const ids = new Set(draft.where(contacts, (contact) => plainPhone(contact.phone) === phone).map((contact) => contact.contactId));
  const recent = draft.where(tickets, (ticket) => ticket.registeredBy === null && ids.has(ticket.reporterContact) && ticket.registeredAt > addMinutes(now, -60));
  return recent.length < mostPerHour ? null
    : refuse('G-TK-3', '同一电话一小时内提交次数过多，此次内容已留存，客服会尽快核对并与您联系。', 'Too many requests from this number within an hour. This one is kept; customer service will check it and contact you.');
};

const emailUsable = (request: Request): Refusal | null => {
  const email = request.input.text('email');
  return email === '' || /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]{2,}$/.test(email) ? null : refuse('G-TK-1', '邮箱格式不正确，请更正或留空。', 'The email address is not usable; please correct it or leave it empty.');
};

/** G-TK-2 */
const receivedInTime = (request: Request, { receivedAt }: Arrival): Refusal | null => {
  const { now, settings, actor } = request;
  if (receivedAt > now) return refuse('G-TK-2', '接收时间不能晚于现在。', 'The time of receipt cannot lie in the future.');
  const days = settings.count('tk.backdate_days', now);
  const oldest = atMinute(plusDays(dateOf(now), -days), 0);
  return receivedAt >= oldest || hasRole(actor, 'SUP') ? null
    : refuse('G-TK-2', `接收时间早于 ${days} 天前的，须由主管登记。`, `Only the supervisor may register what was received more than ${days} days ago.`);
};

/** Things whoever takes it up should look at. */
const remarks = (request: Request, ticket: Ticket): readonly Words[] => {
  const { draft, input } = request;
  const doubles = possibleDuplicates(draft.all(tickets), ticket, duplicateDays).map((other) => other.ticketId);
  return [
    ...(doubles.length === 0 ? [] : [words(`可能与以下工单重复：${doubles.join('、')}。`, `May be the same request as: ${doubles.join(', ')}.`)]),
    ...(ticket.repeatOf === null ? [] : [words(`可能是 ${ticket.repeatOf} 验收后重复出现的故障。`, `May be the fault of ${ticket.repeatOf} again after its acceptance.`)]),
    ...(isUsualPhone(input.text('phone')) ? [] : [words('联系电话格式少见，请核对。', 'The phone number looks unusual; please check it.')]),
  ];
};

const tell = (request: Request, ticket: Ticket): void => {
  const { draft, now } = request;
  const dutyPhone = onDuty(draft.all(dutyRoster), now)?.phone ?? null;
  const message = receipt(ticket, contactDue(request, ticket), dutyPhone);
  const clocks = clocksOf(draft, ticket.ticketId).filter(isOpen);
  request.notify({ code: 'N-01', to: customerRecipient(draft, ticket), objectId: ticket.ticketId, message });
  request.notify({ code: 'N-02', to: [{ role: 'SUP' }, { role: 'CLK' }, ...dutyRecipients(draft, now)], objectId: ticket.ticketId, severity: ticket.severityClaimed, message: newTicket(ticket, clocks, remarks(request, ticket), message.copyText) });
  // The alarm of a provisional class A leaves with the very commit that registers it.
  if (ticket.severityClaimed === 'A') alarm(request, ticket, 'A', 'provisional');
};

const register = (request: Request, arrival: Arrival): Reply | Refusal => {
  if (request.actor.kind === 'customer') return refuse('ROLE', '请用报修表单提交新的服务请求。', 'Please use the request form for a new request.');
  const answers = impactAnswers(request.input);
  const refused = firstRefusal([emailUsable(request), receivedInTime(request, arrival), notFlooded(request, answers)]);
  if (refused !== null) return refused;
  const customer = customerOf(request, arrival.channel);
  const parties = { customer, contact: contactOf(request, customer), papers: papersOf(request, customer) };
  const ticket = createTicket(request, arrival, parties, answers);
  tell(request, ticket);
  const due = showInstant(contactDue(request, ticket));
  return { objectId: ticket.ticketId, message: words(`已登记，工单号 ${ticket.ticketId}。我们会在 ${due} 前与您联系。`, `Registered as ${ticket.ticketId}. We will contact you by ${due}.`) };
};

const reads = [...intakeTables, ...partyTables, ...chargeTables, customers, dutyRoster];

/** TK-1 by the customer's own form. */
export const registerTicket: CommandDefinition = command({
  name: 'ticket.register',
  label: words('报修登记', 'Request service'),
  rules: ['R-006', 'R-146', 'R-209', 'R-210', 'TK-1'],
  reads,
  fields: registerFields,
  decide: (request) => register(request, { channel: request.actor.kind === 'staff' ? 'PHONE' : 'WEB', sourceParty: 'CUSTOMER', receivedAt: request.now }),
});

/** TK-1 by staff: phone, fax, mail, chat, or forwarded by another department. */
export const takeTicket: CommandDefinition = command({
  name: 'ticket.take',
  label: words('登记来电来函', 'Take down a call or message'),
  rules: ['R-209', 'R-210', 'R-216', 'TK-1'],
  reads,
  fields: takeFields,
  decide: (request) => {
    if (request.actor.kind !== 'staff' || !request.actor.staff.active) return refuse('ROLE', '仅员工可登记来电来函。', 'Only staff may take down calls and messages.');
    const { input, now } = request;
    return register(request, { channel: choiceOf(input, 'channel', channel), sourceParty: choiceOf(input, 'sourceParty', sourceParty), receivedAt: input.optionalInstant('receivedAt') ?? now });
  },
});
