import { columnKey } from '../../ledger/codec';
import { headerRows } from '../../ledger/deployment';
import type { CellValue } from '../../ledger/codec';
import type { SheetRows } from '../../ledger/sheet-rows';
import { tableOf } from '../../ledger/change';
import { rowsRepeated } from '../../text/notices/direct-edits';
import type { Ports } from '../ports';
import type { Slice, Tab } from './tabs';
import type { Said } from './tell';

/** Keys that stand in several rows of a tab, with their rows counted from 1. The topmost counts: it is the one that commands read and write. */
export type Repeated = ReadonlyMap<string, readonly number[]>;

const key = 'check.repeated';
/** Of a tab that is read in slices so many are remembered from one slice to the next: a property holds 9 kB. */
const mostRemembered = 100;

/** The keys of a tab that was read whole, in the order of its rows. */
export const keysIn = ({ name }: Tab, values: readonly (readonly CellValue[])[]): readonly string[] => {
  const at = (values[0] ?? []).map(String).indexOf(columnKey(tableOf(name).key));
  return values.slice(headerRows).map((row) => String(row[at] ?? ''));
};

export const repeatedIn = (keys: readonly string[]): Repeated => {
  const first = new Map<string, number>();
  const found = new Map<string, number[]>();
  keys.forEach((one, index) => {
    const row = index + headerRows + 1;
    const before = first.get(one);
    if (before === undefined) first.set(one, row);
    else if (one !== '') found.set(one, [...(found.get(one) ?? [before]), row]);
  });
  return found;
};

/** Rows that somebody copied stay where they are and count for nothing; said once as long as they are the same. */
export const sayRepeated = ({ slot, name }: Tab, repeated: Repeated): readonly Said[] => {
  const [first] = repeated;
  const rows = [...repeated.values()].reduce((sum, { length }) => sum + length, 0);
  return first === undefined ? [] : [{ token: `repeated/${slot}/${rows}/${first[0]}`, message: rowsRepeated(tableOf(name).label, repeated) }];
};

/** What the first slice of a tab found is needed by the others, perhaps in another run. */
export const keepRepeated = (ports: Ports, { tab }: Slice, repeated: Repeated): void =>
  ports.remember(key, JSON.stringify([tab.slot, [...repeated].slice(0, mostRemembered).map(([one, rows]) => [one, rows[0]])]));

/** A slice without rows whose key stands further up, outside of it. */
export const withoutCopies = (ports: Ports, { tab }: Slice, sheet: SheetRows): SheetRows => {
  // Written by `keepRepeated` only.
  const [slot, kept] = JSON.parse(ports.recall(key) ?? '["", []]') as [string, [string, number][]];
  const firstRow = new Map(slot === tab.slot ? kept : []);
  const isCopy = (one: string): boolean => (sheet.rowOf.get(one) ?? 0) + 1 > (firstRow.get(one) ?? Infinity);
  return firstRow.size === 0 ? sheet : { ...sheet, rows: sheet.rows.filter((row) => !isCopy(String(row[tableOf(tab.name).key]))) };
};
