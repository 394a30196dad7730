/** Conditional formats as the rules of a workbook file. */
import type { CellStyle, ConditionalRule } from 'hucre/xlsx';
import { cellName } from '../spreadsheet/model/a1-notation';
import { areaOf, type GridSize } from '../spreadsheet/model/area';
import type { GridRange, Message } from '../spreadsheet/schema/shapes';
import { hexOf, styleOf } from './cell-format';
import { conditionFormula, type FileSurroundings } from './file-formulas';

type ColorScale = NonNullable<ConditionalRule['colorScale']>;
const pointTypes = { MIN: 'min', MAX: 'max', NUMBER: 'num', PERCENT: 'percent', PERCENTILE: 'percentile' } as const;
const isPointType = (type: string): type is keyof typeof pointTypes => Object.hasOwn(pointTypes, type);

function scaleOf({ minpoint, midpoint, maxpoint }: Message<'GradientRule'>): ColorScale | null {
  const points = [minpoint, midpoint, maxpoint].flatMap((point) => (point ? [point] : []));
  const cfvo: ColorScale['cfvo'] = [];
  for (const { type = '', value } of points) {
    if (!isPointType(type)) return null;
    cfvo.push({ type: pointTypes[type], ...(value === undefined || value === '' ? {} : { value }) });
  }
  return points.length < 2 ? null : { cfvo, colors: points.map(({ color, colorStyle }) => `FF${hexOf(colorStyle?.rgbColor ?? color ?? {})}`) };
}

/** Looks that are laid over a cell: here the colour of a fill stands as the one behind the pattern. */
function overlay(style: CellStyle | undefined): CellStyle {
  const { font, fill } = style ?? {};
  const color = fill?.type === 'pattern' ? fill.fgColor : undefined;
  return { ...(font && { font }), ...(color && { fill: { type: 'pattern', pattern: 'solid', fgColor: color, bgColor: color } }) };
}

export const rangeText = (range: GridRange, size: GridSize): string => {
  const { top, left, bottom, right } = areaOf(range, size);
  return `${cellName(top, left)}:${cellName(bottom - 1, right - 1)}`;
};

/** In the order of their rank; what the file cannot say is left out. */
export function conditionalRules(rules: readonly Message<'ConditionalFormatRule'>[], size: GridSize, around: FileSurroundings): ConditionalRule[] {
  return rules.flatMap(({ ranges = [], booleanRule, gradientRule }, index): ConditionalRule[] => {
    const [first] = ranges;
    if (!first) return [];
    const told = { priority: index + 1, range: ranges.map((range) => rangeText(range, size)).join(' ') };
    if (gradientRule) {
      const colorScale = scaleOf(gradientRule);
      return colorScale ? [{ type: 'colorScale', ...told, colorScale }] : [];
    }
    const { top, left } = areaOf(first, size);
    const formula = booleanRule?.condition && conditionFormula(booleanRule.condition, cellName(top, left), around);
    // Of several rules that fit, the first one alone counts.
    return formula ? [{ type: 'expression', ...told, formula, style: overlay(styleOf(booleanRule?.format)), stopIfTrue: true }] : [];
  });
}
