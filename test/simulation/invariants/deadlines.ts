import { slaResult } from '../../../sheets-templates';
import { minute, momentOfSerial } from '../moments';
import { rowsOf, textOf, type Invariant } from './books';

/** Sweeps come every five minutes while nothing disturbs them. */
const sinceLastSweep = 6 * minute;

export const overdueIsMarked: Invariant = (books) =>
  rowsOf(books, 'slaClocks')
    .filter((row) => textOf(row, 'result') === slaResult.RUNNING.zh && momentOfSerial(row['due_at']) < books.now - sinceLastSweep)
    .map((row) => `${textOf(row, 'clock_id')} is past its due moment and still running`);

/** A level of the ladder fires once: what the clock remembers only goes up. */
export const levelsGoUp: Invariant = (books) => {
  const last = new Map<string, number>();
  const wrong: string[] = [];
  for (const { number, changes } of books.entries) {
    for (const change of changes) {
      if (change.table !== 'slaClocks' || change.kind !== 'update') continue;
      const level = change.fields['lastLevelFired'];
      if (typeof level !== 'number') continue;
      if (level !== 0 && level <= (last.get(change.key) ?? 0)) wrong.push(`${change.key}: level ${level} after ${last.get(change.key) ?? 0} in entry ${number}`);
      last.set(change.key, level);
    }
  }
  return wrong;
};
