import { expenseClaims, expenseDecision, expenseKind, invoiceRegister, slaClocks, staff, type ExpenseClaim, type ExpenseLine } from '../../../../sheets-templates';
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
import { claimReads, isAllowance, linesOf } from './claim-facts';
import { evaluateAndWrite } from './evaluate';
import { contentOfLine, isLine, lineApproved, lineRejected, messageOfLine } from './line-approval';

export const claimFactsOf = (draft: Draft, claim: ExpenseClaim): ClaimFacts => ({ ...claim, person: draft.find(staff, claim.staffId)?.name ?? claim.staffId });

export const lineFactsOf = (line: ExpenseLine): LineFacts => ({
  date: line.date, kind: expenseKind[line.kind], claimed: line.amountClaimed, payable: line.amountPayable, decision: expenseDecision[line.decision], reason: reasonOf(line),
});

/** Lines that people claimed, and of the generated ones those that were not counted. */
const shown = (lines: readonly ExpenseLine[]): readonly LineFacts[] => lines.filter((line) => !isAllowance(line)).map(lineFactsOf);

const messageOf = (draft: Draft, claim: ExpenseClaim): ReturnType<typeof claimToDecide> => claimToDecide(claimFactsOf(draft, claim), shown(linesOf(draft, claim.claimId)));

/** What an approval binds to: this submission, and its lines with their amounts and results (6.1 no. 4). */
export const claimContent = (draft: Draft, claimId: string): unknown => [
  draft.get(expenseClaims, claimId).submittedAt,
  ...linesOf(draft, claimId).map((line) => [line.lineId, line.amountClaimed, line.amountPayable, line.decision, line.invoiceId]),
];

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
    evaluateAndWrite(request, claim.claimId);
    const refused = askClaimApproval(request, request.draft.update(expenseClaims, claim.claimId, { status: 'SUBMITTED' }));
    if (refused !== null) return refused;
  }
  return held.length;
};

/** What lines took of their documents is free again. */
export const releaseInvoices = (draft: Draft, lines: readonly ExpenseLine[]): void => {
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
  request.notify({ code: 'N-39', to: [{ staffId: claim.staffId }], objectId: claimId, cycle: request.now, message: claimApproved(claimFactsOf(draft, claim), cuts.map(lineFactsOf)) });
  return { objectId: claimId, message: words('报销单已批准，等待财务付款。', 'Claim approved; finance will pay it.') };
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
  return { objectId: claimId, message: final ? words('报销单已拒绝，发票已释放。', 'Claim rejected; its invoices are free again.') : words('报销单已退回给报销人。', 'Claim returned to the claimant.') };
};

/** Decisions on claims, and on single lines that need a word of their own. */
export const claimOutcome: Omit<ApprovalOutcome, 'docType'> = {
  reads: [...claimReads, slaClocks],
  content: (draft, docId) => (isLine(draft, docId) ? contentOfLine(draft, docId) : claimContent(draft, docId)),
  stepDone: ({ draft, now }, claimId, step) => {
    draft.update(expenseClaims, claimId, { status: stateAfterStep(step), ...(step === 1 ? { clerkCheckedAt: now } : {}) });
  },
  approved: (request, docId) => (isLine(request.draft, docId) ? lineApproved(request, docId) : approved(request, docId)),
  rejected: (request, docId, comment) => (isLine(request.draft, docId) ? lineRejected(request, docId, comment) : rejected(request, docId, comment)),
  message: (draft, docId) => (isLine(draft, docId) ? messageOfLine(draft, docId) : messageOf(draft, draft.get(expenseClaims, docId))),
};

