/** What is attached to a Sheet: protections, filter, conditional formats, bands, named ranges, metadata. */
import { signatureMismatch } from '../../kernel/host-object';
import { enteringContext } from '../model/entering';
import { filteredRows } from '../model/filtering';
import { requireInteger } from './arguments';
import { bandingsIn, type Banding } from './banding';
import { EmbeddedChartBuilder, type EmbeddedChart } from './chart-builders';
import { chartsOf, insertChart, removeChart, updateChart } from './charts';
import { ConditionalFormatRule, conditionalRulesOf } from './conditional-format-rule';
import { addMetadata, DeveloperMetadataFinder, metadataAt, type DeveloperMetadata } from './developer-metadata';
import { enums } from './enums';
import { filterOf, type Filter } from './filter';
import { NamedRange } from './named-range';
import { protectionsIn, protectRange, type Protection } from './protection';
import { SheetGroups } from './sheet-groups';

export abstract class SheetAttachments extends SheetGroups {
  protect(): Protection {
    return protectRange(this._seat, { sheetId: this._seat.sheetId }, 'SHEET');
  }
  getProtections(...args: readonly unknown[]): Protection[] {
    const kind = enums.ProtectionType.nameOf(args[0]);
    if (!kind) throw signatureMismatch('SpreadsheetApp.Sheet.getProtections', args);
    return protectionsIn(this._seat, kind);
  }

  getFilter(): Filter | null {
    return filterOf(this._seat);
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this._sheet.details.conditionalFormats.map((rule) => new ConditionalFormatRule(this._seat, rule));
  }
  setConditionalFormatRules(...args: readonly unknown[]): void {
    const rules = conditionalRulesOf(args);
    const { session, id, sheetId } = this._seat;
    session.change(id, 0, (draft) => {
      const sheet = session.sheet(draft, sheetId);
      sheet.details = { ...sheet.details, conditionalFormats: rules };
    });
  }
  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  addDeveloperMetadata(...args: readonly unknown[]): this {
    addMetadata(this._seat.session, this._seat.id, { sheetId: this._seat.sheetId }, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this._seat, ({ locationType, sheetId }) => locationType === 'SHEET' && sheetId === this._seat.sheetId);
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    const { sheetId } = this._seat;
    return new DeveloperMetadataFinder(this._seat, (location) => (location.dimensionRange?.sheetId ?? location.sheetId) === sheetId);
  }

  getBandings(): Banding[] {
    const { rows, columns } = this._sheet.size;
    return bandingsIn(this._seat, { top: 0, left: 0, bottom: rows, right: columns });
  }
  getNamedRanges(): NamedRange[] {
    const { session, objects, id, sheetId } = this._seat;
    return session.look(id).details.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) === sheetId).map(({ namedRangeId }) => new NamedRange(session, objects, id, namedRangeId ?? ''));
  }
  isRowHiddenByFilter(...args: readonly unknown[]): boolean {
    const row = requireInteger('SpreadsheetApp.Sheet.isRowHiddenByFilter', args, 0) - 1;
    const { session, id, sheetId } = this._seat;
    const spreadsheet = session.read(id, 0);
    return filteredRows(spreadsheet, session.sheet(spreadsheet, sheetId), enteringContext(spreadsheet, session.environment.now())).has(row);
  }

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this._seat);
  }
  getCharts(): EmbeddedChart[] {
    return chartsOf(this._seat);
  }
  insertChart(chart: unknown): void {
    insertChart(this._seat, chart);
  }
  updateChart(chart: unknown): void {
    updateChart(this._seat, chart);
  }
  removeChart(chart: unknown): void {
    removeChart(this._seat, chart);
  }

  /** Things that cannot be put on a sheet here, so none is ever found. */
  getDrawings(): readonly never[] {
    return [];
  }
  getImages(): readonly never[] {
    return [];
  }
  getPivotTables(): readonly never[] {
    return [];
  }
  getSlicers(): readonly never[] {
    return [];
  }
  getDataSourceTables(): readonly never[] {
    return [];
  }
}
