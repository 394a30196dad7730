import { words } from '../../src/terms';
import { approvalStatus, dayKind, policyStatus, severity, taskStatus, trainingKind, trainingStatus } from '../choices';
import { choice, date, decimal, flag, id, instant, integer, list, optional, table, text, type Row } from '../table';

/** 加班与调休. Source. */
export const overtime = table({
  name: 'Overtime',
  book: 'people',
  label: words('加班与调休', 'Overtime and comp leave'),
  key: 'otId',
  columns: {
    otId: id(words('编号', 'No.')),
    status: choice(words('状态', 'Status'), approvalStatus),
    staffId: text(words('人员', 'Person'), { people: true }),
    orderId: optional(text(words('派工单', 'Dispatch'))),
    severity: optional(choice(words('工单级别', 'Class of the ticket'), severity)),
    fromAt: instant(words('开始', 'From')),
    toAt: instant(words('结束', 'To')),
    reason: text(words('事由', 'Reason')),
    dayKind: choice(words('日期类型', 'Day kind'), dayKind),
    statutory: flag(words('法定节日', 'Statutory day')),
    reportedAt: optional(instant(words('报备时间', 'Reported'))),
    hours: decimal(words('小时', 'Hours')),
    compFrom: optional(instant(words('调休开始', 'Leave from'))),
    compTo: optional(instant(words('调休结束', 'Leave to'))),
    compHours: optional(decimal(words('调休小时', 'Leave hours'))),
    compStatus: choice(words('调休状态', 'Leave status'), approvalStatus),
    endedAt: optional(instant(words('办结', 'Ended'))),
  },
});

/** 制度文件. Source: …193. */
export const policyDocs = table({
  name: 'PolicyDocs',
  book: 'service',
  label: words('制度文件', 'Policy documents'),
  key: 'docId',
  columns: {
    docId: id(words('文件编号', 'No.')),
    status: choice(words('状态', 'Status'), policyStatus),
    title: text(words('标题', 'Title')),
    ownerUnit: text(words('归口部门', 'Owner unit')),
    version: text(words('版本', 'Version')),
    effectiveDate: date(words('实施日期', 'Effective date')),
    file: text(words('文件', 'File')),
    contentHash: text(words('内容校验', 'Content hash')),
    supersedes: optional(text(words('代替', 'Supersedes'))),
    preparedBy: text(words('编制人', 'Prepared by'), { people: true }),
    endedAt: optional(instant(words('作废时间', 'Ended'))),
  },
});

/** 制度学习确认. */
export const policyAcks = table({
  name: 'PolicyAcks',
  book: 'people',
  label: words('制度学习确认', 'Policy acknowledgements'),
  key: 'ackId',
  columns: {
    ackId: id(words('编号', 'No.')),
    status: choice(words('状态', 'Status'), taskStatus),
    docId: text(words('文件', 'Document')),
    title: text(words('标题', 'Title')),
    version: text(words('版本', 'Version')),
    file: text(words('文件地址', 'File')),
    staffId: text(words('人员', 'Person'), { people: true }),
    dueDate: date(words('期限', 'Due')),
    ackAt: optional(instant(words('确认时间', 'Acknowledged'))),
  },
});

/** 培训计划. Source. */
export const training = table({
  name: 'Training',
  book: 'service',
  label: words('培训计划', 'Training plans'),
  key: 'trainingId',
  columns: {
    trainingId: id(words('培训号', 'No.')),
    status: choice(words('状态', 'Status'), taskStatus),
    title: text(words('主题', 'Title')),
    kind: choice(words('类型', 'Kind'), trainingKind),
    audience: list(words('对象', 'Audience'), { note: words('角色,如 ENG, CS。', 'Roles, such as ENG, CS.') }),
    trainer: optional(text(words('讲师', 'Trainer'))),
    plannedAt: instant(words('计划时间', 'Planned')),
    hours: decimal(words('学时', 'Hours')),
    passMark: integer(words('及格分', 'Pass mark')),
    material: optional(text(words('资料', 'Material'))),
    preparedBy: text(words('编制人', 'Prepared by'), { people: true }),
    endedAt: optional(instant(words('结束', 'Ended'))),
  },
});

/** 培训与考核记录. */
export const trainingAssignments = table({
  name: 'TrainingAssignments',
  book: 'people',
  label: words('培训与考核记录', 'Training records'),
  key: 'assignId',
  columns: {
    assignId: id(words('编号', 'No.')),
    status: choice(words('状态', 'Status'), trainingStatus),
    trainingId: text(words('培训', 'Training')),
    title: text(words('主题', 'Title')),
    staffId: text(words('人员', 'Person'), { people: true }),
    month: text(words('月份', 'Month')),
    passMark: integer(words('及格分', 'Pass mark')),
    score: optional(integer(words('考核分', 'Score'))),
    retakeOf: optional(text(words('补考于', 'Retake of'))),
    excuse: optional(text(words('免训理由', 'Why excused'))),
    completedAt: optional(instant(words('完成', 'Completed'))),
  },
});

export type Overtime = Row<typeof overtime>;

export type TrainingAssignment = Row<typeof trainingAssignments>;
