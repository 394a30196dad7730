/** What cells go on with when they are filled further: numbers and dates in even steps, texts that end in a number, all else again. */
import type { Area } from './area';
import { blankCell, withContent, type Cell, type CellValue } from './cell';
import { movedAlong } from './moving-cells';
import { showsDates } from './number-format';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

const counted = /^(.*?\D)(\d{1,9})$/s;

function evenStep(values: readonly number[]): number | null {
  const by = (values[1] ?? 0) - (values[0] ?? 0);
  return values.every((value, index) => index === 0 || Math.abs(value - (values[index - 1] ?? 0) - by) < 1e-9) ? by : null;
}

/** The value at a place counted from the first cell, below zero before it; null when the line is no series. */
function seriesOf(line: readonly (Cell | undefined)[], isDate: boolean): ((place: number) => CellValue) | null {
  if (line.some((cell) => cell === undefined || cell.formula !== undefined)) return null;
  const values = line.map((cell) => cell?.value ?? null);
  const numbers = values.filter((value) => typeof value === 'number');
  const [first = 0] = numbers;
  if (numbers.length === line.length) {
    // One number alone is said again, one date alone goes on by days.
    const by = line.length > 1 ? evenStep(numbers) : isDate ? 1 : null;
    return by === null ? null : (place) => Number((first + by * place).toPrecision(15));
  }
  const texts = values.map((value) => (typeof value === 'string' ? counted.exec(value) : null));
  const [start] = texts;
  if (!start || texts.some((match) => match?.[1] !== start[1])) return null;
  const by = line.length > 1 ? evenStep(texts.map((match) => Number(match?.[2]))) : 1;
  return by === null ? null : (place) => `${start[1]}${String(Math.max(0, Number(start[2]) + by * place)).padStart(start[2]?.length ?? 1, '0')}`;
}

/**
 * Fills on from an area, with its formats.
 * @param length how many rows or columns; below zero up or to the left
 * @param repeat says the cells again instead of continuing series
 */
export function autoFill(spreadsheet: Spreadsheet, sheet: Sheet, source: Area, dimension: 'ROWS' | 'COLUMNS', length: number, repeat: boolean): void {
  const down = dimension === 'ROWS';
  const [from, to] = down ? [source.top, source.bottom] : [source.left, source.right];
  const [firstLine, lastLine] = down ? [source.left, source.right] : [source.top, source.bottom];
  const [begin, end] = length > 0 ? [to, to + length] : [from + length, from];
  for (let across = firstLine; across < lastLine; across += 1) {
    const at = (place: number): readonly [row: number, column: number] => (down ? [place, across] : [across, place]);
    const line = Array.from({ length: to - from }, (_, place) => sheet.cell(...at(from + place)));
    const isDate = line.every((cell) => showsDates(spreadsheet.styles.format(cell?.style ?? 0).numberFormat));
    const series = repeat ? null : seriesOf(line, isDate);
    for (let place = begin; place < end; place += 1) {
      const offset = place - from;
      const origin = ((offset % line.length) + line.length) % line.length;
      const cell = line[origin];
      const moved = offset - origin;
      const filled = series ? withContent(sheet.cell(...at(place)), { value: series(offset) }, cell?.style ?? 0) : (movedAlong(cell, down ? moved : 0, down ? 0 : moved) ?? blankCell(0));
      sheet.setCell(...at(place), filled);
    }
  }
}

/** How much of an area, seen from its top left corner, holds something: that is what the rest goes on from. */
export function filledPart(sheet: Sheet, area: Area): Area | null {
  const filled = (row: number, column: number): boolean => (sheet.cell(row, column)?.value ?? null) !== null || sheet.cell(row, column)?.formula !== undefined;
  let { top: bottom, left: right } = area;
  while (bottom < area.bottom && filled(bottom, area.left)) bottom += 1;
  while (right < area.right && filled(area.top, right)) right += 1;
  return bottom === area.top || right === area.left ? null : { ...area, bottom, right };
}
