import fc from 'fast-check';
import { causeCode, type CauseCode } from '../../sheets-templates';
import { fen, localDate, plusDays, type LocalDate } from '../../src/terms';
import { chargeAfterCauseFound, chargeStatusAfter, correspondingDay, decideCharge, noWarrantyPapers, refuseClosingForMoney, refuseDeparture, warrantyEnd, type ChargeFacts } from '../../src/charges';
import given from '../cases/warranty.json';

const ticket = (changes: Partial<ChargeFacts>): ChargeFacts =>
  ({ chargePolicy: 'WARRANTY_BASED', serviceType: 'REPAIR', serviceMode: 'ON_SITE', reported: localDate('2026-03-04'), warrantyEnd: null, cause: null, isRepeat: false, ...changes });

const isCause = (text: string): text is CauseCode => text in causeCode;
const dateOrNull = (text: string | undefined): LocalDate | null => (text === undefined ? null : localDate(text));

test.each(given.warranty.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
  const { args } = vector;
  const { end } = warrantyEnd({ ...noWarrantyPapers, contractEnd: dateOrNull(args.end), productMonths: args.months ?? null, deliveredDate: dateOrNull(args.start) }, true);
  const cause = args.cause !== undefined && isCause(args.cause) ? args.cause : null;
  const decided = decideCharge(ticket({ reported: localDate(args.reported), warrantyEnd: end, cause, isRepeat: args.repeat === true, ...(args.stype === 'CONSULT' ? { serviceType: 'CONSULT', serviceMode: 'REMOTE' } : {}) }));
  expect([decided.outcome, end ?? '–']).toEqual([vector.outcome, vector.warranty_end]);
});

describe('warranty end (7.1)', () => {
  test.each([
    ['an explicit end wins', { contractEnd: localDate('2026-06-30'), contractStart: localDate('2020-01-01'), contractMonths: 12 }, '2026-06-30', 'CONTRACT'],
    ['contract months from the contract start', { contractStart: localDate('2025-05-31'), contractMonths: 12 }, '2026-05-31', 'CONTRACT'],
    ['a month without that day ends on its last', { contractStart: localDate('2025-08-31'), contractMonths: 6 }, '2026-02-28', 'CONTRACT'],
    ['product default from delivery', { productMonths: 36, deliveredDate: localDate('2023-03-10'), invoiceDate: localDate('2023-01-01') }, '2026-03-10', 'PRODUCT_DEFAULT'],
    ['without delivery the invoice date counts', { productMonths: 36, invoiceDate: localDate('2023-01-01') }, '2026-01-01', 'PRODUCT_DEFAULT'],
    ['months without any date are unknown', { contractMonths: 12, productMonths: 36 }, null, 'UNKNOWN'],
  ])('%s', (_what, papers, end, source) => {
    expect(warrantyEnd({ ...noWarrantyPapers, ...papers }, true)).toEqual({ end, source });
  });
  test('with war.inclusive off the day before is the last', () => {
    expect(warrantyEnd({ ...noWarrantyPapers, productMonths: 36, deliveredDate: localDate('2023-03-10') }, false).end).toBe('2026-03-09');
  });
  test('the corresponding day has the same number, or is its month\'s last', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 120 }), (days, months) => {
      const start = plusDays(localDate('2016-01-01'), days);
      const end = correspondingDay(start, months);
      expect(end.slice(8) === start.slice(8) || plusDays(end, 1).slice(8) === '01').toBe(true);
    }));
  });
});

describe('who decides (7.2, 7.4)', () => {
  test.each([
    ['W1', { chargePolicy: 'COMPANY_BEARS' as const }, 'FREE', []],
    ['W3 before W5', { isRepeat: true, warrantyEnd: localDate('2021-01-01') }, 'DECIDE', ['TSM']],
    ['W4', {}, 'DECIDE', ['TSM']],
    ['W5', { warrantyEnd: localDate('2026-03-03') }, 'PAID', []],
    ['W5 before W6', { warrantyEnd: localDate('2026-03-03'), cause: 'THEFT' as const }, 'PAID', []],
    ['W6', { warrantyEnd: localDate('2027-01-01'), cause: 'THEFT' as const }, 'DECIDE', ['TSM', 'DGM', 'GM']],
    ['W7 on the last day', { warrantyEnd: localDate('2026-03-04') }, 'FREE', []],
  ])('%s', (_step, changes, outcome, deciders) => {
    const decided = decideCharge(ticket(changes));
    expect([decided.outcome, decided.deciders]).toEqual([outcome, deciders]);
  });
  test('each result opens its status', () => {
    expect((['FREE', 'DECIDE', 'PAID'] as const).map(chargeStatusAfter)).toEqual(['FREE', 'DECISION_PENDING', 'QUOTING']);
  });
});

describe('departure (G-TK-7)', () => {
  const departure = { severity: 'A', chargeStatus: 'FREE', emergencyRelease: false, blocksC: true } as const;
  test.each([
    ['WB-01 class C with unknown warranty waits', { severity: 'C', chargeStatus: 'DECISION_PENDING' }, 'G-TK-7'],
    ['WB-02 class A with an exclusion pending goes', { chargeStatus: 'DECISION_PENDING' }, undefined],
    ['class B undetermined goes', { severity: 'B', chargeStatus: 'UNDETERMINED' }, undefined],
    ['WB-03 class A out of warranty without signature waits', { chargeStatus: 'QUOTING' }, 'G-TK-7'],
    ['WB-04 with the general manager\'s release it goes', { chargeStatus: 'QUOTING', emergencyRelease: true }, undefined],
    ['the release is for class A only', { severity: 'B', chargeStatus: 'QUOTING', emergencyRelease: true }, 'G-TK-7'],
    ['signed goes', { severity: 'C', chargeStatus: 'AGREED' }, undefined],
    ['refused by the customer waits', { chargeStatus: 'REFUSED' }, 'G-TK-7'],
    ['with charge.block_C off class C goes', { severity: 'C', chargeStatus: 'DECISION_PENDING', blocksC: false }, undefined],
    ['unclassified waits like C', { severity: null, chargeStatus: 'UNDETERMINED' }, 'G-TK-7'],
  ] as const)('%s', (_what, changes, code) => {
    expect(refuseDeparture({ ...departure, ...changes })?.code).toBe(code);
  });
});

describe('closing and causes found late', () => {
  const receivable = { amount: fen(300000), received: fen(300000), status: 'PAID', terms: 'ON_ACCEPTANCE' } as const;
  test('WB-05 theft found on a free ticket opens the decision, and the ticket cannot close', () => {
    const status = chargeAfterCauseFound('FREE', 'THEFT', 'ON_SITE');
    expect(status).toBe('DECISION_PENDING');
    expect(refuseClosingForMoney(status, [])?.code).toBe('G-TK-10');
    expect(chargeAfterCauseFound('FREE', 'THEFT', 'ACCEPTED')).toBe('FREE');
    expect(chargeAfterCauseFound('FREE', 'COMPONENT', 'ON_SITE')).toBe('FREE');
  });
  test.each([
    ['paid in full', receivable, undefined],
    ['WB-06 one fen short', { ...receivable, received: fen(299999), status: 'PARTLY_PAID' }, 'G-TK-10'],
    ['WB-07 overdue and disputed', { ...receivable, received: fen(0), status: 'DISPUTED' }, 'G-TK-10'],
    ['not due under monthly terms', { ...receivable, received: fen(0), status: 'NOT_DUE', terms: 'MONTHLY' }, undefined],
    ['not due under other terms', { ...receivable, received: fen(0), status: 'NOT_DUE' }, 'G-TK-10'],
    ['written off', { ...receivable, received: fen(0), status: 'WRITTEN_OFF' }, undefined],
  ] as const)('%s', (_what, one, code) => {
    expect(refuseClosingForMoney('WORK_DONE_UNPAID', [one])?.code).toBe(code);
  });
  test('the open balance is named', () => {
    expect(refuseClosingForMoney('WORK_DONE_UNPAID', [{ ...receivable, received: fen(299999) }])?.words.en).toContain('0.01 yuan');
  });
});
