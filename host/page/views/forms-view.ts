/** The forms, each in a frame like the phone on which people fill it in. */
import type { FormView } from '../../contract';
import type { Application, View } from '../application';
import { element, emptyState, fill } from '../element';
import { requestJson } from '../requests';
import { routeTo, type Route } from '../route';
import { previewPane } from './preview-pane';

export function formsView(application: Application, route: Route): View {
  const [formId] = route.parts;
  const view = element('div', { class: 'view with-preview' }, emptyState(application.word('loading')));
  let drawn = false;

  async function show(): Promise<void> {
    const forms = await requestJson<readonly FormView[]>('GET', application.path('/api/forms'));
    if (drawn) return;
    const form = forms.find((candidate) => candidate.id === formId) ?? (formId === undefined ? forms[0] : undefined);
    if (!form) {
      fill(view, emptyState(application.word('noForms')));
      return;
    }
    // Redrawing would throw away what somebody is typing into the form.
    drawn = true;
    const options = forms.map((candidate) => element('option', { value: candidate.id, selected: candidate.id === form.id }, candidate.title));
    const choice = element('select', { class: 'narrow-only', 'aria-label': application.word('forms'), onchange: () => location.assign(routeTo('forms', choice.value)) }, ...options);
    fill(
      view,
      element('div', { class: 'view-title' }, element('h1', { class: forms.length > 1 ? 'wide-only' : null }, form.title), form.accepting ? null : element('span', { class: 'tag' }, application.word('formClosed')), forms.length > 1 ? choice : null),
      previewPane(application, `/forms/d/e/${encodeURIComponent(form.id)}/viewform`, application.person, form.title),
    );
  }

  const refresh = () => void show().catch((failure: Error) => fill(view, emptyState(failure.message)));
  refresh();
  return { element: view, refresh };
}
