/** A file or folder of DriveApp as it stands in the list of files: found, read and changed with the rights of the running account. */
import { mayChange, mayRead, type FileChange, type FileEntry, type FileSource } from '../kernel/files';
import { GuestError, guestNameOf, HostObject, signatureMismatch, type ServiceContext } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';

export const noFile = 'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';
export const denied = 'Access denied: DriveApp.';

export interface DriveSurroundings {
  readonly context: ServiceContext;
  readonly kernel: Kernel;
  /** An iterator over folders; `root` is the account's own first folder. */
  folders(ids: readonly string[]): HostObject;
}

/** @throws GuestError when there is no such file, or the account may not read it */
export function findFile({ kernel, context }: Pick<DriveSurroundings, 'kernel' | 'context'>, id: string): { readonly source: FileSource; readonly entry: FileEntry } {
  for (const source of kernel.fileSources()) {
    const entry = source.file(id);
    if (entry && mayRead(entry, context.runsAs)) return { source, entry };
  }
  throw new GuestError(noFile);
}

/** The address of somebody named by it or by a user object. @throws GuestError for anything else */
export function addressOf(method: string, who: unknown): string {
  const email: unknown = who instanceof HostObject && guestNameOf(who) === 'User' ? Reflect.get(who, 'getEmail') : null;
  const address: unknown = typeof email === 'function' ? Reflect.apply(email, who, []) : who;
  if (typeof address !== 'string') throw signatureMismatch(method, [who]);
  return address.trim().toLowerCase();
}

export abstract class DriveEntry extends HostObject {
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
  /** As error texts name one of its methods. */
  _named(method: string): string {
    return `DriveApp.${guestNameOf(this)}.${method}`;
  }
  get _entry(): FileEntry {
    return findFile(this._surroundings, this.#id).entry;
  }
  /** @throws GuestError unless the account may change the file */
  _change(change: FileChange): this {
    if (!mayChange(this._entry, this._surroundings.context.runsAs)) throw new GuestError(denied);
    return this._write(change);
  }
  /** What everybody may change who reads the file, such as a star of their own. */
  _write(change: FileChange): this {
    const { source } = findFile(this._surroundings, this.#id);
    this._surroundings.context.count({ requests: 1 });
    source.changeFile(this.#id, change);
    return this;
  }
  getId(): string {
    return this.#id;
  }
}
