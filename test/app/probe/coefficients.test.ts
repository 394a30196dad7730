import fc from 'fast-check';
import costModel from '../../../bench/cost-model.json';
import { coefficientsOf, type Timing } from '../../../src/app/probe/coefficients';

const shapes = [[1, 1], [2000, 20], [2000, 2000]] as const;

const timed = (kind: string, base: number, cell: number, row: number, sizes: readonly (readonly [number, number])[]): readonly Timing[] =>
  sizes.map(([cells, rows]) => ({ kind, cells, rows, milliseconds: base + cell * cells + row * rows }));

const cost = (most: number) => fc.double({ min: 0, max: most, noNaN: true });

test('what calls were made to cost comes out again', () => {
  fc.assert(fc.property(cost(500), cost(0.1), cost(0.1), (base, cell, row) => {
    const found = coefficientsOf([...timed('batchGet', base, cell, row, shapes), ...timed('read', base, cell, 0, [[1, 1], [2000, 20]]), ...timed('cachePut', base, 0, 0, [[1, 1]])]);
    expect(found['apiRead0']).toBeCloseTo(base, 0);
    expect(found['apiReadCell']).toBeCloseTo(cell, 3);
    expect(found['apiReadRow']).toBeCloseTo(row, 3);
    expect(found['readCell']).toBeCloseTo(cell, 3);
    expect(found['cachePut']).toBeCloseTo(base, 3);
  }));
});

test('one slow call among several does not count', () => {
  const usual = Array.from({ length: 4 }, (): Timing => ({ kind: 'lock', cells: 1, rows: 1, milliseconds: 50 }));
  expect(coefficientsOf([...usual, { kind: 'lock', cells: 1, rows: 1, milliseconds: 9000 }])['lockUncontended']).toBe(50);
});

test('whatever the timings, the profile has the keys of the published ones and no number below nothing', () => {
  const timing = fc.record({ kind: fc.constantFrom('read', 'write', 'flush', 'batchGet', 'batchUpdate', 'find', 'open', 'lock'), cells: fc.constantFrom(1, 2000), rows: fc.constantFrom(1, 20, 2000), milliseconds: fc.nat(60000) });
  fc.assert(fc.property(fc.array(timing, { maxLength: 60 }), (timings) => {
    const found = coefficientsOf(timings);
    expect(Object.keys(found).sort()).toEqual(Object.keys(costModel.A_2018).sort());
    expect(Object.values(found).filter((value) => !(value >= 0 && Number.isFinite(value)))).toEqual([]);
  }));
});
