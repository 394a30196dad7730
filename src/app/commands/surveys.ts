import { complaints, customers, dispatchOrders, slaClocks, surveys, tasks, tickets, yesNoPart } from '../../../sheets-templates';
import { words } from '../../terms';
import { command, type CommandDefinition } from '../command';
import type { Field } from '../field';
import { declineSurvey, recordSurvey } from './surveys/answer';

const marks = { 1: words('1 很不满意', '1 very poor'), 2: words('2 不满意', '2 poor'), 3: words('3 一般', '3 fair'), 4: words('4 满意', '4 good'), 5: words('5 很满意', '5 very good') };

const mark = (name: string, zh: string, en: string): Field => ({ name, kind: 'choice', label: words(zh, en), choices: marks });

const questions: readonly Field[] = [
  mark('qResponse', '响应及时', 'Response speed'),
  mark('qQuality', '维修质量', 'Quality of the work'),
  mark('qSkill', '专业水平', 'Skill'),
  mark('qAttitude', '服务态度', 'Attitude'),
  mark('qOverall', '总体满意', 'Overall'),
  { name: 'solved', kind: 'choice', label: words('问题是否解决', 'Is the problem solved?'), choices: yesNoPart },
  { name: 'comment', kind: 'long', label: words('意见建议', 'Comments'), maximum: 1000 },
];

const reads = [complaints, surveys, tickets, dispatchOrders, tasks, customers, slaClocks] as const;

/** R-176 on the page: one answer, and declining is one too, which is why no question is forced by its field. */
const answer: CommandDefinition = command({
  name: 'survey.answer', label: words('评价本次服务', 'Rate the service'), rules: ['R-097', 'R-133', 'R-176', '3.15', '10.4'], reads,
  fields: [...questions, { name: 'decline', kind: 'flag', label: words('我不参加此调查', 'I would rather not answer'), help: words('勾选后无需评分。', 'No marks are needed then.') }],
  decide: (request) => (request.input.flag('decline') ? declineSurvey(request) : recordSurvey(request, 'survey.answer')),
});

/** R-036 by phone or from the signed sheet. */
const record: CommandDefinition = command({
  name: 'survey.record', label: words('登记客户评价', 'Record the customer\'s answer'), rules: ['R-018', 'R-036', '3.15'], reads,
  fields: [{ name: 'mode', kind: 'choice', label: words('方式', 'How it was given'), choices: { CALL: words('电话', 'Call'), PAPER: words('纸质', 'Paper') }, required: true, initial: 'CALL' }, ...questions.map((field): Field => (field.name === 'comment' ? field : { ...field, required: true }))],
  decide: (request) => recordSurvey(request, 'survey.record'),
});

const optOut: CommandDefinition = command({
  name: 'survey.optOut', label: words('客户不参加', 'The customer declines'), rules: ['3.15'], reads,
  fields: [{ name: 'always', kind: 'flag', label: words('以后的服务也不再调查', 'Do not ask about later services either') }],
  decide: (request) => declineSurvey(request),
});

export const surveysCommands: readonly CommandDefinition[] = [answer, record, optOut];
