/** One cell and one row. Both are shared between versions of a sheet, so nobody changes them in place. */

import type { Message } from '../schema/shapes';

/** What a cell holds. Dates are numbers: days since 1899-12-30 in the spreadsheet's time zone. */
export type CellValue = string | number | boolean;

export interface Cell {
  /** Null for an empty cell. Beside a formula its result; null when the host does not compute it. */
  readonly value: CellValue | null;
  /** The formula as typed, with its `=`. */
  readonly formula?: string;
  /** Number of the format in the spreadsheet's style table; 0 is no format. */
  readonly style: number;
  readonly note?: string;
  /** Formats of parts of the text, each from its start to the next one's. */
  readonly runs?: readonly Message<'TextFormatRun'>[];
}

/** What a formula shows and reads as that the host does not compute: it says so instead of guessing. */
export const notComputed = '#未计算';

const blanks: Cell[] = [];

/** The one shared empty cell with this format. */
export function blankCell(style: number): Cell {
  return (blanks[style] ??= Object.freeze({ value: null, style }));
}

export const hasContent = (cell: Cell | undefined): boolean => cell !== undefined && (cell.value !== null || cell.formula !== undefined);

/** Whether anything at all would be lost with the cell. */
export const isBare = (cell: Cell | undefined): boolean => cell === undefined || (!hasContent(cell) && cell.style === 0 && cell.note === undefined);

/** A cell with other contents; format and note stay. */
export function withContent(cell: Cell | undefined, content: { readonly value: CellValue | null; readonly formula?: string }, style: number = cell?.style ?? 0): Cell {
  if (content.value === null && content.formula === undefined && cell?.note === undefined) return blankCell(style);
  return {
    value: content.value,
    style,
    ...(content.formula === undefined ? {} : { formula: content.formula }),
    ...(cell?.note === undefined ? {} : { note: cell.note }),
  };
}

export function withStyle(cell: Cell | undefined, style: number): Cell {
  return cell === undefined || (!hasContent(cell) && cell.note === undefined) ? blankCell(style) : { ...cell, style };
}

/** Formats of parts of a text; none takes them away. */
export function withRuns(cell: Cell, runs: Cell['runs']): Cell {
  const { runs: _former, ...rest } = cell;
  return runs === undefined || runs.length === 0 || typeof cell.value !== 'string' ? rest : { ...rest, runs };
}

/** An empty note removes the note. */
export function withNote(cell: Cell | undefined, note: string): Cell {
  const { note: _former, ...rest } = cell ?? blankCell(0);
  return note === '' ? (hasContent(rest) ? rest : blankCell(rest.style)) : { ...rest, note };
}

/** What a program reads: the value, a formula's result, or the sign that it was not computed. */
export function effectiveValue(cell: Cell | undefined): CellValue | null {
  if (cell === undefined) return null;
  return cell.formula === undefined ? cell.value : (cell.value ?? notComputed);
}
