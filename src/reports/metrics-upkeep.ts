import { hazardousWaste, type Overtime, type SpotCheck, type TrainingAssignment, type WasteRecord } from '../../sheets-templates';
import { leaveBalance } from '../people';
import { dateOf, daysBetween, monthOf, words } from '../terms';
import { count, oneDecimal, ratio, share, type Figure } from './figure';
import type { Metric } from './metrics';
import { onTime } from './metrics-on-time';
import type { MonthView } from './month-view';

const spotChecksOf = (view: MonthView): readonly SpotCheck[] => view.rows.spotChecks.filter(({ month, status }) => month === view.month && status !== 'CANCELLED');

const trainingOf = (view: MonthView): readonly TrainingAssignment[] => view.rows.trainings.filter(({ month, status }) => month === view.month && status !== 'EXCUSED');

const approvedIn = (view: MonthView): readonly Overtime[] => view.rows.overtime.filter(({ fromAt, status }) => status === 'APPROVED' && monthOf(fromAt) === view.month);

const sum = (values: readonly number[]): number => oneDecimal(values.reduce((total, value) => total + value, 0));

/** what everybody together may still take. */
const balances = ({ rows: { overtime } }: MonthView): number => sum([...new Set(overtime.map(({ staffId }) => staffId))].map((staffId) => leaveBalance(overtime, staffId)));

/** The hours of M-31, beside its days. */
export const overtimeHours = (view: MonthView): readonly Figure[] => [count(sum(approvedIn(view).map(({ hours }) => hours)), 'overtime, hours'), count(balances(view), 'leave balance, hours')];

const stored = (view: MonthView): readonly WasteRecord[] => view.rows.waste.filter((row) => hazardousWaste.includes(row.category) && row.generatedAt <= view.lastDate && (row.endedAt === null || row.endedAt >= view.end));

const oldest = (view: MonthView): Figure => {
  const ages = stored(view).map(({ generatedAt }) => daysBetween(generatedAt, dateOf(view.end)));
  return { dimension: 'oldest, days', numerator: null, denominator: ages.length, value: ages.length === 0 ? null : Math.max(...ages) };
};

/** Spot checks, training, maintenance and waste: figures of the registers of section 3.15. */
export const upkeepMetrics: readonly Metric[] = [
  { metric: 'M-19', label: words('抽查完成率', 'Spot checks done'), unit: '%', better: 'more', target: null,
    measure: (view) => {
      const checks = spotChecksOf(view);
      const done = checks.filter(({ status }) => status === 'DONE');
      return [share(done.length, checks.length), share(done.filter(({ result }) => result === 'PASS').length, done.length, 'pass'), ratio(sum(done.map(({ score }) => score ?? 0)), done.length, 'mean score')];
    } },
  { metric: 'M-35', label: words('培训完成率', 'Training done'), unit: '%', better: 'more', target: 'target.M-35',
    measure: (view) => {
      const wanted = trainingOf(view);
      const of = (...states: readonly TrainingAssignment['status'][]): number => wanted.filter(({ status }) => states.includes(status)).length;
      return [share(of('ATTENDED', 'PASSED'), wanted.length), share(of('PASSED'), of('PASSED', 'FAILED'), 'pass')];
    } },
  { metric: 'M-36', label: words('计划维护及时率', 'Planned maintenance on time'), unit: '%', better: 'more', target: null, measure: (view) => [onTime(view, null, 'S-36')] },
  { metric: 'M-40', label: words('贮存中的危险废弃物', 'Hazardous waste stored'), unit: '', better: 'less', target: null, measure: (view) => [count(stored(view).length), oldest(view)] },
];
