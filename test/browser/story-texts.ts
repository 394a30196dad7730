/** What the people of the story write, in the language they work in, and the words by which they find things. */
import { severity, tables, type TableName } from '../../sheets-templates';
import type { StoryLanguage } from './story-place';

const written = {
  customer: ['上海东岸精密机械有限公司', 'Dong’an Precision Machinery'],
  contact: ['王工', 'Mr Wang'],
  city: ['苏州', '苏州'],
  address: ['苏州工业园区星湖街 1 号', '1 Xinghu Street, Suzhou Industrial Park'],
  project: ['二期厂房', 'Plant, phase 2'],
  fault: ['=SUM(A1) 进线柜跳闸，二期厂房停电', '=SUM(A1) The incoming cubicle tripped; phase 2 has no power'],
  contacted: ['进线柜跳闸，可手动合闸', 'Incoming cubicle tripped; can be closed by hand'],
  reported: ['紧急：苏州二期厂房进线柜跳闸', 'Urgent: incoming cubicle tripped in Suzhou'],
  plan: ['更换断路器脱扣单元', 'Replace the breaker’s trip unit'],
  willArrive: ['约 13:00 到达', 'Arriving about 13:00'],
  isolated: ['进线柜已隔离', 'Incoming cubicle isolated'],
  hotel: ['苏州如家酒店', 'Home Inn Suzhou'],
  broken: ['脱扣单元损坏', 'Trip unit broken'],
  unit: ['脱扣单元', 'Trip unit'],
  piece: ['只', 'pc'],
  burnt: ['线圈烧毁，无法复位', 'Coil burnt, cannot be reset'],
  waiting: ['等待配件', 'Waiting for the part'],
  byHand: ['已手动恢复供电', 'Power restored by hand'],
  repaired: ['更换脱扣单元，试验三次正常', 'Trip unit replaced; three tests passed'],
  advice: ['每季度检查一次脱扣机构', 'Check the trip mechanism every quarter'],
  signer: ['王建国', 'Wang Jianguo'],
  result: ['已更换脱扣单元，试验合格', 'Trip unit replaced, tests passed'],
  root: ['脱扣单元线圈老化烧毁，导致误跳闸', 'The coil of the trip unit aged and burnt, so it tripped by mistake'],
  normal: ['恢复正常', 'Back to normal'],
  replaced: ['更换', 'Replaced'],
  carrier: ['顺丰', 'SF Express'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type Written = keyof typeof written;

export const write = (language: StoryLanguage) => (name: Written): string => written[name][language === 'zh' ? 0 : 1];

export const tabName = (language: StoryLanguage, table: TableName): string => tables[table].label[language];

export const className = (language: StoryLanguage, code: keyof typeof severity): string => severity[code][language];

export const severityColumn = (language: StoryLanguage): string => tables.tickets.columns.severity.label[language];

export const customerMail = 'wang@customer.example';
export const ticket = 'TK-20260330-001';
export const order = 'PG-20260330-01';
export const people = { supervisor: '林晓梅', manager: '方晓峰', engineer: '周启航', clerk: '吴佳怡', production: '梁国强', operations: '冯海涛' } as const;
