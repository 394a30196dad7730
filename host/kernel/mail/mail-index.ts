/** Finds mail again without reading all of it: by id, by Message-ID, by conversation and by account. Kept in memory, made from the store when first asked. */
import type { Mail } from '../../contract';

/** A mail as the store has it. Workspaces of earlier versions have no `threadId`: there every mail is a conversation of its own. */
export interface StoredMail extends Mail {
  readonly number: number;
  /** The message as RFC 2822 text in base64url, where it was handed in as such. */
  readonly raw?: string;
  readonly draftId?: string;
  readonly threadId?: string;
}

export interface IndexedMail {
  readonly number: number;
  readonly id: string;
  readonly threadId: string;
  readonly subject: string;
  /** In lower case: the sender and everybody who received it. */
  readonly accounts: ReadonlySet<string>;
  readonly receivers: ReadonlySet<string>;
}

export type MailHeaders = Mail['headers'];

export function headerOf(headers: MailHeaders, wanted: string): string {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
}

const bare = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '');

/** The Message-ID without its brackets. Mail that brought none has one that follows from its id. */
export const messageIdOf = ({ id, headers }: Pick<Mail, 'id' | 'headers'>): string => bare(headerOf(headers, 'message-id')) || `${id}@mail.workspace.example`;

/** What a mail answers to, nearest first. */
export function referencesOf(headers: MailHeaders): readonly string[] {
  const named = `${headerOf(headers, 'references')} ${headerOf(headers, 'in-reply-to')}`.match(/<[^<>\s]{1,998}>/g) ?? [];
  return named.reverse().slice(0, 50).map(bare);
}

/** A subject without the signs of answering and forwarding. */
export function plainSubject(subject: string): string {
  return subject.replace(/^(\s*(re|fwd?|回复|答复|转发)\s*[:：])+/i, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

export class MailIndex {
  readonly #byId = new Map<string, IndexedMail>();
  readonly #byMessageId = new Map<string, IndexedMail>();
  readonly #byThread = new Map<string, IndexedMail[]>();
  readonly #byAccount = new Map<string, IndexedMail[]>();
  readonly #received = new Map<string, number>();

  add(mail: StoredMail): void {
    const { number, id, from, to, cc, bcc } = mail;
    const receivers = new Set([...to, ...cc, ...bcc].map((address) => address.toLowerCase()));
    const accounts = new Set([from.toLowerCase(), ...receivers]);
    const found: IndexedMail = { number, id, threadId: mail.threadId ?? id, subject: plainSubject(mail.subject), accounts, receivers };
    this.#byId.set(id, found);
    // The first to bear a Message-ID keeps it: who sends it again does not move other people's answers.
    const messageId = messageIdOf(mail);
    if (!this.#byMessageId.has(messageId)) this.#byMessageId.set(messageId, found);
    append(this.#byThread, found.threadId, found);
    for (const account of accounts) append(this.#byAccount, account, found);
    for (const receiver of receivers) this.#received.set(receiver, (this.#received.get(receiver) ?? 0) + 1);
  }

  withId(id: string): IndexedMail | null {
    return this.#byId.get(id) ?? null;
  }
  withMessageId(messageId: string): IndexedMail | null {
    return this.#byMessageId.get(messageId) ?? null;
  }
  /** Oldest first. */
  inThread(threadId: string): readonly IndexedMail[] {
    return this.#byThread.get(threadId) ?? [];
  }
  /** Oldest first. @param account in lower case */
  of(account: string): readonly IndexedMail[] {
    return this.#byAccount.get(account) ?? [];
  }
  /** How many mails each address has received. */
  received(): ReadonlyMap<string, number> {
    return this.#received;
  }
}

function append<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
