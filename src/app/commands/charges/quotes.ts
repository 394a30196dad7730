import { approvals, cities, contacts, costHead, customers, liabilityDecisions, quoteLines, quotes, serviceAgreements, slaClocks, tickets, type Quote, type QuoteLine, type Ticket } from '../../../../sheets-templates';
import { customerPart, lineAmount, quoteTotals, travelEstimate } from '../../../charges';
import { buildCityBook } from '../../../expenses';
import type { Draft } from '../../../ledger/draft';
import { quoteFacts, quoteSent, staffNews, toDecide } from '../../../text/notices/charges';
import { dateOf, fen, isRefusal, plusDays, refuse, sum, words, type Fen, type Refusal } from '../../../terms';
import { voidApprovals, type ApprovalOutcome } from '../../approvals/request-approval';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field, Input } from '../../field';
import type { Request } from '../../request';
import { ticketMoment } from '../tickets/class-effects';
import { choiceOf } from '../tickets/chosen';
import { byMail, customerRecipient } from '../tickets/subject';
import { ask, chargeAt, me, quoteAt } from './at-hand';
import { outcome } from './outcome';
import { liveAgreement, sharePercentOf } from './agreed';

/** Tables behind a quote. */
export const quoteReads = [quotes, quoteLines, tickets, slaClocks, contacts, customers] as const;

export const linesOfQuote = (draft: Draft, quoteId: string): readonly QuoteLine[] => draft.by(quoteLines, 'quoteId', quoteId);

/** Ten million yuan a unit, a thousand million a quote: numbers beyond are slips, and would not multiply exactly. */
const mostPrice = 1_000_000_000;
const mostTotal = 100_000_000_000;

const lineFields: readonly Field[] = [
  { name: 'head', kind: 'choice', label: words('费用类别', 'Cost head'), choices: costHead, required: true },
  { name: 'description', kind: 'text', label: words('说明', 'Description'), required: true, maximum: 200 },
  { name: 'qty', kind: 'money', label: words('数量', 'Quantity'), required: true, help: words('最多两位小数。', 'Two decimals at most.') },
  { name: 'unitPrice', kind: 'money', label: words('含税单价（元）', 'Unit price, tax included (yuan)'), required: true },
];

const draftFields: readonly Field[] = [
  { name: 'lines', kind: 'lines', label: words('报价明细', 'Lines'), columns: lineFields },
  { name: 'travelPeople', kind: 'integer', label: words('出差人数', 'People travelling'), maximum: 20, help: words('填写人数和天数后，按补助和住宿限额自动加一行差旅费；车票另列。', 'With people and days a travel line is added from allowance and lodging caps; fares stand as lines of their own.') },
  { name: 'travelDays', kind: 'integer', label: words('出差天数', 'Days'), maximum: 90 },
  { name: 'taxRate', kind: 'integer', label: words('税率 %', 'Tax rate %'), maximum: 100, help: words('留空按系统设置。', 'Empty takes the setting.') },
  { name: 'validUntil', kind: 'date', label: words('有效期至', 'Valid until'), help: words('留空为 15 天。', 'Empty means 15 days.') },
];

type PricedLine = Omit<QuoteLine, 'lineId' | 'quoteId'>;

const typedLine = (line: Input): PricedLine => ({
  head: choiceOf(line, 'head', costHead), description: line.text('description'), qty: line.number('qty') / 100, unitPrice: line.money('unitPrice'), amount: lineAmount(line.number('qty'), line.money('unitPrice')),
});

/** Travel by the amounts of section 5: allowance a day, lodging cap of the place's tier a night. */
const travelLine = ({ draft, input, settings, now }: Request, ticket: Ticket): readonly PricedLine[] => {
  const [people, days] = [input.number('travelPeople'), input.number('travelDays')];
  if (people === 0 || days === 0) return [];
  const { tier } = buildCityBook(draft.all(cities)).find(ticket.siteCity);
  const perDay = sum([settings.fen('exp.away.meal', now), settings.fen('exp.away.comm', now), settings.fen('exp.away.local', now)]);
  const amount = travelEstimate(people, days, perDay, settings.fen(tier === 'MANUAL' ? 'exp.lodging.OT' : `exp.lodging.${tier}`, now));
  return [{ head: 'TRAVEL', description: `${people} 人 × ${days} 天 补助与住宿 Allowance and lodging`, qty: 1, unitPrice: amount, amount }];
};

/** A line's numbers must be safe to multiply, and a quote must be worth something. */
const refuseLines = (lines: readonly PricedLine[]): Refusal | null => {
  if (lines.length === 0) return refuse('QU-LINES', '报价至少需要一行（材料、人工、差旅）。', 'A quote needs at least one line (material, labour, travel).');
  return lines.some((line) => line.unitPrice > mostPrice || line.qty > 10000 || line.qty <= 0) || sum(lines.map((line) => line.amount)) > mostTotal ? refuse('QU-LINES', '数量须大于零，数量或单价过大。', 'A quantity must be above zero; a quantity or price is too large.') : null;
};

/** Revisions that nobody accepted are replaced; what was accepted stays and a new one adds to it (3.11 revise, exceed). */
const replaceOpen = (draft: Draft, ticketId: string): void => {
  for (const row of draft.by(quotes, 'ticketId', ticketId).filter((quote) => ['DRAFT', 'APPROVED', 'SENT'].includes(quote.status))) {
    draft.update(quotes, row.quoteId, { status: 'SUPERSEDED' });
    voidApprovals(draft, 'QUOTE', row.quoteId);
  }
};

const notAccepted = (ticket: Ticket): Refusal | null =>
  ticket.acceptedAt === null || ticket.chargeStatus === 'QUOTING' ? null : refuse('QU-EXCEED', '超出报价的工作须在实施前取得客户同意；验收后不能追加。', 'Work beyond the quote needs consent before it is done; nothing is added after acceptance.');

const contentOf = (draft: Draft, quoteId: string): unknown => {
  const row = draft.get(quotes, quoteId);
  return [row.quoteId, row.revision, row.total, row.customerPart, row.taxRate, row.validUntil, linesOfQuote(draft, quoteId)];
};

/** From the limit on the deputy decides what the manager may not; what is added counts with what was agreed. */
export const agreementRow = (request: Pick<Request, 'settings' | 'now'>, amount: Fen): string =>
  amount >= request.settings.fen('agreement.dgm_limit', request.now) ? 'A-15-DGM' : 'A-15';

const draftQuote: CommandDefinition = command({
  name: 'quote.draft', label: words('编制报价', 'Draft a quote'), rules: ['R-123', 'R-244', 'A-14', '3.11'], reads: [...quoteReads, approvals, cities, serviceAgreements, liabilityDecisions], fields: draftFields,
  decide: (request) => {
    const ticket = chargeAt(request, 'quote.draft');
    if (isRefusal(ticket)) return ticket;
    const { draft, input, settings, now } = request;
    const lines = [...input.lines('lines').map(typedLine), ...travelLine(request, ticket)];
    const validUntil = input.optionalDate('validUntil') ?? plusDays(dateOf(now), settings.count('quote.valid_days', now));
    const refused = notAccepted(ticket) ?? refuseLines(lines) ?? (validUntil < dateOf(now) ? refuse('QU-VALID', '有效期不能早于今天。', 'The quote must still be valid today.') : null);
    if (refused !== null) return refused;
    replaceOpen(draft, ticket.ticketId);
    const totals = quoteTotals(lines);
    const row: Quote = draft.insert(quotes, {
      quoteId: draft.nextNumber('BJ', dateOf(now).replace(/-/g, ''), 2), status: 'DRAFT', ticketId: ticket.ticketId,
      revision: Math.max(0, ...draft.by(quotes, 'ticketId', ticket.ticketId).map((quote) => quote.revision)) + 1,
      ...totals, taxRate: input.optionalNumber('taxRate') ?? settings.count('quote.tax_rate', now), customerPart: customerPart(totals.total, sharePercentOf(draft, ticket)), validUntil,
      sentAt: null, customerDecision: null, decidedAt: null, decidedBy: null, decisionEvidence: null, preparedBy: me(request),
    });
    lines.forEach((line, index) => draft.insert(quoteLines, { lineId: `${row.quoteId}/${index + 1}`, quoteId: row.quoteId, ...line }));
    const agreed = liveAgreement(draft, ticket.ticketId);
    const matrix = agreed !== undefined && agreementRow(request, fen(agreed.amount + row.customerPart)) === 'A-15-DGM' ? 'A-15-DGM' : 'A-14';
    return ask(request, ticket, { matrix, docType: 'QUOTE', docId: row.quoteId, content: contentOf(draft, row.quoteId), message: messageOf(draft, row.quoteId), grounds: '' })
      ?? { objectId: row.quoteId, message: words(`报价 ${row.quoteId} 第 ${row.revision} 版已送批。`, `Quote ${row.quoteId}, revision ${row.revision}, was sent for approval.`) };
  },
});

const messageOf = (draft: Draft, quoteId: string) => {
  const row = draft.get(quotes, quoteId);
  return toDecide(draft.get(tickets, row.ticketId), words(`报价 ${quoteId}`, `quote ${quoteId}`), quoteFacts(row, linesOfQuote(draft, quoteId)), '');
};

/** */
export const quoteOutcome: ApprovalOutcome = outcome({
  docType: 'QUOTE', reads: [quotes, quoteLines, tickets], content: contentOf, message: messageOf,
  ticketOf: (draft, quoteId) => draft.get(quotes, quoteId).ticketId,
  approved: (request, quoteId) => {
    const row = request.draft.update(quotes, quoteId, { status: 'APPROVED' });
    request.notify({ code: 'N-24', to: [{ staffId: row.preparedBy }], objectId: quoteId, cycle: 'approved', priority: 'P2', message: staffNews(request.draft.get(tickets, row.ticketId), words(`报价 ${quoteId} 已核准，请发给客户`, `Quote ${quoteId} is approved; please send it`)) });
  },
});

/** S-37 ends here. Without an address the supervisor hands it over and records the answer. */
const sendQuote: CommandDefinition = command({
  name: 'quote.send', label: words('发给客户', 'Send to the customer'), rules: ['R-123', 'R-124', '3.11'], reads: quoteReads, fields: [],
  decide: (request) => {
    const found = quoteAt(request, 'quote.send');
    if (isRefusal(found)) return found;
    const { draft, now } = request;
    const { row, ticket } = found;
    if (row.validUntil < dateOf(now)) return refuse('QU-VALID', '报价已过有效期，请改版。', 'The quote is no longer valid; please make a new revision.');
    const sent = draft.update(quotes, row.quoteId, { status: 'SENT', sentAt: now });
    recordMoment(request, ticketMoment(ticket, 'quoteSent', now));
    const to = customerRecipient(draft, ticket);
    request.notify({ code: 'N-36', to, objectId: row.quoteId, message: quoteSent(ticket, sent, linesOfQuote(draft, row.quoteId)) });
    return { objectId: row.quoteId, message: byMail(to) ? words('报价已发给客户。', 'The quote is on its way to the customer.') : words('客户没有邮箱：请当面或以聊天方式交付报价，并登记答复。', 'The customer has no mail address: hand the quote over and record the answer.') };
  },
});

/** The customer will not pay: the ticket can be refused or cancelled now (3.2). */
const decline: CommandDefinition = command({
  name: 'charge.decline', label: words('客户不接受报价', 'The customer declined'), rules: ['3.2'], reads: [quotes, tickets],
  fields: [{ name: 'reason', kind: 'text', label: words('说明', 'Note'), required: true, minimum: 2, maximum: 300 }],
  decide: (request) => {
    const ticket = chargeAt(request, 'charge.decline');
    if (isRefusal(ticket)) return ticket;
    const mine = request.draft.by(quotes, 'ticketId', ticket.ticketId);
    const last = mine[mine.length - 1];
    if (last?.status !== 'REJECTED' && last?.status !== 'EXPIRED') return refuse('3.2', '须先有被客户拒绝或过期的报价。', 'A rejected or expired quote comes first.');
    request.draft.update(tickets, ticket.ticketId, { chargeStatus: 'REFUSED' });
    return { objectId: ticket.ticketId, message: words('已登记客户不接受收费。工单可取消或按规定拒绝服务。', 'Recorded. The ticket can be cancelled or refused.') };
  },
});

export const quoteCommands: readonly CommandDefinition[] = [draftQuote, sendQuote, decline];
