import type { Role, Severity } from '../../sheets-templates';
import { dateOf, daysBetween, type Instant, type LocalDate } from '../terms';
import { endOfWorkingDay, type Calendar } from '../deadlines';
import type { Settings } from '../settings';
import type { CityBook } from './city-book';
import type { ClaimedLine, Claimant, ConsentRow, ExpenseConsent } from './facts';

/** Height of the roles that approve; a higher one may, a lower one never (5.5). */
const height: Readonly<Partial<Record<Role, number>>> = { SUP: 1, TSM: 2, DGM: 3, EDGM: 4, GM: 5 };
const heightOf = (role: Role): number => height[role] ?? 0;

/**
 * The roles that must approve for a person: the row's own, or the next higher where the person holds it (6.1 no. 3);
 * the general manager's own requests go to EDGM and FIN together.
 */
export const requiredRoles = (claimant: Claimant, role: Role): readonly Role[] => {
  const own = Math.max(0, ...claimant.roles.map(heightOf));
  if (own < heightOf(role)) return [role];
  if (own >= heightOf('EDGM')) return own === heightOf('GM') ? ['EDGM', 'FIN'] : ['GM'];
  const next: Readonly<Record<number, Role>> = { 1: 'TSM', 2: 'DGM', 3: 'GM' };
  return [next[own] ?? 'GM'];
};

const isHighEnough = (given: Role, wanted: Role): boolean => given === wanted || (heightOf(wanted) > 0 && heightOf(given) > heightOf(wanted));

export interface ConsentNeed {
  readonly row: ConsentRow;
  readonly role: Role;
  /** Up to when it must be decided; null: no limit. */
  readonly deadline: Instant | null;
  /** A later decision that still counts, flagged: by the same role, up to this moment (AMB-29). */
  readonly ratifyUntil: Instant | null;
}

export type ConsentVerdict =
  | { readonly outcome: 'given'; readonly postHoc: boolean; readonly unconfirmed: boolean }
  | { readonly outcome: 'REJECT_NO_APPROVAL' | 'REJECT_SELF_APPROVAL' };

/** The moment that counts: a chat consent's own, when such consents are valid (AMB-37). */
const decidedMoment = (consent: ExpenseConsent, settings: Settings): Instant =>
  consent.assertedAt !== null && settings.flag('approval.chat_ok', consent.decidedAt) ? consent.assertedAt : consent.decidedAt;

type Timing = 'in time' | 'ratified' | 'late';

const timingOf = (consent: ExpenseConsent, need: ConsentNeed, wanted: Role, settings: Settings): Timing => {
  const at = decidedMoment(consent, settings);
  if (need.deadline === null || at <= need.deadline) return 'in time';
  return need.ratifyUntil !== null && at <= need.ratifyUntil && consent.role === wanted ? 'ratified' : 'late';
};

/** Whether one of the consents satisfies a need; by a lower role or by oneself, never (5.5, 6.1 no. 1). */
export const judgeConsents = (consents: readonly ExpenseConsent[], need: ConsentNeed, claimant: Claimant, settings: Settings): ConsentVerdict => {
  const own = consents.filter((consent) => consent.approverId === claimant.staffId);
  const others = consents.filter((consent) => consent.approverId !== claimant.staffId);
  const accepted = requiredRoles(claimant, need.role).map((wanted) => {
    const usable = others
      .filter((consent) => isHighEnough(consent.role, wanted))
      .map((consent) => ({ consent, timing: timingOf(consent, need, wanted, settings) }));
    return usable.find((one) => one.timing === 'in time') ?? usable.find((one) => one.timing === 'ratified');
  });
  if (accepted.every((one) => one !== undefined)) {
    return {
      outcome: 'given',
      postHoc: accepted.some((one) => one?.timing === 'ratified'),
      unconfirmed: accepted.some((one) => one?.consent.assertedAt !== null && one?.consent.confirmed === false),
    };
  }
  return { outcome: own.length > 0 && others.length === 0 ? 'REJECT_SELF_APPROVAL' : 'REJECT_NO_APPROVAL' };
};

/** Consents for a way of travelling: same person, mode and route, the date or one day either side for a missed train. */
export const consentsForLeg = (consents: readonly ExpenseConsent[], line: ClaimedLine, claimant: Claimant, row: ConsentRow, cities: CityBook): readonly ExpenseConsent[] => {
  const { leg } = line;
  const mode = line.mode ?? leg?.mode ?? null;
  const isForRoute = (consent: ExpenseConsent): boolean => {
    if (leg === null || consent.origin === null || consent.destination === null) return row === 'A-21';
    return cities.isSame(consent.origin, leg.origin) && cities.isSame(consent.destination, leg.destination);
  };
  const isForDate = (date: LocalDate | null): boolean =>
    date !== null && Math.abs(daysBetween(date, leg === null ? line.date : dateOf(leg.departAt))) <= 1;
  return consents.filter((consent) =>
    consent.row === row && consent.personId === claimant.staffId
    && (consent.lineId === null ? consent.mode === mode && isForDate(consent.date) && isForRoute(consent) : consent.lineId === line.lineId));
};

/** Consents for one line, such as material. */
export const consentsForLine = (consents: readonly ExpenseConsent[], line: ClaimedLine, claimant: Claimant, row: ConsentRow): readonly ExpenseConsent[] =>
  consents.filter((consent) => consent.row === row && consent.personId === claimant.staffId && consent.lineId === line.lineId);

/** When a consent for a leg must be decided: before departure; ratified for A and B within 1 working day (AMB-29). */
export const needForLeg = (row: ConsentRow, role: Role, departAt: Instant, severity: Severity | null, after: boolean, calendar: Calendar, settings: Settings): ConsentNeed => {
  const within = (days: number): Instant => endOfWorkingDay(calendar, dateOf(departAt), days);
  if (after) return { row, role, deadline: within(settings.count('exp.taxi.posthoc_wd', departAt)), ratifyUntil: null };
  const mayRatify = severity !== null && settings.list('exp.posthoc', departAt).includes(severity);
  return { row, role, deadline: departAt, ratifyUntil: mayRatify ? within(settings.count('exp.posthoc_wd', departAt)) : null };
};
