/** Reads a form's fields: prefilled ones from its link, sent ones from its body. */
import type { FormAnswers, FormItemView, FormView } from '../contract';

/** Item types that show something and ask nothing. */
export const SILENT_ITEM_TYPES: ReadonlySet<string> = new Set(['SECTION_HEADER', 'PAGE_BREAK', 'IMAGE', 'VIDEO', 'FILE_UPLOAD']);
const GRID_TYPES: ReadonlySet<string> = new Set(['GRID', 'CHECKBOX_GRID']);

export const REQUIRED_MESSAGE = '此题必填。This question is required.';

/** Field of an item; grids have one for each row. */
export function fieldName(item: FormItemView, row?: number): string {
  return row === undefined ? `entry.${item.id}` : `entry.${item.id}.row${row}`;
}

export function isGrid(item: FormItemView): boolean {
  return GRID_TYPES.has(item.type);
}

/** What a prefilled link already answers. Addresses write date-times with a `T` or a space; both are read. */
export function readPrefill(form: FormView, parameters: URLSearchParams): FormAnswers {
  return collect(form, parameters);
}

/** The answers sent, and a message by item id for every required one that is missing. Empty answers are left out. */
export function readAnswers(form: FormView, fields: URLSearchParams): { readonly answers: FormAnswers; readonly errors: Readonly<Record<string, string>> } {
  const answers = collect(form, fields);
  const errors: Record<string, string> = {};
  for (const item of form.items) {
    if (form.branching || !item.required || SILENT_ITEM_TYPES.has(item.type)) continue;
    const answer = answers[String(item.id)];
    const complete = isGrid(item) ? Array.isArray(answer) && answer.every((row) => row !== '') : answer !== undefined;
    if (!complete) errors[String(item.id)] = REQUIRED_MESSAGE;
  }
  return { answers, errors };
}

function collect(form: FormView, fields: URLSearchParams): FormAnswers {
  const answers: Record<string, string | readonly string[]> = {};
  for (const item of form.items) {
    const answer = answerOf(item, fields);
    if (answer !== null) answers[String(item.id)] = answer;
  }
  return answers;
}

function answerOf(item: FormItemView, fields: URLSearchParams): string | readonly string[] | null {
  if (SILENT_ITEM_TYPES.has(item.type)) return null;
  if (isGrid(item)) {
    const rows = item.rows.map((_, row) => fields.getAll(fieldName(item, row)).join(', '));
    return rows.every((row) => row === '') ? null : rows;
  }
  const given = fields.getAll(fieldName(item)).filter((value) => value.trim() !== '');
  if (given.length === 0) return null;
  if (item.type === 'CHECKBOX') return given;
  const first = given[0] ?? '';
  return item.type === 'DATETIME' ? first.replace('T', ' ') : first;
}
