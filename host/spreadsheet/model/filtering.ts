/** Which rows a sheet's filter or one of its filter views hides. */
import type { Message } from '../schema/shapes';
import { areaOf } from './area';
import { effectiveValue } from './cell';
import { conditionHolds } from './conditional-format';
import { displayText } from './number-format';
import { asksFormulas, RuleFormulas } from './rule-formulas';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';
import type { ValidationContext } from './validation';

type Criteria = Message<'FilterCriteria'>;
/** What both kinds of filter have in common. */
type AnyFilter = Pick<Message<'FilterView'>, 'range' | 'criteria' | 'filterSpecs'>;

/**
 * The rows that a filter hides; its first row is its head and always stays. A formula counts from the first row below the head; one that is
 * not computed hides nothing. The spreadsheet must be computed and not change any more.
 */
function rowsHiddenBy(filter: AnyFilter, spreadsheet: Spreadsheet, sheet: Sheet, context: ValidationContext): ReadonlySet<number> {
  const criteria: (readonly [column: number, criteria: Criteria])[] = Object.entries(filter.criteria ?? {}).map(([index, one]) => [Number(index), one]);
  for (const { columnIndex = 0, filterCriteria } of filter.filterSpecs ?? []) if (filterCriteria) criteria.push([columnIndex, filterCriteria]);
  const hidden = new Set<number>();
  if (criteria.length === 0) return hidden;
  const { top, bottom } = areaOf(filter.range ?? {}, sheet.size);
  const last = Math.min(bottom, sheet.lastRow());
  const formulas = new RuleFormulas(spreadsheet, sheet, true);
  for (const [column, { condition }] of criteria) {
    if (!condition || !asksFormulas(condition)) continue;
    for (let row = top + 1; row < last; row += 1) formulas.want(condition, { row: top + 1, column }, { row, column });
  }
  formulas.compute();
  for (let row = top + 1; row < last; row += 1) {
    for (const [column, { hiddenValues = [], condition }] of criteria) {
      const cell = sheet.cell(row, column);
      const text = displayText(cell, spreadsheet.styles.format(cell?.style ?? 0), spreadsheet.details.locale);
      const first = { row: top + 1, column };
      const place = { row, column };
      const isUnknown = condition !== undefined && asksFormulas(condition) && formulas.results(condition, first, place).includes(null);
      const fails = condition !== undefined && !isUnknown && !conditionHolds(condition, effectiveValue(cell), text, context, formulas, first, place);
      if (fails || hiddenValues.includes(text)) hidden.add(row);
    }
  }
  return hidden;
}

/** The rows that the basic filter hides for everybody. */
export function filteredRows(spreadsheet: Spreadsheet, sheet: Sheet, context: ValidationContext): ReadonlySet<number> {
  const { basicFilter } = sheet.details;
  return basicFilter ? rowsHiddenBy(basicFilter, spreadsheet, sheet, context) : new Set();
}

/** The rows that a filter view hides for whoever chose it; null when there is no such view. */
export function rowsHiddenByView(spreadsheet: Spreadsheet, sheet: Sheet, filterViewId: number, context: ValidationContext): ReadonlySet<number> | null {
  const view = sheet.details.filterViews.find((candidate) => candidate.filterViewId === filterViewId);
  return view ? rowsHiddenBy(view, spreadsheet, sheet, context) : null;
}
