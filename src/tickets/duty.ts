import type { DutyShiftRow } from '../../sheets-templates';
import { dateOf, plusDays, type Instant } from '../terms';

export interface OnDuty {
  readonly primary: string;
  readonly backup: string;
  readonly phone: string;
}

/** Who is on duty at a moment: day shift 08:30–17:30, night shift until 08:30 of the next date, or the whole day. */
export const onDuty = (roster: readonly DutyShiftRow[], at: Instant): OnDuty | null => {
  const time = at.slice(11, 16);
  const isDay = time >= '08:30' && time < '17:30';
  const today = dateOf(at);
  // A night belongs to the date on which it began.
  const nightOf = time < '08:30' ? plusDays(today, -1) : today;
  return roster.find((row) => row.shift === (isDay ? 'DAY' : 'NIGHT') && row.date === (isDay ? today : nightOf))
    ?? roster.find((row) => row.shift === 'FULL' && row.date === today)
    ?? null;
};
