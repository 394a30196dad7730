import { words } from '../src/terms';
import {
  causeCode,
  siteReportKind,
  tripStatus,
  workResult,
} from './choices';
import { choice, date, flag, id, instant, integer, list, long, optional, text, table, type Row } from './table';

/** 现场报告. Arrival, daily, pre-leave and return reports. Source: R-271…273, R-274…275, R-280, R-281. */
export const siteReports = table({
  name: 'SiteReports',
  book: 'service',
  label: words('现场报告', 'Site reports'),
  key: 'reportId',
  columns: {
    reportId: id(words('报告号', 'No.')),
    kind: choice(words('类型', 'Kind'), siteReportKind),
    orderId: text(words('派工单', 'Dispatch')),
    reportDate: date(words('报告日期', 'For date')),
    at: instant(words('提交时间', 'Submitted')),
    siteStatus: long(words('现场情况', 'Site situation')),
    progressPct: optional(integer(words('进度', 'Progress %'))),
    effect: optional(text(words('效果', 'Effect'))),
    problems: optional(long(words('疑难问题', 'Problems'))),
    contactAt: optional(instant(words('实际联系时间', 'Actual contact time'))),
    lodgingPlace: optional(text(words('住处', 'Lodging'))),
    contactPhone: optional(text(words('联系电话', 'Phone'))),
    toldSales: optional(flag(words('已知会业务员', 'Salesperson told'))),
    toldOwner: optional(flag(words('已知会业主', 'Owner told'))),
    toldMarketing: optional(flag(words('已报当地营销', 'Local marketing told'))),
    planReturn: optional(date(words('计划返回日期', 'Planned return'))),
    safetyOk: optional(flag(words('安全检查', 'Safety check'))),
    photos: optional(text(words('照片', 'Photos'))),
    supReply: optional(text(words('主管指示', 'Supervisor reply'))),
  },
});

/** 出差工作报告. Source. */
export const tripReports = table({
  name: 'TripReports',
  book: 'service',
  label: words('出差工作报告', 'Trip reports'),
  key: 'tripId',
  columns: {
    tripId: id(words('报告号', 'No.')),
    status: choice(words('状态', 'Status'), tripStatus),
    orderId: text(words('派工单', 'Dispatch')),
    ticketId: text(words('工单', 'Ticket')),
    engineer: text(words('填报人', 'Engineer'), { people: true }),
    submittedAt: optional(instant(words('提交', 'Submitted'))),
    result: choice(words('处理结果', 'Result'), workResult),
    causeCode: optional(choice(words('原因代码', 'Cause code'), causeCode)),
    periodFrom: date(words('出差开始', 'From')),
    periodTo: date(words('出差结束', 'To')),
    workDone: long(words('工作内容', 'Work done')),
    hasEquipmentFault: flag(words('设备故障类', 'Equipment fault')),
    rootCause: optional(long(words('原因分析', 'Root cause'))),
    resultText: long(words('结果说明', 'Result text')),
    leftover: optional(long(words('遗留问题', 'Open points'))),
    qualityFeedback: optional(long(words('质量信息反馈', 'Quality feedback'))),
    acceptanceId: optional(text(words('验收单', 'Acceptance'))),
    clerkCheckedAt: optional(instant(words('内勤审核', 'Checked by clerk'))),
    returnedReason: optional(text(words('退回原因', 'Return reason'))),
    distributedTo: optional(list(words('分发对象', 'Distributed to'))),
    distributedAt: optional(instant(words('分发时间', 'Distributed'))),
  },
});

/** 出差报告设备明细. One line per serial handled. */
export const tripReportUnits = table({
  name: 'TripReportUnits',
  book: 'service',
  label: words('出差报告设备明细', 'Trip report units'),
  key: 'lineId',
  columns: {
    lineId: id(words('行号', 'Line')),
    tripId: text(words('报告', 'Trip report')),
    productId: text(words('产品型号', 'Model')),
    serialNo: text(words('产品编号', 'Serial')),
    cause: text(words('事故原因', 'Cause')),
    causeCode: choice(words('原因代码', 'Cause code'), causeCode),
    resolution: text(words('解决结果', 'Resolution')),
    replacedParts: optional(list(words('更换件', 'Parts replaced'))),
  },
});

export type SiteReport = Row<typeof siteReports>;
export type TripReport = Row<typeof tripReports>;
export type TripReportUnit = Row<typeof tripReportUnits>;
