/** A thread that runs one execution at a time, each in a realm of its own. It knows no service: every call blocks on the kernel. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createContext, Script, constants, type Context } from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { GuestRunner } from './guest/globals';
import { installerSource, type GuestInstaller } from './guest/install';
import type { GuestBridge } from './guest/values';
import type { AnswerMessage, ClockReading, GuestOutcome, RunJob, ScriptFile, WorkerData, WorkerJob, WorkerMessage } from './messages';

const killed = JSON.stringify({ k: true });
/** The outcome of a function whose promise nothing will ever settle. */
const unsettled = JSON.stringify({ ok: true, value: JSON.stringify({ $: 'u' }) });
/** What this thread was given when it was started. */
const { port, signal: sharedSignal } = workerData as WorkerData;
const signal = new Int32Array(sharedSignal);
const installer = new Script(installerSource, { filename: 'platform.js' });
const projects = new Map<string, readonly Script[]>();

let sequence = 0;

function compiled(hash: string, files: readonly ScriptFile[] | null): readonly Script[] {
  const known = projects.get(hash);
  if (known) return known;
  if (!files) throw new Error(`Project ${hash} was never sent`);
  const scripts = files.map(({ name, code }) => new Script(code, { filename: name }));
  projects.set(hash, scripts);
  return scripts;
}

/** A realm with nothing but the language, without the slow look-ups of a contextified object where Node offers it. */
function freshRealm(): Context {
  return createContext(constants?.DONT_CONTEXTIFY ?? {});
}

/** Milliseconds this thread has spent on a processor, or null where the system does not tell. */
function processorTime(): number | null {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return null;
  }
}

/** Milliseconds below which the system's own account is too coarse to say anything. */
const coarse = 20;

class Stopwatch {
  readonly #processor = processorTime();
  readonly #start = performance.now();
  waited = 0;
  read(): number {
    const busy = performance.now() - this.#start - this.waited;
    if (busy < coarse || this.#processor === null) return busy;
    return Math.min(busy, (processorTime() ?? Infinity) - this.#processor);
  }
}

function send(message: WorkerMessage): void {
  port.postMessage(message);
}

function awaitAnswer(expected: number): AnswerMessage {
  for (;;) {
    const seen = Atomics.load(signal, 0);
    const received = receiveMessageOnPort(port);
    if (!received) {
      Atomics.wait(signal, 0, seen);
      continue;
    }
    const answer = received.message as AnswerMessage;
    if (answer.sequence === expected) return answer;
  }
}

class GuestSession implements GuestBridge {
  readonly stopwatch = new Stopwatch();
  #dead = false;
  #clock: ClockReading;
  #clockReadAt = performance.now();

  constructor(
    private readonly executionId: string,
    clock: ClockReading,
  ) {
    this.#clock = clock;
  }

  readonly call = (handle: number, method: string, args: string): string => {
    if (this.#dead) return killed;
    sequence += 1;
    const before = performance.now();
    send({ kind: 'call', executionId: this.executionId, sequence, handle, method, args });
    const answer = awaitAnswer(sequence);
    this.#clockReadAt = performance.now();
    this.#clock = answer.clock;
    this.stopwatch.waited += this.#clockReadAt - before;
    // A killed guest may still run its handlers, but nothing it does reaches anyone.
    if (answer.text === killed) this.#dead = true;
    return answer.text;
  };

  readonly log = (text: string): void => {
    if (!this.#dead) send({ kind: 'log', executionId: this.executionId, text });
  };

  readonly now = (): number => this.#clock.now + (this.#clock.running ? Math.floor(performance.now() - this.#clockReadAt) : 0);
}

function install(session: GuestSession, realm: Context, setup: Pick<RunJob, 'services' | 'missing' | 'timeZone'>): GuestRunner {
  const start = installer.runInContext(realm) as GuestInstaller;
  return start(session, setup, setup.timeZone);
}

function failure(error: unknown): GuestOutcome {
  // The guest's errors belong to its own realm, so `instanceof` says nothing about them here.
  const { name, message, stack } = { name: 'Error', message: String(error), stack: '', ...fields(error) };
  return { ok: false, name: String(name), message: String(message), stack: String(stack) };
}

function fields(error: unknown): object {
  if (typeof error !== 'object' || error === null) return {};
  const { name, message, stack }: { name?: unknown; message?: unknown; stack?: unknown } = error;
  return { name, message, stack };
}

function end(session: GuestSession, executionId: string, outcome: GuestOutcome): void {
  send({ kind: 'end', executionId, outcome, cpuMilliseconds: session.stopwatch.read() });
}

function runFunction(job: RunJob): void {
  const session = new GuestSession(job.executionId, job.clock);
  try {
    const scripts = compiled(job.hash, job.files);
    const realm = freshRealm();
    const runner = install(session, realm, job);
    for (const script of scripts) script.runInContext(realm);
    runner.start(job.functionName, job.args);
    const outcome = (): GuestOutcome => JSON.parse(runner.outcome() ?? unsettled) as GuestOutcome;
    if (runner.outcome() !== null) end(session, job.executionId, outcome());
    // Promises of the guest settle once this thread's stack is empty.
    else setImmediate(() => end(session, job.executionId, outcome()));
  } catch (error) {
    end(session, job.executionId, failure(error));
  }
}

function listFunctions(job: Extract<WorkerJob, { kind: 'list' }>): void {
  const session = new GuestSession(job.executionId, { now: 0, running: false });
  try {
    const realm = freshRealm();
    const runner = install(session, realm, { services: [], missing: [], timeZone: 'UTC' });
    for (const script of compiled(job.hash, job.files)) script.runInContext(realm);
    end(session, job.executionId, { ok: true, value: runner.functionNames() });
  } catch (error) {
    end(session, job.executionId, failure(error));
  }
}

parentPort?.on('message', (job: WorkerJob) => (job.kind === 'run' ? runFunction(job) : listFunctions(job)));
