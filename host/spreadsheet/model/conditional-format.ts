/** What conditional formats lay over the cells of a sheet: rules that hold or do not, and colour scales. */
import type { CellFormat, Message } from '../schema/shapes';
import { areaOf, intersect, type Area } from './area';
import { effectiveValue, type CellValue } from './cell';
import { colorScale, type ColorScale } from './color-scale';
import { asksFormulas, RuleFormulas, type Condition, type Place } from './rule-formulas';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import { satisfies, type ValidationContext } from './validation';

/** Whether a cell meets a condition; an empty one meets none but those that ask for emptiness. A formula that is not computed holds nowhere. */
export function conditionHolds(condition: Condition, value: CellValue | null, text: string, context: ValidationContext, formulas: RuleFormulas, first: Place, cell: Place): boolean {
  if (condition.type === 'BLANK') return value === null;
  if (condition.type === 'NOT_BLANK') return value !== null;
  if (condition.type === 'CUSTOM_FORMULA') return formulas.holds(condition, first, cell) ?? false;
  if (value === null) return false;
  const given = asksFormulas(condition) ? formulas.results(condition, first, cell) : [];
  if (given.includes(null)) return false;
  return satisfies({ condition }, condition.type?.startsWith('TEXT_') === true ? text : value, context, given);
}

interface Rule {
  readonly areas: readonly Area[];
  /** The cell that formulas are told for. */
  readonly first: Place;
  readonly condition?: Condition;
  readonly format?: CellFormat;
  readonly scale?: ColorScale;
}

function ruleOf({ ranges = [], booleanRule, gradientRule }: Message<'ConditionalFormatRule'>, sheet: Sheet, window: Area): Rule | null {
  const areas = ranges.map((range) => areaOf(range, sheet.size));
  const [whole] = areas;
  if (!whole || !areas.some((area) => intersect(area, window))) return null;
  const first = { row: whole.top, column: whole.left };
  if (booleanRule?.condition && booleanRule.format) return { areas, first, condition: booleanRule.condition, format: booleanRule.format };
  const scale = gradientRule ? colorScale(gradientRule, sheet, areas) : null;
  return scale ? { areas, first, scale } : null;
}

const covers = ({ areas }: Rule, { row, column }: Place): boolean => areas.some(({ top, left, bottom, right }) => row >= top && row < bottom && column >= left && column < right);

export type ConditionalStyles = (row: number, column: number, text: string) => CellFormat | null;

/** The formats that the first fitting rule lays over each cell of a part of a sheet. The spreadsheet must be computed and not change any more. */
export function conditionalStyles(spreadsheet: Spreadsheet, sheet: Sheet, window: Area, context: ValidationContext): ConditionalStyles {
  const rules = sheet.details.conditionalFormats.flatMap((rule) => ruleOf(rule, sheet, window) ?? []);
  if (rules.length === 0) return () => null;
  const formulas = new RuleFormulas(spreadsheet, sheet, true);
  for (const { areas, first, condition } of rules) {
    if (!condition || !asksFormulas(condition)) continue;
    for (const area of areas) {
      const part = intersect(area, window);
      if (!part) continue;
      for (let row = part.top; row < part.bottom; row += 1) for (let column = part.left; column < part.right; column += 1) formulas.want(condition, first, { row, column });
    }
  }
  formulas.compute();
  return (row, column, text) => {
    const value = effectiveValue(sheet.cell(row, column));
    const place = { row, column };
    for (const rule of rules) {
      if (!covers(rule, place)) continue;
      if (rule.condition && conditionHolds(rule.condition, value, text, context, formulas, rule.first, place)) return rule.format ?? null;
      const color = rule.scale && typeof value === 'number' ? rule.scale(value) : null;
      if (color) return { backgroundColor: color };
    }
    return null;
  };
}
