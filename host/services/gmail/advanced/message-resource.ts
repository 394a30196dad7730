/** A message, and the parts of it, as the API tells them. Bytes come as the service of Apps Script gives them: decoded, as byte arrays. */
import type { MailEntry } from '../../../kernel/mail/account-mail';
import { toSigned } from '../../blob';
import { headersOf, partsOf, rawText, type MimePart } from '../mime';
import { bodyText } from '../body-text';
import { sizeOf } from '../query';
import { texts, type Fields } from './resource';

const told = (headers: MimePart['headers']): object[] => headers.map(([name, value]) => ({ name, value }));

/** The id is one of this message only, as on the platform. */
export const attachmentId = (index: number): string => Buffer.from(`attachment ${index}`).toString('base64url');

function partResource(part: MimePart, partId: string, headers: MimePart['headers']): object {
  const { mimeType, filename, bytes, parts, attachment } = part;
  const body = { size: bytes.length, ...(attachment !== null ? { attachmentId: attachmentId(attachment) } : parts.length > 0 ? {} : { data: toSigned(bytes) }) };
  const inner = parts.map((one, index) => partResource(one, partId === '' ? String(index) : `${partId}.${index}`, one.headers));
  return { partId, mimeType, filename, headers: told(headers), body, ...(parts.length === 0 ? {} : { parts: inner }) };
}

function payload(entry: MailEntry, reader: string): object {
  const root = partsOf(entry.mail);
  const own = headersOf(entry, reader);
  const missing = root.headers.filter(([name]) => !own.some(([known]) => known.toLowerCase() === name.toLowerCase()));
  return partResource(root, '', [...own, ...missing]);
}

export const snippetOf = ({ mail }: MailEntry): string => (mail.text || bodyText(mail.html)).replace(/\s+/g, ' ').trim().slice(0, 200);

/** A message resource in the format asked for. */
export function messageResource(entry: MailEntry, reader: string, options: Fields = {}): object {
  const { id, threadId, labels, at, mail } = entry;
  const base = { id, threadId, labelIds: [...labels], internalDate: String(at), sizeEstimate: sizeOf(entry), snippet: snippetOf(entry) };
  if (options.format === 'minimal') return base;
  if (options.format === 'raw') return { ...base, raw: toSigned(rawText(entry, reader)) };
  if (options.format === 'metadata') {
    const wanted = texts(options.metadataHeaders).map((name) => name.toLowerCase());
    const headers = headersOf(entry, reader).filter(([name]) => wanted.length === 0 || wanted.includes(name.toLowerCase()));
    return { ...base, payload: { mimeType: partsOf(mail).mimeType, headers: told(headers) } };
  }
  return { ...base, payload: payload(entry, reader) };
}

/** What a changed message is answered with. */
export const changedResource = ({ id, threadId, labels }: MailEntry): object => ({ id, threadId, labelIds: [...labels] });
