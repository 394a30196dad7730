/** What the collections of the advanced service `Gmail` have in common: whose mailbox it is, pages, and errors as the API gives them. */
import { GuestError, HostObject, type ServiceContext } from '../../../kernel/host-object';
import type { AccountMail, MailEntry } from '../../../kernel/mail/account-mail';
import type { Draft, Mailbox, OutgoingMail } from '../../../kernel/mail/mailbox';
import type { Kernel } from '../../../kernel/kernel';
import { fromSigned } from '../../blob';
import { matcher } from '../query';

export type Fields = Readonly<Record<string, unknown>>;

export const record = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});
export const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).map(String);

export const apiError = (method: string, code: number, message: string): GuestError =>
  new GuestError(`API call to gmail.users.${method} failed with error: ${message}`, 'GoogleJsonResponseException', { details: { code, message } });

/** The API tells days by the time of California, whoever asks. */
const queryZone = 'America/Los_Angeles';
const mostResults = 500;

/** The bytes of a message that came as web-safe base64 or as a byte array. */
export function rawBytes(method: string, resource: Fields): Buffer {
  const { raw } = resource;
  const bytes = typeof raw === 'string' ? Buffer.from(raw, 'base64') : fromSigned(raw);
  if (!bytes || bytes.length === 0) throw apiError(method, 400, "'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  return bytes;
}

export interface Surroundings {
  readonly context: ServiceContext;
  readonly kernel: Kernel;
}

export abstract class Resource extends HostObject {
  readonly #surroundings: Surroundings;
  constructor(surroundings: Surroundings) {
    super();
    this.#surroundings = surroundings;
  }
  get _mailbox(): Mailbox {
    return this.#surroundings.kernel.mailbox;
  }
  get _account(): AccountMail {
    return this._mailbox.account(this._owner);
  }
  get _owner(): string {
    return this.#surroundings.context.runsAs;
  }
  _now(): number {
    return this.#surroundings.context.now();
  }
  _request(method: string, userId: unknown, bytes = 0): void {
    this.#surroundings.context.count({ requests: 1, bytes });
    if (userId !== 'me' && userId !== this._owner) throw apiError(method, 403, `Delegation denied for ${this._owner}`);
  }
  _notFound(method: string): GuestError {
    return apiError(method, 404, 'Requested entity was not found.');
  }
  _entry(method: string, id: unknown): MailEntry {
    const entry = typeof id === 'string' ? this._account.entry(id) : null;
    if (!entry) throw this._notFound(method);
    return entry;
  }
  _thread(method: string, id: unknown): readonly MailEntry[] {
    const entries = typeof id === 'string' ? this._account.thread(id) : [];
    if (entries.length === 0) throw this._notFound(method);
    return entries;
  }

  /** What passes the query and bears all the labels of a list request. */
  _matcher(options: Fields): (entry: MailEntry) => boolean {
    const account = this._account;
    const labels = texts(options.labelIds);
    const withSpamAndTrash = options.includeSpamTrash === true || labels.includes('SPAM') || labels.includes('TRASH');
    const matches = matcher(options.q, { account: account.address, now: this._now(), zone: queryZone, labelName: (id) => account.labels.get(id)?.name ?? '' }, { withSpamAndTrash });
    return (entry) => labels.every((label) => entry.labels.has(label)) && matches(entry);
  }
  /** One page of what was found, under the name it has in the answer. */
  _page<T>(name: string, found: readonly T[], options: Fields, told: (one: T) => object): object {
    const start = Number(options.pageToken ?? 0);
    const page = found.slice(start, start + Math.min(Number(options.maxResults ?? 100), mostResults));
    const more = start + page.length < found.length ? { nextPageToken: String(start + page.length) } : {};
    return page.length === 0 ? { resultSizeEstimate: 0 } : { [name]: page.map(told), resultSizeEstimate: found.length, ...more };
  }

  /** Adds and takes away labels as a request says. */
  _modify(method: string, entries: readonly MailEntry[], resource: unknown): void {
    const { addLabelIds, removeLabelIds } = record(resource);
    const [add, remove] = [texts(addLabelIds), texts(removeLabelIds)];
    if (add.length + remove.length === 0) throw apiError(method, 400, 'No label add or removes specified');
    for (const label of [...add, ...remove]) {
      if (label === 'SENT' || label === 'DRAFT' || label === 'CHAT') throw apiError(method, 400, `Invalid label: ${label}`);
      if (!this._account.labels.has(label)) throw apiError(method, 400, 'labelId not found');
    }
    this._account.change(entries, { add, remove });
  }

  /** Delivers, and turns refusals into errors of the API. */
  _deliver(method: string, mail: OutgoingMail, options: { readonly draft?: Draft; readonly raw?: string; readonly threadId?: string }): object {
    try {
      const { id, threadId } = this._mailbox.send(mail, options);
      return { id, threadId, labelIds: ['SENT'] };
    } catch (error) {
      if (!(error instanceof GuestError)) throw error;
      if (error.message.startsWith('Failed')) throw apiError(method, 400, 'Recipient address required');
      throw apiError(method, 429, error.message.startsWith('Service invoked') ? `User-rate limit exceeded. ${error.message}` : error.message);
    }
  }
}
