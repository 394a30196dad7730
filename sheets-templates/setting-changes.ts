import { words } from '../src/terms';
import { approvalStatus } from './choices';
import { choice, id, instant, optional, table, text, type Row } from './table';

/** 参数变更. What was asked, by whom and why; once agreed to, a dated row of Settings carries its number. */
export const settingChanges = table({
  name: 'SettingChanges',
  book: 'system',
  label: words('参数变更', 'Changes of settings'),
  key: 'changeId',
  columns: {
    changeId: id(words('编号', 'No.')),
    status: choice(words('状态', 'Status'), approvalStatus),
    key: text(words('参数键', 'Key')),
    oldValue: text(words('原值', 'Value before')),
    newValue: text(words('新值', 'New value')),
    effectiveFrom: instant(words('拟生效', 'Wanted from')),
    reason: text(words('理由', 'Reason')),
    policyRecord: optional(text(words('文件变更记录', 'Policy change record'))),
    requestedBy: text(words('编制人', 'Prepared by'), { people: true }),
    requestedAt: instant(words('申请时间', 'Asked at')),
    decidedAt: optional(instant(words('批复时间', 'Decided at'))),
  },
});

export type SettingChange = Row<typeof settingChanges>;
