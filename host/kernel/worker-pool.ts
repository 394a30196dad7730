/** Threads for executions. The pool grows while executions wait for each other and shrinks when they are done. */
import { setFlagsFromString } from 'node:v8';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { AnswerMessage, ScriptFile, WorkerJob, WorkerMessage } from './messages';
import { workerProgram, type WorkerProgram } from './worker-program';

/** Whoever runs an execution listens to its worker. */
export interface WorkerListener {
  message(message: WorkerMessage): void;
  /** The thread ended by itself: out of memory, or a crash. */
  died(reason: string): void;
}

/**
 * Every execution starts in a realm of its own, and what V8 has learned about a function ends with the realm: optimising as early as
 * in a program that lives on cost a third of the processor time of a simulated week. A V8 that does not know the flag says so and goes on.
 */
setFlagsFromString('--interrupt-budget=2000000');

const heapMegabytes = 1024;
/** A worker keeps every project it has compiled; one that knows more than this is not used again. */
const projectsPerWorker = 12;

export class ExecutionWorker {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #signal = new SharedArrayBuffer(4);
  readonly #known = new Set<string>();
  #listener: WorkerListener | null = null;
  alive = true;

  constructor(program: WorkerProgram) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const options = {
      workerData: { port: port2, signal: this.#signal },
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
      stdout: false,
    };
    this.#worker = program.kind === 'file' ? new Worker(program.path, options) : new Worker(program.code, { ...options, eval: true });
    this.#port.on('message', (message: WorkerMessage) => this.#listener?.message(message));
    this.#worker.on('error', (error) => this.#end(error.message));
    this.#worker.on('exit', () => this.#end('the worker ended'));
    // An idle pool must not keep the process alive.
    this.#worker.unref();
    this.#port.unref();
  }

  get worn(): boolean {
    return this.#known.size > projectsPerWorker;
  }

  listen(listener: WorkerListener | null): void {
    this.#listener = listener;
    if (listener) this.#port.ref();
    else this.#port.unref();
  }

  /** @param files the project's files, sent along if this worker does not know the hash yet */
  start(job: WorkerJob, files: readonly ScriptFile[]): void {
    const known = this.#known.has(job.hash);
    this.#known.add(job.hash);
    this.#worker.postMessage({ ...job, files: known ? null : files });
  }

  answer(message: AnswerMessage): void {
    this.#port.postMessage(message);
    const signal = new Int32Array(this.#signal);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  }

  async terminate(): Promise<void> {
    this.alive = false;
    this.#listener = null;
    this.#port.close();
    await this.#worker.terminate();
  }

  #end(reason: string): void {
    if (!this.alive) return;
    this.alive = false;
    this.#port.close();
    this.#listener?.died(reason);
  }
}

export class WorkerPool {
  readonly #idle: ExecutionWorker[] = [];
  readonly #all = new Set<ExecutionWorker>();
  #closed = false;

  /** @param kept idle workers that stay for the next execution */
  constructor(private readonly kept: number) {}

  async acquire(): Promise<ExecutionWorker> {
    if (this.#closed) throw new Error('The workspace is closed');
    for (let worker = this.#idle.pop(); worker; worker = this.#idle.pop()) if (worker.alive) return worker;
    const worker = new ExecutionWorker(await workerProgram());
    this.#all.add(worker);
    return worker;
  }

  release(worker: ExecutionWorker): void {
    worker.listen(null);
    if (!this.#closed && worker.alive && !worker.worn && this.#idle.length < this.kept) this.#idle.push(worker);
    else void this.discard(worker);
  }

  async discard(worker: ExecutionWorker): Promise<void> {
    this.#all.delete(worker);
    await worker.terminate();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map((worker) => this.discard(worker)));
  }
}
