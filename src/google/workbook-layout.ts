import { severity, slaResult, type Book, type Column, type Table } from '../../sheets-templates';
import { columnKey, entryKey, numberFormat, yesOrNo } from '../ledger/codec';
import { headerRows, type SheetPlace } from '../ledger/deployment';
import { initialMarks } from '../ledger/marks';
import { enteredValue } from '../ledger/apply';
import type { CellData, SheetsRequest } from '../ledger/sheets-port';
import { inLanguage, type Language, type Words } from '../terms';

/** How a new workbook looks: tabs from the table declarations, in requests of `spreadsheets.create` and `batchUpdate`. */

const initialRows = 1000;
const initialMetaRows = 8;
export const metaTitle = '_meta';

type Color = { readonly red: number; readonly green: number; readonly blue: number };
const color = (hex: string): Color => ({ red: parseInt(hex.slice(0, 2), 16) / 255, green: parseInt(hex.slice(2, 4), 16) / 255, blue: parseInt(hex.slice(4, 6), 16) / 255 });

const headerColor = color('24505a');
/** Columns that people type commands into stand out. */
const commandHeaderColor = color('b45309');
const white = color('ffffff');
const bookColors: Readonly<Record<Book, string>> = { service: '0f766e', customers: '1d4ed8', commercial: '7c3aed', people: 'b45309', system: '6b7280' };

const widths: Readonly<Record<Column<unknown>['kind'], number>> = { id: 150, text: 140, long: 260, choice: 130, instant: 135, date: 100, integer: 80, decimal: 80, money: 100, flag: 70, list: 160, json: 140 };

export interface SheetColumn {
  readonly key: string;
  readonly column: Column<unknown>;
  readonly hidden: boolean;
  /** People may type here. */
  readonly open: boolean;
}

/** A column people type commands into stands twice: the open one that they see, the hidden one that counts. */
export const sheetColumns = (table: Table): readonly SheetColumn[] =>
  Object.entries(table.columns).flatMap(([property, column]): readonly SheetColumn[] =>
    column.command === undefined
      ? [{ key: columnKey(property), column, hidden: false, open: false }]
      : [{ key: entryKey(property), column, hidden: false, open: true }, { key: columnKey(property), column, hidden: true, open: false }]);

export const tabTitle = (table: Table, language: Language): string => inLanguage(table.label, language);

export const newSheet = (table: Table, sheetId: number, index: number, language: Language) => ({
  sheetId, index, title: tabTitle(table, language), hidden: table.hidden === true, tabColorStyle: { rgbColor: color(bookColors[table.book]) },
  gridProperties: { rowCount: initialRows, columnCount: sheetColumns(table).length, frozenRowCount: headerRows, frozenColumnCount: 1 },
});

/** Sheets of `spreadsheets.create`, with ids that the ledger keeps; the hidden tab of marks last. */
export const newSheets = (tables: readonly Table[], language: Language): readonly Readonly<Record<string, unknown>>[] => [
  ...tables.map((table, index) => ({ properties: newSheet(table, index + 1, index, language) })),
  { properties: { sheetId: 1000, index: tables.length, title: metaTitle, hidden: true, gridProperties: { rowCount: initialMetaRows, columnCount: 2 } } },
];

export const tablePlaces = (tables: readonly Table[], language: Language): readonly SheetPlace[] => tables.map((table, index) => ({ sheetId: index + 1, title: tabTitle(table, language) }));
export const metaPlace: SheetPlace = { sheetId: 1000, title: metaTitle };

const cells = (sheetId: number, rowIndex: number, rows: readonly (readonly CellData[])[], fields: string, columnIndex = 0): SheetsRequest => ({
  updateCells: { start: { sheetId, rowIndex, columnIndex }, rows: rows.map((values) => ({ values })), fields },
});

const commandHint = (label: Words): Words => ({ zh: `在此列直接选择或填写“${label.zh}”，即向系统下达指令；不允许时会恢复原值并说明原因。`, en: `Choosing or typing "${label.en}" here gives the system a command; if it is not allowed, the cell goes back and says why.` });

const headerCell = (column: Column<unknown>, open: boolean, language: Language): CellData => {
  const hint = open ? commandHint(column.label) : column.note;
  const other = language === 'en' ? column.label.zh : column.label.en;
  return {
    userEnteredValue: { stringValue: inLanguage(column.label, language) },
    userEnteredFormat: {
      backgroundColor: open ? commandHeaderColor : headerColor, textFormat: { bold: true, foregroundColor: white },
      verticalAlignment: 'MIDDLE', wrapStrategy: 'WRAP', numberFormat: numberFormat('text'),
    },
    note: hint === undefined ? other : `${other}\n${inLanguage(hint, language)}`,
  };
};

const columnFormat = (sheetId: number, column: Column<unknown>, at: number): SheetsRequest => ({
  repeatCell: {
    range: { sheetId, startRowIndex: headerRows, startColumnIndex: at, endColumnIndex: at + 1 },
    cell: { userEnteredFormat: { numberFormat: numberFormat(column.kind), verticalAlignment: 'MIDDLE', wrapStrategy: column.kind === 'long' ? 'WRAP' : 'CLIP' } },
    fields: 'userEnteredFormat(numberFormat,verticalAlignment,wrapStrategy)',
  },
});

/** What a cell of a column may hold, where it is chosen from a list. */
export const dropdown = (column: Column<unknown>, language: Language): Readonly<Record<string, unknown>> | null => {
  const choices = column.kind === 'flag' ? yesOrNo : column.choices;
  if (choices === undefined) return null;
  return { condition: { type: 'ONE_OF_LIST', values: Object.values(choices).map((label) => ({ userEnteredValue: inLanguage(label, language) })) }, strict: true, showCustomUi: true };
};

export const validation = (sheetId: number, column: Column<unknown>, at: number, language: Language): readonly SheetsRequest[] => {
  const rule = dropdown(column, language);
  return rule === null ? [] : [{ setDataValidation: { range: { sheetId, startRowIndex: headerRows, startColumnIndex: at, endColumnIndex: at + 1 }, rule } }];
};

const paint = (sheetId: number, at: number, label: string, background: string, text: string, index: number): SheetsRequest => ({
  addConditionalFormatRule: {
    index,
    rule: {
      ranges: [{ sheetId, startRowIndex: headerRows, startColumnIndex: at, endColumnIndex: at + 1 }],
      booleanRule: { condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: label }] }, format: { backgroundColor: color(background), textFormat: { foregroundColor: color(text), bold: true } } },
    },
  },
});

/** Colours that mean something: classes and missed deadlines. */
const meaning: readonly { readonly choices: Readonly<Record<string, Words>>; readonly paints: Readonly<Record<string, readonly [string, string]>> }[] = [
  { choices: severity, paints: { A: ['fecaca', '991b1b'], B: ['fed7aa', '9a3412'], C: ['d1fae5', '065f46'] } },
  { choices: slaResult, paints: { BREACHED_OPEN: ['fecaca', '991b1b'], BREACHED_DONE: ['fee2e2', '991b1b'], MET: ['d1fae5', '065f46'] } },
];

const paints = (sheetId: number, column: Column<unknown>, at: number, language: Language): readonly SheetsRequest[] => {
  const found = meaning.find(({ choices }) => choices === column.choices);
  if (found === undefined) return [];
  return Object.entries(found.paints).flatMap(([code, [background, text]], index) => {
    const label = found.choices[code];
    return label === undefined ? [] : [paint(sheetId, at, inLanguage(label, language), background, text, index)];
  });
};

const width = (sheetId: number, at: number, pixelSize: number): SheetsRequest => ({
  updateDimensionProperties: { range: { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 }, properties: { pixelSize }, fields: 'pixelSize' },
});

export const hide = (sheetId: number, at: number): SheetsRequest => ({
  updateDimensionProperties: { range: { sheetId, dimension: 'COLUMNS', startIndex: at, endIndex: at + 1 }, properties: { hiddenByUser: true }, fields: 'hiddenByUser' },
});

/** Where people may type, by what stands in which column. */
export const openRanges = (sheetId: number, table: Table, header: readonly string[]): readonly object[] =>
  sheetColumns(table).filter(({ open }) => open).map(({ key }) => header.indexOf(key)).filter((at) => at >= 0).map((at) => ({ sheetId, startRowIndex: headerRows, startColumnIndex: at, endColumnIndex: at + 1 }));

export const protection = (sheetId: number, table: Table, header: readonly string[], owner: string, language: Language): SheetsRequest => ({
  addProtectedRange: {
    protectedRange: {
      range: { sheetId },
      description: inLanguage({ zh: '由系统维护；可直接填写的列表头为橙色。', en: 'Kept by the system; columns with an orange header may be filled in.' }, language),
      editors: { users: [owner] },
      unprotectedRanges: openRanges(sheetId, table, header),
    },
  },
});

/** Keys and labels of columns that stand side by side, from one on. */
const headers = (sheetId: number, columns: readonly SheetColumn[], at: number, language: Language): readonly SheetsRequest[] => [
  cells(sheetId, 0, [columns.map(({ key }) => enteredValue(key))], 'userEnteredValue', at),
  cells(sheetId, 1, [columns.map(({ column, open }) => headerCell(column, open, language))], 'userEnteredValue,userEnteredFormat,note', at),
];

const dress = (sheetId: number, { column, hidden }: SheetColumn, at: number, language: Language): readonly SheetsRequest[] => [
  columnFormat(sheetId, column, at), ...validation(sheetId, column, at, language), ...paints(sheetId, column, at, language),
  width(sheetId, at, column.width ?? widths[column.kind]), ...(hidden ? [hide(sheetId, at)] : []),
];

/** Everything of one column that comes into a tab. */
export const columnRequests = (sheetId: number, column: SheetColumn, at: number, language: Language): readonly SheetsRequest[] => [...headers(sheetId, [column], at, language), ...dress(sheetId, column, at, language)];

export const tabRequests = (table: Table, sheetId: number, owner: string, language: Language): readonly SheetsRequest[] => {
  const columns = sheetColumns(table);
  return [
    ...headers(sheetId, columns, 0, language),
    { updateDimensionProperties: { range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 }, properties: { hiddenByUser: true }, fields: 'hiddenByUser' } },
    { updateDimensionProperties: { range: { sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 }, properties: { pixelSize: 40 }, fields: 'pixelSize' } },
    ...columns.flatMap((column, at) => dress(sheetId, column, at, language)),
    protection(sheetId, table, columns.map(({ key }) => key), owner, language),
  ];
};

/** Everything that dresses a new workbook, for one atomic request. */
export const layoutRequests = (tables: readonly Table[], owner: string, language: Language, firstHash: string): readonly SheetsRequest[] => [
  ...tables.flatMap((table, index) => tabRequests(table, index + 1, owner, language)),
  cells(metaPlace.sheetId, 0, initialMarks(firstHash).map((row) => row.map(enteredValue)), 'userEnteredValue'),
  { addProtectedRange: { protectedRange: { range: { sheetId: metaPlace.sheetId }, editors: { users: [owner] } } } },
];
