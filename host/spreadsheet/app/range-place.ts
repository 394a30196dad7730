/** Where a Range lies: the part of the class that reads and writes nothing. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import { formatCells } from '../model/a1-notation';
import type { Area, GridSize } from '../model/area';
import { messages } from '../model/limits';
import type { GridRange } from '../schema/shapes';
import { requireInteger } from './arguments';
import type { SpreadsheetSession } from './session';

/** What a Range needs to make its neighbours; the classes know each other only through this. */
export interface AppObjects {
  /** @param written the reference that was asked for, where its ends may be open, as in `A2:A` */
  range(id: string, sheetId: number, area: Area, written?: GridRange): HostObject & { getValues(): unknown[][] };
  sheet(id: string, sheetId: number): HostObject;
  spreadsheet(id: string): HostObject;
}

export interface RangeSeat {
  readonly session: SpreadsheetSession;
  readonly objects: AppObjects;
  readonly id: string;
  readonly sheetId: number;
  readonly area: Area;
  readonly written?: GridRange;
}

/** @throws GuestError for a rectangle that is not within the sheet */
export function requireWithin(area: Area, size: GridSize): Area {
  if (area.bottom <= area.top) throw new GuestError(messages.rowsAtLeastOne);
  if (area.right <= area.left) throw new GuestError(messages.columnsAtLeastOne);
  if (area.top < 0) throw new GuestError('The starting row of the range is too small.');
  if (area.left < 0) throw new GuestError('The starting column of the range is too small.');
  if (area.bottom > size.rows || area.right > size.columns) throw new GuestError(messages.outsideSheet);
  return area;
}

export abstract class RangePlace extends HostObject {
  static override readonly guestName = 'Range';
  constructor(readonly _seat: RangeSeat) {
    super();
  }

  get _area(): Area {
    return this._seat.area;
  }

  get _gridRange(): GridRange {
    const { sheetId, area } = this._seat;
    return { sheetId, startRowIndex: area.top, endRowIndex: area.bottom, startColumnIndex: area.left, endColumnIndex: area.right };
  }

  get _cellCount(): number {
    return this.getNumRows() * this.getNumColumns();
  }

  getRow(): number {
    return this._area.top + 1;
  }
  getColumn(): number {
    return this._area.left + 1;
  }
  getRowIndex(): number {
    return this.getRow();
  }
  getColumnIndex(): number {
    return this.getColumn();
  }
  getLastRow(): number {
    return this._area.bottom;
  }
  getLastColumn(): number {
    return this._area.right;
  }
  getNumRows(): number {
    return this._area.bottom - this._area.top;
  }
  getNumColumns(): number {
    return this._area.right - this._area.left;
  }
  getHeight(): number {
    return this.getNumRows();
  }
  getWidth(): number {
    return this.getNumColumns();
  }
  /** Whether the range was written with this end, as `A2` and not `A`. */
  #isBounded(end: keyof GridRange): boolean {
    const { written } = this._seat;
    return written === undefined || written[end] !== undefined;
  }
  isStartRowBounded(): boolean {
    return this.#isBounded('startRowIndex');
  }
  isEndRowBounded(): boolean {
    return this.#isBounded('endRowIndex');
  }
  isStartColumnBounded(): boolean {
    return this.#isBounded('startColumnIndex');
  }
  isEndColumnBounded(): boolean {
    return this.#isBounded('endColumnIndex');
  }
  getGridId(): number {
    return this._seat.sheetId;
  }
  getA1Notation(): string {
    return formatCells(this._gridRange);
  }
  getSheet(): HostObject {
    return this._seat.objects.sheet(this._seat.id, this._seat.sheetId);
  }

  /** Row and column count from 1 within the range. */
  getCell(...args: readonly unknown[]): HostObject {
    const row = requireInteger('SpreadsheetApp.Range.getCell', args, 0);
    const column = requireInteger('SpreadsheetApp.Range.getCell', args, 1);
    if (row < 1 || row > this.getNumRows() || column < 1 || column > this.getNumColumns()) throw new GuestError('Cell reference out of range');
    const [top, left] = [this._area.top + row - 1, this._area.left + column - 1];
    return this._neighbour({ top, left, bottom: top + 1, right: left + 1 });
  }

  offset(...args: readonly unknown[]): HostObject {
    const number = (index: number): number => requireInteger('SpreadsheetApp.Range.offset', args, index);
    if (args.length < 2 || args.length > 4) throw signatureMismatch('SpreadsheetApp.Range.offset', args);
    const [top, left] = [this._area.top + number(0), this._area.left + number(1)];
    const rows = args.length > 2 ? number(2) : this.getNumRows();
    const columns = args.length > 3 ? number(3) : this.getNumColumns();
    return this._neighbour({ top, left, bottom: top + rows, right: left + columns });
  }

  _neighbour(area: Area): HostObject {
    const { session, objects, id, sheetId } = this._seat;
    const { size } = session.sheet(session.look(id), sheetId);
    return objects.range(id, sheetId, requireWithin(area, size));
  }

}
