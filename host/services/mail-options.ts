/** Mail as scripts hand it to `MailApp` and `GmailApp`: addresses, subject, text and a bag of options. */
import { GuestError, signatureMismatch } from '../kernel/host-object';
import type { OutgoingMail } from '../kernel/mail/mailbox';
import { blobOf } from './blob';
import { parseAddresses } from './mail-message';

export type MailOptions = Readonly<Record<string, unknown>>;

const record = (value: unknown): MailOptions => (typeof value === 'object' && value !== null ? { ...value } : {});
const blank = new Set<unknown>([null, undefined]);
const text = (value: unknown): string => (blank.has(value) ? '' : String(value));

/** Documented for every method that takes a subject of its own; answers carry the subject of what they answer. */
const longestSubject = 250;

/** The ways to call sendEmail, as one. @throws GuestError for a subject that is too long */
export function mailOptions(method: string, args: readonly unknown[]): MailOptions {
  const options = optionsOf(method, args);
  if (text(options.subject).length > longestSubject) throw new GuestError('Argument too large: subject');
  return options;
}

function optionsOf(method: string, args: readonly unknown[]): MailOptions {
  const [first, second, third, fourth] = args;
  if (args.length === 1 && typeof first === 'object') return record(first);
  if (args.length === 3) return { to: first, subject: second, body: third };
  if (args.length === 4 && typeof fourth === 'object') return { ...record(fourth), to: first, subject: second, body: third };
  if (args.length === 4) return { to: first, replyTo: second, subject: third, body: fourth };
  throw signatureMismatch(method, args);
}

function attachmentsOf(options: MailOptions): OutgoingMail['attachments'] {
  const attached = (Array.isArray(options.attachments) ? options.attachments : []).map((item: unknown): { readonly item: unknown; readonly contentId?: string } => ({ item }));
  const inline = Object.entries(record(options.inlineImages)).map(([contentId, item]) => ({ item, contentId }));
  return [...attached, ...inline].map(({ item, ...id }) => {
    const blob = blobOf(item);
    if (!blob) throw new GuestError('Invalid argument: attachments');
    return { name: blob.getName() ?? '', mimeType: blob.getContentType() ?? 'application/octet-stream', ...id, base64: blob._bytes().toString('base64') };
  });
}

/** Mail as GmailApp takes it: it may name the address to send from, of which an account has one. */
export function composeGmail(options: MailOptions, owner: string): OutgoingMail {
  const from = text(options.from);
  if (from !== '' && from.toLowerCase() !== owner.toLowerCase()) throw new GuestError(`Invalid argument: ${from}`);
  return composeMail(options, owner);
}

/** @throws GuestError for an address that is none, and for attachments that are no files */
export function composeMail(options: MailOptions, from: string): OutgoingMail {
  const to = parseAddresses(options.to);
  const invalid = [...to, ...parseAddresses(options.cc), ...parseAddresses(options.bcc)].find((address) => !/^[^\s@;<>]+@[^\s@;<>]+$/.test(address));
  if (invalid !== undefined) throw new GuestError(`Invalid email: ${invalid}`);
  const name = text(options.name).replace(/[\r\n]+/g, ' ');
  return {
    from,
    to,
    cc: parseAddresses(options.cc),
    bcc: parseAddresses(options.bcc),
    subject: text(options.subject),
    text: text(options.body),
    html: text(options.htmlBody),
    headers: {
      From: name ? `${/[,;:<>@()"\\]/.test(name) ? `"${name.replace(/["\\]/g, '')}"` : name} <${from}>` : from,
      ...(options.replyTo ? { 'Reply-To': text(options.replyTo).replace(/[\r\n]+/g, ' ') } : {}),
    },
    attachments: attachmentsOf(options),
  };
}
