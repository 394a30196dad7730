import { approvals, costHead, payments, quoteLines, quotes, receivables, serviceAgreements, settlements, slaClocks, tickets, type Acceptance, type ServiceAgreement, type SettledItem, type Settlement, type Ticket } from '../../../../sheets-templates';
import { chargeAfterAcceptance, dueDateOf, isOwed, refuseUnpaidService } from '../../../charges';
import type { Draft } from '../../../ledger/draft';
import { statement } from '../../../text/notices/charges';
import { dateOf, fen, refuse, sum, words, type Fen, type Refusal } from '../../../terms';
import { hasRole } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import type { Request } from '../../request';
import { chosen } from '../tickets/chosen';
import { customerRecipient } from '../tickets/subject';
import { liveAgreement } from './agreed';
import { isApproved } from './at-hand';
import { owedOn, refreshAccount, settleTicket } from './money-owed';
import { disputeReceivable } from './receivables';

/** Tables behind the beginning of paid service. */
export const serviceTables = [approvals, serviceAgreements, receivables] as const;

const owedInAdvance = (draft: Draft, agreement: ServiceAgreement): Fen =>
  sum(owedOn(draft, agreement.ticketId).filter((row) => row.agreementId === agreement.agreementId && isOwed(row)).map((row) => row.balance));

export const refuseUnpaidStart = ({ draft }: Pick<Request, 'draft'>, ticket: Ticket): Refusal | null => {
  const agreement = liveAgreement(draft, ticket.ticketId);
  return agreement === undefined ? null : refuseUnpaidService(agreement.paymentTerms, owedInAdvance(draft, agreement), isApproved(draft, 'A-43', agreement.agreementId, 2));
};

/** 3.11 serve: the first departure or work. */
export const beginService = ({ draft }: Pick<Request, 'draft'>, ticket: Ticket): void => {
  for (const row of draft.by(serviceAgreements, 'ticketId', ticket.ticketId).filter((one) => one.status === 'SIGNED')) draft.update(serviceAgreements, row.agreementId, { status: 'IN_SERVICE' });
};

/** Tables behind what acceptance does to the money. */
export const acceptedTables = [quotes, quoteLines, serviceAgreements, receivables, payments, settlements] as const;

/** Only what the customer accepted is settled, a line an item; what the company bears stands apart. */
const itemsOf = (draft: Draft, ticketId: string): readonly SettledItem[] => {
  const accepted = draft.by(quotes, 'ticketId', ticketId).filter((row) => row.status === 'ACCEPTED');
  const lines = draft.where(quoteLines, (line) => accepted.some((quote) => quote.quoteId === line.quoteId));
  const borne = sum(accepted.map((quote) => fen(quote.customerPart - quote.total)));
  return [...lines.map(({ head, description, amount }) => ({ head, description: `${costHead[head].zh} ${description}`, amount: Number(amount) })), ...(borne === 0 ? [] : [{ head: 'SHARE', description: '公司承担 Borne by the company', amount: Number(borne) }])];
};

const settle = (request: Request, ticket: Ticket, explained: boolean): Settlement | null => {
  const { draft } = request;
  const items = itemsOf(draft, ticket.ticketId);
  if (items.length === 0) return null;
  return draft.insert(settlements, { settlementId: draft.nextNumber('JS', '', 4), ticketId: ticket.ticketId, total: sum(items.map((item) => fen(item.amount))), items, explained, customerDecision: null, settledAt: null });
};

/** TK-16 for paid work: statement, due dates by the terms, agreement fulfilled, ticket waiting for its money (3.2 finish). */
export const workAccepted = (request: Request, ticket: Ticket, acceptance: Acceptance): void => {
  const { draft, settings, now } = request;
  const agreement = liveAgreement(draft, ticket.ticketId);
  const accepted = dateOf(ticket.acceptedAt ?? now);
  if (agreement !== undefined) draft.update(serviceAgreements, agreement.agreementId, { status: 'DONE' });
  for (const row of owedOn(draft, ticket.ticketId).filter((one) => one.dueDate === null)) {
    const terms = agreement === undefined || agreement.paymentTerms === 'PARTIAL' ? 'ON_ACCEPTANCE' : agreement.paymentTerms;
    const days = agreement === undefined ? settings.count('ar.on_acceptance_days', now) : Number(agreement.dueRule);
    refreshAccount(request, row, { dueDate: dueDateOf(terms, days, accepted, accepted) });
  }
  draft.update(tickets, ticket.ticketId, { chargeStatus: chargeAfterAcceptance(ticket.chargeStatus) });
  settleTicket(request, ticket.ticketId);
  const settlement = settle(request, ticket, acceptance.explained);
  if (settlement !== null) request.notify({ code: 'N-36', to: customerRecipient(draft, ticket), objectId: settlement.settlementId, message: statement(ticket, settlement) });
};

const answers = { AGREED: words('同意', 'Agreed'), DISPUTED: words('有异议', 'Disputed') };

/** the statement was explained; the customer agrees, or disputes what is still owed. */
const answerSettlement: CommandDefinition = command({
  name: 'settlement.answer', label: words('登记结算答复', 'Record the answer to the statement'), rules: ['R-125', 'R-126'], reads: [...acceptedTables, tickets, slaClocks],
  fields: [
    { name: 'explained', kind: 'flag', label: words('已逐项向客户说明', 'Explained item by item'), required: true },
    { name: 'decision', kind: 'choice', label: words('客户意见', 'Answer'), choices: answers, required: true },
    { name: 'note', kind: 'text', label: words('说明', 'Note'), maximum: 300 },
  ],
  decide: (request) => {
    const { draft, input, now, actor } = request;
    const row = draft.find(settlements, request.objectId);
    if (row === undefined) return refuse('UNKNOWN', `没有结算单 ${request.objectId}。`, `There is no statement ${request.objectId}.`);
    if (!hasRole(actor, 'CLK')) return refuse('ROLE', '结算答复由内勤登记。', 'The clerk records the answer.');
    if (row.customerDecision !== null) return refuse('STATE', '已登记过。', 'It was recorded already.');
    const decision = chosen(input, 'decision', answers) ?? 'DISPUTED';
    draft.update(settlements, row.settlementId, { explained: true, customerDecision: decision, settledAt: now });
    if (decision === 'DISPUTED') for (const account of owedOn(draft, row.ticketId).filter((one) => one.status !== 'PAID' && one.status !== 'WRITTEN_OFF')) disputeReceivable(request, account, row.settlementId, input.text('note'));
    return { objectId: row.settlementId, message: words('已登记。', 'Recorded.') };
  },
});

export const settlementCommands: readonly CommandDefinition[] = [answerSettlement];
