/** `HtmlService`: pages and templates. */
import { GuestError, HostObject, signatureMismatch, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import type { Project } from '../kernel/projects';
import { blobOf } from './blob';
import { HtmlOutput, SandboxMode, XFrameOptionsMode } from './html-output';
import { HtmlTemplate } from './html-template';

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
