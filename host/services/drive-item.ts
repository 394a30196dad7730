/** What files and folders of DriveApp have in common: name, place, sharing, the bin. */
import type { FileChange, FileEntry, FileSource } from '../kernel/files';
import { GuestError, HostObject, signatureMismatch, type ServiceContext } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';

export const noFile = 'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

export interface DriveSurroundings {
  readonly context: ServiceContext;
  readonly kernel: Kernel;
}

export const mayRead = ({ owner, editors, viewers }: FileEntry, user: string): boolean => owner === user || editors.includes(user) || viewers.includes(user);

/** @throws GuestError when there is no such file, or the account may not read it */
export function findFile({ kernel, context }: DriveSurroundings, id: string): { readonly source: FileSource; readonly entry: FileEntry } {
  for (const source of kernel.fileSources()) {
    const entry = source.file(id);
    if (entry && mayRead(entry, context.runsAs)) return { source, entry };
  }
  throw new GuestError(noFile);
}

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
}

export class DriveItem extends HostObject {
  static override readonly guestName: string = 'File';
  readonly #id: string;
  readonly _surroundings: DriveSurroundings;
  constructor(id: string, surroundings: DriveSurroundings) {
    super();
    this.#id = id;
    this._surroundings = surroundings;
  }
  /** Id under which files lie in it, null for the root; undefined for what is no folder. */
  _folder(): string | null | undefined {
    return undefined;
  }
  get _entry(): FileEntry {
    return findFile(this._surroundings, this.#id).entry;
  }
  _change(change: FileChange): this {
    const { source, entry } = findFile(this._surroundings, this.#id);
    const { context } = this._surroundings;
    if (entry.owner !== context.runsAs && !entry.editors.includes(context.runsAs)) throw new GuestError('Access denied: DriveApp.');
    context.count({ requests: 1 });
    source.changeFile(this.#id, change);
    return this;
  }
  #users(emails: readonly string[]): DriveUser[] {
    return emails.map((email) => new DriveUser(email, this._surroundings.kernel));
  }
  #with(list: 'editors' | 'viewers', emails: readonly unknown[]): this {
    return this._change({ [list]: [...new Set([...this._entry[list], ...emails.map((email) => String(email).toLowerCase())])] });
  }
  #without(list: 'editors' | 'viewers', email: unknown): this {
    return this._change({ [list]: this._entry[list].filter((one) => one !== String(email).toLowerCase()) });
  }
  getId(): string {
    return this.#id;
  }
  getUrl(): string {
    return `${this._surroundings.kernel.baseUrl}/file/d/${this.#id}`;
  }
  getName(): string {
    return this._entry.name;
  }
  setName(name: unknown): this {
    return this._change({ name: String(name) });
  }
  isTrashed(): boolean {
    return this._entry.trashed;
  }
  setTrashed(trashed: unknown): this {
    return this._change({ trashed: trashed === true });
  }
  moveTo(folder: unknown): this {
    const target = folder instanceof DriveItem ? folder._folder() : undefined;
    if (target === undefined) throw signatureMismatch('DriveApp.File.moveTo', [folder]);
    return this._change({ folder: target });
  }
  getOwner(): DriveUser {
    return new DriveUser(this._entry.owner, this._surroundings.kernel);
  }
  getEditors(): DriveUser[] {
    return this.#users(this._entry.editors);
  }
  getViewers(): DriveUser[] {
    return this.#users(this._entry.viewers);
  }
  addEditor(email: unknown): this {
    return this.#with('editors', [email]);
  }
  addEditors(emails: unknown): this {
    return this.#with('editors', Array.isArray(emails) ? emails : []);
  }
  removeEditor(email: unknown): this {
    return this.#without('editors', email);
  }
  addViewer(email: unknown): this {
    return this.#with('viewers', [email]);
  }
  addViewers(emails: unknown): this {
    return this.#with('viewers', Array.isArray(emails) ? emails : []);
  }
  removeViewer(email: unknown): this {
    return this.#without('viewers', email);
  }
}
