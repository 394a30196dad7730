/** `spreadsheets.create`. */
import type { VirtualTime } from '../../contract';
import type { SpreadsheetLibrary } from '../model/library';
import { invalid } from '../model/refusal';
import { isTimeZone } from '../model/serial-date';
import type { Message } from '../schema/shapes';
import type { PlainObject } from '../schema/check';
import { applyRequests } from './batch-update';

/** What a new spreadsheet is unless it is told otherwise: this workspace stands where its team works. */
const defaults = { locale: 'zh_CN', timeZone: 'Asia/Shanghai' } as const;

function requestsOfSheet({ properties, data = [], merges = [], conditionalFormats = [], protectedRanges = [], bandedRanges = [], basicFilter, filterViews = [] }: Message<'Sheet'>): PlainObject[] {
  const sheetId = properties?.sheetId ?? 0;
  const cells = data
    .filter(({ rowData = [] }) => rowData.length > 0)
    .map(({ startRow = 0, startColumn = 0, rowData = [] }) => ({ updateCells: { start: { sheetId, rowIndex: startRow, columnIndex: startColumn }, rows: rowData, fields: '*' } }));
  const sizes = data.flatMap(({ startRow = 0, startColumn = 0, rowMetadata = [], columnMetadata = [] }) => [
    ...rowMetadata.map((dimension, index) => ['ROWS', startRow + index, dimension] as const),
    ...columnMetadata.map((dimension, index) => ['COLUMNS', startColumn + index, dimension] as const),
  ]);
  return [
    ...cells,
    ...sizes.map(([dimension, index, dimensionProperties]) => ({
      updateDimensionProperties: { range: { sheetId, dimension, startIndex: index, endIndex: index + 1 }, properties: dimensionProperties, fields: 'pixelSize,hiddenByUser' },
    })),
    ...merges.map((range) => ({ mergeCells: { range: { ...range, sheetId }, mergeType: 'MERGE_ALL' } })),
    ...conditionalFormats.map((rule, index) => ({ addConditionalFormatRule: { rule, index } })),
    ...protectedRanges.map((protectedRange) => ({ addProtectedRange: { protectedRange } })),
    ...bandedRanges.map((bandedRange) => ({ addBanding: { bandedRange } })),
    ...(basicFilter ? [{ setBasicFilter: { filter: basicFilter } }] : []),
    ...filterViews.map((filter) => ({ addFilterView: { filter } })),
  ];
}

/**
 * Makes a spreadsheet as described, owned by the actor. @returns its id
 * @throws Refusal when the description does not hold together; nothing is made then
 */
export function createSpreadsheet(library: SpreadsheetLibrary, id: string, resource: Message<'Spreadsheet'>, actor: string, now: VirtualTime): string {
  const { title, locale = defaults.locale, timeZone = defaults.timeZone, autoRecalc, iterativeCalculationSettings } = resource.properties ?? {};
  if (!isTimeZone(timeZone)) throw invalid(`Invalid timeZone: ${timeZone}`);
  const isChinese = locale.startsWith('zh');
  const sheets = resource.sheets ?? [];
  library.create(
    id,
    { title: title ?? (isChinese ? '无标题电子表格' : 'Untitled spreadsheet'), locale, timeZone, owner: actor, editors: [], viewers: [], createdAt: now },
    isChinese ? '工作表1' : 'Sheet1',
    (draft) => {
      const requests: PlainObject[] = [];
      if (autoRecalc) requests.push({ updateSpreadsheetProperties: { properties: { autoRecalc }, fields: 'autoRecalc' } });
      if (iterativeCalculationSettings) requests.push({ updateSpreadsheetProperties: { properties: { iterativeCalculationSettings }, fields: 'iterativeCalculationSettings' } });
      if (sheets.length > 0) {
        const first = draft.sheets[0];
        if (first) first.details = { ...first.details, sheetId: -1, title: '\u0000' };
        const taken = sheets.map(({ properties }) => properties?.sheetId).filter((sheetId) => sheetId !== undefined);
        let next = 0;
        const numbered = sheets.map((sheet): Message<'Sheet'> => {
          if (sheet.properties?.sheetId !== undefined) return sheet;
          while (taken.includes(next)) next += 1;
          taken.push(next);
          return { ...sheet, properties: { ...sheet.properties, sheetId: next } };
        });
        requests.push(
          ...numbered.map(({ properties }, index) => ({ addSheet: { properties: { title: `${isChinese ? '工作表' : 'Sheet'}${index + 1}`, ...properties, index } } })),
          { deleteSheet: { sheetId: -1 } },
          ...numbered.flatMap(requestsOfSheet),
        );
      }
      requests.push(...(resource.namedRanges ?? []).map((namedRange) => ({ addNamedRange: { namedRange } })));
      requests.push(...(resource.developerMetadata ?? []).map((developerMetadata) => ({ createDeveloperMetadata: { developerMetadata } })));
      if (requests.length > 0) applyRequests({ draft, actor, now, written: 0 }, requests);
    },
  );
  return id;
}
