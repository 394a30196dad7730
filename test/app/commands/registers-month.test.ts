import { appraisals, correctiveActions, dispatchOrders, slaClocks, spotChecks, surveys, tickets, trainingAssignments, type SlaClock } from '../../../sheets-templates';
import { drawSample } from '../../../src/registers';
import { instant, localDate } from '../../../src/terms';
import { start } from '../../deadlines/office';
import { makeOrder, makeTicket } from '../make-rows';
import type { World } from '../world';
import { makeAppraisal, makeAssignment, makeCapa, makeSpotCheck, marks, registerCases, registerWorld, whoIs } from './register-cases';

const clocks = (world: World, objectId: string) => world.all(slaClocks).filter((clock) => clock.objectId === objectId).map(({ ruleId, dueAt, result }) => `${ruleId} ${dueAt.slice(0, 16)} ${result}`);
const at = (world: World, moment: string, who: string, command: string, id: string, input = {}): string => world.at(moment).run(whoIs(who), command, id, { ...registerCases[command]?.input, ...input });
const ticketsOf = (count: number, severity: 'A' | 'C') => Array.from({ length: count }, (_unused, index) => makeTicket({ ticketId: `TK-202603${severity === 'A' ? '01' : '02'}-${String(index + 1).padStart(3, '0')}`, severity, acceptedAt: instant('2026-03-20 10:00'), status: 'CLOSED' }));
const draw = (world: World): World => { world.at('2026-04-01 00:35').run('system', 'month.spotChecks', '2026-03'); return world; };

describe('S-35, R-038: spot checks of a month', () => {
  test('S-35: every class A ticket and ten percent of the others, at least two, drawn once, due on working day 5', () => {
    const world = draw(draw(registerWorld().add(tickets, ...ticketsOf(3, 'A'), ...ticketsOf(31, 'C'))));
    const drawn = world.all(spotChecks);
    expect(drawn.map(({ selection }) => selection).sort()).toEqual(['ALL_A', 'ALL_A', 'ALL_A', 'RANDOM', 'RANDOM', 'RANDOM', 'RANDOM']);
    expect(new Set(drawn.map(({ checker, month }) => `${checker} ${month}`))).toEqual(new Set(['ST-021 2026-03']));
    expect(clocks(world, drawn[0]?.checkId ?? '')).toEqual(['S-35 2026-04-08T17:30 RUNNING']);
    const [check] = drawn;
    at(world, '2026-04-03 10:00', 'qm', 'spotCheck.begin', check?.checkId ?? '');
    at(world, '2026-04-08 17:30', 'qm', 'spotCheck.score', check?.checkId ?? '');
    expect([clocks(world, check?.checkId ?? ''), world.get(spotChecks, check?.checkId ?? '').score]).toEqual([['S-35 2026-04-08T17:30 MET'], 100]);
  });
  test('R-038: the same seed draws the same tickets; the fewest are drawn where there are few', () => {
    const all = ticketsOf(40, 'C');
    const sample = (seed: string, from = all) => drawSample(from, '2026-03', { percent: 10, least: 2 }, (ticketId) => `${seed}${[...ticketId].reverse().join('')}`).map(({ ticket }) => ticket.ticketId);
    expect(sample('a')).toEqual(sample('a', [...all].reverse()));
    expect([sample('a').length, sample('a', all.slice(0, 3)).length, sample('a', all.slice(0, 1)).length, drawSample(all, '2026-02', { percent: 10, least: 2 }, String).length]).toEqual([4, 2, 1, 0]);
  });
  test('3.15: below 70, or a critical item not done, is a fail with its findings and an action for the ticket’s owner', () => {
    const check = (input: Record<string, unknown>) => {
      const world = registerWorld().add(tickets, makeTicket()).add(spotChecks, makeSpotCheck({ status: 'IN_PROGRESS', ticketId: 'TK-20260303-001' }));
      return { world, code: world.refusal(whoIs('qm'), 'spotCheck.score', 'CC-202603-01', { ...registerCases['spotCheck.score']?.input, ...input }) };
    };
    expect(check({ causeFound: 'P0' }).code).toBe('3.15');
    expect([check(marks('NA')).code, check(marks('P1')).code, check({ ...marks('NA'), opinion: 'P2' }).code]).toEqual(['3.15', '3.15', null]);
    const { world } = check({});
    at(world, '2026-03-05 10:00', 'qm', 'spotCheck.score', 'CC-202603-01', { causeFound: 'P0', findings: '未查明原因' });
    expect(world.get(spotChecks, 'CC-202603-01')).toMatchObject({ status: 'DONE', result: 'FAIL', score: 90, capaId: 'ZG-0001' });
    expect(world.get(correctiveActions, 'ZG-0001')).toMatchObject({ source: 'SPOT_CHECK', sourceId: 'CC-202603-01', owner: 'ST-004', dueAt: '2026-03-19' });
  });
  test('3.15: nobody checks a ticket that they had to do with', () => {
    const world = registerWorld().add(tickets, makeTicket()).add(dispatchOrders, makeOrder({ team: ['ST-021'] })).add(spotChecks, makeSpotCheck({ ticketId: 'TK-20260303-001' }));
    expect([world.refusal(whoIs('qm'), 'spotCheck.begin', 'CC-202603-01'), world.refusal('tsm', 'spotCheck.assign', 'CC-202603-01', { checker: '主管' }), world.refusal('tsm', 'spotCheck.assign', 'CC-202603-01', { checker: '经理' })]).toEqual(['3.15', '3.15', null]);
    expect(world.refusal(whoIs('qm'), 'spotCheck.add', '', { kind: 'TICKET', ticketId: 'TK-20260303-001' })).toBe('3.15');
  });
});

const met = (rule: SlaClock['ruleId'], index: number, result: SlaClock['result'], breachReason: SlaClock['breachReason'] = null): SlaClock => {
  const [clock] = start('arrived', { objectType: 'DISPATCH', objectId: 'PG-20260303-01', at: instant('2026-03-04 10:00'), only: ['S-10'] });
  if (clock === undefined) throw new Error('No clock');
  return { ...clock, clockId: `X${index}`, ruleId: rule, result, breachReason, stopAt: clock.dueAt };
};

test('N-34: owner and quality supervision hear of an action that is past its day, the day after and weekly, until it is done, and once however often the night’s jobs come', () => {
  const world = registerWorld().add(correctiveActions, makeCapa({ status: 'PLANNED', dueAt: localDate('2026-04-01') }));
  const told = (date: string): number => { const before = world.notices('N-34').length; world.at(`${date} 00:18`).run('system', 'sweep.registers', date); return world.notices('N-34').length - before; };
  expect(['2026-04-01', '2026-04-02', '2026-04-02', '2026-04-03', '2026-04-09'].map(told)).toEqual([0, 2, 0, 0, 2]);
  world.set(correctiveActions, 'ZG-0001', { status: 'DONE' });
  expect(told('2026-04-16')).toBe(0);
});

describe('S-31, R-286, 3.13: monthly appraisals', () => {
  const computed = (): World => {
    const world = registerWorld().add(tickets, makeTicket({ engineerLead: 'ST-006', resolvedAt: instant('2026-03-10 10:00') }), makeTicket({ ticketId: 'TK-2', engineerLead: 'ST-006', resolvedAt: instant('2026-03-12 10:00'), reopenCount: 1 }))
      .add(dispatchOrders, makeOrder())
      .add(slaClocks, met('S-10', 1, 'MET'), met('S-10', 2, 'MET'), met('S-10', 3, 'BREACHED_DONE'), met('S-10', 4, 'BREACHED_DONE', 'CUSTOMER'), met('S-10', 5, 'CANCELLED'), met('S-19', 6, 'MET'))
      .add(trainingAssignments, makeAssignment({ status: 'PASSED' }))
      .add(surveys, { surveyId: 'MY-1', status: 'ANSWERED', ticketId: 'TK-2', customerId: 'CU-00001', sentAt: null, mode: 'LINK', qResponse: 5, qQuality: 5, qSkill: 5, qAttitude: 5, qOverall: 2, solved: 'YES', comment: null, answeredAt: instant('2026-03-15 10:00'), caller: null, followupTask: null });
    world.at('2026-04-02 00:40').run('system', 'month.appraisals', '2026-03');
    return world;
  };
  test('S-31a, b, c: computed on working day 2, due on working days 3, 5 and 7; every step stops its own; the next night locks it', () => {
    const world = computed();
    world.run('system', 'month.appraisals', '2026-03');
    const id = 'KH-202603-ST-006';
    expect(world.all(appraisals).map(({ staffId }) => staffId)).toEqual(['ST-006', 'ST-007']);
    expect(clocks(world, id)).toEqual(['S-31a 2026-04-03T17:30 RUNNING', 'S-31b 2026-04-08T17:30 RUNNING', 'S-31c 2026-04-10T17:30 RUNNING']);
    expect(world.refusal('sup', 'appraisal.score', id, { supAdjust: '0' })).toBe('3.13');
    at(world, '2026-04-03 10:00', 'eng', 'appraisal.self', id);
    expect(world.refusal('sup', 'appraisal.score', id, { supAdjust: '+3' })).toBe('8.4');
    at(world, '2026-04-08 17:30', 'sup', 'appraisal.score', id, { supAdjust: '+3', supReason: '支援外地抢修' });
    expect(world.refusal('tsm', 'appraisal.approve', id)).toBe('3.13');
    at(world, '2026-04-09 10:00', 'eng', 'appraisal.acknowledge', id);
    at(world, '2026-04-10 17:31', 'tsm', 'appraisal.approve', id);
    expect(clocks(world, id).map((line) => line.split(' ')[2])).toEqual(['MET', 'MET', 'BREACHED_DONE']);
    world.at('2026-04-11 00:18').run('system', 'sweep.registers', '2026-04-11');
    expect(world.get(appraisals, id)).toMatchObject({ status: 'LOCKED', approvedBy: 'ST-003', lockedAt: world.now });
  });
  test('8.4: points come from the ledgers, with what nobody could help left out and every figure on the sheet', () => {
    const sheet = computed().get(appraisals, 'KH-202603-ST-006');
    expect(sheet.items).toEqual(['AP-2 100 → 5/5', 'AP-3 66.7 → 0.8/5', 'AP-5 50 → 0/15', 'AP-7 3.5 → 4.7/15', 'AP-11 100 → 5/5']);
    expect(sheet).toMatchObject({ weight: 45, baseScore: 34.5, total: 34.5, grade: 'D', payFactor: -10 });
    expect(computed().get(appraisals, 'KH-202603-ST-007')).toMatchObject({ weight: 0, grade: 'B', payFactor: 0, items: [] });
  });
  test('3.13: an appeal within three working days of the score, answered before it is approved; silence is enough after them', () => {
    const scored = (): World => registerWorld().add(appraisals, makeAppraisal({ status: 'SCORED', scoredAt: instant('2026-03-03 10:00'), appealAnswer: null }));
    expect([scored().at('2026-03-06 17:30').refusal('eng', 'appraisal.appeal', 'KH-202602-ST-006', { appeal: '道路封闭' }), scored().at('2026-03-06 17:31').refusal('eng', 'appraisal.appeal', 'KH-202602-ST-006', { appeal: '道路封闭' })]).toEqual([null, '3.13']);
    expect([scored().at('2026-03-06 17:30').refusal('tsm', 'appraisal.approve', 'KH-202602-ST-006'), scored().at('2026-03-06 17:31').refusal('tsm', 'appraisal.approve', 'KH-202602-ST-006')]).toEqual(['3.13', null]);
    const world = scored();
    at(world, '2026-03-04 10:00', 'eng', 'appraisal.appeal', 'KH-202602-ST-006');
    expect(world.refusal('tsm', 'appraisal.approve', 'KH-202602-ST-006')).toBe('3.13');
    at(world, '2026-03-05 10:00', 'tsm', 'appraisal.answer', 'KH-202602-ST-006');
    expect(world.refusal('tsm', 'appraisal.approve', 'KH-202602-ST-006')).toBeNull();
  });
});
