import { approvals, slaClocks, type docType as docTypes, type Approval } from '../../../sheets-templates';
import { words } from '../../terms';
import { decidesFor } from '../approvals/deciders';
import { outcomeOf, outcomes } from '../approvals/outcomes';
import type { DeskSource, WorkItem } from '../command';
import { approvalFields } from '../commands/approvals';
import type { Draft } from '../../ledger/draft';

export const documentNames: Readonly<Partial<Record<keyof typeof docTypes, ReturnType<typeof words>>>> = {
  DISPATCH: words('派工单待批', 'Dispatch order to decide'),
  PARTS_REQUEST: words('维护申请待批', 'Parts request to decide'),
  TRAVEL: words('出行方式待批', 'Travel mode to decide'),
  CLAIM: words('报销单待批', 'Expense claim to decide'),
  MONTHLY_REPORT: words('月度报告待批', 'Monthly report to decide'),
  SLA_PAUSE: words('暂停时限待批', 'Pause of deadlines to decide'),
  CORRECTION: words('时间更正待批', 'Correction of a time to decide'),
  SETTING: words('参数变更待批', 'Change of a setting to decide'),
  DOWNGRADE: words('降级待批', 'Lower class to decide'),
  QUOTE: words('报价待批', 'Quote to decide'),
  AGREEMENT: words('服务协议待批', 'Agreement to decide'),
  GOODWILL: words('酌情免收待批', 'Goodwill to decide'),
  RELEASE: words('签约前抢修待批', 'Emergency release to decide'),
  WRITE_OFF: words('核销待批', 'Write-off to decide'),
  PREPAYMENT: words('免预付先行待批', 'Prepayment waiver to decide'),
};

export const approvalItem = (draft: Draft, approval: Approval): WorkItem => {
  const message = outcomeOf(approval.docType).message(draft, approval.docId);
  return {
    objectId: approval.approvalId,
    kind: documentNames[approval.docType] ?? words('待批', 'To decide'),
    title: approval.docId,
    status: words('等待您批复', 'Waiting for you'),
    severity: null,
    dueAt: null,
    facts: [...message.body.map((value) => ({ label: words('内容', 'Content'), value })), ...(message.facts ?? [])],
    offers: [{ command: 'approval.decide', objectId: approval.approvalId, label: words('批复', 'Decide'), fields: approvalFields, tone: 'primary' }],
    forms: [],
  };
};

/** What waits for a person's decision. Nobody is shown what they may not decide. */
export const approvalsDesk: DeskSource = {
  reads: [approvals, slaClocks, ...outcomes.flatMap((outcome) => outcome.reads)],
  items: (desk) => {
    const { draft, actor } = desk;
    return actor.kind !== 'staff' ? [] : draft.where(approvals, (row) => row.status === 'PENDING' && decidesFor(desk, row, actor.staff) !== null).map((row) => approvalItem(draft, row));
  },
};
