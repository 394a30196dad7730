import { contacts, customers, slaClocks, surveys, tickets, type SlaClock, type Survey, type SurveyStatus, type Ticket } from '../../../sheets-templates';
import { isOpen, type ClockEvent } from '../../deadlines';
import { callForSurvey, pleaseRate } from '../../text/notices/surveys';
import { addMinutes, type Instant } from '../../terms';
import { isAsked, surveyTransitions } from '../../tickets';
import { byMail, customerRecipient } from '../commands/tickets/subject';
import type { Request } from '../request';
import { clocksOf, recordMoment } from './record-moment';

/** Tables that planning and sending surveys need, beside `tickets` and `slaClocks`. */
export const surveyReads = [surveys, customers, contacts] as const;

type SurveyRequest = Pick<Request, 'draft' | 'now' | 'settings' | 'calendar' | 'notify'>;

/** Which clocks of S-34 have nothing to wait for any more, by the state reached. */
const reached: Readonly<Partial<Record<SurveyStatus, readonly ClockEvent[]>>> = {
  SENT: ['surveySent'],
  REMINDED: ['surveyReminded'],
  CALL_DUE: ['surveySent', 'surveyReminded', 'surveyCalled'],
};

/** The survey stands in a new state: its clocks follow. */
export const surveyReached = (request: SurveyRequest, survey: Survey, at: Instant): void => {
  for (const event of reached[survey.status] ?? ['surveyEnded'] as const) recordMoment(request, { event, objectType: 'SURVEY', objectId: survey.surveyId, ticketId: null, at, severity: null });
};

/** A step that the sweep makes within this time of its moment was in time: the sweep comes every few minutes. */
const sweepMinutes = 30;

/** The step that a clock of S-34 asks for: one a look, so that nobody is asked and reminded in the same minute. */
const step = (request: SurveyRequest, survey: Survey, ticket: Ticket, clock: SlaClock): void => {
  const { draft, now, notify } = request;
  const to = customerRecipient(draft, ticket);
  const rule = clock.ruleId === 'S-34a' && !byMail(to) ? 'S-34c' : clock.ruleId;
  const status = surveyTransitions.find((row) => row.id === rule && row.from?.includes(survey.status) === true)?.to;
  if (status === undefined || status === null) return;
  const after = draft.update(surveys, survey.surveyId, { status, ...(survey.sentAt === null ? { sentAt: now } : {}) });
  surveyReached(request, after, addMinutes(clock.dueAt, sweepMinutes) >= now ? clock.dueAt : now);
  const notice = { code: 'N-42', objectId: survey.surveyId, cycle: status, severity: ticket.severity };
  // S-34 says when it is sent, so it does not wait for a digest.
  if (status === 'SENT') notify({ ...notice, to, priority: 'P2', message: pleaseRate(ticket, after) });
  if (status === 'REMINDED') notify({ ...notice, to, message: pleaseRate(ticket, after) });
  if (status === 'CALL_DUE') notify({ ...notice, to: [{ role: 'CS' }], message: callForSurvey(ticket, after) });
};

const follow = (request: SurveyRequest, surveyId: string): void => {
  const { draft, now } = request;
  const survey = draft.find(surveys, surveyId);
  const ticket = draft.find(tickets, survey?.ticketId);
  const [first] = clocksOf(draft, surveyId).filter((clock) => isOpen(clock) && clock.dueAt <= now).sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  if (survey !== undefined && ticket !== undefined && first !== undefined) step(request, survey, ticket, first);
};

/** S-34: every survey whose next step has come. */
export const moveSurveys = (request: SurveyRequest): void => {
  const due = request.draft.where(slaClocks, (clock) => clock.objectType === 'SURVEY' && isOpen(clock) && clock.dueAt <= request.now);
  for (const surveyId of new Set(due.map(({ objectId }) => objectId))) follow(request, surveyId);
};

/**
 * every customer is asked once the work is accepted, content or not; in opening hours at once. The clocks count from when the acceptance reached
 * the ledger, so that a sheet recorded late does not ask and remind at the same time. One that still waits serves an acceptance after a reopening too.
 */
export const planSurvey = (request: SurveyRequest, ticket: Ticket): void => {
  const { draft, now } = request;
  if (draft.by(surveys, 'ticketId', ticket.ticketId).some(isAsked)) return;
  const customer = draft.find(customers, ticket.customerId);
  const declines = customer?.surveyOptOut === true || customer?.piiStatus === 'ERASED';
  const survey = draft.insert(surveys, {
    surveyId: draft.nextNumber('MY', '', 4), status: declines ? 'OPTED_OUT' : 'PLANNED', ticketId: ticket.ticketId, customerId: ticket.customerId, sentAt: null, mode: 'LINK',
    qResponse: null, qQuality: null, qSkill: null, qAttitude: null, qOverall: null, solved: null, comment: null, answeredAt: null, caller: null, followupTask: null,
  });
  if (declines) return;
  recordMoment(request, { event: 'accepted', objectType: 'SURVEY', objectId: survey.surveyId, ticketId: null, at: now, severity: null });
  follow(request, survey.surveyId);
};
