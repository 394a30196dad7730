/** Developer metadata in script code. */
import { GuestError, HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import type { Message } from '../schema/shapes';
import { enums } from './enums';
import type { SpreadsheetSession } from './session';

type Location = Message<'DeveloperMetadataLocation'>;
type Record = Message<'DeveloperMetadata'>;

export class DeveloperMetadata extends HostObject {
  static override readonly guestName = 'DeveloperMetadata';
  readonly #session: SpreadsheetSession;
  readonly #id: string;
  readonly #metadataId: number;
  constructor(session: SpreadsheetSession, id: string, metadataId: number) {
    super();
    this.#session = session;
    this.#id = id;
    this.#metadataId = metadataId;
  }
  #record(): Record {
    const found = this.#session.look(this.#id).details.metadata.find(({ metadataId }) => metadataId === this.#metadataId);
    if (!found) throw new GuestError('The developer metadata no longer exists.');
    return found;
  }
  #update(developerMetadata: Record, fields: string): this {
    this.#session.request(this.#id, { updateDeveloperMetadata: { dataFilters: [{ developerMetadataLookup: { metadataId: this.#metadataId } }], developerMetadata, fields } });
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
  remove(): void {
    this.#session.request(this.#id, { deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: this.#metadataId } } } });
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
export function metadataAt(session: SpreadsheetSession, id: string, test: (location: Location) => boolean): DeveloperMetadata[] {
  session.context.count({ requests: 1 });
  return session.look(id).details.metadata.filter(({ location }) => location !== undefined && test(location)).map(({ metadataId }) => new DeveloperMetadata(session, id, metadataId ?? 0));
}

export class DeveloperMetadataFinder extends HostObject {
  static override readonly guestName = 'DeveloperMetadataFinder';
  readonly #session: SpreadsheetSession;
  readonly #id: string;
  readonly #place: (location: Location) => boolean;
  readonly #tests: ((metadata: Record) => boolean)[] = [];
  constructor(session: SpreadsheetSession, id: string, place: (location: Location) => boolean) {
    super();
    this.#session = session;
    this.#id = id;
    this.#place = place;
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
    this.#session.context.count({ requests: 1 });
    return this.#session
      .look(this.#id)
      .details.metadata.filter((metadata) => metadata.location !== undefined && this.#place(metadata.location) && this.#tests.every((test) => test(metadata)))
      .map(({ metadataId }) => new DeveloperMetadata(this.#session, this.#id, metadataId ?? 0));
  }
}
