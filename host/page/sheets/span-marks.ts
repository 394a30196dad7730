/** Classes of a cell within a marked block: that it is inside, and at which of the block's edges. */
import type { Span } from './selection';

/** @param end the last row and column of the cell, which a merged one has further down and right */
export function spanMarks(span: Span | null, row: number, column: number, name: string, end: { readonly bottom: number; readonly right: number } = { bottom: row, right: column }): string {
  if (!span || row < span.top || row > span.bottom || column < span.left || column > span.right) return '';
  const edges = [row === span.top ? ` ${name}-top` : '', end.bottom === span.bottom ? ` ${name}-bottom` : '', column === span.left ? ` ${name}-left` : '', end.right === span.right ? ` ${name}-right` : ''];
  return `${name}${edges.join('')}`;
}
