/** `Gmail.Users.Threads`. */
import type { MailEntry } from '../../../kernel/mail/account-mail';
import { moves } from '../../../kernel/mail/moves';
import { changedResource, messageResource, snippetOf } from './message-resource';
import { record, Resource } from './resource';

export class Threads extends Resource {
  static override readonly guestName = 'Gmail.Users.Threads';

  list(userId: unknown, options: unknown = {}): object {
    this._request('threads.list', userId);
    const entries = this._account.entries();
    const found = new Set(entries.filter(this._matcher(record(options))).map(({ threadId }) => threadId));
    const newest = new Map<string, MailEntry>();
    for (const entry of entries) if (found.has(entry.threadId) && !newest.has(entry.threadId)) newest.set(entry.threadId, entry);
    return this._page('threads', [...newest.values()], record(options), (entry) => ({ id: entry.threadId, snippet: snippetOf(entry) }));
  }
  get(userId: unknown, id: unknown, options: unknown = {}): object {
    this._request('threads.get', userId);
    return { id, messages: this._thread('threads.get', id).map((entry) => messageResource(entry, this._owner, record(options))) };
  }
  modify(resource: unknown, userId: unknown, id: unknown): object {
    this._request('threads.modify', userId);
    this._modify('threads.modify', this._thread('threads.modify', id), resource);
    return this.#changed(id);
  }
  trash(userId: unknown, id: unknown): object {
    this._request('threads.trash', userId);
    this._account.change(this._thread('threads.trash', id), moves.trash);
    return this.#changed(id);
  }
  untrash(userId: unknown, id: unknown): object {
    this._request('threads.untrash', userId);
    this._account.change(this._thread('threads.untrash', id), moves.untrash);
    return this.#changed(id);
  }
  remove(userId: unknown, id: unknown): void {
    this._request('threads.delete', userId);
    this._account.erase(this._thread('threads.delete', id));
  }
  #changed(id: unknown): object {
    return { id, messages: this._thread('threads.get', id).map(changedResource) };
  }
}
