import { approvals, delegations, staff, type AnyTable, type Approval, type DocType, type Severity } from '../../../sheets-templates';
import { approversOf, delegatesOf, matrixRow } from '../../approvals';
import type { Draft } from '../../ledger/draft';
import { refuse, words, type Refusal } from '../../terms';
import type { Reply } from '../command';
import type { Message, Request } from '../request';

/** What is asked for approval. `content` is what the approval binds to: if it changes later, the approval is void (6.1 no. 4). */
export interface ApprovalRequest {
  /** A-01 … A-45 */
  readonly matrix: string;
  readonly docType: DocType;
  readonly docId: string;
  readonly content: unknown;
  readonly requestedBy: string;
  /** People for whose benefit it is, beside the requester: they may not decide either (6.1 no. 1). */
  readonly beneficiaries: readonly string[];
  readonly severity: Severity | null | undefined;
  /** N-12 for dispatch, N-24 for others. */
  readonly noticeCode: string;
  readonly message: Omit<Message, 'actions'>;
}

/** What a kind of document does when its approval is decided. One per document type, in the trade's command file. */
export interface ApprovalOutcome {
  readonly docType: DocType;
  readonly reads: readonly AnyTable[];
  /** The content as it stands now, to be compared with what was asked. */
  readonly content: (draft: Draft, docId: string) => unknown;
  /** Told after each step but the last, where the document's state shows the step. */
  readonly stepDone?: (request: Request, docId: string, step: number) => void;
  readonly approved: (request: Request, docId: string) => Reply | Refusal;
  readonly rejected: (request: Request, docId: string, comment: string) => Reply | Refusal;
  /** The request's message again, for the next step's approver. */
  readonly message: (draft: Draft, docId: string) => Omit<Message, 'actions'>;
}

export const contentHash = (digest: Request['digest'], content: unknown): string => digest(JSON.stringify(content));

const uniqueIds = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/**
 * Opens a step of an approval: one row, and a notice with a link to everyone who may decide it. Nobody may who asked,
 * prepared, benefits or decided an earlier step; then the next higher role is asked (6.1 no. 2 and 3).
 */
export const openStep = (request: Request, asked: ApprovalRequest, step: number, earlierDeciders: readonly string[]): Refusal | null => {
  const row = matrixRow(asked.matrix);
  const role = row.steps[step - 1];
  if (role === undefined) throw new Error(`${asked.matrix} has no step ${step}`);
  const barred = uniqueIds([asked.requestedBy, ...asked.beneficiaries, ...earlierDeciders]);
  const chosen = approversOf(role, barred, request.draft.all(staff));
  const [first] = chosen;
  if (first === undefined) return refuse('A-NONE', `没有可以批准此单的人（需要 ${role}）。请管理员检查人员角色。`, `Nobody may approve this (${role} is needed). Please ask the administrator to check the roles.`);
  const standIns = delegatesOf(request.draft.all(delegations), asked.docType, chosen.map(({ member }) => member.staffId), request.now).map((row) => row.toStaff).filter((staffId) => !barred.includes(staffId));
  const approvalId = request.draft.nextNumber('SP', '', 6);
  request.draft.insert(approvals, {
    approvalId, docType: asked.docType, docId: asked.docId, docHash: contentHash(request.digest, asked.content), matrixId: asked.matrix, step,
    role: first.role, approver: chosen.map(({ member }) => member.staffId).join(','), onBehalfOf: null, requestedBy: barred.join(','), requestedAt: request.now,
    decision: null, decidedAt: null, recordedAt: null, via: null, evidence: null, recordedBy: null, confirmedAt: null, comment: null, status: 'PENDING',
  });
  request.notify({
    code: asked.noticeCode, to: [...chosen.map(({ member }) => member.staffId), ...standIns].map((staffId) => ({ staffId })), objectId: approvalId, severity: asked.severity,
    message: { ...asked.message, actions: [{ label: words('查看并批复', 'Review and decide'), page: 'approval', objectId: approvalId }] },
  });
  return null;
};

export const requestApproval = (request: Request, asked: ApprovalRequest): Refusal | null => openStep(request, asked, 1, []);

/** The open step of a document, if one waits. */
export const pendingApproval = (draft: Draft, docType: DocType, docId: string): Approval | undefined =>
  draft.by(approvals, 'docId', docId).find((row) => row.docType === docType && row.status === 'PENDING');

/** Documents change: what was asked for them before no longer stands (6.1 no. 4). */
export const voidApprovals = (draft: Draft, docType: DocType, docId: string, standing: readonly Approval['status'][] = ['PENDING']): void => {
  for (const row of draft.by(approvals, 'docId', docId).filter((candidate) => candidate.docType === docType && standing.includes(candidate.status))) {
    draft.update(approvals, row.approvalId, { status: 'VOID' });
  }
};

/** The content itself changed: steps already decided are void as well, and all of them start again. */
export const restartApprovals = (draft: Draft, docType: DocType, docId: string): void => { voidApprovals(draft, docType, docId, ['PENDING', 'APPROVED']); };
