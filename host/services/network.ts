/** The servers a script can reach from the workspace: its web apps, its Sheets REST surface, its tokeninfo endpoint. */
import { randomUUID } from 'node:crypto';
import type { Kernel } from '../kernel/kernel';

export interface OutgoingRequest {
  readonly url: URL;
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the asker goes where a redirect points. */
  readonly follows: boolean;
  readonly payload: { readonly type: string; readonly body: Buffer } | null;
}

export interface ServerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Cells of spreadsheets that the server read and wrote for this answer. */
  readonly cells?: { readonly cellsRead: number; readonly cellsWritten: number };
}

const json = (status: number, body: unknown): ServerAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=UTF-8' },
  body: Buffer.from(JSON.stringify(body)),
});

const bearerOf = ({ headers }: OutgoingRequest): string => /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

/** Texts of web apps lie at an address of their own, to which the platform redirects whoever asked. They can be fetched once, from this process. */
const echoes = new Map<string, ServerAnswer>();
const echoesKept = 100;
const echoHost = 'script.googleusercontent.com';

function redirected(answer: ServerAnswer): ServerAnswer {
  const key = randomUUID();
  echoes.set(key, answer);
  for (const oldest of echoes.keys()) if (echoes.size > echoesKept) echoes.delete(oldest);
  return { status: 302, headers: { Location: `https://${echoHost}/macros/echo?user_content_key=${key}`, 'Content-Type': 'text/html; charset=UTF-8' }, body: Buffer.from('<HTML><HEAD><TITLE>Moved Temporarily</TITLE></HEAD></HTML>') };
}

function echo({ url }: OutgoingRequest): ServerAnswer {
  const key = url.searchParams.get('user_content_key') ?? '';
  const answer = echoes.get(key);
  echoes.delete(key);
  return answer ?? json(404, { error: { code: 404, message: 'Not found' } });
}

async function webApp(kernel: Kernel, request: OutgoingRequest, project: string, parent: string): Promise<ServerAnswer> {
  const { status, mimeType, body } = await kernel.webApps.request(decodeURIComponent(project), {
    parameters: Object.fromEntries(request.url.searchParams),
    body: request.method === 'POST' ? { type: request.payload?.type ?? '', contents: request.payload?.body.toString('utf8') ?? '' } : null,
    as: kernel.tokens.userOf(bearerOf(request)),
    parent,
  });
  const answer: ServerAnswer = { status, headers: { 'Content-Type': `${mimeType}; charset=utf-8` }, body: Buffer.from(body, 'utf8') };
  return request.follows || status !== 200 || mimeType === 'text/html' ? answer : redirected(answer);
}

async function sheets(kernel: Kernel, request: OutgoingRequest): Promise<ServerAnswer> {
  const user = kernel.tokens.userOf(bearerOf(request));
  if (user === null) {
    const message = 'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential.';
    return json(401, { error: { code: 401, message, status: 'UNAUTHENTICATED' } });
  }
  const text = request.payload?.body.toString('utf8') ?? '';
  const { status, body, cellsRead = 0, cellsWritten = 0 } = await kernel.spreadsheets.rest(request.method, request.url.pathname, request.url.searchParams, text === '' ? undefined : JSON.parse(text), user);
  return { ...json(status, body), cells: { cellsRead, cellsWritten } };
}

function tokenInfo(kernel: Kernel, { url }: OutgoingRequest): ServerAnswer {
  const info = kernel.tokens.tokenInfo(url.searchParams.get('id_token') ?? '');
  return info ? json(200, info) : json(400, { error: 'invalid_token', error_description: 'Invalid Value' });
}

/** Addresses kept by scripts have the port under which the workspace ran when they were written. */
const here = (kernel: Kernel, hostname: string): boolean => [new URL(kernel.baseUrl).hostname, '127.0.0.1', 'localhost'].includes(hostname);

/** The answer of the server behind the address, null when there is none. `parent` is the execution that waits for it. */
export async function answerRequest(kernel: Kernel, request: OutgoingRequest, parent: string): Promise<ServerAnswer | null> {
  const { hostname, pathname } = request.url;
  const app = /^\/macros\/s\/([^/]+)\/(?:exec|dev)$/.exec(pathname);
  if (app && (here(kernel, hostname) || hostname === 'script.google.com')) return webApp(kernel, request, app[1] ?? '', parent);
  if (hostname === echoHost) return echo(request);
  if (hostname === 'sheets.googleapis.com') return sheets(kernel, request);
  if ((hostname === 'oauth2.googleapis.com' || hostname === 'www.googleapis.com') && pathname.endsWith('/tokeninfo')) return tokenInfo(kernel, request);
  return outside(kernel, request);
}

function outside(kernel: Kernel, { url, method, headers, payload }: OutgoingRequest): ServerAnswer | null {
  const type: Readonly<Record<string, string>> = payload ? { 'content-type': payload.type } : {};
  const answer = kernel.outside?.({ url: url.href, method, headers: { ...headers, ...type }, body: payload?.body.toString('utf8') ?? '' });
  return answer ? { status: answer.status, headers: { 'Content-Type': answer.mimeType }, body: Buffer.from(answer.body, 'utf8') } : null;
}
