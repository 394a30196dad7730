/** One HTTP request and the means to answer it: bodies, cookies, JSON, and nothing of what is asked. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Largest body that a person's request may have; a paste of a whole sheet stays far below. */
const LARGEST_BODY_BYTES = 32 * 1024 * 1024;

/** A request that cannot be served; becomes the answer with this status. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'RequestRefused';
  }
}

export class Exchange {
  readonly method: string;
  readonly url: URL;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    origin: string,
  ) {
    this.method = request.method ?? 'GET';
    this.url = new URL(request.url ?? '/', origin);
  }

  get path(): string {
    return this.url.pathname;
  }

  header(name: string): string | undefined {
    const value = this.request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  }

  cookie(name: string): string | undefined {
    for (const part of (this.header('cookie') ?? '').split(';')) {
      const separator = part.indexOf('=');
      if (separator > 0 && part.slice(0, separator).trim() === name) return decodeURIComponent(part.slice(separator + 1).trim());
    }
    return undefined;
  }

  async bodyBytes(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.request) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      size += bytes.length;
      if (size > LARGEST_BODY_BYTES) throw new RequestRefused(413, '内容太大。The request is too large.');
      chunks.push(bytes);
    }
    return Buffer.concat(chunks);
  }

  async bodyText(): Promise<string> {
    return (await this.bodyBytes()).toString('utf8');
  }

  /** The body as an object; `{}` when there is none. Throws a 400 for anything else. */
  async bodyObject(): Promise<Readonly<Record<string, unknown>>> {
    const text = await this.bodyText();
    if (text === '') return {};
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      throw new RequestRefused(400, 'The body is not JSON.');
    }
    if (!isRecord(parsed)) throw new RequestRefused(400, 'The body is not an object.');
    return parsed;
  }

  send(status: number, contentType: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): void {
    this.response.writeHead(status, { 'Content-Type': contentType, 'Cache-Control': 'no-store', ...headers });
    this.response.end(this.method === 'HEAD' ? undefined : body);
  }

  json(body: unknown, status = 200): void {
    this.send(status, 'application/json; charset=utf-8', JSON.stringify(body ?? null));
  }

  html(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): void {
    this.send(status, 'text/html; charset=utf-8', body, headers);
  }

  redirect(location: string): void {
    this.response.writeHead(302, { Location: location, 'Cache-Control': 'no-store' });
    this.response.end();
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function requiredText(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new RequestRefused(400, `"${name}" must be text.`);
  return value;
}

export function requiredNumber(body: Readonly<Record<string, unknown>>, name: string): number {
  const value = body[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new RequestRefused(400, `"${name}" must be a number.`);
  return value;
}
