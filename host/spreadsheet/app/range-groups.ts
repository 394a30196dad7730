/** What a Range does to groups of rows and columns, and filling on from it. */
import { GuestError, signatureMismatch } from '../../kernel/host-object';
import { depthAt, mostDepth } from '../model/groups';
import { groupsIn } from '../rest/requests/groups';
import { contains } from '../model/area';
import { hasContent } from '../model/cell';
import type { DimensionName, Message } from '../schema/shapes';
import { requireInteger } from './arguments';
import { enums } from './enums';
import { controlIndex, groupsOfSheet } from './group';
import { RangeActions } from './range-actions';
import { RangePlace } from './range-place';

const dimensions = ['ROWS', 'COLUMNS'] as const;

export abstract class RangeGroups extends RangeActions {
  #span(dimension: DimensionName): Message<'DimensionRange'> & { readonly startIndex: number; readonly endIndex: number } {
    const { top, left, bottom, right } = this._area;
    return dimension === 'ROWS' ? { sheetId: this._seat.sheetId, dimension, startIndex: top, endIndex: bottom } : { sheetId: this._seat.sheetId, dimension, startIndex: left, endIndex: right };
  }

  /** Row by row, since none goes below zero or above the deepest level. */
  #shift(method: string, dimension: DimensionName, args: readonly unknown[]): this {
    const delta = requireInteger(method, args, 0);
    const { session, id, sheetId } = this._seat;
    const { startIndex, endIndex } = this.#span(dimension);
    for (let step = 0; step < Math.min(mostDepth, Math.abs(delta)); step += 1) {
      const groups = groupsIn(session.sheet(session.look(id), sheetId), dimension);
      for (let index = startIndex; index < endIndex; index += 1) {
        const depth = depthAt(groups, index);
        const range = { sheetId, dimension, startIndex: index, endIndex: index + 1 };
        if (delta > 0 && depth < mostDepth) session.request(id, { addDimensionGroup: { range } });
        if (delta < 0 && depth > 0) session.request(id, { deleteDimensionGroup: { range } });
      }
    }
    return this;
  }
  shiftRowGroupDepth(...args: readonly unknown[]): this {
    return this.#shift('SpreadsheetApp.Range.shiftRowGroupDepth', 'ROWS', args);
  }
  shiftColumnGroupDepth(...args: readonly unknown[]): this {
    return this.#shift('SpreadsheetApp.Range.shiftColumnGroupDepth', 'COLUMNS', args);
  }
  /** Those whose cells or toggle the range meets; of several at one place the outermost. */
  expandGroups(): this {
    for (const dimension of dimensions) {
      const { startIndex, endIndex } = this.#span(dimension);
      const met = groupsOfSheet(this._seat, dimension).filter(({ _state }) => {
        const control = controlIndex(this._seat, dimension, _state);
        return _state.collapsed && ((_state.start < endIndex && _state.end > startIndex) || (control >= startIndex && control < endIndex));
      });
      for (const group of met) if (!met.some(({ _state }) => _state.depth < group._state.depth && _state.start <= group._state.start && _state.end >= group._state.end)) group.expand();
    }
    return this;
  }
  /** Those that lie wholly in the range; without one, the deepest expanded group that lies partly in it. */
  collapseGroups(): this {
    for (const dimension of dimensions) {
      const { startIndex, endIndex } = this.#span(dimension);
      const groups = groupsOfSheet(this._seat, dimension);
      const whole = groups.filter(({ _state }) => _state.start >= startIndex && _state.end <= endIndex);
      const [deepest] = groups.filter(({ _state }) => !_state.collapsed && _state.start < endIndex && _state.end > startIndex).sort((one, other) => other._state.depth - one._state.depth);
      for (const group of whole.length > 0 ? whole : deepest ? [deepest] : []) group.collapse();
    }
    return this;
  }

  /** `autoFill(destination, series)`: the destination holds this range and reaches beyond it on one side. */
  autoFill(...args: readonly unknown[]): void {
    const [destination] = args;
    const series = enums.AutoFillSeries.nameOf(args[1]);
    if (!(destination instanceof RangePlace) || !series) throw signatureMismatch('SpreadsheetApp.Range.autoFill', args);
    const { top, left, bottom, right } = this._area;
    const whole = destination._area;
    const beyond = [[whole.bottom - bottom, 'ROWS'], [whole.top - top, 'ROWS'], [whole.right - right, 'COLUMNS'], [whole.left - left, 'COLUMNS']] as const;
    const [only, ...more] = beyond.filter(([length]) => length !== 0);
    if (destination._seat.sheetId !== this._seat.sheetId || !contains(whole, this._area) || !only || more.length > 0) throw new GuestError('AutoFill destination range must contain the source range and extend it in only one direction.');
    this.#fill(only[0], only[1], series === 'ALTERNATE_SERIES');
  }
  /** Down as far as the column beside it is filled, where that one is. */
  autoFillToNeighbor(...args: readonly unknown[]): void {
    const series = enums.AutoFillSeries.nameOf(args[0]);
    if (!series) throw signatureMismatch('SpreadsheetApp.Range.autoFillToNeighbor', args);
    const { session, id, sheetId } = this._seat;
    const sheet = session.sheet(session.read(id, 0), sheetId);
    const { left, bottom, right } = this._area;
    const end = (column: number): number => {
      let row = bottom;
      while (column >= 0 && row < sheet.size.rows && hasContent(sheet.cell(row, column))) row += 1;
      return row;
    };
    const to = end(left - 1) > bottom ? end(left - 1) : end(right);
    if (to > bottom) this.#fill(to - bottom, 'ROWS', series === 'ALTERNATE_SERIES');
  }
  #fill(fillLength: number, dimension: DimensionName, useAlternateSeries: boolean): void {
    this._seat.session.request(this._seat.id, { autoFill: { useAlternateSeries, sourceAndDestination: { source: this._gridRange, dimension, fillLength } } });
  }
}
