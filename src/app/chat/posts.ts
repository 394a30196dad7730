import type { Notice } from '../../../sheets-templates';
import type { RowChange } from '../../ledger/change';
import { epochOf } from '../../terms';
import type { NoticeBody } from '../notices';
import type { Ports } from '../ports';
import { chatRefusal, chatRequest, chatText, isChatKind, type ChatKind } from './formats';

/**
 * Alarms in group chats, beside the mail. A post is a notice like others: it stands in the outbox from the commit that caused
 * it, is tried again, and is on record. A chat knows no drafts, so a post is made at least once: one whose run was killed
 * after the chat took it is made again, since an alarm too many is better than one too few.
 */

/** Where a chat is known: properties `chat.1` to `chat.3`, each `kind address` and, where the robot signs, its secret. Never in cells. */
const names = ['chat.1', 'chat.2', 'chat.3'];

interface Chat {
  readonly name: string;
  readonly kind: ChatKind;
  readonly address: string;
  readonly secret: string;
}

const chatOf = (ports: Ports, name: string): Chat | null => {
  const [kind = '', address = '', secret = ''] = (ports.recall(name) ?? '').trim().split(/\s+/);
  return isChatKind(kind) && address.startsWith('https://') ? { name, kind, address, secret } : null;
};

/** Alarms that a group hears of: the classes A and B, the emergency go-ahead, deadlines near or missed, new A/B-like tickets, health, capacity. */
const alarms = ['N-02', 'N-03', 'N-04', 'N-16', 'N-43', 'N-44', 'N-58', 'N-59'];

/** A notice's key without its recipient: what happened, whoever is told. */
const eventOf = ({ key }: Notice): string => key.slice(0, key.lastIndexOf('/'));

const textOf = ({ subject, body }: Notice): string => {
  const { copyText, facts } = body as NoticeBody;
  return copyText ?? [subject, ...facts.map(({ label, value }) => `${label}：${value}`)].join('\n');
};

/** One post for each chat and each alarm among the notices that a change queues, however many people get it by mail. */
export const chatPosts = (ports: Ports, changes: readonly RowChange[]): readonly Notice[] => {
  const chats = names.flatMap((name) => chatOf(ports, name) ?? []);
  if (chats.length === 0) return [];
  const events = new Map<string, Notice>();
  for (const change of changes) {
    if (change.kind !== 'insert' || change.table !== 'outbox') continue;
    // Rows of this table are notices: `queueNotice` made them.
    const notice = change.row as unknown as Notice;
    if (notice.priority === 'P1' && notice.channel === 'EMAIL' && alarms.includes(notice.code) && !events.has(eventOf(notice))) events.set(eventOf(notice), notice);
  }
  return [...events].flatMap(([event, notice]) => chats.map(({ name }): Notice => ({
    ...notice, noticeId: `${notice.noticeId}-${name}`, key: `${event}/${name}`, toStaff: null, toAddress: name, channel: 'CHAT', draftId: `${notice.noticeId}-${name}`,
    body: { language: (notice.body as NoticeBody).language, paragraphs: [chatText(textOf(notice))], facts: [], actions: [], copyText: null },
  })));
};

/** @throws Error when the chat is not set any more, cannot be reached or refuses */
export const postToChat = (ports: Ports, notice: Notice): void => {
  const chat = chatOf(ports, notice.toAddress);
  if (chat === null) throw new Error(`No chat ${notice.toAddress}`);
  const { url, body } = chatRequest(chat.kind, (notice.body as NoticeBody).paragraphs.join('\n'), chat.address, chat.secret, epochOf(ports.now()), ports.hmac);
  const { status, text } = ports.post(url, body);
  const refusal = chatRefusal(status, text);
  if (refusal !== null) throw new Error(refusal);
};
