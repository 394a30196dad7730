import { slaClocks, tickets } from '../../../sheets-templates';
import { firesLevels } from '../../deadlines';
import { addMinutes, atTime, dateOf, plusDays, type Instant } from '../../terms';
import { levelsAhead, longestMinutes, type SweepRequest } from './escalations';
import { nextReminder } from './retry-reminders';

/** Moments of a clock that a sweep has to be there for: its levels and its due moment. */
const momentsOf = (request: SweepRequest): readonly Instant[] =>
  request.draft.where(slaClocks, firesLevels).flatMap((clock) => [
    ...(clock.result === 'BREACHED_OPEN' ? [] : [clock.dueAt]),
    ...levelsAhead(request, clock).filter(({ level }) => level > clock.lastLevelFired).map(({ at }) => at),
  ]);

/** The first moment from now on at which a sweep may find something to do, given that nobody changes anything before. */
export const quietUntil = (request: SweepRequest, delivery: Instant | null): Instant => {
  const { draft, now } = request;
  const end = addMinutes(now, longestMinutes);
  const moments = [
    end, atTime(plusDays(dateOf(now), 1), '00:00'), ...(delivery === null ? [] : [delivery]), ...momentsOf(request),
    ...draft.where(tickets, () => true).flatMap((ticket) => nextReminder(request, ticket) ?? []),
  ];
  return moments.reduce((first, at) => (at < first ? at : first));
};
