import { addDays } from 'date-fns/addDays';
import { UTCDate } from '@date-fns/utc';

declare const instantBrand: unique symbol;
declare const localDateBrand: unique symbol;

/**
 * A moment, written with its zone: `2026-03-03T09:10:00+08:00`. Always seconds, always the company's zone, so
 * that comparing two instants as text compares them in time. Regulation 0.3: one zone, Asia/Shanghai, UTC+8
 * without daylight saving.
 */
export type Instant = string & { readonly [instantBrand]: true };

/** A calendar date of the company's zone: `2026-03-03`. */
export type LocalDate = string & { readonly [localDateBrand]: true };

export const timeZone = 'Asia/Shanghai';
const offset = '+08:00';
const offsetSeconds = 8 * 60 * 60;
const daySeconds = 24 * 60 * 60;
const dayMilliseconds = 24 * 60 * 60 * 1000;

const instantPattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?(\+08:00)?$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;

/** Dates by days since 1970: sheets hold thousands of moments on the same few of them. */
const datesByDay = new Map<number, string>();

const dateOfDay = (day: number): string => {
  const known = datesByDay.get(day) ?? new Date(day * dayMilliseconds).toISOString().slice(0, 10);
  datesByDay.set(day, known);
  return known;
};

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** The moment of an epoch count in milliseconds; parts of a second are dropped. */
export const instantAt = (epochMilliseconds: number): Instant => {
  const local = Math.floor(epochMilliseconds / 1000) + offsetSeconds;
  const day = Math.floor(local / daySeconds);
  const second = local - day * daySeconds;
  return `${dateOfDay(day)}T${twoDigits(Math.floor(second / 3600))}:${twoDigits(Math.floor(second / 60) % 60)}:${twoDigits(second % 60)}${offset}` as Instant;
};

export const epochOf = (instant: Instant): number => Date.parse(instant);

/** Reads `2026-03-03 09:10[:00]`, with or without `T` and offset; null for anything else. */
export const parseInstant = (text: string): Instant | null => {
  const match = instantPattern.exec(text.trim());
  if (!match) return null;
  const epoch = Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}:${match[3] ?? '00'}${offset}`);
  if (Number.isNaN(epoch)) return null;
  const instant = instantAt(epoch);
  // 24:00 and 30 February are not moments as written.
  return instant.startsWith(`${match[1] ?? ''}T${match[2] ?? ''}`) ? instant : null;
};

/** Reads `2026-03-03` if that date exists. */
export const parseDate = (text: string): LocalDate | null => {
  const trimmed = text.trim();
  if (!datePattern.test(trimmed)) return null;
  const epoch = Date.parse(`${trimmed}T00:00:00Z`);
  return Number.isNaN(epoch) || new Date(epoch).toISOString().slice(0, 10) !== trimmed ? null : (trimmed as LocalDate);
};

/** For literals in tables and tests: throws on what is not a moment. */
export const instant = (text: string): Instant => {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`Not a moment: ${text}`);
  return parsed;
};

/** For literals in tables and tests: throws on what is not a date. */
export const localDate = (text: string): LocalDate => {
  const parsed = parseDate(text);
  if (parsed === null) throw new Error(`Not a date: ${text}`);
  return parsed;
};

export const dateOf = (moment: Instant): LocalDate => moment.slice(0, 10) as LocalDate;

/** Minutes since midnight, with seconds as a fraction. */
export const minuteOfDay = (moment: Instant): number =>
  Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) + Number(moment.slice(17, 19)) / 60;

/** The moment `minutes` after midnight of a date; 1440 is 24:00, the next date's midnight. */
export const atMinute = (date: LocalDate, minutes: number): Instant =>
  instantAt(Date.parse(`${date}T00:00:00${offset}`) + Math.round(minutes * 60) * 1000);

/** The moment of a wall-clock time such as `17:30` on a date. */
export const atTime = (date: LocalDate, time: string): Instant =>
  atMinute(date, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)));

export const addMinutes = (moment: Instant, minutes: number): Instant =>
  instantAt(epochOf(moment) + Math.round(minutes * 60) * 1000);

export const minutesBetween = (from: Instant, to: Instant): number => (epochOf(to) - epochOf(from)) / 60000;

const asUtc = (date: LocalDate): UTCDate => new UTCDate(Date.parse(`${date}T00:00:00Z`));

export const fromUtc = (date: Date): LocalDate => new Date(date.getTime()).toISOString().slice(0, 10) as LocalDate;

/** Calendar arithmetic of dates goes through date-fns on UTC midnights, where no zone can interfere. */
export const withUtc = (date: LocalDate, change: (utc: UTCDate) => Date): LocalDate => fromUtc(change(asUtc(date)));

/** Calendars ask for the same few dates thousands of times a run. */
const remembered = <Value>(count: (date: LocalDate, days: number) => Value): ((date: LocalDate, days?: number) => Value) => {
  const known = new Map<string, Value>();
  return (date, days = 0) => {
    const asked = `${date}${days}`;
    const value = known.get(asked) ?? count(date, days);
    known.set(asked, value);
    return value;
  };
};

export const plusDays: (date: LocalDate, days: number) => LocalDate = remembered((date, days) => withUtc(date, (utc) => addDays(utc, days)));

export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / dayMilliseconds);

/** 0 is Sunday. */
export const weekdayOf: (date: LocalDate) => number = remembered((date) => asUtc(date).getUTCDay());

export const earlier = <T extends Instant | LocalDate>(one: T, other: T): T => (one <= other ? one : other);
export const later = <T extends Instant | LocalDate>(one: T, other: T): T => (one >= other ? one : other);

/** `2026-03` */
export const monthOf = (date: LocalDate | Instant): string => date.slice(0, 7);

/** How people read a moment: `2026-03-03 09:10`. */
export const showInstant = (moment: Instant): string => moment.slice(0, 16).replace('T', ' ');
