import { approvals, corrections, dispatchOrders, partsLines, partsRequests, slaClocks, slaPauses, tickets, type SlaClock } from '../../../sheets-templates';
import { ticketsDesk } from '../../../src/app/desk/tickets';
import { instant } from '../../../src/terms';
import { makeOrder, makePartsLine, makePartsRequest, makeTicket } from '../make-rows';
import { World } from '../world';
import { ticketClocks } from '../../deadlines/office';

const id = 'TK-20260303-001';
const own = (clocks: readonly SlaClock[]): readonly SlaClock[] => clocks.map((clock) => ({ ...clock, objectId: id, clockId: clock.clockId.replace(clock.objectId, id) }));

/** A classified ticket received at a moment, its clocks running. */
const running = (severity: 'A' | 'B' | 'C', received: string): World =>
  new World().at(received).add(tickets, makeTicket({ severity, severityClaimed: severity, receivedAt: instant(received), severityEffectiveAt: instant(received), engineerLead: 'ST-006' })).add(slaClocks, ...own(ticketClocks(severity, received)));

const clock = (world: World, rule: string, last = true): SlaClock | undefined => world.all(slaClocks).filter((row) => row.ruleId === rule)[last ? 'pop' : 'shift']();
const pending = (world: World): string => world.all(approvals).find((row) => row.status === 'PENDING')?.approvalId ?? '';
const decide = (world: World, decision = 'APPROVED', who: 'tsm' | 'dgm' = 'tsm'): string => world.run(who, 'approval.decide', pending(world), { decision, comment: '见附件' });
const offered = (world: World, who: 'sup' | 'eng' | 'tsm' | 'clk'): readonly string[] => world.desk(ticketsDesk, who).flatMap((item) => item.offers).map(({ command }) => command).filter((command) => command.startsWith('deadline.'));
const evidence = 'WX-截图-0304';

describe('4.4 no. 2: the customer asks for a later time', () => {
  test('SV-34: the arrival moves to the customer\'s time, with evidence; S-03 stays; the manager is told, not asked', () => {
    const world = running('A', '2026-03-04 09:00').at('2026-03-04 11:00');
    expect(world.refusal('sup', 'deadline.defer', id, { newDue: '2026-03-05 08:00' })).toBe('INPUT');
    world.run('sup', 'deadline.defer', id, { newDue: '2026-03-05 08:00', evidence });
    expect(clock(world, 'S-04')).toMatchObject({ dueAt: instant('2026-03-05 08:00'), firstDueAt: instant('2026-03-04 21:00'), dueBasis: 'OVERRIDE', result: 'RUNNING' });
    expect(clock(world, 'S-03')?.dueAt).toBe(instant('2026-03-04 11:00'));
    expect(world.all(approvals)).toEqual([]);
    expect(world.notices('N-05').map((notice) => notice.toStaff).sort()).toEqual(['ST-003', 'ST-006']);
  });

  test.each([
    ['earlier than the present due moment', { newDue: '2026-03-04 20:00', evidence }],
    ['a rule that no customer moves', { newDue: '2026-03-05 08:00', evidence, rules: ['S-02'] }],
    ['a rule that does not run', { newDue: '2026-03-05 08:00', evidence, rules: ['S-07'] }],
  ])('refused: %s', (_why, input) => {
    expect(running('A', '2026-03-04 09:00').refusal('sup', 'deadline.defer', id, input)).toBe('4.4');
  });

  test('a breach on record never vanishes', () => {
    const world = running('A', '2026-03-04 09:00').at('2026-03-04 21:05');
    world.run('system', 'sweep.escalate', '');
    expect(world.refusal('sup', 'deadline.defer', id, { newDue: '2026-03-05 08:00', evidence, rules: ['S-04'] })).toBe('4.4');
    expect(clock(world, 'S-04')?.result).toBe('BREACHED_OPEN');
  });

  test('only the supervisor', () => {
    expect(running('A', '2026-03-04 09:00').refusal('eng', 'deadline.defer', id, { newDue: '2026-03-05 08:00', evidence })).toBe('ROLE');
  });
});

describe('4.4 no. 2 and 4, A-05: pauses', () => {
  test('SV-35: a storm, agreed by the manager, puts S-07 off by 510 minutes; the ladder is silent meanwhile', () => {
    const world = running('B', '2026-07-14 06:00');
    world.set(slaClocks, `${id}/S-06/1`, { stopAt: instant('2026-07-14 07:00'), result: 'MET' });
    world.at('2026-07-14 20:30').run('sup', 'deadline.pause', id, { kind: 'FORCE_MAJEURE', fromAt: '2026-07-14 20:00', evidence });
    expect(clock(world, 'S-07')).toMatchObject({ result: 'RUNNING', dueAt: instant('2026-07-15 06:00') });
    expect(world.all(slaPauses)[0]).toMatchObject({ status: 'PENDING', rules: ['S-07'], approvalId: pending(world) });
    decide(world.at('2026-07-14 20:40'));
    expect(clock(world, 'S-07')).toMatchObject({ result: 'PAUSED' });
    const fired = clock(world, 'S-07')?.lastLevelFired;
    world.at('2026-07-15 04:00').run('system', 'sweep.escalate', '');
    expect(clock(world, 'S-07')?.lastLevelFired).toBe(fired);
    world.at('2026-07-15 04:30').run('sup', 'deadline.resume', id);
    expect(clock(world, 'S-07')).toMatchObject({ result: 'RUNNING', dueAt: instant('2026-07-15 14:30'), firstDueAt: instant('2026-07-15 06:00'), pausedMin: 510, dueBasis: 'PAUSED' });
    expect(world.notices('N-06').map((notice) => notice.toStaff)).toEqual(['ST-004']);
  });

  test('4.4 no. 4 and 5: a deadline that begins while its kind waits for the customer waits with the others, and what is left runs from the end of the pause', () => {
    const pause = { pauseId: 'ZT-00001', ticketId: id, rules: ['S-22'], kind: 'WAIT_CUSTOMER', fromAt: instant('2026-03-04 09:00'), toAt: null, newDue: null, evidence, approvalId: 'SP-000001', status: 'APPROVED' } as const;
    const world = running('C', '2026-03-03 09:00').at('2026-03-04 10:00').add(slaPauses, pause).add(partsRequests, makePartsRequest({ status: 'APPROVED' })).add(partsLines, makePartsLine());
    world.run('prd', 'parts.leadTime', 'WH-20260304-01', { promisedShipDate: '2026-03-06' });
    expect(clock(world, 'S-22')).toMatchObject({ result: 'PAUSED', firstDueAt: null });
    world.at('2026-03-04 14:00').run('sup', 'deadline.resume', id);
    expect(clock(world, 'S-22')).toMatchObject({ result: 'RUNNING', firstDueAt: instant('2026-03-06 17:30'), dueAt: instant('2026-03-09 12:30'), pausedMin: 240, dueBasis: 'PAUSED' });
    const other = running('C', '2026-03-03 09:00').at('2026-03-04 10:00').add(slaPauses, { ...pause, rules: ['S-21'] }).add(partsRequests, makePartsRequest({ status: 'APPROVED' })).add(partsLines, makePartsLine());
    other.run('prd', 'parts.leadTime', 'WH-20260304-01', { promisedShipDate: '2026-03-06' });
    expect(clock(other, 'S-22')).toMatchObject({ result: 'RUNNING', dueAt: instant('2026-03-06 17:30') });
  });

  test('TK-25: a ticket whose class goes down and up again finds its site as closed as it was', () => {
    const world = running('B', '2026-07-14 06:00').at('2026-07-14 08:00');
    world.run('sup', 'deadline.pause', id, { kind: 'SITE_CLOSED', rules: ['S-07'], evidence });
    decide(world);
    world.at('2026-07-14 09:00').run('sup', 'ticket.classify', id, { severity: 'A', reason: '停电范围扩大' });
    expect(world.all(slaClocks).filter((row) => row.ruleId === 'S-07').map(({ result }) => result)).toEqual(['SUPERSEDED']);
    world.run('sup', 'ticket.classify', id, { severity: 'B', reason: '已恢复供电' });
    decide(world.at('2026-07-14 10:00'));
    expect(clock(world, 'S-07')).toMatchObject({ cycle: '2', result: 'PAUSED' });
  });

  test('TK-25: an arrival in time by what stood still stays in time when the class goes up and down again', () => {
    const world = running('B', '2026-07-14 06:00').at('2026-07-14 08:00');
    world.run('sup', 'deadline.pause', id, { kind: 'SITE_CLOSED', rules: ['S-07'], fromAt: '2026-07-14 08:00', toAt: '2026-07-14 20:00', evidence });
    decide(world);
    expect(clock(world, 'S-07')).toMatchObject({ dueAt: instant('2026-07-15 18:00') });
    world.at('2026-07-15 12:00').add(dispatchOrders, makeOrder({ ticketId: id, status: 'WORKING', acceptedAt: instant('2026-07-14 07:00'), departedAt: instant('2026-07-15 08:00'), arrivedAt: instant('2026-07-15 12:00') }));
    world.at('2026-07-15 12:30').run('sup', 'ticket.classify', id, { severity: 'A', reason: '停电范围扩大' });
    world.run('sup', 'ticket.classify', id, { severity: 'B', reason: '已恢复供电' });
    decide(world.at('2026-07-15 13:00'));
    expect(clock(world, 'S-07')).toMatchObject({ cycle: '2', result: 'MET', stopAt: instant('2026-07-15 12:00'), dueAt: instant('2026-07-15 18:00'), pausedMin: 720 });
  });

  test('not agreed: the clock never stood', () => {
    const world = running('B', '2026-07-14 06:00').at('2026-07-14 08:00');
    world.run('sup', 'deadline.pause', id, { kind: 'SITE_CLOSED', evidence });
    decide(world, 'REJECTED');
    expect(clock(world, 'S-07')).toMatchObject({ result: 'RUNNING', dueAt: instant('2026-07-15 06:00'), pausedMin: 0 });
    expect(world.notices('N-15').map((notice) => notice.toStaff)).toEqual(['ST-004']);
  });

  test('two that overlap count once', () => {
    const world = running('B', '2026-07-14 06:00').at('2026-07-14 08:00');
    world.run('sup', 'deadline.pause', id, { kind: 'SITE_CLOSED', rules: ['S-07'], fromAt: '2026-07-14 08:00', toAt: '2026-07-14 10:00', evidence });
    decide(world);
    world.at('2026-07-14 09:30').run('sup', 'deadline.pause', id, { kind: 'FORCE_MAJEURE', rules: ['S-07'], fromAt: '2026-07-14 09:00', toAt: '2026-07-14 11:00', evidence });
    decide(world);
    expect(clock(world, 'S-07')).toMatchObject({ pausedMin: 180, dueAt: instant('2026-07-15 09:00') });
  });

  test('C waits for the customer: S-08 stands still, in its own open time', () => {
    const world = running('C', '2026-03-06 10:00').at('2026-03-06 12:00');
    world.run('sup', 'deadline.pause', id, { kind: 'WAIT_CUSTOMER', rules: ['S-08'], evidence });
    decide(world);
    world.at('2026-03-09 10:00').run('sup', 'deadline.resume', id);
    // Friday 12:00–24:00 and Monday 00:00–10:00 stood still; the weekend would not have counted anyway.
    expect(clock(world, 'S-08')).toMatchObject({ pausedMin: 1320, dueAt: instant('2026-03-10 08:00') });
  });

  test.each([
    ['more than 60 minutes back', { kind: 'FORCE_MAJEURE', fromAt: '2026-07-14 06:59', evidence }, '4.4'],
    ['no evidence', { kind: 'FORCE_MAJEURE' }, 'INPUT'],
    ['waiting for the customer does not stop class B', { kind: 'WAIT_CUSTOMER', rules: ['S-07'], evidence }, '4.4'],
    ['S-05 never pauses', { kind: 'FORCE_MAJEURE', rules: ['S-05'], evidence }, '4.4'],
    ['the customer\'s wish is another command', { kind: 'CUSTOMER_DEFER', evidence }, 'INPUT'],
  ])('refused: %s', (_why, input, code) => {
    expect(running('B', '2026-07-14 06:00').at('2026-07-14 08:00').refusal('sup', 'deadline.pause', id, input)).toBe(code);
  });

  test('nobody agrees to the pause that they asked for', () => {
    const world = running('B', '2026-07-14 06:00');
    world.run('sup', 'deadline.pause', id, { kind: 'SITE_CLOSED', evidence });
    expect(world.refusal('sup', 'approval.decide', pending(world), { decision: 'APPROVED' })).toBe('A-SELF');
  });
});

describe('4.4 no. 8, A-44: a wrong time', () => {
  const arrived = (): World => {
    const world = running('B', '2026-03-04 08:00').add(dispatchOrders, makeOrder({ ticketId: id, status: 'WORKING', departedAt: instant('2026-03-04 12:00'), arrivedAt: instant('2026-03-05 08:10') }));
    world.set(slaClocks, `${id}/S-07/1`, { stopAt: instant('2026-03-05 08:10'), result: 'BREACHED_DONE', breachReason: 'TRAVEL' });
    return world.at('2026-03-05 09:00');
  };
  const record = 'ARRIVAL/PG-20260303-01';

  test('is judged anew once the manager agrees; both times stay, and the clock says that it was corrected', () => {
    const world = arrived();
    world.run('eng', 'deadline.correct', id, { record, at: '2026-03-05 07:50', reason: '门卫登记 07:50' });
    expect(world.get(dispatchOrders, 'PG-20260303-01').arrivedAt).toBe(instant('2026-03-05 08:10'));
    expect(world.refusal('sup', 'deadline.correct', id, { record, at: '2026-03-05 07:40', reason: '门卫登记' })).toBe('A-44');
    decide(world);
    expect(world.get(dispatchOrders, 'PG-20260303-01').arrivedAt).toBe(instant('2026-03-05 07:50'));
    expect(clock(world, 'S-07')).toMatchObject({ result: 'MET', stopAt: instant('2026-03-05 07:50'), correctedFrom: instant('2026-03-05 08:10'), breachReason: null });
    expect(world.all(corrections)[0]).toMatchObject({ status: 'APPROVED', oldAt: instant('2026-03-05 08:10'), newAt: instant('2026-03-05 07:50'), requestedBy: 'ST-006' });
    const [item] = world.desk(ticketsDesk, 'sup');
    expect(item?.objectId).toBe(id);
  });

  test('not agreed: nothing moves', () => {
    const world = arrived();
    world.run('sup', 'deadline.correct', id, { record, at: '2026-03-05 07:50', reason: '门卫登记 07:50' });
    decide(world, 'REJECTED');
    expect(clock(world, 'S-07')).toMatchObject({ result: 'BREACHED_DONE', correctedFrom: null });
  });

  test('of two arrivals the first counts for the ticket', () => {
    const world = arrived().add(dispatchOrders, makeOrder({ orderId: 'PG-20260303-02', ticketId: id, leadEngineer: 'ST-007', status: 'WORKING', departedAt: instant('2026-03-04 12:00'), arrivedAt: instant('2026-03-05 08:40') }));
    world.run('sup', 'deadline.correct', id, { record: 'ARRIVAL/PG-20260303-02', at: '2026-03-05 08:20', reason: '门卫登记 08:20' });
    decide(world);
    expect(clock(world, 'S-07')).toMatchObject({ stopAt: instant('2026-03-05 08:10'), correctedFrom: null });
  });

  test.each([
    ['in the future', { record, at: '2026-03-05 09:01', reason: '门卫登记' }],
    ['before the departure', { record, at: '2026-03-04 11:59', reason: '门卫登记' }],
    ['the same', { record, at: '2026-03-05 08:10', reason: '门卫登记' }],
    ['no such record', { record: 'ARRIVAL/PG-1', at: '2026-03-05 08:00', reason: '门卫登记' }],
  ])('refused: %s', (_why, input) => {
    expect(arrived().refusal('sup', 'deadline.correct', id, input)).toBe('A-44');
  });
});

describe('the desk', () => {
  test('offers what there is to do, to those who may', () => {
    const world = running('B', '2026-03-04 08:00');
    expect(offered(world, 'sup')).toEqual(['deadline.defer', 'deadline.pause']);
    expect(offered(world, 'eng')).toEqual([]);
    world.at('2026-03-04 09:30').run('system', 'sweep.escalate', '');
    expect(offered(world, 'sup')).toContain('deadline.reason');
    world.run('sup', 'deadline.reason', id, { clocks: [`${id}/S-05/1`], reason: 'NO_STAFF' });
    expect(clock(world, 'S-05')).toMatchObject({ breachReason: 'NO_STAFF', result: 'BREACHED_OPEN' });
    expect(world.refusal('sup', 'deadline.reason', id, { clocks: [`${id}/S-05/1`], reason: 'TRAVEL' })).toBe('4.4');
    expect(world.refusal('sup', 'deadline.reason', id, { clocks: [`${id}/S-01/1`], reason: 'UNREACHABLE' })).toBe('INPUT');
  });
});
