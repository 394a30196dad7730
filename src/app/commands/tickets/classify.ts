import { approvals, contactAttempts, severity as severities, staff, tickets, type Severity, type Ticket } from '../../../../sheets-templates';
import { classNeedsContact, ticketTransitions, isLowerClass, loweringNeeds, lowerClassNeedsReason, workingClass } from '../../../tickets';
import { classifiedForSupervisor, classProposed, loweredByOneself } from '../../../text/notices/tickets-staff';
import { firstRefusal, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { hasRole, staffIdOf } from '../../actor';
import { command, type CommandDefinition, type Reply } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import { checkMove } from '../../moves';
import type { Message, Request } from '../../request';
import { applyClass, applyClassTables } from './apply-class';
import { choiceOf } from './chosen';
import { ticketMoment } from './class-effects';
import { askManager } from './downgrade';
import { standIn } from './stand-in';
import { movableTicket, noTicket, onPage, ticketFor } from './subject';

export const classifyFields: readonly Field[] = [
  { name: 'severity', kind: 'choice', label: words('级别', 'Class'), choices: severities, required: true, help: words('特急：大范围停电停产或人身、设备事故；紧急：局部停电停产但可恢复，或投运日期紧迫；一般：其余。', 'A: wide outage, production stop or accident. B: local outage that can be restored, or a tight commissioning date. C: all others.') },
  { name: 'reason', kind: 'long', label: words('理由和依据', 'Reason and evidence'), help: words('降级时必须填写。', 'Needed when the class is lowered.'), maximum: 500 },
  { name: 'factsKnownAt', kind: 'instant', label: words('新情况得知时间', 'Facts known at'), help: words('升级时填写，留空为现在。', 'When the class is raised; empty means now.') },
];

const factsInTime = (request: Request, ticket: Ticket): Refusal | null => {
  const given = request.input.optionalInstant('factsKnownAt');
  return given === null || (given >= ticket.receivedAt && given <= request.now) ? null
    : refuse('AMB-44', '“新情况得知时间”须在接收时间之后、现在之前。', '"Facts known at" must lie between the receipt and now.');
};

/** A lower class is the supervisor's to ask for, even where the manager may raise one. */
const lowersOnlySupervisor = (request: Request, to: Severity, from: Severity | null): Refusal | null =>
  !isLowerClass(to, from) || hasRole(request.actor, 'SUP') ? null : refuse('ROLE', '降级由主管提出，经理批复。', 'The supervisor asks for a lower class; the manager decides.');

/** Who classifies takes the ticket over where customer service still held it (S-17). */
const takeOver = (request: Request, ticket: Ticket): void => {
  const me = staffIdOf(request.actor);
  if (me === null || request.draft.find(staff, ticket.ownerStaff)?.roles.includes('SUP') === true) return;
  request.draft.update(tickets, ticket.ticketId, { ownerStaff: me });
  recordMoment(request, ticketMoment(ticket, 'handedToSupervisor', request.now));
};

const guards = (request: Request, ticket: Ticket, to: Severity): Refusal | null => {
  const from = workingClass(ticket);
  const reached = request.draft.by(contactAttempts, 'ticketId', ticket.ticketId).some((row) => row.outcome === 'REACHED');
  return firstRefusal([
    ticket.severity === to ? refuse('TK-24', `${ticket.ticketId} 已经是“${severities[to].zh}”。`, `${ticket.ticketId} is class ${to} already.`) : null,
    factsInTime(request, ticket),
    lowersOnlySupervisor(request, to, from),
    lowerClassNeedsReason(from, to, request.input.text('reason')),
    ticket.status === 'NEW' ? classNeedsContact(to, reached) : null,
  ]);
};

/** 10.3 no. 2. On the page alone: the date that follows is what is worth a mail. */
const assessed: Message = { subject: words('已了解情况，正在安排服务人员和时间。', 'We know the situation and are arranging people and a date.'), body: [] };

const decideClass = (request: Request): Reply | Refusal => {
  const { draft, input, now, actor } = request;
  const ticket = draft.find(tickets, request.objectId);
  if (ticket === undefined) return noTicket(request.objectId);
  const move = checkMove(actor, ticketTransitions, 'ticket.classify', movableTicket(ticket, standIn(draft, ticket, now)));
  if (isRefusal(move)) return move;
  const to = choiceOf(input, 'severity', severities);
  const reason = input.text('reason');
  const from = workingClass(ticket);
  const refused = guards(request, ticket, to);
  if (refused !== null) return refused;
  if (loweringNeeds(from, to) === 'approval') return askManager(request, ticket, to, reason);
  if (ticket.status === 'NEW' && hasRole(actor, 'SUP')) takeOver(request, ticket);
  const after = applyClass(request, draft.get(tickets, ticket.ticketId), to, reason);
  if (ticket.status === 'NEW') request.notify({ code: 'N-60', to: onPage(ticket), objectId: ticket.ticketId, message: assessed });
  // 6.3: the supervisor hears of what was decided in his place.
  if (!hasRole(actor, 'SUP', 'TSM')) request.notify({ code: 'N-02', to: [{ role: 'SUP' }], objectId: ticket.ticketId, cycle: now, severity: to, message: classifiedForSupervisor(after, actor.kind === 'staff' ? actor.staff.name : '') });
  if (loweringNeeds(from, to) === 'reason') {
    request.notify({ code: 'N-04', to: [{ role: 'TSM' }], objectId: ticket.ticketId, cycle: now, severity: to, priority: 'P2', message: loweredByOneself(after, from, to, reason) });
  }
  return { objectId: ticket.ticketId, message: words(`${ticket.ticketId} 已定为“${severities[to].zh}”。`, `${ticket.ticketId} is now class ${to}.`) };
};

export const classifyTicket: CommandDefinition = command({
  name: 'ticket.classify',
  label: words('定级/改级', 'Classify'),
  rules: ['R-248', 'R-249', 'R-250', 'R-253', 'TK-3', 'TK-24', 'TK-25', 'A-04'],
  reads: [...applyClassTables, approvals],
  fields: classifyFields,
  decide: decideClass,
});

/** TK-3: customer service says what it takes the request for; the supervisor decides, and until then nothing else changes. */
export const proposeClass: CommandDefinition = command({
  name: 'ticket.proposeClass',
  label: words('建议级别', 'Propose a class'),
  rules: ['TK-3'],
  reads: [tickets],
  fields: [
    { name: 'severity', kind: 'choice', label: words('建议级别', 'Class'), choices: severities, required: true },
    { name: 'reason', kind: 'long', label: words('依据', 'Why'), required: true, minimum: 4, maximum: 300 },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.proposeClass');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const proposed = choiceOf(input, 'severity', severities);
    const ticket = draft.update(tickets, found.ticket.ticketId, { severityProposed: proposed, severityReason: input.text('reason') });
    request.notify({ code: 'N-02', to: [{ role: 'SUP' }], objectId: ticket.ticketId, cycle: now, severity: proposed, message: classProposed(ticket, proposed, input.text('reason')) });
    return { objectId: ticket.ticketId, message: words(`已向主管建议定为“${severities[proposed].zh}”。`, `Class ${proposed} was proposed to the supervisor.`) };
  },
});
