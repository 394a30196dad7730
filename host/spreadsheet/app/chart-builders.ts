/** A chart of a sheet as an object, and the builders that make one: general, and by kind. */
import { HostObject, signatureMismatch, type EnumValue } from '../../kernel/host-object';
import { isWhole } from './arguments';
import { newChart, rangesOfChart, type ChartSeat, type ChartState } from './chart-state';
import { chartEnums } from './enums';
import { RangePlace } from './range-place';

export class ContainerInfo extends HostObject {
  static override readonly guestName = 'ContainerInfo';
  constructor(readonly _state: ChartState) {
    super();
  }
  getAnchorRow(): number {
    return this._state.position.row;
  }
  getAnchorColumn(): number {
    return this._state.position.column;
  }
  getOffsetX(): number {
    return this._state.position.x;
  }
  getOffsetY(): number {
    return this._state.position.y;
  }
}

export class ChartOptions extends HostObject {
  static override readonly guestName = 'ChartOptions';
  constructor(readonly _state: ChartState) {
    super();
  }
  get(option: unknown): unknown {
    return this._state.options[String(option)] ?? null;
  }
}

export class EmbeddedChart extends HostObject {
  static override readonly guestName = 'EmbeddedChart';
  constructor(
    readonly _seat: ChartSeat,
    public _state: ChartState,
  ) {
    super();
  }
  getChartId(): number | null {
    return this._state.chartId;
  }
  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this._state);
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this._state);
  }
  getRanges(): HostObject[] {
    return rangesOfChart(this._seat, this._state);
  }
  getNumHeaders(): number {
    return this._state.numHeaders;
  }
  getMergeStrategy(): EnumValue {
    return chartEnums.ChartMergeStrategy.value(this._state.mergeStrategy);
  }
  getHiddenDimensionStrategy(): EnumValue {
    return chartEnums.ChartHiddenDimensionStrategy.value(this._state.hiddenDimensions);
  }
  getTransposeRowsAndColumns(): boolean {
    return this._state.transposed;
  }
  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this._seat, this._state);
  }
}

export class EmbeddedChartBuilder extends HostObject {
  static override readonly guestName: string = 'EmbeddedChartBuilder';
  constructor(
    readonly _seat: ChartSeat,
    public _state: ChartState = newChart,
  ) {
    super();
  }
  _set(change: Partial<ChartState>): this {
    this._state = { ...this._state, ...change };
    return this;
  }
  _option(name: string, value: unknown): this {
    return this._set({ options: { ...this._state.options, [name]: value } });
  }
  setOption(option: unknown, value: unknown): this {
    if (typeof option !== 'string') throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.setOption', [option, value]);
    return this._option(option, value);
  }
  addRange(range: unknown): this {
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.addRange', [range]);
    return this._set({ ranges: [...this._state.ranges, range._gridRange] });
  }
  removeRange(range: unknown): this {
    if (!(range instanceof RangePlace)) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.removeRange', [range]);
    const gone = JSON.stringify(range._gridRange);
    return this._set({ ranges: this._state.ranges.filter((one) => JSON.stringify(one) !== gone) });
  }
  clearRanges(): this {
    return this._set({ ranges: [] });
  }
  getRanges(): HostObject[] {
    return rangesOfChart(this._seat, this._state);
  }
  setChartType(type: unknown): this {
    const name = chartEnums.ChartType.nameOf(type);
    if (name === null) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.setChartType', [type]);
    return this._set({ type: name });
  }
  getChartType(): EnumValue {
    return chartEnums.ChartType.value(chartEnums.ChartType.names.find((name) => name === this._state.type) ?? 'LINE');
  }
  getContainer(): ContainerInfo {
    return new ContainerInfo(this._state);
  }
  setPosition(...args: readonly unknown[]): this {
    const [row, column, x, y] = args;
    if (!isWhole(row) || !isWhole(column) || !isWhole(x) || !isWhole(y) || row < 1 || column < 1) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.setPosition', args);
    return this._set({ position: { row: Math.trunc(row), column: Math.trunc(column), x: Math.trunc(x), y: Math.trunc(y) } });
  }
  setNumHeaders(headers: unknown): this {
    if (!isWhole(headers)) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.setNumHeaders', [headers]);
    return this._set({ numHeaders: Math.trunc(headers) });
  }
  setMergeStrategy(strategy: unknown): this {
    const mergeStrategy = chartEnums.ChartMergeStrategy.nameOf(strategy);
    if (mergeStrategy === null) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.setMergeStrategy', [strategy]);
    return this._set({ mergeStrategy });
  }
  setHiddenDimensionStrategy(strategy: unknown): this {
    const hiddenDimensions = chartEnums.ChartHiddenDimensionStrategy.nameOf(strategy);
    if (hiddenDimensions === null) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.setHiddenDimensionStrategy', [strategy]);
    return this._set({ hiddenDimensions });
  }
  setTransposeRowsAndColumns(transposed: unknown): this {
    return this._set({ transposed: transposed === true });
  }
  asAreaChart(): EmbeddedAreaChartBuilder {
    return new EmbeddedAreaChartBuilder(this._seat, { ...this._state, type: 'AREA' });
  }
  asBarChart(): EmbeddedBarChartBuilder {
    return new EmbeddedBarChartBuilder(this._seat, { ...this._state, type: 'BAR' });
  }
  asColumnChart(): EmbeddedColumnChartBuilder {
    return new EmbeddedColumnChartBuilder(this._seat, { ...this._state, type: 'COLUMN' });
  }
  asComboChart(): EmbeddedComboChartBuilder {
    return new EmbeddedComboChartBuilder(this._seat, { ...this._state, type: 'COMBO' });
  }
  asHistogramChart(): EmbeddedHistogramChartBuilder {
    return new EmbeddedHistogramChartBuilder(this._seat, { ...this._state, type: 'HISTOGRAM' });
  }
  asLineChart(): EmbeddedLineChartBuilder {
    return new EmbeddedLineChartBuilder(this._seat, { ...this._state, type: 'LINE' });
  }
  asPieChart(): EmbeddedPieChartBuilder {
    return new EmbeddedPieChartBuilder(this._seat, { ...this._state, type: 'PIE' });
  }
  asScatterChart(): EmbeddedScatterChartBuilder {
    return new EmbeddedScatterChartBuilder(this._seat, { ...this._state, type: 'SCATTER' });
  }
  asTableChart(): EmbeddedTableChartBuilder {
    return new EmbeddedTableChartBuilder(this._seat, { ...this._state, type: 'TABLE' });
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this._seat, this._state);
  }
}

/** What charts of most kinds share. Text styles of titles and axes are not here. */
class TitledChartBuilder extends EmbeddedChartBuilder {
  setTitle(title: unknown): this {
    return this._option('title', String(title));
  }
  setColors(colors: unknown): this {
    if (!Array.isArray(colors)) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.setColors', [colors]);
    return this._option('colors', colors);
  }
  setBackgroundColor(color: unknown): this {
    return this._option('backgroundColor', String(color));
  }
  setLegendPosition(position: unknown): this {
    const name = chartEnums.Position.nameOf(position);
    if (name === null) throw signatureMismatch('SpreadsheetApp.EmbeddedChartBuilder.setLegendPosition', [position]);
    return this._option('legend', name.toLowerCase());
  }
}

class AxisChartBuilder extends TitledChartBuilder {
  setXAxisTitle(title: unknown): this {
    return this._option('hAxis.title', String(title));
  }
  setYAxisTitle(title: unknown): this {
    return this._option('vAxis.title', String(title));
  }
  setRange(start: unknown, end: unknown): this {
    return this._option('vAxis.viewWindow.min', start)._option('vAxis.viewWindow.max', end);
  }
  useLogScale(): this {
    return this._option('vAxis.logScale', true);
  }
  reverseCategories(): this {
    return this._option('hAxis.direction', -1);
  }
}

class StackedChartBuilder extends AxisChartBuilder {
  setStacked(): this {
    return this._option('isStacked', true);
  }
}

export class EmbeddedAreaChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedAreaChartBuilder';
}
export class EmbeddedBarChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedBarChartBuilder';
  reverseDirection(): this {
    return this._option('hAxis.direction', -1);
  }
}
export class EmbeddedColumnChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedColumnChartBuilder';
}
export class EmbeddedComboChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedComboChartBuilder';
}
export class EmbeddedHistogramChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedHistogramChartBuilder';
}
export class EmbeddedLineChartBuilder extends AxisChartBuilder {
  static override readonly guestName = 'EmbeddedLineChartBuilder';
}
export class EmbeddedPieChartBuilder extends TitledChartBuilder {
  static override readonly guestName = 'EmbeddedPieChartBuilder';
  set3D(): this {
    return this._option('is3D', true);
  }
  reverseCategories(): this {
    return this._option('reverseCategories', true);
  }
}
export class EmbeddedScatterChartBuilder extends TitledChartBuilder {
  static override readonly guestName = 'EmbeddedScatterChartBuilder';
  setXAxisTitle(title: unknown): this {
    return this._option('hAxis.title', String(title));
  }
  setYAxisTitle(title: unknown): this {
    return this._option('vAxis.title', String(title));
  }
}
export class EmbeddedTableChartBuilder extends EmbeddedChartBuilder {
  static override readonly guestName = 'EmbeddedTableChartBuilder';
}
