import { channel, installed, products, serviceType, slaClocks, sourceParty, staff, tickets, ticketStatus, type InstalledUnit, type SourceParty, type Ticket } from '../../../../sheets-templates';
import { dateOf, isRefusal, refuse, words, type Refusal, type Words } from '../../../terms';
import { findUnit, nextStep, openStates, plainPhone } from '../../../tickets';
import { hasRole } from '../../actor';
import { command, type CommandDefinition, type Offer } from '../../command';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { choiceOf } from './chosen';
import { fromOutside } from './intake';
import { knownFields, takeFields } from './intake-fields';
import { callers, knownOf } from './intake-parties';
import { receiptText, register, registerReads } from './register';
import { ticketFor } from './subject';

/** Who the colleague is that passed a request on; null where nobody did. */
const forwarderOf = ({ draft, input }: Request): string | null | Refusal => {
  const named = input.text('forwarder');
  if (named === '') return null;
  const [member, ...others] = draft.where(staff, (row) => row.active && (row.staffId === named || row.name === named));
  return member !== undefined && others.length === 0 ? member.staffId : refuse('R-216', `没有唯一的在职人员“${named}”，请填写人员编号。`, `"${named}" is not one active colleague; please give the staff number.`);
};

/** A colleague outside service who takes a call has forwarded it, whatever he chose (AMB-04). */
const sourceOf = ({ actor, input }: Request, forwarder: string | null): SourceParty => {
  const source = choiceOf(input, 'sourceParty', sourceParty);
  if (fromOutside.includes(source) || (forwarder === null && hasRole(actor, 'CS', 'CLK', 'SUP', 'TSM', 'ENG'))) return source;
  return forwarder === null && hasRole(actor, 'SAL') ? 'SALES' : 'OTHER_DEPT';
};

const unknown: Readonly<Record<string, string>> = { projectName: '无', modelText: '不清楚', serialText: '不清楚' };

const fieldLabels = (names: readonly string[]): readonly Words[] => takeFields.filter(({ name }) => names.includes(name)).map(({ label }) => label);

/** R-210, G-TK-1: what the ledgers know is filled in; the rest must be asked of the caller. */
const completed = (request: Request): Request | Refusal => {
  const input = request.input.completed({ ...unknown, ...knownOf(request, request.input.text('phone'), request.input.text('serialText')) });
  const missing = fieldLabels(knownFields.filter((name) => input.text(name) === ''));
  return missing.length === 0 ? { ...request, input }
    : refuse('G-TK-1', `还缺：${missing.map(({ zh }) => zh).join('、')}（未登记的客户，请向来电、来函人问明）。`, `Still missing: ${missing.map(({ en }) => en).join(', ')} (not a known customer; please ask the caller or writer).`);
};

const repeatNumber = /^TK-\d{8}-\d{3,}$/;

/** TK-1 by staff, and from the list of kept answers: the same guards, whoever took it down. */
export const take = (request: Request, receivedAt = request.input.optionalInstant('receivedAt') ?? request.now): ReturnType<typeof register> => {
  if (request.actor.kind !== 'staff' || !request.actor.staff.active) return refuse('ROLE', '仅员工可登记来电来函。', 'Only staff may take down calls and messages.');
  const forwarder = forwarderOf(request);
  if (isRefusal(forwarder)) return forwarder;
  const whole = completed(request);
  if (isRefusal(whole)) return whole;
  const { input } = request;
  const repeatOf = input.text('repeatOf').toUpperCase();
  if (repeatOf !== '' && !repeatNumber.test(repeatOf)) return refuse('TK-1', '原工单号应如 TK-20260303-001。', 'The ticket repeated should read like TK-20260303-001.');
  return register(whole, { channel: choiceOf(input, 'channel', channel), sourceParty: sourceOf(request, forwarder), receivedAt, forwarder: forwarder ?? undefined, repeatOf: repeatOf === '' ? undefined : repeatOf });
};

/** TK-1: phone, fax, mail, chat, in person, or forwarded by another department. */
export const takeTicket: CommandDefinition = command({
  name: 'ticket.take', label: words('登记来电来函', 'Take down a call or message'), rules: ['R-209', 'R-210', 'R-216', 'TK-1'], reads: registerReads, fields: takeFields,
  decide: (request) => take(request),
});

const unitWords = ({ draft }: Request, unit: InstalledUnit): Words => {
  const text = [unit.serialNo, draft.find(products, unit.productId)?.model, unit.siteCity].filter((part) => part !== undefined && part !== null).join(' · ');
  return words(text, text);
};

const mostUnits = 30;

/** The fast form for a caller: only what is not known has to be typed. */
const formFor = (request: Request, phone: string, serial: string): Offer => {
  const { draft } = request;
  const known = knownOf(request, phone, serial);
  const people = callers(request, phone);
  const ids = people.map(({ customerId }) => customerId);
  const units = draft.where(installed, (unit) => ids.includes(unit.customerId) && unit.status !== 'SCRAPPED').slice(0, mostUnits);
  const filled = (field: Field): Field => {
    if (field.name === 'phone') return { ...field, initial: phone };
    if (field.name === 'contactName' && people.length > 1) return { ...field, kind: 'choice', choices: Object.fromEntries(people.map(({ name }) => [name, words(name, name)])) };
    if (field.name === 'serialText' && units.length > 0 && serial === '') return { ...field, kind: 'choice', choices: { ...Object.fromEntries(units.map((unit) => [unit.serialNo, unitWords(request, unit)])), 不清楚: words('其他或不清楚', 'Another, or unknown') }, ...(units.length === 1 ? { initial: units[0]?.serialNo ?? '' } : {}) };
    const value = known[field.name];
    return value === undefined ? field : { ...field, initial: value };
  };
  return { command: 'ticket.take', objectId: '', label: words('登记', 'Register'), tone: 'primary', fields: takeFields.map(filled) };
};

const ticketLine = (ticket: Ticket): Words => {
  const head = `${ticket.ticketId} ${dateOf(ticket.receivedAt)}`;
  return words(`${head} ${serviceType[ticket.serviceType].zh} ${ticketStatus[ticket.status].zh}：${ticket.faultDesc.slice(0, 40)}`, `${head} ${serviceType[ticket.serviceType].en}, ${ticketStatus[ticket.status].en}: ${ticket.faultDesc.slice(0, 40)}`);
};

const mostShown = 5;

/** who calls, with what is open for him and what was before, while he is still on the phone. */
export const lookUp: CommandDefinition = command({
  name: 'ticket.lookUp', label: words('来电查询并登记', 'Find the caller and register'), rules: ['R-178', 'TK-1', '10.1'], reads: registerReads,
  fields: [{ name: 'caller', kind: 'text', label: words('来电号码或产品编号', 'Phone or serial number of the caller'), required: true, minimum: 4, maximum: 40 }],
  decide: (request) => {
    const { draft, input, actor } = request;
    if (!hasRole(actor, 'CS', 'CLK', 'SUP', 'TSM')) return refuse('ROLE', '只有客服、内勤、主管和经理可查询客户；请用“登记来电来函”。', 'Only customer service, the clerk, the supervisor and the manager may look customers up; please use "Take down a call or message".');
    const typed = input.text('caller');
    const unit = findUnit(draft.all(installed), typed);
    const phone = unit === undefined ? plainPhone(typed) : '';
    const people = callers(request, phone);
    const ids = new Set([...people.map(({ customerId }) => customerId), ...(unit === undefined ? [] : [unit.customerId])]);
    const theirs = [...draft.where(tickets, ({ customerId }) => ids.has(customerId))].sort((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1));
    const open = theirs.filter(({ status }) => openStates.includes(status)).map(ticketLine);
    const earlier = theirs.filter(({ status }) => !openStates.includes(status)).map(ticketLine);
    const list = (lines: readonly Words[], language: 'zh' | 'en'): string => lines.slice(0, mostShown).map((line) => line[language]).join('\n');
    const names = people.map(({ name }) => name).join('、');
    return {
      objectId: '',
      message: ids.size === 0 ? words('未登记的号码，请在下表填写客户信息。', 'An unknown number; please fill in who it is below.')
        : words(`${names || '已登记设备'}\n未完成 ${open.length} 张\n${list(open, 'zh')}\n以前 ${earlier.length} 张\n${list(earlier, 'zh')}`, `${names || 'A known unit'}\n${open.length} open\n${list(open, 'en')}\n${earlier.length} earlier\n${list(earlier, 'en')}`),
      next: formFor(request, phone, unit?.serialNo ?? ''),
    };
  },
});

/** 10.3: the receipt, later where the ticket stands, as a text for a chat. Changes nothing. */
export const ticketText: CommandDefinition = command({
  name: 'ticket.text', label: words('复制给客户的文字', 'Text for the customer'), rules: ['R-096', '10.3', '10.5'], reads: [...registerReads, slaClocks], fields: [],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.text');
    if (isRefusal(found)) return found;
    const { ticket } = found;
    const step = nextStep(ticket.status);
    const text = ticket.status === 'NEW' ? receiptText(request, ticket)
      : words(`【售后服务】${ticket.ticketId}：${step.zh}进展查询：`, `${ticket.ticketId}: ${step.en} Progress:`);
    return { objectId: ticket.ticketId, message: words('请复制下面的文字发给客户。', 'Please copy the text below for the customer.'), copy: { text, page: 'ticket', objectId: ticket.ticketId } };
  },
});
