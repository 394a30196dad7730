import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { columnKey, type AnyTable, type Column } from '../sheets-templates';
import { Company, owner } from '../test/journeys/company';
import { entryKey } from '../src/ledger/codec';

/** The company of the journeys, and the ways to write its past and present straight into its sheets. */
export { allTables, tables, type TableName } from '../sheets-templates';
export { owner, type Company };
export type Cell = string | number | boolean;

const rowsAtOnce = 5000;
/** When the night's check of the ledgers is due. */
export const nightCheck = 'check.next';

export const columnKeysOf = (table: AnyTable): readonly string[] =>
  Object.entries<Column<unknown>>(table.columns).flatMap(([property, { command }]) => (command === undefined ? [columnKey(property)] : [entryKey(property), columnKey(property)]));

/** Opens the company on the bundle, with one function more: it writes what the script remembers, as the script itself would have. */
export const openCompany = async (startAt: string, dist: string): Promise<Company> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-core-'));
  try {
    cpSync(resolve(dist, 'core'), folder, { recursive: true });
    writeFileSync(join(folder, 'Bench.js'), 'function benchRemember(key, value) { PropertiesService.getScriptProperties().setProperty(key, value); }\n');
    const company = await Company.open({ startAt });
    await company.workspace.loadProject({ name: 'core', folder, owner });
    // The night's check would take what is written past the system for edits by hand; it is measured by itself.
    await remember(company, nightCheck, 'never');
    return company;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export const remember = async (company: Company, key: string, value: string): Promise<void> => {
  const { record } = await company.workspace.run('core', 'benchRemember', [key, value], owner);
  if (record.status !== 'completed') throw new Error(record.error ?? record.status);
};

const cell = (value: Cell) => (value === '' ? {} : { userEnteredValue: typeof value === 'number' ? { numberValue: value } : typeof value === 'boolean' ? { boolValue: value } : { stringValue: value } });

export const write = async (company: Company, spreadsheetId: string, requests: readonly unknown[]): Promise<void> => {
  const { status, body } = await company.workspace.rest('POST', `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, new URLSearchParams(), { requests }, owner);
  if (status !== 200) throw new Error(`Seeding failed: ${JSON.stringify(body)}`);
};

/** Writes cells of rows from a corner on, counted from 0. */
export const cellsAt = (sheetId: number, rowIndex: number, columnIndex: number, rows: readonly (readonly Cell[])[]) => ({
  updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: rows.map((values) => ({ values: values.map(cell) })), fields: 'userEnteredValue' },
});

export const append = async (company: Company, spreadsheetId: string, sheetId: number, count: number, row: (index: number) => readonly Cell[]): Promise<void> => {
  for (let start = 0; start < count; start += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, count - start) }, (_, index) => ({ values: row(start + index).map(cell) }));
    await write(company, spreadsheetId, [{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }]);
  }
};

export const values = async (company: Company, spreadsheetId: string, range: string): Promise<readonly (readonly Cell[])[]> => {
  const { body } = await company.workspace.rest('GET', `/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent(range)}`, new URLSearchParams({ valueRenderOption: 'UNFORMATTED_VALUE' }), null, owner);
  return (body as { readonly values?: readonly (readonly Cell[])[] }).values ?? [];
};

/** A tab by its title in a workbook of the company. */
export const tabOf = (company: Company, spreadsheetId: string, title: string): { readonly sheetId: number; readonly title: string } => {
  const found = company.workspace.spreadsheets(owner).find((file) => file.id === spreadsheetId)?.tabs.find((tab) => tab.title === title);
  if (found === undefined) throw new Error(`No tab ${title}`);
  return found;
};
