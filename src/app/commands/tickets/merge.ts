import { approvals, contactAttempts, dispatchOrders, liabilityDecisions, managerReports, quotes, slaClocks, staff, tasks, tickets, type Severity, type Ticket } from '../../../../sheets-templates';
import { mergeClocks } from '../../../deadlines';
import { allRefusals, isRefusal, refuse, words, type Instant, type Refusal } from '../../../terms';
import { isHigherClass, openStates, reachedAttempt, workingClass } from '../../../tickets';
import { command, type CommandDefinition } from '../../command';
import { clocksOf, recordMoment, writeClocks } from '../../effects/record-moment';
import { underPauses } from '../../effects/standing-pauses';
import type { Request } from '../../request';
import { openCases } from '../charges/liability';
import { applyClassTables, happenedSoFar } from './apply-class';
import { alarm, ticketMoment } from './class-effects';
import { endTicket, ordersOpen } from './end';
import { managersToTell } from './follow';
import { noTicket, ticketFor } from './subject';

const fits = ({ draft }: Request, ticket: Ticket, target: Ticket): Refusal | null =>
  allRefusals('TK-23', [
    target.ticketId === ticket.ticketId ? refuse('TK-23', '不能并入自身。', 'A ticket cannot be merged into itself.') : null,
    openStates.includes(target.status) ? null : refuse('TK-23', `${target.ticketId} 已不在办理中，请并入未完成的工单。`, `${target.ticketId} is not open any more; please choose an open ticket.`),
    target.customerId === ticket.customerId ? null : refuse('TK-23', `${target.ticketId} 属于另一客户，不能合并（客户登记重复的，先由内勤合并客户档案）。`, `${target.ticketId} belongs to another customer (where a customer stands twice, the clerk merges the records first).`),
    draft.by(quotes, 'ticketId', ticket.ticketId).length === 0 ? null : refuse('TK-23', '此工单已有报价，请反过来把另一工单并入此工单。', 'This ticket has a quote; please merge the other one into this.'),
    ordersOpen(draft, ticket),
  ]);

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

const higher = (one: Severity | null, other: Severity | null): Severity | null => (other !== null && isHigherClass(other, one) ? other : one);

/** When the class that stays began to count: with whichever of the two had it first. */
const effectiveFrom = (both: readonly Ticket[], severity: Severity | null): Instant | null =>
  both.filter((one) => workingClass(one) === severity).map((one) => one.severityEffectiveAt ?? one.receivedAt).sort()[0] ?? null;

/** Calls, reports and tasks of the merged ticket go on under the one that stays. */
const carryOver = ({ draft }: Request, from: string, to: string): void => {
  for (const row of draft.by(contactAttempts, 'ticketId', from)) draft.update(contactAttempts, row.attemptId, { ticketId: to });
  for (const row of draft.by(managerReports, 'ticketId', from)) draft.update(managerReports, row.reportId, { ticketId: to });
  for (const row of draft.by(tasks, 'ticketId', from)) draft.update(tasks, row.taskId, { ticketId: to });
};

const firstTalk = ({ draft }: Request, { ticketId }: Ticket): Instant | undefined => reachedAttempt(draft.by(contactAttempts, 'ticketId', ticketId))?.at;

const recount = (request: Request, before: Ticket, after: Ticket): void => {
  const { draft, now, calendar, settings } = request;
  const { objectType, objectId, severity, facts } = ticketMoment(after, 'classified', now);
  const reached = firstTalk(request, after);
  const reports = draft.by(managerReports, 'ticketId', after.ticketId).map((row) => row.at).sort();
  const reported = managersToTell(request, after).length === 0 ? reports[reports.length - 1] : undefined;
  const happened = { ...happenedSoFar(request, before), ...(reached === undefined ? {} : { reached }), ...(reported === undefined ? {} : { managersReported: reported }) };
  writeClocks(draft, mergeClocks(clocksOf(draft, after.ticketId), { paid: false, ...facts, objectType, objectId, severity, at: now }, happened, calendar, settings, underPauses(request)));
};

/** TK-23: one request that came twice. The earlier receipt and the higher class stay, so nobody gains time by it. */
export const mergeTicket: CommandDefinition = command({
  name: 'ticket.merge',
  label: words('并入另一工单', 'Merge into another ticket'),
  rules: ['TK-23'],
  reads: [...applyClassTables, liabilityDecisions, managerReports, tasks, quotes, approvals, staff, slaClocks, dispatchOrders],
  fields: [{ name: 'target', kind: 'text', label: words('并入工单号', 'Into ticket'), required: true, maximum: 40 }],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.merge');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const target = draft.find(tickets, input.text('target').toUpperCase());
    if (target === undefined) return { ...noTicket(input.text('target')), code: 'TK-23' };
    const refused = fits(request, ticket, target);
    if (refused !== null) return refused;
    endTicket(request, ticket, 'MERGED', 'DUPLICATE');
    for (const row of openCases(draft, ticket.ticketId)) draft.update(liabilityDecisions, row.decisionId, { status: 'CANCELLED' });
    carryOver(request, ticket.ticketId, target.ticketId);
    const [from, to] = [workingClass(target), higher(workingClass(target), workingClass(ticket))];
    const after = draft.update(tickets, target.ticketId, {
      receivedAt: earlier(target.receivedAt, ticket.receivedAt),
      // A class that nobody has decided yet stays provisional.
      severity: target.severity === null ? null : to, severityClaimed: target.severity === null ? to : target.severityClaimed,
      severityEffectiveAt: target.severity === null ? null : effectiveFrom([target, ticket], to),
      majorException: target.majorException || to === 'A',
    });
    if (after.receivedAt !== target.receivedAt || to !== from) recount(request, target, after);
    const talked = firstTalk(request, after);
    // A talk about the one is a talk about the other: S-01 ends, the class is next (S-40).
    if (talked !== undefined) recordMoment(request, ticketMoment(after, 'reached', talked, { facts: { only: after.severity === null ? ['S-40'] : [] } }));
    if (to !== null && to !== from) alarm(request, after, to, now);
    return { objectId: target.ticketId, message: words(`${ticket.ticketId} 已并入 ${target.ticketId}。`, `${ticket.ticketId} is merged into ${target.ticketId}.`) };
  },
});
