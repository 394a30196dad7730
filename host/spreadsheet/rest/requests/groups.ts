/** Requests that group rows and columns. */
import { mostDepth, depthAt, shiftedGroups, type Group } from '../../model/groups';
import { invalid } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import { maskTouches } from '../../schema/field-mask';
import type { DimensionName, Message } from '../../schema/shapes';
import { requireSheet } from '../reference';
import { handle, requireFields, requireSheetChange, type Batch } from './batch';
import { withDimensionProperties } from './dimensions';

interface Place {
  readonly sheet: Sheet;
  readonly dimension: DimensionName;
  readonly start: number;
  readonly end: number;
  readonly groups: readonly Group[];
}

function placeOf(batch: Batch, range: Message<'DimensionRange'> | undefined): Place {
  if (range?.dimension === undefined) throw invalid('No dimension was specified.');
  const sheet = requireSheet(batch.draft, range.sheetId);
  const count = range.dimension === 'ROWS' ? sheet.size.rows : sheet.size.columns;
  const { startIndex: start = 0, endIndex: end = count } = range;
  if (start < 0 || end <= start || end > count) throw invalid(`Invalid range: [${start}, ${end}) of ${count} ${range.dimension.toLowerCase()}.`);
  requireSheetChange(batch, sheet);
  return { sheet, dimension: range.dimension, start, end, groups: groupsIn(sheet, range.dimension) };
}

export const groupsIn = ({ details }: Sheet, dimension: DimensionName): readonly Group[] => (dimension === 'ROWS' ? details.rowGroups : details.columnGroups) ?? [];

function setGroups({ sheet, dimension }: Pick<Place, 'sheet' | 'dimension'>, groups: readonly Group[]): void {
  sheet.details = dimension === 'ROWS' ? { ...sheet.details, rowGroups: groups } : { ...sheet.details, columnGroups: groups };
}

function setHidden({ sheet, dimension }: Pick<Place, 'sheet' | 'dimension'>, { start, end }: Pick<Group, 'start' | 'end'>, hiddenByUser: boolean): void {
  const { details } = sheet;
  sheet.details = dimension === 'ROWS' ? { ...details, rows: withDimensionProperties(details.rows, start, end, { hiddenByUser }) } : { ...details, columns: withDimensionProperties(details.columns, start, end, { hiddenByUser }) };
}

/** Folds a group or unfolds it: all that lies in it is hidden or seen. */
export function fold(sheet: Sheet, dimension: DimensionName, known: Group, collapsed: boolean): void {
  setGroups({ sheet, dimension }, groupsIn(sheet, dimension).map((group) => (group === known ? { ...group, collapsed } : group)));
  setHidden({ sheet, dimension }, known, collapsed);
}

/** Groups as the API tells them. */
export const dimensionGroups = (sheet: Sheet, dimension: DimensionName): Message<'DimensionGroup'>[] =>
  groupsIn(sheet, dimension).map(({ start, end, depth, collapsed }) => ({ range: { sheetId: sheet.sheetId, dimension, startIndex: start, endIndex: end }, depth, ...(collapsed ? { collapsed } : {}) }));

const answer = ({ sheet, dimension }: Place): { readonly dimensionGroups: Message<'DimensionGroup'>[] } => ({ dimensionGroups: dimensionGroups(sheet, dimension) });

export const addDimensionGroup = handle('AddDimensionGroupRequest', (batch, { range }) => {
  const place = placeOf(batch, range);
  for (let index = place.start; index < place.end; index += 1) if (depthAt(place.groups, index) >= mostDepth) throw invalid(`A group cannot be deeper than ${mostDepth}.`);
  setGroups(place, shiftedGroups(place.groups, place.start, place.end, 1));
  return answer(place);
});

export const deleteDimensionGroup = handle('DeleteDimensionGroupRequest', (batch, { range }) => {
  const place = placeOf(batch, range);
  if (!place.groups.some(({ start, end }) => start < place.end && end > place.start)) throw invalid('There is no group over that range.');
  const left = shiftedGroups(place.groups, place.start, place.end, -1);
  // What a collapsed group hid is seen again where none hides it any more.
  for (const group of place.groups.filter(({ collapsed }) => collapsed)) {
    for (let index = group.start; index < group.end; index += 1) if (!left.some(({ collapsed, start, end }) => collapsed && index >= start && index < end)) setHidden(place, { start: index, end: index + 1 }, false);
  }
  setGroups(place, left);
  return answer(place);
});

export const updateDimensionGroup = handle('UpdateDimensionGroupRequest', (batch, { dimensionGroup = {}, fields }) => {
  const place = placeOf(batch, dimensionGroup.range);
  const mask = requireFields(fields, 'DimensionGroup');
  const known = place.groups.find(({ start, end, depth }) => start === place.start && end === place.end && depth === dimensionGroup.depth);
  if (!known) throw invalid('There is no group with that range and depth.');
  if (!maskTouches(mask, 'collapsed')) return;
  fold(place.sheet, place.dimension, known, dimensionGroup.collapsed ?? false);
});
