import { tickets } from '../../sheets-templates';
import { makeTicket } from './make-rows';
import { World } from './world';

describe('13: names of notices', () => {
  test('what can happen at any moment and happens twice in one second is two notices', () => {
    const world = new World().at('2026-03-04 10:00').add(tickets, makeTicket({ status: 'ON_SITE', severity: 'B' }));
    const [id = ''] = world.all(tickets).map((ticket) => ticket.ticketId);
    const hold = () => world.run('sup', 'ticket.hold', id, { holdStatus: 'WAIT_CUSTOMER', reason: '等待停电许可' });
    hold();
    world.run('sup', 'ticket.release', id);
    hold();
    const keys = world.notices('N-06').map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
