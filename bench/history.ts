import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { allTables, columnKeysOf, type Company } from './company';

/**
 * Gives a company a past: N tickets that ended and went to an archive workbook, and a journal as long as their life made
 * it. Written straight into the sheets, since nobody wants to live through a hundred thousand tickets to count one.
 */

const owner = 'owner@xinghe-power.example';
const rowsAtOnce = 5000;

const cell = (value: string | number) => ({ userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } });

const batch = async (company: Company, spreadsheetId: string, requests: readonly unknown[]): Promise<void> => {
  const { status, body } = await company.workspace.rest('POST', `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, new URLSearchParams(), { requests }, owner);
  if (status !== 200) throw new Error(`Seeding failed: ${JSON.stringify(body)}`);
};

const append = async (company: Company, spreadsheetId: string, sheetId: number, count: number, row: (index: number) => readonly (string | number)[]): Promise<void> => {
  for (let start = 0; start < count; start += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, count - start) }, (_, index) => ({ values: row(start + index).map(cell) }));
    await batch(company, spreadsheetId, [{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }]);
  }
};

/** Reloads the bundle with one function more, which writes where the archive is, as archiving itself would have. */
const register = async (company: Company, name: string, place: unknown, dist: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-core-'));
  cpSync(resolve(dist, 'core'), folder, { recursive: true });
  writeFileSync(join(folder, 'Bench.js'), 'function benchRemember(key, value) { PropertiesService.getScriptProperties().setProperty(key, value); }\n');
  await company.workspace.loadProject({ name: 'core', folder, owner });
  const { record } = await company.workspace.run('core', 'benchRemember', [`workbook.${name}`, JSON.stringify(place)], owner);
  if (record.status !== 'completed') throw new Error(record.error ?? record.status);
  await company.workspace.loadProject({ name: 'core', folder: resolve(dist, 'core'), owner });
  rmSync(folder, { recursive: true });
};

/** @param tickets how many tickets ended and were archived before the bench begins */
export const givePast = async (company: Company, tickets: number, dist: string): Promise<void> => {
  const tables = allTables.map((table, index) => ({ table, sheetId: index + 1, title: table.label.zh }));
  const { body } = await company.workspace.rest('POST', '/v4/spreadsheets', new URLSearchParams(), {
    properties: { title: 'archive-2025', timeZone: 'Asia/Shanghai' },
    sheets: [...tables.map(({ sheetId, title }) => ({ properties: { sheetId, title, gridProperties: { rowCount: 10, columnCount: 60 } } })), { properties: { sheetId: 1000, title: '_meta', gridProperties: { rowCount: 8, columnCount: 2 } } }],
  }, owner);
  const { spreadsheetId } = body as { readonly spreadsheetId: string };
  const ticketTab = tables.find(({ table }) => table.name === 'Tickets');
  if (ticketTab === undefined) throw new Error('No table of tickets');
  for (const { table, sheetId } of tables) await batch(company, spreadsheetId, [{ updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows: [{ values: columnKeysOf(table).map(cell) }, { values: columnKeysOf(table).map(cell) }], fields: 'userEnteredValue' } }]);
  const width = columnKeysOf(ticketTab.table).length;
  await append(company, spreadsheetId, ticketTab.sheetId, tickets, (index) => Array.from({ length: width }, (_, column) => (column === 0 ? `TK-2025-${index + 1}` : `value ${column}`)));
  const names = new Map(Object.entries(company.tableNames()));
  await register(company, 'archive-2025', {
    spreadsheetId, meta: { sheetId: 1000, title: '_meta' },
    sheets: Object.fromEntries(tables.map(({ table, sheetId, title }) => [names.get(table.name) ?? table.name, { sheetId, title }])),
  }, dist);
  await lengthenJournal(company, tickets);
};

/** The journal of so many tickets; its own mark of used rows grows with it, so that a replay would still find the end. */
const lengthenJournal = async (company: Company, rows: number): Promise<void> => {
  const system = company.workbook('system');
  const tabs = company.workspace.spreadsheets(owner).find((file) => file.id === system)?.tabs ?? [];
  const journal = tabs.find((tab) => tab.title === '流水');
  const meta = tabs.find((tab) => tab.title === '_meta');
  if (journal === undefined || meta === undefined) throw new Error('No journal');
  await append(company, system, journal.sheetId, rows, (index) => [`past.${index}`, 0, 1, 1, 45000, 'SYS', 'past', '', 'OK', '{"changes":[],"reason":""}', '', '']);
  const { body } = await company.workspace.rest('GET', `/v4/spreadsheets/${system}/values/_meta!B4`, new URLSearchParams({ valueRenderOption: 'UNFORMATTED_VALUE' }), null, owner);
  const used = Number((body as { readonly values?: readonly (readonly unknown[])[] }).values?.[0]?.[0] ?? 0);
  await batch(company, system, [{ updateCells: { start: { sheetId: meta.sheetId, rowIndex: 3, columnIndex: 1 }, rows: [{ values: [cell(used + rows)] }], fields: 'userEnteredValue' } }]);
};
