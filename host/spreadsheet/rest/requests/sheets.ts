/** Requests about whole sheets and about the spreadsheet itself. */
import { renamedFormula } from '../../formulas/rewriting';
import { maximumCells, maximumColumns, messages } from '../../model/limits';
import { invalid } from '../../model/refusal';
import { isTimeZone } from '../../model/serial-date';
import { Sheet } from '../../model/sheet';
import { newSheetDetails, type SheetDetails } from '../../model/sheet-details';
import { usualIteration, type Spreadsheet } from '../../model/spreadsheet';
import type { StyleTable } from '../../model/style-table';
import { maskTouches, parseFieldMask, type MaskNode } from '../../schema/field-mask';
import type { Message } from '../../schema/shapes';
import { requireSheet } from '../reference';
import { sheetPropertiesOf } from '../spreadsheet-resource';
import { freeNumber, handle, requireFields, requireSheetChange, requireWrite, type Batch } from './batch';
import { requireFreezeBesideMerges } from './merging';

export const updateSpreadsheetProperties = handle('UpdateSpreadsheetPropertiesRequest', ({ draft }, { properties = {}, fields }) => {
  const mask = requireFields(fields, 'SpreadsheetProperties');
  const { title, locale, timeZone, autoRecalc, iterativeCalculationSettings: iteration } = properties;
  if (maskTouches(mask, 'title')) {
    if (title === undefined || title === '') throw invalid('title cannot be empty.');
    draft.details = { ...draft.details, title };
  }
  if (maskTouches(mask, 'locale') && locale !== undefined) draft.details = { ...draft.details, locale };
  if (maskTouches(mask, 'timeZone') && timeZone !== undefined) {
    if (!isTimeZone(timeZone)) throw invalid(`Invalid timeZone: ${timeZone}`);
    draft.details = { ...draft.details, timeZone };
  }
  if (maskTouches(mask, 'autoRecalc') && autoRecalc !== undefined && autoRecalc !== 'RECALCULATION_INTERVAL_UNSPECIFIED') draft.details = { ...draft.details, recalculation: autoRecalc };
  // The settings stand there only while circular references are computed.
  if (maskTouches(mask, 'iterativeCalculationSettings')) {
    draft.details = { ...draft.details, iteration: { ...usualIteration, ...draft.details.iteration, ...iteration, enabled: iteration !== undefined } };
  }
});

function requireTitle(draft: Spreadsheet, title: string, except: number | null): void {
  if (title === '') throw invalid('A sheet must have a name.');
  if (title.length > 100) throw invalid('Sheet name cannot be more than 100 characters.');
  const taken = draft.sheetByTitle(title);
  if (taken && taken.sheetId !== except) throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function requireVisibleSheet(draft: Spreadsheet, except: Sheet): void {
  if (!draft.sheets.some((sheet) => sheet !== except && !sheet.details.hidden)) throw invalid("You can't remove all the visible sheets in a document.");
}

/** Puts a sheet at a place from the left; places beyond the end mean the end. */
function placeSheet(draft: Spreadsheet, sheet: Sheet, index: number): void {
  const others = draft.sheets.filter((other) => other !== sheet);
  draft.sheets = [...others.slice(0, index), sheet, ...others.slice(index)];
}

/** Cuts or extends the grid to a size; what lies beyond goes. */
function resize(batch: Batch, sheet: Sheet, rows: number | undefined, columns: number | undefined): void {
  for (const [dimension, wanted] of [['ROWS', rows], ['COLUMNS', columns]] as const) {
    if (wanted === undefined) continue;
    const count = dimension === 'ROWS' ? sheet.size.rows : sheet.size.columns;
    if (wanted < 1) throw invalid(`Invalid number of ${dimension.toLowerCase()}: ${wanted}`);
    if (dimension === 'COLUMNS' && wanted > maximumColumns) throw invalid(`This action would increase the number of columns above the limit of ${maximumColumns}.`);
    if (wanted > count) batch.draft.changeDimension(sheet, { kind: 'insert', dimension, start: count, count: wanted - count, inheritFromBefore: true });
    if (wanted < count) {
      const { size } = sheet;
      requireWrite(batch, sheet, dimension === 'ROWS' ? { top: wanted, bottom: count, left: 0, right: size.columns } : { top: 0, bottom: size.rows, left: wanted, right: count });
      batch.draft.changeDimension(sheet, { kind: 'delete', dimension, start: wanted, end: count });
    }
  }
}

function applyProperties(batch: Batch, sheet: Sheet, properties: Message<'SheetProperties'>, mask: MaskNode): void {
  const { draft } = batch;
  const grid = properties.gridProperties ?? {};
  if (maskTouches(mask, 'gridProperties', 'rowCount') || maskTouches(mask, 'gridProperties', 'columnCount')) {
    resize(batch, sheet, maskTouches(mask, 'gridProperties', 'rowCount') ? grid.rowCount : undefined, maskTouches(mask, 'gridProperties', 'columnCount') ? grid.columnCount : undefined);
  }
  let details: SheetDetails = sheet.details;
  if (maskTouches(mask, 'title') && properties.title !== undefined) {
    requireTitle(draft, properties.title, sheet.sheetId);
    details = { ...details, title: properties.title };
  }
  if (maskTouches(mask, 'gridProperties', 'frozenRowCount')) details = { ...details, frozenRowCount: grid.frozenRowCount ?? 0 };
  if (maskTouches(mask, 'gridProperties', 'frozenColumnCount')) details = { ...details, frozenColumnCount: grid.frozenColumnCount ?? 0 };
  if (details.frozenRowCount >= details.rowCount) throw invalid("You can't freeze all visible rows on the sheet.");
  if (details.frozenColumnCount >= details.columnCount) throw invalid("You can't freeze all visible columns on the sheet.");
  if (maskTouches(mask, 'gridProperties', 'frozenRowCount') || maskTouches(mask, 'gridProperties', 'frozenColumnCount')) requireFreezeBesideMerges(details);
  if (maskTouches(mask, 'gridProperties', 'hideGridlines')) details = { ...details, hideGridlines: grid.hideGridlines ?? false };
  if (maskTouches(mask, 'gridProperties', 'rowGroupControlAfter')) details = { ...details, rowGroupControlAfter: grid.rowGroupControlAfter ?? false };
  if (maskTouches(mask, 'gridProperties', 'columnGroupControlAfter')) details = { ...details, columnGroupControlAfter: grid.columnGroupControlAfter ?? false };
  if (maskTouches(mask, 'rightToLeft')) details = { ...details, rightToLeft: properties.rightToLeft ?? false };
  if (maskTouches(mask, 'tabColorStyle') || maskTouches(mask, 'tabColor')) {
    details = { ...details, tabColorStyle: properties.tabColorStyle ?? (properties.tabColor ? { rgbColor: properties.tabColor } : null) };
  }
  if (maskTouches(mask, 'hidden')) {
    if (properties.hidden === true) requireVisibleSheet(draft, sheet);
    details = { ...details, hidden: properties.hidden ?? false };
  }
  const { title } = sheet.details;
  sheet.details = details;
  if (title !== details.title) draft.rewriteFormulas((formula) => renamedFormula(formula, title, details.title));
  if (maskTouches(mask, 'index') && properties.index !== undefined) {
    const current = draft.sheets.indexOf(sheet);
    placeSheet(draft, sheet, properties.index > current ? properties.index - 1 : properties.index);
  }
}

export const updateSheetProperties = handle('UpdateSheetPropertiesRequest', (batch, { properties = {}, fields }) => {
  const sheet = requireSheet(batch.draft, properties.sheetId);
  requireSheetChange(batch, sheet);
  applyProperties(batch, sheet, properties, requireFields(fields, 'SheetProperties'));
});

function newSheetId(draft: Spreadsheet, wanted: number | undefined): number {
  const taken = new Set(draft.sheets.map((sheet) => sheet.sheetId));
  if (wanted === undefined) return freeNumber(taken, `${draft.id}/sheet/${draft.sheets.length}`);
  if (wanted < 0) throw invalid('sheetId must be >= 0.');
  if (taken.has(wanted)) throw invalid(`addSheet.addSheet: Sheet with id ${wanted} already exists.`);
  return wanted;
}

function freeTitle(draft: Spreadsheet): string {
  const word = draft.details.locale.startsWith('zh') ? '工作表' : 'Sheet';
  let number = draft.sheets.length + 1;
  while (draft.sheetByTitle(`${word}${number}`)) number += 1;
  return `${word}${number}`;
}

export const addSheet = handle('AddSheetRequest', (batch, { properties = {} }) => {
  const { draft } = batch;
  if (properties.sheetType !== undefined && properties.sheetType !== 'GRID') throw invalid('Only grid sheets can be added.');
  const title = properties.title ?? freeTitle(draft);
  requireTitle(draft, title, null);
  const fresh = new Sheet(newSheetDetails(newSheetId(draft, properties.sheetId), title));
  placeSheet(draft, fresh, properties.index ?? draft.sheets.length);
  const { title: _title, index: _index, ...rest } = properties;
  const grid = { rowCount: fresh.size.rows, columnCount: fresh.size.columns, ...rest.gridProperties };
  applyProperties(batch, fresh, { ...rest, gridProperties: grid }, parseFieldMask('*'));
  if (draft.cellCount() > maximumCells) throw invalid(messages.tooManyCells);
  return { addSheet: { properties: sheetPropertiesOf(draft, fresh) } };
});

export const deleteSheet = handle('DeleteSheetRequest', (batch, { sheetId }) => {
  const { draft } = batch;
  const sheet = requireSheet(draft, sheetId);
  requireSheetChange(batch, sheet);
  requireWrite(batch, sheet, { top: 0, left: 0, bottom: sheet.size.rows, right: sheet.size.columns });
  requireVisibleSheet(draft, sheet);
  draft.sheets = draft.sheets.filter((other) => other !== sheet);
  draft.rewriteFormulas((formula) => renamedFormula(formula, sheet.details.title, null));
  draft.details = {
    ...draft.details,
    namedRanges: draft.details.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheet.sheetId),
    metadata: draft.details.metadata.filter(({ location }) => (location?.dimensionRange?.sheetId ?? location?.sheetId) !== sheet.sheetId),
  };
});

/** A copied sheet's details: its protections and filter views stay behind, as with a copy by hand. */
function copiedDetails(details: SheetDetails, sheetId: number, title: string): SheetDetails {
  const moved = <T extends { readonly range?: Message<'GridRange'> }>(item: T): T => (item.range === undefined ? item : { ...item, range: { ...item.range, sheetId } });
  return {
    ...details,
    sheetId,
    title,
    hidden: false,
    validations: details.validations.map((entry) => ({ ...entry, range: { ...entry.range, sheetId } })),
    protections: [],
    conditionalFormats: details.conditionalFormats.map((rule) => ({ ...rule, ranges: (rule.ranges ?? []).map((range) => ({ ...range, sheetId })) })),
    bandings: details.bandings.map(moved),
    merges: details.merges.map((range) => ({ ...range, sheetId })),
    basicFilter: details.basicFilter && moved(details.basicFilter),
    filterViews: [],
    charts: [],
    scriptCharts: {},
  };
}

/** Puts a copy of a sheet of any spreadsheet behind the others. @returns its id */
export function copySheetInto(draft: Spreadsheet, source: Sheet, styles: StyleTable, wanted: string): number {
  const sheetId = newSheetId(draft, undefined);
  let title = wanted;
  for (let number = 1; draft.sheetByTitle(title); number += 1) title = `${wanted} ${number}`;
  const copy = source.copyAs(copiedDetails(source.details, sheetId, title));
  if (styles !== draft.styles) copy.mapStyles((number) => draft.styles.numberOf(styles.format(number)));
  draft.sheets = [...draft.sheets, copy];
  if (draft.cellCount() > maximumCells) throw invalid(messages.tooManyCells);
  return sheetId;
}

/** The copy has the cells, formats, validations and conditional formats, and none of the protections (as with a copy by hand). */
export const duplicateSheet = handle('DuplicateSheetRequest', ({ draft }, { sourceSheetId, insertSheetIndex, newSheetId: wanted, newSheetName }) => {
  const source = requireSheet(draft, sourceSheetId);
  const sheetId = newSheetId(draft, wanted);
  const title = newSheetName ?? freeTitle(draft);
  requireTitle(draft, title, null);
  const copy = source.copyAs(copiedDetails(source.details, sheetId, title));
  placeSheet(draft, copy, insertSheetIndex ?? 0);
  if (draft.cellCount() > maximumCells) throw invalid(messages.tooManyCells);
  return { duplicateSheet: { properties: sheetPropertiesOf(draft, copy) } };
});
