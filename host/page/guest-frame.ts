/**
 * A frame for a page that a script project made. The frame has an origin of its own; its google.script.run calls come
 * as messages, go to the server, and their answers go back the same way.
 */
import type { ClientCallAnswer } from '../server/wire';
import { element } from './element';
import { requestJson } from './requests';

export interface GuestRequest {
  readonly url: string;
  readonly method: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly newWindow: boolean;
}

interface GuestFrameOptions {
  readonly clientSession: string;
  readonly title: string;
  readonly closed: () => void;
  readonly navigate: (request: GuestRequest) => void;
  /** Sends a call to the server; where a script may ask the person something, it shows that too. */
  readonly call?: (path: string, body: object) => Promise<ClientCallAnswer>;
}

const SANDBOX = 'allow-scripts allow-forms allow-modals allow-popups allow-downloads';

export function guestFrame(options: GuestFrameOptions): { readonly frame: HTMLIFrameElement; dispose(): void } {
  const frame = element('iframe', { class: 'guest-frame', title: options.title, sandbox: SANDBOX, src: `/guest/${encodeURIComponent(options.clientSession)}` });
  return { frame, dispose: relayGuest(frame, options) };
}

/** Serves the frame's messages until the returned function is called. */
export function relayGuest(frame: HTMLIFrameElement, options: GuestFrameOptions): () => void {
  const receive = (event: MessageEvent<unknown>) => {
    if (event.source !== frame.contentWindow || !isMessage(event.data)) return;
    const message = event.data;
    if (message['type'] === 'script-run') void answerCall(frame, options, message);
    else if (message['type'] === 'script-host-close') options.closed();
    else if (message['type'] === 'guest-navigate') options.navigate(readRequest(message));
  };
  window.addEventListener('message', receive);
  return () => window.removeEventListener('message', receive);
}

async function answerCall(frame: HTMLIFrameElement, { clientSession, call = (path, body) => requestJson('POST', path, body) }: GuestFrameOptions, message: Readonly<Record<string, unknown>>): Promise<void> {
  let answer: ClientCallAnswer;
  try {
    answer = await call('/api/client-call', { clientSession, functionName: message['functionName'], args: message['args'] });
  } catch (failure) {
    answer = { ok: false, error: failure instanceof Error ? failure.message : String(failure) };
  }
  // The frame's origin is opaque, so no narrower target can be named.
  frame.contentWindow?.postMessage({ type: 'script-run-result', id: message['id'], ...answer }, '*');
}

function readRequest(message: Readonly<Record<string, unknown>>): GuestRequest {
  const isField = (field: unknown): field is [string, string] => Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === 'string');
  const fields = Array.isArray(message['fields']) ? message['fields'].filter(isField) : [];
  return { url: typeof message['url'] === 'string' ? message['url'] : '', method: message['method'] === 'POST' ? 'POST' : 'GET', fields, newWindow: message['newWindow'] === true };
}

function isMessage(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && 'type' in data;
}
