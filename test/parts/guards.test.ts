import { buildCalendar } from '../../src/deadlines';
import { isFinished, missingReturns, oldPartDueBack, quantitiesFor, refusePromise, refuseUnsigned } from '../../src/parts';
import { chargeStatus, type ChargeStatus } from '../../sheets-templates';
import { defaultHolidays } from '../../sheets-templates/default-holidays';
import { readSettings } from '../../src/settings';
import { instant, isRefusal, localDate } from '../../src/terms';
import { makePartsLine, makeRepair } from '../app/make-rows';

describe('AMB-41: what comes back', () => {
  it.each([
    ['FINISHED', false, true], ['SEMI', false, true], ['COMPONENT', true, true], ['COMPONENT', false, false], ['CONSUMABLE', true, false],
  ] as const)('%s with the setting %s: %s', (kind, setting, due) => {
    expect(oldPartDueBack(kind, setting)).toBe(due);
  });
});

describe('G-PT-1: chargeable parts', () => {
  it.each(Object.keys(chargeStatus) as ChargeStatus[])('charge status %s', (status) => {
    const waits = status === 'QUOTING';
    expect(refuseUnsigned({ chargeType: null, chargeStatus: status })?.code ?? null).toBe(waits ? 'G-PT-1' : null);
  });

  it('paid work that is not signed waits, signed work does not', () => {
    expect(refuseUnsigned({ chargeType: 'PAID', chargeStatus: 'UNDETERMINED' })?.code).toBe('G-PT-1');
    expect(refuseUnsigned({ chargeType: 'PAID', chargeStatus: 'AGREED' })).toBeNull();
  });
});

describe('quantities and promises', () => {
  const lines = [makePartsLine(), makePartsLine({ lineId: 'WH-20260304-01/2', qty: 3, qtyShipped: 1 })];
  const open = (line: (typeof lines)[number]): number => line.qty - line.qtyShipped;

  it('PQ-9: nothing typed means all that is open', () => {
    expect(quantitiesFor('PQ-9', lines, open, [])).toEqual([{ lineId: 'WH-20260304-01/1', quantity: 2 }, { lineId: 'WH-20260304-01/2', quantity: 2 }]);
  });

  it('PQ-9: never more than is open, never for a line of another request', () => {
    const tooMany = quantitiesFor('PQ-9', lines, open, [{ lineId: 'WH-20260304-01/2', quantity: 3 }]);
    const elsewhere = quantitiesFor('PQ-9', lines, open, [{ lineId: 'WH-20260304-02/1', quantity: 1 }]);
    expect([isRefusal(tooMany) && tooMany.code, isRefusal(elsewhere) && elsewhere.code]).toEqual(['PQ-9', 'PQ-9']);
  });

  it('PQ-5: a promise is for today or later', () => {
    expect(refusePromise(localDate('2026-03-05'), localDate('2026-03-05'))).toBeNull();
    expect(refusePromise(localDate('2026-03-04'), localDate('2026-03-05'))?.code).toBe('PQ-5');
  });

  it('PQ-11: finished when every line ended and every due-back line has its order', () => {
    const used = makePartsLine({ status: 'USED', qtyUsed: 2 });
    expect(isFinished([used], [])).toBe(false);
    expect(isFinished([used], [makeRepair()])).toBe(true);
    expect(isFinished([makePartsLine({ status: 'RETURNED_UNUSED', qtyUsed: 0 }), makePartsLine({ status: 'CANCELLED' })], [])).toBe(true);
    expect(isFinished([makePartsLine({ status: 'RECEIVED' })], [])).toBe(false);
  });
});

describe('RT-10: missing items', () => {
  it('are those still expected more than ten working days past their due date, holidays left out', () => {
    const calendar = buildCalendar(defaultHolidays, readSettings([]), instant('2026-01-01 00:00'));
    if (isRefusal(calendar)) throw new Error(calendar.words.en);
    const due = [makeRepair({ dueBack: localDate('2026-02-10') }), makeRepair({ repairId: 'WX-2', dueBack: localDate('2026-02-10'), status: 'IN_TRANSIT' })];
    // Ten working days after 10 February 2026, over the Spring Festival: 11–14, 24–28 February and 2 March.
    expect(missingReturns(due, calendar, localDate('2026-03-02'))).toEqual([]);
    expect(missingReturns(due, calendar, localDate('2026-03-03')).map(({ repairId }) => repairId)).toEqual(['WX-20260305-01']);
  });
});
