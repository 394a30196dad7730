import { instant, localDate, type Instant } from '../../src/terms';
import type { SlaClock } from '../../sheets-templates';
import { applyPauses, isUnreachable, levelsOf, reclassify, stopClocks, dailyReportDates, dueLevels, mayPause, type ClockEvent, type ClockFacts } from '../../src/deadlines';
import { classifySeverity } from '../../src/tickets/classify-severity';
import given from '../cases/deadlines.json';
import { calendar, only, settings, start, ticketClocks } from './office';

const at = (text: string): Instant => instant(text);

/** The names that the machine-readable vectors give to the rules of a class. */
const names: Readonly<Record<string, readonly string[]>> = { contact: ['S-01'], report: ['S-02', 'S-05'], dispatch: ['S-03', 'S-06'], arrive: ['S-04', 'S-07'], agree: ['S-08'] };
const severityOf = (text: string): 'A' | 'B' | 'C' => (text === 'A' ? 'A' : text === 'B' ? 'B' : 'C');

describe('deadlines of a class (SV-01…SV-27)', () => {
  test.each(given.sla_class.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const clocks = ticketClocks(severityOf(vector.severity), vector.received_at);
    const due = Object.fromEntries(
      Object.keys(vector.due).map((name) => [name, clocks.find((clock) => names[name]?.includes(clock.ruleId))?.dueAt]),
    );
    expect(due).toEqual(Object.fromEntries(Object.entries(vector.due).map(([name, moment]) => [name, at(moment)])));
  });
});

interface Row {
  readonly id: string;
  readonly event: ClockEvent;
  readonly facts: Partial<ClockFacts> & { readonly at: Instant };
  readonly rule: string;
  readonly due: string;
}

const rows: readonly Row[] = [
  { id: 'SV-29 unanswered form counts as urgent', event: 'received', facts: { at: at('2026-03-07 02:00') }, rule: 'S-01', due: '2026-03-07 03:00' },
  { id: 'SV-33 class A counts from the salesperson\'s phone', event: 'classified', facts: { at: at('2026-03-04 15:31'), severity: 'A', moments: { receivedAt: at('2026-03-04 14:00'), severityEffectiveAt: at('2026-03-04 14:00') } }, rule: 'S-03', due: '2026-03-04 16:00' },
  { id: 'SV-33 forwarding', event: 'forwardedReceived', facts: { at: at('2026-03-04 14:00'), severity: 'A' }, rule: 'S-16', due: '2026-03-04 14:30' },
  { id: 'SV-37 arrival report', event: 'arrived', facts: { at: at('2026-03-04 20:40') }, rule: 'S-10', due: '2026-03-04 21:40' },
  { id: 'SV-38 daily report of a Saturday', event: 'onSiteDate', facts: { at: at('2026-03-07 00:00') }, rule: 'S-11', due: '2026-03-08 00:00' },
  { id: 'SV-41 trip report', event: 'returned', facts: { at: at('2026-02-13 18:00') }, rule: 'S-14', due: '2026-02-24 17:30' },
  { id: 'SV-42 shipments', event: 'monthEnded', facts: { at: at('2026-10-01 00:30'), month: '2026-09' }, rule: 'S-27', due: '2026-10-09 17:30' },
  { id: 'SV-42 itinerary', event: 'monthEnded', facts: { at: at('2026-10-01 00:00') }, rule: 'S-28', due: '2026-10-10 17:30' },
  { id: 'SV-42 parts ledger', event: 'monthEnded', facts: { at: at('2026-09-30 23:59') }, rule: 'S-29', due: '2026-10-10 17:30' },
  { id: 'SV-42 monthly report', event: 'monthEnded', facts: { at: at('2026-10-01 00:30'), month: '2026-09' }, rule: 'S-30', due: '2026-10-10 17:30' },
  { id: 'SV-42 claim', event: 'monthEnded', facts: { at: at('2026-10-01 00:30'), month: '2026-09' }, rule: 'S-32a', due: '2026-10-13 17:30' },
  { id: 'SV-42 appraisal', event: 'monthEnded', facts: { at: at('2026-10-01 00:30'), month: '2026-09' }, rule: 'S-31c', due: '2026-10-15 17:30' },
  { id: 'SV-44 parts approval', event: 'partsSubmittedForApproval', facts: { at: at('2026-03-06 16:30'), severity: 'C' }, rule: 'S-20', due: '2026-03-09 16:30' },
  { id: 'SV-45 parts approval at closing time', event: 'partsSubmittedForApproval', facts: { at: at('2026-03-06 17:30'), severity: 'C' }, rule: 'S-20', due: '2026-03-09 17:30' },
  { id: 'SV-47 paid: order accepted', event: 'agreementSigned', facts: { at: at('2026-03-04 16:00'), severity: 'A', paid: true }, rule: 'S-03', due: '2026-03-04 18:00' },
  { id: 'SV-47 paid: on site', event: 'agreementSigned', facts: { at: at('2026-03-04 16:00'), severity: 'A', paid: true }, rule: 'S-04', due: '2026-03-05 04:00' },
  { id: 'SV-49 training month', event: 'monthStarted', facts: { at: at('2026-02-01 00:00') }, rule: 'S-41', due: '2026-02-28 17:30' },
  { id: 'SV-54 quality test over Qingming', event: 'partReceivedByQuality', facts: { at: at('2026-04-03 17:00') }, rule: 'S-24', due: '2026-04-13 17:30' },
];

describe('deadlines of single rules', () => {
  test.each(rows.map((row) => [row.id, row] as const))('%s', (_id, row) => {
    expect(only(start(row.event, row.facts), row.rule).dueAt).toBe(at(row.due));
  });
});

test('SV-29 unanswered questions leave a request unclassified (AMB-02)', () => {
  const unanswered = { danger: null, wideOutage: null, localOutage: null, commissioning: null };
  expect(classifySeverity(unanswered, at('2026-03-07 02:00'), settings).severity).toBeNull();
});

describe('SV-30 a class raised later (AMB-44)', () => {
  const received = at('2026-03-09 10:00');
  const clocks = ticketClocks('C', '2026-03-09 10:00');
  const changed = reclassify(clocks, { from: 'C', to: 'A', effectiveAt: at('2026-03-10 15:20'), recordedAt: at('2026-03-10 15:20'), receivedAt: received, objectType: 'TICKET', objectId: 'FW-1', paid: false }, calendar, settings);
  test.each([['S-02', '2026-03-10 15:35'], ['S-03', '2026-03-10 17:20'], ['S-04', '2026-03-11 03:20']])('%s counts from the new facts', (rule, due) => {
    expect(only(changed, rule).dueAt).toBe(at(due));
  });
  test('S-01 keeps its first due and S-08 is superseded', () => {
    expect(only(clocks, 'S-01').dueAt).toBe(at('2026-03-09 11:00'));
    expect(changed.some((clock) => clock.ruleId === 'S-01')).toBe(false);
    expect(only(changed, 'S-08').result).toBe('SUPERSEDED');
  });
});

describe('stop equal to due is met, a second later is not', () => {
  test.each([
    ['SV-32', 'orderAccepted', ticketClocks('B', '2026-03-04 08:00'), 'S-06', '2026-03-04 12:00:00', 'MET'],
    ['SV-32', 'orderAccepted', ticketClocks('B', '2026-03-04 08:00'), 'S-06', '2026-03-04 12:00:01', 'BREACHED_DONE'],
    ['SV-37', 'arrivalReported', start('arrived', { at: at('2026-03-04 20:40') }), 'S-10', '2026-03-04 21:40:00', 'MET'],
    ['SV-37', 'arrivalReported', start('arrived', { at: at('2026-03-04 20:40') }), 'S-10', '2026-03-04 21:40:01', 'BREACHED_DONE'],
    ['SV-33', 'supervisorNotified', start('forwardedReceived', { at: at('2026-03-04 14:00'), severity: 'A' }), 'S-16', '2026-03-04 15:30:00', 'BREACHED_DONE'],
    ['SV-51', 'reached', ticketClocks('A', '2026-03-03 09:10'), 'S-01', '2026-03-03 10:25:00', 'BREACHED_DONE'],
  ] as const)('%s %s %#', (_id, event, clocks, rule, stop, result) => {
    expect(only(stopClocks(event, clocks, at(stop)), rule).result).toBe(result);
  });
});

test('SV-34 the customer\'s later time moves S-04 and leaves S-03', () => {
  const clocks = ticketClocks('A', '2026-03-04 09:00');
  const moved = applyPauses(only(clocks, 'S-04'), [{ kind: 'CUSTOMER_DEFER', fromAt: at('2026-03-04 11:00'), toAt: null, newDue: at('2026-03-05 08:00') }], calendar, at('2026-03-04 11:00'));
  expect(only(clocks, 'S-04').dueAt).toBe(at('2026-03-04 21:00'));
  expect([moved.dueAt, moved.dueBasis, moved.result]).toEqual([at('2026-03-05 08:00'), 'OVERRIDE', 'RUNNING']);
  expect(only(clocks, 'S-03').dueAt).toBe(at('2026-03-04 11:00'));
  expect(mayPause('S-01', 'CUSTOMER_DEFER')).toBe(false);
});

test('SV-35 force majeure pauses S-07 for 510 minutes', () => {
  const clock = only(ticketClocks('B', '2026-07-14 06:00'), 'S-07');
  const storm = { kind: 'FORCE_MAJEURE', fromAt: at('2026-07-14 20:00'), toAt: at('2026-07-15 04:30'), newDue: null } as const;
  const paused = applyPauses(clock, [storm], calendar, at('2026-07-15 05:00'));
  expect(clock.dueAt).toBe(at('2026-07-15 06:00'));
  expect([paused.dueAt, paused.pausedMin, paused.dueBasis]).toEqual([at('2026-07-15 14:30'), 510, 'PAUSED']);
});

describe('daily reports (AMB-20)', () => {
  test.each([
    ['SV-38 a weekend on site wants a report each date', '2026-03-06 10:00', '2026-03-09 15:00', ['2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09']],
    ['SV-40 arriving and leaving on one day wants one, which the pre-leave report is', '2026-03-04 09:00', '2026-03-04 16:00', ['2026-03-04']],
    ['an arrival at 17:30 wants none for that day', '2026-03-04 17:30', '2026-03-05 10:00', ['2026-03-05']],
    ['an arrival at 17:29 wants one', '2026-03-04 17:29', '2026-03-05 10:00', ['2026-03-04', '2026-03-05']],
  ])('%s', (_what, arrived, left, dates) => {
    expect(dailyReportDates(at(arrived), at(left), settings)).toEqual(dates);
  });
});

test('SV-47 paid work keeps S-01 and S-02; its targets are reported apart', () => {
  const moments = { receivedAt: at('2026-03-04 09:00'), severityEffectiveAt: at('2026-03-04 09:00') };
  const before = start('classified', { at: at('2026-03-04 09:00'), severity: 'A', paid: true, moments });
  expect(before.map((clock) => clock.ruleId)).toEqual(['S-02', 'S-42']);
  expect(only(before, 'S-02').dueAt).toBe(at('2026-03-04 09:15'));
  expect(only(start('received', { at: at('2026-03-04 09:00'), severity: 'A', paid: true, moments }), 'S-01').dueAt).toBe(at('2026-03-04 10:00'));
  const signed = start('agreementSigned', { at: at('2026-03-04 16:00'), severity: 'A', paid: true });
  expect(signed.map((clock) => [clock.ruleId, clock.isTargetOnly, clock.dueBasis])).toEqual([['S-03', true, 'AGREEMENT'], ['S-04', true, 'AGREEMENT']]);
});

const levels = (clock: SlaClock, severity: 'A' | 'B' | 'C' | null, now: string) =>
  dueLevels(clock, { severity, calendar, settings, now: at(now) }).map((level) => [level.level, level.at.slice(0, 16).replace('T', ' ')]);

describe('SV-50 the ladder of SV-01, nothing done', () => {
  const clocks = ticketClocks('A', '2026-03-03 09:10');
  test.each([
    ['S-01', '2026-03-03 12:00', [[1, '2026-03-03 09:40'], [2, '2026-03-03 10:10'], [3, '2026-03-03 10:40'], [4, '2026-03-03 11:10']]],
    ['S-03', '2026-03-03 13:15', [[1, '2026-03-03 10:10'], [2, '2026-03-03 10:40'], [3, '2026-03-03 11:10'], [4, '2026-03-03 12:10'], [5, '2026-03-03 13:10']]],
    ['S-04', '2026-03-03 23:59', [[1, '2026-03-03 15:10'], [2, '2026-03-03 18:10'], [3, '2026-03-03 21:10'], [4, '2026-03-03 23:10']]],
  ])('%s', (rule, now, expected) => {
    expect(levels(only(clocks, rule), 'A', now)).toEqual(expected);
  });
  test('each fires once', () => {
    const clock = { ...only(clocks, 'S-01'), lastLevelFired: 2 };
    expect(levels(clock, 'A', '2026-03-03 10:45')).toEqual([[3, '2026-03-03 10:40']]);
  });
});

test('SV-51 two attempts inside the limit, the first within 30 minutes, excuse the person', () => {
  const clock = only(ticketClocks('A', '2026-03-03 09:10'), 'S-01');
  const tries = (...moments: readonly string[]) => moments.map((moment) => ({ at: at(moment), reached: false }));
  expect(isUnreachable(clock, tries('2026-03-03 09:20', '2026-03-03 09:45'), settings)).toBe(true);
  expect(isUnreachable(clock, tries('2026-03-03 09:41', '2026-03-03 09:45'), settings)).toBe(false);
  expect(isUnreachable(clock, tries('2026-03-03 09:20'), settings)).toBe(false);
});

test('SV-52 a receivable is reminded of on calendar days, weekends included', () => {
  const clock = only(start('receivableCreated', { at: at('2026-03-01 10:00'), moments: { dueDate: localDate('2026-03-31') } }), 'S-39');
  const days = levelsOf(clock, { severity: null, calendar, settings, now: at('2026-06-01 00:00') });
  expect(days.map((level) => level.at.slice(0, 16))).toEqual(['2026-03-28T09:00', '2026-04-01T09:00', '2026-04-07T09:00', '2026-04-15T09:00', '2026-04-30T09:00']);
  expect(days.map((level) => level.roles.includes('TSM'))).toEqual([false, false, false, true, true]);
  expect(days.map((level) => level.roles.includes('DGM'))).toEqual([false, false, false, false, true]);
});
