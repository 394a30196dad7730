/** Runs executions on worker threads and keeps their records. */
import type { ExecutionRecord, FaultHook, QuestionAnswer, VirtualTime } from '../contract';
import { Killed, RunningExecution, type ExecutionRequest, type ExecutionSurroundings, type Finish } from './execution';
import { ExecutionLog } from './execution-log';
import { GuestError, type ServiceDefinition } from './host-object';
import type { Limits } from './limits';
import type { Locks } from './locks';
import type { CallMessage, ClockReading, EndMessage, WorkerMessage } from './messages';
import { missingGlobals } from './platform-names';
import type { Project } from './projects';
import type { Store } from './store';
import { decode } from './wire';
import { type ExecutionWorker, WorkerPool } from './worker-pool';

const workersKept = 3;
/** Real time a killed guest gets to notice that it has been killed. */
const graceMilliseconds = 2000;

export interface ExecutionEnvironment {
  readonly store: Store;
  readonly limits: Limits;
  readonly locks: Locks;
  now(): VirtualTime;
  /** Lets virtual time pass within an execution. */
  pass(milliseconds: number): void;
  clock(): ClockReading;
}

export interface ExecutionResult {
  readonly record: ExecutionRecord;
  /** What the function returned; host objects as themselves. */
  readonly value: unknown;
  /** Real time it took, and time it slept. */
  readonly milliseconds: number;
}

interface Running {
  readonly execution: RunningExecution;
  /** Real time at which it has to be over. */
  deadline: number;
  slept: number;
  watch: NodeJS.Timeout | null;
  settle(finish: Finish, value: unknown): void;
  /** After the deadline was moved. */
  watchAnew(): void;
}

export class Executions {
  readonly log: ExecutionLog;
  readonly #pool = new WorkerPool(workersKept);
  readonly #definitions = new Map<string, ServiceDefinition>();
  readonly #running = new Map<string, Running>();
  readonly #surroundings: ExecutionSurroundings;
  /** How many executions run with an account's rights. */
  readonly #byAccount = new Map<string, number>();
  #hook: FaultHook | null = null;
  #hookSeesParts = false;
  #lists = 0;

  constructor(private readonly environment: ExecutionEnvironment) {
    this.log = new ExecutionLog(environment.store, environment.limits.executionsKept);
    this.#surroundings = { store: environment.store, definitions: this.#definitions, faultHook: () => this.#hook, takeTime: (id, milliseconds) => this.#takeTime(id, milliseconds), waitForPerson: (id, answer) => this.#waitForPerson(id, answer), now: () => environment.now() };
  }

  register(definitions: readonly ServiceDefinition[]): void {
    for (const definition of definitions) this.#definitions.set(definition.name, definition);
  }

  /** @param parts whether the hook is asked around the parts of calls too */
  setFaultHook(hook: FaultHook | null, parts: boolean): void {
    this.#hook = hook;
    this.#hookSeesParts = parts;
  }

  /** Asks the fault hook about one part of the call that is being served. @throws Killed, GuestError as the hook decides */
  askAboutPart(executionId: string, name: string, part: number, moment: 'before' | 'after'): void {
    if (this.#hookSeesParts) this.#running.get(executionId)?.execution.ask(name, moment, part);
  }

  async run(request: ExecutionRequest): Promise<ExecutionResult> {
    const { runsAs } = request;
    const atOnce = this.#byAccount.get(runsAs) ?? 0;
    if (atOnce >= this.environment.limits.executionsAtOnce) return this.refuse(request, 'There are too many scripts running simultaneously for this Google user account.');
    this.#byAccount.set(runsAs, atOnce + 1);
    const execution = new RunningExecution(this.log.newId(), request, this.#surroundings);
    const waited = request.parent ? this.environment.locks.waitFor(request.parent, execution.id) : null;
    try {
      const worker = await this.#pool.acquire();
      const result = await this.#play(execution, worker);
      this.log.add(result.record);
      return result;
    } finally {
      waited?.();
      this.#byAccount.set(runsAs, (this.#byAccount.get(runsAs) ?? 1) - 1);
    }
  }

  /** An execution that the platform does not even start. */
  refuse(request: ExecutionRequest, message: string): ExecutionResult {
    const record = new RunningExecution(this.log.newId(), request, this.#surroundings).record({ status: 'failed', error: `Exception: ${message}`, cpuMilliseconds: 0 });
    this.log.add(record);
    return { record, value: undefined, milliseconds: 0 };
  }

  /** Names of a project's global functions. @throws Error when the project does not even load */
  async functionNames(project: Project): Promise<readonly string[]> {
    const worker = await this.#pool.acquire();
    this.#lists += 1;
    const executionId = `list-${this.#lists}`;
    try {
      const end = await new Promise<EndMessage>((resolve, reject) => {
        worker.listen({
          message: (message) => (message.kind === 'end' && message.executionId === executionId ? resolve(message) : undefined),
          died: (reason) => reject(new Error(reason)),
        });
        worker.start({ kind: 'list', executionId, hash: project.hash, files: null }, project.scripts);
      });
      if (!end.outcome.ok) throw new Error(`${end.outcome.name}: ${end.outcome.message}`);
      const names: unknown = JSON.parse(end.outcome.value);
      return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
    } finally {
      this.#pool.release(worker);
    }
  }

  /** Counts time that only passed for the guest, such as a sleep. */
  spend(executionId: string, milliseconds: number): void {
    const running = this.#running.get(executionId);
    if (!running) return;
    running.deadline -= milliseconds;
    running.slept += milliseconds;
  }

  #takeTime(executionId: string, milliseconds: number): boolean {
    this.environment.pass(milliseconds);
    this.spend(executionId, milliseconds);
    return (this.#running.get(executionId)?.deadline ?? Infinity) > Date.now();
  }

  /** The time an execution has left stands still; what it has instead is the time to wait for an answer. */
  async #waitForPerson(executionId: string, answer: Promise<QuestionAnswer>): Promise<QuestionAnswer> {
    const running = this.#running.get(executionId);
    if (!running) return answer;
    const askedAt = Date.now();
    const left = running.deadline - askedAt;
    running.deadline = askedAt + this.environment.limits.answerSeconds * 1000;
    running.watchAnew();
    try {
      return await answer;
    } finally {
      running.slept -= Date.now() - askedAt;
      running.deadline = Date.now() + left;
      if (this.#running.has(executionId)) running.watchAnew();
    }
  }

  async close(): Promise<void> {
    for (const { watch } of this.#running.values()) if (watch) clearTimeout(watch);
    await this.#pool.close();
  }

  #play(execution: RunningExecution, worker: ExecutionWorker): Promise<ExecutionResult> {
    const { project, functionName, kind } = execution.request;
    const seconds = kind === 'simple-trigger' ? this.environment.limits.simpleTriggerSeconds : this.environment.limits.executionSeconds;
    const startedAt = Date.now();
    return new Promise((resolve) => {
      const running: Running = {
        execution,
        slept: 0,
        deadline: Date.now() + seconds * 1000,
        watch: null,
        watchAnew: () => {
          if (running.watch) clearTimeout(running.watch);
          this.#watch(running, worker);
        },
        settle: (finish, value) => {
          if (!this.#running.delete(execution.id)) return;
          if (running.watch) clearTimeout(running.watch);
          this.environment.locks.releaseAll(execution.id);
          resolve({ record: execution.record(finish), value, milliseconds: Date.now() - startedAt + running.slept });
        },
      };
      this.#running.set(execution.id, running);
      this.#watch(running, worker);
      worker.listen({
        message: (message) => {
          this.#receive(running, worker, message).catch((error: unknown) => {
            // A mistake of the host itself: the record tells it, the guest is gone.
            const stack = error instanceof Error ? (error.stack ?? '') : '';
            this.#abandon(running, worker, { status: 'failed', error: String(error), stack, cpuMilliseconds: 0 });
          });
        },
        died: (reason) => running.settle({ status: 'failed', error: reason, cpuMilliseconds: 0 }, undefined),
      });
      const advanced = new Set(project.manifest.advancedServices);
      const services = [...this.#definitions.values()].filter(({ name, advanced: optional }) => !optional || advanced.has(name)).map(({ name }) => name);
      worker.start(
        {
          kind: 'run', executionId: execution.id, hash: project.hash, files: null, services, missing: missingGlobals(project.manifest, new Set(services)), functionName,
          args: execution.encodedArguments(), timeZone: project.manifest.timeZone, clock: this.environment.clock(),
        },
        project.scripts,
      );
    });
  }

  async #receive(running: Running, worker: ExecutionWorker, message: WorkerMessage): Promise<void> {
    const { execution } = running;
    if (message.executionId !== execution.id) return;
    const alive = this.#running.has(execution.id);
    if (message.kind === 'log') {
      if (alive) execution.log.push(message.text);
    } else if (message.kind === 'call') await this.#serve(running, worker, message);
    else {
      try {
        if (alive) await this.#finish(running, message);
      } finally {
        this.#pool.release(worker);
      }
    }
  }

  async #serve(running: Running, worker: ExecutionWorker, { sequence, handle, method, args }: CallMessage): Promise<void> {
    const reply = (answer: unknown): void => worker.answer({ sequence, text: JSON.stringify(answer), clock: this.environment.clock() });
    const { execution } = running;
    try {
      const answer = await execution.serve(handle, method, args);
      if (!this.#running.has(execution.id)) return reply({ k: true });
      if (Date.now() >= running.deadline) return this.#abandon(running, worker, { status: 'timed-out', error: 'Exceeded maximum execution time', cpuMilliseconds: 0 });
      reply(answer);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      running.settle({ status: error.status, error: error.message, cpuMilliseconds: 0 }, undefined);
      const grace = setTimeout(() => void this.#pool.discard(worker), graceMilliseconds);
      worker.listen({
        message: ({ kind }) => {
          if (kind !== 'end') return;
          clearTimeout(grace);
          this.#pool.release(worker);
        },
        died: () => clearTimeout(grace),
      });
      reply({ k: true });
    }
  }

  async #finish(running: Running, { outcome, cpuMilliseconds }: EndMessage): Promise<void> {
    const { execution } = running;
    const settle = (finish: Finish, value: unknown): void => running.settle(finish, value);
    const failure = (name: string, message: string, stack: string): Finish => ({ status: 'failed', error: `${name}: ${message}`, stack, cpuMilliseconds });
    try {
      await execution.endServices();
    } catch (error) {
      if (error instanceof Killed) return settle({ status: error.status, error: error.message, cpuMilliseconds }, undefined);
      if (!(error instanceof GuestError)) throw error;
      if (outcome.ok) return settle(failure(error.guestName, error.message, ''), undefined);
    }
    if (outcome.ok) settle({ status: 'completed', cpuMilliseconds }, decode(JSON.parse(outcome.value), execution.handles));
    else settle(failure(outcome.name, outcome.message, outcome.stack), undefined);
  }

  #abandon(running: Running, worker: ExecutionWorker, finish: Finish): void {
    running.settle(finish, undefined);
    void this.#pool.discard(worker);
  }

  /** Ends an execution that took too long although it calls nobody. */
  #watch(running: Running, worker: ExecutionWorker): void {
    const left = running.deadline - Date.now();
    if (left <= 0) return this.#abandon(running, worker, { status: 'timed-out', error: 'Exceeded maximum execution time', cpuMilliseconds: 0 });
    running.watch = setTimeout(() => this.#watch(running, worker), left);
    running.watch.unref();
  }
}
