import { approvals, contactAttempts, managerReports, slaClocks, tasks, tickets, type ContactAttempt, type SlaClock } from '../../../sheets-templates';
import { instant } from '../../../src/terms';
import { company, makeTicket } from '../make-rows';
import { World } from '../world';
import { ticketClocks } from '../../deadlines/office';

const id = 'TK-20260303-001';
const unclassified = { status: 'NEW', severity: null, severityClaimed: null, severityAt: null, severityEffectiveAt: null, serviceMode: null, servicePlan: null } as const;

/** A ticket as registration leaves it: S-01 running, class clocks of a provisional class running. */
const received = (claimed: 'A' | 'B' | 'C' | null, at = '2026-03-03 09:10'): World => {
  const clocks = claimed === null ? [] : ticketClocks(claimed, at).filter((clock) => clock.ruleId !== 'S-42');
  const first = ticketClocks('A', at).filter((clock) => clock.ruleId === 'S-01');
  return new World().at(at).add(tickets, makeTicket({ ...unclassified, severityClaimed: claimed, receivedAt: instant(at) }))
    .add(slaClocks, ...(claimed === null ? first : clocks).map((clock) => ({ ...clock, objectId: id, clockId: clock.clockId.replace(clock.objectId, id) })));
};

const clocks = (world: World, rule: string): readonly SlaClock[] => world.all(slaClocks).filter((clock) => clock.ruleId === rule);
const last = (world: World, rule: string): SlaClock | undefined => [...clocks(world, rule)].pop();
const due = (world: World, rule: string): string | undefined => last(world, rule)?.dueAt.slice(0, 16).replace('T', ' ');
const attempt = (attemptId: string, at: string, outcome: ContactAttempt['outcome']): ContactAttempt => ({ attemptId, ticketId: id, purpose: 'FIRST', at: instant(at), byStaff: 'ST-004', toParty: 'CUSTOMER', channel: 'PHONE', outcome, content: null, recordedAt: instant(at) });
const call = (outcome: string, toParty = 'CUSTOMER') => ({ outcome, toParty, channel: 'PHONE', content: '送电后跳闸' });

describe('TK-2 first contact', () => {
  test('AMB-06: a failed attempt is kept and stops nothing; the first that reaches somebody stops S-01 and starts S-40', () => {
    const world = received('B');
    world.at('2026-03-03 09:20').run('sup', 'ticket.logContact', id, call('BUSY'));
    expect(last(world, 'S-01')?.result).toBe('RUNNING');
    world.at('2026-03-03 09:30').run('sup', 'ticket.logContact', id, call('REACHED'));
    expect(last(world, 'S-01')).toMatchObject({ result: 'MET', stopAt: instant('2026-03-03 09:30') });
    expect(due(world, 'S-40')).toBe('2026-03-03 09:45');
    world.at('2026-03-03 09:40').run('sup', 'ticket.logContact', id, call('REACHED'));
    expect(clocks(world, 'S-40')).toHaveLength(1);
  });

  test('SV-51: two early attempts excuse the late contact by name, not in the figures', () => {
    const world = received('A');
    world.at('2026-03-03 09:20').run('sup', 'ticket.logContact', id, call('NO_ANSWER'));
    world.at('2026-03-03 09:45').run('sup', 'ticket.logContact', id, call('NO_ANSWER'));
    world.at('2026-03-03 10:25').run('sup', 'ticket.logContact', id, call('REACHED'));
    expect(last(world, 'S-01')).toMatchObject({ result: 'BREACHED_DONE', breachReason: 'UNREACHABLE' });
  });

  test('AMB-05: a colleague counts for S-01, and the customer is to be called in the same hour', () => {
    const world = received('B');
    world.at('2026-03-03 09:20').run('sup', 'ticket.logContact', id, call('REACHED', 'SALES'));
    expect(last(world, 'S-01')?.result).toBe('MET');
    expect(world.all(tasks)[0]).toMatchObject({ status: 'OPEN', dueAt: instant('2026-03-03 10:10') });
    world.at('2026-03-03 09:50').run('sup', 'ticket.logContact', id, call('REACHED'));
    expect(world.all(tasks)[0]?.status).toBe('DONE');
  });

  test('TK-2: neither before the receipt nor in the future; engineers only on duty or in charge', () => {
    const world = received('B').at('2026-03-03 09:30');
    expect(world.refusal('sup', 'ticket.logContact', id, { ...call('BUSY'), at: '2026-03-03 09:00' })).toBe('TK-2');
    expect(world.refusal('sup', 'ticket.logContact', id, { ...call('BUSY'), at: '2026-03-03 09:31' })).toBe('TK-2');
    expect(world.refusal('eng', 'ticket.logContact', id, call('BUSY'))).toBe('TK-2');
    world.set(tickets, id, { engineerLead: 'ST-006' });
    expect(world.refusal('eng', 'ticket.logContact', id, call('BUSY'))).toBeNull();
  });
});

describe('TK-3 classification', () => {
  test('confirming a provisional class A keeps its clocks, stops S-40 and alarms nobody twice', () => {
    const world = received('A').at('2026-03-03 09:15');
    world.run('sup', 'ticket.logContact', id, call('REACHED'));
    world.at('2026-03-03 09:20').run('sup', 'ticket.classify', id, { severity: '特急' });
    expect(world.get(tickets, id)).toMatchObject({ status: 'TRIAGED', severity: 'A', severityEffectiveAt: instant('2026-03-03 09:10'), majorException: true });
    expect(['S-02', 'S-03', 'S-04'].map((rule) => clocks(world, rule).length)).toEqual([1, 1, 1]);
    expect(last(world, 'S-40')?.result).toBe('MET');
    expect(due(world, 'S-42')).toBe('2026-03-03 13:20');
    expect(world.notices('N-03')).toHaveLength(0);
  });

  test('S-02 that was met before the class was confirmed does not start again', () => {
    const world = received('A').at('2026-03-03 09:14');
    world.run('sup', 'ticket.reportToManagers', id, { channel: 'PHONE', summary: '已电话报告' });
    world.at('2026-03-03 09:20').run('sup', 'ticket.classify', id, { severity: 'A' });
    expect(clocks(world, 'S-02').map((clock) => clock.result)).toEqual(['MET']);
  });

  test('unclassified to B counts from the receipt and tells the deputies (N-04)', () => {
    const world = received(null).at('2026-03-03 09:50');
    world.run('sup', 'ticket.classify', id, { severity: 'B' });
    expect([due(world, 'S-05'), due(world, 'S-06'), due(world, 'S-07')]).toEqual(['2026-03-03 10:10', '2026-03-03 13:10', '2026-03-04 09:10']);
    expect(world.notices('N-04').map((notice) => notice.toStaff).sort()).toEqual(['ST-002', 'ST-003', 'ST-004', 'ST-005']);
    expect(due(world, 'S-01')).toBe('2026-03-03 10:10');
  });

  test('AMB-44: a provisional C that the call shows to be A counts from the call; S-01 keeps its due moment', () => {
    const world = received('C').add(contactAttempts, attempt('CA-1', '2026-03-03 09:40', 'REACHED')).at('2026-03-03 09:50');
    world.run('sup', 'ticket.classify', id, { severity: 'A' });
    expect([due(world, 'S-02'), due(world, 'S-03')]).toEqual(['2026-03-03 09:55', '2026-03-03 11:40']);
    expect(last(world, 'S-08')?.result).toBe('SUPERSEDED');
    expect(due(world, 'S-01')).toBe('2026-03-03 10:10');
    expect(world.notices('N-03').length).toBeGreaterThan(0);
  });

  test('G-TK-5: class C waits until somebody was reached', () => {
    const world = received('C').at('2026-03-03 09:50');
    expect(world.refusal('sup', 'ticket.classify', id, { severity: 'C' })).toBe('G-TK-5');
    world.add(contactAttempts, attempt('CA-1', '2026-03-03 09:40', 'REACHED'));
    expect(world.refusal('sup', 'ticket.classify', id, { severity: 'C' })).toBeNull();
  });

  test('WB-01: class C with the charge undecided is held for the decision; the manager decides it alone (7.4)', () => {
    const world = received('C').add(contactAttempts, attempt('CA-1', '2026-03-03 09:40', 'REACHED')).at('2026-03-03 09:50');
    world.set(tickets, id, { chargeStatus: 'DECISION_PENDING', chargeType: null, warrantyResult: 'UNKNOWN' });
    world.run('sup', 'ticket.classify', id, { severity: 'C' });
    expect(world.get(tickets, id).holdStatus).toBe('WAIT_LIABILITY');
    expect(world.refusal('eng', 'ticket.startRemote', id)).toBe('G-TK-7');
    world.run('tsm', 'ticket.decideCharge', id, { outcome: 'FREE', reason: '客户出示合同' });
    expect(world.get(tickets, id)).toMatchObject({ holdStatus: 'NONE', chargeStatus: 'FREE', chargeType: 'FREE' });
    expect(world.refusal('eng', 'ticket.startRemote', id)).toBeNull();
  });
});

describe('TK-24, TK-25 changes of class', () => {
  test('SV-30: C raised to A with facts known later', () => {
    const world = received('C', '2026-03-09 10:00').add(contactAttempts, attempt('CA-1', '2026-03-09 10:20', 'REACHED')).at('2026-03-09 10:30');
    world.run('sup', 'ticket.classify', id, { severity: 'C' });
    world.at('2026-03-10 15:25').run('sup', 'ticket.classify', id, { severity: 'A', factsKnownAt: '2026-03-10 15:20' });
    expect([due(world, 'S-02'), due(world, 'S-03'), due(world, 'S-04')]).toEqual(['2026-03-10 15:35', '2026-03-10 17:20', '2026-03-11 03:20']);
    expect(due(world, 'S-01')).toBe('2026-03-09 11:00');
    expect(last(world, 'S-08')?.result).toBe('SUPERSEDED');
    expect(world.refusal('sup', 'ticket.classify', id, { severity: 'A' })).toBe('TK-24');
  });

  test('B lowered to C needs a reason; a cell cannot give one; the manager is told', () => {
    const world = received('B').at('2026-03-03 09:20');
    world.run('sup', 'ticket.classify', id, { severity: 'B' });
    expect(world.refusal('sup', 'ticket.classify', id, { severity: '一般' })).toBe('G-TK-6');
    expect(world.refusal('tsm', 'ticket.classify', id, { severity: 'C', reason: '不影响生产' })).toBe('ROLE');
    world.at('2026-03-03 10:00').run('sup', 'ticket.classify', id, { severity: 'C', reason: '客户确认不影响生产' });
    expect(world.get(tickets, id)).toMatchObject({ severity: 'C', severityReason: '客户确认不影响生产' });
    expect(due(world, 'S-08')).toBe('2026-03-04 09:10');
    expect(last(world, 'S-06')?.result).toBe('SUPERSEDED');
    expect(world.notices('N-04').filter((notice) => notice.toStaff === 'ST-003')).toHaveLength(2);
  });

  test('a breach recorded before the lowering stays one', () => {
    const world = received('B').at('2026-03-03 13:20');
    world.run('sup', 'ticket.classify', id, { severity: 'B' });
    world.run('system', 'sweep.escalate', '');
    world.run('sup', 'ticket.classify', id, { severity: 'C', reason: '客户确认不影响生产' });
    expect(last(world, 'S-06')?.result).toBe('BREACHED_DONE');
    expect(last(world, 'S-07')?.result).toBe('SUPERSEDED');
  });
});

describe('A-04 leaving class A', () => {
  const asked = (): World => {
    const world = received('A').at('2026-03-03 09:20');
    world.run('sup', 'ticket.classify', id, { severity: 'B', reason: '现场确认可手动运行' });
    return world;
  };

  test('waits for the manager; until then class A goes on', () => {
    const world = asked();
    expect(world.get(tickets, id)).toMatchObject({ status: 'NEW', severity: null, severityClaimed: 'A' });
    expect(world.all(approvals)).toMatchObject([{ docType: 'DOWNGRADE', matrixId: 'A-04', approver: 'ST-003', status: 'PENDING' }]);
    expect(last(world, 'S-03')?.result).toBe('RUNNING');
    expect(world.refusal('sup', 'ticket.classify', id, { severity: 'B', reason: '再次申请' })).toBe('A-04');
  });

  test('approved: the lower class with its clocks from the receipt', () => {
    const world = asked();
    world.at('2026-03-03 09:40').run('tsm', 'approval.decide', 'SP-000001', { decision: 'APPROVED' });
    expect(world.get(tickets, id)).toMatchObject({ status: 'TRIAGED', severity: 'B', severityReason: '现场确认可手动运行' });
    expect([due(world, 'S-05'), due(world, 'S-06')]).toEqual(['2026-03-03 10:10', '2026-03-03 13:10']);
    expect([last(world, 'S-02')?.result, last(world, 'S-03')?.result]).toEqual(['SUPERSEDED', 'SUPERSEDED']);
  });

  test('rejected: it is class A, and the supervisor is told why', () => {
    const world = asked();
    world.run('tsm', 'approval.decide', 'SP-000001', { decision: 'REJECTED', comment: '仍有安全风险' });
    expect(world.get(tickets, id)).toMatchObject({ status: 'TRIAGED', severity: 'A' });
    expect(JSON.stringify(world.notices('N-15')[0]?.body)).toContain('仍有安全风险');
  });

  test('6.1 no. 1: who asked does not decide', () => {
    const world = asked();
    expect(world.refusal('sup', 'approval.decide', 'SP-000001', { decision: 'APPROVED' })).toBe('A-SELF');
  });
});

describe('R-256, R-259 reports to managers', () => {
  test('S-02 stops with the last of GM and all deputies', () => {
    const world = received('A').at('2026-03-03 09:20');
    world.run('sup', 'ticket.reportToManagers', id, { toStaff: [company.gm.name], channel: 'PHONE', summary: '已电话报告', at: '2026-03-03 09:14' });
    expect(last(world, 'S-02')?.result).toBe('RUNNING');
    world.run('sup', 'ticket.reportToManagers', id, { channel: 'PHONE', summary: '已电话报告', at: '2026-03-03 09:18' });
    expect(last(world, 'S-02')).toMatchObject({ result: 'MET', stopAt: instant('2026-03-03 09:18') });
    expect(world.all(managerReports).map((row) => row.toRole)).toEqual(['GM', 'EDGM']);
    expect(world.refusal('sup', 'ticket.reportToManagers', id, { channel: 'PHONE', summary: '已电话报告' })).toBe('R-256');
  });

  test('class C is not reported; a person who need not be told is refused by name', () => {
    expect(received('C').refusal('sup', 'ticket.reportToManagers', id, { channel: 'PHONE', summary: '已电话报告' })).toBe('R-256');
    expect(received('B').refusal('sup', 'ticket.reportToManagers', id, { toStaff: ['总经理'], channel: 'PHONE', summary: '已电话报告' })).toBe('R-256');
  });
});
