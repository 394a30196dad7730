/**
 * Where rows and columns stand on screen. A position counts what is shown, in the order it is shown; a row or column
 * number counts what is there. Hidden, filtered and sorted rows make the two differ.
 */
import type { CellArea, GroupView } from '../../contract';
import { Folds, FOLD_STEP } from './folds';
import { holdsSpot, mergedSpans } from './merged-cells';
import type { Span, Spot } from './selection';

/** Of a row that says nothing else; one that is said to be lower than this still takes a finger. */
export const ROW_HEIGHT = 28;
export const LEAST_ROW_HEIGHT = 12;
export const HEADER_HEIGHT = 28;
export const DEFAULT_COLUMN_WIDTH = 110;
export const LEAST_COLUMN_WIDTH = 24;
const MOST_FROZEN_SHARE = 0.6;

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export interface Window {
  readonly first: number;
  /** The last one shown, itself included; smaller than `first` when none is. */
  readonly last: number;
}

export class GridLayout {
  /** Row numbers by position, frozen ones first. */
  private rowOrder: Uint32Array;
  private rowPositions: Map<number, number> | null = null;
  private columnOrder: readonly number[];
  /** Left edges by position, without the row headers; one more than there are columns. */
  private lefts: readonly number[] = [];
  /** Top edges by position, without the column headers; one more than there are rows. */
  private tops = new Float64Array(1);
  private merged: readonly Span[] = [];
  rowFolds = new Folds('ROWS');
  columnFolds = new Folds('COLUMNS');
  frozenRows = 0;
  frozenColumns = 0;

  constructor(public shape: GridShape) {
    this.rowOrder = new Uint32Array();
    this.columnOrder = [];
    this.setRows(new Set(), null);
    this.setColumns(new Set(), {});
  }

  /** Shows these body rows in this order, all of them for null, always without the hidden ones. */
  setRows(hidden: ReadonlySet<number>, body: readonly number[] | null, heights: Readonly<Record<number, number>> = {}): void {
    const { rows, frozenRows } = this.shape;
    const order: number[] = [];
    for (let row = 0; row < frozenRows; row += 1) if (!hidden.has(row)) order.push(row);
    this.frozenRows = order.length;
    if (body) for (const row of body) if (!hidden.has(row)) order.push(row);
    if (!body) for (let row = frozenRows; row < rows; row += 1) if (!hidden.has(row)) order.push(row);
    this.rowOrder = Uint32Array.from(order);
    this.rowPositions = null;
    this.tops = new Float64Array(order.length + 1);
    for (const [position, row] of order.entries()) this.tops[position + 1] = (this.tops[position] ?? 0) + Math.max(LEAST_ROW_HEIGHT, heights[row] ?? ROW_HEIGHT);
  }

  /** After rows and columns are set: which cells are one. */
  setMerges(areas: readonly CellArea[]): void {
    this.merged = mergedSpans(areas, this);
  }

  /** After rows and columns are set: which of them fold together. */
  setFolds(rows: readonly GroupView[], columns: readonly GroupView[]): void {
    this.rowFolds = new Folds('ROWS', rows, (row) => this.positionOfRow(row));
    this.columnFolds = new Folds('COLUMNS', columns, (column) => this.positionOfColumn(column));
  }

  /** Frozen columns scroll like the others where they would leave too little of `room`. */
  setColumns(hidden: ReadonlySet<number>, widths: Readonly<Record<number, number>>, room = Infinity): void {
    const order: number[] = [];
    const lefts = [0];
    this.frozenColumns = 0;
    for (let column = 0; column < this.shape.columns; column += 1) {
      if (hidden.has(column)) continue;
      if (column < this.shape.frozenColumns) this.frozenColumns += 1;
      order.push(column);
      lefts.push((lefts[lefts.length - 1] ?? 0) + Math.max(LEAST_COLUMN_WIDTH, widths[column] ?? DEFAULT_COLUMN_WIDTH));
    }
    this.columnOrder = order;
    this.lefts = lefts;
    while (this.frozenColumns > 0 && this.sideWidth > room * MOST_FROZEN_SHARE) this.frozenColumns -= 1;
  }

  /** Row headers are as wide as the last number, with room for toggles beside it. */
  get headerWidth(): number {
    return 26 + 8 * Math.max(2, String(this.shape.rows).length) + this.rowFolds.depth * FOLD_STEP;
  }
  get rowCount(): number {
    return this.rowOrder.length;
  }
  get columnCount(): number {
    return this.columnOrder.length;
  }
  get width(): number {
    return this.headerWidth + this.left(this.columnCount);
  }
  get height(): number {
    return HEADER_HEIGHT + this.top(this.rowCount);
  }
  /** Height of the column headers and the frozen rows. */
  get headHeight(): number {
    return HEADER_HEIGHT + this.top(this.frozenRows);
  }
  /** Width of the row headers and the frozen columns. */
  get sideWidth(): number {
    return this.headerWidth + this.left(this.frozenColumns);
  }

  row(position: number): number {
    return this.rowOrder[position] ?? -1;
  }
  column(position: number): number {
    return this.columnOrder[position] ?? -1;
  }
  /** -1 for a row that is not shown. */
  positionOfRow(row: number): number {
    if (!this.rowPositions) {
      this.rowPositions = new Map();
      for (const [position, number] of this.rowOrder.entries()) this.rowPositions.set(number, position);
    }
    return this.rowPositions.get(row) ?? -1;
  }
  positionOfColumn(column: number): number {
    return this.columnOrder.indexOf(column);
  }

  get merges(): readonly Span[] {
    return this.merged;
  }
  /** The merged cell that a cell is part of. */
  mergeAt(row: number, column: number): Span | null {
    return this.merged.find((span) => holdsSpot(span, row, column)) ?? null;
  }
  /** The cell that a place belongs to: itself, or the first of a merged cell. */
  firstOf({ row, column }: Spot): Spot {
    const merge = this.mergeAt(row, column);
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  top(position: number): number {
    return this.tops[Math.max(0, Math.min(position, this.tops.length - 1))] ?? 0;
  }
  rowHeight(position: number): number {
    return this.top(position + 1) - this.top(position);
  }

  left(position: number): number {
    return this.lefts[Math.max(0, Math.min(position, this.lefts.length - 1))] ?? 0;
  }
  columnWidth(position: number): number {
    return this.left(position + 1) - this.left(position);
  }

  /** Body rows in sight. */
  rowsAt(scrollTop: number, height: number): Window {
    const from = this.top(this.frozenRows) + scrollTop;
    const first = Math.max(this.frozenRows, this.rowAt(from));
    return { first, last: Math.min(this.rowCount - 1, this.rowAt(scrollTop + height - HEADER_HEIGHT)) };
  }

  /** Columns in sight that are not frozen. */
  columnsAt(scrollLeft: number, width: number): Window {
    const from = this.left(this.frozenColumns) + scrollLeft;
    const first = Math.max(this.frozenColumns, this.columnAt(from));
    return { first, last: Math.min(this.columnCount - 1, this.columnAt(scrollLeft + width - this.headerWidth)) };
  }

  /** The column whose span holds this distance from the left edge of the first one. */
  columnAt(distance: number): number {
    return lastBefore(this.columnCount, distance, (position) => this.left(position));
  }

  /** The row whose span holds this distance from the top edge of the first one. */
  rowAt(distance: number): number {
    return lastBefore(this.rowCount, distance, (position) => this.top(position));
  }
}

/** The last of `count` places whose edge does not lie beyond a distance. */
function lastBefore(count: number, distance: number, edge: (position: number) => number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edge(middle) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}
