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
/** So many lines at once, and so many more whenever somebody asks for older ones. */
const LINES = 200;
const PLACES: Readonly<Record<MailMarks['place'], WordKey | null>> = { inbox: null, archive: 'archivedMail', bin: 'binnedMail', spam: 'spamMail' };

export function mailView(application: Application, route: Route): View {
  const [openId] = route.parts;
  const list = element('div', { class: 'mail-list' }, emptyState(application.word('loading')));
  const detail = element('div', { class: 'mail-detail' }, emptyState(application.word('chooseMail')));
  const mailbox = element('select', { id: 'mailbox', onchange: changeMailbox });
  const view = element(
    'div',
    { class: openId === undefined ? 'view mail' : 'view mail reading' },
    element('section', { class: 'mail-column' }, element('div', { class: 'view-title' }, element('label', { for: 'mailbox' }, application.word('mailboxOf')), mailbox), list),
    detail,
  );
  let shown = '';
  let most = LINES;

  function chosenMailbox(): string {
    return sessionStorage.getItem(MAILBOX_KEY) ?? (application.person === ANONYMOUS ? EVERYBODY : application.person);
  }

  function changeMailbox(): void {
    // Following the acting person is the absence of a choice.
    if (mailbox.value === application.person) sessionStorage.removeItem(MAILBOX_KEY);
    else sessionStorage.setItem(MAILBOX_KEY, mailbox.value);
    // What is shown until the answer comes must not pass for the mailbox chosen now.
    shown = '';
    most = LINES;
    fill(list, emptyState(application.word('loading')));
    refresh();
  }

  function showMailboxes(received: readonly string[]): void {
    const addresses = new Set(received);
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
    // One more than is shown tells whether there are older ones.
    const asked = { limit: String(most + 1), ...(chosen === EVERYBODY ? {} : { address: chosen }) };
    const [mailboxes, newest, marks] = await Promise.all([
      requestJson<Readonly<Record<string, number>>>('GET', '/api/mailboxes'),
      requestJson<readonly MailSummary[]>('GET', application.path('/api/mail', asked)),
      chosen === EVERYBODY ? null : requestJson<Readonly<Record<string, MailMarks>>>('GET', application.path('/api/mail-marks', { address: chosen })),
    ]);
    // Somebody has chosen another mailbox meanwhile, which is on its way.
    if (chosen !== chosenMailbox()) return;
    const mails = newest.slice(0, most).filter((mail) => !marks || marks[mail.id]);
    const addresses = Object.keys(mailboxes);
    const state = JSON.stringify([chosen, addresses, most, newest.length, mails.map((mail) => [mail.id, marks?.[mail.id]])]);
    if (state === shown) return;
    shown = state;
    showMailboxes(addresses);
    const older = newest.length > most ? [element('button', { type: 'button', class: 'older-mail', onclick: showOlder }, application.word('olderMail'))] : [];
    fill(list, ...(mails.length === 0 && older.length === 0 ? [emptyState(application.word('noMail'))] : mails.map((mail) => line(mail, marks?.[mail.id]))), ...older);
  }

  function showOlder(): void {
    most += LINES;
    refresh();
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
