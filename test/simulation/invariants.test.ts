import fc from 'fast-check';
import { defaultHolidays, dayKind } from '../../sheets-templates';
import { addTime, measureTime } from '../../src/deadlines/open-time';
import type { JournalEntry } from '../../src/ledger/journal';
import type { RowChange } from '../../src/ledger/change';
import { epochOf, instant, instantAt } from '../../src/terms';
import { calendar } from '../deadlines/office';
import type { Books } from './invariants/books';
import { handEditsNamed } from './invariants/hands';
import { levelsInTime } from './invariants/ladder';
import { WorkTime } from './invariants/work-time';
import { minute } from './moments';
import type { World } from './world';

/** What the simulation asks has to be able to say no; what it counts by itself has to be right. */

const holidays = defaultHolidays.map(({ date, kind }) => ({ date, kind: dayKind[kind].zh }));
const booksOf = (now: string, entries: readonly JournalEntry[]): Books => ({ rows: new Map([['holidays', holidays]]), entries, brokenAt: null, now: epochOf(instant(now)) });
let numbers = 0;
const entry = (at: string, command: string, ...changes: readonly RowChange[]): JournalEntry => ({ number: (numbers += 1), at: instant(at), actor: 'SYS', command, objectId: '', result: 'OK', changes, reason: '' });

test('property: time counted minute by minute is the product’s time, on every clock', () => {
  const time = new WorkTime(booksOf('2026-01-01 00:00', []));
  const seconds = fc.integer({ min: epochOf(instant('2025-12-20 00:00')) / 1000, max: epochOf(instant('2026-11-20 00:00')) / 1000 });
  fc.assert(fc.property(fc.constantFrom('CAL', 'WDC', 'BUS'), seconds, fc.integer({ min: 0, max: 4000 }), (mode, start, minutes) => {
    const due = addTime(calendar, mode, instantAt(start * 1000), minutes);
    expect(instantAt(time.after(mode, start * 1000, minutes * minute))).toBe(due);
    expect(time.between(mode, start * 1000, epochOf(due))).toBe(measureTime(calendar, mode, instantAt(start * 1000), due) * minute);
  }), { numRuns: 150 });
});

describe('4.5 levels fire in time', () => {
  const clock = { clockId: 'TK-1/S-04/1', ruleId: 'S-04', startAt: instant('2026-03-03 09:10'), dueAt: instant('2026-03-03 21:10'), clockMode: 'CAL', result: 'RUNNING', lastLevelFired: 0 };
  const begun = entry('2026-03-03 09:10', 'ticket.classify', { kind: 'insert', table: 'slaClocks', key: clock.clockId, row: clock });
  const fired = (at: string, level: number): JournalEntry => entry(at, 'sweep.escalate', { kind: 'update', table: 'slaClocks', key: clock.clockId, fields: { lastLevelFired: level } });
  const wrong = (now: string, ...entries: readonly JournalEntry[]) => levelsInTime(booksOf(now, [begun, ...entries]), {} as World);

  test.each<[string, readonly (readonly [string, number])[], number]>([
    ['2026-03-03 15:00', [], 0], ['2026-03-03 15:30', [], 1], ['2026-03-03 15:30', [['2026-03-03 15:10', 1]], 0], ['2026-03-03 15:30', [['2026-03-03 15:05', 1]], 1],
    ['2026-03-04 01:30', [['2026-03-03 21:10', 3], ['2026-03-03 23:10', 4], ['2026-03-04 01:10', 5]], 0], ['2026-03-04 01:30', [['2026-03-03 21:10', 3], ['2026-03-03 23:10', 4]], 1],
  ])('at %s with %j: %i wrong', (now, levels, count) => {
    expect(wrong(now, ...levels.map(([at, level]) => fired(at, level)))).toHaveLength(count);
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
  test('written over by the product before the night', () => { expect(wrong('2026-03-04 10:00', entry('2026-03-04 12:00', 'task.finish', change))).toEqual([]); });
  test('named twice, or what nobody edited, or told to nobody', () => {
    expect(wrong('2026-03-03 10:00', entry('2026-03-04 01:00', 'ledger.check', change, told), entry('2026-03-05 01:00', 'ledger.check', change, told))).toHaveLength(1);
    expect(wrong('2026-03-04 10:00', entry('2026-03-05 01:00', 'ledger.check', change, { ...change, key: 'T-2' }, told))).toHaveLength(1);
    expect(wrong('2026-03-04 10:00', entry('2026-03-05 01:00', 'ledger.check', change))).toHaveLength(1);
  });
});
