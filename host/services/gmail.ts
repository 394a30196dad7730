/** The advanced service `Gmail`: drafts and messages of the account the script runs as. */
import { randomUUID } from 'node:crypto';
import type { Mail } from '../contract';
import { GuestError, HostObject, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { newMailId, type Draft, type OutgoingMail } from '../kernel/mailbox';
import { fromSigned } from './blob';
import { matchesQuery } from './gmail-query';
import { parseMessage } from './mail-message';

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});

const apiError = (method: string, code: number, message: string): GuestError =>
  new GuestError(`API call to gmail.users.${method} failed with error: ${message}`, 'GoogleJsonResponseException', { details: { code, message } });

interface Surroundings {
  readonly context: ServiceContext;
  readonly kernel: Kernel;
}

/** The bytes of a message that came as web-safe base64 or as a byte array. */
function rawBytes(method: string, resource: Readonly<Record<string, unknown>>): Buffer {
  const { raw } = resource;
  const bytes = typeof raw === 'string' ? Buffer.from(raw, 'base64') : fromSigned(raw);
  if (!bytes || bytes.length === 0) throw apiError(method, 400, "'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  return bytes;
}

const headerList = (mail: OutgoingMail): object[] => Object.entries(mail.headers).map(([name, value]) => ({ name, value }));

/** A message resource in the format asked for. */
function messageResource(id: string, labels: readonly string[], at: number, mail: OutgoingMail, raw: string | null, format: unknown): object {
  const base = { id, threadId: id, labelIds: labels, internalDate: String(at), snippet: mail.text.slice(0, 200) };
  if (format === 'minimal') return base;
  if (format === 'raw') return { ...base, raw: raw ?? '' };
  return { ...base, payload: { mimeType: mail.html ? 'text/html' : 'text/plain', headers: headerList(mail), body: { size: mail.text.length } } };
}

abstract class Resource extends HostObject {
  readonly #surroundings: Surroundings;
  constructor(surroundings: Surroundings) {
    super();
    this.#surroundings = surroundings;
  }
  get _kernel(): Kernel {
    return this.#surroundings.kernel;
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
  /** Delivers, and turns refusals into errors of the API. */
  _deliver(method: string, mail: OutgoingMail, options: { readonly draft?: Draft; readonly raw?: string }): object {
    try {
      const sent = this._kernel.mailbox.send(mail, options);
      return { id: sent.id, threadId: sent.id, labelIds: ['SENT'] };
    } catch (error) {
      if (!(error instanceof GuestError)) throw error;
      if (error.message.startsWith('Failed')) throw apiError(method, 400, 'Recipient address required');
      throw apiError(method, 429, error.message.startsWith('Service invoked') ? `User-rate limit exceeded. ${error.message}` : error.message);
    }
  }
}

class Drafts extends Resource {
  static override readonly guestName = 'Gmail.Users.Drafts';

  async create(resource: unknown, userId: unknown): Promise<object> {
    const raw = rawBytes('drafts.create', record(record(resource).message));
    this._request('drafts.create', userId, raw.length);
    const draft: Draft = {
      id: `r${BigInt(`0x${randomUUID().replaceAll('-', '').slice(0, 15)}`).toString()}`,
      messageId: newMailId(),
      owner: this._owner,
      raw: raw.toString('base64url'),
      mail: await parseMessage(raw, this._owner),
      createdAt: this._now(),
    };
    this._kernel.mailbox.saveDraft(draft);
    return { id: draft.id, message: { id: draft.messageId, threadId: draft.messageId, labelIds: ['DRAFT'] } };
  }
  send(resource: unknown, userId: unknown): object {
    this._request('drafts.send', userId);
    const draft = this.#draft('drafts.send', record(resource).id);
    return this._deliver('drafts.send', draft.mail, { draft, raw: draft.raw });
  }
  get(userId: unknown, id: unknown, options: unknown = {}): object {
    this._request('drafts.get', userId);
    const draft = this.#draft('drafts.get', id);
    return { id: draft.id, message: messageResource(draft.messageId, ['DRAFT'], draft.createdAt, draft.mail, draft.raw, record(options).format) };
  }
  list(userId: unknown, options: unknown = {}): object {
    this._request('drafts.list', userId);
    const { q, maxResults = 100, pageToken = '0' } = record(options);
    const found = this._kernel.mailbox.drafts(this._owner).filter(({ mail }) => matchesQuery(mail, ['draft', 'drafts'], q));
    const start = Number(pageToken);
    const page = found.slice(start, start + Number(maxResults));
    const more = start + page.length < found.length ? { nextPageToken: String(start + page.length) } : {};
    const drafts = page.map(({ id, messageId }) => ({ id, message: { id: messageId, threadId: messageId } }));
    return drafts.length === 0 ? { resultSizeEstimate: 0 } : { drafts, resultSizeEstimate: found.length, ...more };
  }
  remove(userId: unknown, id: unknown): void {
    this._request('drafts.delete', userId);
    this._kernel.mailbox.removeDraft(this.#draft('drafts.delete', id).id);
  }
  #draft(method: string, id: unknown): Draft {
    const draft = typeof id === 'string' ? this._kernel.mailbox.draft(id, this._owner) : null;
    if (!draft) throw apiError(method, 404, 'Requested entity was not found.');
    return draft;
  }
}

class Messages extends Resource {
  static override readonly guestName = 'Gmail.Users.Messages';

  async send(resource: unknown, userId: unknown): Promise<object> {
    const raw = rawBytes('messages.send', record(resource));
    this._request('messages.send', userId, raw.length);
    return this._deliver('messages.send', await parseMessage(raw, this._owner), { raw: raw.toString('base64url') });
  }
  list(userId: unknown, options: unknown = {}): object {
    this._request('messages.list', userId);
    const { q, maxResults = 100, pageToken = '0' } = record(options);
    const found = this.#mine().filter((mail) => matchesQuery(mail, this.#labels(mail).map((label) => label.toLowerCase()), q));
    const start = Number(pageToken);
    const page = found.slice(start, start + Number(maxResults));
    const more = start + page.length < found.length ? { nextPageToken: String(start + page.length) } : {};
    return page.length === 0 ? { resultSizeEstimate: 0 } : { messages: page.map(({ id }) => ({ id, threadId: id })), resultSizeEstimate: found.length, ...more };
  }
  get(userId: unknown, id: unknown, options: unknown = {}): object {
    this._request('messages.get', userId);
    const mail = this.#mine().find((candidate) => candidate.id === id);
    if (!mail) throw apiError('messages.get', 404, 'Requested entity was not found.');
    return messageResource(mail.id, this.#labels(mail), mail.sentAt, mail, this._kernel.mailbox.rawOf(mail.id), record(options).format);
  }
  #mine(): readonly Mail[] {
    const owner = this._owner;
    return this._kernel.mailbox.all().filter(({ from, to, cc, bcc }) => from === owner || [...to, ...cc, ...bcc].includes(owner));
  }
  #labels({ from, to, cc, bcc }: Mail): readonly string[] {
    const owner = this._owner;
    return [...(from === owner ? ['SENT'] : []), ...([...to, ...cc, ...bcc].includes(owner) ? ['INBOX'] : [])];
  }
}

class Users extends HostObject {
  static override readonly guestName = 'Gmail.Users';
  static override readonly guestProperties = ['Drafts', 'Messages'];
  readonly Drafts: Drafts;
  readonly Messages: Messages;
  readonly #surroundings: Surroundings;
  constructor(surroundings: Surroundings) {
    super();
    this.#surroundings = surroundings;
    this.Drafts = new Drafts(surroundings);
    this.Messages = new Messages(surroundings);
  }
  getProfile(): object {
    this.#surroundings.context.count({ requests: 1 });
    return { emailAddress: this.#surroundings.context.runsAs };
  }
}

class Gmail extends HostObject {
  static override readonly guestName = 'Gmail';
  static override readonly guestProperties = ['Users'];
  readonly Users: Users;
  constructor(surroundings: Surroundings) {
    super();
    this.Users = new Users(surroundings);
  }
  newMessage(): object {
    return {};
  }
  newDraft(): object {
    return {};
  }
}

export const gmailService = (kernel: Kernel): ServiceDefinition => ({
  name: 'Gmail',
  advanced: true,
  create: (context) => ({ root: new Gmail({ context, kernel }) }),
});
