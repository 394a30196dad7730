import { approvals, contacts, customers, dispatchOrders, partsLines, partsRequests, products, repairOrders, skills, tickets, tripReports, type DispatchStatus } from '../../../sheets-templates';
import { dispatchDesk } from '../../../src/app/desk/dispatch';
import { fieldDesk } from '../../../src/app/desk/field';
import { partsDesk } from '../../../src/app/desk/parts';
import { findCommand } from '../../../src/app/commands';
import { instant, localDate } from '../../../src/terms';
import { makeContact, makeCustomer, makeOrder, makePartsLine, makePartsRequest, makeProduct, makeRepair, makeSkill, makeTicket, type Person } from '../make-rows';
import { World } from '../world';

const base = (): World => new World().add(customers, makeCustomer()).add(contacts, makeContact()).add(products, makeProduct()).add(skills, makeSkill('ST-006'));

const withOrder = (status: DispatchStatus): World => base().add(tickets, makeTicket({ status: 'DISPATCHED' }))
  .add(dispatchOrders, makeOrder({ status, issuedAt: instant('2026-03-03 10:00') }));

const commandsOf = (world: World, source: typeof dispatchDesk, who: Person): readonly string[] => world.desk(source, who).flatMap((item) => item.offers.map((offer) => offer.command));

describe('the desk of dispatch', () => {
  it('R-237: the supervisor sees the ticket to dispatch and chooses engineers by name', () => {
    const [item] = base().add(tickets, makeTicket()).desk(dispatchDesk, 'sup');
    const lead = item?.offers[0]?.fields.find(({ name }) => name === 'leadEngineer');
    expect(lead).toMatchObject({ kind: 'choice', choices: { 'ST-006': { zh: '工程师甲 · 上海' }, 'ST-007': { zh: '工程师乙 · 珠海 · 技能不全' } } });
    expect(base().add(tickets, makeTicket()).desk(dispatchDesk, 'eng')).toEqual([]);
  });

  it.each<[DispatchStatus, readonly string[], readonly string[]]>([
    ['ISSUED', ['dispatch.accept', 'dispatch.decline'], []],
    ['ACCEPTED', ['dispatch.prepare', 'dispatch.previsit', 'dispatch.depart', 'parts.submit'], ['parts', 'expense']],
    ['DEPARTED', ['dispatch.arrive', 'field.arrive', 'parts.submit'], ['arrival', 'parts', 'expense']],
    ['WORKING', ['field.daily', 'field.preLeave', 'parts.submit'], ['daily', 'preLeave', 'parts', 'expense']],
    ['PRE_LEAVE', ['field.daily', 'dispatch.leave', 'parts.submit'], ['daily', 'parts', 'expense']],
    ['LEFT', ['dispatch.return'], ['expense']],
    ['RETURNED', ['field.tripReport'], ['trip', 'expense']],
  ])('offers the engineer in %s what the table allows, with the forms of the state', (status, commands, forms) => {
    const [item] = withOrder(status).desk(dispatchDesk, 'eng');
    expect(item?.offers.map(({ command }) => command)).toEqual(commands);
    expect(item?.forms.map(({ form }) => form)).toEqual(forms);
  });

  it('TK-8: an order whose ticket needs nobody any more is not to be accepted, and says why', () => {
    const world = withOrder('ISSUED');
    world.set(tickets, 'TK-20260303-001', { status: 'ACCEPTED' });
    const [item] = world.desk(dispatchDesk, 'eng');
    expect(item?.offers.map(({ command }) => command)).toEqual(['dispatch.decline']);
    expect(JSON.stringify(item?.facts)).toContain('已不需要派工，请联系主管');
    expect(world.refusal('eng', 'dispatch.accept', 'PG-20260303-01')).toBe('TK-8');
    expect(JSON.stringify(withOrder('ISSUED').desk(dispatchDesk, 'eng')[0]?.facts)).not.toContain('已不需要派工');
  });

  it('9.4 no. 1: the customer’s phone shows once the order is accepted, to those on it', () => {
    const text = (status: DispatchStatus, who: Person): string => JSON.stringify(withOrder(status).desk(dispatchDesk, who));
    expect(text('ISSUED', 'eng')).not.toContain('13812345678');
    expect(text('ACCEPTED', 'eng')).toContain('13812345678');
    expect(text('ACCEPTED', 'eng2')).toBe('[]');
  });

  it('whatever is offered exists, and is not refused for role or state', () => {
    for (const status of ['DRAFT', 'REJECTED', 'CONSENT_PENDING', 'ISSUED', 'ACCEPTED', 'DEPARTED', 'WORKING', 'PRE_LEAVE', 'LEFT', 'RETURNED'] as const) {
      for (const who of ['sup', 'eng', 'clk', 'tsm'] as const) {
        const world = withOrder(status);
        for (const offer of world.desk(dispatchDesk, who).flatMap((item) => item.offers)) {
          expect(findCommand(offer.command)).toBeDefined();
          expect(['ROLE', 'STATE']).not.toContain(world.refusal(who, offer.command, offer.objectId));
        }
      }
    }
  });
});

describe('the desks of field work and parts', () => {
  it('A-42: the clerk sees submitted trip reports, not their own', () => {
    const trip = {
      tripId: 'TR-20260306-01', orderId: 'PG-20260303-01', ticketId: 'TK-20260303-001', engineer: 'ST-006', periodFrom: localDate('2026-03-04'), periodTo: localDate('2026-03-05'), workDone: '更换', hasEquipmentFault: false,
      causeCode: null, rootCause: null, result: 'SOLVED', resultText: '恢复', leftover: null, qualityFeedback: null, acceptanceId: null, submittedAt: instant('2026-03-06 09:00'), clerkCheckedAt: null,
      returnedReason: null, distributedTo: null, distributedAt: null, status: 'SUBMITTED',
    } as const;
    const world = withOrder('RETURNED').add(tripReports, trip);
    expect(commandsOf(world, fieldDesk, 'clk')).toEqual(['field.returnTrip', 'field.acceptTrip']);
    world.set(tripReports, trip.tripId, { engineer: 'ST-005' });
    expect(commandsOf(world, fieldDesk, 'clk')).toEqual([]);
    expect(world.refusal('clk', 'field.acceptTrip', trip.tripId)).toBe('A-42');
  });

  it.each<[Parameters<typeof makePartsRequest>[0], Person, readonly string[]]>([
    [{ status: 'SUBMITTED' }, 'clk', ['parts.forward']],
    [{ status: 'SUBMITTED' }, 'sup', ['parts.cancel']],
    [{ status: 'APPROVED' }, 'prd', ['parts.leadTime']],
    [{ status: 'LEAD_TIME_GIVEN' }, 'prd', ['parts.start', 'parts.changePromise']],
    [{ status: 'IN_PRODUCTION' }, 'prd', ['parts.done', 'parts.changePromise']],
    [{ status: 'READY' }, 'ops', ['parts.ship']],
    [{ status: 'SHIPPED' }, 'eng', ['parts.receive']],
    [{ status: 'RECEIVED' }, 'eng', ['parts.use']],
    [{ status: 'RECEIVED' }, 'eng2', []],
    [{ status: 'CLOSED' }, 'sup', []],
  ])('offers %o to %s', (request, who, commands) => {
    const world = withOrder('WORKING').add(partsRequests, makePartsRequest(request)).add(partsLines, makePartsLine());
    expect(commandsOf(world, partsDesk, who)).toEqual(commands);
  });

  it('9.4 no. 2: production sees no consignee, the shipper does', () => {
    const world = withOrder('WORKING').add(partsLines, makePartsLine());
    const text = (status: 'APPROVED' | 'READY', who: Person): string => JSON.stringify(world.add(partsRequests, makePartsRequest({ status })).desk(partsDesk, who));
    expect(text('APPROVED', 'prd')).not.toContain('13900000000');
    expect(text('READY', 'ops')).toContain('13900000000');
  });

  it('returned items wait for quality, then for the clerk', () => {
    const world = base().add(tickets, makeTicket({ engineerLead: 'ST-006' })).add(repairOrders, makeRepair({ status: 'TESTED', qaResult: 'PASS' }));
    expect(commandsOf(world, partsDesk, 'qa')).toEqual(['repair.dispose']);
    world.set(repairOrders, 'WX-20260305-01', { status: 'DISPOSED' });
    expect(commandsOf(world, partsDesk, 'clk')).toEqual(['repair.file']);
    expect(world.all(approvals)).toEqual([]);
  });
});
