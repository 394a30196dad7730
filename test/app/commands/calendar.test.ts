import { holidays, seen, slaClocks, slaPauses, tickets, type SlaClock } from '../../../sheets-templates';
import { calendarDesk } from '../../../src/app/desk/deadlines';
import { ticketsDesk } from '../../../src/app/desk/tickets';
import { startClocks, type ClockEvent } from '../../../src/deadlines';
import { instant } from '../../../src/terms';
import { calendar, facts, settings } from '../../deadlines/office';
import { makeStaff, makeTicket } from '../make-rows';
import { World } from '../world';

const id = 'TK-20261230-001';
const adm = makeStaff('ST-020', '管理员', ['ADM']);
const clocksOf = (event: ClockEvent, at: string): readonly SlaClock[] => startClocks(event, facts({ objectId: id, severity: 'C', at: instant(at) }), calendar, settings);
const due = (world: World, rule: string): string | undefined => world.all(slaClocks).find((row) => row.ruleId === rule)?.dueAt.slice(0, 16).replace('T', ' ');

/** Days off, statutory days and days worked in exchange of an invented 2027, in the form that people paste. */
const list2027 = `
元旦 2027-01-01~2027-01-03 法定 2027-01-01
春节 2027-02-05~2027-02-11 法定 2027-02-05 2027-02-06 2027-02-07 2027-02-08 上班 2027-01-31 2027-02-20
清明节 2027-04-03~2027-04-05 法定 2027-04-05
劳动节 2027-05-01~2027-05-05 法定 2027-05-01,2027-05-02 上班 2027-05-08
端午节 2027-06-09 法定 2027-06-09
中秋节、国庆节 2027-09-15 法定 2027-09-15
国庆节 2027-10-01至2027-10-07 法定 2027-10-01 2027-10-02 2027-10-03 上班 2027-09-26、2027-10-09`;

const yearEnd = (...clocks: readonly SlaClock[]): World => new World().at('2026-12-30 16:45').add(tickets, makeTicket({ ticketId: id, severity: 'C', receivedAt: instant('2026-12-30 16:45') })).add(slaClocks, ...clocks);

describe('AMB-39: the year\'s list comes late', () => {
  const provisional = (): World => yearEnd(...clocksOf('partsSubmittedForApproval', '2026-12-31 17:00'), ...clocksOf('received', '2026-12-31 17:00'));

  test('deadlines in it are provisional, on the row and on the desk, and are counted anew when it is loaded', () => {
    const world = provisional();
    expect(world.all(slaClocks).map((row) => [row.ruleId, row.calendarVersion])).toEqual([['S-20', 'provisional'], ['S-01', 'provisional']]);
    expect(JSON.stringify(world.desk(ticketsDesk, 'sup')[0]?.facts)).toContain('暂定，节假日未载入');
    expect(world.desk(calendarDesk, 'tsm')).toMatchObject([{ title: '2027', offers: [{ command: 'calendar.loadYear' }] }]);
    expect(world.desk(calendarDesk, 'sup')).toMatchObject([{ title: '2027', offers: [] }]);
    expect([due(world, 'S-20'), due(world, 'S-01')]).toEqual(['2027-01-01 17:00', '2027-01-01 09:00']);
    const reply = world.ask('tsm', 'calendar.loadYear', 'calendar/2027', { list: list2027, source: '通知' });
    expect(JSON.stringify(reply)).toContain('2027 年：放假 27 天，法定 13 天，调休上班 5 天');
    world.run('tsm', 'calendar.loadYear', 'calendar/2027', { list: list2027, source: '通知' });
    expect([due(world, 'S-20'), due(world, 'S-01')]).toEqual(['2027-01-04 17:00', '2027-01-04 09:00']);
    expect(world.all(slaClocks).every((row) => row.calendarVersion === '2026+2027')).toBe(true);
    expect(world.desk(calendarDesk, 'tsm')).toEqual([]);
  });

  test('N-58 from 1 December, mornings, to administrator and manager, once a week until it is there', () => {
    const world = new World().add(slaClocks, ...clocksOf('received', '2026-11-30 10:00').map((row): SlaClock => ({ ...row, stopAt: row.startAt, result: 'MET' })));
    const told = (at: string): readonly (string | null)[] => {
      const before = world.notices('N-58').length;
      world.at(at).run('system', 'sweep.escalate', '');
      return world.notices('N-58').slice(before).map((notice) => notice.toStaff);
    };
    expect(told('2026-11-30 23:55')).toEqual([]);
    expect(told('2026-12-01 08:29')).toEqual([]);
    expect(told('2026-12-01 08:30')).toEqual(['ST-003']);
    expect(told('2026-12-07 08:30')).toEqual([]);
    expect(told('2026-12-08 08:30')).toEqual(['ST-003']);
    expect(world.all(seen)).toHaveLength(1);
    world.run('tsm', 'calendar.loadYear', '', { list: list2027, source: '通知' });
    expect(told('2026-12-15 08:30')).toEqual([]);
    expect(told('2027-12-01 08:30')).toEqual(['ST-003']);
  });

  test.each([
    ['two years at once', '元旦 2027-01-01 法定 2027-01-01\n元旦 2028-01-01 法定 2028-01-01'],
    ['without its statutory days', '元旦 2027-01-01~2027-01-03'],
    ['a statutory day that is worked', '元旦 2027-01-01~2027-01-03 法定 2027-01-05'],
    ['a Wednesday worked in exchange', '元旦 2027-01-01~2027-01-03 法定 2027-01-01 上班 2027-01-06'],
    ['a date that is none', '元旦 2027-02-30'],
    ['a holiday of a year', '元旦 2027-01-01~2027-12-31'],
    ['only a name', '元旦'],
  ])('a list is refused: %s', (_why, list) => {
    expect(yearEnd().refusal('tsm', 'calendar.loadYear', '', { list, source: '通知' })).toBe('CAL-6');
  });
});

describe('4.1: the list is people\'s to keep', () => {
  test('a day added, given hours, and removed again: open clocks follow, what the customer was told gets no shorter', () => {
    const world = new World().at('2026-03-06 16:30').add(tickets, makeTicket({ ticketId: id })).add(slaClocks, ...clocksOf('partsSubmittedForApproval', '2026-03-06 16:30'), ...clocksOf('received', '2026-03-06 17:00'));
    expect([due(world, 'S-20'), due(world, 'S-01')]).toEqual(['2026-03-09 16:30', '2026-03-09 09:00']);
    world.run('tsm', 'calendar.setDay', '', { date: '2026-03-09', kind: 'HOLIDAY', name: '厂庆' });
    expect([due(world, 'S-20'), due(world, 'S-01')]).toEqual(['2026-03-10 16:30', '2026-03-10 09:00']);
    expect(world.get(holidays, '2026-03-09')).toMatchObject({ kind: 'HOLIDAY', name: '厂庆', isStatutory: false, source: 'ST-003' });
    world.run('tsm', 'calendar.setDay', '2026-03-07', { kind: 'ADJUSTED_WORKDAY', hours: '09:00-12:00, 13:00-15:00' });
    expect([due(world, 'S-20'), due(world, 'S-01')]).toEqual(['2026-03-10 11:30', '2026-03-10 09:00']);
    world.run('tsm', 'calendar.removeDay', '', { date: '2026-03-09' });
    expect(due(world, 'S-20')).toBe('2026-03-09 11:30');
    world.run('tsm', 'calendar.setDay', '2026-03-07', { hours: '-' });
    expect([world.get(holidays, '2026-03-07').hours, due(world, 'S-20')]).toEqual([null, '2026-03-07 16:30']);
  });

  test('a pause stays counted', () => {
    const world = new World().at('2026-03-06 16:30').add(tickets, makeTicket({ ticketId: id, severity: 'C' }))
      .add(slaClocks, ...clocksOf('classified', '2026-03-06 10:00').filter((row) => row.ruleId === 'S-08'))
      .add(slaPauses, { pauseId: 'ZT-1', ticketId: id, rules: ['S-08'], kind: 'WAIT_CUSTOMER', fromAt: instant('2026-03-06 12:00'), toAt: instant('2026-03-06 14:00'), newDue: null, evidence: 'x', approvalId: '-', status: 'APPROVED' });
    world.run('tsm', 'calendar.setDay', '', { date: '2026-03-09', kind: 'HOLIDAY', name: '厂庆' });
    expect(due(world, 'S-08')).toBe('2026-03-10 12:00');
  });

  test.each([
    ['hours that cannot be read', '2026-03-09', { hours: 'morning' }, 'CAL-3'],
    ['hours of no length', '2026-03-09', { hours: '09:00-09:00' }, 'CAL-3'],
    ['hours on a day off', '2026-10-01', { hours: '09:00-12:00' }, 'CAL-4'],
    ['nothing said', '2026-03-09', {}, 'CAL-2'],
    ['no date', '', { kind: 'HOLIDAY' }, 'CAL-2'],
  ])('refused: %s', (_why, date, input, code) => {
    expect(new World().refusal('tsm', 'calendar.setDay', date, input)).toBe(code);
  });

  test('not so many holidays that nothing could ever fall due', () => {
    const world = new World().at('2026-06-01 09:00');
    const refused: string[] = [];
    for (let day = 1; day <= 31 && refused.length === 0; day += 1) {
      for (const month of ['07', '08']) {
        const date = `2026-${month}-${String(day).padStart(2, '0')}`;
        const code = world.refusal(adm, 'calendar.setDay', date, { kind: 'HOLIDAY' });
        if (code === null) world.run(adm, 'calendar.setDay', date, { kind: 'HOLIDAY' });
        else refused.push(code);
      }
    }
    expect([...new Set(refused)]).toEqual(['CAL-5']);
  });

  test('only administrator and manager', () => {
    for (const who of ['sup', 'gm', 'eng'] as const) expect(new World().refusal(who, 'calendar.setDay', '2026-03-09', { kind: 'HOLIDAY' })).toBe('ROLE');
    expect(new World().refusal(adm, 'calendar.setDay', '2026-03-09', { kind: 'HOLIDAY' })).toBeNull();
  });
});
