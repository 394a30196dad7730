import { approvalStatus, type TableName } from '../../sheets-templates';
import type { Words } from '../../src/terms';
import type { SentInput } from '../../src/ui/protocol';
import type { CellRow, Company } from '../../test/journeys/company';
import type { Random } from '../../test/simulation/random';
import { tokenIn, Workplaces } from '../../test/simulation/workplace';
import { minute } from '../../test/simulation/moments';

export type Person = Company['answer']['people'][number];

const idIn = /\b(?:ST|[A-Z]{2})-[\w-]+/;

/** Whether a cell shows one of these choices, in either language. */
export const shows = (cell: unknown, ...choices: readonly Words[]): boolean => choices.some(({ zh, en }) => cell === zh || cell === en);

/** The company's people at their doors: desks, forms, links in mails. What the product refuses breaks the course off. */
export class Office {
  private readonly workplaces: Workplaces;
  private readonly taken = new Set<string>();
  /** When somebody did something last: what it sets going is looked after soon. */
  lastDone = 0;

  constructor(
    readonly company: Company,
    readonly random: Random,
  ) {
    this.workplaces = new Workplaces(company);
  }

  now(): number {
    return this.company.workspace.now();
  }

  /** So many minutes from now, between two numbers. */
  later(from: number, to: number): number {
    return this.now() + this.random.integer(from, to) * minute;
  }

  who(role: string): Person {
    return this.company.person(role);
  }

  /** Does one thing on a desk. @throws Error with the product's words when it is refused */
  async act(person: Person, command: string, objectId: string, input: SentInput = {}): Promise<void> {
    const { kind, message } = await this.workplaces.act(person.desk, command, objectId, input);
    this.lastDone = this.now();
    if (kind !== 'done') throw new Error(`${person.name} ${command} ${objectId}: ${message}`);
  }

  /** Fills a form from the link on somebody's desk. */
  async send(person: Person, key: string, objectId: string, label: string, answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
    const desk = await this.workplaces.desk(person.desk);
    const link = desk?.items.find((item) => item.objectId === objectId)?.links.find((candidate) => candidate.label.zh.includes(label));
    if (link === undefined) throw new Error(`${person.name} finds no form ${label} for ${objectId}`);
    await this.company.sendForm(key, answers, link.url);
    this.lastDone = this.now();
  }

  /** Whoever is asked next about a document decides. */
  async decide(docId: string, input: SentInput = { decision: 'APPROVED', comment: '' }): Promise<void> {
    const step = (await this.company.rows('approvals')).find((row) => String(row['doc_id']) === docId && shows(row['status'], approvalStatus.PENDING));
    const approver = this.named(String(step?.['approver'] ?? ''));
    if (step === undefined || approver === undefined) throw new Error(`Nobody is asked about ${docId}`);
    await this.act(approver, 'approval.decide', String(step['approval_id']), input);
  }

  /** A customer opens the link of the newest mail about something and answers there. */
  async answer(address: string, matter: RegExp, about: string, command: string, objectId: string, input: SentInput): Promise<void> {
    const mail = this.company.workspace.mail(address).find(({ subject, text }) => matter.test(subject) && `${subject} ${text}`.includes(about));
    if (mail === undefined) throw new Error(`${address} has no mail about ${about} like ${String(matter)}`);
    const url = this.company.linkIn(mail);
    if (tokenIn(url) === '') throw new Error(`The mail “${mail.subject}” to ${address} has no link`);
    const { kind, message } = await this.workplaces.act(url, command, objectId, input);
    if (kind !== 'done') throw new Error(`${address} ${command} ${objectId}: ${message}`);
  }

  /** Rows of a table, newest last. */
  rows(table: TableName): Promise<readonly CellRow[]> {
    return this.company.rows(table);
  }

  /** The newest row that fits. @throws Error where there is none */
  async newest(table: TableName, fits: (row: CellRow) => boolean): Promise<CellRow> {
    const found = (await this.rows(table)).filter(fits).slice(-1)[0];
    if (found === undefined) throw new Error(`No row of ${table} fits`);
    return found;
  }

  /** The same, of rows that nobody asked for before. */
  async fresh(table: TableName, key: string, fits: (row: CellRow) => boolean): Promise<string> {
    const row = await this.newest(table, (candidate) => !this.taken.has(`${table} ${String(candidate[key])}`) && fits(candidate));
    this.taken.add(`${table} ${String(row[key])}`);
    return String(row[key]);
  }

  /** Somebody by the cell that names them. */
  named(cell: string): Person | undefined {
    const id = idIn.exec(cell)?.[0];
    return this.company.answer.people.find(({ staffId }) => staffId === id);
  }
}
