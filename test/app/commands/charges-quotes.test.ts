import { liabilityDecisions, quoteLines, quotes, receivables, serviceAgreements, settings, settlements, slaClocks, tickets, type SlaClock } from '../../../sheets-templates';
import { fen, instant, localDate } from '../../../src/terms';
import { ticketClocks } from '../../deadlines/office';
import { company } from '../make-rows';
import { accepted, acceptWork, approve, chargeWorld, owedIn, paid, signed, termsOf, threeHeads, ticketId } from './charge-world';

const chargeOf = (world: ReturnType<typeof chargeWorld>): string => world.get(tickets, ticketId).chargeStatus;

describe('quote and consent (7.5, R-124, R-244)', () => {
  test('A-14, 3.11 draft, 3.11 approve quote, R-244: three cost heads add up to the total and the quote needs the manager, never its preparer (quote.valid_days, quote.tax_rate)', () => {
    const world = chargeWorld();
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    expect(world.get(quotes, quoteId)).toMatchObject({ materialFee: 200000, labourFee: 80000, travelFee: 20000, otherFee: 0, total: 300000, customerPart: 300000, revision: 1, status: 'DRAFT', taxRate: 13, validUntil: '2026-03-18' });
    expect(world.refusal('sup', 'quote.send', quoteId)).toBe('STATE');
    approve(world, 'QUOTE');
    expect(world.get(quotes, quoteId).status).toBe('APPROVED');
  });

  test('7.5 no. 1 travel is estimated from the amounts of section 5, the tax is shown', () => {
    const world = chargeWorld();
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: [], travelPeople: '2', travelDays: '3' });
    // Two people, three days at 75, two nights at 140.
    expect(world.all(quoteLines)).toMatchObject([{ quoteId, head: 'TRAVEL', amount: 101000 }]);
  });

  test('3.11 send quote, R-123, N-36: S-37 runs from the moment that the charge is known until the quote is sent', () => {
    const world = chargeWorld({ chargeStatus: 'DECISION_PENDING', chargeType: null, warrantyResult: 'UNKNOWN' });
    world.run('tsm', 'ticket.decideCharge', ticketId, { outcome: 'PAID', reason: '无合同，已过保' });
    expect(world.all(liabilityDecisions)).toMatchObject([{ trigger: 'UNKNOWN_WARRANTY', outcome: 'PAID', status: 'DECIDED', tsmBy: 'ST-003' }]);
    expect(world.all(slaClocks)).toMatchObject([{ ruleId: 'S-37', dueAt: instant('2026-03-04 09:30'), result: 'RUNNING' }]);
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    approve(world, 'QUOTE');
    world.at('2026-03-03 16:00').run('sup', 'quote.send', quoteId);
    expect(world.all(slaClocks)).toMatchObject([{ ruleId: 'S-37', result: 'MET' }]);
    expect(world.notices('N-36')).toMatchObject([{ toAddress: 'customer@example.org', body: { actions: [{ page: 'quote', objectId: quoteId }] } }]);
  });

  test('3.11 accept, 3.11 revise, 7.5 no. 2, R-124: consent binds to the sent revision: replays, other quotes, old revisions and late answers are refused', () => {
    const world = chargeWorld();
    const first = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    approve(world, 'QUOTE');
    world.run('sup', 'quote.send', first);
    const second = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads.slice(0, 2) });
    const asCustomer = (quoteId: string) => ({ kind: 'customer', ticketId: quoteId }) as const;
    expect(world.get(quotes, first)).toMatchObject({ status: 'SUPERSEDED' });
    expect(world.refusal(asCustomer(first), 'quote.answer', first, { decision: 'AGREED', person: '王先生' })).toBe('STATE');
    approve(world, 'QUOTE');
    world.run('sup', 'quote.send', second);
    expect(world.refusal(asCustomer(first), 'quote.answer', second, { decision: 'AGREED', person: '王先生' })).toBe('ROLE');
    expect(world.refusal('eng', 'quote.answer', second, { decision: 'AGREED', person: '王先生' })).toBe('ROLE');
    world.at('2026-03-19 00:00');
    expect(world.refusal(asCustomer(second), 'quote.answer', second, { decision: 'AGREED', person: '王先生' })).toBe('QU-VALID');
    world.at('2026-03-18 23:59').run(asCustomer(second), 'quote.answer', second, { decision: 'AGREED', person: '王先生' });
    expect(world.get(quotes, second)).toMatchObject({ revision: 2, status: 'ACCEPTED', customerDecision: 'AGREED', decidedBy: '王先生' });
    expect(world.get(quotes, second).decisionEvidence).toMatch(/^[0-9a-f]{64}$/);
    expect(world.refusal(asCustomer(second), 'quote.answer', second, { decision: 'REJECTED', person: '王先生' })).toBe('STATE');
  });

  test('3.11 reject, 3.2 decline: consent recorded by staff needs evidence and a moment after the sending', () => {
    const world = chargeWorld();
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    approve(world, 'QUOTE');
    world.run('sup', 'quote.send', quoteId);
    world.at('2026-03-04 10:00');
    expect(world.refusal('sup', 'quote.record', quoteId, { decision: 'AGREED', person: '王先生' })).toBe('INPUT');
    expect(world.refusal('sup', 'quote.record', quoteId, { decision: 'AGREED', person: '王先生', evidence: '微信截图', at: '2026-03-02 10:00' })).toBe('R-124');
    world.run('sup', 'quote.record', quoteId, { decision: 'REJECTED', person: '王先生', evidence: '微信截图' });
    expect(world.get(quotes, quoteId)).toMatchObject({ status: 'REJECTED', decisionEvidence: '微信截图 (ST-004)' });
    world.run('sup', 'charge.decline', ticketId, { reason: '客户嫌贵' });
    expect(chargeOf(world)).toBe('REFUSED');
  });

  test('6.1 no. 4 a changed draft voids the approval that was asked for it', () => {
    const world = chargeWorld();
    const first = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    world.set(quotes, first, { total: fen(1) });
    expect(() => { approve(world, 'QUOTE'); }).toThrow('A-CHANGED');
  });

  test('3.11 expire quote, N-37: what nobody answered in time ends', () => {
    const world = chargeWorld();
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    approve(world, 'QUOTE');
    world.run('sup', 'quote.send', quoteId);
    world.at('2026-03-19 00:15').run('system', 'sweep.receivables', '');
    expect(world.get(quotes, quoteId)).toMatchObject({ status: 'EXPIRED', customerDecision: 'EXPIRED' });
    expect(world.notices('N-37').map((notice) => notice.toAddress).sort()).toEqual(['customer@example.org', company.sup.accountEmail]);
    expect(world.refusal('sup', 'sweep.receivables', '')).toBe('ROLE');
  });

  test('3.11 exceed, 7.5 no. 4: work beyond the quote is a revision of its own, accepted before that work, and adds to what is owed', () => {
    const world = chargeWorld();
    const agreementId = signed(world);
    accepted(world, [{ head: 'MATERIAL', description: '母线', qty: '1.5', unitPrice: '333.33' }]);
    expect(world.get(serviceAgreements, agreementId).amount).toBe(350000);
    expect(world.all(receivables).map((row) => row.amount)).toEqual([300000, 50000]);
    acceptWork(world);
    expect(world.refusal('sup', 'quote.draft', ticketId, { lines: threeHeads })).toBe('STATE');
    expect(world.all(settlements)).toMatchObject([{ total: 350000, explained: true }]);
    const [settlement] = world.all(settlements);
    expect(settlement?.items.reduce((total, item) => total + item.amount, 0)).toBe(settlement?.total);
  });

  test('numbers that cannot be meant are refused', () => {
    const world = chargeWorld();
    expect(world.refusal('sup', 'quote.draft', ticketId, { lines: [] })).toBe('QU-LINES');
    expect(world.refusal('sup', 'quote.draft', ticketId, { lines: [{ head: 'LABOUR', description: 'x', qty: '0', unitPrice: '1' }] })).toBe('QU-LINES');
    expect(world.refusal('sup', 'quote.draft', ticketId, { lines: threeHeads, validUntil: '2026-03-02' })).toBe('QU-VALID');
    expect(world.refusal('eng', 'quote.draft', ticketId, { lines: threeHeads })).toBe('ROLE');
  });
});

describe('agreement (R-245, A-15, 7.5)', () => {
  test('A-15, 3.11 approve agreement, 3.11 send agreement, agreement.dgm_limit: the manager signs up to the limit, from 20,000 yuan the deputy does', () => {
    for (const [unitPrice, approver] of [['19999.99', 'ST-003'], ['20000.00', 'ST-002']] as const) {
      const world = chargeWorld();
      accepted(world, [{ head: 'LABOUR', description: '人工', qty: '1', unitPrice }]);
      const [agreement] = world.all(serviceAgreements);
      world.run('sup', 'agreement.submit', agreement?.agreementId ?? '', termsOf());
      approve(world, 'AGREEMENT');
      expect(world.all(serviceAgreements)).toMatchObject([{ status: 'APPROVED', signedByCompany: approver }]);
      world.run('sup', 'agreement.send', agreement?.agreementId ?? '');
      expect(world.all(serviceAgreements)).toMatchObject([{ status: 'SENT', sentAt: world.now }]);
      expect(world.notices('N-36').map((notice) => notice.toAddress)).toContain('customer@example.org');
    }
  });

  test.each([
    ['PREPAID', {}, [['2026-03-03', 300000]]],
    ['ON_ACCEPTANCE', {}, [[null, 300000]]],
    ['MONTHLY', {}, [[null, 300000]]],
    ['PARTIAL', { plan: [{ date: '2026-03-10', amount: '1000' }, { date: '2026-04-10', amount: '2000' }] }, [['2026-03-10', 100000], ['2026-04-10', 200000]]],
  ])('3.11 sign, 3.11 create, 3.11 done, 3.2 sign, 3.2 finish, 7.5 no. 3, ar.on_acceptance_days; %s: what the signature makes the customer owe', (paymentTerms, more, expected) => {
    const world = chargeWorld();
    signed(world, { paymentTerms, ...more });
    expect(world.all(receivables).map((row) => [row.dueDate, row.amount])).toEqual(expected);
    expect(chargeOf(world)).toBe('AGREED');
    acceptWork(world);
    const due = { PREPAID: ['2026-03-03'], ON_ACCEPTANCE: ['2026-03-18'], MONTHLY: ['2026-04-25'], PARTIAL: ['2026-03-10', '2026-04-10'] }[paymentTerms];
    expect(world.all(receivables).map((row) => row.dueDate)).toEqual(due);
    expect(chargeOf(world)).toBe('WORK_DONE_UNPAID');
    expect(world.all(serviceAgreements)).toMatchObject([{ status: 'DONE' }]);
  });

  test('instalments must make up the amount, to the fen', () => {
    const world = chargeWorld();
    accepted(world);
    const [agreement] = world.all(serviceAgreements);
    expect(world.refusal('sup', 'agreement.submit', agreement?.agreementId ?? '', termsOf({ paymentTerms: 'PARTIAL', plan: [{ date: '2026-03-10', amount: '2999.99' }] }))).toBe('AR-PLAN');
  });

  test('SV-47 paid class A: targets run from the signature as class limits, marked as targets', () => {
    const world = chargeWorld({ severity: 'A' }).at('2026-03-04 16:00');
    signed(world);
    expect(world.all(slaClocks).filter((clock) => clock.isTargetOnly).map((clock) => [clock.ruleId, clock.dueAt])).toEqual([['S-03', instant('2026-03-04 18:00')], ['S-04', instant('2026-03-05 04:00')]]);
  });

  test('4.6 targets of the agreement replace the class limits that ran so far; a breach on record stays one', () => {
    const ran = ticketClocks('B', '2026-03-03 09:10').filter((clock) => clock.ruleId === 'S-06' || clock.ruleId === 'S-07').map((clock): SlaClock => ({ ...clock, clockId: `${ticketId}/${clock.ruleId}/1`, objectId: ticketId, result: clock.ruleId === 'S-06' ? 'BREACHED_OPEN' : 'RUNNING' }));
    const world = chargeWorld({ severity: 'B' }).at('2026-03-04 16:00').add(slaClocks, ...ran);
    signed(world, { startTarget: '2026-03-06 08:00', arriveTarget: '2026-03-06 14:00' });
    expect(world.all(slaClocks).filter((clock) => clock.isTargetOnly).map((clock) => [clock.ruleId, clock.dueAt])).toEqual([['S-06', instant('2026-03-06 08:00')], ['S-07', instant('2026-03-06 14:00')]]);
    expect(ran.map(({ clockId }) => world.get(slaClocks, clockId)).map((clock) => [clock.ruleId, clock.result, clock.stopAt])).toEqual([['S-06', 'BREACHED_DONE', instant('2026-03-04 16:00')], ['S-07', 'SUPERSEDED', instant('2026-03-04 16:00')]]);
  });

  test('7.5 no. 7, ar.block_days: a customer overdue for more than 60 days prepays, unless it is class A', () => {
    const submit = (severity: 'A' | 'C', paymentTerms: string): string | null => {
      const world = chargeWorld({ severity });
      accepted(world);
      world.add(receivables, { arId: 'YS-9001', status: 'OVERDUE', ticketId: 'TK-old', customerId: 'CU-00001', agreementId: null, changeId: null, amount: fen(100), received: fen(0), balance: fen(100), dueDate: localDate('2026-01-01'), ageDays: 61, owner: 'ST-004', disputeId: null, invoiceNo: null, writeOff: fen(0) });
      return world.refusal('sup', 'agreement.submit', world.all(serviceAgreements)[0]?.agreementId ?? '', termsOf({ paymentTerms }));
    };
    expect([submit('C', 'MONTHLY'), submit('C', 'PREPAID'), submit('A', 'MONTHLY')]).toEqual(['AR-PREPAY', null, null]);
  });

  test('agreement.repair_warranty_days: what a repair is warranted for unless agreed otherwise', () => {
    const days = (value: string): unknown => {
      const world = chargeWorld().add(settings, { settingId: 'SET-1', key: 'agreement.repair_warranty_days', value, unit: 'days', origin: 'ADDED', effectiveFrom: instant('2020-01-01 00:00') });
      accepted(world);
      return world.all(serviceAgreements)[0]?.repairWarrantyDays;
    };
    expect([days('0'), days('90')]).toEqual([0, 90]);
  });

  test('R-117: booking, reception, repair in the shop and settlement, in this order', () => {
    const world = chargeWorld({ serviceMode: 'SEND_IN' });
    const receive = { unitKind: 'CUSTOMER_SEND_IN', conditionDesc: '外壳完好', conditionPhotos: '照片 2 张', infoGiven: '三天内告知检测结果', needConfirmed: true, customerAck: true };
    world.run('sup', 'ticket.agree', ticketId, { agreedDate: '2026-03-06 10:00' });
    expect(world.refusal('clk', 'ticket.receiveUnit', ticketId, receive)).not.toBeNull();
    signed(world);
    world.run('clk', 'ticket.receiveUnit', ticketId, receive);
    expect(world.get(tickets, ticketId).status).toBe('IN_SHOP');
    expect(world.all(settlements)).toEqual([]);
    world.run('sup', 'ticket.repairDone', ticketId, { resolution: '更换断路器后正常', causeCode: 'COMPONENT', afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true, advice: '定期巡检' });
    world.run({ kind: 'customer', ticketId }, 'acceptance.sign', ticketId, { result: 'ACCEPTED', signerName: '王先生', phoneLast4: '5678' });
    expect(world.all(settlements)).toMatchObject([{ total: 300000, explained: true }]);
  });

  test('A-43, 3.11 serve: prepaid work waits for the money, unless manager and deputy let it go first', () => {
    const world = chargeWorld({ serviceMode: 'REMOTE' });
    const agreementId = signed(world, { paymentTerms: 'PREPAID' });
    expect(world.refusal('sup', 'ticket.startRemote', ticketId)).toBe('PREPAID');
    world.run('sup', 'agreement.waivePrepayment', agreementId, { reason: '老客户' });
    approve(world, 'PREPAYMENT');
    expect(world.refusal('sup', 'ticket.startRemote', ticketId)).toBe('PREPAID');
    approve(world, 'PREPAYMENT');
    world.run('sup', 'ticket.startRemote', ticketId);
    expect(world.get(serviceAgreements, agreementId).status).toBe('IN_SERVICE');
  });

  test('prepaid and paid: the work may begin and the ticket is settled', () => {
    const world = chargeWorld({ serviceMode: 'REMOTE' });
    signed(world, { paymentTerms: 'PREPAID' });
    paid(world, owedIn(world).arId, '3000');
    expect(chargeOf(world)).toBe('SETTLED');
    world.run('sup', 'ticket.startRemote', ticketId);
  });

  test('3.11 cancel: a cancelled agreement takes its quote with it', () => {
    const world = chargeWorld();
    const quoteId = accepted(world);
    world.run('sup', 'agreement.cancel', world.all(serviceAgreements)[0]?.agreementId ?? '', { reason: '客户改主意' });
    expect([world.get(quotes, quoteId).status, chargeOf(world)]).toEqual(['SUPERSEDED', 'QUOTING']);
    accepted(world);
    expect(world.all(serviceAgreements).map((row) => row.amount)).toEqual([300000, 300000]);
  });
});
