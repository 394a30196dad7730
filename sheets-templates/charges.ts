import { words } from '../src/terms';
import { agreementStatus, arStatus, costHead, liabilityStatus, liabilityTrigger, paymentTerms, payMethod, quoteDecision, quoteStatus } from './charge-choices';
import { chargeType } from './choices';
import { choice, date, decimal, flag, id, instant, integer, json, long, money, optional, text, table, type Row } from './table';

/** 责任与收费判定. Source. Who gave each opinion stands beside it: three different people are needed (3.10). */
export const liabilityDecisions = table({
  name: 'LiabilityDecisions',
  book: 'commercial',
  label: words('责任与收费判定', 'Liability and charge decisions'),
  key: 'decisionId',
  columns: {
    decisionId: id(words('判定号', 'No.')),
    status: choice(words('状态', 'Status'), liabilityStatus),
    ticketId: text(words('工单', 'Ticket')),
    trigger: choice(words('触发原因', 'Trigger'), liabilityTrigger),
    outcome: optional(choice(words('结论', 'Outcome'), chargeType)),
    facts: long(words('事实与证据', 'Facts and evidence')),
    evidence: optional(text(words('证据文件', 'Files'))),
    tsmOpinion: optional(choice(words('技术支持部经理意见', 'Manager\'s proposal'), chargeType)),
    tsmAt: optional(instant(words('经理时间', 'Manager\'s time'))),
    tsmBy: optional(text(words('经理签署人', 'Signed as manager'), { people: true })),
    dgmOpinion: optional(choice(words('分管副总意见', 'Deputy\'s opinion'), chargeType)),
    dgmAt: optional(instant(words('副总时间', 'Deputy\'s time'))),
    dgmBy: optional(text(words('副总签署人', 'Signed as deputy'), { people: true })),
    gmOpinion: optional(choice(words('总经理意见', 'GM\'s opinion'), chargeType)),
    gmAt: optional(instant(words('总经理时间', 'GM\'s time'))),
    gmBy: optional(text(words('总经理签署人', 'Signed as GM'), { people: true })),
    thirdBy: optional(text(words('第三人签署', 'Third signer'), { people: true })),
    sharePercent: optional(integer(words('客户承担比例 %', 'Customer\'s share %'))),
    customerToldAt: optional(instant(words('告知客户', 'Customer told'))),
    openedBy: text(words('提出人', 'Opened by'), { people: true }),
  },
});

/** 报价单. Source: R-122…124, R-244. A revision after an accepted one holds the added work alone. */
export const quotes = table({
  name: 'Quotes',
  book: 'commercial',
  label: words('报价单', 'Quotes'),
  key: 'quoteId',
  columns: {
    quoteId: id(words('报价单号', 'No.')),
    status: choice(words('状态', 'Status'), quoteStatus),
    ticketId: text(words('工单', 'Ticket')),
    revision: integer(words('版次', 'Revision')),
    total: money(words('合计', 'Total')),
    materialFee: money(words('材料费', 'Material')),
    labourFee: money(words('人工费', 'Labour')),
    travelFee: money(words('差旅费', 'Travel')),
    otherFee: money(words('其他', 'Other')),
    taxRate: decimal(words('税率 %', 'Tax rate %')),
    customerPart: money(words('客户承担', 'Customer pays')),
    validUntil: date(words('有效期至', 'Valid until')),
    sentAt: optional(instant(words('发出', 'Sent'))),
    customerDecision: optional(choice(words('客户意见', 'Customer decision'), quoteDecision)),
    decidedAt: optional(instant(words('答复时间', 'Decided at'))),
    decidedBy: optional(text(words('答复人', 'Decided by'))),
    decisionEvidence: optional(text(words('凭证', 'Evidence'))),
    preparedBy: text(words('编制人', 'Prepared by'), { people: true }),
  },
});

/** 报价明细. Itemised for R-125. */
export const quoteLines = table({
  name: 'QuoteLines',
  book: 'commercial',
  label: words('报价明细', 'Quote lines'),
  key: 'lineId',
  columns: {
    lineId: id(words('行号', 'Line')),
    quoteId: text(words('报价单', 'Quote')),
    head: choice(words('费用类别', 'Cost head'), costHead),
    description: text(words('说明', 'Description')),
    qty: decimal(words('数量', 'Qty')),
    unitPrice: money(words('单价', 'Unit price')),
    amount: money(words('金额', 'Amount')),
  },
});

/** A dated part of what is owed (terms PARTIAL). */
export interface Instalment {
  readonly date: string;
  readonly amount: number;
}

/** 服务协议. Source. */
export const serviceAgreements = table({
  name: 'ServiceAgreements',
  book: 'commercial',
  label: words('服务协议', 'Service agreements'),
  key: 'agreementId',
  columns: {
    agreementId: id(words('协议号', 'No.')),
    status: choice(words('状态', 'Status'), agreementStatus),
    ticketId: text(words('工单', 'Ticket')),
    quoteId: text(words('报价单', 'Quote')),
    partyA: text(words('甲方', 'Customer party')),
    amount: money(words('金额', 'Amount')),
    paymentTerms: choice(words('付款方式', 'Payment terms'), paymentTerms),
    dueRule: text(words('付款期限', 'Due rule')),
    plan: optional(json<readonly Instalment[]>(words('分期计划', 'Instalments'))),
    scope: long(words('服务内容', 'Scope')),
    equipment: text(words('设备清单', 'Equipment')),
    startTarget: optional(instant(words('约定派出时间', 'Agreed dispatch'))),
    arriveTarget: optional(instant(words('约定到场时间', 'Agreed arrival'))),
    acceptanceTerms: text(words('验收方式', 'Acceptance')),
    repairWarrantyDays: optional(integer(words('维修保修天数', 'Repair warranty days'))),
    signedByCustomer: optional(text(words('客户签署人', 'Customer signer'))),
    signedByCompany: optional(text(words('公司签署人', 'Company signer'), { people: true })),
    signedAt: optional(instant(words('签订时间', 'Signed at'))),
    file: optional(text(words('协议文件', 'File'))),
    lodgedAt: optional(instant(words('交技术支持部', 'Lodged'))),
    sentAt: optional(instant(words('发出', 'Sent'))),
    preparedBy: text(words('编制人', 'Prepared by'), { people: true }),
  },
});

/** 应收款. Source. Without an agreement: emergency work before the signature, with the estimate. */
export const receivables = table({
  name: 'Receivables',
  book: 'commercial',
  label: words('应收款', 'Receivables'),
  key: 'arId',
  columns: {
    arId: id(words('应收号', 'No.')),
    status: choice(words('状态', 'Status'), arStatus),
    ticketId: text(words('工单', 'Ticket')),
    customerId: text(words('客户', 'Customer')),
    agreementId: optional(text(words('协议', 'Agreement'))),
    changeId: optional(text(words('变更', 'Tech change'))),
    amount: money(words('应收', 'Amount')),
    received: money(words('已收', 'Received')),
    balance: money(words('未收', 'Balance')),
    dueDate: optional(date(words('到期日', 'Due date'))),
    ageDays: integer(words('账龄(天)', 'Age in days')),
    owner: text(words('催收责任人', 'Owner'), { people: true }),
    disputeId: optional(text(words('争议', 'Dispute'))),
    invoiceNo: optional(text(words('开票号', 'Invoice issued'))),
    writeOff: money(words('核销金额', 'Written off')),
  },
});

/** 收款记录. One row per receipt; a reversal is a negative row. Counts once somebody else confirmed it. */
export const payments = table({
  name: 'Payments',
  book: 'commercial',
  label: words('收款记录', 'Payments'),
  key: 'paymentId',
  columns: {
    paymentId: id(words('收款号', 'No.')),
    arId: text(words('应收', 'Receivable')),
    amount: money(words('金额', 'Amount')),
    paidAt: date(words('到账日期', 'Date')),
    method: choice(words('方式', 'Method'), payMethod),
    reference: text(words('流水号', 'Reference')),
    recordedBy: text(words('登记人', 'Recorded by'), { people: true }),
    confirmedBy: optional(text(words('确认人', 'Confirmed by'), { people: true })),
    voided: flag(words('作废', 'Voided')),
    reason: optional(text(words('冲销或作废原因', 'Why reversed or voided'))),
  },
});

/** What a settlement says, a line an item. */
export interface SettledItem {
  readonly head: string;
  readonly description: string;
  readonly amount: number;
}

/** 结算单. Source: R-125. */
export const settlements = table({
  name: 'Settlements',
  book: 'commercial',
  label: words('结算单', 'Settlements'),
  key: 'settlementId',
  columns: {
    settlementId: id(words('结算号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    total: money(words('合计', 'Total')),
    items: json<readonly SettledItem[]>(words('项目及收费', 'Items')),
    explained: flag(words('已向客户说明', 'Explained')),
    customerDecision: optional(choice(words('客户意见', 'Customer decision'), quoteDecision)),
    settledAt: optional(instant(words('结算时间', 'Settled'))),
  },
});

export type LiabilityDecision = Row<typeof liabilityDecisions>;
export type Quote = Row<typeof quotes>;
export type QuoteLine = Row<typeof quoteLines>;
export type ServiceAgreement = Row<typeof serviceAgreements>;
export type Receivable = Row<typeof receivables>;
export type Payment = Row<typeof payments>;
export type Settlement = Row<typeof settlements>;
