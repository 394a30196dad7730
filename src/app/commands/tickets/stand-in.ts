import { dutyRoster, slaClocks, type SlaClock, type Ticket } from '../../../../sheets-templates';
import { isOpen } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { addMinutes, minutesBetween, type Instant } from '../../../terms';
import { onDuty } from '../../../tickets';

/** Tables that tell who stands in for the supervisor. */
export const standInTables = [dutyRoster, slaClocks] as const;

const half = ({ startAt, dueAt }: SlaClock): Instant => addMinutes(startAt, minutesBetween(startAt, dueAt) / 2);

/** Urgent work of the supervisor's that has waited long enough for the ladder to call others: half of its limit, or the class overdue. */
const waitsTooLong = (clock: SlaClock, now: Instant): boolean =>
  isOpen(clock) && !clock.isTargetOnly && clock.clockMode === 'CAL' && (clock.ruleId === 'S-40' ? now > clock.dueAt : ['S-01', 'S-03', 'S-06'].includes(clock.ruleId) && now >= half(clock));

/** 6.3: the duty backup acts for a supervisor who does not, on urgent tickets; null while nobody has to. */
export const standIn = (draft: Draft, ticket: Ticket, now: Instant): string | null =>
  draft.by(slaClocks, 'objectId', ticket.ticketId).some((clock) => waitsTooLong(clock, now)) ? onDuty(draft.all(dutyRoster), now)?.backup ?? null : null;
