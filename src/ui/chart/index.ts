/** Pictures for reports, drawn without any service: bars, target marks and a line, as PNG. */
export { barChartPng, chartHeight, chartWidth } from './bar-chart';
export { cssColour } from './palette';
export type { Deflate } from './png';
