/**
 * Serial numbers of dates: whole days since 1899-12-30 and the fraction of the day, on the wall clock of a time zone.
 */
const dayMilliseconds = 86_400_000;
/** 1970-01-01 as a serial number. */
const epochSerial = 25_569;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', era: 'short',
    year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** Whether the name is a time zone that dates can be told in. */
export function isTimeZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

function computeOffset(instant: number, timeZone: string): number {
  const parts = new Map(formatterOf(timeZone).formatToParts(instant).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0);
  const year = parts.get('era') === 'BC' ? 1 - number('year') : number('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, number('month') - 1, number('day'));
  wall.setUTCHours(number('hour'), number('minute'), number('second'));
  return wall.getTime() - Math.floor(instant / 1000) * 1000;
}

/** Offsets at the beginning of each day (UTC), by zone. */
const daysOfZones = new Map<string, Map<number, number>>();

function offsetAtDay(day: number, timeZone: string): number {
  const days = daysOfZones.get(timeZone) ?? new Map<number, number>();
  daysOfZones.set(timeZone, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const offset = computeOffset(day * dayMilliseconds, timeZone);
  days.set(day, offset);
  return offset;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const day = Math.floor(instant / dayMilliseconds);
  const before = offsetAtDay(day, timeZone);
  return before === offsetAtDay(day + 1, timeZone) ? before : computeOffset(instant, timeZone);
}

/** The serial number that the zone's wall clock shows at an instant (epoch milliseconds). */
export function serialOfInstant(instant: number, timeZone: string): number {
  return (instant + offsetAt(instant, timeZone)) / dayMilliseconds + epochSerial;
}

/** The instant (epoch milliseconds) at which the zone's wall clock shows a serial number; the earlier one when it shows it twice. */
export function instantOfSerial(serial: number, timeZone: string): number {
  const wall = Math.round((serial - epochSerial) * dayMilliseconds);
  const first = wall - offsetAt(wall, timeZone);
  const second = wall - offsetAt(first, timeZone);
  return first + offsetAt(first, timeZone) === wall ? Math.min(first, second + offsetAt(second, timeZone) === wall ? second : first) : second;
}

/** The serial number of a calendar date; null for a day that does not exist. Months count from 1. */
export function serialOfDate(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.getTime() / dayMilliseconds + epochSerial;
}
