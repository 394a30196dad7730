import { filled, pageWords } from '../../../text/ui/page-words';
import type { Words } from '../../../terms/words';
import type { FieldView, SentInput, SentValue } from '../../protocol';

/**
 * What is wrong with a form before it is sent, by place: `name`, or `lines.0.qty`. The server decides again; this only
 * saves people a wait. Nothing that the server would take may be stopped here.
 */
export type Problems = Readonly<Record<string, Words>>;

const isBlank = (value: SentValue | undefined): boolean => value === undefined || value === false || (typeof value !== 'boolean' && value.length === 0) || (typeof value === 'string' && value.trim() === '');

const textProblem = (field: FieldView, text: string): Words | null => {
  const length = text.trim().length;
  if (field.minimum !== null && length < field.minimum) return filled(pageWords.atLeast, { n: field.minimum });
  return field.maximum !== null && length > field.maximum ? filled(pageWords.atMost, { n: field.maximum }) : null;
};

const defaultMost = 1_000_000;

const numberProblem = (field: FieldView, text: string): Words | null => {
  const value = Number(text.trim());
  const from = field.minimum ?? 0;
  const to = field.maximum ?? defaultMost;
  return Number.isSafeInteger(value) && value >= from && value <= to ? null : filled(pageWords.wholeNumber, { from, to });
};

const money = /^\d{1,10}(\.\d{1,2})?$/;

const valueProblem = (field: FieldView, value: SentValue): Words | null => {
  if (typeof value !== 'string') return null;
  switch (field.kind) {
    case 'text':
    case 'long':
      return textProblem(field, value);
    case 'integer':
      return numberProblem(field, value);
    case 'money':
      return money.test(value.replace(/[,，¥￥\s]/g, '').replace(/元$/, '')) ? null : pageWords.amount;
    default:
      return null;
  }
};

export const isLine = (entry: unknown): entry is SentInput => typeof entry === 'object' && entry !== null;

const lineProblems = (field: FieldView, value: SentValue): readonly (readonly [string, Words])[] =>
  Array.isArray(value)
    ? value.flatMap((line: unknown, index) => (isLine(line) ? Object.entries(problemsOf(field.columns, line)).map(([name, problem]) => [`${field.name}.${index}.${name}`, problem] as const) : []))
    : [];

export const problemsOf = (fields: readonly FieldView[], input: SentInput): Problems =>
  Object.fromEntries(fields.flatMap((field): readonly (readonly [string, Words])[] => {
    const value = input[field.name];
    if (value === undefined || isBlank(value)) return field.required ? [[field.name, field.kind === 'flag' ? pageWords.tickThis : pageWords.fillIn]] : [];
    if (field.kind === 'lines') return lineProblems(field, value);
    const problem = valueProblem(field, value);
    return problem === null ? [] : [[field.name, problem]];
  }));

/** What is sent: without blanks, and without lines in which nothing was filled in. */
export const withoutBlanks = (input: SentInput): SentInput => {
  const kept = Object.entries(input).map(([name, value]): readonly [string, SentValue] => {
    if (!Array.isArray(value)) return [name, value];
    const lines: SentInput[] = value.filter(isLine).filter((line) => Object.values(line).some((part) => !isBlank(part)));
    return value.some(isLine) ? [name, lines.map(withoutBlanks).map(plainLine)] : [name, value];
  });
  return Object.fromEntries(kept.filter(([, value]) => !isBlank(value)));
};

/** Lines hold no lines. */
export const plainLine = (line: SentInput): Readonly<Record<string, string | boolean | readonly string[]>> =>
  Object.fromEntries(Object.entries(line).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'boolean' || isTexts(value) ? [[name, value]] : [])));

const isTexts = (value: SentValue): value is readonly string[] => Array.isArray(value) && value.every((entry: unknown) => typeof entry === 'string');
