import { allTables, type Table } from '../../sheets-templates';
import { archivedTables } from '../app/archived-tables';
import { tableName } from '../ledger/change';
import { columnKey } from '../ledger/codec';
import { headerRows, isArchive, quoteTitle, type SheetPlace, type WorkbookPlace } from '../ledger/deployment';
import type { SheetsRequest } from '../ledger/sheets-port';
import type { Language } from '../terms';
import { changedTables, layoutFacts, remember, rememberAll, workbookPlaces, workbookProperty } from './memory';
import { sheetsPort } from './sheets';
import { columnRequests, hide, newSheet, openRanges, protection, sheetColumns, tabRequests, tabTitle, validation } from './workbook-layout';
import { withoutCommands } from './workbooks';

/**
 * Workbooks that an earlier version made get the tabs and columns that came since. What is there stays: no value is touched, no column
 * moved but to make room. Each workbook changes in one request, so that an interrupted run is finished by the next one.
 */

interface Tab {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  /** Of the protection of the whole tab. */
  readonly protectedId: number | null;
  /** Row 1, as wide as the tab. */
  readonly header: readonly string[];
}

const tabsOf = (spreadsheetId: string): readonly Tab[] => {
  const found = Sheets?.Spreadsheets?.get(spreadsheetId, { fields: 'sheets(properties(sheetId,title,gridProperties),protectedRanges)' });
  // A chart on a sheet of its own has no cells.
  const sheets = (found?.sheets ?? []).filter(({ properties }) => properties?.gridProperties !== undefined);
  const headers = sheetsPort.batchGet([{ spreadsheetId, ranges: sheets.map(({ properties }) => `${quoteTitle(properties?.title ?? '')}!1:1`) }])[0] ?? [];
  return sheets.map(({ properties, protectedRanges = [] }, at): Tab => {
    const { rowCount = 0, columnCount = 0 } = properties?.gridProperties ?? {};
    const whole = protectedRanges.find(({ range, warningOnly }) => warningOnly !== true && range !== undefined && range.startRowIndex === undefined && range.startColumnIndex === undefined);
    const header = (headers[at]?.[0] ?? []).map(String);
    return { sheetId: properties?.sheetId ?? 0, title: properties?.title ?? '', rows: rowCount, columns: columnCount, protectedId: whole?.protectedRangeId ?? null, header: Array.from({ length: columnCount }, (_, column) => header[column] ?? '') };
  });
};

interface Change {
  readonly place: SheetPlace;
  readonly requests: readonly SheetsRequest[];
}

const columnsAt = (sheetId: number, at: number) => ({ sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 });

/** What people type begins as what counts: a difference would be a command. */
const likeWhatCounts = ({ sheetId, rows }: Tab, from: number, to: number): SheetsRequest => {
  const column = (at: number) => ({ sheetId, startRowIndex: headerRows, endRowIndex: rows, startColumnIndex: at, endColumnIndex: at + 1 });
  return { copyPaste: { source: column(from), destination: column(to), pasteType: 'PASTE_VALUES' } };
};

/** Each missing column comes behind the one that stands before it in the table, wherever people have moved that to. */
const withColumns = (table: Table, tab: Tab, owner: string, language: Language): readonly SheetsRequest[] => {
  const { sheetId } = tab;
  const header = [...tab.header];
  const requests: SheetsRequest[] = [];
  let before = -1;
  for (const column of sheetColumns(table)) {
    const known = header.indexOf(column.key);
    before = known >= 0 ? known : before + 1;
    if (known >= 0) continue;
    requests.push(
      before === header.length ? { appendDimension: { sheetId, dimension: 'COLUMNS', length: 1 } } : { insertDimension: { range: columnsAt(sheetId, before), inheritFromBefore: before > 0 } },
      // The column beside it may have had a list to choose from, or be hidden.
      { setDataValidation: { range: { sheetId, startRowIndex: 0, startColumnIndex: before, endColumnIndex: before + 1 } } },
      { updateDimensionProperties: { range: columnsAt(sheetId, before), properties: { hiddenByUser: false }, fields: 'hiddenByUser' } },
      ...columnRequests(sheetId, column, before, language),
    );
    header.splice(before, 0, column.key);
  }
  const typed = sheetColumns(table).filter(({ hidden, key }) => hidden && tab.header.includes(key)).flatMap(({ key }): readonly SheetsRequest[] => {
    const [entry, counts] = [header.indexOf(`${key}_entry`), header.indexOf(key)];
    return tab.header.includes(`${key}_entry`) ? [] : [likeWhatCounts(tab, counts, entry), hide(sheetId, counts)];
  });
  const lists = sheetColumns(table).flatMap(({ key, column }) => validation(sheetId, column, header.indexOf(key), language));
  const guard: SheetsRequest = tab.protectedId === null ? protection(sheetId, table, header, owner, language)
    : { updateProtectedRange: { protectedRange: { protectedRangeId: tab.protectedId, unprotectedRanges: openRanges(sheetId, table, header) }, fields: 'unprotectedRanges' } };
  return [...requests, ...typed, ...lists, guard];
};

const gone = (title: string): Error => new Error(`标签页“${title}”已被删除，请先在版本历史中恢复。 The tab "${title}" was deleted; please bring it back from the version history first.`);

const newTab = (table: Table, tabs: readonly Tab[], taken: ReadonlySet<number>, owner: string, language: Language): Change => {
  const title = tabTitle(table, language);
  // Made by a run that died before it could be taken down.
  const made = tabs.find((tab) => tab.title === title && !taken.has(tab.sheetId) && tab.header.includes(columnKey(table.key)));
  if (made !== undefined) return { place: { sheetId: made.sheetId, title }, requests: withColumns(table, made, owner, language) };
  let sheetId = 1;
  while (taken.has(sheetId) || tabs.some((tab) => tab.sheetId === sheetId)) sheetId += 1;
  let free = title;
  for (let at = 2; tabs.some((tab) => tab.title === free); at += 1) free = `${title} ${at}`;
  const properties = { ...newSheet(table, sheetId, tabs.length, language), title: free };
  return { place: { sheetId, title: free }, requests: [{ addSheet: { properties } }, ...tabRequests(table, sheetId, owner, language)] };
};

const upgrade = (name: string, workbook: WorkbookPlace, tables: readonly Table[], owner: string, language: Language): void => {
  const tabs = tabsOf(workbook.spreadsheetId);
  const sheets = { ...workbook.sheets };
  const taken = new Set([workbook.meta.sheetId, ...Object.values(sheets).map(({ sheetId }) => sheetId)]);
  const requests: SheetsRequest[] = [];
  for (const table of tables) {
    const place = sheets[tableName(table)];
    const tab = tabs.find(({ sheetId }) => sheetId === place?.sheetId);
    if (place !== undefined && tab === undefined) throw gone(place.title);
    const change = place === undefined || tab === undefined ? newTab(table, tabs, taken, owner, language) : { place, requests: withColumns(table, tab, owner, language) };
    taken.add(change.place.sheetId);
    sheets[tableName(table)] = change.place;
    requests.push(...change.requests);
  }
  if (requests.length > 0) sheetsPort.batchUpdate([{ spreadsheetId: workbook.spreadsheetId, requests }]);
  remember(workbookProperty(name), JSON.stringify({ ...workbook, sheets }));
};

/** Under the lock: commands go by where columns stand. Costs nothing where nothing came since. */
export const bringUpToDate = (owner: string, language: Language): void => {
  const names = changedTables();
  for (const [name, workbook] of Object.entries(workbookPlaces())) {
    const tables = isArchive(name) ? archivedTables.map(withoutCommands) : allTables.filter(({ book }) => book === name);
    const changed = tables.filter((table) => names.includes(table.name));
    if (changed.length > 0) upgrade(name, workbook, changed, owner, language);
  }
  if (names.length > 0) rememberAll(layoutFacts());
};
