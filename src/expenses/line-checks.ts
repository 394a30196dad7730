import type { ExpenseDecision, Role } from '../../sheets-templates';
import { atMinute, dateOf, type Fen, type Instant, type LocalDate } from '../terms';
import type { Calendar } from '../deadlines';
import type { Settings } from '../settings';
import type { CityBook } from './city-book';
import { consentsForLeg, consentsForLine, judgeConsents, needForLeg, requiredRoles, type ConsentNeed, type ConsentVerdict } from './consents';
import type { ClaimedLine, Claimant, EarlierUse, ExpenseConsent, ExpenseOrder } from './facts';
import { remainingOf } from './fingerprint';
import { overlapsNight } from './lodging';
import { treatmentOf, type ModeTreatment } from './transport-modes';
import { isWithin, nightsOf, servicePeriod, travelPeriod } from './trip-days';

/** A line on its way through the checks, with all that they look at. */
export interface LineCase {
  readonly line: ClaimedLine;
  readonly claimant: Claimant;
  readonly orders: readonly ExpenseOrder[];
  readonly consents: readonly ExpenseConsent[];
  readonly earlier: EarlierUse;
  readonly asOf: LocalDate;
  readonly fingerprint: string | null;
  /** Lines of the claim before this one that use the same document. */
  readonly siblings: readonly { readonly total: Fen; readonly claimed: Fen }[];
  /** Nights that lines before this one are paid for. */
  readonly nightsBefore: EarlierUse['nights'];
  readonly cities: CityBook;
  readonly settings: Settings;
  readonly calendar: Calendar;
}

export interface CheckHit {
  readonly decision: ExpenseDecision;
  readonly need?: Role;
}

export interface LineCheck {
  readonly order: number;
  readonly rule: string;
  readonly what: string;
  readonly hit: (one: LineCase) => CheckHit | null;
}

export const isTransport = (line: ClaimedLine): boolean => line.kind === 'LONG_HAUL' || line.kind === 'LOCAL_TICKET';

/** The moment whose settings a line uses: the start of its own date (5.1). */
export const momentOfLine = (line: ClaimedLine): Instant => atMinute(line.leg === null ? line.date : dateOf(line.leg.departAt), 0);

const modeOf = (line: ClaimedLine) => line.mode ?? line.leg?.mode ?? null;

export const treatmentOfLine = ({ line, settings }: LineCase): ModeTreatment | null => {
  const mode = modeOf(line);
  return !isTransport(line) || mode === null ? null : treatmentOf(mode, settings, momentOfLine(line));
};

/** AMB-22: below the threshold a ticket is part of the daily allowance. */
export const isSmallTicket = ({ line, settings }: LineCase): boolean => {
  if (!isTransport(line)) return false;
  const at = momentOfLine(line);
  const threshold = settings.fen('exp.longhaul.threshold', at);
  return settings.flag('exp.longhaul.inclusive', at) ? line.amount < threshold : line.amount <= threshold;
};

export const isNightCovered = ({ orders, asOf }: Pick<LineCase, 'orders' | 'asOf'>, night: LocalDate): boolean =>
  orders.some((order) => isWithin(servicePeriod(order, asOf), night));

/** The order that covers a line; a refund may name a cancelled order that was issued. */
export const coveringOrder = ({ line, orders, asOf }: LineCase): ExpenseOrder | null => {
  const named = orders.filter((order) => order.orderId === line.orderId);
  const candidates = [...named, ...orders.filter((order) => order.orderId !== line.orderId)];
  if (line.kind === 'OTHER') {
    const refunded = named.find((order) => order.status === 'CANCELLED' && order.wasIssued);
    if (refunded !== undefined) return refunded;
  }
  if (line.kind === 'LODGING') return candidates.find((order) => nightsOf(line).some((night) => isWithin(servicePeriod(order, asOf), night))) ?? null;
  const date = line.leg === null ? line.date : dateOf(line.leg.departAt);
  return candidates.find((order) => isWithin(travelPeriod(order, asOf), date)) ?? null;
};

const isInvoiceNeeded = (one: LineCase): boolean => {
  const kind = isTransport(one.line) ? 'LONG_HAUL' : one.line.kind;
  return one.settings.list('exp.invoice_required', momentOfLine(one.line)).includes(kind);
};

const isDuplicateDocument = ({ line, fingerprint, earlier, siblings }: LineCase): boolean => {
  if (fingerprint === null || line.invoice === null) return false;
  if (earlier.invoices.some((used) => used.fingerprint === fingerprint)) return true;
  const { total } = line.invoice;
  if (siblings.some((sibling) => sibling.total !== total)) return true;
  return siblings.length > 0 && remainingOf(total, siblings.map((sibling) => sibling.claimed)) < line.amount;
};

const hasRoute = (line: ClaimedLine): boolean =>
  line.leg !== null && line.leg.origin.trim() !== '' && line.leg.destination.trim() !== '' && modeOf(line) !== null;

/** The consent that a line needs and what became of it; null when it needs none. */
export const consentOf = (one: LineCase): { readonly need: ConsentNeed; readonly verdict: ConsentVerdict } | null => {
  const { line, claimant, consents, settings, calendar, cities } = one;
  const at = momentOfLine(line);
  const judged = (found: readonly ExpenseConsent[], need: ConsentNeed) => ({ need, verdict: judgeConsents(found, need, claimant, settings) });
  if (line.kind === 'MATERIAL' || line.kind === 'OTHER') {
    const role = line.amount <= settings.fen('exp.material.sup_limit', at) ? 'SUP' : 'TSM';
    return judged(consentsForLine(consents, line, claimant, 'A-24'), { row: 'A-24', role, deadline: null, ratifyUntil: null });
  }
  const treatment = treatmentOfLine(one);
  if (treatment === null || treatment.treatment === 'allowed' || treatment.treatment === 'manual') return null;
  const departAt = line.leg?.departAt ?? at;
  const severity = coveringOrder(one)?.severity ?? null;
  if (treatment.treatment === 'never') return judged(consentsForLeg(consents, line, claimant, 'A-20', cities), needForLeg('A-20', 'DGM', departAt, severity, false, calendar, settings));
  const need = needForLeg(treatment.row, settings.role(treatment.role, at), departAt, severity, treatment.after, calendar, settings);
  return judged(consentsForLeg(consents, line, claimant, treatment.row, cities), need);
};

const consentHit = (one: LineCase): CheckHit | null => {
  const consent = consentOf(one);
  if (consent === null || consent.verdict.outcome === 'given') return null;
  const [need] = requiredRoles(one.claimant, consent.need.role);
  return { decision: consent.verdict.outcome, ...(need === undefined ? {} : { need }) };
};

/** The checks of 5.6 in their order: the first hit decides. Caps (9) and OK (10) follow where none hits. */
export const lineChecks: readonly LineCheck[] = [
  { order: 1, rule: 'X-14', what: 'no covering order',
    hit: (one) => (coveringOrder(one) === null ? { decision: 'REJECT_NO_DISPATCH' } : null) },
  { order: 2, rule: 'X-16', what: 'class not allowed',
    hit: (one) => (treatmentOfLine(one)?.treatment === 'never' && !one.settings.flag('exp.class_exception', momentOfLine(one.line)) ? { decision: 'REJECT_CLASS' } : null) },
  { order: 3, rule: 'X-08', what: 'lodging in the base city',
    hit: ({ line, claimant, cities }) => (line.kind === 'LODGING' && cities.isSame(line.city ?? '', claimant.baseCity) ? { decision: 'REJECT_BASE_CITY' } : null) },
  { order: 4, rule: 'X-04', what: 'local ticket below the threshold',
    hit: (one) => (isSmallTicket(one) ? { decision: 'COVERED_BY_ALLOWANCE' } : null) },
  { order: 5, rule: 'X-05', what: 'invoice or ticket missing',
    hit: (one) => (isInvoiceNeeded(one) && (one.line.invoice === null || one.line.invoice.kind === 'RECEIPT') ? { decision: 'REJECT_NO_INVOICE' } : null) },
  { order: 6, rule: '5.7', what: 'duplicate invoice',
    hit: (one) => (isDuplicateDocument(one) ? { decision: 'REJECT_DUPLICATE' } : null) },
  { order: 6, rule: '5.4', what: 'duplicate night',
    hit: ({ line, claimant, earlier, nightsBefore }) => (line.kind === 'LODGING' && overlapsNight(line, claimant.staffId, [...earlier.nights, ...nightsBefore]) ? { decision: 'DUP_NIGHT' } : null) },
  { order: 6, rule: '5.8', what: 'an allowance entered by hand beside the generated one',
    hit: ({ line }) => (line.kind.startsWith('ALLOW_') ? { decision: 'DUP_DAY' } : null) },
  { order: 7, rule: 'X-03', what: 'start or end missing',
    hit: ({ line }) => (isTransport(line) && !hasRoute(line) ? { decision: 'RETURN_NO_OD' } : null) },
  { order: 8, rule: '5.5', what: 'approval missing, too low, late or own', hit: consentHit },
  { order: 8, rule: 'X-19', what: 'private car', hit: (one) => (treatmentOfLine(one)?.treatment === 'manual' ? { decision: 'MANUAL' } : null) },
  { order: 8, rule: 'X-20', what: 'Hong Kong, Macao, Taiwan, abroad',
    hit: ({ line, cities }) => (line.kind === 'LODGING' && cities.find(line.city ?? '').tier === 'MANUAL' ? { decision: 'MANUAL' } : null) },
];

/** The most that the document itself allows: the invoice's total. */
export const documentCap = (line: ClaimedLine): Fen => (line.invoice === null ? line.amount : line.invoice.total < line.amount ? line.invoice.total : line.amount);

