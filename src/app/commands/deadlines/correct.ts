import { contactAttempts, correctedTime, corrections, dispatchOrders, managerReports, type CorrectedTime, type Ticket, type TimeCorrection } from '../../../../sheets-templates';
import { correctClocks, type ClockEvent } from '../../../deadlines';
import type { Draft } from '../../../ledger/draft';
import { askToCorrect, correctionDecided } from '../../../text/notices/standstills';
import { isRefusal, refuse, showInstant, words, type Instant, type Refusal, type Words } from '../../../terms';
import { workingClass } from '../../../tickets';
import { actorName } from '../../actor';
import { requestApproval, type ApprovalOutcome } from '../../approvals/request-approval';
import { command, type CommandDefinition, type Reply } from '../../command';
import { clocksOf, writeClocks } from '../../effects/record-moment';
import { standstillTables } from '../../effects/standstills';
import type { Request } from '../../request';
import { excuse } from '../../effects/first-contact';
import { ticketWithDeadlines } from './moves';

export const correctionTables = [...standstillTables, contactAttempts, managerReports] as const;

/** A time on record, as it may be corrected. */
interface RecordedTime {
  readonly what: CorrectedTime;
  readonly recordId: string;
  readonly at: Instant;
  /** Who looks better or worse by it and so may not decide (6.1 no. 1). */
  readonly person: string | null;
}

/** What a kind of time starts and stops, and where it is written. */
const kinds: Readonly<Record<CorrectedTime, { readonly event: ClockEvent; readonly all: (draft: Draft, ticketId: string) => readonly RecordedTime[]; readonly write: (draft: Draft, recordId: string, at: Instant) => void; readonly decides: 'first' | 'last' }>> = {
  ARRIVAL: {
    event: 'arrived', decides: 'first', write: (draft, id, at) => void draft.update(dispatchOrders, id, { arrivedAt: at }),
    all: (draft, ticketId) => draft.by(dispatchOrders, 'ticketId', ticketId).flatMap(({ orderId, arrivedAt, leadEngineer }) => (arrivedAt === null ? [] : [{ what: 'ARRIVAL', recordId: orderId, at: arrivedAt, person: leadEngineer }])),
  },
  DEPARTURE: {
    event: 'departed', decides: 'first', write: (draft, id, at) => void draft.update(dispatchOrders, id, { departedAt: at }),
    all: (draft, ticketId) => draft.by(dispatchOrders, 'ticketId', ticketId).flatMap(({ orderId, departedAt, leadEngineer }) => (departedAt === null ? [] : [{ what: 'DEPARTURE', recordId: orderId, at: departedAt, person: leadEngineer }])),
  },
  CONTACT: {
    event: 'reached', decides: 'first', write: (draft, id, at) => void draft.update(contactAttempts, id, { at }),
    all: (draft, ticketId) => draft.by(contactAttempts, 'ticketId', ticketId).filter((row) => row.outcome === 'REACHED').map(({ attemptId, at, byStaff }) => ({ what: 'CONTACT', recordId: attemptId, at, person: byStaff })),
  },
  MANAGER_REPORT: {
    event: 'managersReported', decides: 'last', write: (draft, id, at) => void draft.update(managerReports, id, { at }),
    all: (draft, ticketId) => draft.by(managerReports, 'ticketId', ticketId).map(({ reportId, at }) => ({ what: 'MANAGER_REPORT', recordId: reportId, at, person: null })),
  },
};

const nameOf = ({ what, recordId }: Pick<RecordedTime, 'what' | 'recordId'>): string => `${what}/${recordId}`;

export const recordedTimes = (draft: Draft, ticketId: string): readonly RecordedTime[] => Object.values(kinds).flatMap(({ all }) => all(draft, ticketId));

/** Every time of a ticket that can be corrected, to choose from. */
export const correctable = (draft: Draft, ticketId: string): Readonly<Record<string, Words>> =>
  Object.fromEntries(recordedTimes(draft, ticketId).map((one) => {
    const label = correctedTime[one.what];
    return [nameOf(one), words(`${label.zh} ${showInstant(one.at)}（${one.recordId}）`, `${label.en} ${showInstant(one.at)} (${one.recordId})`)];
  }));

const timeRefused = (draft: Draft, ticket: Ticket, { what, recordId, at: before }: RecordedTime, at: Instant, now: Instant): Refusal | null => {
  const order = draft.find(dispatchOrders, recordId);
  if (at === before) return refuse('A-44', '更正后的时间与原时间相同。', 'The time is the same as before.');
  if (at > now || at < ticket.receivedAt) return refuse('A-44', '更正后的时间须在接收时间之后、现在之前。', 'The right time must lie between the receipt and now.');
  if (what === 'ARRIVAL' && ((order?.departedAt ?? at) > at || (order?.leftAt ?? at) < at)) return refuse('A-44', '到达须在出发之后、离场之前；若出发时间也有误，请先更正出发时间。', 'The arrival must lie after the departure and before leaving; correct the departure first if that is wrong too.');
  return what === 'DEPARTURE' && (order?.arrivedAt ?? at) < at ? refuse('A-44', '出发须在到达之前。', 'The departure must lie before the arrival.') : null;
};

/** 4.4 no. 8: anyone concerned asks, the manager decides, both values stay. */
export const correctTime: CommandDefinition = command({
  name: 'deadline.correct',
  label: words('更正时间', 'Correct a recorded time'),
  rules: ['4.4', 'A-44'],
  reads: correctionTables,
  fields: [
    { name: 'record', kind: 'text', label: words('要更正的时间', 'Which time'), required: true, maximum: 80 },
    { name: 'at', kind: 'instant', label: words('更正为', 'Right time'), required: true },
    { name: 'reason', kind: 'text', label: words('原因及证据', 'Reason and evidence'), required: true, minimum: 4, maximum: 300 },
  ],
  decide: (request) => {
    const ticket = ticketWithDeadlines(request, 'deadline.correct');
    if (isRefusal(ticket)) return ticket;
    const { draft, input, now } = request;
    const recorded = recordedTimes(draft, ticket.ticketId).find((one) => nameOf(one) === input.text('record'));
    if (recorded === undefined) return refuse('A-44', '本工单没有这条时间记录。', 'The ticket has no such time on record.');
    if (draft.by(corrections, 'recordId', recorded.recordId).some((row) => row.what === recorded.what && row.status === 'PENDING')) return refuse('A-44', '此时间的更正已在等待经理批复。', 'A correction of this time waits for the manager already.');
    const at = input.instant('at');
    const refused = timeRefused(draft, ticket, recorded, at, now);
    if (refused !== null) return refused;
    const correction = draft.insert(corrections, {
      correctionId: draft.nextNumber('GZ', '', 5), ticketId: ticket.ticketId, what: recorded.what, recordId: recorded.recordId, oldAt: recorded.at, newAt: at,
      reason: input.text('reason'), requestedBy: actorName(request.actor), requestedAt: now, decidedAt: null, status: 'PENDING',
    });
    const asked = requestApproval(request, {
      matrix: 'A-44', docType: 'CORRECTION', docId: correction.correctionId, content: contentOf(draft, correction), requestedBy: actorName(request.actor),
      beneficiaries: recorded.person === null ? [] : [recorded.person], severity: workingClass(ticket), noticeCode: 'N-24', message: askToCorrect(correction),
    });
    return asked ?? { objectId: ticket.ticketId, message: words('已提请经理批准更正。', 'The manager was asked to agree to the correction.') };
  },
});

/** The agreement binds to both times, and to the record as it stands. */
const contentOf = (draft: Draft, { correctionId, ticketId, what, recordId, newAt, reason }: TimeCorrection): unknown =>
  [correctionId, recordedTimes(draft, ticketId).find((one) => one.what === what && one.recordId === recordId)?.at ?? null, newAt, reason];

const apply = (request: Request, { ticketId, what, recordId, newAt, oldAt }: TimeCorrection): void => {
  const { draft, calendar } = request;
  const { event, all, write, decides } = kinds[what];
  const deciding = (): Instant | undefined => {
    const moments = all(draft, ticketId).map(({ at }) => at).sort();
    return decides === 'first' ? moments[0] : moments[moments.length - 1];
  };
  const before = deciding();
  write(draft, recordId, newAt);
  const after = deciding();
  // Of several contacts or arrivals only the one that counted moves the ticket's clocks.
  if (before !== undefined && after !== undefined && before !== after) writeClocks(draft, correctClocks(clocksOf(draft, ticketId), { event, before, after }, calendar));
  writeClocks(draft, correctClocks(clocksOf(draft, recordId), { event, before: oldAt, after: newAt }, calendar));
};

const decided = (request: Request, correctionId: string, status: 'APPROVED' | 'REJECTED', comment: string): Reply => {
  const correction = request.draft.update(corrections, correctionId, { status, decidedAt: request.now });
  const ticketId = correction.ticketId;
  if (status === 'APPROVED') apply(request, correction);
  if (status === 'APPROVED' && correction.what === 'CONTACT') excuse(request, ticketId);
  request.notify({ code: 'N-15', to: [{ staffId: correction.requestedBy }, { role: 'SUP' }], objectId: ticketId, cycle: correctionId, message: correctionDecided(correction, comment) });
  return { objectId: ticketId, message: status === 'APPROVED' ? words('已同意，相关时限已重新判定。', 'Approved; the deadlines are judged anew.') : words('已记录：不同意更正。', 'Recorded: the time stays.') };
};

export const correctionOutcome: ApprovalOutcome = {
  docType: 'CORRECTION',
  reads: correctionTables,
  content: (draft, docId) => contentOf(draft, draft.get(corrections, docId)),
  approved: (request, docId) => decided(request, docId, 'APPROVED', ''),
  rejected: (request, docId, comment) => decided(request, docId, 'REJECTED', comment),
  message: (draft, docId) => askToCorrect(draft.get(corrections, docId)),
};
