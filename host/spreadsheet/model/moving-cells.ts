/** Copying, shifting and sorting rectangles of cells. */
import { intersect, isEmptyArea, type Area } from './area';
import { blankCell, effectiveValue, withContent, withStyle, type Cell, type CellValue } from './cell';
import type { Sheet } from './sheet';
import { copiedFormula } from '../formulas/rewriting';
import { setValidation, shiftedRule, validationsIn } from './validation';

/** A copy of a rectangle's cells, row by row. */
export type Block = readonly (readonly (Cell | undefined)[])[];

export function blockOf(sheet: Sheet, area: Area): Block {
  return Array.from({ length: area.bottom - area.top }, (_, row) => {
    const cells = sheet.cells(area.top + row);
    return Array.from({ length: area.right - area.left }, (__, column) => cells[area.left + column]);
  });
}

/** Writes a block with its top left corner at a cell; cells beyond the block stay. */
export function putBlock(sheet: Sheet, top: number, left: number, block: Block): void {
  for (const [row, cells] of block.entries()) for (const [column, cell] of cells.entries()) sheet.setCell(top + row, left + column, cell ?? blankCell(0));
}

/** The cell as it stands further down or right: its formula's references move along. */
export function movedAlong(cell: Cell | undefined, down: number, across: number): Cell | undefined {
  if (cell?.formula === undefined) return cell;
  const formula = copiedFormula(cell.formula, down, across);
  return formula === cell.formula ? cell : { ...cell, formula, value: null };
}

export interface PasteParts {
  /** `values` takes results in place of formulas. */
  readonly content: boolean | 'values';
  readonly format: boolean;
  readonly note: boolean;
  readonly validation: boolean;
}

/** Copies a rectangle over another one, where formulas' references move along unless the cells were cut out; a larger destination is tiled when it holds the source a whole number of times. */
export function copyArea(from: { readonly sheet: Sheet; readonly area: Area }, to: { readonly sheet: Sheet; readonly area: Area }, parts: PasteParts, transpose: boolean, isMove: boolean = false): Area {
  const source = blockOf(from.sheet, from.area);
  const block: Block = transpose ? Array.from({ length: from.area.right - from.area.left }, (_, column) => source.map((row) => row[column])) : source;
  const height = block.length;
  const width = block[0]?.length ?? 0;
  const wantedHeight = to.area.bottom - to.area.top;
  const wantedWidth = to.area.right - to.area.left;
  const rows = wantedHeight % height === 0 ? wantedHeight : height;
  const columns = wantedWidth % width === 0 ? wantedWidth : width;
  const target: Area = { top: to.area.top, left: to.area.left, bottom: to.area.top + rows, right: to.area.left + columns };
  const rules = parts.validation && !transpose ? validationsIn(from.sheet, from.area) : [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = block[row % height]?.[column % width];
      let pasted = to.sheet.cell(target.top + row, target.left + column);
      if (parts.content === 'values') pasted = withContent(pasted, { value: effectiveValue(cell) });
      else if (parts.content) {
        const [down, across] = transpose ? [column % width, row % height] : [row % height, column % width];
        pasted = withContent(pasted, (isMove ? cell : movedAlong(cell, target.top + row - from.area.top - down, target.left + column - from.area.left - across)) ?? { value: null });
      }
      if (parts.format) pasted = withStyle(pasted, cell?.style ?? 0);
      if (parts.note && cell?.note !== undefined) pasted = { ...(pasted ?? blankCell(0)), note: cell.note };
      if (pasted) to.sheet.setCell(target.top + row, target.left + column, pasted);
    }
  }
  if (parts.validation) {
    setValidation(to.sheet, target, null);
    for (let top = 0; top < rows; top += height) {
      for (let left = 0; left < columns; left += width) {
        for (const { area, rule } of rules) {
          const shift = { down: target.top + top - from.area.top, across: target.left + left - from.area.left };
          setValidation(to.sheet, { top: area.top + shift.down, bottom: area.bottom + shift.down, left: area.left + shift.across, right: area.right + shift.across }, isMove ? rule : shiftedRule(rule, shift.down, shift.across));
        }
      }
    }
  }
  return target;
}

/** Empties a rectangle altogether, formats included. */
export function eraseArea(sheet: Sheet, area: Area): void {
  if (isEmptyArea(area)) return;
  for (let row = area.top; row < area.bottom; row += 1) {
    const width = Math.min(area.right, sheet.cells(row).length);
    for (let column = area.left; column < width; column += 1) sheet.setCell(row, column, blankCell(0));
  }
}

/** Opens a gap at a rectangle: its cells and those behind it move down or right, those pushed over the edge are lost. */
export function insertCells(sheet: Sheet, area: Area, direction: 'ROWS' | 'COLUMNS'): void {
  const { rows, columns } = sheet.size;
  const rest = direction === 'ROWS' ? { ...area, bottom: rows - (area.bottom - area.top) } : { ...area, right: columns - (area.right - area.left) };
  const block = isEmptyArea(rest) ? [] : blockOf(sheet, rest);
  putBlock(sheet, direction === 'ROWS' ? area.bottom : area.top, direction === 'ROWS' ? area.left : area.right, block);
  eraseArea(sheet, intersect(area, { top: 0, left: 0, bottom: rows, right: columns }) ?? area);
}

/** Takes a rectangle out: what lies below or to the right moves up. */
export function deleteCells(sheet: Sheet, area: Area, direction: 'ROWS' | 'COLUMNS'): void {
  const { rows, columns } = sheet.size;
  const behind = direction === 'ROWS' ? { ...area, top: area.bottom, bottom: rows } : { ...area, left: area.right, right: columns };
  const block = isEmptyArea(behind) ? [] : blockOf(sheet, behind);
  eraseArea(sheet, direction === 'ROWS' ? { ...area, bottom: rows } : { ...area, right: columns });
  putBlock(sheet, area.top, area.left, block);
}

const ranks: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };

/** Numbers before text before truth values, as the sheet sorts. */
function compareValues(one: CellValue, other: CellValue): number {
  if (typeof one !== typeof other) return (ranks[typeof one] ?? 0) - (ranks[typeof other] ?? 0);
  if (typeof one === 'string' && typeof other === 'string') return one.localeCompare(other, 'zh-CN', { sensitivity: 'base', numeric: false });
  return Number(one) - Number(other);
}

export interface SortOrder {
  /** Column of the sheet, from zero. */
  readonly column: number;
  readonly descending: boolean;
}

/** Which of two rows comes first; empty cells come last either way. 0 for rows that are equal in all that counts. */
export function compareCells(one: (column: number) => Cell | undefined, other: (column: number) => Cell | undefined, orders: readonly SortOrder[]): number {
  for (const { column, descending } of orders) {
    const [first, second] = [effectiveValue(one(column)), effectiveValue(other(column))];
    if (first === null || second === null) {
      if (first !== second) return first === null ? 1 : -1;
      continue;
    }
    const difference = compareValues(first, second);
    if (difference !== 0) return descending ? -difference : difference;
  }
  return 0;
}

/** Sorts the rows of a rectangle; equal rows keep their order and empty cells come last either way. Validations stay where they are. */
export function sortArea(sheet: Sheet, area: Area, orders: readonly SortOrder[]): void {
  const rows = blockOf(sheet, area).map((cells, index) => ({ cells, index }));
  rows.sort((one, other) => compareCells((column) => one.cells[column - area.left], (column) => other.cells[column - area.left], orders) || one.index - other.index);
  putBlock(sheet, area.top, area.left, rows.map(({ cells, index }, place) => cells.map((cell) => movedAlong(cell, place - index, 0))));
}
