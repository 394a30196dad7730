import { dispatchOrders, expenseClaims, travelApprovals } from '../../../sheets-templates';
import type { WorkItem } from '../../../src/app/command';
import { expensesDesk } from '../../../src/app/desk/expenses';
import { peopleDesk } from '../../../src/app/desk/people';
import type { World } from '../world';
import { lodging, marchWorld, trainTo } from '../commands/month-world';

const claimId = 'BX-202603-ST-006';
const offersOf = (items: readonly WorkItem[], objectId: string): readonly string[] => items.find((item) => item.objectId === objectId)?.offers.map(({ command }) => command) ?? [];

const claimed = (): World => {
  const world = marchWorld();
  world.run('eng', 'expense.addLine', '', lodging);
  return world;
};

describe('the desk of expenses', () => {
  it('lets an engineer begin, then shows each line with its result and reason', () => {
    expect(offersOf(marchWorld().desk(expensesDesk, 'eng'), '')).toEqual(['expense.addLine']);
    const [claim, ...others] = claimed().desk(expensesDesk, 'eng');
    expect(others).toEqual([]);
    expect(claim?.offers.map(({ command, tone }) => `${command} ${tone}`)).toEqual(['expense.addLine plain', 'expense.removeLine danger', 'expense.submit primary']);
    expect(JSON.stringify(claim?.facts)).toContain('380.00 → 340.00 元，按限额：限额 340.00 元');
  });

  it('offers orders, room-mates and lines to choose from', () => {
    const claim = claimed().desk(expensesDesk, 'eng').find(({ objectId }) => objectId === claimId);
    const fields = claim?.offers.flatMap((offer) => offer.fields) ?? [];
    expect(Object.keys(fields.find(({ name }) => name === 'orderId')?.choices ?? {})).toEqual(['PG-20260303-01']);
    expect(Object.keys(fields.find(({ name }) => name === 'sharers')?.choices ?? {})).toEqual(['ST-007']);
    expect(Object.keys(fields.find(({ name }) => name === 'line')?.choices ?? {})).toEqual([`${claimId}-01`]);
  });

  it('offers what the table allows: nothing while others check, payment to finance', () => {
    const world = claimed();
    world.set(expenseClaims, claimId, { status: 'CHECKED' });
    expect(offersOf(world.desk(expensesDesk, 'eng'), claimId)).toEqual([]);
    world.set(expenseClaims, claimId, { status: 'APPROVED' });
    expect(offersOf(world.desk(expensesDesk, 'fin'), claimId)).toEqual(['expense.pay']);
    expect(world.desk(expensesDesk, 'sup')).toEqual([]);
  });

  it('never offers a command that would be refused at once', () => {
    const world = claimed();
    for (const offer of world.desk(expensesDesk, 'eng').flatMap((item) => item.offers)) {
      const raw = offer.command === 'expense.addLine' ? trainTo : offer.command === 'expense.removeLine' ? { line: `${claimId}-01` } : {};
      expect(world.refusal('eng', offer.command, offer.objectId, raw)).toBeNull();
    }
  });
});

describe('the desk of reports and travel', () => {
  it('shows a report that waits, with its deadline and form, until it is approved', () => {
    const world = marchWorld().at('2026-04-01 00:30');
    world.run('system', 'month.open', '2026-03');
    expect(world.desk(peopleDesk, 'eng')).toMatchObject([{ objectId: 'YB-202603-ST-006', dueAt: '2026-04-03T17:30:00+08:00', offers: [{ command: 'monthly.submit', tone: 'primary' }], forms: [{ form: 'monthly' }] }]);
    expect(world.desk(peopleDesk, 'fin')).toEqual([]);
  });

  it('asks for a train or plane that needs approval, once', () => {
    const world = marchWorld().at('2026-03-08 12:00');
    world.set(dispatchOrders, 'PG-20260303-01', { status: 'ACCEPTED', travelMode: 'HSR_2ND', departedAt: null, arrivedAt: null, leftAt: null, returnedAt: null });
    const [item] = world.desk(peopleDesk, 'eng');
    expect(item?.offers[0]?.fields.find(({ name }) => name === 'destination')?.initial).toBe('南京');
    world.run('eng', 'travel.request', 'PG-20260303-01', { mode: 'HSR_2ND', origin: '上海', destination: '南京', plannedDepart: '2026-03-09 07:10', reason: '客户停电等待' });
    expect(world.desk(peopleDesk, 'eng')).toEqual([]);
    world.set(travelApprovals, 'CX-0001', { status: 'REJECTED' });
    expect(world.desk(peopleDesk, 'eng')).toHaveLength(1);
  });
});
