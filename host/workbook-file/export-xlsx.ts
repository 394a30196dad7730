/** A spreadsheet as a workbook file: values, formulas, formats, sizes, frozen and hidden rows, notes, rules and protections. */
import type { Cell, CellStyle, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { areaOf, type GridSize } from '../spreadsheet/model/area';
import { columnName } from '../spreadsheet/model/a1-notation';
import { bandColorAt } from '../spreadsheet/model/bands';
import { styleOf } from './cell-format';
import { CellRules, ListSheet } from './cell-rules';
import { conditionalRules, rangeText } from './conditional-rules';
import { fileFormula, type FileSurroundings } from './file-formulas';
import { lockedCells } from './locked-cells';
import { charactersOf, pointsOf, type ApiCell, type ApiSheet, type ApiSpreadsheet } from './sheet-data';

/** Reads from the Sheets surface as the person who exports: what he may not see is not in the file. */
export type ReadApi = (path: string, query: URLSearchParams) => Promise<unknown>;

/** More filled cells than this do not fit into one file here. */
export const MOST_CELLS_IN_A_FILE = 1_500_000;
const ROWS_READ_AT_ONCE = 1000;
/** Dropdowns reach this far below what is filled, for rows that are still to come. */
const ROWS_BELOW = 200;
/** Rows of this height, in pixels, are left to the program that opens the file. */
const USUAL_ROW_HEIGHT = 21;

export class TooLargeToExport extends Error {}

export async function exportXlsx(read: ReadApi): Promise<{ readonly title: string; readonly file: Uint8Array }> {
  const { writeXlsx } = await import('hucre/xlsx');
  const spreadsheet = (await read('', new URLSearchParams({ fields: 'properties(title,locale),namedRanges,sheets(properties,merges,conditionalFormats,protectedRanges,bandedRanges,basicFilter)' }))) as ApiSpreadsheet;
  const lists = new ListSheet();
  const sheets: WriteSheet[] = [];
  let cells = 0;
  for (const sheet of spreadsheet.sheets ?? []) {
    const written = await exportSheet(read, sheet, lists, surroundings(spreadsheet, sheet));
    cells += written.cells?.size ?? 0;
    if (cells > MOST_CELLS_IN_A_FILE) throw new TooLargeToExport();
    sheets.push(written);
  }
  if (lists.columns.length > 0) sheets.push({ name: ListSheet.title, hidden: true, rows: lists.rows() });
  return { title: spreadsheet.properties?.title ?? 'workbook', file: await writeXlsx({ sheets, namedRanges: namedRanges(spreadsheet) }) };
}

function namedRanges({ namedRanges: named = [], sheets = [] }: ApiSpreadsheet): NonNullable<WriteOptions['namedRanges']> {
  return named.flatMap(({ name = '', range = {} }) => {
    const home = sheets.find(({ properties }) => (properties.sheetId ?? 0) === (range.sheetId ?? 0))?.properties;
    if (!home) return [];
    const { rowCount = 1, columnCount = 1 } = home.gridProperties ?? {};
    const { top, left, bottom, right } = areaOf(range, { rows: rowCount, columns: columnCount });
    return [{ name, range: `'${sheetName(home.title ?? '').replaceAll("'", "''")}'!$${columnName(left)}$${top + 1}:$${columnName(right - 1)}$${bottom}` }];
  });
}

/** What formulas of a sheet may name. */
function surroundings({ properties, sheets = [] }: ApiSpreadsheet, own: ApiSheet): FileSurroundings {
  const rowsOf = (sheet: ApiSheet | undefined): number => sheet?.properties.gridProperties?.rowCount ?? 1;
  return { locale: properties?.locale ?? 'en_US', sheetName, rowCount: (title) => rowsOf(title === null ? own : sheets.find((sheet) => sheet.properties.title?.toLowerCase() === title.toLowerCase())) };
}

async function exportSheet(read: ReadApi, sheet: ApiSheet, lists: ListSheet, around: FileSurroundings): Promise<WriteSheet> {
  const { properties, merges = [], conditionalFormats = [], protectedRanges = [], bandedRanges = [], basicFilter } = sheet;
  const { title = '', hidden = false, gridProperties = {} } = properties;
  const { rowCount = 0, columnCount = 0, frozenRowCount = 0, frozenColumnCount = 0 } = gridProperties;
  const size: GridSize = { rows: rowCount, columns: columnCount };
  const quoted = `'${title.replaceAll("'", "''")}'`;
  const lastFilled = await rowsFilled(read, quoted);
  const filled = Math.min(rowCount, lastFilled + ROWS_BELOW);
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { hidden?: boolean; height?: number }>();
  const rules = new CellRules(lists, around);
  const locks = lockedCells(protectedRanges, size);
  /** What a cell looks like beyond its own format, and whether it is locked; cells with nothing in them have that too. */
  const laidOver = (row: number, column: number): CellStyle => {
    const band = row < lastFilled ? bandColorAt(bandedRanges, size, row, column) : undefined;
    return { ...(band && styleOf({ backgroundColor: band })), ...(locks && !locks.isLocked(row, column) && { protection: { locked: false } }) };
  };
  let columns: WriteSheet['columns'];
  for (let from = 0; from < filled; from += ROWS_READ_AT_ONCE) {
    const query = new URLSearchParams({ fields: 'sheets(data(rowData(values(userEnteredValue,effectiveValue,userEnteredFormat,note,dataValidation)),rowMetadata,columnMetadata))' });
    const end = Math.min(filled, from + ROWS_READ_AT_ONCE);
    query.append('ranges', `${quoted}!${from + 1}:${end}`);
    const part = ((await read('', query)) as ApiSpreadsheet).sheets?.[0]?.data?.[0];
    columns ??= part?.columnMetadata?.map(({ pixelSize = 100, hiddenByUser = false }) => ({ width: charactersOf(pixelSize), hidden: hiddenByUser }));
    for (const [down, { hiddenByUser = false, pixelSize }] of (part?.rowMetadata ?? []).entries()) {
      const isSized = pixelSize !== undefined && pixelSize !== USUAL_ROW_HEIGHT;
      if (hiddenByUser || isSized) rowDefs.set(from + down, { ...(hiddenByUser && { hidden: true }), ...(isSized && { height: pointsOf(pixelSize) }) });
    }
    for (let row = from; row < end; row += 1) {
      const values = part?.rowData?.[row - from]?.values ?? [];
      for (let column = 0; column < (locks || bandedRanges.length > 0 ? columnCount : values.length); column += 1) {
        const cell = values[column] ?? {};
        rules.add(row, column, cell.dataValidation);
        const written = exportCell(cell, laidOver(row, column), around);
        if (written) cells.set(`${row},${column}`, written);
      }
    }
    if (cells.size > MOST_CELLS_IN_A_FILE) throw new TooLargeToExport();
  }
  const formats = conditionalRules(conditionalFormats, size, around);
  return {
    name: sheetName(title),
    hidden,
    rows: [],
    cells,
    ...(columns && { columns }),
    ...(rowDefs.size > 0 && { rowDefs }),
    ...((frozenRowCount > 0 || frozenColumnCount > 0) && { freezePane: { rows: frozenRowCount, columns: frozenColumnCount } }),
    merges: merges.map(({ startRowIndex = 0, endRowIndex = 1, startColumnIndex = 0, endColumnIndex = 1 }) => ({ startRow: startRowIndex, endRow: endRowIndex - 1, startCol: startColumnIndex, endCol: endColumnIndex - 1 })),
    dataValidations: rules.rules(),
    ...(formats.length > 0 && { conditionalRules: formats }),
    ...(locks && { protection: locks.protection }),
    ...(basicFilter?.range && { autoFilter: { range: rangeText(basicFilter.range, size) } }),
  };
}

async function rowsFilled(read: ReadApi, quoted: string): Promise<number> {
  const answer = await read(`/values/${encodeURIComponent(quoted)}`, new URLSearchParams());
  return typeof answer === 'object' && answer !== null && 'values' in answer && Array.isArray(answer.values) ? answer.values.length : 0;
}

/** Null for a cell with nothing in it. Text stays text whatever it looks like: only what is a formula becomes one. */
function exportCell({ userEnteredValue: value, effectiveValue, userEnteredFormat, note }: ApiCell, laidOver: CellStyle, around: FileSurroundings): Partial<Cell> | null {
  // A cell's own colour covers that of a band.
  const style = { ...laidOver, ...styleOf(userEnteredFormat) };
  const look = { ...(Object.keys(style).length > 0 && { style }), ...(note !== undefined && note !== '' && { comment: { text: note } }) };
  if (value?.formulaValue !== undefined) {
    const result = effectiveValue?.numberValue ?? effectiveValue?.boolValue ?? null;
    return { value: null, type: 'formula', formula: fileFormula(value.formulaValue, around) ?? value.formulaValue.replace(/^=/, ''), ...(result !== null && { formulaResult: result }), ...look };
  }
  if (value?.stringValue !== undefined) return { value: value.stringValue.slice(0, 32_767), type: 'string', ...look };
  if (value?.numberValue !== undefined) return { value: value.numberValue, type: 'number', ...look };
  if (value?.boolValue !== undefined) return { value: value.boolValue, type: 'boolean', ...look };
  return Object.keys(look).length === 0 ? null : { value: null, type: 'empty', ...look };
}

/** Files allow 31 characters, and not all of them. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}
