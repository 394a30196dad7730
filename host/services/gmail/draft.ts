/** `GmailDraft`. */
import { randomUUID } from 'node:crypto';
import { GuestError, HostObject } from '../../kernel/host-object';
import { newMailId, type Draft, type OutgoingMail } from '../../kernel/mail/mailbox';
import { composeGmail, mailOptions } from '../mail-options';
import type { Desk } from './desk';
import { GmailMessage } from './message';

export const newDraftId = (): string => `r${BigInt(`0x${randomUUID().replaceAll('-', '').slice(0, 15)}`).toString()}`;

export class GmailDraft extends HostObject {
  static override readonly guestName = 'GmailDraft';
  readonly #id: string;
  readonly #desk: Desk;
  constructor(id: string, desk: Desk) {
    super();
    this.#id = id;
    this.#desk = desk;
  }
  get _draft(): Draft {
    const draft = this.#desk.kernel.mailbox.draft(this.#id, this.#desk.owner);
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
    return new GmailMessage(this._draft.messageId, this.#desk);
  }
  deleteDraft(): void {
    this.#desk.kernel.mailbox.removeDraft(this._draft.id);
  }
  send(): GmailMessage {
    const draft = this._draft;
    this.#desk.asked();
    const sent = this.#desk.kernel.mailbox.send(draft.mail, { draft });
    return new GmailMessage(sent.id, this.#desk);
  }
  update(...args: unknown[]): this {
    const composed = composeGmail(mailOptions('GmailApp.GmailDraft.update', args), this.#desk.owner);
    const draft = this._draft;
    this.#desk.asked();
    // What it answers to stays: a draft keeps its conversation as long as it keeps its subject.
    const answered = Object.entries(draft.mail.headers).filter(([name]) => /^(in-reply-to|references)$/i.test(name));
    this.#desk.kernel.mailbox.saveDraft({ ...draft, mail: { ...composed, headers: { ...composed.headers, ...Object.fromEntries(answered) } }, raw: '' });
    return this;
  }
}

export function keepDraft(mail: OutgoingMail, threadId: string | null, desk: Desk): GmailDraft {
  desk.asked();
  const draft: Draft = { id: newDraftId(), messageId: newMailId(), owner: desk.owner, raw: '', mail, createdAt: desk.context.now(), ...(threadId === null ? {} : { threadId }) };
  desk.kernel.mailbox.saveDraft(draft);
  return new GmailDraft(draft.id, desk);
}
