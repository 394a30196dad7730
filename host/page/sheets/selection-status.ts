/** What the selected cells come to: how many are filled, and sum, average, least and most of the numbers among them. */
import type { Application } from '../application';
import { element, fill } from '../element';
import { cellCount, cellsWithin, isWithin } from './several-blocks';
import type { Span, Spot } from './selection';
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

export function selectionStatus(application: Application): { readonly element: HTMLElement; show(grid: SheetGrid, spans: readonly Span[]): void; clear(): void } {
  const output = element('output', { class: 'selection-status', 'aria-live': 'polite' });
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let shown = '';

  /** Values of a block, by positions; filters and orders may have taken its rows apart. */
  async function valuesOf({ layout, values }: SheetGrid, span: Span): Promise<(spot: Spot) => SheetValue> {
    const rows = Array.from({ length: span.bottom - span.top + 1 }, (_, down) => layout.row(span.top + down));
    const left = layout.column(span.left);
    const top = rows.reduce((least, row) => Math.min(least, row), Infinity);
    const bottom = rows.reduce((most, row) => Math.max(most, row), 0);
    const found = await values.rectangle({ top, left, bottom, right: layout.column(span.right) }, 'UNFORMATTED_VALUE');
    return ({ row, column }) => found[layout.row(row) - top]?.[layout.column(column) - left] ?? '';
  }

  async function read(grid: SheetGrid, spans: readonly Span[]): Promise<void> {
    if (cellCount(spans) > MOST_CELLS) return;
    const blocks: { readonly span: Span; readonly value: (spot: Spot) => SheetValue }[] = [];
    for (const span of spans) blocks.push({ span, value: await valuesOf(grid, span) });
    const chosen = function* (): Iterable<SheetValue> {
      for (const spot of cellsWithin(spans)) yield blocks.find(({ span }) => isWithin(span, spot))?.value(spot) ?? '';
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
    show: (grid, spans) => {
      const key = JSON.stringify(spans);
      if (key === shown) return;
      shown = key;
      if (waiting) clearTimeout(waiting);
      fill(output);
      if (cellCount(spans) === 1) return;
      waiting = setTimeout(() => void read(grid, spans).catch(() => fill(output)), WAIT_MILLISECONDS);
    },
    clear: () => {
      shown = '';
      if (waiting) clearTimeout(waiting);
      fill(output);
    },
  };
}
