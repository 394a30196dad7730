import { agreementStatus, chargeType, costHead, liabilityTrigger, paymentTerms, type ChargeType, type LiabilityDecision, type Payment, type Quote, type QuoteLine, type Receivable, type ServiceAgreement, type Settlement, type Ticket } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { taxWithin } from '../../charges';
import { fen, showYuan, words, type Fen, type Words } from '../../terms';

type Facts = NonNullable<Message['facts']>;

export const yuanWords = (amount: Fen): Words => words(`${showYuan(amount)} 元`, `${showYuan(amount)} yuan`);

const ticketFacts = (ticket: Ticket): Facts => [
  { label: words('工单', 'Ticket'), value: ticket.ticketId },
  { label: words('项目', 'Project'), value: ticket.projectName },
  { label: words('型号', 'Model'), value: ticket.modelText },
];

const money = (zh: string, en: string, amount: Fen): Facts[number] => ({ label: words(zh, en), value: yuanWords(amount) });

/** The three cost heads, the tax within and the total, as customer and approver read them (7.5 no. 1). */
export const quoteFacts = (quote: Quote, lines: readonly QuoteLine[]): Facts => [
  { label: words('报价单', 'Quote'), value: words(`${quote.quoteId} 第 ${quote.revision} 版`, `${quote.quoteId} revision ${quote.revision}`) },
  ...lines.map((line) => ({ label: costHead[line.head], value: words(`${line.description}：${line.qty} × ${showYuan(line.unitPrice)} = ${showYuan(line.amount)} 元`, `${line.description}: ${line.qty} × ${showYuan(line.unitPrice)} = ${showYuan(line.amount)} yuan`) })),
  money('材料费小计', 'Material, sum', quote.materialFee),
  money('人工费小计', 'Labour, sum', quote.labourFee),
  money('差旅费小计', 'Travel, sum', quote.travelFee),
  ...(quote.otherFee === 0 ? [] : [money('其他小计', 'Other, sum', quote.otherFee)]),
  money('合计（含税）', 'Total, tax included', quote.total),
  money(`其中税额 ${quote.taxRate}%`, `Tax within, ${quote.taxRate}%`, taxWithin(quote.total, quote.taxRate)),
  ...(quote.customerPart === quote.total ? [] : [money('客户承担', 'Customer pays', quote.customerPart)]),
  { label: words('有效期至', 'Valid until'), value: quote.validUntil },
];

export const agreementFacts = (agreement: ServiceAgreement): Facts => [
  { label: words('协议', 'Agreement'), value: agreement.agreementId },
  { label: words('状态', 'Status'), value: agreementStatus[agreement.status] },
  money('金额', 'Amount', agreement.amount),
  { label: words('付款方式', 'Payment terms'), value: paymentTerms[agreement.paymentTerms] },
  ...(agreement.plan ?? []).map((part) => ({ label: words('分期', 'Instalment'), value: words(`${part.date} ${showYuan(fen(part.amount))} 元`, `${part.date} ${showYuan(fen(part.amount))} yuan`) })),
  { label: words('服务内容', 'Scope'), value: agreement.scope },
];

export const receivableFacts = (row: Receivable): Facts => [
  money('应收', 'Amount', row.amount),
  money('已收', 'Received', row.received),
  money('未收', 'Balance', row.balance),
  { label: words('到期日', 'Due'), value: row.dueDate ?? words('验收后确定', 'set on acceptance') },
  ...(row.ageDays === 0 ? [] : [{ label: words('逾期', 'Overdue'), value: words(`${row.ageDays} 天`, `${row.ageDays} days`) }]),
];

const about = (ticket: Ticket, subject: Words, body: readonly Words[], facts: Facts): Message => ({ subject: words(`${subject.zh} ${ticket.ticketId}`, `${subject.en} ${ticket.ticketId}`), body, facts: [...ticketFacts(ticket), ...facts] });

/** A request for approval of section 6.2. */
export const toDecide = (ticket: Ticket, what: Words, facts: Facts, grounds: string): Message =>
  about(ticket, words(`待批：${what.zh}`, `To decide: ${what.en}`), [words(`请批复${what.zh}。`, `Please decide: ${what.en}.`)], [...facts, ...(grounds === '' ? [] : [{ label: words('依据', 'Grounds'), value: grounds }])]);

/** What became of something, for colleagues. */
export const staffNews = (ticket: Ticket, news: Words, facts: Facts = []): Message => about(ticket, news, [news], facts);

/** the next signature is wanted. */
export const liabilityAsked = (ticket: Ticket, row: LiabilityDecision): Message => ({
  ...about(ticket, words('责任与收费判定待签署', 'Liability decision to sign'), [words(`触发原因：${liabilityTrigger[row.trigger].zh}。${row.facts}`, `Trigger: ${liabilityTrigger[row.trigger].en}. ${row.facts}`)], []),
  actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: row.decisionId }],
});

export const outcomeWords = (outcome: ChargeType, sharePercent: number | null): Words =>
  outcome === 'SHARED' ? words(`分担，客户承担 ${sharePercent ?? 0}%`, `shared, the customer pays ${sharePercent ?? 0}%`) : chargeType[outcome];

/** The result as the customer reads it. */
export const liabilityResult = (ticket: Ticket, outcome: Words): Message =>
  about(ticket, words('费用判定结果', 'Decision on the charge'), [words(`关于本次服务的费用，判定结果为：${outcome.zh}。如有疑问，请与我们联系。`, `The charge for this service was decided: ${outcome.en}. Please contact us with any question.`)], []);

/** N-36: the quote with its link. Opening the link accepts nothing. */
export const quoteSent = (ticket: Ticket, quote: Quote, lines: readonly QuoteLine[]): Message => ({
  ...about(ticket, words('服务报价', 'Quote for the service'), [words('请查看报价，并在页面上答复是否同意。未经您同意，我们不会开始收费工作。', 'Please read the quote and answer on the page. No chargeable work begins without your consent.')], quoteFacts(quote, lines)),
  actions: [{ label: words('查看并答复报价', 'Read and answer the quote'), page: 'quote', objectId: quote.quoteId }],
  copyText: words(`【售后服务】${ticket.ticketId} 报价 ${showYuan(quote.customerPart)} 元，有效期至 ${quote.validUntil}，请通过邮件链接答复，或回复我们由主管登记。`, `${ticket.ticketId}: quote of ${showYuan(quote.customerPart)} yuan, valid until ${quote.validUntil}. Please answer by the link in our mail, or reply and we will record it.`),
});

/** N-37 */
export const quoteExpired = (ticket: Ticket, quote: Quote): Message =>
  about(ticket, words('报价已过期', 'The quote has expired'), [words('报价在有效期内未获答复，已失效。如仍需服务，我们可重新报价。', 'The quote was not answered in time and is no longer valid. If you still need the service we can quote again.')], [{ label: words('报价单', 'Quote'), value: quote.quoteId }]);

/** N-36 */
export const agreementSent = (ticket: Ticket, agreement: ServiceAgreement): Message =>
  about(ticket, words('服务协议待签署', 'Service agreement to sign'), [words('请签署服务协议并寄回或发回扫描件。双方签署后开始服务。', 'Please sign the service agreement and send it back. Service begins once both sides have signed.')], agreementFacts(agreement));

/** what was done and what it costs, a line each. */
export const statement = (ticket: Ticket, settlement: Settlement): Message =>
  about(ticket, words('结算单', 'Settlement statement'), [words('以下为本次服务的收费明细。如有疑问，请与我们联系，我们会再次说明。', 'These are the charges of the service, item by item. Please contact us with any question; we will explain them again.')],
    [...settlement.items.map((item) => ({ label: words(item.description, item.description), value: yuanWords(fen(item.amount)) })), money('合计', 'Total', settlement.total)]);

/** N-38 */
export const paymentReceived = (ticket: Ticket, payment: Payment, row: Receivable): Message =>
  about(ticket, words('收款已确认', 'Payment confirmed'), [words(`${row.arId} 确认收款 ${showYuan(payment.amount)} 元。`, `${row.arId}: ${showYuan(payment.amount)} yuan received.`)], receivableFacts(row));
