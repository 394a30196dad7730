import type { ChargeStatus } from '../../sheets-templates';
import { words } from '../terms';
import { count, ratio, sumBy } from './figure';
import type { Metric } from './metrics';
import type { MonthView } from './month-view';

const paidStates: readonly ChargeStatus[] = ['QUOTING', 'AGREED', 'WORK_DONE_UNPAID', 'SETTLED', 'WRITTEN_OFF'];

const charge = (view: MonthView, ...states: readonly ChargeStatus[]): number => view.received.filter((ticket) => states.includes(ticket.chargeStatus)).length;

const yuanOf = (amount: number): number => amount / 100;

/** Lines of the month's claims that were not rejected as a whole. */
const claimedLines = (view: MonthView) => {
  const claims = new Set(view.rows.claims.filter((claim) => claim.month === view.month && claim.status !== 'REJECTED').map(({ claimId }) => claimId));
  return view.rows.expenseLines.filter((line) => claims.has(line.claimId));
};

const days = (view: MonthView, ...states: readonly string[]): number => view.rows.itinerary.filter((day) => day.date.startsWith(view.month) && states.includes(day.status)).length;

const openOrdersAtEnd = (view: MonthView): number =>
  view.rows.orders.filter((order) => order.acceptedAt !== null && order.acceptedAt < view.end && (order.returnedAt === null || order.returnedAt >= view.end) && order.status !== 'CANCELLED' && order.status !== 'CLOSED').length;

const availableEngineers = (view: MonthView): number => {
  const away = new Set(view.rows.itinerary.filter((day) => day.date === view.lastDate && (day.status === 'LEAVE' || day.status === 'COMP_LEAVE')).map(({ staffId }) => staffId));
  return view.rows.staff.filter((member) => member.active && member.roles.includes('ENG') && !away.has(member.staffId)).length;
};

export const moneyAndPeople: readonly Metric[] = [
  { metric: 'M-27', label: words('有偿与无偿', 'Free and paid tickets'), unit: '', better: null, target: null,
    measure: (view) => [count(charge(view, 'FREE', 'WAIVED'), 'free'), count(charge(view, ...paidStates), 'paid'), count(charge(view, 'DECISION_PENDING', 'UNDETERMINED'), 'undecided')] },
  { metric: 'M-29', label: words('完工未收款', 'Completed but unpaid'), unit: '', better: 'less', target: null,
    measure: (view) => [count(view.rows.tickets.filter((ticket) => ticket.chargeStatus === 'WORK_DONE_UNPAID').length)] },
  { metric: 'M-30', label: words('报销', 'Expenses'), unit: 'yuan', better: null, target: null,
    measure: (view) => [
      count(yuanOf(claimedLines(view).reduce((sum, line) => sum + line.amountPayable, 0)), 'payable'),
      ...sumBy(claimedLines(view), (line) => `kind:${line.kind}`, (line) => yuanOf(line.amountPayable)),
      ...sumBy(claimedLines(view).filter((line) => line.amountPayable < line.amountClaimed), (line) => `cut:${line.decision}`, (line) => yuanOf(line.amountClaimed - line.amountPayable)),
    ] },
  { metric: 'M-31', label: words('出差天数', 'Days out'), unit: 'days', better: null, target: null,
    measure: (view) => [count(days(view, 'TRAVEL', 'ON_SITE'), 'out'), count(days(view, 'ON_SITE'), 'on-site'), count(days(view, 'TRAVEL'), 'travel')] },
  { metric: 'M-32', label: words('人均在手派工', 'Open orders per engineer'), unit: '', better: null, target: null, measure: (view) => [ratio(openOrdersAtEnd(view), availableEngineers(view))] },
  { metric: 'M-37', label: words('例外', 'Exceptions'), unit: '', better: 'less', target: null,
    measure: (view) => [
      count(view.rows.orders.filter((order) => order.emergencyRatify && order.issuedAt?.startsWith(view.month) === true).length, 'emergency'),
      count(view.rows.travel.filter((row) => row.postHoc && row.plannedDepart.startsWith(view.month)).length, 'post-hoc'),
    ] },
];
