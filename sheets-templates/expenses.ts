import { words } from '../src/terms';
import {
  approvalStatus,
  claimStatus,
  expenseDecision,
  expenseKind,
  invoiceKind,
  transportMode,
} from './choices';
import { choice, date, flag, id, instant, integer, list, money, optional, text, table, type Row } from './table';

/** 出行方式审批. Source: R-295…297. */
export const travelApprovals = table({
  name: 'TravelApprovals',
  book: 'commercial',
  label: words('出行方式审批', 'Travel mode approvals'),
  key: 'travelId',
  columns: {
    travelId: id(words('编号', 'No.')),
    orderId: text(words('派工单', 'Dispatch')),
    staffId: text(words('人员', 'Traveller'), { people: true }),
    mode: choice(words('方式', 'Mode'), transportMode),
    seatClass: text(words('席别/舱位', 'Class')),
    origin: text(words('起点', 'Origin')),
    destination: text(words('终点', 'Destination')),
    plannedDepart: instant(words('计划时间', 'Planned departure')),
    reason: text(words('特殊情况说明', 'Reason')),
    approvalId: optional(text(words('审批', 'Approval'))),
    postHoc: flag(words('事后补批', 'Post-hoc')),
    status: choice(words('状态', 'Status'), approvalStatus),
  },
});

/** 售后行程单. Start and end of each long-distance ticket. */
export const travelLegs = table({
  name: 'TravelLegs',
  book: 'service',
  label: words('售后行程单', 'Travel legs'),
  key: 'legId',
  columns: {
    legId: id(words('编号', 'No.')),
    orderId: text(words('派工单', 'Dispatch')),
    staffId: text(words('人员', 'Person'), { people: true }),
    departAt: instant(words('出发时间', 'Departure')),
    arriveAt: optional(instant(words('到达时间', 'Arrival'))),
    origin: text(words('起点', 'Origin')),
    destination: text(words('终点', 'Destination')),
    mode: choice(words('方式', 'Mode'), transportMode),
    amount: money(words('票价', 'Fare')),
    ticketRef: optional(text(words('票号', 'Ticket number'))),
    expenseLine: optional(text(words('报销行', 'Expense line'))),
  },
});

/** 费用报销单. One per engineer per month; supplements get suffix -S1. Source: R-283…285, R-287…297. */
export const expenseClaims = table({
  name: 'ExpenseClaims',
  book: 'people',
  label: words('费用报销单', 'Expense claims'),
  key: 'claimId',
  columns: {
    claimId: id(words('报销单号', 'No.')),
    status: choice(words('状态', 'Status'), claimStatus),
    staffId: text(words('报销人', 'Claimant'), { people: true }),
    month: text(words('月份', 'Month')),
    totalPayable: money(words('核定合计', 'Payable')),
    totalAllowance: money(words('补助合计', 'Allowances')),
    totalClaimed: money(words('申报合计', 'Claimed')),
    totalCut: money(words('核减合计', 'Cut')),
    monthlyReportId: optional(text(words('月度工作报告', 'Monthly report'))),
    clerkCheckedAt: optional(instant(words('内勤审核', 'Clerk checked'))),
    submittedAt: optional(instant(words('提交', 'Submitted'))),
    paidAt: optional(instant(words('支付', 'Paid'))),
    payRef: optional(text(words('支付凭证', 'Payment ref'))),
    late: flag(words('逾期提交', 'Late')),
  },
});

/** 报销明细.  */
export const expenseLines = table({
  name: 'ExpenseLines',
  book: 'people',
  label: words('报销明细', 'Expense lines'),
  key: 'lineId',
  columns: {
    lineId: id(words('行号', 'Line')),
    claimId: text(words('报销单', 'Claim')),
    kind: choice(words('类别', 'Kind'), expenseKind),
    date: date(words('发生日期', 'Date')),
    amountClaimed: money(words('申报金额', 'Claimed')),
    amountPayable: money(words('核定金额', 'Payable')),
    decision: choice(words('核定结论', 'Decision'), expenseDecision),
    decisionNote: optional(text(words('说明', 'Note'))),
    city: optional(text(words('城市', 'City'))),
    orderId: text(words('派工单', 'Dispatch')),
    nights: optional(integer(words('晚数', 'Nights'))),
    checkin: optional(date(words('入住', 'Check-in'))),
    checkout: optional(date(words('离店', 'Check-out'))),
    sharers: optional(list(words('同住人', 'Sharers'))),
    legId: optional(text(words('行程', 'Leg'))),
    mode: optional(choice(words('方式', 'Mode'), transportMode)),
    cap: optional(money(words('限额', 'Cap'))),
    invoiceId: optional(text(words('发票', 'Invoice'))),
    approvalRef: optional(text(words('审批', 'Approval'))),
    chargeableTo: optional(text(words('计入工单', 'Ticket cost'))),
    purpose: optional(text(words('用途', 'Purpose'))),
  },
});

/** 发票登记. Uniqueness across all claims and people. */
export const invoiceRegister = table({
  name: 'InvoiceRegister',
  book: 'people',
  label: words('发票登记', 'Invoice register'),
  key: 'invoiceId',
  columns: {
    invoiceId: id(words('编号', 'No.')),
    kind: choice(words('票据类型', 'Document kind'), invoiceKind),
    code: optional(text(words('发票代码', 'Invoice code'))),
    number: text(words('发票号码', 'Invoice number')),
    fingerprint: text(words('查重键', 'Fingerprint')),
    issueDate: date(words('开票日期', 'Issue date')),
    seller: text(words('销售方', 'Seller')),
    buyerTitle: optional(text(words('抬头', 'Buyer title'))),
    total: money(words('价税合计', 'Total')),
    used: money(words('已使用金额', 'Used amount')),
    file: text(words('影像', 'Image or file')),
    duplicateOf: optional(text(words('重复于', 'Duplicate of'))),
    verifiedBy: optional(text(words('查验人', 'Verified by'))),
  },
});

export type TravelApproval = Row<typeof travelApprovals>;
export type TravelLeg = Row<typeof travelLegs>;
export type ExpenseClaim = Row<typeof expenseClaims>;
export type ExpenseLine = Row<typeof expenseLines>;
export type RegisteredInvoice = Row<typeof invoiceRegister>;
