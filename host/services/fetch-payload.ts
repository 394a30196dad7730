/** What a request of `UrlFetchApp` carries: bytes, text, or a form's fields. */
import { randomUUID } from 'node:crypto';
import { blobOf, fromSigned, textToBytes } from './blob';

export interface Payload {
  readonly type: string;
  readonly body: Buffer;
}

/** As forms write names within quotes. */
const quoted = (name: string): string => `"${name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}"`;

/** A form with files among its fields. A file without a name gets its field's. */
function multipart(fields: readonly (readonly [string, unknown])[]): Payload {
  const boundary = `----${randomUUID().replaceAll('-', '')}`;
  const parts = fields.flatMap(([field, value]) => {
    const blob = blobOf(value);
    const file = blob ? `; filename=${quoted(blob.getName() ?? field)}\r\nContent-Type: ${blob.getContentType() ?? 'application/octet-stream'}` : '';
    return [Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name=${quoted(field)}${file}\r\n\r\n`), blob?._bytes() ?? Buffer.from(String(value)), Buffer.from('\r\n')];
  });
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]) };
}

/** @param type the content type that the script asks for */
export function payloadOf(payload: unknown, type: string | null): Payload | null {
  if (payload === undefined || payload === null) return null;
  const blob = blobOf(payload);
  if (blob) return { type: type ?? blob.getContentType() ?? 'application/octet-stream', body: blob._bytes() };
  const bytes = fromSigned(payload);
  if (bytes) return { type: type ?? 'application/octet-stream', body: bytes };
  if (typeof payload === 'string') return { type: type ?? 'application/x-www-form-urlencoded', body: textToBytes(payload, 'UTF-8') };
  const fields = typeof payload === 'object' ? Object.entries(payload).map(([name, value]: [string, unknown]) => [name, value] as const) : [];
  // Only a form in parts can hold files, whatever type was asked for.
  if (fields.some(([, value]) => blobOf(value))) return multipart(fields);
  const form = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)]));
  return { type: type ?? 'application/x-www-form-urlencoded', body: Buffer.from(form.toString()) };
}
