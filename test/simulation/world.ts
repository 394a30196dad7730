import type { FormAnswers } from '../../host/contract';
import type { Company } from '../journeys/company';
import type { FaultKind, Faults } from './faults';
import { second } from './moments';
import type { OwnerEdit } from './owner';
import type { Random } from './random';
import type { Workplaces } from './workplace';

/** A form answer that the platform accepted. */
export interface SentForm {
  readonly form: string;
  readonly mark: string;
  readonly at: number;
}

/** What everybody in a simulation shares. */
export class World {
  readonly sent: SentForm[] = [];
  readonly story: string[] = [];
  /** How often each command was tried, and how it ended. */
  readonly tally = new Map<string, { done: number; refused: number; broken: number }>();
  /** How often the form behind a link was sent. */
  readonly sentByLink = new Map<string, number>();
  /** The newest mail that somebody has read, by address. */
  readonly lastRead = new Map<string, string>();
  /** What somebody was told no to: command and object. */
  readonly refused = new Set<string>();
  /** What the owner changed past the system. */
  readonly ownerEdits: OwnerEdit[] = [];
  /** What was seen on the way and must not be. */
  readonly complaints: string[] = [];
  /** Staff numbers of those who come to work. */
  present: ReadonlySet<string> = new Set();
  private marks = 0;
  races = 0;
  private isRacing = false;

  constructor(
    readonly company: Company,
    readonly workplaces: Workplaces,
    readonly faults: Faults,
    readonly kinds: ReadonlySet<FaultKind>,
  ) {}

  has(kind: FaultKind): boolean {
    return this.kinds.has(kind);
  }

  now(): number {
    return this.company.workspace.now();
  }

  /** A text that occurs nowhere else. */
  nextMark(): string {
    this.marks += 1;
    return `§${this.marks}§`;
  }

  /** Answers whose texts were all left out cannot be told from others later. */
  sentForm(form: string, mark: string, answers: FormAnswers): void {
    if (mark !== '' && JSON.stringify(answers).includes(mark)) this.sent.push({ form, mark, at: this.now() });
  }

  /** Somebody reads, thinks and types: two things that one person does never happen at one moment. */
  async think(random: Random): Promise<void> {
    if (!this.isRacing) await this.company.workspace.advanceTo(this.now() + random.integer(15, 120) * second);
  }

  async sweepNow(): Promise<void> {
    await this.company.workspace.run('core', 'sweep', [], this.company.person('ADM').email);
  }

  complain(line: string): void {
    this.story.push(`!! ${line}`);
    this.complaints.push(line);
  }

  note(line: string, command: string, kind: 'done' | 'refused' | 'broken'): void {
    this.story.push(line);
    const tally = this.tally.get(command) ?? { done: 0, refused: 0, broken: 0 };
    tally[kind] += 1;
    this.tally.set(command, tally);
  }

  /** Things that happen at once. */
  async racing<Result>(work: () => Promise<Result>): Promise<Result> {
    this.races += 1;
    this.isRacing = true;
    this.faults.setRacing(true);
    try {
      return await work();
    } finally {
      this.isRacing = false;
      this.faults.setRacing(false);
    }
  }
}
