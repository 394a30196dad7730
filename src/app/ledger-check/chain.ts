import { journal, type JournalRow } from '../../../sheets-templates';
import { headerRows, quoteTitle, sheetPlace, workbookPlace } from '../../ledger/deployment';
import { brokenLink, firstHash } from '../../ledger/journal';
import type { Opened } from '../../ledger/ledger';
import { readSheet } from '../../ledger/sheet-rows';
import { chainBroken } from '../../text/notices/direct-edits';
import type { Ports } from '../ports';
import type { Said } from './tell';

/** The journal's rows up to here fit together: the next row of the tab, counted from 1, and the hash it must name. */
interface Place {
  readonly row: number;
  readonly hash: string;
}

const start: Place = { row: headerRows + 1, hash: firstHash };
const key = 'check.chain';
const rowsAtOnce = 400;
const mostLooks = 10;

/** How far what came lately was looked at, and how far all of it once more. */
const places = (ports: Ports): readonly [Place, Place] => {
  const kept = ports.recall(key);
  // Written by `verifyChain` only.
  return kept === null ? [start, start] : (JSON.parse(kept) as [Place, Place]);
};

const broken = (rowId: string): Said => ({ token: `chain/${rowId}`, message: chainBroken(rowId) });

/** Looks at the rows from a place on; gives where it came to. Behind a broken link it goes on with what stands there. */
const follow = (ports: Ports, from: Place, end: number, said: Said[]): Place => {
  const deployment = ports.deployment();
  const title = quoteTitle(sheetPlace(deployment, journal.book, 'journal').title);
  const to = Math.min(from.row + rowsAtOnce - 1, end);
  if (to < from.row) return from;
  const [[header = [], values = []] = []] = ports.checkpoint.look([{ spreadsheetId: workbookPlace(deployment, journal.book).spreadsheetId, ranges: [`${title}!1:1`, `${title}!${from.row}:${to}`] }]);
  // readSheet made these rows after the journal's own columns.
  let rows = readSheet('journal', [header[0] ?? [], [], ...values]).rows as unknown as readonly JournalRow[];
  let { hash } = from;
  for (let wrong = brokenLink(rows, ports.digest, hash); wrong !== null; wrong = brokenLink(rows, ports.digest, hash)) {
    said.push(broken(wrong.rowId));
    hash = wrong.hash;
    rows = rows.slice(rows.indexOf(wrong) + 1);
  }
  return { row: to + 1, hash: rows[rows.length - 1]?.hash ?? hash };
};

/**
 * Whether the journal's rows still are a chain (9.5): every night those that came since, and some of the others in turn, so that
 * a night's work does not grow with the years.
 */
export const verifyChain = (ports: Ports, opened: Opened): { readonly said: readonly Said[]; readonly keep: () => void } => {
  const marks = opened.marks.get(workbookPlace(ports.deployment(), journal.book).spreadsheetId);
  if (marks === undefined) throw new Error('The journal was not read');
  const { journalRows: end, journalHash } = marks;
  const said: Said[] = [];
  const [lately, again] = places(ports);
  let place = lately;
  for (let looks = 0; place.row <= end && looks < mostLooks; looks += 1) place = follow(ports, place, end, said);
  if (place.row > end && place.hash !== journalHash) said.push(broken(`${end} (end)`));
  const old = follow(ports, again, Math.min(lately.row - 1, end), said);
  return { said: said.slice(0, 3), keep: () => ports.remember(key, JSON.stringify([place, old.row >= lately.row ? start : old])) };
};
