import { words } from '../../src/terms';

/** Documents, decisions and notices. Code → label (2.4 and after): cells show labels, code reads codes. */

export const approvalDecision = {
  APPROVED: words('同意', 'Approved'),
  REJECTED: words('不同意', 'Rejected'),
  RETURNED: words('退回修改', 'Returned'),
};
export type ApprovalDecision = keyof typeof approvalDecision;

export const approvalStatus = {
  DRAFT: words('草稿', 'Draft'),
  PENDING: words('待批', 'Pending'),
  APPROVED: words('已批', 'Approved'),
  REJECTED: words('不批', 'Rejected'),
  RETURNED: words('退回', 'Returned'),
  WITHDRAWN: words('撤回', 'Withdrawn'),
  VOID: words('内容变更作废', 'Void'),
  EXPIRED: words('过期', 'Expired'),
  RATIFIED: words('追认', 'Ratified'),
};
export type ApprovalStatus = keyof typeof approvalStatus;

export const consentChannel = {
  SYSTEM: words('系统内', 'In the system'),
  EMAIL_LINK: words('邮件链接', 'Mail link'),
  WECHAT: words('微信', 'WeChat'),
  QQ: words('QQ', 'QQ'),
  SMS: words('短信', 'SMS'),
  PHONE: words('电话', 'Phone'),
  PAPER: words('纸质', 'Paper'),
};
export type ConsentChannel = keyof typeof consentChannel;

export const docType = {
  TICKET: words('TICKET', 'Ticket'),
  DISPATCH: words('DISPATCH', 'Dispatch'),
  CONSENT: words('CONSENT', 'Consent'),
  PARTS_REQUEST: words('PARTS_REQUEST', 'Parts request'),
  SHIPMENT: words('SHIPMENT', 'Shipment'),
  REPAIR_ORDER: words('REPAIR_ORDER', 'Repair order'),
  SCRAP: words('SCRAP', 'Scrap'),
  TECH_CHANGE: words('TECH_CHANGE', 'Tech change'),
  LIABILITY: words('LIABILITY', 'Liability'),
  QUOTE: words('QUOTE', 'Quote'),
  AGREEMENT: words('AGREEMENT', 'Agreement'),
  WRITE_OFF: words('WRITE_OFF', 'Write off'),
  TRAVEL: words('TRAVEL', 'Travel'),
  CLAIM: words('CLAIM', 'Claim'),
  OVERTIME: words('OVERTIME', 'Overtime'),
  COMP_LEAVE: words('COMP_LEAVE', 'Comp leave'),
  EXTRA_WORK: words('EXTRA_WORK', 'Extra work'),
  TRIP_REPORT: words('TRIP_REPORT', 'Trip report'),
  MONTHLY_REPORT: words('MONTHLY_REPORT', 'Monthly report'),
  APPRAISAL: words('APPRAISAL', 'Appraisal'),
  REWARD: words('REWARD', 'Reward'),
  COMPLAINT: words('COMPLAINT', 'Complaint'),
  SPOT_CHECK: words('SPOT_CHECK', 'Spot check'),
  CAPA: words('CAPA', 'Capa'),
  DEFECT: words('DEFECT', 'Defect'),
  PLAN: words('PLAN', 'Plan'),
  TRAINING: words('TRAINING', 'Training'),
  POLICY: words('POLICY', 'Policy'),
  SETTING: words('SETTING', 'Setting'),
  ROLE_GRANT: words('ROLE_GRANT', 'Role grant'),
  EXPORT: words('EXPORT', 'Export'),
  PII_ERASE: words('PII_ERASE', 'Pii erase'),
  SLA_PAUSE: words('SLA_PAUSE', 'Sla pause'),
  CORRECTION: words('CORRECTION', 'Correction of a time'),
  DOWNGRADE: words('DOWNGRADE', 'Downgrade'),
  REFUSAL: words('REFUSAL', 'Refusal'),
  DELEGATION: words('DELEGATION', 'Delegation'),
  SITE_REPORT: words('SITE_REPORT', 'Site report'),
  SURVEY: words('SURVEY', 'Survey'),
  PERIODIC: words('PERIODIC', 'Periodic'),
  TOOL: words('TOOL', 'Tool'),
  WASTE: words('WASTE', 'Waste'),
  RECEIVABLE: words('RECEIVABLE', 'Receivable'),
  GOODWILL: words('GOODWILL', 'Goodwill'),
  RELEASE: words('RELEASE', 'Emergency release'),
  PREPAYMENT: words('PREPAYMENT', 'Prepayment waiver'),
};
export type DocType = keyof typeof docType;

export const noticeChannel = {
  EMAIL: words('邮件', 'Email'),
  COPY_TEXT: words('待复制文本(微信/QQ/短信)', 'Copy text'),
  IN_APP: words('系统内', 'In app'),
  CHAT: words('群聊', 'Group chat'),
};
export type NoticeChannel = keyof typeof noticeChannel;

export const noticeStatus = {
  QUEUED: words('待发', 'Queued'),
  HELD: words('静默', 'Held'),
  SENT: words('已发', 'Sent'),
  MANUAL_DONE: words('人工已发', 'Manual done'),
  FAILED: words('失败', 'Failed'),
  DROPPED: words('作废', 'Dropped'),
};
export type NoticeStatus = keyof typeof noticeStatus;

export const priority = {
  P1: words('立即', 'P1 · at once'),
  P2: words('一小时内', 'P2 · within the hour'),
  P3: words('汇总', 'P3 · digest'),
};
export type Priority = keyof typeof priority;

export const settingOrigin = {
  SOURCE: words('制度原文', 'Source'),
  ADDED: words('本规格补充', 'Added'),
};
export type SettingOrigin = keyof typeof settingOrigin;
