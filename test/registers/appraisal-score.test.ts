import fc from 'fast-check';
import { baseScore, graded, shrunk } from '../../src/registers';

const limits = { leastWeight: 40, adjust: 5, rewards: 10 };
/** Every indicator at or above its target (8.4). */
const full = { 'AP-1': 100, 'AP-2': 100, 'AP-3': 100, 'AP-4': 100, 'AP-5': 100, 'AP-6': 100, 'AP-7': shrunk([5, 5, 5, 5, 5]), 'AP-8': 100, 'AP-9': 100, 'AP-10': 1, 'AP-11': 100, 'AP-12': 100 };

describe('8.4, R-286: the appraisal sheet', () => {
  test.each([
    ['AV-01', full, 0, 0, 100, 100, 100, 'S', 10],
    ['AV-02', { ...full, 'AP-7': shrunk([4, 4, 4, 4, 4]) }, 0, 0, 100, 94.4, 94.4, 'A', 5],
    ['AV-04', { ...full, 'AP-1': 77.5 }, 0, 0, 100, 92.5, 92.5, 'A', 5],
    ['AV-05', { ...full, 'AP-1': 50, 'AP-9': 40 }, 0, 0, 100, 77, 77, 'B', 0],
    ['AV-07', full, 8, 15, 100, 100, 110, 'S', 10],
    ['AV-08', { 'AP-10': 1, 'AP-11': 100 }, 0, 0, 9, 100, 100, 'B', 0],
  ] as const)('%s', (_id, actuals, adjust, rewards, weight, base, total, grade, payFactor) => {
    const found = baseScore(actuals, 0);
    expect([found.weight, found.base]).toEqual([weight, base]);
    expect(graded(found, adjust, rewards, limits)).toEqual({ total, grade, payFactor });
  });

  test('three points for each upheld complaint; no data at all is nothing, grade B and no movement', () => {
    expect(baseScore(full, 2).base).toBe(94);
    expect(graded(baseScore({}, 0), 0, 0, limits)).toEqual({ total: 0, grade: 'B', payFactor: 0 });
    expect(shrunk([])).toBeNull();
  });

  test('the total lies between 0 and 110 and never falls when an indicator rises', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), fc.integer({ min: -20, max: 20 }), (one, other, adjust) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map((actual) => graded(baseScore({ ...full, 'AP-5': actual }, 0), adjust, adjust, limits).total);
      expect(low).toBeLessThanOrEqual(high ?? -1);
      expect([low, high].every((total) => total !== undefined && total >= 0 && total <= 110)).toBe(true);
    }));
  });
});
