import fc from 'fast-check';
import { acceptances, contactAttempts, contacts, customers, dispatchOrders, dutyRoster, seen, slaClocks, tickets, type ContactAttempt, type Notice, type SlaClock } from '../../../sheets-templates';
import { addMinutes, instant, isRefusal, localDate } from '../../../src/terms';
import { makeContact, makeCustomer, makeOrder, makeTicket } from '../make-rows';
import { World } from '../world';
import { ticketClocks } from '../../deadlines/office';

const id = 'TK-20260303-001';
const of = (clocks: readonly SlaClock[], objectId = id): readonly SlaClock[] => clocks.map((clock) => ({ ...clock, objectId, clockId: clock.clockId.replace(clock.objectId, objectId) }));

const office = (): World =>
  new World().add(customers, makeCustomer()).add(contacts, makeContact()).add(dutyRoster, { dutyId: 'DR-1', date: localDate('2026-03-03'), shift: 'FULL', primary: 'ST-007', backup: 'ST-006', phone: '1', acknowledgedAt: null });

/** SV-01, nothing done: class A received 2026-03-03 09:10. The level of S-02's start was the alarm itself. */
const classA = (): World =>
  office().add(tickets, makeTicket({ severity: 'A', severityClaimed: 'A', engineerLead: 'ST-006' }))
    .add(slaClocks, ...of(ticketClocks('A', '2026-03-03 09:10')).map((clock) => (clock.ruleId === 'S-02' ? { ...clock, lastLevelFired: 1 } : clock)));

const sweep = (world: World, at: string): readonly Notice[] => {
  const before = new Set(world.notices().map((notice) => notice.noticeId));
  world.at(at).run('system', 'sweep.escalate', '');
  return world.notices().filter((notice) => !before.has(notice.noticeId));
};

const told = (notices: readonly Notice[], rule: string): readonly string[] => notices.filter((notice) => JSON.stringify(notice.body).includes(`（${rule}，`)).map((notice) => notice.toStaff ?? 'customer').sort();
const clock = (world: World, rule: string): SlaClock | undefined => world.all(slaClocks).find((row) => row.ruleId === rule);

describe('4.5 the escalation ladder', () => {
  test('SV-50: the levels of a class A ticket with nothing done, to the minute and to the person', () => {
    const world = classA();
    expect(sweep(world, '2026-03-03 09:24')).toEqual([]);
    expect(told(sweep(world, '2026-03-03 09:25'), 'S-02')).toEqual(['ST-003', 'ST-004']);
    expect(told(sweep(world, '2026-03-03 09:40'), 'S-01')).toEqual(['ST-004', 'ST-006']);
    const half = sweep(world, '2026-03-03 10:10');
    expect(told(half, 'S-01')).toEqual(['ST-003', 'ST-004']);
    expect(told(half, 'S-03')).toEqual(['ST-003', 'ST-004']);
    const deputies = sweep(world, '2026-03-03 10:40');
    expect([told(deputies, 'S-01'), told(deputies, 'S-03')]).toEqual([['ST-002'], ['ST-002']]);
    const missed = sweep(world, '2026-03-03 11:10');
    expect([told(missed, 'S-01'), told(missed, 'S-03')]).toEqual([['ST-001'], ['ST-001', 'ST-002']]);
    expect(told(sweep(world, '2026-03-03 12:10'), 'S-03')).toEqual(['ST-001', 'ST-002']);
    expect(told(sweep(world, '2026-03-03 13:10'), 'S-03')).toEqual(['ST-001', 'ST-002']);
    expect(told(sweep(world, '2026-03-03 15:10'), 'S-04')).toEqual(['ST-004', 'ST-006']);
  });

  test('0.3: a breach is dated at its due moment and shown as overdue; N-44 from then on, P1', () => {
    const world = classA();
    const notices = sweep(world, '2026-03-03 11:27');
    expect(clock(world, 'S-03')).toMatchObject({ result: 'BREACHED_OPEN', dueAt: instant('2026-03-03 11:10') });
    expect(clock(world, 'S-04')?.result).toBe('RUNNING');
    expect(notices.every((notice) => notice.code === 'N-44' && notice.priority === 'P1')).toBe(true);
  });

  test('a late sweep sends one message a person with everything that person missed', () => {
    const world = classA();
    const notices = sweep(world, '2026-03-03 12:30');
    const people = notices.map((notice) => notice.toStaff);
    expect(new Set(people).size).toBe(people.length);
    const supervisor = JSON.stringify(notices.find((notice) => notice.toStaff === 'ST-004')?.body);
    for (const rule of ['S-01', 'S-02', 'S-03']) expect(supervisor).toContain(rule);
    expect(sweep(world, '2026-03-03 12:31')).toEqual([]);
  });

  test('nothing due changes nothing', () => {
    const world = classA().at('2026-03-03 09:11');
    const decided = world.ask('system', 'sweep.escalate', '');
    expect(isRefusal(decided) ? null : decided.changes).toEqual([]);
  });

  test('every level fires once, however often and however late the sweep runs', () => {
    const start = instant('2026-03-03 09:10');
    const levels = (world: World): readonly (readonly [string, number])[] => world.all(slaClocks).map((row) => [row.ruleId, row.lastLevelFired]);
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 12 }), (minutes) => {
      const often = classA();
      for (const minute of [...minutes].sort((one, other) => one - other)) sweep(often, addMinutes(start, minute));
      sweep(often, addMinutes(start, 901));
      const once = classA();
      sweep(once, addMinutes(start, 901));
      expect(levels(often)).toEqual(levels(once));
      const keys = often.notices().map((notice) => notice.key);
      expect(new Set(keys).size).toBe(keys.length);
    }), { numRuns: 40 });
  });

  test('S-19, S-14: an engineer\'s deadline speaks to that engineer, then to the manager', () => {
    const world = office().add(tickets, makeTicket({ severity: 'A' })).add(dispatchOrders, makeOrder({ status: 'ISSUED' }));
    const [answer] = of(ticketClocks('A', '2026-03-03 10:00').filter((row) => row.ruleId === 'S-02'), 'PG-20260303-01');
    if (answer === undefined) throw new Error('no clock');
    world.add(slaClocks, { ...answer, objectType: 'DISPATCH', ruleId: 'S-19', clockId: 'PG-20260303-01/S-19/1' });
    expect(sweep(world, '2026-03-03 10:12').map((notice) => notice.toStaff)).toEqual(['ST-006']);
    expect(sweep(world, '2026-03-03 10:15').map((notice) => notice.toStaff)).toEqual(['ST-006', 'ST-003']);
  });

  test('S-11: each date on site gets its own daily report, asked for at 17:30 and 20:30', () => {
    const world = office().add(tickets, makeTicket({ status: 'ON_SITE' })).add(dispatchOrders, makeOrder({ status: 'WORKING', arrivedAt: instant('2026-03-04 10:00') }));
    sweep(world, '2026-03-04 12:00');
    expect(world.all(slaClocks).map((row) => row.clockId)).toEqual(['PG-20260303-01/S-11/2026-03-04']);
    expect(sweep(world, '2026-03-04 17:30')).toMatchObject([{ code: 'N-45', toStaff: 'ST-006' }]);
    sweep(world, '2026-03-05 00:10');
    expect(world.all(slaClocks).map((row) => [row.cycle, row.result])).toEqual([['2026-03-04', 'BREACHED_OPEN'], ['2026-03-05', 'RUNNING']]);
  });

  test('S-46: the customer is reminded to sign, and the count is kept', () => {
    const world = office().add(tickets, makeTicket({ status: 'REPAIRED', resolvedAt: instant('2026-03-03 10:00') })).add(acceptances, {
      acceptanceId: 'AC-0001', ticketId: id, orderId: null, workSummary: '更换', partsReplaced: [], functionTest: 'PASS', explained: true, advice: '无', chargeSummary: null, signerName: '', signerPhoneLast4: null,
      method: 'TOKEN_PAGE', evidence: null, result: 'NO_RESPONSE', rejectReason: null, signedAt: null, remindCount: 0,
    });
    const [base] = of(ticketClocks('C', '2026-03-03 10:00').filter((row) => row.ruleId === 'S-08'));
    if (base === undefined) throw new Error('no clock');
    world.add(slaClocks, { ...base, ruleId: 'S-46', clockId: `${id}/S-46/1`, clockMode: 'FIX', durationMin: null, dueAt: instant('2026-03-10 17:30') });
    expect(sweep(world, '2026-03-04 17:30').some((notice) => notice.toAddress === 'customer@example.org')).toBe(true);
    expect(world.get(acceptances, 'AC-0001').remindCount).toBe(1);
  });

  test('only the system sweeps', () => { expect(classA().refusal('tsm', 'sweep.escalate', '')).toBe('ROLE'); });
});

describe('TK-2 keep trying', () => {
  const failed = (at: string): ContactAttempt => ({ attemptId: `CA-${at}`, ticketId: id, purpose: 'FIRST', at: instant(at), byStaff: 'ST-004', toParty: 'CUSTOMER', channel: 'PHONE', outcome: 'NO_ANSWER', content: null, recordedAt: instant(at) });
  const tried = (severity: 'B' | 'C', received: string, attempt: string): World =>
    office().add(tickets, makeTicket({ status: 'NEW', severity: null, severityClaimed: severity, receivedAt: instant(received) })).add(contactAttempts, failed(attempt))
      .add(slaClocks, ...of(ticketClocks(severity, received)).filter((row) => row.ruleId === 'S-01').map((row) => ({ ...row, lastLevelFired: 9 })));
  const reminders = (world: World, at: string): number => sweep(world, at).filter((notice) => notice.key.includes('retry')).length;

  test('a reminder 15 minutes after each failed attempt of an urgent request', () => {
    const world = tried('B', '2026-03-03 09:10', '2026-03-03 09:20');
    expect([reminders(world, '2026-03-03 09:34'), reminders(world, '2026-03-03 09:35'), reminders(world, '2026-03-03 09:45'), reminders(world, '2026-03-03 09:50')]).toEqual([0, 1, 0, 1]);
    world.add(contactAttempts, failed('2026-03-03 09:52'));
    expect([reminders(world, '2026-03-03 10:05'), reminders(world, '2026-03-03 10:07')]).toEqual([0, 1]);
    world.add(contactAttempts, { ...failed('2026-03-03 10:08'), outcome: 'REACHED' });
    expect(reminders(world, '2026-03-03 11:30')).toBe(0);
  });

  test('after a week, when marks are thrown away, the reminder of that day is a notice of its own', () => {
    const world = tried('B', '2026-03-03 09:10', '2026-03-03 09:20');
    expect(reminders(world, '2026-03-03 09:35')).toBe(1);
    world.at('2026-03-12 02:00').run('system', 'sweep.archive', '');
    expect(reminders(world, '2026-03-12 09:00')).toBe(1);
    expect(new Set(world.notices('N-43').filter(({ key }) => key.includes('retry')).map(({ key }) => key.replace(/ST-\d+$/, ''))).size).toBe(2);
  });

  test('class C: after 60 minutes of office hours', () => {
    const world = tried('C', '2026-03-03 16:50', '2026-03-03 17:00');
    expect([reminders(world, '2026-03-03 19:00'), reminders(world, '2026-03-04 08:59'), reminders(world, '2026-03-04 09:00')]).toEqual([0, 0, 1]);
    expect(world.all(seen)).toHaveLength(1);
  });

  test('no attempt, no reminder to try again', () => {
    const world = tried('B', '2026-03-03 09:10', '2026-03-03 09:20');
    world.set(contactAttempts, 'CA-2026-03-03 09:20', { ticketId: 'TK-other' });
    expect(reminders(world, '2026-03-03 10:00')).toBe(0);
  });
});

