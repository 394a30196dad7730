/** `DriveApp`, as far as set-up needs it: files and folders by id, names, sharing, the bin. */
import { GuestError, HostObject, signatureMismatch, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { FileChange, FileEntry, FileSource } from '../kernel/files';
import { folderMimeType } from '../kernel/folders';
import type { Kernel } from '../kernel/kernel';

const noFile = 'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

interface Surroundings {
  readonly context: ServiceContext;
  readonly kernel: Kernel;
}

const mayRead = ({ owner, editors, viewers }: FileEntry, user: string): boolean => owner === user || editors.includes(user) || viewers.includes(user);

function find({ kernel, context }: Surroundings, id: string): { readonly source: FileSource; readonly entry: FileEntry } {
  for (const source of kernel.fileSources()) {
    const entry = source.file(id);
    if (entry && mayRead(entry, context.runsAs)) return { source, entry };
  }
  throw new GuestError(noFile);
}

class DriveFile extends HostObject {
  static override readonly guestName: string = 'File';
  readonly #id: string;
  readonly _surroundings: Surroundings;
  constructor(id: string, surroundings: Surroundings) {
    super();
    this.#id = id;
    this._surroundings = surroundings;
  }
  get _entry(): FileEntry {
    return find(this._surroundings, this.#id).entry;
  }
  _change(change: FileChange): this {
    const { source, entry } = find(this._surroundings, this.#id);
    const { context } = this._surroundings;
    if (entry.owner !== context.runsAs && !entry.editors.includes(context.runsAs)) throw new GuestError('Access denied: DriveApp.');
    context.count({ requests: 1 });
    source.changeFile(this.#id, change);
    return this;
  }
  getId(): string {
    return this.#id;
  }
  getName(): string {
    return this._entry.name;
  }
  setName(name: unknown): this {
    return this._change({ name: String(name) });
  }
  getMimeType(): string {
    return this._entry.mimeType;
  }
  isTrashed(): boolean {
    return this._entry.trashed;
  }
  setTrashed(trashed: unknown): this {
    return this._change({ trashed: trashed === true });
  }
  moveTo(folder: unknown): this {
    if (!(folder instanceof DriveFolder)) throw signatureMismatch('DriveApp.File.moveTo', [folder]);
    return this._change({ folder: folder._parent() });
  }
  addEditor(email: unknown): this {
    return this._change({ editors: [...new Set([...this._entry.editors, String(email).toLowerCase()])] });
  }
  addEditors(emails: unknown): this {
    for (const email of Array.isArray(emails) ? emails : []) this.addEditor(email);
    return this;
  }
  removeEditor(email: unknown): this {
    return this._change({ editors: this._entry.editors.filter((editor) => editor !== String(email).toLowerCase()) });
  }
  addViewer(email: unknown): this {
    return this._change({ viewers: [...new Set([...this._entry.viewers, String(email).toLowerCase()])] });
  }
  addViewers(emails: unknown): this {
    for (const email of Array.isArray(emails) ? emails : []) this.addViewer(email);
    return this;
  }
  removeViewer(email: unknown): this {
    return this._change({ viewers: this._entry.viewers.filter((viewer) => viewer !== String(email).toLowerCase()) });
  }
}

class DriveFolder extends DriveFile {
  static override readonly guestName = 'Folder';
  _parent(): string | null {
    return this.getId();
  }
  createFolder(name: unknown): DriveFolder {
    const { context, kernel } = this._surroundings;
    context.count({ requests: 1 });
    return new DriveFolder(kernel.folders.create(String(name), context.runsAs, this._parent()).id, this._surroundings);
  }
}

class RootFolder extends DriveFolder {
  override _parent(): null {
    return null;
  }
  override getName(): string {
    return 'My Drive';
  }
}

class DriveApp extends HostObject {
  static override readonly guestName = 'DriveApp';
  readonly #surroundings: Surroundings;
  constructor(surroundings: Surroundings) {
    super();
    this.#surroundings = surroundings;
  }
  getFileById(id: unknown): DriveFile {
    this.#surroundings.context.count({ requests: 1 });
    const { entry } = find(this.#surroundings, String(id));
    if (entry.mimeType === folderMimeType) throw new GuestError(noFile);
    return new DriveFile(entry.id, this.#surroundings);
  }
  getFolderById(id: unknown): DriveFolder {
    this.#surroundings.context.count({ requests: 1 });
    const { entry } = find(this.#surroundings, String(id));
    if (entry.mimeType !== folderMimeType) throw new GuestError(noFile);
    return new DriveFolder(entry.id, this.#surroundings);
  }
  getRootFolder(): DriveFolder {
    return new RootFolder('root', this.#surroundings);
  }
  createFolder(name: unknown): DriveFolder {
    return this.getRootFolder().createFolder(name);
  }
}

export const driveService = (kernel: Kernel): ServiceDefinition => ({
  name: 'DriveApp',
  create: (context) => ({ root: new DriveApp({ context, kernel }) }),
});
