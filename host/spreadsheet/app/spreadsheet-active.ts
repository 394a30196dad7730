/** What a Spreadsheet does with its active sheet and with what is selected. */
import { HostObject, signatureMismatch } from '../../kernel/host-object';
import { Range } from './range';
import { activeRanges, currentCell, RangeList, Selection } from './range-list';
import type { AppObjects } from './range-place';
import type { SpreadsheetSession } from './session';
import type { Sheet } from './sheet';

export interface SelectionSeat {
  readonly session: SpreadsheetSession;
  readonly objects: AppObjects;
  readonly id: string;
}

export abstract class SpreadsheetActive extends HostObject {
  abstract getActiveSheet(): Sheet;
  abstract _selection(): SelectionSeat;

  getActiveRangeList(): RangeList | null {
    const { session, objects, id } = this._selection();
    return activeRanges(session, objects, id);
  }
  getCurrentCell(): HostObject | null {
    const { session, objects, id } = this._selection();
    return currentCell(session, objects, id);
  }
  getActiveCell(): HostObject {
    return this.getActiveSheet().getActiveCell();
  }
  getSelection(): Selection {
    const { session, objects, id } = this._selection();
    return new Selection(session, objects, id, () => this.getActiveSheet());
  }
  #own(method: string, range: unknown): Range {
    if (!(range instanceof Range) || range._seat.id !== this._selection().id) throw signatureMismatch(`SpreadsheetApp.Spreadsheet.${method}`, [range]);
    return range;
  }
  setActiveRange(range: unknown): HostObject {
    return this.#own('setActiveRange', range).activate();
  }
  setCurrentCell(cell: unknown): HostObject {
    return this.#own('setCurrentCell', cell).activateAsCurrentCell();
  }
  setActiveSelection(range: unknown): HostObject {
    return typeof range === 'string' ? this.getActiveSheet().setActiveSelection(range) : this.setActiveRange(range);
  }
  setActiveRangeList(list: unknown): RangeList {
    if (!(list instanceof RangeList)) throw signatureMismatch('SpreadsheetApp.Spreadsheet.setActiveRangeList', [list]);
    return list.activate();
  }

  appendRow(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().appendRow(...args);
  }
  deleteColumn(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().deleteColumn(...args);
  }
  deleteRow(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().deleteRow(...args);
  }
  insertColumnAfter(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().insertColumnAfter(...args);
  }
  insertColumnBefore(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().insertColumnBefore(...args);
  }
  insertColumnsAfter(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().insertColumnsAfter(...args);
  }
  insertColumnsBefore(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().insertColumnsBefore(...args);
  }
  insertRowAfter(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().insertRowAfter(...args);
  }
  insertRowBefore(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().insertRowBefore(...args);
  }
  insertRowsAfter(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().insertRowsAfter(...args);
  }
  insertRowsBefore(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().insertRowsBefore(...args);
  }
  setColumnWidth(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().setColumnWidth(...args);
  }
  setRowHeight(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().setRowHeight(...args);
  }
  sort(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().sort(...args);
  }
  autoResizeColumn(...args: readonly unknown[]): Sheet {
    return this.getActiveSheet().autoResizeColumn(...args);
  }
  deleteColumns(...args: readonly unknown[]): void {
    this.getActiveSheet().deleteColumns(...args);
  }
  deleteRows(...args: readonly unknown[]): void {
    this.getActiveSheet().deleteRows(...args);
  }
  setFrozenColumns(...args: readonly unknown[]): void {
    this.getActiveSheet().setFrozenColumns(...args);
  }
  setFrozenRows(...args: readonly unknown[]): void {
    this.getActiveSheet().setFrozenRows(...args);
  }
  hideColumn(...args: readonly unknown[]): void {
    this.getActiveSheet().hideColumn(...args);
  }
  hideRow(...args: readonly unknown[]): void {
    this.getActiveSheet().hideRow(...args);
  }
  unhideColumn(...args: readonly unknown[]): void {
    this.getActiveSheet().unhideColumn(...args);
  }
  unhideRow(...args: readonly unknown[]): void {
    this.getActiveSheet().unhideRow(...args);
  }
  getColumnWidth(...args: readonly unknown[]): number {
    return this.getActiveSheet().getColumnWidth(...args);
  }
  getRowHeight(...args: readonly unknown[]): number {
    return this.getActiveSheet().getRowHeight(...args);
  }
  isColumnHiddenByUser(...args: readonly unknown[]): boolean {
    return this.getActiveSheet().isColumnHiddenByUser(...args);
  }
  isRowHiddenByUser(...args: readonly unknown[]): boolean {
    return this.getActiveSheet().isRowHiddenByUser(...args);
  }
  isRowHiddenByFilter(...args: readonly unknown[]): boolean {
    return this.getActiveSheet().isRowHiddenByFilter(...args);
  }
  getFrozenColumns(): number {
    return this.getActiveSheet().getFrozenColumns();
  }
  getFrozenRows(): number {
    return this.getActiveSheet().getFrozenRows();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }
  getSheetName(): string {
    return this.getActiveSheet().getSheetName();
  }
  getDataRange(): HostObject {
    return this.getActiveSheet().getDataRange();
  }
  getSheetValues(...args: readonly unknown[]): unknown[][] {
    return this.getActiveSheet().getSheetValues(...args);
  }
}
