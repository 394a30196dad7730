/** The workspace's mailbox. */
import type { Mail } from '../contract';
import { RequestRefused } from './http-exchange';
import { requirePerson } from './identity';
import type { Route } from './routes';
import { policies } from './safeguards';
import type { Site } from './site';
import type { MailDetail, MailSummary } from './wire';

const PREVIEW_CHARACTERS = 140;

export function mailRoutes(site: Site): readonly Route[] {
  const find = (id: string | undefined): Mail => {
    const mail = id === undefined ? null : site.workspace.mailWithId(id);
    if (!mail) throw new RequestRefused(404, 'There is no such mail.');
    return mail;
  };
  return [
    {
      method: 'GET',
      pattern: '/api/mail',
      handle: (exchange) => {
        const address = exchange.url.searchParams.get('address');
        const limit = Number(exchange.url.searchParams.get('limit') ?? Infinity);
        exchange.json(site.workspace.mail(address ?? undefined, limit > 0 ? limit : undefined).map(summary));
      },
    },
    { method: 'GET', pattern: '/api/mailboxes', handle: (exchange) => exchange.json(Object.fromEntries(site.workspace.mailboxes())) },
    {
      method: 'GET',
      pattern: '/api/mail/:id',
      handle: (exchange, { id }) => {
        const mail = find(id);
        const detail: MailDetail = { ...summary(mail), text: mail.text, hasHtml: mail.html !== '' };
        exchange.json(detail);
      },
    },
    {
      method: 'GET',
      pattern: '/api/mail-marks',
      handle: (exchange) => exchange.json(site.workspace.mailMarks(exchange.url.searchParams.get('address') ?? '')),
    },
    {
      method: 'POST',
      pattern: '/api/mail/:id/opened',
      handle: (exchange, { id }) => {
        const changed = site.workspace.openMail(id ?? '', requirePerson(exchange, site.workspace));
        exchange.json({});
        if (changed) site.changes.announce();
      },
    },
    { method: 'GET', pattern: '/api/mail/:id/html', handle: (exchange, { id }) => exchange.html(mailDocument(find(id)), 200, policies.mail) },
    {
      method: 'GET',
      pattern: '/api/mail/:id/attachments/:index',
      handle: (exchange, { id, index }) => {
        const attachment = find(id).attachments[Number(index)];
        if (!attachment) throw new RequestRefused(404, 'There is no such attachment.');
        exchange.send(200, attachment.mimeType, Buffer.from(attachment.base64, 'base64'), {
          ...policies.guest,
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
        });
      },
    },
  ];
}

function summary(mail: Mail): MailSummary {
  const { id, from, to, cc, bcc, subject, sentAt } = mail;
  return {
    ...{ id, from, to, cc, bcc, subject, sentAt },
    preview: mail.text.replace(/\s+/g, ' ').trim().slice(0, PREVIEW_CHARACTERS),
    attachmentNames: mail.attachments.map((attachment) => (attachment.contentId === undefined ? attachment.name : '')),
  };
}

/** The HTML part with its inline images filled in. Scripts and the network are shut out by the policy it is sent with. */
function mailDocument(mail: Mail): string {
  const inline = new Map(mail.attachments.flatMap((attachment) => (attachment.contentId === undefined ? [] : [[attachment.contentId.replace(/^<|>$/g, ''), attachment] as const])));
  const body = mail.html.replace(/cid:([^"'\s)>]+)/g, (reference, contentId: string) => {
    const image = inline.get(contentId);
    return image ? `data:${image.mimeType};base64,${image.base64}` : reference;
  });
  const hasViewport = /<meta[^>]+viewport/i.test(body);
  return `${/<!doctype/i.test(body) ? '' : '<!doctype html>'}<meta charset="utf-8">${hasViewport ? '' : '<meta name="viewport" content="width=device-width, initial-scale=1">'}<style>body{font:15px/1.6 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1f2933;margin:16px;overflow-wrap:anywhere}img{max-width:100%}</style>${body}`;
}
