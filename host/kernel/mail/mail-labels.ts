/** Labels of one account, and which of them its messages bear. */
import { Collection, type Store, type StoreChange } from '../store';

/** What every account has from the start. Their ids are their names. */
export const systemLabels = ['CHAT', 'SENT', 'INBOX', 'IMPORTANT', 'TRASH', 'DRAFT', 'SPAM', 'CATEGORY_FORUMS', 'CATEGORY_UPDATES', 'CATEGORY_PERSONAL', 'CATEGORY_PROMOTIONS', 'CATEGORY_SOCIAL', 'STARRED', 'UNREAD'] as const;

export interface UserLabel {
  readonly id: string;
  readonly name: string;
  readonly messageListVisibility: string;
  readonly labelListVisibility: string;
  readonly color?: { readonly backgroundColor: string; readonly textColor: string };
}

/** What an account has done to a message, beside what the message bears by itself. */
interface Marks {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Gone for good from this account; other accounts keep theirs. */
  readonly erased?: true;
}

const noMarks: Marks = { added: [], removed: [] };
const longestName = 225;
/** Names that differ in these signs or in capitals only are the same name to Gmail, in conflicts as in searches. */
export const labelKey = (name: string): string => name.toLowerCase().replace(/[\s"&()\-/{}|]/g, '-');
const reserved = new Set([...systemLabels.filter((name) => !name.startsWith('CATEGORY')).map(labelKey), 'drafts', 'bin', 'all', 'anywhere', 'read', 'archive', 'muted', 'snoozed', 'scheduled', 'chats']);

export class AccountLabels {
  readonly #labels: Collection<UserLabel>;
  readonly #marks: Collection<Marks>;

  /** @param account in lower case */
  constructor(
    private readonly store: Store,
    private readonly account: string,
  ) {
    this.#labels = new Collection(store, 'mail-label');
    this.#marks = new Collection(store, 'mail-mark');
  }

  /** By name. */
  all(): readonly UserLabel[] {
    return [...this.#labels.under(this.account)].sort((left, right) => (left.name < right.name ? -1 : 1));
  }
  get(id: string): UserLabel | null {
    return this.#labels.getUnder(this.account, id) ?? null;
  }
  named(name: string): UserLabel | null {
    return this.all().find((label) => label.name === name) ?? null;
  }
  has(id: string): boolean {
    return systemLabels.some((label) => label === id) || this.get(id) !== null;
  }

  /** Why no label may have this name, or null. @param own id of the label that is to be renamed */
  refusal(name: string, own?: string): 'invalid' | 'taken' | null {
    if (name.length > longestName || name.includes('^') || name.split('/').some((part) => part.trim() === '') || reserved.has(labelKey(name))) return 'invalid';
    return this.all().some((label) => label.id !== own && labelKey(label.name) === labelKey(name)) ? 'taken' : null;
  }
  create(name: string, rest: Partial<Omit<UserLabel, 'id' | 'name'>> = {}): UserLabel {
    const last = Math.max(0, ...this.all().map(({ id }) => Number(id.slice('Label_'.length))));
    const label: UserLabel = { id: `Label_${last + 1}`, name, messageListVisibility: 'show', labelListVisibility: 'labelShow', ...rest };
    this.save(label);
    return label;
  }
  save(label: UserLabel): void {
    this.store.commit([this.#labels.putUnder(this.account, label.id, label)]);
  }
  /** Takes the label away, from the messages that bear it too. */
  remove(id: string): void {
    const changes: StoreChange[] = [this.#labels.removeUnder(this.account, id)];
    for (const { key, value: marks } of this.#marks.entriesUnder(this.account)) {
      if (marks.added.includes(id)) changes.push(this.#marks.putUnder(this.account, key, { ...marks, added: marks.added.filter((label) => label !== id) }));
    }
    this.store.commit(changes);
  }

  /** The labels of a message, or null when it is gone. @param own what the message bears by itself */
  of(messageId: string, own: readonly string[]): ReadonlySet<string> | null {
    const { added, removed, erased } = this.#marks.getUnder(this.account, messageId) ?? noMarks;
    return erased ? null : new Set([...own.filter((label) => !removed.includes(label)), ...added]);
  }
  /** Writes all messages' labels anew, or none. */
  mark(messages: readonly { readonly id: string; readonly own: readonly string[]; readonly labels: ReadonlySet<string> }[]): void {
    this.store.commit(
      messages.map(({ id, own, labels }) =>
        this.#marks.putUnder(this.account, id, { added: [...labels].filter((label) => !own.includes(label)), removed: own.filter((label) => !labels.has(label)) }),
      ),
    );
  }
  erase(messageIds: readonly string[]): void {
    this.store.commit(messageIds.map((id) => this.#marks.putUnder(this.account, id, { ...noMarks, erased: true })));
  }
}
