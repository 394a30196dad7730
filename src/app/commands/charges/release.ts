import { approvals, liabilityDecisions, receivables, slaClocks, staff, tickets } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { staffNews, toDecide, yuanWords } from '../../../text/notices/charges';
import { fen, isRefusal, refuse, words, type Fen } from '../../../terms';
import { workingClass } from '../../../tickets';
import { pendingApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import { ticketMoment } from '../tickets/class-effects';
import { leadRecipient } from '../tickets/subject';
import { ask, chargeAt, groundsOf } from './at-hand';
import { newReceivable } from './money-owed';
import { outcome } from './outcome';

const reads = [tickets, approvals, staff] as const;

/** A release is named after its ticket and the estimate in fen, a request for goodwill after its ticket. */
const ticketIdOf = (docId: string): string => docId.split('/')[0] ?? docId;
const estimateOf = (docId: string): Fen => fen(Number(docId.split('/')[1]));

/** Once the charge stands otherwise, what was asked for is void (6.1 no. 4). */
const chargeContent = (draft: Draft, docId: string): unknown => [docId, draft.get(tickets, ticketIdOf(docId)).chargeStatus];

const messageOf = (draft: Draft, docId: string, grounds: string) =>
  toDecide(draft.get(tickets, ticketIdOf(docId)), words('特急有偿抢修，协议后补', 'chargeable emergency work before the signature'), [{ label: words('费用估算', 'Estimate'), value: yuanWords(estimateOf(docId)) }], grounds);

/** class A alone, with the customer's promise to pay on file. */
const release: CommandDefinition = command({
  name: 'charge.release', label: words('申请签约前抢修', 'Ask for emergency release'), rules: ['A-16', 'WB-04'], reads,
  fields: [
    { name: 'estimate', kind: 'money', label: words('费用估算（元）', 'Estimate (yuan)'), required: true },
    { name: 'promise', kind: 'text', label: words('客户付款承诺及凭证', 'The customer\'s promise to pay, and proof'), required: true, minimum: 4, maximum: 500 },
  ],
  decide: (request) => {
    const ticket = chargeAt(request, 'charge.release');
    if (isRefusal(ticket)) return ticket;
    const { draft, input } = request;
    const [estimate, grounds] = [input.money('estimate'), input.text('promise')];
    if (workingClass(ticket) !== 'A') return refuse('A-16', '只有特急工单可以在签约前抢修。', 'Only class A work may begin before the signature.');
    if (estimate <= 0) return refuse('A-16', '请填写费用估算。', 'An estimate above zero is needed.');
    const docId = `${ticket.ticketId}/${estimate}`;
    const asked = draft.where(approvals, (row) => row.docType === 'RELEASE' && ticketIdOf(row.docId) === ticket.ticketId && (row.status === 'PENDING' || row.status === 'APPROVED'));
    if (asked.length > 0) return refuse('A-16', '已送批或已批准，无须再次申请。', 'It was sent to the general manager, or approved, already.');
    return ask(request, ticket, { matrix: 'A-16', docType: 'RELEASE', docId, content: chargeContent(draft, docId), message: messageOf(draft, docId, grounds), grounds })
      ?? { objectId: ticket.ticketId, message: words('已送总经理批准。', 'Sent to the general manager.') };
  },
});

/** WB-04: the estimate is owed from now on, whatever becomes of the agreement. */
const releaseOutcome: ApprovalOutcome = outcome({
  docType: 'RELEASE', reads: [tickets, receivables, slaClocks], content: chargeContent, ticketOf: (_draft, docId) => ticketIdOf(docId),
  message: (draft, docId) => messageOf(draft, docId, groundsOf(draft, 'RELEASE', docId)),
  approved: (request, docId) => {
    const { draft } = request;
    const ticket = draft.get(tickets, ticketIdOf(docId));
    newReceivable(request, ticket, { amount: estimateOf(docId), dueDate: null, agreementId: null });
    if (ticket.holdStatus === 'WAIT_AGREEMENT') draft.update(tickets, ticket.ticketId, { holdStatus: 'NONE' });
    request.notify({ code: 'N-07', to: [{ role: 'SUP' }, ...leadRecipient(ticket)], objectId: docId, severity: 'A', message: staffNews(ticket, words('总经理已批准签约前抢修，可以派工', 'The general manager released the work before signature; people may leave')) });
  },
});

const goodwillMessage = (draft: Draft, docId: string, grounds: string) => toDecide(draft.get(tickets, docId), words('酌情免收', 'goodwill: free although chargeable'), [], grounds);

/** */
const goodwill: CommandDefinition = command({
  name: 'charge.goodwill', label: words('申请酌情免收', 'Ask for goodwill'), rules: ['A-12'], reads,
  fields: [{ name: 'reason', kind: 'long', label: words('理由', 'Reason'), required: true, minimum: 4, maximum: 1000 }],
  decide: (request) => {
    const ticket = chargeAt(request, 'charge.goodwill');
    if (isRefusal(ticket)) return ticket;
    const { draft, input } = request;
    if (pendingApproval(draft, 'GOODWILL', ticket.ticketId) !== undefined) return refuse('A-12', '已送批。', 'It was sent already.');
    const grounds = input.text('reason');
    return ask(request, ticket, { matrix: 'A-12', docType: 'GOODWILL', docId: ticket.ticketId, content: chargeContent(draft, ticket.ticketId), message: goodwillMessage(draft, ticket.ticketId, grounds), grounds })
      ?? { objectId: ticket.ticketId, message: words('已送批。', 'Sent for approval.') };
  },
});

const goodwillOutcome: ApprovalOutcome = outcome({
  docType: 'GOODWILL', reads: [tickets, slaClocks, liabilityDecisions], content: chargeContent, ticketOf: (_draft, docId) => docId,
  message: (draft, docId) => goodwillMessage(draft, docId, groundsOf(draft, 'GOODWILL', docId)),
  approved: (request, docId) => {
    const { draft, now } = request;
    const ticket = draft.get(tickets, docId);
    const waits = ticket.holdStatus === 'WAIT_LIABILITY' || ticket.holdStatus === 'WAIT_AGREEMENT';
    const after = draft.update(tickets, docId, { chargeStatus: 'WAIVED', chargeType: 'FREE', slaProfile: 'STANDARD', holdStatus: waits ? 'NONE' : ticket.holdStatus });
    for (const row of draft.by(liabilityDecisions, 'ticketId', docId).filter((one) => !['DECIDED', 'TOLD', 'CANCELLED'].includes(one.status))) draft.update(liabilityDecisions, row.decisionId, { status: 'CANCELLED' });
    for (const event of ['liabilityDecided', 'quoteSent'] as const) recordMoment(request, ticketMoment(after, event, now));
    request.notify({ code: 'N-07', to: [{ role: 'SUP' }, ...leadRecipient(ticket)], objectId: docId, cycle: now, severity: ticket.severity, message: staffNews(after, words('已同意酌情免收', 'Goodwill was granted; the service is free')) });
  },
});

export const releaseCommands: readonly CommandDefinition[] = [release, goodwill];
export const releaseOutcomes: readonly ApprovalOutcome[] = [releaseOutcome, goodwillOutcome];
