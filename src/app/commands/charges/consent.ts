import { approvals, liabilityDecisions, payments, quotes, receivables, serviceAgreements, staff, type Quote, type Ticket } from '../../../../sheets-templates';
import { dueDateOf } from '../../../charges';
import { staffNews } from '../../../text/notices/charges';
import { dateOf, fen, isRefusal, refuse, words, type Instant, type Refusal } from '../../../terms';
import { restartApprovals } from '../../approvals/request-approval';
import { command, type CommandDefinition, type Reply } from '../../command';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { chosen } from '../tickets/chosen';
import { comingAgreement, liveAgreement } from './agreed';
import { me, quoteAt } from './at-hand';
import { newReceivable, settleTicket } from './money-owed';
import { linesOfQuote, quoteReads } from './quotes';

const reads = [...quoteReads, approvals, liabilityDecisions, serviceAgreements, receivables, payments, staff] as const;

const answers = { AGREED: words('同意', 'I agree'), REJECTED: words('不同意', 'I do not agree') };

const answerFields: readonly Field[] = [
  { name: 'decision', kind: 'choice', label: words('您的答复', 'Answer'), choices: answers, required: true },
  { name: 'person', kind: 'text', label: words('答复人姓名', 'Name'), required: true, minimum: 2, maximum: 60 },
  { name: 'note', kind: 'text', label: words('说明', 'Note'), maximum: 300 },
];

/** What the customer answers, as it was shown; its hash is the evidence of the page. */
export const quoteText = (request: Pick<Request, 'draft'>, row: Quote): string =>
  JSON.stringify([row.quoteId, row.revision, row.total, row.customerPart, row.taxRate, row.validUntil, linesOfQuote(request.draft, row.quoteId)]);

/** The agreement that the accepted quote leads to; the supervisor sets its terms (3.11 accept). */
const draftAgreement = (request: Request, row: Quote, ticket: Ticket): void => {
  const { draft, now, settings } = request;
  draft.insert(serviceAgreements, {
    agreementId: draft.nextNumber('XY', now.slice(0, 4), 3), status: 'DRAFT', ticketId: ticket.ticketId, quoteId: row.quoteId, partyA: ticket.customerId, amount: row.customerPart,
    paymentTerms: 'ON_ACCEPTANCE', dueRule: String(settings.count('ar.on_acceptance_days', now)), plan: null, scope: ticket.servicePlan ?? ticket.faultDesc, equipment: `${ticket.modelText} ${ticket.serialText ?? ''}`.trim(),
    startTarget: null, arriveTarget: null, acceptanceTerms: '', repairWarrantyDays: settings.count('agreement.repair_warranty_days', now), signedByCustomer: null, signedByCompany: null, signedAt: null,
    file: null, lodgedAt: null, sentAt: null, preparedBy: row.preparedBy,
  });
};

/** Consent to a first quote drafts the agreement; consent to added work adds to what was agreed (3.11 exceed). */
const agree = (request: Request, row: Quote, ticket: Ticket): void => {
  const { draft, now } = request;
  const signed = liveAgreement(draft, ticket.ticketId);
  const coming = comingAgreement(draft, ticket.ticketId);
  if (signed !== undefined) {
    draft.update(serviceAgreements, signed.agreementId, { amount: fen(signed.amount + row.customerPart) });
    restartApprovals(draft, 'PREPAYMENT', signed.agreementId);
    const terms = signed.paymentTerms === 'PARTIAL' ? 'ON_ACCEPTANCE' : signed.paymentTerms;
    const accepted = ticket.acceptedAt === null ? null : dateOf(ticket.acceptedAt);
    if (row.customerPart > 0) newReceivable(request, ticket, { amount: row.customerPart, dueDate: dueDateOf(terms, Number(signed.dueRule), dateOf(now), accepted), agreementId: signed.agreementId });
    settleTicket(request, ticket.ticketId);
  } else if (coming !== undefined) {
    restartApprovals(draft, 'AGREEMENT', coming.agreementId);
    draft.update(serviceAgreements, coming.agreementId, { amount: fen(coming.amount + row.customerPart), status: 'DRAFT', signedByCompany: null });
  } else draftAgreement(request, row, ticket);
};

interface Answer {
  readonly decision: keyof typeof answers;
  readonly at: Instant;
  readonly evidence: string;
}

const conclude = (request: Request, row: Quote, ticket: Ticket, { decision, at, evidence }: Answer): Reply | Refusal => {
  const { draft, input } = request;
  if (row.validUntil < dateOf(at)) return refuse('QU-VALID', '报价已过有效期，请与我们联系重新报价。', 'The quote is no longer valid; please ask us for a new one.');
  const after = draft.update(quotes, row.quoteId, { status: decision === 'AGREED' ? 'ACCEPTED' : 'REJECTED', customerDecision: decision, decidedAt: at, decidedBy: input.text('person'), decisionEvidence: evidence });
  if (decision === 'AGREED') agree(request, after, ticket);
  const news = decision === 'AGREED' ? words(`客户同意报价 ${row.quoteId}，请拟定协议`, `The customer agreed to ${row.quoteId}`) : words(`客户不同意报价 ${row.quoteId}`, `The customer rejected ${row.quoteId}`);
  request.notify({ code: 'N-36', to: [{ staffId: row.preparedBy }], objectId: row.quoteId, cycle: decision, message: staffNews(ticket, news, [{ label: words('说明', 'Note'), value: input.text('note') }]) });
  return { objectId: row.quoteId, message: words('您的答复已记录，谢谢。', 'Your answer is recorded, thank you.') };
};

const decisionOf = ({ input }: Request): Answer['decision'] => chosen(input, 'decision', answers) ?? 'REJECTED';

/** R-124 on the page: an explicit click, for this revision alone; a second one finds the quote answered. */
const answer: CommandDefinition = command({
  name: 'quote.answer', label: words('答复报价', 'Answer the quote'), rules: ['R-124', '3.11'], reads, fields: answerFields,
  decide: (request) => {
    const { actor, objectId } = request;
    const found = quoteAt(request, 'quote.answer');
    if (isRefusal(found)) return found;
    if (actor.kind !== 'customer' || actor.ticketId !== objectId) return refuse('ROLE', '此链接不属于这份报价。', 'This link belongs to another quote.');
    return conclude(request, found.row, found.ticket, { decision: decisionOf(request), at: request.now, evidence: request.digest(quoteText(request, found.row)) });
  },
});

/** R-124 otherwise: who said it, when, and the proof of it. */
const record: CommandDefinition = command({
  name: 'quote.record', label: words('登记客户答复', 'Record the customer\'s answer'), rules: ['R-124', '3.11'], reads,
  fields: [...answerFields,
    { name: 'at', kind: 'instant', label: words('答复时间', 'Answered at'), help: words('留空为现在。', 'Empty means now.') },
    { name: 'evidence', kind: 'text', label: words('凭证', 'Evidence'), required: true, minimum: 2, maximum: 500, help: words('签字页、聊天截图或通话记录。', 'Signed page, screenshot or note of the call.') }],
  decide: (request) => {
    const found = quoteAt(request, 'quote.record');
    if (isRefusal(found)) return found;
    const at = request.input.optionalInstant('at') ?? request.now;
    if (at > request.now || (found.row.sentAt !== null && at < found.row.sentAt)) return refuse('R-124', '答复时间须在报价发出之后、现在之前。', 'The answer must lie between the sending of the quote and now.');
    return conclude(request, found.row, found.ticket, { decision: decisionOf(request), at, evidence: `${request.input.text('evidence')} (${me(request)})` });
  },
});

export const consentCommands: readonly CommandDefinition[] = [answer, record];
