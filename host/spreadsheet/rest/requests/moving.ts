/** Requests that copy, shift, sort and search cells. */
import type { Area } from '../../model/area';
import { hasContent } from '../../model/cell';
import { byCut, byShift, movedFormula } from '../../formulas/rewriting';
import { enteringContext, rawCell, typedCell } from '../../model/entering';
import { copyArea, deleteCells, eraseArea, insertCells, sortArea, type PasteParts } from '../../model/moving-cells';
import { displayText } from '../../model/number-format';
import { invalid } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import { setValidation } from '../../model/validation';
import type { Message } from '../../schema/shapes';
import { placeOfRange, requireSheet, type Place } from '../reference';
import { handle, requireWrite, type Batch } from './batch';

const pasteParts: Readonly<Record<NonNullable<Message<'CopyPasteRequest'>['pasteType']>, PasteParts>> = {
  PASTE_NORMAL: { content: true, format: true, note: true, validation: true },
  PASTE_VALUES: { content: 'values', format: false, note: false, validation: false },
  PASTE_FORMAT: { content: false, format: true, note: false, validation: true },
  PASTE_NO_BORDERS: { content: true, format: true, note: true, validation: true },
  PASTE_FORMULA: { content: true, format: false, note: false, validation: false },
  PASTE_DATA_VALIDATION: { content: false, format: false, note: false, validation: true },
  PASTE_CONDITIONAL_FORMATTING: { content: false, format: false, note: false, validation: false },
};

export const copyPaste = handle('CopyPasteRequest', (batch, { source, destination, pasteType = 'PASTE_NORMAL', pasteOrientation }) => {
  const from = placeOfRange(batch.draft, source);
  const to = placeOfRange(batch.draft, destination);
  requireWrite(batch, to.sheet, to.area);
  if (pasteType === 'PASTE_VALUES') batch.draft.calculate();
  const written = copyArea(from, to, pasteParts[pasteType], pasteOrientation === 'TRANSPOSE');
  requireWrite(batch, to.sheet, written);
  batch.written += (written.bottom - written.top) * (written.right - written.left);
});

export const cutPaste = handle('CutPasteRequest', (batch, { source, destination = {}, pasteType = 'PASTE_NORMAL' }) => {
  const from = placeOfRange(batch.draft, source);
  const sheet = requireSheet(batch.draft, destination.sheetId);
  const { rowIndex: top = 0, columnIndex: left = 0 } = destination;
  const area: Area = { top, left, bottom: top + from.area.bottom - from.area.top, right: left + from.area.right - from.area.left };
  if (area.bottom > sheet.size.rows || area.right > sheet.size.columns) throw invalid('The pasted cells do not fit into the sheet.');
  requireWrite(batch, from.sheet, from.area);
  requireWrite(batch, sheet, area);
  const cut = from.sheet.fork();
  eraseArea(from.sheet, from.area);
  setValidation(from.sheet, from.area, null);
  const [down, across] = [area.top - from.area.top, area.left - from.area.left];
  copyArea({ sheet: cut, area: from.area }, { sheet, area }, pasteParts[pasteType], false, true);
  batch.draft.rewriteFormulas((formula, home) => movedFormula(formula, home.details.title, from.sheet.details.title, byCut(from.area, down, across)));
});

function requireBehind({ area }: Place, shift: 'ROWS' | 'COLUMNS' | undefined, sheet: Sheet): Area {
  if (shift === undefined) throw invalid('No shiftDimension was specified.');
  return shift === 'ROWS' ? { ...area, bottom: sheet.size.rows } : { ...area, right: sheet.size.columns };
}

function followShift({ draft }: Batch, { sheet, area }: Place, dimension: 'ROWS' | 'COLUMNS', kind: 'insert' | 'delete'): void {
  draft.rewriteFormulas((formula, home) => movedFormula(formula, home.details.title, sheet.details.title, byShift(area, dimension, kind)));
}

export const insertRange = handle('InsertRangeRequest', (batch, { range, shiftDimension }) => {
  const place = placeOfRange(batch.draft, range);
  requireWrite(batch, place.sheet, requireBehind(place, shiftDimension, place.sheet));
  insertCells(place.sheet, place.area, shiftDimension ?? 'ROWS');
  followShift(batch, place, shiftDimension ?? 'ROWS', 'insert');
});

export const deleteRange = handle('DeleteRangeRequest', (batch, { range, shiftDimension }) => {
  const place = placeOfRange(batch.draft, range);
  requireWrite(batch, place.sheet, requireBehind(place, shiftDimension, place.sheet));
  deleteCells(place.sheet, place.area, shiftDimension ?? 'ROWS');
  followShift(batch, place, shiftDimension ?? 'ROWS', 'delete');
});

export const sortRange = handle('SortRangeRequest', (batch, { range, sortSpecs = [] }) => {
  const { sheet, area } = placeOfRange(batch.draft, range);
  requireWrite(batch, sheet, area);
  for (const { dimensionIndex = 0 } of sortSpecs) if (dimensionIndex < area.left || dimensionIndex >= area.right) throw invalid(`sortSpecs.dimensionIndex[${dimensionIndex}] is outside of the range.`);
  batch.draft.calculate();
  sortArea(sheet, area, sortSpecs.map(({ dimensionIndex = 0, sortOrder }) => ({ column: dimensionIndex, descending: sortOrder === 'DESCENDING' })));
  batch.written += (area.bottom - area.top) * (area.right - area.left);
});

function searchPattern({ find = '', searchByRegex, matchCase, matchEntireCell }: Message<'FindReplaceRequest'>): RegExp {
  if (find === '') throw invalid('find must not be empty.');
  const source = searchByRegex === true ? find : find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(matchEntireCell === true ? `^(?:${source})$` : source, matchCase === true ? 'gu' : 'giu');
  } catch {
    throw invalid(`Invalid regular expression: ${find}`);
  }
}

export const findReplace = handle('FindReplaceRequest', (batch, request) => {
  const { draft } = batch;
  const pattern = searchPattern(request);
  const whole = (sheet: Sheet): Place => ({ sheet, area: { top: 0, left: 0, bottom: sheet.size.rows, right: sheet.size.columns } });
  const places = request.range ? [placeOfRange(draft, request.range)] : request.allSheets === true ? draft.sheets.map(whole) : [whole(requireSheet(draft, request.sheetId))];
  const typing = enteringContext(draft, batch.now);
  draft.calculate();
  const count = { valuesChanged: 0, formulasChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 };
  for (const { sheet, area } of places) {
    const rowsBefore = count.rowsChanged;
    for (let row = area.top; row < Math.min(area.bottom, sheet.lastRow()); row += 1) {
      let rowChanged = false;
      for (let column = area.left; column < area.right; column += 1) {
        const cell = sheet.cell(row, column);
        if (!cell || !hasContent(cell) || (cell.formula !== undefined && request.includeFormulas !== true)) continue;
        const text = cell.formula ?? displayText(cell, draft.styles.format(cell.style), draft.details.locale);
        const occurrences = text.match(pattern)?.length ?? 0;
        if (occurrences === 0) continue;
        requireWrite(batch, sheet, { top: row, left: column, bottom: row + 1, right: column + 1 });
        const replacement = request.replacement ?? '';
        const replaced = request.searchByRegex === true ? text.replace(pattern, replacement) : text.replace(pattern, () => replacement);
        // Text that was kept from being a number or a formula stays text; everything else is entered anew.
        const isKept = cell.formula === undefined && typeof cell.value === 'string' && typedCell(draft, cell, cell.value, typing).value !== cell.value;
        sheet.setCell(row, column, isKept ? rawCell(cell, replaced) : typedCell(draft, cell, replaced, typing));
        count.occurrencesChanged += occurrences;
        if (cell.formula === undefined) count.valuesChanged += 1;
        else count.formulasChanged += 1;
        rowChanged = true;
        batch.written += 1;
      }
      if (rowChanged) count.rowsChanged += 1;
    }
    if (count.rowsChanged > rowsBefore) count.sheetsChanged += 1;
  }
  return { findReplace: Object.fromEntries(Object.entries(count).filter(([, amount]) => amount > 0)) };
});
