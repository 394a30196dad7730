/** Classes of a cell within a marked block: that it is inside, and at which of the block's edges. */
import type { Span } from './selection';

export function spanMarks(span: Span | null, row: number, column: number, name: string): string {
  if (!span || row < span.top || row > span.bottom || column < span.left || column > span.right) return '';
  const edges = [row === span.top ? ` ${name}-top` : '', row === span.bottom ? ` ${name}-bottom` : '', column === span.left ? ` ${name}-left` : '', column === span.right ? ` ${name}-right` : ''];
  return `${name}${edges.join('')}`;
}
