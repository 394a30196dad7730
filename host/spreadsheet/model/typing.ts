/**
 * What typed text becomes in a cell: a number, a date, a truth value, a formula or text. Also what `USER_ENTERED` and
 * `setValues` do with strings.
 */
import { parseValue } from 'numfmt';
import type { CellFormat } from '../schema/shapes';
import type { CellValue } from './cell';
import { customsOf, type Customs } from './locale';
import { keepsText } from './number-format';
import { serialOfDate } from './serial-date';

export interface TypingContext {
  /** Of the spreadsheet, such as `zh_CN`. */
  readonly locale: string;
  /** The year that dates without one belong to. */
  readonly year: number;
}

export interface Typed {
  readonly value: CellValue | null;
  readonly formula?: string;
  /** The pattern the text suggests; it counts only where the cell has no number format yet. */
  readonly pattern?: string;
}

/** Longer text than this is no number or date. */
const longestNumber = 64;

const time = String.raw`(?:[ T]\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?`;

interface DateForm {
  readonly expression: RegExp;
  /** Which groups hold year, month and day; no year means the current one. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly pattern: string;
}

const yearFirst: readonly DateForm[] = [
  { expression: new RegExp(String.raw`^(\d{4})年(\d{1,2})月(\d{1,2})日${time}$`), year: 1, month: 2, day: 3, pattern: 'yyyy"年"m"月"d"日"' },
  { expression: new RegExp(String.raw`^(\d{1,2})月(\d{1,2})日${time}$`), year: null, month: 1, day: 2, pattern: 'm"月"d"日"' },
  { expression: new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})${time}$`), year: 1, month: 2, day: 3, pattern: 'yyyy-mm-dd' },
  { expression: new RegExp(String.raw`^(\d{4})/(\d{1,2})/(\d{1,2})${time}$`), year: 1, month: 2, day: 3, pattern: 'yyyy/m/d' },
  { expression: new RegExp(String.raw`^(\d{4})\.(\d{1,2})\.(\d{1,2})${time}$`), year: 1, month: 2, day: 3, pattern: 'yyyy.m.d' },
];
const monthFirst: readonly DateForm[] = [
  ...yearFirst,
  { expression: new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${time}$`), year: 3, month: 1, day: 2, pattern: 'm/d/yyyy' },
  { expression: /^(\d{1,2})\/(\d{1,2})$/, year: null, month: 1, day: 2, pattern: 'm/d' },
  { expression: /^(\d{1,2})-(\d{1,2})$/, year: null, month: 1, day: 2, pattern: 'm-d' },
];
const dayFirst: readonly DateForm[] = [
  ...yearFirst,
  { expression: new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${time}$`), year: 3, month: 2, day: 1, pattern: 'd/m/yyyy' },
  { expression: /^(\d{1,2})\/(\d{1,2})$/, year: null, month: 2, day: 1, pattern: 'd/m' },
  { expression: /^(\d{1,2})-(\d{1,2})$/, year: null, month: 2, day: 1, pattern: 'd-m' },
];
const dotted: DateForm = { expression: new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4})${time}$`), year: 3, month: 2, day: 1, pattern: 'd.m.yyyy' };
const dayFirstDotted: readonly DateForm[] = [dotted, ...dayFirst];

const dateFormsOf = (customs: Customs): readonly DateForm[] => (customs.dottedDays ? dayFirstDotted : customs.dayFirst ? dayFirst : monthFirst);

function parseDate(text: string, year: number, customs: Customs): Typed | null {
  for (const form of dateFormsOf(customs)) {
    const match = form.expression.exec(text);
    if (!match) continue;
    const part = (index: number): number => Number(match[index] ?? 0);
    const date = serialOfDate(form.year === null ? year : part(form.year), part(form.month), part(form.day));
    if (date === null) return null;
    const clock = form.year === null ? 3 : 4;
    const [hours, minutes, seconds] = [part(clock), part(clock + 1), part(clock + 2)];
    if (match[clock] === undefined) return { value: date, pattern: form.pattern };
    if (hours > 23 || minutes > 59 || seconds > 59) return null;
    const withSeconds = match[clock + 2] === undefined ? '' : ':ss';
    return { value: date + (hours * 3600 + minutes * 60 + seconds) / 86_400, pattern: `${form.pattern} hh:mm${withSeconds}` };
  }
  return null;
}

/** More hours than a day has, with minutes and seconds, are a length of time. */
function parseDuration(text: string): Typed | null {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^(\d{2,4}):([0-5]\d):([0-5]\d)$/.exec(text) ?? [];
  if (Number(hours) < 24) return null;
  return { value: (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400, pattern: '[h]:mm:ss' };
}

/** Text made of one digit or currency sign at least: everything else need not be tried. */
const mayBeNumber = /^[-+(.$¥￥€£\d\s]/;
/** Such as `Jan 5, 2026`. */
const mayBeEnglishDate = /^[A-Za-z]{3,9}\.? \d{1,2},? \d{4}\b/;
/** Points between digits part thousands where fractions stand behind a comma; elsewhere they make the text no number. */
const misplacedPoint = (text: string): boolean => /\d\.\d/.test(text) && !/^\D*\d{1,3}(?:\.\d{3})+(?:,\d+)?\D*$/.test(text);

/** A number with its sign, such as `+5%` or `+1,234.5`. */
const signedNumber = /^\+\s*[$¥￥€£]?\s*[\d.,]*\d[\d.,]*(?:e[-+]?\d+)?\s*%?\s*$/i;

/** Whether typed text is a formula: it begins with `=`, or with `+` and is more than a number. */
export const beginsFormula = (text: string): boolean => text.length > 1 && (text.startsWith('=') || (text.startsWith('+') && !signedNumber.test(text)));

/** What typed text becomes in a cell of this format. */
export function parseTyped(text: string, numberFormat: CellFormat['numberFormat'], context: TypingContext): Typed {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (keepsText(numberFormat)) return { value: text };
  if (beginsFormula(text)) return { value: null, formula: text.startsWith('=') ? text : `=${text}` };
  const trimmed = text.trim();
  if (trimmed.length > longestNumber || trimmed === '') return { value: text };
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  const customs = customsOf(context.locale);
  if (!mayBeNumber.test(trimmed) && !(context.locale.startsWith('en') && mayBeEnglishDate.test(trimmed))) return { value: text };
  const date = parseDate(trimmed, context.year, customs) ?? parseDuration(trimmed);
  if (date) return date;
  if (customs.decimalComma && misplacedPoint(trimmed)) return { value: text };
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(trimmed)) return { value: text };
  const parsed = parseValue(trimmed.replace('￥', '¥'), { locale: customs.formatter });
  if (!parsed || typeof parsed.v !== 'number') return { value: text };
  return { value: parsed.v, ...(parsed.z === undefined ? {} : { pattern: parsed.z }) };
}

/** What a rule compares with: plain numbers are written alike in every locale there, everything else as it is typed. */
export function parseOperand(text: string, context: TypingContext): CellValue | null {
  return /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : parseTyped(text, undefined, context).value;
}
