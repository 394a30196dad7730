/** One tab as a grid: RevoGrid draws and scrolls, the server owns every value. */
import type { ColumnRegular, DataType } from '@revolist/revogrid';
import { defineCustomElements } from '@revolist/revogrid/loader';
import type { CellView, EditOutcome, GridView, SpreadsheetSummary } from '../../contract';
import type { Application } from '../application';
import { element } from '../element';
import { showFailure, showNotice } from '../notices';
import { requestJson } from '../requests';
import { cellAddress, columnLetters } from './addresses';
import { cellEditor } from './cell-editors';
import { cellContent, cellProperties } from './cell-look';
import { CellTyping } from './cell-typing';
import { CellWindows, ROWS_IN_A_WINDOW } from './cell-windows';
import { editBlocks, type ChangedRow } from './edit-blocks';
import { NoteCard } from './note-card';

type Tab = SpreadsheetSummary['tabs'][number];
/** A row as RevoGrid keeps it: its place in the tab, and the texts that copying takes. */
type GridRow = DataType<string | number>;

export interface FocusedCell {
  readonly row: number;
  readonly column: number;
  readonly cell: CellView | undefined;
}

interface SheetGridOptions {
  readonly application: Application;
  readonly spreadsheetId: string;
  readonly tab: Tab;
  readonly focused: (cell: FocusedCell) => void;
}

const ROW_HEIGHT = 28;
const DEFAULT_COLUMN_WIDTH = 110;
const ROW = 'row';

export class SheetGrid {
  readonly element: HTMLElement;
  private readonly grid: HTMLRevoGridElement;
  private readonly typing: CellTyping;
  private readonly windows: CellWindows;
  private readonly notes: NoteCard;
  private readonly models: GridRow[] = [];
  private readonly rows: GridRow[] = [];
  private readonly frozenRows: GridRow[] = [];
  /** Texts typed but not yet answered by the server, by `row:column`. */
  private readonly pending = new Map<string, string>();
  private hiddenColumns: ReadonlySet<number> = new Set();
  private readonly hiddenRows = new Set<number>();
  private columnCount = 0;
  private visible = { first: 0, last: ROWS_IN_A_WINDOW };
  private focus: { row: number; column: number } | null = null;
  private drawScheduled = false;

  constructor(private readonly options: SheetGridOptions) {
    defineCustomElements();
    const { application, spreadsheetId, tab } = options;
    this.grid = document.createElement('revo-grid');
    this.element = element('div', { class: 'grid-place' }, this.grid);
    this.typing = new CellTyping(this.element, this.grid);
    this.windows = new CellWindows(application, { spreadsheetId, sheetId: tab.sheetId, rows: tab.rows, columns: tab.columns }, (view) => this.arrived(view));
    this.notes = new NoteCard(this.grid);
    this.configure();
    this.listen();
    void this.load();
  }

  /** The workspace changed; what is in sight is read again. */
  refresh(): void {
    this.windows.forget();
    void this.need();
  }

  dispose(): void {
    this.notes.dispose();
  }

  /** Writes as if typed. The old values come back by themselves when the server refuses. */
  async edit(row: number, column: number, values: readonly (readonly string[])[]): Promise<void> {
    const { application, spreadsheetId, tab } = this.options;
    const keys: string[] = [];
    for (const [down, line] of values.entries()) {
      for (const [across, value] of line.entries()) {
        const key = `${row + down}:${column + across}`;
        keys.push(key);
        this.pending.set(key, value);
      }
    }
    this.draw();
    try {
      const outcome = await requestJson<EditOutcome>('POST', application.path(`/api/spreadsheets/${encodeURIComponent(spreadsheetId)}/cells`), { sheet: tab.sheetId, row, column, values });
      if (!outcome.accepted) showNotice(application.word('editRefused'), outcome.message, 'refusal');
    } catch (failure) {
      showFailure(application, failure);
    }
    this.windows.forget();
    await this.need();
    for (const key of keys) this.pending.delete(key);
    this.draw();
    this.reportFocus();
  }

  private configure(): void {
    const { tab } = this.options;
    const { grid } = this;
    grid.className = 'sheet-grid';
    grid.theme = 'default';
    grid.rowSize = ROW_HEIGHT;
    grid.range = true;
    grid.resize = true;
    grid.canMoveColumns = false;
    grid.filter = false;
    grid.exporting = false;
    grid.applyOnClose = true;
    grid.useClipboard = true;
    grid.frameSize = 3;
    grid.editors = { cell: cellEditor({
        cellOf: (schema) => this.cellOf(schema.model, schema.prop),
        takeComposed: () => this.typing.takeComposed(),
        opened: () => this.typing.editorOpened(),
        closed: () => {
          this.typing.editorClosed();
          this.draw();
        },
      }) };
    grid.rowHeaders = { prop: ROW, size: tab.rows > 9999 ? 64 : 48, cellTemplate: (_create, { model }) => String(Number(model[ROW]) + 1) };
    this.useColumns({});
    this.useRows();
  }

  private listen(): void {
    const { grid } = this;
    grid.addEventListener('viewportscroll', (event) => {
      if (event.detail.dimension !== 'rgRow') return;
      const first = Math.floor(event.detail.coordinate / ROW_HEIGHT);
      this.visible = { first, last: first + Math.ceil(grid.clientHeight / ROW_HEIGHT) };
      this.notes.hide();
      void this.need();
    });
    grid.addEventListener('afterfocus', (event) => {
      const row = Number(event.detail.model?.[ROW]);
      const column = Number(event.detail.column?.prop);
      if (Number.isNaN(row) || Number.isNaN(column)) return;
      this.focus = { row, column };
      this.typing.select({ label: `${cellAddress(row, column)} ${this.windows.at(row, column)?.text ?? ''}`, prop: column, rowInGrid: event.detail.rowIndex, rowType: event.detail.rowType });
      this.reportFocus();
    });
    grid.addEventListener('beforeeditstart', (event) => {
      const cell = this.cellOf(event.detail.model, event.detail.prop);
      this.typing.editorAsked(cell?.locked !== true);
      if (!cell?.locked) return;
      event.preventDefault();
      // The server says in its own words why the cell is locked.
      void this.edit(Number(event.detail.model[ROW]), Number(event.detail.prop), [[cell.input]]);
    });
    grid.addEventListener('beforeedit', (event) => {
      event.preventDefault();
      const { model, prop } = event.detail;
      const typed: unknown = event.detail.val;
      const value = typeof typed === 'string' || typeof typed === 'number' ? String(typed) : '';
      if (value === (this.cellOf(model, prop)?.input ?? '')) return;
      void this.edit(Number(model[ROW]), Number(prop), [[value]]);
    });
    grid.addEventListener('beforepasteapply', (event) => {
      event.preventDefault();
      if (this.focus && event.detail.parsed.length > 0) void this.edit(this.focus.row, this.focus.column, event.detail.parsed);
    });
    grid.addEventListener('beforerangeedit', (event) => {
      event.preventDefault();
      const lines = Object.entries(event.detail.data).map(([index, changed]) => ({ row: Number(event.detail.models[Number(index)]?.[ROW]), changed }));
      void this.editLines(lines);
    });
  }

  /** A filled or cleared range: one request for each rectangle. */
  private async editLines(lines: readonly ChangedRow[]): Promise<void> {
    for (const block of editBlocks(lines)) await this.edit(block.row, block.column, block.values);
  }

  private async load(): Promise<void> {
    await this.need();
    if (this.options.tab.frozenRows > 0) await this.windows.need(0, this.options.tab.frozenRows);
  }

  private async need(): Promise<void> {
    try {
      const hiddenAbove = [...this.hiddenRows].filter((row) => row <= this.visible.first).length;
      const offset = this.frozenRows.length + hiddenAbove;
      await Promise.all([this.windows.need(0, Math.max(0, this.options.tab.frozenRows - 1)), this.windows.need(this.visible.first + offset - 10, this.visible.last + offset + 20)]);
    } catch (failure) {
      showFailure(this.options.application, failure);
    }
  }

  private arrived(view: GridView): void {
    const hidden = new Set(view.hiddenColumns);
    const firstWindow = view.row === 0;
    if (firstWindow && (this.columnCount === 0 || !sameNumbers(hidden, this.hiddenColumns))) {
      this.hiddenColumns = hidden;
      this.useColumns(view.columnWidths);
    }
    const lastRow = view.row + view.cells.length;
    for (const [offset, cells] of view.cells.entries()) {
      const model = this.models[view.row + offset];
      if (model) for (const [column, cell] of cells.entries()) model[column] = cell.text;
    }
    let rowsMoved = false;
    for (const row of [...this.hiddenRows]) if (row >= view.row && row < lastRow && !view.hiddenRows.includes(row)) rowsMoved = this.hiddenRows.delete(row) || rowsMoved;
    for (const row of view.hiddenRows) {
      if (this.hiddenRows.has(row)) continue;
      this.hiddenRows.add(row);
      rowsMoved = true;
    }
    if (rowsMoved) this.useRows();
    this.draw();
    this.reportFocus();
  }

  private useColumns(widths: Readonly<Record<number, number>>): void {
    const { tab } = this.options;
    const columns: ColumnRegular[] = [];
    for (let column = 0; column < tab.columns; column += 1) {
      if (this.hiddenColumns.has(column)) continue;
      columns.push({
        prop: column,
        name: columnLetters(column),
        size: widths[column] ?? DEFAULT_COLUMN_WIDTH,
        minSize: 24,
        editor: 'cell',
        ...(column < tab.frozenColumns && { pin: 'colPinStart' as const }),
        cellProperties: ({ model }) => cellProperties(this.cellOf(model, column), this.pending.has(`${model[ROW]}:${column}`)),
        cellTemplate: (create, { model }) => cellContent(create, this.cellOf(model, column), this.pending.get(`${model[ROW]}:${column}`)),
      });
    }
    this.columnCount = Object.keys(widths).length === 0 && this.columnCount === 0 ? 0 : columns.length;
    this.grid.columns = columns;
  }

  private useRows(): void {
    const { tab } = this.options;
    this.rows.length = 0;
    this.frozenRows.length = 0;
    for (let row = 0; row < tab.rows; row += 1) {
      const model = (this.models[row] ??= { [ROW]: row });
      if (!this.hiddenRows.has(row)) (row < tab.frozenRows ? this.frozenRows : this.rows).push(model);
    }
    this.grid.pinnedTopSource = [...this.frozenRows];
    this.grid.source = [...this.rows];
  }

  private cellOf(model: DataType, prop: string | number): CellView | undefined {
    return this.windows.at(Number(model[ROW]), Number(prop));
  }

  private reportFocus(): void {
    if (this.focus) this.options.focused({ ...this.focus, cell: this.windows.at(this.focus.row, this.focus.column) });
  }

  /** Redraws once for any number of calls within a frame; an open editor would not survive it and goes first. */
  private draw(): void {
    if (this.drawScheduled) return;
    this.drawScheduled = true;
    requestAnimationFrame(() => {
      this.drawScheduled = false;
      if (this.typing.editing()) return;
      // Before the grid's code has loaded there is nothing drawn yet.
      if ('refresh' in this.grid) void this.grid.refresh('all');
    });
  }
}

function sameNumbers(one: ReadonlySet<number>, other: ReadonlySet<number>): boolean {
  return one.size === other.size && [...one].every((value) => other.has(value));
}
