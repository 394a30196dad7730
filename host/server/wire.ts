/**
 * What the workspace's server and its page say to each other, as JSON. Where a shape is the workspace's own,
 * `host/contract.ts` has it.
 */
import type { ExecutionKind, ExecutionRecord, Mail, ProjectView, Question, TriggerRecord, VirtualTime } from '../contract';

/** Words that a person reads, in both of the workspace's languages. */
export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

/** Somebody in the picker of acting people. */
export interface Person {
  readonly email: string;
  readonly name: string;
  readonly title: BilingualText;
  /** In which their account speaks to them. */
  readonly language?: 'zh' | 'en';
}

/** A page of a web app that is worth a place in the navigation. */
export interface PageLink {
  readonly title: BilingualText;
  readonly url: string;
  /** Whose page it is; null for everybody's. */
  readonly person: string | null;
}

export interface ClockState {
  readonly now: VirtualTime;
  readonly running: boolean;
  /** When the next clock trigger is due, if any is set. */
  readonly nextTriggerAt: VirtualTime | null;
}

export interface WorkspaceState {
  readonly people: readonly Person[];
  /** Who acts before anybody was chosen; null when nobody has an account. */
  readonly firstPerson: string | null;
  readonly links: readonly PageLink[];
  readonly clock: ClockState;
  readonly directory: string | null;
  /** IANA name in which the page shows times. */
  readonly timeZone: string;
  /** Whether the workspace can be set up anew from the page. */
  readonly canReset: boolean;
}

/** Why the page should look again; sent as server-sent events. */
export interface ChangeEvent {
  /** Another one after a restart or a reset: everything the page knows is old then. */
  readonly server: string;
  readonly clock: ClockState;
  /** Grows with every change; two equal numbers mean that nothing happened in between. */
  readonly version: number;
}

export interface MailSummary extends Omit<Mail, 'html' | 'text' | 'attachments' | 'headers'> {
  readonly preview: string;
  readonly attachmentNames: readonly string[];
}

export interface MailDetail extends MailSummary {
  readonly text: string;
  readonly hasHtml: boolean;
}

export interface ExecutionSummary {
  readonly id: string;
  readonly project: string;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly runsAs: string;
  readonly activeUser: string | null;
  readonly startedAt: VirtualTime;
  readonly status: ExecutionRecord['status'];
  readonly error: string | null;
  readonly calls: number;
  readonly requests: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  readonly bytes: number;
  readonly cpuMilliseconds: number;
  /** What the calls would roughly take on the platform, and how many of them nobody has figures for. */
  readonly cost: { readonly milliseconds: number; readonly unpriced: number };
}

export interface ExecutionDetail extends ExecutionRecord {
  readonly cost: ExecutionSummary['cost'];
  /** In the order of the calls; null where there are no figures. */
  readonly callCosts: readonly (number | null)[];
}

export interface TriggerView extends TriggerRecord {
  /** Name of the form or spreadsheet that it waits for. */
  readonly sourceName: string | null;
}

/** What a menu click asked to show. Guest HTML is not here: the frame loads it from `/guest/<clientSession>`. */
export interface MenuEffects {
  readonly sidebar?: { readonly title: string; readonly clientSession: string };
  readonly dialog?: { readonly title: string; readonly clientSession: string };
  readonly alert?: string;
  readonly toast?: string;
}

/** A script waits for a person; the answer goes to `/api/questions/<id>`. */
export interface Asked {
  readonly question: Question & { readonly id: string };
}

export type ClientCallAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** A script project in the page's list. */
export interface ProjectListing extends Omit<ProjectView, 'skipped'> {
  readonly skipped: readonly { readonly file: string; readonly reason: BilingualText }[];
  /** The product's own: it cannot be taken away. */
  readonly own: boolean;
  readonly containerName: string | null;
  /** What a person may run; empty when the project does not even load. */
  readonly functions: readonly string[];
  /** Why it does not load, such as a syntax error. */
  readonly error: string | null;
}

/** What came of running a function by hand. */
export interface ProjectRun {
  /** Of the execution, for `/api/executions/:id`. */
  readonly id: string;
  readonly status: ExecutionRecord['status'];
  readonly error: string | null;
  readonly stack: string | null;
  readonly log: readonly string[];
  /** What the function returned, as text. */
  readonly value: string;
}

/** Where a text stands in a tab, row by row; `more` when there are too many to name. */
export interface FoundCells {
  readonly cells: readonly (readonly [row: number, column: number])[];
  readonly more: boolean;
}

/** The body of every refused request. */
export interface Refusal {
  readonly error: string;
}
