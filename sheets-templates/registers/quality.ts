import { words } from '../../src/terms';
import {
  capaSource, capaStatus, causeCode, channel, complaintCategory, complaintLevel, complaintStatus, complaintVerdict, defectSeverity, defectSource, defectStatus, firstAnswer, upheld, yesNoPart,
} from '../choices';
import { choice, date, id, instant, integer, list, long, optional, table, text, type Row } from '../table';

/** 投诉与争议. Source. */
export const complaints = table({
  name: 'Complaints',
  book: 'customers',
  label: words('投诉与争议', 'Complaints and disputes'),
  key: 'complaintId',
  columns: {
    complaintId: id(words('投诉号', 'No.')),
    status: choice(words('状态', 'Status'), complaintStatus),
    ticketId: optional(text(words('关联工单', 'Ticket'))),
    customerId: text(words('客户', 'Customer')),
    channel: choice(words('渠道', 'Channel'), channel),
    category: choice(words('类别', 'Category'), complaintCategory),
    level: choice(words('等级', 'Level'), complaintLevel),
    content: long(words('内容', 'Content')),
    receivedAt: instant(words('接收', 'Received')),
    owner: text(words('责任人', 'Owner'), { people: true }),
    againstStaff: optional(text(words('被投诉人', 'Against'), { people: true })),
    ackAt: optional(instant(words('首次答复', 'Answered'))),
    ackMode: optional(choice(words('答复方式', 'How it was answered'), firstAnswer)),
    investigation: optional(long(words('调查', 'Investigation'))),
    proposal: optional(long(words('处理方案', 'Proposal'))),
    proposalAt: optional(instant(words('方案时间', 'Proposal at'))),
    action: optional(long(words('处理结果', 'What was done'))),
    attempts: list(words('联系未果', 'Attempts without a reply')),
    customerResult: optional(choice(words('客户意见', 'Customer\'s verdict'), complaintVerdict)),
    valid: optional(choice(words('成立', 'Upheld'), upheld)),
    capaId: optional(text(words('整改', 'Corrective action'))),
    exceptionReason: optional(text(words('未经客户确认结案的理由', 'Reason to close without the customer\'s word'))),
    closedAt: optional(instant(words('关闭', 'Closed'))),
  },
});

/** 设计缺陷. Source. */
export const defects = table({
  name: 'Defects',
  book: 'service',
  label: words('设计缺陷', 'Design defects to R&D'),
  key: 'defectId',
  columns: {
    defectId: id(words('缺陷编号', 'No.')),
    status: choice(words('状态', 'Status'), defectStatus),
    source: choice(words('来源', 'Source'), defectSource),
    repairIds: list(words('维修单', 'Repair orders')),
    ticketIds: list(words('工单', 'Tickets')),
    productId: text(words('型号', 'Model')),
    causeCode: choice(words('原因代码', 'Cause'), causeCode),
    description: long(words('描述', 'Description')),
    severity: choice(words('严重度', 'Severity'), defectSeverity),
    rdOwner: optional(text(words('研发负责人', 'R&D owner'), { people: true })),
    analysis: optional(long(words('分析', 'Analysis'))),
    solution: optional(long(words('设计改进方案', 'Design change'))),
    planDate: optional(date(words('计划完成', 'Plan date'))),
    affectedScope: optional(text(words('影响范围', 'Affected scope'))),
    implementedOn: optional(date(words('实施日期', 'Implemented on'))),
    evidence: optional(text(words('验证依据', 'Test evidence'))),
    verifiedBy: optional(text(words('验证人', 'Verified by'), { people: true })),
    rejectReason: optional(text(words('非设计问题的理由', 'Why it is no design defect'))),
    closedAt: optional(instant(words('关闭', 'Closed'))),
  },
});

/** 整改与改进. Source. */
export const correctiveActions = table({
  name: 'CAPA',
  book: 'service',
  label: words('整改与改进', 'Corrective and improvement actions'),
  key: 'capaId',
  columns: {
    capaId: id(words('编号', 'No.')),
    status: choice(words('状态', 'Status'), capaStatus),
    source: choice(words('来源', 'Source'), capaSource),
    sourceId: text(words('来源单号', 'Source record')),
    problem: long(words('问题', 'Problem')),
    analysis: optional(long(words('原因分析', 'Analysis'))),
    action: optional(long(words('措施', 'Action'))),
    owner: text(words('责任人', 'Owner'), { people: true }),
    units: list(words('参与部门', 'Units')),
    dueAt: date(words('期限', 'Due')),
    evidence: optional(text(words('实施依据', 'Evidence'))),
    doneAt: optional(instant(words('完成', 'Done'))),
    verifiedBy: optional(text(words('验证人', 'Verified by'), { people: true })),
    effective: optional(choice(words('有效', 'Effective'), yesNoPart)),
    failures: integer(words('无效次数', 'Times not effective')),
    failReason: optional(text(words('无效原因', 'Why it is not effective'))),
    closedAt: optional(instant(words('关闭', 'Closed'))),
  },
});

export type Complaint = Row<typeof complaints>;
export type Defect = Row<typeof defects>;
export type CorrectiveAction = Row<typeof correctiveActions>;
