/** What a workbook file needs of a spreadsheet, in the Sheets API's own words. */

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

export interface ApiRule {
  readonly condition?: { readonly type?: string; readonly values?: readonly { readonly userEnteredValue?: string }[] };
  readonly inputMessage?: string;
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
}

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
}

export interface ApiSpreadsheet {
  readonly properties?: { readonly title?: string };
  readonly sheets?: readonly ApiSheet[];
}

/** Screen pixels of one character of the file's standard letter, and the margin beside it. */
const PIXELS_A_CHARACTER = 7;
const MARGIN_PIXELS = 5;

export const charactersOf = (pixels: number): number => Math.max(1, Math.round(((pixels - MARGIN_PIXELS) / PIXELS_A_CHARACTER) * 100) / 100);
export const pixelsOf = (characters: number): number => Math.round(characters * PIXELS_A_CHARACTER + MARGIN_PIXELS);
