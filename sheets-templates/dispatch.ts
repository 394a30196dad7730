import { words } from '../src/terms';
import {
  dayKind,
  dispatchStatus,
  dutyShift,
  itineraryStatus,
  serviceType,
  skillCode,
  skillMatch,
  transportMode,
} from './choices';
import { choice, date, flag, id, instant, integer, json, list, long, optional, text, table, type Row } from './table';

/** 售后派工单. Source. One order = one engineer team to one ticket. */
export const dispatchOrders = table({
  name: 'DispatchOrders',
  book: 'service',
  label: words('售后派工单', 'Dispatch orders'),
  key: 'orderId',
  columns: {
    orderId: id(words('派工单号', 'Order no.')),
    status: choice(words('状态', 'Status'), dispatchStatus),
    ticketId: text(words('工单', 'Ticket')),
    projectName: text(words('项目名称', 'Project')),
    leadEngineer: text(words('负责人员', 'Lead engineer'), { people: true }),
    team: optional(list(words('随行人员', 'Team'), { people: true })),
    planDepart: instant(words('计划出发', 'Planned departure')),
    planArrive: instant(words('计划到达', 'Planned arrival')),
    planReturn: optional(date(words('计划返回', 'Planned return'))),
    travelMode: choice(words('出行方式', 'Travel mode'), transportMode),
    workContent: long(words('工作内容', 'Work content')),
    issuedAt: optional(instant(words('下达时间', 'Issued'))),
    acceptedAt: optional(instant(words('接收时间', 'Accepted'))),
    departedAt: optional(instant(words('出发时间', 'Departed'))),
    arrivedAt: optional(instant(words('到达时间', 'Arrived'))),
    leftAt: optional(instant(words('离场时间', 'Left site'))),
    returnedAt: optional(instant(words('返回时间', 'Returned'))),
    createdBySup: text(words('派工主管', 'Issued by'), { people: true }),
    taskKind: choice(words('任务类别', 'Task kind'), serviceType),
    customerSnapshot: json<unknown>(words('客户信息', 'Customer snapshot')),
    modelSerial: text(words('型号/编号', 'Model and serial')),
    timeRequirement: text(words('时限要求', 'Time requirement')),
    travelApproval: optional(text(words('出行审批', 'Travel approval'))),
    skillMatch: choice(words('技能匹配', 'Skill match'), skillMatch),
    skillOverrideReason: optional(text(words('技能例外理由', 'Override reason'))),
    prepChecklist: json<unknown>(words('出发前准备', 'Preparation')),
    prepDoneAt: optional(instant(words('准备完成', 'Prepared at'))),
    previsitContact: optional(text(words('行前沟通', 'Pre-visit contact'))),
    consentId: optional(text(words('征询单', 'Consent'))),
    emergencyRatify: flag(words('紧急先行', 'Emergency go-ahead')),
    declinedReason: optional(text(words('拒接原因', 'Declined reason'))),
    redirectTo: optional(text(words('转派至', 'Redirected to'))),
    copyToClerkAt: optional(instant(words('内勤接收', 'Copy to clerk'))),
    cancelReason: optional(text(words('取消原因', 'Cancel reason'))),
  },
});

/** 售后人员行程动态表. One row per engineer per calendar day. Filled by clerk, pre-filled by system. Source: R-269. */
export const itinerary = table({
  name: 'Itinerary',
  book: 'service',
  label: words('售后人员行程动态表', 'Engineer itinerary'),
  key: 'rowId',
  columns: {
    rowId: id(words('编号', 'No.')),
    staffId: text(words('人员', 'Engineer'), { people: true }),
    date: date(words('日期', 'Date')),
    dayKind: choice(words('日期类型', 'Day kind'), dayKind),
    status: choice(words('动态', 'Status'), itineraryStatus),
    orderIds: optional(list(words('派工单', 'Orders'))),
    projectName: optional(text(words('项目', 'Project'))),
    customerId: optional(text(words('客户', 'Customer'))),
    cities: optional(list(words('到过城市', 'Cities of the day'))),
    overnightCity: optional(text(words('住宿城市', 'Overnight city'))),
    inCompanyCityOnly: optional(flag(words('仅公司所在地', 'Company city only'))),
    allowanceDay: optional(flag(words('计补助', 'Allowance day'))),
    siteReportOk: optional(flag(words('日报', 'Daily report'))),
    remarks: optional(text(words('备注', 'Remarks'))),
    locked: flag(words('锁定', 'Locked')),
  },
});

/** 值班表. 24-hour response. */
export const dutyRoster = table({
  name: 'DutyRoster',
  book: 'service',
  label: words('值班表', 'On-duty roster'),
  key: 'dutyId',
  columns: {
    dutyId: id(words('编号', 'No.')),
    date: date(words('日期', 'Date')),
    shift: choice(words('班次', 'Shift'), dutyShift),
    primary: text(words('值班人', 'Primary'), { people: true }),
    backup: text(words('备班人', 'Backup'), { people: true }),
    phone: text(words('值班电话', 'Duty phone')),
    acknowledgedAt: optional(instant(words('确认时间', 'Acknowledged'))),
  },
});

/** 人员技能. Competence evidence for. */
export const skills = table({
  name: 'Skills',
  book: 'service',
  label: words('人员技能', 'Staff skills'),
  key: 'skillId',
  columns: {
    skillId: id(words('编号', 'No.')),
    staffId: text(words('人员', 'Person'), { people: true }),
    skillCode: choice(words('技能', 'Skill'), skillCode),
    level: integer(words('等级', 'Level')),
    evidence: optional(text(words('依据', 'Evidence'))),
    validTo: optional(date(words('有效期', 'Valid to'))),
  },
});

export type DispatchOrder = Row<typeof dispatchOrders>;
export type ItineraryDay = Row<typeof itinerary>;
export type DutyShiftRow = Row<typeof dutyRoster>;
export type Skill = Row<typeof skills>;
