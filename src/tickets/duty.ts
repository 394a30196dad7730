import type { DutyShiftRow } from '../../sheets-templates';
import { dateOf, plusDays, weekdayOf, type Instant, type LocalDate } from '../terms';

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

const daysAhead = 7;

/** Shifts from a date on, for a week, that the person on duty has not confirmed yet; the next one first (N-53). */
export const shiftsToConfirm = (roster: readonly DutyShiftRow[], from: LocalDate): readonly DutyShiftRow[] =>
  roster.filter(({ date, acknowledgedAt }) => acknowledgedAt === null && date >= from && date < plusDays(from, daysAhead)).sort((one, other) => (one.date < other.date ? -1 : 1));

/** The Monday of a date's week. */
export const mondayOf = (date: LocalDate): LocalDate => plusDays(date, -((weekdayOf(date) + 6) % 7));

/** Dates of a week on which nobody, or no backup, answers for some of the day (S-49). */
export const rosterGaps = (roster: readonly DutyShiftRow[], monday: LocalDate): readonly LocalDate[] =>
  Array.from({ length: 7 }, (_unused, index) => plusDays(monday, index)).filter((date) => {
    const shifts = roster.filter((row) => row.date === date && row.primary !== '' && row.backup !== '').map(({ shift }) => shift);
    return !shifts.includes('FULL') && !(shifts.includes('DAY') && shifts.includes('NIGHT'));
  });
