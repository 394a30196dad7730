import { channel, contactAttempts, contactOutcome, contactParty, contactPurpose, dutyRoster, slaClocks, tasks, tickets, type ContactAttempt, type Ticket } from '../../../sheets-templates';
import { isUnreachable } from '../../deadlines';
import { isRefusal, refuse, words, type Instant, type Refusal } from '../../terms';
import { onDuty, workingClass } from '../../tickets';
import { hasRole, staffIdOf } from '../actor';
import { command, type CommandDefinition } from '../command';
import { clocksOf, recordMoment } from '../effects/record-moment';
import type { Request } from '../request';
import { choiceOf } from './tickets/chosen';
import { ticketMoment } from './tickets/class-effects';
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

/** AMB-05: a colleague counts for S-01, but the customer is to be called in the same hour as well. */
const callCustomerToo = (request: Request, ticket: Ticket): void => {
  const first = clocksOf(request.draft, ticket.ticketId).find((clock) => clock.ruleId === 'S-01');
  request.draft.insert(tasks, {
    taskId: request.draft.nextNumber('TA', '', 4), ticketId: ticket.ticketId, kind: 'CALLBACK', title: '还须直接联系客户了解情况 / Call the customer as well', unit: '售后服务',
    owner: ticket.ownerStaff, dueAt: first?.dueAt ?? request.now, doneAt: null, result: null, status: 'OPEN',
  });
};

const callbackDone = (request: Request, ticket: Ticket, attempt: ContactAttempt): void => {
  for (const task of request.draft.by(tasks, 'ticketId', ticket.ticketId).filter((row) => row.kind === 'CALLBACK' && row.status === 'OPEN')) {
    request.draft.update(tasks, task.taskId, { status: 'DONE', doneAt: attempt.at, result: attempt.content });
  }
};

/** 4.4 no. 6: a late first contact after two early attempts is not the person's fault; company figures keep the breach. */
export const excuse = (request: Pick<Request, 'draft' | 'settings'>, ticketId: string): void => {
  const { draft, settings } = request;
  const attempts = draft.by(contactAttempts, 'ticketId', ticketId).map((row) => ({ at: row.at, reached: row.outcome === 'REACHED' }));
  for (const clock of clocksOf(draft, ticketId).filter((row) => row.ruleId === 'S-01' && row.result === 'BREACHED_DONE' && row.breachReason === null)) {
    if (isUnreachable(clock, attempts, settings)) draft.update(slaClocks, clock.clockId, { breachReason: 'UNREACHABLE' });
  }
};

const reached = (request: Request, ticket: Ticket, attempt: ContactAttempt): void => {
  const firstOpen = clocksOf(request.draft, ticket.ticketId).some((clock) => clock.ruleId === 'S-01' && clock.stopAt === null);
  const internal = attempt.toParty === 'INFO_PROVIDER' || attempt.toParty === 'SALES';
  if (!internal) callbackDone(request, ticket, attempt);
  if (attempt.toParty === 'CUSTOMER' && attempt.purpose === 'PROGRESS' && ticket.status !== 'NEW') recordMoment(request, ticketMoment(ticket, 'customerUpdated', attempt.at));
  if (!firstOpen || (internal && !request.settings.flag('sla.contact.internal_ok', request.now))) return;
  // S-40 waits for the class, which cannot come before somebody was reached; a ticket that has its class needs none.
  recordMoment(request, ticketMoment(ticket, 'reached', attempt.at, ticket.severity === null ? {} : { facts: { only: [] } }));
  excuse(request, ticket.ticketId);
  if (internal) callCustomerToo(request, ticket);
};

/** TK-2, R-251, R-252: every attempt is kept; only one that reached somebody stops the clock (AMB-06). */
const logContact: CommandDefinition = command({
  name: 'ticket.logContact',
  label: words('登记联系', 'Log a contact'),
  rules: ['R-251', 'R-252', 'TK-2', 'AMB-05', 'AMB-06'],
  reads: [tickets, contactAttempts, slaClocks, dutyRoster, tasks],
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
    if (attempt.outcome === 'REACHED') reached(request, ticket, attempt);
    const severity = workingClass(ticket);
    return attempt.outcome === 'REACHED'
      ? { objectId: ticket.ticketId, message: words(`已登记联系${ticket.severity === null ? '，请定级' : ''}。`, `Logged${ticket.severity === null ? '; please classify now' : ''}.`) }
      : { objectId: ticket.ticketId, message: words(`已登记。未联系上不停止计时，请${severity === 'C' ? '稍后' : ' 15 分钟内'}再试。`, `Logged. The clock runs on; please try again ${severity === 'C' ? 'later' : 'within 15 minutes'}.`) };
  },
});

export const contactsCommands: readonly CommandDefinition[] = [logContact];
