/** What of a tab is in sight: reads it from the server, and keeps how large, hidden and merged its rows and columns are. */
import type { CellArea, GridView, GroupView, SheetObjects } from '../../contract';
import { showFailure } from '../notices';
import { requestJson } from '../requests';
import type { Window } from './grid-layout';
import type { SheetGrid } from './sheet-grid';

interface Shape {
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly merges: readonly CellArea[];
  readonly rowGroups: readonly GroupView[];
  readonly columnGroups: readonly GroupView[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A block grown by the hidden ones that touch it; null when none of it is hidden. */
function hiddenStretch(hidden: ReadonlySet<number>, first: number, last: number): Stretch | null {
  let [start, end] = [first, last + 1];
  while (hidden.has(start - 1)) start -= 1;
  while (hidden.has(end)) end += 1;
  for (let place = start; place < end; place += 1) if (hidden.has(place)) return { start, end };
  return null;
}

export class GridSight {
  /** Rows of the body in the order they are shown; null for all of them. */
  bodyRows: readonly number[] | null = null;
  drawnRows: Window = { first: 0, last: 60 };
  private shape: Shape = { hiddenRows: new Set(), hiddenColumns: new Set(), columnWidths: {}, rowHeights: {}, merges: [], rowGroups: [], columnGroups: [] };
  private known = '';
  private shownCharts = '[]';
  private wanted = false;
  private reading: Promise<void> | null = null;

  constructor(
    private readonly grid: SheetGrid,
    private readonly events: { readonly reshaped: () => void; readonly arrived: () => void },
  ) {}

  setWidth(column: number, width: number): void {
    this.shape = { ...this.shape, columnWidths: { ...this.shape.columnWidths, [column]: width } };
  }

  setHeight(row: number, height: number): void {
    this.shape = { ...this.shape, rowHeights: { ...this.shape.rowHeights, [row]: height } };
  }

  /** Hidden rows and columns within a block or right beside it; null where there are none. */
  hiddenAround(top: number, bottom: number, left: number, right: number): { readonly rows: Stretch | null; readonly columns: Stretch | null } {
    return { rows: hiddenStretch(this.shape.hiddenRows, top, bottom), columns: hiddenStretch(this.shape.hiddenColumns, left, right) };
  }

  shapeLayout(room: number): void {
    const { layout } = this.grid;
    const { hiddenRows, hiddenColumns, columnWidths, rowHeights, merges, rowGroups, columnGroups } = this.shape;
    layout.setRows(hiddenRows, this.bodyRows, rowHeights);
    layout.setColumns(hiddenColumns, columnWidths, room);
    layout.setMerges(merges);
    layout.setFolds(rowGroups, columnGroups);
  }

  /** Reads what is in sight by the time the last reading has ended: a long scroll asks for where it stops, not for all it passed. */
  need(): Promise<void> {
    this.wanted = true;
    this.reading ??= this.readWanted().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readWanted(): Promise<void> {
    const { grid } = this;
    while (this.wanted) {
      this.wanted = false;
      const rows: number[] = [];
      for (let position = 0; position < grid.layout.frozenRows; position += 1) rows.push(grid.layout.row(position));
      for (let position = this.drawnRows.first; position <= this.drawnRows.last; position += 1) rows.push(grid.layout.row(position));
      for (const { top, bottom } of grid.layout.merges) if (top < this.drawnRows.first && bottom >= this.drawnRows.first) rows.push(grid.layout.row(top));
      rows.push(grid.layout.row(grid.selection.active.row));
      try {
        await grid.windows.need(rows);
      } catch (failure) {
        showFailure(grid.options.application, failure);
      }
    }
  }

  /** Charts and filter views, which are few; read when the tab opens and when the workspace changes. */
  async readObjects(): Promise<void> {
    const { application, spreadsheetId, tab } = this.grid.options;
    try {
      const { charts, filterViews } = await requestJson<SheetObjects>('GET', application.path(`/api/spreadsheets/${encodeURIComponent(spreadsheetId)}/objects`, { sheet: tab.sheetId }));
      this.grid.filterViews = filterViews;
      if (JSON.stringify(charts) === this.shownCharts) return;
      this.shownCharts = JSON.stringify(charts);
      this.grid.charts.show(charts, this.grid.layout);
    } catch (failure) {
      showFailure(application, failure);
    }
  }

  arrived(views: readonly GridView[]): void {
    const [view] = views;
    if (view) this.take(view);
    this.events.arrived();
  }

  private take({ hiddenRows, hiddenColumns, columnWidths, rowHeights, merges, rowGroups = [], columnGroups = [] }: GridView): void {
    const told = JSON.stringify([hiddenRows, hiddenColumns, columnWidths, rowHeights, merges, rowGroups, columnGroups]);
    if (told === this.known) return;
    const first = this.known === '';
    this.known = told;
    this.shape = { hiddenRows: new Set(hiddenRows), hiddenColumns: new Set(hiddenColumns), columnWidths, rowHeights, merges, rowGroups, columnGroups };
    this.events.reshaped();
    const { layout, selection } = this.grid;
    if (first) selection.select({ row: Math.min(layout.frozenRows, layout.rowCount - 1), column: 0 });
  }
}
