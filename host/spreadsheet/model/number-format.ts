/** Number formats: what kind they are and what a cell shows through them. */
import { format, getFormatInfo, isDateFormat, isValidFormat } from 'numfmt';
import type { CellFormat, Message } from '../schema/shapes';
import { effectiveValue, type Cell, type CellValue } from './cell';
import { customsOf, type Customs } from './locale';

type NumberFormat = Message<'NumberFormat'>;
type NumberFormatType = NonNullable<NumberFormat['type']>;

const typesByKind: Readonly<Record<string, NumberFormatType>> = {
  currency: 'CURRENCY', date: 'DATE', datetime: 'DATE_TIME', time: 'TIME', percent: 'PERCENT', scientific: 'SCIENTIFIC', text: 'TEXT',
};

/** Patterns for formats that name only a type, by language of the spreadsheet; `*` is for all others. */
const defaultPatterns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DATE: { zh: 'yyyy-mm-dd', '*': 'm/d/yyyy' },
  TIME: { zh: 'h:mm:ss', '*': 'h:mm:ss am/pm' },
  DATE_TIME: { zh: 'yyyy-mm-dd h:mm:ss', '*': 'm/d/yyyy h:mm:ss' },
  NUMBER: { '*': '#,##0.00' },
  PERCENT: { '*': '0.00%' },
  CURRENCY: { zh: '¥#,##0.00', '*': '$#,##0.00' },
  SCIENTIFIC: { '*': '0.00E+00' },
  TEXT: { '*': '@' },
};

const general = /^(general|g\/通用格式|)$/i;

/** A pattern such as `yyyy-mm-dd` as a number format with its type. */
export function numberFormatOf(pattern: string): NumberFormat {
  if (general.test(pattern) || !isValidFormat(pattern)) return { type: 'NUMBER', pattern };
  return { type: typesByKind[getFormatInfo(pattern).type] ?? 'NUMBER', pattern };
}

/** The pattern a format shows through; empty for automatic. */
export function patternOf(numberFormat: CellFormat['numberFormat'], locale: string): string {
  if (numberFormat === undefined) return '';
  if (numberFormat.pattern !== undefined && numberFormat.pattern !== '') return general.test(numberFormat.pattern) ? '' : numberFormat.pattern;
  const { dayFirst, dottedDays } = customsOf(locale);
  const day = dottedDays ? 'dd.mm.yyyy' : 'dd/mm/yyyy';
  if (dayFirst && numberFormat.type === 'DATE') return day;
  if (dayFirst && numberFormat.type === 'DATE_TIME') return `${day} hh:mm:ss`;
  const patterns = defaultPatterns[numberFormat.type ?? ''];
  return patterns?.[locale.slice(0, 2)] ?? patterns?.['*'] ?? '';
}

const dateKinds = new Map<string, boolean>();

/** Whether numbers in this format are dates or times. */
export function showsDates(numberFormat: CellFormat['numberFormat']): boolean {
  if (numberFormat === undefined) return false;
  if (numberFormat.type === 'DATE' || numberFormat.type === 'TIME' || numberFormat.type === 'DATE_TIME') return true;
  const { pattern = '' } = numberFormat;
  const known = dateKinds.get(pattern);
  if (known !== undefined) return known;
  const shows = !general.test(pattern) && isDateFormat(pattern);
  dateKinds.set(pattern, shows);
  return shows;
}

/** Whether the format keeps what is typed as text (`@`). */
export function keepsText(numberFormat: CellFormat['numberFormat']): boolean {
  return numberFormat?.type === 'TEXT' || numberFormat?.pattern === '@';
}

/** A number without a format, as the sheet shows it: at most ten significant digits of a fraction. */
function automaticText(value: number, { decimalComma, formatter }: Customs): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(10));
  const size = Math.abs(rounded);
  if (size !== 0 && (size < 1e-5 || size >= 1e15)) return format('0.00E+00', value, { locale: formatter });
  return decimalComma ? String(rounded).replace('.', ',') : String(rounded);
}

/** A value as a cell in this format shows it. */
export function displayValue(value: CellValue | null, numberFormat: CellFormat['numberFormat'], locale: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const pattern = patternOf(numberFormat, locale);
  if (typeof value === 'string') return pattern === '' || !pattern.includes('@') || pattern === '@' ? value : format(pattern, value, { throws: false });
  if (pattern === '' || pattern === '@') return automaticText(value, customsOf(locale));
  return format(pattern, value, { throws: false, nbsp: false, locale: customsOf(locale).formatter });
}

/** What a cell shows. */
export function displayText(cell: Cell | undefined, cellFormat: CellFormat, locale: string): string {
  return displayValue(effectiveValue(cell), cellFormat.numberFormat, locale);
}
