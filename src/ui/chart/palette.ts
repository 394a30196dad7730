import type { ChartColour } from '../../reports';

/** Red, green and blue, 0–255. */
export type Colour = readonly [number, number, number];

/** Chosen to stay apart for colour-blind readers and on dark mail backgrounds; `orange` and `green` are for marks and lines. */
const series: Readonly<Record<ChartColour, Colour>> = {
  blue: [44, 95, 158],
  pale: [168, 193, 221],
  orange: [217, 113, 22],
  green: [38, 130, 96],
};

export const paper: Colour = [255, 255, 255];
export const gridline: Colour = [226, 230, 235];
export const axisline: Colour = [120, 130, 142];
export const ink: Colour = [70, 80, 92];

/** Paper first: a fresh picture is all zeros. */
export const solidColours: readonly Colour[] = [paper, gridline, axisline, ink, ...Object.values(series)];

export const seriesColour = (colour: ChartColour): Colour => series[colour];

/** `#2c5f9e`, for the legend that stands beside the picture. */
export const cssColour = (colour: ChartColour): string => `#${series[colour].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
