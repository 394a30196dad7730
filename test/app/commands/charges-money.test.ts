import { liabilityDecisions, outbox, payments, quoteLines, quotes, receivables, serviceAgreements, settlements, slaClocks, tickets } from '../../../sheets-templates';
import { chargesDesk } from '../../../src/app/desk/charges';
import { ticketsDesk } from '../../../src/app/desk/tickets';
import { everyDecisionReads, readEnvironment } from '../../../src/app/decide';
import { fen, instant, isRefusal, localDate } from '../../../src/terms';
import { company } from '../make-rows';
import { actorOf } from '../world';
import { accepted, acceptWork, approve, chargeWorld, owedIn, paid, signed, termsOf, threeHeads, ticketId } from './charge-world';

const chargeOf = (world: ReturnType<typeof chargeWorld>): string => world.get(tickets, ticketId).chargeStatus;

describe('quote and consent (7.5, R-124, R-244)', () => {
  test('QU-1 three cost heads add up to the total and the quote needs the manager, never its preparer', () => {
    const world = chargeWorld();
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    expect(world.get(quotes, quoteId)).toMatchObject({ materialFee: 200000, labourFee: 80000, travelFee: 20000, otherFee: 0, total: 300000, customerPart: 300000, revision: 1, status: 'DRAFT', taxRate: 13, validUntil: '2026-03-18' });
    expect(world.refusal('sup', 'quote.send', quoteId)).toBe('STATE');
    approve(world, 'QUOTE');
    expect(world.get(quotes, quoteId).status).toBe('APPROVED');
  });

  test('QU-2 travel is estimated from the amounts of section 5', () => {
    const world = chargeWorld();
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: [], travelPeople: '2', travelDays: '3' });
    // Two people, three days at 75, two nights at 140.
    expect(world.all(quoteLines)).toMatchObject([{ quoteId, head: 'TRAVEL', amount: 101000 }]);
  });

  test('QU-3 S-37 runs from the moment that the charge is known until the quote is sent', () => {
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

  test('QU-4 consent binds to the sent revision: replays, other quotes, old revisions and late answers are refused', () => {
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

  test('QU-5 consent recorded by staff needs evidence and a moment after the sending', () => {
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

  test('QU-6 a changed draft voids the approval that was asked for it', () => {
    const world = chargeWorld();
    const first = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    world.set(quotes, first, { total: fen(1) });
    expect(() => { approve(world, 'QUOTE'); }).toThrow('A-CHANGED');
  });

  test('QU-7 what nobody answered or signed in time ends', () => {
    const world = chargeWorld();
    const quoteId = world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
    approve(world, 'QUOTE');
    world.run('sup', 'quote.send', quoteId);
    world.at('2026-03-19 00:15').run('system', 'sweep.receivables', '');
    expect(world.get(quotes, quoteId)).toMatchObject({ status: 'EXPIRED', customerDecision: 'EXPIRED' });
    expect(world.notices('N-37').map((notice) => notice.toAddress).sort()).toEqual(['customer@example.org', company.sup.accountEmail]);
    expect(world.refusal('sup', 'sweep.receivables', '')).toBe('ROLE');
  });

  test('QU-8 work beyond the quote is a revision of its own, accepted before that work, and adds to what is owed', () => {
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

  test('QU-9 numbers that cannot be meant are refused', () => {
    const world = chargeWorld();
    expect(world.refusal('sup', 'quote.draft', ticketId, { lines: [] })).toBe('QU-LINES');
    expect(world.refusal('sup', 'quote.draft', ticketId, { lines: [{ head: 'LABOUR', description: 'x', qty: '0', unitPrice: '1' }] })).toBe('QU-LINES');
    expect(world.refusal('sup', 'quote.draft', ticketId, { lines: threeHeads, validUntil: '2026-03-02' })).toBe('QU-VALID');
    expect(world.refusal('eng', 'quote.draft', ticketId, { lines: threeHeads })).toBe('ROLE');
  });
});

describe('agreement (R-245, A-15, 7.5)', () => {
  test('A-15 the manager signs up to the limit, from 20,000 yuan the deputy does', () => {
    for (const [unitPrice, approver] of [['19999.99', 'ST-003'], ['20000.00', 'ST-002']] as const) {
      const world = chargeWorld();
      accepted(world, [{ head: 'LABOUR', description: '人工', qty: '1', unitPrice }]);
      const [agreement] = world.all(serviceAgreements);
      world.run('sup', 'agreement.submit', agreement?.agreementId ?? '', termsOf());
      approve(world, 'AGREEMENT');
      expect(world.all(serviceAgreements)).toMatchObject([{ status: 'APPROVED', signedByCompany: approver }]);
    }
  });

  test.each([
    ['PREPAID', {}, [['2026-03-03', 300000]]],
    ['ON_ACCEPTANCE', {}, [[null, 300000]]],
    ['MONTHLY', {}, [[null, 300000]]],
    ['PARTIAL', { plan: [{ date: '2026-03-10', amount: '1000' }, { date: '2026-04-10', amount: '2000' }] }, [['2026-03-10', 100000], ['2026-04-10', 200000]]],
  ])('AR-1 %s: what the signature makes the customer owe', (paymentTerms, more, expected) => {
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

  test('AR-2 instalments must make up the amount, to the fen', () => {
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

  test('4.6 targets of the agreement replace the class limits that ran so far', () => {
    const world = chargeWorld({ severity: 'B' }).at('2026-03-04 16:00');
    signed(world, { startTarget: '2026-03-06 08:00', arriveTarget: '2026-03-06 14:00' });
    expect(world.all(slaClocks).filter((clock) => clock.isTargetOnly).map((clock) => [clock.ruleId, clock.dueAt])).toEqual([['S-06', instant('2026-03-06 08:00')], ['S-07', instant('2026-03-06 14:00')]]);
  });

  test('7.5 no. 7 a customer overdue for more than 60 days prepays, unless it is class A', () => {
    const submit = (severity: 'A' | 'C', paymentTerms: string): string | null => {
      const world = chargeWorld({ severity });
      accepted(world);
      world.add(receivables, { arId: 'YS-9001', status: 'OVERDUE', ticketId: 'TK-old', customerId: 'CU-00001', agreementId: null, changeId: null, amount: fen(100), received: fen(0), balance: fen(100), dueDate: localDate('2026-01-01'), ageDays: 61, owner: 'ST-004', disputeId: null, invoiceNo: null, writeOff: fen(0) });
      return world.refusal('sup', 'agreement.submit', world.all(serviceAgreements)[0]?.agreementId ?? '', termsOf({ paymentTerms }));
    };
    expect([submit('C', 'MONTHLY'), submit('C', 'PREPAID'), submit('A', 'MONTHLY')]).toEqual(['AR-PREPAY', null, null]);
  });

  test('A-43 prepaid work waits for the money, unless manager and deputy let it go first', () => {
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

  test('a cancelled agreement takes its quote with it', () => {
    const world = chargeWorld();
    const quoteId = accepted(world);
    world.run('sup', 'agreement.cancel', world.all(serviceAgreements)[0]?.agreementId ?? '', { reason: '客户改主意' });
    expect([world.get(quotes, quoteId).status, chargeOf(world)]).toEqual(['SUPERSEDED', 'QUOTING']);
    accepted(world);
    expect(world.all(serviceAgreements).map((row) => row.amount)).toEqual([300000, 300000]);
  });
});

describe('receivables and payments (R-246, R-247, 3.11)', () => {
  test('WB-06 2,999.99 of 3,000.00 leave 0.01, and the ticket does not close', () => {
    const world = chargeWorld();
    signed(world);
    acceptWork(world);
    paid(world, owedIn(world).arId, '2999.99');
    expect(owedIn(world)).toMatchObject({ received: 299999, balance: 1, status: 'PARTLY_PAID' });
    const refused = world.ask('clk', 'ticket.close', ticketId);
    expect(refused).toMatchObject({ refused: true, code: 'G-TK-10' });
    expect(JSON.stringify(refused)).toContain('0.01');
    paid(world, owedIn(world).arId, '0.01');
    expect([owedIn(world).status, chargeOf(world)]).toEqual(['PAID', 'SETTLED']);
    world.run('clk', 'ticket.close', ticketId);
  });

  test('AR-3 a receipt counts once another person of finance confirmed it', () => {
    const world = chargeWorld();
    signed(world);
    const { arId } = owedIn(world);
    const input = { amount: '100', paidAt: '2026-03-03', method: 'BANK', reference: 'R1' };
    const own = world.run('fin', 'payment.record', arId, input);
    expect(world.refusal('fin', 'payment.confirm', own, { decision: 'ARRIVED' })).toBe('AR-SELF');
    expect(world.refusal('clk', 'payment.confirm', own, { decision: 'ARRIVED' })).toBe('ROLE');
    expect(owedIn(world).received).toBe(0);
    expect(world.refusal('clk', 'payment.record', arId, input)).toBe('AR-PAY');
    expect(world.refusal('clk', 'payment.record', arId, { ...input, reference: 'R2', amount: '2900.01' })).toBe('AR-PAY');
    expect(world.refusal('clk', 'payment.record', arId, { ...input, reference: 'R2', amount: '0' })).toBe('AR-PAY');
    expect(world.refusal('clk', 'payment.record', arId, { ...input, reference: 'R2', paidAt: '2026-03-04' })).toBe('AR-PAY');
    expect(world.refusal('sup', 'payment.record', arId, { ...input, reference: 'R2' })).toBe('ROLE');
  });

  test('AR-4 a receipt that never arrived is voided; a confirmed one is reversed by a negative row', () => {
    const world = chargeWorld();
    signed(world);
    acceptWork(world);
    const { arId } = owedIn(world);
    const wrong = world.run('clk', 'payment.record', arId, { amount: '3000', paidAt: '2026-03-03', method: 'BANK', reference: 'R1' });
    world.run('fin', 'payment.confirm', wrong, { decision: 'NOT_ARRIVED', note: '查无此款' });
    expect(world.get(payments, wrong)).toMatchObject({ voided: true, confirmedBy: null });
    paid(world, arId, '3000');
    const right = world.all(payments)[1]?.paymentId ?? '';
    const other = { ...company.fin, staffId: 'ST-013', name: '财务乙' };
    const reversal = world.run('fin', 'payment.reverse', arId, { paymentId: right, reason: '银行退票' });
    expect(world.refusal('fin', 'payment.reverse', arId, { paymentId: right, reason: '银行退票' })).toBe('AR-PAY');
    world.run(other, 'payment.confirm', reversal, { decision: 'ARRIVED' });
    expect([owedIn(world).balance, chargeOf(world)]).toEqual([300000, 'WORK_DONE_UNPAID']);
  });

  test('S-39 reminders run from the due date, end with the last fen', () => {
    const world = chargeWorld();
    signed(world);
    expect(world.all(slaClocks).filter((clock) => clock.ruleId === 'S-39')).toEqual([]);
    acceptWork(world);
    const running = () => world.all(slaClocks).filter((clock) => clock.ruleId === 'S-39' && clock.result === 'RUNNING').map((clock) => clock.dueAt);
    expect(running()).toEqual([instant('2026-03-19 00:00')]);
    paid(world, owedIn(world).arId, '3000');
    expect(running()).toEqual([]);
    expect(world.notices('N-38').map((notice) => notice.toStaff)).toEqual(['ST-004', 'ST-005']);
  });

  test('WB-07 overdue and disputed: reminders stop, closing is refused, the manager hears of it', () => {
    const world = chargeWorld();
    signed(world);
    acceptWork(world);
    world.at('2026-03-20 00:15').run('system', 'sweep.receivables', '');
    expect(owedIn(world)).toMatchObject({ status: 'OVERDUE', ageDays: 2 });
    expect(world.refusal('sup', 'receivable.dispute', owedIn(world).arId, { reason: '多收人工费' })).toBe('ROLE');
    world.run('clk', 'receivable.dispute', owedIn(world).arId, { reason: '多收人工费' });
    expect(owedIn(world).status).toBe('DISPUTED');
    expect(world.all(slaClocks).filter((clock) => clock.ruleId === 'S-39' && clock.result === 'RUNNING')).toEqual([]);
    expect(world.refusal('clk', 'ticket.close', ticketId)).toBe('G-TK-10');
    expect(world.notices('N-41').map((notice) => notice.toStaff)).toEqual(['ST-003']);
    world.run('system', 'sweep.receivables', '');
    expect(owedIn(world).status).toBe('DISPUTED');
    world.run('tsm', 'receivable.resume', owedIn(world).arId, { note: '客户认可' });
    expect(owedIn(world).status).toBe('OVERDUE');
    expect(world.all(slaClocks).filter((clock) => clock.ruleId === 'S-39' && clock.stopAt === null)).toHaveLength(1);
  });

  test('A-17 a write-off needs manager, deputy and general manager, and finance is told', () => {
    const world = chargeWorld();
    signed(world);
    acceptWork(world);
    expect(world.refusal('sup', 'receivable.writeOff', owedIn(world).arId, { reason: '客户破产清算' })).toBe('STATE');
    world.at('2026-06-20 00:15').run('system', 'sweep.receivables', '');
    world.run('sup', 'receivable.writeOff', owedIn(world).arId, { reason: '客户破产清算' });
    for (const _step of [1, 2, 3]) approve(world, 'WRITE_OFF');
    expect(owedIn(world)).toMatchObject({ status: 'WRITTEN_OFF', writeOff: 300000, balance: 0 });
    expect(chargeOf(world)).toBe('WRITTEN_OFF');
    expect(world.notices('N-38').map((notice) => notice.toStaff).sort()).toEqual(['ST-004', 'ST-012']);
    world.run('clk', 'ticket.close', ticketId);
  });

  test('R-247 monthly terms: closing may come before the due date', () => {
    const world = chargeWorld();
    signed(world, { paymentTerms: 'MONTHLY' });
    acceptWork(world);
    world.run('clk', 'ticket.close', ticketId);
    expect(owedIn(world)).toMatchObject({ status: 'NOT_DUE', dueDate: '2026-04-25' });
  });

  test('R-125, R-126 the statement is explained; a disputed one stops the reminders', () => {
    const world = chargeWorld();
    signed(world);
    acceptWork(world);
    const [settlement] = world.all(settlements);
    world.run('clk', 'settlement.answer', settlement?.settlementId ?? '', { explained: true, decision: 'DISPUTED', note: '差旅费过高' });
    expect([owedIn(world).status, world.all(settlements)[0]?.customerDecision]).toEqual(['DISPUTED', 'DISPUTED']);
  });
});

describe('what people see (9.2, 7.5 no. 6)', () => {
  test('completed but unpaid stands by age on the supervisor’s desk; customer service and engineers see no amounts', () => {
    const world = chargeWorld();
    signed(world);
    acceptWork(world);
    world.at('2026-05-01 00:15').run('system', 'sweep.receivables', '');
    const list = world.desk(chargesDesk, 'sup').find((item) => item.objectId === 'AR');
    expect(list?.facts.map((fact) => (typeof fact.value === 'string' ? fact.value : fact.value.en))).toEqual(['0: 0.00 yuan', '0: 0.00 yuan', '1: 3000.00 yuan', '0: 0.00 yuan', '0: 0.00 yuan']);
    expect(world.desk(chargesDesk, 'eng')).toEqual([]);
    const draft = world.draft(...chargesDesk.reads, ...everyDecisionReads);
    const environment = readEnvironment(draft, world.now);
    if (isRefusal(environment)) throw new Error(environment.words.en);
    const service = chargesDesk.items({ draft, actor: actorOf({ ...company.clk, roles: ['CS'] }), now: world.now, ...environment });
    expect(service.map((item) => [item.objectId, item.facts, item.offers.map((offer) => offer.command)])).toEqual([[owedIn(world).arId, [], ['receivable.dispute']]]);
  });

  test('the desk offers what the tables allow, to whom they allow it', () => {
    const world = chargeWorld();
    const offered = (who: Parameters<typeof world.desk>[1]): readonly string[] => [...world.desk(chargesDesk, who), ...world.desk(ticketsDesk, who)].flatMap((item) => item.offers.map((offer) => offer.command)).filter((name) => /^(quote|charge|liability|agreement|payment|receivable)\./.test(name));
    expect(offered('sup')).toEqual(['quote.draft', 'charge.goodwill', 'charge.decline']);
    signed(world);
    expect(offered('sup')).toEqual(['quote.draft']);
    expect(offered('fin')).toEqual(['payment.record']);
    expect(offered('eng')).toEqual([]);
    world.run('clk', 'payment.record', owedIn(world).arId, { amount: '1', paidAt: '2026-03-03', method: 'CASH', reference: 'C1' });
    expect(offered('fin')).toEqual(['payment.record', 'payment.confirm']);
    expect(world.all(outbox).every((notice) => notice.toAddress !== company.eng.accountEmail)).toBe(true);
  });
});
