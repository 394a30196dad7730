import { allTables, staff, type AnyTable, type Column } from '../../sheets-templates';
import { findCommand } from '../app/commands';
import type { Actor } from '../app/actor';
import type { CommandDefinition } from '../app/command';
import type { Ports } from '../app/ports';
import { busy, readsOf, runCommand, runOn, type Wanted } from '../app/run-command';
import { readCell } from '../ledger/codec';
import { tableName } from '../ledger/change';
import { workbookPlace, type Deployment } from '../ledger/deployment';
import type { Draft } from '../ledger/draft';
import type { Opened } from '../ledger/ledger';
import type { PendingEntry } from '../ledger/sheet-rows';
import { editOf, type Edit } from '../google/edit-event';
import { googlePorts } from '../google/ports';
import { sheetsPort } from '../google/sheets';
import { isRefusal, refuse, type Refusal, type Words } from '../terms';
import { typedTables } from './left-cells';
import { columnOf, settleCells, slotOf, type Settled } from './settle-cells';

/** How many typed cells one edit may turn into commands; a larger paste is put back as a whole. */
const mostCells = 50;

const tableAt = (deployment: Deployment, spreadsheetId: string, sheetId: number): AnyTable | undefined =>
  allTables.find((table) => workbookPlace(deployment, table.book).spreadsheetId === spreadsheetId && deployment.workbooks[table.book]?.sheets[tableName(table)]?.sheetId === sheetId);

/** What was typed, as a command reads it: dates as text with zone, choices by their words or code. */
const rawOf = (table: AnyTable, entry: PendingEntry): unknown => {
  const column = columnOf(table, entry.property);
  if (column === undefined) return entry.typed;
  const value = readCell(column, entry.typed);
  return value === undefined ? String(entry.typed) : value;
};

/** Whoever typed it; blank where the platform does not say. */
const actorOf = (email: string) => (draft: Draft): Actor | Refusal => {
  const member = draft.where(staff, (person) => person.active && person.accountEmail.toLowerCase() === email.toLowerCase())[0];
  return member === undefined
    ? refuse('WHO', '无法确认您的身份，请在侧边栏中操作。', 'The system cannot tell who you are here; please use the sidebar.')
    : { kind: 'staff', staff: member, via: 'SYSTEM' };
};

const noCommand = refuse('CELL', '此单元格不接受直接填写。', 'This cell takes no direct input.');
const tooMany = refuse('CELL', '一次粘贴的内容过多，请逐个填写。', 'Too much was pasted at once; please fill in cell by cell.');

const wantedOf = (table: AnyTable, entry: PendingEntry, email: string): Wanted | null => {
  const command = findCommand(columnOf(table, entry.property)?.command ?? '');
  return command === undefined ? null : { command, actor: actorOf(email), objectId: entry.key, raw: { [entry.property]: rawOf(table, entry) } };
};

/** Every command that can be typed into a table. */
const commandsOf = (table: AnyTable): readonly CommandDefinition[] =>
  Object.values<Column<unknown>>(table.columns).flatMap(({ command }) => (command === undefined ? [] : findCommand(command) ?? []));

const entriesIn = (opened: Opened | null, table: AnyTable, edit: Edit): readonly PendingEntry[] => {
  const sheet = opened?.sheets.get(slotOf(table));
  return (sheet?.pending ?? []).filter((entry) => {
    const row = sheet?.rowOf.get(entry.key) ?? -1;
    return row >= edit.firstRow && row <= edit.lastRow;
  });
};

const settle = (ports: Ports, table: AnyTable, edit: Edit, opened: Opened, settled: readonly Settled[]): void => {
  const requests = settleCells(ports.deployment(), table, opened, settled);
  if (requests.length > 0) sheetsPort.batchUpdate([{ spreadsheetId: edit.spreadsheetId, requests }]);
};

/**
 * The usual case: one cell is read, decided and entered within one turn of the lock, and the commit itself brings the cell
 * into line. Only one that does not count, or counts as what stood there before, is put back with a request of its own.
 * Gives the typed cells of a paste instead: each of them is a command with a turn of its own.
 */
const runSingle = (ports: Ports, table: AnyTable, edit: Edit): readonly PendingEntry[] => {
  const now = ports.now();
  const opened = ports.ledger().read([table, ...readsOf(commandsOf(table))], true);
  const entries = entriesIn(opened, table, edit);
  const [entry] = entries;
  if (opened === null || entry === undefined || entries.length > 1) return entries;
  const wanted = wantedOf(table, entry, edit.email);
  const { outcome, changes } = wanted === null ? { outcome: noCommand, changes: [] } : runOn(ports, opened, wanted, now);
  const entered = changes.some((change) => change.kind === 'update' && change.table === tableName(table) && change.key === entry.key && entry.property in change.fields);
  if (!entered) settle(ports, table, edit, opened, [{ entry, reason: isRefusal(outcome) ? outcome.words : null }]);
  return [];
};

const runPasted = (ports: Ports, table: AnyTable, entry: PendingEntry, email: string): Words | null => {
  const wanted = wantedOf(table, entry, email);
  const outcome = wanted === null ? noCommand : runCommand(ports, wanted);
  return isRefusal(outcome) ? outcome.words : null;
};

/** A person typed into a cell that takes commands. The typed value counts only once its command was accepted. */
export const cellEdited = (event: unknown): void => {
  const edit = editOf(event);
  if (edit === null) return;
  const ports = googlePorts();
  const table = tableAt(ports.deployment(), edit.spreadsheetId, edit.sheetId);
  if (table === undefined || !typedTables.includes(table)) return;
  const turn = ports.locked(() => runSingle(ports, table, edit));
  const entries = turn === 'busy' ? entriesIn(ports.ledger().read([table], false), table, edit) : turn.done;
  if (entries.length === 0) return;
  const settled = entries.map((entry): Settled => ({ entry, reason: turn === 'busy' ? busy().words : entries.length > mostCells ? tooMany.words : runPasted(ports, table, entry, edit.email) }));
  const opened = ports.ledger().read([table], false);
  if (opened !== null) settle(ports, table, edit, opened, settled);
};
