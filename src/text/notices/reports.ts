import type { Message } from '../../app/request';
import type { BarChart, ComparedFigure, ManagerSummary, ReportMail, ReportSection } from '../../reports';
import { inLanguage, showInstant, words, type Language, type Words } from '../../terms';
import { causeLabel, causeLetter, causeTable, columnsIn, summaryLists } from './summary-lists';

/** What is not known is a dash, never 0 % or 100 % (8.2). */
const unknown = '–';

const units: Readonly<Record<ComparedFigure['unit'], (value: number) => string>> = {
  '%': (value) => `${value.toFixed(1)}%`,
  h: (value) => `${value.toFixed(1)} h`,
  days: (value) => String(value),
  yuan: (value) => value.toFixed(2),
  '': (value) => String(value),
};

const show = (figure: ComparedFigure, value: number | null): string => (value === null ? unknown : units[figure.unit](value));

const change = (figure: ComparedFigure): string => {
  if (figure.current === null || figure.previous === null) return unknown;
  // Figures have two decimals at most; what the subtraction adds to them is no difference.
  const difference = Math.round((figure.current - figure.previous) * 100) / 100;
  if (Math.abs(difference) < 0.05) return '=';
  return `${difference > 0 ? '▲' : '▼'} ${units[figure.unit](Math.abs(difference))}`;
};

/** √ and × stand for “met” and “missed”, explained below the table; the message's first lines name what was missed. */
const judged = (figure: ComparedFigure): string => {
  const shown = show(figure, figure.current);
  if (figure.target === null || figure.current === null) return shown;
  return `${shown} ${figure.current >= figure.target ? '√' : '×'}`;
};

const basis = (figure: ComparedFigure): string => (figure.unit === '%' && figure.denominator !== null && figure.denominator > 0 ? `${figure.numerator ?? 0}/${figure.denominator}` : '');

const figureTable = (summary: ManagerSummary, language: Language): ReportSection => ({
  kind: 'table',
  heading: inLanguage(words('主要指标', 'Main figures'), language),
  columns: columnsIn(language, [
    { label: words('指标', 'Figure') }, { label: words('目标', 'Target'), right: true }, { label: words('本月', 'This month'), right: true }, { label: words('件数', 'Cases'), right: true },
    { label: words('上月', 'Last month'), right: true }, { label: words('较上月', 'Change'), right: true }, { label: words('12月平均', '12-month mean'), right: true },
  ]),
  rows: summary.page.map((figure) => [
    `${figure.metric} ${inLanguage(figure.label, language)}`, show(figure, figure.target), judged(figure), basis(figure),
    show(figure, figure.previous), change(figure), show(figure, figure.mean),
  ]),
  whenEmpty: '',
  note: inLanguage(words(
    '√ 达标，× 未达标；“–”表示本月没有可计算的事项。按工单接收月份统计；其他单据按截止月份。',
    '√ target met, × missed; "–": nothing to count this month. Tickets count in the month they were received, other papers in the month they were due.',
  ), language),
});

const charted: readonly { readonly metric: string; readonly at: number; readonly short: string }[] = [
  { metric: 'M-03', at: 0, short: 'M-03' }, { metric: 'M-04', at: 0, short: 'M-04' },
  { metric: 'M-05', at: 0, short: 'M-05A' }, { metric: 'M-05', at: 1, short: 'M-05B' },
  { metric: 'M-06', at: 0, short: 'M-06A' }, { metric: 'M-06', at: 1, short: 'M-06B' },
  { metric: 'M-07', at: 0, short: 'M-07' }, { metric: 'M-33', at: 0, short: 'M-33' },
];

/** How well deadlines were kept, this month beside the last, with the targets. */
const onTimeChart = (summary: ManagerSummary, language: Language): BarChart => {
  const shown = charted.flatMap(({ metric, at, short }) => {
    const figure = summary.page.filter((candidate) => candidate.metric === metric)[at];
    return figure === undefined ? [] : [{ figure, short }];
  });
  const name = (text: Words): string => inLanguage(text, language);
  return {
    alt: shown.map(({ figure }) => `${name(figure.label)} ${show(figure, figure.current)}`).join(language === 'en' ? ', ' : '、'),
    categories: shown.map(({ short }) => short),
    meanings: shown.map(({ figure }) => name(figure.label)),
    unit: '%',
    top: 100,
    bars: [
      { name: name(words('上月', 'Last month')), colour: 'pale', values: shown.map(({ figure }) => figure.previous) },
      { name: name(words('本月', 'This month')), colour: 'blue', values: shown.map(({ figure }) => figure.current) },
    ],
    marks: { name: name(words('目标', 'Target')), colour: 'orange', values: shown.map(({ figure }) => figure.target) },
  };
};

const mostBars = 10;

const causeChart = (summary: ManagerSummary, language: Language): BarChart => {
  const shown = summary.causes.slice(0, mostBars);
  const label = (cause: string): string => inLanguage(causeLabel(cause), language);
  return {
    alt: shown.map(({ cause, count }) => `${label(cause)} ${count}`).join(language === 'en' ? ', ' : '、'),
    categories: shown.map((_row, index) => causeLetter(index)),
    meanings: shown.map(({ cause }) => label(cause)),
    unit: '',
    bars: [{ name: inLanguage(words('台数', 'Units'), language), colour: 'blue', values: shown.map(({ count }) => count) }],
    line: { name: inLanguage(words('累计占比', 'Cumulated share'), language), colour: 'orange', values: shown.map(({ cumulated }) => cumulated) },
  };
};

const stageName = (summary: ManagerSummary): Words => (summary.stage === 'FIRST' ? words('初报', 'first look') : words('终报', 'final'));

const titleOf = (summary: ManagerSummary): Words => words(`${summary.month} 月度管理汇总（${stageName(summary).zh}）`, `Manager summary ${summary.month} (${stageName(summary).en})`);

/** The manager summary as a mail carries it: figures, two pictures, lists (8.2, 8.5). */
export const summaryReport = (summary: ManagerSummary, language: Language): ReportMail => ({
  title: inLanguage(titleOf(summary), language),
  sections: [
    figureTable(summary, language),
    { kind: 'chart', heading: inLanguage(words('时限达成率', 'Deadlines kept'), language), chart: onTimeChart(summary, language) },
    causeTable(summary, language),
    ...(summary.causes.length === 0 ? [] : [{ kind: 'chart' as const, heading: inLanguage(words('原因排列图', 'Causes, greatest first'), language), chart: causeChart(summary, language) }]),
    ...summaryLists(summary, language),
  ],
});

/** N-47 to the managers. */
export const summaryMessage = (summary: ManagerSummary): Message => {
  const missed = summary.page.filter((figure) => figure.target !== null && figure.current !== null && figure.current < figure.target);
  const names = (language: Language): string => missed.map((figure) => inLanguage(figure.label, language)).join(language === 'en' ? ', ' : '、');
  return {
    subject: titleOf(summary),
    body: [
      summary.stage === 'FIRST'
        ? words(`${summary.month} 的数据截至 ${showInstant(summary.asOf)}，部分报告尚在提交，数字可能变化；终报随后发送。`, `Figures of ${summary.month} as of ${showInstant(summary.asOf)}. Reports are still coming in, so numbers may change; the final report follows.`)
        : words(`${summary.month} 的数据已冻结（${showInstant(summary.asOf)}）。`, `The figures of ${summary.month} are frozen (${showInstant(summary.asOf)}).`),
      missed.length === 0
        ? words('有数据的指标均达到目标。', 'Every figure with data met its target.')
        : words(`未达标 ${missed.length} 项：${names('zh-CN')}。`, `${missed.length} figures missed their target: ${names('en')}.`),
    ],
    report: (language) => summaryReport(summary, language),
  };
};
