/** What happens to ranges when rows or columns are inserted, deleted or moved. */
import type { DimensionName, GridRange } from '../schema/shapes';

/** Indexes are zero-based, ends exclusive; a move's destination counts before the move, as in the API. */
export type DimensionChange =
  | { readonly kind: 'insert'; readonly dimension: DimensionName; readonly start: number; readonly count: number; readonly inheritFromBefore: boolean }
  | { readonly kind: 'delete'; readonly dimension: DimensionName; readonly start: number; readonly end: number }
  | { readonly kind: 'move'; readonly dimension: DimensionName; readonly start: number; readonly end: number; readonly destination: number };

interface Interval {
  readonly start: number;
  /** Undefined reaches to the edge of the grid. */
  readonly end: number | undefined;
}

/** Which neighbour the new rows or columns take after; null for references, which grow only from inside. */
type Inheritance = 'before' | 'after' | null;

function afterInsert(interval: Interval, start: number, count: number, inheritance: Inheritance): Interval {
  const { start: from, end } = interval;
  const inside = from < start && (end === undefined || end > start);
  const inherited = (inheritance === 'before' && from < start && end === start) || (inheritance === 'after' && from === start);
  const last = end === undefined ? undefined : end + count;
  if (inside || inherited) return { start: from, end: last };
  return from >= start ? { start: from + count, end: last } : interval;
}

function afterDelete(interval: Interval, start: number, end: number): Interval | null {
  const shrink = (position: number): number => (position <= start ? position : Math.max(start, position - (end - start)));
  const from = shrink(interval.start);
  const to = interval.end === undefined ? undefined : shrink(interval.end);
  return to !== undefined && to <= from ? null : { start: from, end: to };
}

function afterMove(interval: Interval, start: number, end: number, destination: number): Interval {
  const count = end - start;
  const to = destination > start ? destination - count : destination;
  if (interval.end !== undefined && interval.start >= start && interval.end <= end) {
    return { start: interval.start - start + to, end: interval.end - start + to };
  }
  const without = afterDelete(interval, start, end) ?? interval;
  return afterInsert(without, to, count, null);
}

function changeInterval(interval: Interval, change: DimensionChange, inherits: boolean): Interval | null {
  if (change.kind === 'delete') return afterDelete(interval, change.start, change.end);
  if (change.kind === 'move') return afterMove(interval, change.start, change.end, change.destination);
  const inheritance = inherits ? (change.inheritFromBefore ? 'before' : 'after') : null;
  return afterInsert(interval, change.start, change.count, inheritance);
}

/** Where one row or column lies after the change; null when it is gone. */
export function changeIndex(index: number, change: DimensionChange): number | null {
  return changeInterval({ start: index, end: index + 1 }, change, false)?.start ?? null;
}

/**
 * Where a range lies after the change; null when nothing of it is left. Sides that were open stay open.
 * @param inherits whether what the range marks belongs to the cells, so that new rows or columns beside it take it on
 */
export function changeRange(range: GridRange, change: DimensionChange, inherits: boolean = false): GridRange | null {
  const rows = change.dimension === 'ROWS';
  const start = rows ? range.startRowIndex : range.startColumnIndex;
  const end = rows ? range.endRowIndex : range.endColumnIndex;
  if (start === undefined && end === undefined) return range;
  const moved = changeInterval({ start: start ?? 0, end }, change, inherits);
  if (!moved) return null;
  const from = start === undefined ? {} : rows ? { startRowIndex: moved.start } : { startColumnIndex: moved.start };
  const to = moved.end === undefined ? {} : rows ? { endRowIndex: moved.end } : { endColumnIndex: moved.end };
  return { ...range, ...from, ...to };
}
