/** Between RFC 2822 text and mail of the workspace. */
import PostalMime, { decodeWords, type Address } from 'postal-mime';
import { headerOf } from '../kernel/mail/mail-index';
import type { OutgoingMail } from '../kernel/mail/mailbox';

const addressesOf = (addresses: readonly Address[] | undefined): readonly string[] =>
  (addresses ?? []).flatMap((address) => ('group' in address && address.group ? address.group.map((member) => member.address ?? '') : [address.address ?? ''])).filter((address) => address !== '');

/** The sender with their name, as a person reads it. */
export const senderOf = ({ headers, from }: OutgoingMail): string => decodeWords(headerOf(headers, 'from')) || from;

/** @param raw the message's bytes; `sender` is put in where the message names nobody else */
export async function parseMessage(raw: Uint8Array, sender: string): Promise<OutgoingMail> {
  const message = await new PostalMime({ attachmentEncoding: 'base64' }).parse(raw);
  const headers: Record<string, string> = {};
  for (const { originalKey, value } of message.headers) headers[originalKey] = headers[originalKey] === undefined ? value : `${headers[originalKey]}, ${value}`;
  return {
    from: sender,
    to: addressesOf(message.to),
    cc: addressesOf(message.cc),
    bcc: addressesOf(message.bcc),
    subject: message.subject ?? '',
    text: message.text ?? '',
    html: message.html ?? '',
    headers,
    attachments: message.attachments.map(({ filename, mimeType, contentId, content }) => ({
      name: filename ?? '',
      mimeType,
      ...(contentId === undefined ? {} : { contentId: contentId.replace(/^<|>$/g, '') }),
      base64: typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('base64'),
    })),
  };
}

/** Addresses of a comma-separated list such as `王芳 <wang@example.com>, li@example.com`; what is none comes as it was written. */
export function parseAddresses(list: unknown): readonly string[] {
  const text = Array.isArray(list) ? list.join(',') : typeof list === 'string' ? list : '';
  return text
    .split(',')
    .map((part) => (/^[^<>]*<([^<>]+)>\s*$/.exec(part)?.[1] ?? part).trim())
    .filter((address) => address !== '');
}
