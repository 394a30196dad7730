import { approvals, expenseClaims, expenseLines, invoiceRegister, slaClocks, type ExpenseClaim, type ExpenseDecision } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { allRefusals, isRefusal, refuse, showYuan, words, type Refusal } from '../../../terms';
import { blockingLines } from '../../../text/notices/expense-lines';
import { claimHeld, claimPaid } from '../../../text/notices/expenses';
import { reasonOf } from '../../../text/notices/line-reason';
import { staffIdOf } from '../../actor';
import { pendingApproval } from '../../approvals/request-approval';
import { command, type Reply } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import { monthEndDue } from '../monthly-reports/month-dues';
import type { Request } from '../../request';
import { askClaimApproval, claimFactsOf, releaseInvoices } from './claim-approval';
import { claimReads, linesOf } from './claim-facts';
import { claimMove } from './edit-lines';
import { evaluateAndWrite } from './evaluate';

/** 3.12 submit: every line has its invoice or leg, and nothing is there twice. Cuts of other kinds may be submitted. */
const blocking: readonly ExpenseDecision[] = ['REJECT_NO_INVOICE', 'RETURN_NO_OD', 'REJECT_DUPLICATE', 'DUP_NIGHT'];

const complete = (draft: Draft, claimId: string): Refusal | null => {
  const lines = linesOf(draft, claimId).filter((line) => blocking.includes(line.decision));
  if (lines.length === 0) return null;
  const told = blockingLines(lines.map((line) => ({ lineId: line.lineId, reason: reasonOf(line) })));
  return refuse('G-EXP-2', `请补齐或删除后再提交：${told.zh}`, `Please complete or remove these before submitting: ${told.en}`);
};

const decidedLines = (draft: Draft, claimId: string): Refusal | null => {
  const waiting = linesOf(draft, claimId).filter((line) => pendingApproval(draft, 'CLAIM', line.lineId) !== undefined);
  return waiting.length === 0 ? null : refuse('G-EXP-3', `等待批准：${waiting.map(({ lineId }) => lineId).join('、')}。同意后再提交，或先删除该行。`, `Waiting for approval: ${waiting.map(({ lineId }) => lineId).join(', ')}. Submit after it is given, or remove the line.`);
};

const notEmpty = (draft: Draft, claimId: string): Refusal | null =>
  linesOf(draft, claimId).length > 0 ? null : refuse('G-EXP-0', '报销单没有任何内容。', 'The claim is empty.');

const hold = (request: Request, claim: ExpenseClaim): Reply => {
  const held = request.draft.update(expenseClaims, claim.claimId, { status: 'HOLD' });
  request.notify({ code: 'N-39', to: [{ staffId: claim.staffId }], objectId: claim.claimId, cycle: request.now, message: claimHeld(claimFactsOf(request.draft, held)) });
  return {
    objectId: claim.claimId,
    message: words(`已提交。${claim.month} 月度报告尚未批准，报销单挂起，现付 0.00；批准后自动送审。`, `Submitted. The report of ${claim.month} is not approved yet: the claim is held, 0.00 payable now; it goes on by itself afterwards.`),
  };
};

const submit = (request: Request): Reply | Refusal => {
  const { draft, now, objectId } = request;
  const claim = draft.find(expenseClaims, objectId);
  if (claim === undefined) return refuse('G-EXP-0', '没有这张报销单。', 'There is no such claim.');
  const move = claimMove(request, 'expense.submit', claim);
  if (isRefusal(move)) return move;
  const verdict = evaluateAndWrite(request, claim.claimId);
  const refused = allRefusals('G-EXP-2', [notEmpty(draft, claim.claimId), complete(draft, claim.claimId), decidedLines(draft, claim.claimId)]);
  if (refused !== null) return refused;
  const submitted = draft.update(expenseClaims, claim.claimId, {
    submittedAt: now, clerkCheckedAt: null, late: claim.late || now > monthEndDue(request, claim.month, 'due.claim'), status: 'SUBMITTED',
  });
  recordMoment(request, { event: 'claimSubmitted', objectType: 'CLAIM', objectId: claim.claimId, ticketId: null, at: now, severity: null });
  if (verdict.hold !== null) return hold(request, submitted);
  return askClaimApproval(request, submitted) ?? {
    objectId: claim.claimId,
    message: words(`报销单已提交，核定 ${showYuan(submitted.totalPayable)} 元，等待内勤审核。`, `Claim submitted: ${showYuan(submitted.totalPayable)} yuan payable; the clerk checks it next.`),
  };
};

const signers = (draft: Draft, claimId: string): readonly string[] =>
  draft.by(approvals, 'docId', claimId).filter((row) => row.docType === 'CLAIM' && row.status === 'APPROVED').map((row) => row.approver);

const pay = (request: Request): Reply | Refusal => {
  const { draft, actor, input, now, objectId } = request;
  const claim = draft.find(expenseClaims, objectId);
  if (claim === undefined) return refuse('G-EXP-0', '没有这张报销单。', 'There is no such claim.');
  const move = claimMove(request, 'expense.pay', claim);
  if (isRefusal(move)) return move;
  const self = staffIdOf(actor);
  if (self === claim.staffId) return refuse('A-SELF', '不能支付自己的报销单，请另一位财务人员办理。', 'Nobody pays their own claim; another finance person has to.');
  if (self !== null && signers(draft, claim.claimId).includes(self)) return refuse('G-EXP-4', '本单的审批人不能付款，请另一位财务人员办理。', 'Who approved this claim may not pay it; another finance person has to.');
  // Documents of lines that were not paid stay usable; the others are consumed.
  releaseInvoices(draft, linesOf(draft, claim.claimId).filter((line) => line.amountPayable === 0));
  const paid = draft.update(expenseClaims, claim.claimId, { status: 'PAID', paidAt: now, payRef: input.text('payRef') });
  recordMoment(request, { event: 'claimPaid', objectType: 'CLAIM', objectId: claim.claimId, ticketId: null, at: now, severity: null });
  request.notify({ code: 'N-39', to: [{ staffId: claim.staffId }], objectId: claim.claimId, cycle: 'paid', message: claimPaid(claimFactsOf(draft, paid), input.text('payRef')) });
  return { objectId: claim.claimId, message: words(`已登记支付 ${showYuan(paid.totalPayable)} 元。`, `Payment of ${showYuan(paid.totalPayable)} yuan recorded.`) };
};

export const submitClaim = command({
  name: 'expense.submit', label: words('提交报销单', 'Submit the claim'), rules: ['R-284', 'R-285', 'R-288', 'R-290', 'A-22', 'G-EXP-1'],
  reads: [...claimReads, slaClocks], fields: [], decide: submit,
});

export const payClaim = command({
  name: 'expense.pay', label: words('登记支付', 'Record the payment'), rules: ['R-285', 'S-32', 'A-22'],
  reads: [expenseClaims, expenseLines, invoiceRegister, approvals, slaClocks],
  fields: [{ name: 'payRef', kind: 'text', label: words('支付凭证号', 'Payment reference'), required: true, maximum: 80 }], decide: pay,
});
