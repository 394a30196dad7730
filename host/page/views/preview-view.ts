/** One address of the workspace, as a link in a mail opens it. */
import { ANONYMOUS, type Application, type View } from '../application';
import { element } from '../element';
import type { Route } from '../route';
import { isOwnPage, previewPane } from './preview-pane';

export function previewView(application: Application, route: Route): View {
  const [url = '', person = ANONYMOUS] = route.parts;
  const back = element('button', { type: 'button', class: 'small', onclick: () => history.back() }, `← ${application.word('back')}`);
  if (!isOwnPage(url)) return { element: element('div', { class: 'view' }, back, element('p', {}, application.word('outsideLink'), url)) };
  return { element: element('div', { class: 'view with-preview' }, element('div', { class: 'view-title' }, back), previewPane(application, url, person, application.word('pages'))) };
}
