import { words } from '../src/terms';

/** The fixed lists of the regulation's entity model (2.4 and after): code → label. Cells show labels, code reads codes. */

export const acceptResult = {
  ACCEPTED: words('通过', 'Accepted'),
  ACCEPTED_WITH_POINTS: words('有保留通过', 'Accepted with points'),
  REJECTED: words('不通过', 'Rejected'),
  NO_RESPONSE: words('未回复', 'No response'),
};
export type AcceptResult = keyof typeof acceptResult;

export const adminLevel = {
  MUNICIPALITY: words('直辖市', 'Municipality'),
  PROVINCIAL_CAPITAL: words('省会', 'Provincial capital'),
  REGION_CAPITAL: words('自治区首府', 'Region capital'),
  PREFECTURE: words('地级市', 'Prefecture'),
  COUNTY_LEVEL: words('县级市/县', 'County level'),
  SAR_TW: words('港澳台', 'Sar tw'),
};
export type AdminLevel = keyof typeof adminLevel;

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

export const chargePolicy = {
  WARRANTY_BASED: words('按质保判定', 'Warranty based'),
  COMPANY_BEARS: words('公司承担', 'Company bears'),
  CONTRACT_TERMS: words('按合同约定', 'Contract terms'),
};
export type ChargePolicy = keyof typeof chargePolicy;

export const chargeStatus = {
  UNDETERMINED: words('未判定', 'Undetermined'),
  FREE: words('无偿', 'Free'),
  DECISION_PENDING: words('责任判定中', 'Decision pending'),
  QUOTING: words('报价中', 'Quoting'),
  AGREED: words('协议已签', 'Agreed'),
  WORK_DONE_UNPAID: words('完工待收款', 'Work done unpaid'),
  SETTLED: words('已结清', 'Settled'),
  WAIVED: words('免收', 'Waived'),
  WRITTEN_OFF: words('核销', 'Written off'),
  REFUSED: words('客户不同意', 'Refused'),
};
export type ChargeStatus = keyof typeof chargeStatus;

export const chargeType = {
  FREE: words('无偿', 'Free'),
  PAID: words('有偿', 'Paid'),
  SHARED: words('分担', 'Shared'),
  REFUSE: words('不予服务', 'Refuse'),
};
export type ChargeType = keyof typeof chargeType;

export const checkResult = {
  PASS: words('合格', 'Pass'),
  FAIL: words('不合格', 'Fail'),
  CONCERN: words('待改进', 'Concern'),
  NOT_CHECKED: words('未检', 'Not checked'),
};
export type CheckResult = keyof typeof checkResult;

export const claimStatus = {
  DRAFT: words('草稿', 'Draft'),
  SUBMITTED: words('已提交', 'Submitted'),
  HOLD: words('缺月报挂起', 'Held: no monthly report'),
  CHECKED: words('内勤已审', 'Checked by clerk'),
  SUP_OK: words('主管已审', 'Checked by supervisor'),
  APPROVED: words('已批准', 'Approved'),
  RETURNED: words('退回', 'Returned'),
  PAID: words('已支付', 'Paid'),
  REJECTED: words('拒绝', 'Rejected'),
};
export type ClaimStatus = keyof typeof claimStatus;

export const clockMode = {
  CAL: words('日历时钟', 'Calendar time'),
  BUS: words('工作时间时钟', 'Business hours'),
  WDC: words('工作日全天时钟', 'Working days'),
  FIX: words('定时', 'Fixed moment'),
};
export type ClockMode = keyof typeof clockMode;

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

export const contactRole = {
  REPORTER: words('报修人', 'Reporter'),
  OWNER_REP: words('业主代表', 'Owner rep'),
  ACCEPTOR: words('验收人', 'Acceptor'),
  PAYER: words('付款联系人', 'Payer'),
  OTHER: words('其他', 'Other'),
};
export type ContactRole = keyof typeof contactRole;

export const customerType = {
  COMPANY: words('单位', 'Company'),
  PERSON: words('个人', 'Person'),
  DEALER: words('经销商', 'Dealer'),
};
export type CustomerType = keyof typeof customerType;

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

export const dispatchStatus = {
  DRAFT: words('草稿', 'Draft'),
  CONSENT_PENDING: words('待征询', 'Awaiting consent'),
  REJECTED: words('未同意', 'Rejected'),
  ISSUED: words('已下达', 'Issued'),
  ACCEPTED: words('已接收', 'Accepted'),
  DECLINED: words('已拒接', 'Declined'),
  DEPARTED: words('已出发', 'Departed'),
  ARRIVED: words('已到达', 'Arrived'),
  WORKING: words('工作中', 'Working'),
  PRE_LEAVE: words('申请离场', 'Leaving announced'),
  LEFT: words('已离场', 'Left'),
  RETURNED: words('已返回', 'Returned'),
  CLOSED: words('已关闭', 'Closed'),
  CANCELLED: words('已取消', 'Cancelled'),
};
export type DispatchStatus = keyof typeof dispatchStatus;

export const disposition = {
  STOCK_IN: words('入库', 'Stock in'),
  RETURN_CUSTOMER: words('发还客户', 'Return customer'),
  SCRAP: words('报废', 'Scrap'),
  TO_SUPPLIER: words('退供应商', 'To supplier'),
  DESIGN_DEFECT: words('转研发', 'Design defect'),
  HOLD: words('封存', 'Hold'),
};
export type Disposition = keyof typeof disposition;

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
  RECEIVABLE: words('RECEIVABLE', 'Receivable'),
  GOODWILL: words('GOODWILL', 'Goodwill'),
  RELEASE: words('RELEASE', 'Emergency release'),
  PREPAYMENT: words('PREPAYMENT', 'Prepayment waiver'),
};
export type DocType = keyof typeof docType;

export const dueBasis = {
  COMPUTED: words('计算', 'Computed'),
  OVERRIDE: words('客户改期', 'Override'),
  PAUSED: words('暂停顺延', 'Paused'),
  AGREEMENT: words('协议', 'Agreement'),
  FIXED: words('固定时点', 'Fixed'),
};
export type DueBasis = keyof typeof dueBasis;

export const dutyShift = {
  DAY: words('日班08:30–17:30', 'Day'),
  NIGHT: words('夜班17:30–次日08:30', 'Night'),
  FULL: words('全天', 'Full'),
};
export type DutyShift = keyof typeof dutyShift;

export const employmentKind = {
  DEDICATED: words('专职', 'Dedicated'),
  SECONDED: words('抽调', 'Seconded'),
};
export type EmploymentKind = keyof typeof employmentKind;

export const equipStatus = {
  IN_USE: words('在用', 'In use'),
  IN_REPAIR: words('维修中', 'In repair'),
  REPLACED: words('已更换', 'Replaced'),
  SCRAPPED: words('报废', 'Scrapped'),
  LOST: words('丢失', 'Lost'),
};
export type EquipStatus = keyof typeof equipStatus;

export const expenseDecision = {
  OK: words('全额', 'In full'),
  CAPPED: words('按限额', 'Cut to the cap'),
  COVERED_BY_ALLOWANCE: words('已含在补助', 'Covered by allowance'),
  REJECT_NO_INVOICE: words('无发票', 'No invoice'),
  REJECT_DUPLICATE: words('重复', 'Duplicate'),
  REJECT_NO_APPROVAL: words('未获批准', 'Not approved'),
  REJECT_CLASS: words('超席别', 'Class not allowed'),
  REJECT_BASE_CITY: words('常驻地住宿', 'Lodging in base city'),
  REJECT_NO_DISPATCH: words('无派工单', 'No dispatch order'),
  REJECT_SELF_APPROVAL: words('自批无效', 'Approved by oneself'),
  RETURN_NO_OD: words('补填起止点', 'Start or end missing'),
  DUP_DAY: words('补助重复', 'Day already counted'),
  DUP_NIGHT: words('住宿重复', 'Night already counted'),
  HOLD_NO_MONTHLY_REPORT: words('缺月报', 'Held: no monthly report'),
  MANUAL: words('人工核定', 'Decided by hand'),
};
export type ExpenseDecision = keyof typeof expenseDecision;

export const expenseKind = {
  ALLOW_MEAL: words('餐补', 'Meal allowance'),
  ALLOW_COMM: words('通信补助', 'Communication allowance'),
  ALLOW_TRANSPORT: words('交通补助', 'Local transport allowance'),
  LODGING: words('住宿', 'Lodging'),
  LONG_HAUL: words('长途交通', 'Long-distance transport'),
  LOCAL_TICKET: words('市内小额票', 'Local ticket'),
  MATERIAL: words('材料费', 'Material'),
  OTHER: words('其他支持费用', 'Other'),
};
export type ExpenseKind = keyof typeof expenseKind;

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

export const invoiceKind = {
  VAT_SPECIAL: words('增值税专票', 'Special VAT invoice'),
  VAT_NORMAL: words('增值税普票', 'Ordinary VAT invoice'),
  DIGITAL: words('数电票', 'Fully digital invoice'),
  RAIL_E: words('铁路电子客票', 'Rail e-invoice'),
  RAIL_PAPER: words('火车票', 'Paper rail ticket'),
  COACH_TICKET: words('汽车票', 'Coach ticket'),
  AIR_ITINERARY: words('航空行程单', 'Air itinerary'),
  METRO_BUS: words('地铁公交票', 'Metro bus'),
  TAXI: words('出租车票', 'Taxi'),
  RECEIPT: words('收据(不可报)', 'Receipt (not payable)'),
};
export type InvoiceKind = keyof typeof invoiceKind;

export const itemKind = {
  COMPONENT: words('元器件', 'Component'),
  SEMI: words('半成品', 'Semi'),
  FINISHED: words('成品', 'Finished'),
  CONSUMABLE: words('耗材', 'Consumable'),
  TOOL: words('工具', 'Tool'),
};
export type ItemKind = keyof typeof itemKind;

export const itineraryStatus = {
  OFFICE: words('在司上班', 'Office'),
  TRAVEL: words('在途', 'Travel'),
  ON_SITE: words('现场服务', 'On site'),
  STANDBY: words('待命', 'Standby'),
  LEAVE: words('请假', 'Leave'),
  COMP_LEAVE: words('调休', 'Comp leave'),
  TRAINING: words('培训', 'Training'),
  REST: words('休息', 'Rest'),
};
export type ItineraryStatus = keyof typeof itineraryStatus;

export const lineStatus = {
  OPEN: words('未发', 'Open'),
  SHIPPED: words('已发', 'Shipped'),
  RECEIVED: words('已收', 'Received'),
  USED: words('已用', 'Used'),
  RETURNED_UNUSED: words('未用退回', 'Returned unused'),
  CANCELLED: words('取消', 'Cancelled'),
};
export type LineStatus = keyof typeof lineStatus;

export const lodgingTier = {
  T1: words('一线城市', 'First-tier city'),
  PC: words('省会城市', 'Provincial capital'),
  OT: words('其他城市', 'Other city'),
  MANUAL: words('人工审批', 'Decided by hand'),
};
export type LodgingTier = keyof typeof lodgingTier;

export const managerReportKind = {
  A_IMMEDIATE: words('特急立即报告', 'A immediate'),
  B_ONE_HOUR: words('紧急1小时报告', 'B one hour'),
  MAJOR_EXCEPTION: words('重大异常', 'Major exception'),
  FAULT_TRIP: words('设备故障报告', 'Fault trip'),
};
export type ManagerReportKind = keyof typeof managerReportKind;

export const monthlyReportStatus = {
  DRAFT: words('草稿', 'Draft'),
  SUBMITTED: words('已提交', 'Submitted'),
  RETURNED: words('退回', 'Returned'),
  APPROVED: words('已审核', 'Approved'),
};
export type MonthlyReportStatus = keyof typeof monthlyReportStatus;

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

export const partOrigin = {
  OWN: words('本公司', 'Own'),
  OEM: words('原厂', 'Oem'),
  THIRD: words('第三方', 'Third'),
  REPAIRED: words('修复件', 'Repaired'),
};
export type PartOrigin = keyof typeof partOrigin;

export const partsStatus = {
  DRAFT: words('草稿', 'Draft'),
  SUBMITTED: words('已提交内勤', 'Submitted'),
  IN_APPROVAL: words('待批准', 'In approval'),
  REJECTED: words('不批准', 'Rejected'),
  APPROVED: words('已批准', 'Approved'),
  LEAD_TIME_GIVEN: words('已反馈发货周期', 'Lead time given'),
  IN_PRODUCTION: words('生产备货', 'In production'),
  READY: words('待发货', 'Ready'),
  PART_SHIPPED: words('部分发货', 'Part shipped'),
  SHIPPED: words('已发货', 'Shipped'),
  RECEIVED: words('已到货', 'Received'),
  CLOSED: words('已关闭', 'Closed'),
  CANCELLED: words('已取消', 'Cancelled'),
};
export type PartsStatus = keyof typeof partsStatus;

export const pauseKind = {
  CUSTOMER_DEFER: words('客户要求改期', 'Customer defer'),
  FORCE_MAJEURE: words('不可抗力', 'Force majeure'),
  SITE_CLOSED: words('现场不具备条件', 'Site closed'),
  WAIT_CUSTOMER: words('等待客户答复', 'Waiting for the customer'),
};
export type PauseKind = keyof typeof pauseKind;

export const piiStatus = {
  ACTIVE: words('有效', 'Active'),
  RESTRICTED: words('限制', 'Restricted'),
  ERASED: words('已匿名化', 'Erased'),
};
export type PiiStatus = keyof typeof piiStatus;

export const priority = {
  P1: words('立即', 'P1 · at once'),
  P2: words('一小时内', 'P2 · within the hour'),
  P3: words('汇总', 'P3 · digest'),
};
export type Priority = keyof typeof priority;

export const productLine = {
  POWER_DISTRIBUTION: words('配电设备', 'Power distribution'),
  PHYSIO: words('理疗产品', 'Physio'),
  AUTO: words('汽车', 'Auto'),
  EQUIPMENT: words('通用设备', 'Equipment'),
  ENGINEERING: words('工程', 'Engineering'),
  OTHER: words('其他', 'Other'),
};
export type ProductLine = keyof typeof productLine;

export const receiptCondition = {
  GOOD: words('完好', 'Good'),
  DAMAGED: words('损坏', 'Damaged'),
  SHORT: words('短少', 'Short'),
  WRONG: words('错发', 'Wrong'),
};
export type ReceiptCondition = keyof typeof receiptCondition;

export const planStatus = {
  ACTIVE: words('执行', 'Active'),
  PAUSED: words('暂停', 'Paused'),
  ENDED: words('结束', 'Ended'),
};
export type PlanStatus = keyof typeof planStatus;

export const repairStatus = {
  DRAFT: words('填写', 'Draft'),
  EXPECTED: words('待退回', 'Expected'),
  IN_TRANSIT: words('退回途中', 'In transit'),
  QA_RECEIVED: words('质检接收', 'Qa received'),
  TESTED: words('已检测', 'Tested'),
  IN_REPAIR: words('维修中', 'In repair'),
  RETESTED: words('已复检', 'Retested'),
  DISPOSED: words('已处置', 'Disposed'),
  CLOSED: words('已归档', 'Closed'),
  MISSING: words('未退回追查', 'Missing'),
  CANCELLED: words('取消', 'Cancelled'),
};
export type RepairStatus = keyof typeof repairStatus;

export const returnKind = {
  FAULTY_PART: words('故障件', 'Faulty part'),
  REPLACED_GOOD: words('更换下的良品', 'Replaced good'),
  UNUSED: words('未用件', 'Unused'),
  WHOLE_UNIT: words('整机', 'Whole unit'),
  CUSTOMER_SEND_IN: words('客户送修', 'Customer send in'),
  RETURN_GOODS: words('退货', 'Return goods'),
  EXCHANGE: words('换货', 'Exchange'),
};
export type ReturnKind = keyof typeof returnKind;

export const role = {
  GM: words('总经理', 'General manager'),
  EDGM: words('常务副总', 'Executive deputy GM'),
  DGM: words('分管副总', 'Deputy GM in charge'),
  TSM: words('技术支持部经理(部门经理/总监)', 'Technical support manager'),
  SUP: words('售后服务主管', 'After-sales supervisor'),
  CLK: words('售后内勤', 'After-sales clerk'),
  ENG: words('售后人员', 'Engineer'),
  CS: words('售后客服', 'Customer service'),
  OPS: words('运营部内勤(市场内勤)', 'Operations clerk'),
  OPM: words('运营部经理', 'Operations manager'),
  PRD: words('生产部专人', 'Production contact'),
  PDM: words('生产部经理', 'Production manager'),
  QA: words('质检', 'Quality inspection'),
  QM: words('质量监督', 'Quality supervisor'),
  RD: words('研发', 'R&D'),
  SAL: words('业务员/营销', 'Sales'),
  FIN: words('财务', 'Finance'),
  HR: words('人事', 'Human resources'),
  DCC: words('文控', 'Document control'),
  ADM: words('系统管理员', 'Administrator'),
  CUS: words('客户(外部)', 'Customer'),
  SYS: words('系统', 'System'),
};
export type Role = keyof typeof role;

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

export const settingOrigin = {
  SOURCE: words('制度原文', 'Source'),
  ADDED: words('本规格补充', 'Added'),
};
export type SettingOrigin = keyof typeof settingOrigin;

export const severity = {
  A: words('特急', 'Class A · critical'),
  B: words('紧急', 'Class B · urgent'),
  C: words('一般', 'Class C · normal'),
};
export type Severity = keyof typeof severity;

export const shipDirection = {
  OUT: words('发往现场', 'Out'),
  BACK: words('退回公司', 'Back'),
  CUSTOMER: words('发还客户', 'Customer'),
};
export type ShipDirection = keyof typeof shipDirection;

export const shipStatus = {
  PREPARED: words('待发', 'Prepared'),
  SHIPPED: words('在途', 'Shipped'),
  RECEIVED: words('签收', 'Received'),
  LOST: words('丢失', 'Lost'),
  DAMAGED: words('损坏', 'Damaged'),
};
export type ShipStatus = keyof typeof shipStatus;

export const signMethod = {
  TOKEN_PAGE: words('链接签署', 'Token page'),
  PAPER: words('纸质签字', 'Paper'),
  PROXY_CALL: words('电话确认', 'Proxy call'),
};
export type SignMethod = keyof typeof signMethod;

export const siteReportKind = {
  ARRIVAL: words('到达报告', 'Arrival'),
  DAILY: words('每日报告', 'Daily'),
  PRE_LEAVE: words('离场前报告', 'Pre leave'),
  RETURN: words('返回报告', 'Return'),
};
export type SiteReportKind = keyof typeof siteReportKind;

export const skillCode = {
  PWR_INSTALL: words('配电安装指导', 'Power installation'),
  PWR_COMMISSION: words('调试', 'Commissioning'),
  PWR_REPAIR: words('故障维修', 'Power repair'),
  AUTOMATION: words('自动化与通信', 'Automation'),
  PHYSIO_REPAIR: words('理疗设备维修', 'Physio repair'),
  AUTO_REPAIR: words('汽车维修', 'Auto repair'),
  HV_SAFETY: words('高压作业资格', 'High-voltage licence'),
  TRAINER: words('客户培训', 'Trainer'),
};
export type SkillCode = keyof typeof skillCode;

export const skillMatch = {
  FULL: words('符合', 'Full'),
  PARTIAL: words('部分符合', 'Partial'),
  NONE: words('不符合', 'None'),
};
export type SkillMatch = keyof typeof skillMatch;

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

export const sourceParty = {
  CUSTOMER: words('客户', 'Customer'),
  SALES: words('销售', 'Sales'),
  OTHER_DEPT: words('其他部门', 'Other dept'),
  QA: words('质检', 'Qa'),
  PLAN: words('维护计划', 'Plan'),
  MANAGEMENT: words('领导交办', 'Management'),
};
export type SourceParty = keyof typeof sourceParty;

export const staffGroup = {
  SERVICE: words('售后服务组', 'Service'),
  REPAIR: words('维修服务组', 'Repair'),
  CS: words('售后客服', 'Cs'),
  SUPPORT: words('内勤', 'Support'),
};
export type StaffGroup = keyof typeof staffGroup;

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

export const transportMode = {
  TRAIN_HARD_SEAT: words('火车硬座', 'Train, hard seat'),
  TRAIN_HARD_SLEEPER: words('火车硬卧', 'Train, hard sleeper'),
  TRAIN_SOFT_SLEEPER: words('火车软卧', 'Train, soft sleeper'),
  COACH: words('长途汽车', 'Long-distance coach'),
  HSR_2ND: words('高铁动车二等座', 'High-speed rail, 2nd class'),
  HSR_1ST: words('高铁动车一等座', 'High-speed rail, 1st class'),
  HSR_BIZ: words('高铁商务座/动卧', 'High-speed rail, business or sleeper'),
  PLANE_ECO: words('飞机经济舱', 'Plane, economy'),
  PLANE_BIZ: words('飞机公务/头等', 'Plane, business or first'),
  FERRY: words('轮船', 'Ferry'),
  METRO_BUS: words('地铁公交', 'Metro or bus'),
  TAXI: words('出租/网约车', 'Taxi or ride-hailing'),
  COMPANY_CAR: words('公司车辆', 'Company car'),
  PRIVATE_CAR: words('自驾', 'Private car'),
};
export type TransportMode = keyof typeof transportMode;

export const tripStatus = {
  DRAFT: words('草稿', 'Draft'),
  SUBMITTED: words('已提交', 'Submitted'),
  RETURNED: words('退回', 'Returned'),
  ACCEPTED: words('内勤接收', 'Accepted'),
  DISTRIBUTED: words('已分发', 'Distributed'),
  ARCHIVED: words('已归档', 'Archived'),
};
export type TripStatus = keyof typeof tripStatus;

export const warrantyBasis = {
  DELIVERY: words('交付日', 'Delivery'),
  INVOICE: words('开票日', 'Invoice'),
  COMMISSIONING: words('投运日', 'Commissioning'),
  ACCEPTANCE: words('验收日', 'Acceptance'),
  CONTRACT_DATES: words('合同明定日期', 'Contract dates'),
};
export type WarrantyBasis = keyof typeof warrantyBasis;

export const warrantyResult = {
  IN_WARRANTY: words('质保期内', 'In warranty'),
  OUT_OF_WARRANTY: words('已过质保期', 'Out of warranty'),
  UNKNOWN: words('待核实', 'Unknown'),
  NOT_APPLICABLE: words('不适用', 'Not applicable'),
};
export type WarrantyResult = keyof typeof warrantyResult;

export const warrantySource = {
  CONTRACT: words('合同', 'Contract'),
  PRODUCT_DEFAULT: words('产品默认', 'Product default'),
  MANUAL: words('人工核定', 'Manual'),
  UNKNOWN: words('无资料', 'Unknown'),
};
export type WarrantySource = keyof typeof warrantySource;

export const workResult = {
  SOLVED: words('已解决', 'Solved'),
  PARTLY: words('部分解决', 'Partly'),
  UNSOLVED: words('未解决', 'Unsolved'),
  NOT_NEEDED: words('无需处理', 'Not needed'),
};
export type WorkResult = keyof typeof workResult;
