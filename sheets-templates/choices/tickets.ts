import { words } from '../../src/terms';

/** Requests and their course: states, classes, ways in, contacts, tasks, acceptance. Code → label (2.4 and after): cells show labels, code reads codes. */

export const acceptResult = {
  ACCEPTED: words('通过', 'Accepted'),
  ACCEPTED_WITH_POINTS: words('有保留通过', 'Accepted with points'),
  REJECTED: words('不通过', 'Rejected'),
  NO_RESPONSE: words('未回复', 'No response'),
};
export type AcceptResult = keyof typeof acceptResult;

export const cancelReason = {
  DUPLICATE: words('重复', 'Duplicate'),
  CUSTOMER_WITHDREW: words('客户撤回', 'Customer withdrew'),
  NOT_OUR_PRODUCT: words('非我司产品', 'Not our product'),
  SPAM: words('无效信息', 'Spam'),
  OUT_OF_WARRANTY_DECLINED: words('过保不同意付费', 'Out of warranty declined'),
  MAN_MADE_DECLINED: words('人为损坏不予服务', 'Man made declined'),
  OTHER: words('其他', 'Other'),
};
export type CancelReason = keyof typeof cancelReason;

export const causeCode = {
  DESIGN: words('设计缺陷', 'Design'),
  MANUFACTURE: words('制造质量', 'Manufacture'),
  COMPONENT: words('元器件失效', 'Component'),
  SOFTWARE: words('软件/参数', 'Software'),
  INSTALLATION: words('安装不当', 'Installation'),
  WIRING: words('接线错误', 'Wiring'),
  MISOPERATION: words('误操作', 'Misoperation'),
  MAINTENANCE_LACK: words('维护不足', 'Maintenance lack'),
  ENVIRONMENT: words('环境因素', 'Environment'),
  POWER_GRID: words('电网/外部电源', 'Power grid'),
  TRANSPORT_DAMAGE: words('运输损坏', 'Transport damage'),
  TRANSPORT_LOSS: words('运输丢失', 'Transport loss'),
  THEFT: words('被盗', 'Theft'),
  TECH_CHANGE: words('技术条件变更', 'Tech change'),
  THIRD_PARTY: words('第三方设备', 'Third party'),
  WEAR: words('正常磨损', 'Wear'),
  MAN_MADE: words('人为损坏', 'Man made'),
  NO_FAULT: words('未发现故障', 'No fault'),
  UNKNOWN: words('原因待查', 'Unknown'),
};
export type CauseCode = keyof typeof causeCode;

export const channel = {
  PHONE: words('热线电话', 'Hotline'),
  COMPLAINT_LINE: words('投诉热线', 'Complaint line'),
  WEB: words('网站/表单', 'Web form'),
  EMAIL: words('邮件', 'Email'),
  FAX: words('传真', 'Fax'),
  WECHAT: words('微信(公众号/群/个人)', 'WeChat'),
  QQ: words('QQ', 'QQ'),
  SMS: words('短信', 'SMS'),
  WALK_IN: words('到店', 'Walk in'),
  SEND_IN: words('寄修', 'Send in'),
  INTERNAL: words('内部转来', 'Internal'),
  QR: words('扫码', 'QR code'),
  PLAN: words('维护计划', 'Plan'),
  VISIT: words('现场面谈', 'Visit'),
};
export type Channel = keyof typeof channel;

export const contactOutcome = {
  REACHED: words('已联系上', 'Reached'),
  NO_ANSWER: words('无人接听', 'No answer'),
  BUSY: words('占线', 'Busy'),
  WRONG_NUMBER: words('号码错误', 'Wrong number'),
  MESSAGE_LEFT: words('已留言', 'Message left'),
  REFUSED: words('拒绝沟通', 'Refused'),
};
export type ContactOutcome = keyof typeof contactOutcome;

export const contactParty = {
  CUSTOMER: words('客户', 'Customer'),
  INFO_PROVIDER: words('信息提供方(内部)', 'Info provider'),
  OWNER: words('业主', 'Owner'),
  SALES: words('业务员', 'Sales'),
};
export type ContactParty = keyof typeof contactParty;

export const contactPurpose = {
  FIRST: words('首次联系', 'First'),
  PREVISIT: words('行前沟通', 'Previsit'),
  PROGRESS: words('进度告知', 'Progress'),
  FOLLOWUP: words('回访', 'Followup'),
  COLLECTION: words('催款', 'Collection'),
  OTHER: words('其他', 'Other'),
};
export type ContactPurpose = keyof typeof contactPurpose;

/** Documents of which the system offers a text to paste (10.5). */
export const copyDocument = {
  MANAGER_REPORT: words('上报', 'Report to managers'),
  DEADLINE_MISSED: words('超时提醒', 'Missed deadline'),
  CONSENT_LIST: words('派工征询', 'Consent list'),
  DISPATCH_ORDER: words('派工单', 'Dispatch order'),
  ARRIVAL_REPORT: words('到达报告', 'Arrival report'),
  DAILY_REPORT: words('日报', 'Daily report'),
  PARTS_REQUEST: words('维护申请', 'Parts request'),
  RETURN_NOTE: words('返件单', 'Return note'),
  QUOTE: words('报价', 'Quote'),
  ACCEPTANCE: words('验收', 'Acceptance'),
};
export type CopyDocument = keyof typeof copyDocument;

export const copyWay = {
  WECHAT: words('微信', 'WeChat'),
  QQ: words('QQ', 'QQ'),
  SMS: words('短信', 'SMS'),
};
export type CopyWay = keyof typeof copyWay;

export const holdStatus = {
  NONE: words('无', 'None'),
  WAIT_PARTS: words('待配件', 'Wait parts'),
  WAIT_CUSTOMER: words('待客户', 'Wait customer'),
  WAIT_TECH_CHANGE: words('待方案变更', 'Wait tech change'),
  WAIT_LIABILITY: words('待责任判定', 'Wait liability'),
  WAIT_AGREEMENT: words('待签协议', 'Wait agreement'),
  FORCE_MAJEURE: words('不可抗力', 'Force majeure'),
};
export type HoldStatus = keyof typeof holdStatus;

export const managerReportKind = {
  A_IMMEDIATE: words('特急立即报告', 'A immediate'),
  B_ONE_HOUR: words('紧急1小时报告', 'B one hour'),
  MAJOR_EXCEPTION: words('重大异常', 'Major exception'),
  FAULT_TRIP: words('设备故障报告', 'Fault trip'),
};
export type ManagerReportKind = keyof typeof managerReportKind;

export const planStatus = {
  ACTIVE: words('执行', 'Active'),
  PAUSED: words('暂停', 'Paused'),
  ENDED: words('结束', 'Ended'),
};
export type PlanStatus = keyof typeof planStatus;

export const serviceMode = {
  ON_SITE: words('上门/现场', 'On site'),
  SEND_IN: words('客户送修(寄修)', 'Send in'),
  WALK_IN: words('到店', 'Walk in'),
  BRING_BACK: words('带回公司维修', 'Bring back'),
  REMOTE: words('远程', 'Remote'),
};
export type ServiceMode = keyof typeof serviceMode;

export const serviceType = {
  INSTALL: words('安装/安装指导', 'Install'),
  COMMISSION: words('调试', 'Commission'),
  REPAIR: words('维修', 'Repair'),
  MAINTAIN: words('维护保养', 'Maintain'),
  REPLACE: words('更换', 'Replace'),
  RETURN: words('退货', 'Return'),
  EXCHANGE: words('换货', 'Exchange'),
  CONSULT: words('技术咨询', 'Consult'),
  USAGE: words('使用指导', 'Usage'),
  TRAINING: words('客户培训', 'Training'),
  UPGRADE: words('技术升级', 'Upgrade'),
  DECORATION: words('美容装饰', 'Decoration'),
  QUALITY_FEEDBACK: words('质量信息反馈', 'Quality feedback'),
  OTHER: words('其他', 'Other'),
};
export type ServiceType = keyof typeof serviceType;

export const severity = {
  A: words('特急', 'Class A · critical'),
  B: words('紧急', 'Class B · urgent'),
  C: words('一般', 'Class C · normal'),
};
export type Severity = keyof typeof severity;

export const signMethod = {
  TOKEN_PAGE: words('链接签署', 'Token page'),
  PAPER: words('纸质签字', 'Paper'),
  PROXY_CALL: words('电话确认', 'Proxy call'),
};
export type SignMethod = keyof typeof signMethod;

export const sourceParty = {
  CUSTOMER: words('客户', 'Customer'),
  SALES: words('销售', 'Sales'),
  OTHER_DEPT: words('其他部门', 'Other dept'),
  QA: words('质检', 'Qa'),
  PLAN: words('维护计划', 'Plan'),
  MANAGEMENT: words('领导交办', 'Management'),
};
export type SourceParty = keyof typeof sourceParty;

export const taskKind = {
  CALLBACK: words('回访', 'Callback'),
  CROSS_DEPT: words('跨部门协办', 'Cross dept'),
  FOLLOWUP: words('跟进', 'Followup'),
  LEFTOVER: words('遗留问题', 'Leftover'),
  COLLECTION: words('催款', 'Collection'),
  OTHER: words('其他', 'Other'),
};
export type TaskKind = keyof typeof taskKind;

export const taskStatus = {
  OPEN: words('待办', 'Open'),
  IN_PROGRESS: words('进行中', 'In progress'),
  DONE: words('完成', 'Done'),
  CANCELLED: words('取消', 'Cancelled'),
};
export type TaskStatus = keyof typeof taskStatus;

export const testResult = {
  PASS: words('合格', 'Pass'),
  FAIL: words('不合格', 'Fail'),
  PARTIAL: words('部分合格', 'Partial'),
  NOT_TESTED: words('未测试', 'Not tested'),
};
export type TestResult = keyof typeof testResult;

export const ticketStatus = {
  NEW: words('待联系', 'Awaiting contact'),
  TRIAGED: words('已定级', 'Classified'),
  SCHEDULED: words('已约定', 'Date agreed'),
  DISPATCHED: words('已派工', 'Dispatched'),
  ON_SITE: words('现场处理', 'On site'),
  IN_SHOP: words('店内/公司维修', 'In shop'),
  REMOTE: words('远程处理', 'Remote'),
  REPAIRED: words('已修复待验收', 'Repaired, awaiting acceptance'),
  ACCEPTED: words('已验收', 'Accepted'),
  CLOSED: words('已关闭', 'Closed'),
  ARCHIVED: words('已归档', 'Archived'),
  CANCELLED: words('已取消', 'Cancelled'),
  REFUSED: words('已拒绝', 'Refused'),
  MERGED: words('已合并', 'Merged'),
};
export type TicketStatus = keyof typeof ticketStatus;
