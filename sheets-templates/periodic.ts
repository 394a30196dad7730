import { words } from '../src/terms';
import { choice, id, instant, integer, list, optional, table, text, type Row } from './table';

export const periodicKind = {
  SHIPMENTS: words('售后发货记录', 'Shipment record'),
  ITINERARY: words('售后人员行程动态表', 'Itinerary'),
  PARTS_LEDGER: words('售后物品清单', 'Parts ledger'),
  GROUP_WEEKLY: words('小组周报', 'Group weekly report'),
  CS_WEEKLY: words('客服周报', 'Customer service weekly report'),
};
export type PeriodicKind = keyof typeof periodicKind;

export const periodicStatus = {
  DUE: words('待报送', 'To be sent'),
  SENT: words('已报送', 'Sent'),
};
export type PeriodicStatus = keyof typeof periodicStatus;

/** 定期报送登记. What was reported to whom each month and week; the tables as they were sent stand with their notice N-47, values, not formulas (8.1). Source. */
export const periodicReports = table({
  name: 'PeriodicReports',
  book: 'service',
  label: words('定期报送登记', 'Periodic submissions'),
  key: 'reportId',
  columns: {
    reportId: id(words('报送号', 'No.')),
    status: choice(words('状态', 'Status'), periodicStatus),
    kind: choice(words('类型', 'Kind'), periodicKind),
    period: text(words('期间', 'Period')),
    version: integer(words('版本', 'Version')),
    preparedBy: optional(text(words('编制', 'Prepared by'), { people: true })),
    recipients: list(words('报送对象', 'Recipients')),
    dueAt: instant(words('期限', 'Due')),
    sentAt: optional(instant(words('报送时间', 'Sent'))),
    rowCount: optional(integer(words('行数', 'Rows'))),
    checksum: optional(text(words('校验', 'Checksum'))),
    reason: optional(text(words('更正原因', 'Reason of the new version'))),
  },
});

export type PeriodicReport = Row<typeof periodicReports>;
