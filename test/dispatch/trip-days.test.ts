import fc from 'fast-check';
import { datesBetween, itineraryRow, matchSkills, tripCovers, tripDates, type Trip } from '../../src/dispatch';
import { atTime, daysBetween, instant, localDate, plusDays } from '../../src/terms';
import { makeOrder, makeSkill } from '../app/make-rows';

const start = localDate('2026-03-02');
const trip = (order: Trip['order'], more: Partial<Trip> = {}): Trip =>
  ({ order, siteCity: '昆山', projectName: '某厂', customerId: 'CU-00001', announcedReturn: null, delayReason: null, reportedDates: [], ...more });
const environment = { companyCities: ['上海', '珠海'], dayKind: 'WORKDAY' } as const;

describe('5.2: the days of a trip', () => {
  it('no. 2: every date from departure to return counts, both ends in full', () => {
    fc.assert(fc.property(fc.nat(20), fc.nat(20), (offset, length) => {
      const first = plusDays(start, offset);
      const last = plusDays(first, length);
      const order = makeOrder({ status: 'RETURNED', departedAt: atTime(first, '23:50'), returnedAt: atTime(last, '00:10') });
      const covered = datesBetween(plusDays(first, -2), plusDays(last, 2)).filter((date) => tripCovers(trip(order), date, last));
      expect(covered).toHaveLength(daysBetween(first, last) + 1);
    }));
  });

  it('no. 3: an order that was not accepted covers nothing', () => {
    for (const status of ['DRAFT', 'CONSENT_PENDING', 'ISSUED', 'DECLINED', 'CANCELLED'] as const) {
      expect(tripCovers(trip(makeOrder({ status })), localDate('2026-03-04'), start)).toBe(false);
    }
  });

  it('a running trip reaches today even past its plan', () => {
    const order = makeOrder({ status: 'WORKING', departedAt: instant('2026-03-04 08:00'), arrivedAt: instant('2026-03-04 10:00') });
    expect(tripDates(order, localDate('2026-03-09'))).toEqual(['2026-03-04', '2026-03-09']);
  });

  it('no. 4, XV-28: two orders on one date make one row with both', () => {
    const orders = [makeOrder({ status: 'WORKING' }), makeOrder({ status: 'WORKING', orderId: 'PG-20260303-02' })];
    const row = itineraryRow('ST-006', localDate('2026-03-04'), orders.map((order) => trip(order)), start, undefined, environment);
    expect([row.orderIds, row.cities, row.allowanceDay]).toEqual([['PG-20260303-01', 'PG-20260303-02'], ['昆山'], true]);
  });

  it('no. 5: company cities alone are marked for the home rate', () => {
    const row = itineraryRow('ST-006', localDate('2026-03-04'), [trip(makeOrder({ status: 'WORKING' }), { siteCity: '上海' })], start, undefined, environment);
    expect(row.inCompanyCityOnly).toBe(true);
  });

  it('no. 2: days past the announced return count only when the delay is explained', () => {
    const order = makeOrder({ status: 'RETURNED', departedAt: instant('2026-03-04 08:00'), arrivedAt: instant('2026-03-04 10:00'), leftAt: instant('2026-03-05 10:00'), returnedAt: instant('2026-03-07 10:00') });
    const dayOf = (delayReason: string | null) => itineraryRow('ST-006', localDate('2026-03-07'), [trip(order, { announcedReturn: localDate('2026-03-05'), delayReason })], start, undefined, environment);
    expect(dayOf(null).allowanceDay).toBe(false);
    expect(dayOf('大雪封路')).toMatchObject({ allowanceDay: true, remarks: '大雪封路', status: 'TRAVEL' });
  });
});

describe('R-238, R-267: skills', () => {
  it('match when somebody of the team holds each one on the day', () => {
    const all = [makeSkill('ST-006'), makeSkill('ST-007', { skillCode: 'HV_SAFETY', validTo: localDate('2026-03-04') })];
    expect(matchSkills([], ['ST-009'], all, start).match).toBe('FULL');
    expect(matchSkills(['PWR_REPAIR', 'HV_SAFETY'], ['ST-006', 'ST-007'], all, localDate('2026-03-04')).match).toBe('FULL');
    expect(matchSkills(['PWR_REPAIR', 'HV_SAFETY'], ['ST-006', 'ST-007'], all, localDate('2026-03-05'))).toEqual({ match: 'PARTIAL', missing: ['HV_SAFETY'] });
    expect(matchSkills(['HV_SAFETY'], ['ST-006'], all, start).match).toBe('NONE');
  });
});
