import type { ExpenseDecision, ExpenseKind, KeyOf } from '../../sheets-templates';
import { atMinute, dateOf, fen, nothing, type Fen, type LocalDate, type Words } from '../terms';
import type { Settings } from '../settings';
import type { CityBook } from './city-book';
import { explainDecision } from './decision-words';
import type { Claimant, EarlierUse, ExpenseLeg, ExpenseOrder } from './facts';
import { datesOf, servicePeriod } from './trip-days';

/** A generated line: one of the three parts of a day's allowance (5.2 no. 7). */
export interface AllowanceLine {
  readonly kind: ExpenseKind;
  readonly date: LocalDate;
  readonly orderId: string;
  readonly cities: readonly string[];
  readonly rate: 'away' | 'home';
  readonly amount: Fen;
  readonly payable: Fen;
  readonly decision: ExpenseDecision;
  readonly note: Words;
}

/** the parts of a day and the settings of their two rates. */
const parts: readonly { readonly kind: ExpenseKind; readonly away: KeyOf<'yuan/day'>; readonly home: KeyOf<'yuan/day'> }[] = [
  { kind: 'ALLOW_MEAL', away: 'exp.away.meal', home: 'exp.home.meal' },
  { kind: 'ALLOW_COMM', away: 'exp.away.comm', home: 'exp.home.comm' },
  { kind: 'ALLOW_TRANSPORT', away: 'exp.away.local', home: 'exp.home.local' },
];

export interface AllowanceFacts {
  readonly claimant: Claimant;
  readonly orders: readonly ExpenseOrder[];
  readonly legs: readonly ExpenseLeg[];
  readonly earlier: EarlierUse;
  /** Only dates of this month; null for all. */
  readonly month: string | null;
  /** For trips that are not over. */
  readonly asOf: LocalDate;
}

/** The cities of a date: service places and end points of that date's legs; places passed through do not count (AMB-25). */
export const citiesOfDate = (order: ExpenseOrder, legs: readonly ExpenseLeg[], date: LocalDate, cities: CityBook): readonly string[] => {
  const travelled = legs.flatMap((leg) => [
    ...(dateOf(leg.departAt) === date ? [leg.origin, leg.destination] : []),
    ...(leg.arriveAt !== null && dateOf(leg.arriveAt) === date ? [leg.destination] : []),
  ]);
  return [...new Set([...(order.citiesOfDate?.[date] ?? order.cities), ...travelled].map((city) => cities.find(city).name))];
};

interface Day {
  readonly date: LocalDate;
  readonly order: ExpenseOrder;
}

const byDeparture = (one: ExpenseOrder, other: ExpenseOrder): number =>
  `${one.departedAt ?? ''} ${one.orderId}` < `${other.departedAt ?? ''} ${other.orderId}` ? -1 : 1;

const daysOut = ({ orders, month, asOf }: AllowanceFacts): readonly Day[] =>
  [...orders].sort(byDeparture).flatMap((order) => {
    const period = servicePeriod(order, asOf);
    return period === null ? [] : datesOf(period).filter((date) => month === null || date.startsWith(month)).map((date) => ({ date, order }));
  });

/**
 * The allowance lines of a claim: three for each date that an order covers, at the rate valid on that date. A date
 * counts once, whatever the number of orders (5.2 no. 4); further orders of the date show as DUP_DAY with nothing to pay.
 */
export const generateAllowances = (facts: AllowanceFacts, cities: CityBook, settings: Settings): readonly AllowanceLine[] => {
  const counted = new Set(facts.earlier.days.filter((day) => day.personId === facts.claimant.staffId).map((day) => day.date));
  return [...daysOut(facts)].sort((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0)).flatMap(({ date, order }) => {
    const at = atMinute(date, 0);
    const places = citiesOfDate(order, facts.legs, date, cities);
    const companyCities = settings.list('exp.company_cities', at).map((city) => cities.find(city).name);
    const rate = places.every((city) => companyCities.includes(city)) ? 'home' : 'away';
    const manual = places.some((city) => cities.find(city).tier === 'MANUAL');
    const decision: ExpenseDecision = counted.has(date) ? 'DUP_DAY' : manual ? 'MANUAL' : 'OK';
    counted.add(date);
    return parts.map(({ kind, away, home }): AllowanceLine => {
      const amount = settings.fen(rate === 'away' ? away : home, at);
      return { kind, date, orderId: order.orderId, cities: places, rate, amount, payable: decision === 'OK' ? amount : nothing, decision, note: explainDecision(decision, {}) };
    });
  });
};

export const allowanceTotal = (lines: readonly AllowanceLine[]): Fen => fen(lines.reduce((total, line) => total + line.payable, 0));
