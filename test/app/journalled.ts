import { findCommand } from '../../src/app/commands';
import type { RawInput } from '../../src/app/field';
import { runCommand } from '../../src/app/run-command';
import type { NewEntry } from '../../src/ledger/ledger';
import { actorOf, type Who, type World } from './world';
import { worldPorts } from './world-ports';

/** Gives a command to the whole layer, lock, actor and journal included; what it journalled, without applying it. */
export const journalled = (world: World, who: Who, name: string, objectId: string, raw: RawInput = {}): readonly NewEntry[] => {
  const command = findCommand(name);
  if (command === undefined) throw new Error(`No command ${name}`);
  const entries: NewEntry[] = [];
  runCommand(worldPorts(world, entries), { command, actor: () => actorOf(who), objectId, raw });
  return entries;
};
