import { partsLines, partsRequests, tickets, type HoldStatus } from '../../../sheets-templates';
import { makePartsLine, makePartsRequest, makeTicket } from '../make-rows';
import { World } from '../world';

const ticketId = 'TK-20260303-001';

const held = (holdStatus: HoldStatus): World => {
  const world = new World().add(tickets, makeTicket()).add(partsRequests, makePartsRequest()).add(partsLines, makePartsLine());
  world.at('2026-03-03 10:00').run('sup', 'ticket.hold', ticketId, { holdStatus, reason: '等待' });
  return world;
};

describe('how long a ticket waited (4.4 no. 7)', () => {
  it.each<[HoldStatus, number | null]>([
    ['WAIT_CUSTOMER', 150], ['WAIT_PARTS', 150], ['WAIT_TECH_CHANGE', 150], ['FORCE_MAJEURE', 150], ['WAIT_LIABILITY', null], ['WAIT_AGREEMENT', null],
  ])('4.4 no. 7: %s for two and a half hours', (hold, minutes) => {
    const world = held(hold);
    expect(world.get(tickets, ticketId).heldFrom).toBe(world.now);
    world.at('2026-03-03 12:30').run('sup', 'ticket.release', ticketId, {});
    expect(world.get(tickets, ticketId)).toMatchObject({ holdStatus: 'NONE', heldFrom: null, heldMin: minutes });
  });

  it('4.4 no. 7: a second wait adds to the first, and one that the system ends counts as well', () => {
    const world = held('WAIT_CUSTOMER');
    world.at('2026-03-03 11:00').run('sup', 'ticket.release', ticketId, {});
    world.at('2026-03-03 13:00').run('sup', 'ticket.hold', ticketId, { holdStatus: 'WAIT_PARTS', reason: '待断路器' });
    world.at('2026-03-03 13:20').run('sup', 'ticket.cancel', ticketId, { cancelReason: 'CUSTOMER_WITHDREW', informed: 'Y' });
    expect(world.get(tickets, ticketId)).toMatchObject({ holdStatus: 'NONE', heldFrom: null, heldMin: 80 });
  });

  it('4.4 no. 7: waiting after the repair makes no repair longer', () => {
    const world = held('WAIT_CUSTOMER');
    world.set(tickets, ticketId, { status: 'REPAIRED' });
    world.at('2026-03-03 12:30').run('sup', 'ticket.release', ticketId, {});
    expect(world.get(tickets, ticketId).heldMin).toBeNull();
  });
});
