import type { Column, TableName } from '../../sheets-templates';
import type { Language } from '../terms';
import { tableOf, workbookOf, type PlainRow, type RowChange } from './change';
import { readCell, writeCell, type CellValue } from './codec';
import type { JournalEntry } from './journal';
import type { SheetRows } from './sheet-rows';

/**
 * What a tab should hold, as the journal has it, beside what it does hold. Cells are kept in short: whole where they are small, else
 * their beginning and a checksum. So a table of any size fits a few cells of a file, and still tells what stood there before.
 */
export interface Agreed {
  readonly workbook: string;
  readonly name: TableName;
  /** The journal entry up to which it holds. */
  readonly number: number;
  /** By key, the cells in the order of the table's columns; null where nothing is known of a column yet. */
  readonly rows: Map<string, (string | null)[]>;
}

/** Something that no journal entry explains, and the change that takes it down. */
export interface Difference {
  readonly kind: 'CHANGED' | 'ADDED' | 'REMOVED';
  readonly workbook: string;
  readonly table: TableName;
  readonly key: string;
  readonly cells: readonly DifferentCell[];
  readonly change: RowChange;
}

export interface DifferentCell {
  readonly property: string;
  readonly before: string;
  readonly now: string;
  /** What stands there now cannot be read as its column says: the cell goes back. */
  readonly goesBack: boolean;
}

const wholeLength = 48;
const headLength = 24;

const checksum = (text: string, seed: number): string => {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
};

/** A value in short. Empty ones are alike, as they are in a cell. */
export const short = (value: unknown): string => {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  const text = JSON.stringify(value);
  // What is cut has no closing mark, so that nobody takes it for a whole value.
  return text.length <= wholeLength ? text : `${text.slice(0, headLength)}…${checksum(text, 0x811c9dc5)}${checksum(text, 0x1b873593)}`;
};

/** The value behind a short form; undefined where only its beginning is kept. */
export const wholeValue = (kept: string): unknown => {
  if (kept === '') return null;
  try {
    return JSON.parse(kept) as unknown;
  } catch {
    return undefined;
  }
};

const unreadable = (cell: CellValue): string => `?${String(cell).slice(0, headLength)}`;

/** A journalled value as its cell reads once it was written. */
const asRead = (column: Column<unknown>, value: unknown, language: Language): unknown => {
  try {
    return readCell(column, writeCell(column, value, language));
  } catch {
    return null;
  }
};

const columnsOf = (name: TableName): readonly (readonly [string, Column<unknown>])[] => Object.entries((tableOf(name)).columns);

const changed = (agreed: Agreed, before: readonly (string | null)[] | undefined, fields: PlainRow, language: Language): (string | null)[] =>
  columnsOf(agreed.name).map(([property, column], at) => (property in fields ? short(asRead(column, fields[property], language)) : before === undefined ? '' : before[at] ?? null));

/** What should stand there after further entries, applied as the sheets apply them. The rows are changed in place. */
export const moveOn = (agreed: Agreed, entries: readonly JournalEntry[], upTo: number, language: Language): { readonly agreed: Agreed; readonly touched: boolean } => {
  let touched = false;
  for (const entry of entries) {
    if (entry.number <= agreed.number || entry.number > upTo) continue;
    for (const change of entry.changes) {
      if (change.table !== agreed.name || workbookOf(change) !== agreed.workbook) continue;
      touched = true;
      const before = agreed.rows.get(change.key);
      if (change.kind === 'delete') agreed.rows.delete(change.key);
      else if (change.kind === 'insert') agreed.rows.set(change.key, changed(agreed, before, change.row, language));
      else if (before !== undefined) agreed.rows.set(change.key, changed(agreed, before, change.fields, language));
    }
  }
  return { agreed: { ...agreed, number: upTo }, touched };
};

const saysNothing = (column: Column<unknown>, value: unknown): boolean => value === '' && !column.optional && ['choice', 'instant', 'date', 'json'].includes(column.kind);

/** A row of a sheet in short, and which of its cells mean nothing in their column. */
const rowInShort = (agreed: Agreed, key: string, row: PlainRow, sheet: SheetRows): { readonly cells: readonly (string | null)[]; readonly bad: ReadonlySet<string> } => {
  const wrong = new Map(sheet.unreadable.filter((cell) => cell.key === key).map(({ column, value }) => [column, value]));
  const bad = new Set<string>(wrong.keys());
  const cells = columnsOf(agreed.name).map(([property, column]) => {
    // A column that somebody took away says nothing of its cells.
    if (!sheet.columnOf.has(property)) return null;
    if (saysNothing(column, row[property])) bad.add(property);
    const cell = wrong.get(property);
    return cell === undefined ? short(row[property]) : unreadable(cell);
  });
  return { cells, bad };
};

const elsewhere = ({ workbook, name }: Agreed): { readonly workbook?: string } => (tableOf(name).book === workbook ? {} : { workbook });

const fieldsOf = (agreed: Agreed, row: PlainRow, cells: readonly DifferentCell[]): PlainRow =>
  Object.fromEntries(cells.map(({ property, before, goesBack }) => [property, goesBack ? wholeValue(before) ?? null : row[property]]));

const compareRow = (agreed: Agreed, key: string, row: PlainRow, sheet: SheetRows): Difference | null => {
  const known = agreed.rows.get(key);
  const { cells, bad } = rowInShort(agreed, key, row, sheet);
  const different = columnsOf(agreed.name).flatMap(([property], at): readonly DifferentCell[] => {
    const now = cells[at] ?? null;
    const before = known === undefined ? '' : known[at] ?? null;
    if (known !== undefined && before === null) known[at] = now;
    return now === null || before === null || now === before ? [] : [{ property, before, now, goesBack: bad.has(property) }];
  });
  const { workbook, name } = agreed;
  const at = { workbook, table: name, key, cells: different };
  if (known === undefined) return { ...at, kind: 'ADDED', change: { kind: 'insert', table: name, key, row: { ...row, ...Object.fromEntries([...bad].map((property) => [property, null])) }, ...elsewhere(agreed) } };
  return different.length === 0 ? null : { ...at, kind: 'CHANGED', change: { kind: 'update', table: name, key, fields: fieldsOf(agreed, row, different), ...elsewhere(agreed) } };
};

/** Takes a sheet's rows as they stand for what was agreed: at the first look nothing else is known. */
export const learn = (agreed: Agreed, sheet: SheetRows): void => {
  for (const row of sheet.rows) {
    const key = String(row[tableOf(agreed.name).key]);
    if (!agreed.rows.has(key)) agreed.rows.set(key, [...rowInShort(agreed, key, row, sheet).cells]);
  }
};

/** Rows of the sheet that are not as agreed. Which order they and their columns stand in is people's affair. */
export const differences = (agreed: Agreed, sheet: SheetRows): readonly Difference[] =>
  sheet.rows.flatMap((row) => compareRow(agreed, String(row[tableOf(agreed.name).key]), row, sheet) ?? []);

/** Rows that were agreed and stand in the sheet no more. */
export const removed = (agreed: Agreed, present: ReadonlySet<string>): readonly Difference[] =>
  [...agreed.rows].filter(([key]) => !present.has(key)).map(([key, cells]) => ({
    kind: 'REMOVED', workbook: agreed.workbook, table: agreed.name, key,
    cells: columnsOf(agreed.name).map(([property], at) => ({ property, before: cells[at] ?? '', now: '', goesBack: false })).filter(({ before }) => before !== ''),
    change: { kind: 'delete', table: agreed.name, key, ...elsewhere(agreed) },
  }));

/** One line of columns, then one a row: what a file keeps. */
export const toText = (agreed: Agreed): string => JSON.stringify([columnsOf(agreed.name).map(([property]) => property), ...[...agreed.rows].map(([key, cells]) => [key, ...cells])]);

/** Columns that came since are not known yet. */
export const fromText = (workbook: string, name: TableName, number: number, text: string): Agreed => {
  // Written by `toText`.
  const [kept = [], ...lines] = JSON.parse(text) as (string | null)[][];
  const places = columnsOf(name).map(([property]) => kept.indexOf(property) + 1);
  return { workbook, name, number, rows: new Map(lines.map((line) => [String(line[0]), places.map((at) => (at === 0 ? null : line[at] ?? null))])) };
};

export const nothingYet = (workbook: string, name: TableName, number: number): Agreed => ({ workbook, name, number, rows: new Map() });
