/** Blobs: named bytes with a type, as many services give and take them. */
import { GuestError, HostObject, signatureMismatch } from '../kernel/host-object';

export const charsets = ['UTF-8', 'US-ASCII', 'ISO-8859-1', 'UTF-16', 'UTF-16LE', 'UTF-16BE', 'GBK', 'GB18030', 'Big5', 'Shift_JIS'] as const;

/** @throws GuestError for a charset that strings cannot be written in here */
export function textToBytes(text: string, charset: string): Buffer {
  switch (charset.toUpperCase().replace('_', '-')) {
    case 'UTF-8':
    case 'UTF8':
      return Buffer.from(text, 'utf8');
    case 'US-ASCII':
      // As in Java: what the charset lacks becomes a question mark.
      return Buffer.from(text.replace(/[\ud800-\udbff][\udc00-\udfff]|[^\0-\x7f]/g, '?'), 'latin1');
    case 'ISO-8859-1':
      return Buffer.from(text.replace(/[\ud800-\udbff][\udc00-\udfff]|[^\0-\xff]/g, '?'), 'latin1');
    case 'UTF-16LE':
      return Buffer.from(text, 'utf16le');
    case 'UTF-16BE':
      return Buffer.from(text, 'utf16le').swap16();
    default:
      throw new GuestError(`NotEmulated: charset ${charset}`, 'Error');
  }
}

export function bytesToText(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
  } catch {
    throw new GuestError(`Unsupported charset: ${charset}`);
  }
}

/** Bytes as the platform gives them: signed numbers. */
export const toSigned = (bytes: Uint8Array): number[] => [...new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)];

/** The bytes of a guest's byte array, or null when it is none. */
export function fromSigned(value: unknown): Buffer | null {
  return Array.isArray(value) && value.every((byte) => typeof byte === 'number') ? Buffer.from(value) : null;
}

const typesByExtension: Readonly<Record<string, string>> = {
  txt: 'text/plain', html: 'text/html', csv: 'text/csv', json: 'application/json', pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg',
  gif: 'image/gif', svg: 'image/svg+xml', zip: 'application/zip', gz: 'application/x-gzip', xml: 'text/xml', ics: 'text/calendar',
};

export class Blob extends HostObject {
  static override readonly guestName: string = 'Blob';
  #bytes: Buffer;
  #type: string | null;
  #name: string | null;

  constructor(bytes: Uint8Array, type: string | null, name: string | null) {
    super();
    this.#bytes = Buffer.from(bytes);
    this.#type = type;
    this.#name = name;
  }

  _bytes(): Buffer {
    return this.#bytes;
  }
  getBytes(): number[] {
    return toSigned(this.#bytes);
  }
  setBytes(bytes: unknown): this {
    const given = fromSigned(bytes);
    if (!given) throw signatureMismatch('Blob.setBytes', [bytes]);
    this.#bytes = given;
    return this;
  }
  getContentType(): string | null {
    return this.#type;
  }
  setContentType(type: string | null): this {
    this.#type = type;
    return this;
  }
  setContentTypeFromExtension(): this {
    const extension = (this.#name ?? '').split('.').at(-1) ?? '';
    this.#type = typesByExtension[extension.toLowerCase()] ?? this.#type;
    return this;
  }
  getName(): string | null {
    return this.#name;
  }
  setName(name: string): this {
    this.#name = String(name);
    return this;
  }
  /** @throws GuestError for a blob without a name, where one is needed */
  _requiredName(): string {
    if (this.#name === null) throw new GuestError('Blob object must have non-null name for this operation.');
    return this.#name;
  }
  getDataAsString(charset = 'UTF-8'): string {
    return bytesToText(this.#bytes, charset);
  }
  setDataFromString(text: string, charset = 'UTF-8'): this {
    this.#bytes = textToBytes(String(text), charset);
    return this;
  }
  getAs(type: string): Blob {
    if (type === this.#type) return this.copyBlob();
    throw new GuestError(`NotEmulated: Blob.getAs from ${this.#type ?? 'no type'} to ${type}`, 'Error');
  }
  getBlob(): Blob {
    return this.copyBlob();
  }
  copyBlob(): Blob {
    return new Blob(this.#bytes, this.#type, this.#name);
  }
  isGoogleType(): boolean {
    return (this.#type ?? '').startsWith('application/vnd.google-apps');
  }
}

/** The blob of an argument that may be a blob or something that has one. */
export function blobOf(value: unknown): Blob | null {
  if (value instanceof Blob) return value;
  const getBlob: unknown = value instanceof HostObject ? Reflect.get(value, 'getBlob') : null;
  const blob: unknown = typeof getBlob === 'function' ? Reflect.apply(getBlob, value, []) : null;
  return blob instanceof Blob ? blob : null;
}
