import { words } from '../src/terms';
import {
  approvalDecision,
  approvalStatus,
  consentChannel,
  docType,
  role,
} from './choices';
import { choice, decimal, id, instant, integer, optional, text, table, type Row } from './table';

/** 审批记录. One row per step of one document. */
export const approvals = table({
  name: 'Approvals',
  book: 'service',
  label: words('审批记录', 'Approvals'),
  key: 'approvalId',
  columns: {
    approvalId: id(words('审批号', 'No.')),
    status: choice(words('状态', 'Status'), approvalStatus),
    docType: choice(words('单据类型', 'Document type'), docType),
    docId: text(words('单号', 'Document')),
    step: integer(words('步骤', 'Step')),
    role: choice(words('审批角色', 'Role'), role),
    approver: text(words('审批人', 'Approver'), { people: true }),
    requestedBy: text(words('申请人', 'Requested by'), { people: true }),
    requestedAt: instant(words('提交时间', 'Requested')),
    decision: optional(choice(words('结论', 'Decision'), approvalDecision)),
    decidedAt: optional(instant(words('批复时间', 'Decided at'))),
    via: optional(choice(words('方式', 'Via'), consentChannel)),
    comment: optional(text(words('意见', 'Comment'))),
    docHash: text(words('单据快照校验', 'Document hash')),
    matrixId: text(words('矩阵编号', 'Matrix row')),
    onBehalfOf: optional(text(words('代理', 'On behalf of'))),
    recordedAt: optional(instant(words('记录时间', 'Recorded at'))),
    evidence: optional(text(words('凭证', 'Evidence'))),
    /** Who wrote down a reply that came by chat or phone, and when its approver confirmed it (6.1 no. 5). */
    recordedBy: optional(text(words('登记人', 'Recorded by'), { people: true })),
    confirmedAt: optional(instant(words('本人确认', 'Confirmed by the approver'))),
  },
});

/** 月度汇总. Snapshot of all metrics of section 8. */
export const monthlySummary = table({
  name: 'MonthlySummary',
  book: 'service',
  label: words('月度汇总', 'Monthly summary'),
  key: 'rowId',
  columns: {
    rowId: id(words('编号', 'No.')),
    month: text(words('月份', 'Month')),
    metric: text(words('指标', 'Metric')),
    dimension: optional(text(words('维度', 'Dimension'))),
    numerator: optional(decimal(words('分子', 'Numerator'))),
    denominator: optional(decimal(words('分母', 'Denominator'))),
    value: optional(decimal(words('值', 'Value'))),
    target: optional(decimal(words('目标', 'Target'))),
    frozenAt: optional(instant(words('冻结时间', 'Frozen'))),
  },
});

export type Approval = Row<typeof approvals>;
export type SummaryFigure = Row<typeof monthlySummary>;
