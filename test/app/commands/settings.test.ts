import { approvals, settingChanges, settings, staff } from '../../../sheets-templates';
import { approvalsDesk } from '../../../src/app/desk/approvals';
import { readSettings } from '../../../src/settings';
import { instant } from '../../../src/terms';
import { makeStaff } from '../make-rows';
import { actorOf, World } from '../world';

const adm = makeStaff('ST-020', '管理员', ['ADM']);
const dcc = makeStaff('ST-021', '文控', ['DCC']);
const office = (): World => new World().add(staff, adm, dcc).at('2026-03-03 09:30');
const pending = (world: World): string => world.all(approvals).find((row) => row.status === 'PENDING')?.approvalId ?? 'none';
const inForce = (world: World, key: 'sla.classify.min' | 'sla.contact.min', at: string): number => readSettings(world.all(settings)).minutes(key, instant(at));

const ours = { key: 'sla.classify.min', value: '30', effectiveFrom: '2026-03-10 00:00', reason: '夜间值班只有一人' };
const given = { key: 'sla.contact.min', value: '45', effectiveFrom: '2026-03-10 00:00', reason: '制度修订', policyRecord: 'BG-2026-03' };

describe('A-31: settings are changed by command', () => {
  test('A-31: a number of our own needs the manager; it holds from its date on, never before', () => {
    const world = office();
    const changeId = world.run(adm, 'setting.change', '', ours);
    expect(JSON.stringify(world.desk(approvalsDesk, 'tsm')[0]?.facts)).toMatch(/15.*30.*夜间值班只有一人/);
    expect(inForce(world, 'sla.classify.min', '2026-04-01 00:00')).toBe(15);
    world.at('2026-03-03 11:00').run('tsm', 'approval.decide', pending(world), { decision: 'APPROVED' });
    expect(['2026-03-09 23:59', '2026-03-10 00:00'].map((at) => inForce(world, 'sla.classify.min', at))).toEqual([15, 30]);
    expect(world.get(settingChanges, changeId)).toMatchObject({ status: 'APPROVED', oldValue: '15', newValue: '30', requestedBy: 'ST-020' });
    expect(world.all(settings)).toMatchObject([{ settingId: changeId, unit: 'min', origin: 'ADDED' }]);
    expect(world.notices('N-24').map(({ toStaff }) => toStaff)).toEqual(['ST-003', 'ST-020']);
  });

  test('A-31, R-065, R-067: what a regulation sets goes to the manager, document control, deputy and general manager', () => {
    const world = office();
    world.run(adm, 'setting.change', '', given);
    for (const who of ['tsm', dcc, 'dgm'] as const) {
      world.run(who, 'approval.decide', pending(world), { decision: 'APPROVED' });
      expect(world.all(settings)).toEqual([]);
    }
    world.run('gm', 'approval.decide', pending(world), { decision: 'APPROVED' });
    expect(inForce(world, 'sla.contact.min', '2026-03-10 00:00')).toBe(45);
  });

  test('A-31: agreed to after the wanted date, it holds from the agreement on', () => {
    const world = office();
    world.run(adm, 'setting.change', '', { ...ours, effectiveFrom: '' });
    world.at('2026-03-04 10:00').run('tsm', 'approval.decide', pending(world), { decision: 'APPROVED' });
    expect(['2026-03-04 09:59', '2026-03-04 10:00'].map((at) => inForce(world, 'sla.classify.min', at))).toEqual([15, 30]);
  });

  test('A-31: rejected, nothing changes and who asked hears why', () => {
    const world = office();
    world.run(adm, 'setting.change', '', ours);
    world.run('tsm', 'approval.decide', pending(world), { decision: 'REJECTED', comment: '先试行' });
    expect(world.all(settings)).toEqual([]);
    expect(world.notices('N-15').map(({ toStaff, body }) => [toStaff, JSON.stringify(body).includes('先试行')])).toEqual([['ST-020', true]]);
  });

  test.each([
    ['somebody else', 'tsm', ours, 'ROLE'],
    ['a value of the wrong kind', adm, { ...ours, value: '很快' }, 'SET-2'],
    ['a step that the platform’s clock does not have', adm, { ...ours, key: 'job.sweep_min', value: '7' }, 'SET-2'],
    ['the value it has', adm, { ...ours, value: '15' }, 'A-31'],
    ['a date that has passed', adm, { ...ours, effectiveFrom: '2026-03-03 09:29' }, 'A-31'],
    ['a regulation’s number without its change record', adm, { ...given, policyRecord: '' }, 'A-31'],
    ['opening hours without any working time', adm, { ...given, key: 'cal.open', value: '17:30' }, 'CAL-1'],
  ] as const)('A-31 refuses %s', (_what, who, raw, code) => {
    expect(office().refusal(who, 'setting.change', '', raw)).toBe(code);
  });

  test('A-31: one change of a setting at a time, and nobody agrees to their own', () => {
    const world = office();
    world.add(staff, { ...adm, roles: ['ADM', 'TSM'] });
    const both = { ...adm, roles: ['ADM', 'TSM'] as const };
    world.run(both, 'setting.change', '', ours);
    expect(world.refusal(adm, 'setting.change', '', { ...ours, value: '40' })).toBe('A-31');
    expect(world.refusal(actorOf(both), 'approval.decide', pending(world), { decision: 'APPROVED' })).toBe('A-SELF');
  });
});
