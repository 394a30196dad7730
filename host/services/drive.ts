/** `DriveApp`: files and folders by id, name and kind, their sharing and the bin. */
import { folderMimeType } from '../kernel/folders';
import type { FileEntry } from '../kernel/files';
import { GuestEnum, GuestError, HostObject, signatureMismatch, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { blobOf, textToBytes } from './blob';
import { DriveItem, findFile, mayRead, noFile, type DriveSurroundings } from './drive-item';
import { fileTest } from './drive-query';
import { PlainDriveFile } from './drive-file';

const Access = new GuestEnum('DriveApp.Access', ['ANYONE', 'ANYONE_WITH_LINK', 'DOMAIN', 'DOMAIN_WITH_LINK', 'PRIVATE']);
const Permission = new GuestEnum('DriveApp.Permission', ['VIEW', 'EDIT', 'COMMENT', 'OWNER', 'ORGANIZER', 'FILE_ORGANIZER', 'NONE']);

/** Goes through files or folders; what it found is fixed when it is asked for. */
class DriveIterator<T extends DriveItem> extends HostObject {
  static override readonly guestName: string = 'FileIterator';
  readonly #items: readonly T[];
  #at = 0;
  constructor(items: readonly T[]) {
    super();
    this.#items = items;
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
}
class FolderIterator extends DriveIterator<DriveFolder> {
  static override readonly guestName = 'FolderIterator';
}

/** Files and folders that the account may read, outside the bin. */
function* readable({ kernel, context }: DriveSurroundings): Generator<FileEntry> {
  context.count({ requests: 1 });
  for (const source of kernel.fileSources()) for (const entry of source.files()) if (!entry.trashed && mayRead(entry, context.runsAs)) yield entry;
}

/** What can be asked of a folder and of the Drive as a whole alike. */
abstract class Container extends DriveItem {
  abstract _holds(entry: FileEntry): boolean;
  abstract override _folder(): string | null;

  _files(test: (entry: FileEntry) => boolean): DriveIterator<PlainDriveFile> {
    const found = [...readable(this._surroundings)].filter((entry) => entry.mimeType !== folderMimeType && this._holds(entry) && test(entry));
    return new DriveIterator(found.map(({ id }) => new PlainDriveFile(id, this._surroundings)));
  }
  _folders(test: (entry: FileEntry) => boolean): FolderIterator {
    const found = [...readable(this._surroundings)].filter((entry) => entry.mimeType === folderMimeType && this._holds(entry) && test(entry));
    return new FolderIterator(found.map(({ id }) => new DriveFolder(id, this._surroundings)));
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
    return this._files(fileTest(String(query)));
  }
  getFolders(): FolderIterator {
    return this._folders(() => true);
  }
  getFoldersByName(name: unknown): FolderIterator {
    return this._folders((entry) => entry.name === String(name));
  }
  searchFolders(query: unknown): FolderIterator {
    return this._folders(fileTest(String(query)));
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
      name: blob ? (blob.getName() ?? 'Untitled') : String(first),
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
  override getUrl(): string {
    return `${this._surroundings.kernel.baseUrl}/drive/folders/${this.getId()}`;
  }
}

class RootFolder extends DriveFolder {
  override _holds(entry: FileEntry): boolean {
    return entry.folder === null;
  }
  override _folder(): null {
    return null;
  }
  override getName(): string {
    return 'My Drive';
  }
}

class DriveApp extends Container {
  static override readonly guestName = 'DriveApp';
  static override readonly guestProperties = ['Access', 'Permission'];
  readonly Access = Access;
  readonly Permission = Permission;
  _holds(): boolean {
    return true;
  }
  override _folder(): null {
    return null;
  }
  getFileById(id: unknown): PlainDriveFile {
    this._surroundings.context.count({ requests: 1 });
    const { entry } = findFile(this._surroundings, String(id));
    if (entry.mimeType === folderMimeType) throw new GuestError(noFile);
    return new PlainDriveFile(entry.id, this._surroundings);
  }
  getFolderById(id: unknown): DriveFolder {
    this._surroundings.context.count({ requests: 1 });
    if (id === 'root') return this.getRootFolder();
    const { entry } = findFile(this._surroundings, String(id));
    if (entry.mimeType !== folderMimeType) throw new GuestError(noFile);
    return new DriveFolder(entry.id, this._surroundings);
  }
  getRootFolder(): DriveFolder {
    return new RootFolder('root', this._surroundings);
  }
}

export const driveService = (kernel: Kernel): ServiceDefinition => ({
  name: 'DriveApp',
  create: (context: ServiceContext) => ({ root: new DriveApp('root', { context, kernel }) }),
});
