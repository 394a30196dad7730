import { counters, outbox, sentNotices, settings, staff, type Notice, type StaffMember } from '../../sheets-templates';
import type { PlainRow, RowChange } from '../ledger/change';
import { Draft, type Snapshot } from '../ledger/draft';
import { readSettings } from '../settings';
import { mailRunsOut, undeliverable } from '../text/notices/health';
import { addMinutes, dateOf, epochOf, type Instant } from '../terms';
import { chatPosts, postToChat } from './chat';
import { isCustomers, mailLinkEnds, signLink, staffClaims } from './links';
import { writeMail } from './mail';
import { bundles, heldBack, withinRoom } from './mail-room';
import type { NoticeBody } from './notices';
import type { Ports } from './ports';
import type { NoticeAction, Request } from './request';
import { outcomesSince, rememberOutcomes, type Outcomes } from './sent-marks';

/**
 * How notices leave exactly once. A notice becomes a draft, the draft's number is written down with the notice, then the
 * draft is sent; a draft that is not there any more has been sent. So whatever the moment of a crash, the next run knows
 * whether to send or only to note it. A draft whose number was never written down stays unsent. A mail that cannot leave
 * holds up no other: one that is refused is tried again after growing gaps, and given up visibly after the fifth try.
 * What came of a sending is kept in a property until the next sweep enters it in the ledger along with its own changes.
 */

/** One mail a run may take along at most; the rest leaves with the next sweep. */
const mostPerRun = 40;

/** Minutes until the next try of a mail that was refused, after the first, second … refusal; after the last it has failed. */
const gaps = [5, 15, 60, 240];

/** To whom mails go, and how long their approval links hold. */
interface Office {
  readonly people: ReadonlyMap<string, StaffMember>;
  readonly approvalHours: number;
}

const addressOf = (ports: Ports, { people, approvalHours }: Office, notice: Notice) => (page: NoticeAction['page'], objectId: string): string => {
  const now = ports.now();
  const member = notice.toStaff === null ? undefined : people.get(notice.toStaff);
  const claims = isCustomers(page) || member === undefined
    ? { page: isCustomers(page) ? page : 'ticket', objectId, staffId: '', version: 0, expires: 0 } as const
    : staffClaims(page, objectId, member, mailLinkEnds(page, now, approvalHours));
  return `${ports.webAppUrl()}?v=${claims.page}&t=${signLink(ports, claims)}`;
};

const draftOf = (ports: Ports, office: Office, group: readonly Notice[]): string | null => {
  const [first] = group;
  if (first === undefined) throw new Error('No notice to draft');
  return ports.mail.draft(writeMail({
    from: ports.senderAddress(),
    to: first.toAddress,
    sentAt: ports.now(),
    notices: group.map((notice) => ({ noticeId: notice.noticeId, subject: notice.subject, body: notice.body as NoticeBody, link: addressOf(ports, office, notice) })),
    base64: ports.base64,
    base64Text: ports.base64Text,
    deflate: ports.deflate,
  }));
};

/** People as plain rows of a snapshot are people: the codec made them. */
const byId = (rows: readonly PlainRow[]): ReadonlyMap<string, StaffMember> => new Map(rows.map((row) => [String(row['staffId']), row as unknown as StaffMember]));

/** What could not be done, and why. */
class Failed {
  constructor(readonly reason: string) {}
}

/** Outside services refuse in their own ways; whatever they say concerns this one mail only. */
const attempt = <Result>(work: () => Result): Result | Failed => {
  try {
    return work();
  } catch (error) {
    return new Failed(String(error));
  }
};

export interface Urgent {
  readonly changes: readonly RowChange[];
  readonly notices: readonly Notice[];
}

/** Lays down drafts for the P1 notices of a command before it commits, so that its one journal row already names them; adds the posts to chats. */
export const attachDrafts = (ports: Ports, changes: readonly RowChange[], snapshot: Snapshot): Urgent => {
  const office = { people: byId(snapshot.get('staff') ?? []), approvalHours: readSettings(new Draft(snapshot).all(settings)).count('approval.link_hours', ports.now()) };
  const posts = chatPosts(ports, changes);
  const notices: Notice[] = [...posts];
  const attached = changes.map((change): RowChange => {
    if (change.kind !== 'insert' || change.table !== 'outbox' || change.row['priority'] !== 'P1' || notices.length >= mostPerRun) return change;
    const notice = change.row as unknown as Notice;
    const draftId = attempt(() => draftOf(ports, office, [notice]));
    // What becomes of the mail must not decide what becomes of the command: the sweep tries again.
    if (typeof draftId !== 'string') return change;
    const drafted: Notice = { ...notice, draftId };
    notices.push(drafted);
    return { ...change, row: { ...drafted } };
  });
  return { changes: [...attached, ...posts.map((post): RowChange => ({ kind: 'insert', table: 'outbox', key: post.noticeId, row: { ...post } }))], notices };
};

/** Sends each draft for itself. Stops where the service sends no more for now: what is behind waits for the next sweep. Chats take no mail's place. */
const sendEach = (ports: Ports, unsorted: readonly Notice[]): Outcomes => {
  const notices = [...unsorted.filter(({ channel }) => channel === 'CHAT'), ...unsorted.filter(({ channel }) => channel !== 'CHAT')];
  const left: string[] = [];
  const refused: Outcomes['refused'][number][] = [];
  for (const draftId of new Set(notices.map((notice) => notice.draftId))) {
    if (draftId === null) continue;
    const together = notices.filter((notice) => notice.draftId === draftId);
    const group = together.map(({ noticeId }) => noticeId);
    const post = together.find(({ channel }) => channel === 'CHAT');
    const outcome = attempt(() => (post === undefined ? ports.mail.send(draftId) : postToChat(ports, post)));
    if (outcome === 'later') break;
    if (outcome instanceof Failed) refused.push(...group.map((noticeId) => ({ noticeId, error: outcome.reason })));
    else left.push(...group);
  }
  return { left, refused };
};

/** Sends notices whose drafts are laid down and written down, and keeps what came of it for the next sweep. */
export const sendDrafted = (ports: Ports, notices: readonly Notice[], at: Instant): void => rememberOutcomes(ports, sendEach(ports, notices), at);

const postponed = ({ attempts }: Notice, error: string, at: Instant): Partial<Notice> => {
  const gap = gaps[attempts];
  return { attempts: attempts + 1, lastError: error.slice(0, 300), ...(gap === undefined ? { status: 'FAILED' } : { notBefore: addMinutes(at, gap) }) };
};

/** What delivery looks at and changes: a command's request without actor and input. */
export type DeliveryRequest = Pick<Request, 'draft' | 'now' | 'settings' | 'notify'>;

/** Moves notices that left from the outbox to the record of what left, and notes with the others why they did not. Gives those given up now. */
const enterOutcomes = (ports: Ports, { draft, now }: DeliveryRequest): readonly Notice[] => {
  const { left, refused } = outcomesSince(ports);
  for (const { noticeId, at } of left) {
    const notice = draft.find(outbox, noticeId);
    if (notice === undefined) continue;
    draft.remove(outbox, noticeId);
    draft.insert(sentNotices, { ...notice, attempts: notice.attempts + 1, sentAt: at, status: 'SENT' });
  }
  return refused.flatMap(({ noticeId, error }) => {
    const notice = draft.find(outbox, noticeId);
    if (notice === undefined || notice.status === 'FAILED') return [];
    const after = draft.update(outbox, noticeId, postponed(notice, error, now));
    return after.status === 'FAILED' ? [after] : [];
  });
};

const mayLeave = (now: Instant) => (notice: Notice): boolean => notice.status !== 'FAILED' && (notice.notBefore === null || epochOf(notice.notBefore) <= epochOf(now));

const order = { P1: 1, P2: 2, P3: 3 } as const;

/** Somebody hears of what was given up; of a lost alarm about lost notices the outbox alone tells. */
const tellGivenUp = ({ notify }: DeliveryRequest, givenUp: readonly Notice[]): void => {
  const told = givenUp.filter(({ code, channel }) => code !== 'N-58' || channel === 'CHAT');
  const [first] = told;
  if (first !== undefined) notify({ code: 'N-58', to: [{ role: 'ADM' }, { role: 'TSM' }], objectId: first.noticeId, message: undeliverable(told) });
};

/** Notices that have to wait for more mail are marked so, and once a day somebody hears of it. */
const holdBack = ({ draft, now, notify }: DeliveryRequest, held: readonly Notice[], left: number): void => {
  for (const { noticeId } of held) draft.update(outbox, noticeId, heldBack(now));
  if (held.length === 0 || draft.find(counters, 'MAIL')?.scope === dateOf(now)) return;
  draft.nextNumber('MAIL', dateOf(now), 1);
  notify({ code: 'N-58', to: [{ role: 'ADM' }, { role: 'TSM' }], objectId: 'MAIL', cycle: dateOf(now), message: mailRunsOut(left, held.length) });
};

/** What may leave now: what has its draft already, and bundles that still need one, P1 first, as far as the day's mail allows. */
const leavingNow = (ports: Ports, request: DeliveryRequest): { readonly drafted: readonly Notice[]; readonly groups: readonly (readonly Notice[])[] } => {
  const { draft, now, settings } = request;
  const due = [...draft.where(outbox, mayLeave(now))].sort((one, other) => order[one.priority] - order[other.priority]);
  const drafted = due.filter((notice) => notice.draftId !== null);
  const waiting = due.filter((notice) => notice.draftId === null);
  if (waiting.every(({ priority }) => priority === 'P1')) return { drafted, groups: bundles(waiting) };
  const mailsDrafted = new Set(drafted.filter(({ channel }) => channel === 'EMAIL').map(({ draftId }) => draftId)).size;
  const { groups, held, left } = withinRoom(ports, waiting, mailsDrafted, settings.count('notify.p1_reserve', now));
  holdBack(request, held, left);
  // The word that mail runs out is an alarm itself: it leaves with this very run.
  const known = new Set(waiting.map(({ noticeId }) => noticeId));
  const alarms = draft.where(outbox, (notice) => notice.draftId === null && notice.priority === 'P1' && mayLeave(now)(notice) && !known.has(notice.noticeId));
  return { drafted, groups: [...bundles(alarms), ...groups] };
};

/**
 * Enters what came of earlier sendings and lays down drafts for everything that may leave. Returns the notices to be sent
 * once the draft's changes are committed.
 */
export const prepareDelivery = (ports: Ports, request: DeliveryRequest): readonly Notice[] => {
  const { draft, now } = request;
  tellGivenUp(request, enterOutcomes(ports, request));
  const { drafted, groups } = leavingNow(ports, request);
  const leaving = [...drafted];
  const office = { people: new Map(draft.all(staff).map((member) => [member.staffId, member])), approvalHours: request.settings.count('approval.link_hours', request.now) };
  for (const group of groups.slice(0, mostPerRun)) {
    const draftId = attempt(() => draftOf(ports, office, group));
    if (draftId === null) break;
    for (const notice of group) {
      if (draftId instanceof Failed) draft.update(outbox, notice.noticeId, postponed(notice, draftId.reason, now));
      else leaving.push(draft.update(outbox, notice.noticeId, { draftId }));
    }
  }
  const posts = chatPosts(ports, draft.changes());
  for (const post of posts) draft.insert(outbox, post);
  return [...posts, ...leaving];
};

/** The next moment at which a waiting notice may leave; `now` when some could not be taken along. Null when nothing waits. */
export const nextDelivery = (draft: Draft, leaving: readonly Notice[], now: Instant): Instant | null => {
  const going = new Set(leaving.map(({ noticeId }) => noticeId));
  const waiting = draft.where(outbox, (notice) => notice.status !== 'FAILED' && !going.has(notice.noticeId)).map(({ notBefore }) => notBefore ?? now);
  return waiting.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
};
