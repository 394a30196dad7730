import { words } from '../src/terms';
import {
  acceptResult,
  cancelReason,
  causeCode,
  channel,
  chargePolicy,
  chargeStatus,
  chargeType,
  contactOutcome,
  contactParty,
  contactPurpose,
  holdStatus,
  managerReportKind,
  planStatus,
  role,
  serviceMode,
  serviceType,
  severity,
  signMethod,
  slaProfile,
  sourceParty,
  taskKind,
  taskStatus,
  testResult,
  ticketStatus,
  warrantyResult,
} from './choices';
import { choice, date, flag, id, instant, integer, json, list, long, optional, text, table, type Row } from './table';

/** 服务工单. The service request. PII is referenced, not copied. Source: R-210…212, R-031…032, R-140…141, R-170, R-171. */
export const tickets = table({
  name: 'Tickets',
  book: 'service',
  label: words('服务工单', 'Service tickets'),
  key: 'ticketId',
  columns: {
    ticketId: id(words('工单号', 'Ticket no.')),
    status: choice(words('状态', 'Status'), ticketStatus),
    severity: optional(choice(words('服务级别', 'Class'), severity, { command: 'ticket.classify' })),
    projectName: text(words('项目名称', 'Project name')),
    siteCity: text(words('服务城市', 'Service city')),
    modelText: text(words('型号规格(原文)', 'Model as stated')),
    serialText: text(words('产品编号(原文)', 'Serial as stated')),
    faultDesc: long(words('故障/事故原因及现象', 'Fault or cause as reported')),
    agreedDate: optional(instant(words('约定日期', 'Agreed date'), { command: 'ticket.agree' })),
    ownerStaff: text(words('责任人', 'Owner'), { people: true, command: 'ticket.assign' }),
    engineerLead: optional(text(words('主办工程师', 'Lead engineer'), { people: true })),
    receivedAt: instant(words('接收时间', 'Received at')),
    serviceType: choice(words('服务类型', 'Service type'), serviceType),
    warrantyResult: choice(words('质保判定', 'Warranty result'), warrantyResult),
    chargeStatus: choice(words('收费状态', 'Charge status'), chargeStatus),
    holdStatus: choice(words('挂起状态', 'Hold'), holdStatus),
    severityClaimed: optional(choice(words('客户自评级别', 'Claimed class'), severity)),
    severityProposed: optional(choice(words('客服建议级别', 'Proposed class'), severity)),
    customerId: text(words('客户', 'Customer')),
    servicePlan: optional(long(words('服务方案', 'Service plan'))),
    registeredAt: instant(words('登记时间', 'Registered at')),
    registeredBy: optional(text(words('登记人', 'Registered by'), { people: true })),
    channel: choice(words('渠道', 'Channel'), channel),
    sourceParty: choice(words('信息来源', 'Source party'), sourceParty),
    sourceStaff: optional(text(words('转来人员', 'Forwarded by'), { people: true })),
    supNotifiedAt: instant(words('主管获知时间', 'Supervisor notified')),
    reporterContact: text(words('报修人', 'Reporter')),
    siteAddress: text(words('服务地址', 'Service address')),
    contractId: optional(text(words('合同', 'Contract'))),
    productId: optional(text(words('型号规格', 'Model'))),
    equipId: optional(text(words('设备', 'Equipment'))),
    serviceMode: optional(choice(words('服务方式', 'Service mode'), serviceMode)),
    usageFacts: optional(long(words('使用情况', 'Usage facts'))),
    truthDeclared: flag(words('信息真实声明', 'Truth declaration')),
    impactAnswers: optional(json<unknown>(words('影响判定问答', 'Impact answers'))),
    severityAt: optional(instant(words('定级时间', 'Classified at'))),
    severityEffectiveAt: optional(instant(words('级别生效时点', 'Class effective from'))),
    severityReason: optional(text(words('定级理由', 'Reason'))),
    timeLimitWanted: optional(instant(words('客户时限要求', 'Customer\'s time limit'))),
    agreedHasTime: optional(flag(words('约定含时刻', 'Agreed has time'))),
    chargePolicy: choice(words('收费政策', 'Charge policy'), chargePolicy),
    chargeType: optional(choice(words('有偿/无偿', 'Paid or free'), chargeType)),
    slaProfile: choice(words('时限方案', 'SLA profile'), slaProfile),
    majorException: flag(words('重大异常', 'Major exception')),
    causeCode: optional(choice(words('原因代码', 'Cause code'), causeCode)),
    resolution: optional(long(words('解决结果', 'Resolution'))),
    resolvedAt: optional(instant(words('修复时间', 'Repaired at'))),
    acceptedAt: optional(instant(words('验收时间', 'Accepted at'))),
    closedAt: optional(instant(words('关闭时间', 'Closed at'))),
    reopenCount: integer(words('重开次数', 'Reopens')),
    repeatOf: optional(text(words('重复故障源工单', 'Repeat of'))),
    statusToken: text(words('查询令牌', 'Status token')),
    cancelReason: optional(choice(words('取消/拒绝原因', 'Cancel or refuse reason'), cancelReason)),
    heldFrom: optional(instant(words('挂起自', 'On hold since'))),
    /** Waiting that net times leave out, of holds that are over. */
    heldMin: optional(integer(words('净时长扣除(分)', 'Minutes left out of net times'))),
  },
});

/** 联系记录. Source: …015, R-186. */
export const contactAttempts = table({
  name: 'ContactAttempts',
  book: 'customers',
  label: words('联系记录', 'Contact attempts'),
  key: 'attemptId',
  columns: {
    attemptId: id(words('编号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    purpose: choice(words('目的', 'Purpose'), contactPurpose),
    at: instant(words('时间', 'At')),
    byStaff: text(words('联系人员', 'By'), { people: true }),
    toParty: choice(words('对象', 'To'), contactParty),
    channel: choice(words('方式', 'Channel'), channel),
    outcome: choice(words('结果', 'Outcome'), contactOutcome),
    content: optional(long(words('沟通内容', 'Content'))),
    recordedAt: instant(words('记录时间', 'Recorded at')),
  },
});

/** 上报记录. Source. */
export const managerReports = table({
  name: 'ManagerReports',
  book: 'service',
  label: words('上报记录', 'Reports to managers (A and B)'),
  key: 'reportId',
  columns: {
    reportId: id(words('编号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    kind: choice(words('类型', 'Kind'), managerReportKind),
    toStaff: text(words('报告对象', 'Reported to'), { people: true }),
    toRole: choice(words('对象角色', 'Role'), role),
    channel: choice(words('方式', 'Channel'), channel),
    at: instant(words('报告时间', 'Reported at')),
    summary: long(words('内容', 'Summary')),
    acknowledgedAt: optional(instant(words('知悉时间', 'Acknowledged'))),
    recordedAt: instant(words('记录时间', 'Recorded at')),
  },
});

/** 协办任务. Source. */
export const tasks = table({
  name: 'Tasks',
  book: 'service',
  label: words('协办任务', 'Hand-off tasks'),
  key: 'taskId',
  columns: {
    taskId: id(words('编号', 'No.')),
    ticketId: optional(text(words('工单', 'Ticket'))),
    kind: choice(words('类型', 'Kind'), taskKind),
    title: text(words('事项', 'Title')),
    unit: text(words('责任部门', 'Unit')),
    owner: text(words('责任人', 'Owner'), { people: true }),
    dueAt: instant(words('截止', 'Due')),
    doneAt: optional(instant(words('完成', 'Done'))),
    result: optional(long(words('结果', 'Result'))),
    status: choice(words('状态', 'Status'), taskStatus),
  },
});

/** 接待登记. A unit that the customer brought or sent. Source: R-120…121, R-071. */
export const receptions = table({
  name: 'Receptions',
  book: 'customers',
  label: words('接待登记', 'Receptions'),
  key: 'receptionId',
  columns: {
    receptionId: id(words('接待号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    arrivedAt: instant(words('到店/收件时间', 'Arrived')),
    receivedBy: text(words('接待人', 'Received by'), { people: true }),
    needConfirmed: flag(words('需求已确认', 'Need confirmed')),
    conditionDesc: long(words('接收状况', 'Incoming condition')),
    conditionPhotos: text(words('照片', 'Photos')),
    accessories: optional(text(words('随附物品', 'Accessories'))),
    infoGiven: long(words('已告知事项', 'Information given')),
    customerAck: flag(words('客户确认', 'Customer acknowledged')),
    returnedAt: optional(instant(words('交还时间', 'Returned'))),
  },
});

/** 归档登记. What an ended ticket leaves behind, nothing missing. Source. */
export const archives = table({
  name: 'Archives',
  book: 'service',
  label: words('归档登记', 'Archive register'),
  key: 'archiveId',
  appendOnly: true,
  columns: {
    archiveId: id(words('档案号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    documents: json<unknown>(words('文件清单', 'Documents')),
    missing: list(words('缺失文件', 'Missing')),
    archivedAt: instant(words('归档时间', 'Archived at')),
    archivedBy: text(words('归档人', 'By'), { people: true }),
    retainUntil: date(words('保存至', 'Retain until')),
  },
});

/** 客户可见进展. What the customer of a ticket was told, as the status page shows it (10.3). */
export const ticketNews = table({
  name: 'TicketNews',
  book: 'service',
  label: words('客户可见进展', 'News to customers'),
  key: 'newsId',
  columns: {
    newsId: id(words('编号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    at: instant(words('时间', 'At')),
    zh: text(words('进展', 'News')),
    en: text(words('英文', 'In English')),
  },
});

/** 维护保养计划. A unit's next maintenance becomes a ticket some days ahead. Source: R-173. */
export const maintenancePlans = table({
  name: 'MaintenancePlans',
  book: 'service',
  label: words('维护保养计划', 'Maintenance plans'),
  key: 'planId',
  columns: {
    planId: id(words('计划号', 'No.')),
    status: choice(words('状态', 'Status'), planStatus),
    customerId: text(words('客户', 'Customer')),
    equipId: text(words('设备', 'Equipment')),
    content: long(words('维护内容', 'What is done')),
    intervalMonths: integer(words('周期(月)', 'Every (months)')),
    nextDue: date(words('下次到期', 'Next due')),
    endDate: optional(date(words('结束', 'End'))),
    ticketId: optional(text(words('本期工单', 'Ticket of this round'))),
    preparedBy: text(words('编制人', 'Prepared by'), { people: true }),
  },
});

/** 客户验收单. Source. */
export const acceptances = table({
  name: 'Acceptances',
  book: 'customers',
  label: words('客户验收单', 'Acceptance sign-offs'),
  key: 'acceptanceId',
  columns: {
    acceptanceId: id(words('验收单号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    result: choice(words('验收结果', 'Result'), acceptResult),
    signerName: text(words('签字人', 'Signer')),
    signedAt: optional(instant(words('签署时间', 'Signed at'))),
    orderId: optional(text(words('派工单', 'Dispatch'))),
    workSummary: long(words('完成内容', 'Work done')),
    partsReplaced: optional(json<unknown>(words('更换件', 'Parts replaced'))),
    functionTest: choice(words('功能测试', 'Function test'), testResult),
    explained: flag(words('已解释过程及注意事项', 'Explained')),
    advice: long(words('注意事项', 'Advice')),
    chargeSummary: optional(text(words('收费说明', 'Charge summary'))),
    signerPhoneLast4: optional(text(words('手机后四位', 'Phone last 4'))),
    method: choice(words('签署方式', 'Method'), signMethod),
    evidence: optional(text(words('签字凭证', 'Evidence'))),
    rejectReason: optional(text(words('不通过原因', 'Rejection reason'))),
    remindCount: integer(words('催签次数', 'Reminders')),
  },
});

export type Ticket = Row<typeof tickets>;
export type ContactAttempt = Row<typeof contactAttempts>;
export type ManagerReport = Row<typeof managerReports>;
export type Task = Row<typeof tasks>;
export type Acceptance = Row<typeof acceptances>;
export type Reception = Row<typeof receptions>;
export type Archive = Row<typeof archives>;
export type TicketNews = Row<typeof ticketNews>;
export type MaintenancePlan = Row<typeof maintenancePlans>;
