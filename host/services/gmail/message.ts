/** `GmailMessage`: a mail, or a draft of one, as its account sees it. What it says never changes; its marks are read anew each time. */
import { GuestError, HostObject } from '../../kernel/host-object';
import { moves, type Move } from '../../kernel/mail/moves';
import type { MailEntry } from '../../kernel/mail/account-mail';
import { senderOf } from '../mail-message';
import { composeGmail } from '../mail-options';
import { answerTo, record } from './answer';
import { GmailAttachment } from './attachment';
import { bodyText } from './body-text';
import type { Desk } from './desk';
import { keepDraft, type GmailDraft } from './draft';
import { headersOf, rawText } from './mime';
import { GmailThread } from './thread';

export class GmailMessage extends HostObject {
  static override readonly guestName = 'GmailMessage';
  readonly #id: string;
  readonly #desk: Desk;
  #entry: MailEntry;
  /** @throws GuestError for a message that is not in the account */
  constructor(id: string, desk: Desk, entry: MailEntry | null = desk.account.entry(id)) {
    super();
    if (!entry) throw new GuestError('Gmail operation not allowed.');
    this.#id = id;
    this.#desk = desk;
    this.#entry = entry;
  }
  /** @throws GuestError for a message that was deleted for good */
  get _present(): MailEntry {
    const entry = this.#desk.account.entry(this.#id);
    if (!entry) throw new GuestError('Gmail operation not allowed.');
    return entry;
  }
  getId(): string {
    return this.#id;
  }
  getThread(): GmailThread {
    return new GmailThread(this.#entry.threadId, this.#desk);
  }
  getSubject(): string {
    return this.#entry.mail.subject;
  }
  getFrom(): string {
    return senderOf(this.#entry.mail);
  }
  getTo(): string {
    return this.#entry.mail.to.join(', ');
  }
  getCc(): string {
    return this.#entry.mail.cc.join(', ');
  }
  getBcc(): string {
    const { mail } = this.#entry;
    return mail.from === this.#desk.owner ? mail.bcc.join(', ') : '';
  }
  getReplyTo(): string {
    return this.getHeader('Reply-To');
  }
  getHeader(name: unknown): string {
    return headersOf(this.#entry, this.#desk.owner).find(([header]) => header === String(name))?.[1] ?? '';
  }
  getDate(): Date {
    return new Date(this.#entry.at);
  }
  getBody(): string {
    const { mail } = this.#entry;
    return mail.html || mail.text;
  }
  getPlainBody(): string {
    const { mail } = this.#entry;
    return mail.text || bodyText(mail.html);
  }
  getRawContent(): string {
    return rawText(this.#entry, this.#desk.owner).toString('utf8');
  }
  getAttachments(options: unknown = {}): GmailAttachment[] {
    const { includeInlineImages = true, includeAttachments = true } = record(options);
    const wanted = this.#entry.mail.attachments.filter(({ contentId }) => (contentId === undefined ? includeAttachments !== false : includeInlineImages !== false));
    return wanted.map((attachment) => new GmailAttachment(attachment));
  }

  isDraft(): boolean {
    return this.#entry.draft !== null;
  }
  isInChats(): boolean {
    return this.#bears('CHAT');
  }
  isInInbox(): boolean {
    return this.#bears('INBOX');
  }
  isInTrash(): boolean {
    return this.#bears('TRASH');
  }
  isStarred(): boolean {
    return this.#bears('STARRED');
  }
  isUnread(): boolean {
    return this.#bears('UNREAD');
  }
  markRead(): this {
    return this.#change(moves.read);
  }
  markUnread(): this {
    return this.#change(moves.unread);
  }
  star(): this {
    return this.#change(moves.star);
  }
  unstar(): this {
    return this.#change(moves.unstar);
  }
  moveToTrash(): this {
    return this.#change(moves.trash);
  }
  refresh(): this {
    this.#desk.asked();
    this.#entry = this._present;
    return this;
  }

  reply(body: unknown, options: unknown = {}): this {
    return this.#answer(false, body, options);
  }
  replyAll(body: unknown, options: unknown = {}): this {
    return this.#answer(true, body, options);
  }
  createDraftReply(body: unknown, options: unknown = {}): GmailDraft {
    return this.#draft(false, body, options);
  }
  createDraftReplyAll(body: unknown, options: unknown = {}): GmailDraft {
    return this.#draft(true, body, options);
  }
  forward(recipient: unknown, options: unknown = {}): this {
    const { mail } = this.#entry;
    this.#desk.asked();
    this.#desk.send(composeGmail({ body: mail.text, htmlBody: mail.html, attachments: this.getAttachments(), ...record(options), to: recipient, subject: `Fwd: ${mail.subject}` }, this.#desk.owner));
    return this;
  }

  #bears(label: string): boolean {
    return (this.#desk.account.labels.of(this.#id, this.#entry.own) ?? this.#entry.labels).has(label);
  }
  #change(move: Move): this {
    this.#desk.change([this._present], move);
    return this;
  }
  #answer(toAll: boolean, body: unknown, options: unknown): this {
    const entry = this.#entry;
    this.#desk.asked();
    this.#desk.send(answerTo(entry, toAll, body, options, this.#desk.owner), entry.threadId);
    return this;
  }
  #draft(toAll: boolean, body: unknown, options: unknown): GmailDraft {
    const mail = answerTo(this.#entry, toAll, body, options, this.#desk.owner);
    return keepDraft(mail, this.#desk.kernel.mailbox.conversationOf(mail, this.#entry.threadId), this.#desk);
  }
}
