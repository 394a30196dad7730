import { parseDate, parseInstant, parseYuan, refuse, type Fen, type Instant, type LocalDate, type Refusal, type Words } from '../terms';

export type FieldKind = 'text' | 'long' | 'choice' | 'instant' | 'date' | 'integer' | 'money' | 'flag' | 'list' | 'lines';

/** An input of a command, as forms, sidebar and pages show it and as the command reads it. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: Words;
  readonly required?: boolean;
  readonly help?: Words;
  /** Codes with labels; for `choice` and `list`. Filled per object where the choices depend on it. */
  readonly choices?: Readonly<Record<string, Words>>;
  readonly minimum?: number;
  readonly maximum?: number;
  /** For `lines`: the fields of one line. */
  readonly columns?: readonly Field[];
  readonly initial?: string | boolean;
  /** A text made to be pasted elsewhere. */
  readonly copy?: boolean;
}

/** Plain data from outside: a form, a page, a cell. Hostile until read through `readInput`. */
export type RawInput = Readonly<Record<string, unknown>>;

/** What a command reads after every field has been checked. Asking for a field that was not declared is a bug. */
export class Input {
  constructor(private readonly values: ReadonlyMap<string, unknown>) {}

  text(name: string): string {
    const value = this.value(name);
    return typeof value === 'string' ? value : '';
  }
  optionalText(name: string): string | null {
    const value = this.text(name);
    return value === '' ? null : value;
  }
  instant(name: string): Instant {
    const value = this.optionalInstant(name);
    if (value === null) throw new Error(`No moment in ${name}`);
    return value;
  }
  optionalInstant(name: string): Instant | null {
    const value = this.value(name);
    return typeof value === 'string' ? parseInstant(value) : null;
  }
  date(name: string): LocalDate {
    const value = this.optionalDate(name);
    if (value === null) throw new Error(`No date in ${name}`);
    return value;
  }
  optionalDate(name: string): LocalDate | null {
    const value = this.value(name);
    return typeof value === 'string' ? parseDate(value) : null;
  }
  number(name: string): number {
    const value = this.value(name);
    return typeof value === 'number' ? value : 0;
  }
  optionalNumber(name: string): number | null {
    const value = this.value(name);
    return typeof value === 'number' ? value : null;
  }
  money(name: string): Fen {
    return this.number(name) as Fen;
  }
  flag(name: string): boolean {
    return this.value(name) === true;
  }
  list(name: string): readonly string[] {
    const value = this.value(name);
    return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
  }
  lines(name: string): readonly Input[] {
    const value = this.value(name);
    return Array.isArray(value) ? value.filter((entry): entry is Input => entry instanceof Input) : [];
  }
  /** The same input with some values put in where nothing was given. */
  completed(values: Readonly<Record<string, string>>): Input {
    return new Input(new Map([...this.values, ...Object.entries(values).filter(([name]) => !this.has(name))]));
  }
  has(name: string): boolean {
    const value = this.values.get(name);
    return value !== undefined && value !== null && value !== '';
  }

  private value(name: string): unknown {
    if (!this.values.has(name)) throw new Error(`Undeclared input ${name}`);
    return this.values.get(name);
  }
}

const limits: Readonly<Partial<Record<FieldKind, number>>> = { text: 500, long: 5000 };
const mostLines = 50;

/** Control characters go, except line breaks in long texts; ends are trimmed. Nothing else of what people wrote changes. */
export const cleanText = (text: string, keepLines: boolean): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(keepLines ? /[\u0000-\u0009\u000b-\u001f\u007f]/g : /[\u0000-\u001f\u007f]/g, ' ')
    .trim();

const wrong = (field: Field, zh: string, en: string): Refusal => refuse('INPUT', `「${field.label.zh}」${zh}`, `"${field.label.en}" ${en}`);

type Read = { readonly value: unknown } | { readonly refusal: Refusal };

const codeOf = (field: Field, raw: string): string | undefined => {
  const choices = field.choices ?? {};
  return Object.keys(choices).find((code) => code === raw || choices[code]?.zh === raw || choices[code]?.en === raw);
};

const readChoice = (field: Field, raw: string): Read => {
  const code = codeOf(field, cleanText(raw, false));
  return code === undefined ? { refusal: wrong(field, '请从列表中选择。', 'must be chosen from the list.') } : { value: code };
};

const readText = (field: Field, raw: string): Read => {
  const value = cleanText(raw, field.kind === 'long');
  const maximum = field.maximum ?? limits[field.kind] ?? 500;
  if (value.length > maximum) return { refusal: wrong(field, `最多 ${maximum} 个字，请缩短。`, `may have ${maximum} characters at most; please shorten it.`) };
  if (field.minimum !== undefined && value.length < field.minimum) return { refusal: wrong(field, `至少 ${field.minimum} 个字。`, `needs at least ${field.minimum} characters.`) };
  return { value };
};

const readNumber = (field: Field, raw: string): Read => {
  const value = Number(cleanText(raw, false));
  if (!Number.isSafeInteger(value)) return { refusal: wrong(field, '请填写整数。', 'must be a whole number.') };
  if (value < (field.minimum ?? 0) || value > (field.maximum ?? 1_000_000)) return { refusal: wrong(field, `须在 ${field.minimum ?? 0} 与 ${field.maximum ?? 1_000_000} 之间。`, `must lie between ${field.minimum ?? 0} and ${field.maximum ?? 1_000_000}.`) };
  return { value };
};

const readLines = (field: Field, raw: unknown): Read => {
  if (!Array.isArray(raw) || raw.length > mostLines) return { refusal: wrong(field, `请逐行填写，最多 ${mostLines} 行。`, `must be a list of at most ${mostLines} lines.`) };
  const lines: Input[] = [];
  for (const line of raw as readonly unknown[]) {
    const read = readInput(field.columns ?? [], typeof line === 'object' && line !== null ? (line as RawInput) : {});
    if (!(read instanceof Input)) return { refusal: read };
    lines.push(read);
  }
  return { value: lines };
};

/** Anything else has no text of its own: even asking an object for one can throw. */
const isWritten = (raw: unknown): raw is string | number => typeof raw === 'string' || typeof raw === 'number';
const unreadable = (field: Field): Read => ({ refusal: wrong(field, '的内容无法识别。', 'could not be read.') });

const readOne = (field: Field, raw: unknown): Read => {
  if (field.kind === 'lines') return readLines(field, raw);
  if (field.kind === 'flag') return { value: raw === true || (typeof raw === 'string' && /^(true|y|yes|是|1|on)$/i.test(raw.trim())) || (Array.isArray(raw) && raw.length > 0) };
  if (field.kind === 'list') {
    const given: readonly unknown[] = Array.isArray(raw) ? raw : typeof raw === 'string' ? raw.split(/[,，、]/) : [raw];
    if (!given.every(isWritten)) return unreadable(field);
    const entries = given.map(String).filter((entry) => entry.trim() !== '');
    const codes = entries.map((entry) => (field.choices === undefined ? cleanText(entry, false) : codeOf(field, entry.trim())));
    return codes.every((code) => code !== undefined) && codes.length <= mostLines ? { value: codes } : { refusal: wrong(field, '请从列表中选择。', 'must be chosen from the list.') };
  }
  if (!isWritten(raw)) return unreadable(field);
  const written = String(raw);
  switch (field.kind) {
    case 'choice':
      return readChoice(field, written);
    case 'instant': {
      const value = parseInstant(written);
      return value === null ? { refusal: wrong(field, '请按“2026-03-03 09:10”填写时间。', 'must be a time such as 2026-03-03 09:10.') } : { value };
    }
    case 'date': {
      const value = parseDate(written);
      return value === null ? { refusal: wrong(field, '请按“2026-03-03”填写日期。', 'must be a date such as 2026-03-03.') } : { value };
    }
    case 'integer':
      return readNumber(field, written);
    case 'money': {
      const value = parseYuan(written);
      return value === null || value < 0 ? { refusal: wrong(field, '请填写金额，例如 38.00。', 'must be an amount such as 38.00.') } : { value };
    }
    default:
      return readText(field, written);
  }
};

const isEmpty = (raw: unknown): boolean => raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '') || (Array.isArray(raw) && raw.length === 0);

/** Checks every field; the first wrong one is told in both languages. */
export const readInput = (fields: readonly Field[], raw: RawInput): Input | Refusal => {
  const values = new Map<string, unknown>();
  for (const field of fields) {
    const given = raw[field.name];
    if (isEmpty(given)) {
      if (field.required === true) return wrong(field, '必须填写。', 'must be filled in.');
      values.set(field.name, field.kind === 'flag' ? false : null);
      continue;
    }
    const read = readOne(field, given);
    if ('refusal' in read) return read.refusal;
    if (field.required === true && (read.value === '' || (field.kind === 'flag' && read.value === false))) return wrong(field, field.kind === 'flag' ? '须勾选。' : '必须填写。', field.kind === 'flag' ? 'must be ticked.' : 'must be filled in.');
    values.set(field.name, read.value);
  }
  return new Input(values);
};
