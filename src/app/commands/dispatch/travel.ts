import { acceptances, approvals, contactAttempts, dispatchOrders, siteReports, slaClocks, travelApprovals, type DispatchOrder, type Ticket } from '../../../../sheets-templates';
import { approvedModes, refuseMoment, refuseStaleConsent, refuseTravel, refuseUnannounced, refuseUnprepared, type DecidedTravel } from '../../../dispatch';
import { addMinutes, allRefusals, dateOf, isRefusal, showInstant, words, type Instant, type Refusal, type Words } from '../../../terms';
import { refuseLeaving } from '../../../field';
import { command, type CommandDefinition } from '../../command';
import { recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { dropOpenDays } from '../field/daily-clocks';
import { oldPartsDue, oldPartsReads } from '../parts/old-parts';
import { beginService, refuseUnpaidStart, serviceTables } from '../charges/service-course';
import { refuseDeparture as refuseCharge } from '../tickets/charge-guard';
import { itineraryReads, refreshItinerary, remarkOnDay } from './itinerary';
import { orderFor } from './order';

const momentField = (name: string, label: Words): Field => ({ name, kind: 'instant', label, help: words('不填即现在；最多可早 12 小时', 'Now if left empty; at most 12 hours back') });

const travelDecisions = ({ draft }: Request, order: DispatchOrder): readonly DecidedTravel[] =>
  draft.by(travelApprovals, 'orderId', order.orderId).map((travel) => {
    const decisions = draft.by(approvals, 'docId', travel.travelId).filter((row) => row.docType === 'TRAVEL' && row.status === 'APPROVED').map((row) => row.decidedAt);
    return { travel, decidedAt: decisions.filter((at): at is Instant => at !== null).sort().at(-1) ?? null };
  });

/** AMB-09: for class B the departure is shown beside the acceptance that stops S-06. */
const lateStart = ({ settings, now }: Request, ticket: Ticket, departedAt: Instant): Words | null => {
  const since = ticket.severityEffectiveAt ?? ticket.receivedAt;
  const limit = addMinutes(since, settings.minutes('sla.B.dispatch_min', now));
  if (ticket.severity !== 'B' || departedAt <= limit) return null;
  return words(`已出发。提示：紧急工单应在 ${showInstant(limit)} 前出发。`, `Departed. Note: class B should have left before ${showInstant(limit)}.`);
};

export const departOnOrder: CommandDefinition = command({
  name: 'dispatch.depart',
  label: words('出发', 'Depart'),
  rules: ['R-186', 'R-266', 'R-270', 'R-295', 'R-296', 'R-297'],
  reads: [...itineraryReads, ...serviceTables, contactAttempts, travelApprovals, slaClocks],
  fields: [momentField('departedAt', words('出发时间', 'Departed at'))],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.depart');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { order, ticket } = found;
    const departedAt = input.optionalInstant('departedAt') ?? now;
    const decisions = travelDecisions(request, order);
    const refused = allRefusals('DP-9', [
      refuseMoment('DP-9', departedAt, now, { at: order.acceptedAt, zh: '接收时间', en: 'the order was accepted' }),
      refuseUnprepared(order),
      refuseUnannounced(order, draft.all(contactAttempts)),
      refuseTravel(order, ticket.severity, decisions, departedAt),
      refuseStaleConsent(order, departedAt),
      refuseCharge(request, ticket),
      refuseUnpaidStart(request, ticket),
    ]);
    if (refused !== null) return refused;
    const own = decisions.find(({ travel }) => travel.staffId === order.leadEngineer && travel.mode === order.travelMode && travel.status === 'APPROVED');
    draft.update(dispatchOrders, order.orderId, { status: 'DEPARTED', departedAt, travelApproval: approvedModes.includes(order.travelMode) ? own?.travel.travelId ?? null : null });
    recordMoment(request, { event: 'departed', objectType: 'DISPATCH', objectId: order.orderId, ticketId: ticket.ticketId, at: departedAt, severity: ticket.severity });
    beginService(request, ticket);
    refreshItinerary(request, order.orderId);
    return { objectId: order.orderId, message: lateStart(request, ticket, departedAt) ?? words('已出发，一路平安。到达后 1 小时内请报告。', 'Departed; safe travels. Please report within one hour of arrival.') };
  },
});

export const leaveSite: CommandDefinition = command({
  name: 'dispatch.leave',
  label: words('离场', 'Leave the site'),
  rules: ['R-280', 'R-175'],
  reads: [...itineraryReads, acceptances, slaClocks],
  fields: [
    momentField('leftAt', words('离场时间', 'Left at')),
    { name: 'unsignedReason', kind: 'text', label: words('未签验收的原因', 'Why the acceptance is not signed'), help: words('客户拒签或不在场时必填', 'Needed when the customer refused or was absent') },
  ],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.leave');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { order } = found;
    const leftAt = input.optionalInstant('leftAt') ?? now;
    const reason = input.optionalText('unsignedReason');
    const refused: Refusal | null = allRefusals('DP-14', [
      refuseMoment('DP-14', leftAt, now, { at: order.arrivedAt, zh: '到达时间', en: 'arrival' }),
      refuseLeaving(order, draft.all(siteReports), draft.all(acceptances), leftAt, reason),
    ]);
    if (refused !== null) return refused;
    draft.update(dispatchOrders, order.orderId, { status: 'LEFT', leftAt });
    dropOpenDays(request, order.orderId, leftAt);
    refreshItinerary(request, order.orderId);
    if (reason !== null) remarkOnDay(request, order, dateOf(leftAt), `未签验收 / not signed: ${reason}`);
    return { objectId: order.orderId, message: words('已离场。返回后请登记返回并提交出差报告。', 'Left. Once back, log the return and send the trip report.') };
  },
});

export const returnHome: CommandDefinition = command({
  name: 'dispatch.return',
  label: words('已返回', 'Returned'),
  rules: ['R-281', 'R-282', 'R-229', 'R-187'],
  reads: [...itineraryReads, ...oldPartsReads],
  fields: [
    momentField('returnedAt', words('返回时间', 'Returned at')),
    { name: 'delayReason', kind: 'text', label: words('晚于计划返回的原因', 'Why later than planned'), help: words('晚于离场前报告的计划返回日期时必填，否则多出的日期不计补助', 'Later days count for allowances only with a reason') },
    { name: 'note', kind: 'long', label: words('返回报告', 'Return report'), help: words('给主管的说明', 'A word to the supervisor') },
  ],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.return');
    if (isRefusal(found)) return found;
    const { draft, input, now } = request;
    const { order, ticket } = found;
    const returnedAt = input.optionalInstant('returnedAt') ?? now;
    const refused = refuseMoment('DP-15', returnedAt, now, { at: order.leftAt, zh: '离场时间', en: 'leaving the site' });
    if (refused !== null) return refused;
    draft.insert(siteReports, {
      reportId: draft.nextNumber('SR', '', 5), orderId: order.orderId, kind: 'RETURN', reportDate: dateOf(returnedAt), at: now, contactAt: null,
      siteStatus: input.optionalText('note') ?? '已返回公司 / Back at the company', progressPct: null, effect: null, problems: input.optionalText('delayReason'),
      lodgingPlace: null, contactPhone: null, toldSales: null, toldOwner: null, toldMarketing: null, planReturn: null, safetyOk: null, photos: null, supReply: null,
    });
    draft.update(dispatchOrders, order.orderId, { status: 'RETURNED', returnedAt });
    recordMoment(request, { event: 'returned', objectType: 'DISPATCH', objectId: order.orderId, ticketId: ticket.ticketId, at: returnedAt, severity: ticket.severity });
    oldPartsDue(request, order, returnedAt);
    refreshItinerary(request, order.orderId);
    return { objectId: order.orderId, message: words('已登记返回。请提交出差工作报告，并寄回更换下的旧件。', 'Logged. Please send the trip report and the replaced parts.') };
  },
});

