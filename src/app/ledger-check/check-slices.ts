import { tables } from '../../../sheets-templates';
import { differences, fromText, learn, moveOn, nothingYet, removed, toText, type Agreed, type Difference } from '../../ledger/agreed';
import { columnKey } from '../../ledger/codec';
import { headerRows } from '../../ledger/deployment';
import type { JournalEntry } from '../../ledger/journal';
import type { Opened } from '../../ledger/ledger';
import { readSheet, type SheetRows } from '../../ledger/sheet-rows';
import { columnGone, directEdits } from '../../text/notices/direct-edits';
import type { KeptTab, Ports, TabToKeep } from '../ports';
import { keepRepeated, keysIn, repeatedIn, sayRepeated, withoutCopies } from './repeated';
import { keysOf, valuesOf, type Slice, type Tab } from './tabs';
import { openLedgers, takeDown, type Said } from './tell';

/** Rows that one step takes down at most: the change must fit one commit. What is left is found again the next night. */
const mostDifferences = 2000;
/** Whoever was not looked at for longer than so many entries is looked at as if for the first time. */
const longestGap = 20000;

const firstRow = headerRows + 1;

/** What one tab was agreed to hold, and whether its first look is still under way. */
interface Known {
  readonly kept: KeptTab | undefined;
  readonly agreed: Agreed;
  readonly learning: boolean;
  readonly touched: boolean;
}

/** Entries that several steps of a run need are read once. */
export class Lately {
  private entries: readonly JournalEntry[] = [];
  private from = Infinity;
  private upTo = 0;

  since(ports: Ports, opened: Opened, number: number): readonly JournalEntry[] {
    const last = ports.ledger().journalNumber(opened);
    if (number < this.from) {
      this.entries = number < last ? ports.ledger().entriesSince(opened, number) : [];
      this.from = number;
    } else if (this.upTo < last) this.entries = [...this.entries, ...ports.ledger().entriesSince(opened, this.upTo)];
    this.upTo = last;
    return this.entries;
  }
}

/** Some columns came since, and are filled in by this look. */
const isPartial = ({ rows }: Agreed): boolean => [...rows.values()].some((cells) => cells.includes(null));

const isCurrent = (kept: KeptTab | undefined, last: number): kept is KeptTab => kept !== undefined && last - kept.number <= longestGap;

const known = (ports: Ports, opened: Opened, slices: readonly Slice[], index: readonly KeptTab[], lately: Lately): readonly Known[] => {
  const last = ports.ledger().journalNumber(opened);
  const keptOf = ({ tab }: Slice): KeptTab | undefined => index.find(({ slot }) => slot === tab.slot);
  const current = slices.map(keptOf).filter((kept) => isCurrent(kept, last));
  const texts = new Map(ports.checkpoint.load(current).map((text, at) => [current[at]?.slot, text]));
  // The oldest of all: the next step of this run needs no older entries.
  const entries = current.length === 0 ? [] : lately.since(ports, opened, Math.min(...index.filter((kept) => isCurrent(kept, last)).map(({ number }) => number)));
  return slices.map((slice) => {
    const { slot, workbook, name } = slice.tab;
    const kept = keptOf(slice);
    const text = texts.get(slot);
    if (kept === undefined || text === undefined) return { kept, agreed: nothingYet(workbook, name, last), learning: true, touched: true };
    const moved = moveOn(fromText(workbook, name, kept.number, text), entries, last, ports.deployment().language);
    return { kept, agreed: moved.agreed, touched: moved.touched || !kept.whole || isPartial(moved.agreed), learning: !kept.whole };
  });
};

const gone = (tab: Tab, column: string): Said => ({ token: `column/${tab.slot}/${column}`, message: columnGone(tables[tab.name].label, column) });

/** A tab without its keys cannot be read; one without another column can. */
const sheetOf = (tab: Tab, values: Parameters<typeof readSheet>[1], said: Said[]): SheetRows | null => {
  const header = (values[0] ?? []).map(String);
  const { columns, key } = tables[tab.name];
  for (const property of Object.keys(columns)) if (!header.includes(columnKey(property))) said.push(gone(tab, columnKey(property)));
  return header.includes(columnKey(key)) ? readSheet(tab.name, values) : null;
};

/** Every row's key, whenever the first row is looked at: of a tab that is read in slices they are looked up then. */
const allKeys = (ports: Ports, { tab, from, to }: Slice, values: Parameters<typeof readSheet>[1]): readonly string[] | null => {
  if (from > firstRow) return null;
  return to === null ? keysIn(tab, values) : keysOf(ports, [tab]).get(tab.slot) ?? [];
};

const toKeep = ({ kept, agreed, touched, learning }: Known, { tab, to }: Slice, index: readonly KeptTab[], added: readonly string[], last: number): TabToKeep => ({
  slot: tab.slot, at: kept?.at ?? index.length + added.indexOf(tab.slot), number: agreed.number, rows: agreed.rows.size, whole: !learning || to === null || to >= last, text: touched ? toText(agreed) : null,
});

/**
 * One step of the check, under the lock: some tabs, or some rows of one, beside what the journal says. What differs stays as it is and is
 * journalled, so that the ledgers can be rebuilt and nothing is named twice: what was committed is agreed from then on.
 * @param lastRow of the tab that is read in slices
 */
export const checkSlices = (ports: Ports, slices: readonly Slice[], lastRow: number, lately: Lately): void => {
  const now = ports.now();
  const opened = openLedgers(ports);
  const index = ports.checkpoint.index();
  const before = known(ports, opened, slices, index, lately);
  const values = valuesOf(ports, slices);
  const said: Said[] = [];
  const found: Difference[] = [];
  const sheets = new Map(opened.sheets);
  slices.forEach((slice, at) => {
    const { agreed, learning } = before[at] ?? { agreed: nothingYet(slice.tab.workbook, slice.tab.name, 0), learning: false };
    const read = sheetOf(slice.tab, values[at] ?? [], said);
    if (read === null) return;
    const keys = allKeys(ports, slice, values[at] ?? []);
    if (keys !== null) {
      const repeated = repeatedIn(keys);
      said.push(...sayRepeated(slice.tab, repeated));
      if (slice.to !== null) keepRepeated(ports, slice, repeated);
    }
    const sheet = slice.to === null ? read : withoutCopies(ports, slice, read);
    sheets.set(slice.tab.slot, sheet);
    if (learning) learn(agreed, sheet);
    else found.push(...differences(agreed, sheet), ...removed(agreed, keys === null ? new Set(agreed.rows.keys()) : new Set(keys)));
  });
  const named = found.slice(0, mostDifferences);
  if (named.length > 0 || said.length > 0) takeDown(ports, { ...opened, sheets }, now, named.map(({ change }) => change), named.length === 0 ? null : directEdits(named), said);
  const added = slices.map(({ tab }) => tab.slot).filter((slot) => !index.some((kept) => kept.slot === slot));
  ports.checkpoint.save(slices.flatMap((slice, at) => {
    const one = before[at];
    return one === undefined || !sheets.has(slice.tab.slot) ? [] : [toKeep(one, slice, index, added, lastRow)];
  }));
};
