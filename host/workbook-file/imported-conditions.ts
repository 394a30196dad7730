/** Conditional formats of a workbook file in the words of the Sheets API. What it has no word for, such as bars and icons, is left out. */
import type { ConditionalRule } from 'hucre/xlsx';
import { cellName, parseCells } from '../spreadsheet/model/a1-notation';
import { areaOf, type GridSize } from '../spreadsheet/model/area';
import type { GridRange, Message } from '../spreadsheet/schema/shapes';
import { colorOf, formatOf } from './cell-format';

type Operator = NonNullable<ConditionalRule['operator']>;
type Point = NonNullable<ConditionalRule['colorScale']>['cfvo'][number];

/** What a comparison asks of the first cell; the others follow as references do. */
const comparisons: Readonly<Record<Operator, (cell: string, one: string, other: string) => string>> = {
  between: (cell, one, other) => `AND(${cell}>=${one},${cell}<=${other})`,
  notBetween: (cell, one, other) => `OR(${cell}<${one},${cell}>${other})`,
  equal: (cell, one) => `${cell}=${one}`,
  notEqual: (cell, one) => `${cell}<>${one}`,
  greaterThan: (cell, one) => `${cell}>${one}`,
  lessThan: (cell, one) => `${cell}<${one}`,
  greaterThanOrEqual: (cell, one) => `${cell}>=${one}`,
  lessThanOrEqual: (cell, one) => `${cell}<=${one}`,
};

const pointTypes: Readonly<Record<Point['type'], string>> = { min: 'MIN', max: 'MAX', num: 'NUMBER', percent: 'PERCENT', percentile: 'PERCENTILE' };

function gradient({ cfvo, colors }: NonNullable<ConditionalRule['colorScale']>): Message<'GradientRule'> | null {
  const points = cfvo.flatMap(({ type, value }, index) => {
    const color = colorOf(colors[index]);
    return color ? [{ type: pointTypes[type], color, ...(value !== undefined && value !== '' && { value }) }] : [];
  });
  const [minpoint, middle, last] = points;
  if (!minpoint || !middle || points.length !== cfvo.length) return null;
  return last ? { minpoint, midpoint: middle, maxpoint: last } : { minpoint, maxpoint: middle };
}

/** Files write most kinds as a formula beside their name. */
function conditionOf({ type, operator, formula }: ConditionalRule, cell: string): string | null {
  const [one = '', other = one] = typeof formula === 'string' ? [formula] : (formula ?? []);
  if (one === '') return null;
  return type === 'cellIs' ? (operator ? comparisons[operator](cell, `(${one})`, `(${other})`) : null) : one;
}

/** A fill of such a rule stands as the colour behind the pattern, and some programs name no pattern at all. */
function lookOf(style: ConditionalRule['style']): Message<'CellFormat'> {
  const { fill } = style ?? {};
  const background = fill?.type === 'pattern' ? colorOf(fill.bgColor?.rgb ?? fill.fgColor?.rgb) : null;
  const { textFormat } = formatOf(style) ?? {};
  return { ...(background && { backgroundColor: background }), ...(textFormat && { textFormat }) };
}

/** In the order of their rank. */
export function importedConditions(rules: readonly ConditionalRule[], size: GridSize): Message<'ConditionalFormatRule'>[] {
  return [...rules].sort((one, other) => one.priority - other.priority).flatMap((rule): Message<'ConditionalFormatRule'>[] => {
    const ranges = rule.range.split(/[ ,]+/).flatMap((text): GridRange[] => {
      const cells = parseCells(text);
      if (!cells) return [];
      const { top, left, ...end } = areaOf(cells, size);
      const [bottom, right] = [Math.min(end.bottom, size.rows), Math.min(end.right, size.columns)];
      return top < bottom && left < right ? [{ startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right }] : [];
    });
    const [first] = ranges;
    if (!first) return [];
    if (rule.colorScale) {
      const gradientRule = gradient(rule.colorScale);
      return gradientRule ? [{ ranges, gradientRule }] : [];
    }
    const formula = conditionOf(rule, cellName(first.startRowIndex ?? 0, first.startColumnIndex ?? 0));
    return formula === null ? [] : [{ ranges, booleanRule: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: `=${formula}` }] }, format: lookOf(rule.style) } }];
  });
}
