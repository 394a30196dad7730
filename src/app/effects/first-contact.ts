import { contactAttempts, slaClocks, tasks, type ContactAttempt, type Ticket } from '../../../sheets-templates';
import { isUnreachable } from '../../deadlines';
import type { Request } from '../request';
import { ticketMoment } from '../commands/tickets/class-effects';
import { clocksOf, recordMoment } from './record-moment';

/** What a command reads that may reach somebody. */
export const contactTables = [contactAttempts, slaClocks, tasks] as const;

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

/** Somebody was reached: the first talk stops S-01, whoever had it and whatever for, and starts S-40 while the class is open. */
export const contactReached = (request: Request, ticket: Ticket, attempt: ContactAttempt): void => {
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
