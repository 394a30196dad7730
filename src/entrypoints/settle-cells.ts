import type { AnyTable, Column } from '../../sheets-templates';
import { enteredValue } from '../ledger/apply';
import { tableName } from '../ledger/change';
import { sheetPlace, type Deployment } from '../ledger/deployment';
import type { Opened } from '../ledger/ledger';
import type { PendingEntry } from '../ledger/sheet-rows';
import type { SheetsRequest } from '../ledger/sheets-port';
import { inLanguage, type Words } from '../terms';

/** Tables by workbook and name, as the ledger keeps them. */
export const slotOf = (table: AnyTable): string => `${table.book}/${tableName(table)}`;

export const columnOf = (table: AnyTable, property: string) => (table.columns as Readonly<Record<string, Column<unknown>>>)[property];

export interface Settled {
  readonly entry: PendingEntry;
  /** Why it does not count; null when it does. */
  readonly reason: Words | null;
}

/**
 * Requests that bring typed cells to what counts now, with the reason as a note where one does not count. An accepted value
 * may still be written otherwise than what counts ("ST-005" for a name with its number): then the cell is brought into line.
 */
export const settleCells = (deployment: Deployment, table: AnyTable, opened: Opened, settled: readonly Settled[]): readonly SheetsRequest[] => {
  const sheet = opened.sheets.get(slotOf(table));
  const { sheetId } = sheetPlace(deployment, table.book, tableName(table));
  return settled.flatMap(({ entry, reason }) => {
    const rowIndex = sheet?.rowOf.get(entry.key);
    const columnIndex = sheet?.entryOf.get(entry.property);
    if (rowIndex === undefined || columnIndex === undefined) return [];
    const differing = sheet?.pending.find(({ key, property }) => key === entry.key && property === entry.property);
    const note = reason === null ? '' : inLanguage(reason, deployment.language);
    const cell = differing === undefined ? { note } : { ...enteredValue(differing.counts === '' ? null : differing.counts), note };
    return [{ updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: [{ values: [cell] }], fields: differing === undefined ? 'note' : 'userEnteredValue,note' } }];
  });
};
