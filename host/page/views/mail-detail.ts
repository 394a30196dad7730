/** One mail. Its HTML lives in a frame without scripts; links to this workspace open here, as the recipient. */
import type { MailDetail } from '../../server/wire';
import { ANONYMOUS, type Application } from '../application';
import { element, type Child } from '../element';
import { showNotice } from '../notices';
import { previewRoute, routeTo } from '../route';
import { dateTime } from '../time-words';
import { isOwnPage } from './preview-pane';

export function mailDetail(application: Application, mail: MailDetail): HTMLElement {
  const names = (addresses: readonly string[]) => addresses.map((address) => (application.nameOf(address) === address ? address : `${application.nameOf(address)} <${address}>`)).join(', ');
  const fact = (title: string, addresses: readonly string[]): Child[] => (addresses.length === 0 ? [] : [element('dt', {}, title), element('dd', {}, names(addresses))]);
  const attachments = mail.attachmentNames.flatMap((name, index) => (name === '' ? [] : [element('a', { class: 'attachment', href: `/api/mail/${encodeURIComponent(mail.id)}/attachments/${index}`, download: name }, name)]));
  const plain = element('div', { class: 'mail-text', hidden: mail.hasHtml }, ...withLinks(mail.text, (url) => openLink(application, mail, url)));
  const html = mail.hasHtml ? mailFrame(application, mail) : null;
  const toggle = html
    ? element('button', { type: 'button', class: 'small', onclick: () => switchParts() }, application.word('plainText'))
    : null;

  function switchParts(): void {
    if (!html || !toggle) return;
    html.hidden = !html.hidden;
    plain.hidden = !html.hidden;
    toggle.textContent = application.word(html.hidden ? 'formatted' : 'plainText');
  }

  return element(
    'article',
    { class: 'mail-article' },
    element('a', { class: 'button small narrow-only', href: routeTo('mail') }, `← ${application.word('mail')}`),
    element('h1', {}, mail.subject),
    element('dl', { class: 'facts' }, ...fact(application.word('from'), [mail.from]), ...fact(application.word('to'), mail.to), ...fact(application.word('cc'), mail.cc), ...fact(application.word('bcc'), mail.bcc)),
    element('div', { class: 'mail-tools' }, element('time', {}, dateTime(mail.sentAt, application.state.timeZone)), toggle),
    attachments.length === 0 ? null : element('p', { class: 'attachments' }, `${application.word('attachments')}: `, ...attachments),
    plain,
    html,
  );
}

function mailFrame(application: Application, mail: MailDetail): HTMLIFrameElement {
  const frame = element('iframe', { class: 'mail-frame', title: mail.subject, sandbox: 'allow-same-origin', src: `/api/mail/${encodeURIComponent(mail.id)}/html` });
  frame.addEventListener('load', () => {
    const content = frame.contentDocument;
    if (!content) return;
    frame.style.height = `${Math.ceil(content.documentElement.getBoundingClientRect().height) + 4}px`;
    for (const link of content.querySelectorAll('a[href]')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        openLink(application, mail, link.getAttribute('href') ?? '');
      });
    }
  });
  return frame;
}

/** A link in a mail is opened by whoever received it: by the person acting, if it is theirs. */
function openLink(application: Application, mail: MailDetail, url: string): void {
  if (!isOwnPage(url)) {
    showNotice(application.word('outsideLink'), url);
    return;
  }
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  const accounts = recipients.filter((address) => application.state.people.some((person) => person.email === address));
  const reader = recipients.includes(application.person) ? application.person : (accounts[0] ?? ANONYMOUS);
  location.assign(previewRoute(url, reader));
}

function withLinks(text: string, open: (url: string) => void): Child[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
    index % 2 === 0
      ? part
      : element(
          'a',
          {
            href: part,
            onclick: (event) => {
              event.preventDefault();
              open(part);
            },
          },
          part,
        ),
  );
}
