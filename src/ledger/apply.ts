import type { Column, Table, TableName } from '../../sheets-templates';
import type { Language } from '../terms';
import { numberFormat, writeCell, type CellValue, type Names } from './codec';
import { tableOf, type PlainRow, type RowChange } from './change';
import type { SheetPlace } from './deployment';
import type { SheetRows } from './sheet-rows';
import type { CellData, SheetsRequest } from './sheets-port';

/** A value as the API takes it. Text goes as `stringValue`, so that a leading `=` stays text. */
export const enteredValue = (value: CellValue): CellData => {
  if (value === null) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
};

/** What cells say beside plain values: choices in the workbook's language, people with their names. */
export interface CellWords {
  readonly language: Language;
  readonly names: Names;
}

const columnDefinition = (table: Table, property: string): Column<unknown> => {
  const column = table.columns[property];
  if (column === undefined) throw new Error(`No column ${property} in ${table.name}`);
  return column;
};

const updateRequests = (table: Table, place: SheetPlace, sheet: SheetRows, rowIndex: number, fields: PlainRow, words: CellWords): readonly SheetsRequest[] => {
  const cells = Object.entries(fields)
    .flatMap(([property, value]) => {
      const cell = enteredValue(writeCell(columnDefinition(table, property), value, words.language, words.names));
      // Why an earlier value did not count is no news any more beside one that does.
      return [{ at: sheet.columnOf.get(property), cell, fields: 'userEnteredValue' }, { at: sheet.entryOf.get(property), cell: { ...cell, note: '' }, fields: 'userEnteredValue,note' }];
    })
    .filter((entry): entry is { at: number; cell: CellData; fields: string } => entry.at !== undefined)
    .sort((one, other) => one.at - other.at);
  const runs: { start: number; values: CellData[]; fields: string }[] = [];
  for (const { at, cell, fields: written } of cells) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run.fields === written && run.start + run.values.length === at) run.values.push(cell);
    else runs.push({ start: at, values: [cell], fields: written });
  }
  return runs.map(({ start, values, fields: written }) => ({
    updateCells: { start: { sheetId: place.sheetId, rowIndex, columnIndex: start }, rows: [{ values }], fields: written },
  }));
};

const appendedRow = (table: Table, sheet: SheetRows, row: PlainRow, words: CellWords): { readonly values: readonly CellData[] } => {
  const values: CellData[] = Array.from({ length: sheet.width }, () => ({}));
  for (const [property, at] of sheet.columnOf) {
    const column = columnDefinition(table, property);
    // New rows bring their number formats along: what a row below the formatted area inherits is the platform's affair.
    const cell = { ...enteredValue(writeCell(column, row[property], words.language, words.names)), userEnteredFormat: { numberFormat: numberFormat(column.kind) } };
    values[at] = cell;
    const entryAt = sheet.entryOf.get(property);
    if (entryAt !== undefined) values[entryAt] = cell;
  }
  return { values };
};

/**
 * The requests that bring one table's changes into its sheet: changed cells first, then new rows, then deletions from
 * the bottom up, so that no request moves a row that a later one addresses. A key that is not there any more is skipped:
 * someone deleted the row by hand, and the journal keeps what it held.
 */
export const tableRequests = (name: TableName, changes: readonly RowChange[], place: SheetPlace, sheet: SheetRows, words: CellWords): readonly SheetsRequest[] => {
  const table = tableOf(name);
  const updates: SheetsRequest[] = [];
  const appended: { readonly values: readonly CellData[] }[] = [];
  const deleted: number[] = [];
  for (const change of changes) {
    const rowIndex = sheet.rowOf.get(change.key);
    if (change.kind === 'insert') {
      if (rowIndex === undefined) appended.push(appendedRow(table, sheet, change.row, words));
      else updates.push(...updateRequests(table, place, sheet, rowIndex, change.row, words));
    } else if (rowIndex !== undefined) {
      if (change.kind === 'update') updates.push(...updateRequests(table, place, sheet, rowIndex, change.fields, words));
      else deleted.push(rowIndex);
    }
  }
  return [
    ...updates,
    // A sheet must keep a row below its header: as many empty ones come to the end as full ones go.
    ...(deleted.length === 0 ? [] : [{ appendDimension: { sheetId: place.sheetId, dimension: 'ROWS', length: deleted.length } }]),
    ...(appended.length === 0 ? [] : [{ appendCells: { sheetId: place.sheetId, rows: appended, fields: 'userEnteredValue,userEnteredFormat.numberFormat' } }]),
    ...deleted.sort((one, other) => other - one).map((rowIndex) => ({ deleteDimension: { range: { sheetId: place.sheetId, dimension: 'ROWS', startIndex: rowIndex, endIndex: rowIndex + 1 } } })),
  ];
};
