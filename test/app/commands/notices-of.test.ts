import { contacts, customers, outbox, products, sentNotices, skills, tickets, type Notice } from '../../../sheets-templates';
import { instant, isRefusal } from '../../../src/terms';
import { makeContact, makeCustomer, makeProduct, makeSkill, makeTicket } from '../make-rows';
import { World, type Who } from '../world';

const id = 'TK-20260303-001';
const plan = { leadEngineer: 'ST-006', planDepart: '2026-03-04 08:00', planArrive: '2026-03-04 10:00', planReturn: '2026-03-05', travelMode: 'COACH', workContent: '更换断路器' };

const sent = (noticeId: string, changes: Partial<Notice>): Notice => ({
  noticeId, key: `N-44/${id}/${id}/S-03/1#3/ST-001`, code: 'N-44', toStaff: 'ST-001', toAddress: 'gm@example.com', channel: 'EMAIL', priority: 'P1', subject: '超时', body: { facts: [{ label: '派出（S-03，第 3 级）', value: '' }] }, queuedAt: instant('2026-03-03 11:10'),
  notBefore: null, draftId: 'D', attempts: 1, lastError: null, sentAt: instant('2026-03-03 11:11'), status: 'SENT', ...changes,
});

/** An order that waits for consent, and notices of older days. */
const office = (): World => {
  const world = new World().add(tickets, makeTicket(), makeTicket({ ticketId: 'TK-20260303-002' })).add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct()).add(skills, makeSkill('ST-006'))
    .add(sentNotices, sent('NT-900001', {}), sent('NT-900002', { key: 'N-44/TK-20260303-002/TK-20260303-002/S-03/1#3/ST-001', subject: '别的工单' }),
      sent('NT-900003', { key: `N-01/${id}/1/CUS`, code: 'N-01', toStaff: null, toAddress: 'customer@example.org', priority: 'P2', subject: '已受理', body: {}, queuedAt: instant('2026-03-03 09:10'), sentAt: instant('2026-03-03 09:15') }),
      sent('NT-900004-chat.1', { key: `N-03/${id}/provisional/chat.1`, code: 'N-03', toStaff: null, toAddress: 'chat.1', channel: 'CHAT', subject: '特急', body: {}, queuedAt: instant('2026-03-03 09:11') }))
    .add(outbox, sent('NT-900005', { key: `N-43/${id}/${id}/S-04/1#1/ST-004`, code: 'N-43', toStaff: 'ST-004', toAddress: 'x', status: 'FAILED', sentAt: null, lastError: 'Address not found', subject: '临近', body: {}, queuedAt: instant('2026-03-03 15:10') }));
  const orderId = world.run('sup', 'dispatch.draft', id, plan);
  world.run('sup', 'dispatch.submit', orderId);
  return world;
};

const shown = (world: World, who: Who, objectId: string, raw = {}): readonly string[] => {
  const answer = world.ask(who, 'ticket.notices', objectId, raw);
  if (isRefusal(answer)) throw new Error(answer.code);
  expect(answer.changes).toEqual([]);
  return answer.reply.message.zh.split('\n');
};

describe('section 13: who was told of a ticket', () => {
  test('13, 4.5: by ticket, in order: when, which code and deadline, to whom, how, and whether it left', () => {
    const [head, ...lines] = shown(office(), 'tsm', id);
    expect(head).toContain('通知 5 条');
    expect(lines.slice(0, 2)).toEqual(['2026-03-03 09:10 N-01 → 客户（邮件）已受理 · 已发 2026-03-03 09:15', '2026-03-03 09:11 N-03 → chat.1（群聊）特急 · 已发 2026-03-03 11:11']);
    expect(lines[2]).toMatch(/^2026-03-03 09:30 N-12 → 经理（邮件）.*PG-20260303-01.* · 待发$/);
    expect(lines.slice(3)).toEqual(['2026-03-03 11:10 N-44 S-03 → 总经理（邮件）超时 · 已发 2026-03-03 11:11', '2026-03-03 15:10 N-43 S-04 → 主管（邮件）临近 · 失败 (Address not found)']);
  });

  test('13: by a number typed in, also of a ticket that has left the working tables; no address of a customer', () => {
    const world = office();
    expect(shown(world, 'gm', '', { ticketId: id.toLowerCase() })).toHaveLength(6);
    expect(shown(world, 'gm', 'TK-20260303-002')[1]).toContain('别的工单');
    expect(shown(world, 'sup', id).join()).not.toContain('customer@example.org');
    expect(shown(world, 'sup', 'TK-20250101-001')).toEqual(['TK-20250101-001：通知 0 条。']);
  });

  test('9.2: for the supervisor, the managers and quality supervision', () => {
    for (const who of ['eng', 'sal', 'clk', 'fin'] as const) expect(office().refusal(who, 'ticket.notices', id)).toBe('ROLE');
    expect(office().refusal('sup', 'ticket.notices', '')).toBe('INPUT');
  });
});
