/** Colour scales of conditional formats: the colour of a number between the least and the greatest of its range. */
import type { Message } from '../schema/shapes';
import type { Area } from './area';
import type { Sheet } from './sheet';

type Color = Message<'Color'>;
type Point = Message<'InterpolationPoint'>;

/** The colour of a number; null where the scale cannot tell one. */
export type ColorScale = (value: number) => Color | null;

/** All numbers of the areas, in order. */
function numbersIn(sheet: Sheet, areas: readonly Area[]): readonly number[] {
  const numbers: number[] = [];
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row < Math.min(bottom, sheet.lastRow()); row += 1) {
      const cells = sheet.cells(row);
      for (let column = left; column < Math.min(right, cells.length); column += 1) {
        const value = cells[column]?.value;
        if (typeof value === 'number') numbers.push(value);
      }
    }
  }
  return numbers.sort((one, other) => one - other);
}

function percentile(numbers: readonly number[], share: number): number {
  const place = Math.min(1, Math.max(0, share)) * (numbers.length - 1);
  const low = numbers[Math.floor(place)] ?? 0;
  const high = numbers[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** The number a point of the scale stands at; null when it is told by something that is none. */
function positionOf({ type = 'MIN', value = '' }: Point, numbers: readonly number[]): number | null {
  const least = numbers[0] ?? 0;
  const greatest = numbers[numbers.length - 1] ?? 0;
  if (type === 'MIN') return least;
  if (type === 'MAX') return greatest;
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return null;
  if (type === 'PERCENT') return least + ((greatest - least) * number) / 100;
  return type === 'PERCENTILE' ? percentile(numbers, number / 100) : number;
}

const colorOf = ({ color, colorStyle }: Point): Color => colorStyle?.rgbColor ?? color ?? {};

const between = (one: number = 0, other: number = 0, share: number): number => one + (other - one) * share;
const mixed = (one: Color, other: Color, share: number): Color => ({ red: between(one.red, other.red, share), green: between(one.green, other.green, share), blue: between(one.blue, other.blue, share) });

const scales = new WeakMap<Sheet, Map<Message<'GradientRule'>, ColorScale | null>>();

function makeScale({ minpoint, midpoint, maxpoint }: Message<'GradientRule'>, sheet: Sheet, areas: readonly Area[]): ColorScale | null {
  const numbers = numbersIn(sheet, areas);
  if (numbers.length === 0) return null;
  const stops: { readonly at: number; readonly color: Color }[] = [];
  for (const point of [minpoint, midpoint, maxpoint]) {
    if (!point) continue;
    const at = positionOf(point, numbers);
    if (at === null) return null;
    stops.push({ at, color: colorOf(point) });
  }
  return (value) => {
    const next = stops.findIndex(({ at }) => value <= at);
    const above = stops[next === -1 ? stops.length - 1 : next];
    const below = stops[Math.max(0, next - 1)];
    if (!above || !below) return null;
    if (next <= 0 || above.at === below.at) return above.color;
    return mixed(below.color, above.color, (value - below.at) / (above.at - below.at));
  };
}

/** Made once for each version of a sheet, which must not change any more. */
export function colorScale(rule: Message<'GradientRule'>, sheet: Sheet, areas: readonly Area[]): ColorScale | null {
  const known = scales.get(sheet) ?? new Map<Message<'GradientRule'>, ColorScale | null>();
  scales.set(sheet, known);
  const found = known.get(rule);
  if (found !== undefined) return found;
  const made = makeScale(rule, sheet, areas);
  known.set(rule, made);
  return made;
}
