import { announceMissingYear } from './calendar-watch';
import { tellOfCapacity } from './capacity';
import { escalate, type Escalated, type SweepRequest } from './escalations';
import { tellOfLateWork } from './late-work';
import { moveSurveys } from '../effects/surveys';
import { remindToRetry } from './retry-reminders';

export interface Watched extends Escalated {
  readonly reminders: number;
}

/** Overdue clocks, the escalation ladder, reminders to keep calling, too few engineers, a year without its holidays, surveys whose next step is due (TK-2, 4.5, N-59, N-58, S-34). */
export const watchDeadlines = (request: SweepRequest): Watched => {
  moveSurveys(request);
  return { ...escalate(request), reminders: remindToRetry(request) + tellOfLateWork(request) + tellOfCapacity(request) + announceMissingYear(request) };
};
