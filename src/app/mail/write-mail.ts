import { inLanguage, type Instant, type Language } from '../../terms';
import { digestSubject, mailWords } from '../../text/ui/mail-words';
import { barChartPng } from '../../ui/chart';
import type { NoticeBody } from '../notices';
import { heading, mailFrame } from './layout';
import { noticeHtml, noticeText, type Link } from './notice-parts';
import { reportParts } from './report-parts';
import { writeMime, type InlineImage, type MimePorts } from './write-mime';

/** Raw deflate (RFC 1951) of bytes 0–255, for pictures. */
export type Deflate = (bytes: readonly number[]) => readonly number[];

export interface NoticeToSend {
  readonly noticeId: string;
  readonly subject: string;
  readonly body: NoticeBody;
  readonly link: Link;
}

export interface MailRequest extends MimePorts {
  /** The address the mail comes from; its name is the product's. */
  readonly from: string;
  readonly to: string;
  readonly sentAt: Instant;
  /** One notice, or several of one recipient that leave together as a digest. */
  readonly notices: readonly NoticeToSend[];
  readonly deflate: Deflate;
}

interface Parts {
  readonly html: string;
  readonly text: string;
  readonly inlineImages: readonly InlineImage[];
}

const partsOf = (notice: NoticeToSend, deflate: Deflate): Parts => {
  const { body, link } = notice;
  const report = body.report === undefined ? null : reportParts(body.report, (chart) => barChartPng(chart, (bytes) => [...deflate(bytes)]), notice.noticeId.replace(/[^A-Za-z0-9-]/g, ''));
  return {
    html: noticeHtml(body, link) + (report?.html ?? ''),
    text: [noticeText(body, link), report?.text ?? ''].filter((block) => block !== '').join('\n\n'),
    inlineImages: report?.inlineImages ?? [],
  };
};

const rule = '\n\n────────\n\n';

/** Several notices under one subject, each with its own heading, in the order given. */
const digestParts = (notices: readonly NoticeToSend[], deflate: Deflate): Parts => {
  const all = notices.map((notice) => ({ subject: notice.subject, parts: partsOf(notice, deflate) }));
  return {
    html: all.map(({ subject, parts }) => heading(subject) + parts.html).join(''),
    text: all.map(({ subject, parts }) => `${subject}\n\n${parts.text}`).join(rule),
    inlineImages: all.flatMap(({ parts }) => parts.inlineImages),
  };
};

export interface Mail extends Parts {
  readonly subject: string;
}

/** A mail's subject, plain text, HTML and pictures. The language is the recipient's, as the notices were queued. */
export const composeMail = (notices: readonly NoticeToSend[], deflate: Deflate): Mail => {
  const [first] = notices;
  if (first === undefined) throw new Error('A mail needs a notice');
  const language: Language = first.body.language;
  const single = notices.length === 1;
  const subject = single ? first.subject : inLanguage(digestSubject(notices.length), language);
  const parts = single ? partsOf(first, deflate) : digestParts(notices, deflate);
  return {
    subject,
    html: mailFrame(single ? (first.body.report?.title ?? subject) : subject, parts.html, language),
    text: `${parts.text}\n\n--\n${inLanguage(mailWords.footer, language)}\n`,
    inlineImages: parts.inlineImages,
  };
};

/** The whole message as it is handed to Gmail. Throws on an address that is none. */
export const writeMail = (request: MailRequest): string => {
  const mail = composeMail(request.notices, request.deflate);
  const language = request.notices[0]?.body.language ?? 'zh-CN';
  return writeMime({ from: { name: inLanguage(mailWords.product, language), address: request.from }, to: request.to, sentAt: request.sentAt, ...mail }, request);
};
