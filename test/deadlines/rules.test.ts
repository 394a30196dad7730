import { defaultHolidays, type Severity } from '../../sheets-templates';
import { clockEvents, deadlineRules, mayPause, stopClocks, type ClockEvent, type Moments } from '../../src/deadlines';
import { addMinutes, instant, localDate, showInstant } from '../../src/terms';
import { readSettings } from '../../src/settings';
import { calendarWith, only, setting, start } from './office';

/** Friday 2026-03-06 17:00, half an hour before closing: every clock shows what it counts in. */
const friday = '2026-03-06 17:00';

interface Row {
  readonly rule: string;
  readonly grade?: Severity | null;
  readonly urgent?: true;
  readonly event: ClockEvent;
  readonly at?: string;
  readonly moments?: Moments;
  /** null: no clock at all. */
  readonly due: string | null;
}

const day = (date: string) => localDate(date);

/** 4.3, as a reader of the regulation counts it by hand. */
const rows: readonly Row[] = [
  { rule: 'S-01', grade: 'A', event: 'received', due: '2026-03-06 18:00' },
  { rule: 'S-01', grade: 'B', event: 'received', due: '2026-03-06 18:00' },
  { rule: 'S-01', grade: null, event: 'received', due: '2026-03-06 18:00' },
  { rule: 'S-01', grade: 'C', event: 'received', due: '2026-03-09 09:00' },
  { rule: 'S-02', grade: 'A', event: 'classified', due: '2026-03-06 17:15' },
  { rule: 'S-02', grade: 'B', event: 'classified', due: null },
  { rule: 'S-03', grade: 'A', event: 'classified', due: '2026-03-06 19:00' },
  { rule: 'S-04', grade: 'A', event: 'classified', due: '2026-03-07 05:00' },
  { rule: 'S-05', grade: 'B', event: 'classified', due: '2026-03-06 18:00' },
  { rule: 'S-05', grade: 'A', event: 'classified', due: null },
  { rule: 'S-06', grade: 'B', event: 'classified', due: '2026-03-06 21:00' },
  { rule: 'S-07', grade: 'B', event: 'classified', due: '2026-03-07 17:00' },
  { rule: 'S-08', grade: 'C', event: 'classified', due: '2026-03-09 17:00' },
  { rule: 'S-09', grade: 'C', event: 'dateAgreed', moments: { agreedDate: day('2026-03-12') }, due: '2026-03-13 00:00' },
  { rule: 'S-09', grade: 'C', event: 'dateAgreed', moments: { agreedDate: instant('2026-03-12 14:00') }, due: '2026-03-12 14:00' },
  { rule: 'S-10', event: 'arrived', due: '2026-03-06 18:00' },
  { rule: 'S-11', event: 'onSiteDate', at: '2026-03-07 00:00', due: '2026-03-08 00:00' },
  { rule: 'S-12', grade: 'A', event: 'helpRaised', due: '2026-03-06 17:30' },
  { rule: 'S-12', grade: 'B', event: 'helpRaised', due: '2026-03-06 18:00' },
  { rule: 'S-12', grade: 'C', event: 'helpRaised', due: '2026-03-09 10:00' },
  { rule: 'S-14', event: 'returned', due: '2026-03-10 17:30' },
  { rule: 'S-14', event: 'tripReturned', due: '2026-03-09 17:30' },
  { rule: 'S-15', event: 'tripSubmitted', due: '2026-03-09 17:00' },
  { rule: 'S-16', grade: 'A', event: 'forwardedReceived', due: '2026-03-06 17:30' },
  { rule: 'S-16', grade: null, event: 'forwardedReceived', due: '2026-03-06 17:30' },
  { rule: 'S-16', grade: 'C', event: 'forwardedReceived', due: '2026-03-09 10:00' },
  { rule: 'S-17', grade: 'B', event: 'registeredByService', due: '2026-03-06 17:30' },
  { rule: 'S-17', grade: 'C', event: 'registeredByService', at: '2026-03-06 17:20', due: '2026-03-09 08:50' },
  { rule: 'S-18', grade: 'A', event: 'consentSent', due: '2026-03-06 17:30' },
  { rule: 'S-18', grade: 'B', event: 'consentSent', due: '2026-03-06 18:00' },
  { rule: 'S-18', grade: 'C', event: 'consentSent', due: '2026-03-09 12:00' },
  { rule: 'S-19', grade: 'A', event: 'orderIssued', due: '2026-03-06 17:15' },
  { rule: 'S-19', grade: 'B', event: 'orderIssued', due: '2026-03-06 17:30' },
  { rule: 'S-19', grade: 'C', event: 'orderIssued', due: '2026-03-09 12:00' },
  { rule: 'S-20', grade: 'A', event: 'partsSubmittedForApproval', due: '2026-03-06 18:00' },
  { rule: 'S-20', grade: 'B', event: 'partsSubmittedForApproval', due: '2026-03-06 19:00' },
  { rule: 'S-20', grade: 'C', event: 'partsSubmittedForApproval', due: '2026-03-09 17:00' },
  { rule: 'S-21', grade: 'A', event: 'partsApproved', due: '2026-03-09 10:00' },
  { rule: 'S-21', grade: 'C', event: 'partsApproved', due: '2026-03-09 12:00' },
  { rule: 'S-22', event: 'leadTimeGiven', moments: { promisedShipDate: day('2026-03-12') }, due: '2026-03-12 17:30' },
  { rule: 'S-23', event: 'oldPartDue', due: '2026-03-11 17:30' },
  { rule: 'S-24', event: 'partReceivedByQuality', due: '2026-03-13 17:30' },
  { rule: 'S-25', event: 'partDisposed', due: '2026-03-09 17:30' },
  { rule: 'S-26a', event: 'defectOpened', due: '2026-03-13 17:30' },
  { rule: 'S-26b', event: 'defectOpened', due: '2026-03-27 17:30' },
  { rule: 'S-27', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-02 17:30' },
  { rule: 'S-28', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-03 17:30' },
  { rule: 'S-29', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-03 17:30' },
  { rule: 'S-30', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-03 17:30' },
  { rule: 'S-31a', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-03 17:30' },
  { rule: 'S-31b', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-08 17:30' },
  { rule: 'S-31c', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-10 17:30' },
  { rule: 'S-32a', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-08 17:30' },
  { rule: 'S-32b', event: 'claimApproved', due: '2026-03-20 17:30' },
  { rule: 'S-33a', event: 'complaintReceived', due: '2026-03-09 10:00' },
  { rule: 'S-33a', urgent: true, event: 'complaintReceived', due: '2026-03-06 18:00' },
  { rule: 'S-33b', event: 'complaintReceived', due: '2026-03-09 17:00' },
  { rule: 'S-33c', event: 'complaintReceived', due: '2026-03-13 17:30' },
  { rule: 'S-34a', event: 'accepted', due: '2026-03-06 17:00' },
  { rule: 'S-34a', event: 'accepted', at: '2026-03-06 17:30', due: '2026-03-09 08:30' },
  { rule: 'S-34b', event: 'accepted', due: '2026-03-11 17:30' },
  { rule: 'S-34c', event: 'accepted', due: '2026-03-13 17:30' },
  { rule: 'S-34d', event: 'accepted', due: '2026-03-21 00:00' },
  { rule: 'S-35', event: 'monthEnded', at: '2026-04-01 00:00', due: '2026-04-08 17:30' },
  { rule: 'S-36', event: 'maintenancePlanned', moments: { dueDate: day('2026-03-12') }, due: '2026-03-13 00:00' },
  { rule: 'S-37', event: 'chargePaidKnown', due: '2026-03-09 17:00' },
  { rule: 'S-38', grade: 'A', event: 'liabilityOpened', due: '2026-03-07 17:00' },
  { rule: 'S-38', grade: 'C', event: 'liabilityOpened', due: '2026-03-10 17:30' },
  { rule: 'S-39', event: 'receivableCreated', moments: { dueDate: day('2026-03-31') }, due: '2026-04-01 00:00' },
  { rule: 'S-40', grade: 'A', event: 'reached', at: '2026-03-06 17:20', due: '2026-03-06 17:35' },
  { rule: 'S-40', grade: null, event: 'reached', at: '2026-03-06 17:20', due: '2026-03-06 17:35' },
  { rule: 'S-40', grade: 'C', event: 'reached', at: '2026-03-06 17:20', due: '2026-03-09 08:35' },
  { rule: 'S-41', event: 'monthStarted', at: '2026-03-01 00:00', due: '2026-03-31 17:30' },
  { rule: 'S-42', grade: 'A', event: 'classified', due: '2026-03-06 21:00' },
  { rule: 'S-42', grade: 'B', event: 'customerUpdated', due: '2026-03-07 01:00' },
  { rule: 'S-42', grade: 'C', event: 'classified', due: '2026-03-11 17:30' },
  { rule: 'S-43a', grade: 'A', event: 'overtimePlanned', moments: { overtimeStart: instant('2026-03-07 09:00') }, due: '2026-03-07 21:00' },
  { rule: 'S-43a', grade: 'C', event: 'overtimePlanned', moments: { overtimeStart: instant('2026-03-07 09:00') }, due: '2026-03-07 09:00' },
  { rule: 'S-43b', event: 'overtimeApproved', due: '2026-06-05 00:00' },
  { rule: 'S-44', event: 'toolChecked', moments: { nextCheckDate: day('2026-09-01') }, due: '2026-09-02 00:00' },
  { rule: 'S-45', event: 'wasteStored', due: '2027-03-07 00:00' },
  { rule: 'S-46', event: 'repaired', due: '2026-03-13 17:30' },
  { rule: 'S-47', event: 'weekStarted', at: '2026-03-02 00:00', due: '2026-03-06 17:30' },
  { rule: 'S-48', event: 'policyApproved', moments: { effectiveDate: day('2026-03-12') }, due: '2026-03-12 17:30' },
  { rule: 'S-49', event: 'weekStarted', at: '2026-02-09 00:00', due: '2026-02-14 17:30' },
];

const begin = ({ grade, urgent, event, at, moments, rule }: Row) =>
  start(event, { at: instant(at ?? friday), severity: grade === undefined ? 'C' : grade, only: [rule], ...(urgent === undefined ? {} : { urgent }), ...(moments === undefined ? {} : { moments }) });

describe('4.3: the due moment of every rule', () => {
  test.each(rows.map((row) => [row.rule, row.urgent === true ? 'urgent' : (row.grade ?? (row.grade === null ? 'unclassified' : 'all')), row.event, row] as const))('%s %s from %s', (rule, _grade, _event, row) => {
    const clocks = begin(row);
    if (row.due === null) expect(clocks).toEqual([]);
    else expect(showInstant(only(clocks, rule).dueAt)).toBe(row.due);
  });
});

/** What ends a clock (4.3, column "Stop"); S-13 is a guard of the state machine. */
const stops: Readonly<Record<string, readonly ClockEvent[]>> = {
  'S-01': ['reached'], 'S-02': ['managersReported'], 'S-03': ['orderAccepted'], 'S-04': ['arrived'], 'S-05': ['managersReported'], 'S-06': ['orderAccepted'], 'S-07': ['arrived'],
  'S-08': ['dateAgreed', 'orderAccepted', 'remoteStarted', 'unitReceived'], 'S-09': ['arrived', 'remoteStarted', 'unitReceived'], 'S-10': ['arrivalReported'], 'S-11': ['dailyReported'], 'S-12': ['helpAnswered'],
  'S-13': [], 'S-14': ['tripSubmitted'], 'S-15': ['tripChecked'], 'S-16': ['supervisorNotified'], 'S-17': ['handedToSupervisor'], 'S-18': ['consentDecided'], 'S-19': ['orderAnswered', 'orderAccepted'],
  'S-20': ['partsDecided', 'partsApproved'], 'S-21': ['leadTimeGiven'], 'S-22': ['partsShipped'], 'S-23': ['oldPartSent'], 'S-24': ['partTested'], 'S-25': ['repairCopyFiled'], 'S-26a': ['defectAnswered'], 'S-26b': ['defectSolved'],
  'S-27': ['shipmentsReported'], 'S-28': ['itineraryReported'], 'S-29': ['partsLedgerReported'], 'S-30': ['monthlyReportSubmitted'], 'S-31a': ['appraisalSelfDone'], 'S-31b': ['appraisalScored'], 'S-31c': ['appraisalApproved'],
  'S-32a': ['claimSubmitted'], 'S-32b': ['claimPaid'], 'S-33a': ['complaintAcknowledged'], 'S-33b': ['complaintProposed'], 'S-33c': ['complaintClosed'], 'S-34a': ['surveySent', 'surveyEnded'], 'S-34b': ['surveyReminded', 'surveyEnded'],
  'S-34c': ['surveyCalled', 'surveyEnded'], 'S-34d': ['surveyEnded'], 'S-35': ['spotChecksDone'], 'S-36': ['maintenanceDone'], 'S-37': ['quoteSent'], 'S-38': ['liabilityDecided'], 'S-39': ['receivableSettled'], 'S-40': ['classified'],
  'S-41': ['trainingDone'], 'S-42': ['customerUpdated', 'accepted'], 'S-43a': ['overtimeReported'], 'S-43b': ['compLeaveRequested'], 'S-44': ['toolChecked'], 'S-45': ['wasteDisposed'], 'S-46': ['accepted', 'customerRejected'],
  'S-47': ['weeklyReportSent'], 'S-48': ['policyAcknowledged'], 'S-49': ['rosterComplete'],
};

describe('4.3: what stops every rule, and AMB-50: exactly on the limit is on time (0.3)', () => {
  test.each(deadlineRules.map(({ rule }) => rule))('%s', (rule) => {
    const row = rows.find((one) => one.rule === rule && one.due !== null);
    if (row === undefined) return expect([rule, stops[rule]]).toEqual(['S-13', []]);
    const clocks = begin(row);
    const clock = only(clocks, rule);
    expect(clockEvents.filter((event) => stopClocks(event, clocks, clock.dueAt).length > 0)).toEqual(clockEvents.filter((event) => stops[rule]?.includes(event)));
    for (const event of stops[rule] ?? []) {
      expect(stopClocks(event, clocks, clock.dueAt)[0]).toMatchObject({ result: 'MET', stopAt: clock.dueAt });
      expect(stopClocks(event, clocks, addMinutes(clock.dueAt, 1 / 60))[0]?.result).toBe('BREACHED_DONE');
    }
  });
});

const numbered = (from: number, to: number): readonly string[] => Array.from({ length: to - from + 1 }, (_, index) => `S-${String(from + index).padStart(2, '0')}`);
const among = (numbers: readonly string[]): readonly string[] => deadlineRules.map(({ rule }) => rule).filter((rule) => numbers.includes(rule.slice(0, 4)));

describe('what pauses what', () => {
  const ordinary = ['S-08', 'S-09', ...numbered(20, 26), 'S-33', 'S-37'];
  test.each([
    ['4.4 no. 1: S-01, S-02, S-05, S-10, S-11 never pause', ['S-01', 'S-02', 'S-05', 'S-10', 'S-11'], []],
    ['4.4 no. 2: S-03, S-04, S-06, S-07 stop for the customer\'s wish, force majeure and a closed site', ['S-03', 'S-04', 'S-06', 'S-07'], ['CUSTOMER_DEFER', 'FORCE_MAJEURE', 'SITE_CLOSED']],
    ['4.4 no. 4: S-08, S-09, S-20 to S-26, S-33, S-37 wait for the customer and for force majeure', ordinary, ['FORCE_MAJEURE', 'WAIT_CUSTOMER']],
    ['4.4 no. 3: nothing else pauses, waiting for parts, approvals or decisions least of all', numbered(1, 49).filter((rule) => !ordinary.includes(rule) && !/S-0[1-7]/.test(rule)), []],
  ] as const)('%s', (_what, rules, kinds) => {
    for (const rule of among(rules)) expect((['CUSTOMER_DEFER', 'FORCE_MAJEURE', 'SITE_CLOSED', 'WAIT_CUSTOMER'] as const).filter((kind) => mayPause(rule, kind))).toEqual(kinds);
  });
});

describe('decisions that are settings (11, 12)', () => {
  const due = (row: Row, ...changes: readonly (readonly [string, string])[]): string => {
    const settings = readSettings(changes.map(([key, value]) => setting(key, value)));
    return showInstant(only(start(row.event, { at: instant(friday), severity: row.grade ?? null }, settings), row.rule).dueAt);
  };
  test.each([
    ['AMB-01: A on the office clock', { rule: 'S-03', grade: 'A', event: 'classified', due: null }, [['sla.clock.A', 'BUS']], '2026-03-09 10:00'],
    ['AMB-02: contact of C around the clock', { rule: 'S-01', grade: 'C', event: 'received', due: null }, [['sla.contact.C.clock', 'CAL']], '2026-03-06 18:00'],
    ['AMB-03: arrangement in 24 hours of the calendar', { rule: 'S-08', grade: 'C', event: 'classified', due: null }, [['sla.arrange.clock', 'CAL']], '2026-03-07 17:00'],
    ['AMB-07: at once means 5 minutes', { rule: 'S-02', grade: 'A', event: 'classified', due: null }, [['sla.A.report_min', '5']], '2026-03-06 17:05'],
  ] as const)('%s', (_what, row, changes, expected) => {
    expect(due(row, ...changes)).toBe(expected);
  });

  test('AMB-38, R-047: 08:30 to 17:30 without a break, or with one', () => {
    expect(calendarWith(defaultHolidays).windows).toEqual([{ from: 510, to: 1050 }]);
    expect(calendarWith(defaultHolidays, [setting('cal.breaks', '12:00-13:00')]).windows).toEqual([{ from: 510, to: 720 }, { from: 780, to: 1050 }]);
  });
});

describe('the limits that the regulations themselves give, in their own words', () => {
  test.each([
    ['R-251: the information provider is contacted within one hour', 'S-01', 'A', 'received', 60],
    ['R-256: class A is reported to the general manager and all deputies at once', 'S-02', 'A', 'classified', 15],
    ['R-257: class A: staff within 2 hours', 'S-03', 'A', 'classified', 2 * 60],
    ['R-258: class A: on site within 12 hours', 'S-04', 'A', 'classified', 12 * 60],
    ['R-259: class B is reported to the deputy within one hour', 'S-05', 'B', 'classified', 60],
    ['R-260: class B: staff within 4 hours', 'S-06', 'B', 'classified', 4 * 60],
    ['R-261: class B: on site within 24 hours', 'S-07', 'B', 'classified', 24 * 60],
    ['R-098, R-262: class C is arranged within 24 hours', 'S-08', 'C', 'classified', 24 * 60],
    ['R-271: the arrival report within one hour', 'S-10', 'A', 'arrived', 60],
  ] as const)('%s', (_what, rule, grade, event, minutes) => {
    const morning = instant('2026-03-03 09:00');
    expect(only(start(event, { at: morning, severity: grade }), rule).dueAt).toBe(addMinutes(morning, minutes));
  });

  test('AMB-04: the count begins when the company got the message, not when the supervisor learned of it', () => {
    const moments = { receivedAt: instant('2026-03-04 14:00'), severityEffectiveAt: instant('2026-03-04 14:00') };
    expect(showInstant(only(start('classified', { at: instant('2026-03-04 15:30'), severity: 'A', moments }), 'S-03').dueAt)).toBe('2026-03-04 16:00');
  });

  test('AMB-33: what is due monthly falls on working days 2, 3, 5 and 7 of the next month', () => {
    const days = start('monthEnded', { at: instant('2026-03-01 00:00') }).map(({ dueAt }) => dueAt.slice(0, 10));
    expect([...new Set(days)].sort()).toEqual(['2026-03-03', '2026-03-04', '2026-03-06', '2026-03-10']);
  });
});
