import type { CellValue } from './codec';
import { enteredValue } from './apply';
import type { SheetPlace } from './deployment';
import type { SheetsRequest } from './sheets-port';

/**
 * What each workbook knows of the journal, in a hidden tab, one row a value: how far it has applied it; and, in the
 * workbook that holds the journal, where the journal stands.
 */
export interface Marks {
  readonly applied: number;
  readonly journalNumber: number;
  readonly journalHash: string;
  /** Rows of the journal's tab in use, header included. */
  readonly journalRows: number;
  /** By spreadsheet: the number of the last entry that touches it. A workbook whose mark is lower has missed something. */
  readonly expected: Readonly<Record<string, number>>;
}

const names: readonly (keyof Marks)[] = ['applied', 'journalNumber', 'journalHash', 'journalRows', 'expected'];

export const marksRange = (quotedTitle: string): string => `${quotedTitle}!B1:B${names.length}`;

/** Written only by `markRequest`. */
const readExpected = (text: string): Readonly<Record<string, number>> => (text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, number>>));

export const readMarks = (values: readonly (readonly CellValue[])[]): Marks => ({
  applied: Number(values[0]?.[0] ?? 0),
  journalNumber: Number(values[1]?.[0] ?? 0),
  journalHash: String(values[2]?.[0] ?? ''),
  journalRows: Number(values[3]?.[0] ?? 0),
  expected: readExpected(String(values[4]?.[0] ?? '')),
});

/** Sets marks in the same request that does what they say. */
export const markRequest = (place: SheetPlace, marks: Partial<Marks>): readonly SheetsRequest[] =>
  names.flatMap((name, row) => {
    const value = marks[name];
    return value === undefined ? [] : [{ updateCells: { start: { sheetId: place.sheetId, rowIndex: row, columnIndex: 1 }, rows: [{ values: [enteredValue(typeof value === 'object' ? JSON.stringify(value) : value)] }], fields: 'userEnteredValue' } }];
  });

/** The rows that a new workbook's hidden tab starts with. */
export const initialMarks = (journalHash: string): readonly (readonly (string | number)[])[] => names.map((name) => [name, name === 'journalHash' ? journalHash : name === 'expected' ? '{}' : name === 'journalRows' ? 2 : 0]);
