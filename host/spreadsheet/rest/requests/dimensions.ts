/** Requests that insert, delete, move and size rows and columns. */
import type { DimensionName, Message } from '../../schema/shapes';
import type { Area } from '../../model/area';
import { growGrid } from '../../model/entering';
import { invalid } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import type { DimensionTable } from '../../model/sheet-details';
import { maskTouches } from '../../schema/field-mask';
import { requireSheet } from '../reference';
import { handle, requireFields, requireWrite, type Batch } from './batch';

interface Span {
  readonly sheet: Sheet;
  readonly dimension: DimensionName;
  readonly start: number;
  readonly end: number;
  /** Rows or columns the sheet has. */
  readonly count: number;
}

function spanOf({ draft }: Batch, range: Message<'DimensionRange'> | undefined, mayReachBeyond: boolean = false): Span {
  if (range?.dimension === undefined) throw invalid('No dimension was specified.');
  const sheet = requireSheet(draft, range.sheetId);
  const count = range.dimension === 'ROWS' ? sheet.size.rows : sheet.size.columns;
  const start = range.startIndex ?? 0;
  const end = range.endIndex ?? count;
  if (start < 0 || end <= start) throw invalid(`range.endIndex[${end}] must be after range.startIndex[${start}].`);
  if (start > count || (!mayReachBeyond && (end > count || start >= count))) {
    throw invalid(`Cannot use a range that ends at index ${end}: the sheet has ${count} ${range.dimension === 'ROWS' ? 'rows' : 'columns'}.`);
  }
  return { sheet, dimension: range.dimension, start, end, count };
}

/** Whole rows or columns as a rectangle. */
function bandOf(sheet: Sheet, dimension: DimensionName, start: number, end: number): Area {
  const { rows, columns } = sheet.size;
  return dimension === 'ROWS' ? { top: start, bottom: end, left: 0, right: columns } : { top: 0, bottom: rows, left: start, right: end };
}

export const insertDimension = handle('InsertDimensionRequest', (batch, { range, inheritFromBefore = false }) => {
  const { sheet, dimension, start, end, count } = spanOf(batch, range, true);
  if (start === 0 && inheritFromBefore) throw invalid('When inserting at start index 0, inheritFromBefore must be false.');
  if (start === count && !inheritFromBefore) throw invalid(`range.startIndex[${start}] is after last index in grid[${count - 1}]`);
  const neighbour = inheritFromBefore || start === count ? start - 1 : start;
  requireWrite(batch, sheet, bandOf(sheet, dimension, neighbour, neighbour + 1));
  batch.draft.changeDimension(sheet, { kind: 'insert', dimension, start, count: end - start, inheritFromBefore });
});

export const deleteDimension = handle('DeleteDimensionRequest', (batch, { range }) => {
  const { sheet, dimension, start, end, count } = spanOf(batch, range);
  const noun = dimension === 'ROWS' ? 'rows' : 'columns';
  const frozen = dimension === 'ROWS' ? sheet.details.frozenRowCount : sheet.details.frozenColumnCount;
  if (end - start >= count) throw invalid(`You can't delete all the ${noun} on the sheet.`);
  if (start <= frozen && end === count) throw invalid(`Sorry, it is not possible to delete all non-frozen ${noun}.`);
  requireWrite(batch, sheet, bandOf(sheet, dimension, start, end));
  batch.draft.changeDimension(sheet, { kind: 'delete', dimension, start, end });
});

export const moveDimension = handle('MoveDimensionRequest', (batch, { source, destinationIndex = 0 }) => {
  const { sheet, dimension, start, end, count } = spanOf(batch, source);
  if (destinationIndex < 0 || destinationIndex > count) throw invalid(`destinationIndex[${destinationIndex}] is not within the grid.`);
  if (destinationIndex >= start && destinationIndex <= end) return;
  requireWrite(batch, sheet, bandOf(sheet, dimension, Math.min(start, destinationIndex), Math.max(end, destinationIndex)));
  batch.draft.changeDimension(sheet, { kind: 'move', dimension, start, end, destination: destinationIndex });
});

export const appendDimension = handle('AppendDimensionRequest', (batch, { sheetId, dimension, length = 0 }) => {
  const sheet = requireSheet(batch.draft, sheetId);
  if (dimension === undefined) throw invalid('No dimension was specified.');
  if (length <= 0) throw invalid('length must be greater than 0.');
  const { rows, columns } = sheet.size;
  growGrid(batch.draft, sheet, dimension === 'ROWS' ? rows + length : rows, dimension === 'ROWS' ? columns : columns + length);
});

/** The table with the named properties set for a span of indexes; defaults are not kept. */
export function withDimensionProperties(table: DimensionTable, start: number, end: number, change: { readonly pixelSize?: number | undefined; readonly hiddenByUser?: boolean | undefined }): DimensionTable {
  const changed: Record<string, DimensionTable[string]> = { ...table };
  for (let index = start; index < end; index += 1) {
    const { pixelSize, hiddenByUser } = { ...changed[index], ...change };
    const properties = { ...(pixelSize === undefined ? {} : { pixelSize }), ...(hiddenByUser === true ? { hiddenByUser } : {}) };
    if (Object.keys(properties).length === 0) delete changed[index];
    else changed[index] = properties;
  }
  return changed;
}

export const updateDimensionProperties = handle('UpdateDimensionPropertiesRequest', (batch, { range, properties = {}, fields }) => {
  const { sheet, dimension, start, end } = spanOf(batch, range);
  const mask = requireFields(fields, 'DimensionProperties');
  const change = {
    ...(maskTouches(mask, 'pixelSize') ? { pixelSize: properties.pixelSize } : {}),
    ...(maskTouches(mask, 'hiddenByUser') ? { hiddenByUser: properties.hiddenByUser } : {}),
  };
  const { details } = sheet;
  sheet.details =
    dimension === 'ROWS'
      ? { ...details, rows: withDimensionProperties(details.rows, start, end, change) }
      : { ...details, columns: withDimensionProperties(details.columns, start, end, change) };
});

/** Sizes depend on fonts, which the host does not measure: the request is checked and the sizes stay. */
export const autoResizeDimensions = handle('AutoResizeDimensionsRequest', (batch, { dimensions }) => {
  spanOf(batch, dimensions);
});
