/** The one list of files behind DriveApp: every part that owns files answers for its own. */
import type { VirtualTime } from '../contract';
import { knownTo } from './same-domain';

/** Everybody of a kind, beside those who were named. */
export interface Sharing {
  readonly access: 'ANYONE' | 'ANYONE_WITH_LINK' | 'DOMAIN' | 'DOMAIN_WITH_LINK';
  readonly permission: 'VIEW' | 'COMMENT' | 'EDIT';
}

/** What a file has beside its place and its people; nothing of it stands in files that were kept before it was known. */
export interface FileFacts {
  readonly commenters?: readonly string[];
  readonly sharing?: Sharing | null;
  readonly editorsMayNotShare?: boolean;
  readonly fileDescription?: string;
  /** Whose star it has. */
  readonly starredBy?: readonly string[];
  readonly createdAt?: VirtualTime;
  readonly changedAt?: VirtualTime;
  /** Of a shortcut: the file that it leads to. */
  readonly target?: { readonly id: string; readonly mimeType: string };
}

export interface FileEntry extends FileFacts {
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
export type FileChange = Partial<Pick<FileEntry, 'name' | 'owner' | 'editors' | 'viewers' | 'trashed' | 'folder' | 'commenters' | 'sharing' | 'editorsMayNotShare' | 'fileDescription' | 'starredBy'>>;

/** When a file was changed last, after this change: a star is nothing that happens to the file. */
export const changedBy = (change: FileChange, file: FileFacts, now: VirtualTime): Pick<FileFacts, 'changedAt'> =>
  Object.keys(change).some((name) => name !== 'starredBy') ? { changedAt: now } : file.changedAt === undefined ? {} : { changedAt: file.changedAt };

export interface FileSource {
  file(id: string): FileEntry | null;
  files(): Iterable<FileEntry>;
  /** Durable when it returns. @throws Error for an unknown id */
  changeFile(id: string, change: FileChange): void;
}

/** What an account may do as one of a kind of people; null where the file is open to no such kind. */
export function roleByClass({ owner, sharing }: Pick<FileEntry, 'owner' | 'sharing'>, user: string): 'editor' | 'viewer' | null {
  if (!sharing || (sharing.access.startsWith('DOMAIN') && knownTo(owner, user) === null)) return null;
  return sharing.permission === 'EDIT' ? 'editor' : 'viewer';
}

/** Whether a file was given to an account by name: those stand in its lists of files. */
export const isSharedWith = ({ owner, editors, viewers, commenters = [] }: FileEntry, user: string): boolean => owner === user || editors.includes(user) || viewers.includes(user) || commenters.includes(user);

export const mayRead = (entry: FileEntry, user: string): boolean => isSharedWith(entry, user) || roleByClass(entry, user) !== null;
export const mayChange = (entry: Pick<FileEntry, 'owner' | 'editors' | 'sharing'>, user: string): boolean => entry.owner === user || entry.editors.includes(user) || roleByClass(entry, user) === 'editor';
