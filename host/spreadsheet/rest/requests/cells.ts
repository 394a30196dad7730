/** Requests that write cells. */
import type { Area } from '../../model/area';
import { withStyle } from '../../model/cell';
import { growGrid } from '../../model/entering';
import { invalid } from '../../model/refusal';
import { copiedFormula } from '../../formulas/rewriting';
import { setValidation } from '../../model/validation';
import type { Sheet } from '../../model/sheet';
import type { MaskNode } from '../../schema/field-mask';
import type { Message } from '../../schema/shapes';
import { CellWriter } from '../cell-data';
import { placeOfRange, requireSheet } from '../reference';
import { handle, requireFields, requireWrite, type Batch } from './batch';

const widthOf = (rows: readonly Message<'RowData'>[]): number => rows.reduce((widest, { values = [] }) => Math.max(widest, values.length), 0);

function writeRows(batch: Batch, sheet: Sheet, area: Area, rows: readonly Message<'RowData'>[], mask: MaskNode): void {
  requireWrite(batch, sheet, area);
  const writer = new CellWriter(batch.draft, mask);
  for (let row = area.top; row < area.bottom; row += 1) {
    const { values = [] } = rows[row - area.top] ?? {};
    for (let column = area.left; column < area.right; column += 1) {
      writer.write(sheet, row, column, values[column - area.left] ?? {});
      batch.written += 1;
    }
  }
}

/** A rectangle for rows that start at a cell: rows keep their own lengths, so cells beyond a short row stay as they are. */
function writeFrom(batch: Batch, sheet: Sheet, top: number, left: number, rows: readonly Message<'RowData'>[], mask: MaskNode): void {
  const width = widthOf(rows);
  if (top + rows.length > sheet.size.rows) throw invalid(`Attempting to write row: ${sheet.size.rows}, beyond the last requested row of: ${sheet.size.rows - 1}`);
  if (left + width > sheet.size.columns) throw invalid(`Attempting to write column: ${sheet.size.columns}, beyond the last requested column of: ${sheet.size.columns - 1}`);
  requireWrite(batch, sheet, { top, left, bottom: top + rows.length, right: left + width });
  const writer = new CellWriter(batch.draft, mask);
  for (const [rowIndex, { values = [] }] of rows.entries()) {
    for (const [columnIndex, data] of values.entries()) {
      writer.write(sheet, top + rowIndex, left + columnIndex, data);
      batch.written += 1;
    }
  }
}

export const updateCells = handle('UpdateCellsRequest', (batch, { rows = [], fields, start, range }) => {
  const mask = requireFields(fields, 'CellData');
  if (start !== undefined) {
    writeFrom(batch, requireSheet(batch.draft, start.sheetId), start.rowIndex ?? 0, start.columnIndex ?? 0, rows, mask);
    return;
  }
  const { sheet, area } = placeOfRange(batch.draft, range);
  if (rows.length > area.bottom - area.top) throw invalid(`Attempting to write row: ${area.bottom}, beyond the last requested row of: ${area.bottom - 1}`);
  if (widthOf(rows) > area.right - area.left) throw invalid(`Attempting to write column: ${area.right}, beyond the last requested column of: ${area.right - 1}`);
  writeRows(batch, sheet, area, rows, mask);
});

/** A repeated formula's references move along from cell to cell. */
function repeated(cell: Message<'CellData'>, down: number, across: number): Message<'CellData'> {
  const formula = cell.userEnteredValue?.formulaValue;
  return formula === undefined ? cell : { ...cell, userEnteredValue: { formulaValue: copiedFormula(formula, down, across) } };
}

export const repeatCell = handle('RepeatCellRequest', (batch, { range, cell = {}, fields }) => {
  const { sheet, area } = placeOfRange(batch.draft, range);
  requireWrite(batch, sheet, area);
  const mask = requireFields(fields, 'CellData');
  if (mask.children.size === 1 && mask.children.has('dataValidation')) {
    setValidation(sheet, area, cell.dataValidation ?? null);
    return;
  }
  const writer = new CellWriter(batch.draft, mask);
  for (let row = area.top; row < area.bottom; row += 1) for (let column = area.left; column < area.right; column += 1) writer.write(sheet, row, column, repeated(cell, row - area.top, column - area.left));
  batch.written += (area.bottom - area.top) * (area.right - area.left);
});

export const appendCells = handle('AppendCellsRequest', (batch, { sheetId, rows = [], fields }) => {
  const sheet = requireSheet(batch.draft, sheetId);
  const top = sheet.lastRow();
  const mask = requireFields(fields, 'CellData');
  growGrid(batch.draft, sheet, top + rows.length, widthOf(rows));
  writeFrom(batch, sheet, top, 0, rows, mask);
});

export const setDataValidation = handle('SetDataValidationRequest', (batch, { range, rule }) => {
  const { sheet, area } = placeOfRange(batch.draft, range);
  requireWrite(batch, sheet, area);
  if (rule !== undefined && rule.condition?.type === undefined) throw invalid('A condition is required.');
  setValidation(sheet, area, rule ?? null);
});

type Side = 'top' | 'bottom' | 'left' | 'right';

export const updateBorders = handle('UpdateBordersRequest', (batch, request) => {
  const { sheet, area } = placeOfRange(batch.draft, request.range);
  requireWrite(batch, sheet, area);
  const { styles } = batch.draft;
  for (let row = area.top; row < area.bottom; row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      const lines: readonly (readonly [Side, Message<'Border'> | undefined])[] = [
        ['top', row === area.top ? request.top : request.innerHorizontal],
        ['bottom', row === area.bottom - 1 ? request.bottom : request.innerHorizontal],
        ['left', column === area.left ? request.left : request.innerVertical],
        ['right', column === area.right - 1 ? request.right : request.innerVertical],
      ];
      const set = lines.filter(([, line]) => line !== undefined);
      if (set.length === 0) continue;
      const cell = sheet.cell(row, column);
      const format = styles.format(cell?.style ?? 0);
      const borders = { ...format.borders, ...Object.fromEntries(set) };
      const remaining = Object.entries(borders).filter(([, line]) => line?.style !== 'NONE');
      const { borders: _former, ...rest } = format;
      const number = styles.numberOf(remaining.length === 0 ? rest : { ...rest, borders: Object.fromEntries(remaining) });
      sheet.setCell(row, column, withStyle(cell, number));
    }
  }
});
