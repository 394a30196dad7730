/** A chart as simple shapes: enough to see what the figures say. */
import type { ChartView } from '../../contract';

export interface Shape {
  readonly tag: 'rect' | 'path' | 'circle' | 'text' | 'line';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

const COLORS = ['#1b6f5f', '#d08a1d', '#3d6fb4', '#b14a4a', '#7a5ba8', '#5b8c3a', '#8a6d3b', '#4aa3a8'];
const colorOf = (place: number): string => COLORS[place % COLORS.length] ?? '#1b6f5f';
/** Room around the figures for the title, the names and the scale. */
const ROOM = { top: 44, right: 16, bottom: 34, left: 56 };
const SCALE_STEPS = 4;
const LETTER = 12;

const round = (value: number): number => Math.round(value * 100) / 100;
const written = (value: number): string => (Number.isInteger(value) ? value : round(value)).toLocaleString('en');
const textAt = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end' = 'middle', size = LETTER): Shape => ({ tag: 'text', attributes: { x: round(x), y: round(y), 'text-anchor': anchor, 'font-size': size, fill: '#46525f' }, text });

/** The ends of the scale, at round figures; nothing is cut off, and zero belongs to it. */
function scaleOf(values: readonly number[]): { readonly low: number; readonly high: number } {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = 10 ** Math.floor(Math.log10(Math.max(high - low, 1e-9) / SCALE_STEPS));
  const wide = [1, 2, 2.5, 5, 10].map((times) => times * step).find((size) => size * SCALE_STEPS >= high - low) ?? step * 10;
  const from = Math.floor(low / wide) * wide;
  return { low: from, high: Math.max(from + wide * SCALE_STEPS, Math.ceil(high / wide) * wide) };
}

/** As many names as there is room for. */
function names(labels: readonly string[], room: number, place: (index: number) => readonly [x: number, y: number], anchor: 'middle' | 'end'): Shape[] {
  const every = Math.max(1, Math.ceil(labels.length / Math.max(1, Math.floor(room))));
  return labels.flatMap((label, index) => (index % every === 0 ? [textAt(...place(index), label.length > 10 ? `${label.slice(0, 9)}…` : label, anchor)] : []));
}

function legend(series: ChartView['series'], width: number): Shape[] {
  if (series.length < 2) return [];
  const each = (width - ROOM.left - ROOM.right) / series.length;
  return series.flatMap(({ name }, place) => {
    const x = ROOM.left + place * each;
    return [{ tag: 'rect', attributes: { x: round(x), y: 28, width: 9, height: 9, fill: colorOf(place) } } satisfies Shape, textAt(x + 13, 37, name, 'start', 11)];
  });
}

type Drawer = (chart: ChartView, at: (value: number) => number, slot: number) => Shape[];

const columns = (flat: boolean): Drawer => ({ series, labels }, at, slot) => series.flatMap(({ values }, place) => labels.flatMap((_, index): Shape[] => {
  const value = values[index] ?? null;
  if (value === null) return [];
  const thick = (slot * 0.72) / series.length;
  const along = index * slot + slot * 0.14 + place * thick;
  const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
  const box = flat ? { x: from, y: ROOM.top + along, width: to - from, height: thick } : { x: ROOM.left + along, y: from, width: thick, height: to - from };
  return [{ tag: 'rect', attributes: { x: round(box.x), y: round(box.y), width: round(Math.max(0.5, box.width)), height: round(Math.max(0.5, box.height)), fill: colorOf(place) } }];
}));

const lines = (how: 'line' | 'area' | 'points'): Drawer => ({ series }, at, slot) => series.flatMap(({ values }, place): Shape[] => {
  const points = values.flatMap((value, index) => (value === null ? [] : [[round(ROOM.left + (index + 0.5) * slot), round(at(value))] as const]));
  const [first] = points;
  const last = points[points.length - 1];
  if (!first || !last) return [];
  if (how === 'points') return points.map(([cx, cy]) => ({ tag: 'circle', attributes: { cx, cy, r: 3.5, fill: colorOf(place) } }));
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const filled: Shape[] = how === 'area' ? [{ tag: 'path', attributes: { d: `${path}L${last[0]} ${round(at(0))}L${first[0]} ${round(at(0))}Z`, fill: colorOf(place), 'fill-opacity': 0.25 } }] : [];
  return [...filled, { tag: 'path', attributes: { d: path, fill: 'none', stroke: colorOf(place), 'stroke-width': 2 } }];
});

const drawers: Readonly<Record<string, Drawer>> = { COLUMN: columns(false), COMBO: columns(false), BAR: columns(true), LINE: lines('line'), AREA: lines('area'), STEPPED_AREA: lines('area'), SCATTER: lines('points') };

function withAxes(chart: ChartView, draw: Drawer): Shape[] {
  const { width, height, labels, series } = chart;
  const flat = chart.kind === 'BAR';
  const { low, high } = scaleOf(series.flatMap(({ values }) => values.filter((value) => value !== null)));
  const [across, down] = [width - ROOM.left - ROOM.right, height - ROOM.top - ROOM.bottom];
  const at = (value: number): number => (flat ? ROOM.left + ((value - low) / (high - low)) * across : ROOM.top + down - ((value - low) / (high - low)) * down);
  const slot = (flat ? down : across) / Math.max(1, labels.length);
  const scale = Array.from({ length: SCALE_STEPS + 1 }, (_, step) => low + ((high - low) * step) / SCALE_STEPS).flatMap((value): Shape[] => {
    const ends = flat ? { x1: at(value), x2: at(value), y1: ROOM.top, y2: ROOM.top + down } : { x1: ROOM.left, x2: ROOM.left + across, y1: at(value), y2: at(value) };
    const line: Shape = { tag: 'line', attributes: { ...Object.fromEntries(Object.entries(ends).map(([name, end]) => [name, round(end)])), stroke: value === 0 ? '#8592a1' : '#e4e8ed' } };
    return [line, flat ? textAt(at(value), ROOM.top + down + 16, written(value)) : textAt(ROOM.left - 6, at(value) + 4, written(value), 'end')];
  });
  const named = flat
    ? names(labels, down / 16, (index) => [ROOM.left - 6, ROOM.top + (index + 0.5) * slot + 4], 'end')
    : names(labels, across / 70, (index) => [ROOM.left + (index + 0.5) * slot, ROOM.top + down + 18], 'middle');
  return [...scale, ...draw(chart, at, slot), ...named, ...legend(series, width)];
}

function pie({ width, height, labels, series }: ChartView): Shape[] {
  const values = (series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const sum = values.reduce((all, value) => all + value, 0);
  if (sum === 0) return [];
  const [x, y] = [width * 0.36, (height + ROOM.top - 14) / 2];
  const radius = Math.max(10, Math.min(width * 0.32, (height - ROOM.top - 14) / 2));
  let turned = 0;
  return values.flatMap((value, place): Shape[] => {
    const [from, to] = [turned, turned + value / sum];
    turned = to;
    const edge = (share: number): string => `${round(x + radius * Math.sin(2 * Math.PI * share))} ${round(y - radius * Math.cos(2 * Math.PI * share))}`;
    const line = ROOM.top + 4 + place * 18;
    const named: Shape[] = line > height - 8 ? [] : [{ tag: 'rect', attributes: { x: round(width * 0.72), y: line, width: 10, height: 10, fill: colorOf(place) } }, textAt(width * 0.72 + 15, line + 9, `${labels[place] ?? ''} ${Math.round((value / sum) * 100)}%`, 'start', 11)];
    if (value === sum) return [{ tag: 'circle', attributes: { cx: round(x), cy: round(y), r: round(radius), fill: colorOf(place) } }, ...named];
    return value === 0 ? named : [{ tag: 'path', attributes: { d: `M${round(x)} ${round(y)}L${edge(from)}A${round(radius)} ${round(radius)} 0 ${to - from > 0.5 ? 1 : 0} 1 ${edge(to)}Z`, fill: colorOf(place), stroke: '#fff' } }, ...named];
  });
}

/** Null for a kind that the page does not draw. */
export function chartShapes(chart: ChartView): readonly Shape[] | null {
  const drawer = drawers[chart.kind];
  if (!drawer && chart.kind !== 'PIE') return null;
  return [textAt(chart.width / 2, 20, chart.title, 'middle', 14), ...(drawer ? withAxes(chart, drawer) : pie(chart))];
}
