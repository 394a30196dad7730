/** One number of a metric. Without a denominator it is a count, a sum or a mean. */
export interface Figure {
  /** `A`, `channel:PHONE`, `median` …; null for the metric's plain number. */
  readonly dimension: string | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** null where there is nothing to divide by: shown as “–”, never as 0 % or 100 % (8.2). */
  readonly value: number | null;
}

/** One decimal, half up. */
export const oneDecimal = (value: number): number => Math.round((value + Number.EPSILON) * 10) / 10;

export const share = (numerator: number, denominator: number, dimension: string | null = null): Figure => ({
  dimension, numerator, denominator, value: denominator === 0 ? null : oneDecimal((numerator / denominator) * 100),
});

export const ratio = (numerator: number, denominator: number, dimension: string | null = null): Figure => ({
  dimension, numerator, denominator, value: denominator === 0 ? null : oneDecimal(numerator / denominator),
});

export const count = (value: number, dimension: string | null = null): Figure => ({ dimension, numerator: null, denominator: null, value });

/** Counts by a property, in order of first appearance. */
export const countBy = <Item>(items: readonly Item[], dimension: (item: Item) => string): readonly Figure[] => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(dimension(item), (counts.get(dimension(item)) ?? 0) + 1);
  return [...counts].map(([name, value]) => count(value, name));
};

export const sumBy = <Item>(items: readonly Item[], dimension: (item: Item) => string, amount: (item: Item) => number): readonly Figure[] => {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(dimension(item), (sums.get(dimension(item)) ?? 0) + amount(item));
  return [...sums].map(([name, value]) => count(value, name));
};

/** The value below which a share of a sorted list lies, by nearest rank. */
const percentile = (sorted: readonly number[], part: number): number => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;

/** Mean, median and 90th percentile of durations, under a name where there are several; all null without any. */
export const spread = (values: readonly number[], name?: string): readonly Figure[] => {
  const sorted = [...values].sort((one, other) => one - other);
  const known = (value: number): number | null => (sorted.length === 0 ? null : oneDecimal(value));
  const of = (figure: string): string => (name === undefined ? figure : `${name} ${figure}`);
  const median = sorted.length % 2 === 1 ? percentile(sorted, 0.5) : (percentile(sorted, 0.5) + (sorted[sorted.length / 2] ?? 0)) / 2;
  return [
    { dimension: name ?? null, numerator: null, denominator: sorted.length, value: known(sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length)) },
    { dimension: of('median'), numerator: null, denominator: sorted.length, value: known(median) },
    { dimension: of('p90'), numerator: null, denominator: sorted.length, value: known(percentile(sorted, 0.9)) },
  ];
};
