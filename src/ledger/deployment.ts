import type { TableName } from '../../sheets-templates';
import type { Language } from '../terms';

/** Where a table stands. Titles may be changed by people; ids stay. */
export interface SheetPlace {
  readonly sheetId: number;
  readonly title: string;
}

/** A workbook of the deployment: one of the data classes, or a yearly archive. */
export interface WorkbookPlace {
  readonly spreadsheetId: string;
  readonly sheets: Readonly<Partial<Record<TableName, SheetPlace>>>;
  /** The hidden tab with the applied mark. */
  readonly meta: SheetPlace;
}

/** Which file holds which data class. Several classes may share one file. */
export interface Deployment {
  readonly language: Language;
  readonly workbooks: Readonly<Record<string, WorkbookPlace>>;
}

/** Workbooks of ended work are named after their year, such as `archive-2026`; they hold tables of several data classes. */
const archivePrefix = 'archive-';
export const archiveOf = (year: string): string => archivePrefix + year;
export const isArchive = (workbook: string): boolean => workbook.startsWith(archivePrefix);
/** The year of an archive's name. */
export const yearOfArchive = (workbook: string): string => workbook.slice(archivePrefix.length);

/** Row 1 holds column keys, row 2 labels, data starts in row 3. */
export const headerRows = 2;

export const workbookPlace = (deployment: Deployment, name: string): WorkbookPlace => {
  const place = deployment.workbooks[name];
  if (place === undefined) throw new Error(`No workbook ${name} in this deployment`);
  return place;
};

export const sheetPlace = (deployment: Deployment, workbook: string, table: TableName): SheetPlace => {
  const place = workbookPlace(deployment, workbook).sheets[table];
  if (place === undefined) throw new Error(`No tab for ${table} in ${workbook}`);
  return place;
};

export const quoteTitle = (title: string): string => `'${title.replace(/'/g, "''")}'`;
