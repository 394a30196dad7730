/** Where data filters lead: a range, or whatever carries certain developer metadata. */
import type { Spreadsheet } from '../model/spreadsheet';
import type { Message } from '../schema/shapes';
import { placeOfRange, placeOfReference, type Place } from './reference';
import { findMetadata } from './requests/metadata';

type DataFilter = Message<'DataFilter'>;

/** The cells that each filter finds, with the filter that found them. @throws Refusal for a range that leads nowhere */
export function placesOfFilters(spreadsheet: Spreadsheet, filters: readonly DataFilter[]): readonly { readonly place: Place; readonly filter: DataFilter }[] {
  return filters.flatMap((filter) => {
    if (filter.a1Range !== undefined) return [{ place: placeOfReference(spreadsheet, filter.a1Range), filter }];
    if (filter.gridRange !== undefined) return [{ place: placeOfRange(spreadsheet, filter.gridRange), filter }];
    return findMetadata(spreadsheet, [filter]).flatMap(({ location }) => {
      const { sheetId = location?.sheetId, dimension, startIndex, endIndex } = location?.dimensionRange ?? {};
      if (sheetId === undefined) return [];
      const sides = dimension === undefined ? {} : dimension === 'ROWS' ? { startRowIndex: startIndex, endRowIndex: endIndex } : { startColumnIndex: startIndex, endColumnIndex: endIndex };
      const known = Object.fromEntries(Object.entries(sides).filter(([, side]) => side !== undefined));
      return [{ place: placeOfRange(spreadsheet, { sheetId, ...known }), filter }];
    });
  });
}
