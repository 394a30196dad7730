/** `GmailLabel`. It keeps its id: a label that the advanced service renames goes on under its new name. */
import { GuestError, HostObject, signatureMismatch } from '../../kernel/host-object';
import type { UserLabel } from '../../kernel/mail/mail-labels';
import { threadsIn } from './arguments';
import { isUnder, page, type Desk } from './desk';
import { GmailThread } from './thread';

export class GmailLabel extends HostObject {
  static override readonly guestName = 'GmailLabel';
  readonly #id: string;
  readonly #desk: Desk;
  constructor(id: string, desk: Desk) {
    super();
    this.#id = id;
    this.#desk = desk;
  }
  /** @throws GuestError for a label that was deleted */
  get _label(): UserLabel {
    const label = this.#desk.account.labels.get(this.#id);
    if (!label) throw new GuestError('Gmail operation not allowed.');
    return label;
  }
  getName(): string {
    return this._label.name;
  }
  getThreads(start?: unknown, most?: unknown): GmailThread[] {
    const { id } = this._label;
    this.#desk.asked();
    return page(this.#desk.threads((entry) => isUnder(entry, id)), start, most).map((threadId) => new GmailThread(threadId, this.#desk));
  }
  getUnreadCount(): number {
    const { id } = this._label;
    this.#desk.asked();
    return this.#desk.threads((entry) => isUnder(entry, id) && entry.labels.has('UNREAD')).length;
  }
  addToThread(thread: unknown): this {
    return this.addToThreads([thread]);
  }
  addToThreads(threads: unknown): this {
    this.#desk.change(threadsIn('GmailApp.GmailLabel.addToThreads', threads).flatMap((thread) => thread._entries()), { add: [this._label.id], remove: [] });
    return this;
  }
  removeFromThread(thread: unknown): this {
    return this.removeFromThreads([thread]);
  }
  removeFromThreads(threads: unknown): this {
    this.#desk.change(threadsIn('GmailApp.GmailLabel.removeFromThreads', threads).flatMap((thread) => thread._entries()), { add: [], remove: [this._label.id] });
    return this;
  }
  deleteLabel(): void {
    const { id } = this._label;
    this.#desk.asked();
    this.#desk.account.labels.remove(id);
  }
}

export function labelOf(argument: unknown, method: string): UserLabel {
  if (argument === null || argument === undefined) throw new GuestError('Invalid argument: label');
  if (!(argument instanceof GmailLabel)) throw signatureMismatch(method, [argument]);
  return argument._label;
}
