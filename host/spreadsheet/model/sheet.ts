/**
 * One sheet: a grid of cells and its details.
 *
 * A sheet is forked before it is changed; the fork shares all rows with its origin until it writes to them. So a change
 * that fails half-way is simply dropped, and an older version stays readable for as long as someone holds it.
 */
import { blankCell, isBare, withStyle, type Cell } from './cell';
import { changeDetails, type SheetDetails } from './sheet-details';
import type { DimensionChange } from './dimension-change';
import { makeRow, type Row } from './row';
import type { GridSize } from './area';

/** A row that this version of the sheet made and may still write to. */
interface OpenRow {
  readonly id: number;
  readonly cells: (Cell | undefined)[];
  filled: number;
  formulas: number;
}

/** The order record is made afresh once the rows are scattered over this many runs. */
const mostOrderRuns = 2000;

export class Sheet {
  #rows: (Row | undefined)[];
  #rowsAreShared: boolean;
  #nextRowId: number;
  readonly #open = new Map<number, OpenRow>();
  readonly #removed = new Set<number>();
  #orderChanged = false;
  #formulas: number;

  constructor(
    public details: SheetDetails,
    rows: (Row | undefined)[] = [],
    nextRowId: number = 1,
    /** The version this one was forked from; null for a new sheet. */
    readonly origin: Sheet | null = null,
    shared: boolean = false,
  ) {
    this.#rows = rows;
    this.#nextRowId = nextRowId;
    this.#rowsAreShared = shared;
    this.#formulas = origin?.formulaCount ?? rows.reduce((sum, row) => sum + (row?.formulas ?? 0), 0);
  }

  /** How many cells hold a formula; known without looking at them. */
  get formulaCount(): number {
    return this.#formulas;
  }

  get sheetId(): number {
    return this.details.sheetId;
  }
  get size(): GridSize {
    return { rows: this.details.rowCount, columns: this.details.columnCount };
  }

  fork(): Sheet {
    return new Sheet(this.details, this.#rows, this.#nextRowId, this, true);
  }

  /** A sheet of its own with the same cells under another id. */
  copyAs(details: SheetDetails): Sheet {
    const copy = new Sheet(details);
    for (const [index, row] of this.#rows.entries()) for (const [column, cell] of row?.cells.entries() ?? []) if (cell) copy.setCell(index, column, cell);
    return copy;
  }

  /** Gives every cell another number for its format. */
  mapStyles(numberOf: (style: number) => number): void {
    for (const [index, row] of this.#rows.entries()) for (const [column, cell] of row?.cells.entries() ?? []) if (cell && cell.style !== 0) this.setCell(index, column, withStyle(cell, numberOf(cell.style)));
  }

  cell(row: number, column: number): Cell | undefined {
    return this.#rows[row]?.cells[column];
  }

  /** The cells of a row from its left edge; shorter than the grid when the rest is empty. */
  cells(row: number): readonly (Cell | undefined)[] {
    return this.#rows[row]?.cells ?? [];
  }

  /** All rows from the top, for comparing versions of a sheet. */
  rows(): readonly (Row | undefined)[] {
    return this.#rows;
  }

  /** Puts other rows in place of all; each keeps its number, and one that was deleted may come back under its own. */
  replaceRows(rows: readonly (Row | undefined)[]): void {
    const former = new Map(this.#rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
    const next = rows.map((row): Row | undefined => {
      if (!row) return undefined;
      const before = former.get(row.id);
      former.delete(row.id);
      if (before === row) return row;
      this.#removed.delete(row.id);
      this.#nextRowId = Math.max(this.#nextRowId, row.id + 1);
      const open: OpenRow = { id: row.id, cells: row.cells.slice(), filled: row.filled, formulas: row.formulas };
      this.#open.set(row.id, open);
      return open;
    });
    for (const id of former.keys()) {
      this.#open.delete(id);
      this.#removed.add(id);
    }
    this.#rows = next;
    this.#rowsAreShared = false;
    this.#orderChanged = true;
    this.#formulas = next.reduce((sum, row) => sum + (row?.formulas ?? 0), 0);
  }

  setCell(row: number, column: number, cell: Cell): void {
    if (this.cell(row, column) === undefined && isBare(cell)) return;
    const open = this.#openRow(row);
    const former = open.cells[column];
    if (former === cell) return;
    while (open.cells.length < column) open.cells.push(undefined);
    open.cells[column] = cell;
    const had = former !== undefined && (former.value !== null || former.formula !== undefined);
    const has = cell.value !== null || cell.formula !== undefined;
    if (had !== has) open.filled += has ? 1 : -1;
    this.#countFormulas(open, open.formulas + (cell.formula === undefined ? 0 : 1) - (former?.formula === undefined ? 0 : 1));
  }

  #countFormulas(open: OpenRow, formulas: number): void {
    this.#formulas += formulas - open.formulas;
    open.formulas = formulas;
  }

  /** Every cell with a formula; rows without one are passed over. */
  *formulaCells(): Generator<{ readonly row: number; readonly column: number; readonly cell: Cell & { readonly formula: string } }> {
    if (this.#formulas === 0) return;
    for (const [row, line] of this.#rows.entries()) {
      if (!line || line.formulas === 0) continue;
      for (const [column, cell] of line.cells.entries()) if (cell?.formula !== undefined) yield { row, column, cell: { ...cell, formula: cell.formula } };
    }
  }

  /** Rows from the top to the last one with contents; 0 for an empty sheet. */
  lastRow(): number {
    for (let row = this.#rows.length; row > 0; row -= 1) if ((this.#rows[row - 1]?.filled ?? 0) > 0) return row;
    return 0;
  }

  /** Columns from the left to the last one with contents; 0 for an empty sheet. */
  lastColumn(): number {
    let last = 0;
    for (const row of this.#rows) {
      if (!row || row.filled === 0) continue;
      for (let column = row.cells.length; column > last; column -= 1) {
        const cell = row.cells[column - 1];
        if (cell && (cell.value !== null || cell.formula !== undefined)) last = column;
      }
    }
    return last;
  }

  /** Inserts, deletes or moves whole rows or columns; every range of the sheet follows. New ones take on their neighbour's formats. */
  change(change: DimensionChange): void {
    if (change.dimension === 'ROWS') this.#changeRows(change);
    else this.#changeColumns(change);
    this.details = changeDetails(this.details, change);
  }

  #changeRows(change: DimensionChange): void {
    const rows = this.#ownRows();
    this.#orderChanged = true;
    while (rows.length < Math.min(this.details.rowCount, change.kind === 'insert' ? change.start : change.end)) rows.push(undefined);
    if (change.kind === 'insert') {
      const neighbour = rows[change.inheritFromBefore ? change.start - 1 : change.start];
      const inserted = Array.from({ length: change.count }, () => this.#blankLike(neighbour));
      rows.splice(change.start, 0, ...inserted);
    } else if (change.kind === 'delete') {
      for (const row of rows.splice(change.start, change.end - change.start)) if (row) this.#dropRow(row);
    } else {
      const moved = rows.splice(change.start, change.end - change.start);
      const to = change.destination > change.start ? change.destination - moved.length : change.destination;
      while (rows.length < to) rows.push(undefined);
      rows.splice(to, 0, ...moved);
    }
  }

  #changeColumns(change: DimensionChange): void {
    for (let index = 0; index < this.#rows.length; index += 1) {
      const former = this.#rows[index];
      if (!former || former.cells.length <= (change.kind === 'move' ? Math.min(change.start, change.destination) : change.kind === 'insert' ? change.start - 1 : change.start)) continue;
      const { cells } = this.#openRow(index);
      if (change.kind === 'insert') {
        const style = cells[change.inheritFromBefore ? change.start - 1 : change.start]?.style ?? 0;
        cells.splice(change.start, 0, ...Array.from({ length: change.count }, () => (style === 0 ? undefined : blankCell(style))));
      } else if (change.kind === 'delete') {
        cells.splice(change.start, change.end - change.start);
      } else {
        while (cells.length < Math.max(change.end, change.destination)) cells.push(undefined);
        const moved = cells.splice(change.start, change.end - change.start);
        cells.splice(change.destination > change.start ? change.destination - moved.length : change.destination, 0, ...moved);
      }
      const open = this.#openRow(index);
      const counted = makeRow(open.id, cells);
      open.filled = counted.filled;
      this.#countFormulas(open, counted.formulas);
    }
  }

  #blankLike(row: Row | undefined): Row | undefined {
    if (!row || !row.cells.some((cell) => cell !== undefined && cell.style !== 0)) return undefined;
    const blank: OpenRow = { id: this.#takeRowId(), cells: row.cells.map((cell) => (cell ? blankCell(cell.style) : undefined)), filled: 0, formulas: 0 };
    this.#open.set(blank.id, blank);
    return blank;
  }

  #takeRowId(): number {
    const id = this.#nextRowId;
    this.#nextRowId += 1;
    this.#orderChanged = true;
    return id;
  }

  #dropRow({ id, formulas }: Row): void {
    this.#formulas -= formulas;
    this.#open.delete(id);
    this.#removed.add(id);
  }

  #ownRows(): (Row | undefined)[] {
    if (this.#rowsAreShared) {
      this.#rows = this.#rows.slice();
      this.#rowsAreShared = false;
    }
    return this.#rows;
  }

  #openRow(index: number): OpenRow {
    const former = this.#rows[index];
    const known = former && this.#open.get(former.id);
    if (known) return known;
    const rows = this.#ownRows();
    while (rows.length < index) rows.push(undefined);
    const open: OpenRow = former
      ? { id: former.id, cells: former.cells.slice(), filled: former.filled, formulas: former.formulas }
      : { id: this.#takeRowId(), cells: [], filled: 0, formulas: 0 };
    this.#open.set(open.id, open);
    rows[index] = open;
    return open;
  }

  /**
   * What must be stored since the fork; after this the sheet must not be written to any more.
   * `order` is null when no row came, went or moved.
   */
  close(): { readonly changed: readonly Row[]; readonly removed: ReadonlySet<number>; readonly order: readonly (Row | undefined)[] | null; readonly nextRowId: number } {
    const changed = [...this.#open.values()];
    this.#open.clear();
    this.#rowsAreShared = true;
    return { changed, removed: new Set(this.#removed), order: this.#orderChanged ? this.#rows : null, nextRowId: this.#nextRowId };
  }

  /** Numbers all rows anew from the top when their order has become costly to write. Call before `close`. */
  renumberWhenScattered(runs: (rows: readonly (Row | undefined)[]) => number): void {
    if (!this.#orderChanged || runs(this.#rows) < mostOrderRuns) return;
    const rows = this.#ownRows();
    const formerIds = new Set<number>();
    for (const row of rows) if (row) formerIds.add(row.id);
    this.#open.clear();
    for (const id of formerIds) this.#removed.add(id);
    for (const [index, row] of rows.entries()) {
      if (!row) continue;
      const open: OpenRow = { id: this.#takeRowId(), cells: row.cells.slice(), filled: row.filled, formulas: row.formulas };
      this.#open.set(open.id, open);
      rows[index] = open;
    }
  }
}
