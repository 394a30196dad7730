/** One execution: its identity, the objects it holds, the calls it made, and how a call of the guest is served. */
import type { ExecutionKind, ExecutionRecord, FaultHook, QuestionAnswer, ServiceCall, VirtualTime } from '../contract';
import { Handles, guestMethods } from './handles';
import { GuestError, guestNameOf, type HostObject, type CallCost, type ContainerUi, type ServiceContext, type ServiceDefinition, type ServiceInstance, type WaitForPerson } from './host-object';
import type { Answer } from './messages';
import { refusal } from './permissions';
import type { Project } from './projects';
import type { Store } from './store';
import { decode, encode } from './wire';

export interface ExecutionRequest {
  readonly project: Project;
  readonly functionName: string;
  readonly kind: ExecutionKind;
  readonly runsAs: string;
  /** Who sits behind the keyboard. */
  readonly person: string | null;
  /** Who the script is told sits there. */
  readonly activeUser: string | null;
  /** Arguments may hold host objects, which belong to an execution: they are made when it exists. */
  readonly args: (context: ServiceContext) => readonly unknown[];
  readonly containerUi?: (wait: WaitForPerson) => ContainerUi;
  readonly selection?: ServiceContext['selection'];
  /** Set for web apps and the calls of their pages: a bound script does not have its container open there. */
  readonly awayFromContainer?: true;
  /** Services that objects among the arguments belong to: they end with the execution even if the script never names them. */
  readonly uses?: readonly string[];
  /** The execution that waits for this one. */
  readonly parent?: string;
}

/** What an execution needs to know of its surroundings. */
export interface ExecutionSurroundings {
  readonly store: Store;
  readonly definitions: ReadonlyMap<string, ServiceDefinition>;
  faultHook(): FaultHook | null;
  /** Lets a call take its time. @returns false when the execution has none left */
  takeTime(executionId: string, milliseconds: number): boolean;
  /** Lets an execution wait for a person, while its own time stands still. */
  waitForPerson(executionId: string, answer: Promise<QuestionAnswer>): Promise<QuestionAnswer>;
  now(): VirtualTime;
}

const noCost: CallCost = { cellsRead: 0, cellsWritten: 0, requests: 0, bytes: 0 };
const add = (left: CallCost, right: Partial<CallCost>): CallCost => ({
  cellsRead: left.cellsRead + (right.cellsRead ?? 0),
  cellsWritten: left.cellsWritten + (right.cellsWritten ?? 0),
  requests: left.requests + (right.requests ?? 0),
  bytes: left.bytes + (right.bytes ?? 0),
});

/** Thrown through the serving of a call when a fault ends the execution. */
export class Killed extends Error {
  constructor(
    message: string,
    readonly status: 'killed' | 'timed-out' = 'killed',
  ) {
    super(message);
  }
}

/** Calls that ask for a lock: what each says when it does not get it. */
const lockCalls: Readonly<Record<string, () => boolean>> = {
  'Lock.tryLock': () => false,
  'Lock.waitLock': () => {
    throw new GuestError('Lock timeout: another process was holding the lock for too long.');
  },
};

export type Finish = Pick<ExecutionRecord, 'status' | 'cpuMilliseconds'> & { readonly error?: string; readonly stack?: string };

export class RunningExecution {
  readonly calls: ServiceCall[] = [];
  readonly log: string[] = [];
  readonly handles = new Handles();
  readonly context: ServiceContext;
  readonly #instances = new Map<string, ServiceInstance>();
  readonly #startedAt: VirtualTime;
  #cost = noCost;

  constructor(
    readonly id: string,
    readonly request: ExecutionRequest,
    private readonly surroundings: ExecutionSurroundings,
  ) {
    const { project, runsAs, activeUser, containerUi, selection, awayFromContainer } = request;
    this.#startedAt = surroundings.now();
    this.context = {
      executionId: id,
      project: project.name,
      runsAs,
      activeUser,
      timeZone: project.manifest.timeZone,
      containerId: project.container,
      openContainerId: awayFromContainer ? null : project.container,
      selection: selection ?? null,
      containerUi: containerUi?.((answer) => surroundings.waitForPerson(id, answer)) ?? null,
      store: surroundings.store,
      now: () => surroundings.now(),
      count: (cost) => {
        this.#cost = add(this.#cost, cost);
      },
    };
  }

  /** Serves a call of the guest. @throws Killed when a fault ends the execution */
  async serve(handle: number, method: string, args: string): Promise<Answer> {
    if (handle === 0) return this.#answer(this.#service(method).root);
    const object = this.handles.objectOf(handle);
    const name = `${guestNameOf(object)}.${method}`;
    try {
      return this.#answer(await this.#account(name, () => this.#perform(object, name, method, args)));
    } catch (error) {
      if (error instanceof GuestError) return { e: { name: error.guestName, message: error.message, details: encode(error.details, this.handles) } };
      throw error;
    }
  }

  /** Lets every service write out what it held back. @throws GuestError, Killed */
  async endServices(): Promise<void> {
    for (const [name, instance] of this.#instances) {
      if (instance.endOfExecution) await this.#account(`${name}.endOfExecution`, () => instance.endOfExecution?.());
    }
  }

  record(finish: Finish): ExecutionRecord {
    const { project, functionName, kind, runsAs, person } = this.request;
    return {
      id: this.id,
      project: project.name,
      functionName,
      kind,
      runsAs,
      activeUser: person,
      startedAt: this.#startedAt,
      endedAt: this.surroundings.now(),
      log: this.log,
      calls: this.calls,
      ...finish,
    };
  }

  /** Asks the fault hook, does the work and writes it down. */
  async #account(name: string, work: () => unknown): Promise<unknown> {
    const index = this.calls.length + 1;
    const at = this.surroundings.now();
    this.#cost = noCost;
    const write = (error?: unknown): void => {
      const message = error instanceof Error ? { error: error.message } : {};
      this.calls.push({ index, name, at, ...this.#cost, ...message });
    };
    try {
      const result = this.ask(name, 'before') === 'busy' ? lockCalls[name]?.() : work();
      const value: unknown = result instanceof Promise ? await result : result;
      this.ask(name, 'after');
      write();
      return value;
    } catch (error) {
      write(error);
      throw error;
    }
  }

  /** Asks the fault hook about the call that is being served, or about a part of it. @throws Killed, GuestError as the hook decides */
  ask(name: string, moment: 'before' | 'after', part?: number): 'pass' | 'busy' {
    const hook = this.surroundings.faultHook();
    if (!hook) return 'pass';
    const index = this.calls.length + 1;
    const verdict = hook({ executionId: this.id, functionName: this.request.functionName, index, name, moment, ...(part === undefined ? {} : { part }) });
    if (verdict.kind === 'kill') throw new Killed(`killed ${moment} ${name}`);
    if (verdict.kind === 'fail') throw new GuestError(verdict.message);
    if (verdict.kind === 'slow' && !this.surroundings.takeTime(this.id, verdict.milliseconds)) throw new Killed('Exceeded maximum execution time', 'timed-out');
    return verdict.kind === 'busy' && moment === 'before' && name in lockCalls ? 'busy' : 'pass';
  }

  #perform(object: HostObject, name: string, method: string, args: string): unknown {
    const { project, kind } = this.request;
    const refused = refusal(name, project.manifest.oauthScopes, kind === 'simple-trigger');
    if (refused) throw refused;
    const target: unknown = Reflect.get(object, method);
    if (!guestMethods(object).includes(method) || typeof target !== 'function') throw new GuestError(`NotEmulated: ${name}`, 'Error');
    const values: unknown = decode(JSON.parse(args), this.handles);
    return Reflect.apply(target, object, Array.isArray(values) ? values : []);
  }

  #service(name: string): ServiceInstance {
    const known = this.#instances.get(name);
    if (known) return known;
    const definition = this.surroundings.definitions.get(name);
    if (!definition) throw new Error(`There is no service ${name}`);
    const instance = definition.create(this.context);
    this.#instances.set(name, instance);
    return instance;
  }

  #answer(value: unknown): Answer {
    const encoded = encode(value, this.handles);
    const news = this.handles.takeNews();
    return news.length > 0 ? { v: encoded, c: news } : { v: encoded };
  }

  /** The function's arguments, encoded for the guest. */
  encodedArguments(): string {
    for (const name of this.request.uses ?? []) this.#service(name);
    return JSON.stringify(this.#answer(this.request.args(this.context)));
  }
}
