import { approvals, complaints, correctiveActions, receivables, slaClocks, slaPauses, staff, tickets, type Notice } from '../../../sheets-templates';
import { registerItems } from '../../../src/app/desk/registers';
import { registersDesk } from '../../../src/app/desk/registers-source';
import { fen, instant, localDate } from '../../../src/terms';
import { company, makeTicket } from '../make-rows';
import type { World } from '../world';
import { makeComplaint, registerCases, registerWorld, whoIs } from './register-cases';

const received = { ...registerCases['complaint.receive']?.input };
const clocks = (world: World, objectId: string) => world.all(slaClocks).filter((clock) => clock.objectId === objectId).map(({ ruleId, dueAt, result }) => `${ruleId} ${dueAt.slice(0, 16)} ${result}`);
const toldOf = (notices: readonly Notice[], code: string) => notices.filter((notice) => notice.code === code).map(({ toStaff, priority }) => `${toStaff ?? ''} ${priority}`).sort();
const at = (world: World, moment: string, who: string, command: string, id: string, input = {}): World => { world.at(moment).run(whoIs(who), command, id, { ...registerCases[command]?.input, ...input }); return world; };
const sweep = (world: World, moment: string): readonly Notice[] => { const before = world.notices().length; world.at(moment).run('system', 'sweep.escalate', ''); return world.notices().slice(before); };

/** Received on Wednesday 4 March 2026, 10:00. */
const fresh = (input = {}): { readonly world: World; readonly id: string } => {
  const world = registerWorld().add(tickets, makeTicket());
  return { world, id: world.run('clk', 'complaint.receive', '', { ...received, ...input }) };
};
const resolved = (overrides = {}): World => registerWorld().add(complaints, makeComplaint({ status: 'RESOLVED', ...overrides }));

describe('S-33, R-135: a complaint is answered, gets a proposal and is closed in time', () => {
  test('S-33a, b, c: 120 minutes of office hours, 24 hours of working days, 5 working days; each step stops its own', () => {
    const { world, id } = fresh();
    expect(id).toBe('TS-20260304-01');
    expect(clocks(world, id)).toEqual(['S-33a 2026-03-04T12:00 RUNNING', 'S-33b 2026-03-05T10:00 RUNNING', 'S-33c 2026-03-11T17:30 RUNNING']);
    at(world, '2026-03-04 12:00', 'clk', 'complaint.acknowledge', id);
    at(world, '2026-03-04 13:00', 'sup', 'complaint.investigate', id);
    at(world, '2026-03-05 10:01', 'sup', 'complaint.propose', id);
    at(world, '2026-03-06 09:00', 'sup', 'complaint.resolve', id);
    at(world, '2026-03-06 10:00', 'tsm', 'complaint.judge', id);
    at(world, '2026-03-11 17:30', 'clk', 'complaint.close', id);
    expect(clocks(world, id).map((line) => line.split(' ')[2])).toEqual(['MET', 'BREACHED_DONE', 'MET']);
    expect(world.get(complaints, id)).toMatchObject({ status: 'CLOSED', ackAt: instant('2026-03-04 12:00'), proposalAt: instant('2026-03-05 10:01'), closedAt: instant('2026-03-11 17:30'), customerResult: 'SATISFIED', valid: 'YES' });
  });

  test('S-33a: SAFETY and PRIVACY are urgent, 60 minutes around the clock; deputy managers hear of it at once, a leak is the manager’s (9.4 no. 6)', () => {
    const { world, id } = fresh({ category: 'SAFETY' });
    expect(clocks(world, id)[0]).toBe('S-33a 2026-03-04T11:00 RUNNING');
    expect([world.get(complaints, id).level, toldOf(world.notices(), 'N-41')]).toEqual(['URGENT', ['ST-002 P1', 'ST-003 P1', 'ST-004 P1']]);
    const leak = fresh({ category: 'PRIVACY' });
    expect(leak.world.get(complaints, leak.id)).toMatchObject({ level: 'URGENT', owner: 'ST-003' });
    expect(toldOf(fresh().world.notices(), 'N-41')).toEqual(['ST-003 P2', 'ST-004 P2']);
  });

  test('4.5: owner at 75 %, owner and his manager at 100 %, TSM a working day later, DGM after three; of a ticket’s complaint too', () => {
    for (const ticketId of ['', 'TK-20260303-001']) {
      const { world, id } = fresh({ ticketId, owner: '主管' });
      at(world, '2026-03-04 10:10', 'clk', 'complaint.acknowledge', id);
      const people = (moment: string) => sweep(world, moment).map(({ toStaff, code }) => `${toStaff ?? ''} ${code}`).sort();
      expect(people('2026-03-05 04:30')).toEqual(['ST-004 N-43']);
      expect(people('2026-03-05 10:01')).toEqual(['ST-003 N-44', 'ST-004 N-44']);
      expect(people('2026-03-06 10:01')).toEqual(['ST-003 N-44']);
      expect(people('2026-03-10 10:05')).toEqual(['ST-002 N-44', 'ST-004 N-43']);
    }
  });

  test('4.4 no. 4: a complaint about a ticket stands still with the ticket’s approved wait for the customer', () => {
    const { world, id } = fresh({ ticketId: 'TK-20260303-001' });
    world.run('sup', 'deadline.pause', 'TK-20260303-001', { kind: 'WAIT_CUSTOMER', rules: ['S-33b'], evidence: '客户来函', toAt: '2026-03-04 16:00' });
    world.run('tsm', 'approval.decide', 'SP-000001', { decision: 'APPROVED' });
    expect(clocks(world, id)[1]).toBe('S-33b 2026-03-05T16:00 RUNNING');
  });

  test('3.14 withdraw: nothing runs any more', () => {
    const { world, id } = fresh();
    at(world, '2026-03-04 11:00', 'clk', 'complaint.withdraw', id);
    expect(clocks(world, id).map((line) => line.split(' ')[2])).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  });
});

describe('3.14 guards', () => {
  test('the owner is never the person complained about, whoever names him; he sees nothing of it', () => {
    const { world } = fresh();
    expect(world.refusal('clk', 'complaint.receive', '', { ...received, owner: '主管', againstStaff: '主管' })).toBe('3.14');
    const id = world.run('clk', 'complaint.receive', '', { ...received, owner: '', againstStaff: '主管' });
    expect(world.get(complaints, id).owner).toBe('ST-003');
    expect(world.refusal('tsm', 'complaint.assign', id, { owner: '主管' })).toBe('3.14');
    expect(world.refusal('sup', 'complaint.assign', id, { owner: '经理' })).toBe('3.14');
    const draft = world.draft(...registersDesk.reads);
    const seen = (who: 'sup' | 'tsm') => registerItems({ draft, actor: { kind: 'staff', staff: company[who], via: 'SYSTEM' }, now: world.now } as never).filter((item) => item.objectId === id);
    expect([seen('sup').length, JSON.stringify(seen('tsm')[0]?.facts).includes('主管')]).toEqual([0, true]);
  });

  test('R-056: no reply closes it after an attempt on each of three days, and says how many are missing', () => {
    const world = resolved();
    const close = (moment: string) => world.at(moment).refusal('clk', 'complaint.close', 'TS-20260303-01', { customerResult: 'NO_REPLY' });
    for (const moment of ['2026-03-04 10:00', '2026-03-04 15:00', '2026-03-05 09:00']) at(world, moment, 'clk', 'complaint.attempt', 'TS-20260303-01');
    expect(close('2026-03-05 10:00')).toBe('3.14');
    expect(JSON.stringify(world.ask('clk', 'complaint.close', 'TS-20260303-01', { customerResult: 'NO_REPLY' }))).toContain('现有 2 天');
    at(world, '2026-03-06 09:00', 'sup', 'complaint.attempt', 'TS-20260303-01');
    expect(close('2026-03-06 10:00')).toBeNull();
  });

  test('R-056: not before it is judged; an upheld major one needs a corrective action, which links itself', () => {
    expect(resolved({ valid: null }).refusal('clk', 'complaint.close', 'TS-20260303-01', { customerResult: 'PARTLY' })).toBe('3.14');
    expect(resolved().refusal('clk', 'complaint.close', 'TS-20260303-01', { customerResult: 'NOT_SATISFIED' })).toBe('3.14');
    const world = resolved({ level: 'MAJOR' });
    expect(world.refusal('clk', 'complaint.close', 'TS-20260303-01', { customerResult: 'PARTLY' })).toBe('3.14');
    const capaId = at(world, '2026-03-05 10:00', 'qm', 'capa.open', '', { sourceId: 'TS-20260303-01' }).all(correctiveActions)[0]?.capaId;
    expect([world.get(complaints, 'TS-20260303-01').capaId, world.refusal('clk', 'complaint.close', 'TS-20260303-01', { customerResult: 'PARTLY' })]).toEqual([capaId, null]);
    expect(resolved({ level: 'MAJOR', valid: 'NO' }).refusal('clk', 'complaint.close', 'TS-20260303-01', { customerResult: 'PARTLY' })).toBeNull();
  });

  test('A-36: without the customer’s word it takes the manager, and the deputy for an upheld major one; what moved meanwhile is not approved', () => {
    const world = resolved({ level: 'MAJOR', capaId: 'ZG-1' });
    at(world, '2026-03-05 10:00', 'sup', 'complaint.askException', 'TS-20260303-01');
    expect(world.refusal('sup', 'complaint.askException', 'TS-20260303-01', { exceptionReason: '再次申请' })).toBe('A-36');
    world.run('tsm', 'approval.decide', 'SP-000001', { decision: 'APPROVED' });
    expect(world.get(complaints, 'TS-20260303-01').status).toBe('RESOLVED');
    world.run('dgm', 'approval.decide', 'SP-000002', { decision: 'APPROVED' });
    expect(world.get(complaints, 'TS-20260303-01').status).toBe('CLOSED');
    const other = resolved();
    at(other, '2026-03-05 10:00', 'sup', 'complaint.askException', 'TS-20260303-01');
    at(other, '2026-03-05 11:00', 'clk', 'complaint.escalate', 'TS-20260303-01');
    expect(other.refusal('tsm', 'approval.decide', 'SP-000001', { decision: 'APPROVED' })).toBe('A-DONE');
  });

  test('3.14 not satisfied: supervisor, manager, deputy, general manager, past whoever it is about', () => {
    const owners = (againstStaff: string | null) => {
      const world = resolved({ againstStaff, owner: 'ST-005' });
      return ['1', '2', '3', '4', '5'].map(() => {
        at(world, '2026-03-05 11:00', 'clk', 'complaint.escalate', 'TS-20260303-01');
        world.set(complaints, 'TS-20260303-01', { status: 'RESOLVED' });
        return world.get(complaints, 'TS-20260303-01').owner;
      });
    };
    expect(owners(null)).toEqual(['ST-004', 'ST-003', 'ST-002', 'ST-001', 'ST-001']);
    expect(owners('ST-003')).toEqual(['ST-004', 'ST-002', 'ST-001', 'ST-001', 'ST-001']);
  });
});

test('R-126: a charge dispute disputes what is owed on the ticket, so that reminders rest', () => {
  const world = registerWorld().add(tickets, makeTicket()).add(receivables, {
    arId: 'YS-0001', ticketId: 'TK-20260303-001', customerId: 'CU-00001', agreementId: null, changeId: null, amount: fen(10000), received: fen(0), balance: fen(10000), writeOff: fen(0), dueDate: localDate('2026-03-20'), ageDays: 0, status: 'NOT_DUE', owner: 'ST-004', disputeId: null, invoiceNo: null,
  } as never);
  const id = world.run('clk', 'complaint.receive', '', { ...received, ticketId: 'TK-20260303-001', customerId: '', category: 'CHARGE' });
  expect([world.get(receivables, 'YS-0001').status, world.get(receivables, 'YS-0001').disputeId, world.get(complaints, id).customerId]).toEqual(['DISPUTED', id, 'CU-00001']);
  expect(world.refusal('clk', 'complaint.receive', '', { ...received, customerId: '' })).toBe('3.14');
  expect(world.refusal('clk', 'complaint.receive', '', { ...received, ticketId: 'TK-1' })).toBe('INPUT');
});

describe('S-26, R-208: R&D answers a defect in 5 working days and has a plan in 15', () => {
  const open = (): { readonly world: World; readonly id: string } => {
    const world = registerWorld();
    return { world, id: world.run('qa', 'defect.open', '', registerCases['defect.open']?.input) };
  };
  test('4.4 no. 4: a defect of a ticket that waits for the customer waits as well, where the pause names its deadline', () => {
    const world = registerWorld().add(tickets, makeTicket()).add(slaPauses, { pauseId: 'ZT-00001', ticketId: 'TK-20260303-001', rules: ['S-26a'], kind: 'WAIT_CUSTOMER', fromAt: instant('2026-03-01 09:00'), toAt: null, newDue: null, evidence: '截图', approvalId: 'SP-000001', status: 'APPROVED' });
    const id = world.run('qa', 'defect.open', '', { ...registerCases['defect.open']?.input, ticketIds: ['TK-20260303-001'] });
    expect(clocks(world, id).map((clock) => clock.replace(/ .* /, ' '))).toEqual(['S-26a PAUSED', 'S-26b RUNNING']);
  });

  test('S-26a, S-26b: accepted and solved in time; N-32 to R&D and manager, N-33 when it is closed', () => {
    const { world, id } = open();
    expect(clocks(world, id)).toEqual(['S-26a 2026-03-11T17:30 RUNNING', 'S-26b 2026-03-25T17:30 RUNNING']);
    expect(toldOf(world.notices(), 'N-32')).toEqual(['ST-003 P2', 'ST-022 P2', 'ST-023 P2']);
    for (const [moment, who, command] of [['2026-03-11 17:30', 'rd', 'defect.accept'], ['2026-03-12 10:00', 'rd', 'defect.analyse'], ['2026-03-25 17:31', 'rd', 'defect.solve'], ['2026-03-26 10:00', 'prd', 'defect.implement']] as const) at(world, moment, who, command, id);
    expect(clocks(world, id).map((line) => line.split(' ')[2])).toEqual(['MET', 'BREACHED_DONE']);
    world.add(staff, { ...company.tsm, staffId: 'ST-022' });
    expect(world.refusal({ ...company.tsm, staffId: 'ST-022' }, 'defect.verify', id, { evidence: '报告' })).toBe('3.8 verify');
    at(world, '2026-03-27 10:00', 'qa', 'defect.verify', id);
    at(world, '2026-03-28 10:00', 'tsm', 'defect.close', id);
    expect(toldOf(world.notices(), 'N-33')).toEqual(['ST-004 P3', 'ST-010 P3']);
  });
  test('S-26: R&D unanswered: the R&D people, their manager, then TSM, and DGM after three days; a rejection by A-38 ends both', () => {
    const { world, id } = open();
    expect(sweep(world, '2026-03-11 17:31').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-003', 'ST-022', 'ST-023']);
    expect(sweep(world, '2026-03-12 17:31').map(({ toStaff }) => toStaff)).toEqual(['ST-003']);
    expect(sweep(world, '2026-03-16 17:31').map(({ toStaff }) => toStaff)).toEqual(['ST-002']);
    at(world, '2026-03-17 10:00', 'rd', 'defect.askReject', id);
    for (const who of ['qa', 'tsm'] as const) world.run(who, 'approval.decide', world.all(approvals).find(({ status }) => status === 'PENDING')?.approvalId ?? '', { decision: 'APPROVED' });
    expect(clocks(world, id).map((line) => line.split(' ')[2])).toEqual(['BREACHED_DONE', 'CANCELLED']);
  });
});
