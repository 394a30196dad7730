/** Walking through a sheet by keys: step by step, to edges of what is filled, by pages, and whole rows and columns. */
import { showFailure } from '../notices';
import { dataEdge } from './data-edge';
import type { Spot } from './selection';
import type { SheetGrid } from './sheet-grid';

export type Direction = 'down' | 'up' | 'right' | 'left';

export class GridWalk {
  constructor(private readonly grid: SheetGrid) {}

  move(direction: Direction, extend: boolean): void {
    const { selection } = this.grid;
    this.grid.select(selection.beside(extend ? selection.moving : selection.active, direction), extend);
  }

  /** To the next edge of what is filled, as Ctrl with an arrow does. */
  async jump(direction: Direction, extend: boolean): Promise<void> {
    const from = extend ? this.grid.selection.moving : this.grid.selection.active;
    try {
      if (direction === 'left' || direction === 'right') {
        const column = dataEdge(from.column, direction === 'right' ? 1 : -1, this.grid.layout.columnCount, (place) => (this.grid.cellAt({ row: from.row, column: place })?.text ?? '') !== '');
        this.grid.select({ row: from.row, column }, extend);
      } else {
        const texts = await this.grid.values.texts(this.grid.layout.column(from.column));
        const row = dataEdge(from.row, direction === 'down' ? 1 : -1, this.grid.layout.rowCount, (place) => String(texts[this.grid.layout.row(place)] ?? '') !== '');
        this.grid.select({ row, column: from.column }, extend);
      }
    } catch (failure) {
      showFailure(this.grid.options.application, failure);
    }
  }

  toStart(ofSheet: boolean, extend: boolean): void {
    const { row } = extend ? this.grid.selection.moving : this.grid.selection.active;
    this.grid.select({ row: ofSheet ? 0 : row, column: 0 }, extend);
    // The first cell may be a frozen one, which is always in sight.
    this.grid.drawing.scroller.scrollTo({ left: 0, ...(ofSheet && { top: 0 }) });
  }

  /** Home and End go along the row; with Ctrl, End goes to the last row that holds something in this or the first column. */
  async toEnd(ofSheet: boolean, extend: boolean): Promise<void> {
    const { row, column } = extend ? this.grid.selection.moving : this.grid.selection.active;
    const lastColumn = this.grid.layout.columnCount - 1;
    if (!ofSheet) {
      const filled = [...Array(this.grid.layout.columnCount).keys()].reverse().find((place) => (this.grid.cellAt({ row, column: place })?.text ?? '') !== '');
      this.grid.select({ row, column: filled === undefined || filled <= column ? lastColumn : filled }, extend);
      return;
    }
    try {
      const [own, first] = await Promise.all([this.grid.values.texts(this.grid.layout.column(column)), this.grid.values.texts(this.grid.layout.column(0))]);
      let last = this.grid.layout.rowCount - 1;
      while (last > 0 && String(own[this.grid.layout.row(last)] ?? first[this.grid.layout.row(last)] ?? '') === '') last -= 1;
      this.grid.select({ row: last, column: lastColumn }, extend);
    } catch (failure) {
      showFailure(this.grid.options.application, failure);
    }
  }

  page(by: 1 | -1, extend: boolean): void {
    const { layout, drawing, selection } = this.grid;
    const { row, column } = extend ? selection.moving : selection.active;
    const room = drawing.scroller.clientHeight - layout.headHeight;
    const distance = layout.top(row) + by * Math.max(room - layout.rowHeight(row), layout.rowHeight(row));
    const target = layout.rowAt(distance);
    // Never further than a page, so that going back comes out where it began.
    const whole = by < 0 && layout.top(target) < distance ? target + 1 : target;
    const to = whole === row ? row + by : whole;
    drawing.scroller.scrollBy(0, layout.top(to) - layout.top(row));
    this.grid.select({ row: to, column }, extend);
  }

  /** Enter opens a cell with choices and one that is already shown alone; in a block it walks on. */
  enter(backwards: boolean): void {
    if (!this.grid.selection.isOne) this.step(backwards ? 'up' : 'down');
    else if (backwards) this.move('up', false);
    else this.grid.open();
  }

  step(direction: Direction): void {
    this.grid.selection.step(direction);
    this.grid.drawing.reveal(this.grid.selection.active);
    this.grid.selectionChanged();
  }

  selectWhole(what: 'rows' | 'columns' | 'all'): void {
    const { span } = this.grid.selection;
    if (what === 'all') this.grid.selection.selectAll();
    else if (what === 'rows') this.selectBand({ row: span.top, column: 0 }, { row: span.bottom, column: 0 }, 'rows');
    else this.selectBand({ row: 0, column: span.left }, { row: 0, column: span.right }, 'columns');
    this.grid.selectionChanged();
  }

  private selectBand(from: Spot, to: Spot, reach: 'rows' | 'columns'): void {
    this.grid.selection.select(from, reach);
    this.grid.selection.extendTo(to);
  }
}
