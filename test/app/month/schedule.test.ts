import fc from 'fast-check';
import { defaultHolidays } from '../../../sheets-templates/default-holidays';
import { dueJobs, nextJobAt, type DueJob } from '../../../src/app/month/schedule';
import { buildCalendar, type Calendar } from '../../../src/deadlines';
import { readSettings } from '../../../src/settings';
import { addMinutes, instant, isRefusal, type Instant } from '../../../src/terms';

const settings = readSettings([]);
const built = buildCalendar(defaultHolidays, settings, instant('2026-01-01 00:00'));
const calendar: Calendar = isRefusal(built) ? (() => { throw new Error(built.words.en); })() : built;

const due = (from: string, to: string): readonly DueJob[] => dueJobs(instant(from), instant(to), calendar, settings);
const shown = (jobs: readonly DueJob[]): readonly string[] => jobs.map(({ job, at, period }) => `${at.slice(0, 16)} ${job} ${period}`);

describe('jobs of the month and the night', () => {
  it('run at the month\'s turn in their order', () => {
    expect(shown(due('2026-03-31 23:00', '2026-04-01 09:00'))).toEqual(['2026-04-01T00:10 sweep.duty 2026-04-01', '2026-04-01T00:15 sweep.receivables 2026-04-01', '2026-04-01T00:18 sweep.registers 2026-04-01', '2026-04-01T00:20 sweep.plans 2026-04-01', '2026-04-01T00:30 month.open 2026-03', '2026-04-01T00:35 month.spotChecks 2026-03', '2026-04-01T01:30 repair.markMissing 2026-04-01',
      '2026-04-01T02:00 sweep.archive 2026-04-01', '2026-04-01T02:30 month.archive 2026-04-01', '2026-04-01T08:30 month.summary 2026-03',
    ]);
  });

  it('send the final report on working day 5, after Qingming in April 2026', () => {
    expect(shown(due('2026-04-08 08:29', '2026-04-08 08:30'))).toEqual(['2026-04-08T08:30 month.summary 2026-03']);
    expect(shown(due('2026-10-12 00:00', '2026-10-14 00:00')).filter((job) => job.includes('summary'))).toEqual(['2026-10-13T08:30 month.summary 2026-09']);
  });

  it('are due once: nothing between two looks at the same moment', () => {
    expect(due('2026-04-01 09:00', '2026-04-01 09:00')).toEqual([]);
    expect(due('2026-04-01 08:30', '2026-04-01 23:59')).toEqual([]);
  });

  it('make up every missed month and the last missed night', () => {
    const missed = shown(due('2026-01-15 00:00', '2026-04-02 12:00'));
    expect(missed.filter((job) => job.includes('month.open'))).toEqual(['2026-02-01T00:30 month.open 2026-01', '2026-03-01T00:30 month.open 2026-02', '2026-04-01T00:30 month.open 2026-03']);
    expect(missed.filter((job) => job.includes('sweep.archive'))).toEqual(['2026-04-02T02:00 sweep.archive 2026-04-02']);
  });

  const moments = fc.integer({ min: 0, max: 700 * 24 * 60 }).map((minutes) => addMinutes(instant('2025-02-01 00:00'), minutes));
  const steps = fc.array(fc.integer({ min: 1, max: 60 * 24 }), { minLength: 1, maxLength: 60 });

  it('run the same whether a sweep comes often or late', () => {
    fc.assert(fc.property(moments, steps, (start, gaps) => {
      const often: DueJob[] = [];
      let last: Instant = start;
      for (const gap of gaps) {
        const now = addMinutes(last, gap);
        often.push(...dueJobs(last, now, calendar, settings));
        last = now;
      }
      const monthly = (jobs: readonly DueJob[]): readonly string[] => shown(jobs).filter((job) => job.includes('month.open') || job.includes('month.summary'));
      expect(monthly(often)).toEqual(monthly(dueJobs(start, last, calendar, settings)));
      expect(new Set(shown(often)).size).toBe(often.length);
    }), { numRuns: 200 });
  });

  it('never leaves a job before the next moment that it names', () => {
    fc.assert(fc.property(moments, (now) => {
      const next = nextJobAt(now, calendar, settings);
      expect(next > now).toBe(true);
      expect(dueJobs(now, addMinutes(next, -1 / 60), calendar, settings)).toEqual([]);
      expect(dueJobs(now, next, calendar, settings).length).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });
});
