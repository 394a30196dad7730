import { approvalDecision, approvals, slaClocks, type AnyTable, type Approval } from '../../../../sheets-templates';
import { matrixRow } from '../../../approvals';
import { isRefusal, refuse, words, type Refusal } from '../../../terms';
import { command, type CommandDefinition, type Reply } from '../../command';
import { outcomeOf, outcomes } from '../../approvals/outcomes';
import { decidesFor } from '../../approvals/deciders';
import { contentHash, openStep, type ApprovalOutcome } from '../../approvals/request-approval';
import { decidedFor } from '../../../text/notices/delegations';
import type { Field } from '../../field';
import type { Request } from '../../request';

export const approvalFields: readonly Field[] = [
  { name: 'decision', kind: 'choice', label: words('结论', 'Decision'), choices: approvalDecision, required: true },
  { name: 'comment', kind: 'text', label: words('意见', 'Comment'), help: words('不同意或退回时必须填写。', 'Needed when rejecting or returning.'), maximum: 500 },
];

/** Staff ids of a cell. */
export const people = (list: string): readonly string[] => list.split(',').filter((id) => id !== '');

/** 6.1 no. 1 and 2, 6.3: only those asked and who stands in for them, never who asked, benefits or decided an earlier step. */
const mayDecide = (request: Request, approval: Approval): { readonly onBehalfOf: string | null } | Refusal => {
  const { actor } = request;
  if (actor.kind !== 'staff') return refuse('A-WHO', '只有被指定的批准人可以批复。', 'Only the person asked may decide this.');
  if (people(approval.requestedBy).includes(actor.staff.staffId)) return refuse('A-SELF', '不能批准自己申请、经办或受益的单据。', 'Nobody approves their own request, nor one made for their benefit.');
  return decidesFor(request, approval, actor.staff) ?? refuse('A-WHO', '此单不由您批复。', 'This is not yours to decide.');
};

const isOpen = (approval: Approval): Refusal | null =>
  approval.status === 'PENDING' ? null : refuse('A-DONE', '此单已经批复或已作废，无需再次操作。', 'This was decided or withdrawn already; there is nothing left to do.');

const record = (request: Request, approval: Approval, status: Approval['status'], onBehalfOf: string | null): void => {
  const { actor, now, input } = request;
  if (actor.kind !== 'staff') throw new Error('Only staff decide');
  request.draft.update(approvals, approval.approvalId, {
    approver: actor.staff.staffId, onBehalfOf, decision: status === 'REJECTED' ? 'REJECTED' : status === 'RETURNED' ? 'RETURNED' : 'APPROVED',
    decidedAt: now, recordedAt: now, via: actor.via, comment: input.optionalText('comment'), status,
  });
  if (onBehalfOf !== null) request.notify({ code: 'N-56', to: [{ staffId: onBehalfOf }], objectId: approval.approvalId, message: decidedFor(approval.docId, actor.staff.name, status) });
};

const decidersSoFar = (request: Request, approval: Approval): readonly string[] =>
  request.draft.by(approvals, 'docId', approval.docId).filter((row) => row.docType === approval.docType && row.docHash === approval.docHash && row.status === 'APPROVED').map((row) => row.approver);

const approve = (request: Request, approval: Approval, outcome: ApprovalOutcome, onBehalfOf: string | null): Reply | Refusal => {
  record(request, approval, 'APPROVED', onBehalfOf);
  const row = matrixRow(approval.matrixId);
  if (approval.step >= row.steps.length) return outcome.approved(request, approval.docId);
  const [requestedBy = '', ...beneficiaries] = people(approval.requestedBy);
  outcome.stepDone?.(request, approval.docId, approval.step);
  const opened = openStep(request, {
    matrix: approval.matrixId, docType: approval.docType, docId: approval.docId, content: outcome.content(request.draft, approval.docId),
    requestedBy, beneficiaries, severity: undefined, noticeCode: 'N-24', message: outcome.message(request.draft, approval.docId),
  }, approval.step + 1, decidersSoFar(request, approval));
  return opened ?? { objectId: approval.docId, message: words('已同意，已送下一步批准。', 'Approved; the next step has been asked.') };
};

/** Who acts in `request` decides the step that it names. */
export const decideApproval = (request: Request): Reply | Refusal => {
  const approval = request.draft.find(approvals, request.objectId);
  if (approval === undefined) return refuse('A-NONE', '没有这张待批单。', 'There is no such request.');
  const seat = isOpen(approval) ?? mayDecide(request, approval);
  if (isRefusal(seat)) return seat;
  const outcome = outcomeOf(approval.docType);
  if (contentHash(request.digest, outcome.content(request.draft, approval.docId)) !== approval.docHash) {
    return refuse('A-CHANGED', '单据内容在送批后已更改，此批准作废，请申请人重新提交。', 'The document was changed after it was sent for approval; it must be submitted again.');
  }
  const decision = request.input.text('decision');
  if (decision === 'APPROVED') return approve(request, approval, outcome, seat.onBehalfOf);
  const comment = request.input.optionalText('comment');
  if (comment === null) return refuse('A-COMMENT', '不同意或退回时请写明意见。', 'Please say why you reject or return it.');
  record(request, approval, decision === 'RETURNED' ? 'RETURNED' : 'REJECTED', seat.onBehalfOf);
  const reply = outcome.rejected(request, approval.docId, comment);
  return isRefusal(reply) ? reply : { ...reply, objectId: approval.approvalId };
};

/** Tables that a decision on any kind of document reads. */
export const approvalReads: readonly AnyTable[] = [...new Set<AnyTable>([approvals, slaClocks, ...outcomes.flatMap((outcome) => outcome.reads)])];

export const decide: CommandDefinition = command({
  name: 'approval.decide', label: words('批复', 'Decide'), rules: ['R-185', 'R-219', 'R-266', 'R-284', 'R-296', 'R-297'], reads: approvalReads, fields: approvalFields, decide: decideApproval,
});
