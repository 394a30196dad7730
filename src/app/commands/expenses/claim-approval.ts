import { approvals, dispatchOrders, expenseClaims, expenseDecision, expenseKind, expenseLines, invoiceRegister, slaClocks, staff, type ExpenseClaim, type ExpenseLine } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { claimMatrix, stateAfterStep } from '../../../people';
import { fen, nothing, words, type Refusal } from '../../../terms';
import { claimApproved, claimRejected, claimReturned, claimToDecide, type ClaimFacts, type LineFacts } from '../../../text/notices/expenses';
import { reasonOf } from '../../../text/notices/line-reason';
import { hasRole } from '../../actor';
import { requestApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import type { Reply } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Request } from '../../request';

export const linesOf = (draft: Draft, claimId: string): readonly ExpenseLine[] => draft.where(expenseLines, (line) => line.claimId === claimId);

export const claimFactsOf = (draft: Draft, claim: ExpenseClaim): ClaimFacts => ({ ...claim, person: draft.find(staff, claim.staffId)?.name ?? claim.staffId });

export const lineFactsOf = (line: ExpenseLine): LineFacts => ({
  date: line.date, kind: expenseKind[line.kind], claimed: line.amountClaimed, payable: line.amountPayable, decision: expenseDecision[line.decision], reason: reasonOf(line),
});

const isAllowance = (line: ExpenseLine): boolean => line.kind.startsWith('ALLOW_');

/** Lines that people claimed, and of the generated ones those that were not counted. */
const shown = (lines: readonly ExpenseLine[]): readonly LineFacts[] => lines.filter((line) => !isAllowance(line)).map(lineFactsOf);

const messageOf = (draft: Draft, claim: ExpenseClaim): ReturnType<typeof claimToDecide> => claimToDecide(claimFactsOf(draft, claim), shown(linesOf(draft, claim.claimId)));

/** What an approval binds to: the lines with their amounts and results (6.1 no. 4). */
export const claimContent = (draft: Draft, claimId: string): unknown =>
  linesOf(draft, claimId).map((line) => [line.lineId, line.amountClaimed, line.amountPayable, line.decision, line.invoiceId]);

/** Sends a submitted claim to its first check: A-22, or the longer way of supervisors' and managers' own (3.12). */
export const askClaimApproval = (request: Request, claim: ExpenseClaim): Refusal | null => {
  const { draft } = request;
  return requestApproval(request, {
    matrix: claimMatrix(draft.get(staff, claim.staffId).roles), docType: 'CLAIM', docId: claim.claimId, content: claimContent(draft, claim.claimId),
    requestedBy: claim.staffId, beneficiaries: [], severity: undefined, noticeCode: 'N-24', message: messageOf(draft, claim),
  });
};

/** CL-4: the report is approved, so held claims of the month go on. Returns how many. */
export const releaseHeldClaims = (request: Request, staffId: string, month: string): number | Refusal => {
  const held = request.draft.where(expenseClaims, (claim) => claim.staffId === staffId && claim.month === month && claim.status === 'HOLD');
  for (const claim of held) {
    const refused = askClaimApproval(request, request.draft.update(expenseClaims, claim.claimId, { status: 'SUBMITTED' }));
    if (refused !== null) return refused;
  }
  return held.length;
};

const releaseInvoices = (draft: Draft, lines: readonly ExpenseLine[]): void => {
  for (const line of lines) {
    const invoice = draft.find(invoiceRegister, line.invoiceId);
    if (invoice !== undefined) draft.update(invoiceRegister, invoice.invoiceId, { used: fen(Math.max(nothing, invoice.used - line.amountClaimed)) });
  }
};

const approved = (request: Request, claimId: string): Reply => {
  const { draft, now } = request;
  const claim = draft.update(expenseClaims, claimId, { status: 'APPROVED' });
  recordMoment(request, { event: 'claimApproved', objectType: 'CLAIM', objectId: claimId, ticketId: null, at: now, severity: null });
  const cuts = linesOf(draft, claimId).filter((line) => !isAllowance(line) && line.amountPayable < line.amountClaimed);
  request.notify({ code: 'N-39', to: [{ staffId: claim.staffId }], objectId: claimId, cycle: 'approved', message: claimApproved(claimFactsOf(draft, claim), cuts.map(lineFactsOf)) });
  return { objectId: claimId, message: words('报销单已批准,等待财务付款。', 'Claim approved; finance will pay it.') };
};

/** 3.12: who checks may only return; the last word "no" is the managers'. */
const rejected = (request: Request, claimId: string, comment: string): Reply => {
  const { draft, actor, input, now } = request;
  const by = actor.kind === 'staff' ? actor.staff.name : '';
  const final = input.text('decision') === 'REJECTED' && hasRole(actor, 'TSM', 'DGM', 'EDGM', 'GM');
  const claim = draft.update(expenseClaims, claimId, { status: final ? 'REJECTED' : 'RETURNED' });
  if (final) releaseInvoices(draft, linesOf(draft, claimId));
  const facts = claimFactsOf(draft, claim);
  request.notify({ code: 'N-39', to: [{ staffId: claim.staffId }], objectId: claimId, cycle: now, message: final ? claimRejected(facts, comment, by) : claimReturned(facts, comment, by) });
  return { objectId: claimId, message: final ? words('报销单已拒绝,发票已释放。', 'Claim rejected; its invoices are free again.') : words('报销单已退回给报销人。', 'Claim returned to the claimant.') };
};

export const claimOutcome: Omit<ApprovalOutcome, 'docType'> = {
  reads: [expenseClaims, expenseLines, invoiceRegister, dispatchOrders, approvals, slaClocks],
  content: claimContent,
  stepDone: ({ draft, now }, claimId, step) => {
    draft.update(expenseClaims, claimId, { status: stateAfterStep(step), ...(step === 1 ? { clerkCheckedAt: now } : {}) });
  },
  approved,
  rejected,
  message: (draft, claimId) => messageOf(draft, draft.get(expenseClaims, claimId)),
};

