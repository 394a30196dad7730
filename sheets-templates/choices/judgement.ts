import { words } from '../../src/terms';

/** Spot checks and appraisals. Code → label (2.3): cells show labels, code reads codes. */

export const spotKind = {
  TICKET: words('工单抽查', 'Ticket'),
  CALLBACK: words('满意度抽查', 'Satisfaction'),
  PROCESS_AUDIT: words('流程审核', 'Process audit'),
  DATA: words('数据权限检查', 'Data and rights'),
};

export const sampleKind = {
  RANDOM: words('随机', 'Random'),
  ALL_A: words('特急必查', 'All of class A'),
  RISK: words('风险抽取', 'By risk'),
  MANUAL: words('指定', 'By hand'),
};

export const itemScore = {
  P0: words('0 未做到', '0 not done'),
  P1: words('1 部分做到', '1 in part'),
  P2: words('2 做到', '2 done'),
  NA: words('不适用', 'Does not apply'),
};

export const appraisalStatus = {
  DRAFT: words('系统生成', 'Computed'),
  SELF_DONE: words('自评完成', 'Own part done'),
  SCORED: words('主管评分', 'Scored'),
  ACKNOWLEDGED: words('本人确认', 'Acknowledged'),
  APPEALED: words('申诉', 'Appealed'),
  APPROVED: words('已批准', 'Approved'),
  LOCKED: words('锁定', 'Locked'),
};

export const appraisalGrade = {
  S: words('优秀', 'Excellent'),
  A: words('良好', 'Good'),
  B: words('合格', 'Fair'),
  C: words('待改进', 'To be improved'),
  D: words('不合格', 'Insufficient'),
};

export const adjustment = {
  '0': words('0', '0'),
  '+1': words('+1', '+1'),
  '+2': words('+2', '+2'),
  '+3': words('+3', '+3'),
  '+4': words('+4', '+4'),
  '+5': words('+5', '+5'),
  '-1': words('-1', '-1'),
  '-2': words('-2', '-2'),
  '-3': words('-3', '-3'),
  '-4': words('-4', '-4'),
  '-5': words('-5', '-5'),
};
