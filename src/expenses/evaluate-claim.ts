import type { ExpenseDecision, MonthlyReportStatus } from '../../sheets-templates';
import { atMinute, fen, lesser, nothing, sum, type Fen, type LocalDate, type Words } from '../terms';
import type { Calendar } from '../deadlines';
import type { Settings } from '../settings';
import { allowanceTotal, generateAllowances, type AllowanceLine } from './allowances';
import type { CityBook } from './city-book';
import { explainDecision, type DecisionDetails } from './decision-words';
import type { Claimant, ClaimedLine, EarlierUse, ExpenseConsent, ExpenseLeg, ExpenseOrder } from './facts';
import { lineFingerprint } from './fingerprint';
import { consentOf, documentCap, isNightCovered, lineChecks, momentOfLine, type LineCase } from './line-checks';
import { guestsOf, lodgingCap, pooledRoom } from './lodging';
import { monthOfLine, nightsOf } from './trip-days';

/** Everything a claim is decided from. Orders, legs and lines are the claimant's own. */
export interface ClaimFacts {
  readonly claimant: Claimant;
  /** `2026-03`; null leaves the month open and counts every day of the orders. */
  readonly month: string | null;
  readonly orders: readonly ExpenseOrder[];
  readonly legs: readonly ExpenseLeg[];
  readonly lines: readonly ClaimedLine[];
  readonly consents: readonly ExpenseConsent[];
  readonly earlier: EarlierUse;
  /** null: there is none. */
  readonly monthlyReport: MonthlyReportStatus | null;
  readonly asOf: LocalDate;
}

export interface ExpenseOffice {
  readonly settings: Settings;
  readonly calendar: Calendar;
  readonly cities: CityBook;
}

/** What else someone should look at: FIN for AMOUNT_MISMATCH, the administrator for UNKNOWN_CITY. */
export type LineFlag = 'POST_HOC' | 'UNCONFIRMED' | 'UNKNOWN_CITY' | 'AMOUNT_MISMATCH' | 'OTHER_MONTH';

export interface LineVerdict {
  readonly lineId: string;
  readonly decision: ExpenseDecision;
  readonly cap: Fen | null;
  readonly payable: Fen;
  readonly note: Words;
  readonly flags: readonly LineFlag[];
  readonly fingerprint: string | null;
}

export interface ClaimVerdict {
  readonly allowances: readonly AllowanceLine[];
  readonly lines: readonly LineVerdict[];
  readonly totalClaimed: Fen;
  readonly totalAllowance: Fen;
  readonly totalPayable: Fen;
  readonly totalCut: Fen;
  /** Why nothing is paid now; null when payment may go on (G-EXP-1). */
  readonly hold: Words | null;
  readonly payableNow: Fen;
}

interface Judged {
  readonly line: ClaimedLine;
  readonly verdict: LineVerdict;
}

const isPaid = (one: Judged): boolean => one.verdict.payable > 0;

const capOf = (one: LineCase, before: readonly Judged[]): Fen | null => {
  const { line, cities, settings } = one;
  if (line.kind !== 'LODGING') return documentCap(line) < line.amount ? documentCap(line) : null;
  const covered = (night: LocalDate): boolean => isNightCovered(one, night);
  const own = lodgingCap(line, cities, settings, covered);
  const pooled = before.filter((other) => isPaid(other) && other.line.kind === 'LODGING' && one.fingerprint !== null
    && other.verdict.fingerprint === one.fingerprint && cities.isSame(other.line.city ?? '', line.city ?? ''));
  const room = pooledRoom(
    [own, ...pooled.map((other) => lodgingCap(other.line, cities, settings, covered))],
    pooled.map((other) => other.verdict.payable),
  );
  return lesser(room, documentCap(line) < line.amount ? documentCap(line) : room);
};

const flagsOf = (one: LineCase, month: string | null, decision: ExpenseDecision): readonly LineFlag[] => {
  const { line, cities, fingerprint, earlier, siblings } = one;
  const consent = decision === 'OK' || decision === 'CAPPED' ? consentOf(one)?.verdict : undefined;
  const others = [...earlier.invoices.filter((used) => used.fingerprint === fingerprint).map((used) => used.total), ...siblings.map((sibling) => sibling.total)];
  const raised: readonly (readonly [LineFlag, boolean])[] = [
    ['POST_HOC', consent?.outcome === 'given' && consent.postHoc],
    ['UNCONFIRMED', consent?.outcome === 'given' && consent.unconfirmed],
    ['UNKNOWN_CITY', line.kind === 'LODGING' && !cities.find(line.city ?? '').known],
    ['AMOUNT_MISMATCH', line.invoice !== null && others.some((total) => total !== line.invoice?.total)],
    ['OTHER_MONTH', month !== null && monthOfLine(line) !== month],
  ];
  return raised.filter(([, holds]) => holds).map(([flag]) => flag);
};

const exceptionGranted = (one: LineCase): boolean =>
  one.line.kind === 'LODGING' && one.settings.flag('exp.lodging.exception', momentOfLine(one.line))
  && one.consents.some((consent) => consent.row === 'A-23' && consent.lineId === one.line.lineId && consent.role === 'DGM' && consent.approverId !== one.claimant.staffId);

const judge = (one: LineCase, before: readonly Judged[], month: string | null): LineVerdict => {
  const { line, fingerprint } = one;
  const verdict = (decision: ExpenseDecision, cap: Fen | null, payable: Fen, details: DecisionDetails): LineVerdict =>
    ({ lineId: line.lineId, decision, cap, payable, note: explainDecision(decision, details), flags: flagsOf(one, month, decision), fingerprint });
  for (const check of lineChecks) {
    const hit = check.hit(one);
    if (hit !== null) return verdict(hit.decision, null, nothing, hit.need === undefined ? {} : { need: hit.need });
  }
  const cap = capOf(one, before);
  if (cap === null || line.amount <= cap || exceptionGranted(one)) return verdict('OK', cap, line.amount, {});
  return verdict('CAPPED', cap, cap, { cap, claimed: line.amount });
};

/**
 * Decides a whole claim: generated allowances, every line by the checks of 5.6 in the order entered, totals and the
 * hold of 5.8. Holding keeps the results of the lines; only nothing is payable now.
 */
export const evaluateClaim = (facts: ClaimFacts, office: ExpenseOffice): ClaimVerdict => {
  const { claimant, lines } = facts;
  const legs = [...facts.legs, ...lines.flatMap((line) => (line.leg === null ? [] : [line.leg]))];
  const allowances = generateAllowances({ ...facts, legs }, office.cities, office.settings);
  const judged: Judged[] = [];
  for (const line of lines) {
    const fingerprint = lineFingerprint(line, claimant.staffId);
    const paid = judged.filter(isPaid);
    const one: LineCase = {
      ...office,
      line,
      claimant,
      orders: facts.orders,
      consents: facts.consents,
      earlier: facts.earlier,
      asOf: facts.asOf,
      fingerprint,
      siblings: paid.flatMap((other) => (fingerprint !== null && other.verdict.fingerprint === fingerprint && other.line.invoice !== null
        ? [{ total: other.line.invoice.total, claimed: other.line.amount }] : [])),
      nightsBefore: paid.filter((other) => other.line.kind === 'LODGING').flatMap((other) =>
        nightsOf(other.line).flatMap((date) => guestsOf(other.line, claimant.staffId).map((personId) => ({ personId, date })))),
    };
    judged.push({ line, verdict: judge(one, judged, facts.month) });
  }
  const verdicts = judged.map((one) => one.verdict);
  const totalClaimed = sum(lines.map((line) => line.amount));
  const totalAllowance = allowanceTotal(allowances);
  const paidLines = sum(verdicts.map((verdict) => verdict.payable));
  const totalPayable = fen(totalAllowance + paidLines);
  const needsReport = office.settings.flag('exp.require_monthly_report', atMinute(facts.asOf, 0));
  const held = needsReport && facts.monthlyReport !== 'APPROVED';
  return {
    allowances,
    lines: verdicts,
    totalClaimed,
    totalAllowance,
    totalPayable,
    totalCut: fen(totalClaimed - paidLines),
    hold: held ? explainDecision('HOLD_NO_MONTHLY_REPORT', {}) : null,
    payableNow: held ? nothing : totalPayable,
  };
};
