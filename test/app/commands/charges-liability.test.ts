import { approvals, dispatchOrders, liabilityDecisions, quotes, receivables, slaClocks, staff, tickets, type Ticket } from '../../../sheets-templates';
import { chargesDesk } from '../../../src/app/desk/charges';
import { instant } from '../../../src/terms';
import { makeOrder, makeStaff } from '../make-rows';
import type { World } from '../world';
import { acceptWork, approve, chargeWorld, owedIn, signed, threeHeads, ticketId } from './charge-world';

const pending = { severity: 'C', chargeStatus: 'DECISION_PENDING', chargeType: null, warrantyResult: 'IN_WARRANTY', causeCode: 'TRANSPORT_DAMAGE', holdStatus: 'WAIT_LIABILITY', slaProfile: 'STANDARD' } as const satisfies Partial<Ticket>;
const facts = { trigger: 'EXCLUSION', facts: '柜体运输中倾倒，风险在承运人，建议有偿', evidence: '签收照片' };
const open = (world: World): string => world.run('sup', 'liability.open', ticketId, facts);
const stateOf = (world: World): readonly unknown[] => { const { chargeStatus, chargeType, holdStatus } = world.get(tickets, ticketId); return [chargeStatus, chargeType, holdStatus]; };

describe('liability decision (3.10, A-11)', () => {
  test('A-11, R-243, 3.10 open, 3.10 propose, 3.10 second, 3.10 decide, 3.10 tell, 3.2 decide: manager, deputy and general manager in this order, never who opened it; the customer pays', () => {
    const world = chargeWorld(pending);
    const id = open(world);
    expect(world.refusal('sup', 'liability.propose', id, { opinion: 'PAID' })).toBe('A-11');
    expect(world.refusal('eng', 'liability.propose', id, { opinion: 'PAID' })).toBe('ROLE');
    expect(world.refusal('dgm', 'liability.propose', id, { opinion: 'PAID' })).toBe('A-11');
    expect(world.refusal('gm', 'liability.decide', id, { opinion: 'PAID' })).toBe('STATE');
    world.run('tsm', 'liability.propose', id, { opinion: 'PAID' });
    world.run('dgm', 'liability.second', id, { opinion: 'FREE' });
    expect(stateOf(world)).toEqual(['DECISION_PENDING', null, 'WAIT_LIABILITY']);
    world.run('gm', 'liability.decide', id, { opinion: 'PAID' });
    expect(world.get(liabilityDecisions, id)).toMatchObject({ status: 'DECIDED', outcome: 'PAID', tsmOpinion: 'PAID', dgmOpinion: 'FREE', gmOpinion: 'PAID' });
    expect(stateOf(world)).toEqual(['QUOTING', 'PAID', 'WAIT_AGREEMENT']);
    expect(world.notices('N-60').map((notice) => notice.toAddress)).toEqual(['customer@example.org']);
    world.run('sup', 'liability.tell', id, { note: '电话告知王先生' });
    expect(world.get(liabilityDecisions, id)).toMatchObject({ status: 'TOLD', customerToldAt: world.now });
  });

  test('AMB-19 where the three differ, the general manager prevails', () => {
    const world = chargeWorld(pending);
    const id = open(world);
    world.run('tsm', 'liability.propose', id, { opinion: 'PAID' });
    world.run('dgm', 'liability.second', id, { opinion: 'PAID' });
    world.run('gm', 'liability.decide', id, { opinion: 'FREE' });
    expect(stateOf(world)).toEqual(['FREE', 'FREE', 'NONE']);
  });

  test('A-11 who signs for two roles is not enough: a third person signs before the decision', () => {
    const world = chargeWorld(pending).add(staff, makeStaff('ST-002', '分管副总', ['DGM', 'TSM']), makeStaff('ST-003', '经理', ['ENG']), makeStaff('ST-020', '常务副总', ['EDGM']));
    const double = makeStaff('ST-002', '分管副总', ['DGM', 'TSM']);
    const id = open(world);
    world.run(double, 'liability.propose', id, { opinion: 'PAID' });
    world.run(double, 'liability.second', id, { opinion: 'PAID' });
    expect(world.refusal('gm', 'liability.decide', id, { opinion: 'PAID' })).toBe('A-11');
    expect(world.refusal(double, 'liability.third', id)).toBe('A-11');
    world.run(makeStaff('ST-020', '常务副总', ['EDGM']), 'liability.third', id);
    world.run('gm', 'liability.decide', id, { opinion: 'PAID' });
    expect(world.get(liabilityDecisions, id)).toMatchObject({ tsmBy: 'ST-002', dgmBy: 'ST-002', thirdBy: 'ST-020', gmBy: 'ST-001' });
  });

  test('A-11 a supervisor who is manager as well cannot sign the own case: the deputy does', () => {
    const both = makeStaff('ST-004', '主管兼经理', ['SUP', 'TSM']);
    const world = chargeWorld(pending).add(staff, both, makeStaff('ST-003', '工程师', ['ENG']));
    const id = world.run(both, 'liability.open', ticketId, facts);
    expect(world.refusal(both, 'liability.propose', id, { opinion: 'FREE' })).toBe('A-11');
    world.run('dgm', 'liability.propose', id, { opinion: 'FREE' });
  });

  test('SHARED needs the customer’s share; quote and agreement follow it to the fen', () => {
    const world = chargeWorld(pending);
    const id = open(world);
    expect(world.refusal('tsm', 'liability.propose', id, { opinion: 'SHARED' })).toBe('A-11');
    world.run('tsm', 'liability.propose', id, { opinion: 'SHARED', sharePercent: '33' });
    world.run('dgm', 'liability.second', id, { opinion: 'SHARED' });
    world.run('gm', 'liability.decide', id, { opinion: 'SHARED' });
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: [{ head: 'LABOUR', description: '人工', qty: '1', unitPrice: '1000.01' }] });
    expect(world.get(quotes, quoteId)).toMatchObject({ total: 100001, customerPart: 33000 });
  });

  test('AMB-14, R-007, charge.refuse_allowed: refusal only for man-made damage', () => {
    const world = chargeWorld(pending);
    expect(world.refusal('tsm', 'liability.propose', open(world), { opinion: 'REFUSE' })).toBe('AMB-14');
    const made = chargeWorld({ ...pending, causeCode: 'MAN_MADE' });
    made.run('tsm', 'liability.propose', made.run('sup', 'liability.open', ticketId, { ...facts, trigger: 'MAN_MADE' }), { opinion: 'REFUSE' });
  });

  test('7.4 unknown warranty and repeats are the manager’s alone, but never under a false name', () => {
    const world = chargeWorld({ ...pending, causeCode: null, warrantyResult: 'UNKNOWN' });
    world.run('tsm', 'liability.propose', world.run('sup', 'liability.open', ticketId, { ...facts, trigger: 'UNKNOWN_WARRANTY' }), { opinion: 'FREE' });
    expect(stateOf(world)).toEqual(['FREE', 'FREE', 'NONE']);
    const hidden = chargeWorld(pending);
    const id = hidden.run('sup', 'liability.open', ticketId, { ...facts, trigger: 'UNKNOWN_WARRANTY' });
    hidden.run('tsm', 'liability.propose', id, { opinion: 'FREE' });
    expect(hidden.get(liabilityDecisions, id).status).toBe('TSM_DONE');
    expect(hidden.refusal('tsm', 'ticket.decideCharge', ticketId, { outcome: 'FREE', reason: '就这样定' })).toBe('A-11');
  });

  test('3.10 cancel: with the cause corrected, who pays follows from 7.2 again', () => {
    const world = chargeWorld({ ...pending, contractId: null, equipId: null });
    const id = open(world);
    world.run('tsm', 'liability.cancel', id, { causeCode: 'COMPONENT', reason: '拆检为元器件失效' });
    // No contract and no delivery date on file: the warranty is unknown, the question stays.
    expect(stateOf(world)[0]).toBe('DECISION_PENDING');
    expect(world.get(liabilityDecisions, id).status).toBe('CANCELLED');
    open(world);
  });

  test('the desk offers a signature to the one whose turn it is', () => {
    const world = chargeWorld(pending);
    open(world);
    const offered = (who: 'tsm' | 'dgm' | 'gm' | 'sup'): readonly string[] => world.desk(chargesDesk, who).flatMap((item) => item.offers.map((offer) => offer.command));
    expect(['tsm', 'dgm', 'gm', 'sup'].map((who) => offered(who as 'tsm'))).toEqual([['liability.propose', 'liability.cancel'], [], [], []]);
  });
});

describe('who waits for the money (WB)', () => {
  const submit = (world: World): string | null => {
    world.add(dispatchOrders, makeOrder({ skillMatch: 'NONE', skillOverrideReason: '熟悉现场' }));
    return world.refusal('sup', 'dispatch.submit', 'PG-20260303-01');
  };

  test('WB-01 class C, warranty unknown: the order cannot be submitted for consent', () => {
    expect(submit(chargeWorld({ severity: 'C', chargeStatus: 'DECISION_PENDING', chargeType: null, warrantyResult: 'UNKNOWN' }))).toBe('G-TK-7');
  });
  test('WB-02, AMB-18: class A, exclusion pending: dispatch passes', () => {
    expect(submit(chargeWorld({ ...pending, severity: 'A', holdStatus: 'NONE' }))).toBeNull();
  });
  test('WB-03 class A out of warranty, agreement not signed, no A-16: refused', () => {
    expect(submit(chargeWorld({ severity: 'A' }))).toBe('G-TK-7');
  });
  test('WB-04, A-16 released by the general manager: passes, and the estimate is owed', () => {
    const world = chargeWorld({ severity: 'A', holdStatus: 'WAIT_AGREEMENT' });
    world.run('sup', 'charge.release', ticketId, { estimate: '5000', promise: '王总微信承诺付款，截图已存' });
    expect(world.all(receivables)).toEqual([]);
    expect(world.all(approvals)).toMatchObject([{ matrixId: 'A-16', approver: 'ST-001', evidence: '王总微信承诺付款，截图已存' }]);
    expect(submit(world)).toBe('G-TK-7');
    approve(world, 'RELEASE');
    expect(owedIn(world)).toMatchObject({ amount: 500000, agreementId: null, dueDate: null, status: 'NOT_DUE' });
    expect(world.refusal('sup', 'dispatch.submit', 'PG-20260303-01')).toBeNull();
    const agreementId = signed(world);
    expect(world.all(receivables)).toMatchObject([{ amount: 300000, agreementId }]);
  });
  test('A-16 is for class A alone and needs a promise', () => {
    expect(chargeWorld({ severity: 'B' }).refusal('sup', 'charge.release', ticketId, { estimate: '5000', promise: '客户已承诺' })).toBe('A-16');
    expect(chargeWorld({ severity: 'A' }).refusal('sup', 'charge.release', ticketId, { estimate: '5000' })).toBe('INPUT');
    expect(chargeWorld({ severity: 'A' }).refusal('eng', 'charge.release', ticketId, { estimate: '5000', promise: '客户已承诺' })).toBe('ROLE');
  });
  test('A-16 emergency work accepted before any agreement falls due like work on acceptance', () => {
    const world = chargeWorld({ severity: 'A' });
    world.run('sup', 'charge.release', ticketId, { estimate: '5000', promise: '客户已承诺' });
    approve(world, 'RELEASE');
    acceptWork(world);
    expect(owedIn(world)).toMatchObject({ dueDate: '2026-03-18' });
    expect(world.refusal('clk', 'ticket.close', ticketId)).toBe('G-TK-10');
    signed(world);
    expect([world.get(tickets, ticketId).chargeStatus, owedIn(world).amount, owedIn(world).dueDate]).toEqual(['WORK_DONE_UNPAID', 300000, '2026-03-18']);
  });
  test('WB-05, 3.2 re-evaluate: theft found on a free job: the question opens again, the work ends, closing waits for the decision', () => {
    const world = chargeWorld({ severity: 'C', chargeStatus: 'FREE', chargeType: 'FREE', warrantyResult: 'IN_WARRANTY', status: 'ON_SITE', engineerLead: 'ST-006' });
    world.run('eng', 'ticket.repairDone', ticketId, { resolution: '补装被盗电缆', causeCode: 'THEFT', afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true, advice: '加装门禁' });
    expect(stateOf(world)).toEqual(['DECISION_PENDING', null, 'NONE']);
    expect(world.all(slaClocks).find((clock) => clock.ruleId === 'S-38')).toMatchObject({ dueAt: instant('2026-03-05 17:30') });
    world.run({ kind: 'customer', ticketId }, 'acceptance.sign', ticketId, { result: 'ACCEPTED', signerName: '王先生', phoneLast4: '5678' });
    expect(world.refusal('clk', 'ticket.close', ticketId)).toBe('G-TK-10');
    const id = open(world);
    expect(JSON.stringify(world.ask('clk', 'ticket.close', ticketId))).toContain(id);
    for (const [who, name] of [['tsm', 'liability.propose'], ['dgm', 'liability.second'], ['gm', 'liability.decide']] as const) world.run(who, name, id, { opinion: 'FREE' });
    world.run('clk', 'ticket.close', ticketId);
  });
  test('A-12 goodwill by manager, deputy and general manager: waived, and the ticket closes', () => {
    const world = chargeWorld({ holdStatus: 'WAIT_AGREEMENT' });
    world.run('sup', 'charge.goodwill', ticketId, { reason: '十年老客户，一次性照顾' });
    for (const _step of [1, 2, 3]) approve(world, 'GOODWILL');
    expect(stateOf(world)).toEqual(['WAIVED', 'FREE', 'NONE']);
    expect(world.refusal('sup', 'quote.draft', ticketId, { lines: threeHeads })).toBe('STATE');
    acceptWork(world);
    world.run('clk', 'ticket.close', ticketId);
  });
  test('A-12 one no is enough: the charge stays', () => {
    const world = chargeWorld();
    world.run('sup', 'charge.goodwill', ticketId, { reason: '客户请求减免' });
    approve(world, 'GOODWILL', 'REJECTED');
    expect(stateOf(world)[0]).toBe('QUOTING');
    expect(world.notices('N-15').map((notice) => notice.toStaff)).toEqual(['ST-004']);
  });
});
