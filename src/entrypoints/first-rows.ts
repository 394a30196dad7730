import { tables, type TableName } from '../../sheets-templates';
import { defaultCities } from '../../sheets-templates/default-cities';
import { defaultHolidays } from '../../sheets-templates/default-holidays';
import { demoRows, emptyCompanyRows, type FirstRows } from '../demo';
import type { PlainRow } from '../ledger/change';
import { initialSettings } from '../settings';
import { instant, type Language } from '../terms';

/** `demo`: an invented company to try things with; `own`: the owner alone, to begin for real. */
export type Company = 'demo' | 'own';

export interface FirstRow {
  readonly table: TableName;
  readonly key: string;
  readonly row: PlainRow;
}

/** Settings hold from before the first ticket that anybody could enter later on. */
const settingsFrom = instant('2020-01-01 00:00');

/** Where the team works in English, everybody is written to in English until they say otherwise. */
const speaking = (rows: FirstRows, language: Language): FirstRows =>
  language === 'en' ? { ...rows, staff: rows.staff.map((member) => ({ ...member, language })), customers: rows.customers.map((customer) => ({ ...customer, language })) } : rows;

/** Every row a deployment starts with: settings, holidays and cities for all, and the company's own. */
export const firstRows = (company: Company, owner: string, language: Language): readonly FirstRow[] => {
  const rows: Readonly<Partial<Record<TableName, readonly PlainRow[]>>> = {
    settings: initialSettings(settingsFrom),
    holidays: defaultHolidays,
    cities: defaultCities(),
    ...speaking(company === 'demo' ? demoRows(owner) : emptyCompanyRows(owner), language),
  };
  return Object.entries(rows).flatMap(([name, list]) => {
    const table = name as TableName;
    return (list ?? []).map((row) => ({ table, key: String(row[tables[table].key]), row }));
  });
};
