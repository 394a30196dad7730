import { contacts, customers, dutyRoster, inbox, installed, contracts, slaClocks, tickets, type InstalledUnit, type SlaClock } from '../../../sheets-templates';
import type { RawInput } from '../../../src/app/field';
import { inboxDesk } from '../../../src/app/desk/ticket-inbox';
import { instant, isRefusal, localDate } from '../../../src/terms';
import { makeContact, makeCustomer, makeTicket } from '../make-rows';
import { World } from '../world';

const visitor = { kind: 'visitor' } as const;

const answers: RawInput = {
  customerName: '苏州某厂', contactName: '李女士', phone: '139 0000 1111', email: 'li@example.org', siteCity: '苏州', siteAddress: '工业园区 8 号', projectName: '某厂二期', modelText: 'GCS',
  serialText: 'SN2002', serviceType: '维修', faultDesc: '进线柜断路器跳闸，车间停电', impactDanger: 'NO', impactWide: '否', impactLocal: 'NO', impactCommissioning: 'NO', truth: true, privacy: 'true',
};

const unit: InstalledUnit = {
  equipId: 'EQ-00001', serialNo: 'SN2002', productId: 'PR-GCS', customerId: 'CU-00001', contractId: 'CN-00001', siteAddress: null, siteCity: null, deliveredDate: localDate('2025-06-01'), commissionedDate: null, invoicedDate: null,
  warrantyStart: null, warrantyEnd: null, warrantySource: 'CONTRACT', qrToken: 'q', replacedBy: null, faultCount12m: null, status: 'IN_USE',
};

const office = (): World =>
  new World().at('2026-03-03 09:10').add(installed, unit).add(contracts, {
    contractId: 'CN-00001', customerId: 'CU-00001', projectName: '某厂二期', contractRef: null, signedDate: null, chargePolicy: 'WARRANTY_BASED', warrantyBasis: 'DELIVERY',
    warrantyStart: localDate('2025-06-01'), warrantyMonths: 24, warrantyEnd: null, designInstitute: null, rdPm: null, file: null,
  }).add(dutyRoster, { dutyId: 'DR-1', date: localDate('2026-03-03'), shift: 'DAY', primary: 'ST-007', backup: 'ST-006', phone: '400-5550199', acknowledgedAt: null });

const clock = (world: World, rule: string): SlaClock | undefined => world.all(slaClocks).find((row) => row.ruleId === rule);
const dueOf = (world: World, rule: string): string | undefined => clock(world, rule)?.dueAt.slice(0, 16).replace('T', ' ');

describe('TK-1 a customer fills in the form', () => {
  test('ticket, customer, contact, warranty, charge, clocks and receipts come from one commit', () => {
    const world = office();
    const id = world.run(visitor, 'ticket.register', '', answers);
    expect(id).toBe('TK-20260303-001');
    const ticket = world.get(tickets, id);
    expect(ticket).toMatchObject({ status: 'NEW', severity: null, severityClaimed: 'C', equipId: 'EQ-00001', contractId: 'CN-00001', warrantyResult: 'IN_WARRANTY', chargeStatus: 'FREE', channel: 'WEB', registeredBy: null, ownerStaff: 'ST-004' });
    expect(world.get(customers, ticket.customerId)).toMatchObject({ name: '苏州某厂', ticketCount: 1, consentSource: 'WEB' });
    expect(world.get(contacts, ticket.reporterContact)).toMatchObject({ name: '李女士', email: 'li@example.org' });
    expect([dueOf(world, 'S-01'), dueOf(world, 'S-08')]).toEqual(['2026-03-03 10:10', '2026-03-04 09:10']);
    const [receipt] = world.notices('N-01');
    expect(receipt).toMatchObject({ toAddress: 'li@example.org', priority: 'P2' });
    expect(JSON.stringify(receipt?.body)).toContain('2026-03-03 10:10');
    expect(JSON.stringify(receipt)).not.toMatch(/一般|特急|紧急级/);
    expect(world.notices('N-02').map((notice) => notice.toStaff).sort()).toEqual(['ST-004', 'ST-005', 'ST-007']);
  });

  test('SV-29, AMB-02: "not sure" leaves it unclassified, contacted in calendar time, and urgent for staff', () => {
    const world = office().at('2026-03-07 02:00');
    world.run(visitor, 'ticket.register', '', { ...answers, impactLocal: 'UNSURE' });
    expect(world.all(tickets)[0]?.severityClaimed).toBeNull();
    expect(dueOf(world, 'S-01')).toBe('2026-03-07 03:00');
    expect(world.notices('N-02').every((notice) => notice.priority === 'P1')).toBe(true);
    expect(clock(world, 'S-08')).toBeUndefined();
  });

  test('SV-01, N-03: a provisional class A starts its clocks and alarms managers in the same commit', () => {
    const world = office();
    const id = world.run(visitor, 'ticket.register', '', { ...answers, impactWide: 'YES' });
    expect(world.get(tickets, id)).toMatchObject({ severity: null, severityClaimed: 'A', majorException: true });
    expect(['S-01', 'S-02', 'S-03', 'S-04'].map((rule) => dueOf(world, rule))).toEqual(['2026-03-03 10:10', '2026-03-03 09:25', '2026-03-03 11:10', '2026-03-03 21:10']);
    expect(world.notices('N-03').map((notice) => notice.toStaff).sort()).toEqual(['ST-001', 'ST-002', 'ST-003', 'ST-004', 'ST-005', 'ST-007']);
    expect(world.notices('N-03').every((notice) => notice.priority === 'P1')).toBe(true);
    // 9.4 no. 2: managers' notices carry no phone and no personal name.
    expect(JSON.stringify(world.notices('N-03'))).not.toMatch(/139|李女士/);
  });

  test('a local stop that can be run by hand is provisional class B, one that cannot is A (AMB-11)', () => {
    const world = office();
    world.run(visitor, 'ticket.register', '', { ...answers, impactLocal: 'YES', impactRunnable: 'YES' });
    world.run(visitor, 'ticket.register', '', { ...answers, impactLocal: 'YES', impactRunnable: 'NO' });
    expect(world.all(tickets).map((ticket) => ticket.severityClaimed)).toEqual(['B', 'A']);
    expect([dueOf(world, 'S-05'), dueOf(world, 'S-06'), dueOf(world, 'S-07')]).toEqual(['2026-03-03 10:10', '2026-03-03 13:10', '2026-03-04 09:10']);
    expect(world.notices('N-04')).toHaveLength(0);
  });

  test('AMB-17: unknown warranty waits for a decision; out of warranty is paid', () => {
    const world = office();
    const unknown = world.run(visitor, 'ticket.register', '', { ...answers, serialText: '不清楚', projectName: '无', modelText: '不清楚' });
    expect(world.get(tickets, unknown)).toMatchObject({ warrantyResult: 'UNKNOWN', chargeStatus: 'DECISION_PENDING', chargeType: null });
    const late = office().at('2027-06-02 09:00');
    const paid = late.run(visitor, 'ticket.register', '', answers);
    expect(late.get(tickets, paid)).toMatchObject({ warrantyResult: 'OUT_OF_WARRANTY', chargeStatus: 'QUOTING', chargeType: 'PAID', slaProfile: 'PAID_AGREEMENT' });
  });

  test('a known customer is found by phone; a stranger\'s address is not put on the known contact', () => {
    const world = office().add(customers, makeCustomer()).add(contacts, makeContact({ email: 'wang@example.org' }));
    const id = world.run(visitor, 'ticket.register', '', { ...answers, customerName: '随便', contactName: '王先生', phone: '138 1234 5678', email: 'other@example.org' });
    expect(world.get(tickets, id).customerId).toBe('CU-00001');
    expect(world.get(tickets, id).reporterContact).not.toBe('CT-00001');
    expect(world.get(contacts, 'CT-00001').email).toBe('wang@example.org');
    expect(world.notices('N-01').map((notice) => notice.toAddress)).toEqual(['other@example.org']);
  });

  test('numbers that other rows bear already are passed over', () => {
    const world = office().add(customers, makeCustomer()).add(contacts, makeContact());
    const id = world.run(visitor, 'ticket.register', '', answers);
    expect(world.get(tickets, id)).toMatchObject({ customerId: 'CU-00002', reporterContact: 'CT-00002' });
  });

  test('possible duplicates and a repeated fault are pointed out', () => {
    const world = office().add(tickets, makeTicket({ ticketId: 'TK-20260301-001', serialText: 'SN2002', receivedAt: instant('2026-03-01 08:00'), acceptedAt: instant('2026-03-02 08:00'), status: 'CLOSED' }));
    const id = world.run(visitor, 'ticket.register', '', answers);
    expect(world.get(tickets, id)).toMatchObject({ repeatOf: 'TK-20260301-001', chargeStatus: 'DECISION_PENDING' });
    expect(JSON.stringify(world.notices('N-02')[0]?.body)).toContain('TK-20260301-001');
  });

  test.each([['privacy', undefined], ['truth', 'false'], ['faultDesc', '坏了'], ['phone', ''], ['impactWide', '']])('G-TK-1: %s is needed', (field, value) => {
    expect(office().refusal(visitor, 'ticket.register', '', { ...answers, [field]: value })).toBe('INPUT');
  });

  test('an unusable address is refused, an odd phone number is taken with a remark', () => {
    expect(office().refusal(visitor, 'ticket.register', '', { ...answers, email: 'nobody' })).toBe('G-TK-1');
    const world = office();
    world.run(visitor, 'ticket.register', '', { ...answers, phone: '55501111' });
    expect(JSON.stringify(world.notices('N-02')[0]?.body)).toContain('请核对');
  });

  test('G-TK-3: the sixth request of an hour from one number waits, unless it may be class A', () => {
    const world = office();
    for (let count = 0; count < 5; count += 1) world.run(visitor, 'ticket.register', '', answers);
    expect(world.refusal(visitor, 'ticket.register', '', answers)).toBe('G-TK-3');
    expect(world.refusal(visitor, 'ticket.register', '', { ...answers, impactDanger: 'YES' })).toBeNull();
    expect(world.refusal(visitor, 'ticket.register', '', { ...answers, phone: '13900002222' })).toBe('G-TK-3');
    expect(world.refusal(visitor, 'ticket.register', '', { ...answers, phone: '13900002222', serialText: '不清楚' })).toBeNull();
    expect(world.at('2026-03-03 10:11').refusal(visitor, 'ticket.register', '', answers)).toBeNull();
  });

  test('10.1: what is to be left empty gives a program away', () => {
    expect(office().refusal(visitor, 'ticket.register', '', { ...answers, trap: 'http://example.com' })).toBe('G-TK-3');
  });

  test('AMB-04: a form that waited for the sweep counts from when it was sent', () => {
    const world = office().at('2026-03-03 09:40');
    world.run(visitor, 'ticket.register', '', answers, instant('2026-03-03 09:12'));
    expect(world.all(tickets)[0]?.receivedAt).toBe(instant('2026-03-03 09:12'));
    expect(dueOf(world, 'S-01')).toBe('2026-03-03 10:12');
  });
});

describe('TK-1 staff take down a call', () => {
  const call = { ...answers, channel: 'PHONE', sourceParty: 'CUSTOMER' };

  test('G-TK-2: not from the future; older than 30 days by the supervisor only', () => {
    const world = office();
    expect(world.refusal('clk', 'ticket.take', '', { ...call, receivedAt: '2026-03-03 09:11' })).toBe('G-TK-2');
    expect(world.refusal('clk', 'ticket.take', '', { ...call, receivedAt: '2026-01-30 09:00' })).toBe('G-TK-2');
    expect(world.refusal('sup', 'ticket.take', '', { ...call, receivedAt: '2026-01-30 09:00' })).toBeNull();
  });

  test('SV-33, S-16: a salesperson who passes a class A request on too late has broken his own deadline', () => {
    const world = office().at('2026-03-04 15:30');
    world.run('sal', 'ticket.take', '', { ...call, sourceParty: 'SALES', receivedAt: '2026-03-04 14:00', impactWide: 'YES' });
    expect(dueOf(world, 'S-03')).toBe('2026-03-04 16:00');
    expect(clock(world, 'S-16')).toMatchObject({ dueAt: instant('2026-03-04 14:30'), result: 'BREACHED_DONE' });
    expect(world.all(tickets)[0]?.sourceStaff).toBe('ST-011');
  });

  test('S-17: what customer service takes down itself stays with it until handed over', () => {
    const world = office();
    const id = world.run('clk', 'ticket.take', '', { ...call, serviceType: 'CONSULT' });
    expect(world.get(tickets, id)).toMatchObject({ ownerStaff: 'ST-005', serviceMode: 'REMOTE', chargeStatus: 'FREE', slaProfile: 'CONSULT' });
    expect(dueOf(world, 'S-17')).toBe('2026-03-03 09:40');
    world.at('2026-03-03 09:30').run('clk', 'ticket.handOver', id, { note: '需现场检查' });
    expect(clock(world, 'S-17')?.result).toBe('MET');
    expect(world.get(tickets, id).ownerStaff).toBe('ST-004');
  });

  test('G-TK-1: a known caller needs only phone, fault and kind; a stranger is asked for the rest', () => {
    const quick = { phone: '138-1234-5678', faultDesc: '断路器合不上', serviceType: 'REPAIR', channel: 'PHONE', sourceParty: 'CUSTOMER', truth: true };
    const world = office().add(customers, makeCustomer()).add(contacts, makeContact()).add(installed, { ...unit, siteCity: '昆山' });
    const id = world.run('clk', 'ticket.take', '', { ...quick, serialText: 'sn-2002' });
    expect(world.get(tickets, id)).toMatchObject({ customerId: 'CU-00001', reporterContact: 'CT-00001', siteCity: '昆山', siteAddress: '昆山市某路 1 号', projectName: '某厂二期', equipId: 'EQ-00001', serialText: 'sn-2002', severityClaimed: null });
    const stranger = world.ask('clk', 'ticket.take', '', { ...quick, phone: '13700000000' });
    expect('words' in stranger ? stranger.words.zh : '').toMatch(/还缺.*客户名称.*联系人.*设备所在城市.*设备地址/);
    // A switchboard of two customers says nothing about who is calling.
    world.add(contacts, makeContact({ contactId: 'CT-00002', customerId: 'CU-00002', name: '赵' }));
    expect(world.refusal('clk', 'ticket.take', '', { ...quick, serialText: '不清楚' })).toBe('G-TK-1');
  });

  test('R-178, 10.1: the caller is found by phone, with units, what is open and what was before, and a form filled in', () => {
    const world = office().add(customers, makeCustomer()).add(contacts, makeContact()).add(tickets, makeTicket(), makeTicket({ ticketId: 'TK-20260101-001', status: 'CLOSED' }));
    const asked = world.ask('clk', 'ticket.lookUp', '', { caller: '+86 138 1234 5678' });
    if (isRefusal(asked)) throw new Error(asked.words.en);
    expect(asked.changes).toEqual([]);
    expect(asked.reply.message.zh).toMatch(/王先生\n未完成 1 张\nTK-20260303-001.*\n以前 1 张\nTK-20260101-001/);
    const field = (name: string) => asked.reply.next?.fields.find((one) => one.name === name);
    expect([field('customerName')?.initial, field('contactName')?.initial, field('siteCity')?.initial]).toEqual(['昆山某厂', '王先生', '昆山']);
    expect(field('serialText')).toMatchObject({ kind: 'choice', initial: 'SN2002' });
    expect(world.refusal('sal', 'ticket.lookUp', '', { caller: '13812345678' })).toBe('ROLE');
  });

  test('10.3: the receipt to paste has number, time, next step, emergency phone and privacy line; no class', () => {
    const asked = office().ask('clk', 'ticket.take', '', { ...call, impactWide: 'YES' });
    if (isRefusal(asked)) throw new Error(asked.words.en);
    expect(asked.reply.copy).toMatchObject({ page: 'ticket', objectId: asked.reply.objectId });
    expect(asked.reply.copy?.text.zh).toMatch(/TK-20260303-001.*2026-03-03 09:10.*2026-03-03 10:10 前与您联系.*400-5550199.*仅用于本次售后服务/);
    expect(asked.reply.copy?.text.zh).not.toMatch(/特急/);
  });

  test('R-209: a letter is pasted whole; what is longer than the fault column goes on beside it', () => {
    const world = office();
    const id = world.run('clk', 'ticket.take', '', { ...call, channel: 'EMAIL', faultDesc: '信'.repeat(2500) });
    expect(world.get(tickets, id)).toMatchObject({ channel: 'EMAIL', faultDesc: '信'.repeat(2000), usageFacts: '信'.repeat(500) });
  });

  test('R-216, S-16: whoever passed it on is named, by the clerk too; a colleague outside service has forwarded it in any case', () => {
    const world = office().at('2026-03-03 09:20');
    const id = world.run('clk', 'ticket.take', '', { ...call, forwarder: '业务员', receivedAt: '2026-03-03 08:40' });
    expect(world.get(tickets, id)).toMatchObject({ sourceParty: 'OTHER_DEPT', sourceStaff: 'ST-011' });
    expect(clock(world, 'S-16')).toMatchObject({ startAt: instant('2026-03-03 08:40'), result: 'MET' });
    expect(world.get(tickets, world.run('qa', 'ticket.take', '', call))).toMatchObject({ sourceParty: 'OTHER_DEPT', sourceStaff: 'ST-010' });
    expect(world.refusal('clk', 'ticket.take', '', { ...call, forwarder: '某某' })).toBe('R-216');
  });

  test('10.1, AMB-17: what was unknown is completed later; the warranty is looked up again and S-38 ends', () => {
    const world = office();
    const id = world.run('clk', 'ticket.take', '', { ...call, serialText: '不清楚', modelText: '不清楚', projectName: '无' });
    expect(world.get(tickets, id)).toMatchObject({ warrantyResult: 'UNKNOWN', chargeStatus: 'DECISION_PENDING' });
    world.run('clk', 'ticket.identify', id, { serialText: 'SN2002' });
    expect(world.get(tickets, id)).toMatchObject({ equipId: 'EQ-00001', contractId: 'CN-00001', projectName: '某厂二期', warrantyResult: 'IN_WARRANTY', chargeStatus: 'FREE' });
    expect(clock(world, 'S-38')?.result).toBe('MET');
    world.set(tickets, id, { chargeStatus: 'AGREED', warrantyResult: 'OUT_OF_WARRANTY' });
    world.run('clk', 'ticket.identify', id, { serialText: 'SN2002' });
    expect(world.get(tickets, id).chargeStatus).toBe('AGREED');
  });

  test('TK-20: an archived ticket is named as the one that is repeated', () => {
    const world = office();
    expect(world.get(tickets, world.run('clk', 'ticket.take', '', { ...call, repeatOf: 'tk-20240303-001' }))).toMatchObject({ repeatOf: 'TK-20240303-001', chargeStatus: 'DECISION_PENDING' });
    expect(world.refusal('clk', 'ticket.take', '', { ...call, repeatOf: '旧工单' })).toBe('TK-1');
  });

  test('customers and visitors cannot use the staff form', () => {
    expect(office().refusal(visitor, 'ticket.take', '', call)).toBe('ROLE');
    expect(office().refusal({ kind: 'customer', ticketId: 'TK-1' }, 'ticket.register', '', answers)).toBe('ROLE');
  });
});

describe('10.1 what was kept is checked', () => {
  const keptAt = (at: string, form = 'intake') => ({ answerId: 'LJ-00001', receivedAt: instant(at), form, answers: { ...answers, email: 'nobody' }, reason: '邮箱格式不正确', dueAt: instant('2026-03-03 11:10'), handledBy: null, handledAt: null, outcome: null });
  const corrected = { ...answers, email: '', channel: 'WEB', sourceParty: 'CUSTOMER' };

  test('on the desk of customer service with its limit and the form filled in; released it counts from when it came', () => {
    const world = office().add(inbox, keptAt('2026-03-03 09:10')).at('2026-03-03 10:00');
    const [item] = world.desk(inboxDesk, 'clk');
    expect(item).toMatchObject({ title: '苏州某厂', dueAt: instant('2026-03-03 11:10') });
    expect(item?.offers.find(({ command }) => command === 'intake.release')?.fields.find(({ name }) => name === 'email')?.initial).toBe('nobody');
    expect(world.desk(inboxDesk, 'eng')).toEqual([]);
    const id = world.run('clk', 'intake.release', 'LJ-00001', corrected);
    expect(world.get(tickets, id)).toMatchObject({ receivedAt: instant('2026-03-03 09:10'), channel: 'WEB' });
    expect(dueOf(world, 'S-01')).toBe('2026-03-03 10:10');
    expect(world.get(inbox, 'LJ-00001')).toMatchObject({ handledBy: 'ST-005', outcome: id });
    expect(world.refusal('clk', 'intake.release', 'LJ-00001', corrected)).toBe('STATE');
  });

  test('spam is confirmed by a person, with grounds; a form of staff is dealt with otherwise', () => {
    const world = office().add(inbox, keptAt('2026-03-03 09:10'));
    expect(world.refusal('clk', 'intake.dismiss', 'LJ-00001', { outcome: 'SPAM' })).toBe('INPUT');
    expect(world.refusal('eng', 'intake.dismiss', 'LJ-00001', { outcome: 'SPAM', reason: '回拨为空号' })).toBe('ROLE');
    world.run('clk', 'intake.dismiss', 'LJ-00001', { outcome: 'SPAM', reason: '回拨为空号' });
    expect(world.desk(inboxDesk, 'clk')).toEqual([]);
    expect(office().add(inbox, keptAt('2026-03-03 09:10', 'daily')).desk(inboxDesk, 'clk')[0]?.offers.map(({ command }) => command)).toEqual(['intake.dismiss']);
  });
});
