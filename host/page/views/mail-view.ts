/** Mailboxes: of the acting person, of any address that got mail, or of everybody. */
import type { MailMarks } from '../../contract';
import type { MailDetail, MailSummary } from '../../server/wire';
import { ANONYMOUS, type Application, type View } from '../application';
import { element, emptyState, fill } from '../element';
import { requestJson } from '../requests';
import { routeTo, type Route } from '../route';
import { dateTime } from '../time-words';
import type { WordKey } from '../words';
import { mailDetail } from './mail-detail';

const MAILBOX_KEY = 'mailbox';
const EVERYBODY = '*';
const PLACES: Readonly<Record<MailMarks['place'], WordKey | null>> = { inbox: null, archive: 'archivedMail', bin: 'binnedMail', spam: 'spamMail' };

export function mailView(application: Application, route: Route): View {
  const [openId] = route.parts;
  const list = element('div', { class: 'mail-list' });
  const detail = element('div', { class: 'mail-detail' }, emptyState(application.word('chooseMail')));
  const mailbox = element('select', { id: 'mailbox', onchange: changeMailbox });
  const view = element(
    'div',
    { class: openId === undefined ? 'view mail' : 'view mail reading' },
    element('section', { class: 'mail-column' }, element('div', { class: 'view-title' }, element('label', { for: 'mailbox' }, application.word('mailboxOf')), mailbox), list),
    detail,
  );
  let shown = '';

  function chosenMailbox(): string {
    return sessionStorage.getItem(MAILBOX_KEY) ?? (application.person === ANONYMOUS ? EVERYBODY : application.person);
  }

  function changeMailbox(): void {
    // Following the acting person is the absence of a choice.
    if (mailbox.value === application.person) sessionStorage.removeItem(MAILBOX_KEY);
    else sessionStorage.setItem(MAILBOX_KEY, mailbox.value);
    // What is shown until the answer comes must not pass for the mailbox chosen now.
    shown = '';
    fill(list);
    refresh();
  }

  function showMailboxes(all: readonly MailSummary[]): void {
    const addresses = new Set(all.flatMap((mail) => [...mail.to, ...mail.cc, ...mail.bcc]));
    if (application.person !== ANONYMOUS) addresses.add(application.person);
    const chosen = chosenMailbox();
    addresses.add(chosen);
    addresses.delete(EVERYBODY);
    const options = [...addresses].sort().map((address) => element('option', { value: address, selected: address === chosen }, application.nameOf(address)));
    fill(mailbox, element('option', { value: EVERYBODY, selected: chosen === EVERYBODY }, application.word('allMail')), ...options);
  }

  function line(mail: MailSummary, marks?: MailMarks): HTMLElement {
    const place = marks && PLACES[marks.place];
    // In a mailbox people look for who wrote; among the mail of all, and under what they sent, for whom it went to.
    const people = marks && mail.from !== chosenMailbox() ? [mail.from] : mail.to;
    const signs = [...(place ? [application.word(place)] : []), ...(marks?.labels ?? [])];
    return element(
      'a',
      { href: routeTo('mail', mail.id), class: marks?.unread ? 'mail-line unread' : marks ? 'mail-line read' : 'mail-line', 'aria-current': mail.id === openId ? 'page' : null },
      element('span', { class: 'mail-people' }, people.map((address) => application.nameOf(address)).join(', ')),
      element('time', {}, dateTime(mail.sentAt, application.state.timeZone).slice(5)),
      element(
        'strong',
        {},
        marks?.unread ? element('span', { class: 'unread-sign', role: 'img', 'aria-label': application.word('unreadMail'), title: application.word('unreadMail') }) : null,
        marks?.starred ? element('span', { class: 'star-sign', role: 'img', 'aria-label': application.word('starredMail'), title: application.word('starredMail') }, '★') : null,
        ...signs.map((sign) => element('span', { class: 'mail-label' }, sign)),
        mail.subject,
      ),
      element('span', { class: 'mail-preview' }, mail.preview),
    );
  }

  async function show(): Promise<void> {
    const chosen = chosenMailbox();
    const [all, marks] = await Promise.all([
      requestJson<readonly MailSummary[]>('GET', '/api/mail'),
      chosen === EVERYBODY ? null : requestJson<Readonly<Record<string, MailMarks>>>('GET', application.path('/api/mail-marks', { address: chosen })),
    ]);
    // Somebody has chosen another mailbox meanwhile, which is on its way.
    if (chosen !== chosenMailbox()) return;
    const mails = marks ? all.filter((mail) => marks[mail.id]) : all;
    const state = JSON.stringify([chosen, mails.map((mail) => [mail.id, marks?.[mail.id]])]);
    if (state === shown) return;
    shown = state;
    showMailboxes(all);
    fill(list, ...(mails.length === 0 ? [emptyState(application.word('noMail'))] : mails.map((mail) => line(mail, marks?.[mail.id]))));
  }

  const refresh = () => void show().catch((failure: Error) => fill(list, emptyState(failure.message)));
  refresh();
  if (openId !== undefined) {
    // Who looks into somebody else's mailbox leaves it as it is.
    if (chosenMailbox() === application.person) void requestJson('POST', application.path(`/api/mail/${encodeURIComponent(openId)}/opened`)).catch(() => undefined);
    requestJson<MailDetail>('GET', `/api/mail/${encodeURIComponent(openId)}`).then(
      (mail) => fill(detail, mailDetail(application, mail)),
      (failure: Error) => fill(detail, emptyState(failure.message)),
    );
  }
  return { element: view, refresh };
}
