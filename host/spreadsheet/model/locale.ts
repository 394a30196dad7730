/** What the locale of a spreadsheet decides about numbers and dates, as far as the workspace knows it; every other locale is taken as American. */
import { getLocale } from 'numfmt';

export interface Customs {
  /** The formatter's name for how numbers and months are written. */
  readonly formatter: string;
  /** Whether fractions stand behind a comma and points part thousands. */
  readonly decimalComma: boolean;
  /** Whether `2/1` is the second of January. */
  readonly dayFirst: boolean;
  /** Whether days are written with points, as in `2.1.2026`. */
  readonly dottedDays: boolean;
}

const dotted = new Set(['bg', 'cs', 'da', 'de', 'et', 'fi', 'hr', 'lv', 'nb', 'no', 'pl', 'ro', 'ru', 'sk', 'sl', 'tr', 'uk']);
const dayFirst = new Set([...dotted, 'el', 'es', 'fr', 'id', 'it', 'nl', 'pt', 'vi']);
const dayFirstLocales = new Set(['en_AU', 'en_GB', 'en_IE', 'en_IN', 'en_NZ']);
/** Where Spanish is written with a decimal point. */
const decimalPoint = /^es_(?:DO|GT|HN|MX|NI|PA|PE|PR|SV|US)$/;

const known = new Map<string, Customs>();

export function customsOf(locale: string): Customs {
  const former = known.get(locale);
  if (former) return former;
  const language = locale.split(/[_-]/)[0] ?? '';
  const decimalComma = dayFirst.has(language) && !decimalPoint.test(locale) && getLocale(locale)?.decimal === ',';
  const customs: Customs = {
    formatter: language === 'zh' ? 'zh_CN' : decimalComma ? locale : 'en',
    decimalComma,
    dayFirst: locale !== 'fr_CA' && (dayFirst.has(language) || dayFirstLocales.has(locale)),
    dottedDays: dotted.has(language),
  };
  known.set(locale, customs);
  return customs;
}
