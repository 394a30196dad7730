/** Formulas and conditions as workbook files have them. */
import { computable, engineText } from '../spreadsheet/formulas/computable';
import { parseTyped } from '../spreadsheet/model/typing';
import type { Message } from '../spreadsheet/schema/shapes';

export type Condition = Message<'BooleanCondition'>;

export interface FileSurroundings {
  /** Such as `zh_CN`: tells how numbers and dates are typed. */
  readonly locale: string;
  /** What a sheet is called in the file. */
  sheetName(title: string): string;
  /** Rows of a sheet; null is the formula's own. */
  rowCount(title: string | null): number;
}

/** Without its `=`. Null for one that other programs would take for something else or refuse. */
export function fileFormula(formula: string, around: FileSurroundings): string | null {
  const known = computable(formula);
  if (!known) return null;
  const prefix = (title: string | null): string => (title === null ? '' : `'${around.sheetName(title).replaceAll("'", "''")}'!`);
  return engineText(known, { prefix, rowCount: (title) => around.rowCount(title), name: (name) => name, today: 'TODAY()', moment: 'NOW()' }).slice(1);
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const relativeDates: Readonly<Record<string, string>> = { TODAY: 'TODAY()', YESTERDAY: 'TODAY()-1', TOMORROW: 'TODAY()+1', PAST_WEEK: 'TODAY()-7', PAST_MONTH: 'TODAY()-30', PAST_YEAR: 'TODAY()-365' };

/** The operands of a condition as formulas; null when one of them cannot be written. */
function operandsOf({ type, values = [] }: Condition, around: FileSurroundings): readonly string[] | null {
  const operands: string[] = [];
  for (const { relativeDate, userEnteredValue = '' } of values) {
    if (relativeDate !== undefined) operands.push(relativeDates[relativeDate] ?? 'TODAY()');
    else if (userEnteredValue.startsWith('=')) {
      const formula = fileFormula(userEnteredValue, around);
      if (formula === null) return null;
      operands.push(`(${formula})`);
    } else if (type?.startsWith('TEXT_') === true) operands.push(quoted(userEnteredValue));
    else {
      const { value } = parseTyped(userEnteredValue, undefined, { locale: around.locale, year: new Date(0).getUTCFullYear() });
      operands.push(typeof value === 'string' ? quoted(value) : String(value ?? 0));
    }
  }
  return operands;
}

const comparisons: Readonly<Record<string, 'greaterThan' | 'greaterThanOrEqual' | 'lessThan' | 'lessThanOrEqual' | 'equal' | 'notEqual' | 'between' | 'notBetween'>> = {
  NUMBER_GREATER: 'greaterThan', NUMBER_GREATER_THAN_EQ: 'greaterThanOrEqual', NUMBER_LESS: 'lessThan', NUMBER_LESS_THAN_EQ: 'lessThanOrEqual',
  NUMBER_EQ: 'equal', NUMBER_NOT_EQ: 'notEqual', NUMBER_BETWEEN: 'between', NUMBER_NOT_BETWEEN: 'notBetween',
  DATE_AFTER: 'greaterThan', DATE_ON_OR_AFTER: 'greaterThanOrEqual', DATE_BEFORE: 'lessThan', DATE_ON_OR_BEFORE: 'lessThanOrEqual',
  DATE_EQ: 'equal', DATE_NOT_EQ: 'notEqual', DATE_BETWEEN: 'between', DATE_NOT_BETWEEN: 'notBetween',
};

const signs: Readonly<Record<string, (value: string, one: string, other: string) => string>> = {
  greaterThan: (value, one) => `${value}>${one}`, greaterThanOrEqual: (value, one) => `${value}>=${one}`, lessThan: (value, one) => `${value}<${one}`, lessThanOrEqual: (value, one) => `${value}<=${one}`,
  equal: (value, one) => `${value}=${one}`, notEqual: (value, one) => `${value}<>${one}`,
  between: (value, one, other) => `${value}>=${one},${value}<=${other}`, notBetween: (value, one, other) => `OR(${value}<${one},${value}>${other})`,
};

/** Searching takes `?`, `*` and `~` for patterns, unless `~` stands before. */
const searched = (operand: string): string => (operand.startsWith('"') ? operand.replace(/[~?*]/g, '~$&') : operand);

const textTests: Readonly<Record<string, (cell: string, one: string) => string>> = {
  TEXT_CONTAINS: (cell, one) => `ISNUMBER(SEARCH(${searched(one)},${cell}))`,
  TEXT_NOT_CONTAINS: (cell, one) => `AND(LEN(${cell})>0,ISERROR(SEARCH(${searched(one)},${cell})))`,
  TEXT_STARTS_WITH: (cell, one) => `LEFT(${cell},LEN(${one}))=${one}`,
  TEXT_ENDS_WITH: (cell, one) => `RIGHT(${cell},LEN(${one}))=${one}`,
  TEXT_EQ: (cell, one) => `${cell}&""=${one}`,
  TEXT_NOT_EQ: (cell, one) => `AND(LEN(${cell})>0,${cell}&""<>${one})`,
  BLANK: (cell) => `LEN(${cell})=0`,
  NOT_BLANK: (cell) => `LEN(${cell})>0`,
};

/** The two operands of a comparison of numbers or dates; null for other conditions. */
export function comparedWith(condition: Condition, around: FileSurroundings): { readonly operator: NonNullable<(typeof comparisons)[string]>; readonly operands: readonly string[] } | null {
  const operator = comparisons[condition.type ?? ''];
  const operands = operator === undefined ? null : operandsOf(condition, around);
  return operator === undefined || operands === null || operands.length === 0 ? null : { operator, operands };
}

/**
 * A condition as one formula about a cell, which means the same wherever the file is opened; null where there is none.
 * @param cell the first cell of the rule's range, such as `A1`
 */
export function conditionFormula(condition: Condition, cell: string, around: FileSurroundings): string | null {
  const { type = '' } = condition;
  if (type === 'CUSTOM_FORMULA') return fileFormula(condition.values?.[0]?.userEnteredValue ?? '', around);
  const compared = comparedWith(condition, around);
  if (compared) {
    const value = type.startsWith('DATE_') ? `INT(${cell})` : cell;
    const [one = '0', other = '0'] = compared.operands;
    return `IF(ISNUMBER(${cell}),AND(${signs[compared.operator]?.(value, one, other) ?? 'FALSE'}))`;
  }
  const operands = operandsOf(condition, around);
  return operands === null ? null : (textTests[type]?.(cell, operands[0] ?? '""') ?? null);
}
