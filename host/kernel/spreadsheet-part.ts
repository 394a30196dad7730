/** What the kernel asks of the spreadsheet half of the host. `host/spreadsheet/index.ts` exports `createSpreadsheets(environment)`. */
import type { EditOutcome, GridView, SheetObjects, SpreadsheetSummary, StructureChange, StructureOutcome, User, VirtualTime } from '../contract';
import type { FileSource } from './files';
import type { HostObject, ServiceContext, ServiceDefinition } from './host-object';
import type { Store } from './store';

export interface SpreadsheetEnvironment {
  readonly store: Store;
  now(): VirtualTime;
  /** Everybody with an account; addresses outside it may be shared with but never act. */
  users(): readonly User[];
  /** A new file id, unique in the workspace. */
  newId(): string;
  /** Of the form whose answers go to a spreadsheet, or to one of its sheets; null where none does. */
  formUrl?(spreadsheetId: string, sheetId: number | null): string | null;
}

/** A person's edit that was accepted, as its event tells it. Values are what the cell holds, as text, only for a single cell. */
export interface AcceptedEdit {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly value?: string;
  readonly oldValue?: string;
}

/** What a change of whole rows and columns is called where a trigger tells of it. */
export type ChangeType = 'EDIT' | 'INSERT_ROW' | 'INSERT_COLUMN' | 'REMOVE_ROW' | 'REMOVE_COLUMN' | 'OTHER';

/** `changeType` is there exactly when the outcome is accepted. */
export interface StructureResult {
  readonly outcome: StructureOutcome;
  readonly changeType?: ChangeType;
}

/** An answer of the REST surface, and the cells it read and wrote. */
export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly cellsRead?: number;
  readonly cellsWritten?: number;
}

export interface SpreadsheetPart extends FileSource {
  /** `SpreadsheetApp` and the advanced service `Sheets`. */
  readonly services: readonly ServiceDefinition[];
  summaries(as: string): readonly SpreadsheetSummary[];
  grid(id: string, sheetId: number, area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }, as: string): GridView;
  sheetObjects(id: string, sheetId: number, as: string): SheetObjects;
  filterViewRows(id: string, sheetId: number, filterViewId: number, as: string): readonly number[] | null;
  /** Durable when it returns. `edit` is there exactly when the outcome is accepted. */
  editCells(id: string, sheetId: number, row: number, column: number, values: readonly (readonly string[])[], as: string): { readonly outcome: EditOutcome; readonly edit?: AcceptedEdit };
  changeStructure(id: string, sheetId: number, change: StructureChange, as: string): StructureResult;
  repeatStructure(id: string, step: string, direction: 'undo' | 'redo', as: string): StructureResult;
  /** Objects for an event of this execution: `source` is the Spreadsheet, `range` the edited Range. Row and column are zero-based. */
  eventObjects(context: ServiceContext, id: string, edit: AcceptedEdit | null): { readonly source: HostObject; readonly range?: HostObject };
  /** The Sheets REST surface; path begins with /v4/. */
  rest(method: string, path: string, query: URLSearchParams, body: unknown, as: string): RestAnswer | Promise<RestAnswer>;
}
