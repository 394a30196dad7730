/** What files and folders of DriveApp have in common: name, place, description, star, dates, the bin. */
import { mayRead } from '../kernel/files';
import { GuestError, signatureMismatch } from '../kernel/host-object';
import { DriveSharing } from './drive-sharing';

export class DriveItem extends DriveSharing {
  getUrl(): string {
    return `${this._surroundings.kernel.baseUrl}/file/d/${this.getId()}`;
  }
  getName(): string {
    return this._entry.name;
  }
  setName(name: unknown): this {
    return this._change({ name: String(name) });
  }
  getDescription(): string | null {
    return this._entry.fileDescription ?? null;
  }
  setDescription(description: unknown): this {
    if (typeof description !== 'string') throw signatureMismatch(this._named('setDescription'), [description]);
    return this._change({ fileDescription: description });
  }
  /** Everybody has stars of their own. */
  isStarred(): boolean {
    return this._entry.starredBy?.includes(this._surroundings.context.runsAs) === true;
  }
  setStarred(isStarred: unknown): this {
    const { runsAs } = this._surroundings.context;
    const others = (this._entry.starredBy ?? []).filter((one) => one !== runsAs);
    return this._write({ starredBy: isStarred === true ? [...others, runsAs] : others });
  }
  isTrashed(): boolean {
    return this._surroundings.kernel.folders.isBinned(this._entry);
  }
  setTrashed(trashed: unknown): this {
    return this._change({ trashed: trashed === true });
  }
  moveTo(folder: unknown): this {
    const target = folder instanceof DriveItem ? folder._folder() : undefined;
    if (target === undefined) throw signatureMismatch(this._named('moveTo'), [folder]);
    // The platform refuses it too, in words that nobody has written down.
    if (target !== null && this._surroundings.kernel.folders.liesIn(target, this.getId())) throw new GuestError('NotEmulated: Folder.moveTo, of a folder into itself', 'Error');
    return this._change({ folder: target });
  }
  /** The folder it lies in, where the account may see it. What others keep in their own first folder has none. */
  getParents(): object {
    const { kernel, context } = this._surroundings;
    const { folder, owner } = this._entry;
    if (folder === null) return this._surroundings.folders(owner === context.runsAs ? ['root'] : []);
    const parent = kernel.folders.file(folder);
    return this._surroundings.folders(parent && mayRead(parent, context.runsAs) ? [folder] : []);
  }

  #date(method: string, at: number | undefined): Date {
    if (at === undefined) throw new GuestError(`NotEmulated: ${this._named(method).slice('DriveApp.'.length)} of ${this._entry.mimeType}`, 'Error');
    return new Date(at);
  }
  getDateCreated(): Date {
    return this.#date('getDateCreated', this._entry.createdAt);
  }
  getLastUpdated(): Date {
    return this.#date('getLastUpdated', this._entry.changedAt);
  }
  /** Files of the platform's own kinds, and folders, take up nothing. */
  getSize(): number {
    return Buffer.byteLength(this._surroundings.kernel.plainFiles.file(this.getId())?.base64 ?? '', 'base64');
  }

  /** Keys were for links that were given out before 2021; nothing here is that old. */
  getResourceKey(): null {
    return null;
  }
  getSecurityUpdateEligible(): boolean {
    return false;
  }
  getSecurityUpdateEnabled(): boolean {
    return true;
  }
}
