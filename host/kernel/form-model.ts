/** What a form is made of, as it is stored, and how an answer to it is judged. */
import type { FormAnswers, VirtualTime } from '../contract';
import type { FileFacts } from './files';

export const formItemTypes = [
  'CHECKBOX', 'CHECKBOX_GRID', 'DATE', 'DATETIME', 'DURATION', 'GRID', 'IMAGE', 'LIST', 'MULTIPLE_CHOICE', 'PAGE_BREAK', 'PARAGRAPH_TEXT', 'SCALE', 'SECTION_HEADER', 'TEXT', 'TIME', 'VIDEO', 'FILE_UPLOAD', 'RATING', 'UNSUPPORTED',
] as const;
export type FormItemType = (typeof formItemTypes)[number];

/** A rule for an answer; `kind` is the builder's method without `require`, such as `TextLengthLessThanOrEqualTo`. */
export interface AnswerRule {
  readonly kind: string;
  readonly operands: readonly (string | number)[];
  /** What the person reads when the rule is broken; empty for the platform's own words. */
  readonly helpText: string;
}

/** Where a choice or a page break sends the person. */
export interface Navigation {
  readonly kind: 'CONTINUE' | 'GO_TO_PAGE' | 'RESTART' | 'SUBMIT';
  /** Id of the page break to go to. */
  readonly page?: number;
}

/** A column of a response sheet: `timestamp`, `email`, an item's id, or an item's id and the number of a grid's row. */
export interface ResponseColumn {
  readonly key: string;
}

export interface FormItem {
  readonly id: number;
  readonly type: FormItemType;
  readonly title: string;
  readonly helpText: string;
  readonly required: boolean;
  readonly choices: readonly string[];
  readonly otherAllowed: boolean;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly rule: AnswerRule | null;
  /** Of a scale. */
  readonly lower: number;
  readonly upper: number;
  readonly lowerLabel: string;
  readonly upperLabel: string;
  readonly includesYear: boolean;
  /** For each choice, where it leads; only where choices lead somewhere. */
  readonly ways?: readonly (Navigation | null)[];
  /** Of a page break: where whoever comes to it goes instead. */
  readonly way?: Navigation | null;
  /** Of an image, its bytes; of a video, its address. */
  readonly media?: { readonly base64?: string; readonly mimeType?: string; readonly url?: string; readonly width?: number; readonly alignment?: string };
}

export interface StoredForm extends FileFacts {
  readonly id: string;
  /** Name of the file. A form made by a script has no visible title until it is given one. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly confirmation: string;
  readonly accepting: boolean;
  readonly closedMessage: string;
  readonly published: boolean;
  readonly collectsEmail: boolean;
  /** Switches that change nothing here but read back as they were set. */
  readonly switches: Readonly<Record<string, boolean>>;
  /** Where answers are copied to. */
  readonly destination?: { readonly spreadsheetId: string; readonly sheetId: number; readonly columns: readonly ResponseColumn[] } | null;
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  readonly trashed: boolean;
  readonly folder: string | null;
  readonly items: readonly FormItem[];
  readonly createdAt: VirtualTime;
}

export type Answer = string | readonly string[];

export interface StoredResponse {
  readonly id: string;
  readonly number: number;
  readonly formId: string;
  readonly at: VirtualTime;
  readonly respondent: string | null;
  readonly answers: FormAnswers;
}

export const isQuestion = ({ type }: FormItem): boolean => !['PAGE_BREAK', 'SECTION_HEADER', 'IMAGE', 'VIDEO'].includes(type);

const numbers = (test: (value: number, operands: readonly number[]) => boolean) => (answer: string, operands: readonly (string | number)[]) =>
  answer.trim() !== '' && Number.isFinite(Number(answer)) && test(Number(answer), operands.map(Number));
const lengths = (test: (length: number, limit: number) => boolean) => (answer: string, [limit]: readonly (string | number)[]) => test(answer.length, Number(limit));
const first = (operands: readonly (string | number)[]): string => String(operands[0] ?? '');

/** The rules of TextValidation, ParagraphTextValidation and CheckboxValidation. For check boxes the answer is the number of marks. */
const rules: Readonly<Record<string, (answer: string, operands: readonly (string | number)[]) => boolean>> = {
  Number: numbers(() => true),
  WholeNumber: numbers((value) => Number.isInteger(value)),
  NumberBetween: numbers((value, [low = NaN, high = NaN]) => value >= low && value <= high),
  NumberNotBetween: numbers((value, [low = NaN, high = NaN]) => value < low || value > high),
  NumberEqualTo: numbers((value, [other = NaN]) => value === other),
  NumberNotEqualTo: numbers((value, [other = NaN]) => value !== other),
  NumberGreaterThan: numbers((value, [other = NaN]) => value > other),
  NumberGreaterThanOrEqualTo: numbers((value, [other = NaN]) => value >= other),
  NumberLessThan: numbers((value, [other = NaN]) => value < other),
  NumberLessThanOrEqualTo: numbers((value, [other = NaN]) => value <= other),
  TextContainsPattern: (answer, operands) => new RegExp(first(operands), 'u').test(answer),
  TextDoesNotContainPattern: (answer, operands) => !new RegExp(first(operands), 'u').test(answer),
  TextMatchesPattern: (answer, operands) => new RegExp(`^(?:${first(operands)})$`, 'u').test(answer),
  TextDoesNotMatchPattern: (answer, operands) => !new RegExp(`^(?:${first(operands)})$`, 'u').test(answer),
  TextIsEmail: (answer) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answer),
  TextIsUrl: (answer) => /^https?:\/\/\S+\.\S+$/.test(answer),
  TextLengthGreaterThanOrEqualTo: lengths((length, limit) => length >= limit),
  TextLengthLessThanOrEqualTo: lengths((length, limit) => length <= limit),
  SelectAtLeast: numbers((marks, [limit = NaN]) => marks >= limit),
  SelectAtMost: numbers((marks, [limit = NaN]) => marks <= limit),
  SelectExactly: numbers((marks, [limit = NaN]) => marks === limit),
  LimitOneResponsePerColumn: (answer) => answer === 'distinct',
};

export const isRule = (kind: string): boolean => kind in rules;

const given = (answer: Answer | undefined): boolean => (typeof answer === 'string' ? answer !== '' : (answer ?? []).some((part) => part !== ''));
const asList = (answer: Answer): readonly string[] => (typeof answer === 'string' ? [answer] : answer);

const isGrid = ({ type }: FormItem): boolean => type === 'GRID' || type === 'CHECKBOX_GRID';
/** Whether every row of a grid took a column of its own. */
function spread(rows: readonly string[]): string {
  const columns = rows.flatMap((row) => row.split(', ')).filter((column) => column !== '');
  return new Set(columns).size === columns.length ? 'distinct' : 'repeated';
}

const shapes: Readonly<Partial<Record<FormItemType, RegExp>>> = {
  DATE: /^(\d{4}-)?\d{2}-\d{2}$/,
  DATETIME: /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}$/,
  TIME: /^([01]\d|2[0-3]):[0-5]\d$/,
  DURATION: /^\d{1,2}:[0-5]\d:[0-5]\d$/,
};

/** What is wrong with an answer, in words for the person who gave it; null when it will do. */
export function judge(item: FormItem, answer: Answer | undefined): string | null {
  if (answer === undefined || !given(answer)) return item.required ? '这是必填问题 / This is a required question' : null;
  const list = asList(answer);
  if (['LIST', 'MULTIPLE_CHOICE', 'CHECKBOX'].includes(item.type) && !item.otherAllowed && list.some((part) => !item.choices.includes(part))) {
    return '请选择列出的选项 / Choose one of the options';
  }
  if (isGrid(item) && item.required && item.rows.some((_row, at) => !list[at])) return '此问题每行都需要回答 / This question requires one response per row';
  if (item.type === 'SCALE' && !(Number(list[0]) >= item.lower && Number(list[0]) <= item.upper)) return '请选择列出的选项 / Choose one of the options';
  const shape = shapes[item.type];
  if (shape && !shape.test(list[0] ?? '')) return '日期或时间无效 / Invalid date or time';
  if (!item.rule) return null;
  const measured = item.type === 'CHECKBOX' ? String(list.length) : isGrid(item) ? spread(list) : (list[0] ?? '');
  if (rules[item.rule.kind]?.(measured, item.rule.operands)) return null;
  return item.rule.helpText || '答案不符合要求 / The answer does not meet the requirements';
}
