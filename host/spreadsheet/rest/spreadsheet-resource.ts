/** A spreadsheet as `spreadsheets.get` gives it. */
import { areaOf, intersect, type Area } from '../model/area';
import { isBare } from '../model/cell';
import { isBoundBy } from '../model/protection';
import { invalid } from '../model/refusal';
import type { Sheet } from '../model/sheet';
import type { DimensionTable } from '../model/sheet-details';
import type { Spreadsheet } from '../model/spreadsheet';
import { maskAt, maskTouches, parseFieldMask, pickByMask, type MaskNode } from '../schema/field-mask';
import type { Message } from '../schema/shapes';
import { unknownPath, type PlainObject } from '../schema/check';
import { dimensionGroups } from './requests/groups';
import { cellDataOf, defaultFormat } from './cell-data';
import { placeOfReference, type Place } from './reference';

export interface GetOptions {
  readonly ranges: readonly string[];
  readonly includeGridData: boolean;
  /** Null gives everything; else it alone decides whether grid data comes. */
  readonly fields: string | null;
}

export const spreadsheetUrl = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`;

const defaultPixels = { rows: 21, columns: 100 } as const;

export function sheetPropertiesOf(spreadsheet: Spreadsheet, sheet: Sheet): Message<'SheetProperties'> {
  const { details } = sheet;
  return {
    sheetId: details.sheetId,
    title: details.title,
    index: spreadsheet.sheets.findIndex(({ sheetId }) => sheetId === details.sheetId),
    sheetType: 'GRID',
    gridProperties: {
      rowCount: details.rowCount,
      columnCount: details.columnCount,
      ...(details.frozenRowCount > 0 ? { frozenRowCount: details.frozenRowCount } : {}),
      ...(details.frozenColumnCount > 0 ? { frozenColumnCount: details.frozenColumnCount } : {}),
      ...(details.hideGridlines ? { hideGridlines: true } : {}),
      ...(details.rowGroupControlAfter === true ? { rowGroupControlAfter: true } : {}),
      ...(details.columnGroupControlAfter === true ? { columnGroupControlAfter: true } : {}),
    },
    ...(details.hidden ? { hidden: true } : {}),
    ...(details.rightToLeft ? { rightToLeft: true } : {}),
    ...(details.tabColorStyle ? { tabColorStyle: details.tabColorStyle, ...(details.tabColorStyle.rgbColor ? { tabColor: details.tabColorStyle.rgbColor } : {}) } : {}),
  };
}

function dimensionMetadata(table: DimensionTable, start: number, end: number, pixels: number): Message<'DimensionProperties'>[] {
  return Array.from({ length: end - start }, (_, index) => ({ pixelSize: pixels, ...table[String(start + index)] }));
}

function rowDataOf(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, mask: MaskNode): Message<'RowData'>[] {
  const cellMask = maskAt(mask, 'rowData', 'values') ?? mask;
  const validated = maskTouches(cellMask, 'dataValidation')
    ? sheet.details.validations.flatMap(({ range }) => intersect(areaOf(range, sheet.size), area) ?? [])
    : [];
  const rows: Message<'RowData'>[] = [];
  let lastWithData = 0;
  for (let row = area.top; row < area.bottom; row += 1) {
    const cells = sheet.cells(row);
    let right = Math.min(area.right, cells.length);
    while (right > area.left && isBare(cells[right - 1])) right -= 1;
    for (const { top, bottom, right: edge } of validated) if (row >= top && row < bottom) right = Math.max(right, edge);
    const values: Message<'CellData'>[] = [];
    for (let column = area.left; column < right; column += 1) values.push(cellDataOf(spreadsheet, sheet, row, column, cellMask));
    rows.push(values.length === 0 ? {} : { values });
    if (values.length > 0) lastWithData = rows.length;
  }
  return rows.slice(0, lastWithData);
}

function gridDataOf(spreadsheet: Spreadsheet, { sheet, area }: Place, mask: MaskNode): Message<'GridData'> {
  const rowData = maskTouches(mask, 'rowData') ? rowDataOf(spreadsheet, sheet, area, mask) : [];
  return {
    ...(area.top > 0 ? { startRow: area.top } : {}),
    ...(area.left > 0 ? { startColumn: area.left } : {}),
    ...(rowData.length > 0 ? { rowData } : {}),
    ...(maskTouches(mask, 'rowMetadata') ? { rowMetadata: dimensionMetadata(sheet.details.rows, area.top, area.bottom, defaultPixels.rows) } : {}),
    ...(maskTouches(mask, 'columnMetadata') ? { columnMetadata: dimensionMetadata(sheet.details.columns, area.left, area.right, defaultPixels.columns) } : {}),
  };
}

/** Who may not edit a protected range does not get to see who may. */
function protectionFor(spreadsheet: Spreadsheet, protection: Message<'ProtectedRange'>, actor: string): Message<'ProtectedRange'> {
  const { editors, ...rest } = protection;
  const mayEdit = !isBoundBy(spreadsheet, protection, actor) && spreadsheet.roleOf(actor) !== 'viewer';
  if (!mayEdit) return rest;
  const users = [...new Set([spreadsheet.details.owner, ...(editors?.users ?? [])])];
  return { ...rest, requestingUserCanEdit: true, ...(protection.warningOnly === true ? {} : { editors: { ...editors, users } }) };
}

function metadataOfSheet(spreadsheet: Spreadsheet, sheetId: number): readonly Message<'DeveloperMetadata'>[] {
  return spreadsheet.details.metadata.filter(({ location }) => location?.locationType === 'SHEET' && (location.sheetId ?? 0) === sheetId);
}

function sheetOf(spreadsheet: Spreadsheet, sheet: Sheet, places: readonly Place[], mask: MaskNode, actor: string): Message<'Sheet'> {
  const { details } = sheet;
  const dataMask = maskAt(mask, 'data');
  const metadata = metadataOfSheet(spreadsheet, details.sheetId);
  const protectedRanges = details.protections.map((protection) => protectionFor(spreadsheet, protection, actor));
  return {
    properties: sheetPropertiesOf(spreadsheet, sheet),
    ...(dataMask && places.length > 0 ? { data: places.map((place) => gridDataOf(spreadsheet, place, dataMask)) } : {}),
    ...(details.merges.length > 0 ? { merges: details.merges } : {}),
    ...(details.conditionalFormats.length > 0 ? { conditionalFormats: details.conditionalFormats } : {}),
    ...(details.filterViews.length > 0 ? { filterViews: details.filterViews } : {}),
    ...(protectedRanges.length > 0 ? { protectedRanges } : {}),
    ...(details.basicFilter ? { basicFilter: details.basicFilter } : {}),
    ...(details.charts.length > 0 ? { charts: details.charts } : {}),
    ...(details.bandings.length > 0 ? { bandedRanges: details.bandings } : {}),
    ...(details.rowGroups && details.rowGroups.length > 0 ? { rowGroups: dimensionGroups(sheet, 'ROWS') } : {}),
    ...(details.columnGroups && details.columnGroups.length > 0 ? { columnGroups: dimensionGroups(sheet, 'COLUMNS') } : {}),
    ...(metadata.length > 0 ? { developerMetadata: metadata } : {}),
  };
}

function iterationOf({ iteration }: Spreadsheet['details']): object {
  return iteration?.enabled === true ? { iterativeCalculationSettings: { maxIterations: iteration.maxIterations, convergenceThreshold: iteration.convergenceThreshold } } : {};
}

/** @throws Refusal for a range that leads nowhere */
export function spreadsheetResource(spreadsheet: Spreadsheet, options: GetOptions, actor: string): PlainObject {
  const { details } = spreadsheet;
  const mask = parseFieldMask(options.fields ?? '');
  const unknown = unknownPath('Spreadsheet', mask);
  if (unknown !== null) throw invalid(`Request contains an invalid argument. Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`);
  const withGrid = options.fields === null ? options.includeGridData : mask.children.size > 0 ? maskTouches(mask, 'sheets', 'data') && explicitly(mask) : options.includeGridData;
  const asked = options.ranges.map((reference) => placeOfReference(spreadsheet, reference));
  const shown = asked.length === 0 ? spreadsheet.sheets : spreadsheet.sheets.filter((sheet) => asked.some((place) => place.sheet === sheet));
  const sheetMask = maskAt(mask, 'sheets');
  const ofSpreadsheet = details.metadata.filter(({ location }) => location?.locationType === 'SPREADSHEET');
  const resource = {
    spreadsheetId: spreadsheet.id,
    properties: { title: details.title, locale: details.locale, autoRecalc: details.recalculation ?? 'ON_CHANGE', timeZone: details.timeZone, defaultFormat, ...iterationOf(details) },
    ...(sheetMask
      ? {
          sheets: shown.map((sheet) => {
            const whole: Place = { sheet, area: { top: 0, left: 0, bottom: sheet.size.rows, right: sheet.size.columns } };
            const places = !withGrid ? [] : asked.length === 0 ? [whole] : asked.filter((place) => place.sheet === sheet);
            return sheetOf(spreadsheet, sheet, places, sheetMask, actor);
          }),
        }
      : {}),
    ...(details.namedRanges.length > 0 ? { namedRanges: details.namedRanges } : {}),
    spreadsheetUrl: spreadsheetUrl(spreadsheet.id),
    ...(ofSpreadsheet.length > 0 ? { developerMetadata: ofSpreadsheet } : {}),
  };
  const picked = pickByMask(resource, mask);
  return typeof picked === 'object' && picked !== null ? { ...picked } : {};
}

/** A mask that only says `sheets` gives the sheets whole, grid data included, as the platform does. */
function explicitly(mask: MaskNode): boolean {
  const sheets = mask.children.get('sheets');
  return sheets !== undefined && (sheets.children.size === 0 || sheets.children.has('data'));
}
