/** `GmailApp`: sending, drafts, labels, and finding conversations. */
import { GuestError, signatureMismatch, type ServiceDefinition } from '../../kernel/host-object';
import type { MailEntry } from '../../kernel/mail/account-mail';
import type { Kernel } from '../../kernel/kernel';
import { composeGmail, mailOptions } from '../mail-options';
import { threadsIn } from './arguments';
import { Desk, isUnder, page } from './desk';
import { GmailDraft, keepDraft } from './draft';
import { GmailAppMarks } from './gmail-app-marks';
import { GmailLabel, labelOf } from './label';
import { GmailMessage } from './message';
import { GmailThread } from './thread';

class GmailApp extends GmailAppMarks {
  static override readonly guestName = 'GmailApp';

  sendEmail(...args: unknown[]): this {
    const mail = composeGmail(mailOptions('GmailApp.sendEmail', args), this._desk.owner);
    this._desk.asked(Buffer.byteLength(mail.text) + Buffer.byteLength(mail.html));
    this._desk.send(mail);
    return this;
  }
  createDraft(...args: unknown[]): GmailDraft {
    return keepDraft(composeGmail(mailOptions('GmailApp.createDraft', args), this._desk.owner), null, this._desk);
  }
  getDrafts(): GmailDraft[] {
    this._desk.asked();
    return this._desk.kernel.mailbox.drafts(this._desk.owner).map(({ id }) => new GmailDraft(id, this._desk));
  }
  getDraft(id: unknown): GmailDraft {
    const draft = new GmailDraft(String(id), this._desk);
    draft.getMessageId();
    return draft;
  }
  getDraftMessages(): GmailMessage[] {
    return this.getDrafts().map((draft) => draft.getMessage());
  }
  getAliases(): string[] {
    return [];
  }

  search(query: unknown, start?: unknown, most?: unknown): GmailThread[] {
    if (typeof query !== 'string') throw signatureMismatch('GmailApp.search', [query]);
    return this.#threads(this._desk.matcher(query), start, most);
  }
  getInboxThreads(start?: unknown, most?: unknown): GmailThread[] {
    return this.#under('INBOX', start, most);
  }
  getStarredThreads(start?: unknown, most?: unknown): GmailThread[] {
    return this.#under('STARRED', start, most);
  }
  getSpamThreads(start?: unknown, most?: unknown): GmailThread[] {
    return this.#under('SPAM', start, most);
  }
  getTrashThreads(start?: unknown, most?: unknown): GmailThread[] {
    return this.#under('TRASH', start, most);
  }
  /** Nobody chats here. */
  getChatThreads(start?: unknown, most?: unknown): GmailThread[] {
    return this.#under('CHAT', start, most);
  }
  getInboxUnreadCount(): number {
    return this.#unread('INBOX');
  }
  getStarredUnreadCount(): number {
    return this.#unread('STARRED');
  }
  getSpamUnreadCount(): number {
    return this.#unread('SPAM');
  }

  getMessageById(id: unknown): GmailMessage {
    this._desk.asked();
    const entry = typeof id === 'string' ? this._desk.account.entry(id) : null;
    if (!entry) throw new GuestError('Invalid argument: messageId');
    return new GmailMessage(entry.id, this._desk, entry);
  }
  getThreadById(id: unknown): GmailThread | null {
    this._desk.asked();
    return typeof id === 'string' && this._desk.account.thread(id).length > 0 ? new GmailThread(id, this._desk) : null;
  }
  getMessagesForThread(thread: unknown): GmailMessage[] {
    if (!(thread instanceof GmailThread)) throw signatureMismatch('GmailApp.getMessagesForThread', [thread]);
    return thread.getMessages();
  }
  getMessagesForThreads(threads: unknown): GmailMessage[][] {
    return threadsIn('GmailApp.getMessagesForThreads', threads).map((thread) => thread.getMessages());
  }

  /** A name that is there already gives the label that bears it. */
  createLabel(name: unknown): GmailLabel {
    if (typeof name !== 'string') throw signatureMismatch('GmailApp.createLabel', [name]);
    this._desk.asked();
    const { labels } = this._desk.account;
    const known = labels.named(name);
    const refusal = known ? null : labels.refusal(name);
    if (refusal) throw new GuestError(refusal === 'taken' ? 'Label name exists or conflicts' : 'Invalid label name');
    return new GmailLabel((known ?? labels.create(name)).id, this._desk);
  }
  deleteLabel(label: unknown): this {
    labelOf(label, 'GmailApp.deleteLabel');
    if (label instanceof GmailLabel) label.deleteLabel();
    return this;
  }
  getUserLabels(): GmailLabel[] {
    this._desk.asked();
    return this._desk.account.labels.all().map(({ id }) => new GmailLabel(id, this._desk));
  }
  getUserLabelByName(name: unknown): GmailLabel | null {
    this._desk.asked();
    const label = this._desk.account.labels.named(String(name));
    return label && new GmailLabel(label.id, this._desk);
  }

  #threads(test: (entry: MailEntry) => boolean, start: unknown, most: unknown): GmailThread[] {
    this._desk.asked();
    return page(this._desk.threads(test), start, most).map((id) => new GmailThread(id, this._desk));
  }
  #under(label: string, start: unknown, most: unknown): GmailThread[] {
    return this.#threads((entry) => isUnder(entry, label), start, most);
  }
  #unread(label: string): number {
    this._desk.asked();
    return this._desk.threads((entry) => isUnder(entry, label) && entry.labels.has('UNREAD')).length;
  }
}

export const gmailAppService = (kernel: Kernel): ServiceDefinition => ({
  name: 'GmailApp',
  create: (context) => ({ root: new GmailApp(new Desk(context, kernel)) }),
});
