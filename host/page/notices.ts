/** Short messages at the page's edge, and questions that want an answer first. */
import type { Application } from './application';
import { element, type Child } from './element';
import { icon } from './icons';

const SHOWN_MILLISECONDS = 6000;

function region(): HTMLElement {
  const existing = document.querySelector<HTMLElement>('.notices');
  if (existing) return existing;
  const made = element('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
  document.body.append(made);
  return made;
}

export function showNotice(title: string, text = '', kind: 'plain' | 'refusal' = 'plain'): void {
  const notice = element('div', { class: `notice ${kind}` }, element('strong', {}, title), text === '' ? null : element('span', {}, text));
  region().append(notice);
  setTimeout(() => notice.remove(), SHOWN_MILLISECONDS);
}

/** Shows why something failed; the server's sentences are already in both languages where people need them. */
export function showFailure(application: Application, failure: unknown): void {
  showNotice(application.word('failed'), failure instanceof Error ? failure.message : String(failure), 'refusal');
}

/** A modal dialog with a title and a way out. Resolves when it closes. */
export function openDialog(application: Application, title: string, content: Child, wide = false): { readonly closed: Promise<void>; close(): void } {
  const dialog = element(
    'dialog',
    { class: wide ? 'dialog wide' : 'dialog', 'aria-label': title },
    element('header', {}, element('h2', {}, title), element('button', { class: 'quiet', type: 'button', 'aria-label': application.word('close'), onclick: () => dialog.close() }, icon('close'))),
    element('div', { class: 'dialog-content' }, content),
  );
  document.body.append(dialog);
  dialog.showModal();
  const closed = new Promise<void>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
  return { closed, close: () => dialog.close() };
}

/** Asks before something that cannot be taken back. */
export async function confirmDialog(application: Application, title: string, sentence: string): Promise<boolean> {
  let agreed = false;
  const yes = element('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => {
    agreed = true;
    dialog.close();
  } }, application.word('ok'));
  const no = element('button', { type: 'button', onclick: () => dialog.close() }, application.word('cancel'));
  const dialog = openDialog(application, title, element('div', {}, element('p', { class: 'alert-text' }, sentence), element('div', { class: 'dialog-actions' }, no, yes)));
  await dialog.closed;
  return agreed;
}
