/** Folders of DriveApp, iterators over what lies in them, and what a folder and the Drive as a whole can be asked alike. */
import type { CursorKind } from '../kernel/drive-cursors';
import { folderMimeType } from '../kernel/folders';
import { isSharedWith, type FileEntry } from '../kernel/files';
import { GuestError, HostObject, signatureMismatch } from '../kernel/host-object';
import { blobOf, textToBytes } from './blob';
import { findFile, type DriveSurroundings } from './drive-entry';
import { PlainDriveFile } from './drive-file';
import { DriveItem } from './drive-item';
import { fileTest } from './drive-query';

/** Goes through files or folders; what it found is fixed when it is asked for. */
export class DriveIterator<T extends DriveItem> extends HostObject {
  static override readonly guestName: string = 'FileIterator';
  readonly #items: readonly T[];
  readonly #surroundings: DriveSurroundings;
  #at = 0;
  constructor(items: readonly T[], surroundings: DriveSurroundings) {
    super();
    this.#items = items;
    this.#surroundings = surroundings;
  }
  _kind(): CursorKind {
    return 'files';
  }
  hasNext(): boolean {
    return this.#at < this.#items.length;
  }
  next(): T {
    const item = this.#items[this.#at];
    if (!item) throw new GuestError('Cannot retrieve the next object: iterator has reached the end.');
    this.#at += 1;
    return item;
  }
  /** Good for a week. */
  getContinuationToken(): string {
    const { kernel, context } = this.#surroundings;
    context.count({ requests: 1 });
    return kernel.driveCursors.keep(this._kind(), this.#items.slice(this.#at).map((item) => item.getId()));
  }
}
export class FolderIterator extends DriveIterator<DriveFolder> {
  static override readonly guestName = 'FolderIterator';
  override _kind(): CursorKind {
    return 'folders';
  }
}

/** Files and folders that were given to the account by name, outside the bin or in it. */
export function* listed({ kernel, context }: DriveSurroundings, trashed = false): Generator<FileEntry> {
  context.count({ requests: 1 });
  for (const source of kernel.fileSources()) for (const entry of source.files()) if (kernel.folders.isBinned(entry) === trashed && isSharedWith(entry, context.runsAs)) yield entry;
}

export const isFolder = ({ mimeType }: FileEntry): boolean => mimeType === folderMimeType;
export const filesOf = (surroundings: DriveSurroundings, entries: readonly FileEntry[]): DriveIterator<PlainDriveFile> =>
  new DriveIterator(entries.map(({ id }) => new PlainDriveFile(id, surroundings)), surroundings);
export const foldersOf = (surroundings: DriveSurroundings, ids: readonly string[]): FolderIterator =>
  new FolderIterator(ids.map((id) => (id === 'root' ? new RootFolder(id, surroundings) : new DriveFolder(id, surroundings))), surroundings);

/** What can be asked of a folder and of the Drive as a whole alike. */
export abstract class Container extends DriveItem {
  abstract _holds(entry: FileEntry): boolean;
  abstract override _folder(): string | null;

  _files(test: (entry: FileEntry) => boolean): DriveIterator<PlainDriveFile> {
    return filesOf(this._surroundings, [...listed(this._surroundings)].filter((entry) => !isFolder(entry) && this._holds(entry) && test(entry)));
  }
  _folders(test: (entry: FileEntry) => boolean): FolderIterator {
    return foldersOf(this._surroundings, [...listed(this._surroundings)].filter((entry) => isFolder(entry) && this._holds(entry) && test(entry)).map(({ id }) => id));
  }
  getFiles(): DriveIterator<PlainDriveFile> {
    return this._files(() => true);
  }
  getFilesByName(name: unknown): DriveIterator<PlainDriveFile> {
    return this._files((entry) => entry.name === String(name));
  }
  getFilesByType(mimeType: unknown): DriveIterator<PlainDriveFile> {
    return this._files((entry) => entry.mimeType === String(mimeType));
  }
  searchFiles(query: unknown): DriveIterator<PlainDriveFile> {
    return this._files(fileTest(String(query), this._surroundings.context.runsAs));
  }
  getFolders(): FolderIterator {
    return this._folders(() => true);
  }
  getFoldersByName(name: unknown): FolderIterator {
    return this._folders((entry) => entry.name === String(name));
  }
  searchFolders(query: unknown): FolderIterator {
    return this._folders(fileTest(String(query), this._surroundings.context.runsAs));
  }
  /** The folder itself; of the Drive as a whole, its first one. */
  abstract _self(): DriveFolder;
  /** A file lies in one folder: it moves here. */
  addFile(child: unknown): DriveFolder {
    if (!(child instanceof PlainDriveFile)) throw signatureMismatch(this._named('addFile'), [child]);
    child.moveTo(this);
    return this._self();
  }
  addFolder(child: unknown): DriveFolder {
    if (!(child instanceof DriveFolder)) throw signatureMismatch(this._named('addFolder'), [child]);
    child.moveTo(this);
    return this._self();
  }
  /** What lay here lies in the first folder then; what did not stays where it is. */
  removeFile(child: unknown): DriveFolder {
    if (!(child instanceof PlainDriveFile)) throw signatureMismatch(this._named('removeFile'), [child]);
    return this.#takeOut(child);
  }
  removeFolder(child: unknown): DriveFolder {
    if (!(child instanceof DriveFolder)) throw signatureMismatch(this._named('removeFolder'), [child]);
    return this.#takeOut(child);
  }
  #takeOut(child: DriveItem): DriveFolder {
    if (child._entry.folder === this._folder()) child._change({ folder: null });
    return this._self();
  }
  createShortcut(targetId: unknown): PlainDriveFile {
    const { context, kernel } = this._surroundings;
    context.count({ requests: 1 });
    const { id, name, mimeType } = findFile(this._surroundings, String(targetId)).entry;
    const shortcut = kernel.plainFiles.create({ name, mimeType: 'application/vnd.google-apps.shortcut', owner: context.runsAs, folder: this._folder(), base64: '', target: { id, mimeType } });
    return new PlainDriveFile(shortcut.id, this._surroundings);
  }
  createShortcutForTargetIdAndResourceKey(targetId: unknown, _key: unknown): PlainDriveFile {
    return this.createShortcut(targetId);
  }
  createFolder(name: unknown): DriveFolder {
    const { context, kernel } = this._surroundings;
    context.count({ requests: 1 });
    return new DriveFolder(kernel.folders.create(String(name), context.runsAs, this._folder()).id, this._surroundings);
  }
  /** `createFile(blob)`, `createFile(name, content)`, `createFile(name, content, mimeType)`. */
  createFile(...args: unknown[]): PlainDriveFile {
    const { context, kernel } = this._surroundings;
    const [first, content, mimeType = 'text/plain'] = args;
    const blob = blobOf(first);
    if (!blob && (typeof first !== 'string' || typeof content !== 'string')) throw signatureMismatch('DriveApp.createFile', args);
    const bytes = blob ? blob._bytes() : textToBytes(String(content), 'UTF-8');
    context.count({ requests: 1, bytes: bytes.length });
    const file = kernel.plainFiles.create({
      name: blob ? blob._requiredName() : String(first),
      mimeType: blob ? (blob.getContentType() ?? 'application/octet-stream') : String(mimeType),
      owner: context.runsAs,
      folder: this._folder(),
      base64: bytes.toString('base64'),
    });
    return new PlainDriveFile(file.id, this._surroundings);
  }
}

export class DriveFolder extends Container {
  static override readonly guestName: string = 'Folder';
  _holds(entry: FileEntry): boolean {
    return entry.folder === this.getId();
  }
  override _folder(): string | null {
    return this.getId();
  }
  override _self(): DriveFolder {
    return this;
  }
  override getUrl(): string {
    return `${this._surroundings.kernel.baseUrl}/drive/folders/${this.getId()}`;
  }
}

export class RootFolder extends DriveFolder {
  override _holds(entry: FileEntry): boolean {
    return entry.folder === null;
  }
  override _folder(): null {
    return null;
  }
  override getName(): string {
    return 'My Drive';
  }
  override getParents(): object {
    return foldersOf(this._surroundings, []);
  }
}
