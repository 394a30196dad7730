import { day, hour, minute, startOfDay, weekday, writtenDate } from '../../test/simulation/moments';
import type { Random } from '../../test/simulation/random';

/** Working days that the spring's holidays of 2026 take away, and weekends that they are made up on. */
const holidays: ReadonlySet<string> = new Set(['2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05']);
const madeUp: ReadonlySet<string> = new Set(['2026-05-09']);

export const isWorkDay = (moment: number): boolean => {
  const date = writtenDate(moment);
  return madeUp.has(date) || (![0, 6].includes(weekday(moment)) && !holidays.has(date));
};

const opens = 8.5 * hour;
const closes = 17.25 * hour;

/** The moment itself in office hours, else the next morning at work, some minutes after it begins. */
export const atWork = (moment: number, random: Random): number => {
  const midnight = startOfDay(moment);
  if (isWorkDay(moment) && moment >= midnight + opens && moment <= midnight + closes) return moment;
  let next = moment < midnight + opens ? midnight : midnight + day;
  while (!isWorkDay(next)) next += day;
  return next + opens + random.integer(2, 45) * minute;
};

/** The moment itself by day, else the next morning: nobody is woken to sign, nor begins work on a switchboard at night. */
export const byDay = (moment: number, random: Random): number => {
  const midnight = startOfDay(moment);
  if (moment >= midnight + 8 * hour && moment <= midnight + 20.5 * hour) return moment;
  return (moment < midnight + 8 * hour ? midnight : midnight + day) + 8 * hour + random.integer(10, 50) * minute;
};

/** So many working days later, at an hour of that day; for none, the day itself or the first working day after it. */
export const workDaysLater = (moment: number, days: number, atHour: number): number => {
  let date = startOfDay(moment);
  for (let left = days; left > 0 || !isWorkDay(date); ) {
    date += day;
    if (isWorkDay(date)) left -= 1;
  }
  return date + Math.round(atHour * 60) * minute;
};
