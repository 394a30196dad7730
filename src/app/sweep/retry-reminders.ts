import { contactAttempts, seen, slaClocks, tickets, type Severity, type Ticket } from '../../../sheets-templates';
import { addTime, isOpen } from '../../deadlines';
import { tryAgain } from '../../text/notices/deadlines';
import { dateOf, type Instant } from '../../terms';
import { workingClass } from '../../tickets';
import { clocksOf } from '../effects/record-moment';
import type { SweepRequest } from './escalations';
import { lateTables } from './late-work';

export const retryTables = [tickets, contactAttempts, slaClocks, seen, ...lateTables] as const;

/** TK-2: 15 minutes after a failed attempt for A, B and unclassified, 60 minutes of office hours for C. */
const pause = (severity: Severity | null): { readonly mode: 'CAL' | 'BUS'; readonly minutes: number } =>
  severity === 'C' ? { mode: 'BUS', minutes: 60 } : { mode: 'CAL', minutes: 15 };

const markOf = (ticketId: string): string => `retry/${ticketId}`;

const waits = (ticket: Ticket): boolean => ticket.status === 'NEW' || ticket.status === 'TRIAGED';

const failedSince = ({ draft }: SweepRequest, ticket: Ticket): readonly Instant[] | null => {
  const attempts = draft.by(contactAttempts, 'ticketId', ticket.ticketId);
  return attempts.length === 0 || attempts.some((row) => row.outcome === 'REACHED') ? null : attempts.map((row) => row.at).sort();
};

const remember = ({ draft, now }: SweepRequest, ticketId: string): void => {
  const token = markOf(ticketId);
  if (draft.find(seen, token) === undefined) draft.insert(seen, { token, at: now, outcome: 'REMINDED' });
  else draft.update(seen, token, { at: now });
};

interface Round {
  readonly at: Instant;
  readonly attempts: number;
  readonly firstContactDue: Instant;
}

/** The next round of reminders while nobody was reached: when, and after how many attempts. */
const nextRound = (request: SweepRequest, ticket: Ticket): Round | null => {
  const { draft, calendar } = request;
  if (!waits(ticket)) return null;
  const failed = failedSince(request, ticket);
  const last = failed?.[failed.length - 1];
  const first = clocksOf(draft, ticket.ticketId).find((clock) => clock.ruleId === 'S-01' && isOpen(clock));
  if (failed === null || last === undefined || first === undefined) return null;
  const reminded = draft.find(seen, markOf(ticket.ticketId))?.at;
  const { mode, minutes } = pause(workingClass(ticket));
  return { at: addTime(calendar, mode, reminded !== undefined && reminded > last ? reminded : last, minutes), attempts: failed.length, firstContactDue: first.dueAt };
};

/** When the next reminder is due; null while none is. */
export const nextReminder = (request: SweepRequest, ticket: Ticket): Instant | null => nextRound(request, ticket)?.at ?? null;

const remind = (request: SweepRequest, ticket: Ticket): boolean => {
  const round = nextRound(request, ticket);
  if (round === null || request.now < round.at) return false;
  remember(request, ticket.ticketId);
  // Marks are thrown away after a week: the round that is due then has the moment of one before, but not its day.
  request.notify({ code: 'N-43', to: [{ role: 'SUP' }, { staffId: ticket.ownerStaff }], objectId: ticket.ticketId, cycle: `retry-${round.at}-${dateOf(request.now)}`, severity: workingClass(ticket), message: tryAgain(ticket.ticketId, ticket.projectName, round.attempts, round.firstContactDue) });
  return true;
};

/** nobody forgets to keep trying. One reminder a round, however late the sweep; returns how many went out. */
export const remindToRetry = (request: SweepRequest): number =>
  request.draft.where(tickets, waits).filter((ticket) => remind(request, ticket)).length;
