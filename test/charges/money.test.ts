import fc from 'fast-check';
import { costHead, type ArStatus, type CostHead } from '../../sheets-templates';
import { accountAt, ageBands, ageing, ageInDays, customerPart, dueDateOf, lineAmount, quoteTotals, taxWithin } from '../../src/charges';
import { fen, localDate, nothing, parseYuan, plusDays } from '../../src/terms';

const heads = Object.keys(costHead) as readonly CostHead[];
const amount = fc.integer({ min: 0, max: 1_000_000_000 }).map(fen);
const line = fc.record({ head: fc.constantFrom(...heads), amount });

describe('money is whole fen and sums are exact', () => {
  test('R-244 the heads of a quote add up to its total, whatever the lines', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 50 }), (lines) => {
      const { materialFee, labourFee, travelFee, otherFee, total } = quoteTotals(lines);
      expect(materialFee + labourFee + travelFee + otherFee).toBe(total);
      expect(total).toBe(lines.reduce((sum, one) => sum + one.amount, 0));
    }));
  });
  test.each([['1.5', '333.33', '500.00'], ['0.01', '0.50', '0.01'], ['0.01', '0.49', '0.00'], ['3', '0.01', '0.03'], ['10000', '99999.99', '999999900.00']])('QU %s × %s = %s, half up', (quantity, price, expected) => {
    expect(lineAmount(Number(parseYuan(quantity)), parseYuan(price) ?? nothing)).toBe(parseYuan(expected));
  });
  test('a line is never further from quantity times price than half a fen', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), amount, (hundredths, price) => {
      const exact = BigInt(hundredths) * BigInt(price);
      const twice = 2n * (BigInt(lineAmount(hundredths, price)) * 100n - exact);
      expect(twice > -100n && twice <= 100n).toBe(true);
    }));
  });
  test('7.5 no. 1 tax within and the net amount make up the total', () => {
    expect(taxWithin(fen(300000), 13)).toBe(34513);
    fc.assert(fc.property(amount, fc.integer({ min: 0, max: 100 }), (total, rate) => {
      const tax = taxWithin(total, rate);
      expect(tax >= 0 && tax <= total).toBe(true);
    }));
  });
  test('SHARED never asks for more than the total', () => {
    fc.assert(fc.property(amount, fc.integer({ min: 1, max: 99 }), (total, share) => { expect(customerPart(total, share)).toBeLessThanOrEqual(total); }));
    expect(customerPart(fen(100001), null)).toBe(100001);
  });
});

describe('receivables (3.11, 7.5)', () => {
  const today = localDate('2026-03-31');
  const account = (changes: { readonly due?: string | null; readonly status?: ArStatus; readonly writeOff?: number } = {}) =>
    ({ amount: fen(300000), writeOff: fen(changes.writeOff ?? 0), dueDate: changes.due === null ? null : localDate(changes.due ?? '2026-03-31'), status: changes.status ?? 'NOT_DUE' } as const);

  test.each([
    ['before it', { due: '2026-04-01' }, 0, 'NOT_DUE', 0],
    ['on it', {}, 0, 'DUE', 0],
    ['the day after', { due: '2026-03-30' }, 0, 'OVERDUE', 1],
    ['in part', { due: '2026-03-01' }, 1, 'PARTLY_PAID', 30],
    ['to the last fen but one', {}, 299999, 'PARTLY_PAID', 0],
    ['to the last fen', {}, 300000, 'PAID', 0],
    ['disputed', { due: '2026-03-01', status: 'DISPUTED' as const }, 0, 'DISPUTED', 30],
    ['disputed and paid after all', { status: 'DISPUTED' as const }, 300000, 'PAID', 0],
    ['written off', { status: 'WRITTEN_OFF' as const, writeOff: 300000 }, 0, 'WRITTEN_OFF', 0],
    ['not dated yet', { due: null }, 0, 'NOT_DUE', 0],
  ])('AR due date: %s', (_what, changes, received, status, ageDays) => {
    expect(accountAt(account(changes), fen(received), today)).toMatchObject({ status, ageDays, balance: 300000 - received - (('writeOff' in changes ? changes.writeOff : undefined) ?? 0) });
  });
  test('received, balance and write-off always make up the amount', () => {
    fc.assert(fc.property(amount, amount, fc.integer({ min: -400, max: 400 }), (received, writeOff, days) => {
      const row = { ...account(), writeOff, dueDate: plusDays(today, days) };
      const after = accountAt(row, received, today);
      expect(after.received + after.balance + writeOff).toBe(row.amount);
      expect(after.status === 'PAID').toBe(after.balance <= 0);
    }));
  });
  test('7.5 no. 5 due dates by terms', () => {
    const [signed, accepted] = [localDate('2026-01-20'), localDate('2026-01-31')];
    expect([dueDateOf('PREPAID', 15, signed, null), dueDateOf('ON_ACCEPTANCE', 15, signed, accepted), dueDateOf('MONTHLY', 15, signed, accepted), dueDateOf('MONTHLY', 15, signed, localDate('2026-12-31')), dueDateOf('MONTHLY', 15, signed, null)])
      .toEqual(['2026-01-20', '2026-02-15', '2026-02-25', '2027-01-25', null]);
  });
  test('7.5 no. 6 every age lies in exactly one band', () => {
    fc.assert(fc.property(fc.array(fc.record({ status: fc.constantFrom<ArStatus>('NOT_DUE', 'OVERDUE', 'PARTLY_PAID', 'DISPUTED', 'PAID'), ageDays: fc.integer({ min: 0, max: 2000 }), balance: amount })), (rows) => {
      const owed = rows.filter(({ status }) => status !== 'PAID');
      const bands = ageing(rows);
      expect(bands.reduce((sum, band) => sum + band.count, 0)).toBe(owed.length);
      expect(bands.reduce((sum, band) => sum + band.balance, 0)).toBe(owed.reduce((sum, row) => sum + row.balance, 0));
    }));
    expect(ageBands.map(({ name }) => name)).toEqual(['0', '1–30', '31–60', '61–90', '> 90']);
    expect(ageInDays(localDate('2026-03-31'), today)).toBe(0);
  });
});
