import type { Approval, ChargeStatus, Receivable } from '../../sheets-templates';
import { ageing, isOwed } from '../charges';
import { words } from '../terms';
import { count, ratio, sumBy } from './figure';
import type { Metric } from './metrics';
import { overtimeHours } from './metrics-upkeep';
import type { MonthView } from './month-view';

const paidStates: readonly ChargeStatus[] = ['QUOTING', 'AGREED', 'WORK_DONE_UNPAID', 'SETTLED', 'WRITTEN_OFF'];

const charge = (view: MonthView, ...states: readonly ChargeStatus[]): number => view.received.filter((ticket) => states.includes(ticket.chargeStatus)).length;

/** 完工未收款 (7.5 no. 6): the work was accepted, the money is still owed. */
export const unpaidWork = (view: MonthView): readonly Receivable[] =>
  view.rows.receivables.filter((row) => isOwed(row) && (view.ticketOf(row.ticketId)?.acceptedAt ?? null) !== null).sort((one, other) => other.ageDays - one.ageDays);

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

/** Replies by chat or phone that nobody confirmed, or that were denied (6.1 no. 5). */
export const unconfirmedReplies = (view: MonthView): readonly Approval[] =>
  view.rows.approvals.filter((row) => row.recordedBy !== null && row.confirmedAt === null && row.decidedAt?.startsWith(view.month) === true);

export const moneyAndPeople: readonly Metric[] = [
  { metric: 'M-27', label: words('有偿与无偿', 'Free and paid tickets'), unit: '', better: null, target: null,
    measure: (view) => [count(charge(view, 'FREE', 'WAIVED'), 'free'), count(charge(view, ...paidStates), 'paid'), count(charge(view, 'DECISION_PENDING', 'UNDETERMINED'), 'undecided')] },
  { metric: 'M-28', label: words('有偿服务收入', 'Paid service'), unit: 'yuan', better: null, target: null,
    measure: (view) => {
      const of = (amountOf: (row: Receivable) => number, holds: (row: Receivable) => boolean = () => true): number => yuanOf(view.rows.receivables.filter(holds).reduce((total, row) => total + amountOf(row), 0));
      const received = view.rows.payments.filter((row) => row.confirmedBy !== null && !row.voided && row.paidAt.startsWith(view.month)).reduce((total, row) => total + row.amount, 0);
      return [
        count(of((row) => row.amount, (row) => view.received.some((ticket) => ticket.ticketId === row.ticketId)), 'agreed'), count(yuanOf(received), 'received'),
        count(of((row) => row.balance, (row) => row.ageDays > 0), 'overdue'), count(of((row) => row.writeOff), 'written off'),
      ];
    } },
  { metric: 'M-29', label: words('完工未收款', 'Completed but unpaid'), unit: '', better: 'less', target: null,
    measure: (view) => {
      const unpaid = unpaidWork(view);
      return [
        count(unpaid.length), count(yuanOf(unpaid.reduce((total, row) => total + row.balance, 0)), 'yuan'),
        ...ageing(unpaid).map(({ band, balance }) => count(yuanOf(balance), `age:${band}`)),
      ];
    } },
  { metric: 'M-30', label: words('报销', 'Expenses'), unit: 'yuan', better: null, target: null,
    measure: (view) => [
      count(yuanOf(claimedLines(view).reduce((sum, line) => sum + line.amountPayable, 0)), 'payable'),
      ...sumBy(claimedLines(view), (line) => `kind:${line.kind}`, (line) => yuanOf(line.amountPayable)),
      ...sumBy(claimedLines(view).filter((line) => line.amountPayable < line.amountClaimed), (line) => `cut:${line.decision}`, (line) => yuanOf(line.amountClaimed - line.amountPayable)),
    ] },
  { metric: 'M-31', label: words('出差天数', 'Days out'), unit: 'days', better: null, target: null,
    measure: (view) => [count(days(view, 'TRAVEL', 'ON_SITE'), 'out'), count(days(view, 'ON_SITE'), 'on-site'), count(days(view, 'TRAVEL'), 'travel'), ...overtimeHours(view)] },
  { metric: 'M-32', label: words('人均在手派工', 'Open orders per engineer'), unit: '', better: null, target: null, measure: (view) => [ratio(openOrdersAtEnd(view), availableEngineers(view))] },
  { metric: 'M-37', label: words('例外', 'Exceptions'), unit: '', better: 'less', target: null,
    measure: (view) => [
      count(view.rows.orders.filter((order) => order.emergencyRatify && order.issuedAt?.startsWith(view.month) === true).length, 'emergency'),
      count(unconfirmedReplies(view).length, 'unconfirmed'),
      count(view.rows.travel.filter((row) => row.postHoc && row.plannedDepart.startsWith(view.month)).length, 'post-hoc'),
    ] },
];
