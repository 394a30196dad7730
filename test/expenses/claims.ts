import { defaultCities, defaultHolidays, type Setting } from '../../sheets-templates';
import { fen, instant, isRefusal, localDate, type Fen } from '../../src/terms';
import { buildCalendar } from '../../src/deadlines';
import { buildCityBook, evaluateClaim, nothingEarlier, type ClaimedLine, type ClaimFacts, type ClaimVerdict, type ExpenseConsent, type ExpenseLeg, type ExpenseOffice, type ExpenseOrder, type InvoiceFacts } from '../../src/expenses';
import { readSettings } from '../../src/settings';

export const cities = buildCityBook(defaultCities());

export const officeWith = (changes: readonly (readonly [string, string, string?])[] = []): ExpenseOffice => {
  const settings = readSettings(changes.map(([key, value, from]): Setting => ({ settingId: key, key, value, unit: '', origin: 'ADDED', effectiveFrom: instant(from ?? '2020-01-01 00:00') })));
  const calendar = buildCalendar(defaultHolidays, settings, instant('2026-01-01 00:00'));
  if (isRefusal(calendar)) throw new Error(calendar.words.en);
  return { settings, calendar, cities };
};

export const office = officeWith();
export const yuan = (amount: number): Fen => fen(Math.round(amount * 100));

/** A returned trip of an engineer from 上海 to 无锡, 4 to 6 March 2026, class C. */
export const order = (changes: Partial<ExpenseOrder> = {}): ExpenseOrder => ({
  orderId: 'PG-1', ticketId: 'FW-1', severity: 'C', status: 'RETURNED', wasIssued: true,
  departedAt: instant('2026-03-04 07:00'), endedAt: instant('2026-03-06 20:00'), planReturn: null, delayExplained: false, cities: ['无锡'], ...changes,
});

let invoices = 0;
/** An invoice that nothing else uses. */
export const invoice = (total: number, changes: Partial<InvoiceFacts> = {}): InvoiceFacts => {
  invoices += 1;
  return { kind: 'VAT_NORMAL', code: '031001900104', number: String(10_000_000 + invoices), total: yuan(total), ...changes };
};

export const leg = (changes: Partial<ExpenseLeg> = {}): ExpenseLeg =>
  ({ departAt: instant('2026-03-04 07:00'), arriveAt: null, origin: '上海', destination: '无锡', mode: null, ...changes });

export const line = (amount: number, changes: Partial<ClaimedLine> = {}): ClaimedLine => ({
  lineId: '1', kind: 'OTHER', date: localDate('2026-03-04'), orderId: null, city: null, nights: null, checkin: null, checkout: null,
  sharers: [], leg: null, mode: null, amount: yuan(amount), invoice: invoice(amount), ...changes,
});

export const hotel = (amount: number, from: string, to: string, changes: Partial<ClaimedLine> = {}): ClaimedLine =>
  line(amount, { kind: 'LODGING', city: '无锡', date: localDate(from), checkin: localDate(from), checkout: localDate(to), ...changes });

export const ride = (amount: number, mode: ClaimedLine['mode'], changes: Partial<ClaimedLine> = {}): ClaimedLine =>
  line(amount, { kind: 'LONG_HAUL', mode, leg: leg(), ...changes });

export const consent = (changes: Partial<ExpenseConsent> = {}): ExpenseConsent => ({
  row: 'A-18', personId: 'E1', approverId: 'M1', role: 'TSM', decidedAt: instant('2026-03-03 15:00'), assertedAt: null, confirmed: true,
  lineId: null, mode: 'HSR_2ND', origin: '上海', destination: '无锡', date: localDate('2026-03-04'), ...changes,
});

export const claim = (changes: Partial<ClaimFacts>, at: ExpenseOffice = office): ClaimVerdict =>
  evaluateClaim({
    claimant: { staffId: 'E1', roles: ['ENG'], baseCity: '上海' }, month: null, orders: [order()], legs: [], lines: [], consents: [],
    earlier: nothingEarlier, monthlyReport: 'APPROVED', asOf: localDate('2026-03-31'), ...changes,
  }, at);

/** Decisions and payable yuan, in the order of the lines. */
export const results = (verdict: ClaimVerdict) => verdict.lines.map((one) => [one.decision, one.payable / 100]);
