/** `GmailThread`: a conversation. What is true of one of its messages is true of it, and what is done to it is done to all of them. */
import { GuestError, HostObject } from '../../kernel/host-object';
import { moves, type Move } from '../../kernel/mail/moves';
import type { MailEntry } from '../../kernel/mail/account-mail';
import type { Desk } from './desk';
import type { GmailDraft } from './draft';
import { GmailLabel, labelOf } from './label';
import { GmailMessage } from './message';

export class GmailThread extends HostObject {
  static override readonly guestName = 'GmailThread';
  readonly #id: string;
  readonly #desk: Desk;
  constructor(id: string, desk: Desk) {
    super();
    this.#id = id;
    this.#desk = desk;
  }
  /** Oldest first. */
  _entries(): readonly MailEntry[] {
    return this.#desk.account.thread(this.#id);
  }
  getId(): string {
    return this.#id;
  }
  getMessages(): GmailMessage[] {
    this.#desk.asked();
    return this._entries().map((entry) => new GmailMessage(entry.id, this.#desk, entry));
  }
  getMessageCount(): number {
    return this._entries().length;
  }
  getFirstMessageSubject(): string {
    return this._entries()[0]?.mail.subject ?? '';
  }
  getLastMessageDate(): Date {
    const last = this._entries().at(-1);
    if (!last) throw new GuestError('Gmail operation not allowed.');
    return new Date(last.at);
  }
  /** Where a person finds it: in the workspace's page. */
  getPermalink(): string {
    return `${this.#desk.kernel.baseUrl}/#/mail/${this._entries().at(-1)?.id ?? this.#id}`;
  }
  getLabels(): GmailLabel[] {
    const borne = new Set(this._entries().flatMap(({ labels }) => [...labels]));
    return this.#desk.account.labels.all().filter(({ id }) => borne.has(id)).map(({ id }) => new GmailLabel(id, this.#desk));
  }
  hasStarredMessages(): boolean {
    return this.#bears('STARRED');
  }
  isImportant(): boolean {
    return this.#bears('IMPORTANT');
  }
  isInChats(): boolean {
    return this.#bears('CHAT');
  }
  isInInbox(): boolean {
    return this.#bears('INBOX');
  }
  isInSpam(): boolean {
    return this.#bears('SPAM');
  }
  isInTrash(): boolean {
    return this.#bears('TRASH');
  }
  isUnread(): boolean {
    return this.#bears('UNREAD');
  }

  addLabel(label: unknown): this {
    return this.#change({ add: [labelOf(label, 'GmailApp.GmailThread.addLabel').id], remove: [] });
  }
  removeLabel(label: unknown): this {
    return this.#change({ add: [], remove: [labelOf(label, 'GmailApp.GmailThread.removeLabel').id] });
  }
  markImportant(): this {
    return this.#change(moves.important);
  }
  markUnimportant(): this {
    return this.#change(moves.unimportant);
  }
  markRead(): this {
    return this.#change(moves.read);
  }
  markUnread(): this {
    return this.#change(moves.unread);
  }
  moveToArchive(): this {
    return this.#change(moves.archive);
  }
  moveToInbox(): this {
    return this.#change(moves.inbox);
  }
  moveToSpam(): this {
    return this.#change(moves.spam);
  }
  moveToTrash(): this {
    return this.#change(moves.trash);
  }
  /** What is asked of a thread is always read anew. */
  refresh(): this {
    this.#desk.asked();
    return this;
  }

  reply(body: unknown, options: unknown = {}): this {
    this.#last().reply(body, options);
    return this;
  }
  replyAll(body: unknown, options: unknown = {}): this {
    this.#last().replyAll(body, options);
    return this;
  }
  createDraftReply(body: unknown, options: unknown = {}): GmailDraft {
    return this.#last().createDraftReply(body, options);
  }
  createDraftReplyAll(body: unknown, options: unknown = {}): GmailDraft {
    return this.#last().createDraftReplyAll(body, options);
  }

  #bears(label: string): boolean {
    return this._entries().some(({ labels }) => labels.has(label));
  }
  #change(move: Move): this {
    this.#desk.change(this._entries(), move);
    return this;
  }
  /** Drafts are not answered. */
  #last(): GmailMessage {
    const last = this._entries().filter(({ draft }) => !draft).at(-1);
    if (!last) throw new GuestError('Gmail operation not allowed.');
    return new GmailMessage(last.id, this.#desk, last);
  }
}
