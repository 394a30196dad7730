/** Cells that are one, as spans of positions on screen. */
import type { CellArea } from '../../contract';
import type { Span } from './selection';

/** Where rows and columns stand that are shown; -1 for hidden ones. */
interface Positions {
  positionOfRow(row: number): number;
  positionOfColumn(column: number): number;
}

/** The positions of a run of rows or columns, when those shown stand side by side and the first one, which holds the text, is among them. */
function run(from: number, to: number, position: (place: number) => number): { readonly first: number; readonly last: number } | null {
  const first = position(from);
  if (first < 0) return null;
  let last = first;
  for (let place = from + 1; place < to; place += 1) {
    const next = position(place);
    if (next === last + 1) last = next;
    else if (next >= 0) return null;
  }
  return { first, last };
}

export function mergedSpans(areas: readonly CellArea[], positions: Positions): readonly Span[] {
  return areas.flatMap(({ top, left, bottom, right }) => {
    const rows = run(top, bottom, (row) => positions.positionOfRow(row));
    const columns = run(left, right, (column) => positions.positionOfColumn(column));
    return rows && columns ? [{ top: rows.first, bottom: rows.last, left: columns.first, right: columns.last }] : [];
  });
}

export const holdsSpot = ({ top, left, bottom, right }: Span, row: number, column: number): boolean => row >= top && row <= bottom && column >= left && column <= right;

const meet = (one: Span, other: Span): boolean => one.top <= other.bottom && one.bottom >= other.top && one.left <= other.right && one.right >= other.left;

/** The span with every merged cell that it touches taken in whole. */
export function withWholeMerges(span: Span, merges: readonly Span[]): Span {
  let grown = span;
  for (let again = true; again;) {
    again = false;
    for (const merge of merges) {
      if (!meet(grown, merge)) continue;
      const both = { top: Math.min(grown.top, merge.top), left: Math.min(grown.left, merge.left), bottom: Math.max(grown.bottom, merge.bottom), right: Math.max(grown.right, merge.right) };
      if (both.top === grown.top && both.left === grown.left && both.bottom === grown.bottom && both.right === grown.right) continue;
      grown = both;
      again = true;
    }
  }
  return grown;
}
