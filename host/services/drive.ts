/** `DriveApp`: files and folders by id, the bin, iterators that go on, and how much room is taken. */
import type { CursorKind } from '../kernel/drive-cursors';
import { mayRead, type FileEntry } from '../kernel/files';
import { GuestError, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { findFile, noFile, type DriveSurroundings } from './drive-entry';
import { PlainDriveFile } from './drive-file';
import { Container, DriveFolder, filesOf, foldersOf, isFolder, listed, RootFolder, type DriveIterator, type FolderIterator } from './drive-folder';
import { Access, Permission } from './drive-sharing';

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
  override _self(): DriveFolder {
    return this.getRootFolder();
  }
  getTrashedFiles(): DriveIterator<PlainDriveFile> {
    return filesOf(this._surroundings, [...listed(this._surroundings, true)].filter((entry) => !isFolder(entry)));
  }
  getTrashedFolders(): FolderIterator {
    return foldersOf(this._surroundings, [...listed(this._surroundings, true)].filter(isFolder).map(({ id }) => id));
  }
  #goneOn(kind: CursorKind, token: unknown): readonly FileEntry[] {
    const { kernel, context } = this._surroundings;
    context.count({ requests: 1 });
    const ids = kernel.driveCursors.find(kind, String(token));
    if (!ids) throw new GuestError('Invalid argument: continuationToken');
    return ids.flatMap((id) => kernel.fileSources().flatMap((source) => source.file(id) ?? [])).filter((entry) => mayRead(entry, context.runsAs));
  }
  continueFileIterator(token: unknown): DriveIterator<PlainDriveFile> {
    return filesOf(this._surroundings, this.#goneOn('files', token));
  }
  continueFolderIterator(token: unknown): FolderIterator {
    return foldersOf(this._surroundings, this.#goneOn('folders', token).map(({ id }) => id));
  }
  getFileByIdAndResourceKey(id: unknown, _key: unknown): PlainDriveFile {
    return this.getFileById(id);
  }
  getFolderByIdAndResourceKey(id: unknown, _key: unknown): DriveFolder {
    return this.getFolderById(id);
  }
  /** Bytes of the account's own files, the bin included. */
  getStorageUsed(): number {
    const { kernel, context } = this._surroundings;
    context.count({ requests: 1 });
    return [...kernel.plainFiles.files()].filter(({ owner }) => owner === context.runsAs).reduce((sum, { id }) => sum + new PlainDriveFile(id, this._surroundings).getSize(), 0);
  }
  /** Of an account that pays nothing. */
  getStorageLimit(): number {
    return 15 * 1024 ** 3;
  }
  getFileById(id: unknown): PlainDriveFile {
    this._surroundings.context.count({ requests: 1 });
    const { entry } = findFile(this._surroundings, String(id));
    if (isFolder(entry)) throw new GuestError(noFile);
    return new PlainDriveFile(entry.id, this._surroundings);
  }
  getFolderById(id: unknown): DriveFolder {
    this._surroundings.context.count({ requests: 1 });
    if (id === 'root') return this.getRootFolder();
    const { entry } = findFile(this._surroundings, String(id));
    if (!isFolder(entry)) throw new GuestError(noFile);
    return new DriveFolder(entry.id, this._surroundings);
  }
  getRootFolder(): DriveFolder {
    return new RootFolder('root', this._surroundings);
  }
}

export const driveService = (kernel: Kernel): ServiceDefinition => ({
  name: 'DriveApp',
  create: (context: ServiceContext) => {
    const surroundings: DriveSurroundings = { context, kernel, folders: (ids) => foldersOf(surroundings, ids) };
    return { root: new DriveApp('root', surroundings) };
  },
});
