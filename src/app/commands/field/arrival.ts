import { dispatchOrders, siteReports, slaClocks, tickets, type DispatchOrder, type SiteReport, type Ticket } from '../../../../sheets-templates';
import { arrivalReportMoment } from '../../../deadlines';
import { refuseMoment } from '../../../dispatch';
import { refuseContactTime, refuseUntold } from '../../../field';
import { arrivalReported, engineerArrived } from '../../../text/notices/field';
import { dateOf, firstRefusal, isRefusal, words, type Instant } from '../../../terms';
import { command, type CommandDefinition } from '../../command';
import { customerNewsReads, tellCustomer } from '../../effects/customer-news';
import { recordMoment } from '../../effects/record-moment';
import type { Field } from '../../field';
import type { Request } from '../../request';
import { itineraryReads, refreshItinerary } from '../dispatch/itinerary';
import { orderFacts, orderFor, salesOf } from '../dispatch/order';
import { openReportDays } from './daily-clocks';

const arrivedAtField: Field = { name: 'arrivedAt', kind: 'instant', label: words('到达时间', 'Arrived at'), help: words('到达现场或客户大门的时间，不填即现在，最多可早 12 小时', 'At the site or the gate; now if left empty, at most 12 hours back') };

/** DP-10: stops S-04, S-07 and S-09, starts S-10; the customer hears of it. */
const arrive = (request: Request, order: DispatchOrder, ticket: Ticket, at: Instant): DispatchOrder => {
  const { draft } = request;
  const arrived = draft.update(dispatchOrders, order.orderId, { status: 'ARRIVED', arrivedAt: at });
  if (ticket.status === 'DISPATCHED') draft.update(tickets, ticket.ticketId, { status: 'ON_SITE' });
  recordMoment(request, { event: 'arrived', objectType: 'DISPATCH', objectId: order.orderId, ticketId: ticket.ticketId, at, severity: ticket.severity });
  tellCustomer(request, ticket, 'N-18', order.orderId, engineerArrived(orderFacts(draft, arrived), at));
  return arrived;
};

const refuseArrival = (order: DispatchOrder, at: Instant, now: Instant) => refuseMoment('DP-10', at, now, { at: order.departedAt, zh: '出发时间', en: 'departure' });

export const arriveOnSite: CommandDefinition = command({
  name: 'dispatch.arrive',
  label: words('已到达，稍后报告', 'Arrived, report follows'),
  rules: ['R-258', 'R-261', 'R-262', 'R-271'],
  reads: [...itineraryReads, ...customerNewsReads, slaClocks],
  fields: [arrivedAtField],
  decide: (request) => {
    const found = orderFor(request, 'dispatch.arrive');
    if (isRefusal(found)) return found;
    const { order, ticket } = found;
    const at = request.input.optionalInstant('arrivedAt') ?? request.now;
    const refused = refuseArrival(order, at, request.now);
    if (refused !== null) return refused;
    const arrived = arrive(request, order, ticket, at);
    refreshItinerary(request, order.orderId);
    const message = arrivalReported(orderFacts(request.draft, arrived), { arrivedAt: at, siteStatus: null, lodging: null, phone: null, untold: null });
    request.notify({ code: 'N-18', to: [{ staffId: order.createdBySup }, { role: 'SUP' }], objectId: order.orderId, cycle: 'arrived', message });
    return { objectId: order.orderId, message: words('已登记到达。请在 1 小时内提交到达报告。', 'Logged. Please send the arrival report within one hour.') };
  },
});

/** What a report of any kind starts from: only what its kind asks for is filled in. */
export const emptyReport = (orderId: string, kind: SiteReport['kind'], now: Instant): Omit<SiteReport, 'reportId' | 'siteStatus'> => ({
  orderId, kind, reportDate: dateOf(now), at: now, contactAt: null, progressPct: null, effect: null, problems: null, lodgingPlace: null, contactPhone: null,
  toldSales: null, toldOwner: null, toldMarketing: null, planReturn: null, safetyOk: null, photos: null, supReply: null,
});

export const arrivalReport: CommandDefinition = command({
  name: 'field.arrive',
  label: words('到达报告', 'Arrival report'),
  rules: ['R-271', 'R-272', 'R-273', 'R-258', 'R-261', 'R-262'],
  reads: [...itineraryReads, ...customerNewsReads, slaClocks],
  fields: [
    arrivedAtField,
    { name: 'siteStatus', kind: 'long', label: words('现场情况', 'Site situation'), required: true },
    { name: 'lodgingPlace', kind: 'text', label: words('住处', 'Lodging'), required: true, help: words('当日往返填“无”', '"None" for a day trip') },
    { name: 'contactPhone', kind: 'text', label: words('现场联系电话', 'Phone on site'), required: true, minimum: 5, maximum: 30 },
    { name: 'toldSales', kind: 'flag', label: words('已知会业务员', 'Salesperson told') },
    { name: 'toldOwner', kind: 'flag', label: words('已知会业主', 'Owner told') },
    { name: 'untoldReason', kind: 'text', label: words('未知会的原因', 'Why somebody was not told') },
    { name: 'contactAt', kind: 'instant', label: words('已先电话联系主管的时间', 'Phoned the supervisor first at'), help: words('4 小时内补报有效', 'Counts when recorded within 4 hours') },
    { name: 'safetyOk', kind: 'flag', label: words('已做安全检查', 'Safety checked') },
  ],
  decide: (request) => {
    const found = orderFor(request, 'field.arrive');
    if (isRefusal(found)) return found;
    const { draft, input, now, settings } = request;
    const { order, ticket } = found;
    const at = order.arrivedAt ?? input.optionalInstant('arrivedAt') ?? now;
    const untold = input.optionalText('untoldReason');
    const contactAt = input.optionalInstant('contactAt');
    const refused = firstRefusal([
      order.arrivedAt === null ? refuseArrival(order, at, now) : null,
      refuseContactTime(contactAt, at, now),
      refuseUntold(input.flag('toldSales'), untold, { zh: '业务员', en: 'The salesperson is' }),
      refuseUntold(input.flag('toldOwner'), untold, { zh: '业主', en: 'The owner is' }),
    ]);
    if (refused !== null) return refused;
    const arrived = order.arrivedAt === null ? arrive(request, order, ticket, at) : order;
    const report = draft.insert(siteReports, {
      ...emptyReport(order.orderId, 'ARRIVAL', now), reportId: draft.nextNumber('SR', '', 5), contactAt, siteStatus: input.text('siteStatus'), effect: untold,
      lodgingPlace: input.text('lodgingPlace'), contactPhone: input.text('contactPhone'), toldSales: input.flag('toldSales'), toldOwner: input.flag('toldOwner'), safetyOk: input.flag('safetyOk'),
    });
    const working = draft.update(dispatchOrders, order.orderId, { status: 'WORKING' });
    recordMoment(request, { event: 'arrivalReported', objectType: 'DISPATCH', objectId: order.orderId, ticketId: ticket.ticketId, at: arrivalReportMoment(now, contactAt, settings), severity: ticket.severity });
    openReportDays(request, working, ticket.severity, now);
    refreshItinerary(request, order.orderId);
    const { sales } = salesOf(draft, ticket);
    const message = arrivalReported(orderFacts(draft, arrived), { arrivedAt: at, siteStatus: report.siteStatus, lodging: report.lodgingPlace, phone: report.contactPhone, untold });
    request.notify({ code: 'N-18', to: [{ staffId: order.createdBySup }, { role: 'SUP' }, ...(sales === null ? [] : [{ staffId: sales }])], objectId: order.orderId, cycle: 'report', message });
    return { objectId: order.orderId, message: words('到达报告已提交。每个现场日请提交日报。', 'Arrival report sent. Please report every day on site.') };
  },
});
