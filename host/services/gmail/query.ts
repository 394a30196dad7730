/** What the operators of Gmail's search language mean for the messages of an account. */
import type { MailEntry } from '../../kernel/mail/account-mail';
import { headerOf, messageIdOf } from '../../kernel/mail/mail-index';
import { labelKey } from '../../kernel/mail/mail-labels';
import { GuestError } from '../../kernel/host-object';
import { momentOf, wallTime } from '../../kernel/zone';
import { senderOf } from '../mail-message';
import { bodyText } from './body-text';
import { readQuery, type QueryNode } from './query-syntax';

export interface QueryPlace {
  readonly account: string;
  readonly now: number;
  /** Days of `after:` and `before:` begin at midnight there. */
  readonly zone: string;
  /** Name of a label of the account by its id. */
  labelName(id: string): string;
}

type Test = (entry: MailEntry, value: string, place: QueryPlace) => boolean;

const includes = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
const notEmulated = (what: string): GuestError => new GuestError(`NotEmulated: Gmail search operator ${what}`, 'Error');

const systemPlaces: Readonly<Record<string, string>> = {
  inbox: 'INBOX', sent: 'SENT', draft: 'DRAFT', drafts: 'DRAFT', trash: 'TRASH', bin: 'TRASH', spam: 'SPAM', starred: 'STARRED', important: 'IMPORTANT', unread: 'UNREAD', chat: 'CHAT', chats: 'CHAT',
};
const unknownStates = new Set(['muted', 'snoozed', 'scheduled']);

const isUnder: Test = ({ labels }, value, place) => {
  const wanted = labelKey(value);
  if (unknownStates.has(wanted)) throw notEmulated(`in:${value}`);
  if (wanted === 'anywhere') return true;
  if (wanted === 'read') return !labels.has('UNREAD');
  if (wanted === 'archive') return !['INBOX', 'SENT', 'DRAFT', 'TRASH', 'SPAM'].some((label) => labels.has(label));
  const system = systemPlaces[wanted];
  return system === undefined ? [...labels].some((id) => labelKey(place.labelName(id)) === wanted) : labels.has(system);
};

const addressed = (addresses: readonly string[], value: string, { account }: QueryPlace): boolean =>
  addresses.some((address) => includes(address, value) || (value.toLowerCase() === 'me' && address.toLowerCase() === account));

/** `2026/03/02`, with other signs between or the year at the end, or seconds since 1970. */
function momentGiven(operator: string, value: string, zone: string): number {
  if (/^\d{9,}$/.test(value)) return Number(value) * 1000;
  const parts = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(value) ?? /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value);
  if (!parts) throw notEmulated(`${operator}:${value}`);
  const [first = 0, second = 0, third = 0] = parts.slice(1).map(Number);
  const [year, month, day] = first > 31 ? [first, second, third] : [third, first, second];
  return momentOf({ year, month, day }, zone);
}

function momentAgo(operator: string, value: string, { now, zone }: QueryPlace): number {
  const parts = /^(\d+)([dmy])$/i.exec(value);
  if (!parts) throw notEmulated(`${operator}:${value}`);
  const count = Number(parts[1]);
  const wall = wallTime(now, zone);
  switch (parts[2]?.toLowerCase()) {
    case 'm':
      return momentOf({ ...wall, month: wall.month - count }, zone);
    case 'y':
      return momentOf({ ...wall, year: wall.year - count }, zone);
    default:
      return now - count * 86_400_000;
  }
}

function bytesGiven(operator: string, value: string): number {
  const parts = /^(\d+)(k|m)?b?$/i.exec(value);
  if (!parts) throw notEmulated(`${operator}:${value}`);
  return Number(parts[1]) * ({ k: 1024, m: 1_048_576 }[parts[2]?.toLowerCase() ?? ''] ?? 1);
}

export const sizeOf = ({ mail }: MailEntry): number =>
  Buffer.byteLength(mail.text) + Buffer.byteLength(mail.html) + Object.entries(mail.headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0) + mail.attachments.reduce((sum, { base64 }) => sum + base64.length, 0);

const qualities: Readonly<Record<string, (entry: MailEntry, place: QueryPlace) => boolean>> = {
  attachment: ({ mail }) => mail.attachments.some(({ contentId }) => contentId === undefined),
  userlabels: ({ labels }) => [...labels].some((id) => id.startsWith('Label_')),
  nouserlabels: ({ labels }) => ![...labels].some((id) => id.startsWith('Label_')),
};

const after: Test = ({ at }, value, { zone }) => at >= momentGiven('after', value, zone);
const before: Test = ({ at }, value, { zone }) => at < momentGiven('before', value, zone);

const operators: Readonly<Record<string, Test>> = {
  subject: ({ mail }, value) => includes(mail.subject, value),
  from: ({ mail }, value, place) => includes(senderOf(mail), value) || addressed([mail.from], value, place),
  to: ({ mail }, value, place) => includes(headerOf(mail.headers, 'to'), value) || addressed([...mail.to, ...mail.cc], value, place),
  cc: ({ mail }, value, place) => addressed(mail.cc, value, place),
  bcc: ({ mail }, value, place) => mail.from.toLowerCase() === place.account && addressed(mail.bcc, value, place),
  deliveredto: ({ own }, value, { account }) => own.includes('INBOX') && includes(account, value),
  rfc822msgid: ({ id, mail }, value) => messageIdOf({ id, headers: mail.headers }) === value.replace(/^<|>$/g, ''),
  in: isUnder,
  is: isUnder,
  label: isUnder,
  has: (entry, value, place) => {
    const test = qualities[value.toLowerCase()];
    if (!test) throw notEmulated(`has:${value}`);
    return test(entry, place);
  },
  filename: ({ mail }, value) => mail.attachments.some(({ name }) => includes(name, value)),
  after,
  newer: after,
  before,
  older: before,
  newer_than: ({ at }, value, place) => at > momentAgo('newer_than', value, place),
  older_than: ({ at }, value, place) => at < momentAgo('older_than', value, place),
  larger: (entry, value) => sizeOf(entry) > bytesGiven('larger', value),
  size: (entry, value) => sizeOf(entry) > bytesGiven('size', value),
  smaller: (entry, value) => sizeOf(entry) < bytesGiven('smaller', value),
};

const anywhere = ({ mail }: MailEntry, word: string): boolean =>
  [mail.subject, mail.text, bodyText(mail.html), senderOf(mail), ...mail.to, ...mail.cc, ...mail.attachments.map(({ name }) => name)].some((text) => includes(text, word));

function holds(node: QueryNode, entry: MailEntry, place: QueryPlace): boolean {
  switch (node.kind) {
    case 'all':
      return node.nodes.every((one) => holds(one, entry, place));
    case 'any':
      return node.nodes.some((one) => holds(one, entry, place));
    case 'not':
      return !holds(node.node, entry, place);
    case 'term': {
      if (node.operator === null) return anywhere(entry, node.value);
      const test = operators[node.operator];
      if (!test) throw notEmulated(node.operator);
      return test(entry, node.value, place);
    }
  }
}

/** Whether the query itself asks for what lies in the bin or in spam, which searches leave out otherwise. */
function asksForHidden(node: QueryNode): boolean {
  if (node.kind === 'not') return false;
  if (node.kind !== 'term') return node.nodes.some(asksForHidden);
  return ['in', 'is', 'label'].includes(node.operator ?? '') && ['anywhere', 'trash', 'bin', 'spam'].includes(node.value.toLowerCase());
}

/** @throws GuestError, once messages are tried, for an operator that is not there */
export function matcher(query: unknown, place: QueryPlace, options: { readonly withSpamAndTrash?: boolean } = {}): (entry: MailEntry) => boolean {
  const tree = readQuery(typeof query === 'string' ? query : '');
  const hidden = options.withSpamAndTrash === true || asksForHidden(tree);
  return (entry) => (hidden || !(entry.labels.has('TRASH') || entry.labels.has('SPAM'))) && holds(tree, entry, place);
}
