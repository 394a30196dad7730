/** The sidebar of a spreadsheet: 300 pixels wide, as on the platform. */
import { ANONYMOUS, type Application } from '../application';
import { element } from '../element';
import { guestFrame, type GuestRequest } from '../guest-frame';
import { icon } from '../icons';
import { showNotice } from '../notices';
import { requestAsking } from '../questions';
import { previewRoute } from '../route';
import { isOwnPage } from '../views/preview-pane';

export function sidePanel(application: Application, content: { readonly title: string; readonly clientSession: string }, closed: () => void): { readonly element: HTMLElement; dispose(): void } {
  const guest = guestFrame({ clientSession: content.clientSession, title: content.title, closed, navigate: (request) => follow(application, request), call: (path, body) => requestAsking(application, content.title, path, body) });
  const panel = element(
    'aside',
    { class: 'side-panel', 'aria-label': application.word('sidebar') },
    element('header', {}, element('h2', {}, content.title), element('button', { type: 'button', class: 'quiet', 'aria-label': application.word('close'), onclick: closed }, icon('close'))),
    guest.frame,
  );
  return { element: panel, dispose: () => guest.dispose() };
}

/** Links of a guest page open beside, in the preview, as the person acting. */
export function follow(application: Application, request: GuestRequest): void {
  if (isOwnPage(request.url)) location.assign(previewRoute(request.url, application.person || ANONYMOUS));
  else showNotice(application.word('outsideLink'), request.url);
}
