import type { TableName, Transition } from '../../../sheets-templates';
import { dispatchTransitions } from '../../../src/dispatch';
import { tripTransitions } from '../../../src/field';
import { partsTransitions, repairTransitions } from '../../../src/parts';
import { claimTransitions, monthlyReportTransitions } from '../../../src/people';
import { registers } from '../../../src/registers';
import { surveyTransitions, ticketTransitions } from '../../../src/tickets';
import { tableName } from '../../../src/ledger/change';
import type { JournalEntry } from '../../../src/ledger/journal';
import type { Invariant } from './books';

const tablesOfStates: Readonly<Partial<Record<TableName, readonly Transition<string>[]>>> = {
  tickets: ticketTransitions, dispatchOrders: dispatchTransitions, partsRequests: partsTransitions, repairOrders: repairTransitions, tripReports: tripTransitions, expenseClaims: claimTransitions, monthlyReports: monthlyReportTransitions, surveys: surveyTransitions,
  ...Object.fromEntries(registers.map(({ table, steps }) => [tableName(table), steps])),
};

/** Whether a chain of rows of the table leads from one state to the other within one command. */
const leads = (rows: readonly Transition<string>[], from: string | null, to: string, most = 3): boolean =>
  rows.some((row) => (from === null ? row.from === null : row.from?.includes(from) === true) && row.to !== null && (row.to === to || (most > 1 && row.to !== from && leads(rows, row.to, to, most - 1))));

/** Closing for good and moving to the yearbook are one step. */
const intoArchive = (entry: JournalEntry): boolean => entry.command === 'sweep.archive' || entry.command === 'month.archive';

/** Every change of state that the journal knows is a row of the trade's table, or a chain of rows of one command. */
export const statesFollowTables: Invariant = (books) => {
  const states = new Map<string, string>();
  const wrong: string[] = [];
  for (const entry of books.entries) {
    for (const change of entry.changes) {
      const rows = tablesOfStates[change.table];
      if (rows === undefined || change.kind === 'delete' || intoArchive(entry)) continue;
      const to = change.kind === 'insert' ? change.row['status'] : change.fields['status'];
      if (typeof to !== 'string') continue;
      const slot = `${change.table}/${change.key}`;
      const from = states.get(slot) ?? null;
      states.set(slot, to);
      if (entry.command !== 'setUp' && from !== to && !leads(rows, from, to)) wrong.push(`${slot}: ${String(from)} → ${to} by ${entry.command} (entry ${entry.number})`);
    }
  }
  return wrong;
};
