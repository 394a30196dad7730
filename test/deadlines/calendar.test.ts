import { getDayDetail } from 'chinese-days';
import { defaultHolidays, type Setting } from '../../sheets-templates';
import { dateOf, instant, isRefusal, localDate, plusDays } from '../../src/terms';
import { buildCalendar, calendarVersion, dayKind, endOfWorkingDay, isLoaded, isStatutoryDay, isWorkingDay, lastWorkingDayOfMonth, lastWorkingDayOfWeek, workingDayAfter, workingDayBefore, workingDayOfMonth } from '../../src/deadlines';
import { readSettings } from '../../src/settings';
import vectors from './calendar-vectors.json';
import { calendar, settings } from './office';

test('2.4: the holidays carried along are those of the regulation, statutory flags included', () => {
  const off = defaultHolidays.filter((row) => row.kind === 'HOLIDAY');
  expect(off.map(({ date, isStatutory }) => ({ date, statutory: isStatutory }))).toEqual(vectors.holidays.map(({ date, statutory }) => ({ date, statutory })));
  expect(defaultHolidays.filter((row) => row.kind === 'ADJUSTED_WORKDAY').map((row) => row.date)).toEqual(vectors.adjusted_workdays);
});

test('every day of 2025 and 2026 agrees with an independent calendar of the notices', () => {
  // The check sums of the loader: 248 working days in either year, 13 statutory ones.
  for (const year of ['2025', '2026']) {
    expect(defaultHolidays.filter((row) => row.isStatutory && row.date.startsWith(year))).toHaveLength(13);
    expect(Array.from({ length: 365 }, (_, index) => plusDays(localDate(`${year}-01-01`), index)).filter((date) => isWorkingDay(calendar, date))).toHaveLength(248);
  }
  for (let date = localDate('2025-01-01'); date <= '2026-12-31'; date = plusDays(date, 1)) {
    expect([date, isWorkingDay(calendar, date)]).toEqual([date, getDayDetail(date).work]);
  }
});

test('adjusted Saturdays and Sundays are working days (AMB-49)', () => {
  expect(dayKind(calendar, localDate('2026-02-14'))).toBe('ADJUSTED_WORKDAY');
  expect(isWorkingDay(calendar, localDate('2026-02-14'))).toBe(true);
  expect(dayKind(calendar, localDate('2026-02-17'))).toBe('HOLIDAY');
  expect(isStatutoryDay(calendar, localDate('2026-02-15'))).toBe(false);
  expect(isStatutoryDay(calendar, localDate('2026-02-16'))).toBe(true);
});

test('a year that is not loaded counts Monday to Friday and is provisional (AMB-39)', () => {
  expect(isLoaded(calendar, localDate('2027-01-01'))).toBe(false);
  expect(isWorkingDay(calendar, localDate('2027-01-01'))).toBe(true);
  expect(isWorkingDay(calendar, localDate('2027-01-02'))).toBe(false);
  expect(calendarVersion(calendar, instant('2026-12-31 10:00'), instant('2027-01-04 10:00'))).toBe('provisional');
  expect(calendarVersion(calendar, instant('2025-12-31 10:00'), instant('2026-01-04 10:00'))).toBe('2025+2026');
});

test('n working days end at 17:30 of the n-th working day after the date', () => {
  expect(endOfWorkingDay(calendar, localDate('2026-02-13'), 2)).toBe(instant('2026-02-24 17:30'));
  expect(workingDayAfter(calendar, localDate('2026-02-13'), 1)).toBe('2026-02-14');
  expect(workingDayBefore(calendar, localDate('2026-02-24'), 1)).toBe('2026-02-14');
});

test('working days of a month and the last of a month and a week', () => {
  expect(workingDayOfMonth(calendar, '2026-10', 1)).toBe('2026-10-08');
  expect(workingDayOfMonth(calendar, '2026-10', 3)).toBe('2026-10-10');
  expect(lastWorkingDayOfMonth(calendar, '2026-02')).toBe('2026-02-28');
  expect(lastWorkingDayOfWeek(calendar, localDate('2026-09-14'))).toBe('2026-09-20');
  expect(lastWorkingDayOfWeek(calendar, localDate('2026-02-17'))).toBeNull();
});

const setting = (key: string, value: string): Setting =>
  ({ settingId: key, key, value, unit: '', origin: 'SOURCE', effectiveFrom: instant('2026-01-01 00:00') });

test('a calendar without open time is refused, be it by its hours or by breaks that leave nothing', () => {
  for (const [key, value] of [['cal.close', '08:30'], ['cal.breaks', '08:00-18:00']] as const) {
    const none = buildCalendar([], readSettings([setting(key, value)]), instant('2026-03-01 00:00'));
    expect(isRefusal(none) && none.code).toBe('CAL-1');
  }
  const built = buildCalendar([], readSettings([setting('cal.open', '17:30')]), instant('2026-03-01 00:00'));
  expect(isRefusal(built) && built.code).toBe('CAL-1');
});

test('a row of the list that is no date is reported and left out', () => {
  const built = buildCalendar([{ date: '2026-02-30', kind: 'HOLIDAY', name: '', isStatutory: false, source: '', hours: null }], settings, instant('2026-03-01 00:00'));
  expect(isRefusal(built)).toBe(false);
  if (!isRefusal(built)) {
    expect(built.problems).toHaveLength(1);
    expect(built.years.size).toBe(0);
    expect(dateOf(endOfWorkingDay(built, localDate('2026-02-27'), 1))).toBe('2026-03-02');
  }
});
