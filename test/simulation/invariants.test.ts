import fc from 'fast-check';
import { defaultHolidays } from '../../sheets-templates';
import { addTime, measureTime } from '../../src/deadlines/open-time';
import type { JournalEntry } from '../../src/ledger/journal';
import type { RowChange } from '../../src/ledger/change';
import { epochOf, instant, instantAt, words } from '../../src/terms';
import { digestSubject } from '../../src/text/ui/mail-words';
import type { PageData } from '../../src/ui/protocol';
import { calendar } from '../deadlines/office';
import type { Books } from './invariants/books';
import { dueMomentsHold } from './invariants/due-moments';
import { handEditsNamed } from './invariants/hands';
import { levelsInTime } from './invariants/ladder';
import { mailsMatchNotices, noNumbersInMails } from './invariants/mail';
import { answersTakenOnce } from './invariants/requests';
import { WorkTime } from './invariants/work-time';
import { minute } from './moments';
import { leaksToStaff } from './privacy';
import type { World } from './world';

/** What the simulation asks has to be able to say no; what it counts by itself has to be right. */

let numbers = 0;
const entry = (at: string, command: string, ...changes: readonly RowChange[]): JournalEntry => ({ number: (numbers += 1), at: instant(at), actor: 'SYS', command, objectId: '', result: 'OK', changes, reason: '' });
const holidays = entry('2020-01-01 00:00', 'setUp', ...defaultHolidays.map((row): RowChange => ({ kind: 'insert', table: 'holidays', key: row.date, row: { ...row } })));
const booksOf = (now: string, entries: readonly JournalEntry[]): Books => ({ rows: new Map(), entries: [holidays, ...entries], brokenAt: null, now: epochOf(instant(now)) });

test('property: time counted minute by minute is the product’s time, on every clock', () => {
  const time = WorkTime.after(booksOf('2026-01-01 00:00', []));
  const seconds = fc.integer({ min: epochOf(instant('2025-12-20 00:00')) / 1000, max: epochOf(instant('2026-11-20 00:00')) / 1000 });
  fc.assert(fc.property(fc.constantFrom('CAL', 'WDC', 'BUS'), seconds, fc.integer({ min: 0, max: 4000 }), (mode, start, minutes) => {
    const due = addTime(calendar, mode, instantAt(start * 1000), minutes);
    expect(instantAt(time.after(mode, start * 1000, minutes * minute))).toBe(due);
    expect(time.between(mode, start * 1000, epochOf(due))).toBe(measureTime(calendar, mode, instantAt(start * 1000), due) * minute);
  }), { numRuns: 150 });
});

interface Row {
  readonly clockId: string;
  readonly [name: string]: unknown;
}

const clockRow = (ruleId: string, clockMode: string, startAt: string, dueAt: string, more: Readonly<Record<string, unknown>> = {}): Row =>
  ({ clockId: `X-1/${ruleId}/1`, objectId: 'X-1', objectType: 'TICKET', ruleId, cycle: '1', startAt: instant(startAt), dueAt: instant(dueAt), clockMode, durationMin: null, result: 'RUNNING', stopAt: null, lastLevelFired: 0, isTargetOnly: false, ...more });
const begins = (clock: Row, ...more: readonly RowChange[]): JournalEntry => entry(String(clock['startAt']), 'test.begin', ...more, { kind: 'insert', table: 'slaClocks', key: clock.clockId, row: clock });
const changes = (at: string, command: string, { clockId }: Row, fields: Readonly<Record<string, unknown>>, ...more: readonly RowChange[]): JournalEntry => entry(at, command, ...more, { kind: 'update', table: 'slaClocks', key: clockId, fields });
const aDay = (date: string, kind: string, hours: string | null = null): RowChange => ({ kind: 'insert', table: 'holidays', key: date, row: { date, kind, hours } });
const known = (table: 'tickets' | 'receivables' | 'partsRequests' | 'dispatchOrders' | 'serviceAgreements', row: Readonly<Record<string, unknown>>): RowChange => ({ kind: 'insert', table, key: 'X-1', row: { ticketId: 'X-1', ...row } });

describe('4.5 levels fire in time', () => {
  const wrong = (clock: Row, now: string, levels: readonly (readonly [string, number])[], ...others: readonly JournalEntry[]) =>
    levelsInTime(booksOf(now, [...others, begins(clock), ...levels.map(([at, level]) => changes(at, 'sweep.escalate', clock, { lastLevelFired: level }))]), {} as World);

  const urgent = clockRow('S-04', 'CAL', '2026-03-03 09:10', '2026-03-03 21:10');
  const agreed = clockRow('S-09', 'FIX', '2026-03-03 09:10', '2026-03-10 00:00');
  const daily = clockRow('S-11', 'FIX', '2026-03-03 00:00', '2026-03-04 00:00');
  const trip = clockRow('S-14', 'FIX', '2026-02-13 16:00', '2026-02-24 17:30');
  const signOff = clockRow('S-46', 'FIX', '2026-03-03 15:00', '2026-03-10 17:30');
  const owed = clockRow('S-39', 'FIX', '2026-03-03 09:00', '2026-04-01 00:00');
  const report = clockRow('S-30', 'FIX', '2026-10-01 00:00', '2026-10-10 17:30');
  const arrival = clockRow('S-04', 'FIX', '2026-03-03 16:00', '2026-03-04 10:00', { isTargetOnly: true });
  const clocks: Readonly<Record<string, Row>> = { 'S-04': urgent, 'S-09': agreed, 'S-11': daily, 'S-14': trip, 'S-30': report, 'S-46': signOff, 'SV-52 S-39': owed, '4.6 a target': arrival };
  test.each<[string, string, readonly (readonly [string, number])[], number]>([
    ['S-04', '2026-03-03 15:00', [], 0], ['S-04', '2026-03-03 15:30', [], 1], ['S-04', '2026-03-03 15:30', [['2026-03-03 15:10', 1]], 0], ['S-04', '2026-03-03 15:30', [['2026-03-03 15:05', 1]], 1],
    ['S-04', '2026-03-04 01:30', [['2026-03-03 21:10', 3], ['2026-03-03 23:10', 4], ['2026-03-04 01:10', 5]], 0], ['S-04', '2026-03-04 01:30', [['2026-03-03 21:10', 3], ['2026-03-03 23:10', 4]], 1],
    // Due at the end of Monday the 9th: Friday 09:00, Monday 08:30, the end.
    ['S-09', '2026-03-06 08:50', [], 0], ['S-09', '2026-03-06 09:30', [['2026-03-06 09:00', 1]], 0], ['S-09', '2026-03-06 09:30', [], 1], ['S-09', '2026-03-06 09:30', [['2026-03-06 08:55', 1]], 1],
    ['S-09', '2026-03-09 09:00', [['2026-03-06 09:00', 1]], 1], ['S-09', '2026-03-10 00:30', [['2026-03-06 09:00', 1], ['2026-03-09 08:30', 2], ['2026-03-10 00:00', 3]], 0], ['S-09', '2026-03-10 00:30', [['2026-03-09 08:30', 3]], 1],
    ['S-11', '2026-03-03 18:00', [['2026-03-03 17:30', 1]], 0], ['S-11', '2026-03-03 21:00', [['2026-03-03 17:30', 1]], 1], ['S-11', '2026-03-04 09:00', [['2026-03-03 20:30', 2], ['2026-03-04 08:30', 3]], 0], ['S-11', '2026-03-04 09:00', [['2026-03-04 08:30', 4]], 1],
    // The worked Saturday before Spring Festival is a working day, the festival has none.
    ['S-14', '2026-02-20 12:00', [['2026-02-14 09:00', 1]], 0], ['S-14', '2026-02-20 12:00', [], 1], ['S-14', '2026-02-25 18:00', [['2026-02-14 09:00', 1], ['2026-02-24 17:30', 2], ['2026-02-25 17:30', 3]], 0],
    ['S-30', '2026-10-09 09:30', [['2026-10-09 09:00', 1]], 0], ['S-30', '2026-10-09 09:30', [], 1], ['S-30', '2026-10-12 18:00', [['2026-10-11 17:30', 3]], 1], ['S-30', '2026-10-12 18:00', [['2026-10-12 17:30', 3]], 0],
    ['S-46', '2026-03-04 18:00', [['2026-03-04 17:30', 1]], 0], ['S-46', '2026-03-04 18:00', [['2026-03-04 17:00', 1]], 1],
    ['SV-52 S-39', '2026-04-01 10:00', [['2026-03-28 09:00', 1], ['2026-04-01 09:00', 2]], 0], ['SV-52 S-39', '2026-04-01 10:00', [['2026-03-28 09:00', 1]], 1],
    ['4.6 a target', '2026-03-04 01:30', [['2026-03-04 01:00', 1]], 0], ['4.6 a target', '2026-03-03 18:00', [['2026-03-03 16:05', 2]], 1],
  ])('%s at %s with %j: %i wrong', (which, now, levels, count) => {
    expect(wrong(clocks[which] ?? urgent, now, levels)).toHaveLength(count);
  });

  test('S-11: two days in a row are one level more', () => {
    const before = { ...clockRow('S-11', 'FIX', '2026-03-02 00:00', '2026-03-03 00:00'), clockId: 'X-1/S-11/0', result: 'BREACHED_OPEN', lastLevelFired: 3 };
    expect(wrong(daily, '2026-03-04 09:00', [['2026-03-04 08:30', 4]], begins(before))).toEqual([]);
    expect(wrong(daily, '2026-03-04 09:00', [['2026-03-04 08:30', 3]], begins(before))).toHaveLength(1);
  });

  test('levels follow the days as they were then', () => {
    const off = entry('2026-03-04 10:00', 'calendar.setDay', aDay('2026-03-06', 'HOLIDAY'));
    expect(wrong(agreed, '2026-03-05 09:30', [['2026-03-05 09:00', 1]], off)).toEqual([]);
    expect(wrong(agreed, '2026-03-05 09:30', [], off)).toHaveLength(1);
    const later = entry('2026-03-06 10:00', 'calendar.setDay', aDay('2026-03-05', 'HOLIDAY'));
    expect(levelsInTime(booksOf('2026-03-06 11:00', [begins(agreed), changes('2026-03-06 09:00', 'sweep.escalate', agreed, { lastLevelFired: 1 }), later]), {} as World)).toEqual([]);
  });
});

describe('4.1, 4.3, 4.4, 4.6 due moments hold', () => {
  const wrong = (...entries: readonly JournalEntry[]) => dueMomentsHold(booksOf('2026-12-01 00:00', entries), {} as World);
  /** Right as it stands, wrong by a minute. */
  test.each<[string, Row, readonly RowChange[]]>([
    ['S-01, BUS', clockRow('S-01', 'BUS', '2026-03-06 17:00', '2026-03-09 09:00', { durationMin: 60 }), []],
    ['S-14, SV-41', clockRow('S-14', 'FIX', '2026-02-13 16:00', '2026-02-24 17:30'), [known('dispatchOrders', { returnedAt: instant('2026-02-13 16:00') })]],
    ['S-14 sent back', clockRow('S-14', 'FIX', '2026-02-13 16:00', '2026-02-14 17:30'), [known('dispatchOrders', { returnedAt: instant('2026-02-10 16:00') })]],
    ['S-24, SV-54', clockRow('S-24', 'FIX', '2026-04-03 17:00', '2026-04-13 17:30'), []],
    ['S-27, SV-42', clockRow('S-27', 'FIX', '2026-10-01 00:00', '2026-10-09 17:30'), []], ['S-30, SV-42', clockRow('S-30', 'FIX', '2026-10-01 00:00', '2026-10-10 17:30'), []], ['S-32a, SV-42', clockRow('S-32a', 'FIX', '2026-10-01 00:00', '2026-10-13 17:30'), []],
    ['S-11', clockRow('S-11', 'FIX', '2026-03-07 00:00', '2026-03-08 00:00'), []],
    ['S-09, a date', clockRow('S-09', 'FIX', '2026-03-03 09:10', '2026-03-10 00:00'), [known('tickets', { agreedDate: instant('2026-03-09 00:00'), agreedHasTime: false })]],
    ['S-09, a time', clockRow('S-09', 'FIX', '2026-03-03 09:10', '2026-03-09 14:00'), [known('tickets', { agreedDate: instant('2026-03-09 14:00'), agreedHasTime: true })]],
    ['S-22', clockRow('S-22', 'FIX', '2026-03-03 09:10', '2026-03-09 17:30'), [known('partsRequests', { promisedShipDate: '2026-03-09' })]],
    ['S-39', clockRow('S-39', 'FIX', '2026-03-03 09:10', '2026-04-01 00:00'), [known('receivables', { dueDate: '2026-03-31' })]],
    ['S-34a', clockRow('S-34a', 'FIX', '2026-03-06 18:10', '2026-03-09 08:30'), []], ['S-34d', clockRow('S-34d', 'FIX', '2026-03-06 18:10', '2026-03-21 00:00'), []],
    ['S-49', clockRow('S-49', 'FIX', '2026-02-23 02:00', '2026-02-28 17:30'), []],
    ['4.6', clockRow('S-04', 'FIX', '2026-03-03 16:00', '2026-03-05 10:00', { isTargetOnly: true }), [known('serviceAgreements', { signedAt: instant('2026-03-03 16:00'), arriveTarget: instant('2026-03-05 10:00') })]],
  ])('%s', (_what, clock, facts) => {
    expect(wrong(begins(clock, ...facts))).toEqual([]);
    expect(wrong(begins({ ...clock, dueAt: instantAt(Date.parse(String(clock['dueAt'])) + minute) }, ...facts))).toHaveLength(1);
  });

  test('a fixed moment that stands in no row is named', () => { expect(wrong(begins(clockRow('S-99', 'FIX', '2026-03-03 09:10', '2026-03-04 00:00')))).toHaveLength(1); });

  describe('days that change', () => {
    const off = aDay('2026-03-04', 'HOLIDAY');
    const short = aDay('2026-03-05', 'WORKDAY', '08:30-12:00, 13:00-16:00');
    const trip = clockRow('S-23', 'FIX', '2026-03-02 16:00', '2026-03-05 17:30');
    const told = clockRow('S-08', 'WDC', '2026-03-03 12:00', '2026-03-04 12:00', { durationMin: 1440 });
    test('a deadline follows, and only then', () => {
      expect(wrong(begins(trip), changes('2026-03-03 10:00', 'calendar.setDay', trip, { dueAt: instant('2026-03-06 17:30') }, off))).toEqual([]);
      expect(wrong(begins(trip), entry('2026-03-03 10:00', 'calendar.setDay', off))).toHaveLength(1);
      expect(wrong(begins(trip), changes('2026-03-03 10:00', 'sweep.escalate', trip, { dueAt: instant('2026-03-06 17:30') }))).toHaveLength(1);
      expect(wrong(begins(trip), changes('2026-03-03 10:00', 'calendar.setDay', trip, { dueAt: instant('2026-03-05 16:00') }, short))).toEqual([]);
    });
    test('a second change elsewhere does not take the first one back', () => {
      const first = changes('2026-03-03 10:00', 'calendar.setDay', trip, { dueAt: instant('2026-03-06 17:30') }, off);
      expect(wrong(begins(trip), first, entry('2026-03-03 11:00', 'calendar.setDay', aDay('2026-06-06', 'ADJUSTED_WORKDAY')))).toEqual([]);
      expect(wrong(begins(trip), first, changes('2026-03-03 11:00', 'calendar.setDay', trip, { dueAt: instant('2026-03-05 17:30') }, aDay('2026-06-06', 'ADJUSTED_WORKDAY')))).toHaveLength(1);
    });
    test('what a customer was told gets later, never earlier', () => {
      expect(wrong(begins(told), changes('2026-03-03 13:00', 'calendar.setDay', told, { dueAt: instant('2026-03-05 12:00') }, off))).toEqual([]);
      const far = { ...told, startAt: instant('2026-03-06 12:00'), dueAt: instant('2026-03-09 12:00') };
      expect(wrong(begins(far), entry('2026-03-06 13:00', 'calendar.setDay', aDay('2026-03-07', 'ADJUSTED_WORKDAY')))).toEqual([]);
      expect(wrong(begins(far), changes('2026-03-06 13:00', 'calendar.setDay', far, { dueAt: instant('2026-03-07 12:00') }, aDay('2026-03-07', 'ADJUSTED_WORKDAY')))).toHaveLength(1);
    });
  });

  test('4.4: what stood still runs on; a later wish of the customer counts', () => {
    const clock = clockRow('S-07', 'CAL', '2026-07-14 06:00', '2026-07-15 06:00', { durationMin: 1440 });
    const pause = (row: Readonly<Record<string, unknown>>): RowChange => ({ kind: 'insert', table: 'slaPauses', key: 'ZT-1', row: { ticketId: 'X-1', rules: ['S-07'], status: 'APPROVED', newDue: null, ...row } });
    const storm = pause({ kind: 'FORCE_MAJEURE', fromAt: instant('2026-07-14 20:00'), toAt: instant('2026-07-15 04:30') });
    const ticket = known('tickets', {});
    expect(wrong(begins(clock, ticket), changes('2026-07-15 04:40', 'approval.decide', clock, { dueAt: instant('2026-07-15 14:30') }, storm))).toEqual([]);
    expect(wrong(begins(clock, ticket), entry('2026-07-15 04:40', 'approval.decide', storm))).toHaveLength(1);
    const toTheSecond = pause({ kind: 'FORCE_MAJEURE', fromAt: instant('2026-07-14 20:00:20'), toAt: instant('2026-07-15 04:30:07') });
    expect(wrong(begins(clock, ticket), changes('2026-07-15 04:40', 'approval.decide', clock, { dueAt: instant('2026-07-15 14:29:47') }, toTheSecond))).toEqual([]);
    expect(wrong(begins(clock, ticket), changes('2026-07-15 04:40', 'approval.decide', clock, { dueAt: instant('2026-07-15 14:30') }, toTheSecond))).toHaveLength(1);
    const wish = pause({ kind: 'CUSTOMER_DEFER', fromAt: instant('2026-07-14 09:00'), toAt: null, newDue: instant('2026-07-16 08:00') });
    expect(wrong(begins(clock, ticket), changes('2026-07-14 09:00', 'deadline.defer', clock, { dueAt: instant('2026-07-16 08:00') }, wish))).toEqual([]);
    expect(wrong(begins(clock, ticket), entry('2026-07-14 09:00', 'deadline.defer', wish))).toHaveLength(1);
  });
});

describe('every answer is taken in once', () => {
  const world = { sent: [1, 2].map(() => ({ form: 'expense', mark: '§7§', at: epochOf(instant('2026-03-03 09:10')) })) } as unknown as World;
  const receipt = (token: string): RowChange => ({ kind: 'insert', table: 'seen', key: token, row: { token, outcome: 'OK' } });
  const line = (key: string): RowChange => ({ kind: 'insert', table: 'expenseLines', key, row: { invoiceId: 'IV-1' } });
  const document: RowChange = { kind: 'insert', table: 'invoiceRegister', key: 'IV-1', row: { seller: '苏州宾馆 §7§', used: 100 } };
  const first = entry('2026-03-03 09:11', 'expense.addLine', receipt('r1'), line('L-1'), document);
  const wrong = (...entries: readonly JournalEntry[]) => answersTakenOnce(booksOf('2026-03-03 12:00', entries), world);

  test('pressed twice: the second line claims from the document of the first', () => {
    expect(wrong(first, entry('2026-03-03 09:12', 'expense.addLine', receipt('r2'), line('L-2'), { kind: 'update', table: 'invoiceRegister', key: 'IV-1', fields: { used: 200 } }))).toEqual([]);
  });
  test('the second one is nowhere, or its receipt stands without it', () => {
    expect(wrong(first)).toHaveLength(1);
    expect(wrong(first, entry('2026-03-03 09:12', 'expense.addLine', receipt('r2')))).toHaveLength(1);
  });
  test('the first one was taken in twice', () => {
    expect(wrong(first, first, first)).toHaveLength(1);
  });
});

describe('hand edits are named', () => {
  const world = (at: string): World => ({ now: () => epochOf(instant('2026-03-05 02:00')), ownerEdits: [{ at: epochOf(instant(at)), kind: 'update', table: 'tasks', key: 'T-1', property: 'title' }] }) as unknown as World;
  const change: RowChange = { kind: 'update', table: 'tasks', key: 'T-1', fields: { title: 'x' } };
  const told: RowChange = { kind: 'insert', table: 'outbox', key: 'NT-1', row: { code: 'N-58' } };
  const wrong = (edited: string, ...entries: readonly JournalEntry[]) => handEditsNamed(booksOf('2026-03-05 02:00', entries), world(edited));

  test('named once and told: nothing to say', () => { expect(wrong('2026-03-04 10:00', entry('2026-03-05 01:00', 'ledger.check', change, told))).toEqual([]); });
  test('not named; but one of this morning still waits', () => {
    expect(wrong('2026-03-04 10:00')).toHaveLength(1);
    expect(wrong('2026-03-05 01:30')).toEqual([]);
  });
  test('written over by the product before the night', () => { expect(wrong('2026-03-04 10:00', entry('2026-03-04 12:00', 'task.done', change))).toEqual([]); });
  test('a copied row has to be told of', () => {
    const copied = { ...world('2026-03-04 10:00'), ownerEdits: [{ at: epochOf(instant('2026-03-04 10:00')), kind: 'copy', table: 'cities', key: '上海', property: null }] } as unknown as World;
    const said: RowChange = { kind: 'insert', table: 'seen', key: 'repeated/system/cities/2/上海', row: {} };
    expect(handEditsNamed(booksOf('2026-03-05 02:00', [entry('2026-03-05 01:00', 'ledger.check', said, told)]), copied)).toEqual([]);
    expect(handEditsNamed(booksOf('2026-03-05 02:00', []), copied)).toHaveLength(1);
  });
  test('named twice, or what nobody edited, or told to nobody', () => {
    expect(wrong('2026-03-03 10:00', entry('2026-03-04 01:00', 'ledger.check', change, told), entry('2026-03-05 01:00', 'ledger.check', change, told))).toHaveLength(1);
    expect(wrong('2026-03-04 10:00', entry('2026-03-05 01:00', 'ledger.check', change, { ...change, key: 'T-2' }, told))).toHaveLength(1);
    expect(wrong('2026-03-04 10:00', entry('2026-03-05 01:00', 'ledger.check', change))).toHaveLength(1);
  });
});

describe('mails and the notices that were sent', () => {
  const sent = [{ to_address: 'gm@example.com', subject: '请批复', draft_id: 'd1' }, { to_address: 'gm@example.com', subject: '已超时', draft_id: 'd1' }];
  const wrong = (...subjects: readonly string[]): number => {
    const mails = subjects.map((subject) => ({ subject, to: ['gm@example.com'], text: '', html: '' }));
    return mailsMatchNotices({ ...booksOf('2026-03-03 09:00', []), rows: new Map([['sentNotices', sent]]) }, { company: { workspace: { mail: () => mails } } } as unknown as World).length;
  };
  test.each<[string, readonly string[], number]>([
    ['a digest in Chinese', [digestSubject(2).zh], 0], ['a digest in English', [digestSubject(2).en], 0], ['a digest of another number', [digestSubject(3).en], 2],
    ['one that left twice', [digestSubject(2).zh, digestSubject(2).zh], 1], ['none', [], 1], ['one that nobody noted', [digestSubject(2).en, '请批复'], 1],
  ])('%s', (_what, subjects, expected) => expect(wrong(...subjects)).toBe(expected));
});

describe('9.4 numbers in mails and on desks', () => {
  const people = [{ account_email: 'gm@example.com', roles: 'GM' }, { account_email: 'sup@example.com', roles: 'SUP, ENG' }];
  const complaints = (to: string, text: string): number => {
    const mail = { subject: '派工征询', to: [to], text, html: '' };
    return noNumbersInMails({ ...booksOf('2026-03-03 09:00', []), rows: new Map([['staff', people]]) }, { company: { workspace: { mail: () => [mail] } } } as unknown as World).length;
  };
  test.each<[string, string, number]>([
    ['gm@example.com', '先打 13900000000', 1], ['gm@example.com', '先打 139****0000', 0], ['sup@example.com', '先打 13900000000', 0],
    ['sup@example.com', '客户 13900002003', 1], ['gm@example.com', '单号 9913900000000', 0],
  ])('%s reads “%s”', (to, text, expected) => expect(complaints(to, text)).toBe(expected));

  test('a text to paste is for nobody’s group with a number in it', async () => {
    const field = { name: 'text', kind: 'long', label: words('文字', 'Text'), required: true, help: null, choices: null, minimum: null, maximum: null, columns: [] } as const;
    const desk = (initial: string): PageData => ({ page: 'desk', language: 'zh-CN', now: '', person: { name: '', roles: [] }, items: [], offers: [], links: [], inputs: [[{ ...field, initial, copy: true }], [{ ...field, initial: '13900000000' }]] });
    const leaks = async (initial: string) => (await leaksToStaff(desk(initial), { staffId: 'ST-004', name: '主管', roles: ['SUP'] }, () => Promise.resolve([]))).length;
    expect(await leaks('请打 139****0000')).toBe(0);
    expect(await leaks('请打 13900000000')).toBe(1);
  });
});
