import { complaints, customers, dispatchOrders, staff, surveyMode, surveys, surveyStatus, tasks, tickets, yesNoPart, type Survey, type Ticket } from '../../../../sheets-templates';
import { endOfWorkingDay } from '../../../deadlines';
import { lowScore } from '../../../text/notices/surveys';
import { dateOf, isRefusal, refuse, words, type Refusal } from '../../../terms';
import { afterAnswer, surveyTransitions } from '../../../tickets';
import { staffIdOf } from '../../actor';
import type { Reply } from '../../command';
import { bySystem } from '../registers';
import { surveyReached } from '../../effects/surveys';
import { checkMove, type Movable } from '../../moves';
import type { Request } from '../../request';
import { chosen } from '../tickets/chosen';

export const movableSurvey = ({ surveyId, status }: Survey): Movable<Survey['status']> => ({ objectId: surveyId, status, labels: surveyStatus });

interface Found {
  readonly survey: Survey;
  readonly ticket: Ticket;
}

const surveyFor = ({ draft, actor, objectId }: Request, command: string): Found | Refusal => {
  const survey = draft.find(surveys, objectId);
  const ticket = draft.find(tickets, survey?.ticketId);
  if (survey === undefined || ticket === undefined) return refuse('STATE', `没有满意度调查 ${objectId}，可能已归档。`, `There is no survey ${objectId}; it may have been archived.`);
  const row = checkMove(actor, surveyTransitions, command, movableSurvey(survey));
  if (isRefusal(row)) return row;
  return actor.kind === 'customer' && actor.ticketId !== objectId ? refuse('ROLE', '此链接不属于这份调查。', 'This link belongs to another survey.') : { survey, ticket };
};

/** 3.15: the caller is never an engineer of that ticket. */
const refuseCaller = ({ draft }: Request, { ticket }: Found, caller: string | null): Refusal | null => {
  const engineers = [ticket.engineerLead, ...draft.by(dispatchOrders, 'ticketId', ticket.ticketId).flatMap(({ leadEngineer, team }) => [leadEngineer, ...(team ?? [])])];
  return caller !== null && engineers.includes(caller) ? refuse('R-036', '此工单的工程师不能电话回访，请由其他客服人员致电。', 'An engineer of this ticket cannot make the call; another person of customer service does.') : null;
};

const marks = ['qResponse', 'qQuality', 'qSkill', 'qAttitude', 'qOverall'] as const;

/** a task until the end of the next working day, for the ticket's owner or, where he has left, a supervisor. */
const followUp = ({ draft, now, calendar }: Request, { survey, ticket }: Found, overall: number): string => {
  const owner = draft.find(staff, ticket.ownerStaff);
  const [supervisor] = draft.where(staff, (member) => member.active && member.roles.includes('SUP'));
  const person = owner?.active === true ? owner : supervisor ?? owner;
  const task = draft.insert(tasks, {
    taskId: draft.nextNumber('TA', '', 4), ticketId: ticket.ticketId, kind: 'FOLLOWUP', title: `回访跟进：满意度调查 ${survey.surveyId} 总体 ${overall} 分 Follow up the survey`,
    unit: person?.orgUnit ?? '', owner: person?.staffId ?? ticket.ownerStaff, dueAt: endOfWorkingDay(calendar, dateOf(now), 1), doneAt: null, result: null, status: 'OPEN',
  });
  return task.taskId;
};

/** 3.14, R-037: a very low answer is a complaint, received by the system for customer service; one that runs for the ticket already is enough. */
const complain = (request: Request, { survey, ticket }: Found, overall: number): string | null => {
  const running = request.draft.by(complaints, 'ticketId', ticket.ticketId).find(({ status }) => status !== 'CLOSED' && status !== 'WITHDRAWN');
  const solved = yesNoPart[survey.solved ?? 'NO'];
  const entry = running ?? bySystem(request, 'complaint.receive', '', {
    ticketId: ticket.ticketId, customerId: survey.customerId, channel: survey.mode === 'CALL' ? 'PHONE' : 'WEB', category: survey.solved === 'NO' ? 'QUALITY' : 'SERVICE', level: 'NORMAL',
    content: `满意度调查 ${survey.surveyId}：总体 ${overall} 分，问题是否解决：${solved.zh}。${survey.comment ?? ''}`,
  });
  return isRefusal(entry) ? null : String(entry['complaintId']);
};

/** 3.15: low scores are followed up; very low ones are a complaint. */
const react = (request: Request, found: Found, overall: number): void => {
  const { draft, settings, now, notify } = request;
  const { survey, ticket } = found;
  const needs = afterAnswer(overall, survey.solved, { low: settings.count('survey.low', now), complaint: settings.count('survey.complaint', now) });
  if (!needs.followUp && !needs.complaint) return;
  const taskId = followUp(request, found, overall);
  const after = draft.update(surveys, survey.surveyId, { followupTask: taskId });
  const complaintId = needs.complaint ? complain(request, { ticket, survey: after }, overall) : null;
  notify({
    code: 'N-42', to: [{ role: 'CS' }, { staffId: draft.find(tasks, taskId)?.owner ?? '' }, ...(needs.complaint ? [{ role: 'TSM' } as const] : [])], objectId: survey.surveyId, cycle: 'ANSWERED', priority: 'P2',
    message: lowScore(ticket, after, complaintId),
  });
};

/** The customer's answer, by himself on the page or as customer service took it down: once. */
export const recordSurvey = (request: Request, command: 'survey.answer' | 'survey.record'): Reply | Refusal => {
  const found = surveyFor(request, command);
  if (isRefusal(found)) return found;
  const { draft, input, now, actor } = request;
  const mode = command === 'survey.answer' ? 'LINK' : chosen(input, 'mode', surveyMode) ?? 'CALL';
  const caller = mode === 'CALL' ? staffIdOf(actor) : null;
  const refused = refuseCaller(request, found, caller);
  if (refused !== null) return refused;
  const solved = chosen(input, 'solved', yesNoPart);
  if (solved === null || marks.some((name) => !input.has(name))) return refuse('R-176', '请完成五项评分，并选择问题是否解决。', 'Please give all five marks and say whether the problem is solved.');
  const given = (name: (typeof marks)[number]): number => Number(input.text(name));
  const survey = draft.update(surveys, found.survey.surveyId, {
    status: 'ANSWERED', mode, caller, solved, comment: input.optionalText('comment'), answeredAt: now,
    qResponse: given('qResponse'), qQuality: given('qQuality'), qSkill: given('qSkill'), qAttitude: given('qAttitude'), qOverall: given('qOverall'),
  });
  surveyReached(request, survey, now);
  react(request, { ...found, survey }, given('qOverall'));
  return { objectId: survey.surveyId, message: words('评价已记录，谢谢。', 'The answer is recorded, thank you.') };
};

/** OPTED_OUT at any time: by the customer on the page, or as told to customer service. */
export const declineSurvey = (request: Request): Reply | Refusal => {
  const found = surveyFor(request, 'survey.optOut');
  if (isRefusal(found)) return found;
  const { draft, actor, input, now } = request;
  const survey = draft.update(surveys, found.survey.surveyId, { status: 'OPTED_OUT' });
  surveyReached(request, survey, now);
  if (actor.kind === 'staff' && input.flag('always')) draft.update(customers, survey.customerId, { surveyOptOut: true });
  return { objectId: survey.surveyId, message: words('已登记不参加。', 'It is recorded that the survey is declined.') };
};
