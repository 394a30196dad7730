import { words } from '../src/terms';

/** Enumerations of the commercial ledgers (regulation 2.3). */

export const agreementStatus = {
  DRAFT: words('起草', 'Draft'),
  APPROVED: words('已核准', 'Approved'),
  SENT: words('已发客户', 'Sent'),
  SIGNED: words('已签订', 'Signed'),
  IN_SERVICE: words('履行中', 'In service'),
  DONE: words('已履行', 'Done'),
  CANCELLED: words('取消', 'Cancelled'),
  EXPIRED: words('未签失效', 'Expired'),
};
export type AgreementStatus = keyof typeof agreementStatus;

export const arStatus = {
  NOT_DUE: words('未到期', 'Not due'),
  DUE: words('到期', 'Due'),
  OVERDUE: words('逾期', 'Overdue'),
  PARTLY_PAID: words('部分收款', 'Partly paid'),
  PAID: words('收清', 'Paid'),
  DISPUTED: words('争议', 'Disputed'),
  WRITTEN_OFF: words('核销', 'Written off'),
};
export type ArStatus = keyof typeof arStatus;

export const costHead = {
  MATERIAL: words('材料费', 'Material'),
  LABOUR: words('人工费', 'Labour'),
  TRAVEL: words('差旅费', 'Travel'),
  OTHER: words('其他', 'Other'),
};
export type CostHead = keyof typeof costHead;

export const liabilityStatus = {
  OPEN: words('待意见', 'Open'),
  TSM_DONE: words('经理已提', 'Manager proposed'),
  DGM_DONE: words('副总已签', 'Deputy signed'),
  DECIDED: words('已定', 'Decided'),
  TOLD: words('已告知', 'Customer told'),
  CANCELLED: words('撤销', 'Cancelled'),
};
export type LiabilityStatus = keyof typeof liabilityStatus;

/** `REPEAT_FAULT` beside the regulation's list: step W3 opens a decision too. */
export const liabilityTrigger = {
  EXCLUSION: words('除外情形', 'Exclusion'),
  UNKNOWN_WARRANTY: words('质保不明', 'Warranty unknown'),
  MAN_MADE: words('人为损坏', 'Man-made damage'),
  GOODWILL: words('酌情免收', 'Goodwill'),
  CUSTOMER_DISPUTE: words('客户异议', 'Customer disputes'),
  REPEAT_FAULT: words('重复故障', 'Same fault again'),
};
export type LiabilityTrigger = keyof typeof liabilityTrigger;

export const paymentTerms = {
  PREPAID: words('预付', 'Prepaid'),
  ON_ACCEPTANCE: words('验收付款', 'On acceptance'),
  PARTIAL: words('分期', 'Instalments'),
  MONTHLY: words('月结', 'Monthly'),
};
export type PaymentTerms = keyof typeof paymentTerms;

export const payMethod = {
  BANK: words('银行转账', 'Bank transfer'),
  WECHAT: words('微信', 'WeChat'),
  ALIPAY: words('支付宝', 'Alipay'),
  CASH: words('现金', 'Cash'),
  OFFSET: words('抵扣', 'Offset'),
};
export type PayMethod = keyof typeof payMethod;

export const quoteDecision = {
  AGREED: words('同意', 'Agreed'),
  REJECTED: words('不同意', 'Rejected'),
  DISPUTED: words('有异议', 'Disputed'),
  EXPIRED: words('过期未复', 'No answer in time'),
};
export type QuoteDecision = keyof typeof quoteDecision;

export const quoteStatus = {
  DRAFT: words('草稿', 'Draft'),
  APPROVED: words('已核准', 'Approved'),
  SENT: words('已发出', 'Sent'),
  ACCEPTED: words('客户同意', 'Accepted'),
  REJECTED: words('客户不同意', 'Rejected'),
  EXPIRED: words('过期', 'Expired'),
  SUPERSEDED: words('被改版', 'Superseded'),
};
export type QuoteStatus = keyof typeof quoteStatus;
