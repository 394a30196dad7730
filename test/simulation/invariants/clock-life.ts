import type { JournalEntry } from '../../../src/ledger/journal';
import { momentOf, written } from '../moments';
import type { Invariant } from './books';
import { begins, ends, turns, type Turn } from './clock-turns';
import { Life, type Clock, type Fields } from './life';

/** Rows that are brought in, taken down as hands left them, or moved as they are. */
const untold = ['setUp', 'ledger.check', 'sweep.archive', 'month.archive'];

const runs = ({ result, stop }: Clock): boolean => stop === null && ['RUNNING', 'PAUSED', 'BREACHED_OPEN'].includes(result);

/** Deadlines begin and end with what the regulation has them begin and end with. */
class Turns {
  private readonly life = new Life();
  readonly wrong: string[] = [];

  private objects({ object }: Turn, key: string, row: Fields): readonly string[] {
    if (object === undefined) return [key];
    return typeof object === 'string' ? [String(row[object])] : object(key, this.life);
  }

  private check(turn: Turn, key: string, row: Fields, entry: JournalEntry, holds: (clocks: readonly Clock[]) => boolean, what: string): void {
    const rules = typeof turn.rules === 'function' ? turn.rules(row) : turn.rules;
    for (const object of this.objects(turn, key, row)) {
      const all = this.life.clocksOf(object);
      for (const rule of rules) {
        const clocks = all.filter((clock) => clock.rule === rule);
        if (!holds(clocks)) this.wrong.push(`${rule} of ${object} ${what} entry ${entry.number} (${entry.command}, ${turn.table} ${key}): ${clocks.map(({ start, result }) => `${result} from ${written(start)}`).join(', ') || 'no clock'}`);
      }
    }
  }

  take(entry: JournalEntry): void {
    const changed = entry.changes.flatMap((change) => (change.workbook !== undefined || change.kind === 'delete' ? [] : [{ table: change.table, key: change.key, before: this.life.row(change.table, change.key) }]));
    this.life.take(entry);
    if (untold.includes(entry.command)) return;
    for (const { table, key, before } of changed) {
      const row = this.life.row(table, key);
      if (row === undefined) continue;
      const turned = (list: readonly Turn[]): readonly Turn[] => list.filter((turn) => turn.table === table && turns(turn, row, before));
      for (const turn of turned(begins)) {
        const since = turn.since === undefined || typeof row[turn.since] !== 'string' ? null : momentOf(row[turn.since]);
        this.check(turn, key, row, entry, (clocks) => clocks.some((clock) => (since === null ? runs(clock) || clock.start === momentOf(entry.at) : clock.start === since)), 'did not begin with');
      }
      for (const turn of turned(ends)) this.check(turn, key, row, entry, (clocks) => !clocks.some(runs), 'still runs after');
    }
  }
}

export const clocksBeginAndEnd: Invariant = ({ entries }) => {
  const all = new Turns();
  for (const entry of entries) all.take(entry);
  return all.wrong;
};
