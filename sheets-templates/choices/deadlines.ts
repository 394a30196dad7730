import { words } from '../../src/terms';

/** Clocks, their results and what moves them. Code → label (2.4 and after): cells show labels, code reads codes. */

export const breachReason = {
  UNREACHABLE: words('客户失联', 'Unreachable'),
  NO_STAFF: words('人力不足', 'No staff'),
  TRAVEL: words('交通', 'Travel'),
  APPROVAL: words('审批延误', 'Approval'),
  PARTS: words('配件', 'Parts'),
  CUSTOMER: words('客户原因', 'Customer'),
  SYSTEM: words('系统原因', 'System'),
  OTHER: words('其他', 'Other'),
};
export type BreachReason = keyof typeof breachReason;

export const clockMode = {
  CAL: words('日历时钟', 'Calendar time'),
  BUS: words('工作时间时钟', 'Business hours'),
  WDC: words('工作日全天时钟', 'Working days'),
  FIX: words('定时', 'Fixed moment'),
};
export type ClockMode = keyof typeof clockMode;

/** Times that people write down and that start or stop the clocks of 4.3. */
export const correctedTime = {
  ARRIVAL: words('到达时间', 'Arrival'),
  DEPARTURE: words('出发时间', 'Departure'),
  CONTACT: words('联系时间', 'Contact'),
  MANAGER_REPORT: words('上报时间', 'Report to managers'),
};
export type CorrectedTime = keyof typeof correctedTime;

export const dayKind = {
  WORKDAY: words('工作日', 'Workday'),
  ADJUSTED_WORKDAY: words('调休上班', 'Adjusted workday'),
  WEEKEND: words('周末', 'Weekend'),
  HOLIDAY: words('节假日(含调休放假)', 'Holiday'),
};
export type DayKind = keyof typeof dayKind;

export const dueBasis = {
  COMPUTED: words('计算', 'Computed'),
  OVERRIDE: words('客户改期', 'Override'),
  PAUSED: words('暂停顺延', 'Paused'),
  AGREEMENT: words('协议', 'Agreement'),
  FIXED: words('固定时点', 'Fixed'),
};
export type DueBasis = keyof typeof dueBasis;

export const pauseKind = {
  CUSTOMER_DEFER: words('客户要求改期', 'Customer defer'),
  FORCE_MAJEURE: words('不可抗力', 'Force majeure'),
  SITE_CLOSED: words('现场不具备条件', 'Site closed'),
  WAIT_CUSTOMER: words('等待客户答复', 'Waiting for the customer'),
};
export type PauseKind = keyof typeof pauseKind;

export const slaProfile = {
  STANDARD: words('按级别时限', 'Standard'),
  PAID_AGREEMENT: words('按服务协议', 'Paid agreement'),
  PLAN: words('按维护计划', 'Plan'),
  CONSULT: words('咨询类', 'Consult'),
};
export type SlaProfile = keyof typeof slaProfile;

export const slaResult = {
  RUNNING: words('进行中', 'Running'),
  PAUSED: words('暂停', 'Paused'),
  MET: words('按时', 'On time'),
  BREACHED_OPEN: words('已超时未完成', 'Overdue, open'),
  BREACHED_DONE: words('超时完成', 'Overdue, done'),
  CANCELLED: words('取消', 'Cancelled'),
  SUPERSEDED: words('被改级替代', 'Superseded'),
};
export type SlaResult = keyof typeof slaResult;
