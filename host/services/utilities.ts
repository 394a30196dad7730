/** `Utilities`: pure look-ups, except that sleeping is counted against the execution's time. */
import { createHash, createHmac, createSign, randomUUID } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { GuestEnum, GuestError, HostObject, signatureMismatch, type ServiceContext, type ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { Blob, blobOf, fromSigned, textToBytes, toSigned } from './blob';
import { parseCsv } from './csv';
import { formatDate } from './date-pattern';
import { parseDate } from './date-reading';
import { md2 } from './md2';
import { formatString } from './printf';
import { readZip, writeZip } from './zip';

const Charset = new GuestEnum('Utilities.Charset', ['US_ASCII', 'UTF_8']);
const DigestAlgorithm = new GuestEnum('Utilities.DigestAlgorithm', ['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
const MacAlgorithm = new GuestEnum('Utilities.MacAlgorithm', ['HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512']);

const RsaAlgorithm = new GuestEnum('Utilities.RsaAlgorithm', ['RSA_SHA_1', 'RSA_SHA_256']);

/** A string's bytes in the charset given, US-ASCII if none is; a byte array's as they are. */
function bytesOf(method: string, value: unknown, charset: unknown, otherwise = 'US-ASCII'): Buffer {
  if (typeof value === 'string') {
    const name = charset === undefined ? otherwise : typeof charset === 'string' ? charset : Charset.nameOf(charset);
    if (name === null) throw signatureMismatch(`Utilities.${method}`, [value, charset]);
    return textToBytes(value, name.replace('_', '-'));
  }
  const bytes = fromSigned(value) ?? blobOf(value)?._bytes();
  if (!bytes) throw signatureMismatch(`Utilities.${method}`, [value]);
  return bytes;
}

function digest(algorithm: string, bytes: Buffer): Buffer {
  if (algorithm === 'MD2') return md2(bytes);
  return createHash(algorithm.replace('_', '').toLowerCase()).update(bytes).digest();
}

/** Dates are read and written with a zone and a pattern, neither of which can be left out. */
const isWholeCall = (args: readonly unknown[]): boolean => args.length === 3 && args.every((argument) => argument !== undefined);

const webSafe = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

class Utilities extends HostObject {
  static override readonly guestName = 'Utilities';
  static override readonly guestProperties = ['Charset', 'DigestAlgorithm', 'MacAlgorithm', 'RsaAlgorithm'];
  readonly Charset = Charset;
  readonly DigestAlgorithm = DigestAlgorithm;
  readonly MacAlgorithm = MacAlgorithm;
  readonly RsaAlgorithm = RsaAlgorithm;
  readonly #context: ServiceContext;
  readonly #kernel: Kernel;

  constructor(context: ServiceContext, kernel: Kernel) {
    super();
    this.#context = context;
    this.#kernel = kernel;
  }

  formatDate(...args: unknown[]): string {
    const [date, timeZone, format] = args;
    if (!isWholeCall(args) || (!(date instanceof Date) && Object.prototype.toString.call(date) !== '[object Date]')) throw signatureMismatch('Utilities.formatDate', args);
    return formatDate(Number(date), String(timeZone), String(format));
  }
  parseDate(...args: unknown[]): Date {
    const [date, timeZone, format] = args;
    if (!isWholeCall(args) || typeof date !== 'string') throw signatureMismatch('Utilities.parseDate', args);
    return new Date(parseDate(date, String(timeZone), String(format)));
  }
  formatString(template: unknown, ...args: unknown[]): string {
    return formatString(String(template), args);
  }
  computeDigest(algorithm: unknown, value: unknown, charset?: unknown): number[] {
    const name = DigestAlgorithm.nameOf(algorithm);
    if (!name) throw signatureMismatch('Utilities.computeDigest', [algorithm, value]);
    return toSigned(digest(name, bytesOf('computeDigest', value, charset)));
  }
  computeHmacSha256Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    return toSigned(createHmac('sha256', bytesOf('computeHmacSha256Signature', key, charset)).update(bytesOf('computeHmacSha256Signature', value, charset)).digest());
  }
  computeHmacSignature(algorithm: unknown, value: unknown, key: unknown, charset?: unknown): number[] {
    const name = MacAlgorithm.nameOf(algorithm);
    if (!name) throw signatureMismatch('Utilities.computeHmacSignature', [algorithm, value, key]);
    const hash = name.slice('HMAC_'.length).replace('_', '').toLowerCase();
    return toSigned(createHmac(hash, bytesOf('computeHmacSignature', key, charset)).update(bytesOf('computeHmacSignature', value, charset)).digest());
  }
  computeRsaSignature(algorithm: unknown, value: unknown, key: unknown, charset?: unknown): number[] {
    const name = RsaAlgorithm.nameOf(algorithm);
    if (!name) throw signatureMismatch('Utilities.computeRsaSignature', [algorithm, value, key]);
    try {
      return toSigned(createSign(name.replace('RSA_SHA_', 'RSA-SHA')).update(bytesOf('computeRsaSignature', value, charset)).sign(String(key)));
    } catch (error) {
      if (error instanceof GuestError) throw error;
      throw new GuestError('Invalid argument: key');
    }
  }
  computeRsaSha1Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    return this.computeRsaSignature(RsaAlgorithm.value('RSA_SHA_1'), value, key, charset);
  }
  computeRsaSha256Signature(value: unknown, key: unknown, charset?: unknown): number[] {
    return this.computeRsaSignature(RsaAlgorithm.value('RSA_SHA_256'), value, key, charset);
  }
  base64Encode(value: unknown, charset?: unknown): string {
    return bytesOf('base64Encode', value, charset, 'UTF-8').toString('base64');
  }
  base64EncodeWebSafe(value: unknown, charset?: unknown): string {
    return webSafe(bytesOf('base64EncodeWebSafe', value, charset, 'UTF-8').toString('base64'));
  }
  base64Decode(text: unknown): number[] {
    return this.#decode(text, /^[A-Za-z0-9+/\s]*=*\s*$/);
  }
  base64DecodeWebSafe(text: unknown): number[] {
    return this.#decode(text, /^[A-Za-z0-9\-_\s]*=*\s*$/);
  }
  getUuid(): string {
    return randomUUID();
  }
  newBlob(data: unknown, contentType?: unknown, name?: unknown): Blob {
    const type = typeof contentType === 'string' ? contentType : typeof data === 'string' ? 'text/plain' : null;
    return new Blob(bytesOf('newBlob', data, undefined, 'UTF-8'), type, typeof name === 'string' ? name : null);
  }
  gzip(source: unknown, name?: unknown): Blob {
    const blob = this.#blob('gzip', source);
    return new Blob(gzipSync(blob._bytes()), 'application/x-gzip', typeof name === 'string' ? name : `${blob.getName() ?? 'archive'}.gz`);
  }
  ungzip(source: unknown): Blob {
    const blob = this.#blob('ungzip', source);
    try {
      return new Blob(gunzipSync(blob._bytes()), null, blob.getName()?.replace(/\.gz$/, '') ?? null);
    } catch {
      throw new GuestError('Could not decompress gzip.');
    }
  }
  zip(sources: unknown, name?: unknown): Blob {
    const blobs = Array.isArray(sources) ? sources.map((source) => this.#blob('zip', source)) : [];
    const files = blobs.map((blob) => ({ name: blob._requiredName(), bytes: blob._bytes() }));
    return new Blob(writeZip(files), 'application/zip', typeof name === 'string' ? name : 'archive.zip');
  }
  unzip(source: unknown): Blob[] {
    return readZip(this.#blob('unzip', source)._bytes()).map(({ name, bytes }) => new Blob(bytes, null, name).setContentTypeFromExtension());
  }
  parseCsv(text: unknown, delimiter: unknown = ','): string[][] {
    return parseCsv(String(text), String(delimiter));
  }
  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }
  jsonParse(text: unknown): unknown {
    return JSON.parse(String(text));
  }
  /** Nobody waits and the clock stays; the time counts against the execution's limit. */
  sleep(milliseconds: unknown): void {
    const length = Number(milliseconds);
    if (!(length >= 0 && length <= 300_000)) throw new GuestError('Invalid argument: milliseconds');
    this.#kernel.executions.spend(this.#context.executionId, length);
  }

  #decode(text: unknown, shape: RegExp): number[] {
    if (typeof text !== 'string') throw signatureMismatch('Utilities.base64Decode', [text]);
    if (!shape.test(text)) throw new GuestError('Could not decode string.');
    return toSigned(Buffer.from(text, 'base64'));
  }
  #blob(method: string, source: unknown): Blob {
    const blob = blobOf(source);
    if (!blob) throw signatureMismatch(`Utilities.${method}`, [source]);
    return blob;
  }
}

export const utilitiesService = (kernel: Kernel): ServiceDefinition => ({
  name: 'Utilities',
  create: (context) => ({ root: new Utilities(context, kernel) }),
});
