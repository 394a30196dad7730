/** A chart of a sheet as an object, and the builder that makes one of any kind. */
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

/** Builders of one kind each; `chart-kinds.ts` puts them here, since they are made from the one below. */
export const buildersByKind = new Map<string, typeof EmbeddedChartBuilder>();

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
  asAreaChart(): EmbeddedChartBuilder {
    return this.#as('AREA');
  }
  asBarChart(): EmbeddedChartBuilder {
    return this.#as('BAR');
  }
  asColumnChart(): EmbeddedChartBuilder {
    return this.#as('COLUMN');
  }
  asComboChart(): EmbeddedChartBuilder {
    return this.#as('COMBO');
  }
  asHistogramChart(): EmbeddedChartBuilder {
    return this.#as('HISTOGRAM');
  }
  asLineChart(): EmbeddedChartBuilder {
    return this.#as('LINE');
  }
  asPieChart(): EmbeddedChartBuilder {
    return this.#as('PIE');
  }
  asScatterChart(): EmbeddedChartBuilder {
    return this.#as('SCATTER');
  }
  asTableChart(): EmbeddedChartBuilder {
    return this.#as('TABLE');
  }
  #as(type: string): EmbeddedChartBuilder {
    const Builder = buildersByKind.get(type) ?? EmbeddedChartBuilder;
    return new Builder(this._seat, { ...this._state, type });
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this._seat, this._state);
  }
}
