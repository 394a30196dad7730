import { announceMissingYear } from './calendar-watch';
import { tellOfCapacity } from './capacity';
import { escalate, type Escalated, type SweepRequest } from './escalations';
import { tellOfLateWork } from './late-work';
import { remindToRetry } from './retry-reminders';

export interface Watched extends Escalated {
  readonly reminders: number;
}

/** Overdue clocks, the escalation ladder, reminders to keep calling, too few engineers, a year without its holidays (TK-2, 4.5, N-59, N-58). */
export const watchDeadlines = (request: SweepRequest): Watched => ({ ...escalate(request), reminders: remindToRetry(request) + tellOfLateWork(request) + tellOfCapacity(request) + announceMissingYear(request) });
