import { done, type Company } from './company';
import { impact, request } from './story';
import { clocksOfTicket, serial, withoutClock } from './without-clock';

describe('deadlines through the days of February and March 2026, on the bundle', () => {
  let company: Company;
  let sweep: () => Promise<void>;
  let close: () => Promise<void>;
  const act = async (role: string, command: string, objectId: string, input = {}): Promise<void> => { done(await company.onDesk(company.person(role).email, command, objectId, input)); };
  const clock = async (ticket: string, rule: string) => (await clocksOfTicket(company, ticket)).get(rule);
  const due = async (ticket: string, rule: string): Promise<number> => Number((await clock(ticket, rule))?.['due_at']);
  const lastApproval = async (): Promise<string> => String((await company.rows('approvals')).filter((row) => row['status'] === '待批').pop()?.['approval_id']);
  const mails = (role: string, words: string): number => company.workspace.mail(company.person(role).email).filter(({ subject }) => subject.includes(words)).length;
  const explained = async (role: string, ticket: string, rule: string): Promise<string> => (await company.item(company.person(role).email, ticket)).deadlines.map(({ zh }) => zh).find((text) => text.startsWith(rule)) ?? '';

  beforeAll(async () => {
    ({ company, sweep, close } = await withoutClock('2026-02-14T16:30:00+08:00'));
  });
  afterAll(() => close());

  describe('class C across the Spring Festival, from one worked Saturday to the next', () => {
    const ticket = 'TK-20260214-001';
    test('received on a worked Saturday at 16:50: contact by 08:50 after the holidays, arranged by 16:50 (AMB-02, AMB-03)', async () => {
      await company.at('2026-02-14 16:50');
      await company.sendForm('intake', request(impact({})));
      expect(await due(ticket, 'S-01')).toBeCloseTo(serial('2026-02-24 08:50'), 5);
      expect(await due(ticket, 'S-08')).toBeCloseTo(serial('2026-02-24 16:50'), 5);
      expect((await clock(ticket, 'S-08'))?.['calendar_version']).toBe('2026');
    });
    test('nobody is woken in the holidays: half of the hour was on Saturday, the rest waits', async () => {
      await company.at('2026-02-14 17:21');
      await sweep();
      expect((await clock(ticket, 'S-01'))?.['last_level_fired']).toBe(1);
      const before = company.workspace.mail().length;
      for (const moment of ['2026-02-17 09:00', '2026-02-20 15:00', '2026-02-23 23:00']) {
        await company.at(moment);
        await sweep();
      }
      expect(company.workspace.mail().slice(0, company.workspace.mail().length - before).filter(({ subject }) => subject.includes('时限') || subject.includes('超时'))).toEqual([]);
      expect((await clock(ticket, 'S-01'))?.['result']).toBe('进行中');
    });
    test('called at the first opening, agreed for the worked Saturday: met, and S-09 runs to its 24:00', async () => {
      await company.at('2026-02-24 08:45');
      await act('SUP', 'ticket.logContact', ticket, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '节后调试' });
      await act('SUP', 'ticket.classify', ticket, { severity: 'C' });
      await act('SUP', 'ticket.plan', ticket, { servicePlan: '现场调试', serviceMode: 'ON_SITE' });
      await act('SUP', 'ticket.agree', ticket, { agreedDate: '2026-02-28 00:00' });
      await sweep();
      expect((await clock(ticket, 'S-01'))?.['result']).toBe('按时');
      expect((await clock(ticket, 'S-08'))?.['result']).toBe('按时');
      expect(await due(ticket, 'S-09')).toBeCloseTo(serial('2026-03-01 00:00'), 5);
    });
    test('the customer is reminded the working day before', async () => {
      await company.at('2026-02-27 09:01');
      await sweep();
      expect(company.workspace.mail('wang@customer.example').filter(({ sentAt }) => sentAt >= Date.parse('2026-02-27T09:00:00+08:00')).length).toBe(1);
      expect((await clock(ticket, 'S-09'))?.['last_level_fired']).toBe(1);
    });
  });

  describe('raised, lowered, put off', () => {
    const ticket = 'TK-20260304-001';
    test('SV-34: class A; the customer writes at 11:00 to come the next morning', async () => {
      await company.at('2026-03-04 09:00');
      await company.sendForm('intake', request({ ...impact({ local: '是', otherWay: '是' }), 项目名称: '三期厂房' }));
      await company.at('2026-03-04 09:10');
      await act('SUP', 'ticket.logContact', ticket, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '其实全厂停产' });
      expect(await due(ticket, 'S-06')).toBeCloseTo(serial('2026-03-04 13:00'), 5);
      await act('SUP', 'ticket.classify', ticket, { severity: 'A', factsKnownAt: '2026-03-04 09:10' });
      expect((await clock(ticket, 'S-06'))?.['result']).toBe('被改级替代');
      expect(await due(ticket, 'S-04')).toBeCloseTo(serial('2026-03-04 21:10'), 5);
      expect(await due(ticket, 'S-01')).toBeCloseTo(serial('2026-03-04 10:00'), 5);
      expect(mails('GM', '特急')).toBeGreaterThan(0);
      await company.at('2026-03-04 11:00');
      expect((await company.onDesk(company.person('SUP').email, 'deadline.defer', ticket, { newDue: '2026-03-05 08:00', evidence: '' })).ok).toBe(false);
      await act('SUP', 'deadline.defer', ticket, { newDue: '2026-03-05 08:00', evidence: '微信截图 0304' });
      expect(await due(ticket, 'S-04')).toBeCloseTo(serial('2026-03-05 08:00'), 5);
      expect((await clock(ticket, 'S-04'))?.['due_basis']).toBe('客户改期');
      expect(await due(ticket, 'S-03')).toBeCloseTo(serial('2026-03-04 11:10'), 5);
      await sweep();
      expect(mails('TSM', '客户要求改期')).toBe(1);
    });
    test('any deadline can be opened on the desk and explains itself', async () => {
      expect(await explained('SUP', ticket, 'S-04')).toContain('自 2026-03-04 09:10 起，日历时钟 720 分钟，截止 2026-03-05 08:00');
      expect(await explained('GM', ticket, 'S-04')).toContain('已按客户要求改期，原截止 2026-03-04 21:10（依据 R-258, AMB-10）');
    });
    test('a closed site, agreed by the manager, stands still and runs on', async () => {
      await act('SUP', 'deadline.pause', ticket, { kind: 'SITE_CLOSED', rules: ['S-04'], evidence: '业主通知 17 号' });
      expect((await company.onDesk(company.person('SUP').email, 'approval.decide', await lastApproval(), { decision: 'APPROVED', comment: '' })).ok).toBe(false);
      await act('TSM', 'approval.decide', await lastApproval(), { decision: 'APPROVED', comment: '' });
      await company.at('2026-03-04 23:30');
      await act('SUP', 'deadline.resume', ticket);
      // 12 h 10 min less 110 minutes run, from 23:30 on: later than what the customer asked for.
      expect(await due(ticket, 'S-04')).toBeCloseTo(serial('2026-03-05 09:40'), 5);
      expect(await clock(ticket, 'S-04')).toMatchObject({ paused_min: 750, result: '进行中' });
    });
    test('A-04: lowered with the manager\'s word; limits of B count from the first message, what was missed stays on record (TK-25)', async () => {
      await sweep();
      expect((await clock(ticket, 'S-03'))?.['result']).toBe('已超时未完成');
      await act('SUP', 'ticket.classify', ticket, { severity: 'B', reason: '已恢复部分供电，见现场照片' });
      await act('TSM', 'approval.decide', await lastApproval(), { decision: 'APPROVED', comment: '' });
      expect((await clock(ticket, 'S-03'))?.['result']).toBe('超时完成');
      expect((await clock(ticket, 'S-04'))?.['result']).toBe('被改级替代');
      expect(await due(ticket, 'S-07')).toBeCloseTo(serial('2026-03-05 09:00'), 5);
      await act('SUP', 'deadline.reason', ticket, { clocks: [String((await clock(ticket, 'S-03'))?.['clock_id'])], reason: 'NO_STAFF' });
      expect(await explained('SUP', ticket, 'S-03')).toContain('原因：人力不足');
    });
  });
});
