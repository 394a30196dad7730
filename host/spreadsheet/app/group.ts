/** Groups of rows and columns as scripts see them. */
import { HostObject } from '../../kernel/host-object';
import type { Group as GroupState } from '../model/groups';
import { groupsIn } from '../rest/requests/groups';
import type { DimensionName, Message } from '../schema/shapes';
import type { SheetSeat } from './sheet-structure';

export class Group extends HostObject {
  static override readonly guestName = 'Group';
  constructor(
    readonly _seat: SheetSeat,
    readonly _dimension: DimensionName,
    public _state: GroupState,
  ) {
    super();
  }

  get _range(): Message<'DimensionRange'> {
    return { sheetId: this._seat.sheetId, dimension: this._dimension, startIndex: this._state.start, endIndex: this._state.end };
  }
  _setCollapsed(collapsed: boolean): this {
    this._seat.session.request(this._seat.id, { updateDimensionGroup: { dimensionGroup: { range: this._range, depth: this._state.depth, collapsed }, fields: 'collapsed' } });
    this._state = { ...this._state, collapsed };
    return this;
  }

  collapse(): this {
    return this._setCollapsed(true);
  }
  expand(): this {
    return this._setCollapsed(false);
  }
  /** From 1: the row or column directly before or behind the group, where its toggle stands. */
  getControlIndex(): number {
    return controlIndex(this._seat, this._dimension, this._state) + 1;
  }
  getDepth(): number {
    return this._state.depth;
  }
  getRange(): HostObject {
    const { session, objects, id, sheetId } = this._seat;
    const { rows, columns } = session.sheet(session.look(id), sheetId).size;
    const { start, end } = this._state;
    return objects.range(id, sheetId, this._dimension === 'ROWS' ? { top: start, bottom: end, left: 0, right: columns } : { top: 0, bottom: rows, left: start, right: end });
  }
  isCollapsed(): boolean {
    return this._state.collapsed;
  }
  remove(): void {
    this._seat.session.request(this._seat.id, { deleteDimensionGroup: { range: this._range } });
  }
}

/** From 0. */
export function controlIndex({ session, id, sheetId }: SheetSeat, dimension: DimensionName, { start, end }: GroupState): number {
  const { details } = session.sheet(session.look(id), sheetId);
  const isAfter = (dimension === 'ROWS' ? details.rowGroupControlAfter : details.columnGroupControlAfter) === true;
  return isAfter ? end : start - 1;
}

export function groupsOfSheet(seat: SheetSeat, dimension: DimensionName): Group[] {
  const { session, id, sheetId } = seat;
  session.flushOne(id);
  return groupsIn(session.sheet(session.look(id), sheetId), dimension).map((group) => new Group(seat, dimension, group));
}
