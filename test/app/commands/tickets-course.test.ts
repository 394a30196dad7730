import { acceptances, contactAttempts, contacts, customers, dispatchOrders, partsLines, partsRequests, slaClocks, tickets, type ContactAttempt, type SlaClock } from '../../../sheets-templates';
import { instant } from '../../../src/terms';
import { makeContact, makeCustomer, makeOrder, makePartsLine, makePartsRequest, makeTicket } from '../make-rows';
import { World } from '../world';
import { ticketClocks } from '../../deadlines/office';

const id = 'TK-20260303-001';
const classC = { severity: 'C', severityClaimed: 'C', engineerLead: 'ST-006' } as const;
const reached = (attemptId: string, at: string): ContactAttempt => ({ attemptId, ticketId: id, purpose: 'PROGRESS', at: instant(at), byStaff: 'ST-004', toParty: 'CUSTOMER', channel: 'PHONE', outcome: 'REACHED', content: null, recordedAt: instant(at) });

const running = (severity: 'A' | 'B' | 'C'): readonly SlaClock[] => ticketClocks(severity, '2026-03-03 09:10').map((clock) => ({ ...clock, objectId: id, clockId: clock.clockId.replace(clock.objectId, id) }));

const world = (ticket: Parameters<typeof makeTicket>[0] = {}, severity: 'A' | 'B' | 'C' = 'C'): World =>
  new World().at('2026-03-03 11:00').add(customers, makeCustomer()).add(contacts, makeContact()).add(tickets, makeTicket({ ...classC, severity, ...ticket })).add(slaClocks, ...running(severity));

const clocks = (at: World, rule: string): readonly SlaClock[] => at.all(slaClocks).filter((clock) => clock.ruleId === rule);
const last = (at: World, rule: string): SlaClock | undefined => [...clocks(at, rule)].pop();

const done = { resolution: '更换断路器后正常', causeCode: 'COMPONENT', afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true, advice: '定期巡检' };

describe('TK-6, TK-7 agreeing a date', () => {
  test('R-217: plan and mode come first', () => {
    const at = world({ servicePlan: null, serviceMode: null });
    expect(at.refusal('sup', 'ticket.agree', id, { agreedDate: '2026-03-09 10:00' })).toBe('TK-6');
    at.run('sup', 'ticket.plan', id, { servicePlan: '更换断路器', serviceMode: '上门/现场' });
    expect(at.refusal('sup', 'ticket.agree', id, { agreedDate: '2026-03-02 10:00' })).toBe('TK-6');
    at.run('sup', 'ticket.agree', id, { agreedDate: '2026-03-09 10:00' });
    expect(at.get(tickets, id)).toMatchObject({ status: 'SCHEDULED', agreedHasTime: true });
    expect(last(at, 'S-08')?.result).toBe('MET');
    expect(last(at, 'S-09')?.dueAt).toBe(instant('2026-03-09 10:00'));
    expect(at.notices('N-05').map((notice) => notice.toAddress).sort()).toEqual(['customer@example.org', 'st-005@example.com', 'st-006@example.com']);
  });

  test('S-09: a date alone is due at its end', () => {
    const at = world();
    at.run('sup', 'ticket.agree', id, { agreedDate: '2026-03-09 00:00' });
    expect(last(at, 'S-09')?.dueAt).toBe(instant('2026-03-10 00:00'));
    expect(at.get(tickets, id).agreedHasTime).toBe(false);
  });

  test('TK-7: another date needs a reason and a talk; the old S-09 is replaced', () => {
    const at = world();
    at.run('sup', 'ticket.agree', id, { agreedDate: '2026-03-09 10:00' });
    at.at('2026-03-04 09:00');
    expect(at.refusal('sup', 'ticket.agree', id, { agreedDate: '2026-03-11 10:00' })).toBe('TK-7');
    expect(at.refusal('sup', 'ticket.agree', id, { agreedDate: '2026-03-11 10:00', reason: '客户检修改期' })).toBe('TK-7');
    at.add(contactAttempts, reached('CA-7', '2026-03-04 08:50')).run('sup', 'ticket.agree', id, { agreedDate: '2026-03-11 10:00', reason: '客户检修改期' });
    expect(clocks(at, 'S-09').map((clock) => clock.result)).toEqual(['SUPERSEDED', 'RUNNING']);
    expect(last(at, 'S-09')?.dueAt).toBe(instant('2026-03-11 10:00'));
  });

  test('TK-7: an agreed time that has passed already stays a breach', () => {
    const at = world();
    at.run('sup', 'ticket.agree', id, { agreedDate: '2026-03-03 14:00' });
    at.at('2026-03-03 15:00').add(contactAttempts, reached('CA-7', '2026-03-03 14:30')).run('sup', 'ticket.agree', id, { agreedDate: '2026-03-04 10:00', reason: '路况' });
    expect(clocks(at, 'S-09').map((clock) => clock.result)).toEqual(['BREACHED_DONE', 'RUNNING']);
  });
});

describe('TK-7 who asked', () => {
  const changed = (askedBy: string, talkedAt: string): readonly string[] => {
    const at = world();
    at.run('sup', 'ticket.agree', id, { agreedDate: '2026-03-03 14:00' });
    at.at('2026-03-03 15:00').add(contactAttempts, reached('CA-7', talkedAt)).run('sup', 'ticket.agree', id, { agreedDate: '2026-03-04 10:00', reason: '改期', askedBy });
    return clocks(at, 'S-09').map((clock) => clock.result);
  };
  test('a customer who asked before it was due is no breach, however late it is recorded; the company\'s own delay is', () => {
    expect(changed('CUSTOMER', '2026-03-03 13:30')).toEqual(['SUPERSEDED', 'RUNNING']);
    expect(changed('CUSTOMER', '2026-03-03 14:30')).toEqual(['BREACHED_DONE', 'RUNNING']);
    expect(changed('COMPANY', '2026-03-03 13:30')).toEqual(['BREACHED_DONE', 'RUNNING']);
  });
});

describe('the repeat rule of 3.1 once the cause is found (AMB-42)', () => {
  const earlier = { ticketId: 'TK-20260210-001', status: 'CLOSED', acceptedAt: instant('2026-02-20 10:00'), causeCode: 'COMPONENT' } as const;
  const repaired = (causeCode: string, ticket: Parameters<typeof makeTicket>[0] = {}) => {
    const at = world({ status: 'ON_SITE', chargeStatus: 'FREE', ...ticket }).add(tickets, makeTicket(earlier));
    at.run('eng', 'ticket.repairDone', id, { ...done, causeCode });
    return at.get(tickets, id);
  };
  test('the same group within 30 days is proposed and decided, never charged by itself', () => {
    expect(repaired('MANUFACTURE')).toMatchObject({ repeatOf: 'TK-20260210-001', chargeStatus: 'DECISION_PENDING' });
    expect(repaired('WIRING')).toMatchObject({ repeatOf: null, chargeStatus: 'FREE' });
    expect(repaired('COMPONENT', { receivedAt: instant('2026-03-23 09:00') })).toMatchObject({ repeatOf: null });
  });
  test('another cause takes back what the serial number alone suggested; what a person named in the archive stays', () => {
    expect(repaired('WIRING', { repeatOf: 'TK-20260210-001' }).repeatOf).toBeNull();
    expect(repaired('WIRING', { repeatOf: 'TK-20250101-001' }).repeatOf).toBe('TK-20250101-001');
  });
});

describe('S-42 news to the customer', () => {
  test('each piece of news starts the clock again; a logged talk counts as well', () => {
    const at = world({}, 'A');
    at.run('clk', 'ticket.tellProgress', id, { news: '工程师已安排', channel: 'PHONE' });
    expect(clocks(at, 'S-42').map((clock) => clock.result)).toEqual(['MET', 'RUNNING']);
    expect(at.notices('N-60')).toHaveLength(1);
    at.at('2026-03-03 12:00').add(contactAttempts, reached('CA-8', '2026-03-03 09:30')).run('sup', 'ticket.logContact', id, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '已告知进展' });
    expect(last(at, 'S-42')?.dueAt).toBe(instant('2026-03-03 16:00'));
  });
});

describe('TK-14 repair done', () => {
  const onSite = (): World => world({ status: 'ON_SITE' });

  test('G-TK-8 tells everything that is missing at once', () => {
    const at = onSite().add(partsRequests, makePartsRequest({ status: 'RECEIVED' })).add(partsLines, makePartsLine({ qtyReceived: 2 }));
    at.set(tickets, id, { holdStatus: 'WAIT_PARTS' });
    const decided = at.ask('eng', 'ticket.repairDone', id, { ...done, causeCode: '', afterChecks: ['POWERED'], functionTest: 'FAIL' });
    expect('words' in decided ? decided.words.zh : '').toMatch(/故障原因.*修后检查.*功能测试.*断路器.*挂起/s);
  });

  test('a complete report asks the customer to sign and starts S-46', () => {
    const at = onSite().add(dispatchOrders, makeOrder({ status: 'WORKING', arrivedAt: instant('2026-03-03 10:00') })).add(partsRequests, makePartsRequest({ status: 'CLOSED' })).add(partsLines, makePartsLine({ qtyReceived: 2, qtyUsed: 1 }));
    at.run('eng', 'ticket.repairDone', id, done);
    expect(at.get(tickets, id)).toMatchObject({ status: 'REPAIRED', causeCode: 'COMPONENT', chargeStatus: 'FREE' });
    expect(at.all(acceptances)).toMatchObject([{ acceptanceId: 'AC-0001', orderId: 'PG-20260303-01', result: 'NO_RESPONSE', signedAt: null, partsReplaced: [{ name: '断路器', quantity: 1 }] }]);
    expect(last(at, 'S-46')?.dueAt).toBe(instant('2026-03-10 17:30'));
    expect(at.notices('N-60').map((notice) => notice.toAddress)).toEqual(['customer@example.org']);
  });

  test('WB-05: a cause that is an exclusion opens the question who pays; one person cannot answer it', () => {
    const at = onSite();
    at.run('eng', 'ticket.repairDone', id, { ...done, causeCode: 'THEFT' });
    expect(at.get(tickets, id)).toMatchObject({ status: 'REPAIRED', chargeStatus: 'DECISION_PENDING', chargeType: null });
    expect(last(at, 'S-38')?.result).toBe('RUNNING');
    expect(at.refusal('tsm', 'ticket.decideCharge', id, { outcome: 'FREE', reason: '公司承担' })).toBe('A-11');
  });

  test('another engineer than the lead may not report it', () => { expect(onSite().refusal('eng2', 'ticket.repairDone', id, done)).toBe('ROLE'); });

  test('TK-15: what cannot be solved goes back to arrangement, the supervisor is told', () => {
    const at = onSite();
    at.set(tickets, id, { agreedDate: instant('2026-03-03 10:00'), agreedHasTime: true });
    at.run('eng', 'ticket.cannotSolve', id, { openPoints: '需要厂家软件' });
    expect(at.get(tickets, id)).toMatchObject({ status: 'TRIAGED', agreedDate: null, reopenCount: 0 });
    expect(at.notices('N-02').map((notice) => notice.toStaff)).toEqual(['ST-004']);
  });
});

describe('TK-4 answer at once', () => {
  test('advice is answered, every waiting clock stops, the customer confirms', () => {
    const at = world({ status: 'NEW', severity: null, severityClaimed: null, serviceType: 'USAGE', serviceMode: 'REMOTE', engineerLead: null });
    at.run('clk', 'ticket.answer', id, { solution: '按说明书第 3 页复位', works: true });
    expect(at.get(tickets, id)).toMatchObject({ status: 'REPAIRED', severity: 'C', serviceMode: 'REMOTE' });
    expect([last(at, 'S-01')?.result, last(at, 'S-08')?.result]).toEqual(['BREACHED_DONE', 'MET']);
    expect(clocks(at, 'S-40')).toHaveLength(0);
  });
  test('a fault of class B, or one without a class, is not', () => {
    expect(world({ status: 'TRIAGED', severity: 'B' }).refusal('clk', 'ticket.answer', id, { solution: '按说明书复位', works: true })).toBe('TK-4');
    expect(world({ status: 'NEW', severity: null, severityClaimed: null }).refusal('clk', 'ticket.answer', id, { solution: '按说明书复位', works: true })).toBe('TK-4');
  });
});

describe('TK-18, TK-20, TK-21 the end', () => {
  test('a closed ticket leaves no clock running, and can be reopened for 90 days', () => {
    const at = world({ status: 'ACCEPTED' }).add(acceptances, { acceptanceId: 'AC-0001', ticketId: id, orderId: null, workSummary: '', partsReplaced: null, functionTest: 'PASS', explained: true, advice: '', chargeSummary: null, signerName: '王', signerPhoneLast4: null, method: 'PAPER', evidence: 'x', result: 'ACCEPTED', rejectReason: null, signedAt: instant('2026-03-03 10:00'), remindCount: 0 });
    at.run('clk', 'ticket.close', id);
    expect(at.all(slaClocks).filter((clock) => clock.stopAt === null)).toEqual([]);
    expect(at.at('2026-06-02 09:00').refusal('sup', 'ticket.reopen', '', { ticketId: id, reason: '故障再现' })).toBe('TK-20');
    at.at('2026-06-01 09:00').run('sup', 'ticket.reopen', '', { ticketId: id, reason: '故障再现' });
    expect(at.get(tickets, id)).toMatchObject({ status: 'TRIAGED', reopenCount: 1, closedAt: null });
  });

  test('G-TK-10 speaks through the command', () => {
    const at = world({ status: 'ACCEPTED', chargeStatus: 'QUOTING' }).add(dispatchOrders, makeOrder({ status: 'WORKING' }));
    const decided = at.ask('clk', 'ticket.close', id);
    expect('words' in decided ? decided.words.zh : '').toMatch(/验收单.*PG-20260303-01.*报价/s);
  });

  test('TK-21: a real request is cancelled only after the customer was told, and not under a live order', () => {
    const at = world();
    expect(at.refusal('sup', 'ticket.cancel', id, { cancelReason: 'CUSTOMER_WITHDREW' })).toBe('TK-21');
    at.add(dispatchOrders, makeOrder({ status: 'ISSUED' }));
    expect(at.refusal('sup', 'ticket.cancel', id, { cancelReason: 'CUSTOMER_WITHDREW', informed: true })).toBe('TK-21');
    at.set(dispatchOrders, 'PG-20260303-01', { status: 'CANCELLED' });
    at.run('sup', 'ticket.cancel', id, { cancelReason: 'CUSTOMER_WITHDREW', informed: true });
    expect(at.all(slaClocks).every((clock) => clock.result === 'CANCELLED' || clock.result === 'BREACHED_DONE')).toBe(true);
    expect(at.notices('N-10').map((notice) => notice.toStaff ?? 'customer')).toEqual(['customer', 'ST-004', 'ST-005', 'ST-006']);
  });
});

test('R-215: the owner is found by name or number, and told', () => {
  const at = world();
  expect(at.refusal('sup', 'ticket.assign', id, { ownerStaff: '查无此人' })).toBe('R-215');
  at.run('sup', 'ticket.assign', id, { ownerStaff: '工程师甲' });
  expect(at.get(tickets, id).ownerStaff).toBe('ST-006');
  expect(at.notices('N-02').map((notice) => notice.toStaff)).toEqual(['ST-006']);
  at.run('sup', 'ticket.assign', id, { ownerStaff: 'ST-006' });
  expect(at.notices('N-02')).toHaveLength(1);
});
