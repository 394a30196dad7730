/** `Gmail.Users.Drafts`. */
import { newMailId, type Draft } from '../../../kernel/mail/mailbox';
import type { MailEntry } from '../../../kernel/mail/account-mail';
import { newDraftId } from '../draft';
import { parseMessage } from '../../mail-message';
import { messageResource } from './message-resource';
import { rawBytes, record, Resource } from './resource';

export class Drafts extends Resource {
  static override readonly guestName = 'Gmail.Users.Drafts';

  async create(resource: unknown, userId: unknown): Promise<object> {
    return this.#keep('drafts.create', resource, userId, () => ({ id: newDraftId(), messageId: newMailId(), createdAt: this._now() }));
  }
  /** Replaces the message. It is a new one under the same draft, as on the platform. */
  async update(resource: unknown, userId: unknown, id: unknown): Promise<object> {
    return this.#keep('drafts.update', resource, userId, () => ({ ...this.#draft('drafts.update', id), messageId: newMailId(), createdAt: this._now() }));
  }
  send(resource: unknown, userId: unknown): object {
    this._request('drafts.send', userId);
    const draft = this.#draft('drafts.send', record(resource).id);
    return this._deliver('drafts.send', draft.mail, { draft, ...(draft.raw === '' ? {} : { raw: draft.raw }) });
  }
  get(userId: unknown, id: unknown, options: unknown = {}): object {
    this._request('drafts.get', userId);
    const draft = this.#draft('drafts.get', id);
    return { id: draft.id, message: messageResource(this._entry('drafts.get', draft.messageId), this._owner, record(options)) };
  }
  list(userId: unknown, options: unknown = {}): object {
    this._request('drafts.list', userId);
    const matches = this._matcher(record(options));
    const account = this._account;
    const drafts = this._mailbox.drafts(this._owner).map((draft) => account.draftEntry(draft)).filter((entry): entry is MailEntry & { draft: Draft } => entry !== null && matches(entry));
    return this._page('drafts', drafts, record(options), ({ id, threadId, draft }) => ({ id: draft.id, message: { id, threadId } }));
  }
  remove(userId: unknown, id: unknown): void {
    this._request('drafts.delete', userId);
    this._mailbox.removeDraft(this.#draft('drafts.delete', id).id);
  }

  async #keep(method: string, resource: unknown, userId: unknown, whose: () => Pick<Draft, 'id' | 'messageId' | 'createdAt'>): Promise<object> {
    const message = record(record(resource).message);
    const raw = rawBytes(method, message);
    this._request(method, userId, raw.length);
    const { id, messageId, createdAt } = whose();
    const mail = await parseMessage(raw, this._owner);
    const threadId = this._mailbox.conversationOf(mail, typeof message.threadId === 'string' ? message.threadId : undefined);
    this._mailbox.saveDraft({ id, messageId, owner: this._owner, raw: raw.toString('base64url'), mail, createdAt, ...(threadId === null ? {} : { threadId }) });
    return { id, message: { id: messageId, threadId: threadId ?? messageId, labelIds: ['DRAFT'] } };
  }
  #draft(method: string, id: unknown): Draft {
    const draft = typeof id === 'string' ? this._mailbox.draft(id, this._owner) : null;
    if (!draft) throw this._notFound(method);
    return draft;
  }
}
