import { approvals, expenseClaims, expenseKind, expenseLines, staff, tickets, transportMode, type ExpenseLine } from '../../../../sheets-templates';
import type { Draft } from '../../../ledger/draft';
import { approvedMode, askedWhen } from '../../../people';
import { atMinute, isRefusal, showYuan, words, type Refusal } from '../../../terms';
import { lineDecided, lineToDecide } from '../../../text/notices/expense-lines';
import { pendingApproval, requestApproval } from '../../approvals/request-approval';
import type { Reply } from '../../command';
import type { Request } from '../../request';
import { asClaimedLine, lineContent } from './claim-facts';
import { evaluateAndWrite } from './evaluate';

/** Which row of the matrix a line itself can be approved by: material and other costs, taxis. */
const matrixFor = ({ draft, settings, calendar, now }: Request, line: ExpenseLine): string | null => {
  if (line.kind === 'MATERIAL' || line.kind === 'OTHER') {
    return line.amountClaimed <= settings.fen('exp.material.sup_limit', atMinute(line.date, 0)) ? 'A-24' : 'A-24-TSM';
  }
  const mode = line.mode === 'TAXI' ? approvedMode(line.mode) : undefined;
  const leg = asClaimedLine(draft, line).leg;
  if (mode === undefined || leg === null) return null;
  const when = askedWhen(mode, draft.find(tickets, line.chargeableTo)?.severity ?? null, leg.departAt, now, settings, calendar);
  return isRefusal(when) ? null : mode.matrix;
};

const messageOf = (draft: Draft, line: ExpenseLine) => {
  const claim = draft.get(expenseClaims, line.claimId);
  return lineToDecide({
    lineId: line.lineId, orderId: line.orderId, person: draft.find(staff, claim.staffId)?.name ?? claim.staffId, date: line.date,
    kind: line.mode === null ? expenseKind[line.kind] : transportMode[line.mode], amount: showYuan(line.amountClaimed), purpose: line.purpose ?? '',
  });
};

/** Asks for what an otherwise payable line still lacks. Returns whether it was asked. */
export const askLineApproval = (request: Request, line: ExpenseLine): boolean | Refusal => {
  if (line.decision !== 'REJECT_NO_APPROVAL' || pendingApproval(request.draft, 'CLAIM', line.lineId) !== undefined) return false;
  const matrix = matrixFor(request, line);
  if (matrix === null) return false;
  const claim = request.draft.get(expenseClaims, line.claimId);
  const refused = requestApproval(request, {
    matrix, docType: 'CLAIM', docId: line.lineId, content: lineContent(line), requestedBy: claim.staffId, beneficiaries: [],
    severity: undefined, noticeCode: 'N-24', message: messageOf(request.draft, line),
  });
  return refused ?? true;
};

/** An approval of a claim names a claim, one of a line names a line. */
export const isLine = (draft: Draft, docId: string): boolean => draft.find(expenseLines, docId) !== undefined;

export const contentOfLine = (draft: Draft, lineId: string): unknown => lineContent(draft.get(expenseLines, lineId));
export const messageOfLine = (draft: Draft, lineId: string) => messageOf(draft, draft.get(expenseLines, lineId));

export const lineApproved = (request: Request, lineId: string): Reply => {
  const { draft } = request;
  const approval = draft.by(approvals, 'docId', lineId).filter((row) => row.docType === 'CLAIM' && row.status === 'APPROVED').slice(-1)[0];
  draft.update(expenseLines, lineId, { approvalRef: approval?.approvalId ?? null });
  const { claimId } = draft.get(expenseLines, lineId);
  evaluateAndWrite(request, claimId);
  request.notify({ code: 'N-39', to: [{ staffId: draft.get(expenseClaims, claimId).staffId }], objectId: lineId, cycle: request.now, message: lineDecided(messageOfLine(draft, lineId), null) });
  return { objectId: lineId, message: words('已同意此项费用。', 'The cost is approved.') };
};

export const lineRejected = (request: Request, lineId: string, comment: string): Reply => {
  const { draft } = request;
  const { claimId } = draft.get(expenseLines, lineId);
  request.notify({ code: 'N-39', to: [{ staffId: draft.get(expenseClaims, claimId).staffId }], objectId: lineId, cycle: request.now, message: lineDecided(messageOfLine(draft, lineId), comment) });
  return { objectId: lineId, message: words('未同意此项费用，已通知报销人。', 'The cost is refused; the claimant was told.') };
};
