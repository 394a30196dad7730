import { columnKey, tables, type JournalRow, type TableName } from '../../../sheets-templates';
import { brokenLink, readEntries, type JournalEntry } from '../../../src/ledger/journal';
import type { RowChange } from '../../../src/ledger/change';
import { createHash } from 'node:crypto';
import type { CellRow, Company } from '../../journeys/company';
import { instantAt } from '../../../src/terms';
import { momentOfSerial } from '../moments';
import type { World } from '../world';

/** Everything that the company's workbooks hold at one moment, as the REST surface reads it. */
export interface Books {
  readonly rows: ReadonlyMap<TableName, readonly CellRow[]>;
  readonly entries: readonly JournalEntry[];
  /** Number of the first journal row whose hash does not fit. */
  readonly brokenAt: string | null;
  readonly now: number;
}

const names = Object.keys(tables).filter((name): name is TableName => name in tables);

const journalRow = (row: CellRow): JournalRow => ({
  rowId: String(row['row_id']), number: Number(row['number']), part: Number(row['part']), parts: Number(row['parts']), at: instantAt(momentOfSerial(row['at'])), actor: String(row['actor']),
  command: String(row['command']), objectId: String(row['object_id']), result: String(row['result']), change: String(row['change']), previousHash: String(row['previous_hash']), hash: String(row['hash']),
});

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The journal's rows alone, in the order in which they stand. */
export const readJournal = async (company: Company): Promise<readonly JournalRow[]> => (await company.rows('journal')).map(journalRow);

export const readBooks = async (world: World): Promise<Books> => {
  const rows = new Map<TableName, readonly CellRow[]>();
  // What people scribble beside or below has no number and is nobody's row.
  for (const name of names) rows.set(name, (await world.company.rows(name)).filter((row) => textOf(row, columnKey(tables[name].key)) !== ''));
  const journal = (rows.get('journal') ?? []).map(journalRow);
  return { rows, entries: readEntries(journal), brokenAt: brokenLink(journal, digest)?.rowId ?? null, now: world.now() };
};

export const rowsOf = (books: Books, name: TableName): readonly CellRow[] => books.rows.get(name) ?? [];

export const textOf = (row: CellRow, key: string): string => String(row[key] ?? '');

/** What the night's check took down: hands' changes, without the notices that it wrote of them. */
export const checksIn = ({ entries }: Pick<Books, 'entries'>): readonly { readonly entry: JournalEntry; readonly change: RowChange }[] =>
  entries.filter(({ command }) => command === 'ledger.check').flatMap((entry) => entry.changes.filter(({ table }) => !['outbox', 'counters', 'seen'].includes(table)).map((change) => ({ entry, change })));

/** What does not hold, one line a thing; empty when all is well. */
export type Invariant = (books: Books, world: World) => readonly string[];

export const countBy = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
};

export const repeated = (texts: readonly string[]): readonly string[] => [...countBy(texts)].filter(([, times]) => times > 1).map(([text, times]) => `${text} (${times} times)`);
