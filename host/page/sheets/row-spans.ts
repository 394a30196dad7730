/** Rows to read, as few spans as make sense: rows that nearly touch are read with what lies between. */

export interface RowSpan {
  readonly first: number;
  readonly count: number;
}

/** Fewer rows between two wanted ones than this are read with them. */
const NARROW_GAP = 8;

export function rowSpans(rows: readonly number[]): readonly RowSpan[] {
  const spans: { first: number; count: number }[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = spans[spans.length - 1];
    if (last && row < last.first + last.count + NARROW_GAP) last.count = Math.max(last.count, row - last.first + 1);
    else spans.push({ first: row, count: 1 });
  }
  return spans;
}
