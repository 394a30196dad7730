/** A workbook file as a new spreadsheet, in the words of `spreadsheets.create`. */
import type { Cell, CellValue, DataValidation, Sheet } from 'hucre/xlsx';
import { areaOf, intersect, type Area } from '../spreadsheet/model/area';
import { parseCells } from '../spreadsheet/model/a1-notation';
import { formatOf } from './cell-format';
import { ListSheet } from './cell-rules';
import { importedConditions } from './imported-conditions';
import { pixelsOf, type ApiCell, type ApiRule, type ApiSheet, type ApiSpreadsheet, type ApiValue } from './sheet-data';

const MOST_CELLS = 2_000_000;
const LEAST_ROWS = 100;
/** Rules of a whole column must not make a million empty rows. */
const MOST_EMPTY_ROWS = 1000;
const LEAST_COLUMNS = 26;
const FIRST_DAY = Date.UTC(1899, 11, 30);

export class UnreadableFile extends Error {}

/** @throws UnreadableFile for anything that is no workbook, or one that is too large */
export async function importXlsx(file: Uint8Array, title: string): Promise<ApiSpreadsheet> {
  const { readXlsx } = await import('hucre/xlsx');
  const workbook = await readXlsx(file, { readStyles: true }).catch((failure: unknown) => {
    throw new UnreadableFile(failure instanceof Error ? failure.message : String(failure));
  });
  const lists = workbook.sheets.find((sheet) => sheet.name === ListSheet.title && sheet.hidden === true);
  const sheets = workbook.sheets.filter((sheet) => sheet !== lists);
  if (sheets.length === 0) throw new UnreadableFile('The workbook has no sheets.');
  const cells = sheets.reduce((sum, { rows }) => sum + rows.length * (rows[0]?.length ?? 0), 0);
  if (cells > MOST_CELLS) throw new UnreadableFile(`The workbook has more than ${MOST_CELLS} cells.`);
  return { properties: { title }, sheets: sheets.map((sheet) => importSheet(sheet, lists)) };
}

function importSheet(sheet: Sheet, lists: Sheet | undefined): ApiSheet {
  const width = Math.max(LEAST_COLUMNS, sheet.columns?.length ?? 0, ...sheet.rows.map((row) => row.length));
  const ruled = [...(sheet.dataValidations ?? []), ...(sheet.conditionalRules ?? [])].flatMap(({ range }) => range.split(/[ ,]+/).map((text) => parseCells(text)?.endRowIndex ?? 0));
  const size = { rows: Math.max(LEAST_ROWS, sheet.rows.length + 20, ...ruled.map((row) => Math.min(row, MOST_EMPTY_ROWS))), columns: width };
  const rules = (sheet.dataValidations ?? []).flatMap((rule) => importedRule(rule, lists, size));
  const cells: ApiCell[][] = sheet.rows.map((row, index) => Array.from({ length: width }, (_, column) => importCell(row[column] ?? null, sheet.cells?.get(`${index},${column}`))));
  for (const { area, rule } of rules) {
    for (let row = area.top; row < Math.min(area.bottom, size.rows); row += 1) {
      const line = (cells[row] ??= []);
      for (let column = area.left; column < Math.min(area.right, width); column += 1) line[column] = { ...line[column], dataValidation: rule };
    }
  }
  const { rows: frozenRows = 0, columns: frozenColumns = 0 } = sheet.freezePane ?? {};
  const merges = (sheet.merges ?? []).map(({ startRow, endRow, startCol, endCol }): Area => ({ top: startRow, bottom: endRow + 1, left: startCol, right: endCol + 1 }));
  // A broken file may merge cells twice; the first merge counts.
  const kept = merges.filter((merge, place) => merges.findIndex((other) => intersect(other, merge)) === place);
  return {
    properties: {
      title: sheet.name,
      hidden: sheet.hidden === true,
      gridProperties: {
        rowCount: size.rows, columnCount: width,
        frozenRowCount: frozenBeside(Math.min(frozenRows, size.rows - 1), kept.map(({ top, bottom }) => ({ start: top, end: bottom }))),
        frozenColumnCount: frozenBeside(Math.min(frozenColumns, width - 1), kept.map(({ left, right }) => ({ start: left, end: right }))),
      },
    },
    data: [
      {
        rowData: Array.from(cells, (values) => ({ values: Array.from(values ?? [], (cell) => cell ?? {}) })),
        columnMetadata: (sheet.columns ?? []).slice(0, width).map(({ width: characters, hidden }) => ({ ...(characters !== undefined && { pixelSize: pixelsOf(characters) }), ...(hidden && { hiddenByUser: true }) })),
        rowMetadata: Array.from({ length: sheet.rows.length }, (_, row) => (sheet.rowDefs?.get(row)?.hidden === true ? { hiddenByUser: true } : {})),
      },
    ],
    conditionalFormats: importedConditions(sheet.conditionalRules ?? [], size),
    merges: kept.map(({ top, bottom, left, right }) => ({ startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right })),
  };
}

/** How many lines to freeze so that none of the merges is cut: a workbook file may freeze through one, a spreadsheet may not. */
function frozenBeside(wanted: number, merges: readonly { readonly start: number; readonly end: number }[]): number {
  const cut = merges.find(({ start, end }) => start < wanted && wanted < end);
  return cut ? frozenBeside(cut.start, merges) : wanted;
}

function importCell(value: CellValue, cell: Cell | undefined): ApiCell {
  const entered = cell?.formula !== undefined && cell.formula !== '' ? { formulaValue: `=${cell.formula}` } : importedValue(value);
  const format = formatOf(cell?.style);
  const note = cell?.comment?.text;
  return { ...(entered && { userEnteredValue: entered }), ...(format && { userEnteredFormat: format }), ...(note !== undefined && note !== '' && { note }) };
}

/** A text of the file is a text here too, even where it looks like a formula. */
function importedValue(value: CellValue): ApiValue | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return { numberValue: value };
  return { numberValue: (value.getTime() - FIRST_DAY) / 86_400_000 };
}

function importedRule(rule: DataValidation, lists: Sheet | undefined, size: { readonly rows: number; readonly columns: number }): readonly { readonly area: Area; readonly rule: ApiRule }[] {
  if (rule.type !== 'list') return [];
  const words = rule.values ?? listedWords(rule.formula1 ?? '', lists);
  if (!words && (rule.formula1 ?? '') === '') return [];
  const condition: ApiRule['condition'] = words ? { type: 'ONE_OF_LIST', values: words.map((userEnteredValue) => ({ userEnteredValue })) } : { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${rule.formula1 ?? ''}` }] };
  const made: ApiRule = { condition, showCustomUi: true, strict: rule.showErrorMessage === true && rule.errorStyle !== 'warning' && rule.errorStyle !== 'information', ...(rule.inputMessage !== undefined && { inputMessage: rule.inputMessage }) };
  return rule.range.split(/[ ,]+/).flatMap((range) => {
    const cells = parseCells(range);
    return cells ? [{ area: areaOf(cells, size), rule: made }] : [];
  });
}

/** The words of a list that an export put into its hidden sheet. */
function listedWords(formula: string, lists: Sheet | undefined): readonly string[] | null {
  const match = new RegExp(`^'?${ListSheet.title}'?!\\$?([A-Z]+\\$?\\d+:\\$?[A-Z]+\\$?\\d+)$`).exec(formula);
  const cells = match && lists ? parseCells((match[1] ?? '').replaceAll('$', '')) : null;
  if (!cells || !lists) return null;
  const area = areaOf(cells, { rows: lists.rows.length, columns: lists.rows[0]?.length ?? 0 });
  return lists.rows.slice(area.top, area.bottom).map((row) => String(row[area.left] ?? ''));
}
