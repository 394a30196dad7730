import { words } from '../src/terms';
import {
  causeCode,
  checkResult,
  disposition,
  itemKind,
  lineStatus,
  partOrigin,
  partsStatus,
  receiptCondition,
  repairStatus,
  returnKind,
  shipDirection,
  shipStatus,
  testResult,
} from './choices';
import { choice, date, decimal, flag, id, instant, json, long, money, optional, text, table, type Row } from './table';

/** 售后维护申请单. Source: R-218…222–R-224…226, R-188, R-189. */
export const partsRequests = table({
  name: 'PartsRequests',
  book: 'service',
  label: words('售后维护申请单', 'Parts requests'),
  key: 'requestId',
  columns: {
    requestId: id(words('申请单号', 'No.')),
    status: choice(words('状态', 'Status'), partsStatus),
    ticketId: text(words('工单', 'Ticket')),
    requestedBy: text(words('申请人', 'Requester'), { people: true }),
    reason: long(words('申请原因', 'Reason')),
    neededBy: instant(words('需求时间', 'Needed by')),
    promisedShipDate: optional(date(words('发货周期/承诺发货日', 'Promised ship date'))),
    orderId: optional(text(words('派工单', 'Dispatch'))),
    shipTo: text(words('收货地址', 'Ship to')),
    consignee: text(words('收货人', 'Consignee')),
    consigneePhone: text(words('收货电话', 'Phone')),
    chargeable: flag(words('有偿', 'Chargeable')),
    clerkReceivedAt: optional(instant(words('内勤接收', 'Clerk received'))),
    approvalId: optional(text(words('审批', 'Approval'))),
    prodHandler: optional(text(words('生产专人', 'Production handler'), { people: true })),
    leadTimeAt: optional(instant(words('反馈时间', 'Lead time given'))),
    prodDoneAt: optional(instant(words('生产完成', 'Production done'))),
    handedOpsAt: optional(instant(words('移交运营内勤', 'Handed to OPS'))),
  },
});

/** 维护申请明细. Source: R-085…086, R-229. */
export const partsLines = table({
  name: 'PartsLines',
  book: 'service',
  label: words('维护申请明细', 'Parts request lines'),
  key: 'lineId',
  columns: {
    lineId: id(words('行号', 'Line')),
    requestId: text(words('申请单', 'Request')),
    itemKind: choice(words('物品类别', 'Item kind'), itemKind),
    itemCode: optional(text(words('物料编码', 'Item code'))),
    itemName: text(words('名称', 'Name')),
    spec: text(words('规格型号', 'Specification')),
    qty: decimal(words('数量', 'Quantity')),
    unit: text(words('单位', 'Unit')),
    forSerial: optional(text(words('对应产品编号', 'For serial'))),
    whyReplace: text(words('更换必要性', 'Why replacement')),
    partOrigin: choice(words('来源', 'Origin'), partOrigin),
    lot: optional(text(words('批次', 'Lot'))),
    incomingCheck: optional(choice(words('来料检验', 'Incoming check'), checkResult)),
    oldPartReturn: flag(words('旧件应返', 'Old part due back')),
    qtyShipped: decimal(words('已发', 'Shipped')),
    qtyReceived: decimal(words('已收', 'Received')),
    qtyUsed: optional(decimal(words('已用', 'Used'))),
    unitCost: optional(money(words('单位成本', 'Unit cost'))),
    status: choice(words('状态', 'Status'), lineStatus),
  },
});

/** 售后发货记录. Source: R-206…207, R-222, R-224…226. */
export const shipments = table({
  name: 'Shipments',
  book: 'service',
  label: words('售后发货记录', 'Shipment record'),
  key: 'shipmentId',
  columns: {
    shipmentId: id(words('发货单号', 'No.')),
    requestId: text(words('申请单', 'Request')),
    lines: json<unknown>(words('明细', 'Lines')),
    packed: flag(words('已包装', 'Packed')),
    packedBy: optional(text(words('包装人', 'Packed by'))),
    carrier: text(words('运输公司', 'Carrier')),
    trackingNo: text(words('运单号', 'Tracking no.')),
    shippedAt: instant(words('发货时间', 'Shipped')),
    destination: text(words('目的地', 'Destination')),
    eta: date(words('预计到达', 'ETA')),
    receivedAt: optional(instant(words('签收时间', 'Received'))),
    receivedBy: optional(text(words('签收人', 'Received by'))),
    receiptCondition: optional(choice(words('到货状况', 'Condition'), receiptCondition)),
    freight: optional(money(words('运费', 'Freight'))),
    direction: choice(words('方向', 'Direction'), shipDirection),
    status: choice(words('状态', 'Status'), shipStatus),
  },
});

/** 售后维修单. Source: R-229…236, R-203…204, R-016, R-090. */
export const repairOrders = table({
  name: 'RepairOrders',
  book: 'service',
  label: words('售后维修单', 'Repair orders (returns)'),
  key: 'repairId',
  columns: {
    repairId: id(words('维修单号', 'No.')),
    status: choice(words('状态', 'Status'), repairStatus),
    ticketId: text(words('工单', 'Ticket')),
    itemName: text(words('物品名称', 'Item')),
    qty: decimal(words('数量', 'Quantity')),
    dueBack: date(words('应返日期', 'Due back')),
    sentAt: optional(instant(words('寄回时间', 'Sent back'))),
    qaResult: optional(choice(words('检测结果', 'Test result'), testResult)),
    disposition: optional(choice(words('处置', 'Disposition'), disposition)),
    requestLine: optional(text(words('对应申请行', 'Parts line'))),
    returnKind: choice(words('退回类别', 'Return kind'), returnKind),
    productModel: text(words('型号', 'Model')),
    serialNo: text(words('编号', 'Serial')),
    returnReason: long(words('退回原因', 'Return reason')),
    siteCauseCode: optional(choice(words('现场判断原因', 'Cause found on site'), causeCode)),
    returnCarrier: optional(text(words('承运/单号', 'Carrier and no.'))),
    clerkTracking: optional(long(words('内勤跟踪', 'Clerk follow-up'))),
    qaReceivedAt: optional(instant(words('质检接收', 'QA received'))),
    qaFindings: optional(long(words('检测说明', 'Findings'))),
    qaCauseCode: optional(choice(words('质检判定原因', 'QA cause'), causeCode)),
    repaired: optional(flag(words('已维修', 'Repaired'))),
    repairContent: optional(long(words('维修内容', 'Repair content'))),
    repairCost: optional(money(words('维修成本', 'Repair cost'))),
    retestResult: optional(choice(words('维修后检测', 'Re-test after repair'), testResult)),
    dispositionAsked: optional(choice(words('售后要求', 'After-sales request'), disposition)),
    defectId: optional(text(words('设计缺陷', 'Defect'))),
    disposedAt: optional(instant(words('处置时间', 'Disposed'))),
    copyToClerkAt: optional(instant(words('转内勤存档', 'Copy to clerk'))),
  },
});

export type PartsRequest = Row<typeof partsRequests>;
export type PartsLine = Row<typeof partsLines>;
export type Shipment = Row<typeof shipments>;
export type RepairOrder = Row<typeof repairOrders>;
