import { slaResult } from '../sheets-templates/choices';
import { append, cellsAt, tables, tabOf, values, write, type Cell, type Company, type TableName } from './company';

/**
 * Gives a company a present: as many open tickets, and tickets closed lately that are not archived yet, as wanted. One of each
 * kind is lived through; the others are made after its rows, with numbers of their own.
 */

const hanging: readonly TableName[] = [
  'tickets', 'slaClocks', 'slaPauses', 'contactAttempts', 'managerReports', 'acceptances', 'approvals', 'dispatchOrders', 'siteReports', 'tripReports', 'tripReportUnits',
  'partsRequests', 'partsLines', 'shipments', 'repairOrders', 'travelApprovals', 'surveys',
];

type Rows = readonly (readonly Cell[])[];

/** Everything that hangs on one ticket, as it stands in the sheets, and the keys by which it does. */
export interface Pattern {
  readonly rows: ReadonlyMap<TableName, Rows>;
  readonly keys: readonly string[];
}

const place = (company: Company, name: TableName) => {
  const spreadsheetId = company.workbook(tables[name].book);
  return { spreadsheetId, ...tabOf(company, spreadsheetId, tables[name].label.zh) };
};

const rowsNow = async (company: Company): Promise<ReadonlyMap<TableName, Rows>> => {
  const found = new Map<TableName, Rows>();
  for (const name of hanging) {
    const { spreadsheetId, title } = place(company, name);
    found.set(name, (await values(company, spreadsheetId, `'${title}'`)).slice(2));
  }
  return found;
};

/** Gives the rows of what is new since, as they stand now. Keys stand in the first column, but for tickets' typed ones. */
const patternSince = async (company: Company, before: ReadonlyMap<TableName, Rows>): Promise<Pattern> => {
  const rows = new Map([...(await rowsNow(company))].map(([name, list]): readonly [TableName, Rows] => {
    const known = new Set((before.get(name) ?? []).map(([key]) => key));
    return [name, list.filter(([key]) => !known.has(key ?? ''))];
  }));
  const keys = [...rows.values()].flatMap((list) => list.map(([key]) => String(key))).filter((key) => /\d{2}$/.test(key)).sort((one, other) => other.length - one.length);
  // Clocks of what does not hang on the ticket, such as a report of the month: copied, they would be a thousand of one report.
  const itsOwn = (rows.get('slaClocks') ?? []).filter(([clock]) => keys.some((key) => String(clock).startsWith(`${key}/`)));
  return { rows: rows.set('slaClocks', itsOwn), keys };
};

/** Lives through something, a part at a time, and gives the rows that it added by the end of each part. */
export const patternsOf = async (company: Company, parts: readonly (() => Promise<unknown>)[]): Promise<readonly Pattern[]> => {
  const before = await rowsNow(company);
  const patterns: Pattern[] = [];
  for (const part of parts) {
    await part();
    patterns.push(await patternSince(company, before));
  }
  return patterns;
};

const numbered = (pattern: Pattern, text: Cell, number: number): Cell => {
  if (typeof text !== 'string') return text;
  const key = pattern.keys.find((known) => text.includes(known));
  return key === undefined ? text : text.split(key).join(`${key}${String(number).padStart(6, '0')}`);
};

/** Adds so many like a pattern, numbered from a number on. */
export const addLike = async (company: Company, pattern: Pattern, count: number, from: number): Promise<void> => {
  for (const [name, list] of pattern.rows) {
    const { spreadsheetId, sheetId } = place(company, name);
    await append(company, spreadsheetId, sheetId, count * list.length, (index) => (list[index % list.length] ?? []).map((cell) => numbered(pattern, cell, from + Math.floor(index / list.length))));
  }
};

/** Makes clocks due at a moment (a serial number), one a ticket, the latest first; gives how many. */
export const makeDue = async (company: Company, count: number, dueAt: number): Promise<number> => {
  const { spreadsheetId, sheetId, title } = place(company, 'slaClocks');
  const rows = await values(company, spreadsheetId, `'${title}'`);
  const header = rows[0] ?? [];
  const [result, due, object] = [header.indexOf('result'), header.indexOf('due_at'), header.indexOf('object_id')];
  const changed = new Map<Cell, number>();
  for (let at = rows.length - 1; at > 1 && changed.size < count; at -= 1) {
    const row = rows[at] ?? [];
    if (row[result] === slaResult.RUNNING.zh && Number(row[due]) > dueAt && !changed.has(row[object] ?? '')) changed.set(row[object] ?? '', at);
  }
  await write(company, spreadsheetId, [...changed.values()].map((at) => cellsAt(sheetId, at, due, [[dueAt]])));
  return changed.size;
};
