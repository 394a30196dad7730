import { contacts, customers, dutyRoster, tickets, type Ticket } from '../../../../sheets-templates';
import { isOpen } from '../../../deadlines';
import { receipt } from '../../../text/notices/tickets-customer';
import { newTicket } from '../../../text/notices/tickets-staff';
import { isUsualPhone, onDuty, plainPhone, possibleDuplicates, sameSerial, type ImpactAnswers } from '../../../tickets';
import { addMinutes, atMinute, dateOf, firstRefusal, plusDays, refuse, showInstant, words, type Refusal, type Words } from '../../../terms';
import { hasRole } from '../../actor';
import { command, type CommandDefinition, type Reply } from '../../command';
import { clocksOf } from '../../effects/record-moment';
import type { Request } from '../../request';
import { alarm } from './class-effects';
import { chargeTables } from './charge-guard';
import { impactAnswers, registerFields } from './intake-fields';
import { contactDue, createTicket, intakeTables, type Arrival } from './intake';
import { contactOf, customerOf, papersOf, partyTables } from './intake-parties';
import { customerRecipient, dutyRecipients } from './subject';

const duplicateDays = 7;

const kept = { zh: '此次内容已留存，客服会在两个工作小时内核对并与您联系。', en: 'What you sent is kept; customer service checks it within two working hours and contacts you.' };

/** G-TK-3: what is suspicious waits for customer service in the list of 10.1; what may be class A always comes through. */
const notSuspicious = (request: Request, answers: ImpactAnswers): Refusal | null => {
  const { draft, input, now, actor, settings } = request;
  if (actor.kind !== 'visitor') return null;
  if (input.has('trap')) return refuse('G-TK-3', `标明留空的一项填有内容，疑似程序自动提交。${kept.zh}`, `The question to be left empty was answered, as a program does. ${kept.en}`);
  if (answers.danger === true || answers.wideOutage === true) return null;
  const phone = plainPhone(input.text('phone'));
  const serial = input.text('serialText');
  const ids = new Set(draft.where(contacts, (contact) => plainPhone(contact.phone) === phone).map((contact) => contact.contactId));
  const recent = draft.where(tickets, (ticket) => ticket.registeredBy === null && ticket.registeredAt > addMinutes(now, -60) && (ids.has(ticket.reporterContact) || sameSerial(ticket.serialText, serial)));
  return recent.length < settings.count('intake.per_hour', now) ? null
    : refuse('G-TK-3', `同一电话或设备一小时内提交次数过多。${kept.zh}`, `Too many requests for this number or unit within an hour. ${kept.en}`);
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

const receiptFor = (request: Request, ticket: Ticket) => receipt(ticket, contactDue(request, ticket), onDuty(request.draft.all(dutyRoster), request.now)?.phone ?? null);

/** The receipt to paste into WeChat or SMS; the address of the status page follows it (10.3). */
export const receiptText = (request: Request, ticket: Ticket): Words => {
  const text = receiptFor(request, ticket).copyText;
  return words(`${text?.zh ?? ''}进展查询：`, `${text?.en ?? ''} Progress:`);
};

const tell = (request: Request, ticket: Ticket): void => {
  const { draft, now } = request;
  const message = receiptFor(request, ticket);
  const clocks = clocksOf(draft, ticket.ticketId).filter(isOpen);
  request.notify({ code: 'N-01', to: customerRecipient(draft, ticket), objectId: ticket.ticketId, message });
  request.notify({ code: 'N-02', to: [{ role: 'SUP' }, { role: 'CLK' }, ...dutyRecipients(draft, now)], objectId: ticket.ticketId, severity: ticket.severityClaimed, message: newTicket(ticket, clocks, remarks(request, ticket), message.copyText) });
  // The alarm of a provisional class A leaves with the very commit that registers it.
  if (ticket.severityClaimed === 'A') alarm(request, ticket, 'A', 'provisional');
};

/** TK-1: guards, ticket, clocks, notices, in one commit. Reads `registerReads`. */
export const register = (request: Request, arrival: Arrival): Reply | Refusal => {
  if (request.actor.kind === 'customer') return refuse('ROLE', '请用报修表单提交新的服务请求。', 'Please use the request form for a new request.');
  const answers = impactAnswers(request.input);
  const refused = firstRefusal([emailUsable(request), receivedInTime(request, arrival), notSuspicious(request, answers)]);
  if (refused !== null) return refused;
  const customer = customerOf(request, arrival.channel);
  const parties = { customer, contact: contactOf(request, customer), papers: papersOf(request, customer) };
  const ticket = createTicket(request, arrival, parties, answers);
  tell(request, ticket);
  const due = showInstant(contactDue(request, ticket));
  const seen = remarks(request, ticket);
  return {
    objectId: ticket.ticketId,
    message: words(`已登记，工单号 ${ticket.ticketId}。我们会在 ${due} 前与您联系。${seen.map(({ zh }) => zh).join('')}`, `Registered as ${ticket.ticketId}. We will contact you by ${due}. ${seen.map(({ en }) => en).join(' ')}`),
    copy: { text: receiptText(request, ticket), page: 'ticket', objectId: ticket.ticketId },
  };
};

export const registerReads = [...intakeTables, ...partyTables, ...chargeTables, customers, dutyRoster];

/** TK-1 by the customer's own form. */
export const registerTicket: CommandDefinition = command({
  name: 'ticket.register',
  label: words('报修登记', 'Request service'),
  rules: ['R-006', 'R-146', 'R-209', 'R-210', 'TK-1'],
  reads: registerReads,
  fields: registerFields,
  decide: (request) => register(request, { channel: request.actor.kind === 'staff' ? 'PHONE' : 'WEB', sourceParty: 'CUSTOMER', receivedAt: request.sentAt }),
});
