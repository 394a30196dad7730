import { words } from '../../src/terms';
import { adjustment, appraisalGrade, appraisalStatus, checkResult, itemScore, sampleKind, spotKind, taskStatus } from '../choices';
import { choice, decimal, flag, id, instant, list, long, optional, table, text, type Row } from '../table';

const item = (zh: string, en: string) => optional(choice(words(zh, en), itemScore));

/** 抽查与过程审核. Source. */
export const spotChecks = table({
  name: 'SpotChecks',
  book: 'service',
  label: words('抽查与过程审核', 'Spot checks and process audits'),
  key: 'checkId',
  columns: {
    checkId: id(words('编号', 'No.')),
    status: choice(words('状态', 'Status'), taskStatus),
    kind: choice(words('类型', 'Kind'), spotKind),
    month: text(words('月份', 'Month')),
    ticketId: optional(text(words('工单', 'Ticket'))),
    selection: choice(words('抽样方式', 'Selection'), sampleKind),
    seed: optional(text(words('抽样种子', 'Seed of the draw'))),
    checker: text(words('检查人', 'Checker'), { people: true }),
    contacted: item('联系', 'Contact'),
    classed: item('定级', 'Class'),
    planned: item('方案', 'Plan'),
    prepared: item('准备', 'Preparation'),
    reported: item('报告', 'Reports'),
    causeFound: item('查明原因（关键）', 'Cause found (critical)'),
    repairChecked: item('维修复核（关键）', 'Repair checked (critical)'),
    signed: item('讲解与签字', 'Explained and signed'),
    papers: item('返件与资料', 'Returns and papers'),
    opinion: item('客户意见（关键）', 'Customer’s opinion (critical)'),
    score: optional(decimal(words('得分', 'Score 0–100'))),
    callbackDone: flag(words('已回访客户', 'Customer called')),
    findings: optional(long(words('发现', 'Findings'))),
    result: optional(choice(words('结论', 'Result'), checkResult)),
    capaId: optional(text(words('整改', 'Corrective action'))),
    doneAt: optional(instant(words('完成', 'Done'))),
  },
});

/** 工程人员月度绩效考核表. Source. */
export const appraisals = table({
  name: 'Appraisals',
  book: 'people',
  label: words('工程人员月度绩效考核表', 'Monthly appraisal sheets'),
  key: 'appraisalId',
  columns: {
    appraisalId: id(words('考核号', 'No.')),
    status: choice(words('状态', 'Status'), appraisalStatus),
    staffId: text(words('被考核人', 'Person'), { people: true }),
    month: text(words('月份', 'Month')),
    items: list(words('指标明细', 'Items')),
    weight: decimal(words('可用权重', 'Weight with data')),
    baseScore: decimal(words('指标得分', 'Base score')),
    selfComment: optional(long(words('自评', 'Self comment'))),
    supAdjust: choice(words('主管调整', 'Supervisor adjust'), adjustment),
    supReason: optional(text(words('调整理由', 'Reason'))),
    rewardPoints: decimal(words('奖惩分', 'Reward points')),
    total: decimal(words('总分', 'Total')),
    grade: choice(words('等级', 'Grade'), appraisalGrade),
    payFactor: decimal(words('工资浮动', 'Pay movement %')),
    scoredAt: optional(instant(words('评分时间', 'Scored'))),
    employeeAckAt: optional(instant(words('本人确认', 'Acknowledged'))),
    appeal: optional(long(words('申诉', 'Appeal'))),
    appealAnswer: optional(long(words('申诉答复', 'Answer to the appeal'))),
    approvedBy: optional(text(words('批准人', 'Approved by'), { people: true })),
    lockedAt: optional(instant(words('锁定时间', 'Locked'))),
  },
});

export type SpotCheck = Row<typeof spotChecks>;
