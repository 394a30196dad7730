import { resolve } from 'node:path';
import type { Mail } from '../../host/contract';
import type { Limits } from '../../host/kernel/limits';
import { openWorkspace, type LocalWorkspace } from '../../host/kernel/workspace';
import { columnKey, tables, type TableName } from '../../sheets-templates';
import type { ActionResult, DeskData, PageData, SentInput, WorkItemView } from '../../src/ui/protocol';

/**
 * The invented company at work on a local workspace, driven as its people drive it: forms, sidebar, personal pages,
 * cells and links in mails. What runs is the built bundle.
 */

export const owner = 'owner@xinghe-power.example';
const dist = resolve(__dirname, '../../dist');

interface SetUpAnswer {
  readonly workbooks: Readonly<Record<string, { readonly id: string }>>;
  readonly forms: Readonly<Record<string, { readonly id: string; readonly address: string }>>;
  readonly people: readonly { readonly staffId: string; readonly email: string; readonly name: string; readonly roles: readonly string[]; readonly desk: string }[];
}

export type CellRow = Readonly<Record<string, string | number | boolean>>;

const tokenIn = (url: string): string => new URL(url).searchParams.get('t') ?? '';

export class Company {
  private constructor(
    readonly workspace: LocalWorkspace,
    readonly answer: SetUpAnswer,
    readonly language: 'zh-CN' | 'en',
  ) {}

  /** @param options.bundle folder with `core` and `shell`, the built one unless told otherwise */
  static async open(options: { readonly startAt: string; readonly language?: 'zh-CN' | 'en'; readonly directory?: string; readonly limits?: Partial<Limits>; readonly bundle?: string; readonly baseUrl?: string; readonly ownerName?: string }): Promise<Company> {
    const language = options.language ?? 'zh-CN';
    const bundle = options.bundle ?? dist;
    const workspace = await openWorkspace({ directory: options.directory ?? null, startAt: Date.parse(options.startAt), limits: options.limits ?? {} });
    if (options.baseUrl !== undefined) workspace.baseUrl = options.baseUrl;
    workspace.addUser({ email: owner, name: options.ownerName ?? 'Owner' });
    await workspace.loadProject({ name: 'core', folder: resolve(bundle, 'core'), owner });
    const execution = await workspace.run<SetUpAnswer>('core', 'setUp', [{ company: 'demo', language }], owner);
    if (execution.value === undefined) throw new Error(`setUp ${execution.record.status}: ${execution.record.error ?? ''}\n${execution.record.stack ?? ''}`);
    const company = new Company(workspace, execution.value, language);
    for (const person of company.answer.people) if (person.email !== owner) workspace.addUser({ email: person.email, name: person.name });
    await workspace.loadProject({ name: 'shell', folder: resolve(bundle, 'shell'), owner, container: company.workbook('service') });
    await company.sidebar(owner);
    return company;
  }

  workbook(book: string): string {
    const id = this.answer.workbooks[book]?.id;
    if (id === undefined) throw new Error(`No workbook ${book}`);
    return id;
  }

  /** The first person of a role. */
  person(role: string, nth = 0) {
    const found = this.answer.people.filter((person) => person.roles.includes(role))[nth];
    if (found === undefined) throw new Error(`Nobody is ${role}`);
    return found;
  }

  named(name: string) {
    const found = this.answer.people.find((person) => person.name === name);
    if (found === undefined) throw new Error(`Nobody is called ${name}`);
    return found;
  }

  /** A table as the REST surface gives it, by column key. */
  async rows(name: TableName): Promise<readonly CellRow[]> {
    const table = tables[name];
    const title = this.language === 'en' ? table.label.en : table.label.zh;
    const query = new URLSearchParams({ valueRenderOption: 'UNFORMATTED_VALUE' });
    const { status, body } = await this.workspace.rest('GET', `/v4/spreadsheets/${this.workbook(table.book)}/values/${encodeURIComponent(`'${title}'`)}`, query, null, owner);
    if (status !== 200) throw new Error(`REST ${status}: ${JSON.stringify(body)}`);
    const values = (body as { values?: (string | number | boolean)[][] }).values ?? [];
    const keys = values[0] ?? [];
    return values.slice(2).filter((row) => row.some((cell) => cell !== '')).map((row) => Object.fromEntries(keys.map((key, index) => [String(key), row[index] ?? ''])));
  }

  async row(name: TableName, key: string): Promise<CellRow> {
    const keyColumn = columnKey(tables[name].key);
    const found = (await this.rows(name)).find((row) => row[keyColumn] === key);
    if (found === undefined) throw new Error(`No ${name} ${key}`);
    return found;
  }

  /** Sends a form as a person does; questions are named by the Chinese part of their titles. */
  async sendForm(key: string, answers: Readonly<Record<string, string | readonly string[]>>, link?: string): Promise<void> {
    const place = this.answer.forms[key];
    const form = place === undefined ? null : this.workspace.form(place.id);
    if (form === null) throw new Error(`No form ${key}`);
    const given: Record<string, string | readonly string[]> = {};
    if (link !== undefined) {
      for (const [name, value] of new URL(link, 'http://local').searchParams) if (name.startsWith('entry.')) given[name.slice('entry.'.length)] = value;
    }
    for (const [question, answer] of Object.entries(answers)) {
      const item = form.items.find((candidate) => candidate.title.startsWith(question));
      if (item === undefined) throw new Error(`No question ${question} in ${key}: ${form.items.map((candidate) => candidate.title).join(' | ')}`);
      const matched = (choice: string): string => item.choices.find((candidate) => candidate.startsWith(choice)) ?? choice;
      given[String(item.id)] = typeof answer === 'string' ? (item.choices.length > 0 ? (item.type === 'CHECKBOX' ? [matched(answer)] : matched(answer)) : answer) : answer.map(matched);
    }
    const outcome = await this.workspace.submitForm(form.id, given, null);
    if (!outcome.ok) throw new Error(`The form ${key} refuses: ${JSON.stringify(Object.fromEntries(Object.entries(outcome.errors).map(([id, message]) => [form.items.find((item) => String(item.id) === id)?.title ?? id, message])))}`);
  }

  /** Opens the sidebar of the service workbook as somebody who may. */
  async sidebar(email: string): Promise<DeskData> {
    await this.workspace.openSpreadsheet(this.workbook('service'), email);
    const { sidebar } = await this.workspace.clickMenu(this.workbook('service'), 'showDesk', email);
    if (sidebar === undefined) throw new Error('No sidebar');
    return (await this.workspace.callFromPage(sidebar.clientSession, 'deskData', [])) as DeskData;
  }

  async inSidebar(email: string, command: string, objectId: string, input: SentInput = {}): Promise<ActionResult> {
    const { sidebar } = await this.workspace.clickMenu(this.workbook('service'), 'showDesk', email);
    if (sidebar === undefined) throw new Error('No sidebar');
    return (await this.workspace.callFromPage(sidebar.clientSession, 'deskAction', [command, objectId, input])) as ActionResult;
  }

  async open(url: string, as: string | null = null): Promise<{ readonly data: PageData; readonly act: (command: string, objectId: string, input?: SentInput) => Promise<ActionResult> }> {
    const token = tokenIn(url);
    const page = await this.workspace.get('core', Object.fromEntries(new URL(url).searchParams), as);
    const session = page.clientSession;
    if (session === undefined) throw new Error(`No page at ${url}: ${page.body.slice(0, 300)}`);
    return {
      data: (await this.workspace.callFromPage(session, 'pageData', [token])) as PageData,
      act: async (command, objectId, input = {}) => (await this.workspace.callFromPage(session, 'pageAction', [token, command, objectId, input])) as ActionResult,
    };
  }

  /** A person's own workplace by their link. */
  async desk(email: string): Promise<DeskData> {
    const person = this.answer.people.find((candidate) => candidate.email === email);
    if (person === undefined) throw new Error(`Nobody at ${email}`);
    const { data } = await this.open(person.desk);
    if (data.page !== 'desk') throw new Error(`No desk for ${email}: ${JSON.stringify(data)}`);
    return data;
  }

  async onDesk(email: string, command: string, objectId: string, input: SentInput = {}): Promise<ActionResult> {
    const person = this.answer.people.find((candidate) => candidate.email === email);
    if (person === undefined) throw new Error(`Nobody at ${email}`);
    return (await this.open(person.desk)).act(command, objectId, input);
  }

  async item(email: string, objectId: string): Promise<WorkItemView> {
    const data = await this.desk(email);
    const found = data.items.find((item) => item.objectId === objectId);
    if (found === undefined) throw new Error(`${objectId} is not on the desk of ${email}: ${data.items.map((item) => item.objectId).join(', ')}`);
    return found;
  }

  /** The address of a form for an object, as a person's desk offers it. */
  async formLink(email: string, objectId: string, label: string): Promise<string> {
    const item = await this.item(email, objectId);
    const link = item.links.find((candidate) => candidate.label.zh.includes(label));
    if (link === undefined) throw new Error(`No link ${label} on ${objectId}: ${item.links.map((candidate) => candidate.label.zh).join(', ')}`);
    return link.url;
  }

  /** Types into a cell of a table as a person. */
  async type(name: TableName, key: string, property: string, text: string, as: string): Promise<string | null> {
    const table = tables[name];
    const rows = await this.workspace.rest('GET', `/v4/spreadsheets/${this.workbook(table.book)}/values/${encodeURIComponent(`'${this.language === 'en' ? table.label.en : table.label.zh}'`)}`, new URLSearchParams(), null, owner);
    const values = (rows.body as { values: string[][] }).values;
    const column = (values[0] ?? []).indexOf(`${columnKey(property)}_entry`);
    const keyAt = (values[0] ?? []).indexOf(columnKey(table.key));
    const row = values.findIndex((cells) => cells[keyAt] === key);
    const tab = this.workspace.spreadsheets(owner).find((file) => file.id === this.workbook(table.book))?.tabs.find((candidate) => candidate.title === (this.language === 'en' ? table.label.en : table.label.zh));
    if (column < 0 || row < 0 || tab === undefined) throw new Error(`No cell ${property} of ${key}`);
    const outcome = await this.workspace.editCells(this.workbook(table.book), tab.sheetId, row, column, [[text]], as);
    if (!outcome.accepted) return outcome.message;
    return this.workspace.grid(this.workbook(table.book), tab.sheetId, { row, column, rows: 1, columns: 1 }, as).cells[0]?.[0]?.note ?? null;
  }

  mailTo(email: string, subject: string): Mail {
    const found = this.workspace.mail(email).find((mail) => mail.subject.includes(subject));
    if (found === undefined) throw new Error(`No mail “${subject}” to ${email}: ${this.workspace.mail(email).map((mail) => mail.subject).join(' | ')}`);
    return found;
  }

  /** The first link of a mail to one of the product's pages. */
  linkIn(mail: Mail): string {
    const match = /href="([^"]*[?&](?:amp;)?t=[^"]*)"/.exec(mail.html);
    if (match?.[1] === undefined) throw new Error(`No link in ${mail.subject}`);
    return match[1].replace(/&amp;/g, '&');
  }

  async at(moment: string): Promise<void> {
    await this.workspace.advanceTo(Date.parse(moment.length === 16 ? `${moment.replace(' ', 'T')}:00+08:00` : moment));
  }

  async minutesLater(minutes: number): Promise<void> {
    await this.workspace.advanceTo(this.workspace.now() + minutes * 60000);
  }

  failures(): readonly string[] {
    return this.workspace.executions(500).filter((record) => record.status !== 'completed').map((record) => `${record.functionName} ${record.status}: ${record.error ?? ''} ${record.stack ?? ''}`);
  }

  async close(): Promise<void> {
    await this.workspace.close();
  }
}

/** An action must have been done; else the refusal is shown. */
export const done = (result: ActionResult): ActionResult => {
  if (!result.ok) throw new Error(`Refused: ${result.message.zh} / ${result.message.en}`);
  return result;
};
