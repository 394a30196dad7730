import { allTables, type AnyTable, type Column } from '../../sheets-templates';
import type { Ports } from '../app/ports';
import { workbookPlace } from '../ledger/deployment';
import type { Opened } from '../ledger/ledger';
import type { PendingEntry } from '../ledger/sheet-rows';
import { sheetsPort } from '../google/sheets';
import { words } from '../terms';
import { settleCells, slotOf } from './settle-cells';

const leftKey = 'cells.left';
/** What a property can hold of names. */
const mostNames = 60;

export const typedTables: readonly AnyTable[] = allTables.filter((table) => Object.values<Column<unknown>>(table.columns).some(({ command }) => command !== undefined));

const reason = words('系统未能处理此处的填写（中断或未触发），已恢复原值，请重新选择。', 'The system did not get to what was typed here; the cell is back as it was. Please choose it once more.');

const nameOf = (table: AnyTable, { key, property, typed }: PendingEntry): string => `${slotOf(table)}/${key}/${property}=${String(typed).slice(0, 40)}`;

/**
 * A typed cell whose trigger did not come or was interrupted shows what does not count. Nobody knows any more who typed it, so
 * it goes back, with a note. Only one that the look before saw too: a younger one is still being worked on. Runs under the
 * lock, on a reading of `typedTables`. Returns whether there are younger ones to look at again.
 */
export const putBackLeftCells = (ports: Ports, opened: Opened): boolean => {
  const deployment = ports.deployment();
  const remembered = ports.recall(leftKey) ?? '';
  const before = remembered.split('\n');
  const young: string[] = [];
  for (const table of typedTables) {
    const pending = opened.sheets.get(slotOf(table))?.pending ?? [];
    const left = pending.filter((entry) => before.includes(nameOf(table, entry)));
    young.push(...pending.filter((entry) => !left.includes(entry)).map((entry) => nameOf(table, entry)));
    const requests = settleCells(deployment, table, opened, left.map((entry) => ({ entry, reason })));
    if (requests.length > 0) sheetsPort.batchUpdate([{ spreadsheetId: workbookPlace(deployment, table.book).spreadsheetId, requests }]);
  }
  const names = young.slice(0, mostNames).join('\n');
  if (names !== remembered) ports.remember(leftKey, names);
  return young.length > 0;
};
