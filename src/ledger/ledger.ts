import { journal, type AnyTable, type JournalRow, type TableName } from '../../sheets-templates';
import { tableRequests, type CellWords } from './apply';
import { tableName, workbookOf, type PlainRow, type RowChange } from './change';
import type { CellValue } from './codec';
import { isArchive, quoteTitle, sheetPlace, workbookPlace, type Deployment } from './deployment';
import type { Snapshot } from './draft';
import { journalRows, readEntries, type JournalEntry } from './journal';
import { markRequest, marksRange, readMarks, type Marks } from './marks';
import { readOpen, type Asked, type OpenedPart, type OpenRequest } from './read-open';
import { readSheet, type SheetRows } from './sheet-rows';
import type { ReadRequest, SheetsPort, SheetsRequest, WriteRequest } from './sheets-port';

/** Tables that commands append to without reading: their header is read along, their rows are not. */
const headersOnly: readonly TableName[] = ['journal', 'outbox', 'sentNotices', 'inbox', 'seen', 'ticketNews'];

/** How many journal rows one look back reads when a workbook has fallen behind. */
const replayWindow = 400;

/** What one read of the ledgers found. Writes go by these positions, so both happen under one lock. */
export interface Opened {
  readonly snapshot: Snapshot;
  readonly sheets: ReadonlyMap<string, SheetRows>;
  /** By spreadsheet. */
  readonly marks: ReadonlyMap<string, Marks>;
}

type Values = readonly (readonly CellValue[])[];

export type NewEntry = Omit<JournalEntry, 'number'>;

const slot = (workbook: string, table: TableName): string => `${workbook}/${table}`;

/** The ledgers of a deployment: one read, one journal row, one atomic apply per workbook (design: one command). */
export class Ledger {
  constructor(
    private readonly port: SheetsPort,
    private readonly deployment: Deployment,
    private readonly digest: (text: string) => string,
  ) {}

  /**
   * Reads tables and marks in one round trip. A workbook that an interrupted command left behind is brought up to the
   * journal first; that needs the lock, so `mayRepair` says whether the caller holds it. Null when it does not and a
   * repair is due. Yearly archives are looked at only by those who write to them, so that years do not add up.
   */
  read(wanted: readonly AnyTable[], mayRepair: boolean, archives = false): Opened | null {
    const names = [...new Set(wanted.map(tableName))];
    const opened = this.readOnce(names, archives);
    const behind = this.behind(opened.marks);
    if (behind.length === 0) return opened;
    if (!mayRepair) return null;
    this.replay(opened.marks, behind);
    const repaired = this.readOnce(names, archives);
    if (this.behind(repaired.marks).length > 0) throw new Error('A workbook stays behind the journal after a replay');
    return repaired;
  }

  /** The same, but of some tables only the rows that are wanted (`read-open.ts`). Needs the lock. */
  readOpen(request: OpenRequest): OpenedPart {
    return readOpen({
      whole: (tables) => this.read(tables, true),
      parts: (names, parts) => this.readOnce(names, false, parts),
      isCurrent: ({ marks }) => this.behind(marks).length === 0,
      slotOf: (name) => slot(this.bookOf(name), name),
    }, request);
  }

  /** Journals a change, then applies it. The moment the journal row stands, the change counts. A refusal that it follows from is journalled before it. */
  commit(opened: Opened, entry: NewEntry, refused: NewEntry | null = null): JournalEntry {
    const marks = this.journalMarks(opened.marks);
    const before = refused === null ? [] : journalRows({ ...refused, number: marks.journalNumber + 1 }, marks.journalHash, this.digest);
    const numbered: JournalEntry = { ...entry, number: marks.journalNumber + (refused === null ? 1 : 2) };
    const rows = [...before, ...journalRows(numbered, before[before.length - 1]?.hash ?? marks.journalHash, this.digest)];
    const words = this.words(opened.snapshot, numbered.changes);
    const sheets = this.withHeaders(opened.sheets, numbered.changes);
    const journalFile = this.journalPlace().spreadsheetId;
    const last = rows[rows.length - 1];
    const writes = this.writes(numbered, sheets, words);
    const own = writes.find((write) => write.spreadsheetId === journalFile)?.requests ?? [];
    const expected = { ...marks.expected, ...Object.fromEntries(writes.map((write) => [write.spreadsheetId, numbered.number])) };
    this.port.batchUpdate([{
      spreadsheetId: journalFile,
      requests: [
        ...this.journalRequests(rows, sheets, words),
        ...markRequest(this.journalPlace().meta, { journalNumber: numbered.number, journalHash: last?.hash ?? marks.journalHash, journalRows: marks.journalRows + rows.length, expected }),
        ...own,
      ],
    }]);
    const others = writes.filter((write) => write.spreadsheetId !== journalFile);
    if (others.length > 0) this.port.batchUpdate(others);
    return numbered;
  }

  /** The number of the last journal entry at the time of a reading. */
  journalNumber(opened: Opened): number {
    return this.journalMarks(opened.marks).journalNumber;
  }

  /** What was journalled after a number, up to the time of a reading. */
  entriesSince(opened: Opened, number: number): readonly JournalEntry[] {
    return this.entriesAfter(number, this.journalMarks(opened.marks).journalRows);
  }

  /** Every journal row from the first on; for verification and rebuilding, never for commands. */
  journalHistory(): readonly JournalRow[] {
    const place = this.journalPlace();
    const [values = []] = this.port.batchGet([{ spreadsheetId: place.spreadsheetId, ranges: [quoteTitle(sheetPlace(this.deployment, journal.book, 'journal').title)] }])[0] ?? [];
    // readSheet made these rows after the journal's own columns.
    return readSheet('journal', values).rows as unknown as readonly JournalRow[];
  }

  /** Names of the people that were read, and of those this very change enters. */
  private words(snapshot: Snapshot, changes: readonly RowChange[]): CellWords {
    const entered = changes.flatMap((change) => (change.kind === 'insert' && change.table === 'staff' ? [change.row] : []));
    const people = [...(snapshot.get('staff') ?? []), ...entered];
    return { language: this.deployment.language, names: new Map(people.map((person) => [String(person['staffId']), String(person['name'])])) };
  }

  private journalPlace() {
    return workbookPlace(this.deployment, journal.book);
  }

  private journalMarks(marks: ReadonlyMap<string, Marks>): Marks {
    const found = marks.get(this.journalPlace().spreadsheetId);
    if (found === undefined) throw new Error('The journal was not read');
    return found;
  }

  /** Spreadsheets that have not applied the last entry that touches them. */
  private behind(marks: ReadonlyMap<string, Marks>): readonly string[] {
    const { expected } = this.journalMarks(marks);
    return [...marks].filter(([spreadsheetId, mark]) => mark.applied < (expected[spreadsheetId] ?? 0)).map(([spreadsheetId]) => spreadsheetId);
  }

  private readOnce(names: readonly TableName[], archives = false, parts: readonly Asked[] = []): Opened {
    const plan = new Map<string, { readonly ranges: string[]; readonly takers: ((values: Values) => void)[] }>();
    const sheets = new Map<string, SheetRows>();
    const marks = new Map<string, Marks>();
    const ask = (spreadsheetId: string, range: string, take: (values: Values) => void): void => {
      const known = plan.get(spreadsheetId) ?? { ranges: [], takers: [] };
      known.ranges.push(range);
      known.takers.push(take);
      plan.set(spreadsheetId, known);
    };
    for (const [name, place] of Object.entries(this.deployment.workbooks)) {
      if (plan.has(place.spreadsheetId) || (isArchive(name) && !archives)) continue;
      ask(place.spreadsheetId, marksRange(quoteTitle(place.meta.title)), (values) => marks.set(place.spreadsheetId, readMarks(values)));
    }
    for (const name of [...names, ...headersOnly.filter((header) => !names.includes(header))]) {
      const workbook = this.bookOf(name);
      const place = sheetPlace(this.deployment, workbook, name);
      const title = quoteTitle(place.title);
      ask(workbookPlace(this.deployment, workbook).spreadsheetId, names.includes(name) ? title : `${title}!1:1`, (values) => sheets.set(slot(workbook, name), readSheet(name, values)));
    }
    const taken = parts.map(({ name, ranges, take }) => {
      const workbook = this.bookOf(name);
      const answers: Values[] = [];
      ranges.forEach((range, at) => ask(workbookPlace(this.deployment, workbook).spreadsheetId, `${quoteTitle(sheetPlace(this.deployment, workbook, name).title)}!${range}`, (values) => (answers[at] = values)));
      return () => take(answers);
    });
    const asked = [...plan];
    const answers = this.port.batchGet(asked.map(([spreadsheetId, { ranges }]): ReadRequest => ({ spreadsheetId, ranges })));
    asked.forEach(([, { takers }], index) => takers.forEach((take, range) => take(answers[index]?.[range] ?? [])));
    taken.forEach((take) => take());
    const snapshot = new Map<TableName, readonly PlainRow[]>(names.map((name) => [name, sheets.get(slot(this.bookOf(name), name))?.rows ?? []]));
    return { snapshot, sheets, marks };
  }

  private bookOf(name: TableName): string {
    return workbookOf({ kind: 'delete', table: name, key: '' });
  }

  /** Reads the headers of tabs that are written to but were not read, such as an archive's. */
  private withHeaders(sheets: ReadonlyMap<string, SheetRows>, changes: readonly RowChange[]): ReadonlyMap<string, SheetRows> {
    const missing = new Map<string, { readonly workbook: string; readonly table: TableName }>();
    for (const change of changes) {
      const workbook = workbookOf(change);
      if (!sheets.has(slot(workbook, change.table))) missing.set(slot(workbook, change.table), { workbook, table: change.table });
    }
    if (missing.size === 0) return sheets;
    const asked = [...missing.values()];
    const answers = this.port.batchGet(asked.map(({ workbook, table }) => ({
      spreadsheetId: workbookPlace(this.deployment, workbook).spreadsheetId,
      ranges: [`${quoteTitle(sheetPlace(this.deployment, workbook, table).title)}!1:1`],
    })));
    const complete = new Map(sheets);
    asked.forEach(({ workbook, table }, index) => complete.set(slot(workbook, table), readSheet(table, answers[index]?.[0] ?? [])));
    return complete;
  }

  /** Per spreadsheet that an entry touches, its requests and the mark that goes with them. */
  private writes(entry: JournalEntry, sheets: ReadonlyMap<string, SheetRows>, words: CellWords): readonly WriteRequest[] {
    const requests = new Map<string, SheetsRequest[]>();
    const groups = new Map<string, { readonly workbook: string; readonly table: TableName; readonly changes: RowChange[] }>();
    for (const change of entry.changes) {
      const workbook = workbookOf(change);
      const group = groups.get(slot(workbook, change.table)) ?? { workbook, table: change.table, changes: [] };
      group.changes.push(change);
      groups.set(slot(workbook, change.table), group);
    }
    for (const [key, { workbook, table, changes }] of groups) {
      const sheet = sheets.get(key);
      if (sheet === undefined) throw new Error(`No layout of ${key}`);
      const { spreadsheetId, meta } = workbookPlace(this.deployment, workbook);
      const list = requests.get(spreadsheetId) ?? [...markRequest(meta, { applied: entry.number })];
      list.push(...tableRequests(table, changes, sheetPlace(this.deployment, workbook, table), sheet, words));
      requests.set(spreadsheetId, list);
    }
    return [...requests].map(([spreadsheetId, list]) => ({ spreadsheetId, requests: list }));
  }

  private journalRequests(rows: readonly JournalRow[], sheets: ReadonlyMap<string, SheetRows>, words: CellWords): readonly SheetsRequest[] {
    const sheet = sheets.get(slot(journal.book, 'journal'));
    if (sheet === undefined) throw new Error('The journal was not read');
    const changes = rows.map((row): RowChange => ({ kind: 'insert', table: 'journal', key: row.rowId, row: { ...row } }));
    return tableRequests('journal', changes, sheetPlace(this.deployment, journal.book, 'journal'), sheet, words);
  }

  /** Applies what the journal holds beyond a workbook's mark. Applying twice changes nothing: the mark moves along. */
  private replay(marks: ReadonlyMap<string, Marks>, behind: readonly string[]): void {
    const lowest = Math.min(...behind.map((spreadsheetId) => marks.get(spreadsheetId)?.applied ?? 0));
    for (const entry of this.entriesAfter(lowest, this.journalMarks(marks).journalRows)) {
      const late = behind.filter((spreadsheetId) => (marks.get(spreadsheetId)?.applied ?? 0) < entry.number);
      const touched = entry.changes.filter((change) => late.includes(workbookPlace(this.deployment, workbookOf(change)).spreadsheetId));
      const names = [...new Set(touched.map((change) => change.table))];
      const read = this.readOnce([...new Set([...names, 'staff' as const])]);
      const current = this.withHeaders(read.sheets, touched);
      const writes = this.writes({ ...entry, changes: touched }, current, this.words(read.snapshot, touched)).filter((write) => late.includes(write.spreadsheetId));
      if (writes.length > 0) this.port.batchUpdate(writes);
    }
  }

  private entriesAfter(number: number, usedRows: number): readonly JournalEntry[] {
    const place = this.journalPlace();
    const title = quoteTitle(sheetPlace(this.deployment, journal.book, 'journal').title);
    for (let window = replayWindow; ; window *= 4) {
      const from = Math.max(3, usedRows - window + 1);
      const [[header = [], rows = []] = []] = this.port.batchGet([{ spreadsheetId: place.spreadsheetId, ranges: [`${title}!1:1`, `${title}!A${from}:${usedRows}`] }]);
      // The two header rows again, so that the rows stand where readSheet expects data.
      const read = readSheet('journal', [header[0] ?? [], [], ...rows]).rows as unknown as readonly JournalRow[];
      const first = read[0];
      if (from === 3 || (first !== undefined && first.number <= number)) return readEntries(read).filter((entry) => entry.number > number);
    }
  }
}
