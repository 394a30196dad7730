import type { Complaint, CorrectiveAction, Defect, DutyShiftRow, SlaClock } from '../../sheets-templates';
import { measureAll, summarise, viewMonth, type ReportRows } from '../../src/reports';
import { readSettings } from '../../src/settings';
import { instant, localDate } from '../../src/terms';
import { summaryReport } from '../../src/text/notices/reports';
import { makeTicket } from '../app/make-rows';
import { noRows } from './no-rows';

const asOf = instant('2026-04-01 08:30');
const complaint = (complaintId: string, changes: Partial<Complaint> = {}): Complaint => ({
  complaintId, status: 'CLOSED', ticketId: null, customerId: 'CU-00001', channel: 'PHONE', category: 'SERVICE', level: 'NORMAL', content: '', receivedAt: instant('2026-03-10 10:00'), owner: 'ST-004', againstStaff: null, ackAt: null, ackMode: null,
  investigation: null, proposal: null, proposalAt: null, action: null, attempts: [], customerResult: null, valid: null, capaId: null, exceptionReason: null, closedAt: null, ...changes,
});
const action = (capaId: string, changes: Partial<CorrectiveAction> = {}): CorrectiveAction => ({
  capaId, status: 'PLANNED', source: 'COMPLAINT', sourceId: 'TS-1', problem: '未按约到场', analysis: null, action: null, owner: 'ST-004', units: [], dueAt: localDate('2026-03-31'), evidence: null, doneAt: null, verifiedBy: null, effective: null, failures: 0,
  failReason: null, closedAt: null, ...changes,
});
const defect = (defectId: string, changes: Partial<Defect> = {}): Defect => ({
  defectId, status: 'OPEN', source: 'SITE', repairIds: [], ticketIds: [], productId: 'P', causeCode: 'DESIGN', description: '端子过热', severity: 'MAJOR', rdOwner: null, analysis: null, solution: null, planDate: null, affectedScope: null, implementedOn: null,
  evidence: null, verifiedBy: null, rejectReason: null, closedAt: null, ...changes,
});
const clock = (ruleId: string, objectId: string, changes: Partial<SlaClock>): SlaClock => ({
  clockId: `${objectId}/${ruleId}`, objectType: 'COMPLAINT', objectId, ruleId, cycle: '1', clockMode: 'FIX', startAt: instant('2026-03-10 10:00'), durationMin: null, dueAt: instant('2026-03-17 17:30'), dueBasis: 'COMPUTED', stopAt: null, pausedMin: 0,
  result: 'BREACHED_OPEN', breachReason: null, isTargetOnly: false, calendarVersion: '-', lastLevelFired: 0, firstDueAt: null, correctedFrom: null, ...changes,
});
const shift = (date: string): DutyShiftRow => ({ dutyId: date, date: localDate(date), shift: 'FULL', primary: 'ST-006', backup: 'ST-007', phone: '1', acknowledgedAt: null });

const values = (rows: Partial<ReportRows>, metric: string) =>
  Object.fromEntries(measureAll(viewMonth('2026-03', asOf, { ...noRows, ...rows })).filter((one) => one.metric === metric).map(({ dimension, value }) => [dimension ?? '', value]));
const summary = (rows: Partial<ReportRows>) => summarise({ ...noRows, ...rows }, '2026-03', 'FIRST', asOf, [], readSettings([]));

describe('quality in the monthly figures (8.2)', () => {
  test('M-17: complaints of the month by category, how many were right, and on a hundred tickets', () => {
    const complaints = [complaint('1', { valid: 'YES' }), complaint('2', { valid: 'NO', category: 'DELAY' }), complaint('3', { status: 'WITHDRAWN' }), complaint('4', { receivedAt: instant('2026-04-01 00:00') })];
    const tickets = [1, 2, 3].map((number) => makeTicket({ ticketId: `TK-20260303-00${number}` }));
    expect(values({ complaints, tickets }, 'M-17')).toEqual({ '': 2, upheld: 1, 'per 100 tickets': 66.7, 'category:SERVICE': 1, 'category:DELAY': 1 });
    expect(values({ complaints }, 'M-17')['per 100 tickets']).toBeNull();
    expect(summary({ complaints: [...complaints, complaint('5', { valid: 'PARTLY', receivedAt: instant('2026-02-10 10:00'), closedAt: instant('2026-03-02 10:00') })] }).complaints.map(({ complaintId }) => complaintId)).toEqual(['1', '5']);
  });

  test('M-18: first answer, proposal and closing within S-33', () => {
    const clocks = [clock('S-33a', '1', { result: 'MET', stopAt: instant('2026-03-10 11:00') }), clock('S-33b', '1', {}), clock('S-33c', '1', { result: 'RUNNING', dueAt: instant('2026-04-02 17:30') })];
    expect(values({ clocks }, 'M-18')).toEqual({ '': 50, answer: 100, proposal: 0, close: null });
  });

  test('R-202, M-20: corrective actions open, overdue, and those that worked at once', () => {
    const closed = { status: 'CLOSED' as const, closedAt: instant('2026-03-20 10:00'), doneAt: instant('2026-03-18 10:00') };
    const capa = [action('1'), action('2', { dueAt: localDate('2026-04-01') }), action('3', { doneAt: instant('2026-03-30 10:00'), status: 'DONE' }), action('4', closed), action('5', { ...closed, failures: 1 })];
    expect(values({ capa }, 'M-20')).toEqual({ '': 3, overdue: 1, 'effective at once': 50 });
    expect(summary({ capa }).overdueActions.map(({ capaId }) => capaId)).toEqual(['1']);
  });

  test('M-26: defects open, overdue by S-26, closed; a rejected one is none', () => {
    const defects = [defect('1'), defect('2'), defect('3', { status: 'REJECTED', closedAt: instant('2026-03-20 10:00') }), defect('4', { status: 'CLOSED', closedAt: instant('2026-03-20 10:00') })];
    const clocks = [clock('S-26a', '1', { objectType: 'DEFECT' }), clock('S-26a', '2', { objectType: 'DEFECT', result: 'RUNNING', dueAt: instant('2026-04-02 17:30') })];
    expect(values({ defects, clocks }, 'M-26')).toEqual({ '': 2, overdue: 1, closed: 1 });
  });

  test('R-163, 8.2: the summary names days of this week and the next without primary or backup, where a roster is kept', () => {
    const roster = ['2026-04-01', '2026-04-02', '2026-04-04', ...Array.from({ length: 7 }, (_unused, index) => `2026-04-${String(index + 5).padStart(2, '0')}`)].map(shift);
    expect(summary({ roster }).dutyVacancies).toEqual(['2026-04-03', '2026-04-12']);
    expect(summary({}).dutyVacancies).toEqual([]);
  });

  test('8.2: its lists stand in the managers’ mail in both languages', () => {
    const rows = { complaints: [complaint('TS-1', { valid: 'YES' })], capa: [action('ZG-1')], roster: [shift('2026-04-01')] };
    const shown = (language: 'zh-CN' | 'en') => JSON.stringify(summaryReport(summary(rows), language).sections);
    for (const text of ['成立的投诉', 'TS-1', '服务质量', '逾期整改', 'ZG-1', '值班空缺', '2026-04-02']) expect(shown('zh-CN')).toContain(text);
    for (const text of ['Complaints upheld', 'Overdue corrective actions', 'Duty days without']) expect(shown('en')).toContain(text);
  });
});
