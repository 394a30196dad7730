import { inLanguage } from '../../terms';
import { mailWords } from '../../text/ui/mail-words';
import type { NoticeBody } from '../notices';
import { colours, html, htmlLines, note, paragraph } from './layout';

/** Gives the signed address of a page for the mail's recipient. */
export type Link = (page: NoticeBody['actions'][number]['page'], objectId: string) => string;

const factRow = ({ label, value }: NoticeBody['facts'][number]): string =>
  `<tr><td class="quiet line" valign="top" style="padding:7px 12px 7px 0;border-bottom:1px solid ${colours.line};font-size:13px;line-height:1.5;color:${colours.quiet};width:30%">${html(label)}</td>` +
  `<td class="ink line" valign="top" style="padding:7px 0;border-bottom:1px solid ${colours.line};font-size:14px;line-height:1.5;color:${colours.ink};word-break:break-word">${htmlLines(value)}</td></tr>`;

const facts = (rows: NoticeBody['facts']): string =>
  rows.length === 0 ? '' : `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="margin:4px 0 16px">${rows.map(factRow).join('')}</table>`;

/** A button that is still a link where styles are dropped. */
const button = (label: string, url: string): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0"><tr><td bgcolor="${colours.accent}" style="border-radius:8px;background:${colours.accent}">` +
  `<a href="${html(url)}" style="display:inline-block;padding:13px 26px;font-size:15px;font-weight:600;line-height:1.3;color:#ffffff;text-decoration:none;border-radius:8px">${html(label)}</a></td></tr></table>`;

const copyBlock = (text: string, body: NoticeBody): string =>
  note(inLanguage(mailWords.copy, body.language)) +
  `<div class="soft line ink" style="margin:0 0 16px;padding:12px 14px;background:${colours.soft};border:1px solid ${colours.line};border-radius:8px;font-size:14px;line-height:1.6;color:${colours.ink}">${htmlLines(text)}</div>`;

/** A notice as HTML, without its subject. */
export const noticeHtml = (body: NoticeBody, link: Link): string =>
  body.paragraphs.map(paragraph).join('') + facts(body.facts) +
  body.actions.map((action) => button(action.label, link(action.page, action.objectId))).join('') +
  (body.copyText === null ? '' : copyBlock(body.copyText, body));

/** The same as plain text. */
export const noticeText = (body: NoticeBody, link: Link): string =>
  [
    ...body.paragraphs,
    body.facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    body.actions.map((action) => `${action.label}:\n${link(action.page, action.objectId)}`).join('\n\n'),
    body.copyText === null ? '' : `${inLanguage(mailWords.copy, body.language)}\n----\n${body.copyText}\n----`,
  ].filter((block) => block !== '').join('\n\n');
