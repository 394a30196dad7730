import { words } from '../../src/terms';

/** Claims, their lines and papers. Code → label (2.4 and after): cells show labels, code reads codes. */

export const claimStatus = {
  DRAFT: words('草稿', 'Draft'),
  SUBMITTED: words('已提交', 'Submitted'),
  HOLD: words('缺月报挂起', 'Held: no monthly report'),
  CHECKED: words('内勤已审', 'Checked by clerk'),
  SUP_OK: words('主管已审', 'Checked by supervisor'),
  APPROVED: words('已批准', 'Approved'),
  RETURNED: words('退回', 'Returned'),
  PAID: words('已支付', 'Paid'),
  REJECTED: words('拒绝', 'Rejected'),
};
export type ClaimStatus = keyof typeof claimStatus;

export const expenseDecision = {
  OK: words('全额', 'In full'),
  CAPPED: words('按限额', 'Cut to the cap'),
  COVERED_BY_ALLOWANCE: words('已含在补助', 'Covered by allowance'),
  REJECT_NO_INVOICE: words('无发票', 'No invoice'),
  REJECT_DUPLICATE: words('重复', 'Duplicate'),
  REJECT_NO_APPROVAL: words('未获批准', 'Not approved'),
  REJECT_CLASS: words('超席别', 'Class not allowed'),
  REJECT_BASE_CITY: words('常驻地住宿', 'Lodging in base city'),
  REJECT_NO_DISPATCH: words('无派工单', 'No dispatch order'),
  REJECT_SELF_APPROVAL: words('自批无效', 'Approved by oneself'),
  RETURN_NO_OD: words('补填起止点', 'Start or end missing'),
  DUP_DAY: words('补助重复', 'Day already counted'),
  DUP_NIGHT: words('住宿重复', 'Night already counted'),
  HOLD_NO_MONTHLY_REPORT: words('缺月报', 'Held: no monthly report'),
  MANUAL: words('人工核定', 'Decided by hand'),
};
export type ExpenseDecision = keyof typeof expenseDecision;

export const expenseKind = {
  ALLOW_MEAL: words('餐补', 'Meal allowance'),
  ALLOW_COMM: words('通信补助', 'Communication allowance'),
  ALLOW_TRANSPORT: words('交通补助', 'Local transport allowance'),
  LODGING: words('住宿', 'Lodging'),
  LONG_HAUL: words('长途交通', 'Long-distance transport'),
  LOCAL_TICKET: words('市内小额票', 'Local ticket'),
  MATERIAL: words('材料费', 'Material'),
  OTHER: words('其他支持费用', 'Other'),
};
export type ExpenseKind = keyof typeof expenseKind;

export const invoiceKind = {
  VAT_SPECIAL: words('增值税专票', 'Special VAT invoice'),
  VAT_NORMAL: words('增值税普票', 'Ordinary VAT invoice'),
  DIGITAL: words('数电票', 'Fully digital invoice'),
  RAIL_E: words('铁路电子客票', 'Rail e-invoice'),
  RAIL_PAPER: words('火车票', 'Paper rail ticket'),
  COACH_TICKET: words('汽车票', 'Coach ticket'),
  AIR_ITINERARY: words('航空行程单', 'Air itinerary'),
  METRO_BUS: words('地铁公交票', 'Metro bus'),
  TAXI: words('出租车票', 'Taxi'),
  RECEIPT: words('收据(不可报)', 'Receipt (not payable)'),
};
export type InvoiceKind = keyof typeof invoiceKind;

export const lodgingTier = {
  T1: words('一线城市', 'First-tier city'),
  PC: words('省会城市', 'Provincial capital'),
  OT: words('其他城市', 'Other city'),
  MANUAL: words('人工审批', 'Decided by hand'),
};
export type LodgingTier = keyof typeof lodgingTier;
