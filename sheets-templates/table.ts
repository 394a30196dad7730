import type { Fen, Instant, LocalDate, Words } from '../src/terms';

/** The data class of a table; each class lives in a workbook of its own, or several share one (design: data classes). */
export type Book = 'service' | 'customers' | 'commercial' | 'people' | 'system';

export const books: readonly Book[] = ['service', 'customers', 'commercial', 'people', 'system'];

export type ColumnKind = 'id' | 'text' | 'long' | 'choice' | 'instant' | 'date' | 'integer' | 'decimal' | 'money' | 'flag' | 'list' | 'json';

/** A column of a table. `Value` is what code reads; the phantom never exists at run time. */
export interface Column<Value> {
  readonly kind: ColumnKind;
  readonly label: Words;
  readonly optional: boolean;
  /** Codes with their labels; cells show the label in the workbook's language. */
  readonly choices?: Readonly<Record<string, Words>>;
  /** Holds ids of people; the cell shows each with the name, such as “林晓梅 ST-005”. */
  readonly people?: true;
  /** The command that typing into the cell becomes; columns without one are protected. */
  readonly command?: string;
  readonly note?: Words;
  readonly width?: number;
  readonly valueType?: Value;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

export interface Table<C extends Columns = Columns> {
  /** Stable name, also the tab's title in English workbooks' code; the tab shows `label`. */
  readonly name: string;
  readonly book: Book;
  readonly label: Words;
  /** The column that identifies a row. */
  readonly key: string;
  readonly columns: C;
  /** Rows only ever added, never read back by commands. */
  readonly appendOnly?: boolean;
  readonly hidden?: boolean;
}

type ValueOf<C> = C extends Column<infer Value> ? Value : never;

/** A row as code sees it: plain data, null where a cell may be empty and is. */
export type Row<T extends Table> = { readonly [Key in keyof T['columns']]: ValueOf<T['columns'][Key]> };

export const table = <const C extends Columns>(definition: Table<C> & { readonly key: keyof C & string }): Table<C> => definition;

interface Extra {
  readonly people?: true;
  readonly command?: string;
  readonly note?: Words;
  readonly width?: number;
}

const column = <Value>(kind: ColumnKind, label: Words, extra: Extra = {}): Column<Value> => ({ kind, label, optional: false, ...extra });

/** The same column, but a row may leave it empty. */
export const optional = <Value>(required: Column<Value>): Column<Value | null> => {
  const { valueType: _phantom, ...rest } = required;
  return { ...rest, optional: true };
};

export const id = (label: Words, extra?: Extra): Column<string> => column('id', label, extra);
export const text = (label: Words, extra?: Extra): Column<string> => column('text', label, extra);
export const long = (label: Words, extra?: Extra): Column<string> => column('long', label, extra);
export const instant = (label: Words, extra?: Extra): Column<Instant> => column('instant', label, extra);
export const date = (label: Words, extra?: Extra): Column<LocalDate> => column('date', label, extra);
export const integer = (label: Words, extra?: Extra): Column<number> => column('integer', label, extra);
export const decimal = (label: Words, extra?: Extra): Column<number> => column('decimal', label, extra);
export const money = (label: Words, extra?: Extra): Column<Fen> => column('money', label, extra);
export const flag = (label: Words, extra?: Extra): Column<boolean> => column('flag', label, extra);
export const list = (label: Words, extra?: Extra): Column<readonly string[]> => column('list', label, extra);
export const json = <Value>(label: Words, extra?: Extra): Column<Value> => column('json', label, extra);

export const choice = <Codes extends Readonly<Record<string, Words>>>(label: Words, choices: Codes, extra?: Extra): Column<keyof Codes & string> => ({
  ...column<keyof Codes & string>('choice', label, extra),
  choices,
});

/** `receivedAt` → `received_at`: the stable key in row 1, as the regulation's entity model names it. */
export const columnKey = (property: string): string => property.replace(/[A-Z0-9]+/g, (part, index: number) => (index === 0 ? part : `_${part.toLowerCase()}`));
