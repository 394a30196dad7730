/** Rows of a sheet at three moments: a change is taken back where nobody has touched what it changed, and what others did elsewhere stays. */
import { isBare, type Cell } from './cell';
import type { Row } from './row';

type Rows = readonly (Row | undefined)[];

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** Whether two cells hold the same; the result of a formula follows from the formula. */
function sameContent(one: Cell | undefined, other: Cell | undefined): boolean {
  if (one === other) return true;
  if (one?.formula !== other?.formula) return false;
  return (one?.formula !== undefined || (one?.value ?? null) === (other?.value ?? null)) && one?.note === other?.note;
}
const sameCell = (one: Cell | undefined, other: Cell | undefined): boolean => one === other || (sameContent(one, other) && (one?.style ?? 0) === (other?.style ?? 0) && same(one?.runs, other?.runs));

function sameRow(one: Row | undefined, other: Row | undefined, sameOne: typeof sameCell = sameCell): boolean {
  if (one === other) return true;
  const width = Math.max(one?.cells.length ?? 0, other?.cells.length ?? 0);
  for (let column = 0; column < width; column += 1) if (!sameOne(one?.cells[column], other?.cells[column])) return false;
  return true;
}

/** Rows that hold nothing at all may be there or not: they count as no row. */
const filled = (row: Row | undefined): Row | undefined => (row?.cells.every(isBare) === true ? undefined : row);
const numberOf = (row: Row | undefined): number => filled(row)?.id ?? 0;

function sameOrder(one: Rows, other: Rows): boolean {
  for (let place = 0; place < Math.max(one.length, other.length); place += 1) if (one[place] !== other[place] && numberOf(one[place]) !== numberOf(other[place])) return false;
  return true;
}

const byNumber = (rows: Rows): ReadonlyMap<number, Row> => new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));

/**
 * The rows of now with the change from `before` to `after` made in them; null where others have changed what it would change, or rows have moved since.
 * @param moves whether cells move, so that a formula entered since would look at the wrong ones
 */
export function mergedRows(before: Rows, after: Rows, now: Rows, moves: boolean): Rows | null {
  if (before === after) return now;
  const from = before.map(filled);
  const to = after.map(filled);
  const reordered = !sameOrder(from, to);
  if (reordered && !sameOrder(from, now)) return null;
  const former = byNumber(from);
  const later = byNumber(to);
  const present = byNumber(now);
  for (const [number, row] of present) {
    const known = former.get(number);
    if (row === known) continue;
    if (moves && row.formulas > 0 && !sameRow(row, known)) return null;
    // A row that will go must be as it was made; how it looks does not matter.
    if (reordered && known && !later.has(number) && !sameRow(row, known, sameContent)) return null;
  }
  const result = (row: Row | undefined, place: number): Row | undefined | null => {
    const number = row?.id ?? 0;
    const known = former.get(number);
    const current = present.get(number);
    if (!row) return reordered ? undefined : now[place];
    if (known && sameRow(known, row)) return current ?? row;
    return !known || sameRow(known, current) ? row : null;
  };
  const rows: (Row | undefined)[] = [];
  for (let place = 0; place < Math.max(to.length, reordered ? 0 : now.length); place += 1) {
    const row = result(to[place], place);
    if (row === null) return null;
    rows.push(row);
  }
  return rows;
}
