import type { Ticket } from '../../sheets-templates';
import { addMinutes, minutesBetween, monthOf, plusDays, words } from '../terms';
import { count, countBy, share, spread, type Figure } from './figure';
import type { Metric } from './metrics';
import type { MonthView } from './month-view';

const dayMinutes = 24 * 60;
const withoutEnd: readonly Ticket['status'][] = ['CANCELLED', 'REFUSED', 'MERGED'];
const over: readonly Ticket['status'][] = ['CLOSED', 'ARCHIVED', ...withoutEnd];

/** Received before the month's end and not closed by then. */
const openAtEnd = (view: MonthView): readonly Ticket[] =>
  view.rows.tickets.filter((ticket) => ticket.receivedAt < view.end && (!over.includes(ticket.status) || (ticket.closedAt !== null && ticket.closedAt >= view.end)));

const ageBands = [{ upTo: 3, name: '0-3' }, { upTo: 7, name: '4-7' }, { upTo: 14, name: '8-14' }, { upTo: 30, name: '15-30' }, { upTo: Infinity, name: '>30' }];

const ageBand = (view: MonthView, ticket: Ticket): string => {
  const days = Math.floor(minutesBetween(ticket.receivedAt, view.end) / dayMinutes);
  return `age:${ageBands.find(({ upTo }) => days <= upTo)?.name ?? ''}`;
};

const neverWent = ['DRAFT', 'CONSENT_PENDING', 'REJECTED', 'CANCELLED', 'DECLINED'];
const repeatWindow = 30 * dayMinutes;

/** M-11 looks at the month before: only then has the window for repeats closed. */
const firstTimeFix = (view: MonthView): Figure => {
  const before = monthOf(plusDays(view.firstDate, -1));
  const accepted = view.rows.tickets.filter((ticket) => monthOf(ticket.receivedAt) === before && ticket.serviceType === 'REPAIR' && ticket.acceptedAt !== null);
  const fixed = accepted.filter((ticket) => {
    const visits = view.rows.orders.filter((order) => order.ticketId === ticket.ticketId && !neverWent.includes(order.status)).length;
    const end = addMinutes(ticket.acceptedAt ?? ticket.receivedAt, repeatWindow);
    return visits <= 1 && !view.rows.tickets.some((other) => other.repeatOf === ticket.ticketId && other.receivedAt <= end);
  });
  return share(fixed.length, accepted.length);
};

/** From the message to the repair, without some minutes of each (4.4 no. 7). */
const hoursToRestore = (view: MonthView, without: (ticket: Ticket) => number): readonly number[] =>
  view.received.filter((ticket) => !withoutEnd.includes(ticket.status)).flatMap((ticket) => (ticket.resolvedAt === null ? [] : [Math.max(0, minutesBetween(ticket.receivedAt, ticket.resolvedAt) - without(ticket)) / 60]));

const rejectedOrReopened = (view: MonthView, ticket: Ticket): boolean =>
  ticket.reopenCount > 0 || view.rows.acceptances.some((acceptance) => acceptance.ticketId === ticket.ticketId && acceptance.result === 'REJECTED');

const accepted = (view: MonthView): readonly Ticket[] => view.received.filter((ticket) => ticket.acceptedAt !== null);

export const ticketMetrics: readonly Metric[] = [
  { metric: 'M-01', label: words('受理工单', 'Tickets received'), unit: '', better: null, target: null,
    measure: (view) => [
      count(view.received.length),
      ...countBy(view.received, (ticket) => `class:${ticket.severity ?? '-'}`),
      ...countBy(view.received, (ticket) => `channel:${ticket.channel}`),
      ...countBy(view.received, (ticket) => `type:${ticket.serviceType}`),
    ] },
  { metric: 'M-02', label: words('月末未完', 'Open at month end'), unit: '', better: 'less', target: null,
    measure: (view) => [count(openAtEnd(view).length), ...countBy(openAtEnd(view), (ticket) => ageBand(view, ticket))] },
  { metric: 'M-10', label: words('修复时长（自接收，日历时间）', 'Time to restore'), unit: 'h', better: 'less', target: null,
    measure: (view) => [...spread(hoursToRestore(view, () => 0)), ...spread(hoursToRestore(view, ({ heldMin }) => heldMin ?? 0), 'net')] },
  { metric: 'M-11', label: words('一次修复率', 'First-time fix rate'), unit: '%', better: 'more', target: 'target.M-11', measure: (view) => [firstTimeFix(view)] },
  { metric: 'M-12', label: words('重复故障', 'Repeat faults'), unit: '', better: 'less', target: null, measure: (view) => [count(view.received.filter((ticket) => ticket.repeatOf !== null).length)] },
  { metric: 'M-13', label: words('重开或验收不通过', 'Reopened or rejected at acceptance'), unit: '%', better: 'less', target: null,
    measure: (view) => [share(accepted(view).filter((ticket) => rejectedOrReopened(view, ticket)).length, accepted(view).length)] },
  { metric: 'M-14', label: words('验收签字率', 'Acceptance signed rate'), unit: '%', better: 'more', target: null,
    measure: (view) => [share(accepted(view).length, view.received.filter((ticket) => ticket.resolvedAt !== null).length)] },
];
