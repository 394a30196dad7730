/** Requests that take texts apart, put texts in, and tidy up the rows of a range. */
import { randomInt } from 'node:crypto';
import { GuestError } from '../../../kernel/host-object';
import { parseCsv } from '../../../services/csv';
import type { Area } from '../../model/area';
import { blankCell, effectiveValue, withContent } from '../../model/cell';
import { enteringContext, growGrid, typedCell } from '../../model/entering';
import { blockOf, movedAlong, putBlock } from '../../model/moving-cells';
import { invalid, Refusal } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import { placeOfRange, requireSheet } from '../reference';
import { handle, requireWrite } from './batch';

const cellsOf = ({ top, left, bottom, right }: Area): number => (bottom - top) * (right - left);

/** Texts without blanks at their ends, and with single ones within. @returns how many cells changed */
export function trimTexts(sheet: Sheet, area: Area): number {
  let changed = 0;
  for (let row = area.top; row < area.bottom; row += 1) {
    for (let column = area.left; column < area.right; column += 1) {
      const cell = sheet.cell(row, column);
      if (typeof cell?.value !== 'string' || cell.formula !== undefined) continue;
      const text = cell.value.trim().replace(/[ \t]+/g, ' ');
      if (text === cell.value) continue;
      sheet.setCell(row, column, withContent(cell, { value: text === '' ? null : text }));
      changed += 1;
    }
  }
  return changed;
}

export const trimWhitespace = handle('TrimWhitespaceRequest', (batch, { range }) => {
  const { sheet, area } = placeOfRange(batch.draft, range);
  requireWrite(batch, sheet, area);
  const cellsChangedCount = trimTexts(sheet, area);
  batch.written += cellsChangedCount;
  return { trimWhitespace: { cellsChangedCount } };
});

/** Of rows that are equal in the columns that count the first stays; the rest of the range moves up. */
export const deleteDuplicates = handle('DeleteDuplicatesRequest', (batch, { range, comparisonColumns = [] }) => {
  const { sheet, area } = placeOfRange(batch.draft, range);
  requireWrite(batch, sheet, area);
  const width = area.right - area.left;
  const named = comparisonColumns.flatMap(({ startIndex = 0, endIndex = startIndex + 1 }) => Array.from({ length: endIndex - startIndex }, (_, index) => startIndex + index));
  const columns = named.length > 0 ? named : Array.from({ length: width }, (_, index) => area.left + index);
  if (columns.some((column) => column < area.left || column >= area.right)) throw invalid('comparisonColumns are outside of the range.');
  batch.draft.calculate();
  const seen = new Set<string>();
  const rows = blockOf(sheet, area).filter((cells) => {
    const key = JSON.stringify(columns.map((column) => effectiveValue(cells[column - area.left])).map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
    return seen.has(key) ? false : seen.add(key);
  });
  const duplicatesRemovedCount = area.bottom - area.top - rows.length;
  const blank = Array.from({ length: width }, () => blankCell(0));
  putBlock(sheet, area.top, area.left, [...rows, ...Array.from({ length: duplicatesRemovedCount }, () => blank)]);
  batch.written += cellsOf(area);
  return { deleteDuplicates: { duplicatesRemovedCount } };
});

export const randomizeRange = handle('RandomizeRangeRequest', (batch, { range }) => {
  const { sheet, area } = placeOfRange(batch.draft, range);
  requireWrite(batch, sheet, area);
  const rows = blockOf(sheet, area).map((cells, index) => ({ cells, index }));
  for (let place = rows.length - 1; place > 0; place -= 1) {
    const other = randomInt(place + 1);
    const [one, two] = [rows[place], rows[other]];
    if (one && two) [rows[place], rows[other]] = [two, one];
  }
  putBlock(sheet, area.top, area.left, rows.map(({ cells, index }, place) => cells.map((cell) => movedAlong(cell, place - index, 0))));
  batch.written += cellsOf(area);
});

const delimiters = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' } as const;

export const textToColumns = handle('TextToColumnsRequest', (batch, { source, delimiter = '', delimiterType = 'AUTODETECT' }) => {
  const { draft } = batch;
  const { sheet, area } = placeOfRange(draft, source);
  if (area.right - area.left !== 1) throw invalid('A range of one column is required to split text.');
  if (delimiterType === 'CUSTOM' && delimiter === '') throw invalid('A custom delimiter must not be empty.');
  const texts = blockOf(sheet, area).map(([cell]) => (typeof cell?.value === 'string' && cell.formula === undefined ? cell.value : null));
  const by =
    delimiterType === 'CUSTOM' ? delimiter
    : delimiterType === 'AUTODETECT' || delimiterType === 'DELIMITER_TYPE_UNSPECIFIED' ? [',', ';', '\n', ' ', '.'].find((one) => texts.some((text) => text?.includes(one) === true))
    : delimiters[delimiterType];
  const parts = texts.map((text) => (text === null || by === undefined ? null : text.split(by)));
  const width = Math.max(1, ...parts.map((row) => row?.length ?? 0));
  requireWrite(batch, sheet, { ...area, right: area.left + width });
  growGrid(draft, sheet, sheet.size.rows, area.left + width);
  const context = enteringContext(draft, batch.now);
  for (const [index, row] of parts.entries()) {
    for (const [column, part] of (row ?? []).entries()) {
      const [top, left] = [area.top + index, area.left + column];
      sheet.setCell(top, left, typedCell(draft, sheet.cell(top, left), part.trim(), context));
      batch.written += 1;
    }
  }
});

/** What is pasted, row by row; a field in quotes may hold delimiters and line ends. */
function pastedRows(data: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return delimiter.length === 1 ? parseCsv(data, delimiter) : data.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split(delimiter));
  } catch (error) {
    if (error instanceof GuestError) throw invalid(error.message);
    throw error;
  }
}

/** Text as a person pastes it: each part is taken like typing. */
export const pasteData = handle('PasteDataRequest', (batch, { coordinate = {}, data = '', type = 'PASTE_NORMAL', delimiter, html }) => {
  const { draft } = batch;
  if (html === true) throw new Refusal('unimplemented', 'NotEmulated: spreadsheets.batchUpdate.pasteData.html');
  if (delimiter === undefined || delimiter === '') throw invalid('No delimiter was specified.');
  const sheet = requireSheet(draft, coordinate.sheetId);
  const { rowIndex: top = 0, columnIndex: left = 0 } = coordinate;
  if (top < 0 || left < 0) throw invalid('The coordinate is outside of the grid.');
  const rows = pastedRows(data, delimiter);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return;
  requireWrite(batch, sheet, { top, left, bottom: top + rows.length, right: left + width });
  // Plain text brings no formats and rules of its own.
  if (type === 'PASTE_FORMAT' || type === 'PASTE_DATA_VALIDATION' || type === 'PASTE_CONDITIONAL_FORMATTING') return;
  growGrid(draft, sheet, top + rows.length, left + width);
  const context = enteringContext(draft, batch.now);
  for (const [row, parts] of rows.entries()) {
    for (const [column, part] of parts.entries()) {
      sheet.setCell(top + row, left + column, typedCell(draft, sheet.cell(top + row, left + column), part, context));
      batch.written += 1;
    }
  }
});
