/**
 * Draws the part of a sheet that is in sight and lets the browser scroll it. Only rows and columns in sight are in the
 * document; frozen ones stick to the edge, so scrolling needs no script to keep things in place.
 */
import type { GroupView } from '../../contract';
import { element } from '../element';
import { columnLetters } from './addresses';
import { drawCell, type CellState } from './cell-look';
import { foldMarks } from './fold-marks';
import { CORNER, FOLD_STEP, type Dimension, type Folds } from './folds';
import { HEADER_HEIGHT, type GridLayout, type Window } from './grid-layout';
import type { Spot } from './selection';

/** What the drawing asks about a cell or header while it draws. */
export interface DrawingSource {
  readonly layout: GridLayout;
  stateAt(row: number, column: number): CellState;
  columnMarks(column: number): string;
  rowMarks(row: number): string;
  /** Label of the button that opens a column's menu. */
  readonly menuLabel: string;
  foldLabel(dimension: Dimension, group: GroupView): string;
  fold(dimension: Dimension, group: GroupView): void;
  /** Which rows are drawn; asked for their cells. */
  inSight(rows: Window): void;
}

interface DrawnRow {
  readonly element: HTMLElement;
  readonly header: HTMLElement;
  readonly cells: Map<number, HTMLElement>;
}

/** Rows and columns drawn beyond the edge, so that a quick scroll finds them there. */
const ROWS_AHEAD = 8;
const COLUMNS_AHEAD = 2;
/** From this height on a row shows several lines of a wrapped text. */
const TALL = 40;

export class GridDrawing {
  readonly scroller = element('div', { class: 'grid-scroll', tabindex: -1 });
  readonly element = element('div', { class: 'sheet-grid', role: 'grid', 'aria-multiselectable': 'true' }, this.scroller);
  private readonly sizer = element('div', { class: 'grid-sizer', role: 'presentation' });
  private readonly head = element('div', { class: 'grid-head', role: 'presentation' });
  private readonly headers = element('div', { class: 'grid-row column-headers', role: 'row', 'aria-rowindex': 1 });
  private readonly drawnHeaders = new Map<number, HTMLElement>();
  private readonly rows = new Map<number, DrawnRow>();
  private readonly fillHandle = element('div', { class: 'fill-handle', 'aria-hidden': 'true' });
  private scheduled = false;
  private readonly watcher = new ResizeObserver(() => this.draw());

  constructor(private readonly source: DrawingSource) {
    this.head.append(this.headers);
    this.sizer.append(this.head);
    this.scroller.append(this.sizer);
    this.scroller.addEventListener('scroll', () => this.draw(), { passive: true });
    this.watcher.observe(this.scroller);
    this.reshape();
  }

  dispose(): void {
    this.watcher.disconnect();
  }

  /** Lays something over the cells that scrolls with them. */
  lay(layer: HTMLElement): void {
    this.sizer.append(layer);
  }

  /** Rows or columns came, went or changed their width: everything is drawn anew. */
  reshape(): void {
    const { layout } = this.source;
    for (const row of this.rows.values()) row.element.remove();
    this.rows.clear();
    this.drawnHeaders.clear();
    const corner = element('div', { class: 'corner', role: 'columnheader' }, ...this.marks(layout.rowFolds, CORNER, CORNER), ...this.marks(layout.columnFolds, CORNER, CORNER));
    corner.style.width = `${layout.headerWidth}px`;
    this.headers.replaceChildren(corner);
    this.headers.style.height = `${HEADER_HEIGHT}px`;
    this.sizer.style.width = `${layout.width}px`;
    this.sizer.style.height = `${layout.height}px`;
    this.head.style.height = `${layout.headHeight}px`;
    this.element.setAttribute('aria-rowcount', String(layout.rowCount + 1));
    this.element.setAttribute('aria-colcount', String(layout.columnCount + 1));
    this.draw();
  }

  /** Draws once for any number of calls within a frame. */
  draw(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    requestAnimationFrame(() => {
      this.scheduled = false;
      if (this.element.isConnected) this.drawNow();
    });
  }

  drawNow(): void {
    const { layout } = this.source;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.scroller;
    const sight = layout.rowsAt(scrollTop, clientHeight);
    const first = Math.max(layout.frozenRows, sight.first - ROWS_AHEAD);
    const last = Math.min(layout.rowCount - 1, sight.last + ROWS_AHEAD);
    const across = layout.columnsAt(scrollLeft, clientWidth);
    const columns = { first: Math.max(layout.frozenColumns, across.first - COLUMNS_AHEAD), last: Math.min(layout.columnCount - 1, across.last + COLUMNS_AHEAD) };
    const wanted = new Set<number>();
    for (let position = 0; position < layout.frozenRows; position += 1) wanted.add(position);
    for (let position = first; position <= last; position += 1) wanted.add(position);
    // A merged cell is drawn by its first row and column, wherever these are.
    for (const { top, bottom } of layout.merges) if (top < first && bottom >= first) wanted.add(top);
    for (const [position, row] of this.rows) {
      if (wanted.has(position)) continue;
      row.element.remove();
      this.rows.delete(position);
    }
    this.drawHeaders(columns);
    for (const position of wanted) this.drawRow(position, columns);
    this.source.inSight({ first, last });
  }

  /** Puts the fill handle into the corner of what is selected, or away. */
  placeFillHandle(corner: Spot | null): void {
    const cell = corner ? this.rows.get(corner.row)?.cells.get(corner.column) : undefined;
    if (!cell) this.fillHandle.remove();
    else if (this.fillHandle.parentElement !== cell.parentElement || this.fillHandle.dataset['column'] !== String(corner?.column)) {
      this.fillHandle.dataset['column'] = String(corner?.column);
      this.fillHandle.style.left = `${cell.offsetLeft + cell.offsetWidth - 5}px`;
      this.fillHandle.style.top = `${cell.offsetHeight - 6}px`;
      cell.parentElement?.append(this.fillHandle);
    }
  }

  /** Scrolls until a cell is wholly in sight. */
  reveal({ row, column }: Spot): void {
    const { layout } = this.source;
    const { scroller } = this;
    if (row >= layout.frozenRows) {
      const top = layout.top(row) - layout.top(layout.frozenRows);
      const room = scroller.clientHeight - layout.headHeight - layout.rowHeight(row);
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top > scroller.scrollTop + Math.max(0, room)) scroller.scrollTop = top - Math.max(0, room);
    }
    if (column >= layout.frozenColumns) {
      const left = layout.left(column) - layout.left(layout.frozenColumns);
      const room = scroller.clientWidth - layout.sideWidth - layout.columnWidth(column);
      if (left < scroller.scrollLeft) scroller.scrollLeft = left;
      else if (left > scroller.scrollLeft + Math.max(0, room)) scroller.scrollLeft = left - Math.max(0, room);
    }
  }

  /** Where a cell stands, measured from the grid's own corner. */
  boxOf({ row, column }: Spot): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
    const { layout } = this.source;
    const left = layout.headerWidth + layout.left(column) - (column < layout.frozenColumns ? 0 : this.scroller.scrollLeft);
    const top = HEADER_HEIGHT + layout.top(row) - (row < layout.frozenRows ? 0 : this.scroller.scrollTop);
    return { left, top, ...this.sizeOf(row, column) };
  }

  /** A merged cell is as large as all its cells together. */
  private sizeOf(row: number, column: number): { readonly width: number; readonly height: number } {
    const { layout } = this.source;
    const { bottom, right } = layout.mergeAt(row, column) ?? { bottom: row, right: column };
    return { width: layout.left(right + 1) - layout.left(column), height: layout.top(bottom + 1) - layout.top(row) };
  }

  cell({ row, column }: Spot): HTMLElement | undefined {
    return this.rows.get(row)?.cells.get(column);
  }

  private drawHeaders(columns: Window): void {
    const { layout, menuLabel } = this.source;
    this.forgetCells(this.drawnHeaders, columns);
    this.forColumns(columns, (column) => {
      let header = this.drawnHeaders.get(column);
      if (!header) {
        const letters = columnLetters(layout.column(column));
        header = element(
          'div',
          { role: 'columnheader', 'aria-colindex': column + 2 },
          ...this.marks(layout.columnFolds, column, layout.column(column)),
          element('span', {}, letters),
          element('button', { type: 'button', class: 'column-menu', tabindex: -1, 'aria-label': `${letters} ${menuLabel}`, 'aria-haspopup': 'menu' }),
          element('span', { class: 'width-handle', 'aria-hidden': 'true' }),
        );
        this.place(header, column);
        this.drawnHeaders.set(column, header);
        this.insert(this.headers, header, column);
      }
      header.className = `column-header ${column < layout.frozenColumns ? 'frozen' : ''} ${this.source.columnMarks(column)}`;
    });
  }

  private drawRow(position: number, columns: Window): void {
    const { layout } = this.source;
    let row = this.rows.get(position);
    if (!row) {
      const header = element('div', { role: 'rowheader' }, ...this.marks(layout.rowFolds, position, layout.row(position)), String(layout.row(position) + 1), element('span', { class: 'height-handle', 'aria-hidden': 'true' }));
      header.style.width = `${layout.headerWidth}px`;
      header.style.paddingLeft = `${layout.rowFolds.depth * FOLD_STEP}px`;
      const height = layout.rowHeight(position);
      const over = layout.merges.some(({ top, bottom }) => top === position && bottom > top);
      row = { element: element('div', { class: `grid-row${height >= TALL ? ' tall' : ''}${over ? ' over' : ''}`, role: 'row', 'aria-rowindex': position + 2 }, header), header, cells: new Map() };
      row.element.style.height = `${height}px`;
      if (position < layout.frozenRows) this.head.append(row.element);
      else {
        row.element.style.top = `${HEADER_HEIGHT + layout.top(position)}px`;
        this.sizer.append(row.element);
      }
      this.rows.set(position, row);
    }
    row.header.className = `row-header ${this.source.rowMarks(position)}`;
    const anchors = layout.merges.filter(({ top, left, right }) => top === position && left < columns.first && right >= columns.first).map(({ left }) => left);
    this.forgetCells(row.cells, columns, anchors);
    const { cells, element: line } = row;
    const drawOne = (column: number): void => {
      const merge = layout.mergeAt(position, column);
      if (merge && (merge.top !== position || merge.left !== column)) return;
      let cell = cells.get(column);
      if (!cell) {
        cell = element('div', { role: 'gridcell', 'aria-colindex': column + 2 });
        this.place(cell, column);
        if (merge) this.spread(cell, position, column);
        cells.set(column, cell);
        this.insert(line, cell, column);
      }
      if (merge) this.clip(cell, column);
      drawCell(cell, this.source.stateAt(position, column));
    };
    this.forColumns(columns, drawOne);
    for (const column of anchors) if (column >= layout.frozenColumns) drawOne(column);
  }

  private marks(folds: Folds, position: number, place: number): readonly HTMLElement[] {
    const { dimension } = folds;
    return foldMarks(folds, position, place, (group) => this.source.foldLabel(dimension, group), (group) => this.source.fold(dimension, group));
  }

  /** A merged cell reaches over those that it covers. */
  private spread(cell: HTMLElement, row: number, column: number): void {
    const { width, height } = this.sizeOf(row, column);
    cell.style.width = `${width}px`;
    cell.style.height = `${height}px`;
    cell.dataset['merged'] = '';
  }

  /** A merged cell lies over the rows below, so it must itself end where frozen columns begin. */
  private clip(cell: HTMLElement, column: number): void {
    const { layout } = this.source;
    const hidden = column < layout.frozenColumns ? 0 : layout.left(layout.frozenColumns) + this.scroller.scrollLeft - layout.left(column);
    cell.style.clipPath = hidden > 0 ? `inset(0 0 0 ${hidden}px)` : '';
  }

  /** Frozen cells stick beside one another; the others stand where their column begins. */
  private place(cell: HTMLElement, column: number): void {
    const { layout } = this.source;
    const left = layout.headerWidth + layout.left(column);
    cell.style.width = `${layout.columnWidth(column)}px`;
    cell.style.left = `${left}px`;
    cell.style.position = column < layout.frozenColumns ? 'sticky' : 'absolute';
  }

  private insert(line: HTMLElement, cell: HTMLElement, column: number): void {
    // Sticky cells keep their order in the line; readers of the page meet the others in the order they are drawn.
    if (column < this.source.layout.frozenColumns) line.insertBefore(cell, line.children[column + 1] ?? null);
    else line.append(cell);
  }

  private forgetCells(cells: Map<number, HTMLElement>, columns: Window, kept: readonly number[] = []): void {
    for (const [column, cell] of cells) {
      if (column < this.source.layout.frozenColumns || kept.includes(column) || (column >= columns.first && column <= columns.last)) continue;
      cell.remove();
      cells.delete(column);
    }
  }

  private forColumns(columns: Window, draw: (column: number) => void): void {
    for (let column = 0; column < this.source.layout.frozenColumns; column += 1) draw(column);
    for (let column = columns.first; column <= columns.last; column += 1) draw(column);
  }
}
