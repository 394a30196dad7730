import { outbox, payments, settlements, slaClocks, tickets } from '../../../sheets-templates';
import { everyDecisionReads, readEnvironment } from '../../../src/app/decide';
import { chargesDesk } from '../../../src/app/desk/charges';
import { ticketsDesk } from '../../../src/app/desk/tickets';
import { instant, isRefusal } from '../../../src/terms';
import { company } from '../make-rows';
import { actorOf } from '../world';
import { acceptWork, approve, chargeWorld, owedIn, paid, signed, ticketId } from './charge-world';

const chargeOf = (world: ReturnType<typeof chargeWorld>): string => world.get(tickets, ticketId).chargeStatus;

describe('receivables and payments (R-246, R-247, 3.11)', () => {
  test('WB-06, 3.2 pay: 2,999.99 of 3,000.00 leave 0.01, and the ticket does not close', () => {
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

  test('3.11 pay: a receipt counts once another person of finance confirmed it', () => {
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

  test('a receipt that never arrived is voided; a confirmed one is reversed by a negative row', () => {
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

  test('S-39, N-38: reminders run from the due date, end with the last fen', () => {
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

  test('WB-07, 3.11 due, 3.11 dispute: overdue and disputed: reminders stop, closing is refused, the manager hears of it', () => {
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

  test('A-17, 3.11 write off, 3.2 write off: a write-off needs manager, deputy and general manager, and finance is told', () => {
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
    expect(offered('sup')).toEqual(['agreement.cancel', 'quote.draft']);
    expect(offered('fin')).toEqual(['payment.record']);
    expect(offered('eng')).toEqual([]);
    world.run('clk', 'payment.record', owedIn(world).arId, { amount: '1', paidAt: '2026-03-03', method: 'CASH', reference: 'C1' });
    expect(offered('fin')).toEqual(['payment.record', 'payment.confirm']);
    expect(world.all(outbox).every((notice) => notice.toAddress !== company.eng.accountEmail)).toBe(true);
  });
});
