/**
 * The cells of one tab, read in windows of rows as they come into sight. After a change the old cells stay on screen
 * until the new ones are here, so nothing flickers.
 */
import type { CellView, GridView } from '../../contract';
import type { Application } from '../application';
import { requestJson } from '../requests';

export const ROWS_IN_A_WINDOW = 60;

interface Place {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  readonly rows: number;
  readonly columns: number;
}

export class CellWindows {
  private readonly rows = new Map<number, readonly CellView[]>();
  /** Windows whose cells are as new as the last known change. */
  private readonly fresh = new Set<number>();
  private readonly underway = new Map<number, Promise<void>>();
  private generation = 0;

  constructor(
    private readonly application: Application,
    private readonly place: Place,
    private readonly arrived: (view: GridView) => void,
  ) {}

  at(row: number, column: number): CellView | undefined {
    return this.rows.get(row)?.[column];
  }

  /** Reads what is missing of these rows. Rejects with the server's refusal. */
  async need(firstRow: number, lastRow: number): Promise<void> {
    const first = Math.floor(Math.max(0, firstRow) / ROWS_IN_A_WINDOW);
    const last = Math.floor(Math.min(lastRow, this.place.rows - 1) / ROWS_IN_A_WINDOW);
    const reads: Promise<void>[] = [];
    for (let index = first; index <= last; index += 1) if (!this.fresh.has(index)) reads.push(this.read(index));
    await Promise.all(reads);
  }

  /** Something changed: every window is to be read again when next needed. */
  forget(): void {
    this.generation += 1;
    this.fresh.clear();
    this.underway.clear();
  }

  private read(index: number): Promise<void> {
    const already = this.underway.get(index);
    if (already) return already;
    const { generation } = this;
    const reading = this.fetchWindow(index).then((view) => {
      if (generation !== this.generation) return;
      for (const [offset, cells] of view.cells.entries()) this.rows.set(view.row + offset, cells);
      this.fresh.add(index);
      this.arrived(view);
    });
    this.underway.set(index, reading);
    const settle = () => {
      if (this.underway.get(index) === reading) this.underway.delete(index);
    };
    reading.then(settle, settle);
    return reading;
  }

  private fetchWindow(index: number): Promise<GridView> {
    const row = index * ROWS_IN_A_WINDOW;
    return requestJson<GridView>(
      'GET',
      this.application.path(`/api/spreadsheets/${encodeURIComponent(this.place.spreadsheetId)}/grid`, {
        sheet: this.place.sheetId,
        row,
        column: 0,
        rows: Math.min(ROWS_IN_A_WINDOW, this.place.rows - row),
        columns: this.place.columns,
      }),
    );
  }
}
