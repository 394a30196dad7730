/** What a workbook file needs of a spreadsheet, in the Sheets API's own words. */
import type { Message } from '../spreadsheet/schema/shapes';

export interface ApiColor {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

export interface ApiFormat {
  readonly numberFormat?: { readonly type?: string; readonly pattern?: string };
  readonly backgroundColor?: ApiColor;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly textFormat?: { readonly foregroundColor?: ApiColor; readonly bold?: boolean; readonly italic?: boolean; readonly underline?: boolean; readonly strikethrough?: boolean; readonly fontSize?: number };
}

export interface ApiValue {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
}

export type ApiRule = Message<'DataValidationRule'>;

export interface ApiCell {
  readonly userEnteredValue?: ApiValue;
  readonly effectiveValue?: ApiValue;
  readonly userEnteredFormat?: ApiFormat;
  readonly note?: string;
  readonly dataValidation?: ApiRule;
}

export interface ApiDimension {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
}

export interface ApiMerge {
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface ApiSheet {
  readonly properties: {
    readonly sheetId?: number;
    readonly title?: string;
    readonly hidden?: boolean;
    readonly gridProperties?: { readonly rowCount?: number; readonly columnCount?: number; readonly frozenRowCount?: number; readonly frozenColumnCount?: number };
  };
  readonly data?: readonly { readonly rowData?: readonly { readonly values?: readonly ApiCell[] }[]; readonly rowMetadata?: readonly ApiDimension[]; readonly columnMetadata?: readonly ApiDimension[] }[];
  readonly merges?: readonly ApiMerge[];
  readonly conditionalFormats?: readonly Message<'ConditionalFormatRule'>[];
  readonly protectedRanges?: readonly Message<'ProtectedRange'>[];
  readonly bandedRanges?: readonly Message<'BandedRange'>[];
  readonly basicFilter?: Message<'BasicFilter'>;
}

export interface ApiSpreadsheet {
  readonly properties?: { readonly title?: string; readonly locale?: string };
  readonly sheets?: readonly ApiSheet[];
  readonly namedRanges?: readonly Message<'NamedRange'>[];
}

/** Screen pixels of one character of the file's standard letter, and the margin beside it. */
const PIXELS_A_CHARACTER = 7;
const MARGIN_PIXELS = 5;

export const charactersOf = (pixels: number): number => Math.max(1, Math.round(((pixels - MARGIN_PIXELS) / PIXELS_A_CHARACTER) * 100) / 100);
export const pixelsOf = (characters: number): number => Math.round(characters * PIXELS_A_CHARACTER + MARGIN_PIXELS);

/** Points of a file's row height on a screen pixel. */
export const pointsOf = (pixels: number): number => pixels * 0.75;
