/** Requests that merge cells and take merges apart. A merge is whole: nothing is done to a part of one, and none reaches across a frozen edge. */
import { areaOf, contains, intersect, rangeOf, type Area } from '../../model/area';
import { hasContent, withContent } from '../../model/cell';
import { messages } from '../../model/limits';
import { invalid } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import type { SheetDetails } from '../../model/sheet-details';
import type { GridRange, Message } from '../../schema/shapes';
import { placeOfRange } from '../reference';
import { handle, requireWrite } from './batch';

function blocksOf(area: Area, mergeType: Message<'MergeCellsRequest'>['mergeType']): readonly Area[] {
  if (mergeType === 'MERGE_ROWS') return Array.from({ length: area.bottom - area.top }, (_, row) => ({ ...area, top: area.top + row, bottom: area.top + row + 1 }));
  if (mergeType === 'MERGE_COLUMNS') return Array.from({ length: area.right - area.left }, (_, column) => ({ ...area, left: area.left + column, right: area.left + column + 1 }));
  return [area];
}

/** The merges outside an area. @throws Refusal when one lies partly within it */
function mergesBeside({ details, size }: Sheet, area: Area): readonly GridRange[] {
  return details.merges.filter((merge) => {
    const merged = areaOf(merge, size);
    if (!intersect(merged, area)) return true;
    if (!contains(area, merged)) throw invalid(messages.partOfMerge);
    return false;
  });
}

const cuts = (edge: number, start: number, end: number): boolean => start < edge && edge < end;

/** @throws Refusal when frozen rows or columns would end within a merge */
export function requireFreezeBesideMerges({ frozenRowCount, frozenColumnCount, merges }: SheetDetails): void {
  if (frozenRowCount < 0 || frozenColumnCount < 0) throw invalid(messages.frozenAtLeastNone);
  for (const { startRowIndex = 0, endRowIndex = 0, startColumnIndex = 0, endColumnIndex = 0 } of merges) {
    if (cuts(frozenRowCount, startRowIndex, endRowIndex)) throw invalid(messages.freezeThroughMerge('rows'));
    if (cuts(frozenColumnCount, startColumnIndex, endColumnIndex)) throw invalid(messages.freezeThroughMerge('columns'));
  }
}

/** @throws Refusal when a block holds frozen and other rows or columns */
function requireBesideFreeze({ details: { frozenRowCount, frozenColumnCount } }: Sheet, block: Area): void {
  if (cuts(frozenRowCount, block.top, block.bottom)) throw invalid(messages.mergeThroughFreeze('rows'));
  if (cuts(frozenColumnCount, block.left, block.right)) throw invalid(messages.mergeThroughFreeze('columns'));
}

/** A merged block keeps the contents of its top left cell only. */
export const mergeCells = handle('MergeCellsRequest', (batch, { range, mergeType }) => {
  const { sheet, area } = placeOfRange(batch.draft, range);
  requireWrite(batch, sheet, area);
  const rest = mergesBeside(sheet, area);
  const blocks = blocksOf(area, mergeType).filter((block) => block.bottom - block.top > 1 || block.right - block.left > 1);
  for (const block of blocks) {
    requireBesideFreeze(sheet, block);
    for (let row = block.top; row < block.bottom; row += 1) {
      for (let column = block.left; column < block.right; column += 1) {
        const cell = sheet.cell(row, column);
        if ((row > block.top || column > block.left) && hasContent(cell)) sheet.setCell(row, column, withContent(cell, { value: null }));
      }
    }
  }
  sheet.details = { ...sheet.details, merges: [...rest, ...blocks.map((block) => rangeOf(sheet.sheetId, block))] };
});

export const unmergeCells = handle('UnmergeCellsRequest', (batch, { range }) => {
  const { sheet, area } = placeOfRange(batch.draft, range);
  requireWrite(batch, sheet, area);
  sheet.details = { ...sheet.details, merges: mergesBeside(sheet, area) };
});
