/** Spreadsheets as a person sees and changes them. */

/** The outcome of a person's edit in a sheet. */
/** `shown` is what functions of scripts said about an accepted edit. */
export type EditOutcome = { readonly accepted: true; readonly shown?: { readonly alert?: string; readonly toast?: string } } | { readonly accepted: false; readonly message: string };

/** What a person does to whole rows and columns of a sheet, or to the order of rows. */
export type StructureChange =
  | LookChange
  | { readonly kind: 'insert'; readonly dimension: 'ROWS' | 'COLUMNS'; readonly start: number; readonly count: number; readonly inheritFromBefore: boolean }
  | { readonly kind: 'delete'; readonly dimension: 'ROWS' | 'COLUMNS'; readonly start: number; readonly end: number }
  | { readonly kind: 'move'; readonly dimension: 'ROWS' | 'COLUMNS'; readonly start: number; readonly end: number; readonly destination: number }
  | { readonly kind: 'sort'; readonly area: CellArea; readonly column: number; readonly descending: boolean };

/** How rows and columns are seen: hidden or not, folded with their group or not, and how large in pixels. */
export type LookChange =
  | { readonly kind: 'hide'; readonly dimension: 'ROWS' | 'COLUMNS'; readonly start: number; readonly end: number; readonly hidden: boolean }
  | { readonly kind: 'fold'; readonly dimension: 'ROWS' | 'COLUMNS'; readonly start: number; readonly end: number; readonly depth: number; readonly collapsed: boolean }
  | { readonly kind: 'size'; readonly dimension: 'ROWS' | 'COLUMNS'; readonly start: number; readonly end: number; readonly pixels: number };

/** `step` names the change, so that whoever made it can take it back. */
export type StructureOutcome = { readonly accepted: true; readonly step: string } | { readonly accepted: false; readonly message: string };

export interface SpreadsheetSummary {
  readonly id: string;
  readonly name: string;
  readonly access: 'owner' | 'editor' | 'viewer';
  readonly tabs: readonly { readonly sheetId: number; readonly title: string; readonly hidden: boolean; readonly rows: number; readonly columns: number; readonly frozenRows: number; readonly frozenColumns: number; readonly tabColor: string | null }[];
}

/** A rectangle of cells as the page draws it. All indexes are zero-based. */
export interface GridView {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly CellView[])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly columnWidths: Readonly<Record<number, number>>;
  /** Only of rows that are not as high as usual. */
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly merges: readonly CellArea[];
  /** Left out where there are none, as in most sheets. */
  readonly rowGroups?: readonly GroupView[];
  readonly columnGroups?: readonly GroupView[];
}
/** Rows or columns that fold together, outer groups before those within. `control` carries the toggle; it may lie outside the sheet. */
export interface GroupView {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly collapsed: boolean;
  readonly control: number;
}
/** A rectangle of cells; ends are exclusive. */
export interface CellArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
export interface CellView {
  /** What the cell shows. */
  readonly text: string;
  /** What the formula bar shows. */
  readonly input: string;
  /** The formula of the cell, with its `=`; `text` shows its result. */
  readonly formula?: string;
  /** The workspace does not compute this formula; `text` says so. */
  readonly uncomputed?: boolean;
  readonly note?: string;
  readonly choices?: readonly string[];
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Lines through or under the text, as CSS calls them. */
  readonly lines?: string;
  /** Size of the text in points, where it is not the usual one. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
  /** At the bottom where nothing else is said. */
  readonly upright?: 'top' | 'middle';
  readonly wrap?: boolean;
  /** The acting person may not change it. */
  readonly locked?: boolean;
}

/** A chart over the cells, with the figures it shows. */
export interface ChartView {
  readonly id: number;
  /** As the platform calls it, such as `COLUMN`. */
  readonly kind: string;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly string[];
  /** Null where a cell holds no number. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** What a sheet has beside its cells. */
export interface SheetObjects {
  readonly charts: readonly ChartView[];
  readonly filterViews: readonly { readonly id: number; readonly title: string }[];
}
