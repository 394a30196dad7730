/** Gives an HtmlService page its `google.script` object, which talks to the window around it. */

/** As much of a browser's window as the script in the page uses. */
interface PageWindow {
  readonly parent: { postMessage(message: object, origin: string): void };
  addEventListener(type: 'message', listener: (event: { readonly data: { readonly type?: string; readonly id: number; readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly message?: string } } | null; readonly source: unknown }) => void): void;
}

/**
 * Runs in the browser, as text: it may use nothing from outside. Calls go to the parent window as
 * `{ type: 'script-run', id, clientSession, functionName, args }` and are answered by `{ type: 'script-run-result', id, ok, value | error }`.
 */
function bootstrap(window: PageWindow, clientSession: string, location: { readonly parameter: object; readonly parameters: object; readonly hash: string }): void {
  type Handler = (value: unknown, userObject: unknown) => void;
  interface Call {
    readonly success: Handler | null;
    readonly failure: Handler | null;
    readonly userObject: unknown;
    readonly message: object;
  }
  const atOnce = 10;
  const waiting: number[] = [];
  const pending = new Map<number, Call>();
  let sent = 0;
  let calls = 0;
  const post = (message: object): void => window.parent.postMessage(message, '*');

  const illegal = (value: unknown): boolean => {
    if (value === null || value === undefined) return false;
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return true;
    if (typeof value !== 'object') return false;
    if (Array.isArray(value)) return value.some(illegal);
    if (Object.prototype.toString.call(value) !== '[object Object]') return true;
    return Object.values(value).some(illegal);
  };
  const sendNext = (): void => {
    while (sent < atOnce) {
      const id = waiting.shift();
      const call = id === undefined ? undefined : pending.get(id);
      if (!call) return;
      sent += 1;
      post(call.message);
    }
  };
  const call = (handlers: Omit<Call, 'message'>, functionName: string, args: readonly unknown[]): void => {
    args.forEach((argument, at) => {
      if (illegal(argument)) throw new TypeError('Failed due to illegal value in property: ' + at);
    });
    const plain: unknown = JSON.parse(JSON.stringify(args));
    calls += 1;
    pending.set(calls, { ...handlers, message: { type: 'script-run', id: calls, clientSession, functionName, args: plain } });
    waiting.push(calls);
    sendNext();
  };
  const runner = (handlers: Omit<Call, 'message'>): object =>
    new Proxy({}, {
      get(_target, name) {
        if (typeof name !== 'string' || name === 'then') return undefined;
        if (name === 'withSuccessHandler') return (success: Handler) => runner({ ...handlers, success });
        if (name === 'withFailureHandler') return (failure: Handler) => runner({ ...handlers, failure });
        if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject });
        return name.endsWith('_') ? undefined : (...args: unknown[]) => call(handlers, name, args);
      },
    });

  window.addEventListener('message', ({ data, source }) => {
    if (source !== window.parent || !data || data.type !== 'script-run-result') return;
    const settled = pending.get(data.id);
    if (!settled) return;
    pending.delete(data.id);
    sent -= 1;
    sendNext();
    if (data.ok) {
      if (settled.success) settled.success(data.value, settled.userObject);
      return;
    }
    const error = Object.assign(new Error(String(data.error?.message ?? 'Unknown error')), { name: 'ScriptError' });
    if (settled.failure) settled.failure(error, settled.userObject);
    else console.error(error);
  });

  const script = {
    run: runner({ success: null, failure: null, userObject: undefined }),
    host: {
      close: () => post({ type: 'script-host-close', clientSession }),
      setHeight: (height: number) => post({ type: 'script-host-size', clientSession, height }),
      setWidth: (width: number) => post({ type: 'script-host-size', clientSession, width }),
      editor: { focus: () => post({ type: 'script-host-focus', clientSession }) },
      origin: '*',
    },
    url: { getLocation: (receive: (location: object) => void) => void setTimeout(() => receive(location)) },
  };
  Object.defineProperty(window, 'google', { value: { script } });
}

/** Where a page was opened, for `google.script.url.getLocation`. */
export interface PageLocation {
  readonly parameter: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
}

const literal = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** The page with the script in front of everything else that runs in it. */
export function wrapClientPage(html: string, clientSession: string, location: PageLocation = { parameter: {}, parameters: {} }): string {
  const script = `<script>(${bootstrap.toString().replaceAll('</', '<\\/')})(window,${literal(clientSession)},${literal({ ...location, hash: '' })});</script>`;
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (head) return html.slice(0, head.index + head[0].length) + script + html.slice(head.index + head[0].length);
  const start = /^\s*(?:<!doctype[^>]*>\s*)?(?:<html(?:\s[^>]*)?>)?/i.exec(html)?.[0] ?? '';
  return (/^\s*<!doctype/i.test(html) ? start : `<!DOCTYPE html>${start}`) + script + html.slice(start.length);
}
