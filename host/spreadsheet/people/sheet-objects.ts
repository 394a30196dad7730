/** What a sheet has beside its cells, for one person: charts with their figures, and filter views. */
import type { ChartView, SheetObjects, VirtualTime } from '../../contract';
import { stateOf } from '../app/chart-state';
import { areaOf } from '../model/area';
import { effectiveValue, type Cell } from '../model/cell';
import { enteringContext } from '../model/entering';
import { rowsHiddenByView } from '../model/filtering';
import type { SpreadsheetLibrary } from '../model/library';
import { compareCells } from '../model/moving-cells';
import { displayText } from '../model/number-format';
import type { Sheet } from '../model/sheet';
import type { Spreadsheet } from '../model/spreadsheet';
import type { GridRange, Message } from '../schema/shapes';
import { requireSheetFor } from './grid-view';

const usualSize = { width: 600, height: 371 } as const;
/** More points than this are not drawn. */
const mostPoints = 500;

interface Column {
  readonly texts: readonly string[];
  readonly values: readonly (number | null)[];
}

const numberIn = (cell: Cell | undefined): number | null => {
  const value = effectiveValue(cell);
  return typeof value === 'number' ? value : null;
};

/** Each column of a range, as far as its sheet is filled. */
function columnsOf(spreadsheet: Spreadsheet, range: GridRange): readonly Column[] {
  const sheet = spreadsheet.sheet(range.sheetId ?? 0);
  if (!sheet) return [];
  const { top, left, bottom, right } = areaOf(range, sheet.size);
  const rows = Array.from({ length: Math.max(0, Math.min(bottom, sheet.lastRow(), top + mostPoints + 1) - top) }, (_, down) => top + down);
  const textOf = (cell: Cell | undefined): string => displayText(cell, spreadsheet.styles.format(cell?.style ?? 0), spreadsheet.details.locale);
  return Array.from({ length: right - left }, (_, across) => {
    const cells = rows.map((row) => sheet.cell(row, left + across));
    return { texts: cells.map(textOf), values: cells.map(numberIn) };
  });
}

function chartView(spreadsheet: Spreadsheet, sheet: Sheet, chart: Message<'EmbeddedChart'>): ChartView {
  const { chartId, type, ranges, options, numHeaders, position } = stateOf(chart, sheet.details.scriptCharts?.[String(chart.chartId ?? 0)]);
  const columns = ranges.flatMap((range) => columnsOf(spreadsheet, range));
  // One column alone has figures and no names for them.
  const domain = columns.length > 1 ? columns[0] : undefined;
  const figures = domain ? columns.slice(1) : columns;
  const headers = numHeaders >= 0 ? numHeaders : figures.some(({ texts, values }) => values[0] === null && texts[0] !== '') ? 1 : 0;
  const points = Math.max(0, ...figures.map(({ values }) => values.length - headers));
  const { widthPixels, heightPixels } = chart.position?.overlayPosition ?? {};
  const size = (told: unknown, usual: number): number => (typeof told === 'number' && told > 0 ? told : usual);
  return {
    id: chartId ?? 0,
    kind: type,
    title: typeof options['title'] === 'string' ? options['title'] : '',
    row: position.row - 1,
    column: position.column - 1,
    left: position.x,
    top: position.y,
    width: size(options['width'] ?? widthPixels, usualSize.width),
    height: size(options['height'] ?? heightPixels, usualSize.height),
    labels: Array.from({ length: points }, (_, place) => domain?.texts[place + headers] ?? String(place + 1)),
    series: figures.map(({ texts, values }) => ({ name: headers > 0 ? (texts[headers - 1] ?? '') : '', values: values.slice(headers) })),
  };
}

/** @throws Refusal for a spreadsheet or sheet the person cannot see */
export function sheetObjects(library: SpreadsheetLibrary, id: string, sheetId: number, as: string): SheetObjects {
  const { spreadsheet, sheet } = requireSheetFor(library, id, sheetId, as);
  return {
    charts: sheet.details.charts.map((chart) => chartView(spreadsheet, sheet, chart)),
    filterViews: sheet.details.filterViews.map(({ filterViewId = 0, title = '' }) => ({ id: filterViewId, title })),
  };
}

/** The rows below the frozen ones that a filter view shows, in its order; rows outside its range stay where they are. */
export function filterViewRows(library: SpreadsheetLibrary, id: string, sheetId: number, filterViewId: number, as: string, now: VirtualTime): readonly number[] | null {
  const { spreadsheet, sheet } = requireSheetFor(library, id, sheetId, as);
  const hidden = rowsHiddenByView(spreadsheet, sheet, filterViewId, enteringContext(spreadsheet, now));
  const view = sheet.details.filterViews.find((candidate) => candidate.filterViewId === filterViewId);
  if (!hidden || !view) return null;
  const { top, bottom } = areaOf(view.range ?? {}, sheet.size);
  const first = Math.max(top + 1, sheet.details.frozenRowCount);
  const shown = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place).filter((row) => !hidden.has(row));
  const within = shown(first, bottom);
  const orders = (view.sortSpecs ?? []).map(({ dimensionIndex = 0, sortOrder }) => ({ column: dimensionIndex, descending: sortOrder === 'DESCENDING' }));
  if (orders.length > 0) within.sort((one, other) => compareCells((column) => sheet.cell(one, column), (column) => sheet.cell(other, column), orders) || one - other);
  return [...shown(sheet.details.frozenRowCount, Math.min(first, sheet.size.rows)), ...within, ...shown(Math.max(bottom, first), sheet.size.rows)];
}
