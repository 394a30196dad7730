import type { BarChart, ChartSection, ReportColumn, ReportMail, ReportSection, TableSection } from '../../reports';
import { cssColour, chartHeight, chartWidth } from '../../ui/chart';
import { colours, heading, html, note, paragraph } from './layout';
import type { InlineImage } from './write-mime';

export type DrawChart = (chart: BarChart) => readonly number[];

const head = ({ label, align }: ReportColumn): string =>
  `<th class="quiet line" align="${align}" valign="bottom" style="padding:6px 8px;border-bottom:1px solid ${colours.line};line-height:1.45;font-weight:600;color:${colours.quiet};font-size:12px;text-align:${align}">${html(label)}</th>`;

/** On a phone a wide table's rows become short lists; the column's name then stands before each value. */
const cell = (text: string, { label, align }: ReportColumn): string =>
  `<td class="ink line" align="${align}" valign="top" style="padding:6px 8px;border-bottom:1px solid ${colours.line};line-height:1.45;color:${colours.ink};font-size:13px;text-align:${align}${align === 'right' ? ';white-space:nowrap' : ''};font-variant-numeric:tabular-nums"><span class="name quiet" style="display:none;color:${colours.quiet}">${html(label)}&nbsp;</span>${html(text)}</td>`;

const widestOnPhone = 4;

const tableHtml = ({ columns, rows, whenEmpty, note: remark }: TableSection): string => {
  if (rows.length === 0) return note(whenEmpty);
  const plain: ReportColumn = { label: '', align: 'left' };
  const body = rows.map((row) => `<tr>${row.map((text, index) => cell(text, columns[index] ?? plain)).join('')}</tr>`).join('');
  return `<table${columns.length > widestOnPhone ? ' class="wide"' : ''} cellpadding="0" cellspacing="0" border="0" width="100%" style="border-collapse:collapse;margin:0 0 8px"><thead><tr>${columns.map(head).join('')}</tr></thead><tbody>${body}</tbody></table>${remark === undefined ? '' : note(remark)}`;
};

const swatch = (name: string, colour: string): string => `<span style="white-space:nowrap"><span style="display:inline-block;width:10px;height:10px;line-height:10px;font-size:10px;vertical-align:middle;border-radius:2px;background:${colour}">&nbsp;</span> ${html(name)}</span>`;

const legend = (chart: BarChart): string => {
  const series = [...chart.bars, ...(chart.marks === undefined ? [] : [chart.marks]), ...(chart.line === undefined ? [] : [chart.line])];
  const colourRow = series.map(({ name, colour }) => swatch(name, cssColour(colour))).join(' &nbsp; ');
  const meanings = chart.categories.map((category, index) => ({ category, meaning: chart.meanings[index] ?? '' })).filter(({ category, meaning }) => meaning !== '' && meaning !== category);
  return `<p class="quiet" style="margin:6px 0 2px;font-size:12px;line-height:1.8;color:${colours.quiet}">${colourRow}</p>${meanings.length === 0 ? '' : note(meanings.map(({ category, meaning }) => `${category} ${meaning}`).join(' · '))}`;
};

const pictureHtml = (section: ChartSection, contentId: string): string =>
  `<div class="picture" style="background:#ffffff;border-radius:6px"><img src="cid:${contentId}" width="${chartWidth}" height="${chartHeight}" alt="${html(section.chart.alt)}" style="display:block;width:100%;max-width:${chartWidth}px;height:auto;border:0"></div>${legend(section.chart)}`;

const sectionHtml = (section: ReportSection, contentId: string): string => {
  switch (section.kind) {
    case 'table':
      return tableHtml(section);
    case 'chart':
      return pictureHtml(section, contentId);
    case 'text':
      return section.paragraphs.map(paragraph).join('');
  }
};

const sectionText = (section: ReportSection): string => {
  switch (section.kind) {
    case 'table':
      return section.rows.length === 0 ? section.whenEmpty : [section.columns.map(({ label }) => label), ...section.rows].map((row) => row.join(' | ')).concat(section.note ?? []).join('\n');
    case 'chart':
      return section.chart.alt;
    case 'text':
      return section.paragraphs.join('\n');
  }
};

export interface ReportParts {
  readonly html: string;
  readonly text: string;
  readonly inlineImages: readonly InlineImage[];
}

/** A report below a notice: its tables as HTML tables, its charts as pictures with their legends beside them. */
export const reportParts = (report: ReportMail, draw: DrawChart, prefix: string): ReportParts => {
  const contentId = (index: number): string => `${prefix}-${index + 1}@aftersales-ledger`;
  return {
    html: report.sections.map((section, index) => heading(section.heading) + sectionHtml(section, contentId(index))).join(''),
    text: report.sections.map((section) => `${section.heading}\n${sectionText(section)}`).join('\n\n'),
    inlineImages: report.sections.flatMap((section, index) => (section.kind === 'chart' ? [{ contentId: contentId(index), fileName: `chart-${index + 1}.png`, mimeType: 'image/png' as const, bytes: draw(section.chart) }] : [])),
  };
};
