/** Files of DriveApp. Only files that are plain bytes have contents here; spreadsheets and forms are opened with their own services. */
import type { PlainFile } from '../kernel/plain-files';
import { GuestError, signatureMismatch } from '../kernel/host-object';
import { Blob, textToBytes } from './blob';
import { DriveItem } from './drive-item';

export class PlainDriveFile extends DriveItem {
  static override readonly guestName = 'File';

  #plain(method: string): PlainFile {
    const { mimeType } = this._entry;
    const file = this._surroundings.kernel.plainFiles.file(this.getId());
    if (!file || file.target) throw new GuestError(`NotEmulated: File.${method} of ${mimeType}`, 'Error');
    return file;
  }
  getMimeType(): string {
    return this._entry.mimeType;
  }
  getBlob(): Blob {
    const { base64, mimeType, name } = this.#plain('getBlob');
    this._surroundings.context.count({ requests: 1, bytes: base64.length });
    return new Blob(Buffer.from(base64, 'base64'), mimeType, name);
  }
  getAs(mimeType: unknown): Blob {
    return this.getBlob().getAs(String(mimeType));
  }
  /** The file's bytes, for whoever may read it. */
  getDownloadUrl(): string {
    this.#plain('getDownloadUrl');
    return `${this._surroundings.kernel.baseUrl}/uc?id=${this.getId()}&export=download`;
  }
  addCommenter(who: unknown): this {
    return this._add('commenters', [who]);
  }
  addCommenters(who: unknown): this {
    return this._add('commenters', Array.isArray(who) ? who : []);
  }
  removeCommenter(who: unknown): this {
    return this._remove('commenters', who);
  }
  /** Null for what is no shortcut. */
  getTargetId(): string | null {
    return this._entry.target?.id ?? null;
  }
  getTargetMimeType(): string | null {
    return this._entry.target?.mimeType ?? null;
  }
  getTargetResourceKey(): null {
    return null;
  }
  setContent(content: unknown): this {
    if (typeof content !== 'string') throw signatureMismatch('DriveApp.File.setContent', [content]);
    this.#plain('setContent');
    // The change of nothing checks whether the account may change the file at all.
    this._change({});
    this._surroundings.kernel.plainFiles.changeFile(this.getId(), { base64: textToBytes(content, 'UTF-8').toString('base64') });
    return this;
  }
  /** `makeCopy()`, `makeCopy(name)`, `makeCopy(folder)`, `makeCopy(name, folder)`. */
  makeCopy(...args: unknown[]): PlainDriveFile {
    const { name, mimeType, folder, base64 } = this.#plain('makeCopy');
    const { context, kernel } = this._surroundings;
    context.count({ requests: 1 });
    const [given] = args;
    const target = args.find((argument) => argument instanceof DriveItem);
    const copy = kernel.plainFiles.create({ name: typeof given === 'string' ? given : `Copy of ${name}`, mimeType, base64, owner: context.runsAs, folder });
    const file = new PlainDriveFile(copy.id, this._surroundings);
    return target ? file.moveTo(target) : file;
  }
}
