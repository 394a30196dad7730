/** Builders of charts of one kind: what each can be told beyond what all can. Everything is kept as an option of the chart. */
import { signatureMismatch } from '../../kernel/host-object';
import { isWhole } from './arguments';
import { buildersByKind, EmbeddedChartBuilder } from './chart-builders';
import { ChartTextStyle } from './charts-text-style';
import { chartEnums } from './enums';

const mismatch = (method: string, ...args: readonly unknown[]): Error => signatureMismatch(`SpreadsheetApp.EmbeddedChartBuilder.${method}`, args);

class StyledChartBuilder extends EmbeddedChartBuilder {
  _styled(method: string, option: string, style: unknown): this {
    if (!(style instanceof ChartTextStyle)) throw mismatch(method, style);
    return this._option(option, style._option);
  }
  /** A window of an axis, from the lowest to the highest figure. */
  _window(method: string, axis: string, start: unknown, end: unknown): this {
    if (!isWhole(start) || !isWhole(end)) throw mismatch(method, start, end);
    return this._option(`${axis}.viewWindow.min`, start)._option(`${axis}.viewWindow.max`, end);
  }
}

class TitledChartBuilder extends StyledChartBuilder {
  setTitle(title: unknown): this {
    return this._option('title', String(title));
  }
  setTitleTextStyle(style: unknown): this {
    return this._styled('setTitleTextStyle', 'titleTextStyle', style);
  }
  setColors(colors: unknown): this {
    if (!Array.isArray(colors)) throw mismatch('setColors', colors);
    return this._option('colors', colors);
  }
  setBackgroundColor(color: unknown): this {
    return this._option('backgroundColor', String(color));
  }
  setLegendPosition(position: unknown): this {
    const name = chartEnums.Position.nameOf(position);
    if (name === null) throw mismatch('setLegendPosition', position);
    return this._option('legend', name.toLowerCase());
  }
  setLegendTextStyle(style: unknown): this {
    return this._styled('setLegendTextStyle', 'legendTextStyle', style);
  }
}

class AxesChartBuilder extends TitledChartBuilder {
  setXAxisTitle(title: unknown): this {
    return this._option('hAxis.title', String(title));
  }
  setYAxisTitle(title: unknown): this {
    return this._option('vAxis.title', String(title));
  }
  setXAxisTextStyle(style: unknown): this {
    return this._styled('setXAxisTextStyle', 'hAxis.textStyle', style);
  }
  setYAxisTextStyle(style: unknown): this {
    return this._styled('setYAxisTextStyle', 'vAxis.textStyle', style);
  }
  setXAxisTitleTextStyle(style: unknown): this {
    return this._styled('setXAxisTitleTextStyle', 'hAxis.titleTextStyle', style);
  }
  setYAxisTitleTextStyle(style: unknown): this {
    return this._styled('setYAxisTitleTextStyle', 'vAxis.titleTextStyle', style);
  }
  _points(style: unknown): this {
    const name = chartEnums.PointStyle.nameOf(style);
    if (name === null) throw mismatch('setPointStyle', style);
    return this._option('pointSize', { NONE: 0, TINY: 2, MEDIUM: 7, LARGE: 12, HUGE: 18 }[name]);
  }
}

class CategoryChartBuilder extends AxesChartBuilder {
  setRange(start: unknown, end: unknown): this {
    return this._window('setRange', 'vAxis', start, end);
  }
  useLogScale(): this {
    return this._option('vAxis.logScale', true);
  }
  reverseCategories(): this {
    return this._option('hAxis.direction', -1);
  }
}

class StackedChartBuilder extends CategoryChartBuilder {
  setStacked(): this {
    return this._option('isStacked', true);
  }
}

class EmbeddedAreaChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedAreaChartBuilder';
  setPointStyle(style: unknown): this {
    return this._points(style);
  }
}
class EmbeddedBarChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedBarChartBuilder';
  reverseDirection(): this {
    return this._option('hAxis.direction', -1);
  }
}
class EmbeddedColumnChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedColumnChartBuilder';
}
class EmbeddedComboChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedComboChartBuilder';
}
class EmbeddedHistogramChartBuilder extends StackedChartBuilder {
  static override readonly guestName = 'EmbeddedHistogramChartBuilder';
}
class EmbeddedLineChartBuilder extends CategoryChartBuilder {
  static override readonly guestName = 'EmbeddedLineChartBuilder';
  setCurveStyle(style: unknown): this {
    const name = chartEnums.CurveStyle.nameOf(style);
    if (name === null) throw mismatch('setCurveStyle', style);
    return this._option('curveType', name === 'SMOOTH' ? 'function' : 'none');
  }
  setPointStyle(style: unknown): this {
    return this._points(style);
  }
}
class EmbeddedPieChartBuilder extends TitledChartBuilder {
  static override readonly guestName = 'EmbeddedPieChartBuilder';
  set3D(): this {
    return this._option('is3D', true);
  }
  reverseCategories(): this {
    return this._option('reverseCategories', true);
  }
}
class EmbeddedScatterChartBuilder extends AxesChartBuilder {
  static override readonly guestName = 'EmbeddedScatterChartBuilder';
  setPointStyle(style: unknown): this {
    return this._points(style);
  }
  setXAxisLogScale(): this {
    return this._option('hAxis.logScale', true);
  }
  setYAxisLogScale(): this {
    return this._option('vAxis.logScale', true);
  }
  setXAxisRange(start: unknown, end: unknown): this {
    return this._window('setXAxisRange', 'hAxis', start, end);
  }
  setYAxisRange(start: unknown, end: unknown): this {
    return this._window('setYAxisRange', 'vAxis', start, end);
  }
}
class EmbeddedTableChartBuilder extends EmbeddedChartBuilder {
  static override readonly guestName = 'EmbeddedTableChartBuilder';
  /** `enablePaging(true)`, or how many rows a page has and which page comes first, counted from 0. */
  enablePaging(paging: unknown, first?: unknown): this {
    if (typeof paging === 'boolean') return this._option('page', paging ? 'enable' : 'disable');
    if (!isWhole(paging) || (first !== undefined && !isWhole(first))) throw mismatch('enablePaging', paging, first);
    const paged = this._option('page', 'enable')._option('pageSize', Math.trunc(paging));
    return first === undefined ? paged : paged._option('startPage', Math.trunc(first));
  }
  enableRtlTable(isEnabled: unknown): this {
    return this._option('rtlTable', isEnabled === true);
  }
  enableSorting(isEnabled: unknown): this {
    return this._option('sort', isEnabled === true ? 'enable' : 'disable');
  }
  setFirstRowNumber(number: unknown): this {
    if (!isWhole(number)) throw mismatch('setFirstRowNumber', number);
    return this._option('firstRowNumber', Math.trunc(number));
  }
  #sorted(method: string, column: unknown, ascending: boolean): this {
    if (!isWhole(column)) throw mismatch(method, column);
    return this._option('sortColumn', Math.trunc(column))._option('sortAscending', ascending);
  }
  setInitialSortingAscending(column: unknown): this {
    return this.#sorted('setInitialSortingAscending', column, true);
  }
  setInitialSortingDescending(column: unknown): this {
    return this.#sorted('setInitialSortingDescending', column, false);
  }
  showRowNumberColumn(isShown: unknown): this {
    return this._option('showRowNumber', isShown === true);
  }
  useAlternatingRowStyle(isAlternating: unknown): this {
    return this._option('alternatingRowStyle', isAlternating === true);
  }
}

const kinds = {
  AREA: EmbeddedAreaChartBuilder, BAR: EmbeddedBarChartBuilder, COLUMN: EmbeddedColumnChartBuilder, COMBO: EmbeddedComboChartBuilder, HISTOGRAM: EmbeddedHistogramChartBuilder,
  LINE: EmbeddedLineChartBuilder, PIE: EmbeddedPieChartBuilder, SCATTER: EmbeddedScatterChartBuilder, TABLE: EmbeddedTableChartBuilder,
};
for (const [kind, builder] of Object.entries(kinds)) buildersByKind.set(kind, builder);
