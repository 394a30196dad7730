/** One tab as a grid: what is shown where, what is selected, and what keys and pointer do to it. */
import type { CellView, SheetObjects, SpreadsheetSummary } from '../../contract';
import type { Application } from '../application';
import { cellAddress } from './addresses';
import { CellEditor } from './cell-editor';
import type { CellState } from './cell-look';
import { CellWindows } from './cell-windows';
import { ChartLayer } from './chart-layer';
import type { EditHistory } from './edit-history';
import { foldLabel } from './fold-marks';
import { GridDrawing } from './grid-drawing';
import { GridKeys } from './grid-keys';
import { GridLayout, type Window } from './grid-layout';
import { GridPointer } from './grid-pointer';
import { GridSight } from './grid-sight';
import { GridWalk } from './grid-walk';
import { NoteCard } from './note-card';
import { Selection, type Span, type Spot } from './selection';
import { SheetBlocks } from './sheet-blocks';
import { SheetEdits } from './sheet-edits';
import { SheetFill } from './sheet-fill';
import { SheetValues } from './sheet-values';
import { spanMarks } from './span-marks';

export type Tab = SpreadsheetSummary['tabs'][number];

export interface FocusedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: CellView | undefined;
}

export interface SheetGridOptions {
  tab: Tab;
  readonly application: Application;
  readonly spreadsheetId: string;
  readonly history: EditHistory;
  readonly focused: (cell: FocusedCell, spans: readonly Span[]) => void;
  readonly columnMenu: (column: number, anchor: DOMRect) => void;
  readonly contextMenu: (x: number, y: number) => void;
  readonly find: () => void;
  /** The focus goes on to what follows the cells. */
  readonly leave: () => void;
}

export class SheetGrid {
  readonly layout: GridLayout;
  readonly selection: Selection;
  readonly windows: CellWindows;
  readonly values: SheetValues;
  readonly edits: SheetEdits;
  readonly blocks: SheetBlocks;
  readonly fills = new SheetFill(this);
  readonly walk = new GridWalk(this);
  readonly drawing: GridDrawing;
  private readonly editor: CellEditor;
  private readonly keys: GridKeys;
  private readonly notes: NoteCard;
  readonly sight: GridSight;
  readonly charts: ChartLayer;
  filterViews: SheetObjects['filterViews'] = [];
  /** Cells that a search found, by `row:column`. */
  found: ReadonlySet<string> = new Set();
  /** Columns that a filter or an order is set on. */
  filtered: ReadonlySet<number> = new Set();

  constructor(readonly options: SheetGridOptions) {
    const { application, spreadsheetId, tab, history } = options;
    this.layout = new GridLayout(tab);
    this.selection = new Selection(this.layout);
    this.selection.select({ row: this.layout.frozenRows, column: 0 });
    this.windows = new CellWindows(application, { spreadsheetId, sheetId: tab.sheetId, rows: tab.rows, columns: tab.columns }, (views) => this.sight.arrived(views));
    this.sight = new GridSight(this, { reshaped: () => this.reshape(), arrived: () => this.selectionChanged() });
    this.values = new SheetValues(application, spreadsheetId, tab);
    this.edits = new SheetEdits({ application, spreadsheetId, sheetId: tab.sheetId }, this.windows, history, { drawn: () => this.drawing.draw(), changed: () => this.reread() });
    this.blocks = new SheetBlocks(this);
    this.drawing = new GridDrawing({
      layout: this.layout,
      menuLabel: application.word('columnMenu'),
      stateAt: (row, column) => this.stateAt(row, column),
      columnMarks: (column) => `${this.selection.spans.some(({ left, right }) => column >= left && column <= right) ? 'selected' : ''} ${this.filtered.has(this.layout.column(column)) ? 'filtered' : ''}`,
      rowMarks: (row) => (this.selection.spans.some(({ top, bottom }) => row >= top && row <= bottom) ? 'selected' : ''),
      foldLabel: (dimension, group) => foldLabel(application, dimension, group),
      fold: (dimension, group) => void this.edits.fold(dimension, group),
      inSight: (rows) => this.rowsDrawn(rows),
    });
    this.editor = new CellEditor({ finished: (text, onward) => this.finished(text, onward), mayBegin: () => this.mayBegin(), key: (event) => this.keys.pressed(event) });
    this.keys = new GridKeys(this, this.editor);
    this.charts = new ChartLayer(application);
    this.drawing.lay(this.charts.element);
    void this.sight.readObjects();
    this.drawing.element.append(this.editor.field);
    this.drawing.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
    this.notes = new NoteCard(this.drawing.element);
    this.listen();
    this.drawing.element.setAttribute('aria-label', tab.title);
  }

  get element(): HTMLElement {
    return this.drawing.element;
  }

  /** The workspace changed; what is in sight is read again. */
  refresh(): void {
    this.windows.forget();
    this.values.forget();
    void this.sight.need();
    void this.sight.readObjects();
  }

  /** The tab was renamed, grew or shrank while it is open. */
  resize(tab: Tab): void {
    this.options.tab = tab;
    this.layout.shape = tab;
    this.windows.resize({ spreadsheetId: this.options.spreadsheetId, sheetId: tab.sheetId, rows: tab.rows, columns: tab.columns });
    this.values.resize(tab);
    this.reshape();
  }

  dispose(): void {
    this.editor.commit();
    this.notes.dispose();
    this.blocks.dispose();
    this.drawing.dispose();
  }

  cellAt({ row, column }: Spot): CellView | undefined {
    return this.windows.at(this.layout.row(row), this.layout.column(column));
  }

  /** Shows these body rows in this order; all of them for null. */
  showRows(rows: readonly number[] | null): void {
    this.sight.bodyRows = rows;
    this.reshape();
    this.drawing.scroller.scrollTop = 0;
    this.selection.select({ row: this.layout.frozenRows, column: this.selection.active.column });
    this.selectionChanged();
  }

  select(spot: Spot, extend = false): void {
    this.editor.commit();
    if (extend) this.selection.extendTo(spot);
    else this.selection.select(spot);
    this.drawing.reveal(extend ? this.selection.moving : this.selection.active);
    this.selectionChanged();
  }

  open(): void {
    this.drawing.reveal(this.selection.active);
    this.placeEditor();
    this.editor.open();
  }

  openColumnMenu(column: number): void {
    this.drawing.reveal({ row: this.selection.active.row, column });
    const { left, width } = this.drawing.boxOf({ row: 0, column });
    const grid = this.element.getBoundingClientRect();
    this.options.columnMenu(this.layout.column(column), new DOMRect(grid.left + left, grid.top, width, 28));
  }

  openContextMenu(): void {
    const box = this.drawing.boxOf(this.selection.active);
    const grid = this.element.getBoundingClientRect();
    this.options.contextMenu(grid.left + box.left + 12, grid.top + box.top + box.height);
  }

  /** Keys go to the grid from here on. */
  focus(): void {
    this.editor.focus();
  }

  get editing(): boolean {
    return this.editor.active;
  }

  /** Whether keys and the clipboard are the grid's at the moment. */
  get hasFocus(): boolean {
    return document.activeElement === this.editor.field;
  }

  /** Scrolls to a cell by its place in the tab; false when a filter hides it. */
  goTo(row: number, column: number): boolean {
    const spot = { row: this.layout.positionOfRow(row), column: this.layout.positionOfColumn(column) };
    if (spot.row < 0 || spot.column < 0) return false;
    this.select(spot);
    return true;
  }

  selectionChanged(): void {
    const { active, spans } = this.selection;
    const cell = this.cellAt(active);
    const address = cellAddress(this.layout.row(active.row), this.layout.column(active.column));
    this.editor.wait({ label: `${address} ${cell?.text ?? ''}`, input: cell?.input ?? '', choices: cell?.choices ?? null, locked: cell?.locked === true });
    this.placeEditor();
    this.drawing.draw();
    this.options.focused({ row: this.layout.row(active.row), column: this.layout.column(active.column), cell }, spans);
  }

  private listen(): void {
    const part = { cell: 'cells', row: 'rows', column: 'columns', all: 'cells' } as const;
    new GridPointer(this.drawing, () => this.layout, {
      select: (spot, what, how) => {
        this.editor.commit();
        if (what === 'all') this.selection.selectAll();
        else if (how === 'extend') this.selection.extendTo(spot);
        else if (how === 'add') this.selection.add(spot, part[what]);
        else this.selection.select(spot, part[what]);
        this.selectionChanged();
        // On a touch screen a focused field would raise the keyboard at every tap.
        if (!window.matchMedia('(pointer: coarse)').matches) this.focus();
      },
      extend: (spot) => {
        this.selection.extendTo(spot);
        this.selectionChanged();
      },
      open: () => this.open(),
      isActive: ({ row, column }) => row === this.selection.active.row && column === this.selection.active.column,
      isSelected: (spot) => this.selection.has(spot),
      columnMenu: (column) => this.openColumnMenu(column),
      contextMenu: (x, y) => this.options.contextMenu(x, y),
      sizeColumn: (column, width, done) => this.size('COLUMNS', this.layout.column(column), Math.round(width), done),
      sizeRow: (row, height, done) => this.size('ROWS', this.layout.row(row), Math.round(height), done),
      fill: (to, done) => this.fills.dragFill(to, done),
      settled: () => this.drawing.draw(),
    });
  }

  /** Follows the pointer while an edge is dragged; when it is let go, the sheet itself changes. */
  private size(dimension: 'ROWS' | 'COLUMNS', place: number, pixels: number, done: boolean): void {
    if (dimension === 'ROWS') this.sight.setHeight(place, pixels);
    else this.sight.setWidth(place, pixels);
    this.reshape();
    if (done) void this.edits.changeStructure({ kind: 'size', dimension, start: place, end: place + 1, pixels });
  }

  private mayBegin(): boolean {
    const { active } = this.selection;
    const cell = this.cellAt(active);
    if (!cell?.locked) return true;
    // The server says in its own words why the cell is locked.
    void this.edits.ask(this.layout.row(active.row), this.layout.column(active.column), cell.input);
    return false;
  }

  private finished(text: string, onward: 'down' | 'up' | 'right' | 'left' | 'stay'): void {
    const { active } = this.selection;
    if (text !== (this.cellAt(active)?.input ?? '')) void this.edits.write([{ row: this.layout.row(active.row), column: this.layout.column(active.column), text }]);
    if (onward !== 'stay') this.walk.step(onward);
    else this.selectionChanged();
  }

  private stateAt(row: number, column: number): CellState {
    const place = `${this.layout.row(row)}:${this.layout.column(column)}`;
    const { active, spans } = this.selection;
    const end = this.layout.mergeAt(row, column) ?? undefined;
    const marks = [
      row === active.row && column === active.column ? 'active' : '',
      ...spans.map((span) => spanMarks(span, row, column, 'in-span', end)),
      ...this.blocks.copied.map((span) => spanMarks(span, row, column, 'copied', end)),
      spanMarks(this.fills.filling, row, column, 'filling', end),
      this.found.has(place) ? 'found' : '',
    ];
    return { cell: this.windows.at(this.layout.row(row), this.layout.column(column)), pending: this.edits.pending.get(place), marks: marks.filter((mark) => mark !== '').join(' ') };
  }

  private rowsDrawn(rows: Window): void {
    this.sight.drawnRows = rows;
    const { span, spans } = this.selection;
    this.drawing.placeFillHandle(spans.length > 1 || this.editor.active || span.bottom - span.top > 5000 ? null : this.layout.firstOf({ row: span.bottom, column: span.right }));
    void this.sight.need();
  }

  private scrolled(): void {
    this.notes.hide();
    this.placeEditor();
  }

  private placeEditor(): void {
    const { active } = this.selection;
    const box = this.drawing.boxOf(active);
    const underHead = active.row >= this.layout.frozenRows && box.top < this.layout.headHeight - 1;
    const underSide = active.column >= this.layout.frozenColumns && box.left < this.layout.sideWidth - 1;
    this.editor.place(box, underHead || underSide || box.top > this.element.clientHeight || box.left > this.element.clientWidth);
  }

  private async reread(): Promise<void> {
    this.values.forget();
    await this.sight.need();
    this.selectionChanged();
  }

  private reshape(): void {
    this.sight.shapeLayout(this.drawing.scroller.clientWidth || Infinity);
    this.selection.settle();
    this.drawing.reshape();
    this.charts.place(this.layout);
    this.placeEditor();
  }
}
