/** `GmailApp`: sending, drafts, and reading mail. Every mail is a thread of its own here. */
import { randomUUID } from 'node:crypto';
import type { Mail } from '../contract';
import { GuestError, HostObject, signatureMismatch, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { newMailId, type Draft, type OutgoingMail } from '../kernel/mailbox';
import { Blob } from './blob';
import { matchesQuery } from './gmail-query';
import { composeMail, mailOptions, type MailOptions } from './mail-options';

interface Surroundings {
  readonly context: ServiceContext;
  readonly kernel: Kernel;
}

const record = (value: unknown): MailOptions => (typeof value === 'object' && value !== null ? { ...value } : {});

class GmailMessage extends HostObject {
  static override readonly guestName = 'GmailMessage';
  readonly #mail: OutgoingMail;
  readonly #id: string;
  readonly #at: number;
  readonly #draft: boolean;
  readonly #surroundings: Surroundings;
  constructor(mail: OutgoingMail, id: string, at: number, draft: boolean, surroundings: Surroundings) {
    super();
    this.#mail = mail;
    this.#id = id;
    this.#at = at;
    this.#draft = draft;
    this.#surroundings = surroundings;
  }
  getId(): string {
    return this.#id;
  }
  getThread(): GmailThread {
    return new GmailThread(this, this.#surroundings);
  }
  getSubject(): string {
    return this.#mail.subject;
  }
  getFrom(): string {
    return this.#mail.headers.From ?? this.#mail.from;
  }
  getTo(): string {
    return this.#mail.to.join(', ');
  }
  getCc(): string {
    return this.#mail.cc.join(', ');
  }
  getBcc(): string {
    return this.#mail.from === this.#surroundings.context.runsAs ? this.#mail.bcc.join(', ') : '';
  }
  getReplyTo(): string {
    return this.getHeader('Reply-To');
  }
  getHeader(name: unknown): string {
    return Object.entries(this.#mail.headers).find(([header]) => header === String(name))?.[1] ?? '';
  }
  getDate(): Date {
    return new Date(this.#at);
  }
  getBody(): string {
    return this.#mail.html || this.#mail.text;
  }
  getPlainBody(): string {
    return this.#mail.text || this.#mail.html.replace(/<[^>]*>/g, '');
  }
  getAttachments(options: unknown = {}): Blob[] {
    const { includeInlineImages = true, includeAttachments = true } = record(options);
    const wanted = this.#mail.attachments.filter(({ contentId }) => (contentId === undefined ? includeAttachments !== false : includeInlineImages !== false));
    return wanted.map(({ name, mimeType, base64 }) => new Blob(Buffer.from(base64, 'base64'), mimeType, name));
  }
  isDraft(): boolean {
    return this.#draft;
  }
  reply(body: unknown, options: unknown = {}): this {
    return this.#answer([this.getReplyTo() || this.#mail.from], body, options);
  }
  replyAll(body: unknown, options: unknown = {}): this {
    const { runsAs } = this.#surroundings.context;
    return this.#answer([this.getReplyTo() || this.#mail.from, ...this.#mail.to.filter((address) => address !== runsAs)], body, { cc: this.#mail.cc.join(','), ...record(options) });
  }
  forward(recipient: unknown, options: unknown = {}): this {
    this.#send({ body: this.#mail.text, htmlBody: this.#mail.html, attachments: this.getAttachments(), ...record(options), to: recipient, subject: `Fwd: ${this.#mail.subject}` });
    return this;
  }
  #answer(to: readonly string[], body: unknown, options: unknown): this {
    const subject = /^re:/i.test(this.#mail.subject) ? this.#mail.subject : `Re: ${this.#mail.subject}`;
    this.#send({ subject, ...record(options), to: to.join(','), body });
    return this;
  }
  #send(options: MailOptions): void {
    const { context, kernel } = this.#surroundings;
    context.count({ requests: 1 });
    kernel.mailbox.send(composeMail(options, context.runsAs));
  }
}

class GmailThread extends HostObject {
  static override readonly guestName = 'GmailThread';
  readonly #message: GmailMessage;
  readonly #surroundings: Surroundings;
  constructor(message: GmailMessage, surroundings: Surroundings) {
    super();
    this.#message = message;
    this.#surroundings = surroundings;
  }
  getId(): string {
    return this.#message.getId();
  }
  getMessages(): GmailMessage[] {
    this.#surroundings.context.count({ requests: 1 });
    return [this.#message];
  }
  getMessageCount(): number {
    return 1;
  }
  getFirstMessageSubject(): string {
    return this.#message.getSubject();
  }
  getLastMessageDate(): Date {
    return this.#message.getDate();
  }
  reply(body: unknown, options: unknown = {}): this {
    this.#message.reply(body, options);
    return this;
  }
  replyAll(body: unknown, options: unknown = {}): this {
    this.#message.replyAll(body, options);
    return this;
  }
}

class GmailDraft extends HostObject {
  static override readonly guestName = 'GmailDraft';
  readonly #id: string;
  readonly #surroundings: Surroundings;
  constructor(id: string, surroundings: Surroundings) {
    super();
    this.#id = id;
    this.#surroundings = surroundings;
  }
  get _draft(): Draft {
    const draft = this.#surroundings.kernel.mailbox.draft(this.#id, this.#surroundings.context.runsAs);
    if (!draft) throw new GuestError('Gmail operation not allowed.');
    return draft;
  }
  getId(): string {
    return this.#id;
  }
  getMessageId(): string {
    return this._draft.messageId;
  }
  getMessage(): GmailMessage {
    const { mail, messageId, createdAt } = this._draft;
    return new GmailMessage(mail, messageId, createdAt, true, this.#surroundings);
  }
  deleteDraft(): void {
    this.#surroundings.kernel.mailbox.removeDraft(this._draft.id);
  }
  send(): GmailMessage {
    const draft = this._draft;
    const { context, kernel } = this.#surroundings;
    context.count({ requests: 1 });
    const sent = kernel.mailbox.send(draft.mail, { draft });
    return new GmailMessage(sent, sent.id, sent.sentAt, false, this.#surroundings);
  }
  update(...args: unknown[]): this {
    const mail = composeMail(mailOptions('GmailApp.GmailDraft.update', args), this.#surroundings.context.runsAs);
    this.#surroundings.context.count({ requests: 1 });
    this.#surroundings.kernel.mailbox.saveDraft({ ...this._draft, mail, raw: '' });
    return this;
  }
}

class GmailApp extends HostObject {
  static override readonly guestName = 'GmailApp';
  readonly #surroundings: Surroundings;
  constructor(surroundings: Surroundings) {
    super();
    this.#surroundings = surroundings;
  }
  sendEmail(...args: unknown[]): this {
    const { context, kernel } = this.#surroundings;
    const mail = composeMail(mailOptions('GmailApp.sendEmail', args), context.runsAs);
    context.count({ requests: 1, bytes: Buffer.byteLength(mail.text) + Buffer.byteLength(mail.html) });
    kernel.mailbox.send(mail);
    return this;
  }
  createDraft(...args: unknown[]): GmailDraft {
    const { context, kernel } = this.#surroundings;
    const mail = composeMail(mailOptions('GmailApp.createDraft', args), context.runsAs);
    context.count({ requests: 1 });
    const id = `r${BigInt(`0x${randomUUID().replaceAll('-', '').slice(0, 15)}`).toString()}`;
    kernel.mailbox.saveDraft({ id, messageId: newMailId(), owner: context.runsAs, raw: '', mail, createdAt: context.now() });
    return new GmailDraft(id, this.#surroundings);
  }
  getDrafts(): GmailDraft[] {
    const { context, kernel } = this.#surroundings;
    context.count({ requests: 1 });
    return kernel.mailbox.drafts(context.runsAs).map(({ id }) => new GmailDraft(id, this.#surroundings));
  }
  getDraft(id: unknown): GmailDraft {
    const draft = new GmailDraft(String(id), this.#surroundings);
    draft.getMessageId();
    return draft;
  }
  getDraftMessages(): GmailMessage[] {
    return this.getDrafts().map((draft) => draft.getMessage());
  }
  search(query: unknown, start?: unknown, most?: unknown): GmailThread[] {
    if (typeof query !== 'string') throw signatureMismatch('GmailApp.search', [query]);
    return this.#threads((mail) => matchesQuery(mail, this.#places(mail), query), start, most);
  }
  getInboxThreads(start?: unknown, most?: unknown): GmailThread[] {
    return this.#threads((mail) => this.#places(mail).includes('inbox'), start, most);
  }
  getMessageById(id: unknown): GmailMessage {
    const mail = this.#mine().find((candidate) => candidate.id === id);
    if (!mail) throw new GuestError('Invalid argument: messageId');
    return this.#message(mail);
  }
  getThreadById(id: unknown): GmailThread | null {
    const mail = this.#mine().find((candidate) => candidate.id === id);
    return mail ? new GmailThread(this.#message(mail), this.#surroundings) : null;
  }
  getMessagesForThread(thread: unknown): GmailMessage[] {
    if (!(thread instanceof GmailThread)) throw signatureMismatch('GmailApp.getMessagesForThread', [thread]);
    return thread.getMessages();
  }
  getMessagesForThreads(threads: unknown): GmailMessage[][] {
    return (Array.isArray(threads) ? threads : []).map((thread) => this.getMessagesForThread(thread));
  }
  getAliases(): string[] {
    return [];
  }

  #threads(test: (mail: Mail) => boolean, start: unknown = 0, most: unknown = 500): GmailThread[] {
    const found = this.#mine().filter(test).slice(Number(start), Number(start) + Number(most));
    return found.map((mail) => new GmailThread(this.#message(mail), this.#surroundings));
  }
  #message(mail: Mail): GmailMessage {
    return new GmailMessage(mail, mail.id, mail.sentAt, false, this.#surroundings);
  }
  #places({ from, to, cc, bcc }: Mail): readonly string[] {
    const { runsAs } = this.#surroundings.context;
    return [...(from === runsAs ? ['sent'] : []), ...([...to, ...cc, ...bcc].includes(runsAs) ? ['inbox'] : [])];
  }
  #mine(): readonly Mail[] {
    this.#surroundings.context.count({ requests: 1 });
    return this.#surroundings.kernel.mailbox.all().filter((mail) => this.#places(mail).length > 0);
  }
}

export const gmailAppService = (kernel: Kernel): ServiceDefinition => ({
  name: 'GmailApp',
  create: (context) => ({ root: new GmailApp({ context, kernel }) }),
});
