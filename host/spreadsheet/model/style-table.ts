/** The formats of a spreadsheet's cells, each kept once. A cell refers to its format by number; 0 is no format. */
import type { CellFormat } from '../schema/shapes';

/** The same text for the same format, whatever the order of its fields. */
function canonicalText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  const entries = Object.entries(value).filter(([, element]) => element !== undefined);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, element]) => `${JSON.stringify(name)}:${canonicalText(element)}`).join(',')}}`;
}

/** Grows only. Versions of one spreadsheet share it: a number once given never changes its meaning. */
export class StyleTable {
  readonly #formats: CellFormat[] = [{}];
  readonly #numbers = new Map<string, number>([['{}', 0]]);

  constructor(formats: readonly CellFormat[] = []) {
    for (const format of formats) this.numberOf(format);
  }

  get size(): number {
    return this.#formats.length;
  }

  /** All formats except the empty one, in the order of their numbers. */
  list(): readonly CellFormat[] {
    return this.#formats.slice(1);
  }

  format(number: number): CellFormat {
    return this.#formats[number] ?? {};
  }

  numberOf(format: CellFormat): number {
    const text = canonicalText(format);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#formats.push(format) - 1;
    this.#numbers.set(text, number);
    return number;
  }

  /** The number of the same format with another number format; undefined takes it away. */
  withNumberFormat(number: number, numberFormat: CellFormat['numberFormat'] | undefined): number {
    const { numberFormat: _former, ...rest } = this.format(number);
    return this.numberOf(numberFormat === undefined ? rest : { ...rest, numberFormat });
  }
}
