import { allTables, append, cellsAt, columnKeysOf, owner, remember, tables, tabOf, values, write, type Company } from './company';

/**
 * Gives a company a past: tickets that ended and went to an archive workbook, and a journal as long as their life made it.
 * Written straight into the sheets, since nobody wants to live through a hundred thousand tickets to count one.
 */

export const archive = 'archive-2025';

/** @param tickets how many tickets ended and were archived before the bench begins; gives the archive's file */
export const givePast = async (company: Company, tickets: number): Promise<string> => {
  const tabs = allTables.map((table, index) => ({ table, sheetId: index + 1, title: table.label.zh }));
  const { body } = await company.workspace.rest('POST', '/v4/spreadsheets', new URLSearchParams(), {
    properties: { title: archive, timeZone: 'Asia/Shanghai' },
    sheets: [...tabs.map(({ sheetId, title }) => ({ properties: { sheetId, title, gridProperties: { rowCount: 10, columnCount: 60 } } })), { properties: { sheetId: 1000, title: '_meta', gridProperties: { rowCount: 8, columnCount: 2 } } }],
  }, owner);
  const { spreadsheetId } = body as { readonly spreadsheetId: string };
  for (const { table, sheetId } of tabs) await write(company, spreadsheetId, [cellsAt(sheetId, 0, 0, [columnKeysOf(table), columnKeysOf(table)])]);
  await append(company, spreadsheetId, tabs.findIndex(({ table }) => table === tables.tickets) + 1, tickets, pastTicket);
  const nameOf = new Map<string, string>(Object.entries(tables).map(([name, table]) => [table.name, name]));
  await remember(company, `workbook.${archive}`, JSON.stringify({
    spreadsheetId, meta: { sheetId: 1000, title: '_meta' },
    sheets: Object.fromEntries(tabs.map(({ table, sheetId, title }) => [nameOf.get(table.name) ?? table.name, { sheetId, title }])),
  }));
  await lengthenJournal(company, tickets);
  return spreadsheetId;
};

/** Every cell of an ended ticket's row that is seldom empty; the others stay so. */
const filledColumns = 20;
const pastTicket = (index: number): readonly (string | number)[] => [`TK-2025-${index + 1}`, ...Array.from({ length: filledColumns - 1 }, (_, column) => `value ${column}`)];

/** The journal of so many tickets; its own mark of used rows grows with it, so that a replay would still find the end. */
const lengthenJournal = async (company: Company, rows: number): Promise<void> => {
  const system = company.workbook('system');
  await append(company, system, tabOf(company, system, tables.journal.label.zh).sheetId, rows, (index) => [`past.${index}`, 0, 1, 1, 45000, 'SYS', 'past', '', 'OK', '{"changes":[],"reason":""}', '', '']);
  const used = Number((await values(company, system, '_meta!B4'))[0]?.[0] ?? 0);
  await write(company, system, [cellsAt(tabOf(company, system, '_meta').sheetId, 3, 1, [[used + rows]])]);
};
