import type { Survey } from '../../sheets-templates';
import { monthOf, words } from '../terms';
import { countBy, share, type Figure } from './figure';
import type { Metric } from './metrics';
import type { MonthView } from './month-view';

/** Surveys belong to the month of their answer, and for the response rate to the month in which they were sent. */
const marks = (view: MonthView): readonly number[] =>
  view.rows.surveys.flatMap(({ answeredAt, qOverall }) => (answeredAt !== null && monthOf(answeredAt) === view.month && qOverall !== null ? [qOverall] : []));

/** Two decimals: rounded to one, 4.45 would reach a target of 4.5. */
const meanMark = (given: readonly number[]): Figure => {
  const sum = given.reduce((total, mark) => total + mark, 0);
  return { dimension: null, numerator: sum, denominator: given.length, value: given.length === 0 ? null : Math.round((sum / given.length) * 100) / 100 };
};

const sent = (view: MonthView): readonly Survey[] => view.rows.surveys.filter(({ sentAt }) => sentAt !== null && monthOf(sentAt) === view.month);

export const surveyMetrics: readonly Metric[] = [
  { metric: 'M-15', label: words('客户满意度（1–5 分）', 'Satisfaction, 1 to 5'), unit: '', better: 'more', target: 'target.M-15',
    measure: (view) => [meanMark(marks(view)), share(marks(view).filter((mark) => mark >= 4).length, marks(view).length, '4–5'), ...countBy(marks(view), (mark) => `mark:${mark}`)] },
  { metric: 'M-16', label: words('调查答复率', 'Survey response rate'), unit: '%', better: 'more', target: 'target.M-16',
    measure: (view) => [share(sent(view).filter(({ answeredAt }) => answeredAt !== null).length, sent(view).length)] },
];
