import { columnKey, tables, type AnyTable } from '../sheets-templates';
import { Company as Driven } from '../test/journeys/company';

/** The company of the journeys, and the tables' names, for those who write its past. */
export { allTables } from '../sheets-templates';
export type Company = Driven & { tableNames(): Readonly<Record<string, string>> };

export const columnKeysOf = (table: AnyTable): readonly string[] => Object.keys(table.columns).map(columnKey);

export const openCompany = async (startAt: string): Promise<Company> =>
  Object.assign(await Driven.open({ startAt }), { tableNames: () => Object.fromEntries(Object.entries(tables).map(([name, table]) => [table.name, name])) });
