import { seen, type AnyTable } from '../../sheets-templates';
import { Draft } from '../ledger/draft';
import { tableName, workbookOf, type RowChange } from '../ledger/change';
import { isArchive } from '../ledger/deployment';
import type { NewEntry, Opened } from '../ledger/ledger';
import { isRefusal, refuse, type Instant, type Refusal } from '../terms';
import { actorName, type Actor } from './actor';
import type { CommandDefinition, Reply } from './command';
import { decide, everyDecisionReads, type Decided } from './decide';
import { attachDrafts, sendDrafted } from './deliver';
import type { RawInput } from './field';
import type { Ports } from './ports';
import { endQuiet } from './quiet';

export interface Wanted {
  readonly command: CommandDefinition;
  /** Establishes the actor from the people as read; runs inside the lock, so that a role that ended counts as ended. */
  readonly actor: (draft: Draft) => Actor | Refusal;
  readonly objectId: string;
  readonly raw: RawInput;
  /** What identifies the request where it may be delivered twice: a form response's id. A second one is answered, not done. */
  readonly receipt?: string;
  /** When it was sent, where it did not come at once. */
  readonly sentAt?: Instant;
  /** What to do instead when it is refused, on the same reading and in the same commit: nothing that came may be lost. */
  readonly instead?: { readonly reads: readonly AnyTable[]; readonly command: (refusal: Refusal) => CommandDefinition };
  /** Moves rows to yearly archives: finishes first what an interrupted run left them to apply. */
  readonly archives?: true;
}

export const busy = (): Refusal => refuse('BUSY', '系统正忙，请稍后再试一次。您的内容没有丢失。', 'The system is busy; please try once more in a moment. Nothing of yours is lost.');
const alreadyDone = (): Reply => ({ objectId: '', message: { zh: '此内容已收到，不会重复处理。', en: 'This was received already and is not done twice.' } });

/** Refusals are journalled with what was asked, not what was typed. */
const denial = (wanted: Wanted, actor: Actor, refusal: Refusal, now: Instant): NewEntry => ({ at: now, actor: actorName(actor), command: wanted.command.name, objectId: wanted.objectId, result: 'DENIED', changes: [], reason: refusal.code });

const withReceipt = (changes: readonly RowChange[], receipt: string | undefined, now: Instant, reply: Reply): readonly RowChange[] =>
  receipt === undefined ? changes : [...changes, { kind: 'insert', table: 'seen', key: receipt, row: { token: receipt, at: now, outcome: reply.objectId } }];

interface Decision {
  readonly command: Pick<CommandDefinition, 'name'>;
  readonly actor: Actor;
  readonly decided: Decided;
  readonly receipt: string | undefined;
  /** The refusal that it follows from. */
  readonly refused: NewEntry | null;
}

/** Journals and applies what was decided, and lets what is urgent leave. Under the lock of the reading. */
export const commitDecision = (opened: Opened, { command, actor, decided, receipt, refused }: Decision, now: Instant, ports: Ports): readonly RowChange[] => {
  const urgent = attachDrafts(ports, decided.changes, opened.snapshot);
  const changes = withReceipt(urgent.changes, receipt, now, decided.reply);
  if (changes.length === 0 && decided.reply.onRecord !== true) return changes;
  for (const workbook of new Set(changes.map(workbookOf))) if (isArchive(workbook)) ports.ensureArchive(workbook);
  ports.ledger().commit(opened, { at: now, actor: actorName(actor), command: command.name, objectId: decided.reply.objectId, result: 'OK', changes, reason: '' }, refused);
  endQuiet(ports);
  if (urgent.notices.length > 0) sendDrafted(ports, urgent.notices, now);
  return changes;
};

/** What came of a command, and what it changed. */
export interface Ran {
  readonly outcome: Reply | Refusal;
  readonly changes: readonly RowChange[];
}

/** What a decision on some commands has to see. */
export const readsOf = (commands: readonly CommandDefinition[]): readonly AnyTable[] => [...everyDecisionReads, ...commands.flatMap(({ reads }) => reads)];

/** Journals a refusal, with what is done instead where something is. */
const refuseOn = (ports: Ports, opened: Opened, wanted: Wanted, refusal: Refusal, refused: NewEntry | null, now: Instant): Ran => {
  const command = wanted.instead?.command(refusal);
  const actor: Actor = { kind: 'system' };
  const decided = command === undefined ? refusal : decide(opened.snapshot, { command, actor, objectId: '', raw: {}, now }, ports);
  if (command === undefined || isRefusal(decided)) {
    if (refused !== null) ports.ledger().commit(opened, refused);
    return { outcome: command === undefined ? refusal : busy(), changes: [] };
  }
  return { outcome: refusal, changes: commitDecision(opened, { command, actor, decided, receipt: wanted.receipt, refused }, now, ports) };
};

/** One command on ledgers that were read under the lock, which is still held. They serve for one command only. */
export const runOn = (ports: Ports, opened: Opened, wanted: Wanted, now: Instant): Ran => {
  const { command, objectId, raw, receipt, sentAt } = wanted;
  const draft = new Draft(opened.snapshot);
  if (receipt !== undefined && draft.find(seen, receipt) !== undefined) return { outcome: alreadyDone(), changes: [] };
  const actor = wanted.actor(draft);
  if (isRefusal(actor)) return refuseOn(ports, opened, wanted, actor, null, now);
  const decided = decide(opened.snapshot, { command, actor, objectId, raw, now, ...(sentAt === undefined || sentAt > now ? {} : { sentAt }) }, ports);
  if (isRefusal(decided)) return refuseOn(ports, opened, wanted, decided, denial(wanted, actor, decided, now), now);
  return { outcome: decided.reply, changes: commitDecision(opened, { command, actor, decided, receipt, refused: null }, now, ports) };
};

/** The reading of a command that looks up few rows of a long table; null for all others. Where nothing is remembered, only those rows are read. */
const picked = (ports: Ports, { command: { picks }, objectId, raw }: Wanted, tables: readonly AnyTable[]): Opened | null =>
  picks === undefined ? null : ports.ledger().readOpen({ whole: [...new Set(tables)], indexed: picks.indexed, choose: picks.choose({ objectId, raw }), spans: Object.fromEntries(picks.indexed.map(({ table }) => [tableName(table), []])) });

/**
 * One command, start to finish: lock, read once, decide, journal and apply, then let what is urgent leave.
 * A crash at any point leaves either nothing or a journal row that the next command applies.
 */
export const runCommand = (ports: Ports, wanted: Wanted): Reply | Refusal => {
  const outcome = ports.locked((): Reply | Refusal => {
    const now = ports.now();
    const tables = [...readsOf([wanted.command]), ...(wanted.instead?.reads ?? []), ...(wanted.receipt === undefined ? [] : [seen])];
    const opened = picked(ports, wanted, tables) ?? ports.ledger().read(tables, true, wanted.archives === true);
    return opened === null ? busy() : runOn(ports, opened, wanted, now).outcome;
  });
  return outcome === 'busy' ? busy() : outcome.done;
};

/** Reads for a page or sidebar. Takes the lock only when an interrupted command has to be finished first. */
export const readFor = (ports: Ports, tablesWanted: readonly AnyTable[]): Draft | Refusal => {
  const opened = ports.ledger().read(tablesWanted, false);
  if (opened !== null) return new Draft(opened.snapshot);
  const repaired = ports.locked(() => ports.ledger().read(tablesWanted, true));
  return repaired === 'busy' || repaired.done === null ? busy() : new Draft(repaired.done.snapshot);
};
