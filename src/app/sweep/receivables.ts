import { approvals, contacts, customers, payments, quotes, receivables, serviceAgreements, slaClocks, tickets } from '../../../sheets-templates';
import { isOwed } from '../../charges';
import { quoteExpired, staffNews } from '../../text/notices/charges';
import { dateOf, plusDays, sum, words } from '../../terms';
import { command, type CommandDefinition } from '../command';
import { endAgreement } from '../commands/charges/agreements';
import { refreshAccount } from '../commands/charges/money-owed';
import { customerRecipient } from '../commands/tickets/subject';
import type { Request } from '../request';
import { onlySystem } from './only-system';

/** 3.11 expire: what the customer did not answer or sign in time. Returns how many ended. */
const expire = (request: Request): number => {
  const { draft, now, settings } = request;
  const today = dateOf(now);
  const unanswered = draft.where(quotes, (row) => row.status === 'SENT' && row.validUntil < today);
  for (const row of unanswered) {
    draft.update(quotes, row.quoteId, { status: 'EXPIRED', customerDecision: 'EXPIRED' });
    const ticket = draft.find(tickets, row.ticketId);
    if (ticket !== undefined) request.notify({ code: 'N-37', to: [{ role: 'SUP' }, ...customerRecipient(draft, ticket)], objectId: row.quoteId, message: quoteExpired(ticket, row) });
  }
  const oldest = plusDays(today, -settings.count('agreement.expire_days', now));
  const unsigned = draft.where(serviceAgreements, (row) => row.status === 'SENT' && row.sentAt !== null && dateOf(row.sentAt) < oldest);
  for (const row of unsigned) {
    endAgreement(draft, row, 'EXPIRED');
    const ticket = draft.find(tickets, row.ticketId);
    if (ticket !== undefined) request.notify({ code: 'N-37', to: [{ role: 'SUP' }], objectId: row.agreementId, message: staffNews(ticket, words(`协议 ${row.agreementId} 逾期未签，已失效`, `Agreement ${row.agreementId} was not signed in time and has ended`)) });
  }
  return unanswered.length + unsigned.length;
};

/** What every customer owes, beside the customer. */
const addUp = ({ draft }: Request): void => {
  const owed = draft.where(receivables, isOwed);
  for (const customer of draft.where(customers, (row) => row.openAr !== null || owed.some((account) => account.customerId === row.customerId))) {
    draft.update(customers, customer.customerId, { openAr: sum(owed.filter((account) => account.customerId === customer.customerId).map((account) => account.balance)) });
  }
};

/** Every night: receivables fall due and age, unanswered quotes and unsigned agreements end (3.11). Repeats change nothing. */
export const sweepReceivables: CommandDefinition = command({
  name: 'sweep.receivables',
  label: words('应收与报价巡检', 'Age receivables and quotes'),
  rules: ['R-247', 'S-39', '3.11'],
  reads: [receivables, payments, quotes, serviceAgreements, tickets, approvals, slaClocks, contacts, customers],
  fields: [],
  decide: (request) => {
    const refused = onlySystem(request);
    if (refused !== null) return refused;
    const owed = request.draft.where(receivables, isOwed);
    for (const row of owed) refreshAccount(request, row);
    const ended = expire(request);
    addUp(request);
    return { objectId: '', message: words(`应收 ${owed.length} 笔，过期报价与协议 ${ended} 份。`, `${owed.length} receivables, ${ended} quotes and agreements ended.`) };
  },
});
