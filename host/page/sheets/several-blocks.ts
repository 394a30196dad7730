/** Several selected blocks as one: what they cover together, and whether they can be copied side by side. */
import type { Span, Spot } from './selection';

/** Positions of lines and columns that make up one table. */
export interface Table {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const from = (first: number, last: number): readonly number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index);

const inOrder = (places: readonly number[]): readonly number[] => [...new Set(places)].sort((one, other) => one - other);

/** The table that these blocks make when what lies between them is left out; null when they share neither their rows nor their columns. */
export function tableOf(spans: readonly Span[]): Table | null {
  const [first] = spans;
  if (!first) return null;
  const rows = inOrder(spans.flatMap(({ top, bottom }) => from(top, bottom)));
  const columns = inOrder(spans.flatMap(({ left, right }) => from(left, right)));
  const sameRows = spans.every(({ top, bottom }) => top === first.top && bottom === first.bottom);
  const sameColumns = spans.every(({ left, right }) => left === first.left && right === first.right);
  return sameRows || sameColumns ? { rows, columns } : null;
}

export const isWithin = ({ top, left, bottom, right }: Span, { row, column }: Spot): boolean => row >= top && row <= bottom && column >= left && column <= right;

export const cellCount = (spans: readonly Span[]): number => spans.reduce((count, { top, left, bottom, right }) => count + (bottom - top + 1) * (right - left + 1), 0);

/** Every cell of these blocks once, also where they overlap. */
export function* cellsWithin(spans: readonly Span[]): Iterable<Spot> {
  for (const [index, { top, left, bottom, right }] of spans.entries()) {
    const before = spans.slice(0, index);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        if (!before.some((span) => isWithin(span, { row, column }))) yield { row, column };
      }
    }
  }
}
