import { words } from '../../src/terms';

/** Parts, shipments, and items that come back. Code → label (2.4 and after): cells show labels, code reads codes. */

export const checkResult = {
  PASS: words('合格', 'Pass'),
  FAIL: words('不合格', 'Fail'),
  CONCERN: words('待改进', 'Concern'),
  NOT_CHECKED: words('未检', 'Not checked'),
};
export type CheckResult = keyof typeof checkResult;

export const disposition = {
  STOCK_IN: words('入库', 'Stock in'),
  RETURN_CUSTOMER: words('发还客户', 'Return customer'),
  SCRAP: words('报废', 'Scrap'),
  TO_SUPPLIER: words('退供应商', 'To supplier'),
  DESIGN_DEFECT: words('转研发', 'Design defect'),
  HOLD: words('封存', 'Hold'),
};
export type Disposition = keyof typeof disposition;

export const itemKind = {
  COMPONENT: words('元器件', 'Component'),
  SEMI: words('半成品', 'Semi'),
  FINISHED: words('成品', 'Finished'),
  CONSUMABLE: words('耗材', 'Consumable'),
  TOOL: words('工具', 'Tool'),
};
export type ItemKind = keyof typeof itemKind;

export const lineStatus = {
  OPEN: words('未发', 'Open'),
  SHIPPED: words('已发', 'Shipped'),
  RECEIVED: words('已收', 'Received'),
  USED: words('已用', 'Used'),
  RETURNED_UNUSED: words('未用退回', 'Returned unused'),
  CANCELLED: words('取消', 'Cancelled'),
};
export type LineStatus = keyof typeof lineStatus;

export const partOrigin = {
  OWN: words('本公司', 'Own'),
  OEM: words('原厂', 'Oem'),
  THIRD: words('第三方', 'Third'),
  REPAIRED: words('修复件', 'Repaired'),
};
export type PartOrigin = keyof typeof partOrigin;

export const partsStatus = {
  DRAFT: words('草稿', 'Draft'),
  SUBMITTED: words('已提交内勤', 'Submitted'),
  IN_APPROVAL: words('待批准', 'In approval'),
  REJECTED: words('不批准', 'Rejected'),
  APPROVED: words('已批准', 'Approved'),
  LEAD_TIME_GIVEN: words('已反馈发货周期', 'Lead time given'),
  IN_PRODUCTION: words('生产备货', 'In production'),
  READY: words('待发货', 'Ready'),
  PART_SHIPPED: words('部分发货', 'Part shipped'),
  SHIPPED: words('已发货', 'Shipped'),
  RECEIVED: words('已到货', 'Received'),
  CLOSED: words('已关闭', 'Closed'),
  CANCELLED: words('已取消', 'Cancelled'),
};
export type PartsStatus = keyof typeof partsStatus;

export const receiptCondition = {
  GOOD: words('完好', 'Good'),
  DAMAGED: words('损坏', 'Damaged'),
  SHORT: words('短少', 'Short'),
  WRONG: words('错发', 'Wrong'),
};
export type ReceiptCondition = keyof typeof receiptCondition;

export const repairStatus = {
  DRAFT: words('填写', 'Draft'),
  EXPECTED: words('待退回', 'Expected'),
  IN_TRANSIT: words('退回途中', 'In transit'),
  QA_RECEIVED: words('质检接收', 'Qa received'),
  TESTED: words('已检测', 'Tested'),
  IN_REPAIR: words('维修中', 'In repair'),
  RETESTED: words('已复检', 'Retested'),
  DISPOSED: words('已处置', 'Disposed'),
  CLOSED: words('已归档', 'Closed'),
  MISSING: words('未退回追查', 'Missing'),
  CANCELLED: words('取消', 'Cancelled'),
};
export type RepairStatus = keyof typeof repairStatus;

export const returnKind = {
  FAULTY_PART: words('故障件', 'Faulty part'),
  REPLACED_GOOD: words('更换下的良品', 'Replaced good'),
  UNUSED: words('未用件', 'Unused'),
  WHOLE_UNIT: words('整机', 'Whole unit'),
  CUSTOMER_SEND_IN: words('客户送修', 'Customer send in'),
  RETURN_GOODS: words('退货', 'Return goods'),
  EXCHANGE: words('换货', 'Exchange'),
};
export type ReturnKind = keyof typeof returnKind;

export const shipDirection = {
  OUT: words('发往现场', 'Out'),
  BACK: words('退回公司', 'Back'),
  CUSTOMER: words('发还客户', 'Customer'),
};
export type ShipDirection = keyof typeof shipDirection;

export const shipStatus = {
  PREPARED: words('待发', 'Prepared'),
  SHIPPED: words('在途', 'Shipped'),
  RECEIVED: words('签收', 'Received'),
  LOST: words('丢失', 'Lost'),
  DAMAGED: words('损坏', 'Damaged'),
};
export type ShipStatus = keyof typeof shipStatus;
