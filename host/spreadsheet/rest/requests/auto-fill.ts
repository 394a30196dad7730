/** The request that fills cells on from others. */
import type { Area } from '../../model/area';
import { autoFill as fillOn, filledPart } from '../../model/auto-fill';
import { invalid } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import type { DimensionName, Message } from '../../schema/shapes';
import { placeOfRange } from '../reference';
import { handle, requireWrite, type Batch } from './batch';

interface Filling {
  readonly sheet: Sheet;
  readonly source: Area;
  readonly dimension: DimensionName;
  readonly length: number;
}

/** A range alone goes on from the part of it that is filled: downwards, or to the right where all its rows are. */
function withinRange({ sheet, area }: { readonly sheet: Sheet; readonly area: Area }): Filling {
  const filled = filledPart(sheet, area);
  if (!filled) throw invalid('There is nothing to fill from in the range.');
  return filled.bottom < area.bottom
    ? { sheet, source: { ...area, bottom: filled.bottom }, dimension: 'ROWS', length: area.bottom - filled.bottom }
    : { sheet, source: { ...area, right: filled.right }, dimension: 'COLUMNS', length: area.right - filled.right };
}

function fillingOf({ draft }: Batch, { range, sourceAndDestination }: Message<'AutoFillRequest'>): Filling {
  if (range) return withinRange(placeOfRange(draft, range));
  const { source, dimension, fillLength: length = 0 } = sourceAndDestination ?? {};
  if (!source || dimension === undefined) throw invalid('A range, or a source with a dimension, is required.');
  const { sheet, area } = placeOfRange(draft, source);
  return { sheet, source: area, dimension, length };
}

export const autoFill = handle('AutoFillRequest', (batch, request) => {
  const { sheet, source, dimension, length } = fillingOf(batch, request);
  if (length === 0) return;
  const { top, left, bottom, right } = source;
  const added: Area = dimension === 'ROWS' ? { ...source, top: length > 0 ? bottom : top + length, bottom: length > 0 ? bottom + length : top } : { ...source, left: length > 0 ? right : left + length, right: length > 0 ? right + length : left };
  if (added.top < 0 || added.left < 0 || added.bottom > sheet.size.rows || added.right > sheet.size.columns) throw invalid('The filled range lies outside of the grid.');
  requireWrite(batch, sheet, added);
  fillOn(batch.draft, sheet, source, dimension, length, request.useAlternateSeries ?? false);
  batch.written += (added.bottom - added.top) * (added.right - added.left);
});
