import { words } from '../src/terms';
import { approvalStatus, breachReason, clockMode, docType, dueBasis, pauseKind, slaResult } from './choices';
import { choice, flag, id, instant, integer, list, optional, text, table, type Row } from './table';

/** 时限计时. One row per (object, rule, cycle). */
export const slaClocks = table({
  name: 'SlaClocks',
  book: 'service',
  label: words('时限计时', 'SLA clocks'),
  key: 'clockId',
  columns: {
    clockId: id(words('编号', 'No.')),
    objectId: text(words('对象编号', 'Object')),
    ruleId: text(words('规则', 'Rule')),
    startAt: instant(words('开始', 'Start')),
    dueAt: instant(words('截止', 'Due')),
    result: choice(words('结果', 'Result'), slaResult),
    stopAt: optional(instant(words('停止', 'Stop'))),
    lastLevelFired: integer(words('已触发级别', 'Last level fired')),
    objectType: choice(words('对象类型', 'Object type'), docType),
    cycle: text(words('周期', 'Cycle')),
    clockMode: choice(words('时钟', 'Clock'), clockMode),
    durationMin: optional(integer(words('时长(分)', 'Minutes'))),
    dueBasis: choice(words('截止依据', 'Due basis'), dueBasis),
    pausedMin: integer(words('暂停(分)', 'Paused minutes')),
    breachReason: optional(choice(words('超时原因', 'Breach reason'), breachReason)),
    isTargetOnly: flag(words('仅目标', 'Target only')),
    calendarVersion: text(words('日历版本', 'Calendar version')),
    /** What it was before the first pause or override; empty while nothing stood still. */
    firstDueAt: optional(instant(words('原截止', 'First due'))),
    /** The start or stop before it was corrected. */
    correctedFrom: optional(instant(words('更正前时间', 'Corrected from'))),
  },
});

/** 时限暂停. See 4.4. */
export const slaPauses = table({
  name: 'SlaPauses',
  book: 'service',
  label: words('时限暂停', 'SLA pauses and overrides'),
  key: 'pauseId',
  columns: {
    pauseId: id(words('编号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    rules: list(words('适用规则', 'Rules')),
    kind: choice(words('类型', 'Kind'), pauseKind),
    fromAt: instant(words('开始', 'From')),
    toAt: optional(instant(words('结束', 'To'))),
    newDue: optional(instant(words('改期至', 'New due'))),
    evidence: text(words('证据', 'Evidence')),
    approvalId: text(words('审批', 'Approval')),
    status: choice(words('状态', 'Status'), approvalStatus),
  },
});

export type SlaClock = Row<typeof slaClocks>;
export type SlaPause = Row<typeof slaPauses>;
