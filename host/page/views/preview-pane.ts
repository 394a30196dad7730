/** A form or a page of a web app in a phone-sized or a desktop-sized frame, opened as some person. */
import type { Application } from '../application';
import { element } from '../element';

const SIZE_KEY = 'preview-size';

export function previewPane(application: Application, url: string, person: string, title: string): HTMLElement {
  const address = withPerson(url, person);
  const frame = element('iframe', { class: 'preview-frame', title, src: address });
  const pane = element('div', { class: 'preview-pane' });
  const choose = (size: string) => {
    localStorage.setItem(SIZE_KEY, size);
    pane.dataset['size'] = size;
    for (const button of sizes.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.value === size));
  };
  const sizeButton = (size: string, label: string) => element('button', { type: 'button', class: 'small', value: size, onclick: () => choose(size) }, label);
  const sizes = element('div', { class: 'segmented', role: 'group', 'aria-label': application.word('previewSize') }, sizeButton('phone', application.word('phone')), sizeButton('desktop', application.word('desktop')));
  pane.append(
    element(
      'div',
      { class: 'preview-tools' },
      sizes,
      element('button', { type: 'button', class: 'small', onclick: () => frame.setAttribute('src', address) }, application.word('reload')),
      element('a', { class: 'button small', href: address, target: '_blank', rel: 'noopener' }, application.word('openInTab')),
      element('span', { class: 'preview-person' }, `${application.word('previewAs')}: ${application.nameOf(person)}`),
    ),
    element('div', { class: 'device' }, frame),
  );
  choose(localStorage.getItem(SIZE_KEY) === 'desktop' ? 'desktop' : 'phone');
  return pane;
}

/** The address within this server, with the person in it. */
export function withPerson(url: string, person: string): string {
  const address = new URL(url, location.origin);
  address.searchParams.set('authuser', person);
  return `${address.pathname}${address.search}${address.hash}`;
}

/**
 * Whether an address is a form or a page of a web app of this workspace. Mails keep the port under which the workspace
 * ran when they were written, so any port of this machine counts.
 */
export function isOwnPage(url: string): boolean {
  const address = URL.canParse(url, location.origin) ? new URL(url, location.origin) : null;
  const here = address !== null && ['127.0.0.1', 'localhost'].includes(address.hostname);
  return here && /^\/(forms|macros)\//.test(address.pathname);
}
