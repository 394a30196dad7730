import { approvals, contactAttempts, contacts, customers, dispatchOrders, dutyRoster, products, skills, slaClocks, tasks, tickets, type Severity } from '../../../sheets-templates';
import { dispatchDesk } from '../../../src/app/desk/dispatch';
import { ticketsDesk } from '../../../src/app/desk/tickets';
import { instant, localDate } from '../../../src/terms';
import { ticketClocks } from '../../deadlines/office';
import { makeContact, makeCustomer, makeProduct, makeSkill, makeTicket, type Person } from '../make-rows';
import { World } from '../world';

const id = 'TK-20260303-001';
const plan = { leadEngineer: 'ST-007', planDepart: '2026-03-03 13:00', planArrive: '2026-03-03 15:00', travelMode: 'COACH', workContent: '更换断路器' };

/** A ticket received at 09:10, engineer eng (ST-006) on duty as backup, eng2 first. */
const received = (severity: Severity | null, status: 'NEW' | 'TRIAGED' = 'NEW'): World => {
  const clocks = ticketClocks(severity, '2026-03-03 09:10').map((clock) => ({ ...clock, objectId: id, clockId: `${id}/${clock.ruleId}/1` }));
  const ended = status === 'TRIAGED' ? ['S-01', 'S-40'] : [];
  return new World().add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct()).add(skills, makeSkill('ST-006'), makeSkill('ST-007'))
    .add(tickets, makeTicket({ status, severity: status === 'NEW' ? null : severity, severityClaimed: severity }))
    .add(slaClocks, ...clocks.map((clock) => (ended.includes(clock.ruleId) ? { ...clock, result: 'MET' as const, stopAt: clock.startAt } : clock)))
    .add(dutyRoster, { dutyId: 'DR-1', date: localDate('2026-03-03'), shift: 'FULL', primary: 'ST-007', backup: 'ST-006', phone: '1', acknowledgedAt: null });
};

const offers = (world: World, who: Person): readonly string[] => world.desk(ticketsDesk, who).flatMap((item) => item.offers.map(({ command }) => command));

describe('6.3: the duty backup acts where the supervisor does not', () => {
  test('6.3, TK-3: from half of the first hour on he may classify, the supervisor is told, and the ticket stays the supervisor’s', () => {
    const world = received('B').at('2026-03-03 09:39');
    expect([world.refusal('eng', 'ticket.classify', id, { severity: 'B' }), offers(world, 'eng').includes('ticket.classify')]).toEqual(['ROLE', false]);
    world.at('2026-03-03 09:40');
    expect(offers(world, 'eng')).toContain('ticket.classify');
    expect(world.refusal('eng2', 'ticket.classify', id, { severity: 'B' })).toBe('ROLE');
    world.run('eng', 'ticket.classify', id, { severity: 'B', reason: '部分停电' });
    expect(world.get(tickets, id)).toMatchObject({ status: 'TRIAGED', severity: 'B', ownerStaff: 'ST-004' });
    expect(world.notices('N-02').map(({ toStaff, body }) => [toStaff, JSON.stringify(body).includes('工程师甲')])).toEqual([['ST-004', true]]);
  });

  test('6.3, S-40: reached and not classified in time, the backup may; a class below what the customer said stays the supervisor’s', () => {
    const world = received(null).at('2026-03-03 09:15');
    world.run('sup', 'ticket.logContact', id, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '断路器跳闸' });
    expect(world.at('2026-03-03 09:30').refusal('eng', 'ticket.classify', id, { severity: 'A' })).toBe('ROLE');
    expect(world.at('2026-03-03 09:31').refusal('eng', 'ticket.classify', id, { severity: 'A' })).toBeNull();
    world.set(tickets, id, { severityClaimed: 'B' });
    expect(world.refusal('eng', 'ticket.classify', id, { severity: 'C', reason: '不急' })).toBe('ROLE');
  });

  test('6.3: a class C request waits for the supervisor', () => {
    expect(received('C').at('2026-03-05 10:00').refusal('eng', 'ticket.classify', id, { severity: 'C' })).toBe('ROLE');
  });

  test('6.3, DP-1, DP-2: he drafts the order of an urgent ticket, the manager submits it, and then the deputy consents', () => {
    const world = received('B', 'TRIAGED').at('2026-03-03 11:09');
    expect(world.refusal('eng', 'dispatch.draft', id, plan)).toBe('ROLE');
    world.at('2026-03-03 11:10');
    expect(world.desk(dispatchDesk, 'eng').map(({ objectId }) => objectId)).toEqual([id]);
    const orderId = world.run('eng', 'dispatch.draft', id, plan);
    expect(world.notices('N-12').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-003', 'ST-004']);
    expect(world.refusal('eng', 'dispatch.submit', orderId)).toBe('ROLE');
    expect(world.desk(dispatchDesk, 'tsm').map(({ objectId, offers: found }) => [objectId, found.map(({ command }) => command)])).toEqual([[orderId, ['dispatch.submit']]]);
    world.run('tsm', 'dispatch.submit', orderId);
    const asked = world.all(approvals)[0];
    expect(asked).toMatchObject({ role: 'DGM', approver: 'ST-002' });
    expect(world.refusal('tsm', 'approval.decide', asked?.approvalId ?? '', { decision: 'APPROVED' })).toBe('A-SELF');
    world.run('dgm', 'approval.decide', asked?.approvalId ?? '', { decision: 'APPROVED' });
    expect(world.get(dispatchOrders, orderId).status).toBe('ISSUED');
  });
});

describe('TK-3: customer service may propose', () => {
  test('TK-3: the proposal stands before the supervisor with its reason and changes nothing else', () => {
    const world = received(null).at('2026-03-03 09:20');
    world.run('clk', 'ticket.proposeClass', id, { severity: 'A', reason: '全厂停电' });
    expect(world.get(tickets, id)).toMatchObject({ status: 'NEW', severity: null, severityClaimed: null, severityProposed: 'A' });
    expect(world.notices('N-02').map(({ toStaff, priority }) => [toStaff, priority])).toEqual([['ST-004', 'P1']]);
    const [item] = world.desk(ticketsDesk, 'sup');
    expect(JSON.stringify(item?.facts)).toContain('特急：全厂停电');
    expect(item?.offers.find(({ command }) => command === 'ticket.classify')?.fields.find(({ name }) => name === 'severity')?.initial).toBe('A');
    expect(world.all(slaClocks).map(({ ruleId }) => ruleId)).not.toContain('S-02');
    expect(world.refusal('sal', 'ticket.proposeClass', id, { severity: 'A', reason: '全厂停电' })).toBe('ROLE');
  });
});

describe('AMB-05: the call to the customer after a colleague was reached', () => {
  test('AMB-05: it is due when S-01 was, however early the colleague answered, and is told of once it is late', () => {
    const world = received('B').at('2026-03-03 09:12');
    world.run('sup', 'ticket.logContact', id, { outcome: 'REACHED', toParty: 'SALES', channel: 'PHONE', content: '业务员转述' });
    expect(world.all(contactAttempts)).toHaveLength(1);
    expect(world.all(tasks).map(({ kind, dueAt, owner }) => [kind, dueAt, owner])).toEqual([['CALLBACK', instant('2026-03-03 10:10'), 'ST-004']]);
    const late = (at: string): readonly (string | null)[] => {
      world.at(at).run('system', 'sweep.escalate', '');
      return world.notices('N-44').filter(({ subject }) => subject.includes('TA-')).map(({ toStaff }) => toStaff);
    };
    expect([late('2026-03-03 10:10'), late('2026-03-03 10:11')]).toEqual([[], ['ST-004']]);
  });
});
