/** A cell's look in the Sheets API's words and in the workbook file's. */
import type { CellStyle } from 'hucre/xlsx';
import type { ApiColor, ApiFormat } from './sheet-data';

const HORIZONTAL = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICAL = { TOP: 'top', MIDDLE: 'center', BOTTOM: 'bottom' } as const;

export const hexOf = ({ red = 0, green = 0, blue = 0 }: ApiColor): string => [red, green, blue].map((part) => Math.round(part * 255).toString(16).padStart(2, '0')).join('').toUpperCase();

/** Null for what is no colour by its numbers, such as one of the file's theme. */
export function colorOf(rgb: string | undefined): ApiColor | null {
  const digits = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(rgb ?? '')?.[1];
  if (digits === undefined) return null;
  const part = (from: number) => Number.parseInt(digits.slice(from, from + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
}

const byName = <Names extends Readonly<Record<string, string>>>(names: Names, name: string | undefined): Names[keyof Names] | undefined => (name !== undefined && Object.hasOwn(names, name) ? names[name as keyof Names] : undefined);
const nameOf = (names: Readonly<Record<string, string>>, value: string | undefined): string | undefined => Object.entries(names).find(([, word]) => word === value)?.[0];

/** Undefined when there is nothing to say. */
export function styleOf(format: ApiFormat | undefined): CellStyle | undefined {
  if (!format) return undefined;
  const { numberFormat, backgroundColor, textFormat } = format;
  const horizontal = byName(HORIZONTAL, format.horizontalAlignment);
  const vertical = byName(VERTICAL, format.verticalAlignment);
  const wraps = format.wrapStrategy === 'WRAP';
  const pattern = numberFormat?.type === 'TEXT' ? '@' : numberFormat?.pattern;
  const font = textFormat && {
    ...(textFormat.bold && { bold: true }),
    ...(textFormat.italic && { italic: true }),
    ...(textFormat.underline && { underline: true }),
    ...(textFormat.strikethrough && { strikethrough: true }),
    ...(textFormat.fontSize !== undefined && { size: textFormat.fontSize }),
    ...(textFormat.foregroundColor && { color: { rgb: hexOf(textFormat.foregroundColor) } }),
  };
  const style: CellStyle = {
    ...(font && Object.keys(font).length > 0 && { font }),
    ...(backgroundColor && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: hexOf(backgroundColor) } } }),
    ...((horizontal || vertical || wraps) && { alignment: { ...(horizontal && { horizontal }), ...(vertical && { vertical }), ...(wraps && { wrapText: true }) } }),
    ...(pattern !== undefined && pattern !== '' && { numFmt: pattern }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

export const isDatePattern = (pattern: string): boolean => /[ymdhs]/i.test(pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

export function formatOf(style: CellStyle | undefined): ApiFormat | undefined {
  if (!style) return undefined;
  const { font, fill, alignment, numFmt } = style;
  const background = fill?.type === 'pattern' && fill.pattern === 'solid' ? colorOf(fill.fgColor?.rgb) : null;
  const foreground = colorOf(font?.color?.rgb);
  const horizontal = nameOf(HORIZONTAL, alignment?.horizontal);
  const vertical = nameOf(VERTICAL, alignment?.vertical);
  const textFormat = {
    ...(font?.bold && { bold: true }),
    ...(font?.italic && { italic: true }),
    ...(font?.underline && { underline: true }),
    ...(font?.strikethrough && { strikethrough: true }),
    ...(foreground && { foregroundColor: foreground }),
  };
  const format: ApiFormat = {
    ...(numFmt !== undefined && !/^general$/i.test(numFmt) && { numberFormat: numFmt === '@' ? { type: 'TEXT' } : { type: isDatePattern(numFmt) ? 'DATE_TIME' : 'NUMBER', pattern: numFmt } }),
    ...(background && { backgroundColor: background }),
    ...(horizontal && { horizontalAlignment: horizontal }),
    ...(vertical && { verticalAlignment: vertical }),
    ...(alignment?.wrapText && { wrapStrategy: 'WRAP' }),
    ...(Object.keys(textFormat).length > 0 && { textFormat }),
  };
  return Object.keys(format).length === 0 ? undefined : format;
}
