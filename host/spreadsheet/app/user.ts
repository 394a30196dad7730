/** A person as SpreadsheetApp shows one. */
import { HostObject } from '../../kernel/host-object';

export class SpreadsheetUser extends HostObject {
  static override readonly guestName = 'User';
  constructor(readonly _email: string) {
    super();
  }
  getEmail(): string {
    return this._email;
  }
  getUserLoginId(): string {
    return this._email;
  }
}

/** Addresses given one by one, as a list, or as user objects. */
export function addressesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((element: unknown) => addressesOf(element));
  if (value instanceof SpreadsheetUser) return [value._email];
  return typeof value === 'string' ? [value.trim()] : [];
}

/** The list with further addresses, each once. */
export const withAddresses = (list: readonly string[], added: readonly string[]): readonly string[] => [
  ...list,
  ...added.filter((address, index) => added.indexOf(address) === index && !list.some((known) => known.toLowerCase() === address.toLowerCase())),
];

export const withoutAddresses = (list: readonly string[], removed: readonly string[]): readonly string[] =>
  list.filter((address) => !removed.some((gone) => gone.toLowerCase() === address.toLowerCase()));
