import { claimStatus, expenseClaims, expenseDecision, expenseLines, slaClocks, travelLegs, type ExpenseClaim } from '../../../../sheets-templates';
import { claimFor, claimTransitions, emptyClaim } from '../../../people';
import { isRefusal, monthOf, nothing, refuse, showYuan, words, type Refusal } from '../../../terms';
import { reasonOf } from '../../../text/notices/line-reason';
import { staffIdOf } from '../../actor';
import { voidApprovals } from '../../approvals/request-approval';
import { command, type Reply } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import { checkMove } from '../../moves';
import type { Request } from '../../request';
import { claimReads, isAllowance, linesOf } from './claim-facts';
import { registerDocument, releaseDocument, removeLeg } from './documents';
import { evaluateAndWrite } from './evaluate';
import { askLineApproval } from './line-approval';
import { lineFields, readLine } from './line-input';

export const claimMove = (request: Request, name: string, claim: ExpenseClaim) =>
  checkMove(request.actor, claimTransitions, name, { objectId: claim.claimId, status: claim.status, labels: claimStatus, owner: claim.staffId });

/** CL-1: the month's claim, begun if need be. A claim begun after its month is due like the others (S-32). */
const openClaim = (request: Request, staffId: string, month: string): ExpenseClaim => {
  const { draft, now } = request;
  const found = claimFor(draft.all(expenseClaims), month, staffId);
  if (typeof found !== 'string') return found.status === 'DRAFT' ? found : draft.update(expenseClaims, found.claimId, { status: 'DRAFT' });
  const claim = draft.insert(expenseClaims, emptyClaim(found, staffId, month));
  if (month < monthOf(now)) recordMoment(request, { event: 'monthEnded', objectType: 'CLAIM', objectId: claim.claimId, ticketId: null, at: now, severity: null, cycle: month, facts: { only: ['S-32a'], month } });
  return claim;
};

/** `BX-202603-S004-07`: after the highest of the claim. */
const nextLineId = (request: Request, claimId: string): string => {
  const numbers = linesOf(request.draft, claimId).filter((line) => !isAllowance(line)).map(({ lineId }) => Number(lineId.slice(claimId.length + 1)));
  return `${claimId}-${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
};

const add = (request: Request): Reply | Refusal => {
  const { draft, actor } = request;
  const staffId = staffIdOf(actor);
  if (actor.kind !== 'staff' || staffId === null || !actor.staff.active) return refuse('ROLE', '只有本公司人员可以报销。', 'Only staff can claim expenses.');
  const entered = readLine(request, staffId);
  if (isRefusal(entered)) return entered;
  const claim = openClaim(request, staffId, entered.month);
  const { claimId } = claim;
  const lineId = nextLineId(request, claimId);
  const legId = entered.leg === null ? null : draft.nextNumber('LG', '', 5);
  if (entered.leg !== null && legId !== null) {
    draft.insert(travelLegs, { legId, orderId: entered.orderId, staffId, arriveAt: null, amount: entered.line.amountClaimed, ticketRef: entered.document?.number ?? null, expenseLine: lineId, ...entered.leg });
  }
  draft.insert(expenseLines, {
    lineId, claimId, orderId: entered.orderId, legId, ...entered.line, cap: null, amountPayable: nothing, decision: 'OK', decisionNote: null,
    invoiceId: entered.document === null ? null : registerDocument(draft, claimId, entered.document, entered.line), approvalRef: null, chargeableTo: entered.ticketId,
  });
  evaluateAndWrite(request, claimId);
  const line = draft.get(expenseLines, lineId);
  const asked = askLineApproval(request, line);
  if (isRefusal(asked)) return asked;
  const [result, reason] = [expenseDecision[line.decision], reasonOf(line)];
  return {
    objectId: claimId,
    message: asked
      ? words(`已记入 ${lineId}：申报 ${showYuan(line.amountClaimed)} 元，已送批准，同意后核定。`, `Entered as ${lineId}: ${showYuan(line.amountClaimed)} yuan claimed; approval was asked for and decides.`)
      : words(`已记入 ${lineId}：申报 ${showYuan(line.amountClaimed)} 元，核定 ${showYuan(line.amountPayable)} 元（${result.zh}）。${reason.zh}`, `Entered as ${lineId}: ${showYuan(line.amountClaimed)} yuan claimed, ${showYuan(line.amountPayable)} payable (${result.en}). ${reason.en}`),
  };
};

const remove = (request: Request): Reply | Refusal => {
  const { draft, input, objectId } = request;
  const line = draft.find(expenseLines, input.optionalText('line') ?? objectId);
  const claim = draft.find(expenseClaims, line?.claimId);
  if (line === undefined || claim === undefined || isAllowance(line)) return refuse('EXP-LINE', '没有这一行，或该行由系统生成。', 'There is no such line, or the system made it.');
  const move = claimMove(request, 'expense.removeLine', claim);
  if (isRefusal(move)) return move;
  voidApprovals(draft, 'CLAIM', line.lineId);
  releaseDocument(draft, line);
  removeLeg(draft, line.legId);
  draft.remove(expenseLines, line.lineId);
  draft.update(expenseClaims, claim.claimId, { status: 'DRAFT' });
  evaluateAndWrite(request, claim.claimId);
  return { objectId: claim.claimId, message: words(`已删除 ${line.lineId}。`, `${line.lineId} was removed.`) };
};

/** `objectId` may be the order whose form it came by. Decides at once, so that the claimant sees the result with its reason. */
export const addLine = command({
  name: 'expense.addLine', label: words('添加报销行', 'Add an expense'), rules: ['R-285', 'R-287', 'R-289', 'R-294', 'R-295', '5.6', '5.7'],
  reads: [...claimReads, travelLegs, slaClocks], fields: lineFields, decide: add,
});

/** `objectId` is the claim, with the line in the field; or the line itself. */
export const removeLine = command({
  name: 'expense.removeLine', label: words('删除报销行', 'Remove an expense'), rules: ['5.7', '3.12'],
  reads: [...claimReads, slaClocks], fields: [{ name: 'line', kind: 'text', label: words('报销行', 'Line'), maximum: 60 }], decide: remove,
});
