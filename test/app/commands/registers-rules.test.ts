import { dispatchOrders, itinerary, overtime, periodicReports, policyAcks, policyDocs, slaClocks, tickets, tools, training, trainingAssignments, wasteRecords, type Notice } from '../../../sheets-templates';
import { periodicDesk } from '../../../src/app/desk/periodic';
import { leaveBalance } from '../../../src/people';
import { instant, localDate } from '../../../src/terms';
import { makeOrder, makeTicket } from '../make-rows';
import type { World } from '../world';
import { decideAll, makeOvertime, makeTool, makeTraining, registerCases, registerWorld, whoIs } from './register-cases';

const clocks = (world: World, objectId?: string) => world.all(slaClocks).filter((clock) => objectId === undefined || clock.objectId === objectId).map(({ ruleId, dueAt, result }) => `${ruleId} ${dueAt.slice(0, 16)} ${result}`);
const at = (world: World, moment: string, who: string, command: string, id: string, input = {}): string => world.at(moment).run(whoIs(who), command, id, { ...registerCases[command]?.input, ...input });
const sweep = (world: World, moment: string): readonly Notice[] => { const before = world.notices().length; world.at(moment).run('system', 'sweep.escalate', ''); return world.notices().slice(before); };
const told = (notices: readonly Notice[]) => notices.map(({ toStaff, code }) => `${toStaff ?? ''} ${code}`).sort();
const night = (world: World, date: string): World => { world.at(`${date} 00:18`).run('system', 'sweep.registers', date); return world; };

describe('S-43, R-263, R-264: overtime is reported before it begins, compensatory leave asked for within 90 days', () => {
  test('S-43a: planned, it is due at its start; reported in time the clock is met, later it stands as late', () => {
    const world = registerWorld();
    const id = at(world, '2026-03-04 10:00', 'eng', 'overtime.plan', '');
    expect([world.get(overtime, id).dayKind, world.get(overtime, id).hours, clocks(world)]).toEqual(['WEEKEND', 8, ['S-43a 2026-03-07T09:00 RUNNING']]);
    expect(told(sweep(world, '2026-03-07 09:01'))).toEqual(['ST-003 N-44', 'ST-006 N-44']);
    at(world, '2026-03-07 09:30', 'eng', 'overtime.report', id);
    expect(clocks(world)).toEqual(['S-43a 2026-03-07T09:00 BREACHED_DONE']);
    const early = registerWorld();
    at(early, '2026-03-07 09:00', 'eng', 'overtime.declare', '');
    expect(clocks(early)).toEqual(['S-43a 2026-03-07T09:00 MET']);
  });

  test('S-43a: for a ticket of class A or B twelve hours after the start', () => {
    const world = registerWorld().add(tickets, makeTicket({ severity: 'B' })).add(dispatchOrders, makeOrder());
    at(world, '2026-03-07 21:00', 'eng', 'overtime.declare', '', { orderId: 'PG-20260303-01' });
    expect(clocks(world)).toEqual(['S-43a 2026-03-07T21:00 MET']);
  });

  test('S-43b, A-25, A-26: approved by the supervisor; leave within the balance stands in the itinerary', () => {
    const world = registerWorld();
    const id = at(world, '2026-03-04 10:00', 'eng', 'overtime.declare', '');
    world.at('2026-03-04 11:00');
    decideAll(world, ['sup'], 'APPROVED');
    expect(clocks(world)[1]).toBe('S-43b 2026-06-03T00:00 RUNNING');
    expect(leaveBalance(world.all(overtime), 'ST-006')).toBe(8);
    const leave = (compFrom: string, compTo: string) => world.refusal('eng', 'overtime.requestLeave', id, { compFrom, compTo });
    expect([leave('2026-03-10 08:30', '2026-03-11 17:30'), leave('2026-03-07 09:00', '2026-03-07 12:00'), leave('2026-03-10 08:30', '2026-03-10 16:30')]).toEqual(['R-264', 'R-264', null]);
    at(world, '2026-03-05 10:00', 'eng', 'overtime.requestLeave', id);
    decideAll(world, ['sup'], 'APPROVED');
    expect(clocks(world)[1]).toBe('S-43b 2026-06-03T00:00 MET');
    expect([world.get(overtime, id).compHours, leaveBalance(world.all(overtime), 'ST-006'), world.get(itinerary, 'ST-006/2026-03-10').status]).toEqual([3.5, 4.5, 'COMP_LEAVE']);
    expect(leave('2026-03-11 08:30', '2026-03-11 10:30')).toBe('R-264');
  });

  test('R-263: everybody for themself, the supervisor for others; N-55 tells of statutory days; its own approval is the next higher role’s', () => {
    const world = registerWorld();
    expect(world.refusal('eng', 'overtime.plan', '', { ...registerCases['overtime.plan']?.input, staffId: '工程师乙' })).toBe('R-263');
    expect(world.refusal('eng', 'overtime.plan', '', { ...registerCases['overtime.plan']?.input, toAt: '2026-03-07 09:00' })).toBe('R-263');
    at(world, '2026-03-04 10:00', 'sup', 'overtime.plan', '', { staffId: '工程师乙' });
    expect(world.all(overtime)[0]?.staffId).toBe('ST-007');
    at(world, '2026-04-03 10:00', 'sup', 'overtime.declare', '', { fromAt: '2026-04-05 09:00', toAt: '2026-04-05 12:00' });
    expect(told(world.notices('N-55'))).toEqual(['ST-004 N-55', 'ST-024 N-55']);
    expect(told(world.notices('N-24'))).toEqual(['ST-003 N-24']);
  });
});

describe('S-44, R-082: tools are checked', () => {
  test('S-44: reminders 14 and 3 days before, overdue it is stopped by night and not issued; a check starts the next round', () => {
    const world = registerWorld();
    const id = at(world, '2026-03-04 10:00', 'clk', 'tool.register', '', { intervalMonths: '10', lastCheck: '2025-06-01' });
    expect([world.get(tools, id).nextCheck, clocks(world)]).toEqual(['2026-04-01', ['S-44 2026-04-02T00:00 RUNNING']]);
    at(world, '2026-03-05 10:00', 'clk', 'tool.issue', id);
    expect(told(sweep(world, '2026-03-18 09:01'))).toEqual(['ST-005 N-51', 'ST-006 N-51']);
    expect(told(sweep(world, '2026-03-29 09:01'))).toEqual(['ST-005 N-51', 'ST-006 N-51']);
    expect(night(world, '2026-04-01').get(tools, id).status).toBe('ISSUED');
    expect(night(world, '2026-04-02').get(tools, id).status).toBe('OVERDUE');
    expect(told(sweep(world, '2026-04-02 00:20'))).toEqual(['ST-003 N-44', 'ST-006 N-44']);
    at(world, '2026-04-02 10:00', 'clk', 'tool.sendToCheck', id);
    at(world, '2026-04-07 10:00', 'clk', 'tool.checked', id, { lastCheck: '2026-04-06' });
    expect(clocks(world, id)).toEqual(['S-44 2026-04-02T00:00 BREACHED_DONE', 'S-44 2027-02-07T00:00 RUNNING']);
  });
  test('R-082: an overdue tool is not issued even before the night; one without checks has no clock; a check that is past is none', () => {
    const world = registerWorld().add(tools, makeTool({ toolId: 'TL-900', nextCheck: localDate('2026-03-03') }));
    expect(world.refusal('clk', 'tool.issue', 'TL-900', { holder: '工程师甲' })).toBe('R-082');
    expect(world.refusal('clk', 'tool.register', '', { name: '钳子', checkKind: 'INSPECTION' })).toBe('R-082');
    expect(world.refusal('clk', 'tool.register', '', { name: '钳子', checkKind: 'INSPECTION', intervalMonths: '1', lastCheck: '2025-01-01' })).toBe('R-082');
    at(world, '2026-03-04 10:00', 'clk', 'tool.register', '', { checkKind: 'NONE', intervalMonths: '', lastCheck: '' });
    expect(clocks(world)).toEqual([]);
  });
});

describe('S-45, R-087, R-088: waste', () => {
  test('S-45: hazardous waste leaves within 365 days of the day it came into being; it needs licence and document', () => {
    const world = registerWorld();
    const id = at(world, '2026-03-04 10:00', 'eng', 'waste.store', '', { category: 'OIL' });
    expect([world.get(wasteRecords, id).storeUntil, clocks(world)]).toEqual(['2027-03-02', ['S-45 2027-03-03T00:00 RUNNING']]);
    expect(world.refusal('clk', 'waste.handOver', id, { receiver: '某公司', licenceNo: '苏环 1' })).toBe('R-088');
    at(world, '2026-03-05 10:00', 'clk', 'waste.handOver', id, { licenceNo: '苏环 1', transferDoc: 'LD-1' });
    expect(world.refusal('clk', 'waste.dispose', id, { disposedAt: '2026-03-01' })).toBe('R-088');
    at(world, '2026-03-06 10:00', 'clk', 'waste.dispose', id, { disposedAt: '2026-03-06' });
    expect([clocks(world), world.get(wasteRecords, id).endedAt]).toEqual([['S-45 2027-03-03T00:00 MET'], world.now]);
  });
  test('R-088: other waste has no clock; a company’s own part goes back and nowhere else', () => {
    const world = registerWorld();
    const [metal, part] = [at(world, '2026-03-04 10:00', 'eng', 'waste.store', ''), at(world, '2026-03-04 10:00', 'eng', 'waste.store', '', { category: 'COMPANY_PART' })];
    expect(clocks(world)).toEqual([]);
    expect([world.refusal('clk', 'waste.return', metal), world.refusal('clk', 'waste.handOver', part, { receiver: '某公司' }), world.refusal('clk', 'waste.return', part)]).toEqual(['R-088', 'R-088', null]);
    expect(world.refusal('eng', 'waste.store', '', { ...registerCases['waste.store']?.input, qty: 'viel' })).toBe('INPUT');
  });
});

describe('S-47, R-030, R-057: the week’s reports', () => {
  test('S-47: supervisor and customer service each have one from Monday’s night to 17:30 of the last working day, once; sent with figures and words', () => {
    const world = night(night(registerWorld(), '2026-03-02'), '2026-03-03');
    expect(clocks(world)).toEqual(['S-47 2026-03-06T17:30 RUNNING', 'S-47 2026-03-06T17:30 RUNNING']);
    expect([world.desk(periodicDesk, 'sup'), world.desk(periodicDesk, 'clk')].map((items) => items.map(({ objectId, offers }) => [objectId, offers[0]?.fields.map(({ name }) => name)]))).toEqual([[['BS-20260302-GROUP_WEEKLY', ['remarks']]], [['BS-20260302-CS_WEEKLY', ['remarks']]]]);
    expect(world.refusal('tsm', 'periodic.send', 'BS-20260302-GROUP_WEEKLY')).toBe('ROLE');
    expect(told(sweep(world, '2026-03-06 17:31'))).toEqual(['ST-003 N-44', 'ST-004 N-44', 'ST-005 N-44']);
    world.add(tickets, makeTicket({ severity: 'B' })).at('2026-03-06 18:00').run('sup', 'periodic.send', 'BS-20260302-GROUP_WEEKLY', { remarks: '两名工程师在外' });
    expect([clocks(world, 'BS-20260302-GROUP_WEEKLY'), world.get(periodicReports, 'BS-20260302-GROUP_WEEKLY').status]).toEqual([['S-47 2026-03-06T17:30 BREACHED_DONE'], 'SENT']);
    const [mail] = world.notices('N-47');
    expect([mail?.toStaff, JSON.stringify(mail?.body).includes('两名工程师在外'), JSON.stringify(mail?.body).includes('["紧急","1","0","1"]')]).toEqual(['ST-003', true, true]);
    world.run('clk', 'periodic.send', 'BS-20260302-CS_WEEKLY', {});
    expect(world.notices('N-47').slice(1).map(({ toStaff }) => toStaff)).toEqual(['ST-004', 'ST-003']);
  });
  test('S-47: a week without working days owes none', () => {
    expect(clocks(night(registerWorld(), '2026-02-16'))).toEqual([]);
  });
});

describe('S-48, R-064 to R-066: policies', () => {
  const inForce = (effectiveDate: string): { readonly world: World; readonly id: string } => {
    const world = registerWorld();
    const id = at(world, '2026-03-04 10:00', 'tsm', 'policy.draft', '', { effectiveDate });
    world.run('tsm', 'policy.submit', id);
    decideAll(world, ['sup', 'dcc', 'ops', 'prd', 'qm', 'dgm', 'gm'], 'APPROVED');
    return { world, id };
  };
  test('S-48: approved in order by A-32, everybody in service acknowledges by 17:30 of the day it comes into force', () => {
    const { world, id } = inForce('2026-03-12');
    expect([world.all(policyAcks).length, new Set(clocks(world)), world.notices('N-54').length]).toEqual([18, new Set(['S-48 2026-03-12T17:30 RUNNING']), 18]);
    at(world, '2026-03-12 17:30', 'eng', 'policyAck.give', `${id}/A/ST-006`);
    expect(clocks(world, `${id}/A/ST-006`)).toEqual(['S-48 2026-03-12T17:30 MET']);
    expect(night(world, '2026-03-12').get(policyDocs, id).status).toBe('EFFECTIVE');
    expect(told(sweep(world, '2026-03-12 17:31')).filter((line) => line === 'ST-007 N-44')).toHaveLength(1);
    at(world, '2026-03-13 10:00', 'tsm', 'policy.withdraw', id);
    expect(new Set(clocks(world).filter((line) => line.startsWith('S-48')).map((line) => line.split(' ')[2]))).toEqual(new Set(['MET', 'BREACHED_DONE']));
  });
  test('R-065: approved on its day or later, it is in force from the next working day; a new version takes the place of the old one', () => {
    const { world, id } = inForce('2026-03-04');
    expect(world.get(policyDocs, id)).toMatchObject({ effectiveDate: '2026-03-05', version: 'A' });
    expect(world.refusal('tsm', 'policy.draft', '', { ...registerCases['policy.draft']?.input, supersedes: id })).toBe('R-065');
    night(world, '2026-03-05');
    const next = at(world, '2026-03-05 10:00', 'tsm', 'policy.draft', '', { supersedes: id });
    expect(world.get(policyDocs, next).version).toBe('B');
  });
});

describe('S-41, R-048, R-083: training tasks of the month', () => {
  const assigned = (): World => {
    const world = registerWorld().add(training, makeTraining());
    at(world, '2026-03-04 10:00', 'hr', 'training.approve', 'PX-001');
    return world;
  };
  test('S-41: everybody of the audience has a task by 17:30 of the month’s last working day; having been there ends it', () => {
    const world = assigned();
    expect(clocks(world)).toEqual(['S-41 2026-03-31T17:30 RUNNING', 'S-41 2026-03-31T17:30 RUNNING']);
    at(world, '2026-03-20 17:00', 'hr', 'trainingTask.attended', 'PX-001/ST-006');
    expect(clocks(world, 'PX-001/ST-006')).toEqual(['S-41 2026-03-31T17:30 MET']);
    expect(told(sweep(world, '2026-03-31 17:31'))).toEqual(['ST-003 N-44', 'ST-007 N-44']);
    expect(night(world, '2026-04-01').get(trainingAssignments, 'PX-001/ST-007').status).toBe('OVERDUE');
    expect(told(world.notices('N-49').slice(2))).toEqual(['ST-003 N-49', 'ST-007 N-49']);
  });
  test('R-083, A-39: the preparer does not approve; who fails has a task next month; pass and fail keep to the mark; roles must exist', () => {
    const world = assigned();
    expect(registerWorld().add(training, makeTraining()).refusal('tsm', 'training.approve', 'PX-001')).toBe('A-39');
    at(world, '2026-03-20 17:00', 'hr', 'trainingTask.attended', 'PX-001/ST-006');
    expect([world.refusal(whoIs('hr'), 'trainingTask.pass', 'PX-001/ST-006', { score: '79' }), world.refusal(whoIs('hr'), 'trainingTask.fail', 'PX-001/ST-006', { score: '80' }), world.refusal(whoIs('hr'), 'trainingTask.pass', 'PX-001/ST-006', { score: '101' })]).toEqual(['R-083', 'R-083', 'R-083']);
    at(world, '2026-03-21 10:00', 'hr', 'trainingTask.fail', 'PX-001/ST-006');
    expect(world.get(trainingAssignments, 'PX-001/ST-006+')).toMatchObject({ status: 'ASSIGNED', month: '2026-04', retakeOf: 'PX-001/ST-006' });
    expect(clocks(world, 'PX-001/ST-006+')).toEqual(['S-41 2026-04-30T17:30 RUNNING']);
    expect(world.refusal('tsm', 'training.plan', '', { ...registerCases['training.plan']?.input, audience: 'ENG, CHEF' })).toBe('R-083');
  });
});

test('R-264: the balance counts approved hours less leave taken or asked for', () => {
  const rows = [makeOvertime({ status: 'APPROVED' }), makeOvertime({ otId: 'OT-2', status: 'APPROVED', hours: 4, compStatus: 'PENDING', compHours: 3.5 }), makeOvertime({ otId: 'OT-3', status: 'PENDING', hours: 9, fromAt: instant('2026-03-08 09:00') })];
  expect(leaveBalance(rows, 'ST-006')).toBe(8.5);
});
