/** Everything about a sheet except its cells, as it is stored. Never changed in place: a change makes a new object. */
import type { GridRange, Message } from '../schema/shapes';
import { shiftedCondition, type Condition } from './rule-formulas';
import { changedGroups, type Group } from './groups';
import { changeIndex, changeRange, type DimensionChange } from './dimension-change';

/** A validation rule and the cells that have it. Rectangles of one sheet never overlap. */
export interface ValidatedRange {
  readonly range: GridRange;
  readonly rule: Message<'DataValidationRule'>;
}

/** What script code said of a chart that the API has no words for. */
export interface ScriptChart {
  readonly type: string;
  readonly ranges: readonly GridRange[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly numHeaders: number;
  readonly mergeStrategy: 'MERGE_COLUMNS' | 'MERGE_ROWS';
  readonly hiddenDimensions: 'IGNORE_BOTH' | 'IGNORE_ROWS' | 'IGNORE_COLUMNS' | 'SHOW_BOTH';
  readonly transposed: boolean;
}

/** Width or height in pixels and whether a person hid it; by zero-based index, only where it differs from the default. */
export type DimensionTable = Readonly<Record<string, { readonly pixelSize?: number; readonly hiddenByUser?: boolean }>>;

export interface SheetDetails {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRowCount: number;
  readonly frozenColumnCount: number;
  readonly hideGridlines: boolean;
  readonly rightToLeft: boolean;
  readonly tabColorStyle: Message<'ColorStyle'> | null;
  readonly rows: DimensionTable;
  readonly columns: DimensionTable;
  readonly validations: readonly ValidatedRange[];
  readonly protections: readonly Message<'ProtectedRange'>[];
  readonly conditionalFormats: readonly Message<'ConditionalFormatRule'>[];
  readonly bandings: readonly Message<'BandedRange'>[];
  readonly merges: readonly GridRange[];
  readonly basicFilter: Message<'BasicFilter'> | null;
  readonly filterViews: readonly Message<'FilterView'>[];
  readonly charts: readonly Message<'EmbeddedChart'>[];
  /** Absent on sheets without groups. */
  readonly rowGroups?: readonly Group[];
  readonly columnGroups?: readonly Group[];
  /** Whether the toggle of a group stands behind it. */
  readonly rowGroupControlAfter?: boolean;
  readonly columnGroupControlAfter?: boolean;
  /** By chart id; absent on sheets without charts of scripts. */
  readonly scriptCharts?: Readonly<Record<string, ScriptChart>>;
}

/** A new sheet as the platform makes it: 1,000 rows and 26 columns. */
export function newSheetDetails(sheetId: number, title: string): SheetDetails {
  return {
    sheetId,
    title,
    hidden: false,
    rowCount: 1000,
    columnCount: 26,
    frozenRowCount: 0,
    frozenColumnCount: 0,
    hideGridlines: false,
    rightToLeft: false,
    tabColorStyle: null,
    rows: {},
    columns: {},
    validations: [],
    protections: [],
    conditionalFormats: [],
    bandings: [],
    merges: [],
    basicFilter: null,
    filterViews: [],
    charts: [],
  };
}

function changeTable(table: DimensionTable, change: DimensionChange): DimensionTable {
  const entries = Object.entries(table).flatMap(([index, properties]) => {
    const moved = changeIndex(Number(index), change);
    return moved === null ? [] : [[String(moved), properties] as const];
  });
  return Object.fromEntries(entries);
}

const kept = <T>(items: readonly T[], map: (item: T) => T | null): readonly T[] =>
  items.flatMap((item) => {
    const mapped = map(item);
    return mapped === null ? [] : [mapped];
  });

/** Items whose one range has gone are dropped; items without a range stay. */
function changeRanged<T extends { readonly range?: GridRange }>(items: readonly T[], change: DimensionChange): readonly T[] {
  return kept(items, (item) => {
    if (item.range === undefined) return item;
    const range = changeRange(item.range, change);
    return range === null ? null : { ...item, range };
  });
}

function changeFrozen(frozen: number, change: DimensionChange): number {
  if (change.kind === 'insert') return change.start < frozen ? frozen + change.count : frozen;
  if (change.kind === 'delete') return frozen - Math.max(0, Math.min(frozen, change.end) - Math.min(frozen, change.start));
  return frozen;
}

function countAfter(count: number, change: DimensionChange): number {
  if (change.kind === 'insert') return count + change.count;
  return change.kind === 'delete' ? count - (change.end - change.start) : count;
}

function changeScriptCharts(charts: SheetDetails['scriptCharts'], sheetId: number, change: DimensionChange): SheetDetails['scriptCharts'] {
  if (charts === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(charts).map(([id, chart]) => [id, { ...chart, ranges: kept(chart.ranges, (range) => ((range.sheetId ?? 0) === sheetId ? changeRange(range, change) : range)) }]),
  );
}

/** The source ranges within a chart's description follow too; one that is gone is left out. */
function changeSources(value: unknown, sheetId: number, change: DimensionChange): unknown {
  if (Array.isArray(value)) return value.map((element) => changeSources(element, sheetId, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, element]: [string, unknown]) => {
      if (name !== 'sources' || !Array.isArray(element)) return [name, changeSources(element, sheetId, change)];
      const ranges = element.flatMap((range: GridRange) => ((range.sheetId ?? 0) === sheetId ? (changeRange(range, change) ?? []) : [range]));
      return [name, ranges];
    }),
  );
}

/** How far the first cell of a range moves within it, because rows or columns before the first that stays are deleted. */
function lostBefore(range: GridRange, change: DimensionChange): { readonly down: number; readonly across: number } {
  const rows = change.dimension === 'ROWS';
  const start = (rows ? range.startRowIndex : range.startColumnIndex) ?? 0;
  const lost = change.kind === 'delete' && change.start <= start && change.end > start ? change.end - start : 0;
  return rows ? { down: lost, across: 0 } : { down: 0, across: lost };
}

/** Rules told by formulas are told for the first cell that stays, before the first cells of their ranges go. */
function toldForFirstLeft(details: SheetDetails, change: DimensionChange): SheetDetails {
  if (change.kind !== 'delete') return details;
  const shifted = (condition: Condition | undefined, range: GridRange): Condition | undefined => {
    const { down, across } = lostBefore(range, change);
    return condition && shiftedCondition(condition, down, across);
  };
  return {
    ...details,
    validations: details.validations.map((entry) => {
      const condition = shifted(entry.rule.condition, entry.range);
      return condition === entry.rule.condition || condition === undefined ? entry : { ...entry, rule: { ...entry.rule, condition } };
    }),
    conditionalFormats: details.conditionalFormats.map((rule) => {
      const condition = shifted(rule.booleanRule?.condition, rule.ranges?.[0] ?? {});
      return condition === rule.booleanRule?.condition || condition === undefined ? rule : { ...rule, booleanRule: { ...rule.booleanRule, condition } };
    }),
  };
}

/** The details after rows or columns were inserted, deleted or moved: every range follows its cells. */
export function changeDetails(before: SheetDetails, change: DimensionChange): SheetDetails {
  const details = toldForFirstLeft(before, change);
  const rows = change.dimension === 'ROWS';
  const plain = (range: GridRange): GridRange | null => changeRange(range, change);
  const scriptCharts = changeScriptCharts(details.scriptCharts, details.sheetId, change);
  const [filter] = details.basicFilter === null ? [] : changeRanged([details.basicFilter], change);
  return {
    ...details,
    rowCount: rows ? countAfter(details.rowCount, change) : details.rowCount,
    columnCount: rows ? details.columnCount : countAfter(details.columnCount, change),
    frozenRowCount: rows ? changeFrozen(details.frozenRowCount, change) : details.frozenRowCount,
    frozenColumnCount: rows ? details.frozenColumnCount : changeFrozen(details.frozenColumnCount, change),
    rows: rows ? changeTable(details.rows, change) : details.rows,
    columns: rows ? details.columns : changeTable(details.columns, change),
    validations: kept(details.validations, (entry) => {
      const range = changeRange(entry.range, change, true);
      return range === null ? null : { ...entry, range };
    }),
    protections: changeRanged(details.protections, change).map((protection) =>
      protection.unprotectedRanges === undefined ? protection : { ...protection, unprotectedRanges: kept(protection.unprotectedRanges, plain) },
    ),
    conditionalFormats: kept(details.conditionalFormats, (rule) => {
      const ranges = kept(rule.ranges ?? [], plain);
      return ranges.length === 0 ? null : { ...rule, ranges };
    }),
    bandings: changeRanged(details.bandings, change),
    merges: kept(details.merges, plain),
    basicFilter: filter ?? null,
    filterViews: changeRanged(details.filterViews, change),
    charts: details.charts.map((chart) => (chart.spec === undefined ? chart : { ...chart, spec: changeSources(chart.spec, details.sheetId, change) })),
    ...(scriptCharts === undefined ? {} : { scriptCharts }),
    ...(rows && details.rowGroups ? { rowGroups: changedGroups(details.rowGroups, change) } : {}),
    ...(!rows && details.columnGroups ? { columnGroups: changedGroups(details.columnGroups, change) } : {}),
  };
}

/** The condition with its formulas and references written anew; the same object when none changes. */
function rewriteCondition(condition: Condition, rewrite: (formula: string) => string): Condition {
  if (condition.values?.some(({ userEnteredValue }) => userEnteredValue?.startsWith('=') === true) !== true) return condition;
  const values = condition.values.map((value) => (value.userEnteredValue?.startsWith('=') === true ? { ...value, userEnteredValue: rewrite(value.userEnteredValue) } : value));
  return values.every((value, index) => value.userEnteredValue === condition.values?.[index]?.userEnteredValue) ? condition : { ...condition, values };
}

/** The details with the formulas of validations and conditional formats written anew. */
export function rewriteRules(details: SheetDetails, rewrite: (formula: string) => string): SheetDetails {
  const validations = details.validations.map((entry) => {
    const condition = entry.rule.condition && rewriteCondition(entry.rule.condition, rewrite);
    return condition === entry.rule.condition || condition === undefined ? entry : { ...entry, rule: { ...entry.rule, condition } };
  });
  const conditionalFormats = details.conditionalFormats.map((rule) => {
    const condition = rule.booleanRule?.condition && rewriteCondition(rule.booleanRule.condition, rewrite);
    return condition === undefined || condition === rule.booleanRule?.condition ? rule : { ...rule, booleanRule: { ...rule.booleanRule, condition } };
  });
  const same = validations.every((entry, index) => entry === details.validations[index]) && conditionalFormats.every((rule, index) => rule === details.conditionalFormats[index]);
  return same ? details : { ...details, validations, conditionalFormats };
}
