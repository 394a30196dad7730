/** Requests about what is laid over a sheet: conditional formats, bands, filters, charts. */
import { areaOf, intersect } from '../../model/area';
import { invalid } from '../../model/refusal';
import type { Sheet } from '../../model/sheet';
import type { Spreadsheet } from '../../model/spreadsheet';
import { isMessage } from '../../schema/check';
import { mergeByMask } from '../../schema/field-mask';
import type { GridRange, Message } from '../../schema/shapes';
import { placeOfRange, requireSheet } from '../reference';
import { freeNumber, handle, requireFields } from './batch';

type Rule = Message<'ConditionalFormatRule'>;

function sheetOfRule(draft: Spreadsheet, rule: Rule | undefined): Sheet {
  const ranges = rule?.ranges ?? [];
  if (ranges.length === 0) throw invalid('rule.ranges must not be empty.');
  if (rule?.booleanRule === undefined && rule?.gradientRule === undefined) throw invalid('A rule must have a booleanRule or a gradientRule.');
  const [place] = ranges.map((range) => placeOfRange(draft, range));
  if (ranges.some((range) => (range.sheetId ?? 0) !== (ranges[0]?.sheetId ?? 0)) || !place) throw invalid('All ranges of a rule must be on the same sheet.');
  return place.sheet;
}

function requireRule(sheet: Sheet, index: number): Rule {
  const rule = sheet.details.conditionalFormats[index];
  if (!rule) throw invalid(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
  return rule;
}

const inserted = <T>(items: readonly T[], index: number, item: T): readonly T[] => [...items.slice(0, index), item, ...items.slice(index)];

export const addConditionalFormatRule = handle('AddConditionalFormatRuleRequest', ({ draft }, { rule, index = 0 }) => {
  const sheet = sheetOfRule(draft, rule);
  if (rule === undefined || index < 0 || index > sheet.details.conditionalFormats.length) throw invalid(`Invalid index: ${index}`);
  sheet.details = { ...sheet.details, conditionalFormats: inserted(sheet.details.conditionalFormats, index, rule) };
});

export const updateConditionalFormatRule = handle('UpdateConditionalFormatRuleRequest', ({ draft }, { index = 0, sheetId, rule, newIndex }) => {
  const sheet = rule === undefined ? requireSheet(draft, sheetId) : sheetOfRule(draft, rule);
  const oldRule = requireRule(sheet, index);
  const rest = sheet.details.conditionalFormats.filter((_, position) => position !== index);
  const newRule = rule ?? oldRule;
  const target = newIndex ?? index;
  sheet.details = { ...sheet.details, conditionalFormats: inserted(rest, target, newRule) };
  return { updateConditionalFormatRule: { newRule, newIndex: target, ...(rule === undefined ? { oldIndex: index } : { oldRule }) } };
});

export const deleteConditionalFormatRule = handle('DeleteConditionalFormatRuleRequest', ({ draft }, { index = 0, sheetId }) => {
  const sheet = requireSheet(draft, sheetId);
  const rule = requireRule(sheet, index);
  sheet.details = { ...sheet.details, conditionalFormats: sheet.details.conditionalFormats.filter((_, position) => position !== index) };
  return { deleteConditionalFormatRule: { rule } };
});

const bandingOf = (draft: Spreadsheet, id: number | undefined): { readonly sheet: Sheet; readonly banding: Message<'BandedRange'> } => {
  for (const sheet of draft.sheets) for (const banding of sheet.details.bandings) if (banding.bandedRangeId === id) return { sheet, banding };
  throw invalid(`No banding with id: ${id ?? 0}`);
};

function requireFreeForBanding(sheet: Sheet, range: GridRange, except: Message<'BandedRange'> | null): void {
  const area = areaOf(range, sheet.size);
  for (const banding of sheet.details.bandings) {
    if (banding !== except && intersect(areaOf(banding.range ?? {}, sheet.size), area)) throw invalid('You cannot add alternating background colors to a range that already has alternating background colors.');
  }
}

export const addBanding = handle('AddBandingRequest', ({ draft }, { bandedRange = {} }) => {
  const { sheet } = placeOfRange(draft, bandedRange.range);
  requireFreeForBanding(sheet, bandedRange.range ?? {}, null);
  const taken = new Set(draft.sheets.flatMap(({ details }) => details.bandings.map(({ bandedRangeId }) => bandedRangeId ?? 0)));
  const kept = { ...bandedRange, bandedRangeId: bandedRange.bandedRangeId ?? freeNumber(taken, `${draft.id}/banding/${taken.size}`) };
  sheet.details = { ...sheet.details, bandings: [...sheet.details.bandings, kept] };
  return { addBanding: { bandedRange: kept } };
});

export const updateBanding = handle('UpdateBandingRequest', ({ draft }, { bandedRange = {}, fields }) => {
  const { sheet, banding } = bandingOf(draft, bandedRange.bandedRangeId);
  const merged = mergeByMask({ ...banding }, { ...bandedRange }, requireFields(fields, 'BandedRange'));
  if (!isMessage('BandedRange', merged)) throw invalid('Invalid banded range.');
  requireFreeForBanding(sheet, merged.range ?? {}, banding);
  sheet.details = { ...sheet.details, bandings: sheet.details.bandings.map((other) => (other === banding ? merged : other)) };
});

export const deleteBanding = handle('DeleteBandingRequest', ({ draft }, { bandedRangeId }) => {
  const { sheet, banding } = bandingOf(draft, bandedRangeId);
  sheet.details = { ...sheet.details, bandings: sheet.details.bandings.filter((other) => other !== banding) };
});

export const setBasicFilter = handle('SetBasicFilterRequest', ({ draft }, { filter = {} }) => {
  const { sheet } = placeOfRange(draft, filter.range);
  sheet.details = { ...sheet.details, basicFilter: filter };
});

export const clearBasicFilter = handle('ClearBasicFilterRequest', ({ draft }, { sheetId }) => {
  const sheet = requireSheet(draft, sheetId);
  sheet.details = { ...sheet.details, basicFilter: null };
});

const filterViewOf = (draft: Spreadsheet, id: number | undefined): { readonly sheet: Sheet; readonly view: Message<'FilterView'> } => {
  for (const sheet of draft.sheets) for (const view of sheet.details.filterViews) if (view.filterViewId === id) return { sheet, view };
  throw invalid(`No filter with id: ${id ?? 0}`);
};

export const addFilterView = handle('AddFilterViewRequest', ({ draft }, { filter = {} }) => {
  const { sheet } = placeOfRange(draft, filter.range);
  const taken = new Set(draft.sheets.flatMap(({ details }) => details.filterViews.map(({ filterViewId }) => filterViewId ?? 0)));
  const kept = { ...filter, filterViewId: filter.filterViewId ?? freeNumber(taken, `${draft.id}/filter/${taken.size}`) };
  sheet.details = { ...sheet.details, filterViews: [...sheet.details.filterViews, kept] };
  return { addFilterView: { filter: kept } };
});

export const updateFilterView = handle('UpdateFilterViewRequest', ({ draft }, { filter = {}, fields }) => {
  const { sheet, view } = filterViewOf(draft, filter.filterViewId);
  const merged = mergeByMask({ ...view }, { ...filter }, requireFields(fields, 'FilterView'));
  if (!isMessage('FilterView', merged)) throw invalid('Invalid filter.');
  sheet.details = { ...sheet.details, filterViews: sheet.details.filterViews.map((other) => (other === view ? merged : other)) };
});

export const deleteFilterView = handle('DeleteFilterViewRequest', ({ draft }, { filterId }) => {
  const { sheet, view } = filterViewOf(draft, filterId);
  sheet.details = { ...sheet.details, filterViews: sheet.details.filterViews.filter((other) => other !== view) };
});

export const duplicateFilterView = handle('DuplicateFilterViewRequest', ({ draft }, { filterId }) => {
  const { sheet, view } = filterViewOf(draft, filterId);
  const taken = new Set(draft.sheets.flatMap(({ details }) => details.filterViews.map(({ filterViewId }) => filterViewId ?? 0)));
  const copy = { ...view, filterViewId: freeNumber(taken, `${draft.id}/filter/${taken.size}`), title: `Copy of ${view.title ?? ''}` };
  sheet.details = { ...sheet.details, filterViews: [...sheet.details.filterViews, copy] };
  return { duplicateFilterView: { filter: copy } };
});

/** A chart is kept as it was described. */
export const addChart = handle('AddChartRequest', ({ draft }, { chart = {} }) => {
  const sheet = requireSheet(draft, chart.position?.sheetId ?? chart.position?.overlayPosition?.anchorCell?.sheetId);
  const taken = new Set(draft.sheets.flatMap(({ details }) => details.charts.map(({ chartId }) => chartId ?? 0)));
  const kept = { ...chart, chartId: chart.chartId ?? freeNumber(taken, `${draft.id}/chart/${taken.size}`) };
  sheet.details = { ...sheet.details, charts: [...sheet.details.charts, kept] };
  return { addChart: { chart: kept } };
});

const chartOf = (draft: Spreadsheet, id: number | undefined): { readonly sheet: Sheet; readonly chart: Message<'EmbeddedChart'> } => {
  for (const sheet of draft.sheets) for (const chart of sheet.details.charts) if (chart.chartId === id) return { sheet, chart };
  throw invalid(`No chart with id: ${id ?? 0}`);
};

export const updateChartSpec = handle('UpdateChartSpecRequest', ({ draft }, { chartId, spec }) => {
  const { sheet, chart } = chartOf(draft, chartId);
  // What a script said of the chart no longer holds once it is described anew.
  const others = Object.entries(sheet.details.scriptCharts ?? {}).filter(([id]) => id !== String(chartId));
  sheet.details = { ...sheet.details, charts: sheet.details.charts.map((other) => (other === chart ? { ...chart, spec } : other)), scriptCharts: Object.fromEntries(others) };
});

/** Only places over the cells; a sheet of its own is none that this host has. */
export const updateEmbeddedObjectPosition = handle('UpdateEmbeddedObjectPositionRequest', ({ draft }, { objectId, newPosition = {}, fields }) => {
  const { sheet, chart } = chartOf(draft, objectId);
  if (!newPosition.overlayPosition) throw invalid('newPosition.overlayPosition is required.');
  const overlayPosition = mergeByMask({ ...chart.position?.overlayPosition }, { ...newPosition.overlayPosition }, requireFields(fields, 'OverlayPosition'));
  if (!isMessage('OverlayPosition', overlayPosition)) throw invalid('Invalid position.');
  if ((overlayPosition.anchorCell?.sheetId ?? 0) !== sheet.sheetId) throw invalid('A chart stays on its sheet.');
  const position = { overlayPosition };
  sheet.details = { ...sheet.details, charts: sheet.details.charts.map((other) => (other === chart ? { ...chart, position } : other)) };
  return { updateEmbeddedObjectPosition: { position } };
});

export const deleteEmbeddedObject = handle('DeleteEmbeddedObjectRequest', ({ draft }, { objectId }) => {
  const { sheet, chart } = chartOf(draft, objectId);
  sheet.details = { ...sheet.details, charts: sheet.details.charts.filter((other) => other !== chart) };
});
