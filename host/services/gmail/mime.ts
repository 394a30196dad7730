/** A message in its parts, as RFC 2822 text and as the API tells it. What was handed in as text is given back as it was. */
import type { MailEntry } from '../../kernel/mail/account-mail';
import { headerOf, messageIdOf } from '../../kernel/mail/mail-index';
import type { OutgoingMail } from '../../kernel/mail/mailbox';

type HeaderList = readonly (readonly [name: string, value: string])[];

export interface MimePart {
  readonly mimeType: string;
  readonly filename: string;
  readonly headers: HeaderList;
  readonly bytes: Buffer;
  readonly parts: readonly MimePart[];
  /** Position among the mail's attachments; null for what is none. */
  readonly attachment: number | null;
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (number: number): string => String(number).padStart(2, '0');

function dateHeader(at: number): string {
  const date = new Date(at);
  return `${days[date.getUTCDay()] ?? ''}, ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()} ${[date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':')} +0000`;
}

const isSender = ({ mail }: MailEntry, reader: string): boolean => mail.from.toLowerCase() === reader.toLowerCase();

/** Those it brought and those every message has. Only its sender reads who got it blind. */
export function headersOf(entry: MailEntry, reader: string): HeaderList {
  const { id, mail, at } = entry;
  const always: HeaderList = [
    ['From', mail.from], ['To', mail.to.join(', ')], ['Cc', mail.cc.join(', ')], ['Bcc', mail.bcc.join(', ')], ['Subject', mail.subject], ['Date', dateHeader(at)], ['Message-ID', `<${messageIdOf({ id, headers: mail.headers })}>`], ['MIME-Version', '1.0'],
  ];
  const missing = always.filter(([name, value]) => value !== '' && headerOf(mail.headers, name.toLowerCase()) === '');
  return [...Object.entries(mail.headers), ...missing].filter(([name]) => name.toLowerCase() !== 'bcc' || isSender(entry, reader));
}

const nobody = { filename: '', headers: [], bytes: Buffer.alloc(0), parts: [], attachment: null } as const;

const textPart = (mimeType: string, text: string): MimePart => ({ ...nobody, mimeType, headers: [['Content-Type', `${mimeType}; charset="UTF-8"`], ['Content-Transfer-Encoding', 'base64']], bytes: Buffer.from(text, 'utf8') });

/** The parts as one; one alone needs nothing around it. */
function together(mimeType: string, parts: readonly MimePart[]): MimePart {
  const [only, second] = parts;
  if (only && !second) return only;
  const boundary = `${mimeType.replace('multipart/', '')}-${parts.reduce((sum, { bytes, headers }) => sum + bytes.length + headers.length, parts.length).toString(36)}-of-parts`;
  return { ...nobody, mimeType, headers: [['Content-Type', `${mimeType}; boundary="${boundary}"`]], parts };
}

function attachedPart({ name, mimeType, contentId, base64 }: OutgoingMail['attachments'][number], index: number): MimePart {
  const filename = encodedWord(name.replace(/["\\\r\n]/g, '_'));
  const type = mimeType.replace(/[\r\n]/g, ' ');
  return {
    ...nobody, mimeType, filename: name, attachment: index, bytes: Buffer.from(base64, 'base64'),
    headers: [
      ['Content-Type', `${type}; name="${filename}"`],
      ['Content-Disposition', `${contentId === undefined ? 'attachment' : 'inline'}; filename="${filename}"`],
      ...(contentId === undefined ? [] : ([['Content-ID', `<${contentId.replace(/[\r\n]/g, '')}>`]] as const)),
      ['Content-Transfer-Encoding', 'base64'],
    ],
  };
}

export function partsOf(mail: OutgoingMail): MimePart {
  const texts = [...(mail.text !== '' || mail.html === '' ? [textPart('text/plain', mail.text)] : []), ...(mail.html === '' ? [] : [textPart('text/html', mail.html)])];
  const attached = mail.attachments.map(attachedPart);
  const inline = attached.filter((_part, index) => mail.attachments[index]?.contentId !== undefined);
  const related = together('multipart/related', [together('multipart/alternative', texts), ...inline]);
  return together('multipart/mixed', [related, ...attached.filter((part) => !inline.includes(part))]);
}

/** A header's text in ASCII, by RFC 2047 where it needs to be. */
function encodedWord(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 45) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`).join('\r\n ');
}

const addressHeaders = new Set(['from', 'to', 'cc', 'bcc', 'reply-to']);

const phrase = (words: string): string => (/^[\x20-\x7e]*$/.test(words) ? words : encodedWord(words.replaceAll('"', '').trimEnd()) + /\s*$/.exec(words)?.[0]);

function headerLine([name, value]: readonly [string, string]): string {
  const line = value.replace(/[\r\n]+/g, ' ');
  // Of an address only the name may be written otherwise.
  const ascii = addressHeaders.has(name.toLowerCase()) ? line.replace(/"[^"]*"|[^<>,"\s][^<>,"]*/g, phrase) : encodedWord(line);
  return `${name.replace(/[^\x21-\x39\x3b-\x7e]/g, '')}: ${ascii}`;
}

function written(part: MimePart, before: HeaderList): string {
  const head = [...before, ...part.headers].map(headerLine).join('\r\n');
  if (part.parts.length === 0) return `${head}\r\n\r\n${part.bytes.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n')}`;
  const boundary = /boundary="([^"]+)"/.exec(part.headers[0]?.[1] ?? '')?.[1] ?? '';
  return `${head}\r\n\r\n${part.parts.map((one) => `--${boundary}\r\n${written(one, [])}\r\n`).join('')}--${boundary}--`;
}

export function rawText(entry: MailEntry, reader: string): Buffer {
  if (entry.raw !== null) {
    const raw = Buffer.from(entry.raw, 'base64url');
    return isSender(entry, reader) ? raw : withoutBlind(raw);
  }
  const headers = headersOf(entry, reader).filter(([name]) => !/^content-/i.test(name));
  return Buffer.from(`${written(partsOf(entry.mail), headers)}\r\n`, 'utf8');
}

/** Takes the Bcc header away, whose lines may be many. */
function withoutBlind(raw: Buffer): Buffer {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  return Buffer.from(`\n${text.slice(0, end)}`.replace(/\r?\nbcc:[^\r\n]*(\r?\n[ \t][^\r\n]*)*/gi, '').replace(/^\r?\n/, '') + text.slice(end), 'latin1');
}
