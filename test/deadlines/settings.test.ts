import { defaultHolidays, type Severity } from '../../sheets-templates';
import { ladderOf, levelsOf, refusePause, startClocks, type ClockEvent } from '../../src/deadlines';
import { readSettings } from '../../src/settings';
import { instant, localDate, showInstant } from '../../src/terms';
import { calendarWith, facts, only, setting } from './office';

/** Friday, half an hour before closing. */
const friday = '2026-03-06 17:00';
const april = '2026-04-01 00:00';

/** The due moment of a rule with one setting changed, everything else as the catalogue has it. */
const dueWith = (key: string, value: string, rule: string, severity: Severity | null, event: ClockEvent, at: string, urgent = false): string => {
  const changed = [setting(key, value)];
  const moment = instant(at);
  const clocks = startClocks(event, facts({ at: moment, severity, ...(urgent ? { urgent } : {}), moments: { receivedAt: moment, severityEffectiveAt: moment } }), calendarWith(defaultHolidays, changed), readSettings(changed));
  return showInstant(only(clocks, rule).dueAt);
};

describe('every number of 4.3 is a setting: the deadline follows it', () => {
  test.each([
    ['cal.open', '09:00', 'S-01', 'C', 'received', '2026-03-09 09:30'],
    ['cal.close', '18:00', 'S-01', 'C', 'received', '2026-03-06 18:00'],
    ['sla.contact.min', '30', 'S-01', 'A', 'received', '2026-03-06 17:30'],
    ['sla.contact.C.clock', 'CAL', 'S-01', 'C', 'received', '2026-03-06 18:00'],
    ['sla.classify.min', '45', 'S-40', 'A', 'reached', '2026-03-06 17:45'],
    ['sla.clock.A', 'BUS', 'S-03', 'A', 'classified', '2026-03-09 10:00'],
    ['sla.clock.B', 'BUS', 'S-06', 'B', 'classified', '2026-03-09 12:00'],
    ['sla.A.report_min', '20', 'S-02', 'A', 'classified', '2026-03-06 17:20'],
    ['sla.A.dispatch_min', '60', 'S-03', 'A', 'classified', '2026-03-06 18:00'],
    ['sla.A.arrive_min', '600', 'S-04', 'A', 'classified', '2026-03-07 03:00'],
    ['sla.B.report_min', '30', 'S-05', 'B', 'classified', '2026-03-06 17:30'],
    ['sla.B.dispatch_min', '120', 'S-06', 'B', 'classified', '2026-03-06 19:00'],
    ['sla.B.arrive_min', '720', 'S-07', 'B', 'classified', '2026-03-07 05:00'],
    ['sla.arrange.min', '2880', 'S-08', 'C', 'classified', '2026-03-10 17:00'],
    ['sla.arrange.clock', 'CAL', 'S-08', 'C', 'classified', '2026-03-07 17:00'],
    ['sla.arrival_report.min', '30', 'S-10', null, 'arrived', '2026-03-06 17:30'],
    ['sla.help.A', '10', 'S-12', 'A', 'helpRaised', '2026-03-06 17:10'],
    ['sla.help.B', '20', 'S-12', 'B', 'helpRaised', '2026-03-06 17:20'],
    ['sla.help.C', '60', 'S-12', 'C', 'helpRaised', '2026-03-09 09:00'],
    ['sla.trip_report.wd', '1', 'S-14', null, 'returned', '2026-03-09 17:30'],
    ['sla.trip_again.wd', '2', 'S-14', null, 'tripReturned', '2026-03-10 17:30'],
    ['sla.trip_check.min', '60', 'S-15', null, 'tripSubmitted', '2026-03-09 09:00'],
    ['sla.forward.urgent', '10', 'S-16', 'A', 'forwardedReceived', '2026-03-06 17:10'],
    ['sla.forward.normal', '60', 'S-16', 'C', 'forwardedReceived', '2026-03-09 09:00'],
    ['sla.handover.urgent', '10', 'S-17', 'B', 'registeredByService', '2026-03-06 17:10'],
    ['sla.handover.normal', '60', 'S-17', 'C', 'registeredByService', '2026-03-09 09:00'],
    ['sla.consent.A', '10', 'S-18', 'A', 'consentSent', '2026-03-06 17:10'],
    ['sla.consent.B', '20', 'S-18', 'B', 'consentSent', '2026-03-06 17:20'],
    ['sla.consent.C', '60', 'S-18', 'C', 'consentSent', '2026-03-09 09:00'],
    ['sla.accept.A', '10', 'S-19', 'A', 'orderIssued', '2026-03-06 17:10'],
    ['sla.accept.B', '20', 'S-19', 'B', 'orderIssued', '2026-03-06 17:20'],
    ['sla.accept.C', '60', 'S-19', 'C', 'orderIssued', '2026-03-09 09:00'],
    ['sla.parts_approve.A', '10', 'S-20', 'A', 'partsSubmittedForApproval', '2026-03-06 17:10'],
    ['sla.parts_approve.B', '20', 'S-20', 'B', 'partsSubmittedForApproval', '2026-03-06 17:20'],
    ['sla.parts_approve.C', '60', 'S-20', 'C', 'partsSubmittedForApproval', '2026-03-09 09:00'],
    ['sla.leadtime.AB', '60', 'S-21', 'B', 'partsApproved', '2026-03-09 09:00'],
    ['sla.leadtime.C', '90', 'S-21', 'C', 'partsApproved', '2026-03-09 09:30'],
    ['sla.return.wd', '1', 'S-23', null, 'oldPartDue', '2026-03-09 17:30'],
    ['sla.qa.wd', '1', 'S-24', null, 'partReceivedByQuality', '2026-03-09 17:30'],
    ['sla.copy.wd', '2', 'S-25', null, 'partDisposed', '2026-03-10 17:30'],
    ['sla.rd.accept_wd', '1', 'S-26a', null, 'defectOpened', '2026-03-09 17:30'],
    ['sla.rd.plan_wd', '2', 'S-26b', null, 'defectOpened', '2026-03-10 17:30'],
    ['sla.complaint.ack', '60', 'S-33a', null, 'complaintReceived', '2026-03-09 09:00'],
    ['sla.complaint.proposal', '60', 'S-33b', null, 'complaintReceived', '2026-03-06 18:00'],
    ['sla.complaint.close', '1', 'S-33c', null, 'complaintReceived', '2026-03-09 17:30'],
    ['sla.quote.min', '60', 'S-37', null, 'chargePaidKnown', '2026-03-09 09:00'],
    ['sla.liability.AB_min', '60', 'S-38', 'A', 'liabilityOpened', '2026-03-06 18:00'],
    ['sla.liability.C_wd', '1', 'S-38', 'C', 'liabilityOpened', '2026-03-09 17:30'],
    ['sla.news.A', '60', 'S-42', 'A', 'classified', '2026-03-06 18:00'],
    ['sla.news.B', '90', 'S-42', 'B', 'classified', '2026-03-06 18:30'],
    ['sla.news.C', '1', 'S-42', 'C', 'classified', '2026-03-09 17:30'],
    ['due.pay_wd', '1', 'S-32b', null, 'claimApproved', '2026-03-09 17:30'],
    ['accept.call_wd', '1', 'S-46', null, 'repaired', '2026-03-09 17:30'],
  ] as const)('%s = %s: %s of class %s', (key, value, rule, severity, event, due) => {
    expect(dueWith(key, value, rule, severity, event, friday)).toBe(due);
  });

  test.each([
    ['RECEIVED', { 'S-01': '2026-03-09 09:00', 'S-08': '2026-03-09 17:00', 'S-16': '2026-03-09 10:00' }],
    ['SUP_NOTIFIED', { 'S-01': '2026-03-09 09:45', 'S-08': '2026-03-10 08:45', 'S-16': '2026-03-09 10:00' }],
  ] as const)('sla.start_event = %s (AMB-04): told by a colleague on Monday 08:45 of what came on Friday 17:00', (value, due) => {
    const changed = [setting('sla.start_event', value)];
    const [received, told] = [instant(friday), instant('2026-03-09 08:45')];
    const moments = { receivedAt: received, severityEffectiveAt: received, supNotifiedAt: told };
    const begun = (['received', 'classified', 'forwardedReceived'] as const).flatMap((event) => startClocks(event, facts({ at: told, severity: 'C', moments }), calendarWith(defaultHolidays, changed), readSettings(changed)));
    expect(Object.fromEntries(Object.keys(due).map((rule) => [rule, showInstant(only(begun, rule).dueAt)]))).toEqual(due);
  });

  test('sla.start_event: a class raised later counts from the facts all the same (AMB-44)', () => {
    const changed = [setting('sla.start_event', 'SUP_NOTIFIED')];
    const moments = { receivedAt: instant(friday), supNotifiedAt: instant('2026-03-06 17:10'), severityEffectiveAt: instant('2026-03-06 19:00') };
    expect(showInstant(only(startClocks('classified', facts({ at: instant('2026-03-06 19:05'), severity: 'A', moments }), calendarWith(defaultHolidays, changed), readSettings(changed)), 'S-03').dueAt)).toBe('2026-03-06 21:00');
  });

  test('sla.complaint.ack_urgent', () => {
    expect(dueWith('sla.complaint.ack_urgent', '30', 'S-33a', null, 'complaintReceived', friday, true)).toBe('2026-03-06 17:30');
  });

  test.each([
    ['due.shipments', 'S-27'], ['due.itinerary', 'S-28'], ['due.ledger', 'S-29'], ['due.monthly_report', 'S-30'], ['due.appraisal_self', 'S-31a'], ['due.appraisal_sup', 'S-31b'], ['due.appraisal_approve', 'S-31c'], ['due.claim', 'S-32a'], ['due.spot_checks', 'S-35'],
  ] as const)('AMB-33, %s: the working day of the next month on which %s is due', (key, rule) => {
    // Working days of April 2026: 1, 2, 3 (Qingming 4–6), 7, 8, 9.
    expect(['1', '4', '6'].map((value) => dueWith(key, value, rule, null, 'monthEnded', april))).toEqual(['2026-04-01 17:30', '2026-04-07 17:30', '2026-04-09 17:30']);
  });

  test('a changed number counts for what starts after it, never for what ran before', () => {
    const changed = [setting('sla.quote.min', '60', '2026-03-06 17:10')];
    const due = (at: string): string => showInstant(only(startClocks('chargePaidKnown', facts({ at: instant(at) }), calendarWith(defaultHolidays, changed), readSettings(changed)), 'S-37').dueAt);
    expect([due('2026-03-06 17:00'), due('2026-03-06 17:10')]).toEqual(['2026-03-09 17:00', '2026-03-09 09:10']);
  });

  test('4.4 no. 5, sla.pause.backdate_min: how far back a pause may begin', () => {
    const refused = (minutes: string): boolean => refusePause('S-07', { kind: 'FORCE_MAJEURE', fromAt: instant('2026-03-06 16:00'), toAt: null, newDue: null }, '气象通知', instant('2026-03-06 17:00'), readSettings([setting('sla.pause.backdate_min', minutes)])) !== null;
    expect([refused('60'), refused('59')]).toEqual([false, true]);
  });

  /** The moments of the first levels of a rule's ladder. */
  const levels = (rule: string, event: ClockEvent, changes: readonly (readonly [string, string])[], count: number): readonly string[] => {
    const rows = changes.map(([key, value]) => setting(key, value));
    const set = readSettings(rows);
    const moment = instant(friday);
    const clock = only(startClocks(event, facts({ at: moment, moments: { dueDate: localDate('2026-03-31') } }), calendarWith(defaultHolidays), set), rule);
    return levelsOf(clock, { now: instant('2026-07-01 00:00'), calendar: calendarWith(defaultHolidays), settings: set, severity: null }).slice(0, count).map((level) => showInstant(level.at));
  };

  test('ar.remind_days: on which days money is reminded of', () => {
    expect(levels('S-39', 'receivableCreated', [], 5)).toEqual(['2026-03-28 09:00', '2026-04-01 09:00', '2026-04-07 09:00', '2026-04-15 09:00', '2026-04-30 09:00']);
    expect(levels('S-39', 'receivableCreated', [['ar.remind_days', '-1, 2']], 2)).toEqual(['2026-03-30 09:00', '2026-04-02 09:00']);
  });

  test('accept.remind_first_wd, accept.remind_second_wd: when the customer is asked for the signature again', () => {
    const [first, second] = levels('S-46', 'repaired', [], 2);
    const [later, latest] = levels('S-46', 'repaired', [['accept.remind_first_wd', '2'], ['accept.remind_second_wd', '4']], 2);
    expect([first, second, later, latest].map((text) => text?.slice(0, 10))).toEqual(['2026-03-09', '2026-03-11', '2026-03-10', '2026-03-12']);
  });

  test('N-53: the roster of next week is asked for under its own code, by whoever has to make it', () => {
    const clock = only(startClocks('weekStarted', facts({ at: instant('2026-03-02 00:00') }), calendarWith(defaultHolidays), readSettings([])), 'S-49');
    const told = levelsOf(clock, { now: instant('2026-07-01 00:00'), calendar: calendarWith(defaultHolidays), settings: readSettings([]), severity: null });
    expect([showInstant(clock.dueAt), ladderOf('S-49', null).notice, told.length >= 3]).toEqual(['2026-03-06 17:30', 'N-53', true]);
  });
});
