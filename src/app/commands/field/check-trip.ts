import { dispatchOrders, itinerary, siteReports, slaClocks, staff, tickets, tripReports, tripStatus, type DispatchOrder, type Role, type StaffMember, type Ticket, type TripReport } from '../../../../sheets-templates';
import { chargeAfterCauseFound } from '../../../charges';
import { dailyReportDates } from '../../../deadlines';
import { refuseUnexplained, tripTransitions, unreportedDates } from '../../../field';
import { faultDistributed, tripReturned } from '../../../text/notices/field';
import { isRefusal, refuse, words, type LocalDate, type Refusal } from '../../../terms';
import { hasRole, staffIdOf } from '../../actor';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import { checkMove } from '../../moves';
import { staffWithRole, type Request } from '../../request';
import { remarkOnDay } from '../dispatch/itinerary';
import { orderFacts, orderReads } from '../dispatch/order';
import { ticketMoment } from '../tickets/class-effects';

export const checkReads = [...orderReads, tripReports, itinerary, siteReports, slaClocks];

interface TripAtHand {
  readonly trip: TripReport;
  readonly order: DispatchOrder;
  readonly ticket: Ticket;
}

/** a clerk checks, never their own trip; the supervisor where no other clerk is left. */
const mayCheck = (request: Request, trip: TripReport): Refusal | null => {
  const { actor, draft } = request;
  if (staffIdOf(actor) === trip.engineer) return refuse('A-42', '不能审核自己的出差报告，请由其他内勤或主管审核。', 'Nobody checks their own trip report; another clerk or the supervisor does.');
  if (hasRole(actor, 'CLK')) return null;
  const otherClerks = staffWithRole(draft, 'CLK').filter((member) => member.staffId !== trip.engineer);
  return otherClerks.length === 0 ? null : refuse('A-42', '出差报告由内勤审核。', 'The clerk checks trip reports.');
};

const tripFor = (request: Request, name: string): TripAtHand | Refusal => {
  const { draft, actor, objectId } = request;
  const trip = draft.find(tripReports, objectId);
  if (trip === undefined) return refuse('UNKNOWN', `没有出差报告 ${objectId}。`, `There is no trip report ${objectId}.`);
  const move = checkMove(actor, tripTransitions, name, { objectId, status: trip.status, labels: tripStatus, lead: trip.engineer });
  if (isRefusal(move)) return move;
  const order = draft.get(dispatchOrders, trip.orderId);
  return mayCheck(request, trip) ?? { trip, order, ticket: draft.get(tickets, trip.ticketId) };
};

/** S-15 stops when the clerk has decided either way. */
const checked = (request: Request, { order, ticket }: TripAtHand): void =>
  recordMoment(request, { event: 'tripChecked', objectType: 'DISPATCH', objectId: order.orderId, ticketId: null, at: request.now, severity: ticket.severity });

export const returnTrip: CommandDefinition = command({
  name: 'field.returnTrip',
  label: words('退回出差报告', 'Return the trip report'),
  rules: ['R-211'],
  reads: checkReads,
  fields: [{ name: 'reason', kind: 'text', label: words('退回原因', 'Reason'), required: true, minimum: 2 }],
  decide: (request) => {
    const found = tripFor(request, 'field.returnTrip');
    if (isRefusal(found)) return found;
    const { trip, order, ticket } = found;
    const reason = request.input.text('reason');
    request.draft.update(tripReports, trip.tripId, { status: 'RETURNED', returnedReason: reason });
    checked(request, found);
    recordMoment(request, { event: 'tripReturned', objectType: 'DISPATCH', objectId: order.orderId, ticketId: null, at: request.now, severity: ticket.severity });
    request.notify({ code: 'N-15', to: [{ staffId: trip.engineer }], objectId: trip.tripId, cycle: request.now, message: tripReturned(orderFacts(request.draft, order), reason) });
    return { objectId: trip.tripId, message: words('已退回工程师。', 'Returned to the engineer.') };
  },
});

const informed: readonly Role[] = ['GM', 'EDGM', 'TSM'];

/** fault reports go to the managers in the same action. */
const distribute = (request: Request, { trip, order }: TripAtHand): void => {
  const { draft, now } = request;
  const people = new Map(informed.flatMap((role) => staffWithRole(draft, role)).map((member): [string, StaffMember] => [member.staffId, member]));
  draft.update(tripReports, trip.tripId, { status: 'DISTRIBUTED', distributedTo: [...people.keys()], distributedAt: now });
  const fault = { tripId: trip.tripId, cause: trip.causeCode, rootCause: trip.rootCause ?? trip.workDone, result: trip.resultText, qualityFeedback: trip.qualityFeedback };
  request.notify({ code: 'N-22', to: informed.map((role) => ({ role })), objectId: trip.tripId, message: faultDistributed(orderFacts(draft, order), fault) });
};

/** The cause found goes to the ticket; an exclusion opens the question who pays again (WB-05). */
const copyCause = (request: Request, { trip, ticket }: TripAtHand): void => {
  if (trip.causeCode === null) return;
  const chargeStatus = chargeAfterCauseFound(ticket.chargeStatus, trip.causeCode, ticket.status);
  const opened = chargeStatus !== ticket.chargeStatus;
  const after = request.draft.update(tickets, ticket.ticketId, { causeCode: trip.causeCode, chargeStatus, chargeType: opened ? null : ticket.chargeType });
  if (opened) recordMoment(request, ticketMoment(after, 'liabilityOpened', request.now));
};

const missingDates = (request: Request, order: DispatchOrder): readonly LocalDate[] =>
  order.arrivedAt === null ? [] : unreportedDates(dailyReportDates(order.arrivedAt, order.leftAt ?? order.arrivedAt, request.settings), order, request.draft.all(siteReports));

export const acceptTrip: CommandDefinition = command({
  name: 'field.acceptTrip',
  label: words('接收出差报告', 'Accept the trip report'),
  rules: ['R-211', 'R-212', 'R-192', 'R-187'],
  reads: [...checkReads, staff],
  fields: [{ name: 'missingDays', kind: 'text', label: words('缺日报说明', 'Why daily reports are missing'), help: words('有现场日未报时必填', 'Needed when a day on site has no report') }],
  decide: (request) => {
    const found = tripFor(request, 'field.acceptTrip');
    if (isRefusal(found)) return found;
    const { draft, now, input } = request;
    const { trip, order } = found;
    const missing = missingDates(request, order);
    const explanation = input.optionalText('missingDays');
    const refused = refuseUnexplained(missing, explanation);
    if (refused !== null) return refused;
    draft.update(tripReports, trip.tripId, { status: 'ACCEPTED', clerkCheckedAt: now });
    for (const date of missing) remarkOnDay(request, order, date, `缺日报 / no report: ${explanation ?? ''}`);
    copyCause(request, found);
    checked(request, found);
    if (trip.hasEquipmentFault) distribute(request, found);
    if (order.status === 'RETURNED') draft.update(dispatchOrders, order.orderId, { status: 'CLOSED' });
    return { objectId: trip.tripId, message: trip.hasEquipmentFault ? words('已接收，故障报告已分发领导，派工单已关闭。', 'Accepted; the fault report went to the managers and the order is closed.') : words('已接收，派工单已关闭。', 'Accepted; the order is closed.') };
  },
});
