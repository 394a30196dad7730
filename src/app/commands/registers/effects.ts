import { complaints, correctiveActions, customers, dispatchOrders, itinerary, payments, policyAcks, policyDocs, receivables, staff, tickets, training, trainingAssignments, type AnyTable } from '../../../../sheets-templates';
import { dayKind, nextMonth } from '../../../deadlines';
import { datesBetween, itineraryRowId } from '../../../dispatch';
import { listOf, textOf, type Entry } from '../../../registers';
import { dateOf, monthOf, parseInstant, refuse, type Refusal } from '../../../terms';
import type { Request } from '../../request';
import { owedOn } from '../charges/money-owed';
import { disputeReceivable } from '../charges/receivables';
import { bySystem } from './by-system';

/** What a step needs and does beyond its own row, by command. */
export interface Effect {
  readonly reads: readonly AnyTable[];
  /** Fills in what follows from what was given. */
  readonly prepare?: (request: Request, given: Entry) => Entry | Refusal;
  readonly follow?: (request: Request, entry: Entry) => void;
}

/** The customer is the ticket's where one is named. */
const withCustomer = ({ draft }: Request, given: Entry): Entry | Refusal => {
  const customerId = given['customerId'] ?? draft.find(tickets, textOf(given, 'ticketId'))?.customerId;
  return customerId === undefined || customerId === null
    ? refuse('3.14', '请填写工单号，或客户名称、编号（客户档案由内勤登记）。', 'Please give the ticket, or the customer\'s name or number (the clerk registers customers).') : { ...given, customerId };
};

/** while charges are disputed, reminders rest; the manager settles it on the receivable. */
const dispute = (request: Request, entry: Entry): void => {
  if (entry['category'] !== 'CHARGE') return;
  for (const row of owedOn(request.draft, textOf(entry, 'ticketId'))) {
    if (row.status === 'NOT_DUE' || row.status === 'DUE' || row.status === 'OVERDUE' || row.status === 'PARTLY_PAID') disputeReceivable(request, row, textOf(entry, 'complaintId'), textOf(entry, 'content').slice(0, 200));
  }
};

/** The record that an action comes from names it. */
const link = ({ draft }: Request, entry: Entry): void => {
  const sourceId = textOf(entry, 'sourceId');
  if (draft.find(complaints, sourceId) !== undefined) draft.update(complaints, sourceId, { capaId: textOf(entry, correctiveActions.key) });
};

/** Until when overtime is reported hangs on the class of the ticket it is for (S-43). */
const withClass = ({ draft }: Request, given: Entry): Entry => {
  const order = draft.find(dispatchOrders, textOf(given, 'orderId'));
  return { ...given, severity: draft.find(tickets, order?.ticketId)?.severity ?? null };
};

/** days of leave stand in the itinerary, where nothing else was planned. */
const enterLeave = ({ draft, calendar }: Request, entry: Entry): void => {
  const [from, to] = ['compFrom', 'compTo'].map((column) => parseInstant(textOf(entry, column)));
  if (from === null || from === undefined || to === null || to === undefined) return;
  const staffId = textOf(entry, 'staffId');
  for (const date of datesBetween(dateOf(from), dateOf(to))) {
    const rowId = itineraryRowId(staffId, date);
    const before = draft.find(itinerary, rowId);
    if (before === undefined) {
      draft.insert(itinerary, {
        rowId, staffId, date, dayKind: dayKind(calendar, date), status: 'COMP_LEAVE', orderIds: null, projectName: null, customerId: null, cities: null, overnightCity: null, inCompanyCityOnly: true, allowanceDay: false, siteReportOk: true,
        remarks: textOf(entry, 'otId'), locked: false,
      });
    } else if (!before.locked && (before.orderIds ?? []).length === 0) draft.update(itinerary, rowId, { status: 'COMP_LEAVE', remarks: textOf(entry, 'otId') });
  }
};

/** everybody in service learns of it and acknowledges it. */
const askEverybody = (request: Request, entry: Entry): void => {
  const { docId, title, version, file, effectiveDate } = entry;
  for (const { staffId } of request.draft.where(staff, ({ active }) => active)) {
    bySystem(request, 'policyAck.ask', '', { ackId: `${String(docId)}/${String(version)}/${staffId}`, docId, title, version, file, staffId, dueDate: effectiveDate });
  }
};

const forgetAcks = (request: Request, entry: Entry): void => {
  for (const { ackId } of request.draft.by(policyAcks, 'docId', textOf(entry, 'docId')).filter(({ status }) => status === 'OPEN')) bySystem(request, 'policyAck.cancel', ackId);
};

/** everybody of the audience has a task until the end of the month of the training. */
const assign = (request: Request, entry: Entry): void => {
  const { trainingId, title, passMark } = entry;
  const audience = listOf(entry, 'audience');
  for (const { staffId } of request.draft.where(staff, ({ active, roles }) => active && roles.some((role) => audience.includes(role)))) {
    bySystem(request, 'trainingTask.assign', '', { assignId: `${String(trainingId)}/${staffId}`, trainingId, title, staffId, month: textOf(entry, 'plannedAt').slice(0, 7), passMark });
  }
};

const excuseAll = (request: Request, entry: Entry): void => {
  for (const { assignId } of request.draft.by(trainingAssignments, 'trainingId', textOf(entry, 'trainingId')).filter(({ status }) => status === 'ASSIGNED' || status === 'OVERDUE')) bySystem(request, 'trainingTask.excuse', assignId, { excuse: '培训已取消 Cancelled' });
};

/** Who failed has another task, next month. */
const retake = (request: Request, entry: Entry): void => {
  const { trainingId, title, staffId, passMark, assignId } = entry;
  bySystem(request, 'trainingTask.assign', '', { assignId: `${String(assignId)}+`, trainingId, title, staffId, month: nextMonth(monthOf(dateOf(request.now))), passMark, retakeOf: assignId });
};

export const effects: Readonly<Record<string, Effect>> = {
  'complaint.receive': { reads: [tickets, customers, receivables, payments], prepare: withCustomer, follow: dispute },
  'capa.open': { reads: [complaints], follow: link },
  'overtime.plan': { reads: [tickets], prepare: withClass },
  'overtime.declare': { reads: [tickets], prepare: withClass },
  'overtime.leaveApproved': { reads: [itinerary], follow: enterLeave },
  'policy.draft': { reads: [policyDocs], prepare: ({ digest }, given) => ({ ...given, contentHash: digest(JSON.stringify([given['title'], given['file']])) }) },
  'policy.approved': { reads: [policyAcks], follow: askEverybody },
  'policy.withdraw': { reads: [policyAcks], follow: forgetAcks },
  'training.approve': { reads: [trainingAssignments], follow: assign },
  'training.cancel': { reads: [training, trainingAssignments], follow: excuseAll },
  'trainingTask.fail': { reads: [], follow: retake },
};
