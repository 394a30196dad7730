import type { AnyTable, Table, TableName } from '../../sheets-templates';
import { tables } from '../../sheets-templates';

/** A row's values as plain data: instants as text with zone, money in fen, choices as codes. The journal's own form. */
export type PlainRow = Readonly<Record<string, unknown>>;

/** One row's part of a command's change. `workbook` names another workbook than the table's own: a yearly archive. */
export type RowChange =
  | { readonly kind: 'insert'; readonly table: TableName; readonly key: string; readonly row: PlainRow; readonly workbook?: string }
  | { readonly kind: 'update'; readonly table: TableName; readonly key: string; readonly fields: PlainRow; readonly workbook?: string }
  | { readonly kind: 'delete'; readonly table: TableName; readonly key: string; readonly workbook?: string };

const nameOf = new Map<string, TableName>((Object.keys(tables) as TableName[]).map((name) => [tables[name].name, name]));

/** The property under which a table is declared, from its definition. */
export const tableName = (table: AnyTable | { readonly name: string }): TableName => {
  const name = nameOf.get(table.name);
  if (name === undefined) throw new Error(`Undeclared table ${table.name}`);
  return name;
};

export const tableOf = (name: TableName): Table => tables[name];

/** The workbook that a change goes to: the table's data class unless an archive is named. */
export const workbookOf = (change: RowChange): string => change.workbook ?? tables[change.table].book;
