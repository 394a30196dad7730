import { addMinutes, instant } from '../../src/terms';
import { addTime, measureTime, nextOpening } from '../../src/deadlines';
import { runningModes } from '../../src/settings';
import { calendar, countMinutes, firstMomentWith, lastMinute, lunchOffice, minuteByMinute, someMoment } from './office';
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

  test('a duration that does not end is refused at once', () => {
    for (const minutes of [Infinity, NaN]) expect(() => addTime(calendar, 'BUS', instant('2026-03-06 08:30'), minutes)).toThrow('Not a duration');
  });
});

const lunch = lunchOffice();
const half = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const between = (minute: number, ...stretches: readonly (readonly [string, string])[]): boolean => stretches.some(([from, to]) => minute >= half(from) && minute < half(to));
/** The hours of `lunchOffice` written out by hand. */
const lunchHours = (date: string, minute: number): boolean => {
  switch (date) {
    case '2025-03-05': return between(minute, ['08:30', '12:00']);
    case '2025-03-08': return between(minute, ['09:00', '11:30']);
    case '2025-09-29': return between(minute, ['08:30', '12:00'], ['13:00', '17:30'], ['18:00', '24:00']);
    case '2026-03-03': return between(minute, ['00:00', '06:00'], ['22:15', '23:59']);
    default: return between(minute, ['08:30', '12:00'], ['13:00', '15:00'], ['15:15', '17:30']);
  }
};

describe.each([
  ['the regulation\'s hours', calendar, minuteByMinute(calendar, (_date, minute) => between(minute, ['08:30', '17:30']))],
  ['lunch, a second break and days with hours of their own', lunch, minuteByMinute(lunch, lunchHours)],
] as const)('add-time and measure-time against a count minute by minute: %s', (_what, office, open) => {
  test('the earliest moment, in 5,000 random cases', () => {
    fc.assert(
      fc.property(modes, moments, fc.integer({ min: 0, max: 900 }), (mode, from, minutes) => addTime(office, mode, from, minutes) === firstMomentWith(open[mode], from, minutes)),
      { numRuns: 5_000 },
    );
  });

  test('long durations agree too', () => {
    fc.assert(
      fc.property(modes, moments, fc.integer({ min: 900, max: 6000 }), (mode, from, minutes) => addTime(office, mode, from, minutes) === firstMomentWith(open[mode], from, minutes)),
      { numRuns: 100 },
    );
  });

  test('open minutes, in 5,000 random cases', () => {
    fc.assert(
      fc.property(modes, moments, fc.integer({ min: 0, max: 2900 }), (mode, from, length) => {
        const to = addMinutes(from, length);
        return measureTime(office, mode, from, to) === countMinutes(open[mode], from, to);
      }),
      { numRuns: 5_000 },
    );
  });

  test('measure-time takes back what add-time added, to the second', () => {
    fc.assert(
      fc.property(modes, moments, fc.integer({ min: 0, max: 59 }), fc.integer({ min: 0, max: 100_000 }), (mode, minute, seconds, length) => {
        const from = addMinutes(minute, seconds / 60);
        return Math.abs(measureTime(office, mode, from, addTime(office, mode, from, length)) - length) < 1e-6;
      }),
      { numRuns: 500 },
    );
  });
});

describe('measure-time', () => {
  test('is 0 backwards', () => {
    expect(measureTime(calendar, 'BUS', instant('2026-03-06 12:00'), instant('2026-03-06 11:00'))).toBe(0);
  });
});

test('the next opening of a moment inside office hours is the moment itself', () => {
  expect(nextOpening(calendar, 'BUS', instant('2026-03-06 17:29:59'))).toBe(instant('2026-03-06 17:29:59'));
  expect(nextOpening(calendar, 'BUS', instant('2026-03-06 17:30'))).toBe(instant('2026-03-09 08:30'));
});
