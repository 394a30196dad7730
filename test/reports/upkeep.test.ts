import type { Overtime, SpotCheck, TrainingAssignment, WasteRecord } from '../../sheets-templates';
import { measureAll, summarise, viewMonth, type ReportRows } from '../../src/reports';
import { readSettings } from '../../src/settings';
import { instant, localDate } from '../../src/terms';
import { summaryReport } from '../../src/text/notices/reports';
import { noRows } from './no-rows';

const asOf = instant('2026-04-01 08:30');
const values = (rows: Partial<ReportRows>, metric: string) =>
  Object.fromEntries(measureAll(viewMonth('2026-03', asOf, { ...noRows, ...rows })).filter((one) => one.metric === metric).map(({ dimension, value }) => [dimension ?? '', value]));

const check = (checkId: string, changes: Partial<SpotCheck>): SpotCheck => ({
  checkId, status: 'DONE', kind: 'TICKET', month: '2026-03', ticketId: null, selection: 'RANDOM', seed: null, checker: 'ST-010', contacted: null, classed: null, planned: null, prepared: null, reported: null, causeFound: null, repairChecked: null,
  signed: null, papers: null, opinion: null, score: 90, callbackDone: false, findings: null, result: 'PASS', capaId: null, doneAt: null, ...changes,
});
const assigned = (assignId: string, status: TrainingAssignment['status'], month = '2026-03'): TrainingAssignment => ({ assignId, status, trainingId: 'T', title: '', staffId: 'ST-006', month, passMark: 80, score: null, retakeOf: null, excuse: null, completedAt: null });
const worked = (otId: string, changes: Partial<Overtime>): Overtime => ({
  otId, status: 'APPROVED', staffId: 'ST-006', orderId: null, severity: null, fromAt: instant('2026-03-07 09:00'), toAt: instant('2026-03-07 12:30'), reason: '', dayKind: 'HOLIDAY', statutory: false, reportedAt: null, hours: 3.5, compFrom: null, compTo: null,
  compHours: null, compStatus: 'DRAFT', endedAt: null, ...changes,
});
const waste = (wasteId: string, changes: Partial<WasteRecord>): WasteRecord => ({
  wasteId, status: 'STORED', ticketId: null, category: 'OIL', description: '', qty: 1, unit: '桶', generatedAt: localDate('2026-03-22'), storagePlace: '', storeUntil: null, receiver: null, licenceNo: null, transferDoc: null, disposedAt: null, endedAt: null, ...changes,
});

describe('figures of the registers (8.2)', () => {
  test('R-038, M-19: spot checks done of those drawn, passed of those done, and their mean', () => {
    const spotChecks = [check('1', {}), check('2', { score: 65.5, result: 'FAIL' }), check('3', { status: 'OPEN', score: null, result: null }), check('4', { status: 'CANCELLED' }), check('5', { month: '2026-02' })];
    expect(values({ spotChecks }, 'M-19')).toEqual({ '': 66.7, pass: 50, 'mean score': 77.8 });
  });

  test('R-264, M-31: overtime approved in the month, and what may still be taken', () => {
    const overtime = [worked('1', { compStatus: 'APPROVED', compHours: 2 }), worked('2', { status: 'PENDING' }), worked('3', { fromAt: instant('2026-02-28 09:00'), staffId: 'ST-007', hours: 4 })];
    expect(values({ overtime }, 'M-31')).toMatchObject({ 'overtime, hours': 3.5, 'leave balance, hours': 5.5 });
  });

  test('R-048, M-35: done of what was wanted, excused left out, against the target; passed of those examined', () => {
    const trainings = [assigned('1', 'PASSED'), assigned('2', 'ATTENDED'), assigned('3', 'FAILED'), assigned('4', 'OVERDUE'), assigned('5', 'EXCUSED'), assigned('6', 'ASSIGNED', '2026-04')];
    expect(values({ trainings }, 'M-35')).toEqual({ '': 50, pass: 50 });
    expect(JSON.stringify(summaryReport(summarise({ ...noRows, trainings }, '2026-03', 'FIRST', asOf, [], readSettings([])), 'zh-CN').sections)).toContain('M-35 培训完成率');
  });

  test('R-088, M-40: hazardous waste that is still stored, and the age of the oldest', () => {
    const records = [waste('1', {}), waste('2', { category: 'METAL' }), waste('3', { endedAt: instant('2026-03-30 10:00') }), waste('4', { generatedAt: localDate('2026-01-01'), endedAt: instant('2026-04-01 08:00') })];
    expect(values({ waste: records }, 'M-40')).toEqual({ '': 2, 'oldest, days': 90 });
    expect(values({}, 'M-40')).toEqual({ '': 0, 'oldest, days': null });
  });
});
