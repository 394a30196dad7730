/**
 * All spreadsheets of a workspace, over the workspace's store.
 *
 * Records: `spreadsheet/<id>` details, `spreadsheet-styles/<id>` formats, `sheet/<id>/<sheetId>` details,
 * `sheet-order/<id>/<sheetId>` which row is where, `sheet-row/<id>/<sheetId>/<row number>` one row. A change writes only the
 * records it touched, all of them in one commit.
 */
import { put, remove, type Store, type StoreChange, type StoreKey } from '../../kernel/store';
import type { CellFormat } from '../schema/shapes';
import { decodeOrder, decodeRow, encodeOrder, encodeRow, type Row, type RowRecord } from './row';
import { Sheet } from './sheet';
import { newSheetDetails, type SheetDetails } from './sheet-details';
import { Spreadsheet, type Calculator, type SpreadsheetDetails } from './spreadsheet';
import { StyleTable } from './style-table';

interface OrderRecord {
  readonly nextRowId: number;
  readonly runs: readonly number[];
}

/** Stored data gets its type back here; only this file writes these records. */
function trusted<T>(value: unknown): T | undefined {
  return value as T | undefined;
}

const rowKey = (id: string, sheetId: number, row: number): StoreKey => ['sheet-row', id, sheetId, row];

export class SpreadsheetLibrary {
  readonly #store: Store;
  readonly #open = new Map<string, Spreadsheet>();
  /** How many formats of each spreadsheet are stored. */
  readonly #storedStyles = new Map<string, number>();

  constructor(
    store: Store,
    readonly calculator: Calculator | null = null,
  ) {
    this.#store = store;
    store.onRestore(() => {
      this.#open.clear();
      this.#storedStyles.clear();
      calculator?.forget();
    });
  }

  /** Ids of all spreadsheets, in the order of their ids. */
  *ids(): Generator<string> {
    for (const { key } of this.#store.range(['spreadsheet'])) yield String(key[1]);
  }

  /**
   * The committed state with its formulas computed; hold it as long as you like, it never changes. Results are kept in memory only: they
   * follow from what is stored.
   */
  get(id: string): Spreadsheet | null {
    const committed = this.#committed(id);
    if (!committed || committed.isCalculated) return committed;
    const calculated = committed.fork();
    calculated.calculate();
    for (const sheet of calculated.sheets) sheet.close();
    this.#open.set(id, calculated);
    return calculated;
  }

  #committed(id: string): Spreadsheet | null {
    const known = this.#open.get(id);
    if (known) return known;
    const details = trusted<SpreadsheetDetails>(this.#store.get(['spreadsheet', id]));
    if (!details) return null;
    const formats = trusted<readonly CellFormat[]>(this.#store.get(['spreadsheet-styles', id])) ?? [];
    const styles = new StyleTable(formats);
    const spreadsheet = new Spreadsheet(id, details, details.order.map((sheetId) => this.#loadSheet(id, sheetId)), styles, this.calculator);
    this.#open.set(id, spreadsheet);
    this.#storedStyles.set(id, styles.size);
    return spreadsheet;
  }

  /** Details of a spreadsheet without its sheets: cheap for lists of files. */
  details(id: string): SpreadsheetDetails | null {
    return this.#open.get(id)?.details ?? trusted<SpreadsheetDetails>(this.#store.get(['spreadsheet', id])) ?? null;
  }

  #loadSheet(id: string, sheetId: number): Sheet {
    const details = trusted<SheetDetails>(this.#store.get(['sheet', id, sheetId]));
    if (!details) throw new Error(`Spreadsheet ${id} has no record of its sheet ${sheetId}`);
    const order = trusted<OrderRecord>(this.#store.get(['sheet-order', id, sheetId])) ?? { nextRowId: 1, runs: [] };
    const rows = new Map<number, Row>();
    for (const { key, value } of this.#store.range(['sheet-row', id, sheetId])) {
      const record = trusted<RowRecord>(value);
      const number = Number(key[3]);
      if (record) rows.set(number, decodeRow(number, record));
    }
    return new Sheet(details, decodeOrder(order.runs, (row) => rows.get(row)), order.nextRowId, null, true);
  }

  /** Makes a spreadsheet with one sheet, filled before it is stored. @throws whatever `fill` throws; then nothing was made */
  create(
    id: string,
    details: Omit<SpreadsheetDetails, 'order' | 'trashed' | 'folder' | 'namedRanges' | 'metadata'>,
    firstSheet: string,
    fill: (draft: Spreadsheet) => void = () => undefined,
  ): void {
    const draft = new Spreadsheet(
      id,
      { ...details, trashed: false, folder: null, order: [], namedRanges: [], metadata: [] },
      [new Sheet(newSheetDetails(0, firstSheet))],
      new StyleTable(),
      this.calculator,
    );
    fill(draft);
    this.#commit(null, draft);
  }

  /** A spreadsheet with copies of all sheets of another, its names and its metadata. @returns its id @throws Error for an unknown id */
  copy(from: string, id: string, change: Partial<SpreadsheetDetails>): string {
    const source = this.#committed(from);
    if (!source) throw new Error(`No spreadsheet ${from}`);
    const styles = new StyleTable(source.styles.list());
    const sheets = source.sheets.map((sheet) => sheet.copyAs({ ...sheet.details, protections: [] }));
    this.#commit(null, new Spreadsheet(id, { ...source.details, commenters: [], sharing: null, editorsMayNotShare: false, starredBy: [], ...change, trashed: false, order: [] }, sheets, styles, this.calculator));
    return id;
  }

  /**
   * Runs a change on a fork and commits it; when the change throws, nothing has happened.
   * @throws Error for an unknown id, and whatever the change throws
   */
  change<T>(id: string, change: (draft: Spreadsheet) => T): T {
    const base = this.#committed(id);
    if (!base) throw new Error(`No spreadsheet ${id}`);
    const draft = base.fork();
    const result = change(draft);
    this.#commit(base, draft);
    return result;
  }

  /** Makes a draft the committed state, with everything it changed in one commit of the store. */
  #commit(base: Spreadsheet | null, draft: Spreadsheet): void {
    const { id } = draft;
    draft.forgetCalculation();
    const changes: StoreChange[] = [];
    const order = draft.sheets.map((sheet) => sheet.sheetId);
    if (order.length !== draft.details.order.length || order.some((sheetId, index) => sheetId !== draft.details.order[index])) draft.details = { ...draft.details, order };
    if (draft.details !== base?.details) changes.push(put(['spreadsheet', id], draft.details));
    for (const sheet of base?.sheets ?? []) if (draft.sheet(sheet.sheetId)?.origin !== sheet) changes.push(...this.#removal(id, sheet.sheetId));
    for (const sheet of draft.sheets) {
      const former = sheet.origin;
      sheet.renumberWhenScattered((rows) => encodeOrder(rows).length / 2);
      const { changed, removed, order: rows, nextRowId } = sheet.close();
      if (sheet.details !== former?.details) changes.push(put(['sheet', id, sheet.sheetId], sheet.details));
      if (rows) changes.push(put(['sheet-order', id, sheet.sheetId], { nextRowId, runs: encodeOrder(rows) }));
      for (const row of removed) changes.push(remove(rowKey(id, sheet.sheetId, row)));
      for (const row of changed) changes.push(put(rowKey(id, sheet.sheetId, row.id), encodeRow(row)));
    }
    const stored = this.#storedStyles.get(id) ?? 1;
    if (draft.styles.size > stored) changes.push(put(['spreadsheet-styles', id], draft.styles.list()));
    if (changes.length > 0) this.#store.commit(changes);
    this.#storedStyles.set(id, draft.styles.size);
    this.#open.set(id, draft);
  }

  #removal(id: string, sheetId: number): StoreChange[] {
    const rows = [...this.#store.range(['sheet-row', id, sheetId])].map(({ key }) => remove(key));
    return [remove(['sheet', id, sheetId]), remove(['sheet-order', id, sheetId]), ...rows];
  }
}
