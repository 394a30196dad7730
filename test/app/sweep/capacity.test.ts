import { dispatchOrders, seen, tickets, type Notice, type Ticket } from '../../../sheets-templates';
import { makeOrder, makeTicket } from '../make-rows';
import { World } from '../world';

const numbered = (number: number, changes: Partial<Ticket> = {}): Ticket => makeTicket({ ticketId: `TK-20260303-00${number}`, engineerLead: null, ...changes });
const sweep = (world: World, at: string): readonly Notice[] => {
  const before = world.notices('N-59').length;
  world.at(at).run('system', 'sweep.escalate', '');
  return world.notices('N-59').slice(before);
};

/** Two engineers, one of whom is out on an order of another ticket. */
const office = (...waiting: readonly Ticket[]): World => new World().add(tickets, ...waiting).add(dispatchOrders, makeOrder({ status: 'WORKING', ticketId: 'TK-20260302-001' }));

describe('N-59: more A and B than free engineers', () => {
  test('N-59, R-102: one ticket for one free engineer is enough; a second one alarms supervisor and manager at once', () => {
    const world = office(numbered(1));
    expect(sweep(world, '2026-03-03 09:31')).toEqual([]);
    world.add(tickets, numbered(2, { status: 'NEW', severity: null, severityClaimed: 'A' }));
    const alarm = sweep(world, '2026-03-03 22:05');
    expect(alarm.map(({ toStaff, priority, notBefore }) => [toStaff, priority, notBefore])).toEqual([['ST-004', 'P1', null], ['ST-003', 'P1', null]]);
    expect(JSON.stringify(alarm[0]?.body)).toMatch(/TK-20260303-001.*TK-20260303-002.*工程师乙/);
  });

  test('N-59: once, not with every sweep; again when it happens anew', () => {
    const world = office(numbered(1), numbered(2));
    expect(sweep(world, '2026-03-03 09:31')).toHaveLength(2);
    world.add(tickets, numbered(3));
    expect(sweep(world, '2026-03-03 09:36')).toEqual([]);
    for (const number of [2, 3]) world.set(tickets, `TK-20260303-00${number}`, { status: 'DISPATCHED' });
    expect(sweep(world, '2026-03-03 11:00')).toEqual([]);
    expect(world.all(seen).filter(({ token }) => token.startsWith('capacity/'))).toEqual([]);
    world.set(dispatchOrders, 'PG-20260303-01', { team: ['ST-007'] });
    expect(sweep(world, '2026-03-03 11:05')).toHaveLength(2);
  });

  test.each<[string, Partial<Ticket>]>([['class C', { severity: 'C', severityClaimed: 'C' }], ['not classified', { severity: null, severityClaimed: null }], ['somebody is on the way', { status: 'DISPATCHED' }], ['over', { status: 'CLOSED' }]])('N-59 does not count what is %s', (_what, changes) => {
    expect(sweep(office(numbered(1), numbered(2, changes)), '2026-03-03 09:31')).toEqual([]);
  });
});
