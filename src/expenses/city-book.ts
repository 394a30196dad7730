import type { City, LodgingTier } from '../../sheets-templates';

export interface FoundCity {
  /** The name without 市 under which it is listed, or the text itself. */
  readonly name: string;
  readonly tier: LodgingTier;
  /** Unknown names are OT and shown to the administrator (5.3). */
  readonly known: boolean;
}

/** The cities table as code looks into it. */
export interface CityBook {
  readonly find: (text: string) => FoundCity;
  readonly isSame: (one: string, other: string) => boolean;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s·]/g, '').replace(/^(中国|中华人民共和国)/, '');
const withoutProvince = (text: string): string => text.replace(/^[\u4e00-\u9fff]{2,3}省/, '').replace(/^[\u4e00-\u9fff]{2,8}自治区/, '');
const withoutSuffix = (text: string): string => (text.length > 2 ? text.replace(/市$/, '') : text);

/**
 * Looks up names as people write them: with or without 市 and province, by alias, or a district behind its city. A
 * county or county-level city is never taken for the city it belongs to (5.3).
 */
export const buildCityBook = (rows: readonly City[]): CityBook => {
  const byName = new Map<string, City>();
  for (const row of rows) {
    for (const name of [row.city, ...(row.aliases ?? [])]) byName.set(withoutSuffix(plain(name)).toLowerCase(), row);
  }
  const listed = (text: string): City | undefined => byName.get(withoutSuffix(text).toLowerCase());

  /** 苏州市工业园区 → 苏州; 苏州昆山市 → 昆山; 长沙县 → none. */
  const behindCity = (text: string): City | undefined => {
    for (let length = text.length - 1; length >= 2; length -= 1) {
      const city = listed(text.slice(0, length));
      if (city === undefined) continue;
      const rest = text.slice(length).replace(/^市/, '');
      const inner = rest === '' ? undefined : listed(rest);
      if (inner !== undefined) return inner;
      if (rest === '' || rest.endsWith('区')) return city;
    }
    return undefined;
  };

  const found = new Map<string, FoundCity>();
  const find = (text: string): FoundCity => {
    const seen = found.get(text);
    if (seen !== undefined) return seen;
    const name = plain(text);
    const short = withoutProvince(name);
    const row = listed(name) ?? listed(short) ?? behindCity(short);
    const result: FoundCity = row === undefined
      ? { name: withoutSuffix(short), tier: 'OT', known: false }
      : { name: row.city, tier: row.lodgingTier, known: true };
    found.set(text, result);
    return result;
  };
  return { find, isSame: (one, other) => find(one).name === find(other).name };
};
