import type { AnyTable, TableName } from '../../sheets-templates';
import { tableName, tableOf, type PlainRow } from './change';
import type { CellValue } from './codec';
import type { Opened } from './ledger';
import { addRows, isWhole, missingRows, nextSpans, partRanges, readPart, spanRange, spansOf, sparseValues, type Choose, type Indexed, type Part, type Span, type Spans } from './open-rows';
import { readSheet } from './sheet-rows';

export interface OpenRequest {
  /** Tables that are read whole. */
  readonly whole: readonly AnyTable[];
  readonly indexed: readonly Indexed[];
  readonly choose: Choose;
  /** Where wanted rows stood the last time; a table without is read whole. */
  readonly spans: Spans;
}

/** What a reading of some rows found beside them. */
export interface OpenedPart extends Opened {
  /** Keys of rows that stand in the sheets but were not read. */
  readonly unread: ReadonlyMap<TableName, ReadonlySet<string>>;
  /** Where to look the next time. */
  readonly spans: Spans;
}

/** Ranges of one table that are read as they are. */
export interface Asked {
  readonly name: TableName;
  readonly ranges: readonly string[];
  readonly take: (answers: readonly (readonly (readonly CellValue[])[])[]) => void;
}

/** What the ledger does for such a reading. */
interface Reader {
  readonly whole: (tables: readonly AnyTable[]) => Opened | null;
  readonly parts: (names: readonly TableName[], parts: readonly Asked[]) => Opened;
  readonly isCurrent: (opened: Opened) => boolean;
  readonly slotOf: (name: TableName) => string;
}

const none: ReadonlySet<string> = new Set();

const withSpans = ({ slotOf }: Reader, { indexed }: OpenRequest, opened: Opened, chosen: ReadonlyMap<TableName, ReadonlySet<string>>, parts: ReadonlyMap<TableName, Part>): OpenedPart => {
  const spans: Partial<Record<TableName, readonly Span[]>> = {};
  const unread = new Map<TableName, ReadonlySet<string>>();
  for (const { table, spans: most } of indexed) {
    const name = tableName(table);
    const read = opened.sheets.get(slotOf(name))?.rowOf ?? new Map<string, number>();
    const rowOf = parts.get(name)?.rowOf ?? new Map([...read].map(([key, at]) => [key, at + 1]));
    spans[name] = nextSpans(rowOf, chosen.get(name) ?? none, most);
    if (read.size < rowOf.size) unread.set(name, new Set([...rowOf.keys()].filter((key) => !read.has(key))));
  }
  return { ...opened, unread, spans };
};

/** Reads once more what stands elsewhere than the last time; whether everything wanted is there now. */
const complete = ({ parts }: Reader, found: ReadonlyMap<TableName, Part>, chosen: ReadonlyMap<TableName, ReadonlySet<string>>): boolean => {
  const lacking = () => [...found].flatMap(([name, part]) => {
    const rows = missingRows(tableOf(name), part, chosen.get(name) ?? none);
    return rows.length === 0 ? [] : [{ name, part, spans: spansOf(rows) }];
  });
  const missing = lacking();
  if (missing.length === 0) return true;
  parts([], missing.map(({ name, part, spans }) => ({
    name, ranges: spans.map((span) => spanRange(tableOf(name), span)), take: (answers) => spans.forEach((span, at) => addRows(part.rows, span, answers[at] ?? [])),
  })));
  return lacking().length === 0;
};

/** The first round trip; null when the sheet is shorter than remembered. */
const readSpans = (reader: Reader, names: readonly TableName[], asked: readonly Asked[]): Opened | null => {
  try {
    return reader.parts(names, asked);
  } catch {
    return null;
  }
};

/** Null when the remembered spans are of no use: a workbook fell behind, columns were moved, or rows while they were read. */
const readParts = (reader: Reader, request: OpenRequest, inPart: readonly Indexed[]): OpenedPart | null => {
  const found = new Map<TableName, Part>();
  const wholeTables = [...request.whole, ...request.indexed.filter((one) => !inPart.includes(one)).map(({ table }) => table)];
  const opened = readSpans(reader, wholeTables.map(tableName), inPart.map(({ table, by }): Asked => {
    const name = tableName(table);
    const spans = request.spans[name] ?? [];
    return {
      name, ranges: partRanges({ table: tableOf(name), by }, spans),
      take: (answers) => {
        const part = readPart(name, by, spans, answers);
        if (part !== null) found.set(name, part);
      },
    };
  }));
  if (opened === null || found.size < inPart.length || !reader.isCurrent(opened)) return null;
  const chosen = request.choose(new Map([...opened.snapshot, ...[...found].map(([name, { index }]): readonly [TableName, readonly PlainRow[]] => [name, index])]));
  if (!complete(reader, found, chosen)) return null;
  const sheets = new Map(opened.sheets);
  const snapshot = new Map(opened.snapshot);
  for (const [name, part] of found) {
    const sheet = readSheet(name, sparseValues(part));
    sheets.set(reader.slotOf(name), sheet);
    snapshot.set(name, sheet.rows);
  }
  return withSpans(reader, request, { ...opened, sheets, snapshot }, chosen, found);
};

/**
 * Reads tables and marks, of some tables only the rows that `choose` wants: in one round trip where they stand in the spans
 * remembered from the last time, in two where some stand elsewhere. A first reading, and one that the spans mislead, is of
 * whole tables. Needs the lock, since it brings up a workbook that fell behind.
 */
export const readOpen = (reader: Reader, request: OpenRequest): OpenedPart => {
  const inPart = request.indexed.filter(({ table }) => !isWhole(request.spans[tableName(table)]));
  const part = inPart.length === 0 ? null : readParts(reader, request, inPart);
  if (part !== null) return part;
  const all = reader.whole([...request.whole, ...request.indexed.map(({ table }) => table)]);
  if (all === null) throw new Error('A workbook stays behind the journal');
  return withSpans(reader, request, all, request.choose(all.snapshot), new Map());
};
