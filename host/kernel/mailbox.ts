/** Mail of the workspace: what was sent, what still lies in drafts, and what may be sent today. */
import { randomUUID } from 'node:crypto';
import type { Mail, VirtualTime } from '../contract';
import { GuestError } from './host-object';
import type { Limits } from './limits';
import { Collection, put, type Store, type StoreChange } from './store';
import { wallTime } from './zone';

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
}

export type OutgoingMail = Omit<Mail, 'id' | 'sentAt'>;

export const newMailId = (): string => randomUUID().replaceAll('-', '').slice(0, 16);

export class Mailbox {
  readonly #mails: Collection<Mail & { readonly number: number; readonly raw?: string; readonly draftId?: string }>;
  readonly #drafts: Collection<Draft>;
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
    });
  }

  /** Newest first. */
  all(): readonly Mail[] {
    return [...this.#mails.values()].reverse().map(({ number: _number, raw: _raw, draftId: _draftId, ...mail }) => mail);
  }

  receivedBy(address: string): readonly Mail[] {
    const wanted = address.trim().toLowerCase();
    return this.all().filter(({ to, cc, bcc }) => [...to, ...cc, ...bcc].some((receiver) => receiver.toLowerCase() === wanted));
  }

  rawOf(id: string): string | null {
    for (const mail of this.#mails.values()) if (mail.id === id) return mail.raw ?? null;
    return null;
  }

  remainingToday(sender: string): number {
    const used = this.store.get(this.#quotaKey(sender));
    return this.limits.recipientsPerDay - (typeof used === 'number' ? used : 0);
  }

  /**
   * Delivers a mail and, in the same moment, takes its draft away.
   * @throws GuestError when there is nobody to send to, too many receivers, or the day's quota is used up
   */
  send(mail: OutgoingMail, options: { readonly draft?: Draft; readonly raw?: string } = {}): Mail {
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
    const changes: StoreChange[] = [
      this.#mails.put(number, { ...sent, number, ...(options.raw === undefined ? {} : { raw: options.raw }), ...(options.draft ? { draftId: options.draft.id } : {}) }),
      put(this.#quotaKey(mail.from), this.limits.recipientsPerDay - this.remainingToday(mail.from) + receivers),
    ];
    if (options.draft) changes.push(this.#drafts.remove(options.draft.id));
    this.store.commit(changes);
    this.#last = number;
    return sent;
  }

  saveDraft(draft: Draft): void {
    this.store.commit([this.#drafts.put(draft.id, draft)]);
  }

  removeDraft(id: string): void {
    this.store.commit([this.#drafts.remove(id)]);
  }

  draft(id: string, owner: string): Draft | null {
    const draft = this.#drafts.get(id);
    return draft && draft.owner === owner ? draft : null;
  }

  /** Newest first. */
  drafts(owner: string): readonly Draft[] {
    return [...this.#drafts.values()].filter((draft) => draft.owner === owner).sort((left, right) => right.createdAt - left.createdAt);
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
