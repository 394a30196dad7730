import { words } from '../src/terms';
import { copyDocument, copyWay } from './choices';
import { choice, id, instant, long, table, text, type Row } from './table';

/** 已发文字. Source: 10.5: texts that people pasted into WeChat, QQ or SMS, and who confirmed having sent them. */
export const textsSent = table({
  name: 'TextsSent',
  book: 'service',
  label: words('已发文字', 'Texts sent by hand'),
  key: 'textId',
  columns: {
    textId: id(words('编号', 'No.')),
    objectId: text(words('对象', 'Object')),
    document: choice(words('内容', 'What'), copyDocument),
    way: choice(words('方式', 'By'), copyWay),
    toWhom: text(words('发给', 'To')),
    confirmedBy: text(words('确认人', 'Confirmed by'), { people: true }),
    confirmedAt: instant(words('确认时间', 'Confirmed at')),
    text: long(words('文字', 'Text')),
  },
});

export type TextSent = Row<typeof textsSent>;
