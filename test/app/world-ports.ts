import { createHash } from 'node:crypto';
import type { AnyTable } from '../../sheets-templates';
import type { Ports } from '../../src/app/ports';
import { tableName } from '../../src/ledger/change';
import type { Ledger, NewEntry, Opened } from '../../src/ledger/ledger';
import type { World } from './world';

/** What the outside is to the application while it works on ledgers in memory: no lock, no forms, no mail. Commits are noted, not applied. */
export const worldPorts = (world: World, entries: NewEntry[] = []): Ports => {
  const read = (wanted: readonly AnyTable[]): Opened => ({ snapshot: new Map([...new Set(wanted)].map((table) => [tableName(table), world.all(table as never)])), sheets: new Map(), marks: new Map() });
  const ledger = { read, commit: (_opened: Opened, entry: NewEntry) => entries.push(entry) } as unknown as Ledger;
  return {
    now: () => world.now, ledger: () => ledger, locked: <Result>(work: () => Result) => ({ done: work() }), digest: (text: string) => createHash('sha256').update(text).digest('hex'),
    randomToken: () => 'token', recall: () => null, remember: () => undefined, form: () => null,
  } as unknown as Ports;
};
