import { allTables, staff, type AnyTable, type Column } from '../../sheets-templates';
import { findCommand } from '../app/commands';
import type { Actor } from '../app/actor';
import { runCommand } from '../app/run-command';
import { readCell, writeCell, type CellValue } from '../ledger/codec';
import { tableName } from '../ledger/change';
import { sheetPlace, workbookPlace, type Deployment } from '../ledger/deployment';
import type { Draft } from '../ledger/draft';
import { enteredValue } from '../ledger/apply';
import type { PendingEntry, SheetRows } from '../ledger/sheet-rows';
import type { SheetsRequest } from '../ledger/sheets-port';
import { editOf } from '../google/edit-event';
import { googlePorts } from '../google/ports';
import { sheetsPort } from '../google/sheets';
import { inLanguage, isRefusal, refuse, type Refusal, type Words } from '../terms';

/** How many typed cells one edit may turn into commands; a larger paste is put back as a whole. */
const mostCells = 50;

const tableAt = (deployment: Deployment, spreadsheetId: string, sheetId: number): AnyTable | undefined =>
  allTables.find((table) => workbookPlace(deployment, table.book).spreadsheetId === spreadsheetId && deployment.workbooks[table.book]?.sheets[tableName(table)]?.sheetId === sheetId);

const columnOf = (table: AnyTable, property: string) => (table.columns as Readonly<Record<string, Column<unknown>>>)[property];

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

/** Brings the typed cell to what counts now, with the reason as a note where it was refused. */
const settle = (table: AnyTable, sheet: SheetRows, entry: PendingEntry, reason: Words | null, deployment: Deployment, counts: CellValue): readonly SheetsRequest[] => {
  const rowIndex = sheet.rowOf.get(entry.key);
  const columnIndex = sheet.entryOf.get(entry.property);
  if (rowIndex === undefined || columnIndex === undefined) return [];
  const { sheetId } = sheetPlace(deployment, table.book, tableName(table));
  const cell = reason === null ? { note: '' } : { ...enteredValue(counts), note: inLanguage(reason, deployment.language) };
  return [{ updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: [{ values: [cell] }], fields: reason === null ? 'note' : 'userEnteredValue,note' } }];
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
  const name = tableName(table);
  const slot = `${table.book}/${name}`;
  const before = ports.ledger().read([table], false)?.sheets.get(slot);
  const entries = (before?.pending ?? []).filter((entry) => {
    const row = before?.rowOf.get(entry.key) ?? -1;
    return row >= edit.firstRow && row <= edit.lastRow;
  });
  const reasons = entries.map((entry) => (entries.length > mostCells ? tooMany.words : runEntry(table, entry, edit.email)));
  const opened = ports.ledger().read([table], false);
  const after = opened?.sheets.get(slot);
  if (after === undefined || entries.length === 0) return;
  const rows = opened?.snapshot.get(name) ?? [];
  const requests = entries.flatMap((entry, index) => {
    const column = columnOf(table, entry.property);
    const row = rows.find((candidate) => candidate[table.key] === entry.key);
    const counts = column === undefined || row === undefined ? null : writeCell(column, row[entry.property], deployment.language);
    return settle(table, after, entry, reasons[index] ?? null, deployment, counts);
  });
  if (requests.length > 0) sheetsPort.batchUpdate([{ spreadsheetId: edit.spreadsheetId, requests }]);
};
