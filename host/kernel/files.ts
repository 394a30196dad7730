/** The one list of files behind DriveApp: every part that owns files answers for its own. */
export interface FileEntry {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  readonly trashed: boolean;
  /** Folder id, null for the root. */
  readonly folder: string | null;
}

/** What may be changed about a file from outside its own service. Lists replace the former ones. */
export type FileChange = Partial<Pick<FileEntry, 'name' | 'editors' | 'viewers' | 'trashed' | 'folder'>>;

export interface FileSource {
  file(id: string): FileEntry | null;
  files(): Iterable<FileEntry>;
  /** Durable when it returns. @throws Error for an unknown id */
  changeFile(id: string, change: FileChange): void;
}
