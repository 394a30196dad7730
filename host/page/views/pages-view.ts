/** Pages of web apps that are open without a link from a mail. */
import type { Application, View } from '../application';
import { element, emptyState } from '../element';
import { routeTo, type Route } from '../route';
import { previewPane } from './preview-pane';

export function pagesView(application: Application, route: Route): View {
  const { links } = application;
  const index = Number(route.parts[0] ?? 0);
  const link = links[index];
  if (!link) return { element: element('div', { class: 'view' }, emptyState(application.word('noPages'))) };
  const options = links.map((candidate, position) => element('option', { value: position, selected: position === index }, candidate.title[application.language]));
  const choice = element('select', { class: 'narrow-only', 'aria-label': application.word('pages'), onchange: () => location.assign(routeTo('pages', choice.value)) }, ...options);
  const title = link.title[application.language];
  return { element: element('div', { class: 'view with-preview' }, element('div', { class: 'view-title' }, element('h1', { class: links.length > 1 ? 'wide-only' : null }, title), links.length > 1 ? choice : null), previewPane(application, link.url, application.person, title)) };
}
