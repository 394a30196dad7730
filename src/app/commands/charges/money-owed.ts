import { payments, receivables, serviceAgreements, tickets, type Payment, type Receivable, type Ticket } from '../../../../sheets-templates';
import { accountAt, chargeAfterPayment, isReminded, type OpenReceivable } from '../../../charges';
import type { Draft } from '../../../ledger/draft';
import { dateOf, nothing, sum, type Fen, type LocalDate } from '../../../terms';
import { recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';

export const owedOn = (draft: Draft, ticketId: string): readonly Receivable[] => draft.by(receivables, 'ticketId', ticketId);

/** What is owed on a ticket, with its terms, as the closing guard looks at it (G-TK-10). Reads `serviceAgreements`. */
export const accountsOf = (draft: Draft, ticketId: string): readonly OpenReceivable[] =>
  owedOn(draft, ticketId).map(({ amount, received, status, agreementId }) => ({ amount, received, status, terms: draft.find(serviceAgreements, agreementId)?.paymentTerms ?? 'ON_ACCEPTANCE' }));

const moment = (request: Request, row: Receivable, event: 'receivableCreated' | 'receivableSettled'): void =>
  recordMoment(request, { event, objectType: 'RECEIVABLE', objectId: row.arId, ticketId: null, at: request.now, severity: null, facts: { moments: { dueDate: row.dueDate } } });

/** Reminders run once a due date is known (S-39). */
export const remind = (request: Request, row: Receivable): void => {
  if (isReminded(row)) moment(request, row, 'receivableCreated');
};

/** Paid, disputed or written off: no more reminders (S-39). */
export const stopReminders = (request: Request, row: Receivable): void => moment(request, row, 'receivableSettled');

export const newReceivable = (request: Request, ticket: Ticket, owed: { readonly amount: Fen; readonly dueDate: LocalDate | null; readonly agreementId: string | null }): Receivable => {
  const account = { amount: owed.amount, writeOff: nothing, dueDate: owed.dueDate, status: 'NOT_DUE' } as const;
  const row = request.draft.insert(receivables, {
    arId: request.draft.nextNumber('YS', '', 4), ticketId: ticket.ticketId, customerId: ticket.customerId, agreementId: owed.agreementId, changeId: null,
    ...account, ...accountAt(account, nothing, dateOf(request.now)), owner: ticket.ownerStaff, disputeId: null, invoiceNo: null,
  });
  remind(request, row);
  return row;
};

/** Receipts that count: confirmed by a second person and not voided. */
const counts = (row: Payment): boolean => row.confirmedBy !== null && !row.voided;

/** Writes what a receivable's receipts and date make of it; ends or resumes its reminders. Reads `payments`. */
export const refreshAccount = (request: Request, row: Receivable, changes: Partial<Receivable> = {}): Receivable => {
  const { draft, now } = request;
  const received = sum(draft.by(payments, 'arId', row.arId).filter((payment) => counts(payment)).map((payment) => payment.amount));
  const changed = { ...row, ...changes };
  const after = draft.update(receivables, row.arId, { ...changes, ...accountAt(changed, received, dateOf(now)) });
  const moved = row.dueDate !== after.dueDate;
  if (isReminded(row) && (moved || !isReminded(after))) stopReminders(request, row);
  if (isReminded(after) && (moved || !isReminded(row))) remind(request, after);
  return after;
};

/** 3.2 pay, write off. */
export const settleTicket = ({ draft }: Pick<Request, 'draft'>, ticketId: string): void => {
  const ticket = draft.get(tickets, ticketId);
  draft.update(tickets, ticketId, { chargeStatus: chargeAfterPayment(ticket.chargeStatus, ticket.acceptedAt !== null, owedOn(draft, ticketId)) });
};
