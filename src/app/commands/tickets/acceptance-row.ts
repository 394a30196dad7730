import { acceptances, chargeStatus, dispatchOrders, type Acceptance, type Ticket } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { showYuan, words, type Words } from '../../../terms';
import type { Request } from '../../request';
import { agreedTotal } from '../charges/agreed';

/** What the work costs the customer, as the sign-off says it (10.4). Reads `quotes`. */
export const chargeText = (draft: Draft, ticket: Ticket): Words => {
  const total = agreedTotal(draft, ticket.ticketId);
  const state = chargeStatus[ticket.chargeStatus];
  return total === 0 ? state : words(`${state.zh}，合计 ${showYuan(total)} 元`, `${state.en}, ${showYuan(total)} yuan in total`);
};

export interface WorkDone {
  readonly workSummary: string;
  readonly functionTest: Acceptance['functionTest'];
  readonly explained: boolean;
  readonly advice: string;
  readonly partsReplaced: readonly { readonly name: string; readonly spec: string; readonly quantity: number | null }[];
}

/** The sign-off sheet that waits for the customer: until somebody signs, its result stands at "not replied". */
export const openAcceptance = ({ draft }: Request, ticket: Ticket, work: WorkDone): Acceptance => {
  const orders = draft.by(dispatchOrders, 'ticketId', ticket.ticketId).filter((order) => order.arrivedAt !== null);
  return draft.insert(acceptances, {
    acceptanceId: draft.nextNumber('AC', '', 4), ticketId: ticket.ticketId, orderId: orders[orders.length - 1]?.orderId ?? null,
    ...work, chargeSummary: chargeText(draft, ticket).zh, signerName: '', signerPhoneLast4: null, method: 'TOKEN_PAGE', evidence: null,
    result: 'NO_RESPONSE', rejectReason: null, signedAt: null, remindCount: 0,
  });
};

/** The sheet of a ticket that is still to be signed. Reads `acceptances`. */
export const waitingAcceptance = (draft: Draft, ticketId: string): Acceptance | undefined =>
  [...draft.by(acceptances, 'ticketId', ticketId).filter((row) => row.signedAt === null)].pop();
