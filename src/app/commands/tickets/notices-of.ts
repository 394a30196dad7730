import {
  approvals, dispatchOrders, noticeChannel, noticeStatus, outbox, partsRequests, quotes, receivables, repairOrders, sentNotices, serviceAgreements, siteReports, staff, tasks, tripReports, type Notice, type TableName,
} from '../../../../sheets-templates';
import { tableName } from '../../../ledger/change';
import { Draft } from '../../../ledger/draft';
import { refuse, showInstant, words, type Words } from '../../../terms';
import { hasRole } from '../../actor';
import { command, type CommandDefinition, type Picks } from '../../command';

const papers = [dispatchOrders, partsRequests, repairOrders, siteReports, tripReports, approvals, tasks, quotes, serviceAgreements, receivables] as const;

/** A paper, and the numbers that it hangs on. */
type Link = readonly [paper: string, on: string | null];

const links = (draft: Draft): readonly Link[] => [
  ...draft.all(dispatchOrders).map((row): Link => [row.orderId, row.ticketId]), ...draft.all(partsRequests).map((row): Link => [row.requestId, row.ticketId]), ...draft.all(repairOrders).map((row): Link => [row.repairId, row.ticketId]),
  ...draft.all(tripReports).map((row): Link => [row.tripId, row.ticketId]), ...draft.all(tasks).map((row): Link => [row.taskId, row.ticketId]), ...draft.all(quotes).map((row): Link => [row.quoteId, row.ticketId]),
  ...draft.all(serviceAgreements).map((row): Link => [row.agreementId, row.ticketId]), ...draft.all(receivables).map((row): Link => [row.arId, row.ticketId]),
  // These hang on papers, which stand above; an application about the ticket itself is named after it: TK-…/B.
  ...draft.all(siteReports).map((row): Link => [row.reportId, row.orderId]), ...draft.all(approvals).map((row): Link => [row.approvalId, row.docId.split('/')[0] ?? '']),
];

/** A ticket and what hangs on it, by number: notices are about any of them. Of an archived ticket its own number is left. */
const idsOf = (draft: Draft, ticketId: string): ReadonlySet<string> => {
  const ids = new Set([ticketId]);
  for (const [paper, on] of links(draft)) if (on !== null && ids.has(on)) ids.add(paper);
  return ids;
};

/** N-44/TK-20260303-001/…: what a notice is about stands between strokes. */
const isAbout = (key: string, ids: ReadonlySet<string>): boolean => key.split(/[/#]/).some((part) => ids.has(part));

const wanted = ({ objectId, raw }: Parameters<Picks['choose']>[0]): string => (objectId !== '' ? objectId : typeof raw['ticketId'] === 'string' ? raw['ticketId'] : '').trim().toUpperCase();

const picks: Picks = {
  indexed: [{ table: sentNotices, by: ['key'] }],
  choose: (asked) => (index) => {
    const draft = new Draft(index);
    const ids = idsOf(draft, wanted(asked));
    return new Map<TableName, ReadonlySet<string>>([[tableName(sentNotices), new Set(draft.where(sentNotices, ({ key }) => isAbout(key, ids)).map(({ noticeId }) => noticeId))]]);
  },
};

const mostShown = 60;

/** Deadlines that a notice speaks of. */
const rulesOf = ({ key, body }: Notice): string => [...new Set(`${key} ${JSON.stringify(body)}`.match(/\bS-\d{2}[a-d]?\b/g) ?? [])].join(' ');

const outcome = ({ status, sentAt, notBefore, lastError }: Notice): Words => {
  const at = sentAt ?? notBefore;
  const when = at === null ? '' : ` ${showInstant(at)}`;
  const why = status !== 'SENT' && lastError !== null ? ` (${lastError.slice(0, 60)})` : '';
  return words(`${noticeStatus[status].zh}${when}${why}`, `${noticeStatus[status].en}${when}${why}`);
};

const line = (draft: Draft, notice: Notice): Words => {
  const { code, queuedAt, toStaff, toAddress, channel, subject } = notice;
  const member = draft.find(staff, toStaff)?.name;
  const [rules, by, came] = [rulesOf(notice), noticeChannel[channel], outcome(notice)];
  const what = `${showInstant(queuedAt)} ${code}${rules === '' ? '' : ` ${rules}`}`;
  // A customer's address is nobody's business here (9.3).
  const who = words(member ?? (channel === 'CHAT' ? toAddress : '客户'), member ?? (channel === 'CHAT' ? toAddress : 'customer'));
  return words(`${what} → ${who.zh}（${by.zh}）${subject} · ${came.zh}`, `${what} → ${who.en} (${by.en}) ${subject} · ${came.en}`);
};

/** Section 13: who was told of a ticket, when, under which code and rule, and whether it left. */
export const noticesOf: CommandDefinition = command({
  name: 'ticket.notices', label: words('查通知记录', 'Who was told what'), rules: ['13', '4.5'], reads: [outbox, ...papers], picks,
  fields: [{ name: 'ticketId', kind: 'text', label: words('工单号', 'Ticket number'), maximum: 40 }],
  decide: ({ draft, actor, objectId, input }) => {
    if (!hasRole(actor, 'SUP', 'TSM', 'DGM', 'EDGM', 'GM', 'QM')) return refuse('ROLE', '通知记录由主管、经理、领导和质量监督查看。', 'The supervisor, the managers and quality supervision look up notices.');
    const ticketId = wanted({ objectId, raw: { ticketId: input.text('ticketId') } });
    if (ticketId === '') return refuse('INPUT', '请填写工单号。', 'Give the ticket number.');
    const ids = idsOf(draft, ticketId);
    const found = [...draft.where(sentNotices, ({ key }) => isAbout(key, ids)), ...draft.where(outbox, ({ key }) => isAbout(key, ids))].sort((one, other) => (one.queuedAt < other.queuedAt ? -1 : 1));
    const lines = found.slice(-mostShown).map((notice) => line(draft, notice));
    const head = found.length > mostShown
      ? words(`${ticketId}：通知 ${found.length} 条，以下为最近 ${mostShown} 条。`, `${ticketId}: ${found.length} notices, here the last ${mostShown}.`)
      : words(`${ticketId}：通知 ${found.length} 条。`, `${ticketId}: ${found.length} notices.`);
    return { objectId: ticketId, message: words([head.zh, ...lines.map(({ zh }) => zh)].join('\n'), [head.en, ...lines.map(({ en }) => en)].join('\n')) };
  },
});
