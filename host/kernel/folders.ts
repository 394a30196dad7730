/** Folders of the file list. */
import type { VirtualTime } from '../contract';
import { changedBy, type FileChange, type FileEntry, type FileSource } from './files';
import { Collection, type Store } from './store';

export const folderMimeType = 'application/vnd.google-apps.folder';

export class Folders implements FileSource {
  readonly #folders: Collection<FileEntry>;

  constructor(
    private readonly store: Store,
    private readonly newId: () => string,
    private readonly now: () => VirtualTime,
  ) {
    this.#folders = new Collection<FileEntry>(store, 'folder');
  }

  create(name: string, owner: string, parent: string | null): FileEntry {
    const at = this.now();
    const folder: FileEntry = { id: this.newId(), name, mimeType: folderMimeType, owner, editors: [], viewers: [], trashed: false, folder: parent, createdAt: at, changedAt: at };
    this.store.commit([this.#folders.put(folder.id, folder)]);
    return folder;
  }

  file(id: string): FileEntry | null {
    return this.#folders.get(id) ?? null;
  }

  files(): Iterable<FileEntry> {
    return this.#folders.values();
  }

  /** Whether a folder is another one, or lies in it at any depth. */
  liesIn(id: string, other: string): boolean {
    const parent = this.file(id)?.folder ?? null;
    return id === other || (parent !== null && this.liesIn(parent, other));
  }

  /** Whether a file is in the bin: by itself, or because a folder is that it lies in. */
  isBinned({ trashed, folder }: FileEntry): boolean {
    if (trashed || folder === null) return trashed;
    const parent = this.file(folder);
    return parent !== null && this.isBinned(parent);
  }

  changeFile(id: string, change: FileChange): void {
    const folder = this.file(id);
    if (!folder) throw new Error(`There is no folder ${id}`);
    this.store.commit([this.#folders.put(id, { ...folder, ...change, ...changedBy(change, folder, this.now()) })]);
  }
}
