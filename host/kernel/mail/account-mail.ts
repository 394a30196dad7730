/** The mailbox of one account: what it sent, received and drafted, in conversations, under its own labels. */
import type { MailMarks, VirtualTime } from '../../contract';
import type { Move } from './moves';
import { AccountLabels } from './mail-labels';
import type { Draft, Mailbox, OutgoingMail } from './mailbox';
import type { IndexedMail } from './mail-index';
import type { Store } from '../store';

/** A message as its account sees it. */
export interface MailEntry {
  readonly id: string;
  readonly threadId: string;
  readonly at: VirtualTime;
  readonly mail: OutgoingMail;
  readonly raw: string | null;
  readonly draft: Draft | null;
  /** Ids of labels; a message that is not `UNREAD` has been read. */
  readonly labels: ReadonlySet<string>;
  /** What it bears by itself, before anybody has touched it. */
  readonly own: readonly string[];
}

const newestFirst = (entries: readonly MailEntry[]): readonly MailEntry[] => [...entries].sort((left, right) => right.at - left.at);

const placeOf = (labels: ReadonlySet<string>): MailMarks['place'] => (labels.has('TRASH') ? 'bin' : labels.has('SPAM') ? 'spam' : labels.has('INBOX') ? 'inbox' : 'archive');

export class AccountMail {
  readonly address: string;
  readonly labels: AccountLabels;

  constructor(
    store: Store,
    private readonly mailbox: Mailbox,
    address: string,
  ) {
    this.address = address.toLowerCase();
    this.labels = new AccountLabels(store, this.address);
  }

  /** Newest first, drafts among them. */
  entries(): readonly MailEntry[] {
    const mails = this.mailbox.index().of(this.address).map((found) => this.#received(found));
    return newestFirst([...mails.reverse(), ...this.#drafts()].filter((entry) => entry !== null));
  }
  entry(id: string): MailEntry | null {
    const found = this.mailbox.index().withId(id);
    if (found) return found.accounts.has(this.address) ? this.#received(found) : null;
    return this.#drafts().find((draft) => draft?.id === id) ?? null;
  }
  /** Oldest first, drafts and what lies in the bin among them. */
  thread(threadId: string): readonly MailEntry[] {
    const mails = this.mailbox.index().inThread(threadId).filter(({ accounts }) => accounts.has(this.address)).map((found) => this.#received(found));
    const drafts = this.#drafts().filter((draft) => draft?.threadId === threadId);
    return [...newestFirst([...mails.reverse(), ...drafts].filter((entry) => entry !== null))].reverse();
  }

  /** What was received, as its owner sees it in a list. */
  marks(): Readonly<Record<string, MailMarks>> {
    const names = new Map(this.labels.all().map(({ id, name }) => [id, name]));
    const received = this.entries().filter(({ own }) => own.includes('INBOX'));
    return Object.fromEntries(
      received.map(({ id, labels }) => [
        id,
        { unread: labels.has('UNREAD'), starred: labels.has('STARRED'), place: placeOf(labels), labels: [...labels].map((label) => names.get(label)).filter((name) => name !== undefined).sort() },
      ]),
    );
  }

  change(entries: readonly MailEntry[], { add, remove }: Move): void {
    this.labels.mark(entries.map(({ id, own, labels }) => ({ id, own, labels: new Set([...labels, ...add].filter((label) => !remove.includes(label))) })));
  }
  /** Deletes for good, in this account only. */
  erase(entries: readonly MailEntry[]): void {
    for (const { draft } of entries) if (draft) this.mailbox.removeDraft(draft.id);
    this.labels.erase(entries.filter(({ draft }) => !draft).map(({ id }) => id));
  }

  #received({ number, id, threadId }: IndexedMail): MailEntry | null {
    const stored = this.mailbox.stored(number);
    if (!stored) return null;
    const { raw, sentAt } = stored;
    const own = [...(stored.from.toLowerCase() === this.address ? ['SENT'] : []), ...([...stored.to, ...stored.cc, ...stored.bcc].some((address) => address.toLowerCase() === this.address) ? ['INBOX', 'UNREAD'] : [])];
    const labels = this.labels.of(id, own);
    return labels && { id, threadId, at: sentAt, mail: stored, raw: raw ?? null, draft: null, labels, own };
  }
  #drafts(): readonly (MailEntry | null)[] {
    return this.mailbox.drafts(this.address).map((draft) => this.draftEntry(draft));
  }
  draftEntry(draft: Draft): MailEntry | null {
    const { messageId: id, mail, createdAt } = draft;
    const own = ['DRAFT'];
    const labels = this.labels.of(id, own);
    return labels && { id, threadId: draft.threadId ?? id, at: createdAt, mail, raw: draft.raw || null, draft, labels, own };
  }
}
