/** What a filled line continues with: numbers and dates in even steps, texts that end in a number, all else repeated. */
import { shiftFormula } from './formula-shift';

interface Step {
  at(index: number): string;
}

const DAY = 86_400_000;

/**
 * Texts that follow `source` for `count` cells; counted away from it, so `-1` direction goes up or left.
 * `shift` tells how far a formula moves for each cell.
 */
export function continueLine(source: readonly string[], count: number, direction: 1 | -1, shift: { readonly down: number; readonly across: number }): string[] {
  const length = source.length;
  const step = evenDates(source) ?? evenNumbers(source) ?? countedTexts(source);
  return Array.from({ length: count }, (_, index) => {
    const place = direction === 1 ? length + index : -1 - index;
    if (step) return step.at(place);
    const from = ((place % length) + length) % length;
    const moved = place - from;
    return shiftFormula(source[from] ?? '', shift.down * moved, shift.across * moved);
  });
}

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** One number alone is repeated, as spreadsheets do. */
function evenNumbers(source: readonly string[]): Step | null {
  if (source.length < 2 || !source.every((text) => PLAIN_NUMBER.test(text))) return null;
  const decimals = Math.max(...source.map((text) => (text.split('.')[1] ?? '').length));
  const by = evenDifference(source.map(Number));
  return by === null ? null : { at: (index) => String(Number((Number(source[0]) + by * index).toFixed(decimals))) };
}

const DATE = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;

function evenDates(source: readonly string[]): Step | null {
  const matches = source.map((text) => DATE.exec(text));
  const [first] = matches;
  if (!first || matches.some((match) => match?.[2] !== first[2])) return null;
  const days = matches.map((match) => Date.UTC(Number(match?.[1]), Number(match?.[3]) - 1, Number(match?.[4])) / DAY);
  const by = source.length === 1 ? 1 : evenDifference(days);
  if (by === null) return null;
  const padded = (value: number, like: string | undefined) => String(value).padStart(like?.length === 2 ? 2 : 1, '0');
  return {
    at: (index) => {
      const date = new Date(((days[0] ?? 0) + by * index) * DAY);
      return [date.getUTCFullYear(), padded(date.getUTCMonth() + 1, first[3]), padded(date.getUTCDate(), first[4])].join(first[2]);
    },
  };
}

const COUNTED = /^(.*?\D)(\d{1,9})$/s;

function countedTexts(source: readonly string[]): Step | null {
  const matches = source.map((text) => (text.startsWith('=') ? null : COUNTED.exec(text)));
  const [first] = matches;
  if (!first || matches.some((match) => match?.[1] !== first[1])) return null;
  const by = source.length === 1 ? 1 : evenDifference(matches.map((match) => Number(match?.[2])));
  if (by === null) return null;
  const begin = Number(first[2]);
  return { at: (index) => `${first[1]}${String(Math.max(0, begin + by * index)).padStart(first[2]?.length ?? 1, '0')}` };
}

function evenDifference(values: readonly number[]): number | null {
  const by = (values[1] ?? 0) - (values[0] ?? 0);
  return values.every((value, index) => index === 0 || Math.abs(value - (values[index - 1] ?? 0) - by) < 1e-9) ? by : null;
}
