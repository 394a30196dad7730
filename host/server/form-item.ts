/** One item of a form as HTML, by its type. */
import type { FormItemView } from '../contract';
import { fieldName } from './form-answers';
import { escapeHtml } from './html-text';

type Answer = string | readonly string[] | undefined;

interface Control {
  /** HTML of the control itself; `described` goes into each input. */
  readonly html: (item: FormItemView, answer: Answer, described: string) => string;
  /** Several inputs under one question need a group instead of a label. */
  readonly group: boolean;
}

const CONTROLS: Readonly<Record<string, Control>> = {
  TEXT: { group: false, html: (item, answer, described) => input(item, 'text', single(answer), described) },
  PARAGRAPH_TEXT: {
    group: false,
    html: (item, answer, described) => `<textarea id="${fieldName(item)}" name="${fieldName(item)}" rows="3" ${described}>${escapeHtml(single(answer))}</textarea>`,
  },
  DATE: { group: false, html: (item, answer, described) => input(item, 'date', single(answer), described) },
  DATETIME: { group: false, html: (item, answer, described) => input(item, 'datetime-local', single(answer).replace(' ', 'T'), described) },
  TIME: { group: false, html: (item, answer, described) => input(item, 'time', single(answer), described) },
  DURATION: { group: false, html: (item, answer, described) => input(item, 'text', single(answer), `${described} placeholder="00:00:00" inputmode="numeric"`) },
  LIST: {
    group: false,
    html: (item, answer, described) =>
      `<select id="${fieldName(item)}" name="${fieldName(item)}" ${described}><option value="">请选择 Choose</option>${item.choices
        .map((choice) => `<option${choice === single(answer) ? ' selected' : ''}>${escapeHtml(choice)}</option>`)
        .join('')}</select>`,
  },
  MULTIPLE_CHOICE: { group: true, html: (item, answer) => choiceList(item, 'radio', answer) },
  CHECKBOX: { group: true, html: (item, answer) => choiceList(item, 'checkbox', answer) },
  SCALE: { group: true, html: scale },
  RATING: { group: true, html: scale },
  GRID: { group: true, html: (item, answer) => grid(item, 'radio', answer) },
  CHECKBOX_GRID: { group: true, html: (item, answer) => grid(item, 'checkbox', answer) },
};

const WITHOUT_QUESTION: Readonly<Record<string, (item: FormItemView) => string>> = {
  PAGE_BREAK: heading,
  SECTION_HEADER: heading,
  IMAGE: heading,
  VIDEO: heading,
  FILE_UPLOAD: (item) => `<div class="card">${heading(item)}<p class="help">本地工作区不收文件。 <span lang="en">The local workspace takes no files.</span></p></div>`,
};

/** The item's card. Types that the workspace does not know are shown as a short answer. */
export function formItem(item: FormItemView, answer: Answer, error: string | undefined): string {
  const silent = WITHOUT_QUESTION[item.type];
  if (silent) return silent(item);
  const control = CONTROLS[item.type] ?? CONTROLS['TEXT'];
  if (!control) return '';
  const name = fieldName(item);
  const described = `aria-describedby="${name}-help ${name}-error"${control.group || !item.required ? '' : ' aria-required="true"'}${control.group || error === undefined ? '' : ' aria-invalid="true"'}`;
  const star = item.required ? ' <span class="star" aria-hidden="true">*</span>' : '';
  const title = `${escapeHtml(item.title)}${star}`;
  const help = `<p class="help" id="${name}-help">${escapeHtml(item.helpText).replace(/\n/g, '<br>')}</p>`;
  const message = `<p class="error" id="${name}-error"${error === undefined ? ' hidden' : ' role="alert"'}>${escapeHtml(error ?? '')}</p>`;
  const inside = control.html(item, answer, described);
  const attributes = `class="card question${error === undefined ? '' : ' invalid'}" data-item="${item.id}" data-type="${escapeHtml(item.type)}"${item.required ? ' data-required' : ''}`;
  return control.group
    ? `<fieldset ${attributes} ${described}><legend>${title}</legend>${help}${inside}${message}</fieldset>`
    : `<div ${attributes}><label class="question-title" for="${name}">${title}</label>${help}${inside}${message}</div>`;
}

function input(item: FormItemView, type: string, value: string, described: string): string {
  return `<input type="${type}" id="${fieldName(item)}" name="${fieldName(item)}" value="${escapeHtml(value)}" autocomplete="off" ${described}>`;
}

function choiceList(item: FormItemView, type: 'radio' | 'checkbox', answer: Answer): string {
  const chosen = new Set(typeof answer === 'string' ? [answer] : (answer ?? []));
  return `<div class="choices">${item.choices
    .map((choice) => `<label class="choice"><input type="${type}" name="${fieldName(item)}" value="${escapeHtml(choice)}"${chosen.has(choice) ? ' checked' : ''}><span>${escapeHtml(choice)}</span></label>`)
    .join('')}</div>`;
}

function scale(item: FormItemView, answer: Answer): string {
  const points = item.choices.length > 0 ? item.choices : ['1', '2', '3', '4', '5'];
  const [low = '', high = ''] = item.columns;
  const marks = points.map((point) => `<label class="scale-point"><span>${escapeHtml(point)}</span><input type="radio" name="${fieldName(item)}" value="${escapeHtml(point)}"${point === single(answer) ? ' checked' : ''}></label>`);
  return `<div class="scale"><span class="scale-end">${escapeHtml(low)}</span>${marks.join('')}<span class="scale-end">${escapeHtml(high)}</span></div>`;
}

function grid(item: FormItemView, type: 'radio' | 'checkbox', answer: Answer): string {
  const given = typeof answer === 'string' ? [answer] : (answer ?? []);
  const head = item.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const rows = item.rows.map((row, index) => {
    const chosen = new Set((given[index] ?? '').split(', '));
    const cells = item.columns.map((column) => `<td><input type="${type}" name="${fieldName(item, index)}" value="${escapeHtml(column)}" aria-label="${escapeHtml(`${row}: ${column}`)}"${chosen.has(column) ? ' checked' : ''}></td>`);
    return `<tr><th scope="row">${escapeHtml(row)}</th>${cells.join('')}</tr>`;
  });
  return `<div class="grid-scroll"><table><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function heading(item: FormItemView): string {
  const help = item.helpText === '' ? '' : `<p class="help">${escapeHtml(item.helpText).replace(/\n/g, '<br>')}</p>`;
  return `<div class="heading"><h2>${escapeHtml(item.title)}</h2>${help}</div>`;
}

function single(answer: Answer): string {
  return typeof answer === 'string' ? answer : (answer?.[0] ?? '');
}
