/** The writing half of the `values` collection. */
import type { VirtualTime } from '../../contract';
import { areaOf, isEmptyArea, type Area } from '../model/area';
import { hasContent, isBare, withContent, type CellValue } from '../model/cell';
import { enteringContext, growGrid, rawCell, typedCell } from '../model/entering';
import { messages } from '../model/limits';
import { mayWrite } from '../model/protection';
import { invalid } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import type { Message } from '../schema/shapes';
import { exceedsGrid, placeOfReference, rangeOfReference, referenceOf, type Place } from './reference';
import { readPlace, type ReadOptions, type ValueRangeResult } from './values-read';

export interface WriteContext {
  readonly draft: Spreadsheet;
  readonly actor: string;
  readonly now: VirtualTime;
  readonly inputOption: 'RAW' | 'USER_ENTERED';
}

export interface UpdateValuesResult {
  readonly spreadsheetId: string;
  readonly updatedRange: string;
  readonly updatedRows: number;
  readonly updatedColumns: number;
  readonly updatedCells: number;
  readonly updatedData?: ValueRangeResult;
}

/** @throws Refusal unless the option is one that tells how to take input */
export function requireInputOption(option: string | null | undefined): 'RAW' | 'USER_ENTERED' {
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  if (option === null || option === undefined || option === '' || option === 'INPUT_VALUE_OPTION_UNSPECIFIED') throw invalid("'valueInputOption' is required but not specified");
  throw invalid(`Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), ${JSON.stringify(option)}`);
}

type Grid = readonly (readonly (CellValue | null)[])[];

/** The values of a request by rows; null leaves a cell as it is. @throws Refusal for anything that is no list of lists of scalars */
function rowsOf({ values = [], majorDimension = 'ROWS' }: Message<'ValueRange'>): Grid {
  const rows = values.map((row, rowIndex) => {
    if (!Array.isArray(row)) throw invalid(`Invalid value at 'data.values[${rowIndex}]' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(row)}`);
    return row.map((value: unknown, columnIndex): CellValue | null => {
      if (value === null || value === undefined) return null;
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
      throw invalid(`Invalid values[${rowIndex}][${columnIndex}]: ${Array.isArray(value) ? 'list_value' : 'struct_value'} ${JSON.stringify(value)}`);
    });
  });
  if (majorDimension !== 'COLUMNS') return rows;
  const height = rows.reduce((most, column) => Math.max(most, column.length), 0);
  return Array.from({ length: height }, (_, row) => rows.map((column) => column[row] ?? null));
}

function enter(context: WriteContext, sheet: Sheet, top: number, left: number, grid: Grid): number {
  const { draft, actor } = context;
  const typing = enteringContext(draft, context.now);
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (!mayWrite(draft, sheet, { top, left, bottom: top + grid.length, right: left + width }, actor)) throw invalid(messages.protectedCell);
  let written = 0;
  for (const [rowIndex, row] of grid.entries()) {
    for (const [columnIndex, value] of row.entries()) {
      if (value === null) continue;
      const former = sheet.cell(top + rowIndex, left + columnIndex);
      const asTyped = context.inputOption === 'USER_ENTERED' && typeof value === 'string';
      sheet.setCell(top + rowIndex, left + columnIndex, asTyped ? typedCell(draft, former, value, typing) : rawCell(former, value));
      written += 1;
    }
  }
  return written;
}

function resultOf(context: WriteContext, place: Place, written: number, response: ReadOptions | null): UpdateValuesResult {
  if (response !== null) context.draft.calculate();
  return {
    spreadsheetId: context.draft.id,
    updatedRange: referenceOf(place),
    updatedRows: place.area.bottom - place.area.top,
    updatedColumns: place.area.right - place.area.left,
    updatedCells: written,
    ...(response === null ? {} : { updatedData: readPlace(context.draft, place, response) }),
  };
}

/** `values.update` and each part of `values.batchUpdate`. */
export function updateValues(context: WriteContext, reference: string, data: Message<'ValueRange'>, response: ReadOptions | null): UpdateValuesResult {
  const { sheet, range } = rangeOfReference(context.draft, reference);
  const grid = rowsOf(data);
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  const isSingleCell = range.endRowIndex === (range.startRowIndex ?? 0) + 1 && range.endColumnIndex === (range.startColumnIndex ?? 0) + 1;
  const { top, left, bottom, right } = areaOf(range, sheet.size);
  if (!isSingleCell && range.endRowIndex !== undefined && grid.length > bottom - top) throw invalid(`Requested writing within range [${reference}], but tried writing to row [${bottom + 1}]`);
  if (!isSingleCell && range.endColumnIndex !== undefined && width > right - left) throw invalid(`Requested writing within range [${reference}], but tried writing to column [${right + 1}]`);
  if (top + Math.max(grid.length, 1) > sheet.size.rows || left + Math.max(width, 1) > sheet.size.columns) throw exceedsGrid(sheet, { ...range, endRowIndex: top + Math.max(grid.length, 1), endColumnIndex: left + Math.max(width, 1) });
  const written = enter(context, sheet, top, left, grid);
  const area: Area = { top, left, bottom: top + Math.max(grid.length, 1), right: left + Math.max(width, 1) };
  return resultOf(context, { sheet, area }, written, response);
}

/** The block of filled cells around the top left cell of a range, which `append` takes for the table. */
function tableAt(sheet: Sheet, area: Area): Area | null {
  const filled = (row: number, left: number, right: number): boolean => {
    const cells = sheet.cells(row);
    for (let column = left; column < Math.min(right, cells.length); column += 1) if (hasContent(cells[column])) return true;
    return false;
  };
  const lastRow = sheet.lastRow();
  let bottom = Math.min(area.bottom, lastRow);
  while (bottom > area.top && !filled(bottom - 1, area.left, area.right)) bottom -= 1;
  if (bottom === area.top) return null;
  while (bottom < lastRow && filled(bottom, area.left, area.right)) bottom += 1;
  let top = area.top;
  while (top < bottom && !filled(top, area.left, area.right)) top += 1;
  let left = area.left;
  const columnFilled = (column: number): boolean => {
    for (let row = top; row < bottom; row += 1) if (hasContent(sheet.cell(row, column))) return true;
    return false;
  };
  while (left < area.right && !columnFilled(left)) left += 1;
  let right = left + 1;
  while (right < sheet.size.columns && columnFilled(right)) right += 1;
  while (bottom < lastRow && filled(bottom, left, right)) bottom += 1;
  return { top, left, bottom, right };
}

/** `values.append`: after the last row of the table that the range points at. */
export function appendValues(
  context: WriteContext,
  reference: string,
  data: Message<'ValueRange'>,
  insertRows: boolean,
  response: ReadOptions | null,
): { readonly spreadsheetId: string; readonly tableRange?: string; readonly updates: UpdateValuesResult } {
  const { draft } = context;
  const { sheet, area } = placeOfReference(draft, reference);
  const grid = rowsOf(data);
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  const table = tableAt(sheet, area);
  const top = table?.bottom ?? area.top;
  const left = table?.left ?? area.left;
  if (insertRows && table && grid.length > 0 && top < sheet.lastRow()) draft.changeDimension(sheet, { kind: 'insert', dimension: 'ROWS', start: top, count: grid.length, inheritFromBefore: true });
  growGrid(draft, sheet, top + grid.length, left + width);
  const written = enter(context, sheet, top, left, grid);
  const place: Place = { sheet, area: { top, left, bottom: top + Math.max(grid.length, 1), right: left + Math.max(width, 1) } };
  return {
    spreadsheetId: draft.id,
    ...(table ? { tableRange: referenceOf({ sheet, area: table }) } : {}),
    updates: resultOf(context, place, written, response),
  };
}

/** Takes the contents out of an area; formats, notes and validations stay. Returns how many cells had contents. */
export function clearContents(sheet: Sheet, area: Area): number {
  let cleared = 0;
  if (isEmptyArea(area)) return cleared;
  for (let row = area.top; row < Math.min(area.bottom, sheet.lastRow()); row += 1) {
    for (let column = area.left; column < Math.min(area.right, sheet.cells(row).length); column += 1) {
      const cell = sheet.cell(row, column);
      if (isBare(cell) || !hasContent(cell)) continue;
      sheet.setCell(row, column, withContent(cell, { value: null }));
      cleared += 1;
    }
  }
  return cleared;
}

/** `values.clear`; gives the cleared range. */
export function clearReference(draft: Spreadsheet, actor: string, reference: string): string {
  const place = placeOfReference(draft, reference);
  if (!mayWrite(draft, place.sheet, place.area, actor)) throw invalid(messages.protectedCell);
  clearContents(place.sheet, place.area);
  return referenceOf(place);
}
