import { filled, pageWords } from '../../../text/ui/page-words';
import type { FieldView, SentInput, SentValue } from '../../protocol';
import { element, freshId, type Child } from './element';
import { isLine, plainLine } from './form-model';
import { copyOut } from './result-card';
import { say } from './speech';

/** One field on the page: its element, its value now, and a place for what is wrong with it. */
export interface FieldInput {
  readonly node: HTMLElement;
  readonly value: () => SentValue;
  /** Shows problems by place below this field (`''` is the field itself); gives the first element to go to. */
  readonly show: (problems: Readonly<Record<string, string>>) => HTMLElement | null;
}

const companyOffsetMinutes = -480;
const mostRadios = 5;

const helpOf = (field: FieldView): string =>
  [
    field.help === null ? '' : say(field.help),
    field.kind === 'list' && field.choices === null ? say(pageWords.severalValues) : '',
    field.kind === 'instant' && new Date().getTimezoneOffset() !== companyOffsetMinutes ? say(pageWords.companyTime) : '',
  ].filter((text) => text !== '').join(' ');

interface Frame {
  readonly id: string;
  readonly describedBy: string;
  readonly problem: HTMLElement;
  readonly help: Child;
}

const frameOf = (field: FieldView): Frame => {
  const id = freshId();
  const text = helpOf(field);
  const help = text === '' ? null : element('p', { class: 'help', attributes: { id: id + '-help' } }, text);
  return { id, describedBy: [help === null ? '' : id + '-help', id + '-problem'].join(' ').trim(), problem: element('p', { class: 'problem', attributes: { id: id + '-problem', 'aria-live': 'polite' } }), help };
};

const labelText = (field: FieldView): readonly Child[] => [say(field.label), field.required ? element('span', { class: 'required', attributes: { title: say(pageWords.required) } }, ' *') : null];

const shower = (frame: Frame, control: HTMLElement) => (problems: Readonly<Record<string, string>>): HTMLElement | null => {
  const problem = problems[''];
  frame.problem.textContent = problem ?? '';
  control.toggleAttribute('data-wrong', problem !== undefined);
  if (problem === undefined) control.removeAttribute('aria-invalid');
  else control.setAttribute('aria-invalid', 'true');
  return problem === undefined ? null : control;
};

const inputTypes: Readonly<Partial<Record<FieldView['kind'], Readonly<Record<string, string>>>>> = {
  instant: { type: 'datetime-local', step: '60' },
  date: { type: 'date' },
  integer: { type: 'text', inputmode: 'numeric' },
  money: { type: 'text', inputmode: 'decimal' },
};

const startText = (field: FieldView, value: SentValue | undefined): string => {
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : '';
  if (field.kind === 'instant') return text.slice(0, 16).replace(' ', 'T');
  return field.kind === 'date' ? text.slice(0, 10) : text;
};

const common = (field: FieldView, frame: Frame): Record<string, string> => ({ id: frame.id, 'aria-describedby': frame.describedBy, autocomplete: 'off', ...(field.required ? { 'aria-required': 'true' } : {}) });

const wrapped = (field: FieldView, frame: Frame, control: HTMLElement): HTMLElement =>
  element('div', { class: 'field' }, element('label', { attributes: { for: frame.id } }, ...labelText(field)), frame.help, control, frame.problem);

const textInput = (field: FieldView, start: SentValue | undefined): FieldInput => {
  const frame = frameOf(field);
  const long = field.kind === 'long' ? element('textarea', { attributes: { ...common(field, frame), rows: '4' } }) : null;
  const control = long ?? element('input', { attributes: { ...common(field, frame), ...(inputTypes[field.kind] ?? { type: 'text' }) } });
  control.value = startText(field, start);
  const node = wrapped(field, frame, control);
  if (long !== null && field.copy === true) node.append(element('div', { class: 'buttons' }, element('button', { class: 'plain', attributes: { type: 'button' }, on: { click: () => void copyOut(long) } }, say(pageWords.copyText))));
  return { node, value: () => control.value, show: shower(frame, control) };
};

const selectInput = (field: FieldView, start: SentValue | undefined): FieldInput => {
  const frame = frameOf(field);
  const options = (field.choices ?? []).map(({ code, label }) => element('option', { attributes: { value: code } }, say(label)));
  const control = element('select', { attributes: common(field, frame) }, element('option', { attributes: { value: '' } }, say(pageWords.choose)), ...options);
  control.value = typeof start === 'string' ? start : '';
  return { node: wrapped(field, frame, control), value: () => control.value, show: shower(frame, control) };
};

/** Radio buttons or check boxes under one legend. */
const buttonsInput = (field: FieldView, start: SentValue | undefined, type: 'radio' | 'checkbox'): FieldInput => {
  const frame = frameOf(field);
  const started: readonly unknown[] = Array.isArray(start) ? start : [start];
  const buttons = (field.choices ?? []).map(({ code, label }) => {
    const button = element('input', { attributes: { type, name: frame.id, value: code } });
    button.checked = started.includes(code);
    return { button, code, node: element('label', { class: 'pick' }, button, element('span', {}, say(label))) };
  });
  const control = element('fieldset', { class: 'picks', attributes: { 'aria-describedby': frame.describedBy, tabindex: '-1' } }, element('legend', {}, ...labelText(field)), frame.help, element('div', { class: 'pick-list' }, ...buttons.map(({ node }) => node)));
  const chosen = (): readonly string[] => buttons.filter(({ button }) => button.checked).map(({ code }) => code);
  return { node: element('div', { class: 'field' }, control, frame.problem), value: () => (type === 'radio' ? (chosen()[0] ?? '') : chosen()), show: shower(frame, control) };
};

const flagInput = (field: FieldView, start: SentValue | undefined): FieldInput => {
  const frame = frameOf(field);
  const control = element('input', { attributes: { ...common(field, frame), type: 'checkbox' } });
  control.checked = start === true;
  return { node: element('div', { class: 'field' }, element('label', { class: 'pick' }, control, element('span', {}, ...labelText(field))), frame.help, frame.problem), value: () => control.checked, show: shower(frame, control) };
};

const below = (problems: Readonly<Record<string, string>>, start: string): Record<string, string> =>
  Object.fromEntries(Object.entries(problems).filter(([place]) => place.startsWith(start)).map(([place, text]) => [place.slice(start.length), text]));

const mostLines = 50;

const linesInput = (field: FieldView, start: SentValue | undefined): FieldInput => {
  const frame = frameOf(field);
  const list = element('div', { class: 'lines' });
  const lines: { readonly node: HTMLElement; readonly inputs: readonly (readonly [FieldView, FieldInput])[]; readonly title: HTMLElement }[] = [];
  const number = (): void => lines.forEach(({ title }, index) => { title.textContent = say(filled(pageWords.line, { n: index + 1 })); });
  const add = (values: SentInput): void => {
    const inputs = field.columns.map((column) => [column, fieldInput(column, values[column.name] ?? column.initial ?? undefined)] as const);
    const title = element('p', { class: 'line-title' });
    const remove = element('button', { class: 'quiet', attributes: { type: 'button' }, on: { click: () => {
      lines.splice(lines.findIndex((line) => line.node === node), 1);
      node.remove();
      number();
    } } }, say(pageWords.removeLine));
    const node = element('div', { class: 'line' }, element('div', { class: 'line-head' }, title, remove), ...inputs.map(([, input]) => input.node));
    lines.push({ node, inputs, title });
    list.append(node);
    number();
  };
  const started: readonly unknown[] = Array.isArray(start) ? start : [];
  started.filter(isLine).forEach(add);
  if (lines.length === 0 && field.required) add({});
  const more = element('button', { class: 'plain', attributes: { type: 'button' }, on: { click: () => { if (lines.length < (field.maximum ?? mostLines)) add({}); } } }, say(pageWords.addLine));
  const control = element('fieldset', { class: 'picks', attributes: { 'aria-describedby': frame.describedBy, tabindex: '-1' } }, element('legend', {}, ...labelText(field)), frame.help, list, more);
  const showOwn = shower(frame, control);
  return {
    node: element('div', { class: 'field' }, control, frame.problem),
    value: () => lines.map(({ inputs }) => plainLine(Object.fromEntries(inputs.map(([column, input]) => [column.name, input.value()])))),
    show: (problems) => lines.flatMap(({ inputs }, index) => inputs.map(([column, input]) => input.show(placed(problems, index + '.' + column.name)))).find((wrong) => wrong !== null) ?? showOwn(problems),
  };
};

/** The problems of one field: its own under `''`, those of its lines under `0.qty`. */
export const placed = (problems: Readonly<Record<string, string>>, name: string): Record<string, string> => {
  const own = problems[name];
  return { ...below(problems, name + '.'), ...(own === undefined ? {} : { '': own }) };
};

export const fieldInput = (field: FieldView, start: SentValue | undefined): FieldInput => {
  if (field.kind === 'lines') return linesInput(field, start);
  if (field.kind === 'flag') return flagInput(field, start);
  if (field.kind === 'choice') return (field.choices ?? []).length <= mostRadios ? buttonsInput(field, start, 'radio') : selectInput(field, start);
  if (field.kind === 'list' && field.choices !== null) return buttonsInput(field, start, 'checkbox');
  return textInput(field, start);
};
