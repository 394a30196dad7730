import { channel, contactAttempts, contactOutcome, contactParty, contactPurpose, dutyRoster, tickets, type Ticket } from '../../../sheets-templates';
import { isRefusal, refuse, words, type Instant, type Refusal } from '../../terms';
import { onDuty, workingClass } from '../../tickets';
import { hasRole, staffIdOf } from '../actor';
import { command, type CommandDefinition } from '../command';
import { contactReached, contactTables } from '../effects/first-contact';
import type { Request } from '../request';
import { choiceOf } from './tickets/chosen';
import { ticketFor } from './tickets/subject';

/** An engineer logs contacts while on duty or as the one in charge of the ticket (TK-2). */
const engineerConcerned = (request: Request, ticket: Ticket): Refusal | null => {
  const { actor, draft, now } = request;
  const me = staffIdOf(actor);
  if (hasRole(actor, 'SUP', 'CS') || me === ticket.engineerLead || me === ticket.ownerStaff) return null;
  const duty = onDuty(draft.all(dutyRoster), now);
  return duty !== null && (duty.primary === me || duty.backup === me) ? null : refuse('TK-2', '只有主管、客服、值班工程师或本工单的负责工程师可登记联系。', 'Only the supervisor, customer service, the engineer on duty or the lead engineer may log contacts.');
};

const inTime = (at: Instant, ticket: Ticket, now: Instant): Refusal | null =>
  at >= ticket.receivedAt && at <= now ? null : refuse('TK-2', '联系时间须在接收时间之后、现在之前。', 'The time of the contact must lie between the receipt and now.');

/** TK-2, R-251, R-252: every attempt is kept; only one that reached somebody stops the clock (AMB-06). */
const logContact: CommandDefinition = command({
  name: 'ticket.logContact',
  label: words('登记联系', 'Log a contact'),
  rules: ['R-251', 'R-252', 'TK-2', 'AMB-05', 'AMB-06'],
  reads: [tickets, ...contactTables, dutyRoster],
  fields: [
    { name: 'outcome', kind: 'choice', label: words('结果', 'Outcome'), choices: contactOutcome, required: true },
    { name: 'toParty', kind: 'choice', label: words('联系对象', 'With whom'), choices: contactParty, required: true, initial: 'CUSTOMER' },
    { name: 'channel', kind: 'choice', label: words('方式', 'By'), choices: channel, required: true, initial: 'PHONE' },
    { name: 'purpose', kind: 'choice', label: words('目的', 'Purpose'), choices: contactPurpose, help: words('留空时：未联系上客户前为首次联系，之后为进度告知。', 'Empty: first contact until somebody was reached, progress after.') },
    { name: 'at', kind: 'instant', label: words('联系时间', 'At'), help: words('留空为现在。', 'Empty means now.') },
    { name: 'content', kind: 'long', label: words('沟通内容', 'Content'), maximum: 2000 },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.logContact');
    if (isRefusal(found)) return found;
    const { draft, input, now, actor } = request;
    const { ticket } = found;
    const at = input.optionalInstant('at') ?? now;
    const silent = input.text('outcome') === 'REACHED' && input.text('content') === '';
    const refused = engineerConcerned(request, ticket) ?? inTime(at, ticket, now) ?? (silent ? refuse('R-014', '联系上后请写明了解到的故障和情况。', 'Say what was learnt of the fault in the talk.') : null);
    if (refused !== null) return refused;
    const before = draft.by(contactAttempts, 'ticketId', ticket.ticketId).some((row) => row.outcome === 'REACHED');
    const attempt = draft.insert(contactAttempts, {
      attemptId: draft.nextNumber('CA', '', 6), ticketId: ticket.ticketId,
      purpose: input.has('purpose') ? choiceOf(input, 'purpose', contactPurpose) : before ? 'PROGRESS' : 'FIRST',
      at, byStaff: staffIdOf(actor) ?? '', toParty: choiceOf(input, 'toParty', contactParty), channel: choiceOf(input, 'channel', channel),
      outcome: choiceOf(input, 'outcome', contactOutcome), content: input.optionalText('content'), recordedAt: now,
    });
    if (attempt.outcome === 'REACHED') contactReached(request, ticket, attempt);
    const severity = workingClass(ticket);
    return attempt.outcome === 'REACHED'
      ? { objectId: ticket.ticketId, message: words(`已登记联系${ticket.severity === null ? '，请定级' : ''}。`, `Logged${ticket.severity === null ? '; please classify now' : ''}.`) }
      : { objectId: ticket.ticketId, message: words(`已登记。未联系上不停止计时，请${severity === 'C' ? '稍后' : ' 15 分钟内'}再试。`, `Logged. The clock runs on; please try again ${severity === 'C' ? 'later' : 'within 15 minutes'}.`) };
  },
});

export const contactsCommands: readonly CommandDefinition[] = [logContact];
