/** Putting values into cells: as typed, or raw. */
import type { VirtualTime } from '../../contract';
import type { GridRange } from '../schema/shapes';
import { areaOf, rangeOf, type Area } from './area';
import { parseCells, splitReference } from './a1-notation';
import { withContent, type Cell, type CellValue } from './cell';
import { maximumCellCharacters, messages } from './limits';
import { displayText, numberFormatOf } from './number-format';
import { invalid } from './refusal';
import { asksFormulas, RuleFormulas, type Condition } from './rule-formulas';
import { serialOfInstant } from './serial-date';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import { parseTyped, type Typed } from './typing';
import { satisfies, validationAt, type ValidationContext } from './validation';

/** Where a reference such as `=Lists!A2:A` or a named range leads; one that names no sheet leads to the rule's own. */
export function referredPlace(spreadsheet: Spreadsheet, reference: string, own: Sheet | undefined): { readonly sheet: Sheet; readonly range: GridRange } | null {
  const { sheet: title, cells } = splitReference(reference.replace(/^=/, ''));
  const named = spreadsheet.details.namedRanges.find((entry) => entry.name === cells);
  const range = named?.range ?? parseCells(cells);
  const sheet = named ? spreadsheet.sheet(named.range?.sheetId ?? 0) : title === null ? own : spreadsheet.sheetByTitle(title);
  return range && sheet ? { sheet, range } : null;
}

/** What the cells of a reference show, row by row; null for one that leads nowhere. */
export function textsAt(spreadsheet: Spreadsheet, reference: string, own: Sheet | undefined): readonly string[] | null {
  const place = referredPlace(spreadsheet, reference, own);
  if (!place) return null;
  const { sheet, range } = place;
  const area = areaOf(range, sheet.size);
  const texts: string[] = [];
  for (let row = area.top; row < Math.min(area.bottom, sheet.lastRow()); row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      const cell = sheet.cell(row, column);
      if (cell) texts.push(displayText(cell, spreadsheet.styles.format(cell.style), spreadsheet.details.locale));
    }
  }
  return texts;
}

/** What typing and validation need to know about the spreadsheet at this time. */
export function enteringContext(spreadsheet: Spreadsheet, now: VirtualTime): ValidationContext {
  const { locale, timeZone } = spreadsheet.details;
  const today = Math.floor(serialOfInstant(now, timeZone));
  return {
    locale,
    today,
    year: new Date((today - 25_569) * 86_400_000).getUTCFullYear(),
    texts: (reference) => textsAt(spreadsheet, reference, spreadsheet.sheets[0]),
  };
}

/** @throws Refusal for text longer than a cell takes */
export function requireCellLength(text: string): void {
  if (text.length > maximumCellCharacters) throw invalid(messages.cellTooLong);
}

/** The cell after text was typed into it. @throws Refusal for text longer than a cell takes */
export function typedCell(spreadsheet: Spreadsheet, former: Cell | undefined, text: string, context: ValidationContext): Cell {
  requireCellLength(text);
  const style = former?.style ?? 0;
  const { numberFormat } = spreadsheet.styles.format(style);
  const typed: Typed = parseTyped(text, numberFormat, context);
  const newStyle = typed.pattern === undefined || numberFormat !== undefined ? style : spreadsheet.styles.withNumberFormat(style, numberFormatOf(typed.pattern));
  return withContent(former, typed, newStyle);
}

/** The cell with a value that is taken literally. @throws Refusal for text longer than a cell takes */
export function rawCell(former: Cell | undefined, value: CellValue | null): Cell {
  if (typeof value === 'string') requireCellLength(value);
  return withContent(former, { value: value === '' ? null : value });
}

interface Judged {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly condition: Condition;
}

/** The first of the cells whose rule by formula says no. What such a rule looks at may itself rest on what was just written, so all is computed first. */
function firstRefused(spreadsheet: Spreadsheet, sheetId: number, cells: readonly Judged[], context: ValidationContext): Judged | null {
  if (cells.length === 0) return null;
  const settled = spreadsheet.fork();
  settled.calculate();
  const sheet = settled.sheet(sheetId);
  if (!sheet) return null;
  const formulas = new RuleFormulas(settled, sheet, false);
  for (const cell of cells) formulas.want(cell.condition, cell, cell);
  formulas.compute();
  const refuses = (cell: Judged): boolean => {
    if (cell.condition.type === 'CUSTOM_FORMULA') return formulas.holds(cell.condition, cell, cell) === false;
    const given = formulas.results(cell.condition, cell, cell);
    return !given.includes(null) && !satisfies({ condition: cell.condition }, cell.value, context, given);
  };
  return cells.find(refuses) ?? null;
}

/** The first cell of the area whose strict rule does not take what the cell now holds; null when all do. */
export function firstViolation(spreadsheet: Spreadsheet, sheet: Sheet, area: Area, context: ValidationContext): { readonly row: number; readonly column: number } | null {
  if (sheet.details.validations.length === 0) return null;
  const judged: Judged[] = [];
  const here: ValidationContext = { ...context, texts: (reference) => textsAt(spreadsheet, reference, sheet) };
  for (let row = area.top; row < area.bottom; row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      const cell = sheet.cell(row, column);
      if (!cell || cell.value === null || cell.formula !== undefined) continue;
      const rule = validationAt(sheet, row, column);
      if (rule?.strict !== true) continue;
      if (rule.condition && asksFormulas(rule.condition)) judged.push({ row, column, value: cell.value, condition: rule.condition });
      else if (!satisfies(rule, cell.value, here)) return { row, column };
    }
  }
  return firstRefused(spreadsheet, sheet.sheetId, judged, context);
}

/** Makes the grid at least this large. New rows and columns take on the formats of the last one, as in a sheet that is typed in. */
export function growGrid(spreadsheet: Spreadsheet, sheet: Sheet, rows: number, columns: number): void {
  const { size } = sheet;
  if (rows > size.rows) spreadsheet.changeDimension(sheet, { kind: 'insert', dimension: 'ROWS', start: size.rows, count: rows - size.rows, inheritFromBefore: true });
  if (columns > size.columns) spreadsheet.changeDimension(sheet, { kind: 'insert', dimension: 'COLUMNS', start: size.columns, count: columns - size.columns, inheritFromBefore: true });
}

/** The whole grid as a range. */
export const wholeGrid = (sheet: Sheet): Area => areaOf(rangeOf(sheet.sheetId, { top: 0, left: 0, bottom: sheet.size.rows, right: sheet.size.columns }), sheet.size);
