/** `HtmlService`: pages and templates. */
import { GuestError, HostObject, signatureMismatch, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import type { Project } from '../kernel/projects';
import { blobOf } from './blob';
import { HtmlOutput, SandboxMode, XFrameOptionsMode } from './html-output';

/**
 * The body of a function that writes the template's page; `$$plain` and `$$escapeHtml` turn values into text. Its own names begin with `$$`, so
 * that they hide nothing of the script's. A printing scriptlet may end in a semicolon or a comment, as everybody writes `<?!= include('x'); ?>`.
 */
export function compileTemplate(template: string): string {
  const lines = ['const $$page = []; let $$value;'];
  let at = 0;
  for (const match of template.matchAll(/<\?(!?=)?([\s\S]*?)\?>/g)) {
    const [whole, sign, code = ''] = match;
    if (match.index > at) lines.push(`$$page.push(${JSON.stringify(template.slice(at, match.index))});`);
    if (sign) lines.push(`$$value = ${code}\n;$$page.push(${sign === '=' ? '$$escapeHtml' : '$$plain'}($$value));`);
    else lines.push(`${code}\n`);
    at = match.index + whole.length;
  }
  lines.push(`$$page.push(${JSON.stringify(template.slice(at))});`, "return $$page.join('');");
  return lines.join('\n');
}

/** A template. Its properties live in the guest, so it is evaluated there and the page comes back. */
class HtmlTemplate extends HostObject {
  static override readonly guestName = 'HtmlTemplate';
  readonly #source: string;
  constructor(source: string) {
    super();
    this.#source = source;
  }
  getCode(): string {
    return compileTemplate(this.#source);
  }
  getRawContent(): string {
    return this.#source;
  }
  evaluate(page: unknown): HtmlOutput {
    return new HtmlOutput(String(page));
  }
}

class HtmlService extends HostObject {
  static override readonly guestName = 'HtmlService';
  static override readonly guestProperties = ['XFrameOptionsMode', 'SandboxMode'];
  readonly XFrameOptionsMode = XFrameOptionsMode;
  readonly SandboxMode = SandboxMode;
  readonly #project: Project;

  constructor(project: Project) {
    super();
    this.#project = project;
  }
  createHtmlOutput(content: unknown = ''): HtmlOutput {
    return new HtmlOutput(this.#text('createHtmlOutput', content));
  }
  createHtmlOutputFromFile(name: unknown): HtmlOutput {
    return new HtmlOutput(this.#file(name));
  }
  createTemplate(source: unknown): HtmlTemplate {
    return new HtmlTemplate(this.#text('createTemplate', source));
  }
  createTemplateFromFile(name: unknown): HtmlTemplate {
    return new HtmlTemplate(this.#file(name));
  }
  getUserAgent(): string | null {
    return null;
  }

  #text(method: string, content: unknown): string {
    if (typeof content === 'string') return content;
    const blob = blobOf(content);
    if (!blob) throw signatureMismatch(`HtmlService.${method}`, [content]);
    return blob.getDataAsString();
  }
  #file(name: unknown): string {
    const page = this.#project.pages[String(name).replace(/\.html$/, '')];
    if (page === undefined) throw new GuestError(`No HTML file named ${String(name)} was found.`);
    return page;
  }
}

export const htmlService = (kernel: Kernel): ServiceDefinition => ({
  name: 'HtmlService',
  create: (context) => ({ root: new HtmlService(kernel.projects.named(context.project)) }),
});
