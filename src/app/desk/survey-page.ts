import { customers, surveys, tickets, type Survey } from '../../../sheets-templates';
import { isRefusal, refuse, words, type Refusal, type Words } from '../../terms';
import { takesAnswer } from '../../tickets';
import { fieldView } from '../../ui/view';
import type { AcceptancePage } from '../../ui/protocol';
import { findCommand } from '../commands';
import type { Ports } from '../ports';
import { readFor } from '../run-command';

const ends: Readonly<Partial<Record<Survey['status'], Words>>> = {
  ANSWERED: words('您已评价本次服务，谢谢。', 'You have rated the service. Thank you.'),
  OPTED_OUT: words('您已选择不参加此调查。', 'You chose not to answer.'),
};

const over = words('此调查已结束。如有意见，请与我们联系。', 'This survey has ended. If there is something to tell us, please call.');

/** 10.4: five questions, solved or not, a comment. Looking changes nothing; who has answered finds it answered. */
export const surveyPage = (ports: Ports, surveyId: string): AcceptancePage | Refusal => {
  const draft = readFor(ports, [surveys, tickets, customers]);
  if (isRefusal(draft)) return draft;
  const survey = draft.find(surveys, surveyId);
  const ticket = draft.find(tickets, survey?.ticketId);
  if (survey === undefined || ticket === undefined) return refuse('LINK-ENDED', '此调查已不能查看。', 'This survey can no longer be looked at.');
  return {
    page: 'acceptance', language: draft.find(customers, ticket.customerId)?.language === 'en' ? 'en' : 'zh-CN', now: ports.now(), objectId: surveyId, project: ticket.projectName, model: ticket.modelText,
    facts: [{ label: words('工单号', 'Ticket'), value: ticket.ticketId }],
    inputs: (findCommand('survey.answer')?.fields ?? []).map(fieldView),
    outcome: takesAnswer(survey) ? null : ends[survey.status] ?? over,
    asks: {
      command: 'survey.answer', title: words('服务评价', 'Your opinion of the service'), submit: words('提交评价', 'Send the answer'),
      intro: words('请为本次服务打分（5 为最好）。只能提交一次。', 'Please rate the service (5 is best). It can be sent once.'),
    },
  };
};
