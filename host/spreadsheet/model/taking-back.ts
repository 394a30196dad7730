/** Takes a change of a spreadsheet back, or makes it again, while what others did elsewhere since stays. */
import { mergedRows } from './row-merge';
import type { SheetDetails } from './sheet-details';
import type { Spreadsheet, SpreadsheetDetails } from './spreadsheet';

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

/** Thrown where somebody has changed since what would be changed. */
export class ChangedSince extends Error {}

/** What did not change stays as it is now; what did must be as the change left it. */
function merged<T>(from: T, to: T, now: T): T {
  if (same(from, to)) return now;
  if (!same(from, now)) throw new ChangedSince();
  return to;
}

function mergedDetails(from: SheetDetails, to: SheetDetails, now: SheetDetails): SheetDetails {
  if (from === to) return now;
  return {
    sheetId: now.sheetId,
    title: merged(from.title, to.title, now.title),
    hidden: merged(from.hidden, to.hidden, now.hidden),
    // The grid may have grown since.
    rowCount: now.rowCount + to.rowCount - from.rowCount,
    columnCount: now.columnCount + to.columnCount - from.columnCount,
    frozenRowCount: merged(from.frozenRowCount, to.frozenRowCount, now.frozenRowCount),
    frozenColumnCount: merged(from.frozenColumnCount, to.frozenColumnCount, now.frozenColumnCount),
    hideGridlines: now.hideGridlines,
    rightToLeft: now.rightToLeft,
    tabColorStyle: now.tabColorStyle,
    rows: merged(from.rows, to.rows, now.rows),
    columns: merged(from.columns, to.columns, now.columns),
    validations: merged(from.validations, to.validations, now.validations),
    protections: merged(from.protections, to.protections, now.protections),
    conditionalFormats: merged(from.conditionalFormats, to.conditionalFormats, now.conditionalFormats),
    bandings: merged(from.bandings, to.bandings, now.bandings),
    merges: merged(from.merges, to.merges, now.merges),
    basicFilter: merged(from.basicFilter, to.basicFilter, now.basicFilter),
    filterViews: merged(from.filterViews, to.filterViews, now.filterViews),
    charts: merged(from.charts, to.charts, now.charts),
    ...defined({ scriptCharts: merged(from.scriptCharts, to.scriptCharts, now.scriptCharts) }),
    ...defined({ rowGroups: merged(from.rowGroups, to.rowGroups, now.rowGroups) }),
    ...defined({ columnGroups: merged(from.columnGroups, to.columnGroups, now.columnGroups) }),
    ...defined({ rowGroupControlAfter: now.rowGroupControlAfter }),
    ...defined({ columnGroupControlAfter: now.columnGroupControlAfter }),
  };
}

/** Leaves out what is undefined. */
const defined = <Name extends keyof SheetDetails>(part: { readonly [name in Name]: SheetDetails[name] | undefined }): Partial<Pick<SheetDetails, Name>> =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as Partial<Pick<SheetDetails, Name>>;

/** Lists whose entries have an id are looked at entry by entry: those that did not change stay as they are now. */
function mergedList<T>(from: readonly T[], to: readonly T[], now: readonly T[], idOf: (entry: T) => unknown): readonly T[] {
  if (same(from, to)) return now;
  const find = (list: readonly T[], id: unknown): T | undefined => list.find((entry) => idOf(entry) === id);
  const kept = now.flatMap((entry) => {
    const id = idOf(entry);
    return merged(find(from, id), find(to, id), entry as T | undefined) ?? [];
  });
  return [...kept, ...to.filter((entry) => find(from, idOf(entry)) === undefined && find(now, idOf(entry)) === undefined)];
}

function mergedFile(from: SpreadsheetDetails, to: SpreadsheetDetails, now: SpreadsheetDetails): SpreadsheetDetails {
  if (from === to) return now;
  return {
    ...now,
    namedRanges: mergedList(from.namedRanges, to.namedRanges, now.namedRanges, ({ namedRangeId }) => namedRangeId),
    metadata: mergedList(from.metadata, to.metadata, now.metadata, ({ metadataId }) => metadataId),
  };
}

/**
 * Makes the change from one version to another in a draft of the present one.
 * @param moves whether whole rows or columns move
 * @throws ChangedSince when that would undo what others did
 */
export function replay(draft: Spreadsheet, from: Spreadsheet, to: Spreadsheet, moves: boolean): void {
  for (const target of to.sheets) {
    const before = from.sheet(target.sheetId);
    const sheet = draft.sheet(target.sheetId);
    if (!before || !sheet) throw new ChangedSince();
    const rows = mergedRows(before.rows(), target.rows(), sheet.rows(), moves);
    if (!rows) throw new ChangedSince();
    const details = mergedDetails(before.details, target.details, sheet.details);
    if (rows !== sheet.rows()) sheet.replaceRows(rows);
    sheet.details = details;
  }
  draft.details = mergedFile(from.details, to.details, draft.details);
}
