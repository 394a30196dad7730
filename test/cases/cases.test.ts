import { computeCase } from '../../src/cases/run-case';
import calendar from '../deadlines/calendar-vectors.json';
import claims from './claims.json';
import deadlines from './deadlines.json';
import warranty from './warranty.json';
import wb from './wb.json';

const cases = [
  ...deadlines.sla_class.map((one) => ['sla_class', one] as const),
  ...deadlines.deadlines.map((one) => ['deadlines', one] as const),
  ...warranty.warranty.map((one) => ['warranty', one] as const),
  ...wb.charges.map((one) => ['charges', one] as const),
  ...claims.claims.map((one) => ['claims', one] as const),
].map(([part, one]) => [one.id, part, one] as const);

test.each(cases)('%s', (_id, part, one) => {
  expect(computeCase(part, one, undefined)).toEqual(expect.objectContaining({ message: null, passed: true }));
});

test('a file may bring its own calendar', () => {
  const one = { id: 'own', severity: 'C', received_at: '2026-03-06 17:00:00', due: { contact: '2026-03-10 09:00:00' } };
  expect(computeCase('sla_class', one, { ...calendar, holidays: [...calendar.holidays, { date: '2026-03-09', name: '厂休', statutory: false }] }).passed).toBe(true);
  expect(computeCase('sla_class', one, undefined).passed).toBe(false);
});

describe('a case with a mistake fails with a sentence and never breaks', () => {
  test.each([
    ['no object', 'claims', 7, 'must be an object'],
    ['nothing at all', 'claims', undefined, 'must be an object'],
    ['a missing person', 'claims', { id: 'x', expect: { payable: '1.00' } }, 'claims.person'],
    ['a misspelt field', 'claims', { id: 'x', person: { id: 'E', base_citty: '上海', base_city: '上海' }, expect: { payable: '0.00' }, as_of: '2026-03-01' }, 'base_citty：未知字段'],
    ['an amount with thousandths', 'claims', { id: 'x', person: { id: 'E', base_city: '上海' }, lines: [{ id: '1', kind: 'OTHER', date: '2026-03-04', amount: '1.005' }], expect: { payable: '0.00' } }, 'claims.lines[0].amount'],
    ['an unknown kind', 'claims', { id: 'x', person: { id: 'E', base_city: '上海' }, lines: [{ id: '1', kind: 'MEAL', date: '2026-03-04', amount: '1' }], expect: { payable: '0.00' } }, 'ALLOW_MEAL'],
    ['nothing expected', 'claims', { id: 'x', person: { id: 'E', base_city: '上海' }, as_of: '2026-03-01' }, 'expects nothing'],
    ['an unusable setting', 'claims', { id: 'x', person: { id: 'E', base_city: '上海' }, as_of: '2026-03-01', settings: [{ key: 'exp.away.meal', value: 'much' }], expect: { payable: '0.00' } }, 'exp.away.meal'],
    ['closing before opening', 'sla_class', { id: 'x', severity: 'C', received_at: '2026-03-06 17:00', settings: [{ key: 'cal.close', value: '08:00' }], due: { contact: '2026-03-06 18:00' } }, 'has no length'],
    ['a class that is none', 'sla_class', { id: 'x', severity: 'D', received_at: '2026-03-06 17:00', due: { contact: '2026-03-06 18:00' } }, 'A, B, C'],
    ['a date that does not exist', 'warranty', { id: 'x', args: { reported: '2026-02-30' }, outcome: 'FREE' }, 'warranty.args.reported'],
    ['a step that is none', 'charges', { id: 'x', class: 'C', as_of: '2026-03-04', steps: [{ do: 'fly' }] }, 'charges.steps[0].do'],
    ['an event that is none', 'deadlines', { id: 'x', steps: [{ at: '2026-03-06 17:00', do: 'danced' }], expect: { 'S-01': { due: '2026-03-06 18:00' } } }, 'deadlines.steps[0].do'],
    ['a story without an end', 'deadlines', { id: 'x', steps: [{ at: '2026-03-06 17:00', do: 'received' }], expect: {} }, 'expects nothing'],
    ['an unknown part', 'stars', { id: 'x' }, 'unknown part stars'],
  ])('%s', (_what, part, data, words) => {
    const result = computeCase(part, data, undefined);
    expect(result.passed).toBe(false);
    expect(result.message).toContain(words);
  });
});

test('a wrong expectation fails and shows what came out', () => {
  const result = computeCase('warranty', { id: 'x', args: { reported: '2026-03-04', end: '2026-03-04' }, outcome: 'PAID' }, undefined);
  expect([result.passed, result.message, result.actual['outcome']]).toEqual([false, null, 'FREE']);
});
