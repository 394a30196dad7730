import { outbox, staff, type Notice, type StaffMember } from '../../sheets-templates';
import type { PlainRow, RowChange } from '../ledger/change';
import { Draft } from '../ledger/draft';
import { addMinutes, epochOf, type Instant } from '../terms';
import { hoursFromNow, signLink, staffClaims } from './links';
import { writeMail } from './mail';
import type { NoticeBody } from './notices';
import type { Ports } from './ports';

/**
 * How notices leave exactly once. A notice becomes a draft, the draft's number is written down with the notice, then the
 * draft is sent; a draft that is not there any more has been sent. So whatever the moment of a crash, the next run knows
 * whether to send or only to note it. A draft whose number was never written down stays unsent. A mail that cannot leave
 * holds up no other: one that is refused is tried again after growing gaps, and given up visibly after the fifth try.
 */

/** One mail a run may take along at most; the rest leaves with the next sweep. */
const mostPerRun = 40;

const linkHours = 72;

/** Minutes until the next try of a mail that was refused, after the first, second … refusal; after the last it has failed. */
const gaps = [5, 15, 60, 240];

const addressOf = (ports: Ports, people: ReadonlyMap<string, StaffMember>, notice: Notice) => (page: 'approval' | 'desk' | 'ticket' | 'acceptance', objectId: string): string => {
  const now = ports.now();
  const member = notice.toStaff === null ? undefined : people.get(notice.toStaff);
  const claims = page === 'ticket' || page === 'acceptance' || member === undefined
    ? { page: page === 'acceptance' ? page : 'ticket', objectId, staffId: '', version: 0, expires: 0 } as const
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

interface Refused {
  readonly notice: Notice;
  readonly error: string;
}

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

interface Tried {
  readonly left: readonly Notice[];
  readonly refused: readonly Refused[];
}

/** Sends each draft for itself. Stops where the service sends no more for now: what is behind waits for the next sweep. */
const sendDrafts = (ports: Ports, notices: readonly Notice[]): Tried => {
  const left: Notice[] = [];
  const refused: Refused[] = [];
  for (const draftId of new Set(notices.map((notice) => notice.draftId))) {
    if (draftId === null) continue;
    const group = notices.filter((notice) => notice.draftId === draftId);
    const outcome = attempt(() => ports.mail.send(draftId));
    if (outcome === 'later') break;
    if (outcome instanceof Failed) refused.push(...group.map((notice) => ({ notice, error: outcome.reason })));
    else left.push(...group);
  }
  return { left, refused };
};

const postponed = ({ attempts }: Notice, error: string, at: Instant): Partial<Notice> => {
  const gap = gaps[attempts];
  return { attempts: attempts + 1, lastError: error.slice(0, 300), ...(gap === undefined ? { status: 'FAILED' } : { notBefore: addMinutes(at, gap) }) };
};

/** Moves notices that left from the outbox to the record of what left, and notes with the others why they did not. */
const writeDown = (ports: Ports, { left, refused }: Tried, at: Instant): void => {
  if (left.length + refused.length === 0) return;
  const opened = ports.ledger().read([outbox], true);
  if (opened === null) return;
  const waiting = new Draft(opened.snapshot);
  for (const { notice, error } of refused) if (waiting.find(outbox, notice.noticeId) !== undefined) waiting.update(outbox, notice.noticeId, postponed(notice, error, at));
  const changes = left.filter((notice) => waiting.find(outbox, notice.noticeId) !== undefined).flatMap((notice): readonly RowChange[] => [
    { kind: 'delete', table: 'outbox', key: notice.noticeId },
    { kind: 'insert', table: 'sentNotices', key: notice.noticeId, row: { ...notice, attempts: notice.attempts + 1, sentAt: at, status: 'SENT' } },
  ]);
  const all = [...waiting.changes(), ...changes];
  if (all.length > 0) ports.ledger().commit(opened, { at, actor: 'SYS', command: 'notice.sent', objectId: '', result: 'OK', changes: all, reason: '' });
};

/** Sends notices whose drafts are laid down and written down, and writes down what came of it. */
export const sendDrafted = (ports: Ports, notices: readonly Notice[], at: Instant): void => writeDown(ports, sendDrafts(ports, notices), at);

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

/** Lets everything leave that may, P1 first. Runs under the lock. Gives the number of mails sent. */
export const deliverDue = (ports: Ports): number => {
  const now = ports.now();
  const opened = ports.ledger().read([outbox, staff], true);
  if (opened === null) return 0;
  const draft = new Draft(opened.snapshot);
  const due = [...draft.where(outbox, mayLeave(now))].sort((one, other) => order[one.priority] - order[other.priority]);
  if (due.length === 0) return 0;
  const members = new Map(draft.all(staff).map((member) => [member.staffId, member]));
  const drafted = due.filter((notice) => notice.draftId !== null);
  const fresh = bundles(due.filter((notice) => notice.draftId === null)).slice(0, mostPerRun);
  const refused: Refused[] = [];
  for (const group of fresh) {
    const draftId = attempt(() => draftOf(ports, members, group));
    if (draftId === null) break;
    if (draftId instanceof Failed) refused.push(...group.map((notice) => ({ notice, error: draftId.reason })));
    else for (const notice of group) drafted.push(draft.update(outbox, notice.noticeId, { draftId }));
  }
  if (draft.changes().length > 0) ports.ledger().commit(opened, { at: now, actor: 'SYS', command: 'notice.draft', objectId: '', result: 'OK', changes: draft.changes(), reason: '' });
  const sent = sendDrafts(ports, drafted);
  writeDown(ports, { left: sent.left, refused: [...refused, ...sent.refused] }, now);
  return new Set(sent.left.map((notice) => notice.draftId)).size;
};
