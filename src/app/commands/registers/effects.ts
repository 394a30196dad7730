import { complaints, correctiveActions, customers, dispatchOrders, itinerary, payments, policyAcks, policyDocs, receivables, spotChecks, staff, tickets, training, trainingAssignments, type AnyTable } from '../../../../sheets-templates';
import { dayKind, nextMonth, workingDayAfter } from '../../../deadlines';
import { datesBetween, itineraryRowId } from '../../../dispatch';
import { listOf, textOf, type Entry } from '../../../registers';
import { dateOf, isRefusal, monthOf, parseInstant, refuse, type Refusal } from '../../../terms';
import { staffIdOf } from '../../actor';
import type { Request } from '../../request';
import { owedOn } from '../charges/money-owed';
import { disputeReceivable } from '../charges/receivables';
import { bySystem } from './by-system';
import { involvedIn } from './month';

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
  const named = { capaId: textOf(entry, correctiveActions.key) };
  if (draft.find(complaints, sourceId) !== undefined) draft.update(complaints, sourceId, named);
  if (draft.find(spotChecks, sourceId) !== undefined) draft.update(spotChecks, sourceId, named);
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

const checkedTicket = ({ draft, objectId }: Request): string => draft.find(spotChecks, objectId)?.ticketId ?? '';

/** 3.15: the checker had nothing to do with the ticket. */
const uninvolved = ({ draft }: Request, ticketId: string, staffId: string): Refusal | null => {
  const ticket = draft.find(tickets, ticketId);
  return ticket !== undefined && involvedIn(draft, ticket).includes(staffId) ? refuse('3.15', '检查人参与过该工单，请由质量监督或经理换人。', 'The checker had to do with this ticket; quality supervision or the manager names somebody else.') : null;
};

const improvementDays = 10;

/** A fail is put right: by the ticket's owner, or by a supervisor. */
const improve = (request: Request, entry: Entry): void => {
  if (entry['result'] !== 'FAIL') return;
  const { draft, now, calendar } = request;
  const checkId = textOf(entry, 'checkId');
  const owner = draft.find(tickets, textOf(entry, 'ticketId'))?.ownerStaff ?? draft.where(staff, ({ active, roles }) => active && roles.includes('SUP'))[0]?.staffId;
  const action = bySystem(request, 'capa.open', '', { source: 'SPOT_CHECK', sourceId: checkId, problem: `${textOf(entry, 'findings')} (${String(entry['score'])})`, owner, dueAt: workingDayAfter(calendar, dateOf(now), improvementDays) });
  if (!isRefusal(action)) draft.update(spotChecks, checkId, { capaId: textOf(action, 'capaId') });
};

export const effects: Readonly<Record<string, Effect>> = {
  'complaint.receive': { reads: [tickets, customers, receivables, payments], prepare: withCustomer, follow: dispute },
  'capa.open': { reads: [complaints, spotChecks], follow: link },
  'spotCheck.add': { reads: [tickets, dispatchOrders], prepare: (request, given) => uninvolved(request, textOf(given, 'ticketId'), staffIdOf(request.actor) ?? '') ?? given },
  'spotCheck.begin': { reads: [tickets, dispatchOrders], prepare: (request, given) => uninvolved(request, checkedTicket(request), staffIdOf(request.actor) ?? '') ?? given },
  'spotCheck.assign': { reads: [tickets, dispatchOrders], prepare: (request, given) => uninvolved(request, checkedTicket(request), textOf(given, 'checker')) ?? given },
  'spotCheck.score': { reads: [complaints, correctiveActions, tickets], follow: improve },
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
