import { instantAt, dateOf, parseDate, parseInstant, parseYuan, nothing, type Fen, type Instant, type LocalDate } from '../terms';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stand-ins, never seen: a case with a mistake is not computed. */
const someMoment = instantAt(0);
const someDate = dateOf(someMoment);

/** Fields that a case may carry for its readers. */
const remarks = ['about', 'note', 'remark'];

/**
 * The fields of a piece of a case. Every reading names what it wants; what is missing, of another kind or unknown is
 * noted as a sentence, and reading goes on with a stand-in, so that a case tells all its mistakes at once.
 */
export class Fields {
  readonly #data: Readonly<Record<string, unknown>>;
  readonly #asked = new Set<string>(remarks);

  constructor(
    data: unknown,
    private readonly path: string,
    readonly problems: string[],
  ) {
    this.#data = isObject(data) ? data : {};
    if (!isObject(data)) problems.push(`${path}：应为对象 must be an object`);
  }

  has(name: string): boolean {
    this.#asked.add(name);
    return this.#data[name] !== undefined;
  }

  /** Absent or null. */
  isEmpty(name: string): boolean {
    return !this.has(name) || this.#data[name] === null;
  }

  text(name: string, fallback?: string): string {
    const value = this.#value(name);
    if (typeof value === 'string') return value;
    if (value === undefined && fallback !== undefined) return fallback;
    return this.#problem(name, value, '应为文字 must be a text', '');
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.#value(name);
    if (typeof value === 'boolean') return value;
    return value === undefined ? fallback : this.#problem(name, value, '应为 true 或 false must be true or false', fallback);
  }

  count(name: string): number {
    const value = this.#value(name);
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : this.#problem(name, value, '应为非负整数 must be a whole number', 0);
  }

  /** `"38.00"` or 38. */
  money(name: string): Fen {
    const value = this.#value(name);
    const amount = typeof value === 'string' ? parseYuan(value) : typeof value === 'number' ? parseYuan(String(value)) : null;
    return amount ?? this.#problem(name, value, '应为金额，如 "38.00" must be an amount such as "38.00"', nothing);
  }

  date(name: string): LocalDate {
    const value = this.#value(name);
    const date = typeof value === 'string' ? parseDate(value) : null;
    return date ?? this.#problem(name, value, '应为日期，如 2026-03-04 must be a date such as 2026-03-04', someDate);
  }

  instant(name: string): Instant {
    const value = this.#value(name);
    const moment = typeof value === 'string' ? parseInstant(value) : null;
    return moment ?? this.#problem(name, value, '应为时刻，如 2026-03-04 09:10 must be a moment such as 2026-03-04 09:10', someMoment);
  }

  /** One of a list of codes. */
  code<Code extends string>(name: string, codes: Readonly<Record<Code, unknown>>, fallback?: Code): Code {
    const value = this.#value(name);
    const isCode = (text: unknown): text is Code => typeof text === 'string' && Object.keys(codes).includes(text);
    if (isCode(value)) return value;
    const [first] = Object.keys(codes).filter(isCode);
    if (value === undefined && fallback !== undefined) return fallback;
    if (first === undefined) throw new Error(`${name} has no codes`);
    return this.#problem(name, value, `应为 must be one of ${Object.keys(codes).join(', ')}`, fallback ?? first);
  }

  codes<Code extends string>(name: string, codes: Readonly<Record<Code, unknown>>): readonly Code[] {
    const isCode = (text: string): text is Code => Object.keys(codes).includes(text);
    const given = this.texts(name);
    const known = given.filter(isCode);
    return known.length === given.length ? known : this.#problem(name, given, `应为 must be among ${Object.keys(codes).join(', ')}`, known);
  }

  texts(name: string): readonly string[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    return Array.isArray(value) && value.every((item): item is string => typeof item === 'string') ? value : this.#problem(name, value, '应为文字列表 must be a list of texts', []);
  }

  within(name: string): Fields {
    return new Fields(this.#value(name) ?? null, `${this.path}.${name}`, this.problems);
  }

  each<Item>(name: string, read: (fields: Fields) => Item): readonly Item[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) return this.#problem(name, value, '应为列表 must be a list', []);
    return value.map((item: unknown, index) => {
      const fields = new Fields(item, `${this.path}.${name}[${index}]`, this.problems);
      const result = read(fields);
      fields.done();
      return result;
    });
  }

  /** The names that an object carries, for maps by date and the like. */
  names(): readonly string[] {
    return Object.keys(this.#data);
  }

  /** Call last: a field nobody asked for is a slip of the pen, and a slip must not pass in silence. */
  done(): void {
    for (const name of Object.keys(this.#data)) {
      if (!this.#asked.has(name)) this.problems.push(`${this.path}.${name}：未知字段 is not a known field`);
    }
  }

  #value(name: string): unknown {
    this.#asked.add(name);
    return this.#data[name];
  }

  #problem<Value>(name: string, value: unknown, wanted: string, standIn: Value): Value {
    this.problems.push(`${this.path}.${name}：${value === undefined ? '缺少 is missing；' : ''}${wanted}`);
    return standIn;
  }
}

/** A field that may be absent or null. */
export const optional = <Value>(fields: Fields, name: string, read: (name: string) => Value): Value | null => (fields.isEmpty(name) ? null : read(name));
