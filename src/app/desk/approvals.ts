import { approvals, slaClocks, staff, type docType as docTypes, type Approval } from '../../../sheets-templates';
import { words, type Words } from '../../terms';
import { decidesFor } from '../approvals/deciders';
import { outcomeOf, outcomes } from '../approvals/outcomes';
import type { DeskSource, WorkItem } from '../command';
import { approvalFields } from '../commands/approvals';
import { confirmReply, confirmUntil, isUnconfirmed, mayRecord, recordReply } from '../commands/approvals/chat-reply';
import type { Draft } from '../../ledger/draft';
import { replyToConfirm } from '../../text/notices/replies';
import { offerOf, withChoices } from './offers';

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

/** A sentence of a message as a fact; one that says what it is about before a colon has that for its label. */
const bodyFact = (value: Words): WorkItem['facts'][number] => {
  const [zh, en] = [/^([^：，。；]{2,8})：(.+)$/s.exec(value.zh), /^([^:,.;]{2,24}): (.+)$/s.exec(value.en)];
  return zh === null || en === null ? { label: words('内容', 'Content'), value } : { label: words(zh[1] ?? '', en[1] ?? ''), value: words(zh[2] ?? '', en[2] ?? '') };
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
    facts: [...message.body.map(bodyFact), ...(message.facts ?? [])],
    offers: [{ command: 'approval.decide', objectId: approval.approvalId, label: words('批复', 'Decide'), fields: approvalFields, tone: 'primary' }],
    forms: [],
  };
};

/** What somebody else decides, where a reply by chat or phone may be written down. */
const replyItem = (draft: Draft, approval: Approval): WorkItem => {
  const asked = Object.fromEntries(approval.approver.split(',').map((staffId) => [staffId, draft.find(staff, staffId)?.name ?? staffId]));
  const names = Object.values(asked).join('、');
  return {
    ...approvalItem(draft, approval), status: words(`等待 ${names} 批复`, `Waiting for ${names}`),
    offers: [offerOf(recordReply, approval.approvalId, { fields: { [recordReply.name]: (fields) => withChoices(fields, { approver: Object.fromEntries(Object.entries(asked).map(([id, name]) => [id, words(name, name)])) }) } })],
  };
};

/** 6.1 no. 5: what its approver has still to confirm. */
const confirmItem = ({ draft, calendar }: Pick<Parameters<DeskSource['items']>[0], 'draft' | 'calendar'>, approval: Approval): WorkItem => {
  const { body, facts = [] } = replyToConfirm(approval, confirmUntil({ calendar }, approval.recordedAt ?? approval.requestedAt));
  return {
    ...approvalItem(draft, approval), status: words('等待您确认', 'For you to confirm'), dueAt: confirmUntil({ calendar }, approval.recordedAt ?? approval.requestedAt),
    facts: [...body.map(bodyFact), ...facts], offers: [offerOf(confirmReply, approval.approvalId, { primary: [confirmReply.name] })],
  };
};

/** What waits for a person's decision. Nobody is shown what they may not decide. */
export const approvalsDesk: DeskSource = {
  reads: [approvals, slaClocks, ...outcomes.flatMap((outcome) => outcome.reads)],
  items: (desk) => {
    const { draft, actor } = desk;
    if (actor.kind !== 'staff') return [];
    const pending = draft.where(approvals, ({ status }) => status === 'PENDING');
    const mine = pending.filter((row) => decidesFor(desk, row, actor.staff) !== null);
    return [
      ...mine.map((row) => approvalItem(draft, row)),
      ...draft.where(approvals, (row) => row.approver === actor.staff.staffId && row.status !== 'VOID' && isUnconfirmed(row)).map((row) => confirmItem(desk, row)),
      ...pending.filter((row) => !mine.includes(row) && mayRecord(desk, row) === null).map((row) => replyItem(draft, row)),
    ];
  },
};
