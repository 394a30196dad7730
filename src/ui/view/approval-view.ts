import { approvalStatus, type Approval } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { showInstant, words, type Instant, type Language, type Words } from '../../terms';
import type { ApprovalPage } from '../protocol';

/** The command that the approval page sends, and the names of its inputs. */
export const approvalCommand = 'approval.decide';

export interface ApprovalInput {
  readonly approval: Approval;
  /** The document's own message, as the mail told it. */
  readonly message: Omit<Message, 'actions'>;
  readonly requesterName: string;
  readonly dueAt: Instant | null;
  readonly now: Instant;
  readonly language: Language;
}

const outcomeOf = (approval: Approval): Words | null => {
  if (approval.status === 'PENDING') return null;
  const state = approvalStatus[approval.status];
  const at = approval.decidedAt === null ? '' : showInstant(approval.decidedAt);
  return words(`本审批已处理：${state.zh} ${at}`.trim(), `This approval is done: ${state.en.toLowerCase()} ${at}`.trim());
};

export const approvalView = ({ approval, message, requesterName, dueAt, now, language }: ApprovalInput): ApprovalPage => ({
  page: 'approval',
  language,
  now,
  objectId: approval.approvalId,
  subject: message.subject,
  paragraphs: message.body,
  facts: [
    ...(message.facts ?? []).map(({ label, value }) => ({ label, value })),
    { label: words('申请人', 'Requested by'), value: requesterName },
    { label: words('提交时间', 'Requested'), value: showInstant(approval.requestedAt) },
  ],
  dueAt,
  outcome: outcomeOf(approval),
});
