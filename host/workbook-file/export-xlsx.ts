/** A spreadsheet as a workbook file: values, formulas, formats, widths, frozen and hidden rows, notes and dropdown lists. */
import type { Cell, WriteSheet } from 'hucre/xlsx';
import { styleOf } from './cell-format';
import { Dropdowns, ListSheet } from './dropdowns';
import { charactersOf, type ApiCell, type ApiSheet, type ApiSpreadsheet } from './sheet-data';

/** Reads from the Sheets surface as the person who exports: what he may not see is not in the file. */
export type ReadApi = (path: string, query: URLSearchParams) => Promise<unknown>;

/** More filled cells than this do not fit into one file here. */
export const MOST_CELLS_IN_A_FILE = 1_500_000;
const ROWS_READ_AT_ONCE = 1000;
/** Dropdowns reach this far below what is filled, for rows that are still to come. */
const ROWS_BELOW = 200;

export class TooLargeToExport extends Error {}

export async function exportXlsx(read: ReadApi): Promise<{ readonly title: string; readonly file: Uint8Array }> {
  const { writeXlsx } = await import('hucre/xlsx');
  const spreadsheet = (await read('', new URLSearchParams({ fields: 'properties.title,sheets(properties,merges)' }))) as ApiSpreadsheet;
  const lists = new ListSheet();
  const sheets: WriteSheet[] = [];
  let cells = 0;
  for (const sheet of spreadsheet.sheets ?? []) {
    const written = await exportSheet(read, sheet, lists);
    cells += written.cells?.size ?? 0;
    if (cells > MOST_CELLS_IN_A_FILE) throw new TooLargeToExport();
    sheets.push(written);
  }
  if (lists.columns.length > 0) sheets.push({ name: ListSheet.title, hidden: true, rows: lists.rows() });
  return { title: spreadsheet.properties?.title ?? 'workbook', file: await writeXlsx({ sheets }) };
}

async function exportSheet(read: ReadApi, { properties, merges = [] }: ApiSheet, lists: ListSheet): Promise<WriteSheet> {
  const { title = '', hidden = false, gridProperties = {} } = properties;
  const { rowCount = 0, frozenRowCount = 0, frozenColumnCount = 0 } = gridProperties;
  const quoted = `'${title.replaceAll("'", "''")}'`;
  const filled = Math.min(rowCount, (await rowsFilled(read, quoted)) + ROWS_BELOW);
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { hidden: boolean }>();
  const dropdowns = new Dropdowns(lists);
  let columns: WriteSheet['columns'];
  for (let from = 0; from < filled; from += ROWS_READ_AT_ONCE) {
    const query = new URLSearchParams({ fields: 'sheets(data(rowData(values(userEnteredValue,effectiveValue,userEnteredFormat,note,dataValidation)),rowMetadata,columnMetadata))' });
    query.append('ranges', `${quoted}!${from + 1}:${Math.min(filled, from + ROWS_READ_AT_ONCE)}`);
    const part = ((await read('', query)) as ApiSpreadsheet).sheets?.[0]?.data?.[0];
    columns ??= part?.columnMetadata?.map(({ pixelSize = 100, hiddenByUser = false }) => ({ width: charactersOf(pixelSize), hidden: hiddenByUser }));
    for (const [down, { hiddenByUser = false }] of (part?.rowMetadata ?? []).entries()) if (hiddenByUser) rowDefs.set(from + down, { hidden: true });
    for (const [down, { values = [] }] of (part?.rowData ?? []).entries()) {
      for (const [column, cell] of values.entries()) {
        dropdowns.add(from + down, column, cell.dataValidation);
        const written = exportCell(cell);
        if (written) cells.set(`${from + down},${column}`, written);
      }
    }
    if (cells.size > MOST_CELLS_IN_A_FILE) throw new TooLargeToExport();
  }
  return {
    name: sheetName(title),
    hidden,
    rows: [],
    cells,
    ...(columns && { columns }),
    ...(rowDefs.size > 0 && { rowDefs }),
    ...((frozenRowCount > 0 || frozenColumnCount > 0) && { freezePane: { rows: frozenRowCount, columns: frozenColumnCount } }),
    merges: merges.map(({ startRowIndex = 0, endRowIndex = 1, startColumnIndex = 0, endColumnIndex = 1 }) => ({ startRow: startRowIndex, endRow: endRowIndex - 1, startCol: startColumnIndex, endCol: endColumnIndex - 1 })),
    dataValidations: dropdowns.rules(),
  };
}

async function rowsFilled(read: ReadApi, quoted: string): Promise<number> {
  const answer = await read(`/values/${encodeURIComponent(quoted)}`, new URLSearchParams());
  return typeof answer === 'object' && answer !== null && 'values' in answer && Array.isArray(answer.values) ? answer.values.length : 0;
}

/** Null for a cell with nothing in it. Text stays text whatever it looks like: only what is a formula becomes one. */
function exportCell({ userEnteredValue: value, effectiveValue, userEnteredFormat, note }: ApiCell): Partial<Cell> | null {
  const style = styleOf(userEnteredFormat);
  const look = { ...(style && { style }), ...(note !== undefined && note !== '' && { comment: { text: note } }) };
  if (value?.formulaValue !== undefined) {
    const result = effectiveValue?.numberValue ?? effectiveValue?.boolValue ?? null;
    return { value: null, type: 'formula', formula: value.formulaValue.replace(/^=/, ''), ...(result !== null && { formulaResult: result }), ...look };
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
