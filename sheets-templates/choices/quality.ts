import { words } from '../../src/terms';

/** Complaints, defects, corrective actions. Code → label (2.3): cells show labels, code reads codes. */

export const complaintCategory = {
  QUALITY: words('产品质量', 'Product quality'),
  SERVICE: words('服务质量', 'Service'),
  ATTITUDE: words('服务态度', 'Attitude'),
  DELAY: words('不及时', 'Delay'),
  CHARGE: words('收费争议', 'Charge dispute'),
  PRIVACY: words('信息泄露', 'Privacy'),
  DAMAGE: words('财物损坏', 'Damage'),
  SAFETY: words('安全', 'Safety'),
  OTHER: words('其他', 'Other'),
};

export const complaintLevel = {
  NORMAL: words('一般', 'Normal'),
  MAJOR: words('重大', 'Major'),
  URGENT: words('紧急(安全)', 'Urgent'),
};

export const complaintStatus = {
  RECEIVED: words('已接收', 'Received'),
  ACKNOWLEDGED: words('已答复', 'Answered'),
  INVESTIGATING: words('调查中', 'Investigating'),
  PROPOSED: words('已提方案', 'Proposed'),
  RESOLVED: words('已处理', 'Resolved'),
  CLOSED: words('关闭', 'Closed'),
  ESCALATED: words('升级', 'Escalated'),
  WITHDRAWN: words('撤回', 'Withdrawn'),
};

export const complaintVerdict = {
  SATISFIED: words('认可', 'Satisfied'),
  PARTLY: words('部分认可', 'Partly'),
  NOT_SATISFIED: words('不认可', 'Not satisfied'),
  NO_REPLY: words('未回复', 'No reply'),
};

export const firstAnswer = {
  REACHED: words('已与客户联系上', 'Customer reached'),
  WRITTEN: words('已书面答复', 'Answered in writing'),
};

export const upheld = {
  YES: words('成立', 'Upheld'),
  PARTLY: words('部分成立', 'Partly'),
  NO: words('不成立', 'Not upheld'),
};

export const defectSource = {
  QA_RETURN: words('退货检测', 'Test of a return'),
  COMMON_FAULT: words('共性问题', 'Common fault'),
  SITE: words('现场反馈', 'From site'),
};

export const defectSeverity = {
  SAFETY: words('安全', 'Safety'),
  MAJOR: words('重大', 'Major'),
  MINOR: words('一般', 'Minor'),
};

export const defectStatus = {
  OPEN: words('待受理', 'Open'),
  ACCEPTED: words('受理', 'Accepted'),
  ANALYSED: words('已分析', 'Analysed'),
  SOLUTION_READY: words('方案已定', 'Solution ready'),
  IMPLEMENTED: words('已实施', 'Implemented'),
  VERIFIED: words('已验证', 'Verified'),
  CLOSED: words('关闭', 'Closed'),
  REJECTED: words('非设计问题', 'No design defect'),
};

export const capaSource = {
  SPOT_CHECK: words('抽查', 'Spot check'),
  COMPLAINT: words('投诉', 'Complaint'),
  SURVEY: words('调查', 'Survey'),
  COMMON_FAULT: words('共性问题', 'Common fault'),
  DEFECT: words('缺陷', 'Defect'),
  AUDIT: words('流程审核', 'Audit'),
  INCIDENT: words('重大异常', 'Incident'),
  SUGGESTION: words('建议', 'Suggestion'),
};

export const capaStatus = {
  OPEN: words('提出', 'Open'),
  ANALYSED: words('已分析', 'Analysed'),
  PLANNED: words('措施已定', 'Planned'),
  DONE: words('已实施', 'Done'),
  VERIFIED: words('验证有效', 'Verified'),
  INEFFECTIVE: words('无效重开', 'Not effective'),
  CLOSED: words('关闭', 'Closed'),
};
