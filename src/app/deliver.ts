import { outbox, sentNotices, staff, type Notice, type StaffMember } from '../../sheets-templates';
import type { PlainRow, RowChange } from '../ledger/change';
import type { Draft } from '../ledger/draft';
import { addMinutes, epochOf, type Instant } from '../terms';
import { hoursFromNow, isCustomers, signLink, staffClaims } from './links';
import { writeMail } from './mail';
import type { NoticeBody } from './notices';
import type { Ports } from './ports';
import type { NoticeAction } from './request';
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

const linkHours = 72;

/** Minutes until the next try of a mail that was refused, after the first, second … refusal; after the last it has failed. */
const gaps = [5, 15, 60, 240];

const addressOf = (ports: Ports, people: ReadonlyMap<string, StaffMember>, notice: Notice) => (page: NoticeAction['page'], objectId: string): string => {
  const now = ports.now();
  const member = notice.toStaff === null ? undefined : people.get(notice.toStaff);
  const claims = isCustomers(page) || member === undefined
    ? { page: isCustomers(page) ? page : 'ticket', objectId, staffId: '', version: 0, expires: 0 } as const
    : staffClaims(page, objectId, member, page === 'approval' ? hoursFromNow(now, linkHours) : hoursFromNow(now, 24 * 90));
  return `${ports.webAppUrl()}?v=${claims.page}&t=${signLink(ports, claims)}`;
};

const draftOf = (ports: Ports, people: ReadonlyMap<string, StaffMember>, group: readonly Notice[]): string | null => {
  const [first] = group;
  if (first === undefined) throw new Error('No notice to draft');
  return ports.mail.draft(writeMail({
    from: ports.senderAddress(),
    to: first.toAddress,
    sentAt: ports.now(),
    notices: group.map((notice) => ({ noticeId: notice.noticeId, subject: notice.subject, body: notice.body as NoticeBody, link: addressOf(ports, people, notice) })),
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

/** Lays down drafts for the P1 notices of a command before it commits, so that its one journal row already names them. */
export const attachDrafts = (ports: Ports, changes: readonly RowChange[], people: readonly PlainRow[]): Urgent => {
  const members = byId(people);
  const notices: Notice[] = [];
  const attached = changes.map((change): RowChange => {
    if (change.kind !== 'insert' || change.table !== 'outbox' || change.row['priority'] !== 'P1' || notices.length >= mostPerRun) return change;
    const notice = change.row as unknown as Notice;
    const draftId = attempt(() => draftOf(ports, members, [notice]));
    // What becomes of the mail must not decide what becomes of the command: the sweep tries again.
    if (typeof draftId !== 'string') return change;
    const drafted: Notice = { ...notice, draftId };
    notices.push(drafted);
    return { ...change, row: { ...drafted } };
  });
  return { changes: attached, notices };
};

/** Sends each draft for itself. Stops where the service sends no more for now: what is behind waits for the next sweep. */
const sendEach = (ports: Ports, notices: readonly Notice[]): Outcomes => {
  const left: string[] = [];
  const refused: Outcomes['refused'][number][] = [];
  for (const draftId of new Set(notices.map((notice) => notice.draftId))) {
    if (draftId === null) continue;
    const group = notices.filter((notice) => notice.draftId === draftId).map(({ noticeId }) => noticeId);
    const outcome = attempt(() => ports.mail.send(draftId));
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

/** Moves notices that left from the outbox to the record of what left, and notes with the others why they did not. */
const enterOutcomes = (ports: Ports, draft: Draft, now: Instant): void => {
  const { left, refused } = outcomesSince(ports);
  for (const { noticeId, at } of left) {
    const notice = draft.find(outbox, noticeId);
    if (notice === undefined) continue;
    draft.remove(outbox, noticeId);
    draft.insert(sentNotices, { ...notice, attempts: notice.attempts + 1, sentAt: at, status: 'SENT' });
  }
  for (const { noticeId, error } of refused) {
    const notice = draft.find(outbox, noticeId);
    if (notice !== undefined) draft.update(outbox, noticeId, postponed(notice, error, now));
  }
};

/** Notices of one address that leave as one mail: all P3 of a digest together, others each alone. */
const bundles = (notices: readonly Notice[]): readonly (readonly Notice[])[] => {
  const found = new Map<string, Notice[]>();
  for (const notice of notices) {
    const report = typeof notice.body === 'object' && notice.body !== null && 'report' in notice.body;
    const key = notice.priority === 'P3' && !report ? `digest/${notice.toAddress}` : notice.noticeId;
    found.set(key, [...(found.get(key) ?? []), notice]);
  }
  return [...found.values()];
};

const mayLeave = (now: Instant) => (notice: Notice): boolean => notice.status !== 'FAILED' && (notice.notBefore === null || epochOf(notice.notBefore) <= epochOf(now));

const order = { P1: 1, P2: 2, P3: 3 } as const;

/**
 * Enters what came of earlier sendings and lays down drafts for everything that may leave, P1 first. Returns the notices
 * to be sent once the draft's changes are committed.
 */
export const prepareDelivery = (ports: Ports, draft: Draft, now: Instant): readonly Notice[] => {
  enterOutcomes(ports, draft, now);
  const due = [...draft.where(outbox, mayLeave(now))].sort((one, other) => order[one.priority] - order[other.priority]);
  const drafted = due.filter((notice) => notice.draftId !== null);
  const members = new Map(draft.all(staff).map((member) => [member.staffId, member]));
  for (const group of bundles(due.filter((notice) => notice.draftId === null)).slice(0, mostPerRun)) {
    const draftId = attempt(() => draftOf(ports, members, group));
    if (draftId === null) break;
    for (const notice of group) {
      if (draftId instanceof Failed) draft.update(outbox, notice.noticeId, postponed(notice, draftId.reason, now));
      else drafted.push(draft.update(outbox, notice.noticeId, { draftId }));
    }
  }
  return drafted;
};

/** The next moment at which a waiting notice may leave; `now` when some could not be taken along. Null when nothing waits. */
export const nextDelivery = (draft: Draft, leaving: readonly Notice[], now: Instant): Instant | null => {
  const going = new Set(leaving.map(({ noticeId }) => noticeId));
  const waiting = draft.where(outbox, (notice) => notice.status !== 'FAILED' && !going.has(notice.noticeId)).map(({ notBefore }) => notBefore ?? now);
  return waiting.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
};
