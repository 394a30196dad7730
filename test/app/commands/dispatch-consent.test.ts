import { approvals, contacts, customers, dispatchOrders, itinerary, products, skills, slaClocks, tickets, travelApprovals, type ItineraryDay, type Ticket } from '../../../sheets-templates';
import { isRefusal, instant, localDate } from '../../../src/terms';
import { makeContact, makeCustomer, makeOrder, makeProduct, makeSkill, makeTicket } from '../make-rows';
import { World } from '../world';

const ticketId = 'TK-20260303-001';
const orderId = 'PG-20260303-01';
const plan = { leadEngineer: 'ST-006', planDepart: '2026-03-04 08:00', planArrive: '2026-03-04 10:00', planReturn: '2026-03-05', travelMode: 'COACH', workContent: '更换断路器' };

const worldWith = (ticket: Partial<Ticket> = {}): World => new World().add(tickets, makeTicket(ticket)).add(customers, makeCustomer()).add(contacts, makeContact())
  .add(products, makeProduct()).add(skills, makeSkill('ST-006'));

const drafted = (ticket: Partial<Ticket> = {}, changes: Record<string, unknown> = {}): World => {
  const world = worldWith(ticket);
  world.run('sup', 'dispatch.draft', ticketId, { ...plan, ...changes });
  return world;
};

const decideOpen = (world: World, who: 'tsm' | 'dgm', decision: 'APPROVED' | 'REJECTED'): void => {
  const open = world.all(approvals).find((row) => row.status === 'PENDING');
  world.run(who, 'approval.decide', open?.approvalId ?? '', { decision, comment: '请改派' });
};

describe('drafting an order', () => {
  it('R-265, R-276: a salesperson is told to send the request to the supervisor', () => {
    const refused = worldWith().ask('sal', 'dispatch.draft', ticketId, plan);
    expect(isRefusal(refused) && refused.code).toBe('R-276');
    expect(isRefusal(refused) && refused.words.zh).toContain('转给售后主管');
    expect(worldWith().refusal('eng', 'dispatch.draft', ticketId, plan)).toBe('ROLE');
  });

  it('DP-1: only for tickets that are classified and not on their way', () => {
    expect(worldWith({ status: 'NEW' }).refusal('sup', 'dispatch.draft', ticketId, plan)).toBe('DP-1');
    expect(worldWith({ status: 'ON_SITE' }).refusal('sup', 'dispatch.draft', ticketId, plan)).toBeNull();
  });

  it('names are understood as well as numbers, and nobody unknown is taken', () => {
    expect(drafted({}, { leadEngineer: '工程师甲' }).get(dispatchOrders, orderId).leadEngineer).toBe('ST-006');
    expect(worldWith().refusal('sup', 'dispatch.draft', ticketId, { ...plan, leadEngineer: '无名氏' })).toBe('G-DP-2');
  });
});

describe('G-DP-1 … G-DP-4: submitting for consent', () => {
  it('G-DP-1: times in order and still to come', () => {
    expect(drafted({}, { planArrive: '2026-03-04 07:00' }).refusal('sup', 'dispatch.submit', orderId)).toBe('G-DP-1');
    expect(drafted({}, { planDepart: '2026-03-02 08:00' }).refusal('sup', 'dispatch.submit', orderId)).toBe('G-DP-1');
  });

  it('G-DP-2: not while out on another order, nor on leave, nor inactive', () => {
    const busy = drafted().add(dispatchOrders, makeOrder({ orderId: 'PG-20260303-09', status: 'ACCEPTED', acceptedAt: instant('2026-03-03 09:00') }));
    expect(busy.refusal('sup', 'dispatch.submit', orderId)).toBe('G-DP-2');
    busy.set(dispatchOrders, 'PG-20260303-09', { status: 'LEFT' });
    expect(busy.refusal('sup', 'dispatch.submit', orderId)).toBeNull();
    const leave: ItineraryDay = {
      rowId: 'ST-006/2026-03-05', staffId: 'ST-006', date: localDate('2026-03-05'), dayKind: 'WORKDAY', status: 'LEAVE', orderIds: null, projectName: null, customerId: null, cities: null,
      overnightCity: null, inCompanyCityOnly: null, allowanceDay: null, siteReportOk: null, remarks: null, locked: false,
    };
    expect(drafted().add(itinerary, leave).refusal('sup', 'dispatch.submit', orderId)).toBe('G-DP-2');
  });

  it('G-DP-3, R-238: missing skills need a reason, which the manager sees', () => {
    expect(drafted({}, { leadEngineer: 'ST-007' }).refusal('sup', 'dispatch.submit', orderId)).toBe('G-DP-3');
    const world = drafted({}, { leadEngineer: 'ST-007', skillOverrideReason: '由厂家远程指导' });
    world.run('sup', 'dispatch.submit', orderId);
    expect(world.get(dispatchOrders, orderId).skillMatch).toBe('NONE');
    expect(JSON.stringify(world.notices('N-12')[0]?.body)).toContain('由厂家远程指导');
  });

  it('G-DP-4, WB-01, WB-02: class C waits for an open charge decision, class A does not', () => {
    expect(drafted({ severity: 'C', chargeStatus: 'DECISION_PENDING' }).refusal('sup', 'dispatch.submit', orderId)).toBe('G-TK-7');
    expect(drafted({ severity: 'A', chargeStatus: 'DECISION_PENDING' }).refusal('sup', 'dispatch.submit', orderId)).toBeNull();
  });

  it('tells everything that is missing at once', () => {
    const refused = drafted({ severity: 'C', chargeStatus: 'QUOTING' }, { leadEngineer: 'ST-007', planArrive: '2026-03-04 07:00' }).ask('sup', 'dispatch.submit', orderId);
    expect(isRefusal(refused) && [refused.code, /更正/.test(refused.words.zh), /技能/.test(refused.words.zh), /协议/.test(refused.words.zh)]).toEqual(['DP-2', true, true, true]);
  });

  it('N-12, 10.5: the text to paste has at most 500 characters', () => {
    const world = drafted({}, { workContent: '更'.repeat(3000) });
    world.run('sup', 'dispatch.submit', orderId);
    const [notice] = world.notices('N-12');
    const body = notice?.body as { readonly copyText: string };
    expect(body.copyText.length).toBeLessThanOrEqual(500);
    expect(body.copyText).toMatch(/请批复是否同意。$/);
  });
});

describe('the manager’s decision', () => {
  const submitted = (ticket: Partial<Ticket> = {}): World => {
    const world = drafted(ticket);
    world.run('sup', 'dispatch.submit', orderId);
    return world;
  };

  it('DP-4: rejected goes back to the supervisor, who revises it', () => {
    const world = submitted();
    decideOpen(world, 'tsm', 'REJECTED');
    expect(world.get(dispatchOrders, orderId).status).toBe('REJECTED');
    expect(world.notices('N-15').map(({ toStaff }) => toStaff)).toEqual(['ST-004']);
    world.run('sup', 'dispatch.revise', orderId, plan);
    expect(world.get(dispatchOrders, orderId).status).toBe('DRAFT');
  });

  it('6.1 no. 1: an engineer-manager on the order does not consent to it', () => {
    const world = worldWith().add(skills, makeSkill('ST-003'));
    world.run('sup', 'dispatch.draft', ticketId, { ...plan, team: ['ST-003'] });
    expect(world.refusal('sup', 'dispatch.submit', orderId)).toBe('G-DP-2');
  });

  it('6.1 no. 4: an order changed behind the approval is not issued by it', () => {
    const world = submitted();
    world.set(dispatchOrders, orderId, { leadEngineer: 'ST-007' });
    expect(world.refusal('tsm', 'approval.decide', world.all(approvals)[0]?.approvalId ?? '', { decision: 'APPROVED' })).toBe('A-CHANGED');
  });

  it('DP-5, AMB-21: class A goes ahead when nobody answers, and is ratified afterwards', () => {
    const world = submitted({ severity: 'A' });
    expect(world.refusal('sup', 'dispatch.goAhead', orderId)).toBe('DP-5');
    expect(world.at('2026-03-03 10:01').refusal('sup', 'dispatch.goAhead', orderId)).toBeNull();
    world.run('sup', 'dispatch.goAhead', orderId, { attempts: [{ person: '经理', at: '2026-03-03 09:40' }] });
    expect(world.get(dispatchOrders, orderId)).toMatchObject({ status: 'ISSUED', emergencyRatify: true });
    expect(world.all(approvals).map(({ docType, matrixId, status }) => [docType, matrixId, status])).toEqual([['DISPATCH', 'A-01', 'VOID'], ['CONSENT', 'A-02', 'PENDING']]);
    expect(world.notices('N-16').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-002', 'ST-003']);
    decideOpen(world, 'tsm', 'REJECTED');
    expect(world.get(dispatchOrders, orderId).status).toBe('ISSUED');
    expect(world.notices('N-16')).toHaveLength(3);
  });

  it('DP-5, G-DP-8: gone ahead, changed and gone ahead again tells again', () => {
    const world = submitted({ severity: 'A' }).at('2026-03-03 10:01');
    const goAhead = () => world.run('sup', 'dispatch.goAhead', orderId, { attempts: [{ person: '经理', at: '2026-03-03 09:40' }] });
    goAhead();
    world.run('sup', 'dispatch.replan', orderId, { planDepart: '2026-03-05 08:00', planArrive: '2026-03-05 10:00', planReturn: '2026-03-06' });
    world.at('2026-03-03 11:40');
    goAhead();
    expect(world.notices('N-16').filter(({ toStaff }) => toStaff === 'ST-002')).toHaveLength(2);
  });

  it('DP-5: not for class B', () => {
    expect(submitted({ severity: 'B' }).at('2026-03-04 10:00').refusal('sup', 'dispatch.goAhead', orderId)).toBe('DP-5');
  });
});

describe('DP-9: leaving', () => {
  const accepted = (ticket: Partial<Ticket> = {}, changes: Record<string, unknown> = {}): World => {
    const world = drafted(ticket, changes);
    world.run('sup', 'dispatch.submit', orderId);
    decideOpen(world, 'tsm', 'APPROVED');
    world.run('eng', 'dispatch.accept', orderId);
    return world;
  };

  it('G-DP-5, G-DP-6: preparation and the call come first, told together', () => {
    const refused = accepted().at('2026-03-04 08:00').ask('eng', 'dispatch.depart', orderId);
    expect(isRefusal(refused) && refused.code).toBe('DP-9');
    expect(isRefusal(refused) && refused.words.zh).toMatch(/准备尚未完成.*尚未联系上客户/s);
  });

  const preparedWorld = (ticket: Partial<Ticket> = {}, changes: Record<string, unknown> = {}): World => {
    const world = accepted(ticket, changes);
    world.run('eng', 'dispatch.prepare', orderId, { notNeededReason: '工具已随车' });
    for (let attempt = 0; attempt < 3; attempt += 1) world.run('eng', 'dispatch.previsit', orderId, { outcome: 'NO_ANSWER', channel: 'PHONE' });
    return world;
  };

  it('G-DP-6: three tries stand for a call', () => {
    expect(preparedWorld().at('2026-03-04 08:00').refusal('eng', 'dispatch.depart', orderId)).toBeNull();
  });

  it('G-DP-8: another date needs consent again, and the order stays accepted', () => {
    const world = preparedWorld().at('2026-03-05 08:00');
    expect(world.refusal('eng', 'dispatch.depart', orderId)).toBe('G-DP-8');
    world.run('sup', 'dispatch.replan', orderId, { planDepart: '2026-03-06 08:00', planArrive: '2026-03-06 10:00' });
    expect(world.all(itinerary)).toEqual([]);
    decideOpen(world, 'tsm', 'APPROVED');
    expect(world.get(dispatchOrders, orderId)).toMatchObject({ status: 'ACCEPTED', consentId: 'DC-20260306' });
    expect(world.all(itinerary).map(({ date }) => date)).toEqual(['2026-03-06']);
  });

  it('DP-4, N-60: accepted, changed, rejected, revised and accepted again tells the customer again', () => {
    const world = accepted();
    world.run('sup', 'dispatch.replan', orderId, { planDepart: '2026-03-06 08:00', planArrive: '2026-03-06 10:00' });
    decideOpen(world, 'tsm', 'REJECTED');
    world.at('2026-03-04 09:00').run('sup', 'dispatch.revise', orderId, { ...plan, planDepart: '2026-03-06 08:00', planArrive: '2026-03-06 10:00', planReturn: '2026-03-07' });
    world.run('sup', 'dispatch.submit', orderId);
    decideOpen(world, 'tsm', 'APPROVED');
    world.run('eng', 'dispatch.accept', orderId);
    expect(world.notices('N-60')).toHaveLength(2);
  });

  it('G-DP-7, R-296: high-speed rail needs the manager before class C leaves; B may be ratified', () => {
    expect(preparedWorld({ severity: 'B' }, { travelMode: 'HSR_2ND' }).at('2026-03-04 08:00').refusal('eng', 'dispatch.depart', orderId)).toBeNull();
    const world = preparedWorld({ severity: 'C' }, { travelMode: 'HSR_2ND' }).at('2026-03-04 08:00');
    expect(world.refusal('eng', 'dispatch.depart', orderId)).toBe('G-DP-7');
    world.add(travelApprovals, {
      travelId: 'CX-0001', orderId, staffId: 'ST-006', mode: 'HSR_2ND', seatClass: '二等座', origin: '上海', destination: '昆山', plannedDepart: instant('2026-03-04 08:00'), reason: '赶时间',
      approvalId: 'SP-900001', postHoc: false, status: 'APPROVED',
    }).add(approvals, {
      approvalId: 'SP-900001', docType: 'TRAVEL', docId: 'CX-0001', docHash: '', matrixId: 'A-18', step: 1, role: 'TSM', approver: 'ST-003', onBehalfOf: null, requestedBy: 'ST-006',
      requestedAt: instant('2026-03-03 16:00'), decision: 'APPROVED', decidedAt: instant('2026-03-03 16:30'), recordedAt: null, via: 'SYSTEM', evidence: null, recordedBy: null, confirmedAt: null, comment: null, status: 'APPROVED',
    });
    world.run('eng', 'dispatch.depart', orderId);
    expect(world.get(dispatchOrders, orderId).travelApproval).toBe('CX-0001');
  });

  it('DP-10: arrival lies at most twelve hours back and not before departure', () => {
    const world = preparedWorld().at('2026-03-04 08:00');
    world.run('eng', 'dispatch.depart', orderId);
    world.at('2026-03-04 20:30');
    expect(world.refusal('eng', 'dispatch.arrive', orderId, { arrivedAt: '2026-03-04 07:59' })).toBe('DP-10');
    expect(world.refusal('eng', 'dispatch.arrive', orderId, { arrivedAt: '2026-03-04 21:00' })).toBe('DP-10');
    world.run('eng', 'dispatch.arrive', orderId, { arrivedAt: '2026-03-04 10:00' });
    const clock = world.all(slaClocks).find(({ ruleId }) => ruleId === 'S-10');
    expect([clock?.dueAt, world.get(tickets, ticketId).status]).toEqual([instant('2026-03-04 11:00'), 'ON_SITE']);
  });

  it('DP-17: a cancelled order frees its days and its ticket', () => {
    const world = accepted({ agreedDate: instant('2026-03-04 10:00'), status: 'SCHEDULED' });
    world.run('sup', 'dispatch.cancel', orderId, { reason: '客户改期' });
    expect(world.all(itinerary)).toEqual([]);
    expect(world.get(tickets, ticketId)).toMatchObject({ status: 'SCHEDULED', engineerLead: null });
    expect(world.notices('N-17').map(({ toStaff }) => toStaff).sort()).toEqual(['ST-004', 'ST-005', 'ST-006']);
  });
});
