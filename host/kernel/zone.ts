/** Wall clocks of time zones. */
import type { VirtualTime } from '../contract';

/** A wall-clock reading. Month from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** Whether the machine knows the zone, by IANA name, `GMT` or an offset such as `GMT+8` or `+08:00`. */
export function knownZone(zone: string): string | null {
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  const name = offset ? `${offset[1]}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}` : zone === 'GMT' || zone === 'Z' ? 'UTC' : zone;
  try {
    formatOf(name);
    return name;
  } catch {
    return null;
  }
}

/** @throws RangeError for an unknown zone or an invalid time */
export function wallTime(time: VirtualTime, zone: string): WallTime {
  const parts = new Map(formatOf(zone).formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  return {
    year: parts.get('era') === 'BC' ? 1 - part('year') : part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
    millisecond: ((time % 1000) + 1000) % 1000,
  };
}

/** The reading as if it were UTC. */
const asUtc = (wall: WallTime): number => {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
  return date.getTime();
};

/** Milliseconds by which the zone is ahead of UTC. */
export const offsetAt = (time: VirtualTime, zone: string): number => asUtc(wallTime(time, zone)) - time;

/** The moment of a reading; days, hours and so on may run over, as in 32 January. */
export function momentOf(wall: Partial<WallTime> & Pick<WallTime, 'year' | 'month' | 'day'>, zone: string): VirtualTime {
  const local = asUtc({ hour: 0, minute: 0, second: 0, millisecond: 0, ...wall });
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
}

/** Day of the week, Sunday is 0. */
export const weekDayOf = (wall: WallTime): number => new Date(asUtc({ ...wall, hour: 12 })).getUTCDay();
