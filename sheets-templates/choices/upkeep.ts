import { words } from '../../src/terms';

/** Tools, waste, policies, training. Code → label (2.3): cells show labels, code reads codes. */

export const toolCheck = {
  CALIBRATION: words('校准', 'Calibration'),
  INSPECTION: words('检查', 'Inspection'),
  INSULATION: words('绝缘试验', 'Insulation test'),
  NONE: words('免检', 'None'),
};

export const toolStatus = {
  AVAILABLE: words('可用', 'Available'),
  ISSUED: words('领用', 'Issued'),
  OVERDUE: words('超检停用', 'Check overdue'),
  IN_CHECK: words('检测中', 'In check'),
  FAULTY: words('故障', 'Faulty'),
  RETIRED: words('报废', 'Retired'),
};

export const wasteClass = {
  METAL: words('金属', 'Metal'),
  ELECTRONIC: words('电子废件', 'Electronic'),
  BATTERY: words('电池(危废)', 'Battery (hazardous)'),
  OIL: words('废油(危废)', 'Oil (hazardous)'),
  OIL_FILTER: words('油滤/含油物(危废)', 'Oil filter (hazardous)'),
  SOLVENT: words('溶剂涂料(危废)', 'Solvent, paint (hazardous)'),
  PACKAGING: words('包装', 'Packaging'),
  GENERAL: words('一般固废', 'General'),
  COMPANY_PART: words('公司旧件', 'Company part'),
};

/** Those that only a licensed receiver may take. */
export const hazardousWaste: readonly (keyof typeof wasteClass)[] = ['BATTERY', 'OIL', 'OIL_FILTER', 'SOLVENT'];

export const wasteStatus = {
  STORED: words('贮存', 'Stored'),
  RETURNED: words('退回公司', 'Returned'),
  HANDED_OVER: words('交接', 'Handed over'),
  DISPOSED: words('已处置', 'Disposed'),
};

export const policyStatus = {
  DRAFT: words('编制', 'Draft'),
  IN_REVIEW: words('审核中', 'In review'),
  APPROVED: words('已批准', 'Approved'),
  EFFECTIVE: words('生效', 'Effective'),
  SUPERSEDED: words('作废(被代替)', 'Superseded'),
  WITHDRAWN: words('废止', 'Withdrawn'),
};

export const trainingKind = {
  PRODUCT: words('产品知识', 'Product'),
  PROCESS: words('流程', 'Process'),
  SYSTEM: words('系统操作', 'System'),
  SKILL: words('技能', 'Skill'),
  SERVICE: words('服务意识', 'Service'),
  SAFETY: words('安全', 'Safety'),
  PRIVACY: words('保密', 'Privacy'),
};

export const trainingStatus = {
  ASSIGNED: words('已布置', 'Assigned'),
  ATTENDED: words('已参加', 'Attended'),
  PASSED: words('合格', 'Passed'),
  FAILED: words('不合格', 'Failed'),
  OVERDUE: words('逾期', 'Overdue'),
  EXCUSED: words('免训', 'Excused'),
};
