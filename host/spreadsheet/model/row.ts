/** Rows of cells and how they are stored. */
import { blankCell, hasContent, isBare, type Cell, type CellValue } from './cell';

/** A row of a sheet. Its number stays the same wherever the row moves; it names the row's record in the store. */
export interface Row {
  readonly id: number;
  readonly cells: readonly (Cell | undefined)[];
  /** How many cells have contents. */
  readonly filled: number;
  /** How many of them hold a formula. */
  readonly formulas: number;
}

/** A row as the store keeps it. `styles` holds pairs of format number and run length. */
export interface RowRecord {
  readonly values: readonly (CellValue | null)[];
  readonly styles?: readonly number[];
  readonly formulas?: Readonly<Record<string, string>>;
  readonly notes?: Readonly<Record<string, string>>;
  readonly runs?: Readonly<Record<string, NonNullable<Cell['runs']>>>;
}

export function makeRow(id: number, cells: readonly (Cell | undefined)[]): Row {
  let filled = 0;
  let formulas = 0;
  for (const cell of cells) {
    if (hasContent(cell)) filled += 1;
    if (cell?.formula !== undefined) formulas += 1;
  }
  return { id, cells, filled, formulas };
}

/** The rows already made from records, so that going back to a snapshot need not read them again. */
const decoded = new WeakMap<RowRecord, Row>();

export function encodeRow(row: Row): RowRecord {
  const values: (CellValue | null)[] = [];
  const styles: number[] = [];
  const formulas: Record<string, string> = {};
  const notes: Record<string, string> = {};
  const runs: Record<string, NonNullable<Cell['runs']>> = {};
  let length = row.cells.length;
  while (length > 0 && isBare(row.cells[length - 1])) length -= 1;
  for (let column = 0; column < length; column += 1) {
    const cell = row.cells[column] ?? blankCell(0);
    values.push(cell.value);
    if (styles.at(-2) === cell.style) styles[styles.length - 1] = (styles.at(-1) ?? 0) + 1;
    else styles.push(cell.style, 1);
    if (cell.formula !== undefined) formulas[column] = cell.formula;
    if (cell.note !== undefined) notes[column] = cell.note;
    if (cell.runs !== undefined) runs[column] = cell.runs;
  }
  const record: RowRecord = {
    values,
    ...(styles.some((number, index) => index % 2 === 0 && number !== 0) ? { styles } : {}),
    ...(Object.keys(formulas).length > 0 ? { formulas } : {}),
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
    ...(Object.keys(runs).length > 0 ? { runs } : {}),
  };
  decoded.set(record, row);
  return record;
}

export function decodeRow(id: number, record: RowRecord): Row {
  const known = decoded.get(record);
  if (known && known.id === id) return known;
  const { values, styles = [], formulas = {}, notes = {}, runs = {} } = record;
  const cells: (Cell | undefined)[] = Array.from({ length: values.length });
  let run = 0;
  let left = styles[1] ?? values.length;
  for (const [column, value] of values.entries()) {
    while (left === 0) {
      run += 2;
      left = styles[run + 1] ?? values.length;
    }
    left -= 1;
    const style = styles[run] ?? 0;
    const formula = formulas[column];
    const note = notes[column];
    const parts = runs[column];
    if (value === null && formula === undefined && note === undefined) {
      if (style !== 0) cells[column] = blankCell(style);
      continue;
    }
    cells[column] = { value, style, ...(formula === undefined ? {} : { formula }), ...(note === undefined ? {} : { note }), ...(parts === undefined ? {} : { runs: parts }) };
  }
  const row = makeRow(id, cells);
  decoded.set(record, row);
  return row;
}

/** Row numbers in sheet order as pairs of first number and run length; 0 stands for rows that hold nothing. */
export function encodeOrder(rows: readonly (Row | undefined)[]): readonly number[] {
  const runs: number[] = [];
  let expected = -1;
  for (let index = 0; index < rows.length; index += 1) {
    const id = rows[index]?.id ?? 0;
    if (runs.length > 0 && id === expected) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
    else runs.push(id, 1);
    expected = id === 0 ? 0 : id + 1;
  }
  return runs;
}

export function decodeOrder(runs: readonly number[], row: (id: number) => Row | undefined): (Row | undefined)[] {
  const rows: (Row | undefined)[] = [];
  for (let index = 0; index < runs.length; index += 2) {
    const id = runs[index] ?? 0;
    const length = runs[index + 1] ?? 0;
    for (let step = 0; step < length; step += 1) rows.push(id === 0 ? undefined : row(id + step));
  }
  return rows;
}
