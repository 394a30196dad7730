import { pageWords } from '../../../text/ui/page-words';
import type { ActionResult, FieldView, SentInput, Tone } from '../../protocol';
import { element } from './element';
import { problemsOf, withoutBlanks } from './form-model';
import { fieldInput, placed } from './inputs';
import { say, type Words } from './speech';

export interface FormOptions {
  /** Says which action this is, where its button is not in sight any more. */
  readonly title?: Words;
  readonly fields: readonly FieldView[];
  /** What was typed before, if the form is shown again. */
  readonly started: SentInput;
  readonly submit: Words;
  readonly tone: Tone;
  readonly send: (input: SentInput) => Promise<ActionResult>;
  readonly done: (result: ActionResult) => void;
  /** Shows a button that closes the form. */
  readonly cancel?: () => void;
}

export interface FormView {
  readonly node: HTMLElement;
  readonly values: () => SentInput;
}

/** A form of a command. While it is being sent it cannot be sent again; what the server refuses stays as it was typed. */
export const formView = (options: FormOptions): FormView => {
  const inputs = options.fields.map((field) => [field, fieldInput(field, options.started[field.name] ?? field.initial ?? undefined)] as const);
  const values = (): SentInput => Object.fromEntries(inputs.map(([field, input]) => [field.name, input.value()]));
  const message = element('p', { class: 'refusal', attributes: { role: 'alert', tabindex: '-1' } });
  const submit = element('button', { class: options.tone, attributes: { type: 'submit' } }, say(options.submit));
  const buttons = element('div', { class: 'buttons' }, submit, options.cancel === undefined ? null : element('button', { class: 'quiet', attributes: { type: 'button' }, on: { click: options.cancel } }, say(pageWords.cancel)));
  let busy = false;

  const setBusy = (now: boolean): void => {
    busy = now;
    submit.disabled = now;
    submit.textContent = say(now ? pageWords.sending : options.submit);
    node.setAttribute('aria-busy', String(now));
  };
  const showProblems = (input: SentInput): boolean => {
    const problems = Object.fromEntries(Object.entries(problemsOf(options.fields, input)).map(([place, problem]) => [place, say(problem)]));
    const wrong = inputs.map(([field, one]) => one.show(placed(problems, field.name))).filter((control) => control !== null);
    message.textContent = wrong.length === 0 ? '' : say(pageWords.checkInput);
    wrong[0]?.focus();
    return wrong.length > 0;
  };
  const refuse = (text: string): void => {
    setBusy(false);
    message.textContent = text;
    message.focus();
  };
  const send = (): void => {
    if (busy) return;
    const input = withoutBlanks(values());
    if (showProblems(input)) return;
    setBusy(true);
    options.send(input).then(
      (result) => {
        if (result.ok) options.done(result);
        else refuse(say(result.message));
      },
      () => refuse(say(pageWords.unreachable)),
    );
  };
  const node: HTMLElement = element('form', { class: 'form', attributes: { novalidate: '' }, on: { submit: (event) => {
    event.preventDefault();
    send();
  } } }, options.title === undefined ? null : element('h4', {}, say(options.title)), ...inputs.map(([, input]) => input.node), message, buttons);
  return { node, values };
};
