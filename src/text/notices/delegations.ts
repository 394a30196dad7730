import { approvalStatus, type Approval, type Delegation } from '../../../sheets-templates';
import { showInstant, words, type Words } from '../../terms';

interface News {
  readonly subject: Words;
  readonly body: readonly Words[];
}

/** N-56: a decision in somebody's place; the absent person reads of it. */
export const decidedFor = (docId: string, name: string, status: Approval['status']): News => ({
  subject: words(`${name} 已代您批复 ${docId}`, `${name} decided ${docId} on your behalf`),
  body: [words(`结论：${approvalStatus[status].zh}。`, `Decision: ${approvalStatus[status].en}.`)],
});

/** N-56: a delegation begins or is taken back. */
export const delegationNews = (row: Delegation, from: string, to: string): News => ({
  subject: row.revokedAt === null ? words(`审批委托：${from} → ${to}`, `Delegation of approvals: ${from} → ${to}`) : words(`审批委托已撤销：${from} → ${to}`, `Delegation of approvals revoked: ${from} → ${to}`),
  body: [words(`${showInstant(row.startAt)} 至 ${showInstant(row.endAt)}，原因：${row.reason}。受托人不能再转委托，也不能批复自己申请或经办的单据。`, `${showInstant(row.startAt)} to ${showInstant(row.endAt)}, because: ${row.reason}. It cannot be handed on, and nobody decides documents of their own.`)],
});
