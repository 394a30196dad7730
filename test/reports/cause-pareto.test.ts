import fc from 'fast-check';
import { causeCounts, isRising, otherGroup, pareto } from '../../src/reports';
import { localDate, instant } from '../../src/terms';
import type { TripReport, TripReportUnit } from '../../sheets-templates';
import { makeRepair } from '../app/make-rows';

describe('Pareto of causes (8.5)', () => {
  it('PV-01: shares, cumulated shares and the vital few', () => {
    const rows = pareto(new Map([['WEAR', 1], ['COMPONENT', 9], ['MISOPERATION', 3], ['WIRING', 5], ['SOFTWARE', 2]]));
    expect(rows.map(({ cause, share, cumulated, vital }) => [cause, share, cumulated, vital])).toEqual([
      ['COMPONENT', 45, 45, true], ['WIRING', 25, 70, true], ['MISOPERATION', 15, 85, true], ['SOFTWARE', 10, 95, false], ['WEAR', 5, 100, false],
    ]);
  });

  it('breaks ties by code and never counts the rest among the vital few', () => {
    const rows = pareto(new Map([[otherGroup, 9], ['WIRING', 2], ['COMPONENT', 2]]));
    expect(rows.map(({ cause, vital }) => [cause, vital])).toEqual([['COMPONENT', true], ['WIRING', true], [otherGroup, false]]);
  });

  it('adds up to the whole and names the fewest causes that reach 80 %', () => {
    fc.assert(fc.property(fc.dictionary(fc.stringMatching(/^[A-Z]{2,6}$/), fc.integer({ min: 1, max: 50 }), { minKeys: 1, maxKeys: 15 }), (counts) => {
      const rows = pareto(new Map(Object.entries(counts)));
      const total = rows.reduce((sum, { count }) => sum + count, 0);
      const vital = rows.filter((row) => row.vital).reduce((sum, { count }) => sum + count, 0);
      const last = rows.filter((row) => row.vital).slice(-1)[0]?.count ?? 0;
      expect(rows.slice(-1)[0]?.cumulated).toBe(100);
      expect(vital * 100).toBeGreaterThanOrEqual(80 * total);
      expect((vital - last) * 100).toBeLessThan(80 * total);
    }));
  });

  it('lets what quality inspection found win over what was thought on site', () => {
    const trip: TripReport = {
      tripId: 'TR-1', orderId: 'PG-1', ticketId: 'TK-20260303-001', engineer: 'ST-006', periodFrom: localDate('2026-03-09'), periodTo: localDate('2026-03-11'), workDone: '', hasEquipmentFault: true,
      causeCode: null, rootCause: null, result: 'SOLVED', resultText: '', leftover: null, qualityFeedback: null, acceptanceId: null, submittedAt: instant('2026-03-12 09:00'), clerkCheckedAt: null,
      returnedReason: null, distributedTo: null, distributedAt: null, status: 'SUBMITTED',
    };
    const unit = (lineId: string, serialNo: string): TripReportUnit => ({ lineId, tripId: 'TR-1', productId: 'PR-GCS', serialNo, cause: '', causeCode: 'WIRING', resolution: '', replacedParts: null });
    const counts = causeCounts('2026-03', [trip], [unit('1', 'SN1001'), unit('2', 'SN1002'), { ...unit('3', 'SN1'), tripId: 'TR-0' }], [makeRepair({ qaCauseCode: 'COMPONENT' })]);
    expect([...counts]).toEqual([['COMPONENT', 1], ['WIRING', 1]]);
  });

  it.each([[3, [2, 2, 2], true], [2, [0, 0, 0], false], [4, [3, 3, 3], false], [3, [], false], [3, [1], true]] as const)('rising %i after %j: %s', (now, before, rising) => {
    expect(isRising(now, before)).toBe(rising);
  });
});
