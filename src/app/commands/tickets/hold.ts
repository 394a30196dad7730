import { holdStatus, partsRequests, tickets, type HoldStatus, type Ticket } from '../../../../sheets-templates';
import { onHold } from '../../../text/notices/tickets-customer';
import { heldForStaff, released } from '../../../text/notices/tickets-staff';
import { firstRefusal, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { hasRole } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import type { Request } from '../../request';
import { choiceOf } from './chosen';
import { customerRecipient, customerTables, leadRecipient, ticketFor } from './subject';

const { NONE: _none, ...reasonsToHold } = holdStatus;

const onlyParts = (request: Request, hold: HoldStatus): Refusal | null =>
  hold === 'WAIT_PARTS' || hasRole(request.actor, 'SUP') ? null : refuse('TK-12', '工程师只能因“待配件”挂起；其他情形请主管办理。', 'An engineer may hold a ticket for parts only; the supervisor does the rest.');

/** Waiting for parts means that somebody has asked for them. */
const partsAsked = (request: Request, ticket: Ticket, hold: HoldStatus): Refusal | null => {
  if (hold !== 'WAIT_PARTS') return null;
  const asked = request.draft.by(partsRequests, 'ticketId', ticket.ticketId).filter((row) => row.status !== 'REJECTED' && row.status !== 'CANCELLED' && row.status !== 'CLOSED');
  return asked.length > 0 ? null : refuse('TK-12', '“待配件”须先提交维护申请单（由工程师提交）。', 'Waiting for parts needs a parts request first (the engineer submits it).');
};

/** TK-12: the state stays; limits of classes A and B go on (4.4 no. 3). */
export const holdTicket: CommandDefinition = command({
  name: 'ticket.hold',
  label: words('挂起', 'Put on hold'),
  rules: ['R-146', 'TK-12'],
  reads: [tickets, partsRequests, ...customerTables],
  fields: [
    { name: 'holdStatus', kind: 'choice', label: words('挂起原因', 'Waiting for'), choices: reasonsToHold, required: true },
    { name: 'reason', kind: 'text', label: words('说明', 'Reason'), required: true, maximum: 300, help: words('客户可见。', 'The customer sees it.') },
  ],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.hold');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    const hold = choiceOf(input, 'holdStatus', holdStatus);
    const reason = input.text('reason');
    const refused = firstRefusal([
      ticket.holdStatus === 'NONE' ? null : refuse('TK-12', `工单已挂起（${holdStatus[ticket.holdStatus].zh}），请先解除。`, `The ticket is on hold already (${holdStatus[ticket.holdStatus].en}); release it first.`),
      onlyParts(request, hold),
      partsAsked(request, ticket, hold),
    ]);
    if (refused !== null) return refused;
    const after = draft.update(tickets, ticket.ticketId, { holdStatus: hold });
    const notice = { code: 'N-06', objectId: ticket.ticketId, cycle: now, severity: ticket.severity };
    request.notify({ ...notice, to: customerRecipient(draft, ticket), message: onHold(after, hold, reason) });
    request.notify({ ...notice, to: [{ role: 'SUP' }], message: heldForStaff(after, hold, reason) });
    return { objectId: ticket.ticketId, message: words(`已挂起：${holdStatus[hold].zh}。`, `On hold: ${holdStatus[hold].en}.`) };
  },
});

/** TK-13 */
export const releaseTicket: CommandDefinition = command({
  name: 'ticket.release',
  label: words('解除挂起', 'Release the hold'),
  rules: ['TK-13'],
  reads: [tickets],
  fields: [{ name: 'note', kind: 'text', label: words('说明', 'Note'), maximum: 300 }],
  decide: (request) => {
    const found = ticketFor(request, 'ticket.release');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { ticket } = found;
    if (ticket.holdStatus === 'NONE') return refuse('TK-13', '工单没有挂起。', 'The ticket is not on hold.');
    const after = draft.update(tickets, ticket.ticketId, { holdStatus: 'NONE' });
    request.notify({ code: 'N-07', to: [{ role: 'SUP' }, ...leadRecipient(ticket)], objectId: ticket.ticketId, cycle: now, severity: ticket.severity, message: released(after, ticket.holdStatus, input.text('note')) });
    return { objectId: ticket.ticketId, message: words('已解除挂起。', 'The hold is released.') };
  },
});
