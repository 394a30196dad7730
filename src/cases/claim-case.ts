import { expenseDecision, monthlyReportStatus } from '../../sheets-templates';
import { fen, parseDate, showYuan, type LocalDate } from '../terms';
import { evaluateClaim, nothingEarlier, type ClaimFacts, type ClaimVerdict, type ExpenseOffice } from '../expenses';
import { readClaimant, readConsent, readEarlier, readLeg, readLine, readOrder, type ReadLine } from './claim-fields';
import { optional, type Fields } from './fields';
import type { Outcome } from './outcome';

type Expected = Readonly<Record<string, unknown>>;

const readExpected = (fields: Fields, lines: readonly ReadLine[]): Expected => {
  const ofLines: Expected = lines.some((line) => Object.keys(line.expected).length > 1) ? { lines: lines.map((line) => line.expected) } : {};
  if (fields.isEmpty('expect')) return ofLines;
  const wanted = fields.within('expect');
  const amounts = ['allowance', 'payable', 'payable_now', 'cut'].flatMap((name) => (wanted.has(name) ? [[name, showYuan(wanted.money(name))] as const] : []));
  const days = wanted.each('days', (one) => ({
    date: one.date('date'),
    ...(one.has('order') ? { order: one.text('order') } : {}),
    ...(one.has('amount') ? { amount: showYuan(one.money('amount')) } : {}),
    ...(one.has('decision') ? { decision: one.code('decision', expenseDecision) } : {}),
  }));
  const hold = wanted.has('hold') ? { hold: wanted.flag('hold', false) } : {};
  wanted.done();
  return { ...Object.fromEntries(amounts), ...hold, ...(days.length === 0 ? {} : { days }), ...ofLines };
};

/** Allowances by date and order, their three parts added up. */
const daysOf = ({ allowances }: ClaimVerdict) =>
  [...new Set(allowances.map((line) => `${line.date} ${line.orderId}`))].map((key) => {
    const parts = allowances.filter((line) => `${line.date} ${line.orderId}` === key);
    return { date: parts[0]?.date ?? '', order: parts[0]?.orderId ?? '', amount: showYuan(fen(parts.reduce((total, line) => total + line.payable, 0))), decision: parts[0]?.decision ?? '' };
  });

const actualOf = (verdict: ClaimVerdict): Expected => ({
  allowance: showYuan(verdict.totalAllowance),
  payable: showYuan(verdict.totalPayable),
  payable_now: showYuan(verdict.payableNow),
  cut: showYuan(verdict.totalCut),
  hold: verdict.hold !== null,
  days: daysOf(verdict),
  lines: verdict.lines.map((line) => ({
    id: line.lineId,
    decision: line.decision,
    payable: showYuan(line.payable),
    ...(line.cap === null ? {} : { cap: showYuan(line.cap) }),
    flags: line.flags,
  })),
});

/** The last date that the case speaks of: a trip without return goes on until then. */
const lastDate = (facts: Omit<ClaimFacts, 'asOf'>): LocalDate | null => {
  const moments = [
    ...facts.orders.flatMap((order) => [order.departedAt, order.endedAt]),
    ...facts.legs.map((leg) => leg.departAt),
    ...facts.lines.flatMap((line) => [line.date, line.checkout]),
  ];
  const dates = moments.flatMap((moment) => (moment === null ? [] : [moment.slice(0, 10)])).sort();
  return parseDate(dates[dates.length - 1] ?? '');
};

/** `claims`: a person, orders, a claim's lines and approvals → decision and amount of every line, and the totals. */
export const claimCase = (fields: Fields): ((office: ExpenseOffice) => Outcome) => {
  const person = fields.within('person');
  const claimant = readClaimant(person);
  person.done();
  const lines = fields.each('lines', readLine);
  const earlier = fields.isEmpty('earlier') ? null : fields.within('earlier');
  const facts: Omit<ClaimFacts, 'asOf'> = {
    claimant,
    month: optional(fields, 'month', (name) => fields.text(name)),
    orders: fields.each('orders', readOrder),
    legs: fields.each('legs', readLeg),
    lines: lines.map((one) => one.line),
    consents: fields.each('approvals', readConsent(claimant.staffId)),
    earlier: earlier === null ? nothingEarlier : readEarlier(earlier, claimant.staffId),
    monthlyReport: fields.has('monthly_report') ? optional(fields, 'monthly_report', (name) => fields.code(name, monthlyReportStatus)) : 'APPROVED',
  };
  earlier?.done();
  const expected = readExpected(fields, lines);
  if (Object.keys(expected).length === 0) fields.problems.push('expect：没有期望值 expects nothing');
  const asOf = fields.isEmpty('as_of') ? lastDate(facts) : fields.date('as_of');
  if (asOf === null) fields.problems.push('orders：没有任何日期 the case speaks of no date');
  return (office) => ({ expected, actual: asOf === null ? {} : actualOf(evaluateClaim({ ...facts, asOf }, office)) });
};
