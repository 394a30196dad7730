import { refuseContactTime, refuseLeaving, refusePlannedReturn, refuseReportDate, refuseTrip, refuseUnexplained, refuseUntold, unreportedDates } from '../../src/field';
import type { Acceptance, SiteReport } from '../../sheets-templates';
import { instant, localDate } from '../../src/terms';
import { makeOrder } from '../app/make-rows';

const order = makeOrder({ status: 'PRE_LEAVE', arrivedAt: instant('2026-03-04 10:00'), leftAt: instant('2026-03-06 12:00') });

const report = (kind: SiteReport['kind'], date: string, at: string): SiteReport => ({
  reportId: `SR-${kind}-${date}`, orderId: order.orderId, kind, reportDate: localDate(date), at: instant(at), contactAt: null, siteStatus: '正常', progressPct: null, effect: null, problems: null,
  lodgingPlace: null, contactPhone: null, toldSales: null, toldOwner: null, toldMarketing: null, planReturn: null, safetyOk: null, photos: null, supReply: null,
});

const signed = (overrides: Partial<Acceptance> = {}): Acceptance => ({
  acceptanceId: 'AC-0001', ticketId: order.ticketId, orderId: null, workSummary: '更换', partsReplaced: null, functionTest: 'PASS', explained: true, advice: '-', chargeSummary: null, signerName: '王',
  signerPhoneLast4: '5678', method: 'TOKEN_PAGE', evidence: null, result: 'ACCEPTED', rejectReason: null, signedAt: instant('2026-03-06 11:00'), remindCount: 0, ...overrides,
});

const leftAt = instant('2026-03-06 12:00');
const preLeave = report('PRE_LEAVE', '2026-03-06', '2026-03-06 11:00');

describe('reports from the site', () => {
  it('R-271: a call counts between arrival and now', () => {
    const [arrived, now] = [instant('2026-03-04 10:00'), instant('2026-03-04 11:00')];
    expect(refuseContactTime(null, arrived, now)).toBeNull();
    expect(refuseContactTime(instant('2026-03-04 10:00'), arrived, now)).toBeNull();
    expect(refuseContactTime(instant('2026-03-04 09:59'), arrived, now)?.code).toBe('DP-11');
    expect(refuseContactTime(instant('2026-03-04 11:01'), arrived, now)?.code).toBe('DP-11');
  });

  it('R-272, R-280: whoever was not told is named with a reason', () => {
    const who = { zh: '业主', en: 'The owner is' };
    expect([refuseUntold(true, null, who), refuseUntold(false, '业主出差', who)]).toEqual([null, null]);
    expect(refuseUntold(false, null, who)?.words.zh).toContain('业主');
  });

  it('R-274: a daily report is for a date on site that has begun', () => {
    const now = instant('2026-03-05 12:00');
    expect(refuseReportDate(localDate('2026-03-05'), order, now)).toBeNull();
    expect(refuseReportDate(localDate('2026-03-06'), order, now)?.code).toBe('R-274');
    expect(refuseReportDate(localDate('2026-03-03'), order, now)?.code).toBe('R-274');
  });

  it('DP-12: the planned return is today or later', () => {
    expect(refusePlannedReturn(localDate('2026-03-06'), leftAt)).toBeNull();
    expect(refusePlannedReturn(localDate('2026-03-05'), leftAt)?.code).toBe('DP-12');
  });

  it('S-13: without a pre-leave report, or before it, nobody leaves', () => {
    expect(refuseLeaving(order, [], [signed()], leftAt, null)?.code).toBe('S-13');
    expect(refuseLeaving(order, [preLeave], [signed()], instant('2026-03-06 10:59'), null)?.code).toBe('S-13');
    expect(refuseLeaving(order, [preLeave], [signed()], preLeave.at, null)).toBeNull();
  });

  it('DP-14: a signature of this visit or a reason', () => {
    expect(refuseLeaving(order, [preLeave], [], leftAt, null)?.code).toBe('DP-14');
    expect(refuseLeaving(order, [preLeave], [signed({ result: 'REJECTED' })], leftAt, null)?.code).toBe('DP-14');
    expect(refuseLeaving(order, [preLeave], [signed({ signedAt: instant('2026-02-01 10:00') })], leftAt, null)?.code).toBe('DP-14');
    expect(refuseLeaving(order, [preLeave], [], leftAt, '客户拒签')).toBeNull();
  });

  it('DP-16, AMB-20: the pre-leave report serves for the last day, other days want their own', () => {
    const wanted = ['2026-03-04', '2026-03-05', '2026-03-06'].map((date) => localDate(date));
    const reports = [report('DAILY', '2026-03-04', '2026-03-04 17:00'), report('PRE_LEAVE', '2026-03-05', '2026-03-05 17:00')];
    expect(unreportedDates(wanted, order, reports)).toEqual([]);
    expect(unreportedDates(wanted, order, reports.slice(0, 1))).toEqual(['2026-03-05', '2026-03-06']);
    expect(refuseUnexplained([localDate('2026-03-05')], null)?.words.en).toContain('2026-03-05');
    expect(refuseUnexplained([localDate('2026-03-05')], '台风停工')).toBeNull();
  });
});

describe('R-211: trip reports', () => {
  const fault = { hasEquipmentFault: true, causeCode: 'COMPONENT', rootCause: '触头材料疲劳导致接触电阻升高', unitCount: 1 } as const;

  it.each([
    ['at least one unit', { ...fault, unitCount: 0 }, 'R-211'],
    ['a fault with its cause code', { ...fault, causeCode: null }, 'R-211'],
    ['a fault with a root cause of ten characters', { ...fault, rootCause: '触头疲劳' }, 'R-211'],
    ['a complete fault', fault, null],
    ['no cause where there was no fault', { hasEquipmentFault: false, causeCode: null, rootCause: null, unitCount: 1 }, null],
  ] as const)('want %s', (_what, content, code) => {
    expect(refuseTrip(content)?.code ?? null).toBe(code);
  });
});
