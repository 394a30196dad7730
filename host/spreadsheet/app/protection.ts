/** Protected ranges and sheets in script code. */
import { GuestError, HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { areaOf } from '../model/area';
import { isBoundBy, type ProtectedRange } from '../model/protection';
import type { GridRange } from '../schema/shapes';
import { enums } from './enums';
import { NamedRange } from './named-range';
import { RangePlace, type RangeSeat } from './range-place';
import { addressesOf, SpreadsheetUser, withAddresses, withoutAddresses } from './user';

type Kind = 'RANGE' | 'SHEET';
type Seat = Pick<RangeSeat, 'session' | 'objects' | 'id' | 'sheetId'>;

const isWhole = ({ startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }: GridRange): boolean =>
  [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex].every((side) => side === undefined);

export class Protection extends HostObject {
  static override readonly guestName = 'Protection';
  readonly #seat: Seat;
  readonly #protectedRangeId: number;

  constructor(seat: Seat, protectedRangeId: number) {
    super();
    this.#seat = seat;
    this.#protectedRangeId = protectedRangeId;
  }

  #record(): ProtectedRange {
    const { session, id } = this.#seat;
    for (const { details } of session.look(id).sheets) {
      const found = details.protections.find(({ protectedRangeId }) => protectedRangeId === this.#protectedRangeId);
      if (found) return found;
    }
    throw new GuestError('The protected range or sheet no longer exists.');
  }

  #update(change: ProtectedRange, fields: string): this {
    const { session, id } = this.#seat;
    session.request(id, { updateProtectedRange: { protectedRange: { ...change, protectedRangeId: this.#protectedRangeId }, fields } });
    return this;
  }

  getDescription(): string {
    return this.#record().description ?? '';
  }
  setDescription(description: unknown): this {
    return this.#update({ description: String(description) }, 'description');
  }
  isWarningOnly(): boolean {
    return this.#record().warningOnly === true;
  }
  setWarningOnly(isWarningOnly: unknown): this {
    return isWarningOnly === true ? this.#update({ warningOnly: true }, 'warningOnly,editors') : this.#update({ warningOnly: false }, 'warningOnly');
  }
  getEditors(): SpreadsheetUser[] {
    const { session, id } = this.#seat;
    const { owner } = session.look(id).details;
    return withAddresses([owner], this.#record().editors?.users ?? []).map((address) => new SpreadsheetUser(address));
  }
  #setEditors(users: readonly string[]): this {
    const { session, id } = this.#seat;
    const missing = users.filter((address) => session.look(id).roleOf(address) === null || session.look(id).roleOf(address) === 'viewer');
    if (missing.length > 0) {
      session.change(id, 0, (draft) => {
        draft.details = { ...draft.details, editors: withAddresses(draft.details.editors, missing), viewers: withoutAddresses(draft.details.viewers, missing) };
      });
    }
    return this.#update({ editors: { ...this.#record().editors, users } }, 'editors');
  }
  addEditor(editor: unknown): this {
    return this.addEditors([editor]);
  }
  addEditors(editors: unknown): this {
    return this.#setEditors(withAddresses(this.#record().editors?.users ?? [], addressesOf(editors)));
  }
  removeEditor(editor: unknown): this {
    return this.removeEditors([editor]);
  }
  removeEditors(editors: unknown): this {
    return this.#setEditors(withoutAddresses(this.#record().editors?.users ?? [], addressesOf(editors)));
  }
  canEdit(): boolean {
    const { session, id } = this.#seat;
    const spreadsheet = session.look(id);
    return spreadsheet.roleOf(session.context.runsAs) !== 'viewer' && !isBoundBy(spreadsheet, this.#record(), session.context.runsAs);
  }
  /** The host knows no domains; nobody is let in by one. */
  canDomainEdit(): boolean {
    return this.#record().editors?.domainUsersCanEdit === true;
  }
  setDomainEdit(mayEdit: unknown): this {
    return this.#update({ editors: { ...this.#record().editors, domainUsersCanEdit: mayEdit === true } }, 'editors');
  }
  getProtectionType(): EnumValue {
    return enums.ProtectionType.value(isWhole(this.#record().range ?? {}) ? 'SHEET' : 'RANGE');
  }
  getRange(): HostObject {
    const { session, objects, id, sheetId } = this.#seat;
    return objects.range(id, sheetId, areaOf(this.#record().range ?? {}, session.sheet(session.look(id), sheetId).size));
  }
  getRangeName(): string | null {
    const { session, id } = this.#seat;
    const { namedRangeId } = this.#record();
    return session.look(id).details.namedRanges.find((named) => named.namedRangeId === namedRangeId)?.name ?? null;
  }
  getUnprotectedRanges(): HostObject[] {
    const { session, objects, id, sheetId } = this.#seat;
    const { size } = session.sheet(session.look(id), sheetId);
    return (this.#record().unprotectedRanges ?? []).map((range) => objects.range(id, sheetId, areaOf(range, size)));
  }
  setUnprotectedRanges(...args: readonly unknown[]): this {
    if (!Array.isArray(args[0])) throw signatureMismatch('SpreadsheetApp.Protection.setUnprotectedRanges', args);
    const unprotectedRanges = args[0].map((range: unknown) => {
      if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.Protection.setUnprotectedRanges', args);
      return range._gridRange;
    });
    return this.#update({ unprotectedRanges }, 'unprotectedRanges');
  }
  setRange(...args: readonly unknown[]): this {
    const [range] = args;
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.Protection.setRange', args);
    return this.#update({ range: range._gridRange }, 'range');
  }
  /** Protects the cells of a named range, and follows it by name. */
  setNamedRange(named: unknown): this {
    if (!(named instanceof NamedRange)) throw signatureMismatch('SpreadsheetApp.Protection.setNamedRange', [named]);
    return this.setRangeName(named.getName());
  }
  setRangeName(name: unknown): this {
    const { session, id } = this.#seat;
    const found = typeof name === 'string' ? session.look(id).namedRange(name) : undefined;
    if (found?.namedRangeId === undefined) throw new GuestError('Named range not found');
    return this.#update({ namedRangeId: found.namedRangeId }, 'namedRangeId');
  }
  remove(): void {
    const { session, id } = this.#seat;
    session.request(id, { deleteProtectedRange: { protectedRangeId: this.#protectedRangeId } });
  }
}

/** Protects cells, or a whole sheet when the range has no sides; a sheet that is protected already keeps its protection. */
export function protectRange(seat: Seat, range: GridRange, kind: Kind): Protection {
  const { session, id, sheetId } = seat;
  const known = kind === 'SHEET' ? session.sheet(session.look(id), sheetId).details.protections.find((protection) => isWhole(protection.range ?? {})) : undefined;
  if (known?.protectedRangeId !== undefined) return new Protection(seat, known.protectedRangeId);
  session.request(id, { addProtectedRange: { protectedRange: { range } } });
  const made = session.sheet(session.look(id), sheetId).details.protections.at(-1);
  return new Protection(seat, made?.protectedRangeId ?? 0);
}

export function protectionsIn(seat: Seat, kind: Kind): Protection[] {
  const { session, id, sheetId } = seat;
  session.context.count({ requests: 1 });
  const { protections } = session.sheet(session.look(id), sheetId).details;
  return protections.filter(({ range = {} }) => isWhole(range) === (kind === 'SHEET')).map(({ protectedRangeId }) => new Protection(seat, protectedRangeId ?? 0));
}
