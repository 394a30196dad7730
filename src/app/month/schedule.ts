import { nextMonth, workingDayOfMonth, type Calendar } from '../../deadlines';
import { previousMonth } from '../../people';
import type { Settings } from '../../settings';
import { atTime, dateOf, localDate, monthOf, plusDays, type Instant, type LocalDate } from '../../terms';

/** A job of the system that has its hour. */
export interface ScheduledJob {
  /** The command it runs. */
  readonly job: string;
  /** `month`: about the month that has just ended. `day`: about the date it runs on. */
  readonly every: 'month' | 'day';
  readonly time: string;
  /** The date on which a monthly job runs, within the month after the one it is about. */
  readonly date: (month: string, calendar: Calendar, settings: Settings) => LocalDate;
}

const first = (month: string): LocalDate => localDate(`${month}-01`);

/** The working day of the managers' final report, within the month after the one it is about (8.1). */
export const finalReportDate = (month: string, calendar: Calendar, settings: Settings): LocalDate =>
  workingDayOfMonth(calendar, month, settings.count('due.manager_summary', atTime(first(month), '00:00')));

export const reportTime = '08:30';

/** `month.summary` comes twice: the first look on the 1st, the final report when papers are in. */
export const schedule: readonly ScheduledJob[] = [
  { job: 'sweep.duty', every: 'day', time: '00:10', date: first },
  { job: 'sweep.registers', every: 'day', time: '00:18', date: first },
  { job: 'sweep.plans', every: 'day', time: '00:20', date: first },
  { job: 'month.open', every: 'month', time: '00:30', date: first },
  { job: 'month.spotChecks', every: 'month', time: '00:35', date: (month, calendar) => workingDayOfMonth(calendar, month, 1) },
  { job: 'month.appraisals', every: 'month', time: '00:40', date: (month, calendar) => workingDayOfMonth(calendar, month, 2) },
  { job: 'month.summary', every: 'month', time: reportTime, date: first },
  { job: 'month.summary', every: 'month', time: reportTime, date: finalReportDate },
  { job: 'sweep.receivables', every: 'day', time: '00:15', date: first },
  { job: 'repair.markMissing', every: 'day', time: '01:30', date: first },
  { job: 'sweep.archive', every: 'day', time: '02:00', date: first },
  { job: 'month.archive', every: 'day', time: '02:30', date: first },
];

export interface DueJob {
  readonly job: string;
  /** When it should have run. */
  readonly at: Instant;
  /** What it is about, a month `2026-03` or a date `2026-04-01`: the command's `objectId`. */
  readonly period: string;
}

/** A deployment that slept longer than this does not live through every month since. */
const mostMonths = 24;

const monthsUpTo = (last: string, from: string): readonly string[] => {
  const months = [last];
  for (let month = previousMonth(last); month >= from && months.length < mostMonths; month = previousMonth(month)) months.unshift(month);
  return months;
};

const byMoment = (one: DueJob, other: DueJob): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);

const rounds = (job: ScheduledJob, from: Instant, to: Instant, calendar: Calendar, settings: Settings): readonly DueJob[] => {
  const found = job.every === 'month'
    ? monthsUpTo(monthOf(to), monthOf(from)).map((month) => ({ job: job.job, at: atTime(job.date(month, calendar, settings), job.time), period: previousMonth(month) }))
    // Of the nights that were missed only the last is worth making up.
    : [plusDays(dateOf(to), -1), dateOf(to)].map((date) => ({ job: job.job, at: atTime(date, job.time), period: date }));
  const due = found.filter(({ at }) => at > from && at <= to);
  return job.every === 'day' ? due.slice(-1) : due;
};

/**
 * The jobs whose moment lies after `lastRun` and not after `now`, in order. The caller keeps `now` as the next `lastRun`
 * once they are done, so a sweep that runs late or twice runs each once; the commands themselves do nothing a second time.
 */
export const dueJobs = (lastRun: Instant, now: Instant, calendar: Calendar, settings: Settings): readonly DueJob[] =>
  schedule.flatMap((job) => rounds(job, lastRun, now, calendar, settings)).sort(byMoment);

/** The next moment at which something is due; until then a sweep need not look. */
export const nextJobAt = (now: Instant, calendar: Calendar, settings: Settings): Instant => {
  const tomorrow = plusDays(dateOf(now), 1);
  const month = monthOf(now);
  const moments = schedule.flatMap((job) => (job.every === 'day'
    ? [dateOf(now), tomorrow].map((date) => atTime(date, job.time))
    : [month, nextMonth(month)].map((each) => atTime(job.date(each, calendar, settings), job.time))));
  return moments.filter((at) => at > now).reduce((one, other) => (one < other ? one : other), atTime(tomorrow, '02:00'));
};
