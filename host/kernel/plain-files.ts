/** Files that are nothing but bytes: what scripts create with DriveApp. */
import type { VirtualTime } from '../contract';
import { changedBy, type FileChange, type FileEntry, type FileSource } from './files';
import { Collection, remove, type Store } from './store';

export interface PlainFile extends FileEntry {
  readonly base64: string;
  readonly createdAt: VirtualTime;
  readonly changedAt: VirtualTime;
}

export type NewFile = Pick<PlainFile, 'name' | 'mimeType' | 'owner' | 'folder' | 'base64' | 'target'>;

export class PlainFiles implements FileSource {
  readonly #files: Collection<PlainFile>;

  constructor(
    private readonly store: Store,
    private readonly newId: () => string,
    private readonly now: () => VirtualTime,
  ) {
    this.#files = new Collection<PlainFile>(store, 'file');
  }

  create(file: NewFile): PlainFile {
    const at = this.now();
    const created: PlainFile = { ...file, id: this.newId(), editors: [], viewers: [], trashed: false, createdAt: at, changedAt: at };
    this.store.commit([this.#files.put(created.id, created)]);
    return created;
  }

  file(id: string): PlainFile | null {
    return this.#files.get(id) ?? null;
  }

  files(): Iterable<PlainFile> {
    return this.#files.values();
  }

  changeFile(id: string, change: FileChange & Partial<Pick<PlainFile, 'base64'>>): void {
    const file = this.file(id);
    if (!file) throw new Error(`There is no file ${id}`);
    this.store.commit([this.#files.put(id, { ...file, ...change, ...changedBy(change, file, this.now()) })]);
  }

  remove(id: string): void {
    this.store.commit([remove(['file', id])]);
  }
}
