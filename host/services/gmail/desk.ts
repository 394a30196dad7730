/** What every object of GmailApp works with: the account's mailbox, and ways to ask it for conversations. */
import type { AccountMail, MailEntry } from '../../kernel/mail/account-mail';
import type { Move } from '../../kernel/mail/moves';
import type { OutgoingMail, SentMail } from '../../kernel/mail/mailbox';
import { GuestError, type ServiceContext } from '../../kernel/host-object';
import type { Kernel } from '../../kernel/kernel';
import { matcher } from './query';

const mostThreads = 500;

export class Desk {
  readonly account: AccountMail;
  constructor(
    readonly context: ServiceContext,
    readonly kernel: Kernel,
  ) {
    this.account = kernel.mailbox.account(context.runsAs);
  }

  get owner(): string {
    return this.context.runsAs;
  }
  /** One request left for the server. */
  asked(bytes = 0): void {
    this.context.count({ requests: 1, bytes });
  }
  send(mail: OutgoingMail, threadId?: string): SentMail {
    return this.kernel.mailbox.send(mail, threadId === undefined ? {} : { threadId });
  }
  change(entries: readonly MailEntry[], move: Move): void {
    this.asked();
    this.account.change(entries, move);
  }

  matcher(query: unknown): (entry: MailEntry) => boolean {
    const { account, context } = this;
    return matcher(query, { account: account.address, now: context.now(), zone: context.timeZone, labelName: (id) => account.labels.get(id)?.name ?? '' });
  }
  /** Ids of the conversations with a message that passes, the one with the newest message first. */
  threads(test: (entry: MailEntry) => boolean): readonly string[] {
    const entries = this.account.entries();
    const found = new Set(entries.filter(test).map(({ threadId }) => threadId));
    return [...new Set(entries.map(({ threadId }) => threadId))].filter((threadId) => found.has(threadId));
  }
}

/** The part of a list that `start` and `max` ask for. */
export function page<T>(list: readonly T[], start: unknown = 0, most: unknown = mostThreads): readonly T[] {
  const [first, count] = [Number(start), Number(most)];
  if (!Number.isInteger(first) || first < 0) throw new GuestError('Invalid argument: start');
  if (!Number.isInteger(count) || count < 0) throw new GuestError('Invalid argument: max');
  if (count > mostThreads) throw new GuestError(`Argument max cannot exceed ${mostThreads}.`);
  return list.slice(first, first + count);
}

/** Messages under a label that count: what lies in the bin or in spam stands under these alone. */
export const isUnder = ({ labels }: MailEntry, label: string): boolean => labels.has(label) && (label === 'TRASH' || label === 'SPAM' || !(labels.has('TRASH') || labels.has('SPAM')));
