/** The basic filter of a sheet in script code. It is kept; the host hides no rows by it. */
import { GuestError, HostObject } from '../../kernel/host-object';
import { areaOf } from '../model/area';
import type { GridRange } from '../schema/shapes';
import type { RangeSeat } from './range-place';

type Seat = Pick<RangeSeat, 'session' | 'objects' | 'id' | 'sheetId'>;

export class Filter extends HostObject {
  static override readonly guestName = 'Filter';
  readonly #seat: Seat;
  constructor(seat: Seat) {
    super();
    this.#seat = seat;
  }
  #range(): GridRange {
    const { session, id, sheetId } = this.#seat;
    const range = session.sheet(session.look(id), sheetId).details.basicFilter?.range;
    if (!range) throw new GuestError('The filter no longer exists.');
    return range;
  }
  getRange(): HostObject {
    const { session, objects, id, sheetId } = this.#seat;
    return objects.range(id, sheetId, areaOf(this.#range(), session.sheet(session.look(id), sheetId).size));
  }
  /** Sorts the rows below the filter's head by a column of the sheet, counted from 1. */
  sort(column: unknown, ascending: unknown): this {
    const range = this.#range();
    const dimensionIndex = typeof column === 'number' ? Math.trunc(column) - 1 : -1;
    this.#seat.session.request(this.#seat.id, {
      sortRange: { range: { ...range, startRowIndex: (range.startRowIndex ?? 0) + 1 }, sortSpecs: [{ dimensionIndex, sortOrder: ascending === false ? 'DESCENDING' : 'ASCENDING' }] },
    });
    return this;
  }
  remove(): void {
    this.#seat.session.request(this.#seat.id, { clearBasicFilter: { sheetId: this.#seat.sheetId } });
  }
}

/** The filter of a sheet; null when it has none. */
export function filterOf(seat: Seat): Filter | null {
  return seat.session.sheet(seat.session.look(seat.id), seat.sheetId).details.basicFilter === null ? null : new Filter(seat);
}

/** @throws GuestError when the sheet has a filter already */
export function createFilter(seat: Seat, range: GridRange): Filter {
  if (filterOf(seat)) throw new GuestError("You can't create a filter in a sheet that already has a filter.");
  seat.session.request(seat.id, { setBasicFilter: { filter: { range } } });
  return new Filter(seat);
}
