import { words } from '../../src/terms';

/** People, customers, equipment and places. Code → label (2.4 and after): cells show labels, code reads codes. */

export const adminLevel = {
  MUNICIPALITY: words('直辖市', 'Municipality'),
  PROVINCIAL_CAPITAL: words('省会', 'Provincial capital'),
  REGION_CAPITAL: words('自治区首府', 'Region capital'),
  PREFECTURE: words('地级市', 'Prefecture'),
  COUNTY_LEVEL: words('县级市/县', 'County level'),
  SAR_TW: words('港澳台', 'Sar tw'),
};
export type AdminLevel = keyof typeof adminLevel;

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

export const monthlyReportStatus = {
  DRAFT: words('草稿', 'Draft'),
  SUBMITTED: words('已提交', 'Submitted'),
  RETURNED: words('退回', 'Returned'),
  APPROVED: words('已审核', 'Approved'),
};
export type MonthlyReportStatus = keyof typeof monthlyReportStatus;

export const piiStatus = {
  ACTIVE: words('有效', 'Active'),
  RESTRICTED: words('限制', 'Restricted'),
  ERASED: words('已匿名化', 'Erased'),
};
export type PiiStatus = keyof typeof piiStatus;

export const productLine = {
  POWER_DISTRIBUTION: words('配电设备', 'Power distribution'),
  PHYSIO: words('理疗产品', 'Physio'),
  AUTO: words('汽车', 'Auto'),
  EQUIPMENT: words('通用设备', 'Equipment'),
  ENGINEERING: words('工程', 'Engineering'),
  OTHER: words('其他', 'Other'),
};
export type ProductLine = keyof typeof productLine;

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

export const staffGroup = {
  SERVICE: words('售后服务组', 'Service'),
  REPAIR: words('维修服务组', 'Repair'),
  CS: words('售后客服', 'Cs'),
  SUPPORT: words('内勤', 'Support'),
};
export type StaffGroup = keyof typeof staffGroup;
