/** `Gmail.Users.Labels`. */
import { systemLabels, type UserLabel } from '../../../kernel/mail/mail-labels';
import { apiError, record, Resource, type Fields } from './resource';

const choices: Readonly<Record<string, readonly string[]>> = { messageListVisibility: ['show', 'hide'], labelListVisibility: ['labelShow', 'labelShowIfUnread', 'labelHide'] };

const isSystem = (id: unknown): boolean => systemLabels.some((label) => label === id);
const systemResource = (id: unknown): object => ({ id, name: id, type: 'system' });
const userResource = (label: UserLabel): object => ({ ...label, type: 'user' });

export class Labels extends Resource {
  static override readonly guestName = 'Gmail.Users.Labels';

  list(userId: unknown): object {
    this._request('labels.list', userId);
    return { labels: [...systemLabels.map(systemResource), ...this._account.labels.all().map(userResource)] };
  }
  /** With the numbers of messages and threads under it. */
  get(userId: unknown, id: unknown): object {
    this._request('labels.get', userId);
    const label = isSystem(id) ? systemResource(id) : userResource(this.#label('labels.get', id));
    const borne = this._account.entries().filter(({ labels }) => labels.has(String(id)));
    const unread = borne.filter(({ labels }) => labels.has('UNREAD'));
    const threads = (entries: typeof borne): number => new Set(entries.map(({ threadId }) => threadId)).size;
    return { ...label, messagesTotal: borne.length, messagesUnread: unread.length, threadsTotal: threads(borne), threadsUnread: threads(unread) };
  }
  create(resource: unknown, userId: unknown): object {
    this._request('labels.create', userId);
    const name = this.#name('labels.create', record(resource));
    return userResource(this._account.labels.create(name, looks('labels.create', record(resource))));
  }
  patch(resource: unknown, userId: unknown, id: unknown): object {
    return this.#change('labels.patch', resource, userId, id);
  }
  update(resource: unknown, userId: unknown, id: unknown): object {
    return this.#change('labels.update', resource, userId, id);
  }
  remove(userId: unknown, id: unknown): void {
    this._request('labels.delete', userId);
    if (isSystem(id)) throw apiError('labels.delete', 400, 'Invalid delete request');
    this._account.labels.remove(this.#label('labels.delete', id).id);
  }

  #change(method: string, resource: unknown, userId: unknown, id: unknown): object {
    this._request(method, userId);
    if (isSystem(id)) throw apiError(method, 400, 'Invalid update request');
    const label = this.#label(method, id);
    const fields = record(resource);
    // An update says the whole label, a patch what is to be other.
    const name = method === 'labels.patch' && fields.name === undefined ? label.name : this.#name(method, fields, label.id);
    const changed = { ...label, ...looks(method, fields), name };
    this._account.labels.save(changed);
    return userResource(changed);
  }
  #name(method: string, { name }: Fields, own?: string): string {
    const refusal = typeof name === 'string' ? this._account.labels.refusal(name, own) : 'invalid';
    if (refusal) throw apiError(method, refusal === 'taken' ? 409 : 400, refusal === 'taken' ? 'Label name exists or conflicts' : 'Invalid label name');
    return String(name);
  }
  #label(method: string, id: unknown): UserLabel {
    const label = typeof id === 'string' ? this._account.labels.get(id) : null;
    if (!label) throw this._notFound(method);
    return label;
  }
}

/** How the label is shown: kept and told, and without effect here. */
function looks(method: string, fields: Fields): Partial<Omit<UserLabel, 'id' | 'name'>> {
  const given = Object.entries(choices).flatMap(([name, allowed]) => {
    const value = fields[name];
    if (value === undefined || value === null) return [];
    if (typeof value !== 'string' || !allowed.includes(value)) throw apiError(method, 400, `Invalid value at 'label.${name}'`);
    return [[name, value] as const];
  });
  const { backgroundColor, textColor } = record(fields.color);
  const color = typeof backgroundColor === 'string' && typeof textColor === 'string' ? { color: { backgroundColor, textColor } } : {};
  return { ...Object.fromEntries(given), ...color };
}
