import { words } from '../terms';
import { share, type Figure } from './figure';
import type { Metric } from './metrics';
import { isBreached, type MonthView } from './month-view';

/** Met ÷ finished or overdue; clocks that still have time count for neither. */
export const onTime = (view: MonthView, dimension: string | null, ...rules: readonly string[]): Figure => {
  const clocks = view.clocksOf(...rules);
  const met = clocks.filter((clock) => clock.result === 'MET').length;
  return share(met, met + clocks.filter((clock) => isBreached(clock, view.asOf)).length, dimension);
};

/** Delivered ÷ wanted days: a late daily report was delivered all the same. */
const delivered = (view: MonthView): Figure => {
  const wanted = view.clocksOf('S-11').filter((clock) => clock.result === 'MET' || isBreached(clock, view.asOf));
  return share(wanted.filter((clock) => clock.stopAt !== null).length, wanted.length);
};

export const onTimeMetrics: readonly Metric[] = [
  { metric: 'M-03', label: words('首次联系及时率', 'First contact on time'), unit: '%', better: 'more', target: 'target.M-03', measure: (view) => [onTime(view, null, 'S-01')] },
  { metric: 'M-04', label: words('上报领导及时率', 'Reports to managers on time'), unit: '%', better: 'more', target: null, measure: (view) => [onTime(view, null, 'S-02', 'S-05')] },
  { metric: 'M-05', label: words('派工及时率', 'Dispatch on time'), unit: '%', better: 'more', target: 'target.M-05', measure: (view) => [onTime(view, null, 'S-03', 'S-06'), onTime(view, 'A', 'S-03'), onTime(view, 'B', 'S-06')] },
  { metric: 'M-06', label: words('到场及时率', 'On site on time'), unit: '%', better: 'more', target: 'target.M-06', measure: (view) => [onTime(view, null, 'S-04', 'S-07', 'S-09'), onTime(view, 'A', 'S-04'), onTime(view, 'B', 'S-07'), onTime(view, 'agreed', 'S-09')] },
  { metric: 'M-07', label: words('24 小时内安排率', 'Arranged within 24 h'), unit: '%', better: 'more', target: 'target.M-07', measure: (view) => [onTime(view, null, 'S-08')] },
  { metric: 'M-08', label: words('到达报告及时率', 'Arrival report on time'), unit: '%', better: 'more', target: 'target.M-08', measure: (view) => [onTime(view, null, 'S-10')] },
  { metric: 'M-09', label: words('日报完整率', 'Daily report completeness'), unit: '%', better: 'more', target: 'target.M-09', measure: (view) => [delivered(view)] },
  { metric: 'M-21', label: words('按承诺发货率', 'Shipped as promised'), unit: '%', better: 'more', target: null, measure: (view) => [onTime(view, null, 'S-22')] },
  { metric: 'M-25', label: words('质检及时率', 'Quality test on time'), unit: '%', better: 'more', target: null, measure: (view) => [onTime(view, null, 'S-24')] },
  { metric: 'M-33', label: words('出差报告及时率', 'Trip reports on time'), unit: '%', better: 'more', target: 'target.M-33', measure: (view) => [onTime(view, null, 'S-14')] },
  { metric: 'M-34', label: words('月报与报销及时率', 'Monthly reports and claims on time'), unit: '%', better: 'more', target: null, measure: (view) => [onTime(view, 'report', 'S-30'), onTime(view, 'claim', 'S-32a')] },
];
