/** A range with a name. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import { areaOf } from '../model/area';
import type { Message } from '../schema/shapes';
import { RangePlace, type AppObjects } from './range-place';
import type { SpreadsheetSession } from './session';

export class NamedRange extends HostObject {
  static override readonly guestName = 'NamedRange';
  readonly #session: SpreadsheetSession;
  readonly #objects: AppObjects;
  readonly #id: string;
  readonly #namedRangeId: string;
  constructor(session: SpreadsheetSession, objects: AppObjects, id: string, namedRangeId: string) {
    super();
    this.#session = session;
    this.#objects = objects;
    this.#id = id;
    this.#namedRangeId = namedRangeId;
  }
  #record(): Message<'NamedRange'> {
    const found = this.#session.look(this.#id).details.namedRanges.find(({ namedRangeId }) => namedRangeId === this.#namedRangeId);
    if (!found) throw new GuestError('The named range no longer exists.');
    return found;
  }
  getName(): string {
    return this.#record().name ?? '';
  }
  setName(name: unknown): this {
    this.#session.request(this.#id, { updateNamedRange: { namedRange: { namedRangeId: this.#namedRangeId, name: String(name) }, fields: 'name' } });
    return this;
  }
  getRange(): HostObject {
    const { range = {} } = this.#record();
    const sheet = this.#session.sheet(this.#session.look(this.#id), range.sheetId ?? 0);
    return this.#objects.range(this.#id, sheet.sheetId, areaOf(range, sheet.size));
  }
  setRange(...args: readonly unknown[]): this {
    const [range] = args;
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.NamedRange.setRange', args);
    this.#session.request(this.#id, { updateNamedRange: { namedRange: { namedRangeId: this.#namedRangeId, range: range._gridRange }, fields: 'range' } });
    return this;
  }
  remove(): void {
    this.#session.request(this.#id, { deleteNamedRange: { namedRangeId: this.#namedRangeId } });
  }
}
