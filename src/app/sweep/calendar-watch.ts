import { seen } from '../../../sheets-templates';
import type { Calendar } from '../../deadlines';
import { calendarMissing } from '../../text/notices/health';
import { atTime, dateOf, monthOf, type Instant } from '../../terms';
import type { SweepRequest } from './escalations';

/** A year whose list of holidays should be there and is not: the present one, and from 1 December the next (N-58). */
export const missingYear = (calendar: Calendar, month: string): string | undefined => {
  const year = month.slice(0, 4);
  const wanted = month.endsWith('-12') ? [year, String(Number(year) + 1)] : [year];
  return wanted.find((one) => !calendar.years.has(one));
};

const morning = '08:30';
const again = 7;

/** Once a week from 08:30 on, until it is loaded. Returns how often it was said. */
export const announceMissingYear = ({ draft, now, calendar, notify }: SweepRequest): number => {
  const year = missingYear(calendar, monthOf(now));
  if (year === undefined || now < atTime(dateOf(now), morning)) return 0;
  const token = `calendar/${year}`;
  const said = draft.find(seen, token);
  if (said !== undefined && daysSince(said.at, now) < again) return 0;
  if (said === undefined) draft.insert(seen, { token, at: now, outcome: 'TOLD' });
  else draft.update(seen, token, { at: now });
  notify({ code: 'N-58', to: [{ role: 'ADM' }, { role: 'TSM' }], objectId: token, cycle: dateOf(now), message: calendarMissing(year) });
  return 1;
};

const daysSince = (at: Instant, now: Instant): number => (Date.parse(now) - Date.parse(at)) / 86_400_000;
