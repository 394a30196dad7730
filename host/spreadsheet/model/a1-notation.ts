/** A1 notation, such as `Tickets!B2:D`, `'My tab'!1:3` or `A:C`. */
import type { GridRange } from '../schema/shapes';

/** `A` for 0, `AA` for 26. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** 0 for `A`, 26 for `AA`. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export const cellName = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

const cellPattern = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]*)?$/;

interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

function parseCorner(text: string): Corner | null {
  const match = cellPattern.exec(text.trim());
  if (!match || text.trim() === '') return null;
  return { column: match[1] === undefined ? undefined : columnIndex(match[1]), row: match[2] === undefined ? undefined : Number(match[2]) - 1 };
}

const lesser = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
const end = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || other === undefined ? undefined : Math.max(one, other) + 1;

/** The cells of a reference without a sheet name, such as `B2:D`; null when it is none. */
export function parseCells(text: string): GridRange | null {
  const parts = text.split(':');
  const first = parseCorner(parts[0] ?? '');
  if (!first || parts.length > 2) return null;
  if (parts.length === 1) {
    if (first.row === undefined || first.column === undefined) return null;
    return { startRowIndex: first.row, endRowIndex: first.row + 1, startColumnIndex: first.column, endColumnIndex: first.column + 1 };
  }
  const second = parseCorner(parts[1] ?? '');
  if (!second) return null;
  const startRow = lesser(first.row, second.row);
  const startColumn = lesser(first.column, second.column);
  const endRow = end(first.row, second.row);
  const endColumn = end(first.column, second.column);
  return {
    ...(startRow === undefined ? {} : { startRowIndex: startRow }),
    ...(endRow === undefined ? {} : { endRowIndex: endRow }),
    ...(startColumn === undefined ? {} : { startColumnIndex: startColumn }),
    ...(endColumn === undefined ? {} : { endColumnIndex: endColumn }),
  };
}

const placePattern = /^R([1-9][0-9]*)C([1-9][0-9]*)$/i;

/** The cells of a reference with row and column by number, such as `R1C2` or `R1C1:R2C2`; null when it is none. */
export function parseR1C1(text: string): GridRange | null {
  const corners = text.split(':').map((part) => placePattern.exec(part.trim()));
  const [first, last = first] = corners;
  if (!first || !last || corners.length > 2) return null;
  const [rows, columns] = [1, 2].map((group) => [Number(first[group]), Number(last[group])]);
  if (!rows || !columns) return null;
  return { startRowIndex: Math.min(...rows) - 1, endRowIndex: Math.max(...rows), startColumnIndex: Math.min(...columns) - 1, endColumnIndex: Math.max(...columns) };
}

/** The cells of a reference without a sheet name, in either notation; what both could mean is A1 notation. */
export const parseEither = (text: string): GridRange | null => parseCells(text) ?? parseR1C1(text);

/** Splits `'My tab'!A1` into sheet and cells; `sheet` is null without a `!`. */
export function splitReference(text: string): { readonly sheet: string | null; readonly cells: string } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), cells: quoted[2] ?? '' };
  const mark = text.lastIndexOf('!');
  return mark < 0 ? { sheet: null, cells: text } : { sheet: text.slice(0, mark), cells: text.slice(mark + 1) };
}

/** A sheet name as a reference shows it: quoted unless it is a plain word. */
export function quoteSheet(title: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !/^[A-Za-z]{1,3}[0-9]+$/.test(title) ? title : `'${title.replaceAll("'", "''")}'`;
}

/** Cells of a range in A1 notation without the sheet; open sides stay open, a single cell has no colon. */
export function formatCells(range: GridRange): string {
  const { startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right } = range;
  const first = `${left === undefined && right === undefined ? '' : columnName(left ?? 0)}${top === undefined && bottom === undefined ? '' : (top ?? 0) + 1}`;
  const last = `${right === undefined ? '' : columnName(right - 1)}${bottom === undefined ? '' : bottom}`;
  return first === last && top !== undefined && left !== undefined ? first : `${first}:${last}`;
}
