import { dispatchOrders, seen, staff, tickets, type DispatchStatus, type TicketStatus } from '../../../sheets-templates';
import { engineersShort } from '../../text/notices/health';
import { workingClass } from '../../tickets';
import type { SweepRequest } from './escalations';

/** Orders whose engineer is away on them. */
export const away: readonly DispatchStatus[] = ['ACCEPTED', 'DEPARTED', 'ARRIVED', 'WORKING', 'PRE_LEAVE', 'LEFT'];
/** Tickets for which nobody has set out yet. */
const waiting: readonly TicketStatus[] = ['NEW', 'TRIAGED', 'SCHEDULED'];

const mark = 'capacity/short';

/** N-59, R-102: more tickets of class A and B wait than engineers are free. Once, until there were enough in between; returns how often it was said. */
export const tellOfCapacity = ({ draft, now, notify }: SweepRequest): number => {
  const urgent = draft.where(tickets, (ticket) => waiting.includes(ticket.status) && ['A', 'B'].includes(workingClass(ticket) ?? ''));
  const out = new Set(draft.where(dispatchOrders, (order) => away.includes(order.status)).flatMap((order) => [order.leadEngineer, ...(order.team ?? [])]));
  const free = draft.where(staff, (member) => member.active && member.roles.includes('ENG') && !out.has(member.staffId));
  const told = draft.find(seen, mark) !== undefined;
  if (urgent.length <= free.length) {
    if (told) draft.remove(seen, mark);
    return 0;
  }
  if (told) return 0;
  draft.insert(seen, { token: mark, at: now, outcome: 'TOLD' });
  notify({ code: 'N-59', to: [{ role: 'SUP' }, { role: 'TSM' }], objectId: mark, cycle: now, message: engineersShort(urgent, free) });
  return 1;
};
