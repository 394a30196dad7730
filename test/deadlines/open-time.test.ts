import { addMinutes, instant } from '../../src/terms';
import { addTime, measureTime, nextOpening } from '../../src/deadlines';
import { runningModes } from '../../src/settings';
import { calendar, countMinutes, firstMomentWith, lastMinute, someMoment } from './office';
import fc from 'fast-check';

const moments = fc.integer({ min: 0, max: lastMinute() }).map(someMoment);
const modes = fc.constantFrom(...runningModes);

describe('add-time (4.1)', () => {
  test.each([
    ['a duration that uses up the day ends at 17:30, not at 08:30 of the next', 'BUS', '2026-03-06 08:30', 540, '2026-03-06 17:30'],
    ['17:30:00 is already closed', 'BUS', '2026-03-06 17:30', 1, '2026-03-09 08:31'],
    ['a start outside open time begins at the next opening', 'BUS', '2026-03-07 12:00', 30, '2026-03-09 09:00'],
    ['duration 0 returns the start itself, open or not', 'BUS', '2026-03-07 12:00', 0, '2026-03-07 12:00'],
    ['WDC stands still on non-working days', 'WDC', '2026-03-06 17:00', 1440, '2026-03-09 17:00'],
    ['a working day used up in WDC ends at its 24:00', 'WDC', '2025-10-08 14:00', 1440, '2025-10-10 00:00'],
    ['CAL runs through nights and holidays', 'CAL', '2026-10-01 23:50', 20, '2026-10-02 00:10'],
  ] as const)('%s', (_what, mode, from, minutes, expected) => {
    expect(addTime(calendar, mode, instant(from), minutes)).toBe(instant(expected));
  });

  test('seconds are kept', () => {
    expect(addTime(calendar, 'BUS', instant('2026-03-06 17:29:30'), 1)).toBe(instant('2026-03-09 08:30:30'));
  });

  test('the earliest moment of a minute-by-minute count, in 10,000 random cases', () => {
    fc.assert(
      fc.property(modes, moments, fc.integer({ min: 0, max: 900 }), (mode, from, minutes) => {
        expect(addTime(calendar, mode, from, minutes)).toBe(firstMomentWith(mode, from, minutes));
      }),
      { numRuns: 10_000 },
    );
  });

  test('long durations agree with the count too', () => {
    fc.assert(
      fc.property(modes, moments, fc.integer({ min: 900, max: 6000 }), (mode, from, minutes) => {
        expect(addTime(calendar, mode, from, minutes)).toBe(firstMomentWith(mode, from, minutes));
      }),
      { numRuns: 200 },
    );
  });
});

describe('measure-time', () => {
  test('counts open minutes, in 10,000 random cases', () => {
    fc.assert(
      fc.property(modes, moments, fc.integer({ min: 0, max: 900 }), (mode, from, length) => {
        const to = addMinutes(from, length);
        expect(measureTime(calendar, mode, from, to)).toBe(countMinutes(mode, from, to));
      }),
      { numRuns: 10_000 },
    );
  });

  test('takes back what add-time added, to the second', () => {
    fc.assert(
      fc.property(modes, moments, fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 100_000 }), (mode, minute, seconds, length) => {
        const from = addMinutes(minute, seconds / 60);
        expect(measureTime(calendar, mode, from, addTime(calendar, mode, from, length))).toBeCloseTo(length, 6);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is 0 backwards', () => {
    expect(measureTime(calendar, 'BUS', instant('2026-03-06 12:00'), instant('2026-03-06 11:00'))).toBe(0);
  });
});

test('the next opening of a moment inside office hours is the moment itself', () => {
  expect(nextOpening(calendar, 'BUS', instant('2026-03-06 17:29:59'))).toBe(instant('2026-03-06 17:29:59'));
  expect(nextOpening(calendar, 'BUS', instant('2026-03-06 17:30'))).toBe(instant('2026-03-09 08:30'));
});
