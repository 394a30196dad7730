/** Who may do what with a file or folder of DriveApp: by name, and as one of a kind of people. */
import { knownTo } from '../kernel/same-domain';
import type { FileChange, FileEntry, Sharing } from '../kernel/files';
import { GuestEnum, GuestError, HostObject, signatureMismatch, type EnumValue } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { addressOf, denied, DriveEntry } from './drive-entry';

export const Access = new GuestEnum<Sharing['access'] | 'PRIVATE'>('DriveApp.Access', ['ANYONE', 'ANYONE_WITH_LINK', 'DOMAIN', 'DOMAIN_WITH_LINK', 'PRIVATE']);
export const Permission = new GuestEnum('DriveApp.Permission', ['VIEW', 'EDIT', 'COMMENT', 'OWNER', 'ORGANIZER', 'FILE_ORGANIZER', 'NONE']);

class DriveUser extends HostObject {
  static override readonly guestName = 'User';
  readonly #email: string;
  readonly #kernel: Kernel;
  constructor(email: string, kernel: Kernel) {
    super();
    this.#email = email;
    this.#kernel = kernel;
  }
  getEmail(): string {
    return this.#email;
  }
  getName(): string {
    return this.#kernel.people.find(this.#email)?.name ?? this.#email;
  }
  getDomain(): string {
    return this.#email.slice(this.#email.indexOf('@') + 1);
  }
  /** Nobody here has a picture. */
  getPhotoUrl(): null {
    return null;
  }
}

type People = 'editors' | 'commenters' | 'viewers';
/** From the one who may do most. */
const lists: readonly People[] = ['editors', 'commenters', 'viewers'];

const listOf = (entry: FileEntry, list: People): readonly string[] => entry[list] ?? [];

export abstract class DriveSharing extends DriveEntry {
  /** @throws GuestError unless the account may change who may do what */
  #share(change: FileChange): this {
    const { owner, editorsMayNotShare } = this._entry;
    if (editorsMayNotShare === true && owner !== this._surroundings.context.runsAs) throw new GuestError(denied);
    return this._change(change);
  }
  _users(list: People): DriveUser[] {
    return listOf(this._entry, list).map((email) => new DriveUser(email, this._surroundings.kernel));
  }
  /** Puts people on a list, and takes them off those of people who may do less. Who may do more already stays where he is. */
  _add(list: People, who: readonly unknown[]): this {
    const entry = this._entry;
    const above = [entry.owner, ...lists.slice(0, lists.indexOf(list)).flatMap((one) => listOf(entry, one))];
    const added = who.map((one) => addressOf(this._named('addEditor'), one)).filter((address) => !above.includes(address));
    const below = lists.slice(lists.indexOf(list) + 1).filter((one) => listOf(entry, one).some((address) => added.includes(address)));
    const without = Object.fromEntries(below.map((one) => [one, listOf(entry, one).filter((address) => !added.includes(address))]));
    return this.#share({ ...without, [list]: [...new Set([...listOf(entry, list), ...added])] });
  }
  _remove(list: People, who: unknown): this {
    const gone = addressOf(this._named('removeEditor'), who);
    return this.#share({ [list]: listOf(this._entry, list).filter((one) => one !== gone) });
  }

  getOwner(): DriveUser {
    return new DriveUser(this._entry.owner, this._surroundings.kernel);
  }
  /** The former owner keeps the right to edit. */
  setOwner(who: unknown): this {
    const { owner, editors, commenters = [], viewers } = this._entry;
    const next = addressOf(this._named('setOwner'), who);
    if (owner !== this._surroundings.context.runsAs || knownTo(owner, next) === null) throw new GuestError('Action not allowed');
    if (next === owner) return this;
    const others = (list: readonly string[]): readonly string[] => list.filter((one) => one !== next);
    return this._write({ owner: next, editors: [...others(editors), owner], commenters: others(commenters), viewers: others(viewers) });
  }
  getEditors(): DriveUser[] {
    return this._users('editors');
  }
  addEditor(who: unknown): this {
    return this._add('editors', [who]);
  }
  addEditors(who: unknown): this {
    return this._add('editors', Array.isArray(who) ? who : []);
  }
  removeEditor(who: unknown): this {
    return this._remove('editors', who);
  }
  /** Those who may comment are among them. */
  getViewers(): DriveUser[] {
    return [...this._users('viewers'), ...this._users('commenters')];
  }
  addViewer(who: unknown): this {
    return this._add('viewers', [who]);
  }
  addViewers(who: unknown): this {
    return this._add('viewers', Array.isArray(who) ? who : []);
  }
  removeViewer(who: unknown): this {
    return this._remove('viewers', who);
  }
  /** What somebody may do by name; what anybody may do does not count. */
  getAccess(who: unknown): EnumValue {
    const entry = this._entry;
    const email = addressOf(this._named('getAccess'), who);
    if (entry.owner === email) return Permission.value('OWNER');
    const list = lists.find((one) => listOf(entry, one).includes(email));
    return Permission.value(list === undefined ? 'NONE' : ({ editors: 'EDIT', commenters: 'COMMENT', viewers: 'VIEW' } as const)[list]);
  }
  revokePermissions(who: unknown): this {
    const entry = this._entry;
    const gone = addressOf(this._named('revokePermissions'), who);
    return this.#share(Object.fromEntries(lists.map((list) => [list, listOf(entry, list).filter((one) => one !== gone)])));
  }

  getSharingAccess(): EnumValue {
    return Access.value(this._entry.sharing?.access ?? 'PRIVATE');
  }
  getSharingPermission(): EnumValue {
    return Permission.value(this._entry.sharing?.permission ?? 'NONE');
  }
  /** `setSharing(access, permission)`: a domain's own kinds need a domain whose accounts belong together. */
  setSharing(access: unknown, permission: unknown): this {
    const kind = Access.nameOf(access);
    const right = Permission.nameOf(permission);
    if (kind === null || right === null) throw signatureMismatch(this._named('setSharing'), [access, permission]);
    if (kind === 'PRIVATE') return this.#share({ sharing: null });
    if (right !== 'VIEW' && right !== 'COMMENT' && right !== 'EDIT') throw new GuestError('Invalid argument: permissionType');
    const { owner } = this._entry;
    if (kind.startsWith('DOMAIN') && knownTo(owner, owner.replace(/^[^@]*/, 'anybody')) === null) throw new GuestError('Invalid argument: accessType');
    return this.#share({ sharing: { access: kind, permission: right } });
  }
  isShareableByEditors(): boolean {
    return this._entry.editorsMayNotShare !== true;
  }
  setShareableByEditors(isShareable: unknown): this {
    return this.#share({ editorsMayNotShare: isShareable !== true });
  }
}
