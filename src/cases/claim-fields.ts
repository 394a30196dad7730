import { dispatchStatus, expenseDecision, expenseKind, invoiceKind, role, severity, transportMode } from '../../sheets-templates';
import { dateOf, showYuan } from '../terms';
import { invoiceFingerprint, type Claimant, type ClaimedLine, type EarlierUse, type ExpenseConsent, type ExpenseLeg, type ExpenseOrder, type InvoiceFacts } from '../expenses';
import { optional, type Fields } from './fields';

const consentRows = { 'A-18': true, 'A-19': true, 'A-20': true, 'A-21': true, 'A-23': true, 'A-24': true };

export const readClaimant = (fields: Fields): Claimant => {
  const roles = fields.has('roles') ? fields.codes('roles', role) : (['ENG'] as const);
  return { staffId: fields.text('id'), roles, baseCity: fields.text('base_city') };
};

export const readOrder = (fields: Fields): ExpenseOrder => {
  const status = fields.code('status', dispatchStatus, 'RETURNED');
  const perDate = fields.has('cities_of_date') ? fields.within('cities_of_date') : null;
  return {
    orderId: fields.text('id'),
    ticketId: optional(fields, 'ticket', (name) => fields.text(name)),
    severity: optional(fields, 'ticket_class', (name) => fields.code(name, severity)),
    status,
    wasIssued: fields.flag('issued', true),
    departedAt: optional(fields, 'departed_at', (name) => fields.instant(name)),
    endedAt: optional(fields, 'returned_at', (name) => fields.instant(name)),
    planReturn: optional(fields, 'plan_return', (name) => fields.date(name)),
    delayExplained: fields.flag('delay_explained', false),
    cities: fields.texts('cities'),
    ...(perDate === null ? {} : { citiesOfDate: Object.fromEntries(perDate.names().map((date) => [date, perDate.texts(date)])) }),
  };
};

export const readLeg = (fields: Fields): ExpenseLeg => ({
  departAt: fields.instant('depart_at'),
  arriveAt: optional(fields, 'arrive_at', (name) => fields.instant(name)),
  origin: fields.text('origin', ''),
  destination: fields.text('destination', ''),
  mode: optional(fields, 'mode', (name) => fields.code(name, transportMode)),
});

const readInvoice = (fields: Fields): InvoiceFacts => ({
  kind: fields.code('kind', invoiceKind, 'DIGITAL'),
  code: optional(fields, 'code', (name) => fields.text(name)),
  number: optional(fields, 'number', (name) => fields.text(name)),
  total: fields.money('total'),
});

export interface ReadLine {
  readonly line: ClaimedLine;
  readonly expected: Readonly<Record<string, unknown>>;
}

export const readLine = (fields: Fields): ReadLine => {
  const lineId = fields.text('id');
  const amount = fields.money('amount');
  const legFields = fields.isEmpty('leg') ? null : fields.within('leg');
  const leg = legFields === null ? null : readLeg(legFields);
  legFields?.done();
  const date = fields.isEmpty('date') && leg !== null ? dateOf(leg.departAt) : fields.date('date');
  const kind = fields.code('kind', expenseKind);
  const invoiceFields = fields.isEmpty('invoice') ? null : fields.within('invoice');
  // Left out, the line has a proper invoice of its own; null says that there is none.
  const own: InvoiceFacts | null = fields.has('invoice') ? null : { kind: 'DIGITAL', code: null, number: `own-invoice-of-${lineId}`, total: amount };
  const invoice = invoiceFields === null ? own : readInvoice(invoiceFields);
  invoiceFields?.done();
  const wanted = fields.isEmpty('expect') ? null : fields.within('expect');
  const expected = wanted === null ? {} : {
    ...(wanted.has('decision') ? { decision: wanted.code('decision', expenseDecision) } : {}),
    ...(wanted.has('payable') ? { payable: showYuan(wanted.money('payable')) } : {}),
    ...(wanted.has('cap') ? { cap: showYuan(wanted.money('cap')) } : {}),
    ...(wanted.has('flags') ? { flags: wanted.texts('flags') } : {}),
  };
  wanted?.done();
  return {
    line: {
      lineId, kind, date, amount, leg, invoice,
      orderId: optional(fields, 'order', (name) => fields.text(name)),
      city: optional(fields, 'city', (name) => fields.text(name)),
      nights: optional(fields, 'nights', (name) => fields.count(name)),
      checkin: optional(fields, 'checkin', (name) => fields.date(name)),
      checkout: optional(fields, 'checkout', (name) => fields.date(name)),
      sharers: fields.texts('sharers'),
      mode: optional(fields, 'mode', (name) => fields.code(name, transportMode)),
    },
    expected: { id: lineId, ...expected },
  };
};

export const readConsent = (personId: string) => (fields: Fields): ExpenseConsent => {
  const assertedAt = optional(fields, 'asserted_at', (name) => fields.instant(name));
  // Stated for readers only: the times tell whether a decision came after the departure.
  fields.flag('post_hoc', false);
  return {
    row: fields.code('row', consentRows),
    personId: fields.text('person', personId),
    approverId: fields.text('approver'),
    role: fields.code('role', role),
    decidedAt: fields.instant('decided_at'),
    assertedAt,
    confirmed: fields.flag('confirmed', assertedAt === null),
    lineId: optional(fields, 'line', (name) => fields.text(name)),
    mode: optional(fields, 'mode', (name) => fields.code(name, transportMode)),
    origin: optional(fields, 'origin', (name) => fields.text(name)),
    destination: optional(fields, 'destination', (name) => fields.text(name)),
    date: optional(fields, 'date', (name) => fields.date(name)),
  };
};

const readPersonDate = (personId: string) => (fields: Fields) => ({ personId: fields.text('person', personId), date: fields.date('date') });

export const readEarlier = (fields: Fields, personId: string): EarlierUse => ({
  invoices: fields.each('invoices', (one) => {
    const invoice = readInvoice(one);
    return { fingerprint: invoiceFingerprint(invoice) ?? '', total: invoice.total };
  }),
  nights: fields.each('nights', readPersonDate(personId)),
  days: fields.each('days', readPersonDate(personId)),
});
