/** Developer metadata in script code. */
import { GuestError, HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import type { Message } from '../schema/shapes';
import { requireSingleLine } from './arguments';
import { enums } from './enums';
import { RangePlace, type AppObjects } from './range-place';
import type { SpreadsheetSession } from './session';
import { SheetStructure } from './sheet-structure';

type Location = Message<'DeveloperMetadataLocation'>;
type Record = Message<'DeveloperMetadata'>;

/** The spreadsheet that metadata belongs to. */
export interface MetadataSeat {
  readonly session: SpreadsheetSession;
  readonly objects: AppObjects;
  readonly id: string;
}

export class DeveloperMetadataLocation extends HostObject {
  static override readonly guestName = 'DeveloperMetadataLocation';
  readonly #seat: MetadataSeat;
  readonly #location: Location;
  constructor(seat: MetadataSeat, location: Location) {
    super();
    this.#seat = seat;
    this.#location = location;
  }
  getLocationType(): EnumValue | null {
    const type = enums.DeveloperMetadataLocationType.names.find((name) => name === this.#location.locationType);
    return type === undefined ? null : enums.DeveloperMetadataLocationType.value(type);
  }
  #line(dimension: 'ROWS' | 'COLUMNS'): HostObject | null {
    const place = this.#location.dimensionRange;
    if (place?.dimension !== dimension) return null;
    const { session, objects, id } = this.#seat;
    const { sheetId = 0, startIndex = 0, endIndex = startIndex + 1 } = place;
    const { rows, columns } = session.sheet(session.look(id), sheetId).size;
    return objects.range(id, sheetId, dimension === 'ROWS' ? { top: startIndex, bottom: endIndex, left: 0, right: columns } : { top: 0, bottom: rows, left: startIndex, right: endIndex });
  }
  getRow(): HostObject | null {
    return this.#line('ROWS');
  }
  getColumn(): HostObject | null {
    return this.#line('COLUMNS');
  }
  getSheet(): HostObject | null {
    return this.#location.locationType === 'SHEET' ? this.#seat.objects.sheet(this.#seat.id, this.#location.sheetId ?? 0) : null;
  }
  getSpreadsheet(): HostObject | null {
    return this.#location.locationType === 'SPREADSHEET' ? this.#seat.objects.spreadsheet(this.#seat.id) : null;
  }
}

export class DeveloperMetadata extends HostObject {
  static override readonly guestName = 'DeveloperMetadata';
  readonly #seat: MetadataSeat;
  readonly #metadataId: number;
  constructor(seat: MetadataSeat, metadataId: number) {
    super();
    this.#seat = seat;
    this.#metadataId = metadataId;
  }
  #record(): Record {
    const found = this.#seat.session.look(this.#seat.id).details.metadata.find(({ metadataId }) => metadataId === this.#metadataId);
    if (!found) throw new GuestError('The developer metadata no longer exists.');
    return found;
  }
  #update(developerMetadata: Record, fields: string): this {
    this.#seat.session.request(this.#seat.id, { updateDeveloperMetadata: { dataFilters: [{ developerMetadataLookup: { metadataId: this.#metadataId } }], developerMetadata, fields } });
    return this;
  }
  getId(): number {
    return this.#metadataId;
  }
  getKey(): string {
    return this.#record().metadataKey ?? '';
  }
  setKey(key: unknown): this {
    return this.#update({ metadataKey: String(key) }, 'metadataKey');
  }
  getValue(): string | null {
    return this.#record().metadataValue ?? null;
  }
  setValue(value: unknown): this {
    return this.#update({ metadataValue: String(value) }, 'metadataValue');
  }
  getVisibility(): EnumValue {
    return enums.DeveloperMetadataVisibility.value(this.#record().visibility === 'PROJECT' ? 'PROJECT' : 'DOCUMENT');
  }
  setVisibility(...args: readonly unknown[]): this {
    const visibility = enums.DeveloperMetadataVisibility.nameOf(args[0]);
    if (!visibility) throw signatureMismatch('SpreadsheetApp.DeveloperMetadata.setVisibility', args);
    return this.#update({ visibility }, 'visibility');
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.#seat, this.#record().location ?? {});
  }
  #move(location: Location): this {
    return this.#update({ location }, 'location');
  }
  #toLine(method: string, range: unknown, dimension: 'ROWS' | 'COLUMNS'): this {
    if (!(range instanceof RangePlace)) throw signatureMismatch(`SpreadsheetApp.DeveloperMetadata.${method}`, [range]);
    const { sheetId, area } = range._seat;
    const { startIndex, endIndex } = requireSingleLine(dimension === 'ROWS' ? [area.top, area.bottom] : [area.left, area.right]);
    return this.#move({ dimensionRange: { sheetId, dimension, startIndex, endIndex } });
  }
  moveToRow(row: unknown): this {
    return this.#toLine('moveToRow', row, 'ROWS');
  }
  moveToColumn(column: unknown): this {
    return this.#toLine('moveToColumn', column, 'COLUMNS');
  }
  moveToSheet(sheet: unknown): this {
    if (!(sheet instanceof SheetStructure)) throw signatureMismatch('SpreadsheetApp.DeveloperMetadata.moveToSheet', [sheet]);
    return this.#move({ sheetId: sheet._seat.sheetId });
  }
  moveToSpreadsheet(): this {
    return this.#move({ spreadsheet: true });
  }
  remove(): void {
    this.#seat.session.request(this.#seat.id, { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: this.#metadataId } } } });
  }
}

/** `addDeveloperMetadata(key[, value][, visibility])`. */
export function addMetadata(session: SpreadsheetSession, id: string, location: Location, args: readonly unknown[]): void {
  const [metadataKey, ...rest] = args;
  if (typeof metadataKey !== 'string') throw signatureMismatch('SpreadsheetApp.addDeveloperMetadata', args);
  const metadataValue = rest.find((value) => typeof value === 'string');
  const visibility = enums.DeveloperMetadataVisibility.nameOf(rest.at(-1)) ?? 'DOCUMENT';
  session.request(id, { createDeveloperMetadata: { developerMetadata: { metadataKey, ...(typeof metadataValue === 'string' ? { metadataValue } : {}), visibility, location } } });
}

/** Metadata whose place the test accepts. */
export function metadataAt(seat: MetadataSeat, test: (location: Location) => boolean): DeveloperMetadata[] {
  seat.session.context.count({ requests: 1 });
  return seat.session.look(seat.id).details.metadata.filter(({ location }) => location !== undefined && test(location)).map(({ metadataId }) => new DeveloperMetadata(seat, metadataId ?? 0));
}

export class DeveloperMetadataFinder extends HostObject {
  static override readonly guestName = 'DeveloperMetadataFinder';
  readonly #seat: MetadataSeat;
  #place: (location: Location) => boolean;
  readonly #touching: (location: Location) => boolean;
  readonly #tests: ((metadata: Record) => boolean)[] = [];
  /** @param touching the places that `onIntersectingLocations` adds to those that lie within */
  constructor(seat: MetadataSeat, place: (location: Location) => boolean, touching: (location: Location) => boolean = place) {
    super();
    this.#seat = seat;
    this.#place = place;
    this.#touching = touching;
  }
  onIntersectingLocations(): this {
    const within = this.#place;
    this.#place = (location) => within(location) || this.#touching(location);
    return this;
  }
  withKey(key: unknown): this {
    this.#tests.push(({ metadataKey }) => metadataKey === key);
    return this;
  }
  withValue(value: unknown): this {
    this.#tests.push(({ metadataValue }) => metadataValue === value);
    return this;
  }
  withId(id: unknown): this {
    this.#tests.push(({ metadataId }) => metadataId === id);
    return this;
  }
  withVisibility(visibility: unknown): this {
    const name = enums.DeveloperMetadataVisibility.nameOf(visibility);
    this.#tests.push((metadata) => metadata.visibility === name);
    return this;
  }
  withLocationType(type: unknown): this {
    const name = enums.DeveloperMetadataLocationType.nameOf(type);
    this.#tests.push(({ location }) => location?.locationType === name);
    return this;
  }
  find(): DeveloperMetadata[] {
    this.#seat.session.context.count({ requests: 1 });
    return this.#seat.session
      .look(this.#seat.id)
      .details.metadata.filter((metadata) => metadata.location !== undefined && this.#place(metadata.location) && this.#tests.every((test) => test(metadata)))
      .map(({ metadataId }) => new DeveloperMetadata(this.#seat, metadataId ?? 0));
  }
}
