import type { CauseCode, Ticket } from '../../sheets-templates';
import { repeatedTicket } from './matching';

/** Causes that count as one for a repeated fault: what has to be put right lies in the same place. */
const groups: readonly (readonly CauseCode[])[] = [
  ['DESIGN', 'MANUFACTURE', 'COMPONENT', 'SOFTWARE', 'WEAR'],
  ['INSTALLATION', 'WIRING', 'TECH_CHANGE'],
  ['MISOPERATION', 'MAINTENANCE_LACK', 'MAN_MADE'],
  ['ENVIRONMENT', 'POWER_GRID', 'THIRD_PARTY'],
  ['TRANSPORT_DAMAGE', 'TRANSPORT_LOSS', 'THEFT'],
];

/** Whether two causes belong together; one that nobody found yet says nothing against it. */
export const sameCauseGroup = (one: CauseCode | null, other: CauseCode | null): boolean => {
  const group = groups.find((causes) => one !== null && causes.includes(one));
  return group === undefined || other === null || other === 'UNKNOWN' || other === 'NO_FAULT' || group.includes(other);
};

/** Repeat rule of 3.1 once the cause is found: the earlier ticket that this one repeats, null when it repeats none. */
export const repeatWithCause = (tickets: readonly Ticket[], ticket: Ticket, cause: CauseCode, days: number): string | null => {
  const named = tickets.find(({ ticketId }) => ticketId === ticket.repeatOf);
  // One that is in the archive by now was named by a person and stays.
  if (ticket.repeatOf !== null && named === undefined) return ticket.repeatOf;
  const others = tickets.filter(({ ticketId }) => ticketId !== ticket.ticketId);
  const earlier = named ?? repeatedTicket(others, ticket.serialText, ticket.receivedAt, days);
  return earlier !== undefined && sameCauseGroup(cause, earlier.causeCode) ? earlier.ticketId : null;
};
