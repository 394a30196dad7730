import { words } from '../src/terms';
import { approvalStatus, correctedTime } from './choices';
import { choice, id, instant, optional, table, text, type Row } from './table';

/** 时间更正. Source: 4.4 no. 8, A-44: both values stay. */
export const corrections = table({
  name: 'Corrections',
  book: 'service',
  label: words('时间更正', 'Corrections of times'),
  key: 'correctionId',
  columns: {
    correctionId: id(words('编号', 'No.')),
    ticketId: text(words('工单', 'Ticket')),
    what: choice(words('更正内容', 'What'), correctedTime),
    recordId: text(words('记录', 'Record')),
    oldAt: instant(words('原时间', 'Time before')),
    newAt: instant(words('更正为', 'Right time')),
    reason: text(words('原因及证据', 'Reason and evidence')),
    requestedBy: text(words('申请人', 'Asked by'), { people: true }),
    requestedAt: instant(words('申请时间', 'Asked at')),
    decidedAt: optional(instant(words('批复时间', 'Decided at'))),
    status: choice(words('状态', 'Status'), approvalStatus),
  },
});

export type TimeCorrection = Row<typeof corrections>;
