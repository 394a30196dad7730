/** Pages that a script made. */
import { GuestEnum, GuestError, HostObject, signatureMismatch } from '../kernel/host-object';
import { Blob } from './blob';
import { HtmlTemplate } from './html-template';
import { asDelivered } from './inline-scripts';

export const XFrameOptionsMode = new GuestEnum('HtmlService.XFrameOptionsMode', ['DEFAULT', 'ALLOWALL']);
export const SandboxMode = new GuestEnum('HtmlService.SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);

/** The only meta tags the platform lets through. */
const metaTags = ['apple-mobile-web-app-capable', 'google-site-verification', 'mobile-web-app-capable', 'viewport', 'color-scheme', 'theme-color'];

const escapeAttribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

class HtmlOutputMetaTag extends HostObject {
  static override readonly guestName = 'HtmlOutputMetaTag';
  readonly #name: string;
  readonly #content: string;
  constructor(name: string, content: string) {
    super();
    this.#name = name;
    this.#content = content;
  }
  getName(): string {
    return this.#name;
  }
  getContent(): string {
    return this.#content;
  }
}

export class HtmlOutput extends HostObject {
  static override readonly guestName = 'HtmlOutput';
  #content: string;
  #title = '';
  #faviconUrl = '';
  #width: number | null = null;
  #height: number | null = null;
  readonly #meta: { readonly name: string; readonly content: string }[] = [];

  constructor(content: string) {
    super();
    this.#content = content;
  }

  _titleText(): string {
    return this.#title || (/<title>([\s\S]*?)<\/title>/i.exec(this.#content)?.[1] ?? '').trim();
  }
  /** The page as a browser gets it, with the tags that were set by calls. */
  _page(): string {
    const tags = this.#meta.map(({ name, content }) => `<meta name="${escapeAttribute(name)}" content="${escapeAttribute(content)}">`);
    if (this.#title && !/<title>/i.test(this.#content)) tags.push(`<title>${escapeAttribute(this.#title)}</title>`);
    const content = asDelivered(this.#content);
    if (tags.length === 0) return content;
    const head = /<head(?:\s[^>]*)?>/i.exec(content);
    if (!head) return `<!DOCTYPE html><html><head>${tags.join('')}</head>${content.replace(/^\s*<!doctype[^>]*>\s*/i, '').replace(/^<html[^>]*>/i, '')}`;
    const at = head.index + head[0].length;
    return content.slice(0, at) + tags.join('') + content.slice(at);
  }

  append(text: unknown): this {
    this.#content += String(text);
    return this;
  }
  appendUntrusted(text: unknown): this {
    this.#content += String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return this;
  }
  clear(): this {
    this.#content = '';
    return this;
  }
  getContent(): string {
    return this.#content;
  }
  /** The page as a template, whose scriptlets are then evaluated. */
  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.#content);
  }
  setContent(text: unknown): this {
    this.#content = String(text);
    return this;
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: unknown): this {
    this.#title = String(title);
    return this;
  }
  getFaviconUrl(): string {
    return this.#faviconUrl;
  }
  setFaviconUrl(url: unknown): this {
    this.#faviconUrl = String(url);
    return this;
  }
  addMetaTag(name: unknown, content: unknown): this {
    if (!metaTags.includes(String(name))) throw new GuestError(`The meta tag you specified is not allowed in this context: ${String(name)}`);
    this.#meta.push({ name: String(name), content: String(content) });
    return this;
  }
  getMetaTags(): HtmlOutputMetaTag[] {
    return this.#meta.map(({ name, content: text }) => new HtmlOutputMetaTag(name, text));
  }
  getWidth(): number | null {
    return this.#width;
  }
  setWidth(width: unknown): this {
    this.#width = Number(width);
    return this;
  }
  getHeight(): number | null {
    return this.#height;
  }
  setHeight(height: unknown): this {
    this.#height = Number(height);
    return this;
  }
  /** Frames are not checked here, yet what may be set is. */
  setXFrameOptionsMode(mode: unknown): this {
    if (!XFrameOptionsMode.nameOf(mode)) throw signatureMismatch('HtmlService.HtmlOutput.setXFrameOptionsMode', [mode]);
    return this;
  }
  setSandboxMode(mode: unknown): this {
    if (!SandboxMode.nameOf(mode)) throw signatureMismatch('HtmlService.HtmlOutput.setSandboxMode', [mode]);
    return this;
  }
  getAs(type: unknown): Blob {
    return this.getBlob().getAs(String(type));
  }
  getBlob(): Blob {
    return new Blob(Buffer.from(this.#content, 'utf8'), 'text/html', this.#title || null);
  }
}
