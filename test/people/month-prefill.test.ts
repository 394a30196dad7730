import { daysBetween, instant, localDate } from '../../src/terms';
import fc from 'fast-check';
import { claimFor, claimIdOf, emptyClaim, endOf, firstOf, prefillMonth, previousMonth } from '../../src/people';
import { makeOrder, makeTicket } from '../app/make-rows';

const trip = (departed: string, returned: string | null, overrides = {}) =>
  makeOrder({ status: returned === null ? 'WORKING' : 'RETURNED', departedAt: instant(departed), returnedAt: returned === null ? null : instant(returned), ...overrides });

const days = (...orders: readonly ReturnType<typeof trip>[]): number => prefillMonth('ST-006', '2026-03', { orders, itinerary: [], tickets: [] }).daysOut;

describe('what the ledgers know of a month (3.13)', () => {
  it('counts departure and return day in full, each date once', () => {
    expect(days(trip('2026-03-09 07:00', '2026-03-11 18:00'))).toBe(3);
    expect(days(trip('2026-03-09 07:00', '2026-03-11 18:00'), trip('2026-03-11 19:00', '2026-03-12 18:00', { orderId: 'PG-2' }))).toBe(4);
  });

  it('counts only dates of the month, also for trips over its ends or still under way', () => {
    expect(days(trip('2026-02-27 07:00', '2026-03-02 18:00'))).toBe(2);
    expect(days(trip('2026-03-30 07:00', null))).toBe(2);
    expect(days(trip('2026-04-01 07:00', '2026-04-02 18:00'))).toBe(0);
  });

  it('lists own trips and own open tickets only', () => {
    const prefill = prefillMonth('ST-007', '2026-03', {
      orders: [trip('2026-03-09 07:00', '2026-03-11 18:00', { team: ['ST-007'] }), trip('2026-03-09 07:00', '2026-03-11 18:00', { orderId: 'PG-2' })], itinerary: [],
      tickets: [makeTicket({ engineerLead: 'ST-007' }), makeTicket({ ticketId: 'TK-2', engineerLead: 'ST-007', status: 'CLOSED' }), makeTicket({ ticketId: 'TK-3', engineerLead: 'ST-006' })],
    });
    expect(prefill.orders.map(({ orderId }) => orderId)).toEqual(['PG-20260303-01']);
    expect(prefill.openItems.map(({ ticketId }) => ticketId)).toEqual(['TK-20260303-001']);
  });

  it('knows where months begin and end', () => {
    fc.assert(fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
      const month = `${year}-${String(number).padStart(2, '0')}`;
      expect(previousMonth(endOf(month).slice(0, 7))).toBe(month);
      expect(daysBetween(firstOf(month), endOf(month))).toBeGreaterThanOrEqual(28);
    }));
    expect(endOf('2026-12')).toBe(localDate('2027-01-01'));
  });
});

describe('one claim a person and month (R-285)', () => {
  it('adds to the open claim, else begins a supplement', () => {
    const claim = emptyClaim(claimIdOf('2026-03', 'ST-006', 0), 'ST-006', '2026-03');
    expect(claimFor([], '2026-03', 'ST-006')).toBe('BX-202603-ST-006');
    expect(claimFor([claim], '2026-03', 'ST-006')).toBe(claim);
    expect(claimFor([{ ...claim, status: 'PAID' }], '2026-03', 'ST-006')).toBe('BX-202603-ST-006-S1');
    expect(claimFor([{ ...claim, status: 'PAID' }], '2026-04', 'ST-006')).toBe('BX-202604-ST-006');
  });
});
