import { createHash } from 'node:crypto';
import { columnKey, tables, type JournalRow, type TableName } from '../../sheets-templates';
import { brokenLink } from '../../src/ledger/journal';
import { instantAt } from '../../src/terms';
import type { CellRow, Company } from './company';

/** What the company holds at one moment, so that two runs can be compared. */
export interface Picture {
  /** Rows of every table but the journal and the outboxes, one text a row. */
  readonly tables: Readonly<Partial<Record<TableName, readonly string[]>>>;
  /** Mails by receiver and subject, with how often. */
  readonly mails: ReadonlyMap<string, number>;
  /** Commands done, by name, object and actor, with how often; the delivery's own left out. */
  readonly done: ReadonlyMap<string, number>;
}

const names = Object.keys(tables) as TableName[];
/** Compared by other means: the journal by its commands, notices by the mails that left. */
const apart: readonly TableName[] = ['journal', 'outbox', 'sentNotices'];

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const momentOf = (serial: unknown) => instantAt(Math.round((Number(serial) - 25569) * 86400) * 1000 - 8 * 3600 * 1000);
const count = (texts: readonly string[]): ReadonlyMap<string, number> => texts.reduce((found, text) => found.set(text, (found.get(text) ?? 0) + 1), new Map<string, number>());

export const journalOf = async (company: Company): Promise<readonly JournalRow[]> =>
  (await company.rows('journal')).map((row) => ({
    rowId: String(row['row_id']), number: Number(row['number']), part: Number(row['part']), parts: Number(row['parts']), at: momentOf(row['at']), actor: String(row['actor']), command: String(row['command']),
    objectId: String(row['object_id']), result: String(row['result']), change: String(row['change']), previousHash: String(row['previous_hash']), hash: String(row['hash']),
  }));

/** The first row of the journal that does not follow from the one before; null when all do. */
export const brokenAt = (rows: readonly JournalRow[]): JournalRow | null => brokenLink(rows, digest);

/** How often a command has been done. */
export const timesDone = (rows: readonly JournalRow[], command: string): number => rows.filter((row) => row.command === command && row.result === 'OK' && row.part === 1).length;

/** What being late changes: whether a deadline was met, how far it had been escalated, and how many notices that took. */
const ofLateness: Readonly<Partial<Record<TableName, RegExp>>> = { slaClocks: /^(result|last_level_fired|stop_at)$/, counters: /^last$/ };

/** A row as text. Random marks are left out; with `late`, moments too, since what was made up for happened later. */
const rowText = (name: TableName, row: CellRow, late: boolean): string => {
  const table = tables[name];
  const columns = Object.entries(table.columns);
  return JSON.stringify(Object.entries(row).map(([key, value]) => {
    const column = columns.find(([property]) => columnKey(property) === key)?.[1];
    if (/token|hash/i.test(key)) return [key, value === '' ? '' : '…'];
    if (late && ofLateness[name]?.test(key) === true) return [key, '…'];
    return late && column?.kind === 'instant' ? [key, value === '' ? '' : 'some moment'] : [key, value];
  }));
};

/** @param late when moments are not compared */
export const pictureOf = async (company: Company, late = false): Promise<Picture> => {
  const shown: Partial<Record<TableName, readonly string[]>> = {};
  for (const name of names.filter((each) => !apart.includes(each))) shown[name] = (await company.rows(name)).map((row) => rowText(name, row, late));
  const rows = await journalOf(company);
  return {
    tables: shown,
    mails: count(company.workspace.mail().map((mail) => `${mail.to.join()}: ${mail.subject}`)),
    done: count(rows.filter((row) => row.part === 1 && row.result === 'OK' && !row.command.startsWith('notice.') && !row.command.startsWith('sweep.')).map((row) => `${row.command} ${row.objectId} ${row.actor}`)),
  };
};

/** Notices that may leave and have not. */
const waiting = async (company: Company): Promise<readonly CellRow[]> => {
  const now = company.workspace.now() / 86400000 + 25569 + 8 / 24;
  return (await company.rows('outbox')).filter((notice) => notice['not_before'] === '' || Number(notice['not_before']) <= now);
};

/**
 * Holds the company to what another run of the same time holds: tables, commands done, mails each as often, a sound journal, and
 * nothing that waits without reason. When late, a run may have told people more, but nothing twice.
 */
export const expectSame = async (where: string, company: Company, expected: Picture, late: boolean): Promise<void> => {
  const found = await pictureOf(company, late);
  expect({ where, ...found.tables }).toEqual({ where, ...expected.tables });
  expect({ where, done: found.done }).toEqual({ where, done: expected.done });
  const mails = late ? new Map([...expected.mails.keys()].map((mail) => [mail, found.mails.get(mail)])) : found.mails;
  expect({ where, mails }).toEqual({ where, mails: expected.mails });
  expect({ where, twice: [...found.mails].filter(([mail, times]) => times > Math.max(1, expected.mails.get(mail) ?? 0)) }).toEqual({ where, twice: [] });
  expect({ where, broken: brokenAt(await journalOf(company)) }).toEqual({ where, broken: null });
  expect({ where, waiting: await waiting(company) }).toEqual({ where, waiting: [] });
};
