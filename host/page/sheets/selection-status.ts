/** What the selected cells come to: how many are filled, and sum, average, least and most of the numbers among them. */
import type { Application } from '../application';
import { element, fill } from '../element';
import type { Span } from './selection';
import type { SheetGrid } from './sheet-grid';
import type { SheetValue } from './sheet-value';

const WAIT_MILLISECONDS = 150;
const MOST_CELLS = 3_000_000;

export interface Totals {
  readonly filled: number;
  readonly numbers: number;
  readonly sum: number;
  readonly least: number;
  readonly most: number;
}

export function totalsOf(values: Iterable<SheetValue>): Totals {
  let [filled, numbers, sum, least, most] = [0, 0, 0, Infinity, -Infinity];
  for (const value of values) {
    if (value === '') continue;
    filled += 1;
    if (typeof value !== 'number') continue;
    numbers += 1;
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { filled, numbers, sum, least, most };
}

export function selectionStatus(application: Application): { readonly element: HTMLElement; show(grid: SheetGrid, span: Span): void; clear(): void } {
  const output = element('output', { class: 'selection-status', 'aria-live': 'polite' });
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let shown = '';

  async function read(grid: SheetGrid, span: Span): Promise<void> {
    const { layout } = grid;
    const columns = Array.from({ length: span.right - span.left + 1 }, (_, across) => layout.column(span.left + across));
    const rows = Array.from({ length: span.bottom - span.top + 1 }, (_, down) => layout.row(span.top + down));
    if (rows.length * columns.length > MOST_CELLS) return;
    const [top = 0, left = 0] = [rows.reduce((least, row) => Math.min(least, row), Infinity), columns[0]];
    const bottom = rows.reduce((most, row) => Math.max(most, row), 0);
    const found = await grid.values.rectangle({ top, left, bottom, right: columns[columns.length - 1] ?? left }, 'UNFORMATTED_VALUE');
    const chosen = function* (): Iterable<SheetValue> {
      for (const row of rows) for (const column of columns) yield found[row - top]?.[column - left] ?? '';
    };
    say(totalsOf(chosen()));
  }

  function say({ filled, numbers, sum, least, most }: Totals): void {
    const number = (value: number) => Number(value.toFixed(4)).toLocaleString('en', { maximumFractionDigits: 4 });
    const part = (name: 'count' | 'sum' | 'average' | 'least' | 'most', value: number) => element('span', {}, `${application.word(name)} `, element('b', {}, number(value)));
    const sums = numbers === 0 ? [] : [part('sum', sum), part('average', sum / numbers), part('least', least), part('most', most)];
    fill(output, ...(filled === 0 ? [] : [part('count', filled), ...sums]));
  }

  return {
    element: output,
    show: (grid, span) => {
      const key = JSON.stringify(span);
      if (key === shown) return;
      shown = key;
      if (waiting) clearTimeout(waiting);
      fill(output);
      if (span.top === span.bottom && span.left === span.right) return;
      waiting = setTimeout(() => void read(grid, span).catch(() => fill(output)), WAIT_MILLISECONDS);
    },
    clear: () => {
      shown = '';
      if (waiting) clearTimeout(waiting);
      fill(output);
    },
  };
}
