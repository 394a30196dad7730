import { instant, localDate } from '../../src/terms';
import { invoiceFingerprint, nothingEarlier, requiredRoles, type ExpenseConsent } from '../../src/expenses';
import { claim, consent, hotel, invoice, leg, line, office, officeWith, order, results, ride, yuan } from './claims';

const at = (text: string) => instant(text);
const person = (...roles: readonly ('ENG' | 'SUP' | 'TSM' | 'DGM' | 'EDGM' | 'GM')[]) => ({ staffId: 'E1', roles, baseCity: '上海' });

describe('order of checks (5.6): the first hit decides', () => {
  test('no order beats every other fault', () => {
    expect(results(claim({ orders: [], lines: [ride(930, 'HSR_1ST', { invoice: null })] }))).toEqual([['REJECT_NO_DISPATCH', 0]]);
  });
  test('class beats the missing invoice', () => {
    expect(results(claim({ lines: [ride(930, 'HSR_1ST', { invoice: null })] }))).toEqual([['REJECT_CLASS', 0]]);
  });
  test('the base city beats the missing invoice', () => {
    expect(results(claim({ lines: [hotel(200, '2026-03-04', '2026-03-05', { city: '上海市', invoice: null })] }))).toEqual([['REJECT_BASE_CITY', 0]]);
  });
  test('a small ticket needs no invoice, a larger one does', () => {
    expect(results(claim({ lines: [ride(4.99, 'METRO_BUS', { invoice: null }), ride(5, 'METRO_BUS', { lineId: '2', invoice: null })] }))).toEqual([['COVERED_BY_ALLOWANCE', 0], ['REJECT_NO_INVOICE', 0]]);
  });
  test('the missing route beats the missing approval', () => {
    expect(results(claim({ lines: [ride(60, 'HSR_2ND', { leg: leg({ origin: '' }) })] }))).toEqual([['RETURN_NO_OD', 0]]);
  });
  test('an allowance entered by hand is one too many', () => {
    expect(results(claim({ lines: [line(55, { kind: 'ALLOW_MEAL' })] }))).toEqual([['DUP_DAY', 0]]);
  });
  test('every line has a sentence in both languages', () => {
    const verdict = claim({ lines: [ride(930, 'HSR_1ST'), hotel(500, '2026-03-04', '2026-03-05', { lineId: '2' })] });
    expect(verdict.lines.map((one) => one.note.en)).toEqual(['This class of travel is not paid.', 'The cap is 140.00 yuan, 500.00 were claimed; the rest is your own.']);
    expect(verdict.lines.every((one) => one.note.zh !== '')).toBe(true);
  });
});

describe('approvals (5.5)', () => {
  const train = ride(60, 'HSR_2ND');
  const judged = (consents: readonly ExpenseConsent[], severity: 'A' | 'B' | 'C' = 'C', roles = person('ENG')) =>
    claim({ claimant: roles, orders: [order({ severity })], lines: [train], consents }).lines[0];
  test.each([
    ['by the manager before departure', [consent()], 'OK'],
    ['decided at the minute of departure', [consent({ decidedAt: at('2026-03-04 07:00') })], 'OK'],
    ['decided a second later, class C', [consent({ decidedAt: at('2026-03-04 07:00:01') })], 'REJECT_NO_APPROVAL'],
    ['by a higher role', [consent({ role: 'GM', approverId: 'G1' })], 'OK'],
    ['by a lower role', [consent({ role: 'SUP', approverId: 'S1' })], 'REJECT_NO_APPROVAL'],
    ['by oneself', [consent({ approverId: 'E1' })], 'REJECT_SELF_APPROVAL'],
    ['by oneself and by the manager', [consent({ approverId: 'E1' }), consent()], 'OK'],
    ['for someone else', [consent({ personId: 'E2' })], 'REJECT_NO_APPROVAL'],
    ['for another mode', [consent({ mode: 'PLANE_ECO' })], 'REJECT_NO_APPROVAL'],
    ['for the way back', [consent({ origin: '无锡', destination: '上海' })], 'REJECT_NO_APPROVAL'],
    ['for the day before, the train was missed', [consent({ date: localDate('2026-03-03') })], 'OK'],
    ['two days off', [consent({ date: localDate('2026-03-02') })], 'REJECT_NO_APPROVAL'],
    ['city names written otherwise', [consent({ origin: '上海市', destination: '江苏省无锡市' })], 'OK'],
  ])('%s', (_what, consents, decision) => {
    expect(judged(consents)?.decision).toBe(decision);
  });
  test('classes A and B may be ratified by the same role within 1 working day, flagged', () => {
    const late = consent({ decidedAt: at('2026-03-05 17:30') });
    expect(judged([late], 'B')).toEqual(expect.objectContaining({ decision: 'OK', flags: ['POST_HOC'] }));
    expect(judged([consent({ decidedAt: at('2026-03-05 17:30:01') })], 'B')?.decision).toBe('REJECT_NO_APPROVAL');
    expect(judged([{ ...late, role: 'GM', approverId: 'G1' }], 'B')?.decision).toBe('REJECT_NO_APPROVAL');
    expect(judged([late], 'C')?.decision).toBe('REJECT_NO_APPROVAL');
  });
  test('an unconfirmed chat consent counts and is flagged; with approval.chat_ok off it does not', () => {
    const chat = consent({ decidedAt: at('2026-03-06 09:00'), assertedAt: at('2026-03-04 06:00'), confirmed: false });
    expect(judged([chat])).toEqual(expect.objectContaining({ decision: 'OK', flags: ['UNCONFIRMED'] }));
    expect(claim({ lines: [train], consents: [chat] }, officeWith([['approval.chat_ok', 'N']])).lines[0]?.decision).toBe('REJECT_NO_APPROVAL');
  });
  test.each([
    ['an engineer', person('ENG'), ['TSM']], ['the supervisor', person('ENG', 'SUP'), ['TSM']], ['the manager', person('TSM'), ['DGM']],
    ['a deputy GM', person('DGM'), ['GM']], ['the executive deputy', person('EDGM'), ['GM']], ['the general manager', person('GM'), ['EDGM', 'FIN']],
  ] as const)('whoever holds the role goes to the next higher: %s', (_who, claimant, roles) => {
    expect(requiredRoles(claimant, 'TSM')).toEqual(roles);
  });
  test('the general manager needs EDGM and FIN together', () => {
    const [first, second] = [consent({ role: 'EDGM', approverId: 'X1' }), consent({ role: 'FIN', approverId: 'F1' })];
    expect(judged([first], 'C', person('GM'))?.decision).toBe('REJECT_NO_APPROVAL');
    expect(judged([first, second], 'C', person('GM'))?.decision).toBe('OK');
  });
});

describe('taxi, material, private car', () => {
  const taxi = ride(45, 'TAXI');
  const a21 = (decided: string) => consent({ row: 'A-21', role: 'SUP', approverId: 'S1', mode: 'TAXI', origin: null, destination: null, decidedAt: at(decided) });
  test('X-15 a taxi needs the supervisor, up to 1 working day after', () => {
    expect(results(claim({ lines: [taxi] }))).toEqual([['REJECT_NO_APPROVAL', 0]]);
    expect(results(claim({ lines: [taxi], consents: [a21('2026-03-05 17:30')] }))).toEqual([['OK', 45]]);
    expect(results(claim({ lines: [taxi], consents: [a21('2026-03-05 17:31')] }))).toEqual([['REJECT_NO_APPROVAL', 0]]);
  });
  test.each([[500, 'SUP', 'OK'], [500.01, 'SUP', 'REJECT_NO_APPROVAL'], [500.01, 'TSM', 'OK']] as const)('A-24 %d yuan by %s: %s', (amount, role, decision) => {
    expect(results(claim({ lines: [line(amount, { kind: 'MATERIAL' })], consents: [consent({ row: 'A-24', role, lineId: '1' })] }))[0]?.[0]).toBe(decision);
  });
  test('X-19 a private car is decided by hand', () => {
    expect(results(claim({ lines: [ride(90, 'PRIVATE_CAR')] }))).toEqual([['MANUAL', 0]]);
  });
  test('X-16 with the exception path on, a higher class needs the deputy GM', () => {
    const open = officeWith([['exp.class_exception', 'Y']]);
    const first = ride(300, 'HSR_1ST');
    expect(results(claim({ lines: [first] }, open))).toEqual([['REJECT_NO_APPROVAL', 0]]);
    expect(results(claim({ lines: [first], consents: [consent({ row: 'A-20', mode: 'HSR_1ST', role: 'DGM', approverId: 'D1' })] }, open))).toEqual([['OK', 300]]);
  });
  test('a mode taken off the default list is not paid', () => {
    expect(results(claim({ lines: [ride(90, 'COACH')] }, officeWith([['exp.mode.default', 'METRO_BUS']])))).toEqual([['REJECT_CLASS', 0]]);
  });
});

describe('lodging (5.4)', () => {
  test('sharers add their cap and use up their night', () => {
    const shared = hotel(280, '2026-03-04', '2026-03-05', { sharers: ['E2'] });
    expect(results(claim({ lines: [shared] }))).toEqual([['OK', 280]]);
    expect(results(claim({ lines: [shared], earlier: { ...nothingEarlier, nights: [{ personId: 'E2', date: localDate('2026-03-04') }] } }))).toEqual([['DUP_NIGHT', 0]]);
  });
  test('two nights of one person never overlap', () => {
    const lines = [hotel(140, '2026-03-04', '2026-03-05'), hotel(140, '2026-03-04', '2026-03-06', { lineId: '2' })];
    expect(results(claim({ lines }))).toEqual([['OK', 140], ['DUP_NIGHT', 0]]);
  });
  test('a night outside the trip is not counted; none inside is no dispatch', () => {
    expect(results(claim({ lines: [hotel(420, '2026-03-05', '2026-03-08')] }))).toEqual([['CAPPED', 280]]);
    expect(results(claim({ lines: [hotel(140, '2026-03-10', '2026-03-11')] }))).toEqual([['REJECT_NO_DISPATCH', 0]]);
  });
  test('caps pool inside one invoice and city and nowhere else (AMB-27)', () => {
    const bill = invoice(280);
    const pooled = [hotel(160, '2026-03-04', '2026-03-05', { invoice: bill }), hotel(120, '2026-03-05', '2026-03-06', { lineId: '2', invoice: bill })];
    expect(results(claim({ lines: pooled })).map(([, amount]) => amount)).toEqual([140, 120]);
    const apart = [hotel(160, '2026-03-04', '2026-03-05'), hotel(120, '2026-03-05', '2026-03-06', { lineId: '2' })];
    expect(results(claim({ lines: apart }))).toEqual([['CAPPED', 140], ['OK', 120]]);
  });
  test('each night has the cap of its own date', () => {
    const raised = officeWith([['exp.lodging.OT', '160', '2026-03-05 00:00']]);
    expect(results(claim({ lines: [hotel(320, '2026-03-04', '2026-03-06')] }, raised))).toEqual([['CAPPED', 300]]);
  });
  test('an unknown city is OT and shown to the administrator; Hong Kong is decided by hand', () => {
    const unknown = claim({ lines: [hotel(150, '2026-03-04', '2026-03-05', { city: '不知名县' })] });
    expect(unknown.lines[0]).toEqual(expect.objectContaining({ decision: 'CAPPED', payable: yuan(140), flags: ['UNKNOWN_CITY'] }));
    expect(results(claim({ lines: [hotel(150, '2026-03-04', '2026-03-05', { city: '香港' })] }))).toEqual([['MANUAL', 0]]);
  });
  test('lodging belongs to the month of the check-out (AMB-31)', () => {
    const trip = order({ departedAt: at('2026-03-30 07:00'), endedAt: at('2026-04-02 20:00') });
    const stay = hotel(280, '2026-03-31', '2026-04-02');
    expect(claim({ month: '2026-04', orders: [trip], lines: [stay] }).lines[0]?.flags).toEqual([]);
    expect(claim({ month: '2026-03', orders: [trip], lines: [stay] }).lines[0]?.flags).toEqual(['OTHER_MONTH']);
  });
  test('with A-23 switched on the deputy GM may pay above the cap', () => {
    const over = hotel(200, '2026-03-04', '2026-03-05');
    const consents = [consent({ row: 'A-23', role: 'DGM', approverId: 'D1', lineId: '1' })];
    expect(results(claim({ lines: [over], consents }))).toEqual([['CAPPED', 140]]);
    expect(results(claim({ lines: [over], consents }, officeWith([['exp.lodging.exception', 'Y']])))).toEqual([['OK', 200]]);
  });
});

describe('duplicate invoices (5.7)', () => {
  test.each([
    [{ kind: 'DIGITAL', code: null, number: '２５３1 2000-0000 1234 5678' }, 'E|25312000000012345678'],
    [{ kind: 'RAIL_E', code: 'ignored', number: '25312000000012345678' }, 'E|25312000000012345678'],
    [{ kind: 'VAT_SPECIAL', code: '0310 0190', number: 'no-1' }, 'VAT|03100190|NO1'],
    [{ kind: 'METRO_BUS', code: null, number: ' - ' }, null],
  ] as const)('%o is %s', (document, fingerprint) => {
    expect(invoiceFingerprint(document)).toBe(fingerprint);
  });
  const consents = [consent({ row: 'A-24', role: 'SUP', lineId: '1' }), consent({ row: 'A-24', role: 'SUP', lineId: '2' }), consent({ row: 'A-24', role: 'SUP', lineId: '3' })];
  test('one invoice may be split inside a claim up to its total', () => {
    const bill = invoice(100);
    const split = [line(60, { invoice: bill }), line(40, { lineId: '2', invoice: bill }), line(1, { lineId: '3', invoice: bill })];
    expect(results(claim({ lines: split, consents }))).toEqual([['OK', 60], ['OK', 40], ['REJECT_DUPLICATE', 0]]);
  });
  test('more than the invoice says is not paid', () => {
    expect(results(claim({ lines: [line(120, { invoice: invoice(100) })], consents }))).toEqual([['CAPPED', 100]]);
  });
  test('the same number with another amount is a duplicate and a finding', () => {
    const number = '25312000000012345678';
    const earlier = { ...nothingEarlier, invoices: [{ fingerprint: `E|${number}`, total: yuan(99) }] };
    const verdict = claim({ lines: [line(100, { invoice: invoice(100, { kind: 'DIGITAL', number }) })], consents, earlier });
    expect(verdict.lines[0]).toEqual(expect.objectContaining({ decision: 'REJECT_DUPLICATE', flags: ['AMOUNT_MISMATCH'] }));
  });
  test('a ticket without number is known by kind, date, route, amount and person', () => {
    const ticket = (lineId: string, departs: string) => ride(12, 'COACH', { lineId, leg: leg({ departAt: at(departs) }), invoice: invoice(12, { kind: 'COACH_TICKET', code: null, number: null }) });
    expect(results(claim({ lines: [ticket('1', '2026-03-04 07:00'), ticket('2', '2026-03-04 09:00'), ticket('3', '2026-03-05 09:00')] }))).toEqual([['OK', 12], ['REJECT_DUPLICATE', 0], ['OK', 12]]);
  });
  test('a line that was refused leaves its invoice free', () => {
    const bill = invoice(130);
    const lines = [hotel(130, '2026-03-10', '2026-03-11', { invoice: bill }), hotel(130, '2026-03-04', '2026-03-05', { lineId: '2', invoice: bill })];
    expect(results(claim({ lines }))).toEqual([['REJECT_NO_DISPATCH', 0], ['OK', 130]]);
  });
});

test('a held claim keeps its lines and pays nothing now; without the setting it is not held', () => {
  const facts = { lines: [hotel(140, '2026-03-04', '2026-03-05')], monthlyReport: null };
  const held = claim(facts);
  expect([held.hold?.en, held.payableNow, held.totalPayable]).toEqual(['The monthly work report is not approved yet; the claim is on hold.', 0, yuan(365)]);
  expect(claim(facts, officeWith([['exp.require_monthly_report', 'N']])).payableNow).toBe(yuan(365));
  expect(office.settings.problems).toEqual([]);
});
