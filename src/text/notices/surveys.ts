import { yesNoPart, type Survey, type Ticket } from '../../../sheets-templates';
import type { Message } from '../../app/request';
import { words } from '../../terms';
import { customerFacts, openDesk, ticketFacts } from './tickets-facts';

/** N-42 to the customer, asked for the first time or reminded. */
export const pleaseRate = (ticket: Ticket, survey: Survey): Message => ({
  subject: words(`请评价本次服务 ${ticket.ticketId}`, `How was our service? ${ticket.ticketId}`),
  body: [
    words('感谢您选择我们的服务。请用一分钟评价本次服务：五个评分、问题是否解决，以及您的意见。满意与否，我们都希望听到。', 'Thank you for your trust. Please take a minute to rate the service: five marks, whether the problem is solved, and what you would like to say. We wish to hear it whether you are content or not.'),
    words('不愿参加可在页面上勾选，本次不再打扰。', 'If you would rather not, tick it on the page and we will not ask about this service again.'),
  ],
  facts: customerFacts(ticket),
  actions: [{ label: words('评价本次服务', 'Rate the service'), page: 'survey', objectId: survey.surveyId }],
});

/** N-42 to customer service. */
export const callForSurvey = (ticket: Ticket, survey: Survey): Message => ({
  subject: words(`请电话回访 ${ticket.ticketId}`, `Please phone the customer of ${ticket.ticketId}`),
  body: [words(`满意度调查 ${survey.surveyId} 未得到答复，或客户没有邮箱。请电话回访，并在工作台登记答复。回访人不能是此工单的工程师。`, `Survey ${survey.surveyId} has no answer, or the customer has no mail address. Please phone him and record the answer on the desk. No engineer of the ticket may call.`)],
  facts: ticketFacts(ticket),
  actions: openDesk(survey.surveyId),
});

/** 3.15: a low score, as told to those who follow it up. */
export const lowScore = (ticket: Ticket, survey: Survey, complaintId: string | null): Message => {
  const solved = yesNoPart[survey.solved ?? 'NO'];
  return {
    subject: complaintId !== null ? words(`客户不满意，已按投诉接收 ${ticket.ticketId}`, `Unhappy customer, received as a complaint ${ticket.ticketId}`) : words(`满意度偏低，请跟进 ${ticket.ticketId}`, `Low score, please follow up ${ticket.ticketId}`),
    body: [
      words(`满意度调查 ${survey.surveyId}：总体 ${survey.qOverall ?? ''} 分，问题是否解决：${solved.zh}。跟进任务 ${survey.followupTask ?? ''}。`, `Survey ${survey.surveyId}: overall ${survey.qOverall ?? ''}, solved: ${solved.en}. Follow-up task ${survey.followupTask ?? ''}.`),
      ...(complaintId !== null ? [words(`系统已接收投诉 ${complaintId}，答复、方案和办结的时限已开始；请客服核对类别并致电客户。`, `Complaint ${complaintId} was received by the system; the deadlines of its answer, proposal and closing run. Customer service checks it and calls the customer.`)] : []),
    ],
    facts: [...ticketFacts(ticket), ...(survey.comment === null ? [] : [{ label: words('意见', 'Comment'), value: survey.comment }])],
    actions: openDesk(survey.followupTask ?? ticket.ticketId),
  };
};
