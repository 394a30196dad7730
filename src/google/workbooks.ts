import { allTables, books, type AnyTable, type Book, type Column, type Table, type TableName } from '../../sheets-templates';
import { archivedTables } from '../app/archived-tables';
import { tableName } from '../ledger/change';
import { enteredValue } from '../ledger/apply';
import { workbookPlace, yearOfArchive, type Deployment, type SheetPlace, type WorkbookPlace } from '../ledger/deployment';
import { firstHash } from '../ledger/journal';
import { inLanguage, timeZone, words, type Language, type Words } from '../terms';
import { recall, remember, workbookProperty } from './memory';
import { sheetsPort } from './sheets';
import { ownerAddress } from './who';
import { layoutRequests, metaPlace, newSheets, tablePlaces } from './workbook-layout';

const bookTitles: Readonly<Record<Book, Words>> = {
  service: words('售后台账 · 服务', 'Aftersales Ledger · Service'),
  customers: words('售后台账 · 客户', 'Aftersales Ledger · Customers'),
  commercial: words('售后台账 · 商务', 'Aftersales Ledger · Commercial'),
  people: words('售后台账 · 人员', 'Aftersales Ledger · People'),
  system: words('售后台账 · 系统', 'Aftersales Ledger · System'),
};

/** Creates a file with tabs, dressed and protected, and gives where everything is. */
const create = (title: string, tables: readonly Table[], owner: string, language: Language): WorkbookPlace => {
  const created = Sheets?.Spreadsheets?.create({
    properties: { title, timeZone, locale: language === 'en' ? 'en_US' : 'zh_CN' },
    // The declared type of sheets is mutable; the request only reads it.
    sheets: [...newSheets(tables, language)],
  });
  const spreadsheetId = created?.spreadsheetId;
  if (spreadsheetId === undefined) throw new Error(`No file was made for ${title}`);
  sheetsPort.batchUpdate([{ spreadsheetId, requests: layoutRequests(tables, owner, language, firstHash) }]);
  const places = tablePlaces(tables, language);
  const sheets: Partial<Record<TableName, SheetPlace>> = {};
  tables.forEach((table, index) => {
    const place = places[index];
    if (place !== undefined) sheets[tableName(table)] = place;
  });
  return { spreadsheetId, sheets, meta: metaPlace };
};

/** Makes the workbooks that are not there yet; an interrupted set-up goes on where it stopped. */
export const ensureWorkbooks = (owner: string, language: Language): void => {
  for (const book of books) {
    if (recall(workbookProperty(book)) === null) remember(workbookProperty(book), JSON.stringify(create(inLanguage(bookTitles[book], language), allTables.filter((table) => table.book === book), owner, language)));
  }
};

/** Nobody gives commands in an archive: a column stands there once, as it counted. */
export const withoutCommands = (table: AnyTable): Table => ({
  ...table,
  columns: Object.fromEntries(Object.entries<Column<unknown>>(table.columns).map(([property, { command: _command, ...column }]) => [property, column])),
});

/** Makes a yearly archive if it is not there yet. Only the owner may open it, since it holds tables of all data classes. */
export const ensureArchive = (workbook: string, language: Language): void => {
  if (recall(workbookProperty(workbook)) !== null) return;
  const title = inLanguage(words(`售后台账 · 归档 ${yearOfArchive(workbook)}`, `Aftersales Ledger · Archive ${yearOfArchive(workbook)}`), language);
  remember(workbookProperty(workbook), JSON.stringify(create(title, archivedTables.map(withoutCommands), ownerAddress(), language)));
};

/** Where the shell finds the core's web app: a cell of the service workbook's hidden tab. No secret: the address alone allows nothing. */
export const rememberCoreAddress = (deployment: Deployment, address: string): void => {
  const { spreadsheetId, meta } = workbookPlace(deployment, 'service');
  sheetsPort.batchUpdate([{
    spreadsheetId,
    requests: [{ updateCells: { start: { sheetId: meta.sheetId, rowIndex: 6, columnIndex: 0 }, rows: [{ values: [enteredValue('core'), enteredValue(address)] }], fields: 'userEnteredValue' } }],
  }]);
};

/** The title a workbook was made under. */
export const workbookTitle = (book: Book, language: Language): string => inLanguage(bookTitles[book], language);
