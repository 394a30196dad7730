import type { Severity } from '../../sheets-templates';
import { arrivalReportMoment, dailyReportDates, deadlineRule, isUnreachable, isReportedBeforeLeaving, startClocks, stopClocks, type ClockEvent } from '../../src/deadlines';
import { readSettings } from '../../src/settings';
import { classifySeverity, type ImpactAnswers } from '../../src/tickets';
import { instant, minutesBetween, showInstant } from '../../src/terms';
import { calendar, facts, only, setting, settings, start, ticketClocks } from './office';

/** What the nine regulations say of deadlines, rule by rule, on the rows of 4.3 that serve them. */

const at = '2026-03-04 09:00';

describe('each limit of the regulations is a row of 4.3 that names it', () => {
  test.each([
    ['R-013, R-142, R-251: whoever reported is contacted within an hour', 'R-251', 'S-01', 'A', 'received', 60],
    ['R-098: a technician is arranged within 24 hours', 'R-098', 'S-08', 'C', 'classified', 1440],
    ['R-253: content and time limit are found out and the class is set', 'R-253', 'S-40', 'C', 'reached', 15],
    ['R-257: class A, staff arranged within 2 hours', 'R-257', 'S-03', 'A', 'classified', 120],
    ['R-258: class A, on site within 12 hours', 'R-258', 'S-04', 'A', 'classified', 720],
    ['R-260: class B, staff sent within 4 hours', 'R-260', 'S-06', 'B', 'classified', 240],
    ['R-261: class B, on site within 24 hours', 'R-261', 'S-07', 'B', 'classified', 1440],
    ['R-262: class C, the date is fixed with the customer', 'R-262', 'S-08', 'C', 'classified', 1440],
  ] as const)('%s', (_what, origin, rule, severity: Severity, event: ClockEvent, minutes) => {
    expect(deadlineRule(rule).origin).toContain(origin);
    const moment = instant(at);
    const clock = only(start(event, { at: moment, severity, moments: { receivedAt: moment, severityEffectiveAt: moment } }), rule);
    expect([minutesBetween(moment, clock.dueAt), clock.result]).toEqual([minutes, 'RUNNING']);
  });

  test('R-144: the class decides which limits run', () => {
    const rules = (severity: 'A' | 'B' | 'C'): readonly string[] => ticketClocks(severity, at).map((clock) => clock.ruleId).sort();
    expect([rules('A'), rules('B'), rules('C')]).toEqual([['S-01', 'S-02', 'S-03', 'S-04', 'S-42'], ['S-01', 'S-05', 'S-06', 'S-07', 'S-42'], ['S-01', 'S-08', 'S-42']]);
  });

  test('AMB-50: exactly on the limit is on time, a second later is not', () => {
    const stopped = (moment: string): unknown => only(stopClocks('orderAccepted', ticketClocks('B', '2026-03-04 08:00'), instant(moment), settings), 'S-06').result;
    expect([stopped('2026-03-04 12:00:00'), stopped('2026-03-04 12:00:01')]).toEqual(['MET', 'BREACHED_DONE']);
  });

  test('AMB-10: on site is when the gate is reached: S-04, S-07 and S-09 stop with the arrival, not with its report', () => {
    for (const rule of ['S-04', 'S-07', 'S-09']) expect([rule, deadlineRule(rule).stop.includes('arrived'), deadlineRule(rule).stop.includes('arrivalReported')]).toEqual([rule, true, false]);
  });
});

describe('the class by the criteria of the regulation (4.2)', () => {
  const quiet: ImpactAnswers = { danger: false, wideOutage: false, localOutage: 'NO', commissioning: false };
  test.each([
    ['R-248: people in danger or an accident', { danger: true }, 'A'],
    ['R-248: a wide outage or stop', { wideOutage: true }, 'A'],
    ['R-249: a local stop that can be run by hand', { localOutage: 'CAN_RUN' }, 'B'],
    ['R-249: commissioning is so close that somebody must come', { commissioning: true }, 'B'],
    ['R-250: nothing of the kind', {}, 'C'],
  ] as const)('%s is class %s', (_what, answers, severity) => {
    expect(classifySeverity({ ...quiet, ...answers }, instant(at), settings).severity).toBe(severity);
  });
});

describe('paid work (4.6)', () => {
  const classified = (paid: boolean, mode = 'AGREEMENT'): readonly string[] => {
    const moment = instant(at);
    return startClocks('classified', facts({ at: moment, severity: 'A', paid, moments: { receivedAt: moment, severityEffectiveAt: moment } }), calendar, readSettings([setting('sla.paid.mode', mode)])).map((clock) => clock.ruleId).sort();
  };
  test('R-254: the limits of the classes are for free service', () => {
    expect(classified(false)).toEqual(['S-02', 'S-03', 'S-04', 'S-42']);
  });
  test('R-255, AMB-12: paid service has the targets of its agreement instead; report and news stay', () => {
    expect(classified(true)).toEqual(['S-02', 'S-42']);
    const targets = start('agreementSigned', { at: instant('2026-03-04 16:00'), severity: 'A', paid: true });
    expect(targets.map((clock) => [clock.ruleId, showInstant(clock.dueAt), clock.isTargetOnly])).toEqual([['S-03', '2026-03-04 18:00', true], ['S-04', '2026-03-05 04:00', true]]);
  });
  test('sla.paid.mode: a company may hold paid work to the limits of its class', () => {
    expect(classified(true, 'SAME')).toEqual(['S-02', 'S-03', 'S-04', 'S-42']);
  });
});

describe('reports from the site', () => {
  test('sla.daily.cutoff: from when the day of arrival needs no report', () => {
    const days = (cutoff: string): readonly string[] => dailyReportDates(instant('2026-03-04 16:00'), instant('2026-03-05 10:00'), readSettings([setting('sla.daily.cutoff', cutoff)]));
    expect([days('17:30'), days('15:00')]).toEqual([['2026-03-04', '2026-03-05'], ['2026-03-05']]);
  });
  test('sla.arrival_report.phone_min: until when a call counts for a report that followed', () => {
    const counted = (minutes: string): string => showInstant(arrivalReportMoment(instant('2026-03-04 12:00'), instant('2026-03-04 09:30'), readSettings([setting('sla.arrival_report.phone_min', minutes)])));
    expect([counted('240'), counted('120')]).toEqual(['2026-03-04 09:30', '2026-03-04 12:00']);
  });
  test('S-13: the report before leaving is not after it', () => {
    expect([isReportedBeforeLeaving(instant('2026-03-04 14:30'), instant('2026-03-04 15:00')), isReportedBeforeLeaving(instant('2026-03-04 15:01'), instant('2026-03-04 15:00')), isReportedBeforeLeaving(null, instant('2026-03-04 15:00'))]).toEqual([true, false, false]);
  });
  test('sla.B.stop: sent is accepted, or departed where the company says so', () => {
    const stopped = (value: string, event: ClockEvent): boolean => stopClocks(event, ticketClocks('B', at), instant('2026-03-04 10:00'), readSettings([setting('sla.B.stop', value)])).some((clock) => clock.ruleId === 'S-06');
    expect([stopped('ACCEPTED', 'orderAccepted'), stopped('DEPARTED', 'orderAccepted'), stopped('DEPARTED', 'departed')]).toEqual([true, false, true]);
  });
});

describe('4.4 no. 6: attempts that excuse the person', () => {
  const clock = only(ticketClocks('A', at), 'S-01');
  const tried = (...moments: readonly string[]) => moments.map((moment) => ({ at: instant(`2026-03-04 ${moment}`), reached: false }));
  test('two inside the limit, the first within half an hour', () => {
    expect([isUnreachable(clock, tried('09:30', '09:55'), settings), isUnreachable(clock, tried('09:31', '09:55'), settings), isUnreachable(clock, tried('09:30', '10:01'), settings), isUnreachable(clock, tried('09:30'), settings)]).toEqual([true, false, false, false]);
  });
  test('sla.unreachable.attempts, sla.unreachable.first_min: how many, and how early', () => {
    expect(isUnreachable(clock, tried('09:30', '09:55'), readSettings([setting('sla.unreachable.attempts', '3')]))).toBe(false);
    expect(isUnreachable(clock, tried('09:20', '09:55'), readSettings([setting('sla.unreachable.first_min', '15')]))).toBe(false);
  });
});

