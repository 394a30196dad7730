/** Opens a workspace: the contract's face of the kernel. */
import { join } from 'node:path';
import type {
  AskPerson, ContainerEffects, EditOutcome, Execution, ExecutionRecord, FaultHook, FormAnswers, FormView, GridView, Mail, MailMarks, MenuView, PageResult, ProjectOptions, ProjectView, SheetObjects, SpreadsheetSummary, StructureChange, StructureOutcome, TriggerHook, TriggerRecord, User, VirtualTime, Workspace,
} from '../contract';
import { createSpreadsheets } from '../spreadsheet';
import { kernelServices } from '../services';
import { ClientCalls } from './client-calls';
import { DiskStore } from './disk-store';
import { Events } from './events';
import { mayRead } from './files';
import { Kernel, type OutsideServer } from './kernel';
import { consumerLimits, type Limits } from './limits';
import { MemoryStore } from './memory-store';
import { moves } from './mail/moves';
import { Scheduler } from './scheduler';
import type { StructureResult } from './spreadsheet-part';
import type { StoreSnapshot } from './store';

export interface WorkspaceOptions {
  /** Folder that keeps the workspace; null keeps it in memory. */
  readonly directory: string | null;
  /** Where the clock of a new workspace starts. */
  readonly startAt: VirtualTime;
  readonly limits?: Partial<Limits>;
}

const address = (email: string): string => email.trim().toLowerCase();
const visitor = (email: string | null): string | null => (email === null ? null : address(email));

export class LocalWorkspace implements Workspace {
  readonly directory: string | null;
  readonly #kernel: Kernel;
  readonly #events: Events;
  readonly #scheduler: Scheduler;
  readonly #calls: ClientCalls;

  constructor({ directory, startAt, limits }: WorkspaceOptions) {
    this.directory = directory;
    const store = directory === null ? new MemoryStore() : new DiskStore(join(directory, 'store'));
    this.#kernel = new Kernel(store, { ...consumerLimits, ...limits }, startAt, createSpreadsheets);
    this.#kernel.executions.register([...kernelServices(this.#kernel), ...this.#kernel.spreadsheets.services]);
    this.#events = new Events(this.#kernel);
    this.#calls = new ClientCalls(this.#kernel, this.#events);
    this.#scheduler = new Scheduler(this.#kernel.clock, this.#kernel.triggers, this.#kernel.fates, (trigger, at) => this.#events.clockStruck(trigger, at));
  }

  get baseUrl(): string {
    return this.#kernel.baseUrl;
  }
  set baseUrl(url: string) {
    this.#kernel.baseUrl = url.replace(/\/$/, '');
  }

  addUser(user: User): void {
    this.#kernel.people.add(user);
  }
  users(): readonly User[] {
    return this.#kernel.people.all();
  }

  async loadProject(options: ProjectOptions): Promise<void> {
    await this.#kernel.projects.load(options);
  }
  projects(): readonly ProjectView[] {
    return this.#kernel.projects.all().map(({ name, folder, owner, container, manifest, scripts, pages, skipped }) => ({
      name, folder, owner, container, skipped,
      webAppUrl: manifest.webApp ? this.webAppUrl(name) : null,
      files: [...scripts.map((script) => script.name), ...Object.keys(pages).map((page) => `${page}.html`)],
    }));
  }
  removeProject(name: string): void {
    for (const { id, project } of this.#kernel.triggers.all()) if (project === name) this.#kernel.triggers.remove(id);
    this.#kernel.projects.remove(name);
  }
  async functions(project: string): Promise<readonly string[]> {
    return (await this.#events.functionNames(this.#kernel.projects.named(project))).filter((name) => !name.endsWith('_'));
  }
  async run<T = unknown>(project: string, functionName: string, args: readonly unknown[], as: string): Promise<Execution<T>> {
    const person = address(as);
    const { record, value } = await this.#kernel.executions.run({ project: this.#kernel.projects.named(project), functionName, kind: 'editor', runsAs: person, person, activeUser: person, args: () => args });
    // The caller names the type of what the function returns; nobody else can know it.
    return { record, value: value as T | undefined };
  }

  webAppUrl(project: string): string {
    return this.#kernel.webApps.url(project);
  }
  get(project: string, parameters: Readonly<Record<string, string>>, as: string | null): Promise<PageResult> {
    return this.#kernel.webApps.request(project, { parameters, body: null, as: visitor(as) });
  }
  post(project: string, parameters: Readonly<Record<string, string>>, body: { readonly type: string; readonly contents: string }, as: string | null): Promise<PageResult> {
    return this.#kernel.webApps.request(project, { parameters, body, as: visitor(as) });
  }
  callFromPage(clientSession: string, functionName: string, args: readonly unknown[], ask?: AskPerson): Promise<unknown> {
    return this.#calls.call(clientSession, functionName, args, ask);
  }

  forms(as: string | null): readonly FormView[] {
    return this.#kernel.forms.views(visitor(as));
  }
  form(formId: string): FormView | null {
    return this.#kernel.forms.view(formId);
  }
  async submitForm(formId: string, answers: FormAnswers, as: string | null): Promise<{ readonly ok: true } | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }> {
    const submission = this.#kernel.forms.submit(formId, answers, visitor(as));
    if (!submission.ok) return submission;
    await this.#events.formSubmitted(submission.response, visitor(as));
    return { ok: true };
  }

  spreadsheets(as: string): readonly SpreadsheetSummary[] {
    return this.#kernel.spreadsheets.summaries(address(as));
  }
  async openSpreadsheet(id: string, as: string): Promise<readonly MenuView[]> {
    this.#mayOpen(id, as);
    return this.#events.spreadsheetOpened(id, address(as));
  }
  async clickMenu(id: string, functionName: string, as: string, ask?: AskPerson): Promise<ContainerEffects> {
    this.#mayOpen(id, as);
    return this.#events.menuClicked(id, functionName, address(as), ask);
  }
  grid(id: string, sheetId: number, area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }, as: string): GridView {
    return this.#kernel.spreadsheets.grid(id, sheetId, area, address(as));
  }
  sheetObjects(id: string, sheetId: number, as: string): SheetObjects {
    return this.#kernel.spreadsheets.sheetObjects(id, sheetId, address(as));
  }
  filterViewRows(id: string, sheetId: number, filterViewId: number, as: string): readonly number[] | null {
    return this.#kernel.spreadsheets.filterViewRows(id, sheetId, filterViewId, address(as));
  }
  async editCells(id: string, sheetId: number, row: number, column: number, values: readonly (readonly string[])[], as: string, ask?: AskPerson): Promise<EditOutcome> {
    const { outcome, edit } = this.#kernel.spreadsheets.editCells(id, sheetId, row, column, values, address(as));
    if (!edit || !outcome.accepted) return outcome;
    const shown = await this.#events.cellsEdited(id, edit, address(as), ask);
    return Object.keys(shown).length > 0 ? { accepted: true, shown } : outcome;
  }
  changeStructure(id: string, sheetId: number, change: StructureChange, as: string): Promise<StructureOutcome> {
    return this.#structureChanged(id, this.#kernel.spreadsheets.changeStructure(id, sheetId, change, address(as)), as);
  }
  repeatStructure(id: string, step: string, direction: 'undo' | 'redo', as: string): Promise<StructureOutcome> {
    return this.#structureChanged(id, this.#kernel.spreadsheets.repeatStructure(id, step, direction, address(as)), as);
  }
  async #structureChanged(id: string, { outcome, changeType }: StructureResult, as: string): Promise<StructureOutcome> {
    if (changeType) await this.#events.spreadsheetChanged(id, changeType, address(as));
    return outcome;
  }

  download(id: string, as: string | null): { readonly name: string; readonly bytes: Uint8Array } | null {
    const file = this.#kernel.plainFiles.file(id);
    return file && !this.#kernel.folders.isBinned(file) && !file.target && mayRead(file, visitor(as) ?? '') ? { name: file.name, bytes: Buffer.from(file.base64, 'base64') } : null;
  }

  mail(to?: string, limit?: number): readonly Mail[] {
    return to === undefined ? this.#kernel.mailbox.all(limit) : this.#kernel.mailbox.receivedBy(to, limit);
  }
  mailWithId(id: string): Mail | null {
    return this.#kernel.mailbox.withId(id);
  }
  mailboxes(): ReadonlyMap<string, number> {
    return this.#kernel.mailbox.index().received();
  }
  mailMarks(of: string): Readonly<Record<string, MailMarks>> {
    return this.#kernel.mailbox.account(address(of)).marks();
  }
  openMail(id: string, as: string): boolean {
    const account = this.#kernel.mailbox.account(address(as));
    const entry = account.entry(id);
    if (!entry?.labels.has('UNREAD')) return false;
    account.change([entry], moves.read);
    return true;
  }
  triggers(): readonly TriggerRecord[] {
    return this.#kernel.triggers.records();
  }
  executions(limit = Infinity): readonly ExecutionRecord[] {
    const records: ExecutionRecord[] = [];
    for (const record of this.#kernel.executions.log.newest()) {
      if (records.length >= limit) break;
      records.push(record);
    }
    return records;
  }

  now(): VirtualTime {
    return this.#kernel.clock.now();
  }
  advanceTo(time: VirtualTime): Promise<void> {
    return this.#scheduler.advanceTo(time);
  }
  setRunning(running: boolean): void {
    this.#scheduler.setRunning(running);
  }
  get running(): boolean {
    return this.#kernel.clock.running;
  }

  setFaultHook(hook: FaultHook | null, { parts = false }: { readonly parts?: boolean } = {}): void {
    this.#kernel.executions.setFaultHook(hook, parts);
  }

  setTriggerHook(hook: TriggerHook | null): void {
    this.#kernel.fates.setHook(hook);
  }

  async rest(method: string, path: string, query: URLSearchParams, body: unknown, as: string): Promise<{ readonly status: number; readonly body: unknown }> {
    return this.#kernel.spreadsheets.rest(method, path, query, body, address(as));
  }

  /** Lets something stand for the servers outside, such as a chat group's webhook; without it they cannot be reached. */
  setOutsideServer(server: OutsideServer | null): void {
    this.#kernel.outside = server;
  }

  /** The account behind an OAuth token that a script was given, null for a token that is not genuine. */
  userOfToken(token: string): string | null {
    return this.#kernel.tokens.userOf(token);
  }

  /** The state of a workspace in memory. Cheap, and valid for ever. @throws Error on a workspace that is kept in a folder */
  snapshot(): StoreSnapshot {
    return this.#kernel.store.snapshot();
  }
  /** Goes back to a snapshot of this workspace. Nothing may be running. */
  restore(snapshot: StoreSnapshot): void {
    this.#kernel.store.restore(snapshot);
  }

  async close(): Promise<void> {
    await this.#scheduler.close();
    await this.#kernel.close();
  }

  /** @throws Error for a file that the person cannot open */
  #mayOpen(id: string, as: string): void {
    if (!this.spreadsheets(as).some((spreadsheet) => spreadsheet.id === id)) throw new Error('您没有打开此文件的权限 / You do not have access to this file');
  }
}

export function openWorkspace(options: WorkspaceOptions): Promise<LocalWorkspace> {
  return Promise.resolve(new LocalWorkspace(options));
}
