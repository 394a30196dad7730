import { approvalDecision, consentChannel, type Approval } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { showInstant, words, type Instant } from '../../terms';

const facts = ({ docId, decision, via, decidedAt, evidence, recordedBy }: Approval): NonNullable<Message['facts']> => [
  { label: words('单号', 'Document'), value: docId },
  ...(decision === null ? [] : [{ label: words('结论', 'Decision'), value: approvalDecision[decision] }]),
  ...(via === null ? [] : [{ label: words('方式', 'By'), value: consentChannel[via] }]),
  { label: words('答复时间', 'When'), value: decidedAt === null ? '—' : showInstant(decidedAt) },
  { label: words('凭证', 'Proof'), value: evidence ?? '—' }, { label: words('登记人', 'Recorded by'), value: recordedBy ?? '—' },
];

/** 6.1 no. 5 */
export const replyToConfirm = (approval: Approval, until: Instant): Message => ({
  subject: words(`请确认您的答复：${approval.docId}`, `Please confirm your reply: ${approval.docId}`),
  body: [words(`您在系统外的答复已登记并生效，请在 ${showInstant(until)} 前确认是否属实。`, `What you replied outside the system is recorded and counts. Please confirm by ${showInstant(until)} that it is so.`)],
  facts: facts(approval),
  actions: [{ label: words('打开工作台', 'Open the desk'), page: 'desk', objectId: approval.approvalId }],
});

export const replyDenied = (approval: Approval, note: string): Message => ({
  subject: words(`批复被否认，已作废：${approval.docId}`, `A decision was denied and is void: ${approval.docId}`),
  body: [words(`被登记的答复人表示并未如此答复。${note} 据此已办的事请立即核对，必要时撤回或重新送批。`, `The person named says that this was not the reply. ${note} Please check at once what followed from it; take it back or ask for approval again.`)],
  facts: facts(approval),
});
