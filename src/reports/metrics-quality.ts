import type { Complaint, CorrectiveAction, Defect, DutyShiftRow } from '../../sheets-templates';
import { dateOf, monthOf, plusDays, words, type LocalDate } from '../terms';
import { rosterGaps, mondayOf } from '../tickets';
import { count, countBy, share } from './figure';
import type { Metric } from './metrics';
import { onTime } from './metrics-on-time';
import { isBreached, type MonthView } from './month-view';

/** What a customer took back counts as no complaint. */
const complaintsOf = (view: MonthView): readonly Complaint[] => view.rows.complaints.filter(({ receivedAt, status }) => monthOf(receivedAt) === view.month && status !== 'WITHDRAWN');

const isUpheld = ({ valid }: Complaint): boolean => valid === 'YES' || valid === 'PARTLY';

/** 投诉成立 (8.2, list): received in the month, or found to be right in it. */
export const upheldComplaints = (view: MonthView): readonly Complaint[] =>
  view.rows.complaints.filter((complaint) => isUpheld(complaint) && (monthOf(complaint.receivedAt) === view.month || (complaint.closedAt !== null && monthOf(complaint.closedAt) === view.month)));

const stillOpen = (view: MonthView) => ({ closedAt, status }: Pick<CorrectiveAction | Defect, 'closedAt' | 'status'>): boolean => status !== 'REJECTED' && (closedAt === null || closedAt >= view.end);

const openActions = (view: MonthView): readonly CorrectiveAction[] => view.rows.capa.filter(stillOpen(view));

/** 逾期整改: what was to be done by the month's end and is not. */
export const overdueActions = (view: MonthView): readonly CorrectiveAction[] => openActions(view).filter(({ dueAt, doneAt }) => dueAt <= view.lastDate && (doneAt === null || doneAt >= view.end));

const openDefects = (view: MonthView): readonly Defect[] => view.rows.defects.filter(stillOpen(view));

/** 逾期缺陷: R&D owes an answer or a plan that was due in the month or before. */
export const overdueDefects = (view: MonthView): readonly Defect[] => {
  const late = new Set(view.rows.clocks.filter((clock) => clock.ruleId.startsWith('S-26') && clock.stopAt === null && clock.dueAt < view.end && isBreached(clock, view.asOf)).map(({ objectId }) => objectId));
  return openDefects(view).filter(({ defectId }) => late.has(defectId));
};

const weeksAhead = 2;

/** 值班空缺: days of this week and the next, from now on, without primary or backup, where a roster is kept at all. */
export const dutyVacancies = ({ rows, asOf }: MonthView): readonly LocalDate[] => {
  const today = dateOf(asOf);
  const kept = (row: DutyShiftRow): boolean => row.date >= plusDays(today, -31);
  return rows.roster.some(kept) ? Array.from({ length: weeksAhead }, (_unused, week) => rosterGaps(rows.roster, plusDays(mondayOf(today), 7 * week))).flat().filter((date) => date >= today) : [];
};

const closedIn = (view: MonthView) => ({ closedAt, status }: Pick<CorrectiveAction | Defect, 'closedAt' | 'status'>): boolean => status !== 'REJECTED' && closedAt !== null && monthOf(closedAt) === view.month;

export const qualityMetrics: readonly Metric[] = [
  { metric: 'M-17', label: words('投诉', 'Complaints'), unit: '', better: 'less', target: null,
    measure: (view) => {
      const found = complaintsOf(view);
      const each = view.received.length === 0 ? null : Math.round((found.length / view.received.length) * 1000) / 10;
      return [count(found.length), count(found.filter(isUpheld).length, 'upheld'), { dimension: 'per 100 tickets', numerator: found.length, denominator: view.received.length, value: each }, ...countBy(found, ({ category }) => `category:${category}`)];
    } },
  { metric: 'M-18', label: words('投诉处理及时率', 'Complaints handled on time'), unit: '%', better: 'more', target: null,
    measure: (view) => [onTime(view, null, 'S-33a', 'S-33b', 'S-33c'), onTime(view, 'answer', 'S-33a'), onTime(view, 'proposal', 'S-33b'), onTime(view, 'close', 'S-33c')] },
  { metric: 'M-20', label: words('未完整改', 'Corrective actions open'), unit: '', better: 'less', target: null,
    measure: (view) => {
      const closed = view.rows.capa.filter(closedIn(view));
      return [count(openActions(view).length), count(overdueActions(view).length, 'overdue'), share(closed.filter(({ failures }) => failures === 0).length, closed.length, 'effective at once')];
    } },
  { metric: 'M-26', label: words('未完设计缺陷', 'Defects open'), unit: '', better: 'less', target: null,
    measure: (view) => [count(openDefects(view).length), count(overdueDefects(view).length, 'overdue'), count(view.rows.defects.filter(closedIn(view)).length, 'closed')] },
];
