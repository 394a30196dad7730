import { outbox, staff, type Notice, type StaffMember } from '../../sheets-templates';
import type { PlainRow, RowChange } from '../ledger/change';
import { Draft } from '../ledger/draft';
import { epochOf, type Instant } from '../terms';
import { hoursFromNow, signLink, staffClaims } from './links';
import { writeMail } from './mail';
import type { NoticeBody } from './notices';
import type { Ports } from './ports';

/**
 * How notices leave exactly once. A notice becomes a draft, the draft's number is written down with the notice, then the
 * draft is sent; a draft that is not there any more has been sent. So whatever the moment of a crash, the next run knows
 * whether to send or only to note it. A draft whose number was never written down stays unsent.
 */

/** One mail a run may take along at most; the rest leaves with the next sweep. */
const mostPerRun = 40;

const linkHours = 72;

const addressOf = (ports: Ports, people: ReadonlyMap<string, StaffMember>, notice: Notice) => (page: 'approval' | 'desk' | 'ticket' | 'acceptance', objectId: string): string => {
  const now = ports.now();
  const member = notice.toStaff === null ? undefined : people.get(notice.toStaff);
  const claims = page === 'ticket' || page === 'acceptance' || member === undefined
    ? { page: page === 'acceptance' ? page : 'ticket', objectId, staffId: '', version: 0, expires: 0 } as const
    : staffClaims(page, objectId, member, page === 'approval' ? hoursFromNow(now, linkHours) : hoursFromNow(now, 24 * 90));
  return `${ports.webAppUrl()}?v=${claims.page}&t=${signLink(ports, claims)}`;
};

const draftOf = (ports: Ports, people: ReadonlyMap<string, StaffMember>, group: readonly Notice[]): string => {
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
    const drafted: Notice = { ...notice, draftId: draftOf(ports, members, [notice]) };
    notices.push(drafted);
    return { ...change, row: { ...drafted } };
  });
  return { changes: attached, notices };
};

export const sendDrafts = (ports: Ports, notices: readonly Notice[]): void => {
  for (const draftId of new Set(notices.map((notice) => notice.draftId))) if (draftId !== null) ports.mail.send(draftId);
};

/** Moves notices from the outbox to the record of what left. */
export const markSent = (ports: Ports, notices: readonly Notice[], at: Instant): void => {
  const opened = ports.ledger().read([outbox], true);
  if (opened === null) return;
  const waiting = new Draft(opened.snapshot);
  const left = notices.filter((notice) => waiting.find(outbox, notice.noticeId) !== undefined);
  const changes = left.flatMap((notice): readonly RowChange[] => [
    { kind: 'delete', table: 'outbox', key: notice.noticeId },
    { kind: 'insert', table: 'sentNotices', key: notice.noticeId, row: { ...notice, sentAt: at, status: 'SENT' } },
  ]);
  if (changes.length > 0) ports.ledger().commit(opened, { at, actor: 'SYS', command: 'notice.sent', objectId: '', result: 'OK', changes, reason: '' });
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

const mayLeave = (now: Instant) => (notice: Notice): boolean => notice.notBefore === null || epochOf(notice.notBefore) <= epochOf(now);

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
  for (const group of fresh) {
    const draftId = draftOf(ports, members, group);
    for (const notice of group) drafted.push(draft.update(outbox, notice.noticeId, { draftId, attempts: notice.attempts + 1 }));
  }
  if (draft.changes().length > 0) ports.ledger().commit(opened, { at: now, actor: 'SYS', command: 'notice.draft', objectId: '', result: 'OK', changes: draft.changes(), reason: '' });
  sendDrafts(ports, drafted);
  markSent(ports, drafted, now);
  return new Set(drafted.map((notice) => notice.draftId)).size;
};
