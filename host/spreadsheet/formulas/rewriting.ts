/** Formulas written anew when they or the cells they name move. */
import { columnName, quoteSheet } from '../model/a1-notation';
import type { Area } from '../model/area';
import { changeRange, type DimensionChange } from '../model/dimension-change';
import type { GridRange } from '../schema/shapes';
import { formulaTemplate } from './template';
import { mapReferences, rangeOfToken, referenceText, type Corner, type ReferenceToken } from './tokens';

const lost = '#REF!';

/** A copy of a formula that stands further down or right: what is not fixed with `$` moves along. */
export const copiedFormula = (formula: string, down: number, across: number): string => (down === 0 && across === 0 ? formula : formulaTemplate(formula).moved(down, across));

/** The reference with its cells at another range; fixed marks stay. */
function placedAt(token: ReferenceToken, range: GridRange): string {
  const { first, last } = token;
  const start: Corner = { ...first, row: first.row === undefined ? undefined : range.startRowIndex, column: first.column === undefined ? undefined : range.startColumnIndex };
  if (last === undefined) return referenceText(token.sheetText, start, undefined);
  const end: Corner = {
    ...last,
    row: last.row === undefined ? undefined : (range.endRowIndex ?? last.row + 1) - 1,
    column: last.column === undefined ? undefined : (range.endColumnIndex ?? last.column + 1) - 1,
  };
  return referenceText(token.sheetText, start, end);
}

/** What becomes of a range on the changed sheet: its new place, or null when it is gone. */
export type RangeMove = (range: GridRange) => GridRange | null;

/**
 * A formula after cells of a sheet moved.
 * @param home title of the sheet that the formula stands on
 * @param title of the sheet whose cells moved
 */
export function movedFormula(formula: string, home: string, title: string, move: RangeMove): string {
  return mapReferences(formula, (token) => {
    if ((token.sheet ?? home).toLowerCase() !== title.toLowerCase()) return token.text;
    const former = rangeOfToken(token);
    const range = move(former);
    if (range === null) return lost;
    return range === former ? token.text : placedAt(token, range);
  });
}

/** How ranges follow inserted, deleted and moved rows or columns. */
export const byDimension = (change: DimensionChange): RangeMove => (range) => changeRange(range, change);

const isWithin = (area: Area, { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }: GridRange): boolean =>
  startRowIndex !== undefined && endRowIndex !== undefined && startColumnIndex !== undefined && endColumnIndex !== undefined &&
  startRowIndex >= area.top && endRowIndex <= area.bottom && startColumnIndex >= area.left && endColumnIndex <= area.right;

/** How ranges follow a rectangle that was cut and pasted: only those that lay within it move. */
export const byCut = (area: Area, down: number, across: number): RangeMove => (range) => {
  if (!isWithin(area, range)) return range;
  const { startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 } = range;
  return { startRowIndex: startRowIndex + down, endRowIndex: endRowIndex + down, startColumnIndex: startColumnIndex + across, endColumnIndex: endColumnIndex + across };
};

/** How ranges follow cells that were pushed aside or drawn up within a band of columns (`ROWS`) or rows (`COLUMNS`). */
export const byShift = (area: Area, dimension: 'ROWS' | 'COLUMNS', kind: 'insert' | 'delete'): RangeMove => {
  const [start, end] = dimension === 'ROWS' ? [area.top, area.bottom] : [area.left, area.right];
  const change: DimensionChange = kind === 'insert' ? { kind, dimension, start, count: end - start, inheritFromBefore: false } : { kind, dimension, start, end };
  return (range) => {
    const across = dimension === 'ROWS' ? [range.startColumnIndex, range.endColumnIndex] : [range.startRowIndex, range.endRowIndex];
    const band = dimension === 'ROWS' ? [area.left, area.right] : [area.top, area.bottom];
    const [from, to] = across;
    const [low = 0, high = 0] = band;
    if (from === undefined || to === undefined || from < low || to > high) return range;
    return changeRange(range, change);
  };
};

/** A formula after a sheet got another title, or went (null). */
export function renamedFormula(formula: string, former: string, title: string | null): string {
  return mapReferences(formula, (token) => {
    if (token.sheet === null || token.sheet.toLowerCase() !== former.toLowerCase()) return token.text;
    return title === null ? lost : referenceText(quoteSheet(title), token.first, token.last);
  });
}

const relative = (letter: 'R' | 'C', index: number | undefined, fixed: boolean, home: number): string => {
  if (index === undefined) return '';
  if (fixed) return `${letter}${index + 1}`;
  return index === home ? `${letter}[0]` : `${letter}[${index - home}]`;
};

/** The same formula with references as `R[1]C[-2]`, seen from its cell. */
export function toR1C1(formula: string, row: number, column: number): string {
  const corner = (one: Corner): string => `${relative('R', one.row, one.fixedRow, row)}${relative('C', one.column, one.fixedColumn, column)}`;
  return mapReferences(formula, ({ sheetText, first, last }) => `${sheetText === '' ? '' : `${sheetText}!`}${corner(first)}${last === undefined ? '' : `:${corner(last)}`}`);
}

const r1c1 = /^R(?:\[(-?\d+)\]|(\d+))?C(?:\[(-?\d+)\]|(\d+))?$/i;

/** A formula in R1C1 notation as one in A1 notation, seen from its cell. */
export function fromR1C1(formula: string, row: number, column: number): string {
  const part = (offset: string | undefined, fixed: string | undefined, home: number): readonly [string, number] =>
    fixed === undefined ? ['', home + Number(offset ?? 0)] : ['$', Number(fixed) - 1];
  const cells = (text: string): string => {
    const match = r1c1.exec(text);
    if (!match) return text;
    const [rowMark, line] = part(match[1], match[2], row);
    const [columnMark, place] = part(match[3], match[4], column);
    return line < 0 || place < 0 ? lost : `${columnMark}${columnName(place)}${rowMark}${line + 1}`;
  };
  // Brackets split such a reference into several tokens, so the text outside of strings is looked at as a whole.
  const outside = /("(?:[^"]|"")*"|'(?:[^']|'')*')|(?<![\p{L}\p{N}_.])R(?:\[-?\d+\]|\d+)?C(?:\[-?\d+\]|\d+)?(?![\p{L}\p{N}_(])/giu;
  return formula.replace(outside, (text: string, quoted: string | undefined) => (quoted === undefined ? cells(text) : text));
}
