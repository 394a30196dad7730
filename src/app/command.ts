import type { AnyTable } from '../../sheets-templates';
import type { Instant, Refusal, Words } from '../terms';
import type { Draft } from '../ledger/draft';
import type { Choose, Indexed } from '../ledger/open-rows';
import type { Actor } from './actor';
import type { Field, RawInput } from './field';
import type { Request } from './request';

export type { Transition } from '../../sheets-templates';

/** What a command tells its caller when it is done. */
export interface Reply {
  readonly objectId: string;
  readonly message: Words;
  /** A text to paste into a chat, with the address of a customer's page behind it (10.3, 10.5). */
  readonly copy?: { readonly text: Words; readonly page: 'ticket' | 'unit' | 'project'; readonly objectId: string };
  /** The journal keeps that it was done, though it changes nothing: a full view of personal data (9.3). */
  readonly onRecord?: true;
  /** What is done next, filled in as far as it is known. */
  readonly next?: Offer;
}

/** Few rows of a table that grows without end: told by some of its columns, read in a round trip of their own. */
export interface Picks {
  readonly indexed: readonly Indexed[];
  readonly choose: (asked: { readonly objectId: string; readonly raw: RawInput }) => Choose;
}

export interface CommandDefinition {
  /** `trade.verb`, such as `dispatch.accept`. */
  readonly name: string;
  readonly label: Words;
  /** Rule numbers that it serves, for readers. */
  readonly rules: readonly string[];
  readonly reads: readonly AnyTable[];
  readonly fields: readonly Field[];
  /** For looking things up only: such rows are not for changing. */
  readonly picks?: Picks;
  /**
   * Authorises, checks guards, changes the draft, asks for notices. A refusal leaves the draft unused.
   * Must not keep anything between calls.
   */
  readonly decide: (request: Request) => Reply | Refusal;
}

export const command = (definition: CommandDefinition): CommandDefinition => definition;

/** One thing a person can do now with one object, as the desk shows it. */
export interface Offer {
  readonly command: string;
  readonly objectId: string;
  readonly label: Words;
  readonly fields: readonly Field[];
  /** Shown as the main button, a plain one, or a cautious one. */
  readonly tone: 'primary' | 'plain' | 'danger';
}

/** A piece of work on a person's desk. */
export interface WorkItem {
  readonly objectId: string;
  readonly kind: Words;
  readonly title: string;
  readonly status: Words;
  readonly severity: 'A' | 'B' | 'C' | null;
  /** The nearest running deadline, if any. */
  readonly dueAt: string | null;
  readonly facts: readonly { readonly label: Words; readonly value: string | Words }[];
  readonly offers: readonly Offer[];
  /** Forms of the work, by key of the forms catalogue; links are signed when shown. */
  readonly forms: readonly { readonly form: string; readonly label: Words }[];
}

/** A trade's contribution to the desk: which tables it needs and what it shows to whom. */
export interface DeskSource {
  readonly reads: readonly AnyTable[];
  readonly items: (desk: { readonly draft: Draft; readonly actor: Actor; readonly now: Instant; readonly settings: Request['settings']; readonly calendar: Request['calendar'] }) => readonly WorkItem[];
}
