import { allTables, staff, type AnyTable } from '../../sheets-templates';
import { findCommand } from '../app/commands';
import type { Actor } from '../app/actor';
import { runCommand } from '../app/run-command';
import { readCell } from '../ledger/codec';
import { tableName } from '../ledger/change';
import { workbookPlace, type Deployment } from '../ledger/deployment';
import type { Draft } from '../ledger/draft';
import type { PendingEntry } from '../ledger/sheet-rows';
import { editOf } from '../google/edit-event';
import { googlePorts } from '../google/ports';
import { sheetsPort } from '../google/sheets';
import { isRefusal, refuse, type Refusal, type Words } from '../terms';
import { columnOf, settleCells, slotOf } from './settle-cells';

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
    ? refuse('WHO', '无法确认您的身份,请在侧边栏中操作。', 'The system cannot tell who you are here; please use the sidebar.')
    : { kind: 'staff', staff: member, via: 'SYSTEM' };
};

const runEntry = (table: AnyTable, entry: PendingEntry, email: string): Words | null => {
  const definition = findCommand(columnOf(table, entry.property)?.command ?? '');
  if (definition === undefined) return refuse('CELL', '此单元格不接受直接填写。', 'This cell takes no direct input.').words;
  const outcome = runCommand(googlePorts(), { command: definition, actor: actorOf(email), objectId: entry.key, raw: { [entry.property]: rawOf(table, entry) } });
  return isRefusal(outcome) ? outcome.words : null;
};

const tooMany = refuse('CELL', '一次粘贴的内容过多,请逐个填写。', 'Too much was pasted at once; please fill in cell by cell.');

/** A person typed into a cell that takes commands. The typed value counts only once its command was accepted. */
export const cellEdited = (event: unknown): void => {
  const edit = editOf(event);
  if (edit === null) return;
  const ports = googlePorts();
  const deployment = ports.deployment();
  const table = tableAt(deployment, edit.spreadsheetId, edit.sheetId);
  if (table === undefined) return;
  const before = ports.ledger().read([table], false)?.sheets.get(slotOf(table));
  const entries = (before?.pending ?? []).filter((entry) => {
    const row = before?.rowOf.get(entry.key) ?? -1;
    return row >= edit.firstRow && row <= edit.lastRow;
  });
  const settled = entries.map((entry) => ({ entry, reason: entries.length > mostCells ? tooMany.words : runEntry(table, entry, edit.email) }));
  const opened = entries.length === 0 ? null : ports.ledger().read([table], false);
  if (opened === null) return;
  const requests = settleCells(deployment, table, opened, settled);
  if (requests.length > 0) sheetsPort.batchUpdate([{ spreadsheetId: edit.spreadsheetId, requests }]);
};
