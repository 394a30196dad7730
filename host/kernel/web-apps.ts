/** Web apps of the workspace's projects: who may open them, as whom they run, and what comes back. */
import { knownTo } from './same-domain';
import type { PageResult } from '../contract';
import { HtmlOutput } from '../services/html-output';
import { TextOutput } from '../services/content';
import { wrapClientPage } from './client-page';
import type { ExecutionRequest } from './execution';
import type { Kernel } from './kernel';
import type { Project } from './projects';

export interface WebRequest {
  readonly parameters: Readonly<Record<string, string>>;
  /** Null for a GET. */
  readonly body: { readonly type: string; readonly contents: string } | null;
  readonly as: string | null;
  /** The execution that asks, if one does. */
  readonly parent?: string;
}

/** Used by the platform itself; a request that carries them is refused. */
const reservedParameters = ['c', 'sid'];

const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
const page = (status: number, message: string): PageResult => ({
  status,
  mimeType: 'text/html',
  body: `<!DOCTYPE html><html><head><title>Error</title></head><body><div>${escapeHtml(message)}</div></body></html>`,
});

type Identity = Pick<ExecutionRequest, 'runsAs' | 'person' | 'activeUser'>;

export class WebApps {
  constructor(private readonly kernel: Kernel) {}

  url(project: string): string {
    return `${this.kernel.baseUrl}/macros/s/${encodeURIComponent(project)}/exec`;
  }

  async request(name: string, request: WebRequest): Promise<PageResult> {
    const project = this.kernel.projects.find(name);
    if (!project?.manifest.webApp) return page(404, 'Sorry, the file you have requested does not exist.');
    if (reservedParameters.some((reserved) => reserved in request.parameters)) return page(405, 'Method not allowed');
    const identity = this.#identity(project, request.as);
    if (!identity) return page(403, 'Sorry, unable to open the file at this time. / You need access.');
    const { record, value } = await this.kernel.executions.run({
      project,
      functionName: request.body ? 'doPost' : 'doGet',
      kind: 'web-app',
      ...identity,
      args: () => [eventOf(request)],
      awayFromContainer: true,
      ...(request.parent ? { parent: request.parent } : {}),
    });
    // The platform answers 200 even when the script threw; only the page tells.
    if (record.status !== 'completed') return page(200, record.error ?? record.status);
    if (value instanceof TextOutput) return { status: 200, mimeType: value._mimeType(), body: value._text() };
    if (!(value instanceof HtmlOutput)) return page(200, 'The script completed but the returned value is not a supported return type.');
    const session = this.kernel.sessions.open({ project: project.name, ...identity, origin: 'web-app' });
    const location = { parameter: request.parameters, parameters: listsOf(request.parameters) };
    return { status: 200, mimeType: 'text/html', body: wrapClientPage(value._page(), session.id, location), clientSession: session.id, title: value._titleText() };
  }

  #identity(project: Project, person: string | null): Identity | null {
    const { webApp } = project.manifest;
    if (!webApp) return null;
    if (person === null && webApp.access !== 'ANYONE_ANONYMOUS') return null;
    if (webApp.access === 'MYSELF' && person !== project.owner) return null;
    if (webApp.access === 'DOMAIN' && person?.split('@')[1] !== project.owner.split('@')[1]) return null;
    if (webApp.executeAs === 'USER_ACCESSING') return person === null ? null : { runsAs: person, person, activeUser: person };
    return { runsAs: project.owner, person, activeUser: knownTo(project.owner, person) };
  }
}

const listsOf = (parameters: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, [value]]));

function eventOf({ parameters, body }: WebRequest): object {
  const event = {
    parameter: parameters,
    parameters: listsOf(parameters),
    contextPath: '',
    queryString: new URLSearchParams(parameters).toString(),
    contentLength: body ? Buffer.byteLength(body.contents) : -1,
  };
  if (!body) return event;
  const form = body.type.startsWith('application/x-www-form-urlencoded') ? Object.fromEntries(new URLSearchParams(body.contents)) : {};
  const merged = { ...form, ...parameters };
  return { ...event, parameter: merged, parameters: listsOf(merged), postData: { type: body.type, contents: body.contents, length: event.contentLength, name: 'postData' } };
}
