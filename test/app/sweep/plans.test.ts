import { approvals, contacts, customers, installed, maintenancePlans, products, slaClocks, tickets, type InstalledUnit } from '../../../sheets-templates';
import { instant, localDate } from '../../../src/terms';
import { makeContact, makeCustomer, makeProduct } from '../make-rows';
import { World } from '../world';
import { approve } from '../commands/charge-world';

const unit: InstalledUnit = {
  equipId: 'EQ-00001', serialNo: 'SN2002', productId: 'PR-GCS', customerId: 'CU-00001', contractId: null, siteAddress: null, siteCity: null, deliveredDate: localDate('2025-06-01'), commissionedDate: null,
  warrantyStart: null, warrantyEnd: localDate('2027-06-01'), invoicedDate: null, warrantySource: 'CONTRACT', qrToken: 'q', replacedBy: null, faultCount12m: null, status: 'IN_USE',
};
const plan = { serialText: 'sn-2002', content: '断路器机构润滑、触头测温', intervalMonths: '6', nextDue: '2026-03-22', endDate: '2026-10-01' };
const world = (): World => new World().add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct()).add(installed, unit);
const running = (): World => {
  const at = world();
  at.run('sup', 'plan.create', '', plan);
  approve(at, 'PLAN');
  return at;
};
const night = (at: World, date: string): World => {
  at.at(`${date} 00:20`).run('system', 'sweep.plans', date);
  return at;
};

test('A-40, R-173: the supervisor makes a plan, the manager lets it run', () => {
  const at = world();
  expect(at.refusal('eng', 'plan.create', '', plan)).toBe('ROLE');
  expect(at.refusal('sup', 'plan.create', '', { ...plan, serialText: 'SN9' })).toBe('R-173');
  at.run('sup', 'plan.create', '', plan);
  expect(night(at, '2026-03-10').all(tickets)).toEqual([]);
  expect(at.all(approvals)[0]).toMatchObject({ matrixId: 'A-40', approver: 'ST-003' });
  approve(at, 'PLAN', 'REJECTED');
  expect(at.all(maintenancePlans)[0]?.status).toBe('ENDED');
});

test('TK-1, S-36: fourteen days ahead the round becomes one ticket; a Sunday moves to the working day before', () => {
  const at = running();
  expect(night(at, '2026-03-05').all(tickets)).toEqual([]);
  night(night(at, '2026-03-06'), '2026-03-07');
  expect(at.all(tickets)).toHaveLength(1);
  const [ticket] = at.all(tickets);
  expect(ticket).toMatchObject({ status: 'NEW', channel: 'PLAN', sourceParty: 'PLAN', serviceType: 'MAINTAIN', severityClaimed: 'C', equipId: 'EQ-00001', customerId: 'CU-00001', registeredBy: null });
  expect(at.all(slaClocks).find(({ ruleId }) => ruleId === 'S-36')).toMatchObject({ objectId: ticket?.ticketId, dueAt: instant('2026-03-21 00:00') });
  expect(at.notices('N-01')).toEqual([]);
  expect(at.notices('N-02').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-004', 'ST-005']);
});

test('the next round counts from the plan; after its end there is none', () => {
  const at = night(running(), '2026-03-06');
  at.set(tickets, at.all(tickets)[0]?.ticketId ?? '', { status: 'CLOSED' });
  night(at, '2026-04-01');
  expect(at.all(maintenancePlans)[0]).toMatchObject({ nextDue: '2026-09-22', ticketId: null, status: 'ACTIVE' });
  night(at, '2026-09-08');
  expect(at.all(tickets)).toHaveLength(2);
  at.set(tickets, at.all(tickets)[1]?.ticketId ?? '', { status: 'CANCELLED' });
  expect(night(at, '2026-10-09').all(maintenancePlans)[0]?.status).toBe('ENDED');
});

test('a plan whose customer has nobody to call is told about, not dropped', () => {
  const at = running();
  at.set(contacts, 'CT-00001', { active: false });
  expect(night(at, '2026-03-06').all(tickets)).toEqual([]);
  expect(at.notices('N-50').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-004', 'ST-005']);
});
