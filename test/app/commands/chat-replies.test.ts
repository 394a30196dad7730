import { approvals, contacts, customers, dispatchOrders, products, settings, skills, staff, tickets, type Approval } from '../../../sheets-templates';
import { approvalsDesk } from '../../../src/app/desk/approvals';
import type { RawInput } from '../../../src/app/field';
import { instant } from '../../../src/terms';
import { company, makeContact, makeCustomer, makeProduct, makeSkill, makeTicket } from '../make-rows';
import { World } from '../world';

const ticketId = 'TK-20260303-001';
const plan = { leadEngineer: 'ST-006', planDepart: '2026-03-04 08:00', planArrive: '2026-03-04 10:00', planReturn: '2026-03-05', travelMode: 'COACH', workContent: '更换断路器' };

/** A dispatch order that waits for the manager's consent, since Tuesday 09:30. */
const asked = (): { readonly world: World; readonly orderId: string; readonly approvalId: string } => {
  const world = new World().add(tickets, makeTicket()).add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct()).add(skills, makeSkill('ST-006'));
  const orderId = world.run('sup', 'dispatch.draft', ticketId, plan);
  world.run('sup', 'dispatch.submit', orderId);
  return { world, orderId, approvalId: world.all(approvals)[0]?.approvalId ?? 'none' };
};

const reply = (more: RawInput = {}): RawInput => ({ decision: 'APPROVED', via: 'WECHAT', at: '2026-03-03 09:40', evidence: '截图 https://drive.example/1', ...more });
const row = (world: World): Approval | undefined => world.all(approvals)[0];
const to = (world: World, code: string): readonly (string | null)[] => world.notices(code).map(({ toStaff }) => toStaff).sort();

describe('6.1 no. 5, AMB-37: a reply by chat or phone', () => {
  test('6.1 no. 5, AMB-37, R-266: the manager’s WeChat reply counts at once, with its own time, channel, proof and who wrote it down', () => {
    const { world, orderId, approvalId } = asked();
    expect(world.desk(approvalsDesk, 'clk').map(({ objectId, offers }) => [objectId, offers.map(({ command }) => command)])).toEqual([[approvalId, ['approval.recordReply']]]);
    world.at('2026-03-03 10:00').run('clk', 'approval.recordReply', approvalId, reply());
    expect(world.get(dispatchOrders, orderId).status).toBe('ISSUED');
    expect(row(world)).toMatchObject({
      status: 'APPROVED', decision: 'APPROVED', approver: 'ST-003', via: 'WECHAT', decidedAt: instant('2026-03-03 09:40'), recordedAt: instant('2026-03-03 10:00'), evidence: '截图 https://drive.example/1', recordedBy: 'ST-005', confirmedAt: null,
    });
    expect(to(world, 'N-24')).toEqual(['ST-003']);
  });

  test('6.1 no. 5: its approver confirms it here, by 17:30 of the next working day', () => {
    const { world, approvalId } = asked();
    world.at('2026-03-03 10:00').run('clk', 'approval.recordReply', approvalId, reply());
    expect(world.desk(approvalsDesk, 'tsm').map(({ objectId, dueAt, offers }) => [objectId, dueAt, offers.map(({ command }) => command)])).toEqual([[approvalId, instant('2026-03-04 17:30'), ['approval.confirmReply']]]);
    expect(world.refusal('sup', 'approval.confirmReply', approvalId, { answer: 'YES' })).toBe('A-WHO');
    world.at('2026-03-03 18:00').run('tsm', 'approval.confirmReply', approvalId, { answer: 'YES' });
    expect(row(world)?.confirmedAt).toBe(instant('2026-03-03 18:00'));
    expect(world.desk(approvalsDesk, 'tsm')).toEqual([]);
    expect(world.refusal('tsm', 'approval.confirmReply', approvalId, { answer: 'NO' })).toBe('A-DONE');
  });

  test('6.1 no. 5: what was denied is void; requester, recorder and managers hear of it at once', () => {
    const { world, approvalId } = asked();
    world.at('2026-03-03 10:00').run('clk', 'approval.recordReply', approvalId, reply());
    world.run('tsm', 'approval.confirmReply', approvalId, { answer: 'NO', note: '我未答复' });
    expect(row(world)?.status).toBe('VOID');
    expect(to(world, 'N-15')).toEqual(expect.arrayContaining(['ST-002', 'ST-003', 'ST-004', 'ST-005']));
    expect(world.notices('N-15').every(({ priority }) => priority === 'P1')).toBe(true);
    expect(world.refusal('tsm', 'approval.confirmReply', approvalId, { answer: 'YES' })).toBe('A-DONE');
  });

  test.each<[string, Parameters<World['run']>[0], RawInput, string]>([
    ['by who asked, while the clerk is there', 'sup', {}, '6.1'],
    ['by an engineer', 'eng', {}, 'ROLE'],
    ['of somebody who may not decide it', 'clk', { approver: 'ST-001' }, 'A-WHO'],
    ['in the name of the engineer whom it concerns', 'clk', { approver: 'ST-006' }, 'A-SELF'],
    ['from before it was asked', 'clk', { at: '2026-03-03 09:00' }, '6.1'],
    ['from the future', 'clk', { at: '2026-03-03 11:00' }, '6.1'],
    ['that says no without a reason', 'clk', { decision: 'REJECTED' }, 'A-COMMENT'],
    ['without proof', 'clk', { evidence: '' }, 'INPUT'],
  ])('AMB-37 refuses a reply %s', (_what, who, more, code) => {
    const { world, approvalId } = asked();
    expect(world.at('2026-03-03 10:00').refusal(who, 'approval.recordReply', approvalId, reply(more))).toBe(code);
  });

  test('AMB-37, approval.chat_ok = N: then only a decision in the system counts', () => {
    const { world, approvalId } = asked();
    world.add(settings, { settingId: 'CS-9001', key: 'approval.chat_ok', value: 'N', unit: 'bool', origin: 'SOURCE', effectiveFrom: instant('2026-01-01 00:00') });
    expect(world.at('2026-03-03 10:00').refusal('clk', 'approval.recordReply', approvalId, reply())).toBe('AMB-37');
  });

  test('6.1 no. 5: where only the requester is there to write it down, he may', () => {
    const { world, approvalId } = asked();
    world.add(staff, { ...company.clk, active: false });
    world.at('2026-03-03 10:00').run('sup', 'approval.recordReply', approvalId, reply());
    expect(row(world)?.recordedBy).toBe('ST-004');
  });
});
