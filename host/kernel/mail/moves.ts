/** What people and scripts do to mail, as the labels that come and go with it. */
export interface Move {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

export const moves = {
  read: { add: [], remove: ['UNREAD'] },
  unread: { add: ['UNREAD'], remove: [] },
  star: { add: ['STARRED'], remove: [] },
  unstar: { add: [], remove: ['STARRED'] },
  important: { add: ['IMPORTANT'], remove: [] },
  unimportant: { add: [], remove: ['IMPORTANT'] },
  archive: { add: [], remove: ['INBOX'] },
  inbox: { add: ['INBOX'], remove: ['TRASH', 'SPAM'] },
  spam: { add: ['SPAM'], remove: ['INBOX', 'TRASH'] },
  trash: { add: ['TRASH'], remove: ['INBOX', 'SPAM'] },
  untrash: { add: [], remove: ['TRASH'] },
} as const satisfies Readonly<Record<string, Move>>;
