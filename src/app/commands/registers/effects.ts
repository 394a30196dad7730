import { complaints, correctiveActions, customers, payments, receivables, tickets, type AnyTable } from '../../../../sheets-templates';
import { textOf, type Entry } from '../../../registers';
import { refuse, type Refusal } from '../../../terms';
import type { Request } from '../../request';
import { owedOn } from '../charges/money-owed';
import { disputeReceivable } from '../charges/receivables';

/** What a step needs and does beyond its own row, by command. */
export interface Effect {
  readonly reads: readonly AnyTable[];
  /** Fills in what follows from what was given. */
  readonly prepare?: (request: Request, given: Entry) => Entry | Refusal;
  readonly follow?: (request: Request, entry: Entry) => void;
}

/** The customer is the ticket's where one is named. */
const withCustomer = ({ draft }: Request, given: Entry): Entry | Refusal => {
  const customerId = given['customerId'] ?? draft.find(tickets, textOf(given, 'ticketId'))?.customerId;
  return customerId === undefined || customerId === null
    ? refuse('3.14', '请填写工单号，或客户名称、编号（客户档案由内勤登记）。', 'Please give the ticket, or the customer’s name or number (the clerk registers customers).') : { ...given, customerId };
};

/** while charges are disputed, reminders rest; the manager settles it on the receivable. */
const dispute = (request: Request, entry: Entry): void => {
  if (entry['category'] !== 'CHARGE') return;
  for (const row of owedOn(request.draft, textOf(entry, 'ticketId'))) {
    if (row.status === 'NOT_DUE' || row.status === 'DUE' || row.status === 'OVERDUE' || row.status === 'PARTLY_PAID') disputeReceivable(request, row, textOf(entry, 'complaintId'), textOf(entry, 'content').slice(0, 200));
  }
};

/** The record that an action comes from names it. */
const link = ({ draft }: Request, entry: Entry): void => {
  const sourceId = textOf(entry, 'sourceId');
  if (draft.find(complaints, sourceId) !== undefined) draft.update(complaints, sourceId, { capaId: textOf(entry, correctiveActions.key) });
};

export const effects: Readonly<Record<string, Effect>> = {
  'complaint.receive': { reads: [tickets, customers, receivables, payments], prepare: withCustomer, follow: dispute },
  'capa.open': { reads: [complaints], follow: link },
};
