/** Gives a fresh realm the globals of the platform and takes away what the platform lacks. */
import type { GuestBridge, GuestValues } from './values';

export interface GuestSetup {
  readonly services: readonly string[];
  /** Services of the platform that the workspace does not have. */
  readonly missing: readonly string[];
}

export interface GuestRunner {
  /** Starts the function; its outcome may still be pending when a promise is involved. */
  start(functionName: string, args: string): void;
  /** JSON of a GuestOutcome, or null while pending. */
  outcome(): string | null;
  functionNames(): string;
}

/** @param javaText see java-text.ts */
export function guestGlobals(values: GuestValues, bridge: GuestBridge, setup: GuestSetup, javaText: (value: unknown) => string): GuestRunner {
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics']) Reflect.deleteProperty(globalThis, name);

  const show = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return String(value.stack ?? value);
    if (typeof value !== 'object' || value === null || value instanceof Date) return String(value);
    try {
      return JSON.stringify(value);
    } catch {
      return Object.prototype.toString.call(value);
    }
  };
  const text = (args: readonly unknown[], write: (value: unknown) => string): string => {
    const [first, ...rest] = args;
    if (typeof first !== 'string' || !/%[sdifjoO]/.test(first)) return args.map(write).join(' ');
    const filled = first.replace(/%([sdifjoO%])/g, (sign, kind) => (kind === '%' ? '%' : rest.length > 0 ? (kind === 's' ? write : show)(rest.shift()) : sign));
    return [filled, ...rest.map(write)].join(' ');
  };
  const fixed = (name: string, value: unknown): void => {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  };

  const say = (...args: unknown[]): void => bridge.log(text(args, show));
  const timers = new Map<string, number>();
  fixed('console', {
    log: say,
    info: say,
    warn: say,
    error: say,
    time(label: unknown = 'default') {
      timers.set(String(label), bridge.now());
    },
    timeEnd(label: unknown = 'default') {
      const started = timers.get(String(label));
      if (started !== undefined) say(`${String(label)}: ${bridge.now() - started}ms`);
      timers.delete(String(label));
    },
  });
  const logged: string[] = [];
  const logger = {
    log(...args: unknown[]) {
      const line = text(args, javaText);
      logged.push(`${javaText(new Date(bridge.now()))} INFO: ${line}\n`);
      bridge.log(line);
      return logger;
    },
    clear() {
      logged.length = 0;
    },
    getLog: () => logged.join(''),
  };
  fixed('Logger', logger);

  for (const name of setup.missing) fixed(name, values.absent(name, {}));
  for (const name of setup.services) {
    // A service is made when it is first named: most executions name only a few.
    Object.defineProperty(globalThis, name, {
      get() {
        const service = values.accept(bridge.call(0, name, '[]'));
        fixed(name, service);
        return service;
      },
      set(value: unknown) {
        fixed(name, value);
      },
      configurable: true,
      enumerable: false,
    });
  }

  const ownNames = new Set(Object.getOwnPropertyNames(globalThis));
  let settled: string | null = null;
  const settle = (outcome: object): void => {
    settled = JSON.stringify(outcome);
  };
  const fail = (error: unknown): void => {
    if (error instanceof Error) settle({ ok: false, name: error.name, message: String(error.message), stack: String(error.stack ?? '') });
    else settle({ ok: false, name: 'Error', message: `Uncaught ${show(error)}`, stack: '' });
  };
  const finish = (value: unknown): void => {
    try {
      settle({ ok: true, value: JSON.stringify(values.encode(value)) });
    } catch (error) {
      fail(error);
    }
  };

  return {
    start(functionName, args) {
      try {
        const entry: unknown = Reflect.get(globalThis, functionName);
        if (typeof entry !== 'function' || ownNames.has(functionName)) throw new Error(`Script function not found: ${functionName}`);
        const list = values.accept(args);
        const value: unknown = Reflect.apply(entry, undefined, Array.isArray(list) ? list : []);
        if (value instanceof Promise) value.then(finish, fail);
        else finish(value);
      } catch (error) {
        fail(error);
      }
    },
    outcome: () => settled,
    functionNames: () =>
      JSON.stringify(Object.getOwnPropertyNames(globalThis).filter((name) => !ownNames.has(name) && typeof Reflect.get(globalThis, name) === 'function')),
  };
}
