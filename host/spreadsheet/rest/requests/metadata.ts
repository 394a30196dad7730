/** Requests about developer metadata, and finding it. */
import { areaOf, intersect } from '../../model/area';
import { maximumMetadataCharacters } from '../../model/limits';
import { invalid } from '../../model/refusal';
import type { Spreadsheet } from '../../model/spreadsheet';
import { isMessage } from '../../schema/check';
import { mergeByMask } from '../../schema/field-mask';
import type { GridRange, Message } from '../../schema/shapes';
import { rangeOfReference, requireSheet } from '../reference';
import { freeNumber, handle, requireFields } from './batch';

type Metadata = Message<'DeveloperMetadata'>;
type Location = Message<'DeveloperMetadataLocation'>;

/** The location with its type. Metadata sits on one whole row, one whole column, a sheet or the file. @throws Refusal for any other place */
function placed(draft: Spreadsheet, location: Location | undefined): Location {
  if (location?.dimensionRange !== undefined) {
    const { sheetId, dimension, startIndex = 0, endIndex } = location.dimensionRange;
    requireSheet(draft, sheetId);
    if (dimension === undefined || endIndex !== startIndex + 1) throw invalid('Developer metadata can only be added to a single row or column.');
    return { locationType: dimension === 'ROWS' ? 'ROW' : 'COLUMN', dimensionRange: { sheetId: sheetId ?? 0, dimension, startIndex, endIndex } };
  }
  if (location?.sheetId !== undefined) return { locationType: 'SHEET', sheetId: requireSheet(draft, location.sheetId).sheetId };
  if (location?.spreadsheet === true) return { locationType: 'SPREADSHEET', spreadsheet: true };
  throw invalid('Developer metadata must have a location.');
}

function requireSize(draft: Spreadsheet): void {
  const size = draft.details.metadata.reduce((sum, { metadataKey = '', metadataValue = '' }) => sum + metadataKey.length + metadataValue.length, 0);
  if (size > maximumMetadataCharacters) throw invalid(`Developer metadata exceeds the limit of ${maximumMetadataCharacters} characters.`);
}

export const createDeveloperMetadata = handle('CreateDeveloperMetadataRequest', ({ draft }, { developerMetadata = {} }) => {
  const { metadataKey, visibility } = developerMetadata;
  if (metadataKey === undefined || metadataKey === '') throw invalid('metadataKey must be specified.');
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT') throw invalid('visibility must be specified.');
  const taken = new Set(draft.details.metadata.map(({ metadataId }) => metadataId ?? 0));
  const metadataId = developerMetadata.metadataId ?? freeNumber(taken, `${draft.id}/metadata/${metadataKey}/${taken.size}`);
  if (taken.has(metadataId)) throw invalid(`Developer metadata with id ${metadataId} already exists.`);
  const kept: Metadata = { ...developerMetadata, metadataId, location: placed(draft, developerMetadata.location) };
  draft.details = { ...draft.details, metadata: [...draft.details.metadata, kept] };
  requireSize(draft);
  return { createDeveloperMetadata: { developerMetadata: kept } };
});

function rangeOfLocation(location: Location | undefined): GridRange | null {
  if (location?.dimensionRange === undefined) return location?.sheetId === undefined ? null : { sheetId: location.sheetId };
  const { sheetId = 0, dimension, startIndex = 0, endIndex = startIndex + 1 } = location.dimensionRange;
  return dimension === 'ROWS' ? { sheetId, startRowIndex: startIndex, endRowIndex: endIndex } : { sheetId, startColumnIndex: startIndex, endColumnIndex: endIndex };
}

function lies(draft: Spreadsheet, metadata: Metadata, range: GridRange, mayIntersect: boolean): boolean {
  const own = rangeOfLocation(metadata.location);
  if (!own || (own.sheetId ?? 0) !== (range.sheetId ?? 0)) return false;
  const { size } = requireSheet(draft, own.sheetId);
  const [one, other] = [areaOf(own, size), areaOf(range, size)];
  return mayIntersect ? intersect(one, other) !== null : JSON.stringify(one) === JSON.stringify(other);
}

function matches(draft: Spreadsheet, metadata: Metadata, filter: Message<'DataFilter'>): boolean {
  if (filter.gridRange !== undefined) return lies(draft, metadata, filter.gridRange, true);
  if (filter.a1Range !== undefined) return lies(draft, metadata, rangeOfReference(draft, filter.a1Range).range, true);
  const lookup = filter.developerMetadataLookup;
  if (lookup === undefined) return false;
  const { metadataId, metadataKey, metadataValue, visibility, locationType, metadataLocation } = lookup;
  const plain =
    (metadataId === undefined || metadataId === metadata.metadataId) &&
    (metadataKey === undefined || metadataKey === metadata.metadataKey) &&
    (metadataValue === undefined || metadataValue === metadata.metadataValue) &&
    (visibility === undefined || visibility === metadata.visibility) &&
    (locationType === undefined || locationType === metadata.location?.locationType);
  if (!plain || metadataLocation === undefined) return plain;
  if (metadataLocation.spreadsheet === true) return lookup.locationMatchingStrategy === 'INTERSECTING_LOCATION' || metadata.location?.spreadsheet === true;
  const range = rangeOfLocation(metadataLocation);
  return range !== null && lies(draft, metadata, range, lookup.locationMatchingStrategy === 'INTERSECTING_LOCATION');
}

/** Metadata that any of the filters finds, in the order of its making. */
export function findMetadata(spreadsheet: Spreadsheet, filters: readonly Message<'DataFilter'>[]): readonly Metadata[] {
  return spreadsheet.details.metadata.filter((metadata) => filters.some((filter) => matches(spreadsheet, metadata, filter)));
}

export const updateDeveloperMetadata = handle('UpdateDeveloperMetadataRequest', ({ draft }, { dataFilters = [], developerMetadata = {}, fields }) => {
  const mask = requireFields(fields, 'DeveloperMetadata');
  const found = new Set(findMetadata(draft, dataFilters));
  if (found.size === 0) throw invalid('No developer metadata matches the data filters.');
  const updated: Metadata[] = [];
  const metadata = draft.details.metadata.map((entry) => {
    if (!found.has(entry)) return entry;
    const merged = mergeByMask({ ...entry }, { ...developerMetadata }, mask);
    if (!isMessage('DeveloperMetadata', merged)) throw invalid('Invalid developer metadata.');
    const kept: Metadata = { ...merged, ...(entry.metadataId === undefined ? {} : { metadataId: entry.metadataId }), location: placed(draft, merged.location) };
    updated.push(kept);
    return kept;
  });
  draft.details = { ...draft.details, metadata };
  requireSize(draft);
  return { updateDeveloperMetadata: { developerMetadata: updated } };
});

export const deleteDeveloperMetadata = handle('DeleteDeveloperMetadataRequest', ({ draft }, { dataFilter = {} }) => {
  const found = new Set(findMetadata(draft, [dataFilter]));
  draft.details = { ...draft.details, metadata: draft.details.metadata.filter((entry) => !found.has(entry)) };
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: [...found] } };
});
