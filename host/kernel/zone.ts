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

/** A zone that is nothing but an offset, such as `+08:00`. */
const fixedZone = /^([+-])(\d\d):(\d\d)$/;

/** The name under which this file knows a zone given by IANA name, `GMT`, or an offset such as `GMT+8` or `+08:00`; null for an unknown one. */
export function knownZone(zone: string): string | null {
  const offset = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (offset) return `${offset[1] ?? ''}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}`;
  const name = zone === 'GMT' || zone === 'Z' ? 'UTC' : zone;
  try {
    formatOf(name);
    return name;
  } catch {
    return null;
  }
}

/** The zone's name at a moment, such as `China Standard Time` or `GMT+08:00`. */
export function zoneName(time: VirtualTime, zone: string, style: 'short' | 'long'): string {
  if (fixedZone.test(zone)) return `GMT${zone}`;
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style }).formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** The reading as if it were UTC. */
const asUtc = (wall: WallTime): number => {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
  return date.getTime();
};

/** No zone changes its offset within a quarter of an hour. */
const bucketLength = 900_000;
const bucketsKept = 50_000;
const offsets = new Map<string, Map<number, number>>();

function measureOffset(time: VirtualTime, zone: string): number {
  const parts = new Map(formatOf(zone).formatToParts(time).map(({ type, value }) => [type, value]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => Number(parts.get(name));
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
  return asUtc({ year, month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute'), second: part('second'), millisecond: 0 }) - time;
}

/** Milliseconds by which the zone is ahead of UTC. @throws RangeError for an unknown zone or an invalid time */
export function offsetAt(time: VirtualTime, zone: string): number {
  if (zone === 'UTC') return 0;
  const fixed = fixedZone.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  const known = offsets.get(zone) ?? new Map<number, number>();
  if (known.size === 0) offsets.set(zone, known);
  const bucket = Math.floor(time / bucketLength);
  let offset = known.get(bucket);
  if (offset === undefined) {
    offset = measureOffset(bucket * bucketLength, zone);
    if (known.size >= bucketsKept) known.clear();
    known.set(bucket, offset);
  }
  return offset;
}

/** @throws RangeError for an unknown zone or an invalid time */
export function wallTime(time: VirtualTime, zone: string): WallTime {
  const shifted = new Date(time + offsetAt(time, zone));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    millisecond: shifted.getUTCMilliseconds(),
  };
}

/** The moment of a reading; days, hours and so on may run over, as in 32 January. */
export function momentOf(wall: Partial<WallTime> & Pick<WallTime, 'year' | 'month' | 'day'>, zone: string): VirtualTime {
  const local = asUtc({ hour: 0, minute: 0, second: 0, millisecond: 0, ...wall });
  const guess = local - offsetAt(local, zone);
  return local - offsetAt(guess, zone);
}

/** Day of the week, Sunday is 0. */
export const weekDayOf = (wall: WallTime): number => new Date(asUtc({ ...wall, hour: 12 })).getUTCDay();
