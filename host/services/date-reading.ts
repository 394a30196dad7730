/** Dates read by Java's SimpleDateFormat patterns, leniently, as `Utilities.parseDate` does. */
import type { VirtualTime } from '../contract';
import { GuestError } from '../kernel/host-object';
import { knownZone, momentOf, wallTime, weekDayOf } from '../kernel/zone';
import { days, months } from './date-pattern';

/** What the pattern has found so far. */
interface Found {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  afternoon: boolean | null;
  yearDay: number | null;
  weekDay: number | null;
  zone: string | null;
  beforeChrist: boolean;
}

type Reader = (text: string, found: Found, width: number) => void;

const set = (name: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond', shift = 0): Reader => (text, found) => {
  found[name] = Number(text) + shift;
};
const place = (names: readonly string[], text: string): number => names.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());

const numbers: Readonly<Record<string, Reader>> = {
  y: (text, found, width) => {
    found.year = Number(text);
    // Two digits mean the century around today, from eighty years back to twenty ahead.
    if (width <= 2 && text.length === 2) found.year += found.year < 46 ? 2000 : 1900;
  },
  M: set('month'), L: set('month'), d: set('day'), H: set('hour'), k: set('hour'), K: set('hour'), h: set('hour'), m: set('minute'), s: set('second'), S: set('millisecond'),
  D: (text, found) => {
    found.yearDay = Number(text);
  },
  u: (text, found) => {
    found.weekDay = Number(text) % 7;
  },
};
const words: Readonly<Record<string, readonly [RegExp, Reader]>> = {
  a: [/^(am|pm)/i, (text, found) => {
    found.afternoon = text.toLowerCase() === 'pm';
  }],
  E: [new RegExp(`^(?:${days.flatMap((day) => [day, day.slice(0, 3)]).join('|')})`, 'i'), (text, found) => {
    found.weekDay = place(days, text);
  }],
  M: [new RegExp(`^(?:${months.flatMap((month) => [month, month.slice(0, 3)]).join('|')})`, 'i'), (text, found) => {
    found.month = place(months, text) + 1;
  }],
  G: [/^(AD|BC)/i, (text, found) => {
    found.beforeChrist = text.toUpperCase() === 'BC';
  }],
  z: [/^(?:(?:GMT|UTC)?[+-]\d{1,2}:?\d{2}|GMT|UTC|Z|[A-Z]{2,5})/i, (text, found) => {
    found.zone = text;
  }],
};

/** @throws GuestError when the text does not follow the pattern */
export function parseDate(text: string, zoneName: string, pattern: string): VirtualTime {
  const unparseable = (): GuestError => new GuestError(`Unparseable date: "${text}"`);
  const found: Found = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0, afternoon: null, yearDay: null, weekDay: null, zone: null, beforeChrist: false };
  const tokens = [...pattern.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g)];
  let at = 0;
  for (const [index, [token, quoted, letter]] of tokens.entries()) {
    const rest = text.slice(at);
    if (letter === undefined) {
      const literal = quoted === undefined ? token : quoted === '' ? "'" : quoted.replaceAll("''", "'");
      if (!rest.startsWith(literal)) throw unparseable();
      at += literal.length;
      continue;
    }
    const blank = /^[ \t]*/.exec(rest)?.[0].length ?? 0;
    const asWord = letter === 'z' || letter === 'Z' || letter === 'X' ? words['z'] : letter === 'L' ? words['M'] : words[letter];
    const named = asWord && (!(letter in numbers) || token.length >= 3) ? asWord[0].exec(rest.slice(blank)) : null;
    if (named && asWord) {
      asWord[1](named[0], found, token.length);
      at += blank + named[0].length;
      continue;
    }
    const read = numbers[letter];
    if (!read) throw letter in words || 'ZX'.includes(letter) ? unparseable() : new GuestError(`Illegal pattern character '${letter}'`);
    // Only where another number follows at once does the pattern's width count.
    const tight = tokens[index + 1]?.[2] !== undefined;
    const digits = new RegExp(`^-?\\d${tight ? `{1,${token.length}}` : '+'}`).exec(rest.slice(blank))?.[0];
    if (digits === undefined) throw unparseable();
    read(digits, found, token.length);
    at += blank + digits.length;
  }
  return moment(found, zoneName);
}

function moment(found: Found, zoneName: string): VirtualTime {
  const offset = found.zone === null ? null : (knownZone(found.zone) ?? knownZone(found.zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')));
  const zone = offset ?? knownZone(zoneName) ?? 'UTC';
  const hour = found.afternoon === null ? found.hour : (found.hour % 12) + (found.afternoon ? 12 : 0);
  const date = found.yearDay === null ? { month: found.month, day: found.day } : { month: 1, day: found.yearDay };
  const year = found.beforeChrist ? 1 - found.year : found.year;
  const time = momentOf({ year, ...date, hour: hour === 24 ? 0 : hour, minute: found.minute, second: found.second, millisecond: found.millisecond }, zone);
  // A day of the week alone means the one in the week of the epoch, as a lenient calendar resolves it.
  const alone = found.weekDay !== null && found.year === 1970 && found.month === 1 && found.day === 1;
  return alone ? time + (((found.weekDay ?? 0) - weekDayOf(wallTime(time, zone)) + 7) % 7) * 86_400_000 : time;
}
