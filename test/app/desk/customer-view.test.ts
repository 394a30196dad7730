import { contacts, customers, slaClocks, staff, ticketNews, tickets } from '../../../sheets-templates';
import { customerView, customerViewTables } from '../../../src/app/desk/customer-view';
import { instant } from '../../../src/terms';
import { makeContact, makeCustomer, makeTicket } from '../make-rows';
import { World } from '../world';

const id = 'TK-20260303-001';
const world = (ticket: Parameters<typeof makeTicket>[0] = {}, email: string | null = null): World =>
  new World().add(customers, makeCustomer({ email })).add(contacts, makeContact()).add(tickets, makeTicket({ severity: 'C', engineerLead: 'ST-006', usageFacts: '内部备注：客户脾气急', ...ticket }));
const view = (at: World) => customerView(at.draft(...customerViewTables), id, at.now);

test('10.3: what the customer was told stands on the page, latest first, whether or not a mail could reach him', () => {
  const at = world({ status: 'NEW', severity: null, severityClaimed: null });
  at.run('sup', 'ticket.logContact', id, { outcome: 'REACHED', toParty: 'CUSTOMER', channel: 'PHONE', content: '断路器跳闸' });
  at.run('sup', 'ticket.classify', id, { severity: 'C' });
  at.at('2026-03-03 10:00').run('sup', 'ticket.agree', id, { agreedDate: '2026-03-09 10:00' });
  at.at('2026-03-03 11:00').run('sup', 'ticket.hold', id, { holdStatus: 'WAIT_CUSTOMER', reason: '等待停电许可' });
  at.at('2026-03-03 12:00').run('clk', 'ticket.tellProgress', id, { news: '停电许可已下达', channel: 'PHONE' });
  expect(view(at)?.news.map(({ at: when, text }) => `${when.slice(11, 16)} ${text.zh}`)).toEqual([
    '12:00 停电许可已下达', '11:00 服务暂时等待：待客户', '10:00 服务时间已约定：2026-03-09 10:00', '09:30 已了解情况，正在安排服务人员和时间。',
  ]);
  expect(at.notices().filter((notice) => notice.toStaff === null)).toEqual([]);
});

test('10.3: no class, no internal note, no other ticket, nobody\'s private data; a reminder said twice is shown once', () => {
  const at = world({ status: 'DISPATCHED' }).add(tickets, makeTicket({ ticketId: 'TK-20260303-002', faultDesc: '另一张工单' }));
  const row = (newsId: string, ticketId: string, zh: string) => ({ newsId, ticketId, at: instant('2026-03-03 10:00'), zh, en: zh });
  at.add(ticketNews, row('NW-1', id, '请验收'), row('NW-2', id, '请验收'), row('NW-3', 'TK-20260303-002', '别人的消息'));
  const shown = JSON.stringify(view(at));
  expect(view(at)?.news).toHaveLength(1);
  expect(view(at)?.engineer).toEqual({ name: at.get(staff, 'ST-006').name, phone: at.get(staff, 'ST-006').phone });
  expect(shown).not.toMatch(/内部备注|另一张|别人的|特急|紧急|一般|王先生|13812345678|某路 1 号/);
});

test('10.3: a status link is good until 90 days after the ticket closed', () => {
  const closed = world({ status: 'CLOSED', closedAt: instant('2026-03-03 10:00') });
  expect(view(closed.at('2026-06-01 23:59'))).not.toBeNull();
  expect(view(closed.at('2026-06-02 00:00'))).toBeNull();
});

test('S-42 goes on while nobody could be told: a page is no call', () => {
  const at = world({ status: 'ON_SITE', serviceType: 'CONSULT' });
  at.run('sup', 'ticket.repairDone', id, { resolution: '已调整参数', afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true, advice: '定期巡检' });
  expect(at.all(slaClocks).filter(({ ruleId }) => ruleId === 'S-42')).toEqual([]);
  const mailed = world({ status: 'ON_SITE', serviceType: 'CONSULT' }, 'customer@example.org');
  mailed.run('sup', 'ticket.repairDone', id, { resolution: '已调整参数', afterChecks: ['POWERED', 'FUNCTIONS', 'PROTECTION', 'COVERS', 'TIDY'], functionTest: 'PASS', explained: true, advice: '定期巡检' });
  expect(mailed.all(slaClocks).filter(({ ruleId }) => ruleId === 'S-42')).toHaveLength(1);
});
