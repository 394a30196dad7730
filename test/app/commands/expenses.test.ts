import { approvals, expenseClaims, expenseLines, invoiceRegister, slaClocks, staff, travelLegs, type ClaimStatus, type StaffMember } from '../../../sheets-templates';
import { claimTransitions } from '../../../src/people';
import { isRefusal, parseYuan, sum } from '../../../src/terms';
import { company, makeStaff, type Person } from '../make-rows';
import type { World } from '../world';
import { lodging, marchWorld, trainBack, trainTo } from './month-world';

const claimId = 'BX-202603-ST-006';
const yuan = (text: string): number => parseYuan(text) ?? Number.NaN;

const pendingOf = (world: World, docId: string): { readonly id: string; readonly approver: Person } => {
  const row = world.all(approvals).find((candidate) => candidate.docId === docId && candidate.status === 'PENDING');
  const person = (Object.keys(company) as Person[]).find((name) => company[name].staffId === row?.approver.split(',')[0]);
  if (row === undefined || person === undefined) throw new Error(`Nothing waits for ${docId}`);
  return { id: row.approvalId, approver: person };
};

const decideNext = (world: World, docId: string, decision = 'APPROVED', comment = ''): Person => {
  const { id, approver } = pendingOf(world, docId);
  world.run(approver, 'approval.decide', id, { decision, comment });
  return approver;
};

const approvedReport = (world: World): World => {
  world.at('2026-04-01 00:30').run('system', 'month.open', '2026-03');
  world.at('2026-04-01 09:00').run('eng', 'monthly.submit', 'YB-202603-ST-006', { workSummary: '三月完成南京配电柜维修一次，客户验收通过，无遗留问题。', nextPlan: '四月继续巡检' });
  decideNext(world, 'YB-202603-ST-006');
  return world;
};

const filled = (): World => {
  const world = marchWorld();
  for (const line of [lodging, trainTo, trainBack]) world.run('eng', 'expense.addLine', '', line);
  return world;
};

const tiesOut = (world: World): void => {
  for (const claim of world.all(expenseClaims)) {
    const lines = world.all(expenseLines).filter((line) => line.claimId === claim.claimId);
    expect(claim.totalPayable).toBe(sum(lines.map((line) => line.amountPayable)));
    expect(claim.totalClaimed).toBe(sum(lines.map((line) => line.amountClaimed)));
    expect(claim.totalCut).toBe(claim.totalClaimed + claim.totalAllowance - claim.totalPayable);
  }
};

describe('entering expenses', () => {
  it('begins the month\'s claim with the first line and decides it at once (5.6, XV-04)', () => {
    const world = marchWorld();
    const decided = world.ask('eng', 'expense.addLine', '', lodging);
    expect(isRefusal(decided) ? '' : decided.reply.message.zh).toContain('核定 340.00 元（按限额）');
    world.run('eng', 'expense.addLine', '', lodging);
    expect(world.get(expenseClaims, claimId)).toMatchObject({ status: 'DRAFT', month: '2026-03', totalClaimed: yuan('380'), totalAllowance: yuan('225'), totalCut: yuan('40') });
    expect(world.get(expenseLines, `${claimId}-01`)).toMatchObject({ decision: 'CAPPED', amountPayable: yuan('340'), nights: 2, orderId: 'PG-20260303-01', chargeableTo: 'TK-20260303-001' });
  });

  it('adds up the trip of XV-04 to 658.00, with start and end of each ticket on the travel sheet (R-289)', () => {
    const world = filled();
    expect(world.get(expenseClaims, claimId).totalPayable).toBe(yuan('658'));
    expect(world.all(travelLegs)).toHaveLength(2);
    expect(world.all(invoiceRegister).map((row) => row.invoiceId)).toEqual(['IV-00001', 'IV-00002', 'IV-00003']);
    tiesOut(world);
  });

  it('finds an invoice that another engineer used, however its number is written (5.7, XV-24, XV-25)', () => {
    const world = filled();
    const own = world.get(expenseLines, `${claimId}-01`);
    world.add(expenseClaims, { ...world.get(expenseClaims, claimId), claimId: 'BX-202602-ST-007', staffId: 'ST-007', month: '2026-02', status: 'PAID' });
    world.add(expenseLines, { ...own, lineId: 'BX-202602-ST-007-01', claimId: 'BX-202602-ST-007' });
    world.set(expenseLines, `${claimId}-01`, { invoiceId: null });
    world.run('eng', 'expense.removeLine', `${claimId}-01`);
    world.run('eng', 'expense.addLine', '', { ...lodging, invoiceNumber: '2531 2000-0000 1234 5678' });
    const line = world.all(expenseLines).find((row) => row.claimId === claimId && row.kind === 'LODGING');
    expect(line).toMatchObject({ decision: 'REJECT_DUPLICATE', amountPayable: 0 });
    expect(world.refusal('eng', 'expense.submit', claimId)).toBe('G-EXP-2');
  });

  it('pays nothing without an order that covers the date (X-14, XV-42)', () => {
    const world = marchWorld();
    world.run('eng2', 'expense.addLine', '', { ...trainTo, origin: '珠海', destination: '宁波' });
    expect(world.all(expenseLines)[0]).toMatchObject({ decision: 'REJECT_NO_DISPATCH', amountPayable: 0, orderId: '' });
  });

  it('5.7: what is said of a document is not lost because its kind was left out', () => {
    const world = marchWorld();
    const material = { kind: 'MATERIAL', date: '2026-03-10', amount: '126.80', purpose: '更换电缆接头' };
    for (const said of [{ invoiceNumber: '778' }, { invoiceCode: '031' }, { seller: '某五金店' }, { invoiceTotal: '126.80' }]) expect(world.refusal('eng', 'expense.addLine', '', { ...material, ...said })).toBe('EXP-DOCUMENT');
    expect(world.refusal('eng', 'expense.addLine', '', material)).toBeNull();
  });

  it('asks the supervisor for material up to 500 and the manager above (A-24)', () => {
    const world = marchWorld();
    const material = { kind: 'MATERIAL', date: '2026-03-10', amount: '126.80', invoiceKind: 'VAT_NORMAL', invoiceCode: '031', invoiceNumber: '778', purpose: '更换电缆接头' };
    world.run('eng', 'expense.addLine', '', material);
    expect(world.get(expenseLines, `${claimId}-01`).decision).toBe('REJECT_NO_APPROVAL');
    expect(world.refusal('eng', 'expense.submit', claimId)).toBe('G-EXP-3');
    expect(decideNext(world, `${claimId}-01`)).toBe('sup');
    expect(world.get(expenseLines, `${claimId}-01`)).toMatchObject({ decision: 'OK', amountPayable: yuan('126.8') });
    world.run('eng', 'expense.addLine', '', { ...material, amount: '500.01', invoiceNumber: '779' });
    expect(pendingOf(world, `${claimId}-02`).approver).toBe('tsm');
  });

  it('asks the supervisor for a taxi within one working day of the ride (A-21), later not', () => {
    const world = marchWorld();
    const taxi = { kind: 'LONG_HAUL', date: '2026-03-11', departAt: '2026-03-11 17:00', amount: '35.00', origin: '南京站', destination: '南京', mode: 'TAXI', invoiceKind: 'TAXI', invoiceNumber: '4455' };
    world.run('eng', 'expense.addLine', '', taxi);
    expect(pendingOf(world, `${claimId}-01`).approver).toBe('sup');
    const late = marchWorld().at('2026-03-13 09:00');
    late.run('eng', 'expense.addLine', '', taxi);
    expect(late.all(approvals)).toHaveLength(0);
  });

  it('frees the document and the leg of a removed line', () => {
    const world = filled();
    world.run('eng', 'expense.removeLine', claimId, { line: `${claimId}-02` });
    expect(world.all(travelLegs)).toHaveLength(1);
    expect(world.all(invoiceRegister).map((row) => row.number)).not.toContain(trainTo.invoiceNumber);
    tiesOut(world);
  });

  it.each([
    ['a future date', { ...trainTo, date: '2026-03-13' }, 'EXP-DATE'],
    ['lodging without check-out', { ...lodging, checkout: '' }, 'X-05'],
    ['a check-out before the check-in', { ...lodging, checkout: '2026-03-09' }, '5.4'],
    ['a high-speed train without departure time', { ...trainTo, mode: 'HSR_2ND' }, '5.5'],
    ['material without purpose', { kind: 'MATERIAL', date: '2026-03-10', amount: '10' }, 'X-12'],
    ['no amount', { ...trainTo, amount: '0' }, 'EXP-AMOUNT'],
    ['an unknown sharer', { ...lodging, sharers: '张三' }, 'AMB-47'],
  ])('refuses %s', (_what, line, code) => {
    expect(marchWorld().refusal('eng', 'expense.addLine', '', line)).toBe(code);
  });
});

describe('a claim on its way (3.12)', () => {
  it('is held without the approved monthly report and goes on by itself afterwards (R-284, G-EXP-1, XV-27)', () => {
    const world = filled();
    world.run('eng', 'expense.submit', claimId);
    expect(world.get(expenseClaims, claimId)).toMatchObject({ status: 'HOLD', totalPayable: yuan('658') });
    expect(world.notices('N-39').map((notice) => notice.toStaff)).toEqual(['ST-006']);
    expect(world.all(approvals)).toHaveLength(0);
    approvedReport(world);
    expect(world.get(expenseClaims, claimId).status).toBe('SUBMITTED');
    expect(pendingOf(world, claimId).approver).toBe('clk');
  });

  it('climbs clerk, supervisor, manager and is paid by finance; the claimant reads each cut with its reason', () => {
    const world = approvedReport(filled());
    world.at('2026-04-02 09:00').run('eng', 'expense.submit', claimId);
    expect(decideNext(world, claimId)).toBe('clk');
    expect(world.get(expenseClaims, claimId)).toMatchObject({ status: 'CHECKED', clerkCheckedAt: world.now });
    expect(decideNext(world, claimId)).toBe('sup');
    expect(world.get(expenseClaims, claimId).status).toBe('SUP_OK');
    expect(decideNext(world, claimId)).toBe('tsm');
    expect(world.get(expenseClaims, claimId).status).toBe('APPROVED');
    const told = JSON.stringify(world.notices('N-39').slice(-1)[0]?.body);
    expect(told).toContain('380.00 → 340.00');
    expect(told).toContain('限额 340.00 元');
    expect(world.all(slaClocks).find((clock) => clock.ruleId === 'S-32b')).toMatchObject({ objectId: claimId, result: 'RUNNING' });
    world.run('fin', 'expense.pay', claimId, { payRef: 'PZ-88' });
    expect(world.get(expenseClaims, claimId)).toMatchObject({ status: 'PAID', payRef: 'PZ-88', paidAt: world.now });
    expect(world.all(slaClocks).find((clock) => clock.ruleId === 'S-32b')?.result).toBe('MET');
    tiesOut(world);
  });

  it('comes back with a reason, can be changed and climbs again with the same people', () => {
    const world = approvedReport(filled());
    world.run('eng', 'expense.submit', claimId);
    decideNext(world, claimId);
    decideNext(world, claimId);
    decideNext(world, claimId, 'RETURNED', '请补发票');
    expect(world.get(expenseClaims, claimId).status).toBe('RETURNED');
    world.at('2026-04-03 09:00').run('eng', 'expense.submit', claimId);
    expect([decideNext(world, claimId), decideNext(world, claimId), decideNext(world, claimId)]).toEqual(['clk', 'sup', 'tsm']);
  });

  it('frees its invoices when the manager rejects it; a clerk\'s no only returns it', () => {
    const world = approvedReport(filled());
    world.run('eng', 'expense.submit', claimId);
    decideNext(world, claimId, 'REJECTED', '不符');
    expect(world.get(expenseClaims, claimId).status).toBe('RETURNED');
    world.run('eng', 'expense.submit', claimId);
    decideNext(world, claimId);
    decideNext(world, claimId);
    decideNext(world, claimId, 'REJECTED', '重复出差');
    expect(world.get(expenseClaims, claimId).status).toBe('REJECTED');
    expect(world.all(invoiceRegister).every((row) => row.used === 0)).toBe(true);
    world.run('eng', 'expense.addLine', '', lodging);
    expect(world.get(expenseClaims, `${claimId}-S1`)).toMatchObject({ status: 'DRAFT', totalPayable: yuan('565') });
  });

  it('adds a supplement -S1 after submission without paying a day twice', () => {
    const world = approvedReport(filled());
    world.run('eng', 'expense.submit', claimId);
    world.run('eng', 'expense.addLine', '', { ...trainTo, kind: 'LOCAL_TICKET', mode: 'METRO_BUS', amount: '6.00', origin: '南京站', destination: '现场', invoiceKind: 'METRO_BUS', invoiceNumber: '' });
    expect(world.get(expenseClaims, `${claimId}-S1`)).toMatchObject({ totalAllowance: 0, totalPayable: yuan('6') });
    tiesOut(world);
  });

  it('sends a supervisor\'s own claim past themself to the deputy general manager', () => {
    const world = approvedReport(filled());
    const sup: StaffMember = { ...company.eng, roles: ['ENG', 'SUP'] };
    world.add(staff, sup);
    world.run(sup, 'expense.submit', claimId);
    expect([decideNext(world, claimId), decideNext(world, claimId), decideNext(world, claimId)]).toEqual(['clk', 'tsm', 'dgm']);
  });

  it('is not paid by its claimant or by one who approved it (A-22)', () => {
    const world = approvedReport(filled());
    const clerkWithTill: StaffMember = { ...company.clk, roles: ['CLK', 'FIN'] };
    world.add(staff, clerkWithTill);
    world.run('eng', 'expense.submit', claimId);
    for (let step = 1; step <= 3; step += 1) decideNext(world, claimId);
    expect(world.refusal(clerkWithTill, 'expense.pay', claimId, { payRef: 'PZ-1' })).toBe('G-EXP-4');
    expect(world.refusal({ ...company.eng, roles: ['ENG', 'FIN'] }, 'expense.pay', claimId, { payRef: 'PZ-1' })).toBe('A-SELF');
    expect(world.refusal('fin', 'expense.pay', claimId, { payRef: '' })).toBe('INPUT');
  });

  it('is marked late after working day 5 (S-32)', () => {
    const world = approvedReport(filled());
    expect(world.all(slaClocks).find((clock) => clock.ruleId === 'S-32a')?.dueAt).toBe('2026-04-08T17:30:00+08:00');
    world.at('2026-04-08 17:30:01').run('eng', 'expense.submit', claimId);
    expect(world.get(expenseClaims, claimId).late).toBe(true);
  });
});

describe('transition table of claims', () => {
  const commands = ['expense.removeLine', 'expense.submit', 'expense.pay'] as const;
  const states: readonly ClaimStatus[] = ['DRAFT', 'SUBMITTED', 'HOLD', 'CHECKED', 'SUP_OK', 'APPROVED', 'RETURNED', 'PAID', 'REJECTED'];
  const pairs = commands.flatMap((command) => states.map((status) => [command, status] as const));

  it.each(pairs)('%s from %s follows the table', (command, status) => {
    const world = filled();
    world.set(expenseClaims, claimId, { status });
    const listed = claimTransitions.some((row) => row.command === command && row.from?.includes(status) === true && !row.actors.includes('SYS'));
    const who: Person = command === 'expense.pay' ? 'fin' : 'eng';
    const raw = command === 'expense.pay' ? { payRef: 'PZ-1' } : command === 'expense.removeLine' ? { line: `${claimId}-01` } : {};
    expect(world.refusal(who, command, claimId, raw) === null).toBe(listed);
  });

  it.each(commands)('%s is refused to others', (command) => {
    const world = filled();
    world.set(expenseClaims, claimId, { status: command === 'expense.pay' ? 'APPROVED' : 'DRAFT' });
    for (const who of ['eng2', 'sal', makeStaff('ST-099', '离职', ['ENG', 'FIN'], { active: false })] as const) {
      expect(world.refusal(who, command, claimId, { payRef: 'x', line: `${claimId}-01` })).toBe('ROLE');
    }
  });
});
