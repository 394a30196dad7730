/** From a range as a request names it to cells of a sheet. */
import { areaOf, isEmptyArea, type Area } from '../model/area';
import { formatCells, parseEither, quoteSheet, splitReference } from '../model/a1-notation';
import { invalid } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import type { GridRange } from '../schema/shapes';

export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** @throws Refusal for a sheet that is not there */
export function requireSheet(spreadsheet: Spreadsheet, sheetId: number | undefined): Sheet {
  const sheet = spreadsheet.sheet(sheetId ?? 0);
  if (!sheet) throw invalid(`No grid with id: ${sheetId ?? 0}`);
  return sheet;
}

/** The cells of a grid range. @throws Refusal for a range that is not within its sheet */
export function placeOfRange(spreadsheet: Spreadsheet, range: GridRange | undefined): Place {
  if (range === undefined) throw invalid('No range was specified.');
  const sheet = requireSheet(spreadsheet, range.sheetId);
  const area = areaOf(range, sheet.size);
  const { rows, columns } = sheet.size;
  for (const [name, start, end, limit, noun] of [
    ['RowIndex', area.top, area.bottom, rows, 'row'],
    ['ColumnIndex', area.left, area.right, columns, 'column'],
  ] as const) {
    if (start < 0) throw invalid(`range.start${name}[${start}] must be >= 0.`);
    if (start > end) throw invalid(`range.end${name}[${end}] must be after range.start${name}[${start}].`);
    if (start >= limit && start !== end) throw invalid(`range.start${name}[${start}] is after last ${noun} in grid[${limit - 1}]`);
    if (end > limit) throw invalid(`range.end${name}[${end}] is after last ${noun} in grid[${limit}]`);
  }
  return { sheet, area };
}

/** The range that a reference such as `Tickets!A2:C`, `Tickets` or a named range means; its ends may lie outside the grid. */
export function rangeOfReference(spreadsheet: Spreadsheet, reference: string): { readonly sheet: Sheet; readonly range: GridRange } {
  const { sheet: title, cells } = splitReference(reference);
  if (title === null) {
    const named = spreadsheet.details.namedRanges.find((entry) => entry.name?.toLowerCase() === cells.toLowerCase());
    if (named?.range) return { sheet: requireSheet(spreadsheet, named.range.sheetId), range: named.range };
    const range = parseEither(cells);
    const first = spreadsheet.sheets[0];
    const byTitle = spreadsheet.sheetByTitle(cells);
    if (byTitle && (!range || byTitle.details.title === cells)) return { sheet: byTitle, range: { sheetId: byTitle.sheetId } };
    if (range && first) return { sheet: first, range: { ...range, sheetId: first.sheetId } };
    throw invalid(`Unable to parse range: ${reference}`);
  }
  const sheet = spreadsheet.sheetByTitle(title);
  const range = cells === '' ? {} : parseEither(cells);
  if (!sheet || !range) throw invalid(`Unable to parse range: ${reference}`);
  return { sheet, range: { ...range, sheetId: sheet.sheetId } };
}

/** The cells a reference means, cut to the grid. @throws Refusal for a reference that starts outside its sheet */
export function placeOfReference(spreadsheet: Spreadsheet, reference: string): Place {
  const { sheet, range } = rangeOfReference(spreadsheet, reference);
  const { rows, columns } = sheet.size;
  const area = areaOf(range, sheet.size);
  const cut: Area = { ...area, bottom: Math.min(area.bottom, rows), right: Math.min(area.right, columns) };
  if (isEmptyArea(cut)) throw exceedsGrid(sheet, range);
  return { sheet, area: cut };
}

export function exceedsGrid(sheet: Sheet, range: GridRange): Error {
  return invalid(`Range (${quoteSheet(sheet.details.title)}!${formatCells(range)}) exceeds grid limits. Max rows: ${sheet.size.rows}, max columns: ${sheet.size.columns}`);
}

/** Such as `Tickets!A1:C20`. */
export function referenceOf({ sheet, area }: Place): string {
  return `${quoteSheet(sheet.details.title)}!${formatCells({ startRowIndex: area.top, endRowIndex: area.bottom, startColumnIndex: area.left, endColumnIndex: area.right })}`;
}
