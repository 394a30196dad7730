/**
 * The cells of one tab, read as they come into sight. After a change the old cells stay on screen until the new ones
 * are here, so nothing flickers.
 */
import type { CellView, GridView } from '../../contract';
import type { Application } from '../application';
import { requestJson } from '../requests';
import { rowSpans, type RowSpan } from './row-spans';

/** More rows than this are not kept; those read longest ago go first. */
const MOST_ROWS_KEPT = 6000;
const MOST_CELLS_AT_ONCE = 60_000;
const MOST_ATTEMPTS = 4;

interface Place {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  readonly rows: number;
  readonly columns: number;
}

export class CellWindows {
  private readonly rows = new Map<number, readonly CellView[]>();
  /** Rows whose cells are as new as the last known change. */
  private readonly fresh = new Set<number>();
  private readonly underway = new Map<number, Promise<void>>();
  private generation = 0;

  constructor(
    private readonly application: Application,
    private place: Place,
    private readonly arrived: (views: readonly GridView[]) => void,
  ) {}

  at(row: number, column: number): CellView | undefined {
    return this.rows.get(row)?.[column];
  }

  /** Reads what is missing of these rows. Rejects with the server's refusal. */
  async need(rows: readonly number[]): Promise<void> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { generation } = this;
      await this.readMissing(rows);
      // What was read while something changed may be old already.
      if (generation === this.generation) return;
    }
  }

  private async readMissing(rows: readonly number[]): Promise<void> {
    const missing: number[] = [];
    const waited = new Set<Promise<void>>();
    for (const row of rows) {
      if (row < 0 || row >= this.place.rows || this.fresh.has(row)) continue;
      const already = this.underway.get(row);
      if (already) waited.add(already);
      else missing.push(row);
    }
    if (missing.length > 0) waited.add(this.read(missing));
    await Promise.all(waited);
  }

  /** The tab has other rows and columns now. */
  resize(place: Place): void {
    this.place = place;
    this.forget();
  }

  /** Something changed: every row is to be read again when next needed. */
  forget(): void {
    this.generation += 1;
    this.fresh.clear();
    this.underway.clear();
  }

  private read(rows: readonly number[]): Promise<void> {
    this.letGo();
    const reading = this.readInParts(rows);
    for (const row of rows) this.underway.set(row, reading);
    const settle = () => {
      for (const row of rows) if (this.underway.get(row) === reading) this.underway.delete(row);
    };
    reading.then(settle, settle);
    return reading;
  }

  private async readInParts(rows: readonly number[]): Promise<void> {
    const { generation } = this;
    const most = Math.max(1, Math.floor(MOST_CELLS_AT_ONCE / Math.max(1, this.place.columns)));
    for (let from = 0; from < rows.length; from += most) {
      const views = await this.fetchSpans(rowSpans(rows.slice(from, from + most)));
      if (generation !== this.generation) return;
      for (const view of views) for (const [offset, cells] of view.cells.entries()) this.keep(view.row + offset, cells);
      this.arrived(views);
    }
  }

  private keep(row: number, cells: readonly CellView[]): void {
    this.rows.delete(row);
    this.rows.set(row, cells.map((cell) => this.plainly(cell)));
    this.fresh.add(row);
  }

  /** A formula that was not computed says so in the person's language, and why. */
  private plainly(cell: CellView): CellView {
    if (!cell.uncomputed) return cell;
    const { application } = this;
    return { ...cell, text: application.word('notComputed'), note: [cell.note, application.word('notComputedNote')].filter((part) => part !== undefined && part !== '').join('\n') };
  }

  private letGo(): void {
    for (const row of this.rows.keys()) {
      if (this.rows.size <= MOST_ROWS_KEPT) return;
      this.rows.delete(row);
      this.fresh.delete(row);
    }
  }

  private async fetchSpans(spans: readonly RowSpan[]): Promise<readonly GridView[]> {
    const { spreadsheetId, sheetId, columns } = this.place;
    const path = `/api/spreadsheets/${encodeURIComponent(spreadsheetId)}/rows`;
    const written = spans.map(({ first, count }) => `${first}:${count}`).join(',');
    return requestJson<readonly GridView[]>('GET', this.application.path(path, { sheet: sheetId, columns, spans: written }));
  }
}
