import type { Approval, Receivable, SlaClock, SummaryFigure, Survey, Ticket } from '../../sheets-templates';
import { managerPage, measureAll, metrics, summarise, summaryRows, viewMonth, type ReportRows } from '../../src/reports';
import { readSettings } from '../../src/settings';
import { fen, instant, localDate, type Instant } from '../../src/terms';
import { summaryReport } from '../../src/text/notices/reports';
import { company, makeOrder, makeRepair, makeTicket } from '../app/make-rows';
import { noRows } from './no-rows';

const settings = readSettings([]);
const asOf = instant('2026-04-01 08:30');

const none: ReportRows = { ...noRows, staff: Object.values(company) };

const clock = (ruleId: string, changes: Partial<SlaClock> = {}): SlaClock => ({
  clockId: `${changes.objectId ?? 'TK-20260303-001'}/${ruleId}/1`, objectType: 'TICKET', objectId: 'TK-20260303-001', ruleId, cycle: '1', clockMode: 'CAL', startAt: instant('2026-03-03 09:10'), durationMin: 60,
  dueAt: instant('2026-03-03 10:10'), dueBasis: 'COMPUTED', stopAt: instant('2026-03-03 09:40'), pausedMin: 0, result: 'MET', breachReason: null, isTargetOnly: false, calendarVersion: '-', lastLevelFired: 0, firstDueAt: null, correctedFrom: null, ...changes,
});

const survey = (qOverall: number | null, changes: Partial<Survey> = {}): Survey => ({
  surveyId: 'DC-1', status: qOverall === null ? 'SENT' : 'ANSWERED', ticketId: 'TK-20260303-001', customerId: 'CU-00001', sentAt: instant('2026-03-04 09:00'), mode: 'LINK', qResponse: null, qQuality: null, qSkill: null, qAttitude: null,
  qOverall, solved: null, comment: null, answeredAt: qOverall === null ? null : instant('2026-03-05 10:00'), caller: null, followupTask: null, ...changes,
});

const figure = (rows: Partial<ReportRows>, metric: string, dimension: string | null = null) =>
  measureAll(viewMonth('2026-03', asOf, { ...none, ...rows })).find((one) => one.metric === metric && one.dimension === dimension);

const ticket = (number: number, changes: Partial<Ticket> = {}): Ticket => makeTicket({ ticketId: `TK-20260303-${String(number).padStart(3, '0')}`, ...changes });

const kept = (month: string, metric: string, value: number, dimension: string | null = null): SummaryFigure =>
  ({ rowId: `${month}/${metric}`, month, metric, dimension, numerator: null, denominator: null, value, target: null, frozenAt: asOf });

describe('metrics (8.2)', () => {
  it('shows a rate without anything to count as unknown, never as 0 % or 100 %', () => {
    for (const row of metrics.filter(({ unit }) => unit === '%')) {
      for (const one of row.measure(viewMonth('2026-03', asOf, none))) expect(one.value).toBeNull();
    }
  });

  it('R-008, R-078, M-03: met ÷ finished or overdue; running, superseded and target-only clocks count for neither', () => {
    const clocks = [
      clock('S-01'), clock('S-01', { clockId: 'b', result: 'BREACHED_DONE' }), clock('S-01', { clockId: 'c', result: 'BREACHED_OPEN', stopAt: null }),
      clock('S-01', { clockId: 'd', result: 'RUNNING', stopAt: null, dueAt: instant('2026-04-01 09:00') }), clock('S-01', { clockId: 'e', result: 'SUPERSEDED' }), clock('S-01', { clockId: 'f', isTargetOnly: true }),
    ];
    expect(figure({ clocks, tickets: [ticket(1)] }, 'M-03')).toMatchObject({ numerator: 1, denominator: 3, value: 33.3 });
  });

  it('counts a ticket\'s clock in the month the ticket was received, others by their due moment', () => {
    const april = { dueAt: instant('2026-04-01 00:30'), result: 'BREACHED_DONE' as const };
    expect(figure({ clocks: [clock('S-07', april)], tickets: [ticket(1)] }, 'M-06', 'B')?.denominator).toBe(1);
    expect(figure({ clocks: [clock('S-14', { ...april, objectId: 'PG-1' })] }, 'M-33')?.denominator).toBe(0);
    expect(figure({ clocks: [clock('S-11', { objectId: 'PG-1', dueAt: instant('2026-04-01 00:00') })] }, 'M-09')).toMatchObject({ value: 100 });
  });

  it('M-28 and M-29: what was received, and what is done and not paid, by age', () => {
    const row = (changes: Partial<Receivable>): Receivable => ({
      arId: 'YS-1', status: 'OVERDUE', ticketId: 'TK-20260303-001', customerId: 'CU-00001', agreementId: null, changeId: null, amount: fen(300000), received: fen(100000), balance: fen(200000), dueDate: localDate('2026-02-20'), ageDays: 40,
      owner: 'ST-004', disputeId: null, invoiceNo: null, writeOff: fen(0), ...changes,
    });
    const receivables = [row({}), row({ arId: 'YS-2', ticketId: 'TK-20260303-002', balance: fen(1), ageDays: 0, status: 'NOT_DUE' }), row({ arId: 'YS-3', status: 'PAID', balance: fen(0), ageDays: 0 })];
    const tickets = [ticket(1, { acceptedAt: instant('2026-03-05 10:00') }), ticket(2)];
    const payments = [{ paymentId: 'SK-1', arId: 'YS-1', amount: fen(100000), paidAt: localDate('2026-03-10'), method: 'BANK' as const, reference: '1', recordedBy: 'ST-005', confirmedBy: 'ST-012', voided: false, reason: null }];
    const all = { receivables, tickets, payments };
    expect([null, 'yuan', 'age:0', 'age:31–60'].map((dimension) => figure(all, 'M-29', dimension)?.value)).toEqual([1, 2000, 0, 2000]);
    expect(['agreed', 'received', 'overdue'].map((dimension) => figure(all, 'M-28', dimension)?.value)).toEqual([9000, 1000, 2000]);
    expect(summarise({ ...none, ...all }, '2026-03', 'FIRST', asOf, [], settings).unpaid.map(({ arId }) => arId)).toEqual(['YS-1']);
  });

  it('M-01 and M-02: received in the month, open at its end by age', () => {
    const tickets = [ticket(1), ticket(2, { severity: 'A', receivedAt: instant('2026-03-30 12:00') }), ticket(3, { status: 'CLOSED', closedAt: instant('2026-03-20 12:00') }), ticket(4, { receivedAt: instant('2026-04-01 00:00') })];
    expect(figure({ tickets }, 'M-01')?.value).toBe(3);
    expect(figure({ tickets }, 'M-01', 'class:A')?.value).toBe(1);
    expect(figure({ tickets }, 'M-02')?.value).toBe(2);
    expect([figure({ tickets }, 'M-02', 'age:0-3')?.value, figure({ tickets }, 'M-02', 'age:15-30')?.value]).toEqual([1, 1]);
    expect(figure({ tickets: [ticket(3, { status: 'CLOSED', closedAt: instant('2026-04-01 00:00') })] }, 'M-02')?.value).toBe(1);
  });

  it('R-099, R-145, M-10: mean, median and 90th percentile in hours', () => {
    const tickets = [1, 2, 3, 10].map((hours, index) => ticket(index, { resolvedAt: instant(`2026-03-03 ${String(9 + hours).padStart(2, '0')}:10`) }));
    expect([null, 'median', 'p90'].map((dimension) => figure({ tickets }, 'M-10', dimension)?.value)).toEqual([4, 2.5, 10]);
  });

  it('4.4 no. 7, M-10: net times leave out what each ticket waited, and both stand in the summary', () => {
    const tickets = [ticket(1, { resolvedAt: instant('2026-03-03 13:10'), heldMin: 90 }), ticket(2, { resolvedAt: instant('2026-03-03 11:10') }), ticket(3, { resolvedAt: instant('2026-03-03 09:40'), heldMin: 45 })];
    expect([null, 'net', 'net median', 'net p90'].map((dimension) => figure({ tickets }, 'M-10', dimension)?.value)).toEqual([2.2, 1.5, 2, 2.5]);
    const { page } = summarise({ ...none, tickets }, '2026-03', 'FIRST', asOf, [], settings);
    expect(page.filter(({ metric }) => metric === 'M-10').map(({ current }) => current)).toEqual([2.2, 1.5]);
  });

  it('6.1 no. 5, M-37: replies by chat that nobody confirmed are counted and listed, denied ones too', () => {
    const approval = (approvalId: string, changes: Partial<Approval>): Approval => ({
      approvalId, docType: 'DISPATCH', docId: 'PG-1', docHash: '', matrixId: 'A-01', step: 1, role: 'TSM', approver: 'ST-003', onBehalfOf: null, requestedBy: 'ST-004', requestedAt: instant('2026-03-03 09:00'), decision: 'APPROVED',
      decidedAt: instant('2026-03-03 09:40'), recordedAt: instant('2026-03-03 10:00'), via: 'WECHAT', evidence: '截图', recordedBy: 'ST-005', confirmedAt: null, comment: null, status: 'APPROVED', ...changes,
    });
    const approvals = [
      approval('SP-1', {}), approval('SP-2', { status: 'VOID', docId: 'PG-2' }), approval('SP-3', { confirmedAt: instant('2026-03-04 09:00'), docId: 'PG-3' }), approval('SP-4', { via: 'SYSTEM', recordedBy: null, docId: 'PG-4' }),
      approval('SP-5', { decidedAt: instant('2026-02-28 09:40'), docId: 'PG-5' }),
    ];
    expect(figure({ approvals }, 'M-37', 'unconfirmed')?.value).toBe(2);
    const text = JSON.stringify(summaryReport(summarise({ ...none, approvals }, '2026-03', 'FINAL', asOf, [], settings), 'zh-CN'));
    expect([/PG-1.*未确认/, /PG-2.*已否认/].every((shown) => shown.test(text))).toBe(true);
    expect(text).not.toMatch(/PG-[345]/);
  });

  it('M-11: one visit and no repeat within 30 days, for the month before', () => {
    const accepted = instant('2026-02-20 10:00');
    const before = (number: number): Ticket => ticket(number, { receivedAt: instant('2026-02-18 10:00'), acceptedAt: accepted });
    const orders = [1, 2, 2].map((number, index) => makeOrder({ orderId: `PG-${index}`, ticketId: `TK-20260303-00${number}`, status: 'CLOSED' }));
    const tickets = [before(1), before(2), before(3), ticket(4, { repeatOf: 'TK-20260303-003', receivedAt: instant('2026-03-22 10:00') })];
    expect(figure({ tickets, orders }, 'M-11')).toMatchObject({ numerator: 1, denominator: 3 });
    expect(figure({ tickets: [...tickets.slice(0, 3), ticket(4, { repeatOf: 'TK-20260303-003', receivedAt: instant('2026-03-22 10:01') })], orders }, 'M-11')?.numerator).toBe(2);
  });

  it('R-018, M-15: the mean of the marks answered in the month, their spread, and what reaches 4', () => {
    const surveys = [survey(5), survey(5), survey(4), survey(2), survey(null), survey(1, { answeredAt: instant('2026-04-01 00:00') })];
    expect(figure({ surveys }, 'M-15')).toMatchObject({ value: 4, denominator: 4 });
    expect(figure({ surveys }, 'M-15', '4–5')?.value).toBe(75);
    expect(['mark:5', 'mark:4', 'mark:2', 'mark:1'].map((dimension) => figure({ surveys }, 'M-15', dimension)?.value)).toEqual([2, 1, 1, undefined]);
  });

  it('8.3, M-15: a mean just under its target is not rounded up to it', () => {
    const surveys = [...Array.from({ length: 9 }, () => survey(4)), ...Array.from({ length: 8 }, () => survey(5))];
    const line = summarise({ ...none, surveys }, '2026-03', 'FIRST', asOf, [], settings).page.find(({ metric }) => metric === 'M-15');
    expect(line).toMatchObject({ current: 4.47, target: 4.5 });
    expect(summarise(none, '2026-03', 'FIRST', asOf, [], settings).page.find(({ metric }) => metric === 'M-15')?.current).toBeNull();
  });

  it('R-176, M-16: answered ÷ sent, of those sent in the month', () => {
    const surveys = [survey(5), survey(null), survey(null, { sentAt: null }), survey(3, { sentAt: instant('2026-02-27 09:00') }), survey(4, { answeredAt: instant('2026-04-01 08:00') })];
    expect(figure({ surveys }, 'M-16')).toMatchObject({ numerator: 2, denominator: 3, value: 66.7 });
  });

  it('M-23: returned ÷ due back in the month', () => {
    const repairs = [makeRepair({ sentAt: instant('2026-03-10 10:00') }), makeRepair({ repairId: 'WX-2' }), makeRepair({ repairId: 'WX-3', dueBack: localDate('2026-04-01') }), makeRepair({ repairId: 'WX-4', status: 'CANCELLED' })];
    expect(figure({ repairs }, 'M-23')).toMatchObject({ numerator: 1, denominator: 2, value: 50 });
  });

  it('names every line of the manager\'s page among the metrics', () => {
    for (const { metric } of managerPage) expect(metrics.map((row) => row.metric)).toContain(metric);
    expect(new Set(metrics.map((row) => row.metric)).size).toBe(metrics.length);
  });
});

describe('manager summary', () => {
  const rows: ReportRows = { ...none, tickets: [ticket(1)], clocks: [clock('S-01')] };

  it('compares with the target, last month and the mean of twelve', () => {
    const earlier = [kept('2026-02', 'M-03', 80), kept('2026-01', 'M-03', 90), kept('2025-03', 'M-03', 10)];
    const line = summarise(rows, '2026-03', 'FIRST', asOf, earlier, settings).page.find(({ metric }) => metric === 'M-03');
    expect(line).toMatchObject({ target: 95, current: 100, previous: 80, mean: 90 });
    const report = summaryReport(summarise(rows, '2026-03', 'FIRST', asOf, earlier, settings), 'zh-CN');
    const table = report.sections[0];
    expect(table?.kind === 'table' ? table.rows[2] : []).toEqual(['M-03 首次联系及时率', '95.0%', '100.0% √', '1/1', '80.0%', '▲ 20.0%', '90.0%']);
  });

  it('8.2: a change against last month has no more decimals than the figures', () => {
    const shown = (previous: number): string | undefined => {
      const summary = summarise(none, '2026-03', 'FIRST', asOf, [], settings);
      const page = summary.page.map((line) => (line.metric === 'M-32' ? { ...line, current: 2, previous } : line));
      const [table] = summaryReport({ ...summary, page }, 'zh-CN').sections;
      return table?.kind === 'table' ? table.rows.find(([label]) => label?.startsWith('M-32'))?.[5] : undefined;
    };
    expect([1.4, 2, 2.3, 2.04, 1].map(shown)).toEqual(['▲ 0.6', '=', '▼ 0.3', '=', '▲ 1']);
  });

  it('lists breaches with their reason and keeps targets with the figures', () => {
    const late = clock('S-03', { dueAt: instant('2026-03-03 11:10'), stopAt: instant('2026-03-03 12:40'), result: 'BREACHED_DONE', breachReason: 'NO_STAFF' });
    const summary = summarise({ ...rows, clocks: [late] }, '2026-03', 'FINAL', asOf, [], settings);
    const report = summaryReport(summary, 'en');
    const table = report.sections.find((section) => section.heading.startsWith('Missed deadlines'));
    expect(table?.kind === 'table' ? table.rows[0]?.slice(1) : []).toEqual(['TK-20260303-001 某厂配电', '2026-03-03 11:10', '1 h 30 min', 'No staff']);
    expect(summaryRows(summary, settings).find((row) => row.rowId === '2026-03/M-05/A')).toMatchObject({ target: 95, value: 0, frozenAt: asOf });
  });

  it('fits a cell however much went wrong', () => {
    const many = Array.from({ length: 400 }, (_unused, index) => index);
    const long = '某某省某某市某某区某某工业园配电改造项目'.repeat(5);
    const summary = summarise({
      ...none,
      tickets: many.map((index) => ticket(index, { severity: 'A', projectName: long, modelText: long, chargeStatus: 'DECISION_PENDING' })),
      clocks: many.map((index) => clock('S-03', { clockId: String(index), objectId: `TK-20260303-${String(index).padStart(3, '0')}`, result: 'BREACHED_OPEN', stopAt: null as Instant | null })),
      repairs: many.map((index) => makeRepair({ repairId: `WX-${index}`, itemName: long })),
      orders: many.map((index) => makeOrder({ orderId: `PG-${index}`, projectName: long, emergencyRatify: true, issuedAt: instant('2026-03-03 10:00') })),
    }, '2026-03', 'FINAL', asOf, [], settings);
    for (const language of ['zh-CN', 'en'] as const) expect(JSON.stringify(summaryReport(summary, language)).length).toBeLessThan(40_000);
  });
});
