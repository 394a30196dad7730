import { approvals, dispatchOrders, expenseLines, tickets, travelApprovals } from '../../../sheets-templates';
import type { World } from '../world';
import { marchWorld } from './month-world';

const order = 'PG-20260303-01';
const train = { mode: 'HSR_2ND', origin: '上海', destination: '南京', plannedDepart: '2026-03-09 07:10', reason: '客户停电等待修复' };

/** Before the trip. */
const before = (): World => {
  const world = marchWorld().at('2026-03-08 12:00');
  world.set(dispatchOrders, order, { status: 'ACCEPTED', departedAt: null, arrivedAt: null, leftAt: null, returnedAt: null });
  return world;
};

const waiting = (world: World) => world.all(approvals).filter((row) => row.status === 'PENDING');

describe('travel.request (5.5)', () => {
  it.each([['HSR_2ND', 'A-18', 'ST-003'], ['PLANE_ECO', 'A-19', 'ST-002'], ['TAXI', 'A-21', 'ST-004']])('sends %s to the approver of %s', (mode, matrix, approver) => {
    const world = before();
    world.run('eng', 'travel.request', order, { ...train, mode });
    expect(waiting(world).map((row) => [row.matrixId, row.approver])).toEqual([[matrix, approver]]);
    expect(world.all(travelApprovals)[0]).toMatchObject({ travelId: 'CX-0001', staffId: 'ST-006', status: 'PENDING', postHoc: false });
  });

  it('offers no mode that needs no approval or is never paid (R-295, X-16)', () => {
    for (const mode of ['COACH', 'HSR_1ST', 'TRAIN_SOFT_SLEEPER']) expect(before().refusal('eng', 'travel.request', order, { ...train, mode })).toBe('INPUT');
  });

  it('lets an approved train be paid, informing the traveller (XV-06)', () => {
    const world = before();
    world.run('eng', 'travel.request', order, train);
    world.run('tsm', 'approval.decide', waiting(world)[0]?.approvalId ?? '', { decision: 'APPROVED' });
    expect(world.all(travelApprovals)[0]).toMatchObject({ status: 'APPROVED', approvalId: 'SP-000001' });
    const ticket = { kind: 'LONG_HAUL', date: '2026-03-09', departAt: '2026-03-09 07:10', amount: '139.50', origin: '上海', destination: '南京', mode: 'HSR_2ND', invoiceKind: 'RAIL_E', invoiceNumber: '25319000000000000009' };
    const after = marchWorld();
    after.add(travelApprovals, ...world.all(travelApprovals)).add(approvals, ...world.all(approvals));
    after.run('eng', 'expense.addLine', '', ticket);
    expect(after.all(expenseLines).find((line) => line.kind === 'LONG_HAUL')).toMatchObject({ decision: 'OK', amountPayable: 13950 });
    const without = marchWorld();
    without.run('eng', 'expense.addLine', '', ticket);
    expect(without.all(expenseLines).find((line) => line.kind === 'LONG_HAUL')?.decision).toBe('REJECT_NO_APPROVAL');
  });

  it('informs the technical support manager of an approved plane (A-19), and tells the reason of a refusal (N-15)', () => {
    const world = before();
    world.run('eng', 'travel.request', order, { ...train, mode: 'PLANE_ECO' });
    world.run('dgm', 'approval.decide', waiting(world)[0]?.approvalId ?? '', { decision: 'APPROVED' });
    expect(world.notices('N-24').slice(-2).map((notice) => notice.toStaff)).toEqual(['ST-006', 'ST-003']);
    world.run('eng', 'travel.request', order, train);
    world.run('tsm', 'approval.decide', waiting(world)[0]?.approvalId ?? '', { decision: 'REJECTED', comment: '硬座即可' });
    expect(world.notices('N-15')).toHaveLength(1);
    expect(world.all(travelApprovals)[1]?.status).toBe('REJECTED');
  });

  it('accepts a request after the journey for classes A and B within one working day only (AMB-29)', () => {
    const world = before().at('2026-03-09 12:00');
    expect(world.refusal('eng', 'travel.request', order, train)).toBe('R-296');
    world.set(tickets, 'TK-20260303-001', { severity: 'A' });
    world.at('2026-03-10 17:30');
    world.run('eng', 'travel.request', order, train);
    expect(world.all(travelApprovals)[0]?.postHoc).toBe(true);
    expect(world.at('2026-03-10 17:31').refusal('eng', 'travel.request', order, { ...train, mode: 'PLANE_ECO' })).toBe('AMB-29');
  });

  it('lets the supervisor ask for the lead engineer, and nobody outside the order', () => {
    const world = before();
    world.run('sup', 'travel.request', order, train);
    expect(world.all(travelApprovals)[0]?.staffId).toBe('ST-006');
    expect(waiting(world)[0]?.requestedBy).toBe('ST-004,ST-006');
    for (const who of ['eng2', 'sal', 'fin', 'system'] as const) expect(before().refusal(who, 'travel.request', order, train)).toBe('ROLE');
  });

  it('refuses the same journey twice and orders that have ended', () => {
    const world = before();
    world.run('eng', 'travel.request', order, train);
    expect(world.refusal('eng', 'travel.request', order, train)).toBe('TR-1');
    world.set(dispatchOrders, order, { status: 'CANCELLED' });
    expect(world.refusal('eng', 'travel.request', order, { ...train, plannedDepart: '2026-03-20 08:00' })).toBe('X-14');
  });
});
