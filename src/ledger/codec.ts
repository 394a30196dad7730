import { columnKey, type Column } from '../../sheets-templates';
import { epochOf, instantAt, inLanguage, parseDate, parseInstant, parseYuan, words, yuan, type Instant, type Language, type LocalDate, type Words } from '../terms';

/** What a cell holds on the wire: serial numbers for dates, numbers of yuan for money, words for choices. */
export type CellValue = string | number | boolean | null;

const dayMilliseconds = 24 * 60 * 60 * 1000;
const serialOrigin = Date.UTC(1899, 11, 30);
const offsetMilliseconds = 8 * 60 * 60 * 1000;

/** Serial number of a moment in the company's zone: days since 1899-12-30, as Sheets counts. */
export const serialOfInstant = (moment: Instant): number => (epochOf(moment) + offsetMilliseconds - serialOrigin) / dayMilliseconds;
export const serialOfDate = (date: LocalDate): number => (Date.parse(`${date}T00:00:00Z`) - serialOrigin) / dayMilliseconds;
const instantOfSerial = (serial: number): Instant => instantAt(Math.round((serial * dayMilliseconds) / 1000) * 1000 + serialOrigin - offsetMilliseconds);

const yes = words('是', 'Yes');
const no = words('否', 'No');
export const yesOrNo: Readonly<Record<'Y' | 'N', Words>> = { Y: yes, N: no };

/** Names of people by id, for cells that show both. */
export type Names = ReadonlyMap<string, string>;

const personId = /\bST-\d{3,}\b/g;

/** `ST-005` → `林晓梅 ST-005`; several stay in their order. People the ledger does not know stay as they are. */
const withNames = (ids: readonly string[], names: Names): string =>
  ids.map((id) => [names.get(id), id].filter((part) => part !== undefined).join(' ')).join(', ');

/** The ids in a cell that shows people; what holds none is what somebody typed. */
const idsIn = (cell: string): readonly string[] => cell.match(personId) ?? cell.split(listSeparator).filter((part) => part !== '');

const listSeparator = /[,，、;；]\s*/;

/** A cell that cannot be read as its column says. Ledgers are written by code, so this is a hand edit gone wrong. */
export interface UnreadableCell {
  readonly column: string;
  readonly value: CellValue;
}

/** Codes by every word they go under, made once a list: a sheet has thousands of such cells. */
const codesByWord = new WeakMap<object, ReadonlyMap<string, string>>();

const codeOf = (choices: Readonly<Record<string, Words>>, cell: string): string | undefined => {
  const known = codesByWord.get(choices) ?? new Map(Object.entries(choices).flatMap(([code, { zh, en }]) => [[zh, code], [en, code], [code, code]] as const));
  codesByWord.set(choices, known);
  return known.get(cell);
};

type Reader = (cell: string | number | boolean, column: Column<unknown>) => unknown;

const asText: Reader = (cell) => String(cell);
const asNumber: Reader = (cell) => (typeof cell === 'number' ? cell : Number.isFinite(Number(cell)) && cell !== '' ? Number(cell) : undefined);

const readers: Readonly<Record<Column<unknown>['kind'], Reader>> = {
  id: asText,
  text: asText,
  long: asText,
  choice: (cell, column) => codeOf(column.choices ?? {}, String(cell).trim()),
  instant: (cell) => (typeof cell === 'number' ? instantOfSerial(cell) : parseInstant(String(cell)) ?? undefined),
  date: (cell) => (typeof cell === 'number' ? instantOfSerial(cell).slice(0, 10) : parseDate(String(cell)) ?? undefined),
  integer: asNumber,
  decimal: asNumber,
  money: (cell) => (typeof cell === 'number' ? yuan(cell) : parseYuan(String(cell)) ?? undefined),
  flag: (cell) => (cell === true || cell === 'Y' || cell === yes.zh || cell === yes.en ? true : cell === false || cell === 'N' || cell === no.zh || cell === no.en ? false : undefined),
  list: (cell) => String(cell).split(listSeparator).filter((part) => part !== ''),
  json: (cell) => {
    try {
      return JSON.parse(String(cell)) as unknown;
    } catch {
      return undefined;
    }
  },
};

const emptyOf = (column: Column<unknown>): unknown => {
  if (column.optional) return null;
  switch (column.kind) {
    case 'list':
      return [];
    case 'flag':
      return false;
    case 'integer':
    case 'decimal':
    case 'money':
      return 0;
    default:
      return '';
  }
};

/** Reads a cell as its column says. Either language or the code is understood. Undefined when it cannot be read. */
export const readCell = (column: Column<unknown>, cell: CellValue | undefined): unknown => {
  if (cell === null || cell === undefined || cell === '') return emptyOf(column);
  if (column.people === true) return column.kind === 'list' ? idsIn(String(cell)) : idsIn(String(cell)).join(',');
  return readers[column.kind](cell, column);
};

type Writer = (value: unknown, column: Column<unknown>, language: Language) => CellValue;

const writers: Readonly<Record<Column<unknown>['kind'], Writer>> = {
  id: String,
  text: String,
  long: String,
  choice: (value, column, language) => {
    const label = column.choices?.[String(value)];
    if (label === undefined) throw new Error(`Unknown code ${String(value)} for ${column.label.en}`);
    return inLanguage(label, language);
  },
  instant: (value) => serialOfInstant(value as Instant),
  date: (value) => serialOfDate(value as LocalDate),
  integer: Number,
  decimal: Number,
  money: (value) => Number(value) / 100,
  flag: (value, _column, language) => inLanguage(value === true ? yes : no, language),
  list: (value) => (value as readonly string[]).join(', '),
  json: (value) => JSON.stringify(value),
};

/** A cell may hold 50,000 characters; what is longer is cut visibly rather than refused by the platform. */
const cellLimit = 50000;

const noNames: Names = new Map();

const written = (column: Column<unknown>, value: unknown, language: Language, names: Names): CellValue =>
  column.people === true ? withNames(Array.isArray(value) ? value.map(String) : String(value).split(',').filter((id) => id !== ''), names) : writers[column.kind](value, column, language);

export const writeCell = (column: Column<unknown>, value: unknown, language: Language, names: Names = noNames): CellValue => {
  if (value === null || value === undefined) return null;
  const cell = written(column, value, language, names);
  return typeof cell === 'string' && cell.length > cellLimit ? `${cell.slice(0, cellLimit - 1)}…` : cell;
};

/** Number formats by column kind; text is `@` so that nothing typed into it is ever parsed. */
export const numberFormat = (kind: Column<unknown>['kind']): { readonly type: string; readonly pattern: string } => {
  switch (kind) {
    case 'instant':
      return { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' };
    case 'date':
      return { type: 'DATE', pattern: 'yyyy-mm-dd' };
    case 'money':
      return { type: 'NUMBER', pattern: '#,##0.00' };
    case 'integer':
      return { type: 'NUMBER', pattern: '0' };
    case 'decimal':
      return { type: 'NUMBER', pattern: '0.##' };
    default:
      return { type: 'TEXT', pattern: '@' };
  }
};

/**
 * A column that people type commands into stands twice: what counts, hidden and protected, under the column's own key,
 * and what people see and type, under this one. So a typed value counts only once its command was accepted, and a
 * refused one can always be put back.
 */
export const entryKey = (property: string): string => `${columnKey(property)}_entry`;

export { columnKey };
