/** Dates by Java's SimpleDateFormat patterns, in English, as `Utilities.formatDate` writes them. */
import type { VirtualTime } from '../contract';
import { GuestError } from '../kernel/host-object';
import { knownZone, momentOf, offsetAt, wallTime, weekDayOf, zoneName, type WallTime } from '../kernel/zone';

interface Reading {
  readonly wall: WallTime;
  readonly time: VirtualTime;
  readonly zone: string;
  /** Day of the year, from 1. */
  readonly yearDay: number;
  readonly weekDay: number;
}

export const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const number = (value: number, width: number): string => String(value).padStart(width, '0');
const named = (name: string | undefined, width: number): string => (width >= 4 ? (name ?? '') : (name ?? '').slice(0, 3));
const year = (value: number, width: number): string => (width === 2 ? number(value % 100, 2) : number(value, width));

/** Week of the year that starts on Sunday; the week of 1 January is the first. */
function week({ wall, yearDay, weekDay }: Reading): { readonly week: number; readonly year: number } {
  const counted = Math.floor((yearDay - 1 + ((weekDay - (yearDay - 1)) % 7 + 7) % 7) / 7) + 1;
  const leap = (wall.year % 4 === 0 && wall.year % 100 !== 0) || wall.year % 400 === 0;
  const daysLeft = (leap ? 366 : 365) - yearDay;
  return daysLeft + weekDay < 6 ? { week: 1, year: wall.year + 1 } : { week: counted, year: wall.year };
}

function offset({ time, zone }: Reading, colon: boolean): string {
  const minutes = Math.round(offsetAt(time, zone) / 60000);
  const distance = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${number(Math.floor(distance / 60), 2)}${colon ? ':' : ''}${number(distance % 60, 2)}`;
}

/** Java's abbreviations of zones for which the language's own formats only tell an offset. */
const abbreviations: Readonly<Record<string, string>> = {
  'China Standard Time': 'CST', 'Hong Kong Standard Time': 'HKT', 'Taipei Standard Time': 'CST', 'Japan Standard Time': 'JST', 'Korean Standard Time': 'KST', 'Singapore Standard Time': 'SGT',
  'India Standard Time': 'IST', 'Central European Standard Time': 'CET', 'Central European Summer Time': 'CEST', 'Eastern European Standard Time': 'EET', 'Eastern European Summer Time': 'EEST',
  'Western European Standard Time': 'WET', 'Western European Summer Time': 'WEST', 'British Summer Time': 'BST', 'Greenwich Mean Time': 'GMT', 'Moscow Standard Time': 'MSK',
  'Australian Eastern Standard Time': 'AEST', 'Australian Eastern Daylight Time': 'AEDT', 'Coordinated Universal Time': 'GMT',
};
const shortZoneName = (time: VirtualTime, zone: string): string => abbreviations[zoneName(time, zone, 'long')] ?? zoneName(time, zone, 'short');

const letters: Readonly<Record<string, (reading: Reading, width: number) => string>> = {
  G: ({ wall }) => (wall.year > 0 ? 'AD' : 'BC'),
  y: ({ wall }, width) => year(wall.year, width),
  Y: (reading, width) => year(week(reading).year, width),
  M: ({ wall }, width) => (width >= 3 ? named(months[wall.month - 1], width) : number(wall.month, width)),
  L: ({ wall }, width) => (width >= 3 ? named(months[wall.month - 1], width) : number(wall.month, width)),
  w: (reading, width) => number(week(reading).week, width),
  W: ({ wall, weekDay }, width) => number(Math.floor((wall.day - 1 + (((weekDay - wall.day + 1) % 7) + 7) % 7) / 7) + 1, width),
  D: ({ yearDay }, width) => number(yearDay, width),
  d: ({ wall }, width) => number(wall.day, width),
  F: ({ wall }, width) => number(Math.floor((wall.day - 1) / 7) + 1, width),
  E: ({ weekDay }, width) => named(days[weekDay], width),
  u: ({ weekDay }, width) => number(weekDay === 0 ? 7 : weekDay, width),
  a: ({ wall }) => (wall.hour < 12 ? 'AM' : 'PM'),
  H: ({ wall }, width) => number(wall.hour, width),
  k: ({ wall }, width) => number(wall.hour === 0 ? 24 : wall.hour, width),
  K: ({ wall }, width) => number(wall.hour % 12, width),
  h: ({ wall }, width) => number(wall.hour % 12 === 0 ? 12 : wall.hour % 12, width),
  m: ({ wall }, width) => number(wall.minute, width),
  s: ({ wall }, width) => number(wall.second, width),
  S: ({ wall }, width) => number(wall.millisecond, width),
  z: ({ time, zone }, width) => (width >= 4 ? zoneName(time, zone, 'long') : shortZoneName(time, zone)),
  Z: (reading) => offset(reading, false),
  X: (reading, width) => (offsetAt(reading.time, reading.zone) === 0 ? 'Z' : width === 1 ? offset(reading, false).slice(0, 3) : offset(reading, width >= 3)),
};

/** @throws GuestError for an invalid date, an unknown zone is read as GMT as in Java */
export function formatDate(time: VirtualTime, zoneNameGiven: string, pattern: string): string {
  if (Number.isNaN(time)) throw new GuestError('Invalid argument: date');
  const zone = knownZone(zoneNameGiven) ?? 'UTC';
  const wall = wallTime(time, zone);
  const startOfYear = momentOf({ year: wall.year, month: 1, day: 1 }, 'UTC');
  const yearDay = Math.round((momentOf({ year: wall.year, month: wall.month, day: wall.day }, 'UTC') - startOfYear) / 86_400_000) + 1;
  const reading: Reading = { wall, time, zone, yearDay, weekDay: weekDayOf(wall) };
  if ((pattern.split("'").length - 1) % 2 === 1) throw new GuestError('Unterminated quote');
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token: string, quoted: string | undefined, letter: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    const write = letters[letter ?? ''];
    if (!write) throw new GuestError(`Illegal pattern character '${letter ?? ''}'`);
    return write(reading, token.length);
  });
}
