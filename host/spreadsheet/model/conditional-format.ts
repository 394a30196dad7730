/** The simple cases of conditional formatting: comparisons with words and numbers, and formulas that compare one column with a word. */
import type { CellFormat, Message } from '../schema/shapes';
import { columnIndex } from './a1-notation';
import { areaOf } from './area';
import { effectiveValue } from './cell';
import type { Sheet } from './sheet';
import { satisfies, type ValidationContext } from './validation';

/** Such as `=$C3="逾期"`: the value of one column in the same row is a word or number. */
const comparison = /^=\s*\$?([A-Z]{1,3})\$?(\d+)\s*(=|<>)\s*(?:"([^"]*)"|(-?\d+(?:\.\d+)?)|(TRUE|FALSE))\s*$/i;

/** Whether a formula of the simple kind holds for a row; null when it is of another kind, which the host does not compute. */
function holdsFormula(formula: string, sheet: Sheet, row: number, firstRow: number): boolean | null {
  const match = comparison.exec(formula);
  if (!match) return null;
  const isRowFixed = /\$\d/.test(formula);
  const line = Number(match[2]) - 1 + (isRowFixed ? 0 : row - firstRow);
  const value = effectiveValue(sheet.cell(line, columnIndex(match[1] ?? 'A'))) ?? '';
  const expected = match[4] ?? match[5] ?? match[6] ?? '';
  const isEqual = String(value).toLowerCase() === expected.toLowerCase();
  return match[3] === '=' ? isEqual : !isEqual;
}

/** Whether a cell meets a condition; an empty one meets none but those that ask for emptiness. */
export function conditionHolds(condition: Message<'BooleanCondition'>, sheet: Sheet, row: number, column: number, firstRow: number, text: string, context: ValidationContext): boolean {
  const cell = sheet.cell(row, column);
  const value = effectiveValue(cell);
  if (condition.type === 'BLANK') return value === null;
  if (condition.type === 'NOT_BLANK') return value !== null;
  if (condition.type === 'CUSTOM_FORMULA') return holdsFormula(condition.values?.[0]?.userEnteredValue ?? '', sheet, row, firstRow) ?? false;
  if (value === null) return false;
  return satisfies({ condition }, condition.type?.startsWith('TEXT_') === true ? text : value, context);
}

/** The format that the first fitting rule lays over a cell; null when none fits. Colour scales are kept but not drawn. */
export function conditionalStyle(sheet: Sheet, row: number, column: number, text: string, context: ValidationContext): CellFormat | null {
  for (const { ranges = [], booleanRule } of sheet.details.conditionalFormats) {
    if (!booleanRule?.condition || !booleanRule.format) continue;
    for (const range of ranges) {
      const { top, left, bottom, right } = areaOf(range, sheet.size);
      if (row < top || row >= bottom || column < left || column >= right) continue;
      if (conditionHolds(booleanRule.condition, sheet, row, column, top, text, context)) return booleanRule.format;
    }
  }
  return null;
}
