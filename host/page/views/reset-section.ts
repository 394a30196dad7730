/** Sets the workspace up anew, after the person has typed that he means it. */
import type { Application } from '../application';
import { element } from '../element';
import { openDialog, showFailure } from '../notices';
import { requestJson } from '../requests';

export function resetSection(application: Application): HTMLElement {
  const ask = () => {
    const word = application.word('resetWord');
    const field = element('input', { 'aria-label': application.word('resetConfirm'), autocomplete: 'off', autofocus: true, oninput: () => {
      yes.disabled = field.value.trim().toLowerCase() !== word;
    } });
    const yes = element('button', { class: 'danger', disabled: true }, application.word('resetTitle'));
    const form = element(
      'form',
      { class: 'reset-form', onsubmit: (event) => {
        event.preventDefault();
        void reset();
      } },
      element('p', { class: 'alert-text' }, application.word('resetLead')),
      element('label', {}, application.word('resetConfirm'), field),
      element('div', { class: 'dialog-actions' }, element('button', { type: 'button', onclick: () => dialog.close() }, application.word('cancel')), yes),
    );
    const dialog = openDialog(application, application.word('resetTitle'), form);
    const reset = async () => {
      yes.disabled = true;
      try {
        await requestJson('POST', '/api/reset', { agreed: true });
        form.replaceChildren(element('p', { role: 'status' }, application.word('resetting')));
      } catch (failure) {
        dialog.close();
        showFailure(application, failure);
      }
    };
  };
  return element('section', { class: 'reset' }, element('h2', {}, application.word('resetTitle')), element('p', {}, application.word('resetLead')), element('button', { type: 'button', class: 'danger', onclick: ask }, application.word('resetButton')));
}
