import { words } from '../../src/terms';

/** Warranty and who pays. Code → label (2.4 and after): cells show labels, code reads codes. */

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
