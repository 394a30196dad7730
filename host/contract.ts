/**
 * What the local workspace offers to those who use it: the page, the tests, the bench and the case runner.
 * The kernel implements it; nothing above this file knows how.
 */
import type { Mail, MailMarks } from './mail-contract';
import type { EditOutcome, GridView, SheetObjects, SpreadsheetSummary, StructureChange, StructureOutcome } from './sheet-contract';

/** Epoch milliseconds on the workspace's virtual clock. */
export type VirtualTime = number;

/** A person with an account in the workspace. `null` where an actor is asked for means an anonymous visitor. */
export interface User {
  readonly email: string;
  readonly name: string;
  /** The account's own language; Chinese unless said otherwise. */
  readonly language?: 'zh' | 'en';
}

/** How an execution came about; decides its identity, its time limit and what it may touch. */
export type ExecutionKind =
  | 'editor' // a function run by hand in the script editor
  | 'simple-trigger' // onOpen, onEdit by name in a bound script
  | 'form-submit'
  | 'edit'
  | 'open'
  | 'clock'
  | 'menu'
  | 'web-app' // doGet, doPost
  | 'client'; // google.script.run from a page or sidebar

export interface ServiceCall {
  /** Position within its execution, from 1. */
  readonly index: number;
  /** For example `LockService.getScriptLock`, `Lock.waitLock`, `UrlFetchApp.fetchAll`, `Sheets.Spreadsheets.batchUpdate`. */
  readonly name: string;
  readonly at: VirtualTime;
  /** Cells that the call read and wrote in spreadsheets, 0 for other services. */
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** Requests that left for a server: 1 for most calls that are not pure look-ups, n for a `fetchAll` of n requests. */
  readonly requests: number;
  readonly bytes: number;
  readonly error?: string;
}

export interface ExecutionRecord {
  readonly id: string;
  readonly project: string;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  /** The account whose rights it ran with. */
  readonly runsAs: string;
  /** The account behind the keyboard, `null` for an anonymous visitor or a clock. */
  readonly activeUser: string | null;
  readonly startedAt: VirtualTime;
  readonly endedAt: VirtualTime;
  readonly status: 'completed' | 'failed' | 'killed' | 'timed-out';
  readonly error?: string;
  readonly stack?: string;
  readonly log: readonly string[];
  readonly calls: readonly ServiceCall[];
  /** Processor time the bundle itself used, without waiting for services. */
  readonly cpuMilliseconds: number;
}

export interface Execution<T = unknown> {
  readonly record: ExecutionRecord;
  /** What the function returned, as plain data; undefined unless completed. */
  readonly value: T | undefined;
}

/** A fault laid in the way of executions. The hook is asked before and after every service call. */
export type FaultVerdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'kill' } // the execution ends here, as if the machine died
  | { readonly kind: 'fail'; readonly message: string } // the call throws this error in the guest
  | { readonly kind: 'slow'; readonly milliseconds: number } // the call takes so long on the virtual clock; an execution that takes too long ends here
  | { readonly kind: 'busy' }; // before a call for a lock: somebody else keeps it until the call gives up
export type FaultHook = (call: {
  readonly executionId: string;
  readonly functionName: string;
  readonly index: number;
  readonly name: string;
  readonly moment: 'before' | 'after';
  /** Position from 0 of one request within a call of many (`UrlFetchApp.fetchAll`); absent for the call as a whole. */
  readonly part?: number;
}) => FaultVerdict;

/** What becomes of a trigger whose moment or event has come. */
export type TriggerFate =
  | { readonly kind: 'fire' }
  | { readonly kind: 'drop' } // it never comes
  | { readonly kind: 'twice' }
  | { readonly kind: 'late'; readonly milliseconds: number };
export type TriggerHook = (trigger: { readonly functionName: string; readonly eventType: TriggerRecord['eventType']; readonly at: VirtualTime }) => TriggerFate;

export interface TriggerRecord {
  readonly id: string;
  readonly project: string;
  readonly functionName: string;
  readonly eventType: 'CLOCK' | 'ON_FORM_SUBMIT' | 'ON_EDIT' | 'ON_OPEN' | 'ON_CHANGE';
  readonly sourceId: string | null;
  readonly owner: string;
  /** Plain words, such as "every 5 minutes". */
  readonly schedule: string | null;
  readonly nextAt: VirtualTime | null;
}

export interface FormItemView {
  readonly id: number;
  readonly title: string;
  readonly helpText: string;
  readonly type: string; // FormApp.ItemType name
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}
export interface FormView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  readonly accepting: boolean;
  readonly items: readonly FormItemView[];
  readonly publishedUrl: string;
  /** Answers decide which sections a person gets to see, so what is required is only known when the form is sent. */
  readonly branching?: true;
}

/** Answers by item id. Check boxes and grids answer with lists. */
export type FormAnswers = Readonly<Record<string, string | readonly string[]>>;

export interface PageResult {
  readonly status: number;
  readonly mimeType: string;
  readonly body: string;
  /** Present when the body is an HtmlService page: the session through which its google.script.run calls go. */
  readonly clientSession?: string;
  readonly title?: string;
}

export interface MenuView {
  readonly caption: string;
  readonly items: readonly { readonly caption: string; readonly functionName: string }[];
}

/** A box that a script shows to the person in front of it, and waits for. */
export interface Question {
  /** `prompt` has a field for a text. */
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly text: string;
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
}
export interface QuestionAnswer {
  /** `CLOSE` for a box that was closed without any of its buttons. */
  readonly button: 'CLOSE' | 'OK' | 'CANCEL' | 'YES' | 'NO';
  /** What stands in the field of a prompt, whichever button was pressed. */
  readonly text: string;
}
/** Shows a box to the person and gives the answer; the script waits, without its time running out, for as long as `Limits.answerSeconds`. */
export type AskPerson = (question: Question) => Promise<QuestionAnswer>;

/** What the user interface of a spreadsheet was asked to show by a menu function. */
export interface ContainerEffects {
  readonly sidebar?: { readonly title: string; readonly body: string; readonly clientSession: string };
  readonly dialog?: { readonly title: string; readonly body: string; readonly clientSession: string };
  readonly alert?: string;
  readonly toast?: string;
}

export interface ProjectOptions {
  /** Name on this workspace, also its script id. */
  readonly name: string;
  /** A folder that clasp could push: appsscript.json, *.js, *.gs, *.html, with `.clasp.json` and `.claspignore` counting if they are there. */
  readonly folder: string;
  readonly owner: string;
  /** Spreadsheet the project is bound to, if any. */
  readonly container?: string;
}

/** A file that lies among a project's files and is not loaded, as clasp would not push it. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: 'typescript' | 'symbolic-link';
}

/** A script project that was loaded. */
export interface ProjectView {
  readonly name: string;
  readonly folder: string;
  readonly owner: string;
  readonly container: string | null;
  readonly webAppUrl: string | null;
  /** Scripts in the order in which they run, then pages. */
  readonly files: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

export type { Mail, MailMarks } from './mail-contract';
export type { CellArea, CellView, ChartView, EditOutcome, GridView, GroupView, LookChange, SheetObjects, SpreadsheetSummary, StructureChange, StructureOutcome } from './sheet-contract';

export interface Workspace {
  readonly directory: string | null;
  /** Address under which web apps, forms and REST answer, such as http://127.0.0.1:8080. Set by the server; a stand-in before. */
  baseUrl: string;

  addUser(user: User): void;
  users(): readonly User[];

  /** Loads or reloads a script project from a folder. @throws Error that says what is wrong with the folder */
  loadProject(options: ProjectOptions): Promise<void>;
  projects(): readonly ProjectView[];
  /** Takes a project and its triggers away; what it made stays. */
  removeProject(name: string): void;
  /** Names of the top-level functions of a project that a visitor may call (not ending in `_`). */
  functions(project: string): Promise<readonly string[]>;
  run<T = unknown>(project: string, functionName: string, args: readonly unknown[], as: string): Promise<Execution<T>>;

  /** The address of a project's web app, as `ScriptApp.getService().getUrl()` gives it. */
  webAppUrl(project: string): string;
  get(project: string, parameters: Readonly<Record<string, string>>, as: string | null): Promise<PageResult>;
  post(project: string, parameters: Readonly<Record<string, string>>, body: { readonly type: string; readonly contents: string }, as: string | null): Promise<PageResult>;
  /** google.script.run from a page that came with `clientSession`. Rejects with what the failure handler would get. */
  callFromPage(clientSession: string, functionName: string, args: readonly unknown[], ask?: AskPerson): Promise<unknown>;

  forms(as: string | null): readonly FormView[];
  form(formId: string): FormView | null;
  /** A person sends a form; form-submit triggers run before the promise resolves. Validation errors come as messages by item id. */
  submitForm(formId: string, answers: FormAnswers, as: string | null): Promise<{ readonly ok: true } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }>;

  spreadsheets(as: string): readonly SpreadsheetSummary[];
  /** Opening fires simple and installable open triggers and returns the menus they built. */
  openSpreadsheet(id: string, as: string): Promise<readonly MenuView[]>;
  /** Without `ask` nobody is there to answer: message boxes are taken as agreed to, prompts fail. */
  clickMenu(id: string, functionName: string, as: string, ask?: AskPerson): Promise<ContainerEffects>;
  grid(id: string, sheetId: number, area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }, as: string): GridView;
  sheetObjects(id: string, sheetId: number, as: string): SheetObjects;
  /** The rows that a filter view shows, in its order, frozen ones left out; null when there is no such view. */
  filterViewRows(id: string, sheetId: number, filterViewId: number, as: string): readonly number[] | null;
  /** A person types or pastes: parsed like typing, checked against protection and validation, fires edit triggers. */
  editCells(id: string, sheetId: number, row: number, column: number, values: readonly (readonly string[])[], as: string, ask?: AskPerson): Promise<EditOutcome>;

  /** A person inserts, deletes, moves or sorts rows or columns: checked against protection, fires change triggers. */
  changeStructure(id: string, sheetId: number, change: StructureChange, as: string): Promise<StructureOutcome>;
  /** Takes such a change back, or does it again after that; refused where somebody has changed since what it would undo. */
  repeatStructure(id: string, step: string, direction: 'undo' | 'redo', as: string): Promise<StructureOutcome>;

  /** A file's bytes for whoever may read it; null where there is none such. */
  download(id: string, as: string | null): { readonly name: string; readonly bytes: Uint8Array } | null;

  /** All mail, newest first; with an address, what that address received; at most so many as the limit says. */
  mail(address?: string, limit?: number): readonly Mail[];
  mailWithId(id: string): Mail | null;
  /** How many mails each address has received, in lower case. */
  mailboxes(): ReadonlyMap<string, number>;
  /** How an account has marked what it received, by the mails' ids; what it has deleted for good is missing. */
  mailMarks(address: string): Readonly<Record<string, MailMarks>>;
  /** A person opens a mail in their mailbox: it is no longer unread. False when nothing changed. */
  openMail(id: string, as: string): boolean;
  triggers(): readonly TriggerRecord[];
  /** Newest first. */
  executions(limit?: number): readonly ExecutionRecord[];

  now(): VirtualTime;
  /** Moves virtual time forward; every clock trigger fires on the way, in order, and has ended before the promise resolves. */
  advanceTo(time: VirtualTime): Promise<void>;
  /** Lets virtual time follow the real clock, or stand still. */
  setRunning(running: boolean): void;
  readonly running: boolean;

  /**
   * With `parts`, the hook is also asked around every single request of a `fetchAll`, within the call's own two moments: a kill there leaves the
   * requests before it done and the others not; a failure is that one request's answer, status 503.
   */
  setFaultHook(hook: FaultHook | null, options?: { readonly parts?: boolean }): void;
  /** Decides what becomes of each installed trigger; null lets all of them fire. Late ones wait in memory for their time. */
  setTriggerHook(hook: TriggerHook | null): void;

  /** The Sheets REST surface, for the server and for tests: path begins with /v4/. */
  rest(method: string, path: string, query: URLSearchParams, body: unknown, as: string): Promise<{ readonly status: number; readonly body: unknown }>;

  /** Writes everything to disk; every accepted change is durable before its promise resolves anyway. */
  close(): Promise<void>;
}
