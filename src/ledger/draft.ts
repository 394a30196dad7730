import type { Columns, Row, Table, TableName } from '../../sheets-templates';
import { counters, tables } from '../../sheets-templates';
import { tableName, type PlainRow, type RowChange } from './change';

/** Rows as they were read, by table. Only tables that the command asked for are here. */
export type Snapshot = ReadonlyMap<TableName, readonly PlainRow[]>;

/** A row that stands in its sheet was asked for, but the reading had left it out. */
export class NotRead extends Error {
  override readonly name = 'NotRead';
}

type Fields<C extends Columns> = Partial<Row<Table<C>>>;

/**
 * A working copy of the rows a command read. Commands change it; what results is a list of row changes, nothing
 * else happens. Asking for a table that the command did not declare is a bug and throws.
 */
export class Draft {
  private readonly rows = new Map<TableName, Map<string, PlainRow>>();
  private readonly pending = new Map<string, RowChange>();
  /** Rows by what stands in one of their columns, by table and column; forgotten when the table changes. */
  private readonly indexes = new Map<TableName, Map<string, Map<unknown, PlainRow[]>>>();
  /** What functions made of the rows; forgotten when any row changes. */
  private readonly derived = new Map<unknown, unknown>();

  /** @param unread keys of rows that exist but were not read; asking for one of them throws `NotRead` */
  constructor(snapshot: Snapshot, private readonly unread: ReadonlyMap<TableName, ReadonlySet<string>> = new Map()) {
    for (const [name, rows] of snapshot) this.rows.set(name, new Map(rows.map((row) => [String(row[tables[name].key]), row])));
  }

  all<C extends Columns>(table: Table<C>): readonly Row<Table<C>>[] {
    // The codec made these rows after this very table's columns.
    return [...this.of(table).values()] as unknown as readonly Row<Table<C>>[];
  }

  find<C extends Columns>(table: Table<C>, key: string | null | undefined): Row<Table<C>> | undefined {
    if (key === null || key === undefined) return undefined;
    const row = this.of(table).get(key) as Row<Table<C>> | undefined;
    if (row === undefined && this.unread.get(tableName(table))?.has(key) === true) throw new NotRead(`${table.name} ${key}`);
    return row;
  }

  /** A row that must exist, such as one an earlier row refers to. */
  get<C extends Columns>(table: Table<C>, key: string | null | undefined): Row<Table<C>> {
    const row = this.find(table, key);
    if (row === undefined) throw new Error(`No ${table.name} ${String(key)}`);
    return row;
  }

  where<C extends Columns>(table: Table<C>, holds: (row: Row<Table<C>>) => boolean): readonly Row<Table<C>>[] {
    return this.all(table).filter(holds);
  }

  /** Rows in whose column a value stands: found without looking at every row, so that it may be asked for each of many. */
  by<C extends Columns, K extends string & keyof Row<Table<C>>>(table: Table<C>, column: K, value: Row<Table<C>>[K] | null | undefined): readonly Row<Table<C>>[] {
    return (this.indexOf(table, column).get(value) ?? []) as unknown as readonly Row<Table<C>>[];
  }

  /** What a function makes of the rows, worked out once and kept until a row changes: for what is asked about each of many. */
  derive<Result>(from: (draft: Draft) => Result): Result {
    if (!this.derived.has(from)) this.derived.set(from, from(this));
    // It was made by this very function.
    return this.derived.get(from) as Result;
  }

  insert<C extends Columns>(table: Table<C>, row: Row<Table<C>>): Row<Table<C>> {
    const name = tableName(table);
    const plain: PlainRow = { ...row };
    const key = String(plain[table.key]);
    if (this.unread.get(name)?.has(key) === true) throw new NotRead(`${table.name} ${key}`);
    // Append-only tables are written without having been read.
    const rows = this.rows.get(name);
    if (rows?.has(key) === true || this.pending.has(`${name}/${key}`)) throw new Error(`${table.name} ${key} exists`);
    rows?.set(key, plain);
    this.pending.set(`${name}/${key}`, { kind: 'insert', table: name, key, row: plain });
    this.forget(name);
    return row;
  }

  update<C extends Columns>(table: Table<C>, key: string, fields: Fields<C>): Row<Table<C>> {
    const name = tableName(table);
    const before = this.of(table).get(key);
    if (before === undefined) throw new Error(`No ${table.name} ${key}`);
    const changed: PlainRow = Object.fromEntries(Object.entries(fields).filter(([column, value]) => JSON.stringify(before[column]) !== JSON.stringify(value)));
    const after: PlainRow = { ...before, ...changed };
    this.of(table).set(key, after);
    this.forget(name);
    if (Object.keys(changed).length > 0) this.record(name, key, changed, after);
    return after as unknown as Row<Table<C>>;
  }

  remove<C extends Columns>(table: Table<C>, key: string): void {
    const name = tableName(table);
    if (!this.of(table).delete(key)) throw new Error(`No ${table.name} ${key}`);
    this.forget(name);
    const slot = `${name}/${key}`;
    if (this.pending.get(slot)?.kind === 'insert') this.pending.delete(slot);
    else this.pending.set(slot, { kind: 'delete', table: name, key });
  }

  /** Moves a row to a yearly archive workbook. */
  archive<C extends Columns>(table: Table<C>, key: string, workbook: string): void {
    const row = this.get(table, key);
    this.remove(table, key);
    this.pending.set(`${workbook}/${tableName(table)}/${key}`, { kind: 'insert', table: tableName(table), key, row: { ...row }, workbook });
  }

  /**
   * The next number of a prefix, starting at 1 in every scope (a day, month or year; empty for a running number):
   * `nextNumber('TK', '20260303', 3)` → `TK-20260303-001` (regulation 2.1).
   */
  nextNumber(prefix: string, scope: string, digits: number): string {
    const counter = this.find(counters, prefix);
    const last = counter !== undefined && counter.scope === scope ? counter.last + 1 : 1;
    if (counter === undefined) this.insert(counters, { prefix, scope, last });
    else this.update(counters, prefix, { scope, last });
    return [prefix, scope, String(last).padStart(digits, '0')].filter((part) => part !== '').join('-');
  }

  /** What the command changed, in the order of first touch. */
  changes(): readonly RowChange[] {
    return [...this.pending.values()];
  }

  private record(name: TableName, key: string, fields: PlainRow, after: PlainRow): void {
    const slot = `${name}/${key}`;
    const earlier = this.pending.get(slot);
    if (earlier?.kind === 'insert') this.pending.set(slot, { ...earlier, row: after });
    else this.pending.set(slot, { kind: 'update', table: name, key, fields: { ...(earlier?.kind === 'update' ? earlier.fields : {}), ...fields } });
  }

  private forget(name: TableName): void {
    this.indexes.delete(name);
    this.derived.clear();
  }

  private indexOf<C extends Columns>(table: Table<C>, column: string): ReadonlyMap<unknown, readonly PlainRow[]> {
    const name = tableName(table);
    const ofTable = this.indexes.get(name) ?? new Map<string, Map<unknown, PlainRow[]>>();
    this.indexes.set(name, ofTable);
    const known = ofTable.get(column);
    if (known !== undefined) return known;
    const index = new Map<unknown, PlainRow[]>();
    for (const row of this.of(table).values()) {
      const same = index.get(row[column]);
      if (same === undefined) index.set(row[column], [row]);
      else same.push(row);
    }
    ofTable.set(column, index);
    return index;
  }

  private of<C extends Columns>(table: Table<C>): Map<string, PlainRow> {
    const rows = this.rows.get(tableName(table));
    if (rows === undefined) throw new Error(`The command did not ask for ${table.name}`);
    return rows;
  }
}
