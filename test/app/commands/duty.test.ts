import { dutyRoster, slaClocks, type Notice } from '../../../sheets-templates';
import { instant, localDate } from '../../../src/terms';
import { rosterGaps } from '../../../src/tickets';
import { World } from '../world';

const fullDay = { shift: 'FULL', primary: '工程师甲', backup: 'ST-007' };
const clock = (world: World) => world.all(slaClocks).map(({ objectId, ruleId, cycle, dueAt, result, stopAt }) => [objectId, ruleId, cycle, dueAt, result, stopAt]);
const nightly = (world: World, date: string): World => { world.at(`${date} 00:10`).run('system', 'sweep.duty', date); return world; };
const told = (world: World, at: string): readonly Notice[] => {
  const before = world.notices().length;
  world.at(at).run('system', 'sweep.escalate', '');
  return world.notices().slice(before);
};

/** This week is on the roster; 2 March 2026 is a Monday. */
const kept = (): World => {
  const world = new World().at('2026-03-02 09:00');
  world.run('sup', 'duty.plan', '', { fromDate: '2026-03-02', toDate: '2026-03-08', ...fullDay });
  return world;
};

describe('S-49, R-163: next week’s duty roster', () => {
  test('S-49: the clock runs from the week’s start to 17:30 of its last working day, once however often the night comes', () => {
    const world = nightly(nightly(kept(), '2026-03-03'), '2026-03-04');
    expect(clock(world)).toEqual([['duty-2026-03-09', 'S-49', '2026-03-02', instant('2026-03-06 17:30'), 'RUNNING', null]]);
    world.at('2026-03-05 10:00').run('sup', 'duty.plan', '', { fromDate: '2026-03-09', toDate: '2026-03-14', ...fullDay });
    expect(clock(world)[0]?.[4]).toBe('RUNNING');
    expect(JSON.stringify(world.ask('sup', 'duty.plan', '', { fromDate: '2026-03-12', ...fullDay }))).toContain('下周还缺：2026-03-15');
    world.run('sup', 'duty.plan', '', { fromDate: '2026-03-15', shift: 'DAY', primary: 'ST-006', backup: 'ST-007' });
    world.run('sup', 'duty.plan', '', { fromDate: '2026-03-15', shift: 'NIGHT', primary: 'ST-007', backup: 'ST-006' });
    expect(clock(world)[0]?.slice(4)).toEqual(['MET', instant('2026-03-05 10:00')]);
  });

  test('S-49, N-53: not made in time, supervisor, his manager and a working day later the manager hear of it', () => {
    const world = nightly(kept(), '2026-03-03');
    expect(told(world, '2026-03-06 17:31').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-003', 'ST-004']);
    expect(clock(world)[0]?.[4]).toBe('BREACHED_OPEN');
    world.at('2026-03-07 09:00').run('sup', 'duty.plan', '', { fromDate: '2026-03-09', toDate: '2026-03-15', ...fullDay });
    expect(clock(world)[0]?.[4]).toBe('BREACHED_DONE');
  });

  test('S-49: nothing runs where no roster is kept, nor where next week is on it already; what was typed into the tab ends it too', () => {
    expect(clock(nightly(new World(), '2026-03-03'))).toEqual([]);
    const world = nightly(kept(), '2026-03-03');
    for (let day = 9; day <= 15; day += 1) world.add(dutyRoster, { dutyId: `DR-${day}`, date: localDate(`2026-03-${String(day).padStart(2, '0')}`), shift: 'FULL', primary: 'ST-006', backup: 'ST-007', phone: '1', acknowledgedAt: null });
    expect(clock(nightly(world, '2026-03-05'))[0]?.[4]).toBe('MET');
    expect(clock(nightly(world, '2026-03-06'))).toHaveLength(1);
  });

  test('R-163: a day that is on the roster changes, the phone is the primary’s unless another is given', () => {
    const world = kept();
    world.run('sup', 'duty.plan', '', { fromDate: '2026-03-03', shift: 'FULL', primary: 'ST-007', backup: 'ST-006', phone: '400-1' });
    const days = world.all(dutyRoster);
    expect([days.length, days[0]?.phone, days[1]?.primary, days[1]?.phone]).toEqual([7, '021-5550100', 'ST-007', '400-1']);
    expect(rosterGaps(days, localDate('2026-03-02'))).toEqual([]);
  });

  test('R-163, N-53: who is on duty confirms the shifts of the coming week at once; a changed shift asks again', () => {
    const world = kept();
    expect(world.refusal('sup', 'duty.confirm', 'DR-20260303-FULL')).toBe('ROLE');
    world.run('eng', 'duty.confirm', 'DR-20260303-FULL');
    expect(world.all(dutyRoster).map(({ acknowledgedAt }) => acknowledgedAt)).toEqual(Array.from({ length: 7 }, () => instant('2026-03-02 09:00')));
    world.run('sup', 'duty.plan', '', { fromDate: '2026-03-04', shift: 'FULL', primary: 'ST-007', backup: 'ST-006' });
    expect(world.all(dutyRoster).filter(({ acknowledgedAt }) => acknowledgedAt === null).map(({ date }) => date)).toEqual(['2026-03-04']);
  });

  test('N-53: a shift that begins tomorrow unconfirmed is told to supervisor and manager once, however often the night’s jobs come; a confirmed one is not', () => {
    const world = nightly(nightly(kept(), '2026-03-03'), '2026-03-03');
    const unconfirmed = () => world.notices().filter(({ code }) => code === 'N-53').map(({ key }) => key);
    expect(unconfirmed()).toEqual(['N-53/DR-20260304-FULL/1/ST-004', 'N-53/DR-20260304-FULL/1/ST-003']);
    world.at('2026-03-03 09:00').run('eng', 'duty.confirm', 'DR-20260305-FULL');
    nightly(world, '2026-03-04');
    expect(unconfirmed()).toHaveLength(2);
  });

  test.each([
    ['somebody else', 'tsm', fullDay, 'ROLE'],
    ['one person as both', 'sup', { ...fullDay, backup: 'ST-006' }, 'R-163'],
    ['a person who is not there', 'sup', { ...fullDay, backup: '某人' }, 'R-163'],
    ['a day that has passed', 'sup', { ...fullDay, fromDate: '2026-03-01' }, 'R-163'],
    ['more than two months', 'sup', { ...fullDay, toDate: '2026-06-01' }, 'R-163'],
  ] as const)('R-163 refuses %s', (_what, who, raw, code) => {
    expect(new World().at('2026-03-02 09:00').refusal(who, 'duty.plan', '', { fromDate: '2026-03-09', ...raw })).toBe(code);
  });
});
