import { words } from '../src/terms';
import { noticeChannel, noticeStatus, priority, settingOrigin } from './choices';
import { choice, id, instant, integer, json, long, optional, table, text, type Row } from './table';

/** 参数. Every number of the regulation that a company may change (section 12); a change is a new dated row, never retroactive. */
export const settings = table({
  name: 'Settings',
  book: 'system',
  label: words('参数', 'Settings'),
  key: 'settingId',
  columns: {
    settingId: id(words('编号', 'No.')),
    key: text(words('参数键', 'Key')),
    value: text(words('参数值', 'Value')),
    unit: text(words('单位', 'Unit')),
    origin: choice(words('来源', 'Origin'), settingOrigin),
    effectiveFrom: instant(words('生效', 'Effective from')),
  },
});

/**
 * 流水. The write-ahead log, audit log and timeline at once: a change counts from the moment its row stands here.
 * A change too large for one cell spans several rows of one number. Each row carries the hash of the one before.
 */
export const journal = table({
  name: 'Journal',
  book: 'system',
  label: words('流水', 'Journal'),
  key: 'rowId',
  appendOnly: true,
  columns: {
    rowId: id(words('行号', 'Row no.')),
    number: integer(words('序号', 'Number')),
    part: integer(words('分段', 'Part')),
    parts: integer(words('段数', 'Parts')),
    at: instant(words('时间', 'At')),
    actor: text(words('操作人', 'Actor')),
    command: text(words('动作', 'Command')),
    objectId: text(words('对象', 'Object')),
    result: text(words('结果', 'Result')),
    change: long(words('变更', 'Change')),
    previousHash: text(words('前项校验', 'Previous hash')),
    hash: text(words('校验', 'Hash')),
  },
});

const noticeColumns = {
  noticeId: id(words('编号', 'Notice no.')),
  key: text(words('幂等键', 'Idempotency key')),
  code: text(words('通知代码', 'Code')),
  toStaff: optional(text(words('收件人(员工)', 'To (staff)'))),
  toAddress: text(words('收件地址', 'To address')),
  channel: choice(words('渠道', 'Channel'), noticeChannel),
  priority: choice(words('优先级', 'Priority'), priority),
  subject: text(words('标题', 'Subject')),
  /** The template and its facts, written out when it leaves. */
  body: json<unknown>(words('正文', 'Body')),
  queuedAt: instant(words('入队时间', 'Queued at')),
  notBefore: optional(instant(words('最早发送', 'Not before'))),
  draftId: optional(text(words('草稿号', 'Draft'))),
  attempts: integer(words('次数', 'Attempts')),
  lastError: optional(text(words('错误', 'Error'))),
  sentAt: optional(instant(words('发送时间', 'Sent at'))),
  status: choice(words('状态', 'Status'), noticeStatus),
};

/** 通知发件箱. What still has to leave. A notice stands here from the commit that caused it until it left. */
export const outbox = table({
  name: 'Outbox',
  book: 'system',
  label: words('通知发件箱', 'Outbox'),
  key: 'noticeId',
  columns: noticeColumns,
});

/** 已发通知. What left, and when. Never read by a command. */
export const sentNotices = table({
  name: 'SentNotices',
  book: 'system',
  label: words('已发通知', 'Sent notices'),
  key: 'noticeId',
  appendOnly: true,
  columns: noticeColumns,
});

/** 待处理来件. Form answers that could not be used, suspicious ones among them: kept, visible, checked in time (10.1). */
export const inbox = table({
  name: 'Inbox',
  book: 'customers',
  label: words('待处理来件', 'Unusable answers'),
  key: 'answerId',
  columns: {
    answerId: id(words('编号', 'No.')),
    receivedAt: instant(words('接收时间', 'Received at')),
    form: text(words('表单', 'Form')),
    answers: json<Readonly<Record<string, unknown>>>(words('原始填写', 'Answers as given')),
    reason: text(words('原因', 'Reason')),
    dueAt: instant(words('核对期限', 'To be checked by')),
    handledBy: optional(text(words('处理人', 'Handled by'))),
    handledAt: optional(instant(words('处理时间', 'Handled at'))),
    outcome: optional(text(words('处理结果', 'Outcome'))),
  },
});

/** 编号. The last number issued per prefix; a scope of a day, month or year starts again at 1 (2.1). */
export const counters = table({
  name: 'Counters',
  book: 'system',
  label: words('编号', 'Counters'),
  key: 'prefix',
  hidden: true,
  columns: {
    prefix: id(words('前缀', 'Prefix')),
    scope: text(words('期间', 'Scope')),
    last: integer(words('末号', 'Last')),
  },
});

/** Answers already taken in, so that a form event delivered twice counts once; old ones are dropped by the sweep. */
export const seen = table({
  name: 'Seen',
  book: 'system',
  label: words('已收回执', 'Seen'),
  key: 'token',
  hidden: true,
  columns: {
    token: id(words('标记', 'Token')),
    at: instant(words('时间', 'At')),
    outcome: text(words('结果', 'Outcome')),
  },
});

export type Setting = Row<typeof settings>;
export type JournalRow = Row<typeof journal>;
export type Notice = Row<typeof outbox>;
export type UnusableAnswer = Row<typeof inbox>;
export type Counter = Row<typeof counters>;
export type SeenToken = Row<typeof seen>;

