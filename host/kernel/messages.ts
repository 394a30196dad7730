/** What the kernel and an execution worker say to each other. */
import type { MessagePort } from 'node:worker_threads';

/** One file of a script project, such as `Code.js`. */
export interface ScriptFile {
  readonly name: string;
  readonly code: string;
}

/** Handed to a worker when it starts. */
export interface WorkerData {
  /** Calls go out and answers come in here; the worker reads it synchronously. */
  readonly port: MessagePort;
  /** One Int32: rises whenever an answer was posted. */
  readonly signal: SharedArrayBuffer;
}

export interface RunJob {
  readonly kind: 'run';
  readonly executionId: string;
  /** Hash of the project's files; the files come along when this worker has not seen them. */
  readonly hash: string;
  readonly files: readonly ScriptFile[] | null;
  /** Names of the services that are globals of this execution. */
  readonly services: readonly string[];
  /** Globals of the platform that the workspace does not have. */
  readonly missing: readonly string[];
  readonly functionName: string;
  /** Encoded answer whose value is the list of arguments. */
  readonly args: string;
  readonly timeZone: string;
  readonly clock: ClockReading;
}

export interface ListJob {
  readonly kind: 'list';
  readonly executionId: string;
  readonly hash: string;
  readonly files: readonly ScriptFile[] | null;
}

export type WorkerJob = RunJob | ListJob;

/** Virtual time at a moment; while the clock runs, the guest adds the real time since it got the reading. */
export interface ClockReading {
  readonly now: number;
  readonly running: boolean;
}

export interface CallMessage {
  readonly kind: 'call';
  readonly executionId: string;
  /** Answers carry it back: a killed call may leave a stale answer behind. */
  readonly sequence: number;
  /** 0 asks for the global named `method`. */
  readonly handle: number;
  readonly method: string;
  readonly args: string;
}

export interface LogMessage {
  readonly kind: 'log';
  readonly executionId: string;
  readonly text: string;
}

export interface EndMessage {
  readonly kind: 'end';
  readonly executionId: string;
  readonly outcome: GuestOutcome;
  readonly cpuMilliseconds: number;
}

export type GuestOutcome =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly name: string; readonly message: string; readonly stack: string };

export type WorkerMessage = CallMessage | LogMessage | EndMessage;

export interface AnswerMessage {
  readonly sequence: number;
  /** JSON of an Answer. */
  readonly text: string;
  readonly clock: ClockReading;
}

/** Describes a class when an object of it reaches a guest for the first time. */
export interface ClassDescription {
  readonly id: number;
  readonly name: string;
  readonly methods: readonly string[];
}

/** `v`: the encoded value; `e`: an error to throw; `k`: the execution was killed. `c` comes with classes that are new to the guest. */
export type Answer =
  | { readonly v: unknown; readonly c?: readonly ClassDescription[] }
  | { readonly e: { readonly name: string; readonly message: string; readonly details: unknown } }
  | { readonly k: true };
