import { approvals, liabilityDecisions, receivables, serviceAgreements, staff, tickets, type Approval, type Role } from '../../../sheets-templates';
import { makeStaff } from '../make-rows';
import type { World } from '../world';
import { accepted, acceptWork, approve, chargeWorld, owedIn, paid, signed, termsOf, threeHeads, ticketId } from './charge-world';

const waiting = (world: World, docType: string): Approval => {
  const row = world.all(approvals).find((one) => one.docType === docType && one.status === 'PENDING');
  if (row === undefined) throw new Error(`Nothing of ${docType} waits`);
  return row;
};

const agreementIn = (world: World): string => world.all(serviceAgreements)[0]?.agreementId ?? '';

/** Everything about money that goes to somebody for approval, brought to where it waits by the supervisor. */
const asked: readonly (readonly [string, string, () => World])[] = [
  ['A-14 quote', 'QUOTE', () => { const world = chargeWorld(); world.run('sup', 'quote.draft', ticketId, { lines: threeHeads }); return world; }],
  ['A-15 agreement', 'AGREEMENT', () => { const world = chargeWorld(); accepted(world); world.run('sup', 'agreement.submit', agreementIn(world), termsOf()); return world; }],
  ['A-12 goodwill', 'GOODWILL', () => { const world = chargeWorld(); world.run('sup', 'charge.goodwill', ticketId, { reason: '十年老客户' }); return world; }],
  ['A-16 emergency release', 'RELEASE', () => { const world = chargeWorld({ severity: 'A' }); world.run('sup', 'charge.release', ticketId, { estimate: '5000', promise: '客户微信承诺' }); return world; }],
  ['A-43 prepayment waiver', 'PREPAYMENT', () => { const world = chargeWorld(); world.run('sup', 'agreement.waivePrepayment', signed(world, { paymentTerms: 'PREPAID' }), { reason: '老客户' }); return world; }],
  ['A-17 write-off', 'WRITE_OFF', () => { const world = chargeWorld(); signed(world); acceptWork(world); world.at('2026-06-20 00:15').run('system', 'sweep.receivables', ''); world.run('sup', 'receivable.writeOff', owedIn(world).arId, { reason: '客户破产清算' }); return world; }],
];

const everyRole: readonly Role[] = ['SUP', 'TSM', 'DGM', 'EDGM', 'GM', 'FIN', 'ADM'];

describe('nobody approves what they asked for (6.1 no. 1, 15.4)', () => {
  test.each(asked)('%s: not the supervisor, not with every role given since, not by a second account', (_row, docType, world) => {
    const at = world();
    const { approvalId, requestedBy } = waiting(at, docType);
    expect(requestedBy).toContain('ST-004');
    expect(at.refusal('sup', 'approval.decide', approvalId, { decision: 'APPROVED' })).toBe('A-SELF');
    const promoted = makeStaff('ST-004', '主管', everyRole);
    at.add(staff, promoted);
    expect(at.refusal(promoted, 'approval.decide', approvalId, { decision: 'APPROVED' })).toBe('A-SELF');
    expect(at.refusal({ ...promoted, accountEmail: 'second@example.com', linkVersion: 9 }, 'approval.decide', approvalId, { decision: 'APPROVED' })).toBe('A-SELF');
    expect(at.refusal('eng', 'approval.decide', approvalId, { decision: 'APPROVED' })).toBe('A-WHO');
  });

  test.each(asked)('6.1 no. 3, %s: who asks and holds the role is not asked; the next higher role is', (_row, docType, world) => {
    const at = world();
    const { role } = waiting(at, docType);
    const asker = makeStaff('ST-004', '主管兼任', ['SUP', role]);
    const others = at.all(staff).filter((member) => member.roles.includes(role)).map((member) => ({ ...member, active: false }));
    at.add(staff, asker, ...others);
    at.set(approvals, waiting(at, docType).approvalId, { status: 'VOID' });
    const again: Readonly<Record<string, () => string>> = {
      QUOTE: () => at.run(asker, 'quote.draft', ticketId, { lines: threeHeads }),
      AGREEMENT: () => at.run(asker, 'agreement.submit', agreementIn(at), termsOf()),
      GOODWILL: () => at.run(asker, 'charge.goodwill', ticketId, { reason: '十年老客户' }),
      RELEASE: () => at.run(asker, 'charge.release', ticketId, { estimate: '5000', promise: '客户微信承诺' }),
      PREPAYMENT: () => at.run(asker, 'agreement.waivePrepayment', agreementIn(at), { reason: '老客户' }),
      WRITE_OFF: () => at.run(asker, 'receivable.writeOff', owedIn(at).arId, { reason: '客户破产清算' }),
    };
    again[docType]?.();
    const next = waiting(at, docType);
    expect(next.approver).not.toContain('ST-004');
    expect([role, next.role]).toEqual(({ TSM: ['TSM', 'DGM'], GM: ['GM', 'EDGM'] } as Readonly<Record<string, readonly string[]>>)[role]);
  });

  test('A-11: not who opened the case, whatever roles and accounts they have by then', () => {
    const world = chargeWorld({ severity: 'C', chargeStatus: 'DECISION_PENDING', chargeType: null, warrantyResult: 'IN_WARRANTY', causeCode: 'THEFT' });
    const id = world.run('sup', 'liability.open', ticketId, { trigger: 'EXCLUSION', facts: '电缆被盗', evidence: '报案回执' });
    const promoted = makeStaff('ST-004', '主管', everyRole, { accountEmail: 'second@example.com' });
    world.add(staff, promoted);
    expect(world.refusal(promoted, 'liability.propose', id, { opinion: 'FREE' })).toBe('A-11');
    world.run('tsm', 'liability.propose', id, { opinion: 'FREE' });
    expect(world.refusal(promoted, 'liability.second', id, { opinion: 'FREE' })).toBe('A-11');
    world.run('dgm', 'liability.second', id, { opinion: 'FREE' });
    expect(world.refusal(promoted, 'liability.decide', id, { opinion: 'FREE' })).toBe('A-11');
    expect(world.refusal(promoted, 'liability.third', id)).toBe('A-11');
    expect(world.get(liabilityDecisions, id).gmOpinion).toBeNull();
  });

  test('3.11 pay: who recorded a receipt does not confirm it, by no account', () => {
    const world = chargeWorld();
    signed(world);
    const paymentId = world.run('fin', 'payment.record', owedIn(world).arId, { amount: '100', paidAt: '2026-03-03', method: 'BANK', reference: 'R1' });
    expect(world.refusal(makeStaff('ST-012', '财务', ['FIN', 'GM'], { accountEmail: 'second@example.com' }), 'payment.confirm', paymentId, { decision: 'ARRIVED' })).toBe('AR-SELF');
  });

  test('6.1 no. 2 one person decides one step: manager and deputy in one, and another manager decides the second', () => {
    const both = makeStaff('ST-003', '经理兼副总', ['TSM', 'DGM']);
    const world = chargeWorld().add(staff, both);
    world.run('sup', 'charge.goodwill', ticketId, { reason: '十年老客户' });
    world.run(both, 'approval.decide', waiting(world, 'GOODWILL').approvalId, { decision: 'APPROVED' });
    const second = waiting(world, 'GOODWILL');
    expect([second.step, second.approver]).toEqual([2, 'ST-002']);
    expect(world.refusal(both, 'approval.decide', second.approvalId, { decision: 'APPROVED' })).toBe('A-SELF');
  });

  test('who lost the role since cannot decide any more', () => {
    const world = chargeWorld();
    world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    const { approvalId } = waiting(world, 'QUOTE');
    expect(world.refusal(makeStaff('ST-003', '前经理', ['ENG']), 'approval.decide', approvalId, { decision: 'APPROVED' })).toBe('A-WHO');
    expect(world.refusal(makeStaff('ST-003', '离职', ['TSM'], { active: false }), 'approval.decide', approvalId, { decision: 'APPROVED' })).not.toBeNull();
    expect(world.refusal('tsm', 'approval.decide', approvalId, { decision: 'APPROVED' })).toBeNull();
  });

  test('6.1 no. 8 a no needs its reason', () => {
    const world = chargeWorld();
    world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    const { approvalId } = waiting(world, 'QUOTE');
    for (const decision of ['REJECTED', 'RETURNED']) expect(world.refusal('tsm', 'approval.decide', approvalId, { decision })).toBe('A-COMMENT');
    world.run('tsm', 'approval.decide', approvalId, { decision: 'RETURNED', comment: '差旅费过高' });
    expect(world.notices('N-15').map((notice) => notice.toStaff)).toEqual(['ST-004']);
  });

  test.each(asked)('6.1 no. 7, %s: weeks of silence approve nothing', (_row, docType, world) => {
    const at = world();
    const { approvalId } = waiting(at, docType);
    at.at('2026-08-01 00:15').run('system', 'sweep.receivables', '');
    at.run('system', 'sweep.escalate', '');
    expect(at.get(approvals, approvalId)).toMatchObject({ status: 'PENDING', decision: null });
  });
});

describe('a changed document voids its approvals (6.1 no. 4, 15.5)', () => {
  const decide = (world: World, docType: string): string | null => {
    const who = waiting(world, docType).role === 'GM' ? 'gm' : 'tsm';
    return world.refusal(who, 'approval.decide', waiting(world, docType).approvalId, { decision: 'APPROVED' });
  };

  test('A-15: more work agreed while the agreement waits or is approved takes the signature of the company back', () => {
    const world = chargeWorld();
    accepted(world);
    world.run('sup', 'agreement.submit', agreementIn(world), termsOf());
    approve(world, 'AGREEMENT');
    accepted(world, [{ head: 'MATERIAL', description: '母线', qty: '1', unitPrice: '500' }]);
    expect(world.all(serviceAgreements)).toMatchObject([{ status: 'DRAFT', amount: 350000, signedByCompany: null }]);
    expect(world.all(approvals).filter((row) => row.docType === 'AGREEMENT').map((row) => row.status)).toEqual(['VOID']);
    expect(world.refusal('sup', 'agreement.send', agreementIn(world))).toBe('STATE');
    world.run('sup', 'agreement.submit', agreementIn(world), termsOf());
    approve(world, 'AGREEMENT');
    expect(world.all(serviceAgreements)).toMatchObject([{ status: 'APPROVED' }]);
  });

  test('A-43: a waiver was for what was owed then; work added later is to be prepaid again', () => {
    const world = chargeWorld({ serviceMode: 'REMOTE' });
    const agreementId = signed(world, { paymentTerms: 'PREPAID' });
    world.run('sup', 'agreement.waivePrepayment', agreementId, { reason: '老客户' });
    for (const _step of [1, 2]) approve(world, 'PREPAYMENT');
    expect(world.refusal('sup', 'ticket.startRemote', ticketId)).toBeNull();
    accepted(world, [{ head: 'MATERIAL', description: '母线', qty: '1', unitPrice: '500' }]);
    expect(world.refusal('sup', 'ticket.startRemote', ticketId)).toBe('PREPAID');
  });

  test('A-12, A-16: once the charge stands otherwise the request is void', () => {
    const goodwill = chargeWorld();
    goodwill.run('sup', 'charge.goodwill', ticketId, { reason: '十年老客户' });
    signed(goodwill);
    expect(decide(goodwill, 'GOODWILL')).toBe('A-CHANGED');
    const release = chargeWorld({ severity: 'A' });
    release.run('sup', 'charge.release', ticketId, { estimate: '5000', promise: '客户微信承诺' });
    signed(release);
    expect(decide(release, 'RELEASE')).toBe('A-CHANGED');
    expect(release.all(receivables).map((row) => row.amount)).toEqual([300000]);
  });

  test('A-16: one release a ticket, and its estimate is owed once', () => {
    const world = chargeWorld({ severity: 'A' });
    world.run('sup', 'charge.release', ticketId, { estimate: '5000', promise: '客户微信承诺' });
    expect(world.refusal('sup', 'charge.release', ticketId, { estimate: '6000', promise: '客户微信承诺' })).toBe('A-16');
    approve(world, 'RELEASE');
    expect(world.refusal('sup', 'charge.release', ticketId, { estimate: '6000', promise: '客户微信承诺' })).toBe('A-16');
    expect(world.all(receivables).map((row) => row.amount)).toEqual([500000]);
  });

  test('A-17: money that came in since voids the write-off; asked anew, all steps start again', () => {
    const world = chargeWorld();
    signed(world);
    acceptWork(world);
    world.at('2026-06-20 00:15').run('system', 'sweep.receivables', '');
    const { arId } = owedIn(world);
    world.run('sup', 'receivable.writeOff', arId, { reason: '客户破产清算' });
    approve(world, 'WRITE_OFF');
    paid(world, arId, '1000');
    expect(() => { approve(world, 'WRITE_OFF'); }).toThrow('A-CHANGED');
    world.run('sup', 'receivable.writeOff', arId, { reason: '客户破产清算' });
    expect(world.all(approvals).filter((row) => row.docType === 'WRITE_OFF').map((row) => [row.step, row.status])).toEqual([[1, 'VOID'], [2, 'VOID'], [1, 'PENDING']]);
    for (const _step of [1, 2, 3]) approve(world, 'WRITE_OFF');
    expect(owedIn(world)).toMatchObject({ status: 'WRITTEN_OFF', received: 100000, writeOff: 200000, balance: 0 });
  });
});

describe('an agreement that ends before its service (3.11 cancel, 3.11 expire agreement)', () => {
  test('signed and unpaid: nothing is owed any more, quoting begins anew and nobody leaves on the old signature', () => {
    const world = chargeWorld({ serviceMode: 'REMOTE' });
    const agreementId = signed(world);
    world.run('sup', 'agreement.cancel', agreementId, { reason: '客户改主意' });
    expect([world.get(serviceAgreements, agreementId).status, world.get(tickets, ticketId).chargeStatus]).toEqual(['CANCELLED', 'QUOTING']);
    expect(owedIn(world)).toMatchObject({ amount: 0, balance: 0, status: 'PAID' });
    expect(world.refusal('sup', 'ticket.startRemote', ticketId)).toBe('G-TK-7');
    signed(world);
    expect(world.all(receivables).map((row) => row.amount)).toEqual([0, 300000]);
  });

  test('money that came in goes back first, by finance', () => {
    const world = chargeWorld();
    const agreementId = signed(world);
    const { arId } = owedIn(world);
    paid(world, arId, '1000');
    const refused = world.ask('sup', 'agreement.cancel', agreementId, { reason: '客户改主意' });
    expect(refused).toMatchObject({ refused: true, code: 'AR-PAY' });
    expect(JSON.stringify(refused)).toContain('财务');
    const reversal = world.run('fin', 'payment.reverse', arId, { paymentId: 'SK-0001', reason: '退款' });
    expect(world.refusal('sup', 'agreement.cancel', agreementId, { reason: '客户改主意' })).toBe('AR-PAY');
    world.run(makeStaff('ST-013', '财务乙', ['FIN']), 'payment.confirm', reversal, { decision: 'ARRIVED' });
    world.run('sup', 'agreement.cancel', agreementId, { reason: '客户改主意' });
  });

  test('service that began cannot be taken back', () => {
    const world = chargeWorld({ serviceMode: 'REMOTE' });
    const agreementId = signed(world);
    world.run('sup', 'ticket.startRemote', ticketId);
    expect(world.refusal('sup', 'agreement.cancel', agreementId, { reason: '客户改主意' })).toBe('STATE');
  });

  test('emergency work that is under way when it is signed is in service at once', () => {
    const world = chargeWorld({ severity: 'A', status: 'ON_SITE' });
    world.run('sup', 'charge.release', ticketId, { estimate: '5000', promise: '客户微信承诺' });
    approve(world, 'RELEASE');
    expect(world.get(serviceAgreements, signed(world)).status).toBe('IN_SERVICE');
  });

  test('agreement.expire_days, N-37: unsigned for 30 days it ends, with its quote', () => {
    const world = chargeWorld();
    accepted(world);
    const agreementId = agreementIn(world);
    world.run('sup', 'agreement.submit', agreementId, termsOf());
    approve(world, 'AGREEMENT');
    world.run('sup', 'agreement.send', agreementId);
    world.at('2026-04-02 00:15').run('system', 'sweep.receivables', '');
    expect(world.get(serviceAgreements, agreementId).status).toBe('SENT');
    world.at('2026-04-03 00:15').run('system', 'sweep.receivables', '');
    expect(world.get(serviceAgreements, agreementId).status).toBe('EXPIRED');
    expect(world.notices('N-37').map((notice) => notice.toStaff)).toEqual(['ST-004']);
    expect(world.refusal('clk', 'agreement.sign', agreementId, { signer: '王总', signedAt: '2026-03-03 09:00', file: 'XY.pdf' })).toBe('STATE');
  });
});
