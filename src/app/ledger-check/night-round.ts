import { headerRows } from '../../ledger/deployment';
import { addMinutes, atTime, dateOf, epochOf, plusDays, type Instant } from '../../terms';
import type { Ports } from '../ports';
import { verifyChain } from './chain';
import { checkSlices, Lately } from './check-slices';
import { keysOf, tabsOf, type Slice, type Tab } from './tabs';
import { openLedgers, takeDown } from './tell';

/**
 * The night's round through all tabs, in steps that each hold the lock for a few seconds and read a bounded number of cells. A run
 * does as many as fit into a minute and the next sweep carries on; a round that is longer than a night may take goes on the night after.
 */
const startsAt = '01:00';
const minutesToRetry = 30;
const runMilliseconds = 60_000;
const mostRuns = 4;
const mostCells = 120_000;
const mostTabs = 100;

const nextKey = 'check.next';
const placeKey = 'check.place';
const firstRow = headerRows + 1;

/** Where the round is: the tab, the row of a tab that is read in slices, and its last one; runs of this night. */
interface Place {
  readonly tab: number;
  readonly row: number;
  readonly last: number;
  readonly runs: number;
}

const beginning: Place = { tab: 0, row: firstRow, last: 0, runs: 0 };

const nextNight = (now: Instant): Instant => {
  const today = atTime(dateOf(now), startsAt);
  return now < today ? today : atTime(plusDays(dateOf(now), 1), startsAt);
};

const placeOf = (ports: Ports): Place => {
  const kept = ports.recall(placeKey) ?? '';
  // Written by `nightRound` only.
  return kept === '' ? beginning : (JSON.parse(kept) as Place);
};

/** How many rows each tab holds, as far as that is known: those never looked at are asked. */
const sizes = (ports: Ports, tabs: readonly Tab[]): ReadonlyMap<string, number> => {
  const kept = new Map(ports.checkpoint.index().map(({ slot, rows }) => [slot, rows]));
  const unknown = keysOf(ports, tabs.filter(({ slot }) => !kept.has(slot)));
  return new Map([...kept, ...[...unknown].map(([slot, keys]): [string, number] => [slot, keys?.length ?? 0])]);
};

interface Step {
  readonly slices: readonly Slice[];
  readonly last: number;
  readonly next: Pick<Place, 'tab' | 'row' | 'last'>;
}

/** As many whole tabs as fit into a step, or some rows of one that does not. */
const stepFrom = (ports: Ports, place: Place, tabs: readonly Tab[], rowsOf: ReadonlyMap<string, number>): Step => {
  const cells = ({ slot, width }: Tab): number => (rowsOf.get(slot) ?? 0) * width;
  const first = tabs[place.tab];
  if (first !== undefined && cells(first) > mostCells) {
    const last = place.row === firstRow ? (keysOf(ports, [first]).get(first.slot)?.length ?? 0) + headerRows : place.last;
    const to = Math.min(last, place.row + Math.floor(mostCells / first.width) - 1);
    return { slices: [{ tab: first, from: place.row, to: Math.max(to, place.row) }], last, next: to < last ? { tab: place.tab, row: to + 1, last } : { tab: place.tab + 1, row: firstRow, last: 0 } };
  }
  const slices: Slice[] = [];
  let room = mostCells;
  for (const tab of tabs.slice(place.tab)) {
    room -= cells(tab);
    if (slices.length === mostTabs || room < 0) break;
    slices.push({ tab, from: firstRow, to: null });
  }
  return { slices, last: 0, next: { tab: place.tab + slices.length, row: firstRow, last: 0 } };
};

const verify = (ports: Ports): void => {
  const opened = openLedgers(ports);
  const { said, keep } = verifyChain(ports, opened);
  if (said.length > 0) takeDown(ports, opened, ports.now(), [], null, said);
  keep();
};

/** Carries the round on; whether it came to its end. */
const carryOn = (ports: Ports, from: Place): boolean => {
  const began = epochOf(ports.now());
  const tabs = tabsOf(ports.deployment());
  const lately = new Lately();
  if (from.tab === 0 && from.row === firstRow && ports.locked(() => verify(ports)) === 'busy') return false;
  const rowsOf = sizes(ports, tabs);
  let place = from;
  while (place.tab < tabs.length) {
    if (epochOf(ports.now()) - began > runMilliseconds) return false;
    const { slices, last, next } = stepFrom(ports, place, tabs, rowsOf);
    if (ports.locked(() => checkSlices(ports, slices, last, lately)) === 'busy') return false;
    place = { ...place, ...next };
    ports.remember(placeKey, JSON.stringify(place));
  }
  return true;
};

export const nightRound = (ports: Ports): void => {
  const now = ports.now();
  // The first night after set-up is the first one to look.
  if (ports.recall(nextKey) === null) return ports.remember(nextKey, nextNight(now));
  const from = placeOf(ports);
  // A run that dies is not tried again with every sweep.
  ports.remember(nextKey, addMinutes(now, minutesToRetry));
  const place = { ...from, runs: from.runs + 1 };
  ports.remember(placeKey, JSON.stringify(place));
  const done = carryOn(ports, place);
  if (done) ports.remember(placeKey, '');
  else if (place.runs >= mostRuns) ports.remember(placeKey, JSON.stringify({ ...placeOf(ports), runs: 0 }));
  ports.remember(nextKey, done || place.runs >= mostRuns ? nextNight(now) : now);
};
