import { columnKey, tables, type TableName } from '../../sheets-templates';
import { owner, type Company } from './company';

/** What only the files' owner can do: change what stands in a ledger past every protection. */

interface Tab {
  readonly workbook: string;
  readonly sheetId: number;
  readonly header: readonly string[];
  /** From the first row on. */
  readonly keys: readonly string[];
}

const tabOf = async (company: Company, name: TableName): Promise<Tab> => {
  const table = tables[name];
  const workbook = company.workbook(table.book);
  const title = company.language === 'en' ? table.label.en : table.label.zh;
  const sheet = company.workspace.spreadsheets(owner).find(({ id }) => id === workbook)?.tabs.find((tab) => tab.title === title);
  if (sheet === undefined) throw new Error(`No tab ${title}`);
  const { body } = await company.workspace.rest('GET', `/v4/spreadsheets/${workbook}/values/${encodeURIComponent(`'${title}'`)}`, new URLSearchParams(), null, owner);
  const values = (body as { readonly values?: readonly (readonly string[])[] }).values ?? [];
  const header = values[0] ?? [];
  const at = header.indexOf(columnKey(table.key));
  return { workbook, sheetId: sheet.sheetId, header, keys: values.map((row) => row[at] ?? '') };
};

const placeOf = ({ header, keys }: Tab, key: string, property: string) => {
  const place = { row: keys.indexOf(key, 2), column: header.indexOf(columnKey(property)) };
  if (place.row < 0 || place.column < 0) throw new Error(`No cell ${property} of ${key}`);
  return place;
};

const must = (outcome: { readonly accepted: boolean; readonly message?: string }): void => {
  if (!outcome.accepted) throw new Error(outcome.message ?? 'Refused');
};

export const changeCell = async (company: Company, name: TableName, key: string, property: string, text: string): Promise<void> => {
  const tab = await tabOf(company, name);
  const { row, column } = placeOf(tab, key, property);
  must(await company.workspace.editCells(tab.workbook, tab.sheetId, row, column, [[text]], owner));
};

/** Past what the cell's own dropdown allows: as pasting does. */
export const pasteCell = async (company: Company, name: TableName, key: string, property: string, text: string): Promise<void> => {
  const tab = await tabOf(company, name);
  const { row, column } = placeOf(tab, key, property);
  const values = [text === '' ? {} : { userEnteredValue: { stringValue: text } }];
  await send(company, tab, { updateCells: { start: { sheetId: tab.sheetId, rowIndex: row, columnIndex: column }, rows: [{ values }], fields: 'userEnteredValue' } });
};

const send = async (company: Company, { workbook }: Tab, request: object): Promise<void> => {
  const { status, body } = await company.workspace.rest('POST', `/v4/spreadsheets/${workbook}:batchUpdate`, new URLSearchParams(), { requests: [request] }, owner);
  if (status !== 200) throw new Error(JSON.stringify(body));
};

export const deleteRow = async (company: Company, name: TableName, key: string): Promise<void> => {
  const tab = await tabOf(company, name);
  const { row } = placeOf(tab, key, tables[name].key);
  await send(company, tab, { deleteDimension: { range: { sheetId: tab.sheetId, dimension: 'ROWS', startIndex: row, endIndex: row + 1 } } });
};

/** A row below all others, by property. */
export const addRow = async (company: Company, name: TableName, cells: Readonly<Record<string, string>>): Promise<void> => {
  const tab = await tabOf(company, name);
  const row = tab.header.map((key) => Object.entries(cells).find(([property]) => columnKey(property) === key)?.[1] ?? '');
  must(await company.workspace.editCells(tab.workbook, tab.sheetId, tab.keys.length, 0, [row], owner));
};

/** Copies a row with all that stands in it, and pastes it below all others. */
export const copyRow = async (company: Company, name: TableName, key: string): Promise<void> => {
  const tab = await tabOf(company, name);
  const row = tab.keys.indexOf(key, 2);
  const at = (rowIndex: number) => ({ sheetId: tab.sheetId, startRowIndex: rowIndex, endRowIndex: rowIndex + 1, startColumnIndex: 0, endColumnIndex: tab.header.length });
  await send(company, tab, { copyPaste: { source: at(row), destination: at(tab.keys.length), pasteType: 'PASTE_NORMAL' } });
};

export const headerOf = async (company: Company, name: TableName): Promise<readonly string[]> => (await tabOf(company, name)).header;

/** @param key as it stands in the first row */
export const deleteColumn = async (company: Company, name: TableName, key: string): Promise<void> => {
  const tab = await tabOf(company, name);
  const at = tab.header.indexOf(key);
  if (at < 0) throw new Error(`No column ${key}`);
  await send(company, tab, { deleteDimension: { range: { sheetId: tab.sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 } } });
};

/** A column of one's own behind another one. */
export const insertColumn = async (company: Company, name: TableName, behind: string, label: string): Promise<void> => {
  const tab = await tabOf(company, name);
  const at = tab.header.indexOf(behind) + 1;
  await send(company, tab, { insertDimension: { range: { sheetId: tab.sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 }, inheritFromBefore: true } });
  must(await company.workspace.editCells(tab.workbook, tab.sheetId, 1, at, [[label]], owner));
};

export const deleteTab = async (company: Company, name: TableName): Promise<void> => {
  const tab = await tabOf(company, name);
  await send(company, tab, { deleteSheet: { sheetId: tab.sheetId } });
};

/** Writes another key into a tab's hidden first row. */
export const renameColumn = async (company: Company, name: TableName, from: string, to: string): Promise<void> => {
  const tab = await tabOf(company, name);
  must(await company.workspace.editCells(tab.workbook, tab.sheetId, 0, tab.header.indexOf(from), [[to]], owner));
};

/** Many rows at once, each by property. */
export const appendRows = async (company: Company, name: TableName, rows: readonly Readonly<Record<string, string>>[]): Promise<void> => {
  const tab = await tabOf(company, name);
  const cellsOf = (row: Readonly<Record<string, string>>) => {
    const byKey = new Map(Object.entries(row).map(([property, text]) => [columnKey(property), text]));
    return tab.header.map((key) => (byKey.has(key) ? { userEnteredValue: { stringValue: byKey.get(key) } } : {}));
  };
  await send(company, tab, { appendCells: { sheetId: tab.sheetId, rows: rows.map((row) => ({ values: cellsOf(row) })), fields: 'userEnteredValue' } });
};

export const sortRows = async (company: Company, name: TableName, property: string): Promise<void> => {
  const tab = await tabOf(company, name);
  await send(company, tab, { sortRange: { range: { sheetId: tab.sheetId, startRowIndex: 2 }, sortSpecs: [{ dimensionIndex: tab.header.indexOf(columnKey(property)), sortOrder: 'DESCENDING' }] } });
};
