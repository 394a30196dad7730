import { createHash } from 'node:crypto';
import type { AnyTable } from '../../sheets-templates';
import { findCommand } from '../../src/app/commands';
import type { RawInput } from '../../src/app/field';
import type { Ports } from '../../src/app/ports';
import { runCommand } from '../../src/app/run-command';
import { tableName } from '../../src/ledger/change';
import type { Ledger, NewEntry, Opened } from '../../src/ledger/ledger';
import { actorOf, type Who, type World } from './world';

/** Gives a command to the whole layer, lock, actor and journal included; what it journalled, without applying it. */
export const journalled = (world: World, who: Who, name: string, objectId: string, raw: RawInput = {}): readonly NewEntry[] => {
  const command = findCommand(name);
  if (command === undefined) throw new Error(`No command ${name}`);
  const entries: NewEntry[] = [];
  const read = (wanted: readonly AnyTable[]): Opened => ({ snapshot: new Map([...new Set(wanted)].map((table) => [tableName(table), world.all(table as never)])), sheets: new Map(), marks: new Map() });
  const ledger = { read, commit: (_opened: Opened, entry: NewEntry) => entries.push(entry) } as unknown as Ledger;
  const ports = {
    now: () => world.now, ledger: () => ledger, locked: <Result>(work: () => Result) => ({ done: work() }), digest: (text: string) => createHash('sha256').update(text).digest('hex'),
    randomToken: () => 'token', recall: () => null, remember: () => undefined,
  } as unknown as Ports;
  runCommand(ports, { command, actor: () => actorOf(who), objectId, raw });
  return entries;
};
