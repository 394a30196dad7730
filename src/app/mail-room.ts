import type { Notice } from '../../sheets-templates';
import { addMinutes, type Instant } from '../terms';
import type { MailPort, Ports } from './ports';

/** What the budget asks of the outside. */
type RoomPorts = Pick<Ports, 'recall' | 'remember'> & { readonly mail: Pick<MailPort, 'left'> };

/** The account's mail is bounded a day. A share of it is kept for P1; what finds no room waits, joined by address (section 12, notify.p1_reserve). */

/** Minutes until what found no room is looked at again. */
const holdMinutes = 60;

/** Notices by what they leave with, the first of each bundle in its place. */
const joined = (notices: readonly Notice[], key: (notice: Notice) => string): readonly (readonly Notice[])[] => {
  const found = new Map<string, Notice[]>();
  for (const notice of notices) found.set(key(notice), [...(found.get(key(notice)) ?? []), notice]);
  return [...found.values()];
};

const isReport = ({ body }: Notice): boolean => typeof body === 'object' && body !== null && 'report' in body;

/** Notices of one address that leave as one mail: all P3 of a digest together, others each alone. */
export const bundles = (notices: readonly Notice[]): readonly (readonly Notice[])[] =>
  joined(notices, (notice) => (notice.priority === 'P3' && !isReport(notice) ? `digest/${notice.toAddress}` : notice.noticeId));

/** With little room everything but P1 that goes to one address leaves as one mail. */
const tightBundles = (notices: readonly Notice[]): readonly (readonly Notice[])[] =>
  joined(notices, (notice) => (isReport(notice) ? notice.noticeId : notice.toAddress));

const mostKey = 'mail.most';

/** The account's mails a day, as the most that was ever seen to be left. */
const dailyMails = (ports: RoomPorts, left: number): number => {
  const known = Number(ports.recall(mostKey) ?? 0);
  if (left > known) ports.remember(mostKey, String(left));
  return Math.max(left, known);
};

export interface Room {
  readonly groups: readonly (readonly Notice[])[];
  readonly held: readonly Notice[];
  readonly left: number;
}

/** P1 always, however little is left; of the others as many mails as fit above the reserve, a percentage of the day's mails. */
export const withinRoom = (ports: RoomPorts, waiting: readonly Notice[], drafted: number, reservePercent: number): Room => {
  const allowed = ports.mail.left();
  if (allowed === null) return { groups: bundles(waiting), held: [], left: 0 };
  const left = allowed - drafted;
  const urgent = bundles(waiting.filter(({ priority }) => priority === 'P1'));
  const rest = waiting.filter(({ priority }) => priority !== 'P1');
  const room = Math.max(0, Math.floor(left - urgent.length - (dailyMails(ports, left) * reservePercent) / 100));
  const usual = bundles(rest);
  if (usual.length <= room) return { groups: [...urgent, ...usual], held: [], left };
  const tight = tightBundles(rest);
  return { groups: [...urgent, ...tight.slice(0, room)], held: tight.slice(room).flat(), left };
};

/** How a notice stands that found no room. */
export const heldBack = (now: Instant): Pick<Notice, 'status' | 'notBefore' | 'lastError'> => ({ status: 'HELD', notBefore: addMinutes(now, holdMinutes), lastError: 'mail quota' });
