/** The reading half of the `values` collection. */
import type { Area } from '../model/area';
import { hasContent, notComputed, type Cell, type CellValue } from '../model/cell';
import { displayText, showsDates } from '../model/number-format';
import { invalid } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import { placeOfReference, referenceOf, type Place } from './reference';

export interface ReadOptions {
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly valueRenderOption: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTimeRenderOption: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
}

export interface ValueRangeResult {
  readonly range: string;
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly values?: readonly (readonly CellValue[])[];
}

const choices = {
  majorDimension: ['ROWS', 'COLUMNS'],
  valueRenderOption: ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'],
  dateTimeRenderOption: ['SERIAL_NUMBER', 'FORMATTED_STRING'],
} as const;

function chosen<T extends string>(allowed: readonly [T, ...T[]], name: string, value: string | null | undefined): T {
  if (value === null || value === undefined || value === '' || value === 'DIMENSION_UNSPECIFIED') return allowed[0];
  const found = allowed.find((choice) => choice === value);
  if (found === undefined) throw invalid(`Invalid value at '${name}' (TYPE_ENUM), ${JSON.stringify(value)}`);
  return found;
}

/** @throws Refusal for a word that is none of the choices */
export function readOptions(option: (name: 'majorDimension' | 'valueRenderOption' | 'dateTimeRenderOption') => string | null | undefined): ReadOptions {
  return {
    majorDimension: chosen(choices.majorDimension, 'major_dimension', option('majorDimension')),
    valueRenderOption: chosen(choices.valueRenderOption, 'value_render_option', option('valueRenderOption')),
    dateTimeRenderOption: chosen(choices.dateTimeRenderOption, 'date_time_render_option', option('dateTimeRenderOption')),
  };
}

function renderCell(spreadsheet: Spreadsheet, cell: Cell | undefined, options: ReadOptions): CellValue {
  if (!cell || (cell.value === null && cell.formula === undefined)) return '';
  const format = spreadsheet.styles.format(cell.style);
  if (options.valueRenderOption === 'FORMATTED_VALUE') return displayText(cell, format, spreadsheet.details.locale);
  if (cell.formula !== undefined && options.valueRenderOption === 'FORMULA') return cell.formula;
  if (cell.formula !== undefined && cell.value === null) return notComputed;
  if (typeof cell.value === 'number' && options.dateTimeRenderOption === 'FORMATTED_STRING' && showsDates(format.numberFormat)) {
    return displayText(cell, format, spreadsheet.details.locale);
  }
  return cell.value ?? '';
}

function lastFilledRow(sheet: Sheet, area: Area): number {
  for (let row = Math.min(area.bottom, sheet.lastRow()); row > area.top; row -= 1) {
    const cells = sheet.cells(row - 1);
    for (let column = area.left; column < Math.min(area.right, cells.length); column += 1) if (hasContent(cells[column])) return row;
  }
  return area.top;
}

/** The rendered rows of an area; empty rows and cells at the end are left out, as the API leaves them out. */
export function renderRows(spreadsheet: Spreadsheet, { sheet, area }: Place, options: ReadOptions): CellValue[][] {
  const rows: CellValue[][] = [];
  const bottom = lastFilledRow(sheet, area);
  for (let row = area.top; row < bottom; row += 1) {
    const cells = sheet.cells(row);
    let right = Math.min(area.right, cells.length);
    while (right > area.left && !hasContent(cells[right - 1])) right -= 1;
    const rendered: CellValue[] = [];
    for (let column = area.left; column < right; column += 1) rendered.push(renderCell(spreadsheet, cells[column], options));
    rows.push(rendered);
  }
  return rows;
}

function transposed(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    let height = rows.length;
    while (height > 0 && (rows[height - 1]?.[column] ?? '') === '') height -= 1;
    return rows.slice(0, height).map((row) => row[column] ?? '');
  });
}

/** One range of `values.get` and `values.batchGet`. */
export function readPlace(spreadsheet: Spreadsheet, place: Place, options: ReadOptions): ValueRangeResult {
  const rows = renderRows(spreadsheet, place, options);
  const values = options.majorDimension === 'ROWS' ? rows : transposed(rows);
  return { range: referenceOf(place), majorDimension: options.majorDimension, ...(values.length === 0 ? {} : { values }) };
}

/** @throws Refusal for a reference that leads nowhere */
export function readReference(spreadsheet: Spreadsheet, reference: string, options: ReadOptions): ValueRangeResult {
  return readPlace(spreadsheet, placeOfReference(spreadsheet, reference), options);
}

/** Cells in the ranges of an answer, for the account of calls. */
export function cellsIn(ranges: readonly ValueRangeResult[]): number {
  return ranges.reduce((sum, { values = [] }) => sum + values.reduce((count, row) => count + row.length, 0), 0);
}

