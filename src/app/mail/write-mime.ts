import { weekdayOf, dateOf, type Instant } from '../../terms';
import { encodedWords, isMailAddress, type Base64Text } from './encoded-word';

export interface InlineImage {
  /** Referred to as `cid:…` by the HTML part. */
  readonly contentId: string;
  readonly fileName: string;
  readonly mimeType: 'image/png';
  /** 0–255 */
  readonly bytes: readonly number[];
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface MimeMessage {
  readonly from: Mailbox;
  readonly to: string;
  readonly sentAt: Instant;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly inlineImages: readonly InlineImage[];
}

export interface MimePorts {
  readonly base64: (bytes: readonly number[]) => string;
  readonly base64Text: Base64Text;
}

/** Underscores never occur in base64, and every part is base64: these lines cannot occur in a body. */
const relatedBoundary = '=_ledger_related';
const alternativeBoundary = '=_ledger_alternative';
const lineEnd = '\r\n';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const mailDate = (moment: Instant): string =>
  `${weekdays[weekdayOf(dateOf(moment))] ?? ''}, ${moment.slice(8, 10)} ${months[Number(moment.slice(5, 7)) - 1] ?? ''} ${moment.slice(0, 4)} ${moment.slice(11, 19)} +0800`;

const folded = (base64: string): string => base64.match(/.{1,76}/g)?.join(lineEnd) ?? '';

const checkedAddress = (address: string): string => {
  if (!isMailAddress(address)) throw new Error(`Not a mail address: ${JSON.stringify(address.slice(0, 80))}`);
  return address;
};

const part = (headers: readonly string[], body: string): string => [...headers, '', body].join(lineEnd);

const textPart = (type: 'plain' | 'html', content: string, ports: MimePorts): string =>
  part([`Content-Type: text/${type}; charset=UTF-8`, 'Content-Transfer-Encoding: base64'], folded(ports.base64Text(content)));

const imagePart = (image: InlineImage, ports: MimePorts): string =>
  part([
    `Content-Type: ${image.mimeType}; name="${image.fileName}"`, 'Content-Transfer-Encoding: base64', `Content-ID: <${image.contentId}>`, `Content-Disposition: inline; filename="${image.fileName}"`,
  ], folded(ports.base64(image.bytes)));

const multipart = (subtype: 'alternative' | 'related', boundary: string, parts: readonly string[]): string =>
  part([`Content-Type: multipart/${subtype}; boundary="${boundary}"`], [...parts.map((content) => `--${boundary}${lineEnd}${content}`), `--${boundary}--`, ''].join(lineEnd));

/**
 * An RFC 2822 message: plain text and HTML as alternatives, with pictures beside them where there are any. The same
 * message always gives the same text. Throws on an address that is none (`isMailAddress` tells beforehand).
 */
export const writeMime = (message: MimeMessage, ports: MimePorts): string => {
  const alternative = multipart('alternative', alternativeBoundary, [textPart('plain', message.text, ports), textPart('html', message.html, ports)]);
  const content = message.inlineImages.length === 0 ? alternative : multipart('related', relatedBoundary, [alternative, ...message.inlineImages.map((image) => imagePart(image, ports))]);
  const headers = [
    `From: ${encodedWords(message.from.name, ports.base64Text)}${lineEnd} <${checkedAddress(message.from.address)}>`,
    `To: <${checkedAddress(message.to)}>`,
    `Subject: ${encodedWords(message.subject, ports.base64Text)}`,
    `Date: ${mailDate(message.sentAt)}`,
    'MIME-Version: 1.0',
    'Auto-Submitted: auto-generated',
  ];
  return headers.join(lineEnd) + lineEnd + content;
};
