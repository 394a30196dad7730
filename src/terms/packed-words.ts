import type { Refusal } from './refusal';
import type { Words } from './words';

/** What one language of a packed text is made of: fixed text, and numbers that say which value stands there. */
type Parts = readonly (string | number)[];

/**
 * One text of the built catalogue. The build writes it from `words(…)`, `refuse(…)` and `tableText(…)`; one that is the same in both languages stands once. See docs/architecture.md,
 * “Texts in the bundle”.
 */
export type PackedText = readonly [zh: Parts, en?: Parts];

type Catalogue = readonly PackedText[];

const noCatalogue = (): Catalogue => {
  throw new Error('A packed text was read before a catalogue was provided');
};

let load = noCatalogue;
let loaded: Catalogue | null = null;

/** Says where the catalogue comes from. It is read when the first packed text is, and once. */
export const provideWords = (loadCatalogue: () => Catalogue): void => {
  load = loadCatalogue;
  loaded = null;
};

const textAt = (index: number): PackedText => {
  loaded ??= load();
  const text = loaded[index];
  if (text === undefined) throw new Error(`The catalogue has no text ${index}: it belongs to another build`);
  return text;
};

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** Values become text at once, as in a template literal: what they were made of may change before someone reads. */
const settled = (value: unknown): string | Words => (isWords(value) ? value : String(value));

const write = (parts: Parts, values: readonly (string | Words)[], language: keyof Words): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = values[part] ?? '';
      return typeof value === 'string' ? value : value[language];
    })
    .join('');

/** The words at a place of the catalogue, with what stands in their gaps. The build puts this where `words(…)` stood. */
export const packed = (index: number, ...given: readonly unknown[]): Words => {
  const values = given.map(settled);
  // Own and enumerable, so that copies, comparisons and JSON see plain words.
  return {
    get zh() {
      return write(textAt(index)[0], values, 'zh');
    },
    get en() {
      const [zh, en = zh] = textAt(index);
      return write(en, values, 'en');
    },
  };
};

/** The build puts this where `refuse(…)` stood. */
export const refusePacked = (code: string, words: Words): Refusal => ({ refused: true, code, words });
