/**
 * A report as a mail carries it: data in the recipient's language, drawn where the mail is written. Plain JSON, because
 * it waits in the outbox. A cell holds 50,000 characters, so whoever makes a report bounds its lists.
 */
export interface ReportMail {
  readonly title: string;
  readonly sections: readonly ReportSection[];
}

export type ReportSection = TableSection | ChartSection | TextSection;

export interface ReportColumn {
  readonly label: string;
  /** Numbers stand at the right edge. */
  readonly align: 'left' | 'right';
}

export interface TableSection {
  readonly kind: 'table';
  readonly heading: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly string[])[];
  /** What stands under the heading when there is no row, such as "none this month". */
  readonly whenEmpty: string;
  /** A line below the table: what was left out, how a figure is counted. */
  readonly note?: string;
}

export interface TextSection {
  readonly kind: 'text';
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface ChartSection {
  readonly kind: 'chart';
  readonly heading: string;
  readonly chart: BarChart;
}

export type ChartColour = 'blue' | 'pale' | 'orange' | 'green';

export interface ChartSeries {
  /** Shown in the legend beside the picture, never inside it. */
  readonly name: string;
  readonly colour: ChartColour;
  /** One value a category; null leaves a gap. */
  readonly values: readonly (number | null)[];
}

/** A picture of grouped bars, with optional target marks and an optional line on a percent scale at the right. */
export interface BarChart {
  /** What the picture says, in words, for those who do not see it. */
  readonly alt: string;
  /** Under the axis; only A–Z, 0–9, `%`, `.`, `-`, `/` and spaces can be drawn. */
  readonly categories: readonly string[];
  /** What each category stands for, in the same order. */
  readonly meanings: readonly string[];
  readonly unit: '' | '%';
  /** Top of the value axis; without it a round number above the greatest value. */
  readonly top?: number;
  readonly bars: readonly ChartSeries[];
  /** A short stroke across a category's bars: what was aimed at. */
  readonly marks?: ChartSeries;
  /** 0–100, drawn against the right edge. */
  readonly line?: ChartSeries;
}
