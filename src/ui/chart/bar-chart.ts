import type { BarChart, ChartSeries } from '../../reports';
import { Canvas } from './canvas';
import { glyphHeight, textWidth } from './glyphs';
import { axisline, gridline, ink, paper, seriesColour } from './palette';
import { encodePng, type Deflate } from './png';

/** Shown size in CSS pixels; the picture itself has twice as many each way, so that it is crisp on fine screens. */
export const chartWidth = 560;
export const chartHeight = 260;

const scale = 2;
const dot = 3;
const labelHeight = glyphHeight * dot;

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const steps = [1, 2, 2.5, 5, 10];

/** The distance of gridlines: round numbers, at most five of them below the top. Counts are never split. */
export const gridStep = (greatest: number): number => {
  const rough = Math.max(greatest, 1) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((candidate) => candidate * magnitude >= rough) ?? 10) * magnitude;
  return step < 1 ? 1 : Number.isInteger(step) ? step : Math.ceil(step);
};

const numbersOf = (series: ChartSeries): readonly number[] => series.values.filter((value): value is number => value !== null);

const axisTop = (chart: BarChart): number => {
  if (chart.top !== undefined) return chart.top;
  const greatest = Math.max(1, ...chart.bars.flatMap(numbersOf), ...(chart.marks === undefined ? [] : numbersOf(chart.marks)));
  return Math.ceil(greatest / gridStep(greatest)) * gridStep(greatest);
};

const yOf = (frame: Frame, value: number, top: number): number => Math.round(frame.bottom - (Math.max(0, Math.min(value, top)) / top) * (frame.bottom - frame.top));

const drawScale = (canvas: Canvas, frame: Frame, top: number, unit: string, percentAtRight: boolean): void => {
  const step = gridStep(top);
  for (let value = 0; value <= top; value += step) {
    const y = yOf(frame, value, top);
    canvas.fill(frame.left, y - 1, frame.right - frame.left, scale, value === 0 ? axisline : gridline);
    const label = `${value}${unit}`;
    canvas.text(label, frame.left - 12 - textWidth(label) * dot, y - Math.round(labelHeight / 2), dot, ink);
  }
  if (!percentAtRight) return;
  for (let value = 0; value <= 100; value += 20) canvas.text(`${value}%`, frame.right + 14, yOf(frame, value, 100) - Math.round(labelHeight / 2), dot, ink);
};

/** Bars may take seven tenths of a category's width and never look like walls. */
const drawBars = (canvas: Canvas, frame: Frame, chart: BarChart, top: number): void => {
  const slot = (frame.right - frame.left) / Math.max(1, chart.categories.length);
  const width = Math.round(Math.min((slot * 0.7) / Math.max(1, chart.bars.length), 76));
  const gap = Math.min(4, Math.round(width * 0.12));
  const group = width * chart.bars.length;
  chart.categories.forEach((category, index) => {
    const centre = frame.left + slot * (index + 0.5);
    chart.bars.forEach((series, position) => {
      const value = series.values[index] ?? null;
      if (value === null || value <= 0) return;
      const left = Math.round(centre - group / 2 + position * width + gap / 2);
      const y = yOf(frame, value, top);
      canvas.bar(left, y, width - gap, frame.bottom - y, seriesColour(series.colour), 6);
      const label = String(Math.round(value * 10) / 10);
      // The count stands on its bar where bars stand alone; in groups there is no room for it.
      if (chart.bars.length === 1) canvas.textCentred(label, left + (width - gap) / 2, y - labelHeight - 8, dot, ink);
    });
    const target = chart.marks?.values[index] ?? null;
    if (chart.marks !== undefined && target !== null) {
      const y = yOf(frame, target, top);
      canvas.fill(centre - group / 2 - 8, y - 4, group + 16, 8, paper);
      canvas.fill(centre - group / 2 - 8, y - 2, group + 16, 5, seriesColour(chart.marks.colour));
    }
    canvas.textCentred(category, centre, frame.bottom + 16, dot, ink);
  });
};

const drawLine = (canvas: Canvas, frame: Frame, chart: BarChart, line: ChartSeries): void => {
  const slot = (frame.right - frame.left) / Math.max(1, chart.categories.length);
  const points = line.values.flatMap((value, index) => (value === null ? [] : [{ x: frame.left + slot * (index + 0.5), y: yOf(frame, value, 100) }]));
  const colour = seriesColour(line.colour);
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (next !== undefined) canvas.line(point.x, point.y, next.x, next.y, 5, colour);
  });
  for (const point of points) {
    canvas.disc(point.x, point.y, 9, paper);
    canvas.disc(point.x, point.y, 7, colour);
  }
};

/** Draws a chart; words stay outside, in the mail beside it. */
export const drawBarChart = (chart: BarChart): Canvas => {
  const canvas = new Canvas(chartWidth * scale, chartHeight * scale);
  const top = axisTop(chart);
  const widest = Math.max(textWidth(`${top}${chart.unit}`), textWidth(`0${chart.unit}`)) * dot;
  const frame: Frame = {
    left: widest + 28,
    top: labelHeight * 2 + 6,
    right: canvas.width - (chart.line === undefined ? 24 : textWidth('100%') * dot + 34),
    bottom: canvas.height - labelHeight - 36,
  };
  drawScale(canvas, frame, top, chart.unit, chart.line !== undefined);
  drawBars(canvas, frame, chart, top);
  if (chart.line !== undefined) drawLine(canvas, frame, chart, chart.line);
  return canvas;
};

/** A chart as the bytes (0–255) of a PNG of 1120 × 520 pixels, to be shown at 560 × 260. */
export const barChartPng = (chart: BarChart, deflate: Deflate): number[] => encodePng(drawBarChart(chart), deflate);
