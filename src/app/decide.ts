import { counters, delegations, holidays, settings as settingsTable, slaPauses, staff, type AnyTable } from '../../sheets-templates';
import { buildCalendar, type Calendar } from '../deadlines';
import { Draft, type Snapshot } from '../ledger/draft';
import type { RowChange } from '../ledger/change';
import { readSettings, type Settings } from '../settings';
import { isRefusal, type Instant, type Refusal } from '../terms';
import type { Actor } from './actor';
import type { CommandDefinition, Reply } from './command';
import { readInput, Input, type RawInput } from './field';
import { recordHolds } from './effects/hold-time';
import { queueNotice } from './notices';

/** Tables that every decision needs: who acts and in whose place, what is set, what day it is, what stands still, what number comes next. */
export const everyDecisionReads: readonly AnyTable[] = [staff, delegations, settingsTable, holidays, slaPauses, counters];

export interface Asked {
  readonly command: CommandDefinition;
  readonly actor: Actor;
  readonly objectId: string;
  readonly raw: RawInput;
  readonly now: Instant;
  /** See `Request`; the same as `now` where nothing else is said. */
  readonly sentAt?: Instant;
}

export interface Decided {
  readonly reply: Reply;
  readonly changes: readonly RowChange[];
}

export interface DecisionPorts {
  readonly digest: (text: string) => string;
  readonly randomToken: () => string;
}

/** Settings and calendar as the rows of a snapshot give them. */
export const readEnvironment = (draft: Draft, now: Instant): { readonly settings: Settings; readonly calendar: Calendar } | Refusal => {
  const settings = readSettings(draft.all(settingsTable));
  const calendar = buildCalendar(draft.all(holidays), settings, now);
  return isRefusal(calendar) ? calendar : { settings, calendar };
};

/** The decision of a command: a function of rows, actor, input and moment. Nothing is written here. */
export const decide = (snapshot: Snapshot, asked: Asked, ports: DecisionPorts): Decided | Refusal => {
  const input = readInput(asked.command.fields, asked.raw);
  if (!(input instanceof Input)) return input;
  const draft = new Draft(snapshot);
  const { now, actor, objectId } = asked;
  const environment = readEnvironment(draft, now);
  if (isRefusal(environment)) return environment;
  const { settings, calendar } = environment;
  const reply = asked.command.decide({
    draft, actor, now, sentAt: asked.sentAt ?? now, settings, calendar, objectId, input, digest: ports.digest, randomToken: ports.randomToken,
    notify: (notice) => queueNotice(draft, notice, now, settings, calendar),
  });
  if (isRefusal(reply)) return reply;
  recordHolds(draft, new Draft(snapshot), now);
  return { reply, changes: draft.changes() };
};
