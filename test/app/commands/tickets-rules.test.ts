import { acceptances, contactAttempts, contacts, customers, dutyRoster, managerReports, serviceType, settings, slaClocks, tickets, type Acceptance, type ContactAttempt, type Ticket, type TicketStatus } from '../../../sheets-templates';
import { findCommand } from '../../../src/app/commands';
import type { RawInput } from '../../../src/app/field';
import { instant, localDate } from '../../../src/terms';
import { makeContact, makeCustomer, makeTicket } from '../make-rows';
import { World } from '../world';
import { ticketCases } from './ticket-cases';

/** Rules of the regulation that speak of tickets, each shown on one command. */

const id = 'TK-20260303-001';
const visitor = { kind: 'visitor' } as const;
const customer = { kind: 'customer', ticketId: id } as const;

const form: RawInput = {
  customerName: '苏州某厂', contactName: '李女士', phone: '139 0000 1111', email: 'li@example.org', siteCity: '苏州', siteAddress: '工业园区 8 号', projectName: '某厂二期', modelText: 'GCS',
  serialText: 'SN2002', serviceType: 'REPAIR', faultDesc: '进线柜断路器跳闸，雷雨后出现', impactDanger: 'NO', impactWide: 'NO', impactLocal: 'NO', impactCommissioning: 'NO', truth: true, privacy: 'true',
};
const call: RawInput = { ...form, channel: 'PHONE', sourceParty: 'CUSTOMER' };

const reached: ContactAttempt = { attemptId: 'CA-900001', ticketId: id, purpose: 'FIRST', at: instant('2026-03-03 09:20'), byStaff: 'ST-004', toParty: 'CUSTOMER', channel: 'PHONE', outcome: 'REACHED', content: '跳闸', recordedAt: instant('2026-03-03 09:20') };
const sheet: Acceptance = {
  acceptanceId: 'AC-0900', ticketId: id, orderId: null, workSummary: '更换断路器', partsReplaced: [], functionTest: 'PASS', explained: true, advice: '定期巡检', chargeSummary: null, signerName: '',
  signerPhoneLast4: null, method: 'TOKEN_PAGE', evidence: null, result: 'NO_RESPONSE', rejectReason: null, signedAt: null, remindCount: 0,
};

const at = (status: TicketStatus, more: Partial<Ticket> = {}): World => {
  const world = new World().at('2026-03-05 10:00').add(customers, makeCustomer()).add(contacts, makeContact()).add(contactAttempts, reached).add(tickets, makeTicket({ status, engineerLead: 'ST-006', ...more }));
  return status === 'REPAIRED' ? world.add(acceptances, sheet) : world;
};
const set = (world: World, key: string, value: string): World => world.add(settings, { settingId: key, key, value, unit: '', origin: 'ADDED', effectiveFrom: instant('2020-01-01 00:00') });
const choicesOf = (name: string): readonly string[] => Object.keys(findCommand('ticket.take')?.fields.find((field) => field.name === name)?.choices ?? {});
const taken = (world: World, more: RawInput = {}): Ticket => world.get(tickets, world.run('clk', 'ticket.take', '', { ...call, ...more }));
const repair = ticketCases['ticket.repairDone']?.input ?? {};

describe('how a request comes in (3.1, 10.1)', () => {
  test('R-012, R-031, R-093, R-118, R-140, R-171, R-209: whatever the channel, it is the same ticket with its channel on it', () => {
    for (const code of choicesOf('channel')) expect([code, taken(new World(), { channel: code }).channel]).toEqual([code, code]);
    expect(choicesOf('channel')).toEqual(expect.arrayContaining(['PHONE', 'COMPLAINT_LINE', 'WEB', 'EMAIL', 'FAX', 'WECHAT', 'QQ', 'SMS', 'WALK_IN', 'SEND_IN']));
    expect(new World().refusal('clk', 'ticket.take', '', { ...call, channel: 'PIGEON' })).toBe('INPUT');
    const world = new World();
    expect(world.get(tickets, world.run(visitor, 'ticket.register', '', form)).channel).toBe('WEB');
  });

  test('R-184: sales, customers and others are told apart as the source', () => {
    for (const code of choicesOf('sourceParty')) expect([code, taken(new World(), { sourceParty: code }).sourceParty]).toEqual([code, code]);
  });

  test('R-045, R-070, R-074, R-091, R-138, R-160, R-195: every kind of service can be asked for; advice begins remotely', () => {
    const kinds = ['REPAIR', 'MAINTAIN', 'INSTALL', 'COMMISSION', 'TRAINING', 'CONSULT', 'USAGE', 'UPGRADE', 'BEAUTY', 'REPLACE'].filter((code) => code in serviceType);
    expect(kinds.length).toBeGreaterThanOrEqual(8);
    for (const code of Object.keys(serviceType)) expect([code, taken(new World(), { serviceType: code }).serviceType]).toEqual([code, code]);
    expect([taken(new World(), { serviceType: 'CONSULT' }).serviceMode, taken(new World(), { serviceType: 'USAGE' }).serviceMode]).toEqual(['REMOTE', 'REMOTE']);
  });

  test('R-019, R-032, R-051, R-141, R-210: name, address, phone, project, model, number, cause and use are asked for and kept', () => {
    for (const field of ['customerName', 'contactName', 'phone', 'siteCity', 'siteAddress', 'projectName', 'modelText', 'serialText', 'faultDesc']) {
      expect([field, new World().refusal(visitor, 'ticket.register', '', { ...form, [field]: '' })]).toEqual([field, 'INPUT']);
    }
    const world = new World();
    const ticket = world.get(tickets, world.run(visitor, 'ticket.register', '', form));
    expect(ticket).toMatchObject({ siteAddress: '工业园区 8 号', projectName: '某厂二期', modelText: 'GCS', serialText: 'SN2002', faultDesc: '进线柜断路器跳闸，雷雨后出现' });
    expect(world.get(customers, ticket.customerId).name).toBe('苏州某厂');
    expect(world.get(contacts, ticket.reporterContact)).toMatchObject({ name: '李女士', phone: '139 0000 1111' });
  });

  test('R-094: every request gets a number, its moment and who took it down', () => {
    const world = new World();
    expect([taken(world), taken(world)].map(({ ticketId, registeredAt, registeredBy }) => [ticketId, registeredAt, registeredBy])).toEqual([['TK-20260303-001', world.now, 'ST-005'], ['TK-20260303-002', world.now, 'ST-005']]);
  });

  test('N-01, N-02: the customer gets a receipt; supervisor, clerk and who is on duty hear of it', () => {
    const world = new World().add(dutyRoster, { dutyId: 'DR-1', date: localDate('2026-03-03'), shift: 'DAY', primary: 'ST-007', backup: 'ST-006', phone: '400-5550199', acknowledgedAt: null });
    world.run(visitor, 'ticket.register', '', form);
    expect(world.notices('N-01').map((notice) => notice.toAddress)).toEqual(['li@example.org']);
    expect(world.notices('N-02').map((notice) => notice.toStaff).sort()).toEqual(['ST-004', 'ST-005', 'ST-007']);
  });

  test('15.14: text that begins with = is kept as the text it is', () => {
    expect(taken(new World(), { faultDesc: '=HYPERLINK("https://evil.example")', customerName: '=1+1 有限公司' }).faultDesc).toBe('=HYPERLINK("https://evil.example")');
  });

  test('tk.backdate_days: how far back a request may be entered without the supervisor', () => {
    const refused = (days: string): string | null => set(new World(), 'tk.backdate_days', days).refusal('clk', 'ticket.take', '', { ...call, receivedAt: '2026-02-20 09:00' });
    expect([refused('30'), refused('5')]).toEqual([null, 'G-TK-2']);
  });

  test('sev.B.commission_days: how near a commissioning date makes class B', () => {
    const claimed = (days: string): string | null => taken(set(new World(), 'sev.B.commission_days', days), { impactCommissioning: 'YES', commissioningDate: '2026-03-08' }).severityClaimed;
    expect([claimed('3'), claimed('5')]).toEqual(['C', 'B']);
  });
});

describe('contact, class and arrangement', () => {
  test('R-014: a contact that reached somebody says what was learnt', () => {
    expect(at('NEW', { severity: null }).refusal('sup', 'ticket.logContact', id, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '' })).toBe('R-014');
    const world = at('NEW', { severity: null });
    world.run('sup', 'ticket.logContact', id, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '送电后跳闸，未烧损' });
    expect(world.all(contactAttempts).slice(-1)[0]).toMatchObject({ outcome: 'REACHED', content: '送电后跳闸，未烧损' });
  });

  test('R-252: attempts that reach nobody are kept and stop nothing', () => {
    const world = new World();
    const { ticketId } = taken(world);
    for (const outcome of ['NO_ANSWER', 'BUSY']) world.run('sup', 'ticket.logContact', ticketId, { outcome, toParty: 'CUSTOMER', channel: 'PHONE' });
    expect(world.all(contactAttempts).map((attempt) => attempt.outcome)).toEqual(['NO_ANSWER', 'BUSY']);
    expect(world.all(slaClocks).find((clock) => clock.ruleId === 'S-01')).toMatchObject({ result: 'RUNNING', stopAt: null });
  });

  test('R-040: a major event stands out and reaches the managers in the same commit', () => {
    const world = new World();
    const ticket = world.get(tickets, world.run(visitor, 'ticket.register', '', { ...form, impactDanger: 'YES' }));
    expect(ticket.majorException).toBe(true);
    expect(world.notices('N-03').map((notice) => notice.toStaff)).toEqual(expect.arrayContaining(['ST-001', 'ST-002', 'ST-003']));
  });

  test('AMB-08, sla.B.report_roles: class B is reported to the deputies, or to whom the company names', () => {
    const world = at('TRIAGED', { severity: 'B' });
    world.run('sup', 'ticket.reportToManagers', id, { channel: 'PHONE', summary: '已电话报告' });
    expect(world.all(managerReports).map((report) => report.toStaff)).toEqual(['ST-002']);
    const named = set(at('TRIAGED', { severity: 'B' }), 'sla.B.report_roles', 'GM, TSM');
    named.run('sup', 'ticket.reportToManagers', id, { channel: 'PHONE', summary: '已电话报告' });
    expect(named.all(managerReports).map((report) => report.toStaff).sort()).toEqual(['ST-001', 'ST-003']);
  });

  test('notify.quiet_from, notify.quiet_to: what is not urgent waits for the morning that the company sets', () => {
    const leaves = (changes: Readonly<Record<string, string>>): unknown => {
      const world = at('TRIAGED', { severity: 'C', serviceMode: 'ON_SITE' });
      for (const [key, value] of Object.entries(changes)) set(world, key, value);
      world.at('2026-03-05 21:30').run('sup', 'ticket.agree', id, { agreedDate: '2026-03-09 10:00' });
      return world.notices('N-05')[0]?.notBefore;
    };
    expect([leaves({}), leaves({ 'notify.quiet_from': '22:00' }), leaves({ 'notify.quiet_to': '07:00' })]).toEqual([instant('2026-03-06 08:00'), null, instant('2026-03-06 07:00')]);
  });

  test('sla.contact.internal_ok off: a colleague does not count as the first contact', () => {
    const stops = (value: string): unknown => {
      const world = set(new World(), 'sla.contact.internal_ok', value);
      const { ticketId } = taken(world, { sourceParty: 'SALES' });
      world.run('sup', 'ticket.logContact', ticketId, { outcome: 'REACHED', toParty: 'SALES', channel: 'PHONE', content: '业务员转述' });
      return world.all(slaClocks).find((clock) => clock.objectId === ticketId && clock.ruleId === 'S-01')?.stopAt !== null;
    };
    expect([stops('Y'), stops('N')]).toEqual([true, false]);
  });

  test('G-TK-4: a class is one of three, chosen by its criteria', () => {
    expect(at('NEW', { severity: null }).refusal('sup', 'ticket.classify', id, { severity: 'D' })).toBe('INPUT');
    expect(at('NEW', { severity: null }).refusal('sup', 'ticket.classify', id, {})).toBe('INPUT');
  });

  test('TK-5, R-213, R-214: what customer service cannot answer goes to the supervisor, who is told', () => {
    const world = new World();
    const { ticketId } = taken(world);
    expect(world.get(tickets, ticketId).ownerStaff).toBe('ST-005');
    world.run('clk', 'ticket.handOver', ticketId, { note: '需现场检查' });
    expect(world.get(tickets, ticketId)).toMatchObject({ ownerStaff: 'ST-004', status: 'NEW' });
    expect(world.all(slaClocks).find((clock) => clock.ruleId === 'S-17')?.result).toBe('MET');
    expect(world.notices('N-02').some((notice) => notice.toStaff === 'ST-004')).toBe(true);
  });

  test('N-05: an agreed date is news for the customer and the clerk', () => {
    const world = at('TRIAGED', { severity: 'C', serviceMode: 'ON_SITE' });
    world.run('sup', 'ticket.agree', id, { agreedDate: '2026-03-09 10:00' });
    expect(world.notices('N-05').map((notice) => notice.toAddress)).toEqual(expect.arrayContaining(['customer@example.org', 'st-005@example.com']));
  });

  test('TK-9: remote work begins and ends the wait for an arrangement', () => {
    const world = new World();
    const { ticketId } = taken(world);
    world.run('clk', 'ticket.logContact', ticketId, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '已了解' });
    world.run('sup', 'ticket.classify', ticketId, { severity: 'C' });
    world.run('tsm', 'ticket.decideCharge', ticketId, { outcome: 'FREE', reason: '交付单证明在保' });
    world.run('sup', 'ticket.startRemote', ticketId);
    expect(world.get(tickets, ticketId).status).toBe('REMOTE');
    expect(world.all(slaClocks).find((clock) => clock.ruleId === 'S-08')?.result).toBe('MET');
  });

  test('TK-13, N-06, N-07: a hold tells the customer, its end tells the engineer', () => {
    const world = at('ON_SITE');
    world.run('sup', 'ticket.hold', id, { holdStatus: 'WAIT_CUSTOMER', reason: '等待停电许可' });
    expect(world.get(tickets, id)).toMatchObject({ status: 'ON_SITE', holdStatus: 'WAIT_CUSTOMER' });
    expect(world.notices('N-06').map((notice) => notice.toAddress)).toContain('customer@example.org');
    world.run('sup', 'ticket.release', id);
    expect(world.get(tickets, id).holdStatus).toBe('NONE');
    expect(world.notices('N-07').map((notice) => notice.toStaff)).toContain('ST-006');
  });

  test('R-096, N-60: news reaches the customer and starts S-42 again', () => {
    const world = at('TRIAGED', { severity: 'C' });
    world.run('clk', 'ticket.tellProgress', id, { news: '配件已发出', channel: 'EMAIL' });
    expect(JSON.stringify(world.notices('N-60').find((notice) => notice.toAddress === 'customer@example.org')?.body)).toContain('配件已发出');
    expect(world.all(slaClocks).filter((clock) => clock.ruleId === 'S-42' && clock.result === 'RUNNING')).toHaveLength(1);
  });

  test('R-096: pressed twice, the same news is told once; other news, or the same later on, is told', () => {
    const world = at('TRIAGED', { severity: 'C' });
    const tell = (news: string) => world.refusal('clk', 'ticket.tellProgress', id, { news, channel: 'EMAIL' });
    world.run('clk', 'ticket.tellProgress', id, { news: '配件已发出', channel: 'EMAIL' });
    expect([tell('配件已发出'), tell('工程师已出发')]).toEqual(['R-096', null]);
    world.at('2026-03-25 10:00');
    expect(tell('配件已发出')).toBeNull();
    world.run('clk', 'ticket.tellProgress', id, { news: '工程师已出发', channel: 'EMAIL' });
    const keys = world.notices('N-60').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('repair, acceptance and the end', () => {
  test('R-035, R-084, R-143: no repair is done without what was done, every check and an explanation to the customer', () => {
    for (const missing of [{ resolution: '' }, { afterChecks: ['POWERED'] }, { explained: '' }]) expect([missing, at('ON_SITE').refusal('eng', 'ticket.repairDone', id, { ...repair, ...missing })]).not.toEqual([missing, null]);
    expect(at('ON_SITE').refusal('eng', 'ticket.repairDone', id, repair)).toBeNull();
  });

  test('R-017, R-097, R-175: work counts as accepted when the customer signs, with the result of the test', () => {
    expect(at('REPAIRED').refusal('clk', 'ticket.close', id)).toBe('STATE');
    const world = at('REPAIRED');
    world.run(customer, 'acceptance.sign', id, { result: 'ACCEPTED', signerName: '王先生', phoneLast4: '5678' });
    expect(world.get(tickets, id).status).toBe('ACCEPTED');
    expect(world.all(acceptances)[0]).toMatchObject({ result: 'ACCEPTED', signerName: '王先生', functionTest: 'PASS' });
  });

  test('N-08: who should know hears of the acceptance', () => {
    const world = at('REPAIRED');
    world.run(customer, 'acceptance.sign', id, { result: 'ACCEPTED', signerName: '王先生', phoneLast4: '5678' });
    expect(world.notices('N-08').map((notice) => notice.toStaff ?? notice.toAddress)).toEqual(expect.arrayContaining(['ST-004', 'ST-005']));
  });

  test('N-09: a rejection reaches supervisor, manager and engineer', () => {
    const world = at('REPAIRED');
    world.run(customer, 'acceptance.sign', id, { result: 'REJECTED', note: '仍然跳闸', signerName: '王先生', phoneLast4: '5678' });
    expect(world.notices('N-09').map((notice) => notice.toStaff).sort()).toEqual(['ST-003', 'ST-004', 'ST-006']);
  });

  test('N-10: a cancelled request is told to the customer and to colleagues', () => {
    const world = at('TRIAGED');
    world.run('sup', 'ticket.cancel', id, { cancelReason: 'CUSTOMER_WITHDREW', informed: true });
    expect(world.notices('N-10').map((notice) => notice.toAddress)).toEqual(expect.arrayContaining(['customer@example.org', 'st-004@example.com', 'st-005@example.com']));
  });

  test('tk.reopen_days: how long a closed ticket can be reopened', () => {
    const refused = (days: string): string | null => set(at('CLOSED', { closedAt: instant('2026-02-20 09:00') }), 'tk.reopen_days', days).refusal('sup', 'ticket.reopen', id, { reason: '故障再现' });
    expect([refused('30'), refused('5')]).toEqual([null, 'TK-20']);
  });

  test('R-055, R-110: what somebody may not do is refused, whoever they are', () => {
    for (const who of ['sal', 'prd', 'qa', 'fin', 'ops'] as const) expect([who, at('ON_SITE').refusal(who, 'ticket.repairDone', id, repair)]).toEqual([who, 'ROLE']);
    expect(at('ON_SITE').refusal('eng2', 'ticket.repairDone', id, repair)).toBe('ROLE');
    expect(at('ON_SITE').refusal(visitor, 'ticket.repairDone', id, repair)).toBe('ROLE');
  });
});
