/** Walking through a sheet by keys: step by step, to edges of what is filled, by pages, and whole rows and columns. */
import { showFailure } from '../notices';
import { dataEdge } from './data-edge';
import type { Spot } from './selection';
import type { SheetGrid } from './sheet-grid';

export type Direction = 'down' | 'up' | 'right' | 'left';

export class GridWalk {
  /** A way that is being looked up; where it leads is not known before it ends. */
  underway: Promise<void> | null = null;

  constructor(private readonly grid: SheetGrid) {}

  move(direction: Direction, extend: boolean): void {
    this.grid.select(this.grid.selection.beside(this.from(extend), direction), extend);
  }

  /** To the next edge of what is filled, as Ctrl with an arrow does. */
  jump(direction: Direction, extend: boolean): void {
    const { layout, values } = this.grid;
    const from = this.from(extend);
    if (direction === 'left' || direction === 'right') {
      this.grid.select({ row: from.row, column: dataEdge(from.column, direction === 'right' ? 1 : -1, layout.columnCount, (column) => this.isFilled({ row: from.row, column })) }, extend);
      return;
    }
    this.lookUp(async () => {
      const texts = await values.texts(layout.column(from.column));
      const row = dataEdge(from.row, direction === 'down' ? 1 : -1, layout.rowCount, (place) => String(texts[layout.row(place)] ?? '') !== '');
      this.grid.select({ row, column: from.column }, extend);
    });
  }

  toStart(ofSheet: boolean, extend: boolean): void {
    const { row } = this.from(extend);
    this.grid.select({ row: ofSheet ? 0 : row, column: 0 }, extend);
    // The first cell may be a frozen one, which is always in sight.
    this.grid.drawing.scroller.scrollTo({ left: 0, ...(ofSheet && { top: 0 }) });
  }

  /** Home and End go along the row; with Ctrl, End goes to the last row that holds something in this or the first column. */
  toEnd(ofSheet: boolean, extend: boolean): void {
    const { layout, values } = this.grid;
    const { row, column } = this.from(extend);
    const lastColumn = layout.columnCount - 1;
    if (!ofSheet) {
      const filled = [...Array(layout.columnCount).keys()].reverse().find((place) => this.isFilled({ row, column: place }));
      this.grid.select({ row, column: filled === undefined || filled <= column ? lastColumn : filled }, extend);
      return;
    }
    this.lookUp(async () => {
      const [own, first] = await Promise.all([values.texts(layout.column(column)), values.texts(layout.column(0))]);
      let last = layout.rowCount - 1;
      while (last > 0 && String(own[layout.row(last)] ?? first[layout.row(last)] ?? '') === '') last -= 1;
      this.grid.select({ row: last, column: lastColumn }, extend);
    });
  }

  page(by: 1 | -1, extend: boolean): void {
    const { layout, drawing } = this.grid;
    const { row, column } = this.from(extend);
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

  private from(extend: boolean): Spot {
    return extend ? this.grid.selection.moving : this.grid.selection.active;
  }

  private isFilled(spot: Spot): boolean {
    return (this.grid.cellAt(spot)?.text ?? '') !== '';
  }

  private lookUp(walk: () => Promise<void>): void {
    this.underway = walk()
      .catch((failure: unknown) => showFailure(this.grid.options.application, failure))
      .finally(() => {
        this.underway = null;
      });
  }

  private selectBand(from: Spot, to: Spot, reach: 'rows' | 'columns'): void {
    this.grid.selection.select(from, reach);
    this.grid.selection.extendTo(to);
  }
}
