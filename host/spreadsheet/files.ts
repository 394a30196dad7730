/** Spreadsheets as files: what the list of files shows of them and may change about them. */
import type { FileChange, FileEntry, FileSource } from '../kernel/files';
import type { SpreadsheetLibrary } from './model/library';
import type { SpreadsheetDetails } from './model/spreadsheet';

const mimeType = 'application/vnd.google-apps.spreadsheet';

function entryOf(id: string, details: SpreadsheetDetails): FileEntry {
  const { title, owner, editors, viewers, trashed, folder, commenters = [], sharing = null, editorsMayNotShare = false, starredBy = [], fileDescription, createdAt } = details;
  return {
    id, name: title, mimeType, owner, editors, viewers, trashed, folder, commenters, sharing, editorsMayNotShare, starredBy,
    ...(fileDescription === undefined ? {} : { fileDescription }),
    ...(createdAt === undefined ? {} : { createdAt }),
  };
}

export class SpreadsheetFiles implements FileSource {
  constructor(private readonly library: SpreadsheetLibrary) {}

  file(id: string): FileEntry | null {
    const details = this.library.details(id);
    return details && entryOf(id, details);
  }

  *files(): Generator<FileEntry> {
    for (const id of this.library.ids()) {
      const entry = this.file(id);
      if (entry) yield entry;
    }
  }

  /** Durable when it returns. @throws Error for an unknown id */
  changeFile(id: string, change: FileChange): void {
    const { name, ...rest } = change;
    this.library.change(id, (draft) => {
      draft.details = { ...draft.details, ...rest, ...(name === undefined ? {} : { title: name }) };
    });
  }
}
