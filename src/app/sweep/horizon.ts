import { slaClocks, tickets } from '../../../sheets-templates';
import { isOpen, levelsOf } from '../../deadlines';
import { addMinutes, atTime, dateOf, plusDays, type Instant } from '../../terms';
import { circumstancesOf, type SweepRequest } from './escalations';
import { nextReminder } from './retry-reminders';

/** Whatever is found, everything is looked at again after so many minutes: cells may have been changed by hand. */
const longestMinutes = 30;

/** Moments of a clock within the span that a sweep has to be there for: its levels and its due moment. */
const momentsOf = (request: SweepRequest, end: Instant): readonly Instant[] =>
  request.draft.where(slaClocks, (clock) => isOpen(clock) && clock.result !== 'PAUSED').flatMap((clock) => [
    ...(clock.result === 'BREACHED_OPEN' ? [] : [clock.dueAt]),
    ...levelsOf(clock, { ...circumstancesOf(request, clock), now: end }).filter(({ level }) => level > clock.lastLevelFired).map(({ at }) => at),
  ]);

/** The first moment from now on at which a sweep may find something to do, given that nobody changes anything before. */
export const quietUntil = (request: SweepRequest, delivery: Instant | null): Instant => {
  const { draft, now } = request;
  const end = addMinutes(now, longestMinutes);
  const moments = [
    end, atTime(plusDays(dateOf(now), 1), '00:00'), ...(delivery === null ? [] : [delivery]), ...momentsOf(request, end),
    ...draft.where(tickets, () => true).flatMap((ticket) => nextReminder(request, ticket) ?? []),
  ];
  return moments.reduce((first, at) => (at < first ? at : first));
};
