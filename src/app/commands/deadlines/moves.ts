import { tickets, type Ticket, type TicketStatus } from '../../../../sheets-templates';
import { openStates } from '../../../tickets';
import { isRefusal, words, type Refusal } from '../../../terms';
import type { Transition } from '../../command';
import { checkMove } from '../../moves';
import type { Request } from '../../request';
import { movableTicket, noTicket } from '../tickets/subject';

const workedOn: readonly TicketStatus[] = [...openStates, 'ACCEPTED'];

/** What people do with the deadlines of a ticket (4.4). The ticket itself stays as it is. */
export const deadlineMoves: readonly Transition<TicketStatus>[] = [
  { id: '4.4', command: 'deadline.defer', label: words('客户要求改期', 'The customer asks for a later time'), from: openStates, to: null, actors: ['SUP'] },
  { id: '4.4', command: 'deadline.pause', label: words('申请暂停时限', 'Ask for a pause of deadlines'), from: workedOn, to: null, actors: ['SUP'] },
  { id: '4.4', command: 'deadline.resume', label: words('结束暂停', 'End a pause'), from: workedOn, to: null, actors: ['SUP'] },
  { id: '4.4', command: 'deadline.correct', label: words('更正时间', 'Correct a recorded time'), from: workedOn, to: null, actors: ['SUP', 'TSM', 'CS', 'CLK', 'LEAD', 'OWNER'] },
  { id: '4.4', command: 'deadline.reason', label: words('填写超时原因', 'Give the reason of a breach'), from: workedOn, to: null, actors: ['SUP'] },
];

/** The ticket whose deadlines a command is about, for those who may. */
export const ticketWithDeadlines = (request: Request, command: string): Ticket | Refusal => {
  const ticket = request.draft.find(tickets, request.objectId);
  if (ticket === undefined) return noTicket(request.objectId);
  const row = checkMove(request.actor, deadlineMoves, command, movableTicket(ticket));
  return isRefusal(row) ? row : ticket;
};
