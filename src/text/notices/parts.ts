import { disposition, receiptCondition, testResult, type Disposition, type ReceiptCondition, type TestResult } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { showInstant, words, type Instant, type LocalDate, type Words } from '../../terms';

/** What messages about a parts request say: no customer, no consignee; the carrier's label carries those (9.4 no. 2). */
export interface PartsFacts {
  readonly requestId: string;
  readonly ticketId: string;
  readonly projectName: string;
  readonly requester: string;
  readonly neededBy: Instant;
  readonly reason: string;
  /** `2 只 断路器 NSX100` */
  readonly lines: readonly string[];
  readonly chargeable: boolean;
}

const rows = (facts: PartsFacts): NonNullable<Message['facts']> => [
  { label: words('申请单', 'Request'), value: facts.requestId },
  { label: words('工单', 'Ticket'), value: facts.ticketId },
  { label: words('项目', 'Project'), value: facts.projectName },
  { label: words('申请人', 'Requester'), value: facts.requester },
  { label: words('需求时间', 'Needed by'), value: showInstant(facts.neededBy) },
  { label: words('物品', 'Items'), value: facts.lines.join(';') },
  { label: words('有偿/无偿', 'Charge'), value: facts.chargeable ? words('有偿', 'Chargeable') : words('无偿', 'Free') },
];

const desk = (objectId: string, label: Words): NonNullable<Message['actions']> => [{ label, page: 'desk', objectId }];

/** N-23. */
export const partsSubmitted = (facts: PartsFacts): Message => ({
  subject: words(`配件申请待核对 ${facts.requestId}`, `Parts request to check ${facts.requestId}`),
  body: [words(`申请原因：${facts.reason}`, `Reason: ${facts.reason}`), words('请核对完整性并送经理批准。', 'Please check that it is complete and send it to the manager.')],
  facts: rows(facts),
  actions: desk(facts.requestId, words('核对并送批', 'Check and forward')),
});

/** N-24. */
export const partsApprovalAsked = (facts: PartsFacts): Omit<Message, 'actions'> => ({
  subject: words(`请批准配件申请 ${facts.requestId}`, `Parts request to approve ${facts.requestId}`),
  body: [words(`申请原因：${facts.reason}`, `Reason: ${facts.reason}`)],
  facts: rows(facts),
});

/** N-25: production names one person for after-sales requests. */
export const partsApproved = (facts: PartsFacts): Message => ({
  subject: words(`配件申请已批准 ${facts.requestId}，请反馈发货周期`, `Parts request ${facts.requestId} is approved; give the lead time`),
  body: [words('请尽快反馈承诺发货日。', 'Please give the promised ship date soon.')],
  facts: rows(facts),
  actions: desk(facts.requestId, words('反馈发货周期', 'Give the lead time')),
});

/** N-15 after PQ-4. */
export const partsRejected = (facts: PartsFacts, comment: string): Message => ({
  subject: words(`配件申请未获批准 ${facts.requestId}`, `Parts request ${facts.requestId} is rejected`),
  body: [words(`意见：${comment}`, `Comment: ${comment}`)],
  facts: rows(facts),
});

/** N-26. */
export const promised = (facts: PartsFacts, date: LocalDate, changedBecause: string | null): Message => ({
  subject: words(`配件 ${facts.requestId} 承诺 ${date} 发货`, `Parts ${facts.requestId} promised for ${date}`),
  body: [changedBecause === null ? words('生产已反馈发货周期。', 'Production has given the lead time.') : words(`承诺日期更改，原因：${changedBecause}`, `The date was changed because: ${changedBecause}`)],
  facts: rows(facts),
});

/** N-27. */
export const goodsReady = (facts: PartsFacts): Message => ({
  subject: words(`备货完成，请发货 ${facts.requestId}`, `Goods ready to ship ${facts.requestId}`),
  body: [words('物品已包装，请安排承运。', 'Packed; please arrange the carrier.')],
  facts: rows(facts),
  actions: desk(facts.requestId, words('登记发货', 'Log the shipment')),
});

/** N-28. */
export const goodsShipped = (facts: PartsFacts, carrier: string, trackingNo: string, eta: LocalDate): Message => ({
  subject: words(`配件已发货 ${facts.requestId}，预计 ${eta} 到达`, `Parts ${facts.requestId} shipped, expected on ${eta}`),
  body: [words(`承运：${carrier} ${trackingNo}`, `Carrier: ${carrier} ${trackingNo}`)],
  facts: rows(facts),
  actions: desk(facts.requestId, words('登记到货', 'Log receipt')),
});

/** N-07. */
export const goodsReceived = (facts: PartsFacts, condition: ReceiptCondition): Message => ({
  subject: words(`配件已到货 ${facts.requestId}`, `Parts received ${facts.requestId}`),
  body: [words(`到货状况：${receiptCondition[condition].zh}。现场可恢复工作。`, `Condition: ${receiptCondition[condition].en}. Work on site can go on.`)],
  facts: rows(facts),
});

/** N-17 for a parts request (PQ-12). */
export const partsCancelled = (facts: PartsFacts, reason: string): Message => ({
  subject: words(`配件申请已取消 ${facts.requestId}`, `Parts request ${facts.requestId} is cancelled`),
  body: [words(`原因：${reason}`, `Reason: ${reason}`)],
  facts: rows(facts),
});

export interface ReturnFacts {
  readonly repairId: string;
  readonly ticketId: string;
  readonly itemName: string;
  readonly serialNo: string;
  readonly quantity: number;
  readonly dueBack: LocalDate;
}

const returnRows = (facts: ReturnFacts): NonNullable<Message['facts']> => [
  { label: words('维修单', 'Repair order'), value: facts.repairId },
  { label: words('工单', 'Ticket'), value: facts.ticketId },
  { label: words('物品', 'Item'), value: `${facts.quantity} × ${facts.itemName}` },
  { label: words('编号', 'Serial'), value: facts.serialNo },
  { label: words('应返日期', 'Due back'), value: facts.dueBack },
];

/** N-29. */
export const returnExpected = (facts: ReturnFacts): Message => ({
  subject: words(`应返旧件 ${facts.repairId}：${facts.itemName}`, `Old part due back ${facts.repairId}: ${facts.itemName}`),
  body: [words('请在应返日期前寄回公司，不得自行处置。', 'Please send it to the company by the due date; it may not be disposed of on one\'s own.')],
  facts: returnRows(facts),
});

/** N-29, missing (RT-10). */
export const returnMissing = (facts: ReturnFacts): Message => ({
  subject: words(`旧件未退回 ${facts.repairId}：${facts.itemName}`, `Old part missing ${facts.repairId}: ${facts.itemName}`),
  body: [words('超过应返日期 10 个工作日仍未寄回，请主管查明并说明。', 'It is ten working days past its due date; the supervisor has to find out and explain.')],
  facts: returnRows(facts),
});

/** N-30. */
export const itemTested = (facts: ReturnFacts, result: TestResult, findings: string): Message => ({
  subject: words(`检测结果 ${facts.repairId}：${testResult[result].zh}`, `Test result ${facts.repairId}: ${testResult[result].en}`),
  body: [words(`检测说明：${findings}`, `Findings: ${findings}`)],
  facts: returnRows(facts),
});

/** N-31. */
export const itemDisposed = (facts: ReturnFacts, how: Disposition): Message => ({
  subject: words(`处置完成 ${facts.repairId}：${disposition[how].zh}`, `Disposition done ${facts.repairId}: ${disposition[how].en}`),
  body: [words(`${facts.itemName} 已处置：${disposition[how].zh}。`, `${facts.itemName}: ${disposition[how].en}.`)],
  facts: returnRows(facts),
});

/** N-24 for a waiver. */
export const waiverAsked = (facts: ReturnFacts, reason: string): Omit<Message, 'actions'> => ({
  subject: words(`请批准免返 ${facts.repairId}：${facts.itemName}`, `Return to waive ${facts.repairId}: ${facts.itemName}`),
  body: [words(`理由：${reason}`, `Reason: ${reason}`)],
  facts: returnRows(facts),
});
