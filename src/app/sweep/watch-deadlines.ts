import { escalate, type Escalated, type SweepRequest } from './escalations';
import { remindToRetry } from './retry-reminders';

export interface Watched extends Escalated {
  readonly reminders: number;
}

/** Overdue clocks, the escalation ladder and reminders to keep calling (TK-2, 4.5). */
export const watchDeadlines = (request: SweepRequest): Watched => ({ ...escalate(request), reminders: remindToRetry(request) });
