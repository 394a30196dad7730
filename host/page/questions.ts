/** Boxes of scripts: shown while the script waits, answered by a button, by Escape or by closing them. */
import type { Question, QuestionAnswer } from '../contract';
import type { Asked } from '../server/wire';
import type { Application } from './application';
import { element } from './element';
import { openDialog } from './notices';
import { requestJson } from './requests';
import type { WordKey } from './words';

type Button = Exclude<QuestionAnswer['button'], 'CLOSE'>;

const WORDS: Readonly<Record<Button, WordKey>> = { OK: 'ok', CANCEL: 'cancel', YES: 'yes', NO: 'no' };
/** What Enter presses comes first. */
const SETS: Readonly<Record<Question['buttons'], readonly [Button, ...Button[]]>> = { OK: ['OK'], OK_CANCEL: ['OK', 'CANCEL'], YES_NO: ['YES', 'NO'], YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'] };

/** Sends a request whose script may ask, shows what it asks, and gives what came of it. `title` stands over boxes that have none. */
export async function requestAsking<T extends object>(application: Application, title: string, path: string, body: object): Promise<T> {
  let step = await requestJson<T | Asked>('POST', path, { ...body, asks: true });
  while ('question' in step) {
    const { question } = step;
    const address = `/api/questions/${encodeURIComponent(question.id)}`;
    step = await requestJson<T | Asked>('POST', address, await showQuestion(application, title, question, address));
  }
  return step;
}

async function showQuestion(application: Application, title: string, question: Question, address: string): Promise<QuestionAnswer> {
  let pressed: QuestionAnswer['button'] = 'CLOSE';
  const press = (button: Button): void => {
    pressed = button;
    dialog.close();
  };
  const [first, ...others] = SETS[question.buttons];
  const prompts = question.kind === 'prompt';
  const field = element('input', { type: 'text', class: 'question-field', 'aria-label': question.text, maxlength: 50_000, autocomplete: 'off', autofocus: prompts });
  const form = element(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        press(first);
      },
    },
    element('p', { class: 'alert-text' }, question.text),
    prompts && field,
    element(
      'div',
      { class: 'dialog-actions' },
      ...others.map((button) => element('button', { type: 'button', onclick: () => press(button) }, application.word(WORDS[button]))),
      element('button', { type: 'submit', class: 'primary', autofocus: !prompts }, application.word(WORDS[first])),
    ),
  );
  const dialog = openDialog(application, question.title || title, form);
  // Whoever leaves the page closes the box: the script need not wait for nobody.
  const leave = (): void => {
    void fetch(address, { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ button: 'CLOSE', text: field.value }) });
  };
  window.addEventListener('pagehide', leave);
  await dialog.closed;
  window.removeEventListener('pagehide', leave);
  return { button: pressed, text: field.value };
}
