import { acceptances, approvals, archives, contactAttempts, contacts, customers, dispatchOrders, quotes, receptions, repairOrders, slaClocks, slaPauses, tasks, tickets, type ContactAttempt, type Quote, type SlaClock } from '../../../sheets-templates';
import { fen, instant, localDate } from '../../../src/terms';
import { ticketClocks } from '../../deadlines/office';
import { makeContact, makeCustomer, makeOrder, makeRepair, makeTicket } from '../make-rows';
import { World } from '../world';
import { approve } from './charge-world';

const id = 'TK-20260303-001';
const other = 'TK-20260303-002';
const world = (ticket: Parameters<typeof makeTicket>[0] = {}): World => new World().at('2026-03-03 11:00').add(customers, makeCustomer()).add(contacts, makeContact()).add(tickets, makeTicket(ticket));
const words = (at: World, who: Parameters<World['ask']>[0], command: string, input = {}): string => { const asked = at.ask(who, command, id, input); return 'words' in asked ? asked.words.en : ''; };
const quote = (changes: Partial<Quote>): Quote => ({
  quoteId: 'BJ-0001', ticketId: id, revision: 1, materialFee: fen(10000), labourFee: fen(0), travelFee: fen(0), otherFee: fen(0), taxRate: 13, total: fen(10000), customerPart: fen(10000), validUntil: localDate('2026-03-18'),
  preparedBy: 'ST-004', sentAt: instant('2026-03-03 10:00'), decidedAt: null, decisionBy: null, decisionEvidence: null, status: 'REJECTED', ...changes,
} as Quote);

describe('TK-10 a unit comes in', () => {
  const input = { unitKind: 'CUSTOMER_SEND_IN', conditionDesc: '左侧板凹陷', conditionPhotos: '照片 3 张，存客户资料夹', infoGiven: '三天内告知检测结果和费用', needConfirmed: true, customerAck: true };

  test('R-071, R-120, R-121: condition, photos and what was said are on record; quality gets a repair order; S-08 ends', () => {
    const at = world({ severity: 'C', status: 'SCHEDULED', serviceMode: 'WALK_IN' }).add(slaClocks, ...ticketClocks('C', '2026-03-03 09:10').map((clock) => ({ ...clock, objectId: id })));
    at.run('clk', 'ticket.receiveUnit', id, input);
    expect(at.all(receptions)[0]).toMatchObject({ ticketId: id, receivedBy: 'ST-005', conditionPhotos: input.conditionPhotos, returnedAt: null });
    expect(at.all(repairOrders)[0]).toMatchObject({ ticketId: id, returnKind: 'CUSTOMER_SEND_IN', status: 'EXPECTED', serialNo: 'SN1001' });
    expect(at.get(tickets, id)).toMatchObject({ status: 'IN_SHOP', serviceMode: 'WALK_IN' });
    expect(at.all(slaClocks).find((clock) => clock.ruleId === 'S-08')?.result).toBe('MET');
    expect(at.notices('N-29').map((notice) => notice.toStaff).sort()).toEqual(['ST-005', 'ST-010']);
    at.run('qa', 'repair.receive', at.all(repairOrders)[0]?.repairId ?? '', { qty: '1' });
    at.run('clk', 'ticket.handBack', id);
    expect(at.all(receptions)[0]?.returnedAt).toBe(at.now);
    expect(at.refusal('clk', 'ticket.handBack', id)).toBe('R-120');
  });

  test.each(['conditionPhotos', 'conditionDesc', 'infoGiven', 'needConfirmed', 'customerAck'])('the reception is complete only with %s', (field) => {
    expect(world().refusal('clk', 'ticket.receiveUnit', id, { ...input, [field]: '' })).toBe('INPUT');
  });

  test('R-124: paid work waits for the accepted quote', () => {
    const at = world({ chargeStatus: 'QUOTING', chargeType: 'PAID' }).add(quotes, quote({ status: 'SENT' }));
    expect(at.refusal('clk', 'ticket.receiveUnit', id, input)).toBe('R-124');
    at.set(quotes, 'BJ-0001', { status: 'ACCEPTED' });
    expect(at.refusal('clk', 'ticket.receiveUnit', id, input)).toBeNull();
    expect(world({ severity: 'C', chargeStatus: 'DECISION_PENDING' }).refusal('clk', 'ticket.receiveUnit', id, input)).toBe('G-TK-7');
  });
});

describe('TK-19 archive', () => {
  const closed = (): World => world({ status: 'CLOSED', closedAt: instant('2026-03-02 10:00') });
  const signed = { acceptanceId: 'AC-0001', ticketId: id, orderId: null, workSummary: '更换断路器', partsReplaced: [], functionTest: 'PASS', explained: true, advice: '定期巡检', chargeSummary: null, signerName: '王先生', signerPhoneLast4: null, method: 'PAPER', evidence: '扫描件', rejectReason: null, signedAt: instant('2026-03-02 09:00'), result: 'ACCEPTED', remindCount: 0 } as const;

  test('G-TK-11: what is missing is named with who provides it', () => {
    const at = closed().add(repairOrders, makeRepair({ status: 'MISSING' }));
    expect(words(at, 'clk', 'ticket.archive')).toMatch(/No signed acceptance.*customer service.*WX-20260305-01.*quality and the clerk/s);
    at.add(acceptances, signed).set(repairOrders, 'WX-20260305-01', { status: 'CLOSED' });
    at.run('clk', 'ticket.archive', '', { ticketId: id });
    expect(at.get(tickets, id).status).toBe('ARCHIVED');
    expect(at.all(archives)[0]).toMatchObject({ ticketId: id, archivedBy: 'ST-005', retainUntil: '2031-03-03', missing: [], documents: { acceptance: ['AC-0001'], repair: ['WX-20260305-01'] } });
  });

  test('TK-20: what is archived is not reopened', () => {
    expect(world({ status: 'ARCHIVED', closedAt: instant('2026-03-02 10:00') }).refusal('sup', 'ticket.reopen', id, { reason: '故障再现' })).toBe('TK-20');
  });

  test('R-148, R-193: the night files what the clerk left, and keeps what lacks a paper', () => {
    const at = closed().at('2026-07-01 02:00');
    at.run('system', 'sweep.archive', '');
    expect(at.get(tickets, id).status).toBe('CLOSED');
    at.add(acceptances, signed).run('system', 'sweep.archive', '');
    expect(at.all(tickets)).toEqual([]);
    expect(at.all(archives)[0]).toMatchObject({ archivedBy: 'SYS', retainUntil: '2031-07-01' });
  });
});

describe('TK-22 refusal', () => {
  const declined = { refuseReason: 'OUT_OF_WARRANTY_DECLINED', grounds: '客户书面不同意付费' };

  test('AMB-14: paid service is offered first, unless it is not our product', () => {
    const at = world({ chargeStatus: 'REFUSED' });
    expect(at.refusal('sup', 'ticket.refuse', id, declined)).toBe('AMB-14');
    expect(at.refusal('sup', 'ticket.refuse', id, { ...declined, refuseReason: 'NOT_OUR_PRODUCT' })).toBeNull();
    at.add(quotes, quote({}));
    expect(at.refusal('sup', 'ticket.refuse', id, declined)).toBeNull();
  });

  test('A-13, N-11: the manager decides; the customer hears why and where to complain', () => {
    const at = world({ chargeStatus: 'REFUSED' }).add(quotes, quote({})).add(slaClocks, ...ticketClocks('B', '2026-03-03 09:10').map((clock) => ({ ...clock, objectId: id })));
    at.run('sup', 'ticket.refuse', id, declined);
    expect(at.get(tickets, id).status).toBe('TRIAGED');
    expect(at.refusal('sup', 'ticket.refuse', id, { ...declined, refuseReason: 'NOT_OUR_PRODUCT' })).toBe('A-13');
    expect(at.refusal('sup', 'approval.decide', at.all(approvals)[0]?.approvalId ?? '', { decision: 'APPROVED' })).not.toBeNull();
    approve(at, 'REFUSAL');
    expect(at.get(tickets, id)).toMatchObject({ status: 'REFUSED', cancelReason: 'OUT_OF_WARRANTY_DECLINED', closedAt: at.now });
    expect(at.all(slaClocks).filter((clock) => clock.result === 'RUNNING')).toEqual([]);
    expect(JSON.stringify(at.notices('N-11').find((notice) => notice.toAddress === 'customer@example.org')?.body)).toMatch(/过保不同意付费.*投诉/);
  });

  test('a no leaves the ticket where it was; a yes that comes too late refuses', () => {
    const at = world({ chargeStatus: 'REFUSED' }).add(quotes, quote({}));
    at.run('sup', 'ticket.refuse', id, declined);
    approve(at, 'REFUSAL', 'REJECTED');
    expect([at.get(tickets, id).status, at.notices('N-15')[0]?.toStaff]).toEqual(['TRIAGED', 'ST-004']);
    at.run('sup', 'ticket.refuse', id, declined);
    at.set(tickets, id, { status: 'SCHEDULED' });
    const waiting = at.all(approvals).find((row) => row.status === 'PENDING');
    expect(at.refusal('tsm', 'approval.decide', waiting?.approvalId ?? '', { decision: 'APPROVED' })).toBe('TK-22');
  });
});

describe('TK-23 merge', () => {
  const clocksFor = (ticketId: string, severity: 'A' | 'B' | 'C', at: string): readonly SlaClock[] => ticketClocks(severity, at).map((clock) => ({ ...clock, objectId: ticketId, clockId: `${ticketId}/${clock.ruleId}/1` }));
  const of = (at: World, ticketId: string, rule: string): readonly string[] => at.all(slaClocks).filter((clock) => clock.objectId === ticketId && clock.ruleId === rule).map((clock) => `${clock.dueAt.slice(5, 16)} ${clock.result}`);
  const reached: ContactAttempt = { attemptId: 'CA-1', ticketId: id, purpose: 'FIRST', at: instant('2026-03-03 09:40'), byStaff: 'ST-004', toParty: 'CUSTOMER', channel: 'PHONE', outcome: 'REACHED', content: null, recordedAt: instant('2026-03-03 09:40') };

  test('the earlier receipt and the higher class stay, with their clocks; the customer loses no minute', () => {
    const at = world({ severity: 'A', receivedAt: instant('2026-03-03 08:00'), severityEffectiveAt: instant('2026-03-03 08:10') })
      .add(tickets, makeTicket({ ticketId: other, severity: 'C', receivedAt: instant('2026-03-03 10:00') })).add(slaClocks, ...clocksFor(id, 'A', '2026-03-03 08:00'), ...clocksFor(other, 'C', '2026-03-03 10:00'))
      .add(contactAttempts, reached).add(tasks, { taskId: 'TA-1', ticketId: id, kind: 'FOLLOWUP', title: '查图纸', unit: '研发', owner: 'ST-010', dueAt: instant('2026-03-04 10:00'), doneAt: null, result: null, status: 'OPEN' });
    at.run('clk', 'ticket.merge', id, { target: other.toLowerCase() });
    expect(at.get(tickets, id)).toMatchObject({ status: 'MERGED', cancelReason: 'DUPLICATE' });
    expect(at.get(tickets, other)).toMatchObject({ receivedAt: instant('2026-03-03 08:00'), severity: 'A', severityEffectiveAt: instant('2026-03-03 08:10'), majorException: true });
    // S-02 was overdue on the merged ticket: that breach stays there; the remaining ticket counts from 08:10.
    expect(of(at, id, 'S-02')).toEqual(['03-03T08:15 BREACHED_DONE']);
    expect(of(at, id, 'S-04')).toEqual(['03-03T20:00 CANCELLED']);
    expect(of(at, other, 'S-01')).toEqual(['03-03T11:00 SUPERSEDED', '03-03T09:00 BREACHED_DONE']);
    expect(of(at, other, 'S-03')).toEqual(['03-03T10:10 RUNNING']);
    expect(of(at, other, 'S-08')).toEqual(['03-04T10:00 SUPERSEDED']);
    expect([at.get(contactAttempts, 'CA-1').ticketId, at.get(tasks, 'TA-1').ticketId]).toEqual([other, other]);
    expect(at.notices('N-03').length).toBeGreaterThan(0);
  });

  test('4.4 no. 4: what was in time by the pauses of the ticket that stays is in time', () => {
    const at = world({ severity: 'A', receivedAt: instant('2026-03-03 08:00'), severityEffectiveAt: instant('2026-03-03 08:10') })
      .add(tickets, makeTicket({ ticketId: other, severity: 'C', receivedAt: instant('2026-03-03 10:00') })).add(slaClocks, ...clocksFor(id, 'A', '2026-03-03 08:00'), ...clocksFor(other, 'C', '2026-03-03 10:00'))
      .add(slaPauses, { pauseId: 'ZT-00001', ticketId: other, rules: ['S-03'], kind: 'SITE_CLOSED', fromAt: instant('2026-03-03 08:30'), toAt: instant('2026-03-03 10:30'), newDue: null, evidence: '照片', approvalId: 'SP-000001', status: 'APPROVED' })
      .add(dispatchOrders, makeOrder({ ticketId: other, status: 'ACCEPTED', acceptedAt: instant('2026-03-03 11:00') })).at('2026-03-03 11:30');
    at.run('clk', 'ticket.merge', id, { target: other });
    expect(of(at, other, 'S-03')).toEqual(['03-03T12:10 MET']);
  });

  test('into an older ticket of the same class nothing is counted anew; a call about the one is a call about the other', () => {
    const at = world({ status: 'NEW', severity: null, receivedAt: instant('2026-03-03 09:30') }).add(tickets, makeTicket({ ticketId: other, status: 'NEW', severity: null, receivedAt: instant('2026-03-03 09:00') }))
      .add(slaClocks, ...clocksFor(id, 'B', '2026-03-03 09:30'), ...clocksFor(other, 'B', '2026-03-03 09:00')).add(contactAttempts, reached);
    at.run('sup', 'ticket.merge', id, { target: other });
    expect([of(at, other, 'S-01'), of(at, other, 'S-06')]).toEqual([['03-03T10:00 MET'], ['03-03T13:00 RUNNING']]);
    expect(of(at, other, 'S-40')).toEqual(['03-03T09:55 RUNNING']);
  });

  test('not into itself, another customer\'s, an ended or an unknown ticket', () => {
    const at = world().add(tickets, makeTicket({ ticketId: other, customerId: 'CU-00002' }));
    expect(at.refusal('sup', 'ticket.merge', id, { target: id })).toBe('TK-23');
    expect(at.refusal('sup', 'ticket.merge', id, { target: other })).toBe('TK-23');
    expect(at.refusal('sup', 'ticket.merge', id, { target: 'TK-1' })).toBe('TK-23');
    at.set(tickets, other, { customerId: 'CU-00001', status: 'ACCEPTED' });
    expect(at.refusal('sup', 'ticket.merge', id, { target: other })).toBe('TK-23');
  });
});
