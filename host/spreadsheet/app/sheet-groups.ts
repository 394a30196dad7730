/** Groups of a Sheet's rows and columns. Positions count from 1. */
import { GuestError, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { depthAt } from '../model/groups';
import { groupsIn } from '../rest/requests/groups';
import type { DimensionName } from '../schema/shapes';
import { requireInteger } from './arguments';
import { enums } from './enums';
import { controlIndex, groupsOfSheet, type Group } from './group';
import { SheetStructure } from './sheet-structure';

export abstract class SheetGroups extends SheetStructure {
  #depth(method: string, dimension: DimensionName, args: readonly unknown[]): number {
    const index = requireInteger(method, args, 0) - 1;
    const { rows, columns } = this._sheet.size;
    if (index < 0 || index >= (dimension === 'ROWS' ? rows : columns)) throw new GuestError('Those rows or columns are out of bounds.');
    this._seat.session.flushOne(this._seat.id);
    return depthAt(groupsIn(this._sheet, dimension), index);
  }
  /** The group at a depth whose toggle stands at a row or column, or which that row or column lies in; null when there is none. */
  #group(method: string, dimension: DimensionName, args: readonly unknown[]): Group | null {
    const [index, depth] = [requireInteger(method, args, 0) - 1, requireInteger(method, args, 1)];
    const groups = groupsOfSheet(this._seat, dimension).filter(({ _state }) => _state.depth === depth);
    return groups.find(({ _state: { start, end } }) => index >= start && index < end) ?? groups.find(({ _state }) => controlIndex(this._seat, dimension, _state) === index) ?? null;
  }
  #each(dimension: DimensionName, isCollapsed: (depth: number) => boolean): this {
    // From the outside in, so that what lies within a collapsed group stays hidden.
    const groups = groupsOfSheet(this._seat, dimension);
    for (const group of groups.filter(({ _state }) => !isCollapsed(_state.depth))) group.expand();
    for (const group of groups.filter(({ _state }) => isCollapsed(_state.depth))) group.collapse();
    return this;
  }
  #setControl(method: string, field: 'rowGroupControlAfter' | 'columnGroupControlAfter', args: readonly unknown[]): this {
    const position = enums.GroupControlTogglePosition.nameOf(args[0]);
    if (!position) throw signatureMismatch(method, args);
    return this._request({ updateSheetProperties: { properties: { sheetId: this._seat.sheetId, gridProperties: { [field]: position === 'AFTER' } }, fields: `gridProperties.${field}` } });
  }

  getRowGroup(...args: readonly unknown[]): Group | null {
    return this.#group('SpreadsheetApp.Sheet.getRowGroup', 'ROWS', args);
  }
  getColumnGroup(...args: readonly unknown[]): Group | null {
    return this.#group('SpreadsheetApp.Sheet.getColumnGroup', 'COLUMNS', args);
  }
  getRowGroupDepth(...args: readonly unknown[]): number {
    return this.#depth('SpreadsheetApp.Sheet.getRowGroupDepth', 'ROWS', args);
  }
  getColumnGroupDepth(...args: readonly unknown[]): number {
    return this.#depth('SpreadsheetApp.Sheet.getColumnGroupDepth', 'COLUMNS', args);
  }
  getRowGroupControlPosition(): EnumValue {
    return enums.GroupControlTogglePosition.value(this._sheet.details.rowGroupControlAfter === true ? 'AFTER' : 'BEFORE');
  }
  getColumnGroupControlPosition(): EnumValue {
    return enums.GroupControlTogglePosition.value(this._sheet.details.columnGroupControlAfter === true ? 'AFTER' : 'BEFORE');
  }
  setRowGroupControlPosition(...args: readonly unknown[]): this {
    return this.#setControl('SpreadsheetApp.Sheet.setRowGroupControlPosition', 'rowGroupControlAfter', args);
  }
  setColumnGroupControlPosition(...args: readonly unknown[]): this {
    return this.#setControl('SpreadsheetApp.Sheet.setColumnGroupControlPosition', 'columnGroupControlAfter', args);
  }
  expandAllRowGroups(): this {
    return this.#each('ROWS', () => false);
  }
  expandAllColumnGroups(): this {
    return this.#each('COLUMNS', () => false);
  }
  collapseAllRowGroups(): this {
    return this.#each('ROWS', () => true);
  }
  collapseAllColumnGroups(): this {
    return this.#each('COLUMNS', () => true);
  }
  expandRowGroupsUpToDepth(...args: readonly unknown[]): this {
    const most = requireInteger('SpreadsheetApp.Sheet.expandRowGroupsUpToDepth', args, 0);
    return this.#each('ROWS', (depth) => depth > most);
  }
  expandColumnGroupsUpToDepth(...args: readonly unknown[]): this {
    const most = requireInteger('SpreadsheetApp.Sheet.expandColumnGroupsUpToDepth', args, 0);
    return this.#each('COLUMNS', (depth) => depth > most);
  }
}
