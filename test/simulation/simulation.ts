import type { ExecutionRecord } from '../../host/contract';
import { Company } from '../journeys/company';
import { decideByMail, readMails, requestService, tryDoors } from './customers';
import { leaveOf, planDay, quotaPlan, type Crew, type Step } from './day-plan';
import { changeDay } from './day-keeper';
import { followMail } from './errands';
import { Faults, type FaultKind } from './faults';
import { typeIntoCells } from './hands';
import { violations } from './invariants';
import { day, minute, startOfDay, written } from './moments';
import { handOver } from './leave';
import { editAsOwner } from './owner';
import { Random } from './random';
import { visit, type Person } from './staff-visit';
import { tidyUp } from './tidying';
import { Workplaces } from './workplace';
import { World } from './world';

export interface SimulationOptions {
  readonly seed: string;
  readonly days: number;
  /** Everybody who acts: three quarters staff, the rest customers. */
  readonly people: number;
  readonly faults: readonly FaultKind[];
  /** Stop after this step, check and leave. */
  readonly until?: number;
  /** How busy everybody is; 1 is a busy company. */
  readonly pace?: number;
  /** How many times as often as usual faults strike executions. */
  readonly rate?: number;
  /** What share of the clock's usual runs come while triggers are struck: fewer sweeps make a day cheaper to live through. */
  readonly clockRuns?: number;
  /** Days between checks. */
  readonly checkEvery?: number;
  /** Folder with another build than the usual one. */
  readonly bundle?: string;
  /** First moment, in the company's zone: `2026-03-02 00:00`. */
  readonly startAt?: string;
  readonly progress?: (line: string) => void;
}

export interface SimulationResult {
  readonly steps: number;
  /** Null when all held; else what did not, and after which step. */
  readonly failure: { readonly step: number; readonly at: string; readonly violations: readonly string[] } | null;
  readonly executions: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly tally: World['tally'];
  readonly mails: number;
  /** By function: how often it ran, its service calls, its own milliseconds. */
  readonly costs: ReadonlyMap<string, { readonly runs: number; readonly calls: number; readonly milliseconds: number }>;
  readonly story: readonly string[];
}

/** Nothing of the account runs out by itself: what does is the seed's affair. */
const roomy = { recipientsPerDay: 100_000, urlFetchesPerDay: 10_000_000, triggerMinutesPerDay: 1_000_000, executionsKept: 3000 };

/** Whom a small company has first. */
const order = ['SUP', 'CLK', 'TSM', 'ENG', 'OPS', 'PRD', 'CS', 'QA', 'ENG', 'FIN', 'ENG', 'DGM', 'ENG', 'GM', 'SAL', 'RD', 'ENG', 'QM', 'EDGM', 'HR'];

const crewOf = (people: readonly Person[], count: number, pace: number): Crew => {
  const staff: Person[] = [];
  for (const role of order.slice(0, Math.min(20, Math.ceil(count * 0.75)))) {
    const next = people.find((person) => person.roles.includes(role) && !staff.includes(person));
    if (next !== undefined) staff.push(next);
  }
  return { staff, customers: Math.max(3, (count - staff.length) * 0.6) * pace * 1.6, pace };
};

/** Strangers who call the owner's functions by name are turned away: that is as it should be. */
const isTurnedAway = (record: ExecutionRecord): boolean => record.kind === 'client' && (record.error ?? '').includes('Only the owner may do this');

const isFailure = (record: ExecutionRecord, faults: Faults): boolean => record.status !== 'completed' && !faults.disturbed.has(record.id) && !isTurnedAway(record);

export class Simulation {
  private readonly random: Random;
  private readonly begin: number;
  private lastExecution = '';
  private executions = 0;
  private readonly costs = new Map<string, { runs: number; calls: number; milliseconds: number }>();
  private step = 0;
  /** Whether the clock has run on undisturbed once, through a night's check. */
  private undisturbed = false;

  private constructor(
    private readonly options: SimulationOptions,
    private readonly world: World,
    private readonly crew: Crew,
  ) {
    this.random = new Random(options.seed);
    this.begin = startOfDay(world.now());
  }

  static async run(options: SimulationOptions): Promise<SimulationResult> {
    const company = await Company.open({ startAt: `${(options.startAt ?? '2026-03-02 00:00').replace(' ', 'T')}:00+08:00`, limits: roomy, ...(options.bundle === undefined ? {} : { bundle: options.bundle }) });
    try {
      return await Simulation.within(company, options);
    } finally {
      await company.close();
    }
  }

  private static within(company: Company, options: SimulationOptions): Promise<SimulationResult> {
    const random = new Random(options.seed);
    const faults = new Faults(random.for('faults'), new Set(options.faults), () => company.workspace.now(), quotaPlan(random.for('quota')), options.rate, options.clockRuns);
    const world = new World(company, new Workplaces(company), faults, new Set(options.faults));
    company.workspace.setFaultHook(options.faults.length === 0 ? null : faults.hook, { parts: true });
    company.workspace.setTriggerHook(faults.triggers.hook);
    const crew = crewOf(company.answer.people, options.people, options.pace ?? 1);
    world.present = new Set(crew.staff.map(({ staffId }) => staffId));
    return new Simulation(options, world, crew).live();
  }

  private async live(): Promise<SimulationResult> {
    const { days, checkEvery = 2, until = Infinity } = this.options;
    const { workspace } = this.world.company;
    const { begin } = this;
    for (let date = 0; date < days && this.step < until; date += 1) {
      for (const planned of planDay(begin + date * day, this.crew, this.random.for(`day-${date}`), this.random.for('leave'))) {
        if (this.step >= until) break;
        if (planned.at < workspace.now() || (planned.what === 'change a day' && !this.world.has('hands'))) continue;
        this.step += 1;
        const failed = await this.perform({ ...planned, number: this.step });
        if (failed.length > 0) return this.result(failed);
      }
      this.options.progress?.(`${written(workspace.now())}  step ${this.step}, ${workspace.mail().length} mails, ${this.world.faults.disturbed.size} faults`);
      if (date % checkEvery === checkEvery - 1 && date < days - 1) {
        const wrong = await this.check();
        if (wrong.length > 0) return this.result(wrong);
      }
    }
    return this.result(await this.check());
  }

  /** One step; gives what failed without having been disturbed. */
  private async perform(step: Step): Promise<readonly string[]> {
    const { world } = this;
    world.faults.beginStep(this.random.for(`faults-${step.number}`));
    await world.company.workspace.advanceTo(step.at);
    world.story.push(`#${step.number} ${written(world.now())} ${step.what} ${step.person?.name ?? ''}`);
    await this.act(step, this.random.for(`step-${step.number}`));
    return [...this.newFailures(), ...world.complaints.splice(0)];
  }

  private async act({ what, person }: Step, random: Random): Promise<void> {
    const { world } = this;
    if (what === 'visit' && person !== null) return visit(world, person, random);
    if (what === 'decide by mail' && person !== null) return decideByMail(world, person.email, random);
    if (what === 'follow mail') return followMail(world, this.crew.staff, random);
    if (what === 'request') return requestService(world, random);
    if (what === 'customer reads mail') return readMails(world, random);
    if (what === 'type into cells' && person !== null && world.has('hands')) return typeIntoCells(world, person, random);
    if (what === 'tidy up' && person !== null && world.has('hands')) return tidyUp(world, person, random);
    if (what === 'hand over' && person !== null) return handOver(world, this.crew, person, leaveOf(person, startOfDay(world.now()), this.random.for('leave')), random);
    if (what === 'change a day' && person !== null) return changeDay(world, person, random);
    // What is changed before the first look is not known to have been otherwise; that look may come late or die where sweeps do not come.
    if (what === 'owner edits' && world.has('owner') && this.undisturbed) return editAsOwner(world, random);
    if (what === 'try doors' && world.has('hostile')) return tryDoors(world, random);
    if (what === 'doubled sweep' && world.has('triggers')) await world.racing(() => Promise.all([world.sweepNow(), world.sweepNow()]));
    if (what === 'race' && person !== null && world.has('colleagues')) await world.racing(() => Promise.all([visit(world, person, random.for('one')), visit(world, random.pick(this.crew.staff), random.for('other')), world.sweepNow()]));
  }

  private newFailures(): readonly string[] {
    const { workspace } = this.world.company;
    const wrong: string[] = [];
    let newest: string | null = null;
    for (const record of workspace.executions(400)) {
      if (record.id === this.lastExecution) break;
      newest ??= record.id;
      this.executions += 1;
      const cost = this.costs.get(record.functionName) ?? { runs: 0, calls: 0, milliseconds: 0 };
      this.costs.set(record.functionName, { runs: cost.runs + 1, calls: cost.calls + record.calls.length, milliseconds: cost.milliseconds + record.cpuMilliseconds });
      if (isFailure(record, this.world.faults)) wrong.push(`${record.functionName} ${record.status}: ${record.error ?? ''} ${record.stack ?? ''}`);
    }
    this.lastExecution = newest ?? this.lastExecution;
    return wrong.map((line) => `no execution fails by itself: ${line}`);
  }

  /** Lets the clock run undisturbed until everything has had its turn, then asks what holds. */
  private async check(): Promise<readonly string[]> {
    const { world } = this;
    world.faults.setOn(false);
    await world.company.workspace.advanceTo(world.now() + 100 * minute);
    const failed = this.newFailures();
    const wrong = [...failed, ...(await violations(world))];
    world.faults.setOn(true);
    this.undisturbed = true;
    return wrong;
  }

  private result(wrong: readonly string[]): SimulationResult {
    const { world } = this;
    const { workspace } = world.company;
    return {
      steps: this.step,
      failure: wrong.length === 0 ? null : { step: this.step, at: written(world.now()), violations: wrong },
      executions: this.executions,
      faults: new Map([...world.faults.counts, ...world.faults.triggers.counts, ['races', world.races]]),
      tally: world.tally,
      mails: workspace.mail().length,
      costs: this.costs,
      story: world.story,
    };
  }
}

export const simulate = (options: SimulationOptions): Promise<SimulationResult> => Simulation.run(options);
