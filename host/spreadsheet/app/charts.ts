/** Charts on a sheet in script code: built, put on the sheet, listed, changed and taken away. They are kept, not drawn. */
import { GuestError, HostObject, signatureMismatch, type ServiceDefinition } from '../../kernel/host-object';
import { EmbeddedChart } from './chart-builders';
import { chartOf, stateOf, type ChartSeat } from './chart-state';
import './chart-kinds';
import { ChartTextStyleBuilder } from './charts-text-style';
import { chartEnums } from './enums';

/** Charts of a sheet, in the order of their making. */
export function chartsOf(seat: ChartSeat): EmbeddedChart[] {
  const { charts, scriptCharts = {} } = seat.session.sheet(seat.session.look(seat.id), seat.sheetId).details;
  return charts.map((chart) => new EmbeddedChart(seat, stateOf(chart, scriptCharts[String(chart.chartId)])));
}

const requireChart = (method: string, chart: unknown): EmbeddedChart => {
  if (!(chart instanceof EmbeddedChart)) throw signatureMismatch(`SpreadsheetApp.Sheet.${method}`, [chart]);
  return chart;
};

function keep(seat: ChartSeat, chart: EmbeddedChart, chartId: number): void {
  const { chartId: _id, position: _position, ...made } = chart._state;
  seat.session.change(seat.id, 0, (draft) => {
    const sheet = seat.session.sheet(draft, seat.sheetId);
    const { charts, scriptCharts } = sheet.details;
    const fresh = chartOf(chart._state, chartId, seat.sheetId);
    const isKnown = charts.some((one) => one.chartId === chartId);
    sheet.details = { ...sheet.details, charts: isKnown ? charts.map((one) => (one.chartId === chartId ? fresh : one)) : [...charts, fresh], scriptCharts: { ...scriptCharts, [chartId]: made } };
  });
}

export function insertChart(seat: ChartSeat, value: unknown): void {
  const chart = requireChart('insertChart', value);
  const chartId = freeChartId(seat);
  chart._state = { ...chart._state, chartId };
  keep(seat, chart, chartId);
}

function freeChartId(seat: ChartSeat): number {
  const taken = new Set(seat.session.look(seat.id).sheets.flatMap(({ details }) => details.charts.map(({ chartId }) => chartId ?? 0)));
  let id = 1_000_000 + taken.size + 1;
  while (taken.has(id)) id += 1;
  return id;
}

/** @throws GuestError for a chart that is not on the sheet */
export function updateChart(seat: ChartSeat, value: unknown): void {
  const chart = requireChart('updateChart', value);
  const { chartId } = chart._state;
  if (chartId === null || !chartsOf(seat).some((one) => one._state.chartId === chartId)) throw new GuestError('The chart is not on this sheet.');
  keep(seat, chart, chartId);
}

/** @throws GuestError for a chart that is not on the sheet */
export function removeChart(seat: ChartSeat, value: unknown): void {
  const { chartId } = requireChart('removeChart', value)._state;
  if (chartId === null || !chartsOf(seat).some((one) => one._state.chartId === chartId)) throw new GuestError('The chart is not on this sheet.');
  seat.session.request(seat.id, { deleteEmbeddedObject: { objectId: chartId } });
}

class Charts extends HostObject {
  static override readonly guestName = 'Charts';
  static override readonly guestProperties = ['ChartType', 'ChartHiddenDimensionStrategy', 'ChartMergeStrategy', 'ColumnType', 'CurveStyle', 'PointStyle', 'Position'];
  readonly ColumnType = chartEnums.ColumnType;
  readonly CurveStyle = chartEnums.CurveStyle;
  readonly PointStyle = chartEnums.PointStyle;
  readonly Position = chartEnums.Position;
  readonly ChartType = chartEnums.ChartType;
  readonly ChartHiddenDimensionStrategy = chartEnums.ChartHiddenDimensionStrategy;
  readonly ChartMergeStrategy = chartEnums.ChartMergeStrategy;
  newTextStyle(): ChartTextStyleBuilder {
    return new ChartTextStyleBuilder();
  }
}

/** The names that charts on sheets are built with; charts that scripts draw by themselves are not here. */
export const chartsService: ServiceDefinition = { name: 'Charts', create: () => ({ root: new Charts() }) };
