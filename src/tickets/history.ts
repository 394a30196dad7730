import { dateOf, daysBetween, type Instant } from '../terms';
import type { ContactAttempt, ServiceType, Ticket } from '../../sheets-templates';

/** How many other tickets a customer and a unit have had, for whoever takes up a new one. */
export interface TicketHistory {
  readonly ofCustomer: number;
  readonly ofUnit: number;
}

export const historyOf = (tickets: readonly Ticket[], ticket: Ticket): TicketHistory => {
  const others = tickets.filter((other) => other.ticketId !== ticket.ticketId && other.status !== 'CANCELLED' && other.status !== 'MERGED');
  return {
    ofCustomer: others.filter((other) => other.customerId === ticket.customerId).length,
    ofUnit: ticket.equipId === null ? 0 : others.filter((other) => other.equipId === ticket.equipId).length,
  };
};

/** The first attempt that reached somebody, and the failed ones before it. */
export const reachedAttempt = (attempts: readonly ContactAttempt[]): ContactAttempt | undefined =>
  attempts.filter((attempt) => attempt.outcome === 'REACHED').sort((one, other) => (one.at < other.at ? -1 : 1))[0];

/** Kinds of service for which a cause must be found before the repair counts as done (G-TK-8). */
const faultTypes: readonly ServiceType[] = ['REPAIR', 'REPLACE', 'RETURN', 'EXCHANGE', 'QUALITY_FEEDBACK'];
export const isFault = (serviceType: ServiceType): boolean => faultTypes.includes(serviceType);

/** Advice, which is answered from the desk and never charged by default (W2). */
const adviceTypes: readonly ServiceType[] = ['CONSULT', 'USAGE'];
export const isAdvice = (serviceType: ServiceType): boolean => adviceTypes.includes(serviceType);

/** TK-20, AMB-42: a closed ticket can be opened again for so many days. */
export const mayReopen = (ticket: Ticket, now: Instant, days: number): boolean =>
  ticket.closedAt !== null && daysBetween(dateOf(ticket.closedAt), dateOf(now)) <= days;
