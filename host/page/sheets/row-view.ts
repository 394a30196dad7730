/**
 * Which rows one person sees of a tab, and in which order: by the values of columns, by conditions, sorted. It changes
 * what is shown, never the sheet, so everybody may set one on protected tabs too.
 */
import type { SheetValue } from './sheet-value';

export const CONDITIONS = ['contains', 'not-contains', 'equals', 'starts-with', 'filled', 'empty', 'at-least', 'at-most'] as const;
export type ConditionKind = (typeof CONDITIONS)[number];

export interface ColumnFilter {
  /** Texts whose rows are left out. */
  readonly without: ReadonlySet<string>;
  readonly condition: { readonly kind: ConditionKind; readonly operand: string } | null;
}

export interface RowView {
  readonly filters: ReadonlyMap<number, ColumnFilter>;
  readonly order: { readonly column: number; readonly descending: boolean } | null;
  /** A filter view of the sheet that the person chose, which comes first. */
  readonly chosen?: { readonly id: number; readonly rows: readonly number[] };
}

export const EVERYTHING: RowView = { filters: new Map(), order: null };

export const showsAll = ({ filters, order, chosen }: RowView): boolean => filters.size === 0 && order === null && chosen === undefined;

export const needsOperand = (kind: ConditionKind): boolean => kind !== 'filled' && kind !== 'empty';

/** A column as it is shown and as it counts; both from row 0, without what is empty at the end. */
export interface ColumnCells {
  readonly texts: readonly SheetValue[];
  readonly values: readonly SheetValue[];
}

/** Rows in the order they are shown. `except` leaves one column's own filter out, for the list of its values. */
export function rowsShown(view: RowView, firstRow: number, rowCount: number, cells: (column: number) => ColumnCells, except?: number): number[] {
  const rows: number[] = [];
  const filters = [...view.filters].filter(([column]) => column !== except).map(([column, filter]) => ({ column: cells(column), passes: filterTest(filter) }));
  const all = view.chosen?.rows ?? Array.from({ length: Math.max(0, rowCount - firstRow) }, (_, place) => firstRow + place);
  for (const row of all) if (row < rowCount && filters.every(({ column, passes }) => passes(textAt(column, row), column.values[row] ?? ''))) rows.push(row);
  if (!view.order) return rows;
  const { values } = cells(view.order.column);
  const sign = view.order.descending ? -1 : 1;
  return rows.sort((one, other) => compare(values[one] ?? '', values[other] ?? '', sign) || one - other);
}

/** Texts of a column among these rows with how often each stands there, in order. */
export function valueCounts(column: ColumnCells, rows: readonly number[]): readonly (readonly [text: string, count: number])[] {
  const counts = new Map<string, { count: number; readonly value: SheetValue }>();
  for (const row of rows) {
    const text = textAt(column, row);
    const known = counts.get(text);
    if (known) known.count += 1;
    else counts.set(text, { count: 1, value: column.values[row] ?? '' });
  }
  return [...counts].sort(([, one], [, other]) => compare(one.value, other.value, 1)).map(([text, { count }]) => [text, count]);
}

const textAt = (column: ColumnCells, row: number): string => String(column.texts[row] ?? '');

type Test = (text: string, value: SheetValue) => boolean;

function filterTest({ without, condition }: ColumnFilter): Test {
  const holds = condition ? conditionTest(condition.kind, condition.operand) : null;
  return (text, value) => !without.has(text) && (holds?.(text, value) ?? true);
}

function conditionTest(kind: ConditionKind, operand: string): Test {
  const wanted = operand.trim().toLowerCase();
  const bound = amountOf(operand);
  const tests: Readonly<Record<ConditionKind, Test>> = {
    contains: (text) => text.toLowerCase().includes(wanted),
    'not-contains': (text) => !text.toLowerCase().includes(wanted),
    equals: (text, value) => text.trim().toLowerCase() === wanted || (bound !== null && value === bound),
    'starts-with': (text) => text.toLowerCase().startsWith(wanted),
    filled: (text) => text !== '',
    empty: (text) => text === '',
    'at-least': (_text, value) => bound !== null && typeof value === 'number' && value >= bound,
    // The whole of a day counts for a bound that is a date.
    'at-most': (_text, value) => bound !== null && typeof value === 'number' && (isDate(operand) ? Math.floor(value) : value) <= bound,
  };
  return tests[kind];
}

const DATE = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$/;
const isDate = (text: string): boolean => DATE.test(text);
const FIRST_DAY = Date.UTC(1899, 11, 30);

/** A number, or a date as the serial number that sheets keep; null for other text. */
function amountOf(text: string): number | null {
  const date = DATE.exec(text);
  if (date) return (Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - FIRST_DAY) / 86_400_000;
  const number = Number(text.replaceAll(',', '').trim());
  return text.trim() === '' || Number.isNaN(number) ? null : number;
}

const collator = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });
const RANKS: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

/** Numbers before texts before truth values; empty cells last, whichever way. */
function compare(one: SheetValue, other: SheetValue, sign: 1 | -1): number {
  if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
  if (typeof one !== typeof other) return sign * ((RANKS[typeof one] ?? 0) - (RANKS[typeof other] ?? 0));
  return sign * (typeof one === 'string' && typeof other === 'string' ? collator.compare(one, other) : Number(one) - Number(other));
}
