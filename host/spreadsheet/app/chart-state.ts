/** What a chart made by script code is made of, and how the API describes it. */
import type { SpreadsheetSession } from './session';
import type { AppObjects } from './range-place';
import { areaOf } from '../model/area';
import { isPlainObject } from '../schema/check';
import type { ScriptChart } from '../model/sheet-details';
import type { GridRange, Message } from '../schema/shapes';

export interface ChartSeat {
  readonly session: SpreadsheetSession;
  readonly objects: AppObjects;
  readonly id: string;
  readonly sheetId: number;
}

export interface ChartPosition {
  /** From 1, as the platform counts. */
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

export interface ChartState extends ScriptChart {
  /** Null before the chart is put on a sheet. */
  readonly chartId: number | null;
  readonly position: ChartPosition;
}

export const newChart: ChartState = {
  chartId: null, type: 'LINE', ranges: [], options: {}, numHeaders: -1, mergeStrategy: 'MERGE_COLUMNS', hiddenDimensions: 'IGNORE_BOTH', transposed: false,
  position: { row: 1, column: 1, x: 0, y: 0 },
};

const basic = new Set(['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'SCATTER', 'STEPPED_AREA']);

/** Each column of the ranges as a range of its own. */
const columnsOf = (ranges: readonly GridRange[]): readonly GridRange[] =>
  ranges.flatMap((range) => {
    const { startColumnIndex = 0, endColumnIndex = startColumnIndex + 1 } = range;
    return Array.from({ length: endColumnIndex - startColumnIndex }, (_, index) => ({ ...range, startColumnIndex: startColumnIndex + index, endColumnIndex: startColumnIndex + index + 1 }));
  });

const data = (range: GridRange): object => ({ sourceRange: { sources: [range] } });

/** The chart as the API tells it: kind, title and source ranges; further options of scripts have no place there. */
export function specOf({ type, ranges, options, numHeaders }: ScriptChart): object {
  const [domain, ...series] = columnsOf(ranges);
  const title = typeof options['title'] === 'string' ? { title: options['title'] } : {};
  const first = domain === undefined ? {} : { domain: data(domain) };
  if (type === 'PIE') return { ...title, pieChart: { ...first, ...(series[0] ? { series: data(series[0]) } : {}) } };
  if (type === 'HISTOGRAM') return { ...title, histogramChart: { series: [domain, ...series].flatMap((range) => (range ? [{ data: data(range) }] : [])) } };
  if (!basic.has(type)) return title;
  return { ...title, basicChart: { chartType: type, ...(numHeaders > 0 ? { headerCount: numHeaders } : {}), domains: domain ? [first] : [], series: series.map((range) => ({ series: data(range) })) } };
}

/** Every source range in a description of the API. */
function sourcesIn(value: unknown): readonly GridRange[] {
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  if (!isPlainObject(value)) return [];
  const { sources } = value;
  if (Array.isArray(sources)) return sources.filter(isPlainObject);
  return Object.values(value).flatMap(sourcesIn);
}

function typeIn(spec: unknown): string {
  const chart = isPlainObject(spec) ? spec : {};
  const kind = isPlainObject(chart['basicChart']) ? chart['basicChart']['chartType'] : undefined;
  return typeof kind === 'string' ? kind : 'pieChart' in chart ? 'PIE' : 'histogramChart' in chart ? 'HISTOGRAM' : 'LINE';
}

/** A chart of a sheet, whoever made it: one made over the API tells kind, title and ranges. */
export function stateOf({ chartId = 0, spec, position }: Message<'EmbeddedChart'>, made: ScriptChart | undefined): ChartState {
  const { anchorCell = {}, offsetXPixels = 0, offsetYPixels = 0 } = position?.overlayPosition ?? {};
  const title = isPlainObject(spec) && typeof spec['title'] === 'string' ? { title: spec['title'] } : {};
  const told: ScriptChart = made ?? { ...newChart, type: typeIn(spec), ranges: sourcesIn(spec), options: title };
  return { ...told, chartId, position: { row: (anchorCell.rowIndex ?? 0) + 1, column: (anchorCell.columnIndex ?? 0) + 1, x: offsetXPixels, y: offsetYPixels } };
}

/** The chart as it is kept on its sheet. */
export function chartOf(state: ChartState, chartId: number, sheetId: number): Message<'EmbeddedChart'> {
  const { row, column, x, y } = state.position;
  return { chartId, spec: specOf(state), position: { overlayPosition: { anchorCell: { sheetId, rowIndex: row - 1, columnIndex: column - 1 }, offsetXPixels: x, offsetYPixels: y } } };
}

export function rangesOfChart({ session, objects, id }: ChartSeat, { ranges }: ScriptChart): ReturnType<AppObjects['range']>[] {
  return ranges.map((range) => objects.range(id, range.sheetId ?? 0, areaOf(range, session.sheet(session.look(id), range.sheetId ?? 0).size)));
}
