import type { Table, TableName } from '../../sheets-templates';
import type { Language } from '../terms';
import { columnKey, writeCell, type CellValue, type Names } from './codec';
import { tableOf, workbookOf, type PlainRow } from './change';
import type { JournalEntry } from './journal';

/** Rows by key, as the journal says they are. */
export type RebuiltTable = ReadonlyMap<string, PlainRow>;
/** By workbook (`service`, `archive-2026` …) and table. Tables that no entry touches are absent. */
export type RebuiltLedgers = ReadonlyMap<string, ReadonlyMap<TableName, RebuiltTable>>;

const tableIn = (ledgers: Map<string, Map<TableName, Map<string, PlainRow>>>, workbook: string, name: TableName): Map<string, PlainRow> => {
  const book = ledgers.get(workbook) ?? new Map<TableName, Map<string, PlainRow>>();
  ledgers.set(workbook, book);
  const rows = book.get(name) ?? new Map<string, PlainRow>();
  book.set(name, rows);
  return rows;
};

/**
 * Every ledger from its journal alone: entries from the first on, in order. Rows are applied as the sheets apply them:
 * an insert of a key that is there overwrites its fields; changes of a key that is not there change nothing.
 */
export const rebuild = (entries: readonly JournalEntry[]): RebuiltLedgers => {
  const ledgers = new Map<string, Map<TableName, Map<string, PlainRow>>>();
  for (const change of entries.flatMap((entry) => entry.changes)) {
    const rows = tableIn(ledgers, workbookOf(change), change.table);
    const before = rows.get(change.key);
    if (change.kind === 'insert') rows.set(change.key, { ...before, ...change.row });
    else if (before !== undefined) {
      if (change.kind === 'update') rows.set(change.key, { ...before, ...change.fields });
      else rows.delete(change.key);
    }
  }
  return ledgers;
};

/** A rebuilt row as its cells read, by column key; empty cells are `''`. People stand there with their names. */
export const cellsOf = (name: TableName, row: PlainRow, language: Language, names: Names): Readonly<Record<string, Exclude<CellValue, null>>> => {
  const { columns }: Table = tableOf(name);
  return Object.fromEntries(Object.entries(columns).map(([property, column]) => [columnKey(property), writeCell(column, row[property], language, names) ?? '']));
};
