import { words, type Words } from './words';

/**
 * An expected no: what is wrong, in both languages, as a sentence that says what to do.
 * `code` is stable and names the guard or rule, such as `G-TK-9` or `R-265`.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly words: Words;
}

export const refuse = (code: string, zh: string, en: string): Refusal => ({ refused: true, code, words: words(zh, en) });

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;

/** The first refusal among guards, or null when every guard holds. */
export const firstRefusal = (guards: readonly (Refusal | null)[]): Refusal | null => guards.find((guard) => guard !== null) ?? null;

/** Several missing things told at once, a line each, so that nobody fixes one only to meet the next. */
export const allRefusals = (code: string, guards: readonly (Refusal | null)[]): Refusal | null => {
  const failed = guards.filter((guard): guard is Refusal => guard !== null);
  const [only] = failed;
  if (only === undefined) return null;
  if (failed.length === 1) return only;
  return refuse(code, failed.map((guard) => guard.words.zh).join('\n'), failed.map((guard) => guard.words.en).join('\n'));
};
