import { approvals, complaints, dispatchOrders, expenseClaims, expenseLines, invoiceRegister, monthlyReports, slaClocks, travelLegs } from '../../../sheets-templates';
import { instant, isRefusal } from '../../../src/terms';
import { makeComplaint, registerCases, registerWorld } from '../commands/register-cases';
import { lodging, marchWorld, trainTo } from '../commands/month-world';
import { makeOrder } from '../make-rows';
import type { World } from '../world';

const claimId = 'BX-202603-ST-006';

const paid = (): World => {
  const world = marchWorld();
  world.run('eng', 'expense.addLine', '', lodging);
  world.run('eng', 'expense.addLine', '', trainTo);
  world.set(expenseClaims, claimId, { status: 'APPROVED' });
  world.run('fin', 'expense.pay', claimId, { payRef: 'PZ-1' });
  return world;
};

describe('month.archive', () => {
  it('keeps papers for six months, then moves them with all that belongs to them', () => {
    const world = paid().at('2026-09-30 02:30');
    world.run('system', 'month.archive', '');
    expect(world.all(expenseClaims)).toHaveLength(1);
    const decided = world.at('2026-10-01 02:30').ask('system', 'month.archive', '');
    if (isRefusal(decided)) throw new Error(decided.code);
    expect(new Set(decided.changes.filter((change) => change.workbook !== undefined).map((change) => `${change.table} ${change.workbook ?? ''}`))).toEqual(new Set(['expenseLines archive-2026', 'travelLegs archive-2026', 'expenseClaims archive-2026']));
    world.run('system', 'month.archive', '');
    expect([world.all(expenseClaims), world.all(expenseLines), world.all(travelLegs)]).toEqual([[], [], []]);
    expect(world.all(invoiceRegister)).toHaveLength(2);
  });

  it('takes rows of registers that are over, with their clocks and approvals, once half a year has gone; open ones stay', () => {
    const world = registerWorld().add(complaints, makeComplaint({ complaintId: 'TS-1' }));
    const id = world.run('clk', 'complaint.receive', '', registerCases['complaint.receive']?.input);
    world.run('clk', 'complaint.withdraw', id);
    world.at('2026-09-30 02:30').run('system', 'month.archive', '');
    expect(world.all(complaints)).toHaveLength(2);
    const decided = world.at('2026-10-01 02:30').ask('system', 'month.archive', '');
    if (isRefusal(decided)) throw new Error(decided.code);
    expect(decided.changes.filter(({ workbook }) => workbook === 'archive-2026').map(({ table, key }) => `${table} ${key}`)).toEqual([`slaClocks ${id}/S-33a/1`, `slaClocks ${id}/S-33b/1`, `slaClocks ${id}/S-33c/1`, `complaints ${id}`]);
    world.run('system', 'month.archive', '');
    expect([world.all(complaints).map(({ complaintId }) => complaintId), world.all(slaClocks)]).toEqual([['TS-1'], []]);
  });

  it('still finds an invoice whose claim was archived (5.7)', () => {
    const world = paid().at('2026-10-01 02:30');
    world.run('system', 'month.archive', '');
    expect(world.refusal('eng', 'expense.addLine', '', lodging)).toBe('EXP-OLD');
    world.add(dispatchOrders, makeOrder({ orderId: 'PG-20260920-01', status: 'RETURNED', acceptedAt: world.now, departedAt: instant('2026-09-20 08:00'), returnedAt: instant('2026-09-22 18:00') }));
    world.run('eng', 'expense.addLine', '', { ...lodging, date: '2026-09-20', checkout: '2026-09-22' });
    expect(world.all(expenseLines).find((line) => line.kind === 'LODGING')?.decision).toBe('REJECT_DUPLICATE');
  });

  it('leaves what is not finished, and is the system\'s alone', () => {
    const world = paid().at('2026-10-01 02:30');
    world.set(expenseClaims, claimId, { status: 'HOLD' });
    world.run('system', 'month.archive', '');
    expect(world.all(expenseClaims)).toHaveLength(1);
    expect(world.refusal('tsm', 'month.archive', '')).toBe('ROLE');
    expect([world.all(approvals), world.all(monthlyReports)]).toEqual([[], []]);
  });
});
