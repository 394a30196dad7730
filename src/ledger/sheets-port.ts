import type { CellValue } from './codec';

/** A cell as `updateCells` and `appendCells` take it. */
export interface CellData {
  readonly userEnteredValue?: { readonly stringValue?: string; readonly numberValue?: number; readonly boolValue?: boolean };
  readonly userEnteredFormat?: Readonly<Record<string, unknown>>;
  readonly note?: string;
}

/** One request of `spreadsheets.batchUpdate`. */
export type SheetsRequest = Readonly<Record<string, unknown>>;

export interface ReadRequest {
  readonly spreadsheetId: string;
  /** A1 ranges. */
  readonly ranges: readonly string[];
}

export interface WriteRequest {
  readonly spreadsheetId: string;
  readonly requests: readonly SheetsRequest[];
}

/** How the ledger reaches spreadsheets. Each call is one round trip, whatever the number of workbooks. */
export interface SheetsPort {
  /** Per workbook and range, the rows as unformatted values with serial dates. Throws when a workbook cannot be read. */
  readonly batchGet: (requests: readonly ReadRequest[]) => readonly (readonly (readonly (readonly CellValue[])[])[])[];
  /** Each workbook's requests are all or nothing. Throws when any workbook refused; others may have been written. */
  readonly batchUpdate: (requests: readonly WriteRequest[]) => void;
}
