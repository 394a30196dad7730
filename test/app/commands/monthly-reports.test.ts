import { approvals, itinerary, monthlyReports, monthlySummary, slaClocks, staff, type MonthlyReportStatus, type StaffMember } from '../../../sheets-templates';
import type { NoticeBody } from '../../../src/app/notices';
import { monthlyReportTransitions } from '../../../src/people';
import { localDate } from '../../../src/terms';
import { company } from '../make-rows';
import type { World } from '../world';
import { marchWorld } from './month-world';

const reportId = 'YB-202603-ST-006';
const report = { workSummary: '三月完成南京配电柜维修一次，客户验收通过，无遗留问题。', nextPlan: '四月继续巡检' };

const opened = (): World => {
  const world = marchWorld().add(itinerary, ...['09', '10', '11'].map((day) => ({
    rowId: `ST-006/2026-03-${day}`, staffId: 'ST-006', date: localDate(`2026-03-${day}`), dayKind: 'WORKDAY' as const, status: day === '10' ? 'ON_SITE' as const : 'TRAVEL' as const,
    orderIds: ['PG-20260303-01'], projectName: '某厂配电', customerId: 'CU-00001', cities: ['南京'], overnightCity: '南京', inCompanyCityOnly: false, allowanceDay: true, siteReportOk: true, remarks: null, locked: false,
  })));
  world.at('2026-04-01 00:30').run('system', 'month.open', '2026-03');
  return world;
};

const approvalOf = (world: World): { readonly id: string; readonly approver: string } => {
  const row = world.all(approvals).find((candidate) => candidate.docId === reportId && candidate.status === 'PENDING');
  return { id: row?.approvalId ?? '', approver: row?.approver ?? '' };
};

describe('month.open (3.13)', () => {
  it('opens a filled-in report for every engineer on the 1st, due on working day 3 (R-283, S-30)', () => {
    const world = opened();
    expect(world.all(monthlyReports).map((row) => row.reportId)).toEqual([reportId, 'YB-202603-ST-007']);
    expect(world.get(monthlyReports, reportId)).toMatchObject({ status: 'DRAFT', daysOut: 3, daysOnSite: 1, orders: [{ orderId: 'PG-20260303-01' }], openItems: [{ ticketId: 'TK-20260303-001' }] });
    expect(world.all(slaClocks).map(({ ruleId, objectId, dueAt }) => [ruleId, objectId, dueAt])).toContainEqual(['S-30', reportId, '2026-04-03T17:30:00+08:00']);
  });

  it('reminds engineers of their own report, clerks and supervisor of the month\'s papers (N-46)', () => {
    expect([...opened().notices('N-46').map((notice) => notice.toStaff)].sort()).toEqual(['ST-004', 'ST-005', 'ST-006', 'ST-007', 'ST-009']);
  });

  it('does nothing the second time, and adds only who was missing', () => {
    const world = opened();
    const before = world.notices().length;
    world.run('system', 'month.open', '2026-03');
    expect(world.notices()).toHaveLength(before);
    world.add(staff, { ...company.eng, staffId: 'ST-020', accountEmail: 'new@example.com' });
    world.run('system', 'month.open', '');
    expect(world.all(monthlyReports)).toHaveLength(3);
    expect(world.notices().slice(before).map(({ code, toStaff }) => [code, toStaff])).toEqual([['N-46', 'ST-020']]);
  });

  it('leaves out who joined later, and refuses people and months that run', () => {
    const world = marchWorld().add(staff, { ...company.eng2, joined: localDate('2026-04-01') }).at('2026-04-01 00:30');
    world.run('system', 'month.open', '2026-03');
    expect(world.all(monthlyReports).map((row) => row.staffId)).toEqual(['ST-006']);
    expect(world.refusal('eng', 'month.open', '2026-03')).toBe('ROLE');
    expect(world.refusal('system', 'month.open', '2026-04')).toBe('MR-1');
  });
});

describe('monthly.submit', () => {
  it('needs a summary of twenty characters and a plan', () => {
    const world = opened();
    expect(world.refusal('eng', 'monthly.submit', reportId, { ...report, workSummary: '本月正常' })).toBe('INPUT');
    expect(world.refusal('eng', 'monthly.submit', reportId, { workSummary: report.workSummary })).toBe('INPUT');
  });

  it('stops S-30 and goes to the supervisor (A-28); approval ends it', () => {
    const world = opened().at('2026-04-03 17:30:00');
    world.run('eng', 'monthly.submit', reportId, report);
    expect(world.get(monthlyReports, reportId)).toMatchObject({ status: 'SUBMITTED', late: false });
    expect(world.get(slaClocks, `${reportId}/S-30/2026-03`).result).toBe('MET');
    expect(approvalOf(world).approver).toBe('ST-004');
    world.run('sup', 'approval.decide', approvalOf(world).id, { decision: 'APPROVED' });
    expect(world.get(monthlyReports, reportId)).toMatchObject({ status: 'APPROVED', reviewedBy: 'ST-004', reviewedAt: world.now });
  });

  it('is late one second after the deadline (S-30)', () => {
    const world = opened().at('2026-04-03 17:30:01');
    world.run('eng', 'monthly.submit', reportId, report);
    expect(world.get(monthlyReports, reportId).late).toBe(true);
    expect(world.get(slaClocks, `${reportId}/S-30/2026-03`).result).toBe('BREACHED_DONE');
  });

  it('comes back with the reason (N-15) and can be submitted again', () => {
    const world = opened().at('2026-04-02 09:00');
    world.run('eng', 'monthly.submit', '', report);
    world.run('sup', 'approval.decide', approvalOf(world).id, { decision: 'RETURNED', comment: '请补充遗留问题' });
    expect(world.get(monthlyReports, reportId)).toMatchObject({ status: 'RETURNED', returnReason: '请补充遗留问题' });
    expect(world.notices('N-15')).toHaveLength(1);
    world.run('eng', 'monthly.submit', 'PG-20260303-01', report);
    expect(world.get(monthlyReports, reportId).status).toBe('SUBMITTED');
  });

  it('sends a supervisor\'s own report to the technical support manager', () => {
    const world = opened();
    const both: StaffMember = { ...company.eng, roles: ['ENG', 'SUP'] };
    world.add(staff, both).run(both, 'monthly.submit', reportId, report);
    expect(approvalOf(world).approver).toBe('ST-003');
  });

  const states: readonly MonthlyReportStatus[] = ['DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED'];
  it.each(states)('from %s follows the table', (status) => {
    const world = opened();
    world.set(monthlyReports, reportId, { status });
    const listed = monthlyReportTransitions.some((row) => row.command === 'monthly.submit' && row.from?.includes(status) === true);
    expect(world.refusal('eng', 'monthly.submit', reportId, report) === null).toBe(listed);
    expect(world.refusal('eng2', 'monthly.submit', reportId, report)).toBe('ROLE');
  });
});

describe('month.summary (8.2)', () => {
  it('sends managers a first look on the 1st and the frozen final report on working day 5, each once', () => {
    const world = opened().at('2026-04-01 08:30');
    world.run('system', 'month.summary', '2026-03');
    world.run('system', 'month.summary', '2026-03');
    expect(world.notices('N-47').map(({ toStaff, subject, notBefore }) => [toStaff, subject, notBefore])).toEqual([
      ['ST-001', '2026-03 月度管理汇总（初报）', null], ['ST-002', '2026-03 月度管理汇总（初报）', null], ['ST-003', '2026-03 月度管理汇总（初报）', null],
    ]);
    expect(world.get(monthlySummary, '2026-03/M-01')).toMatchObject({ value: 1, frozenAt: null });
    world.at('2026-04-08 08:30').run('system', 'month.summary', '2026-03');
    world.run('system', 'month.summary', '2026-03');
    expect(world.notices('N-47')).toHaveLength(6);
    expect(world.get(monthlySummary, '2026-03/M-01').frozenAt).toBe(world.now);
    expect(world.get(monthlySummary, '2026-03/M-03')).toMatchObject({ numerator: 0, denominator: 0, value: null, target: 95 });
  });

  it('carries figures, pictures and lists in the reader\'s language', () => {
    const world = opened().add(staff, { ...company.gm, language: 'en' }).at('2026-04-01 08:30');
    world.run('system', 'month.summary', '2026-03');
    const [english, chinese] = world.notices('N-47').map((notice) => notice.body as NoticeBody);
    expect(english?.report?.title).toBe('Manager summary 2026-03 (first look)');
    expect(chinese?.report?.sections.map(({ kind, heading }) => `${kind} ${heading}`)).toEqual([
      'table 主要指标', 'chart 时限达成率', 'table 原因排列（帕累托）', 'table 全部特急工单', 'table 超时事项及原因', 'table 完工未收款', 'table 成立的投诉', 'table 应返未返旧件', 'table 逾期整改和设计缺陷', 'table 未决责任与收费判定', 'table 值班空缺（本周和下周）', 'table 紧急先行派出', 'table 未经本人确认的聊天、电话批复',
    ]);
  });

  it('is the system\'s alone and about months that are over', () => {
    expect(opened().refusal('gm', 'month.summary', '2026-03')).toBe('ROLE');
    expect(opened().refusal('system', 'month.summary', '2026-04')).toBe('RP-1');
  });
});
