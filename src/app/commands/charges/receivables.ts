import { approvals, payMethod, payments, receivables, slaClocks, staff, tickets, type Payment, type Receivable } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { paymentReceived, receivableFacts, staffNews, toDecide } from '../../../text/notices/charges';
import { dateOf, fen, firstRefusal, isRefusal, refuse, showYuan, sum, words, type Refusal } from '../../../terms';
import type { ApprovalOutcome } from '../../approvals/request-approval';
import { hasRole } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import type { Request } from '../../request';
import { choiceOf } from '../tickets/chosen';
import { ask, groundsOf, me, receivableAt } from './at-hand';
import { refreshAccount, settleTicket } from './money-owed';
import { outcome } from './outcome';

const reads = [receivables, payments, tickets, slaClocks] as const;

export const paymentsOf = (draft: Draft, arId: string): readonly Payment[] => draft.by(payments, 'arId', arId).filter((row) => !row.voided);

const refusePayment = ({ draft, input, now }: Request, row: Receivable): Refusal | null => {
  const waiting = sum(paymentsOf(draft, row.arId).filter((payment) => payment.confirmedBy === null).map((payment) => payment.amount));
  const room = fen(row.balance - waiting);
  const [amount, method, reference] = [input.money('amount'), input.text('method'), input.text('reference')];
  return firstRefusal([
    amount > 0 ? null : refuse('AR-PAY', '收款金额须大于零。', 'A payment must be above zero.'),
    amount <= room ? null : refuse('AR-PAY', `超过未收金额 ${showYuan(room)} 元（含待确认收款）：只登记未收部分，多收的由财务退回客户，或登记到其另一笔应收款。`, `That is more than the ${showYuan(room)} yuan still open: record what is open; finance returns the rest, or it is recorded on another receivable of the customer.`),
    input.date('paidAt') <= dateOf(now) ? null : refuse('AR-PAY', '到账日期不能晚于今天。', 'The date of receipt cannot lie in the future.'),
    draft.where(payments, (payment) => payment.method === method && payment.reference === reference && !payment.voided).length === 0 ? null : refuse('AR-PAY', `流水号 ${reference} 已登记过。`, `Reference ${reference} has been recorded already.`),
  ]);
};

const insertPayment = (request: Request, payment: Omit<Payment, 'paymentId' | 'recordedBy' | 'confirmedBy' | 'voided'>): Payment =>
  request.draft.insert(payments, { paymentId: request.draft.nextNumber('SK', '', 4), recordedBy: me(request), confirmedBy: null, voided: false, ...payment });

/** One row a receipt. It counts once finance confirmed it. */
const record: CommandDefinition = command({
  name: 'payment.record', label: words('登记收款', 'Record a payment'), rules: ['R-246', '3.11'], reads,
  fields: [
    { name: 'amount', kind: 'money', label: words('金额（元）', 'Amount (yuan)'), required: true },
    { name: 'paidAt', kind: 'date', label: words('到账日期', 'Date of receipt'), required: true },
    { name: 'method', kind: 'choice', label: words('方式', 'Method'), choices: payMethod, required: true },
    { name: 'reference', kind: 'text', label: words('流水号', 'Reference'), required: true, maximum: 100 },
  ],
  decide: (request) => {
    const found = receivableAt(request, 'payment.record');
    if (isRefusal(found)) return found;
    const { input } = request;
    const refused = refusePayment(request, found.row);
    if (refused !== null) return refused;
    const row = insertPayment(request, { arId: found.row.arId, amount: input.money('amount'), paidAt: input.date('paidAt'), method: choiceOf(input, 'method', payMethod), reference: input.text('reference'), reason: null });
    return { objectId: row.paymentId, message: words(`收款 ${row.paymentId} 已登记，待财务确认。`, `${row.paymentId} is recorded; finance confirms it.`) };
  },
});

const arrival = { ARRIVED: words('已到账', 'Received'), NOT_ARRIVED: words('未到账（作废）', 'Not received (void)') };

/** The recorder never confirms (3.11 pay). */
const confirm: CommandDefinition = command({
  name: 'payment.confirm', label: words('确认收款', 'Confirm a payment'), rules: ['3.11', 'N-38'], reads,
  fields: [{ name: 'decision', kind: 'choice', label: words('核对结果', 'Result'), choices: arrival, required: true }, { name: 'note', kind: 'text', label: words('说明', 'Note'), maximum: 300 }],
  decide: (request) => {
    const { draft, input, actor } = request;
    const payment = draft.find(payments, request.objectId);
    if (payment === undefined) return refuse('UNKNOWN', `没有收款 ${request.objectId}。`, `There is no payment ${request.objectId}.`);
    if (!hasRole(actor, 'FIN')) return refuse('ROLE', '收款由财务确认。', 'Finance confirms payments.');
    if (payment.recordedBy === me(request)) return refuse('AR-SELF', '登记人不能确认自己登记的收款，请另一位财务人员办理。', 'Whoever recorded a payment does not confirm it; another person of finance does.');
    if (payment.confirmedBy !== null || payment.voided) return refuse('STATE', '此收款已处理。', 'This payment was dealt with already.');
    if (input.text('decision') === 'NOT_ARRIVED') {
      draft.update(payments, payment.paymentId, { voided: true, reason: input.optionalText('note') });
      return { objectId: payment.paymentId, message: words('已作废。', 'Voided.') };
    }
    draft.update(payments, payment.paymentId, { confirmedBy: me(request) });
    const row = refreshAccount(request, draft.get(receivables, payment.arId));
    settleTicket(request, row.ticketId);
    request.notify({ code: 'N-38', to: [{ role: 'SUP' }, { role: 'CLK' }], objectId: payment.paymentId, message: paymentReceived(draft.get(tickets, row.ticketId), payment, row) });
    return { objectId: payment.paymentId, message: words(`已确认，未收 ${showYuan(row.balance)} 元。`, `Confirmed; ${showYuan(row.balance)} yuan are open.`) };
  },
});

/** A negative row with its reason; it counts once it is confirmed as well (2.2 Payments). */
const reverse: CommandDefinition = command({
  name: 'payment.reverse', label: words('冲销一笔收款', 'Reverse a payment'), rules: ['2.2'], reads,
  fields: [{ name: 'paymentId', kind: 'text', label: words('收款', 'Payment'), required: true, maximum: 40 }, { name: 'reason', kind: 'text', label: words('理由', 'Reason'), required: true, minimum: 2, maximum: 300 }],
  decide: (request) => {
    const found = receivableAt(request, 'payment.reverse');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const payment = draft.find(payments, input.text('paymentId'));
    const reference = `${payment?.reference ?? ''}/冲销`;
    if (payment === undefined || payment.arId !== found.row.arId || payment.confirmedBy === null || payment.amount <= 0 || paymentsOf(draft, payment.arId).some((row) => row.reference === reference)) return refuse('AR-PAY', '只能冲销本应收款下已确认且未冲销的收款。', 'Only a confirmed payment of this receivable that was not reversed before.');
    const row = insertPayment(request, { arId: payment.arId, amount: fen(0 - payment.amount), paidAt: dateOf(now), method: payment.method, reference, reason: input.text('reason') });
    return { objectId: row.paymentId, message: words('冲销已登记，待另一位财务人员确认。', 'The reversal is recorded; another person of finance confirms it.') };
  },
});

/** R-126, WB-07: reminders pause; the complaint goes to the manager, not to the supervisor who quoted (7.4). */
export const disputeReceivable = (request: Request, row: Receivable, disputeId: string, reason: string): void => {
  refreshAccount(request, row, { status: 'DISPUTED', disputeId });
  const ticket = request.draft.get(tickets, row.ticketId);
  request.notify({ code: 'N-41', to: [{ role: 'TSM' }], objectId: row.arId, cycle: request.now, message: staffNews(ticket, words(`收费争议 ${row.arId}：${reason}`, `Charge dispute on ${row.arId}: ${reason}`), receivableFacts(row)) });
};

const dispute: CommandDefinition = command({
  name: 'receivable.dispute', label: words('登记收费争议', 'Record a dispute'), rules: ['R-126', 'WB-07'], reads,
  fields: [{ name: 'reason', kind: 'text', label: words('客户的异议', 'What the customer disputes'), required: true, minimum: 2, maximum: 500 }, { name: 'complaintId', kind: 'text', label: words('投诉号', 'Complaint number'), maximum: 40 }],
  decide: (request) => {
    const found = receivableAt(request, 'receivable.dispute');
    if (isRefusal(found)) return found;
    const { input } = request;
    disputeReceivable(request, found.row, input.optionalText('complaintId') ?? input.text('reason'), input.text('reason'));
    return { objectId: found.row.arId, message: words('已登记争议，催收暂停，请重新向客户说明。', 'Recorded; reminders pause while the charges are explained again.') };
  },
});

const resume: CommandDefinition = command({
  name: 'receivable.resume', label: words('争议已了结', 'The dispute is settled'), rules: ['R-126'], reads,
  fields: [{ name: 'note', kind: 'text', label: words('处理结果', 'How it was settled'), required: true, minimum: 2, maximum: 300 }],
  decide: (request) => {
    const found = receivableAt(request, 'receivable.resume');
    if (isRefusal(found)) return found;
    const row = refreshAccount(request, found.row, { status: 'NOT_DUE', disputeId: null });
    settleTicket(request, row.ticketId);
    return { objectId: row.arId, message: words('争议已了结，恢复催收。', 'Settled; reminders go on.') };
  },
});

const writeOffContent = (draft: Draft, arId: string): unknown => [arId, draft.get(receivables, arId).balance];
const writeOffMessage = (draft: Draft, arId: string, grounds: string) => {
  const row = draft.get(receivables, arId);
  return toDecide(draft.get(tickets, row.ticketId), words(`核销应收款 ${arId}`, `write-off of ${arId}`), receivableFacts(row), grounds);
};

const writeOff: CommandDefinition = command({
  name: 'receivable.writeOff', label: words('申请核销', 'Ask for a write-off'), rules: ['A-17'], reads: [...reads, approvals, staff],
  fields: [{ name: 'reason', kind: 'long', label: words('催收经过和理由', 'What was tried, and why'), required: true, minimum: 4, maximum: 1000 }],
  decide: (request) => {
    const found = receivableAt(request, 'receivable.writeOff');
    if (isRefusal(found)) return found;
    const { draft, input } = request;
    const { row, ticket } = found;
    if (row.ageDays === 0) return refuse('A-17', '只有逾期的应收款可以核销。', 'Only what is overdue can be written off.');
    const grounds = input.text('reason');
    return ask(request, ticket, { matrix: 'A-17', docType: 'WRITE_OFF', docId: row.arId, content: writeOffContent(draft, row.arId), message: writeOffMessage(draft, row.arId, grounds), grounds })
      ?? { objectId: row.arId, message: words('核销申请已送批。', 'The write-off was sent for approval.') };
  },
});

/** the general manager decides last, finance is informed. */
const writeOffOutcome: ApprovalOutcome = outcome({
  docType: 'WRITE_OFF', reads, content: writeOffContent, ticketOf: (draft, arId) => draft.get(receivables, arId).ticketId,
  message: (draft, arId) => writeOffMessage(draft, arId, groundsOf(draft, 'WRITE_OFF', arId)),
  approved: (request, arId) => {
    const { draft } = request;
    const row = draft.get(receivables, arId);
    const after = refreshAccount(request, row, { writeOff: row.balance, status: 'WRITTEN_OFF' });
    settleTicket(request, row.ticketId);
    request.notify({ code: 'N-38', to: [{ role: 'FIN' }, { role: 'SUP' }], objectId: arId, cycle: 'written-off', message: staffNews(draft.get(tickets, row.ticketId), words(`应收款 ${arId} 已核销 ${showYuan(row.balance)} 元`, `${showYuan(row.balance)} yuan of ${arId} were written off`), receivableFacts(after)) });
  },
});

export const receivableCommands: readonly CommandDefinition[] = [record, confirm, reverse, dispute, resume, writeOff];
export const receivableOutcomes: readonly ApprovalOutcome[] = [writeOffOutcome];
