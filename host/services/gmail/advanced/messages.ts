/** `Gmail.Users.Messages` and its attachments. */
import type { MailEntry } from '../../../kernel/mail/account-mail';
import { moves } from '../../../kernel/mail/moves';
import { parseMessage } from '../../mail-message';
import { toSigned } from '../../blob';
import { attachmentId, changedResource, messageResource } from './message-resource';
import { apiError, rawBytes, record, Resource, texts, type Surroundings } from './resource';

const mostInBatch = 1000;

class Attachments extends Resource {
  static override readonly guestName = 'Gmail.Users.Messages.Attachments';

  get(userId: unknown, messageId: unknown, id: unknown): object {
    this._request('messages.attachments.get', userId);
    const { mail } = this._entry('messages.attachments.get', messageId);
    const attachment = mail.attachments.find((_attachment, index) => attachmentId(index) === id);
    if (!attachment) throw apiError('messages.attachments.get', 400, 'Invalid attachment token');
    const bytes = Buffer.from(attachment.base64, 'base64');
    return { attachmentId: id, size: bytes.length, data: toSigned(bytes) };
  }
}

export class Messages extends Resource {
  static override readonly guestName = 'Gmail.Users.Messages';
  static override readonly guestProperties = ['Attachments'];
  readonly Attachments: Attachments;
  constructor(surroundings: Surroundings) {
    super(surroundings);
    this.Attachments = new Attachments(surroundings);
  }

  async send(resource: unknown, userId: unknown): Promise<object> {
    const fields = record(resource);
    const raw = rawBytes('messages.send', fields);
    this._request('messages.send', userId, raw.length);
    const threadId = typeof fields.threadId === 'string' ? { threadId: fields.threadId } : {};
    return this._deliver('messages.send', await parseMessage(raw, this._owner), { raw: raw.toString('base64url'), ...threadId });
  }
  list(userId: unknown, options: unknown = {}): object {
    this._request('messages.list', userId);
    const found = this._account.entries().filter(this._matcher(record(options)));
    return this._page('messages', found, record(options), ({ id, threadId }) => ({ id, threadId }));
  }
  get(userId: unknown, id: unknown, options: unknown = {}): object {
    this._request('messages.get', userId);
    return messageResource(this._entry('messages.get', id), this._owner, record(options));
  }
  modify(resource: unknown, userId: unknown, id: unknown): object {
    this._request('messages.modify', userId);
    this._modify('messages.modify', [this._entry('messages.modify', id)], resource);
    return this.#changed(id);
  }
  /** Ids that are not there are passed over. */
  batchModify(resource: unknown, userId: unknown): void {
    this._request('messages.batchModify', userId);
    this._modify('messages.batchModify', this.#batch('messages.batchModify', resource), resource);
  }
  trash(userId: unknown, id: unknown): object {
    this._request('messages.trash', userId);
    this._account.change([this._entry('messages.trash', id)], moves.trash);
    return this.#changed(id);
  }
  untrash(userId: unknown, id: unknown): object {
    this._request('messages.untrash', userId);
    this._account.change([this._entry('messages.untrash', id)], moves.untrash);
    return this.#changed(id);
  }
  remove(userId: unknown, id: unknown): void {
    this._request('messages.delete', userId);
    this._account.erase([this._entry('messages.delete', id)]);
  }
  batchDelete(resource: unknown, userId: unknown): void {
    this._request('messages.batchDelete', userId);
    this._account.erase(this.#batch('messages.batchDelete', resource));
  }

  #batch(method: string, resource: unknown): readonly MailEntry[] {
    const ids = texts(record(resource).ids);
    if (ids.length > mostInBatch) throw apiError(method, 400, `Too many ids: ${ids.length}, the most is ${mostInBatch}`);
    const account = this._account;
    return ids.map((id) => account.entry(id)).filter((entry) => entry !== null);
  }
  #changed(id: unknown): object {
    return changedResource(this._entry('messages.get', id));
  }
}
