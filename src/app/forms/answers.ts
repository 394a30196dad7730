import type { RawInput } from '../field';
import { linkCodeKey, type ItemSpec } from './item-spec';

export type Answer = string | readonly string[];

export interface ReadAnswers {
  readonly raw: RawInput;
  readonly linkCode: string;
}

const dateWritten = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/;
const pad = (part: string | undefined): string => (part ?? '').padStart(2, '0');

/**
 * Form responses give `2026-03-03` and `2026-03-03 09:10`; response sheets give them in the sheet's own way, such as
 * `2026/3/3 9:10:00`. Both become the first form. Anything else stays as it is, for the command to refuse.
 */
export const plainDateTime = (written: string): string => {
  const match = dateWritten.exec(written.trim());
  if (match === null) return written;
  const date = `${match[1] ?? ''}-${pad(match[2])}-${pad(match[3])}`;
  return match[4] === undefined ? date : `${date} ${pad(match[4])}:${match[5] ?? ''}`;
};

/** A label's code; a text that is no label (a form changed by hand) stays, and the command says what is wrong with it. */
const codeOf = (spec: ItemSpec, label: string): string => spec.choices.find((choice) => choice.label === label)?.code ?? label;

const valueOf = (spec: ItemSpec, answer: Answer): Answer | boolean => {
  if (spec.fieldKind === 'flag') return answer.length > 0;
  if (typeof answer !== 'string') return answer.map((label) => codeOf(spec, label));
  if (spec.type === 'CHECKBOX') return answer === '' ? [] : [codeOf(spec, answer)];
  if (spec.fieldKind === 'instant' || spec.fieldKind === 'date') return plainDateTime(answer);
  return spec.choices.length > 0 ? codeOf(spec, answer) : answer;
};

const isBlank = (answer: Answer | undefined): boolean => answer === undefined || answer.length === 0 || (typeof answer === 'string' && answer.trim() === '');

/**
 * Turns a form's answers into a command's raw input. `itemIds` says which item id stands for which key of `specs`;
 * answers to items that are not ours are left out. Lines nobody filled in are left out, so lines keep their order only.
 */
export const answersToRaw = (specs: readonly ItemSpec[], itemIds: Readonly<Record<string, string>>, answers: Readonly<Record<string, Answer>>): ReadAnswers => {
  const raw: Record<string, unknown> = {};
  const lines = new Map<string, Map<number, Record<string, unknown>>>();
  let linkCode = '';
  for (const spec of specs) {
    const itemId = itemIds[spec.key];
    const answer = itemId === undefined ? undefined : answers[itemId];
    if (answer === undefined || isBlank(answer)) continue;
    const value = valueOf(spec, answer);
    if (spec.key === linkCodeKey) linkCode = typeof answer === 'string' ? answer.trim() : '';
    else if (spec.line === null) raw[spec.fieldName] = value;
    else if (spec.column !== null) {
      const ofField = lines.get(spec.fieldName) ?? new Map<number, Record<string, unknown>>();
      lines.set(spec.fieldName, ofField);
      ofField.set(spec.line, { ...ofField.get(spec.line), [spec.column]: value });
    }
  }
  for (const [fieldName, ofField] of lines) raw[fieldName] = [...ofField.values()];
  return { raw, linkCode };
};
