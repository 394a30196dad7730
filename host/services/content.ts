/** `ContentService`: text answers of web apps. */
import { GuestEnum, HostObject, signatureMismatch, type ServiceDefinition } from '../kernel/host-object';

const types = {
  ATOM: 'application/atom+xml', CSV: 'text/csv', ICAL: 'text/calendar', JAVASCRIPT: 'application/javascript', JSON: 'application/json', RSS: 'application/rss+xml', TEXT: 'text/plain', VCARD: 'text/vcard', XML: 'application/xml',
} as const;
const isType = (name: string): name is keyof typeof types => name in types;
const MimeType = new GuestEnum('ContentService.MimeType', Object.keys(types).filter(isType));

export class TextOutput extends HostObject {
  static override readonly guestName = 'TextOutput';
  #text: string;
  #type: keyof typeof types = 'TEXT';
  #fileName: string | null = null;

  constructor(text: string) {
    super();
    this.#text = text;
  }
  _text(): string {
    return this.#text;
  }
  _mimeType(): string {
    return types[this.#type];
  }
  append(text: unknown): this {
    this.#text += String(text);
    return this;
  }
  clear(): this {
    this.#text = '';
    return this;
  }
  getContent(): string {
    return this.#text;
  }
  setContent(text: unknown): this {
    this.#text = String(text);
    return this;
  }
  getMimeType(): unknown {
    return MimeType.value(this.#type);
  }
  setMimeType(type: unknown): this {
    const name = MimeType.nameOf(type);
    if (!name) throw signatureMismatch('ContentService.TextOutput.setMimeType', [type]);
    this.#type = name;
    return this;
  }
  getFileName(): string | null {
    return this.#fileName;
  }
  downloadAsFile(name: unknown): this {
    this.#fileName = String(name);
    return this;
  }
}

class ContentService extends HostObject {
  static override readonly guestName = 'ContentService';
  static override readonly guestProperties = ['MimeType'];
  readonly MimeType = MimeType;
  createTextOutput(text: unknown = ''): TextOutput {
    return new TextOutput(String(text));
  }
}

export const contentService: ServiceDefinition = { name: 'ContentService', create: () => ({ root: new ContentService() }) };
