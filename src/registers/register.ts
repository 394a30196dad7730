import type { DocType, Priority, Role, Severity, StaffMember, Table, Transition } from '../../sheets-templates';
import type { Calendar, ClockEvent, Moments } from '../deadlines';
import type { Settings } from '../settings';
import type { Instant, Refusal, Words } from '../terms';

/** A row of a register as plain data: what stands in its columns, by their names. */
export type Entry = Readonly<Record<string, unknown>>;

/** What a step may look at beside its own row. */
export interface Around {
  readonly now: Instant;
  /** null for the system and for customers. */
  readonly actorId: string | null;
  readonly staff: readonly StaffMember[];
  /** Every row of the same register. */
  readonly entries: readonly Entry[];
  readonly settings: Settings;
  readonly calendar: Calendar;
}

/** A notice of section 13 that a step sends: to roles and to people whom columns name. */
export interface RegisterNotice {
  readonly code: `N-${number}`;
  readonly roles: readonly Role[];
  readonly people?: readonly string[];
  readonly priority?: (entry: Entry) => Priority | undefined;
  readonly when?: (entry: Entry) => boolean;
}

/** A row of a state table (section 3), with all that it asks for, holds against and sets going. `id` names the rule. */
export interface Step extends Transition<string> {
  /** Columns that whoever takes it fills in; those that end in `!` must be filled. */
  readonly fields?: readonly string[];
  readonly set?: Entry;
  /** Columns that take the moment, where they are empty. */
  readonly stamp?: readonly string[];
  /** Columns that take whoever does it. */
  readonly sign?: readonly string[];
  /** Columns whose people may not do it. */
  readonly barred?: readonly string[];
  /** What follows for the row from all that, or why not. */
  readonly works?: (entry: Entry, around: Around) => Entry | Refusal;
  readonly events?: readonly ClockEvent[];
  /** The column of the date on which that happened, where it is not now. */
  readonly at?: string;
  readonly notices?: readonly RegisterNotice[];
  /** The approval that it asks for, by the register's `approvals`. */
  readonly asks?: DocType;
  readonly tone?: 'primary' | 'danger';
}

/** An approval of 6.2 that a register asks for, and the system's own steps that follow from it. */
export interface RegisterApproval {
  readonly matrix: (entry: Entry) => string;
  /** Columns that it binds to, beside the state. */
  readonly binds: readonly string[];
  readonly approved: string;
  readonly rejected: string;
}

/** A register: matters of one kind, a row each, that people take through a table of states. */
export interface Register {
  readonly table: Table;
  readonly docType: DocType;
  readonly kind: Words;
  /** Prefix, scope and digits of its numbers. */
  readonly number: readonly [prefix: string, scope: '' | 'day' | 'month', digits: number];
  readonly title: string;
  /** Columns that desk and notices show. */
  readonly shows: readonly string[];
  /** The column of whom its steps call OWNER. */
  readonly owner: string | null;
  /** The column of somebody who sees nothing of the row. */
  readonly hiddenFrom?: string;
  /** States in which nothing is left to do; reaching one stamps `ended` and ends the clocks. */
  readonly over: readonly string[];
  readonly ended: string;
  readonly steps: readonly Step[];
  readonly approvals?: Readonly<Partial<Record<DocType, RegisterApproval>>>;
  /** What must hold of a row after every step. */
  readonly check?: (entry: Entry) => Refusal | null;
  /** The deadlines of 4.3 that hang on it, and what they need to know; null while none runs. */
  readonly rules: readonly string[];
  readonly clock?: (entry: Entry) => { readonly urgent?: boolean; readonly severity?: Severity | null; readonly moments?: Moments; readonly month?: string } | null;
  /** Not over, but nothing that anybody is waited for. */
  readonly settled?: (entry: Entry) => boolean;
}

export const textOf = (entry: Entry, column: string): string => {
  const value = entry[column];
  return typeof value === 'string' ? value : '';
};

export const listOf = (entry: Entry, column: string): readonly string[] => {
  const value: unknown = entry[column];
  return Array.isArray(value) ? value.map(String) : [];
};
