import { words } from '../src/terms';
import { surveyMode, surveyStatus, yesNoPart } from './choices';
import { choice, id, instant, integer, long, optional, text, table, type Row } from './table';

/** 满意度调查. One for every accepted ticket, whether the customer is content or not. Source. */
export const surveys = table({
  name: 'Surveys',
  book: 'customers',
  label: words('满意度调查', 'Satisfaction surveys'),
  key: 'surveyId',
  columns: {
    surveyId: id(words('编号', 'No.')),
    status: choice(words('状态', 'Status'), surveyStatus),
    ticketId: text(words('工单', 'Ticket')),
    customerId: text(words('客户', 'Customer')),
    sentAt: optional(instant(words('发出', 'Sent'))),
    mode: choice(words('方式', 'Mode'), surveyMode),
    qResponse: optional(integer(words('响应及时', 'Response speed 1–5'))),
    qQuality: optional(integer(words('维修质量', 'Quality 1–5'))),
    qSkill: optional(integer(words('专业水平', 'Skill 1–5'))),
    qAttitude: optional(integer(words('服务态度', 'Attitude 1–5'))),
    qOverall: optional(integer(words('总体满意', 'Overall 1–5'))),
    solved: optional(choice(words('问题是否解决', 'Problem solved'), yesNoPart)),
    comment: optional(long(words('意见建议', 'Comment'))),
    answeredAt: optional(instant(words('答复时间', 'Answered'))),
    caller: optional(text(words('回访人', 'Caller'), { people: true })),
    followupTask: optional(text(words('跟进任务', 'Follow-up'))),
  },
});

export type Survey = Row<typeof surveys>;
