import type { AnyTable, Column, Table, TableName } from '../../sheets-templates';
import { tableOf, type PlainRow } from './change';
import { columnKey, entryKey, readCell, type CellValue } from './codec';
import { headerRows } from './deployment';
import type { Snapshot } from './draft';

/**
 * Reading only some rows of a table: of every row the columns to choose by, whole rows only where they were wanted the last
 * time. Where all that are wanted now stand there, one round trip has found them; what is missing takes a second.
 */

/** A table of which some rows are wanted, and the columns to choose by, beside its key. */
export interface Indexed {
  readonly table: AnyTable;
  readonly by: readonly string[];
  /** Spans at most, where wanted rows are few among very many; 24 when left out. */
  readonly spans?: number;
}

/** The wanted rows' keys by table, from the columns to choose by. */
export type Choose = (index: Snapshot) => ReadonlyMap<TableName, ReadonlySet<string>>;

/** Rows of a sheet, counted from 1; the last span of a table goes on to the sheet's end. */
export type Span = readonly [from: number, to: number | null];
export type Spans = Readonly<Partial<Record<TableName, readonly Span[]>>>;

type Values = readonly (readonly CellValue[])[];

const firstRow = headerRows + 1;
/** Spans of one table at most where nothing else is said, and rows between wanted ones that are read along. */
const usualSpans = 24;
const smallGap = 4;
/** A table as small as this, or wanted to this share, is read whole. */
const smallTable = 60;
const wholeShare = 0.7;

export const whole: readonly Span[] = [[firstRow, null]];
export const isWhole = (spans: readonly Span[] | undefined): boolean => spans === undefined || (spans[0]?.[0] === firstRow && spans[0][1] === null);

export const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** The columns of a table's tab as it was made; people may have moved them since. */
const declaredKeys = (table: Table): readonly string[] =>
  Object.entries<Column<unknown>>(table.columns).flatMap(([property, { command }]) => (command === undefined ? [columnKey(property)] : [entryKey(property), columnKey(property)]));

const indexColumns = (table: Table, by: readonly string[]): readonly { readonly property: string; readonly at: number }[] => {
  const keys = declaredKeys(table);
  return [...new Set([table.key, ...by])].map((property) => ({ property, at: keys.indexOf(columnKey(property)) }));
};

/** A1 ranges, without the tab: the header, each column to choose by, the spans. */
export const partRanges = ({ table, by }: { readonly table: Table; readonly by: readonly string[] }, spans: readonly Span[]): readonly string[] => [
  '1:1',
  ...indexColumns(table, by).map(({ at }) => `${letters(at)}${firstRow}:${letters(at)}`),
  ...spans.map((span) => spanRange(table, span)),
];

export const spanRange = (table: Table, [from, to]: Span): string => `A${from}:${letters(declaredKeys(table).length - 1)}${to ?? ''}`;

/** What was read of a table so far. */
export interface Part {
  readonly header: readonly CellValue[];
  /** Every row's key and columns to choose by. */
  readonly index: readonly PlainRow[];
  /** Rows of the sheet by key, counted from 1. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Rows that were read whole, by their place. */
  readonly rows: Map<number, readonly CellValue[]>;
}

/** Puts what `partRanges` asked for together; null when people moved columns: then they are found by reading the header first. */
export const readPart = (name: TableName, by: readonly string[], spans: readonly Span[], answers: readonly Values[]): Part | null => {
  const table = tableOf(name);
  const columns = indexColumns(table, by);
  const header = answers[0]?.[0] ?? [];
  if (declaredKeys(table).some((key, at) => header[at] !== key)) return null;
  const index: PlainRow[] = [];
  const rowOf = new Map<string, number>();
  const keys = answers[1] ?? [];
  keys.forEach(([key], offset) => {
    if (key === undefined || key === null || key === '' || rowOf.has(String(key))) return;
    rowOf.set(String(key), firstRow + offset);
    index.push(Object.fromEntries(columns.map(({ property }, at) => [property, readCell(columnOf(table, property), answers[1 + at]?.[offset]?.[0])])));
  });
  const rows = new Map<number, readonly CellValue[]>();
  spans.forEach((span, at) => addRows(rows, span, answers[1 + columns.length + at] ?? []));
  return { header, index, rowOf, rows };
};

const columnOf = (table: Table, property: string): Column<unknown> => {
  const column = table.columns[property];
  if (column === undefined) throw new Error(`No column ${property} in ${table.name}`);
  return column;
};

export const addRows = (rows: Map<number, readonly CellValue[]>, [from]: Span, values: Values): void => values.forEach((cells, offset) => rows.set(from + offset, cells));

/** Wanted rows that were not read whole, or where another row stands by now. */
export const missingRows = (table: Table, part: Part, wanted: ReadonlySet<string>): readonly number[] => {
  const keyAt = part.header.indexOf(columnKey(table.key));
  return [...wanted].flatMap((key) => {
    const row = part.rowOf.get(key);
    return row === undefined || String(part.rows.get(row)?.[keyAt] ?? '') === key ? [] : [row];
  });
};

/** Few spans that hold all of the rows: parted where the gaps are widest. */
export const spansOf = (rows: readonly number[], most = usualSpans): readonly Span[] => {
  const sorted = [...new Set(rows)].sort((one, other) => one - other);
  const gaps = sorted.slice(1).map((row, at) => ({ before: row, rows: row - (sorted[at] ?? row) - 1 })).filter((gap) => gap.rows > smallGap);
  const parted = new Set(gaps.sort((one, other) => other.rows - one.rows).slice(0, most - 1).map(({ before }) => before));
  const spans: [number, number][] = [];
  for (const row of sorted) {
    const last = spans[spans.length - 1];
    if (last === undefined || parted.has(row)) spans.push([row, row]);
    else last[1] = row;
  }
  return spans;
};

/** Where to look for whole rows the next time: where they are wanted now, and from the last row on, where new ones come. */
export const nextSpans = (rowOf: ReadonlyMap<string, number>, wanted: ReadonlySet<string>, most?: number): readonly Span[] => {
  const end = Math.max(headerRows, ...rowOf.values());
  if (rowOf.size <= smallTable) return whole;
  const spans = spansOf([...[...wanted].flatMap((key) => rowOf.get(key) ?? []), end], most);
  const covered = spans.reduce((total, [from, to]) => total + (to ?? end) - from + 1, 0);
  const last = spans[spans.length - 1];
  return covered > (end - headerRows) * wholeShare || last === undefined ? whole : [...spans.slice(0, -1), [last[0], null]];
};

/** A sheet's values as if read whole, with the rows that were not read left empty. */
export const sparseValues = ({ header, rows }: Pick<Part, 'header' | 'rows'>): Values => {
  const values: (readonly CellValue[])[] = [header];
  for (const [row, cells] of rows) values[row - 1] = cells;
  for (let at = 0; at < values.length; at += 1) values[at] ??= [];
  return values;
};
