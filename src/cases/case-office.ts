import { defaultCities, defaultHolidays, type Holiday, type Setting } from '../../sheets-templates';
import { atMinute, instantAt, isRefusal, type Refusal } from '../terms';
import { buildCalendar } from '../deadlines';
import { buildCityBook, type ExpenseOffice } from '../expenses';
import { readSettings, refuseSetting } from '../settings';
import type { Fields } from './fields';

/** The regulation's defaults, with the settings a case changes and the calendar its file brings. */
export const caseOffice = (holidays: readonly Holiday[] | null, changes: readonly Setting[]): ExpenseOffice | Refusal => {
  const settings = readSettings(changes);
  const calendar = buildCalendar(holidays ?? defaultHolidays, settings, instantAt(0));
  return isRefusal(calendar) ? calendar : { settings, calendar, cities: buildCityBook(defaultCities()) };
};

/** `settings: [{ key, value, from }]`: a value valid from 00:00 of a date. */
export const readSettingChanges = (fields: Fields): readonly Setting[] =>
  fields.each('settings', (one): Setting => {
    const [key, value] = [one.text('key'), one.text('value')];
    const problem = refuseSetting(key, value);
    if (problem !== null) one.problems.push(`${problem.words.zh} ${problem.words.en}`);
    const effectiveFrom = one.has('from') ? atMinute(one.date('from'), 0) : instantAt(0);
    return { settingId: key, key, value, unit: '', origin: 'ADDED', effectiveFrom };
  });

/** The `calendar` of a case file, in the form of the regulation's own vectors. */
export const readCalendar = (fields: Fields): readonly Holiday[] => [
  ...fields.each('holidays', (one): Holiday => ({ date: one.date('date'), kind: 'HOLIDAY', name: one.text('name', ''), isStatutory: one.flag('statutory', false), source: '', hours: null })),
  ...fields.texts('adjusted_workdays').map((date): Holiday => ({ date, kind: 'ADJUSTED_WORKDAY', name: '', isStatutory: false, source: '', hours: null })),
];
