import fc from 'fast-check';
import { addMinutes, instant, localDate, type Instant } from '../../src/terms';
import { applyPauses, cancelClocks, clockEvents, clockId, deadlineRules, dueLevels, explainClock, isAfterDowngrade, markBreached, mergeStretches, readClockId, reclassify, refusePause, recomputeClocks, startClocks, stopClocks, correctClocks, type ClockEvent, type Standstill } from '../../src/deadlines';
import { defaultHolidays, type SlaClock } from '../../sheets-templates';
import { readSettings } from '../../src/settings';
import { calendar, calendarWith, facts, only, settings, someMoment, start, ticketClocks } from './office';

const at = (text: string): Instant => instant(text);

test('every rule S-01…S-49 stands in the table', () => {
  const numbers = new Set(deadlineRules.map((row) => row.rule.slice(0, 4)));
  expect([...numbers].sort()).toEqual(Array.from({ length: 49 }, (_, index) => `S-${String(index + 1).padStart(2, '0')}`));
});

test('property: a clock’s key tells what it is about and by which rule, whatever the object is called', () => {
  fc.assert(fc.property(fc.oneof(fc.constantFrom('TK-20260303-001', 'BS-20260302-GR', 'a/S-01/b', ''), fc.string()), fc.constantFrom(...deadlineRules.map(({ rule }) => rule)), fc.constantFrom('1', '12', 'paid', '2026-03-03', '2026-03'), (objectId, ruleId, cycle) => {
    expect(readClockId(clockId(objectId, ruleId, cycle))).toEqual({ objectId, ruleId });
  }));
});

test('every event of the vocabulary starts or stops something', () => {
  const used = new Set(deadlineRules.flatMap((rule) => [...rule.start, ...rule.stop, ...(rule.again === undefined ? [] : [rule.again.event]), ...Object.values(rule.stopChoice?.events ?? {})]));
  expect(clockEvents.filter((event) => !used.has(event) && event !== 'agreementSigned')).toEqual([]);
});

test('a running clock past its due moment is shown overdue, once', () => {
  const clocks = ticketClocks('B', '2026-03-04 08:00');
  const marked = markBreached(clocks, at('2026-03-04 09:00:01'));
  expect(marked.map((clock) => clock.ruleId).sort()).toEqual(['S-01', 'S-05']);
  expect(markBreached(clocks, at('2026-03-04 09:00'))).toEqual([]);
  expect(markBreached(marked, at('2026-03-05 09:00'))).toEqual([]);
});

test('an overdue clock whose work was in time, told late, is met after all: the event\'s own moment counts', () => {
  const [overdue] = markBreached([only(ticketClocks('A', '2026-03-03 09:10'), 'S-04')], at('2026-03-03 22:00'));
  expect(stopClocks('arrived', overdue === undefined ? [] : [overdue], at('2026-03-03 21:00'))[0]?.result).toBe('MET');
});

test('a stopped clock does not stop again', () => {
  const stopped = stopClocks('reached', ticketClocks('A', '2026-03-03 09:10'), at('2026-03-03 09:30'));
  expect(stopClocks('reached', stopped, at('2026-03-03 12:00'))).toEqual([]);
});

test('cancelling ends running clocks and keeps what is overdue as a breach', () => {
  const ended = cancelClocks(ticketClocks('B', '2026-03-04 08:00'), at('2026-03-04 10:00'));
  expect(Object.fromEntries(ended.map((clock) => [clock.ruleId, clock.result]))).toEqual({
    'S-01': 'BREACHED_DONE', 'S-05': 'BREACHED_DONE', 'S-06': 'CANCELLED', 'S-07': 'CANCELLED', 'S-42': 'CANCELLED',
  });
});

describe('lowering a class (TK-25)', () => {
  const received = at('2026-03-04 08:00');
  const before = ticketClocks('A', '2026-03-04 08:00');
  const marked = [...markBreached(before, at('2026-03-04 08:30')), ...before.filter((clock) => clock.dueAt >= '2026-03-04T08:30')];
  const changed = reclassify(marked, { from: 'A', to: 'B', effectiveAt: at('2026-03-04 08:30'), recordedAt: at('2026-03-04 08:30'), receivedAt: received, objectType: 'TICKET', objectId: 'FW-1', paid: false }, calendar, settings);
  test('new limits count from the first message', () => {
    expect(only(changed, 'S-06').dueAt).toBe(at('2026-03-04 12:00'));
  });
  test('breaches stay and are told apart; the rest is superseded', () => {
    expect(only(changed, 'S-02').result).toBe('BREACHED_DONE');
    expect(isAfterDowngrade(only(changed, 'S-02'), 'B')).toBe(true);
    expect(only(changed, 'S-03').result).toBe('SUPERSEDED');
    expect(changed.some((clock) => clock.ruleId === 'S-01')).toBe(false);
  });
});

test('work that was done before the class rose does not run again', () => {
  const changed = reclassify(ticketClocks('B', '2026-03-04 08:00'), { from: 'B', to: 'A', effectiveAt: at('2026-03-04 11:00'), recordedAt: at('2026-03-04 11:00'), receivedAt: at('2026-03-04 08:00'), objectType: 'TICKET', objectId: 'FW-1', paid: false, happened: { orderAccepted: at('2026-03-04 09:00') } }, calendar, settings);
  expect(only(changed, 'S-03').result).toBe('MET');
  expect(only(changed, 'S-04').result).toBe('RUNNING');
});

test('AMB-09: with the setting DEPARTED, class B is sent when the person leaves', () => {
  const departs = readSettings([{ settingId: '1', key: 'sla.B.stop', value: 'DEPARTED', unit: 'text', origin: 'ADDED', effectiveFrom: at('2026-01-01 00:00') }]);
  const clocks = ticketClocks('B', '2026-03-04 08:00');
  expect(stopClocks('orderAccepted', clocks, at('2026-03-04 09:00'), departs)).toEqual([]);
  expect(stopClocks('departed', clocks, at('2026-03-04 09:00'), departs).map((clock) => clock.ruleId)).toEqual(['S-06']);
  expect(stopClocks('departed', clocks, at('2026-03-04 09:00'))).toEqual([]);
});

test('a breach on record before the class rose by older facts lasted until the rise was recorded (TK-24, AMB-44)', () => {
  const before = ticketClocks('C', '2026-03-04 08:00').map((clock) => (clock.ruleId === 'S-08' ? { ...clock, result: 'BREACHED_OPEN' as const } : clock));
  const changed = reclassify(before, { from: 'C', to: 'A', effectiveAt: at('2026-03-04 11:00'), recordedAt: at('2026-03-06 15:00'), receivedAt: at('2026-03-04 08:00'), objectType: 'TICKET', objectId: 'FW-1', paid: false }, calendar, settings);
  expect(only(changed, 'S-08')).toMatchObject({ result: 'BREACHED_DONE', stopAt: at('2026-03-06 15:00') });
  expect(changed.filter((clock) => clock.result === 'SUPERSEDED').map((clock) => clock.stopAt)).toEqual([at('2026-03-04 11:00')]);
});

test('an agreed date without a time lasts until its 24:00, with a time until then (S-09)', () => {
  expect(only(start('dateAgreed', { at: at('2026-03-04 09:00'), severity: 'C', moments: { agreedDate: localDate('2026-03-06') } }), 'S-09').dueAt).toBe(at('2026-03-07 00:00'));
  expect(only(start('dateAgreed', { at: at('2026-03-04 09:00'), severity: 'C', moments: { agreedDate: at('2026-03-06 10:00') } }), 'S-09').dueAt).toBe(at('2026-03-06 10:00'));
});

test('a returned trip report has one more working day (3.5)', () => {
  expect(only(start('tripReturned', { at: at('2026-03-06 09:00'), cycle: '2' }), 'S-14').dueAt).toBe(at('2026-03-09 17:30'));
});

test('an urgent complaint is answered in 60 calendar minutes (S-33)', () => {
  const clocks = start('complaintReceived', { at: at('2026-03-07 22:00'), urgent: true });
  expect(only(clocks, 'S-33a').dueAt).toBe(at('2026-03-07 23:00'));
  expect(only(start('complaintReceived', { at: at('2026-03-06 16:30') }), 'S-33a').dueAt).toBe(at('2026-03-09 09:30'));
});

describe('pauses (4.4)', () => {
  const clock = only(ticketClocks('B', '2026-07-14 06:00'), 'S-07');
  const closed = (from: string, to: string | null) => ({ kind: 'SITE_CLOSED', fromAt: at(from), toAt: to === null ? null : at(to), newDue: null }) as const;
  test('overlapping pauses count once', () => {
    const paused = applyPauses(clock, [closed('2026-07-14 20:00', '2026-07-14 22:00'), closed('2026-07-14 21:00', '2026-07-14 23:00')], calendar, at('2026-07-15 00:00'));
    expect([paused.pausedMin, paused.dueAt]).toEqual([180, at('2026-07-15 09:00')]);
    expect(mergeStretches([{ from: at('2026-07-14 20:00'), to: at('2026-07-14 22:00') }, { from: at('2026-07-14 22:00'), to: null }])).toEqual([{ from: at('2026-07-14 20:00'), to: null }]);
  });
  test('while a pause lasts the clock stands and cannot become overdue', () => {
    const standing = applyPauses(clock, [closed('2026-07-14 20:00', null)], calendar, at('2026-07-20 00:00'));
    expect(standing.result).toBe('PAUSED');
    expect(markBreached([standing], at('2026-07-21 00:00'))).toEqual([]);
    expect(dueLevels(standing, { severity: 'B', calendar, settings, now: at('2026-07-21 00:00') })).toEqual([]);
  });
  test('a pause after the due moment changes nothing', () => {
    const late = applyPauses(clock, [closed('2026-07-15 07:00', '2026-07-15 09:00')], calendar, at('2026-07-15 10:00'));
    expect([late.dueAt, late.result]).toEqual([clock.dueAt, 'BREACHED_OPEN']);
  });
  test('applying the same pauses twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 600 })), { maxLength: 5 }), (pairs) => {
        const pauses = pairs.map(([from, length]) => ({ kind: 'FORCE_MAJEURE', fromAt: addMinutes(clock.startAt, from), toAt: addMinutes(clock.startAt, from + length), newDue: null }) as const);
        const now = addMinutes(clock.startAt, 5000);
        const once = applyPauses(clock, pauses, calendar, now);
        expect(applyPauses(once, pauses, calendar, now)).toEqual(once);
        expect(once.dueAt >= clock.dueAt).toBe(true);
      }),
    );
  });
  test.each([
    ['the rule never pauses', 'S-02', closed('2026-07-14 20:00', null), 'mail', '2026-07-14 20:10'],
    ['no evidence', 'S-07', closed('2026-07-14 20:00', null), ' ', '2026-07-14 20:10'],
    ['more than 60 minutes back', 'S-07', closed('2026-07-14 20:00', null), 'mail', '2026-07-14 21:01'],
    ['ends before it begins', 'S-07', closed('2026-07-14 20:00', '2026-07-14 19:00'), 'mail', '2026-07-14 20:10'],
    ['waiting for the customer is no reason for class B', 'S-07', { kind: 'WAIT_CUSTOMER', fromAt: at('2026-07-14 20:00'), toAt: null, newDue: null } as const, 'mail', '2026-07-14 20:10'],
  ])('refused: %s', (_why, rule, pause, evidence, recorded) => {
    expect(refusePause(rule, pause, evidence, at(recorded), settings)?.code).toBe('4.4');
  });
  test('accepted exactly 60 minutes back', () => {
    expect(refusePause('S-07', closed('2026-07-14 20:00', null), 'mail', at('2026-07-14 21:00'), settings)).toBeNull();
  });
});

describe('a year without its list (AMB-39)', () => {
  const short = calendarWith(defaultHolidays.filter((row) => row.date < '2026'));
  const begun = (event: ClockEvent, moment: string, severity: 'A' | 'B' | 'C' = 'C') => startClocks(event, facts({ severity, at: at(moment) }), short, settings);
  const again = (clocks: readonly SlaClock[], pauses: readonly Standstill[] = []) => recomputeClocks(clocks, () => pauses, short, calendar, settings, at('2025-12-31 17:10'));
  test('is noted on the clock and computed again when the list comes', () => {
    const clocks = begun('received', '2025-12-31 17:00');
    expect(clocks.map((row) => [row.dueAt, row.calendarVersion])).toEqual([[at('2026-01-01 09:00'), 'provisional']]);
    expect(again(clocks).map((row) => [row.dueAt, row.calendarVersion])).toEqual([[at('2026-01-04 09:00'), '2025+2026']]);
    expect(again(again(clocks))).toEqual([]);
  });
  test.each([
    ['working days', 'returned', '2026-02-13 18:00', 'S-14', '2026-02-17 17:30', '2026-02-24 17:30'],
    ['again, after a return', 'tripReturned', '2026-02-13 18:00', 'S-14', '2026-02-16 17:30', '2026-02-14 17:30'],
    ['a day of the month', 'monthEnded', '2026-10-01 00:00', 'S-30', '2026-10-05 17:30', '2026-10-10 17:30'],
    ['the end of a month', 'monthStarted', '2026-02-01 00:00', 'S-41', '2026-02-27 17:30', '2026-02-28 17:30'],
    ['minutes of office hours', 'partsSubmittedForApproval', '2026-02-13 17:00', 'S-20', '2026-02-16 17:00', '2026-02-14 17:00'],
  ] as const)('%s move with the list', (_what, event, moment, rule, provisionally, finally_) => {
    const [clock] = begun(event, moment).filter((row) => row.ruleId === rule);
    expect(clock?.dueAt).toBe(at(provisionally));
    expect(again(clock === undefined ? [] : [clock]).map((row) => row.dueAt)).toEqual([at(finally_)]);
  });
  test('never shortens what a customer was told, but notes the list', () => {
    // Provisionally the 14th is a Saturday off; by the list it is worked.
    const told = begun('received', '2026-02-14 10:00');
    expect(told[0]?.dueAt).toBe(at('2026-02-16 09:30'));
    expect(again(told).map((row) => [row.dueAt, row.calendarVersion])).toEqual([[at('2026-02-16 09:30'), '2026']]);
    const own = begun('partsSubmittedForApproval', '2026-02-14 10:00').filter((row) => row.ruleId === 'S-20');
    expect(again(own).map((row) => row.dueAt)).toEqual([at('2026-02-24 10:00')]);
  });
  test('what is measured by the calendar alone, has ended or is on record as missed stays', () => {
    expect(again(begun('received', '2025-12-31 17:00', 'A'))).toEqual([]);
    const [clock] = begun('received', '2025-12-31 17:00');
    if (clock === undefined) throw new Error('no clock');
    expect(again([{ ...clock, result: 'BREACHED_OPEN' }, { ...clock, stopAt: at('2025-12-31 17:05'), result: 'MET' }])).toEqual([]);
  });
  test('a pause is counted again by the new list', () => {
    const [clock] = begun('partsSubmittedForApproval', '2025-12-31 08:30').filter((row) => row.ruleId === 'S-20');
    const pause = { kind: 'FORCE_MAJEURE', fromAt: at('2025-12-31 16:30'), toAt: at('2025-12-31 17:30'), newDue: null } as const;
    const paused = clock === undefined ? [] : [applyPauses(clock, [pause], short, at('2025-12-31 17:10'))];
    expect(paused.map((row) => [row.dueAt, row.firstDueAt])).toEqual([[at('2026-01-01 09:30'), at('2025-12-31 17:30')]]);
    expect(again(paused, [pause]).map((row) => [row.dueAt, row.firstDueAt, row.pausedMin])).toEqual([[at('2026-01-04 09:30'), at('2025-12-31 17:30'), 60]]);
  });
});

describe('ladders (4.5)', () => {
  const levels = (rule: string, severity: 'A' | 'B' | 'C', received: string, now: string) =>
    dueLevels(only(ticketClocks(severity, received), rule), { severity, calendar, settings, now: at(now) });
  test('only class A reaches the general manager by S-01', () => {
    expect(levels('S-01', 'B', '2026-03-03 09:10', '2026-03-03 12:00').flatMap((level) => level.roles)).not.toContain('GM');
  });
  test('class C counts in office hours', () => {
    expect(levels('S-01', 'C', '2026-03-06 17:00', '2026-03-09 10:00').map((level) => level.at)).toEqual([at('2026-03-06 17:30'), at('2026-03-09 09:00'), at('2026-03-09 10:00')]);
  });
  test('N-43: levels before due warn, from due on they say missed', () => {
    expect(levels('S-06', 'B', '2026-03-03 08:00', '2026-03-03 14:00').map((level) => level.code)).toEqual(['N-43', 'N-43', 'N-44', 'N-44']);
  });
  test('S-08 goes to the deputy GM one working day after', () => {
    expect(levels('S-08', 'C', '2026-03-06 17:00', '2026-03-11 00:00').map((level) => [level.at, level.roles])).toEqual([
      [at('2026-03-09 05:00'), ['SUP']], [at('2026-03-09 11:00'), ['SUP']], [at('2026-03-09 17:00'), ['TSM']], [at('2026-03-10 17:00'), ['DGM']],
    ]);
  });
  test('S-11 reminds twice, tells the supervisor next morning, and TSM only on the second day in a row', () => {
    const [clock] = start('onSiteDate', { at: at('2026-03-07 00:00') });
    const circumstances = { severity: null, calendar, settings, now: at('2026-03-08 09:00') };
    const fired = (missed: boolean) => (clock === undefined ? [] : dueLevels(clock, { ...circumstances, previousDayMissed: missed }).map((level) => level.roles.join()));
    expect(fired(false)).toEqual(['ENG', 'ENG', 'SUP']);
    expect(fired(true)).toEqual(['ENG', 'ENG', 'SUP', 'TSM']);
  });
  test('4.6: of an agreed target the shares are shares of the way to it', () => {
    const agreed = { signed: at('2026-03-03 16:00'), startTarget: at('2026-03-04 08:00') };
    const [clock] = start('agreementSigned', { severity: 'A', paid: true, at: agreed.signed, only: ['S-03'], moments: { startTarget: agreed.startTarget } });
    const fired = clock === undefined ? [] : dueLevels(clock, { severity: 'A', calendar, settings, now: at('2026-03-04 08:00') });
    expect(fired.map((level) => [level.at, level.roles])).toEqual([[at('2026-03-04 00:00'), ['SUP', 'TSM']], [at('2026-03-04 04:00'), ['DGM']], [at('2026-03-04 08:00'), ['GM', 'EDGM', 'DGM']]]);
  });
  test('a working-day rule warns the working day before', () => {
    const [clock] = start('partReceivedByQuality', { at: at('2026-04-03 17:00') });
    const fired = clock === undefined ? [] : dueLevels(clock, { severity: null, calendar, settings, now: at('2026-04-20 00:00') });
    expect(fired.map((level) => [level.at, level.roles])).toEqual([[at('2026-04-10 09:00'), ['OWNER']], [at('2026-04-13 17:30'), ['OWNER', 'OWNER_MANAGER']], [at('2026-04-14 17:30'), ['TSM']]]);
  });
});

describe('a clock explains itself in both languages', () => {
  const clock = only(ticketClocks('B', '2026-07-14 06:00'), 'S-07');
  const storm = { kind: 'FORCE_MAJEURE', fromAt: at('2026-07-14 20:00'), toAt: at('2026-07-15 04:30'), newDue: null } as const;
  test('running: what is counted and what is left', () => {
    const told = explainClock(only(ticketClocks('A', '2026-03-03 09:10'), 'S-03'), calendar, at('2026-03-03 09:40'));
    expect(told).toEqual({
      zh: 'S-03 特急：安排人员：自 2026-03-03 09:10 起，日历时钟 120 分钟，截止 2026-03-03 11:10，已计 30 分钟，剩余 90 分钟（依据 R-257, AMB-09）。进行中。',
      en: 'S-03 Class A: staff arranged: started 2026-03-03 09:10, due 2026-03-03 11:10, 120 minutes of calendar time, 30 minutes counted, 90 left (R-257, AMB-09). Running.',
    });
  });
  test('paused: by how much, and when it was first due', () => {
    expect(explainClock(applyPauses(clock, [storm], calendar, at('2026-07-15 05:00')), calendar, at('2026-07-15 05:00')).en)
      .toContain('870 minutes counted, 570 left, put off by a pause, paused for 510 minutes, first due 2026-07-15 06:00');
  });
  test('corrected, missed and why', () => {
    const [late] = stopClocks('arrived', [clock], at('2026-07-15 07:00'));
    const [corrected] = correctClocks(late === undefined ? [] : [{ ...late, breachReason: 'TRAVEL' }], { event: 'arrived', before: at('2026-07-15 07:00'), after: at('2026-07-15 06:30') }, calendar);
    expect(corrected === undefined ? '' : explainClock(corrected, calendar, at('2026-07-16 05:00')).zh).toContain('时间已更正（原 2026-07-15 07:00）（依据 R-261, AMB-10）。超时完成，2026-07-15 06:30 结束，原因：交通。');
  });
});

describe('a wrong time is corrected (4.4 no. 8, A-44)', () => {
  const clock = only(ticketClocks('B', '2026-07-14 06:00'), 'S-07');
  test.each([
    ['a late one that was in time after all', '2026-07-15 07:00', '2026-07-15 06:00', 'MET'],
    ['one in time that was late', '2026-07-15 05:00', '2026-07-15 06:01', 'BREACHED_DONE'],
  ])('%s', (_what, before, after, result) => {
    const [corrected] = correctClocks(stopClocks('arrived', [clock], at(before)), { event: 'arrived', before: at(before), after: at(after) }, calendar);
    expect(corrected).toMatchObject({ result, stopAt: at(after), correctedFrom: at(before) });
  });
  test('S-10 counts from the right arrival', () => {
    const [report] = start('arrived', { at: at('2026-07-15 05:00') }).filter((row) => row.ruleId === 'S-10');
    const [corrected] = correctClocks(report === undefined ? [] : [{ ...report, result: 'BREACHED_OPEN' }], { event: 'arrived', before: at('2026-07-15 05:00'), after: at('2026-07-15 05:30') }, calendar);
    expect(corrected).toMatchObject({ startAt: at('2026-07-15 05:30'), dueAt: at('2026-07-15 06:30'), result: 'RUNNING', correctedFrom: at('2026-07-15 05:00') });
  });
  test('a clock that another moment stopped stays', () => {
    expect(correctClocks(stopClocks('arrived', [clock], at('2026-07-15 05:00')), { event: 'arrived', before: at('2026-07-15 04:00'), after: at('2026-07-15 04:30') }, calendar)).toEqual([]);
  });
});

test('random moments: a started clock is never due before it starts', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 600_000 }), fc.constantFrom('A', 'B', 'C'), (minute, severity) => {
    const moment = someMoment(minute);
    for (const clock of [...start('received', { severity, at: moment }), ...start('classified', { severity, at: moment })]) expect(clock.dueAt >= clock.startAt).toBe(true);
  }), { numRuns: 300 });
});
