/** Pointer and touch over a grid: select, extend, open, size columns, drag the fill handle. */
import type { GridDrawing } from './grid-drawing';
import { HEADER_HEIGHT, LEAST_COLUMN_WIDTH, LEAST_ROW_HEIGHT, type GridLayout } from './grid-layout';
import type { Spot } from './selection';

export interface PointerActions {
  readonly select: (spot: Spot, part: 'cell' | 'row' | 'column' | 'all', how: 'alone' | 'extend' | 'add') => void;
  readonly extend: (spot: Spot) => void;
  readonly open: () => void;
  readonly isActive: (spot: Spot) => boolean;
  readonly isSelected: (spot: Spot) => boolean;
  readonly columnMenu: (column: number) => void;
  readonly contextMenu: (x: number, y: number) => void;
  /** While a column's edge is dragged, and once more when it is let go. */
  readonly sizeColumn: (column: number, width: number, done: boolean) => void;
  readonly sizeRow: (row: number, height: number, done: boolean) => void;
  readonly fill: (to: Spot, done: boolean) => void;
  readonly settled: () => void;
}

type Drag = { readonly kind: 'select' | 'fill'; readonly part: 'cell' | 'row' | 'column' } | { readonly kind: 'size'; readonly column: number; readonly from: number; readonly width: number } | { readonly kind: 'height'; readonly row: number; readonly from: number; readonly height: number };

const SCROLL_EVERY_MILLISECONDS = 40;

export class GridPointer {
  private drag: Drag | null = null;
  private last: { readonly x: number; readonly y: number } = { x: 0, y: 0 };
  private scrolling: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly drawing: GridDrawing,
    private readonly layout: () => GridLayout,
    private readonly actions: PointerActions,
  ) {
    const { scroller } = drawing;
    scroller.addEventListener('pointerdown', (event) => this.pressed(event));
    scroller.addEventListener('pointermove', (event) => this.moved(event));
    scroller.addEventListener('pointerup', (event) => this.released(event));
    scroller.addEventListener('pointercancel', () => this.stop());
    // The typing field keeps the focus.
    scroller.addEventListener('mousedown', (event) => {
      if (!this.onScrollBar(event)) event.preventDefault();
    });
    scroller.addEventListener('click', (event) => this.clicked(event));
    scroller.addEventListener('dblclick', (event) => {
      if (this.partAt(event) === 'cell') actions.open();
    });
    scroller.addEventListener('contextmenu', (event) => this.asked(event));
  }

  private pressed(event: PointerEvent): void {
    if (event.pointerType === 'touch' || event.button !== 0 || this.onScrollBar(event) || targetOf(event, '.column-menu, .fold-toggle, .chart-picture')) return;
    const spot = this.spotAt(event.clientX, event.clientY);
    const edge = targetOf(event, '.width-handle');
    const header = edge?.closest('[aria-colindex]');
    if (header) {
      const column = Number(header.getAttribute('aria-colindex')) - 2;
      this.begin(event, { kind: 'size', column, from: event.clientX, width: this.layout().columnWidth(column) });
      return;
    }
    if (targetOf(event, '.height-handle')) {
      const row = Number(targetOf(event, '[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;
      this.begin(event, { kind: 'height', row, from: event.clientY, height: this.layout().rowHeight(row) });
      return;
    }
    if (targetOf(event, '.fill-handle')) {
      this.begin(event, { kind: 'fill', part: 'cell' });
      return;
    }
    const part = this.partAt(event);
    this.actions.select(spot, part, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'add' : 'alone');
    if (targetOf(event, '.chip-arrow')) this.actions.open();
    else if (part !== 'all') this.begin(event, { kind: 'select', part });
  }

  private begin(event: PointerEvent, drag: Drag): void {
    this.drag = drag;
    this.last = { x: event.clientX, y: event.clientY };
    this.drawing.scroller.setPointerCapture(event.pointerId);
    if (drag.kind === 'select' || drag.kind === 'fill') this.scrolling = setInterval(() => this.scrollOn(), SCROLL_EVERY_MILLISECONDS);
  }

  private moved(event: PointerEvent): void {
    if (!this.drag) return;
    this.last = { x: event.clientX, y: event.clientY };
    this.follow(false);
  }

  private follow(done: boolean): void {
    const { drag, last } = this;
    if (!drag) return;
    if (drag.kind === 'size') this.actions.sizeColumn(drag.column, Math.max(LEAST_COLUMN_WIDTH, drag.width + last.x - drag.from), done);
    else if (drag.kind === 'height') this.actions.sizeRow(drag.row, Math.max(LEAST_ROW_HEIGHT, drag.height + last.y - drag.from), done);
    else if (drag.kind === 'fill') this.actions.fill(this.spotAt(last.x, last.y), done);
    else this.actions.extend(this.spotAt(last.x, last.y));
  }

  private released(event: PointerEvent): void {
    if (!this.drag) return;
    this.last = { x: event.clientX, y: event.clientY };
    this.follow(true);
    this.stop();
    this.actions.settled();
  }

  private stop(): void {
    this.drag = null;
    if (this.scrolling) clearInterval(this.scrolling);
    this.scrolling = null;
  }

  /** A drag beyond the edge scrolls on. */
  private scrollOn(): void {
    const { scroller } = this.drawing;
    const box = scroller.getBoundingClientRect();
    const layout = this.layout();
    const beyond = (value: number, low: number, high: number) => (value < low ? value - low : value > high ? value - high : 0);
    const across = beyond(this.last.x, box.left + layout.headerWidth, box.left + scroller.clientWidth);
    const down = beyond(this.last.y, box.top + HEADER_HEIGHT, box.top + scroller.clientHeight);
    if (across === 0 && down === 0) return;
    scroller.scrollBy(across, down);
    this.follow(false);
  }

  private clicked(event: MouseEvent): void {
    if (targetOf(event, '.fold-toggle')) return;
    const menu = targetOf(event, '.column-menu');
    const header = menu?.closest('[aria-colindex]');
    if (header) {
      this.actions.columnMenu(Number(header.getAttribute('aria-colindex')) - 2);
      return;
    }
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    const spot = this.spotAt(event.clientX, event.clientY);
    const part = this.partAt(event);
    const again = part === 'cell' && this.actions.isActive(spot);
    this.actions.select(spot, part, 'alone');
    if (again || targetOf(event, '.chip-arrow')) this.actions.open();
  }

  private asked(event: MouseEvent): void {
    event.preventDefault();
    const spot = this.spotAt(event.clientX, event.clientY);
    if (!this.actions.isSelected(spot)) this.actions.select(spot, this.partAt(event), 'alone');
    this.actions.contextMenu(event.clientX, event.clientY);
  }

  private partAt(event: MouseEvent): 'cell' | 'row' | 'column' | 'all' {
    const box = this.drawing.scroller.getBoundingClientRect();
    const overHeaders = event.clientY - box.top < HEADER_HEIGHT;
    const overNumbers = event.clientX - box.left < this.layout().headerWidth;
    return overHeaders ? (overNumbers ? 'all' : 'column') : overNumbers ? 'row' : 'cell';
  }

  /** The cell under a point; the nearest one for points outside. */
  spotAt(x: number, y: number): Spot {
    const layout = this.layout();
    const { scroller } = this.drawing;
    const box = scroller.getBoundingClientRect();
    const across = Math.min(x - box.left, scroller.clientWidth - 1) - layout.headerWidth;
    const down = Math.min(y - box.top, scroller.clientHeight - 1);
    const frozenWidth = layout.left(layout.frozenColumns);
    const column = layout.columnAt(Math.max(0, across < frozenWidth ? across : across + scroller.scrollLeft));
    const row = layout.rowAt(Math.max(0, (down < layout.headHeight ? down : down + scroller.scrollTop) - HEADER_HEIGHT));
    return { row, column };
  }

  private onScrollBar(event: MouseEvent): boolean {
    const { scroller } = this.drawing;
    const box = scroller.getBoundingClientRect();
    return event.clientX - box.left >= scroller.clientWidth || event.clientY - box.top >= scroller.clientHeight;
  }
}

function targetOf(event: Event, selector: string): Element | null {
  return event.target instanceof Element ? event.target.closest(selector) : null;
}
