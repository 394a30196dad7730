/** Rows and columns of a Sheet: counting, inserting, deleting, moving, hiding, sizing. Positions count from 1. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import { messages } from '../model/limits';
import type { Sheet as SheetModel } from '../model/sheet';
import type { DimensionName, Message } from '../schema/shapes';
import { isWhole, requireInteger } from './arguments';
import { RangePlace, type AppObjects } from './range-place';
import type { SpreadsheetSession } from './session';

export interface SheetSeat {
  readonly session: SpreadsheetSession;
  readonly objects: AppObjects;
  readonly id: string;
  readonly sheetId: number;
}

const lines = { ROWS: 'row', COLUMNS: 'column' } as const;

export abstract class SheetStructure extends HostObject {
  static override readonly guestName = 'Sheet';
  constructor(readonly _seat: SheetSeat) {
    super();
  }

  /** The committed sheet, without writes that wait: structure is never kept back. */
  get _sheet(): SheetModel {
    const { session, id, sheetId } = this._seat;
    return session.sheet(session.look(id), sheetId);
  }

  _request(request: Message<'Request'>): this {
    this._seat.session.request(this._seat.id, request);
    return this;
  }

  /** A span of rows or columns from position and count. @throws GuestError when it lies outside the sheet */
  _span(method: string, dimension: DimensionName, args: readonly unknown[]): Message<'DimensionRange'> {
    const start = requireInteger(method, args, 0) - 1;
    const count = args.length > 1 ? requireInteger(method, args, 1) : 1;
    const size = dimension === 'ROWS' ? this._sheet.size.rows : this._sheet.size.columns;
    if (count < 1) throw new GuestError(dimension === 'ROWS' ? messages.rowsAtLeastOne : messages.columnsAtLeastOne);
    if (start < 0 || start >= size) throw new GuestError(`Those ${lines[dimension]}s are out of bounds.`);
    if (start + count > size) throw new GuestError(`Those ${lines[dimension]}s are out of bounds.`);
    return { sheetId: this._seat.sheetId, dimension, startIndex: start, endIndex: start + count };
  }

  /** Inserts before a position; `isAfter` inserts behind it and takes on its formats. */
  #insert(method: string, dimension: DimensionName, args: readonly unknown[], isAfter: boolean): this {
    const position = requireInteger(method, args, 0);
    const count = args.length > 1 ? requireInteger(method, args, 1) : 1;
    const size = dimension === 'ROWS' ? this._sheet.size.rows : this._sheet.size.columns;
    if (position < 1 || position > size) throw new GuestError(`Those ${lines[dimension]}s are out of bounds.`);
    if (count < 1) throw new GuestError(dimension === 'ROWS' ? messages.rowsAtLeastOne : messages.columnsAtLeastOne);
    const startIndex = isAfter ? position : position - 1;
    return this._request({ insertDimension: { range: { sheetId: this._seat.sheetId, dimension, startIndex, endIndex: startIndex + count }, inheritFromBefore: isAfter } });
  }

  getMaxRows(): number {
    return this._sheet.size.rows;
  }
  getMaxColumns(): number {
    return this._sheet.size.columns;
  }
  getLastRow(): number {
    const { session, id, sheetId } = this._seat;
    return session.sheet(session.read(id, 0), sheetId).lastRow();
  }
  getLastColumn(): number {
    const { session, id, sheetId } = this._seat;
    return session.sheet(session.read(id, 0), sheetId).lastColumn();
  }

  insertRowAfter(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertRowAfter', 'ROWS', args.slice(0, 1), true);
  }
  insertRowBefore(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertRowBefore', 'ROWS', args.slice(0, 1), false);
  }
  insertRowsAfter(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertRowsAfter', 'ROWS', args, true);
  }
  insertRowsBefore(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertRowsBefore', 'ROWS', args, false);
  }
  insertRows(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertRows', 'ROWS', args, false);
  }
  insertColumnAfter(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertColumnAfter', 'COLUMNS', args.slice(0, 1), true);
  }
  insertColumnBefore(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertColumnBefore', 'COLUMNS', args.slice(0, 1), false);
  }
  insertColumnsAfter(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertColumnsAfter', 'COLUMNS', args, true);
  }
  insertColumnsBefore(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertColumnsBefore', 'COLUMNS', args, false);
  }
  insertColumns(...args: readonly unknown[]): this {
    return this.#insert('SpreadsheetApp.Sheet.insertColumns', 'COLUMNS', args, false);
  }
  deleteRow(...args: readonly unknown[]): this {
    return this._request({ deleteDimension: { range: this._span('SpreadsheetApp.Sheet.deleteRow', 'ROWS', args.slice(0, 1)) } });
  }
  deleteRows(...args: readonly unknown[]): void {
    this._request({ deleteDimension: { range: this._span('SpreadsheetApp.Sheet.deleteRows', 'ROWS', args) } });
  }
  deleteColumn(...args: readonly unknown[]): this {
    return this._request({ deleteDimension: { range: this._span('SpreadsheetApp.Sheet.deleteColumn', 'COLUMNS', args.slice(0, 1)) } });
  }
  deleteColumns(...args: readonly unknown[]): void {
    this._request({ deleteDimension: { range: this._span('SpreadsheetApp.Sheet.deleteColumns', 'COLUMNS', args) } });
  }

  #move(method: string, dimension: DimensionName, args: readonly unknown[]): void {
    const [range] = args;
    if (!(range instanceof RangePlace)) throw signatureMismatch(method, args);
    const { area } = range._seat;
    const source = dimension === 'ROWS' ? { startIndex: area.top, endIndex: area.bottom } : { startIndex: area.left, endIndex: area.right };
    this._request({ moveDimension: { source: { sheetId: this._seat.sheetId, dimension, ...source }, destinationIndex: requireInteger(method, args, 1) - 1 } });
  }
  moveRows(...args: readonly unknown[]): void {
    this.#move('SpreadsheetApp.Sheet.moveRows', 'ROWS', args);
  }
  moveColumns(...args: readonly unknown[]): void {
    this.#move('SpreadsheetApp.Sheet.moveColumns', 'COLUMNS', args);
  }

  getFrozenRows(): number {
    return this._sheet.details.frozenRowCount;
  }
  getFrozenColumns(): number {
    return this._sheet.details.frozenColumnCount;
  }
  setFrozenRows(...args: readonly unknown[]): void {
    const frozenRowCount = requireInteger('SpreadsheetApp.Sheet.setFrozenRows', args, 0);
    this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, gridProperties: { frozenRowCount } }, fields: 'gridProperties.frozenRowCount' } });
  }
  setFrozenColumns(...args: readonly unknown[]): void {
    const frozenColumnCount = requireInteger('SpreadsheetApp.Sheet.setFrozenColumns', args, 0);
    this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, gridProperties: { frozenColumnCount } }, fields: 'gridProperties.frozenColumnCount' } });
  }

  #hide(method: string, dimension: DimensionName, args: readonly unknown[], hiddenByUser: boolean): this {
    const [range] = args;
    if (range instanceof RangePlace) {
      const { area } = range._seat;
      const span = dimension === 'ROWS' ? { startIndex: area.top, endIndex: area.bottom } : { startIndex: area.left, endIndex: area.right };
      return this._request({ updateDimensionProperties: { range: { sheetId: this._seat.sheetId, dimension, ...span }, properties: { hiddenByUser }, fields: 'hiddenByUser' } });
    }
    return this._request({ updateDimensionProperties: { range: this._span(method, dimension, args), properties: { hiddenByUser }, fields: 'hiddenByUser' } });
  }
  hideRows(...args: readonly unknown[]): void {
    this.#hide('SpreadsheetApp.Sheet.hideRows', 'ROWS', args, true);
  }
  showRows(...args: readonly unknown[]): void {
    this.#hide('SpreadsheetApp.Sheet.showRows', 'ROWS', args, false);
  }
  hideRow(...args: readonly unknown[]): void {
    this.#hide('SpreadsheetApp.Sheet.hideRow', 'ROWS', args, true);
  }
  unhideRow(...args: readonly unknown[]): void {
    this.#hide('SpreadsheetApp.Sheet.unhideRow', 'ROWS', args, false);
  }
  hideColumns(...args: readonly unknown[]): void {
    this.#hide('SpreadsheetApp.Sheet.hideColumns', 'COLUMNS', args, true);
  }
  showColumns(...args: readonly unknown[]): void {
    this.#hide('SpreadsheetApp.Sheet.showColumns', 'COLUMNS', args, false);
  }
  hideColumn(...args: readonly unknown[]): void {
    this.#hide('SpreadsheetApp.Sheet.hideColumn', 'COLUMNS', args, true);
  }
  unhideColumn(...args: readonly unknown[]): void {
    this.#hide('SpreadsheetApp.Sheet.unhideColumn', 'COLUMNS', args, false);
  }
  isRowHiddenByUser(...args: readonly unknown[]): boolean {
    return this._sheet.details.rows[requireInteger('SpreadsheetApp.Sheet.isRowHiddenByUser', args, 0) - 1]?.hiddenByUser === true;
  }
  isColumnHiddenByUser(...args: readonly unknown[]): boolean {
    return this._sheet.details.columns[requireInteger('SpreadsheetApp.Sheet.isColumnHiddenByUser', args, 0) - 1]?.hiddenByUser === true;
  }

  /** The last argument is the size in pixels; before it come position and, for several, count. */
  #size(method: string, dimension: DimensionName, args: readonly unknown[]): this {
    const pixelSize = args.at(-1);
    if (!isWhole(pixelSize)) throw signatureMismatch(method, args);
    return this._request({ updateDimensionProperties: { range: this._span(method, dimension, args.slice(0, -1)), properties: { pixelSize: Math.trunc(pixelSize) }, fields: 'pixelSize' } });
  }
  setColumnWidth(...args: readonly unknown[]): this {
    return this.#size('SpreadsheetApp.Sheet.setColumnWidth', 'COLUMNS', args);
  }
  setColumnWidths(...args: readonly unknown[]): this {
    return this.#size('SpreadsheetApp.Sheet.setColumnWidths', 'COLUMNS', args);
  }
  setRowHeight(...args: readonly unknown[]): this {
    return this.#size('SpreadsheetApp.Sheet.setRowHeight', 'ROWS', args);
  }
  setRowHeights(...args: readonly unknown[]): this {
    return this.#size('SpreadsheetApp.Sheet.setRowHeights', 'ROWS', args);
  }
  getColumnWidth(...args: readonly unknown[]): number {
    return this._sheet.details.columns[requireInteger('SpreadsheetApp.Sheet.getColumnWidth', args, 0) - 1]?.pixelSize ?? 100;
  }
  getRowHeight(...args: readonly unknown[]): number {
    return this._sheet.details.rows[requireInteger('SpreadsheetApp.Sheet.getRowHeight', args, 0) - 1]?.pixelSize ?? 21;
  }
  /** Sizes depend on fonts, which the host does not measure: they stay as they are. */
  autoResizeColumns(...args: readonly unknown[]): this {
    return this._request({ autoResizeDimensions: { dimensions: this._span('SpreadsheetApp.Sheet.autoResizeColumns', 'COLUMNS', args) } });
  }
  autoResizeRows(...args: readonly unknown[]): this {
    return this._request({ autoResizeDimensions: { dimensions: this._span('SpreadsheetApp.Sheet.autoResizeRows', 'ROWS', args) } });
  }
  /** As `setRowHeights`: here a row never grows by itself. */
  setRowHeightsForced(...args: readonly unknown[]): this {
    return this.#size('SpreadsheetApp.Sheet.setRowHeightsForced', 'ROWS', args);
  }
  autoResizeColumn(...args: readonly unknown[]): this {
    return this.autoResizeColumns(...args.slice(0, 1));
  }
}
