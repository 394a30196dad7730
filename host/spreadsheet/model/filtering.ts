/** Which rows a sheet's filter hides. */
import { areaOf } from './area';
import { conditionHolds } from './conditional-format';
import { displayText } from './number-format';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import type { ValidationContext } from './validation';

/** The rows that the basic filter hides; its first row is its head and always stays. A condition by formula is not computed and hides nothing. */
export function filteredRows(spreadsheet: Spreadsheet, sheet: Sheet, context: ValidationContext): ReadonlySet<number> {
  const { basicFilter } = sheet.details;
  const criteria = Object.entries(basicFilter?.criteria ?? {});
  for (const { columnIndex = 0, filterCriteria } of basicFilter?.filterSpecs ?? []) if (filterCriteria) criteria.push([String(columnIndex), filterCriteria]);
  const hidden = new Set<number>();
  if (!basicFilter || criteria.length === 0) return hidden;
  const { top, bottom } = areaOf(basicFilter.range ?? {}, sheet.size);
  for (let row = top + 1; row < Math.min(bottom, sheet.lastRow()); row += 1) {
    for (const [index, { hiddenValues = [], condition }] of criteria) {
      const column = Number(index);
      const cell = sheet.cell(row, column);
      const text = displayText(cell, spreadsheet.styles.format(cell?.style ?? 0), spreadsheet.details.locale);
      const fails = condition !== undefined && condition.type !== 'CUSTOM_FORMULA' && !conditionHolds(condition, sheet, row, column, top + 1, text, context);
      if (fails || hiddenValues.includes(text)) hidden.add(row);
    }
  }
  return hidden;
}
