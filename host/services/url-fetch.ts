/** `UrlFetchApp`: requests that stay inside the workspace. */
import { GuestError, HostObject, signatureMismatch, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { Blob } from './blob';
import { payloadOf } from './fetch-payload';
import { answerRequest, type OutgoingRequest, type ServerAnswer } from './network';

type Options = Readonly<Record<string, unknown>>;

const record = (value: unknown): Options => (typeof value === 'object' && value !== null ? { ...value } : {});

class HTTPResponse extends HostObject {
  static override readonly guestName = 'HTTPResponse';
  readonly #answer: ServerAnswer;
  constructor(answer: ServerAnswer) {
    super();
    this.#answer = answer;
  }
  getResponseCode(): number {
    return this.#answer.status;
  }
  getContentText(charset: unknown = 'UTF-8'): string {
    return this.getBlob().getDataAsString(String(charset));
  }
  getContent(): number[] {
    return this.getBlob().getBytes();
  }
  getBlob(): Blob {
    return new Blob(this.#answer.body, this.#answer.headers['Content-Type'] ?? null, null);
  }
  getAs(type: unknown): Blob {
    return this.getBlob().getAs(String(type));
  }
  getHeaders(): Readonly<Record<string, string>> {
    return this.#answer.headers;
  }
  getAllHeaders(): Readonly<Record<string, string>> {
    return this.#answer.headers;
  }
}

/** Neither HEAD nor OPTIONS can be asked for on the platform. */
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** @throws GuestError for what is not an address, and for a method that cannot be asked for */
function requestOf(url: unknown, options: Options): OutgoingRequest {
  const address = URL.canParse(String(url)) ? new URL(String(url)) : null;
  if (!address || !/^https?:$/.test(address.protocol)) throw new GuestError(`Invalid argument: ${String(url)}`);
  const headers = Object.fromEntries(Object.entries(record(options.headers)).map(([name, value]) => [name.toLowerCase(), String(value)]));
  const payload = payloadOf(options.payload, typeof options.contentType === 'string' ? options.contentType : (headers['content-type'] ?? null));
  const method = typeof options.method === 'string' ? options.method.toUpperCase() : payload ? 'POST' : 'GET';
  if (!methods.includes(method)) throw new GuestError('Attribute provided with invalid value: method');
  return { url: address, method, headers, payload, follows: options.followRedirects !== false };
}

class UrlFetchApp extends HostObject {
  static override readonly guestName = 'UrlFetchApp';
  readonly #context: ServiceContext;
  readonly #kernel: Kernel;

  constructor(context: ServiceContext, kernel: Kernel) {
    super();
    this.#context = context;
    this.#kernel = kernel;
  }

  async fetch(url: unknown, options: unknown = {}): Promise<HTTPResponse> {
    if (typeof url !== 'string') throw signatureMismatch('UrlFetchApp.fetch', [url]);
    this.#spend(1);
    return this.#fetchOne(url, record(options));
  }
  async fetchAll(requests: unknown): Promise<HTTPResponse[]> {
    if (!Array.isArray(requests)) throw signatureMismatch('UrlFetchApp.fetchAll', [requests]);
    this.#spend(requests.length);
    const wanted = requests.map((request: unknown): Options => (typeof request === 'string' ? { url: request } : record(request)));
    const answers: Promise<HTTPResponse>[] = [];
    for (const [part, request] of wanted.entries()) {
      // Requests leave in order, so that a kill between two of them leaves the later ones undone.
      const failure = this.#askAboutPart(part, 'before');
      answers.push(failure ? Promise.resolve(failure) : this.#fetchOne(request.url, request));
      const lost = failure ? null : this.#askAboutPart(part, 'after');
      if (lost) answers[part] = Promise.resolve(lost);
    }
    return Promise.all(answers);
  }
  getRequest(url: unknown, options: unknown = {}): object {
    const request = requestOf(url, record(options));
    return {
      url: request.url.href,
      method: request.method.toLowerCase(),
      headers: request.headers,
      ...(request.payload ? { payload: request.payload.body.toString('utf8'), contentType: request.payload.type } : {}),
    };
  }

  /** The answer a fault puts in place of the server's, null without a fault. */
  #askAboutPart(part: number, moment: 'before' | 'after'): HTTPResponse | null {
    try {
      this.#kernel.executions.askAboutPart(this.#context.executionId, 'UrlFetchApp.fetchAll', part, moment);
      return null;
    } catch (error) {
      if (!(error instanceof GuestError)) throw error;
      const body = JSON.stringify({ error: { code: 503, message: error.message, status: 'UNAVAILABLE' } });
      return new HTTPResponse({ status: 503, headers: { 'Content-Type': 'application/json; charset=UTF-8' }, body: Buffer.from(body) });
    }
  }

  #spend(requests: number): void {
    this.#context.count({ requests });
    const used = this.#kernel.quotas.use('urlfetch', this.#context.runsAs, requests);
    if (used + requests > this.#kernel.limits.urlFetchesPerDay) throw new GuestError('Service invoked too many times for one day: urlfetch.');
  }

  async #fetchOne(url: unknown, options: Options): Promise<HTTPResponse> {
    const request = requestOf(url, options);
    const { urlLength, urlFetchPostBytes } = this.#kernel.limits;
    if (request.url.href.length > urlLength) throw new GuestError('Limit Exceeded: URLFetch URL Length.');
    if ((request.payload?.body.length ?? 0) > urlFetchPostBytes) throw new GuestError('Limit Exceeded: URLFetch POST Size.');
    const answer = await answerRequest(this.#kernel, request, this.#context.executionId);
    if (!answer) throw new GuestError(`DNS error: ${request.url.href}`);
    this.#context.count({ bytes: (request.payload?.body.length ?? 0) + answer.body.length, ...answer.cells });
    if (answer.status >= 400 && options.muteHttpExceptions !== true) {
      const text = answer.body.toString('utf8').slice(0, 500);
      throw new GuestError(`Request failed for ${request.url.origin} returned code ${answer.status}. Truncated server response: ${text} (use muteHttpExceptions option to examine full response)`);
    }
    return new HTTPResponse(answer);
  }
}

export const urlFetchService = (kernel: Kernel): ServiceDefinition => ({
  name: 'UrlFetchApp',
  create: (context) => ({ root: new UrlFetchApp(context, kernel) }),
});
