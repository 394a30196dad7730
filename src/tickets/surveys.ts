import type { Survey, SurveyStatus, Transition } from '../../sheets-templates';
import { words } from '../terms';

const waiting: readonly SurveyStatus[] = ['SENT', 'REMINDED', 'CALL_DUE'];
const open: readonly SurveyStatus[] = ['PLANNED', ...waiting];

/** 满意度调查 (3.15, R-176). The system's rows are named after the clock of S-34 that has come; CUS is the customer on the survey's own page. */
export const surveyTransitions: readonly Transition<SurveyStatus>[] = [
  { id: 'R-176', command: 'acceptance.sign', label: words('计划调查', 'Plan the survey'), from: null, to: 'PLANNED', actors: ['SYS'] },
  { id: 'S-34a', command: 'sweep.escalate', label: words('发出调查', 'Send the survey'), from: ['PLANNED'], to: 'SENT', actors: ['SYS'] },
  { id: 'S-34b', command: 'sweep.escalate', label: words('提醒回复', 'Remind'), from: ['SENT'], to: 'REMINDED', actors: ['SYS'] },
  // From PLANNED where no mail reaches the customer: customer service asks by phone.
  { id: 'S-34c', command: 'sweep.escalate', label: words('安排电话回访', 'Have the customer called'), from: ['PLANNED', 'SENT', 'REMINDED'], to: 'CALL_DUE', actors: ['SYS'] },
  { id: 'S-34d', command: 'sweep.escalate', label: words('调查截止', 'End the survey'), from: waiting, to: 'NO_RESPONSE', actors: ['SYS'] },
  { id: 'R-176', command: 'survey.answer', label: words('填写评价', 'Answer the survey'), from: waiting, to: 'ANSWERED', actors: ['CUS'] },
  { id: 'R-036', command: 'survey.record', label: words('登记客户评价', 'Record the customer\'s answer'), from: waiting, to: 'ANSWERED', actors: ['CS'] },
  { id: '3.15', command: 'survey.optOut', label: words('客户不参加', 'The customer declines'), from: open, to: 'OPTED_OUT', actors: ['CS', 'CUS'] },
];

/** Nothing has ended it yet. */
export const isAsked = ({ status }: Pick<Survey, 'status'>): boolean => open.includes(status);

/** Sent and not ended: the customer may answer. */
export const takesAnswer = ({ status }: Pick<Survey, 'status'>): boolean => waiting.includes(status);

/** 3.15: what an answer calls for. `complaint` is a proposal to customer service. */
export const afterAnswer = (overall: number, solved: Survey['solved'], { low, complaint }: { readonly low: number; readonly complaint: number }): { readonly followUp: boolean; readonly complaint: boolean } => ({
  followUp: overall <= low || solved !== 'YES',
  complaint: overall <= complaint || solved === 'NO',
});
