import type { TableName } from '../../sheets-templates';
import { columnKey, entryKey, readCell, type CellValue, type UnreadableCell } from './codec';
import { tableOf, type PlainRow } from './change';
import { headerRows } from './deployment';

/** A typed value that waits for its command. */
export interface PendingEntry {
  readonly key: string;
  readonly property: string;
  readonly typed: CellValue;
  /** What the column that counts holds, as it stands in its cell. */
  readonly counts: CellValue;
}

/** A table as it stands in its sheet: rows by key, and where rows and columns are, so that writes find them. */
export interface SheetRows {
  readonly rows: readonly PlainRow[];
  /** Zero-based sheet row of each key. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Zero-based sheet column of each property; people may move columns. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** Zero-based sheet column of what people type, by property. */
  readonly entryOf: ReadonlyMap<string, number>;
  readonly width: number;
  /** What people typed and no command has taken up yet: the cell beside differs from what counts. */
  readonly pending: readonly PendingEntry[];
  /** Cells that people made unreadable; their columns read as empty. */
  readonly unreadable: readonly (UnreadableCell & { readonly key: string })[];
}

/** Reads a sheet's values after its first row of column keys. Rows without a key are people's scribbles and are skipped. */
export const readSheet = (name: TableName, values: readonly (readonly CellValue[])[]): SheetRows => {
  const table = tableOf(name);
  const header = (values[0] ?? []).map(String);
  const columnOf = new Map<string, number>();
  const entryOf = new Map<string, number>();
  const pending: PendingEntry[] = [];
  for (const property of Object.keys(table.columns)) {
    const at = header.indexOf(columnKey(property));
    if (at >= 0) columnOf.set(property, at);
    const entryAt = header.indexOf(entryKey(property));
    if (entryAt >= 0) entryOf.set(property, entryAt);
  }
  const keyColumn = columnOf.get(table.key);
  if (keyColumn === undefined) throw new Error(`The tab of ${table.name} has lost its column ${columnKey(table.key)}`);
  const columns = Object.entries(table.columns).map(([property, column]) => ({ property, column, at: columnOf.get(property) ?? -1 }));
  const rows: PlainRow[] = [];
  const rowOf = new Map<string, number>();
  const unreadable: (UnreadableCell & { readonly key: string })[] = [];
  for (let index = headerRows; index < values.length; index += 1) {
    const cells = values[index] ?? [];
    const key = cells[keyColumn];
    if (key === undefined || key === null || key === '' || rowOf.has(String(key))) continue;
    const row: Record<string, unknown> = {};
    for (const { property, column, at } of columns) {
      const cell = cells[at];
      const value = readCell(column, cell);
      if (value === undefined) unreadable.push({ key: String(key), column: property, value: cell ?? null });
      row[property] = value === undefined ? readCell(column, null) : value;
    }
    for (const [property, at] of entryOf) {
      const typed = cells[at] ?? '';
      const counts = cells[columnOf.get(property) ?? -1] ?? '';
      if (typed !== counts) pending.push({ key: String(key), property, typed, counts });
    }
    rows.push(row);
    rowOf.set(String(key), index);
  }
  return { rows, rowOf, columnOf, entryOf, width: header.length, pending, unreadable };
};
