import fc from 'fast-check';
import { epochOf, instantAt, parseInstant } from '../../src/terms';

const millisecondsOf8Hours = 8 * 3_600_000;

test('0.3: any moment is written as the clock on the wall in Shanghai shows it, to the second, and read back', () => {
  fc.assert(fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) }), (epoch) => {
    const written = instantAt(epoch);
    expect(written).toBe(`${new Date(epoch + millisecondsOf8Hours).toISOString().slice(0, 19)}+08:00`);
    expect(epochOf(written)).toBe(Math.floor(epoch / 1000) * 1000);
    expect(parseInstant(written)).toBe(written);
  }));
});

test.each([
  ['2026-03-02T15:59:59.999Z', '2026-03-02T23:59:59+08:00'], ['2026-03-02T16:00:00Z', '2026-03-03T00:00:00+08:00'], ['1969-12-31T15:59:59Z', '1969-12-31T23:59:59+08:00'],
])('0.3: %s is %s', (utc, shown) => expect(instantAt(Date.parse(utc))).toBe(shown));

test('0.3: what is no moment is a mistake of the code', () => expect(() => instantAt(Number.NaN)).toThrow(RangeError));
