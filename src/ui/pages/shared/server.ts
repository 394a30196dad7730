import type { ActionResult, CoreCalls, PageData, PageStart, ShellCalls } from '../../protocol';

/** Google's runner in a page. Entry functions are its methods, by name. */
interface ScriptRunner {
  withSuccessHandler<Value>(handler: (value: Value) => void): ScriptRunner;
  withFailureHandler(handler: (error: Error) => void): ScriptRunner;
}

declare const google: { readonly script: { readonly run: ScriptRunner } };

type Entry = (...given: readonly unknown[]) => void;

const isEntry = (value: unknown): value is Entry => typeof value === 'function';

const call = <Value>(name: string, given: readonly unknown[]): Promise<Value> =>
  new Promise<Value>((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler<Value | null>((value) => {
        // An answer that could not be carried arrives as null, without an error.
        if (value === null) reject(new Error('The answer was empty'));
        else resolve(value);
      })
      .withFailureHandler(reject);
    const entry: unknown = Reflect.get(runner, name);
    if (isEntry(entry)) Reflect.apply(entry, runner, [...given]);
    else reject(new Error('No entry ' + name));
  });

type Answer<Calls, Name extends keyof Calls> = Calls[Name] extends (...given: never[]) => infer Value ? Value : never;

/** What a page can ask for, whichever project serves it. */
export interface Server {
  readonly load: () => Promise<PageData>;
  readonly act: (...given: Parameters<ShellCalls['deskAction']>) => Promise<ActionResult>;
}

export const coreServer = (token: string): Server => ({
  load: () => call<Answer<CoreCalls, 'pageData'>>('pageData', [token]),
  act: (...given) => call<Answer<CoreCalls, 'pageAction'>>('pageAction', [token, ...given]),
});

export const shellServer: Server = {
  load: () => call<Answer<ShellCalls, 'deskData'>>('deskData', []),
  act: (...given) => call<Answer<ShellCalls, 'deskAction'>>('deskAction', given),
};

/** The server's own writing: its shape is the protocol's, whatever words are in it. */
const isStart = (value: unknown): value is PageStart => typeof value === 'object' && value !== null && 'token' in value && 'data' in value;

/** What the template wrote into the page. */
export const pageStart = (): PageStart => {
  const written = document.getElementById('data')?.textContent ?? '';
  const start: unknown = written === '' ? null : JSON.parse(written);
  return isStart(start) ? start : { token: '', data: null };
};
