/** When a clock trigger fires. */
import { createHash } from 'node:crypto';
import type { VirtualTime } from '../contract';
import { momentOf, wallTime, weekDayOf } from './zone';

export type ClockSchedule =
  | { readonly kind: 'interval'; readonly minutes: number }
  | { readonly kind: 'once'; readonly at: VirtualTime }
  /** `weekDay` (Sunday is 0) and `monthDay` narrow the days; `every` counts days or weeks from the creation. */
  | { readonly kind: 'daily'; readonly every: number; readonly weekDay: number | null; readonly monthDay: number | null; readonly hour: number; readonly offsetSeconds: number; readonly zone: string };

const minute = 60_000;
const dayLength = 86_400_000;

/** A number below `limit` that depends on nothing but the seed: drift that stays the same from run to run. */
export function seededNumber(seed: string, limit: number): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) % limit;
}

/** The first moment after `after` at which the schedule fires, or null when it has fired for the last time. */
export function nextFiring(schedule: ClockSchedule, createdAt: VirtualTime, after: VirtualTime): VirtualTime | null {
  if (schedule.kind === 'once') return schedule.at > after ? schedule.at : null;
  if (schedule.kind === 'interval') {
    const step = schedule.minutes * minute;
    return createdAt + (Math.floor((after - createdAt) / step) + 1) * step;
  }
  return nextDay(schedule, createdAt, after);
}

function nextDay(schedule: Extract<ClockSchedule, { kind: 'daily' }>, createdAt: VirtualTime, after: VirtualTime): VirtualTime | null {
  const start = wallTime(after, schedule.zone);
  const origin = wallTime(createdAt, schedule.zone);
  const firstDay = momentOf({ year: origin.year, month: origin.month, day: origin.day }, 'UTC');
  const span = schedule.monthDay === null ? 8 * Math.max(1, schedule.every) : 70;
  for (let ahead = 0; ahead <= span; ahead += 1) {
    const at = momentOf({ year: start.year, month: start.month, day: start.day + ahead, hour: schedule.hour, second: schedule.offsetSeconds }, schedule.zone);
    if (at <= after) continue;
    const wall = wallTime(at, schedule.zone);
    if (schedule.monthDay !== null && wall.day !== schedule.monthDay) continue;
    if (schedule.weekDay !== null && weekDayOf(wall) !== schedule.weekDay) continue;
    const days = Math.round((momentOf({ year: wall.year, month: wall.month, day: wall.day }, 'UTC') - firstDay) / dayLength);
    const count = schedule.weekDay === null ? days : Math.floor(days / 7);
    if (schedule.monthDay === null && count % schedule.every !== 0) continue;
    return at;
  }
  return null;
}

const weekDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Plain words, such as "every 5 minutes". */
export function describeSchedule(schedule: ClockSchedule): string {
  if (schedule.kind === 'once') return 'once';
  if (schedule.kind === 'interval') {
    const { minutes } = schedule;
    if (minutes === 60) return 'every hour';
    return minutes % 60 === 0 ? `every ${minutes / 60} hours` : minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
  }
  const hour = `around ${String(schedule.hour).padStart(2, '0')}:00 ${schedule.zone}`;
  if (schedule.monthDay !== null) return `on day ${schedule.monthDay} of the month, ${hour}`;
  if (schedule.weekDay !== null) return `${schedule.every === 1 ? 'every' : `every ${schedule.every} weeks on`} ${weekDays[schedule.weekDay] ?? ''}, ${hour}`;
  return `${schedule.every === 1 ? 'every day' : `every ${schedule.every} days`}, ${hour}`;
}
