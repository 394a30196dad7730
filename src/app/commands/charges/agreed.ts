import { liabilityDecisions, quotes, serviceAgreements, type ServiceAgreement, type Ticket } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { sum, type Fen } from '../../../terms';

/** What the customer agreed to pay so far: every accepted quote, added work included. Reads `quotes`. */
export const agreedTotal = (draft: Draft, ticketId: string): Fen => sum(draft.by(quotes, 'ticketId', ticketId).filter((row) => row.status === 'ACCEPTED').map((row) => row.customerPart));

const live: readonly ServiceAgreement['status'][] = ['SIGNED', 'IN_SERVICE', 'DONE'];
const inPreparation: readonly ServiceAgreement['status'][] = ['DRAFT', 'APPROVED', 'SENT'];

const agreementIn = (draft: Draft, ticketId: string, states: readonly ServiceAgreement['status'][]): ServiceAgreement | undefined =>
  draft.by(serviceAgreements, 'ticketId', ticketId).find((row) => states.includes(row.status));

/** The agreement that both sides signed. */
export const liveAgreement = (draft: Draft, ticketId: string): ServiceAgreement | undefined => agreementIn(draft, ticketId, live);

/** One that is still to be signed. */
export const comingAgreement = (draft: Draft, ticketId: string): ServiceAgreement | undefined => agreementIn(draft, ticketId, inPreparation);

/** The customer's share where the decision was to divide the cost; null when all is the customer's. Reads `liabilityDecisions`. */
export const sharePercentOf = (draft: Draft, ticket: Ticket): number | null =>
  ticket.chargeType === 'SHARED' ? draft.by(liabilityDecisions, 'ticketId', ticket.ticketId).filter((row) => row.outcome === 'SHARED').slice(-1)[0]?.sharePercent ?? null : null;
