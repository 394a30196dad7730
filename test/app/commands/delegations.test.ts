import { approvals, delegations, liabilityDecisions, staff, type Approval } from '../../../sheets-templates';
import { approvalsDesk } from '../../../src/app/desk/approvals';
import { delegationsDesk } from '../../../src/app/desk/delegations';
import type { RawInput } from '../../../src/app/field';
import { makeStaff } from '../make-rows';
import type { Who, World } from '../world';
import { chargeWorld, threeHeads, ticketId } from './charge-world';

const terms = (more: RawInput = {}): RawInput => ({ toStaff: 'ST-002', docTypes: ['QUOTE'], startAt: '2026-03-03 00:00', endAt: '2026-03-10 00:00', reason: '休假', ...more });
const give = (world: World, who: Who, more: RawInput = {}): string => world.run(who, 'delegation.give', '', terms(more));
const deputy = makeStaff('ST-020', '常务副总', ['EDGM']);
const leader = makeStaff('ST-021', '主管乙', ['SUP']);

const quoted = (world: World): Approval => {
  world.run('sup', 'quote.draft', ticketId, { lines: threeHeads });
  const row = world.all(approvals).find((one) => one.status === 'PENDING');
  if (row === undefined) throw new Error('Nothing waits');
  return row;
};
const yes = { decision: 'APPROVED' };

describe('6.3 delegation', () => {
  test('who was given the decision is told, decides on behalf, and the absent person reads of it', () => {
    const world = chargeWorld();
    give(world, 'tsm');
    expect(world.notices('N-56').map((notice) => notice.toStaff).sort()).toEqual(['ST-002', 'ST-003']);
    const { approvalId } = quoted(world);
    expect(world.notices('N-24').map((notice) => notice.toStaff).sort()).toEqual(['ST-002', 'ST-003']);
    expect(world.desk(approvalsDesk, 'dgm').map((item) => item.objectId)).toEqual([approvalId]);
    world.run('dgm', 'approval.decide', approvalId, yes);
    expect(world.get(approvals, approvalId)).toMatchObject({ status: 'APPROVED', approver: 'ST-002', onBehalfOf: 'ST-003' });
    expect(world.notices('N-56').filter((notice) => notice.subject.includes('代您批复')).map((notice) => notice.toStaff)).toEqual(['ST-003']);
  });

  test('only for its documents and its time, and not after it was revoked', () => {
    const world = chargeWorld();
    const delegationId = give(world, 'tsm', { docTypes: ['QUOTE'], startAt: '2026-03-04 00:00', endAt: '2026-03-05 00:00' });
    const { approvalId } = quoted(world);
    const at = (moment: string): string | null => world.at(moment).refusal('dgm', 'approval.decide', approvalId, yes);
    expect([at('2026-03-03 23:59'), at('2026-03-04 00:00'), at('2026-03-04 23:59')]).toEqual(['A-WHO', null, null]);
    world.at('2026-03-04 09:00');
    expect(world.desk(delegationsDesk, 'tsm').flatMap((item) => item.offers.map((offer) => offer.command))).toEqual(['delegation.revoke']);
    expect(world.refusal('dgm', 'delegation.revoke', delegationId)).toBe('ROLE');
    world.run('tsm', 'delegation.revoke', delegationId);
    expect(world.refusal('dgm', 'approval.decide', approvalId, yes)).toBe('A-WHO');
    expect(world.refusal('tsm', 'delegation.revoke', delegationId)).toBe('STATE');
    give(world, 'tsm', { docTypes: ['AGREEMENT'] });
    expect(world.refusal('dgm', 'approval.decide', approvalId, yes)).toBe('A-WHO');
  });

  test('15.4 nobody approves their own as a delegate: the preparer does not, whoever gives it to them', () => {
    const world = chargeWorld();
    give(world, 'tsm', { toStaff: 'ST-004' });
    expect(world.refusal('sup', 'approval.decide', quoted(world).approvalId, yes)).toBe('A-SELF');
  });

  test('15.4, A-11: nor does who opened a liability case; another delegate signs, and it shows for whom', () => {
    const world = chargeWorld({ severity: 'C', chargeStatus: 'DECISION_PENDING', chargeType: null, warrantyResult: 'IN_WARRANTY', causeCode: 'THEFT' }).add(staff, leader);
    for (const toStaff of ['ST-004', 'ST-021']) give(world, 'tsm', { docTypes: ['LIABILITY'], toStaff });
    const id = world.run('sup', 'liability.open', ticketId, { trigger: 'EXCLUSION', facts: '电缆被盗', evidence: '报案回执' });
    expect(world.refusal('sup', 'liability.propose', id, { opinion: 'FREE' })).toBe('A-11');
    world.run(leader, 'liability.propose', id, { opinion: 'FREE' });
    expect(world.get(liabilityDecisions, id)).toMatchObject({ status: 'TSM_DONE', tsmBy: 'ST-021' });
    expect(world.get(liabilityDecisions, id).facts).toContain('on behalf of ST-003');
  });

  test('no chain: what was given to somebody is not handed on by their own delegation', () => {
    const world = chargeWorld().add(staff, deputy);
    give(world, 'tsm', { toStaff: 'ST-002' });
    give(world, 'dgm', { toStaff: 'ST-020' });
    expect(world.refusal(deputy, 'approval.decide', quoted(world).approvalId, yes)).toBe('A-WHO');
  });

  test.each([
    ['to oneself', 'tsm', { toStaff: 'ST-003' }],
    ['to nobody there is', 'tsm', { toStaff: '路人' }],
    ['for more than 31 days', 'tsm', { endAt: '2026-04-04 00:00' }],
    ['ending before it begins', 'tsm', { startAt: '2026-03-10 00:00' }],
    ['already over', 'tsm', { startAt: '2026-03-01 00:00', endAt: '2026-03-02 00:00' }],
    ['two levels down', 'dgm', { toStaff: 'ST-004' }],
    ['of goodwill to a deputy in charge', 'tsm', { docTypes: ['GOODWILL'], toStaff: 'ST-004' }],
    ['of a write-off', 'tsm', { docTypes: ['WRITE_OFF'], toStaff: 'ST-004' }],
    ['of an emergency release to anybody but the executive deputy', 'gm', { docTypes: ['RELEASE'], toStaff: 'ST-003' }],
  ] as const)('it is refused %s', (_what, who, more) => {
    expect(chargeWorld().refusal(who, 'delegation.give', '', terms(more))).toBe('6.3');
  });

  test('the general manager’s closely held decisions go to the executive deputy, who is told of it', () => {
    const world = chargeWorld().add(staff, deputy);
    give(world, 'gm', { docTypes: ['RELEASE', 'WRITE_OFF', 'GOODWILL', 'LIABILITY'], toStaff: '常务副总' });
    expect(world.all(delegations)).toMatchObject([{ fromStaff: 'ST-001', toStaff: 'ST-020' }]);
    expect(world.notices('N-56').map((notice) => notice.toStaff)).toEqual(expect.arrayContaining(['ST-001', 'ST-020']));
  });
});

describe('6.3 absence without a delegation', () => {
  test('after a working day the next higher role may decide as well; the first decision counts', () => {
    const world = chargeWorld();
    const { approvalId } = quoted(world);
    expect(world.at('2026-03-04 17:30').refusal('dgm', 'approval.decide', approvalId, yes)).toBe('A-WHO');
    expect(world.desk(approvalsDesk, 'dgm')).toEqual([]);
    world.at('2026-03-04 17:31');
    expect(world.desk(approvalsDesk, 'dgm').map((item) => item.objectId)).toEqual([approvalId]);
    expect(world.refusal('gm', 'approval.decide', approvalId, yes)).toBe('A-WHO');
    expect(world.refusal('sup', 'approval.decide', approvalId, yes)).toBe('A-SELF');
    expect(world.refusal('tsm', 'approval.decide', approvalId, yes)).toBeNull();
    world.run('dgm', 'approval.decide', approvalId, yes);
    expect(world.get(approvals, approvalId)).toMatchObject({ approver: 'ST-002', onBehalfOf: 'ST-003' });
    expect(world.refusal('tsm', 'approval.decide', approvalId, yes)).toBe('A-DONE');
  });
});
