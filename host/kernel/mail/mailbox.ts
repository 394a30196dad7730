/** Mail of the workspace: what was sent, what still lies in drafts, and what may be sent today. */
import { randomUUID } from 'node:crypto';
import type { Mail, VirtualTime } from '../../contract';
import { GuestError } from '../host-object';
import type { Limits } from '../limits';
import { Collection, put, type Store, type StoreChange } from '../store';
import { wallTime } from '../zone';
import { AccountMail } from './account-mail';
import { MailIndex, plainSubject, referencesOf, type StoredMail } from './mail-index';

/** Quotas start anew at midnight there. */
const quotaZone = 'America/Los_Angeles';

export interface Draft {
  readonly id: string;
  readonly messageId: string;
  readonly owner: string;
  /** The message as RFC 2822 text in base64url, as it was handed in. */
  readonly raw: string;
  readonly mail: OutgoingMail;
  readonly createdAt: VirtualTime;
  /** The conversation it belongs to; absent when it begins one. */
  readonly threadId?: string;
}

export type OutgoingMail = Omit<Mail, 'id' | 'sentAt'>;

export type SentMail = Mail & { readonly threadId: string };

const asReceived = ({ number: _number, raw: _raw, draftId: _draftId, threadId: _threadId, ...mail }: StoredMail): Mail => mail;

export const newMailId = (): string => randomUUID().replaceAll('-', '').slice(0, 16);

export class Mailbox {
  readonly #mails: Collection<StoredMail>;
  readonly #drafts: Collection<Draft>;
  #index: MailIndex | null = null;
  #last: number | null = null;

  constructor(
    private readonly store: Store,
    private readonly limits: Limits,
    private readonly now: () => VirtualTime,
  ) {
    this.#mails = new Collection(store, 'mail');
    this.#drafts = new Collection(store, 'draft');
    store.onRestore(() => {
      this.#last = null;
      this.#index = null;
    });
  }

  /** Newest first. */
  all(limit = Infinity): readonly Mail[] {
    const mails: Mail[] = [];
    for (let number = this.#lastNumber(); number > 0 && mails.length < limit; number -= 1) {
      const mail = this.#mails.get(number);
      if (mail) mails.push(asReceived(mail));
    }
    return mails;
  }

  /** Newest first. */
  receivedBy(address: string, limit = Infinity): readonly Mail[] {
    const wanted = address.trim().toLowerCase();
    const received = this.index().of(wanted).filter(({ receivers }) => receivers.has(wanted)).reverse().slice(0, limit);
    return received.map(({ number }) => this.#mails.get(number)).filter((mail) => mail !== undefined).map(asReceived);
  }

  withId(id: string): Mail | null {
    const found = this.index().withId(id);
    const mail = found && this.#mails.get(found.number);
    return mail ? asReceived(mail) : null;
  }

  account(address: string): AccountMail {
    return new AccountMail(this.store, this, address);
  }

  index(): MailIndex {
    if (!this.#index) {
      this.#index = new MailIndex();
      for (const mail of this.#mails.values()) this.#index.add(mail);
    }
    return this.#index;
  }
  stored(number: number): StoredMail | null {
    return this.#mails.get(number) ?? null;
  }

  /**
   * The conversation that a message joins: the one it was written into, else the one it answers to. Either must have its subject, as on the platform.
   * Null for one that begins a conversation.
   */
  conversationOf(mail: OutgoingMail, written?: string): string | null {
    const answered = referencesOf(mail.headers);
    if (written === undefined && answered.length === 0) return null;
    const subject = plainSubject(mail.subject);
    const from = mail.from.toLowerCase();
    const index = this.index();
    if (written !== undefined && index.inThread(written).some((found) => found.accounts.has(from) && found.subject === subject)) return written;
    return answered.map((messageId) => index.withMessageId(messageId)).find((found) => found?.subject === subject)?.threadId ?? null;
  }

  remainingToday(sender: string): number {
    const used = this.store.get(this.#quotaKey(sender));
    return this.limits.recipientsPerDay - (typeof used === 'number' ? used : 0);
  }

  /**
   * Delivers a mail and, in the same moment, takes its draft away.
   * @throws GuestError when there is nobody to send to, too many receivers, or the day's quota is used up
   */
  send(mail: OutgoingMail, options: { readonly draft?: Draft; readonly raw?: string; readonly threadId?: string } = {}): SentMail {
    const receivers = mail.to.length + mail.cc.length + mail.bcc.length;
    if (receivers === 0) throw new GuestError('Failed to send email: no recipient');
    if (receivers > this.limits.recipientsPerMail) throw new GuestError('Limit Exceeded: Email Recipients Per Message.');
    const attachmentBytes = mail.attachments.reduce((sum, { base64 }) => sum + base64.length * 0.75, 0);
    if (Math.max(Buffer.byteLength(mail.text), Buffer.byteLength(mail.html)) > this.limits.mailBodyBytes) throw new GuestError('Limit Exceeded: Email Body Size.');
    if (mail.attachments.length > this.limits.attachmentsPerMail) throw new GuestError('Limit Exceeded: Email Attachments Per Message.');
    if (attachmentBytes > this.limits.attachmentBytesPerMail) throw new GuestError('Limit Exceeded: Email Total Attachments Size.');
    if (receivers > this.remainingToday(mail.from)) throw new GuestError('Service invoked too many times for one day: email.');
    const sent: Mail = { ...mail, id: options.draft?.messageId ?? newMailId(), sentAt: this.now() };
    const number = this.#lastNumber() + 1;
    const threadId = this.conversationOf(mail, options.threadId ?? options.draft?.threadId) ?? sent.id;
    const stored: StoredMail = { ...sent, number, threadId, ...(options.raw === undefined ? {} : { raw: options.raw }), ...(options.draft ? { draftId: options.draft.id } : {}) };
    const changes: StoreChange[] = [
      this.#mails.put(number, stored),
      put(this.#quotaKey(mail.from), this.limits.recipientsPerDay - this.remainingToday(mail.from) + receivers),
    ];
    if (options.draft) changes.push(this.#drafts.remove(options.draft.id));
    this.store.commit(changes);
    this.#last = number;
    this.#index?.add(stored);
    return { ...sent, threadId };
  }

  saveDraft(draft: Draft): void {
    this.store.commit([this.#drafts.put(draft.id, draft)]);
  }

  removeDraft(id: string): void {
    this.store.commit([this.#drafts.remove(id)]);
  }

  draft(id: string, owner: string): Draft | null {
    const draft = this.#drafts.get(id);
    return draft && draft.owner.toLowerCase() === owner.toLowerCase() ? draft : null;
  }

  /** Newest first. */
  drafts(owner: string): readonly Draft[] {
    return [...this.#drafts.values()].filter((draft) => draft.owner.toLowerCase() === owner.toLowerCase()).sort((left, right) => right.createdAt - left.createdAt);
  }

  #quotaKey(sender: string): readonly [string, string, string] {
    const { year, month, day } = wallTime(this.now(), quotaZone);
    return ['mail-quota', sender, `${year}-${month}-${day}`];
  }

  #lastNumber(): number {
    if (this.#last === null) {
      this.#last = 0;
      for (const { key } of this.store.range(['mail'])) this.#last = Number(key[1]);
    }
    return this.#last;
  }
}
