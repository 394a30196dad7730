/** Data validation: which values a cell takes. */
import type { GridRange, Message } from '../schema/shapes';
import { intersect, areaOf, rangeOf, subtract, type Area, type GridSize } from './area';
import type { CellValue } from './cell';
import { shiftedCondition } from './rule-formulas';
import type { Sheet } from './sheet';
import type { ValidatedRange } from './sheet-details';
import { parseOperand, type TypingContext } from './typing';

export type ValidationRule = Message<'DataValidationRule'>;

export interface ValidationContext extends TypingContext {
  /** What the cells of a reference such as `=Lists!A2:A` show; null for a reference that leads nowhere. */
  texts(reference: string): readonly string[] | null;
  /** Today as a serial number, in the spreadsheet's time zone. */
  readonly today: number;
}

/** What the cells of a rule that takes one of a list may hold, as its dropdown shows it; null for other rules. */
export function choicesOf(rule: ValidationRule, texts: (reference: string) => readonly string[] | null): readonly string[] | null {
  const values = (rule.condition?.values ?? []).map((value) => value.userEnteredValue ?? '');
  if (rule.condition?.type === 'ONE_OF_LIST') return values;
  if (rule.condition?.type === 'ONE_OF_RANGE') return [...new Set((texts(values[0] ?? '') ?? []).filter((text) => text !== ''))];
  return null;
}

type Test = (value: CellValue, operands: readonly CellValue[], texts: readonly string[]) => boolean;

const numbers = (test: (value: number, one: number, other: number) => boolean): Test => (value, operands) =>
  typeof value === 'number' && test(value, Number(operands[0] ?? 0), Number(operands[1] ?? 0));
const dates = (test: (value: number, one: number, other: number) => boolean): Test => (value, operands) =>
  typeof value === 'number' && test(Math.floor(value), Math.floor(Number(operands[0] ?? 0)), Math.floor(Number(operands[1] ?? 0)));
const text = (test: (value: string, one: string) => boolean): Test => (value, _operands, texts) => test(String(value).toLowerCase(), (texts[0] ?? '').toLowerCase());

/** Conditions that are told from the value alone. */
const tests: Readonly<Record<string, Test>> = {
  NUMBER_GREATER: numbers((value, one) => value > one),
  NUMBER_GREATER_THAN_EQ: numbers((value, one) => value >= one),
  NUMBER_LESS: numbers((value, one) => value < one),
  NUMBER_LESS_THAN_EQ: numbers((value, one) => value <= one),
  NUMBER_EQ: numbers((value, one) => value === one),
  NUMBER_NOT_EQ: numbers((value, one) => value !== one),
  NUMBER_BETWEEN: numbers((value, one, other) => value >= one && value <= other),
  NUMBER_NOT_BETWEEN: numbers((value, one, other) => value < one || value > other),
  TEXT_CONTAINS: text((value, one) => value.includes(one)),
  TEXT_NOT_CONTAINS: text((value, one) => !value.includes(one)),
  TEXT_STARTS_WITH: text((value, one) => value.startsWith(one)),
  TEXT_ENDS_WITH: text((value, one) => value.endsWith(one)),
  TEXT_EQ: text((value, one) => value === one),
  TEXT_NOT_EQ: text((value, one) => value !== one),
  TEXT_IS_EMAIL: text((value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)),
  TEXT_IS_URL: text((value) => /^(https?|ftp):\/\/[^\s/]+/.test(value)),
  DATE_IS_VALID: dates(() => true),
  DATE_EQ: dates((value, one) => value === one),
  DATE_NOT_EQ: dates((value, one) => value !== one),
  DATE_BEFORE: dates((value, one) => value < one),
  DATE_AFTER: dates((value, one) => value > one),
  DATE_ON_OR_BEFORE: dates((value, one) => value <= one),
  DATE_ON_OR_AFTER: dates((value, one) => value >= one),
  DATE_BETWEEN: dates((value, one, other) => value >= one && value <= other),
  DATE_NOT_BETWEEN: dates((value, one, other) => value < one || value > other),
  NOT_BLANK: () => true,
  BLANK: () => false,
};

const relativeDays: Readonly<Record<string, number>> = { TODAY: 0, YESTERDAY: -1, TOMORROW: 1, PAST_WEEK: -7, PAST_MONTH: -30, PAST_YEAR: -365 };

/**
 * Whether a cell with this rule takes a value; an empty cell is always taken. A custom formula is asked elsewhere and lets everything pass here.
 * @param given values of the condition that are told by formulas, by their places
 */
export function satisfies(rule: ValidationRule, value: CellValue | null, context: ValidationContext, given: readonly (CellValue | null | undefined)[] = []): boolean {
  const { type = 'CONDITION_TYPE_UNSPECIFIED', values = [] } = rule.condition ?? {};
  if (value === null || value === '') return true;
  const typed = (entry: string): CellValue => parseOperand(entry, context) ?? '';
  const choices = choicesOf(rule, (reference) => context.texts(reference));
  if (choices) return choices.some((choice) => choice === String(value) || typed(choice) === value);
  if (type === 'BOOLEAN') {
    return values.length === 0 ? typeof value === 'boolean' : values.some(({ userEnteredValue = '' }) => typed(userEnteredValue) === value || userEnteredValue === value);
  }
  const operands = values.map(({ relativeDate, userEnteredValue = '' }, place) => given[place] ?? (relativeDate === undefined ? typed(userEnteredValue) : context.today + (relativeDays[relativeDate] ?? 0)));
  const test = tests[type];
  return test === undefined || test(value, operands, values.map(({ userEnteredValue = '' }, place) => String(given[place] ?? userEnteredValue)));
}

/** The rule as it reads seen from a cell this far below and right: formulas move along. */
export function shiftedRule(rule: ValidationRule, down: number, across: number): ValidationRule {
  const condition = rule.condition && shiftedCondition(rule.condition, down, across);
  return condition === undefined || condition === rule.condition ? rule : { ...rule, condition };
}

/** The rule of one cell, as it reads there. */
export function validationAt(sheet: Sheet, row: number, column: number): ValidationRule | null {
  for (const { range, rule } of sheet.details.validations) {
    const { startRowIndex: top = 0, startColumnIndex: left = 0, endRowIndex = Infinity, endColumnIndex = Infinity } = range;
    if (row >= top && row < endRowIndex && column >= left && column < endColumnIndex) return shiftedRule(rule, row - top, column - left);
  }
  return null;
}

/** The validations that lie in an area, each cut to it. */
export function validationsIn(sheet: Sheet, area: Area): readonly { readonly area: Area; readonly rule: ValidationRule }[] {
  return sheet.details.validations.flatMap(({ range, rule }) => {
    const whole = areaOf(range, sheet.size);
    const common = intersect(whole, area);
    return common ? [{ area: common, rule: shiftedRule(rule, common.top - whole.top, common.left - whole.left) }] : [];
  });
}

const sameRule = (one: ValidationRule, other: ValidationRule): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** Joins a rectangle to a neighbour with the same rule, so that rules set cell by cell do not pile up. */
function joined(entries: readonly ValidatedRange[], added: ValidatedRange, size: GridSize): readonly ValidatedRange[] {
  const area = areaOf(added.range, size);
  const neighbour = entries.find((entry) => {
    const other = areaOf(entry.range, size);
    const above = other.left === area.left && other.right === area.right && (other.bottom === area.top || other.top === area.bottom);
    const beside = other.top === area.top && other.bottom === area.bottom && (other.right === area.left || other.left === area.right);
    return (above || beside) && sameRule(shiftedRule(entry.rule, area.top - other.top, area.left - other.left), added.rule);
  });
  if (!neighbour) return [...entries, added];
  const other = areaOf(neighbour.range, size);
  const both: Area = {
    top: Math.min(area.top, other.top), left: Math.min(area.left, other.left),
    bottom: Math.max(area.bottom, other.bottom), right: Math.max(area.right, other.right),
  };
  const rule = other.top < area.top || other.left < area.left ? neighbour.rule : added.rule;
  return joined(entries.filter((entry) => entry !== neighbour), { range: rangeOf(added.range.sheetId ?? 0, both), rule }, size);
}

/** Gives the cells of an area a rule, told for its first cell, or takes their rule away. */
export function setValidation(sheet: Sheet, area: Area, rule: ValidationRule | null): void {
  const { size, sheetId } = sheet;
  const rest = sheet.details.validations.flatMap((entry): readonly ValidatedRange[] => {
    const former = areaOf(entry.range, size);
    if (!intersect(former, area)) return [entry];
    return subtract(former, area).map((part) => ({ range: rangeOf(sheetId, part), rule: shiftedRule(entry.rule, part.top - former.top, part.left - former.left) }));
  });
  const range: GridRange = rangeOf(sheetId, area);
  sheet.details = { ...sheet.details, validations: rule === null ? rest : joined(rest, { range, rule }, size) };
}

