import type { KeyOf } from '../../sheets-templates';
import { words, type Words } from '../terms';
import type { Figure } from './figure';
import type { MonthView } from './month-view';
import { moneyAndPeople } from './metrics-money-people';
import { qualityMetrics } from './metrics-quality';
import { partsMetrics } from './metrics-parts';
import { surveyMetrics } from './metrics-surveys';
import { upkeepMetrics } from './metrics-upkeep';
import { ticketMetrics } from './metrics-tickets';
import { onTimeMetrics } from './metrics-on-time';

/** A row of 8.2. */
export interface Metric {
  readonly metric: string;
  readonly label: Words;
  readonly unit: '%' | 'h' | 'days' | 'yuan' | '';
  /** Whether a greater number is good news; null where it is neither. */
  readonly better: 'more' | 'less' | null;
  /** The target of 8.3, a setting. */
  readonly target: KeyOf<'%' | 'mark'> | null;
  readonly measure: (view: MonthView) => readonly Figure[];
}

/** The metrics of 8.2 whose ledgers exist; M-38 and M-39 have none. */
export const metrics: readonly Metric[] = [...ticketMetrics, ...onTimeMetrics, ...surveyMetrics, ...qualityMetrics, ...upkeepMetrics, ...partsMetrics, ...moneyAndPeople];

export const metricOf = (number: string): Metric => {
  const found = metrics.find(({ metric }) => metric === number);
  if (found === undefined) throw new Error(`No metric ${number}`);
  return found;
};

export interface MeasuredFigure extends Figure {
  readonly metric: string;
}

export const measureAll = (view: MonthView): readonly MeasuredFigure[] =>
  metrics.flatMap((row) => row.measure(view).map((figure) => ({ metric: row.metric, ...figure })));

/** A line of the manager summary: which number of which metric, under which name (8.2, "one page"). */
export interface PageLine {
  readonly metric: string;
  readonly dimension: string | null;
  readonly label: Words;
}

const line = (metric: string, dimension: string | null, zh: string, en: string): PageLine => ({ metric, dimension, label: words(zh, en) });

export const managerPage: readonly PageLine[] = [
  line('M-01', null, '受理工单', 'Tickets received'),
  line('M-02', null, '月末未完', 'Open at month end'),
  line('M-03', null, '首次联系及时率', 'First contact on time'),
  line('M-04', null, '上报领导及时率', 'Reports to managers on time'),
  line('M-05', 'A', '特急派工及时率', 'Dispatch on time, A'),
  line('M-05', 'B', '紧急派工及时率', 'Dispatch on time, B'),
  line('M-06', 'A', '特急到场及时率', 'On site on time, A'),
  line('M-06', 'B', '紧急到场及时率', 'On site on time, B'),
  line('M-06', 'agreed', '约定到场及时率', 'On site as agreed'),
  line('M-07', null, '24 小时内安排率', 'Arranged within 24 h'),
  line('M-08', null, '到达报告及时率', 'Arrival report on time'),
  line('M-09', null, '日报完整率', 'Daily report completeness'),
  line('M-10', null, '平均修复时长', 'Mean time to restore'),
  line('M-10', 'net', '平均修复时长（净，不含等待）', 'Mean time to restore, net of waiting'),
  line('M-11', null, '一次修复率（上月工单）', 'First-time fix (tickets of the month before)'),
  line('M-14', null, '验收签字率', 'Acceptance signed'),
  line('M-15', null, '客户满意度（1–5 分）', 'Satisfaction, 1 to 5'),
  line('M-16', null, '满意度调查答复率', 'Surveys answered'),
  line('M-17', null, '投诉', 'Complaints'),
  line('M-18', null, '投诉处理及时率', 'Complaints handled on time'),
  line('M-23', null, '旧件返回率', 'Return rate of replaced items'),
  line('M-28', 'received', '有偿服务收款', 'Paid service received'),
  line('M-29', null, '完工未收款', 'Completed but unpaid'),
  line('M-30', 'payable', '报销核定合计', 'Expenses approved'),
  line('M-32', null, '人均在手派工', 'Open orders per engineer'),
  line('M-33', null, '出差报告及时率', 'Trip reports on time'),
  line('M-35', null, '培训完成率', 'Training done'),
];
