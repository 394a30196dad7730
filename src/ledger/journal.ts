import type { JournalRow } from '../../sheets-templates';
import type { Instant } from '../terms';
import type { RowChange } from './change';

/** One command's whole effect, or its refusal. The journal is the log, the audit and the timeline at once. */
export interface JournalEntry {
  readonly number: number;
  readonly at: Instant;
  readonly actor: string;
  readonly command: string;
  readonly objectId: string;
  readonly result: 'OK' | 'DENIED';
  /** Empty for a refusal. */
  readonly changes: readonly RowChange[];
  /** Code of the refusal; empty when done. */
  readonly reason: string;
}

type Digest = (text: string) => string;

/** A cell takes 50,000 characters; a larger change spans several rows of one number. */
const partLength = 40000;

export const firstHash = '0'.repeat(64);

const split = (text: string): readonly string[] => {
  const parts: string[] = [];
  for (let start = 0; start < text.length || start === 0; start += partLength) parts.push(text.slice(start, start + partLength));
  return parts;
};

const hashOf = (digest: Digest, row: Omit<JournalRow, 'hash'>): string =>
  digest([row.previousHash, row.number, row.part, row.parts, row.at, row.actor, row.command, row.objectId, row.result, row.change].join('\u001f'));

/** The rows of an entry, each with the hash of the one before. */
export const journalRows = (entry: JournalEntry, previousHash: string, digest: Digest): readonly JournalRow[] => {
  const parts = split(JSON.stringify({ changes: entry.changes, reason: entry.reason }));
  const rows: JournalRow[] = [];
  let previous = previousHash;
  parts.forEach((change, index) => {
    const row = {
      rowId: `${entry.number}.${index + 1}`, number: entry.number, part: index + 1, parts: parts.length, at: entry.at, actor: entry.actor,
      command: entry.command, objectId: entry.objectId, result: entry.result, change, previousHash: previous,
    };
    previous = hashOf(digest, row);
    rows.push({ ...row, hash: previous });
  });
  return rows;
};

/** Entries of consecutive rows. Rows of an entry whose first part is missing are left out. */
export const readEntries = (rows: readonly JournalRow[]): readonly JournalEntry[] => {
  const texts = new Map<number, { readonly row: JournalRow; text: string; parts: number }>();
  for (const row of rows) {
    const known = texts.get(row.number);
    if (known !== undefined) {
      known.text += row.change;
      known.parts += 1;
    } else if (row.part === 1) texts.set(row.number, { row, text: row.change, parts: 1 });
  }
  return [...texts.values()]
    .filter(({ row, parts }) => parts === row.parts)
    .map(({ row, text }) => {
      // Written by journalRows and guarded by the hash chain.
      const body = JSON.parse(text) as { readonly changes: readonly RowChange[]; readonly reason: string };
      return { number: row.number, at: row.at, actor: row.actor, command: row.command, objectId: row.objectId, result: row.result === 'DENIED' ? 'DENIED' : 'OK', changes: body.changes, reason: body.reason };
    });
};

/** The first row whose hash or predecessor does not fit, or null when the chain holds. */
export const brokenLink = (rows: readonly JournalRow[], digest: Digest, previousHash = firstHash): JournalRow | null => {
  let previous = previousHash;
  for (const row of rows) {
    if (row.previousHash !== previous || hashOf(digest, row) !== row.hash) return row;
    previous = row.hash;
  }
  return null;
};
